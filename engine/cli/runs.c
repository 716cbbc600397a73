/* `runs`: what was saved: listed, filtered, deleted, brought together, given out. */
#include "cli/runs.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/open.h"
#include "cli/record.h"
#include "cli/say.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "store/file.h"
#include "store/history.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

typedef struct listing {
    const cli_args *args;
    cli_page page;
    bool json;
    base_json o;  /* --json */
    json_t *list; /* borrowed from o */
    base_bytes out;
    size_t count;
} listing;

/* --- dates and names ---------------------------------------------------------------- */

void cli_run_date(char out[32], int64_t ms)
{
    const time_t at = (time_t)(ms / 1000);
    struct tm parts;

    out[0] = '\0';
    if (ms > 0 && localtime_r(&at, &parts))
        strftime(out, 32, "%Y-%m-%d %H:%M", &parts);
}

static void put_time(base_json *o, const char *key, int64_t ms)
{
    const time_t at = (time_t)(ms / 1000);
    struct tm parts;
    char text[32];

    if (ms > 0 && gmtime_r(&at, &parts) &&
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) > 0)
        base_json_put_text(o, key, text);
}

/* --- listing ------------------------------------------------------------------------ */

static void put_row(listing *l, const store_run_row *row)
{
    base_json one = base_json_begin_with("run", row->id);

    base_json_put_text(&one, "learner", row->learner);
    put_time(&one, "started", row->started);
    base_json_put_text(&one, "pack", row->pack);
    base_json_put_text(&one, "version", row->version);
    base_json_put_text(&one, "scenario", row->scenario);
    base_json_put_text(&one, "title", row->title);
    base_json_put_text(&one, "path", row->path);
    base_json_put(&one, "turns", json_integer(row->turns));
    base_json_put(&one, "ended", json_boolean(row->outcome != NULL));
    if (row->outcome) {
        base_json_put(&one, "seconds", cli_json_tenths((int64_t)row->tenths));
        base_json_put_text(&one, "outcome", row->outcome);
        base_json_put_text(&one, "outcome_title", row->outcome_title);
        base_json_put_text(&one, "rating", row->rating);
    }
    if (row->nth)
        base_json_put(&one, "nth", json_integer(row->nth));
    if (row->rated)
        base_json_put(&one, "rated", json_integer(row->rated));
    base_json_append(&l->o, l->list, base_json_take(&one));
}

/* Names and titles are other people's words. */
static void add_clean(base_bytes *out, const char *text)
{
    base_bytes clean = {0};

    base_utf8_clean(&clean, text, strlen(text));
    for (size_t i = 0; i < clean.length; i++)
        if (clean.at[i] == '\n')
            clean.at[i] = ' ';
    base_bytes_add(out, base_bytes_string(&clean), clean.length);
    out->failed |= clean.failed;
    base_bytes_release(&clean);
}

static void say_row(listing *l, const store_run_row *row)
{
    base_bytes *out = &l->out;
    char date[32];

    cli_run_date(date, row->started);
    base_bytes_print(out, "%s  %s  ", row->id, date);
    add_clean(out, row->title && *row->title ? row->title : row->scenario);
    base_bytes_print(out, ", %u repl%s: ", (unsigned)row->turns,
                     row->turns == 1 ? "y" : "ies");
    if (row->outcome)
        add_clean(out, row->outcome_title && *row->outcome_title ? row->outcome_title
                                                                 : row->outcome);
    else
        base_bytes_text(out, "not ended");
    if (row->learner) {
        base_bytes_text(out, " (");
        add_clean(out, row->learner);
        base_bytes_char(out, ')');
    }
    base_bytes_char(out, '\n');
}

static bool list_row(void *user, const store_run_row *row)
{
    listing *l = user;

    l->count++;
    if (l->json)
        put_row(l, row);
    else
        say_row(l, row);
    return !l->out.failed && !l->o.failed;
}

static bool list_unfinished(void *user, store_run *run)
{
    const store_run_row row = {.id = run->id,
                               .learner = run->start.learner,
                               .pack = run->start.pack,
                               .version = run->start.version,
                               .scenario = run->start.scenario,
                               .title = run->start.title,
                               .path = run->start.path,
                               .started = run->start.wall,
                               .turns = run->replies,
                               .seed = run->start.seed};
    const bool on = list_row(user, &row);

    store_run_free(run);
    return on;
}

