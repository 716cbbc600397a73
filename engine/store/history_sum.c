/* What many runs come to together, as far as the database can say it itself. */
#include "store/history_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

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
