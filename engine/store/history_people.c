/* Deleting, importing, and what a person may ask for: everything known of her, and its
 * end. */
#include "store/history_internal.h"

#include "base/fail.h"
#include "store/json.h"
#include "store/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- deleting ----------------------------------------------------------------------- */

static ear_status remove_file(const char *path, bool *there, ear_error *err)
{
    if (unlink(path) == 0)
        *there = true;
    else if (errno != ENOENT)
        return base_fail(err, EAR_E_IO, "'%s' cannot be removed: %s", path,
                         strerror(errno));
    return EAR_OK;
}

/* The journal, and what was kept of it when it was damaged. */
static ear_status remove_journal(store_history *history, const char *id, bool *there,
                                 ear_error *err)
{
    char path[STORE_PATH_MOST], damaged[STORE_PATH_MOST];
    bool also = false;
    ear_status status;

    if (strchr(id, '/') || !store_listing_path(path, sizeof path, history->runs, id) ||
        snprintf(damaged, sizeof damaged, "%s/%s.damaged", history->runs, id) >=
            (int)sizeof damaged)
        return base_fail(err, EAR_E_NOT_FOUND, "there is no saved run '%.60s'", id);
    status = remove_file(damaged, &also, err);
    if (status == EAR_OK)
        status = remove_file(path, there, err);
    if (status == EAR_OK && *there)
        store_folder_sync(history->runs);
    return status;
}

/* The journal goes first: what it says would come back with the next look. */
static ear_status delete_run(store_history *history, const char *id, ear_error *err)
{
    bool there = false;
    ear_status status = remove_journal(history, id, &there, err);

    if (status == EAR_OK)
        status = store_db_begin(history->db, HISTORY, err);
    if (status == EAR_OK) {
        status = history_forget(history, id, err);
        there = there || sqlite3_changes(history->db) > 0;
        status = store_db_end(history->db, HISTORY, status, err);
    }
    if (status == EAR_OK)
        status = reflections_forget(history->data, id, NULL, err);
    if (status == EAR_OK && !there)
        status =
            base_fail(err, EAR_E_NOT_FOUND,
                      "there is no saved run '%.60s'; 'earshot runs' lists them", id);
    return status;
}

ear_status store_history_delete(store_history *history, const char *run, ear_error *err)
{
    const ear_status status = delete_run(history, run, err);

    return status == EAR_OK ? history_scrub(history, err) : status;
}

/* --- a person ----------------------------------------------------------------------- */

/* Every journal of the learner, ended or not. */
typedef ear_status journal_seen(void *user, const store_run *run, ear_error *err);

static ear_status each_journal(store_history *history, const char *learner,
                               journal_seen *seen, void *user, ear_error *err)
{
    const store_which which = {.learner = learner};
    store_listing all = {0};
    ear_status status = store_listing_read(&all, history->runs, err);

    for (size_t i = all.count; i > 0 && status == EAR_OK; i--) {
        char path[STORE_PATH_MOST];
        store_run *run = NULL;

        if (!store_listing_path(path, sizeof path, history->runs, all.at[i - 1].text))
            continue;
        status = store_run_read(&run, path, err);
        if (status == EAR_OK && store_run_fits(run, &which))
            status = seen(user, run, err);
        else if (status == EAR_E_FORMAT || status == EAR_E_NOT_FOUND)
            status = EAR_OK; /* no run, or another program removed it */
        store_run_free(run);
    }
    store_listing_release(&all);
    return status;
}

typedef struct exporting {
    base_json o;
    json_t *runs, *reflections; /* borrowed from o */
} exporting;