static int finish_list(listing *l)
{
    int code = CLI_DONE;

    if (l->json)
        cli_json_line(&l->o, &l->out);
    if (!l->json && l->count == 0)
        cli_say("no saved run fits");
    if (!cli_flush(&l->out, stdout) && errno != EPIPE) {
        cli_say("the list cannot be written: %s", strerror(errno));
        code = CLI_UNREADABLE;
    }
    base_bytes_release(&l->out);
    return code;
}

/* Unfinished ones first: they are what somebody looks for. */
static int list(const cli_args *args, store_history *history)
{
    listing l = {
        .args = args, .page = cli_page_of(stdout), .json = cli_given(args, "json")};
    const store_filter filter = {.learner = cli_text(args, "learner"),
                                 .pack = cli_text(args, "pack"),
                                 .scenario = cli_text(args, "scenario"),
                                 .newest_first = true};
    const store_which which = {
        .learner = filter.learner, .pack = filter.pack, .scenario = filter.scenario};
    ear_error err = {0};
    ear_status status;

    if (l.json) {
        l.o = base_json_begin();
        l.list = json_array();
        base_json_put(&l.o, "format", json_integer(1));
        base_json_put(&l.o, "runs", l.list);
    }
    status = store_history_unfinished(history, &which, list_unfinished, &l, &err);
    if (status == EAR_OK && !cli_given(args, "unfinished"))
        status = store_history_runs(history, &filter, list_row, &l, &err);
    const int code = finish_list(&l);
    return status == EAR_OK ? code : cli_failed(&err);
}

/* --- the rest ----------------------------------------------------------------------- */

static int delete_run(const cli_args *args, store_history *history)
{
    store_run *run = NULL;
    char id[STORE_RUN_ID_MOST];
    ear_error err = {0};
    const char *wanted = cli_text(args, "delete");

    /* As much of an id as is enough; a damaged one by its whole id. */
    snprintf(id, sizeof id, "%s", wanted);
    if (cli_run_named(&run, wanted, &err) == EAR_OK)
        snprintf(id, sizeof id, "%s", run->id);
    store_run_free(run);
    if (store_history_delete(history, id, &err) != EAR_OK)
        return cli_failed(&err);
    cli_say("run %s is deleted", id);
    return CLI_DONE;
}

static int import(const cli_args *args, store_history *history)
{
    char inner[STORE_PATH_MOST];
    const char *folder = cli_text(args, "import");
    store_imported all, more = {0};
    struct stat about;
    ear_error err = {0};
    ear_status status = store_history_import(history, folder, &all, &err);

    /* A whole data folder was meant. */
    if (status == EAR_OK && store_path_join(inner, sizeof inner, folder, "runs") &&
        stat(inner, &about) == 0)
        status = store_history_import(history, inner, &more, &err);
    if (status != EAR_OK)
        return cli_failed(&err);
    cli_say("%zu new, %zu known already, %zu that cannot be read", all.taken + more.taken,
            all.known + more.known, all.refused + more.refused);
    return CLI_DONE;
}

/* A slip in a name is not to look like a promise that was kept. */
static void say_unknown(const char *learner)
{
    cli_say("there is no run of '%s'; 'earshot runs' shows the names as they were given",
            learner);
}

static int export_learner(const cli_args *args, store_history *history)
{
    const char *to = cli_text(args, "output");
    base_bytes out = {0};
    size_t runs = 0;
    ear_error err = {0};
    ear_status status = store_history_export(history, cli_text(args, "export-learner"),
                                             &out, &runs, &err);
    int code = CLI_DONE;

    if (status == EAR_OK && to && strcmp(to, "-") != 0)
        status = store_file_put(to, out.at, out.length, &err);
    else if (status == EAR_OK && !cli_flush(&out, stdout))
        status = base_fail(&err, EAR_E_IO, "it cannot be written: %s", strerror(errno));
    if (status != EAR_OK)
        code = cli_failed(&err);
    else if (runs == 0)
        say_unknown(cli_text(args, "export-learner"));
    base_bytes_release(&out);
    return code;
}

