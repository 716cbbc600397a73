/* What many runs come to together, as far as the database can say it itself. */
#include "store/history_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

/* Each list of what was on offer stands in `words` once; json_each takes it apart. */
ear_status store_history_shares(store_history *history, const store_filter *filter,
                                store_share_each *each, void *user, ear_error *err)
{
    static const char sql[] =
        "WITH met AS (SELECT r.pack AS pack, r.scenario AS scenario, d.moment AS moment,"
        " d.choice AS choice, d.offered AS offered, d.reply AS reply, count(*) AS n"
        " FROM runs r JOIN turns d ON d.run = r.id"
        " WHERE (?1 IS NULL OR r.pack = ?1) AND (?2 IS NULL OR r.scenario = ?2)"
        " AND (?3 IS NULL OR r.learner = (SELECT id FROM learners WHERE name = ?3))"
        " GROUP BY 1, 2, 3, 4, 5, 6)"
        " SELECT m.pack, m.scenario, w1.text, w2.text, j.value, sum(m.n),"
        " sum(CASE WHEN w3.text = j.value THEN m.n ELSE 0 END)"
        " FROM met m JOIN words w0 ON w0.id = m.offered JOIN json_each(w0.text) j"
        " LEFT JOIN words w1 ON w1.id = m.moment LEFT JOIN words w2 ON w2.id = m.choice"
        " LEFT JOIN words w3 ON w3.id = m.reply"
        " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5";
    store_query query = store_query_begin(history->db, HISTORY, sql);
    bool on = true;

    store_query_text(&query, 1, filter ? filter->pack : NULL);
    store_query_text(&query, 2, filter ? filter->scenario : NULL);
    store_query_text(&query, 3, filter ? filter->learner : NULL);
    while (on && store_query_row(&query)) {
        const store_share share = {.pack = store_query_string(&query, 0),
                                   .scenario = store_query_string(&query, 1),
                                   .moment = store_query_string(&query, 2),
                                   .choice = store_query_string(&query, 3),
                                   .reply = store_query_string(&query, 4),
                                   .offered = (uint64_t)store_query_int(&query, 5),
                                   .given = (uint64_t)store_query_int(&query, 6)};

        on = each(user, &share);
    }
    return store_query_end(&query, err);
}

ear_status store_history_endings(store_history *history, const store_filter *filter,
                                 uint32_t *seen, ear_error *err)
{
    store_query query = store_query_begin(
        history->db, HISTORY,
        "SELECT count(DISTINCT outcome) FROM runs WHERE pack = ?1 AND scenario = ?2"
        " AND (pack <> '' OR ?3 IS NULL OR path = ?3)"
        " AND (?4 IS NULL OR learner = (SELECT id FROM learners WHERE name = ?4))");

    store_query_text(&query, 1, filter->pack ? filter->pack : "");
    store_query_text(&query, 2, filter->scenario ? filter->scenario : "");
    store_query_text(&query, 3, filter->path);
    store_query_text(&query, 4, filter->learner);
    *seen = store_query_row(&query) ? (uint32_t)store_query_int(&query, 0) : 0;
    return store_query_end(&query, err);
}

ear_status store_history_next(store_history *history, const char *learner, char **out,
                              ear_error *err)
{
    store_query query = store_query_begin(
        history->db, HISTORY,
        "SELECT next FROM runs WHERE next IS NOT NULL AND learner IS"
        " (SELECT id FROM learners WHERE name = ?1) ORDER BY id DESC LIMIT 1");
    char *found = NULL;
    ear_status status;

    store_query_text(&query, 1, learner);
    const bool there = store_query_row(&query);
    const char *text = there ? store_query_string(&query, 0) : NULL;

    if (text && (found = malloc(strlen(text) + 1)))
        memcpy(found, text, strlen(text) + 1);
    status = store_query_end(&query, err);
    if (status == EAR_OK && text && !found)
        status = base_fail_memory(err);
    if (status == EAR_OK)
        *out = found;
    else
        free(found);
    return status;
}