/* The lines of the journal, as they stand in it. */
static ear_status export_journal(void *user, const store_run *run, ear_error *err)
{
    exporting *e = user;
    json_t *lines = json_array();
    base_json one = base_json_begin();
    char *bytes = NULL;
    size_t length = 0;
    ear_status status =
        store_read_file(&bytes, &length, run->path, STORE_RUN_BYTES_MOST, err);
    char *next = NULL;

    for (char *line = bytes; status == EAR_OK && line && line < bytes + run->good;
         line = next + 1) {
        char *json = strchr(line, '{');

        next = strchr(line, '\n');
        if (!json || !next)
            break;
        base_json_append(&one, lines, json_loadb(json, (size_t)(next - json), 0, NULL));
    }
    free(bytes);
    base_json_put_text(&one, "id", run->id);
    base_json_put(&one, "lines", lines);
    base_json_append(&e->o, e->runs, base_json_take(&one));
    return status == EAR_OK && e->o.failed ? base_fail_memory(err) : status;
}

static bool export_reflection(void *user, const store_reflection *reflection)
{
    exporting *e = user;
    base_json one = base_json_begin();

    base_json_put_text(&one, "run", reflection->run);
    base_json_put_text(&one, "question", reflection->question);
    base_json_put_text(&one, "answer", reflection->answer);
    base_json_put(&one, "wall", json_integer(reflection->wall));
    base_json_append(&e->o, e->reflections, base_json_take(&one));
    return !e->o.failed;
}

ear_status store_history_export(store_history *history, const char *learner,
                                base_bytes *out, size_t *runs, ear_error *err)
{
    exporting e = {
        .o = base_json_begin(), .runs = json_array(), .reflections = json_array()};
    ear_status status;

    base_json_put(&e.o, "format", json_integer(1));
    base_json_put_text(&e.o, "learner", learner);
    base_json_put(&e.o, "runs", e.runs);
    base_json_put(&e.o, "reflections", e.reflections);
    status = each_journal(history, learner, export_journal, &e, err);
    if (status == EAR_OK)
        status = store_reflection_each_of(history->data, NULL, learner, export_reflection,
                                          &e, err);
    if (runs)
        *runs = json_array_size(e.runs);
    if (status != EAR_OK) {
        json_decref(base_json_take(&e.o));
        return status;
    }
    base_json_write(&e.o, 1, out);
    return base_bytes_char(out, '\n') ? EAR_OK : base_fail_memory(err);
}

typedef struct erasing {
    store_history *history;
    size_t count;
} erasing;

static ear_status erase_journal(void *user, const store_run *run, ear_error *err)
{
    erasing *e = user;
    const ear_status status = delete_run(e->history, run->id, err);

    e->count += status == EAR_OK;
    return status;
}

/* Rows whose journals are gone already, too. */
static ear_status erase_rows(store_history *history, const char *learner, size_t *count,
                             ear_error *err)
{
    store_query query = store_query_begin(
        history->db, HISTORY,
        "DELETE FROM runs WHERE learner = (SELECT id FROM learners WHERE name = ?1)");
    ear_status status;

    store_query_text(&query, 1, learner);
    store_query_do(&query);
    status = store_query_end(&query, err);
    if (status != EAR_OK)
        return status;
    *count += (size_t)sqlite3_changes(history->db);
    query =
        store_query_begin(history->db, HISTORY, "DELETE FROM learners WHERE name = ?1");
    store_query_text(&query, 1, learner);
    store_query_do(&query);
    return store_query_end(&query, err);
}

/* Copies that were kept before a change, or put aside when damaged, know everybody. */
static ear_status remove_copies(const char *data, ear_error *err)
{
    DIR *entries = opendir(data);
    const char *name = NULL;
    char path[STORE_PATH_MOST];
    bool there;
    ear_status status = EAR_OK;

    while (entries && status == EAR_OK && (name = store_folder_next(entries)))
        if ((strncmp(name, "history.sqlite.", 15) == 0 ||
             strncmp(name, "reflections.sqlite.", 19) == 0) &&
            store_path_join(path, sizeof path, data, name))
            status = remove_file(path, &there, err);
    if (status == EAR_OK && errno)
        status =
            base_fail(err, EAR_E_IO, "'%s' cannot be read: %s", data, strerror(errno));
    if (entries)
        closedir(entries);
    return status;
}