static int erase_learner(const cli_args *args, store_history *history)
{
    ear_error err = {0};
    size_t runs = 0;

    if (store_history_erase(history, cli_text(args, "erase-learner"), &runs, &err) !=
        EAR_OK)
        return cli_failed(&err);
    if (runs > 0)
        cli_say("%zu run%s, and all that was known of '%s', erased", runs,
                runs == 1 ? "" : "s", cli_text(args, "erase-learner"));
    else
        say_unknown(cli_text(args, "erase-learner"));
    return CLI_DONE;
}

static int rebuild(const char *data)
{
    ear_error err = {0};
    size_t taken = 0;

    if (store_history_rebuild(data, &taken, &err) != EAR_OK)
        return cli_failed(&err);
    cli_say("the history was made anew from %zu run%s", taken, taken == 1 ? "" : "s");
    return CLI_DONE;
}

static int with_history(const cli_args *args, store_history *history)
{
    if (cli_given(args, "delete"))
        return delete_run(args, history);
    if (cli_given(args, "import"))
        return import(args, history);
    if (cli_given(args, "export-learner"))
        return export_learner(args, history);
    if (cli_given(args, "erase-learner"))
        return erase_learner(args, history);
    return list(args, history);
}

ear_status cli_history_open(store_history **out, ear_error *err)
{
    char data[STORE_PATH_MOST];
    ear_status status;

    *out = NULL;
    if (!cli_record_folder(data, sizeof data))
        return base_fail(err, EAR_E_IO, "there is no home folder to keep runs in");
    status = store_history_open(out, data, err);
    if (status == EAR_OK)
        status = store_history_catch_up(*out, NULL, err);
    if (status != EAR_OK) {
        store_history_close(*out);
        *out = NULL;
    }
    return status;
}

char *cli_history_next(const char *learner)
{
    store_history *history = NULL;
    char *next = NULL;

    if (cli_history_open(&history, NULL) == EAR_OK)
        store_history_next(history, learner, &next, NULL);
    store_history_close(history);
    return next;
}

static int several(const cli_args *args)
{
    static const char *const one_of[] = {"delete", "import", "export-learner",
                                         "erase-learner", "rebuild"};
    int given = 0;

    for (size_t i = 0; i < sizeof one_of / sizeof *one_of; i++)
        given += cli_given(args, one_of[i]);
    return given > 1;
}

static int run_runs(const cli_args *args)
{
    char data[STORE_PATH_MOST];
    store_history *history = NULL;
    ear_error err = {0};
    int code;

    if (several(args))
        return cli_wrong(args->command, "one thing at a time: delete, import, export, "
                                        "erase or rebuild");
    if (!cli_record_folder(data, sizeof data)) {
        cli_say("there is no home folder to keep runs in");
        return CLI_UNREADABLE;
    }
    if (cli_given(args, "rebuild"))
        return rebuild(data);
    if (cli_history_open(&history, &err) != EAR_OK)
        return cli_failed(&err);
    code = with_history(args, history);
    store_history_close(history);
    return code;
}

static const cli_option runs_options[] = {
    {"json", NULL, "one object with a list", 0},
    {"learner", "NAME", "only those of this learner (\"\": those without a name)", 0},
    {"pack", "ID", "only those of this pack", 0},
    {"scenario", "ID", "only those of this scenario", 0},
    {"unfinished", NULL, "only those that can be carried on", 0},
    {"delete", "RUN", "delete one: its journal, its figures, what was written about it",
     0},
    {"rebuild", NULL, "make the history anew from the saved runs", 0},
    {"import", "FOLDER", "take in the runs of another computer (again does no harm)", 0},
    {"export-learner", "NAME", "all that is known of a person, as JSON", 0},
    {"output", "FILE", "where the export goes instead of stdout", 'o'},
    {"erase-learner", "NAME", "erase all that is known of a person", 0},
    {0}};

const cli_command cli_command_runs = {
    .name = "runs",
    .argument = "",
    .help = "lists the saved runs; deletes, imports, exports, erases",
    .examples = "  earshot runs\n"
                "  earshot runs --learner Ann --json\n"
                "  earshot runs --unfinished\n"
                "  earshot runs --import /media/stick/runs\n"
                "  earshot runs --export-learner Ann -o ann.json\n"
                "  earshot runs --erase-learner Ann\n",
    .options = runs_options,
    .least = 0,
    .most = 0,
    .run = run_runs,
};
