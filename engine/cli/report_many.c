/* `report --pack`, `report RUN RUN…`: many runs, for a trainer. */
#include "cli/report.h"

#include "cli/findings.h"
#include "cli/open.h"
#include "cli/record.h"
#include "cli/report_json.h"
#include "cli/report_rows.h"
#include "cli/say.h"
#include "report/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The pack whose runs are told, for its title and for words that nobody chose. */
typedef struct known_pack {
    cli_pack *pack;      /* NULL: none */
    cli_loaded **loaded; /* owned: one for each of its scenarios, NULL until asked for */
} known_pack;

static void forget(known_pack *known)
{
    for (size_t i = 0; known->loaded && i < known->pack->scenario_count; i++)
        cli_loaded_free(known->loaded[i]);
    free(known->loaded);
    cli_pack_free(known->pack);
}

/* -1, or the exit code. */
static int know(known_pack *known, const cli_reporting *r, const char *path)
{
    const cli_load_options load = cli_load_asked(r->args);
    const cli_page page = cli_page_of(stderr);
    model_findings findings = {0};
    ear_error err = {.status = EAR_OK};
    int code = -1;

    if (cli_pack_open(&known->pack, path, &load, &findings, &err) != EAR_OK)
        code = cli_failed(&err);
    else if (!known->pack)
        code = CLI_FOUND;
    else if (!(known->loaded =
                   calloc(known->pack->scenario_count + 1, sizeof *known->loaded)))
        code = cli_failed(&(ear_error){.status = base_fail_memory(&err)});
    if (code == CLI_FOUND)
        cli_findings_print(stderr, &page, &(cli_found_in){path, NULL}, &findings,
                           MODEL_ERROR);
    model_findings_release(&findings);
    return code;
}

static const ear_scenario *scenario_of(known_pack *known, const char *id)
{
    model_findings findings = {0};

    for (size_t i = 0; known->pack && i < known->pack->scenario_count; i++) {
        if (strcmp(known->pack->scenarios[i], id) != 0)
            continue;
        if (!known->loaded[i])
            cli_load(&known->loaded[i], known->pack, id, &findings, NULL);
        model_findings_release(&findings);
        return known->loaded[i] ? known->loaded[i]->scenario : NULL;
    }
    return NULL;
}

static void tell_words(void *user, base_bytes *out, report_ask what, const char *scenario,
                       const char *reply)
{
    const ear_scenario *sc = scenario_of(user, scenario);
    model_id found;

    if (!sc || !model_find(sc, reply, strlen(reply), &found) ||
        found.thing != MODEL_THING_REPLY)
        return;

    const uint32_t choice = sc->details[found.index].statement;
    const model_moment *moment = &sc->moments[sc->statements[choice].moment];

    if (what == REPORT_ASK_WORDS)
        report_words(out, sc, &sc->replies[found.index].words);
    else if (what == REPORT_ASK_TITLE)
        report_words(out, sc, model_words_of(sc, moment->title));
    else
        report_words_before(out, sc, choice);
}

/* --- what is told ------------------------------------------------------------------- */

typedef struct many {
    const cli_reporting *r;
    known_pack known;
    cli_rows rows;
    report_group *group;
    base_bytes turns;
} many;

static void sessions_table(base_bytes *out, const cli_rows *rows)
{
    report_sessions_header(out);
    for (size_t i = 0; i < rows->session_count; i++) {
        report_session row = rows->sessions[i];

        if (rows->nameless)
            row.learner = "";
        report_sessions_row(out, &row);
    }
}

static void skills_table(base_bytes *out, const cli_rows *rows)
{
    report_skills_header(out);
    for (size_t i = 0; i < rows->skill_count; i++) {
        report_skill row = rows->skills[i];

        if (rows->nameless)
            row.learner = "";
        report_skills_row(out, &row);
    }
}

static void options_table(base_bytes *out, const report_group *group)
{
    report_options_header(out);
    for (size_t i = 0; i < group->choice_count; i++)
        for (uint32_t k = 0; k < group->choices[i].options; k++)
            report_options_row(out, &group->choices[i].option[k]->row);
}

/* Puts a table into the folder, and releases it. */
static ear_status put(const char *folder, const char *name, base_bytes *table,
                      ear_error *err)
{
    char path[STORE_PATH_MOST];
    ear_status status;

    if (table->failed)
        status = base_fail_memory(err);
    else if (!store_path_join(path, sizeof path, folder, name))
        status = base_fail(err, EAR_E_IO, "the name of the folder is too long");
    else
        status = store_file_put(path, base_bytes_string(table), table->length, err);
    base_bytes_release(table);
    return status;
}