ear_status store_history_erase(store_history *history, const char *learner, size_t *runs,
                               ear_error *err)
{
    erasing e = {.history = history};
    ear_status status = each_journal(history, learner, erase_journal, &e, err);

    if (status == EAR_OK)
        status = store_db_begin(history->db, HISTORY, err);
    if (status == EAR_OK)
        status = store_db_end(history->db, HISTORY,
                              erase_rows(history, learner, &e.count, err), err);
    if (status == EAR_OK)
        status = reflections_forget(history->data, NULL, learner, err);
    if (status == EAR_OK)
        status = remove_copies(history->data, err);
    if (status == EAR_OK)
        status = history_scrub(history, err);
    if (runs)
        *runs = e.count;
    return status;
}

/* --- from other computers ----------------------------------------------------------- */

/* How much of a journal holds; 0: it is none. */
static size_t good_of(const char *path)
{
    store_run *run = NULL;
    size_t good = 0;

    if (store_run_read(&run, path, NULL) == EAR_OK)
        good = run->good;
    store_run_free(run);
    return good;
}

static ear_status copy_in(store_history *history, const char *from, const char *id,
                          ear_error *err)
{
    char to[STORE_PATH_MOST];
    char *bytes = NULL;
    size_t length = 0;
    ear_status status;

    if (!store_listing_path(to, sizeof to, history->runs, id))
        return base_fail(err, EAR_E_IO, "the data folder's name is too long");
    status = store_read_file(&bytes, &length, from, STORE_RUN_BYTES_MOST, err);
    if (status == EAR_OK && !store_folder_make(history->runs))
        status = base_fail(err, EAR_E_IO, "no folder can be made at '%s': %s",
                           history->runs, strerror(errno));
    if (status == EAR_OK)
        status = store_file_put(to, bytes, length, err);
    free(bytes);
    return status;
}

/* The run's own id says which one it is, whatever the file is called now. */
static ear_status import_one(store_history *history, const char *from,
                             store_imported *out, ear_error *err)
{
    char own[STORE_PATH_MOST];
    store_run_id id;
    store_run *run = NULL;
    size_t taken = 0;
    ear_status status = store_run_read(&run, from, err);

    if (status == EAR_E_NOMEM)
        return status;
    if (status != EAR_OK || snprintf(own, sizeof own, "%s.run", run->id) < 5 ||
        !store_listing_id(&id, own)) {
        out->refused++;
        store_run_free(run);
        return EAR_OK;
    }
    const size_t good = run->good;
    store_run_free(run);
    if (!store_listing_path(own, sizeof own, history->runs, id.text) ||
        good_of(own) >= good) {
        out->known++;
        return EAR_OK;
    }
    status = copy_in(history, from, id.text, err);
    if (status == EAR_OK)
        status = history_take_file(history, id.text, &taken, err);
    out->taken += status == EAR_OK;
    return status;
}

ear_status store_history_import(store_history *history, const char *folder,
                                store_imported *out, ear_error *err)
{
    store_listing all = {0};
    struct stat about;
    ear_status status;

    *out = (store_imported){0};
    if (stat(folder, &about) != 0)
        return base_fail(err, errno == ENOENT ? EAR_E_NOT_FOUND : EAR_E_IO,
                         "'%s' cannot be read: %s", folder, strerror(errno));
    status = store_listing_read(&all, folder, err);
    if (status == EAR_OK)
        status = store_db_begin(history->db, HISTORY, err);
    if (status == EAR_OK) {
        for (size_t i = all.count; i > 0 && status == EAR_OK; i--) {
            char path[STORE_PATH_MOST];

            if (store_listing_path(path, sizeof path, folder, all.at[i - 1].text))
                status = import_one(history, path, out, err);
        }
        status = store_db_end(history->db, HISTORY, status, err);
    }
    store_listing_release(&all);
    return status;
}