static int write_tables(many *m, const char *folder)
{
    base_bytes sessions = {0}, skills = {0}, options = {0};
    ear_error err = {.status = EAR_OK};
    ear_status status = EAR_OK;

    sessions_table(&sessions, &m->rows);
    skills_table(&skills, &m->rows);
    options_table(&options, m->group);
    if (!store_folder_make(folder))
        status = base_fail(&err, EAR_E_IO, "the folder %.300s cannot be made", folder);
    if (status == EAR_OK)
        status = put(folder, "sessions.csv", &sessions, &err);
    if (status == EAR_OK)
        status = put(folder, "turns.csv", &m->turns, &err);
    if (status == EAR_OK)
        status = put(folder, "skills.csv", &skills, &err);
    if (status == EAR_OK)
        status = put(folder, "options.csv", &options, &err);
    base_bytes_release(&sessions);
    base_bytes_release(&skills);
    base_bytes_release(&options);
    if (status != EAR_OK)
        return cli_failed(&err);
    cli_say("%zu %s: sessions.csv, turns.csv, skills.csv and options.csv in %s",
            m->rows.session_count, m->rows.session_count == 1 ? "run" : "runs", folder);
    return CLI_DONE;
}

static int tell(many *m)
{
    base_bytes out = {0};

    switch (m->r->format) {
    case REPORT_HTML:
        report_group_html(&out, m->group);
        break;
    case REPORT_JSON:
        cli_report_group_json(&out, m->group);
        break;
    case REPORT_CSV:
        sessions_table(&out, &m->rows);
        break;
    default:
        report_group_text(&out, m->group);
    }
    return cli_report_write(m->r, &out);
}

static int finish(many *m)
{
    const char *folder = cli_text(m->r->args, "csv");
    ear_error err = {.status = EAR_OK};
    int code = CLI_DONE;

    for (size_t i = 0; i < m->rows.session_count; i++)
        report_group_session(m->group, &m->rows.sessions[i]);
    if (m->rows.failed || m->turns.failed)
        base_fail_memory(&err);
    else
        report_group_sum(m->group, &(report_source){tell_words, &m->known}, &err);
    if (err.status != EAR_OK)
        return cli_failed(&err);
    if (folder)
        code = write_tables(m, folder);
    if (code == CLI_DONE && (!folder || cli_text(m->r->args, "output")))
        code = tell(m);
    return code;
}

/* -1, or the exit code. */
static int begin(many *m, const cli_reporting *r, const char *title)
{
    ear_error err = {.status = EAR_OK};

    m->r = r;
    m->rows.nameless = cli_given(r->args, "no-name");
    if (report_group_new(&m->group, title, &err) != EAR_OK)
        return cli_failed(&err);
    m->rows.group = m->group;
    if (cli_text(r->args, "csv")) {
        report_turns_header(&m->turns);
        m->rows.turns = &m->turns;
    }
    return -1;
}

static void release(many *m)
{
    cli_rows_release(&m->rows);
    report_group_free(m->group);
    base_bytes_release(&m->turns);
    forget(&m->known);
}

/* --- where the runs come from ------------------------------------------------------- */

int cli_report_history(const cli_reporting *r, store_history **out)
{
    ear_error err = {.status = EAR_OK};

    if (!r->data[0])
        base_fail(&err, EAR_E_IO, "there is no home folder to look for runs in");
    else if (store_history_open(out, r->data, &err) == EAR_OK &&
             store_history_catch_up(*out, NULL, &err) == EAR_OK)
        return -1;
    store_history_close(*out);
    *out = NULL;
    return cli_failed(&err);
}

/* Runs of the pack at hand: by its id, or a scenario file by where it is. */
static int read_history(many *m)
{
    const cli_pack *pack = m->known.pack;
    const bool one = strchr(cli_text(m->r->args, "pack"), '#') != NULL;
    store_filter filter = {.pack = pack->id, .learner = cli_text(m->r->args, "learner")};
    store_history *history = NULL;
    base_bytes path = {0};
    ear_error err = {.status = EAR_OK};
    int code = cli_report_history(m->r, &history);

    if (code != -1)
        return code;
    if (one)
        filter.scenario = pack->wanted;
    if (!*pack->id && scenario_of(&m->known, pack->scenarios[0])) {
        cli_record_path(&path, m->known.loaded[0]);
        filter.path = base_bytes_string(&path);
    }
    if (cli_rows_read(&m->rows, history, &filter, &err) != EAR_OK)
        code = cli_failed(&err);
    base_bytes_release(&path);
    store_history_close(history);
    return code;
}

int cli_report_pack(const cli_reporting *r)
{
    many m = {.r = NULL};
    int code = know(&m.known, r, cli_text(r->args, "pack"));

    if (code == -1) {
        const cli_pack *pack = m.known.pack;

        code = begin(&m, r, *pack->title ? pack->title : pack->scenarios[0]);
    }
    if (code == -1)
        code = read_history(&m);
    if (code == -1)
        code = finish(&m);
    release(&m);
    return code;
}

int cli_report_runs(const cli_reporting *r)
{
    many m = {.r = NULL};
    int code = begin(&m, r, "Runs");

    for (size_t i = 0; code == -1 && i < r->args->count; i++) {
        store_run *run = NULL;

        code = cli_report_read(r, &run, r->args->words[i]);
        if (code == -1 && run->ended)
            cli_rows_add(&m.rows, run);
        else if (code == -1)
            cli_say("%s has not ended and is left out", run->id);
        store_run_free(run);
    }
    if (code == -1)
        code = finish(&m);
    release(&m);
    return code;
}
