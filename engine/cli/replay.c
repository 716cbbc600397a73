/* `replay`: a saved run once more, state by state. */
#include "cli/command.h"
#include "cli/json.h"
#include "cli/open.h"
#include "cli/resume.h"
#include "cli/say.h"
#include "sim/look.h"

#include "store/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct verdict {
    const store_run *run;
    store_replay replay;
    base_bytes changed;
    char end[256]; /* why the end is another one; "" */
} verdict;

static bool same(const verdict *v)
{
    return !v->replay.diverged && !v->end[0];
}

/* --- saying it ---------------------------------------------------------------------- */

static void say(const verdict *v)
{
    const store_run *run = v->run;
    cli_page page = cli_page_of(stdout);

    printf("%s: %s, %u repl%s%s%s\n", run->id, run->start.title, (unsigned)run->replies,
           run->replies == 1 ? "y" : "ies", run->ended ? ", ended: " : ", not ended",
           run->ended ? run->end.title : "");
    if (v->changed.length)
        printf("The scenario has changed since: %s\n", base_bytes_string(&v->changed));
    cli_look_print(stdout, &page, same(v) ? CLI_GREEN : CLI_RED);
    if (same(v))
        printf("Every state is the same.");
    else if (v->replay.diverged)
        printf("Reply %u is the first that differs: %s.", (unsigned)v->replay.replies + 1,
               v->replay.why);
    else
        printf("Every reply is the same, the end differs: %s.", v->end);
    cli_look_print(stdout, &page, CLI_PLAIN);
    putchar('\n');
}

static json_t *differences(const store_replay *replay)
{
    json_t *list = json_array();
    base_json o = {.json = NULL};

    for (size_t i = 0; i < replay->difference_count; i++) {
        const store_difference *one = &replay->differences[i];
        base_json d = base_json_begin_with("id", one->id);

        base_json_put(&d, "was",
                      one->flag ? json_boolean(one->was) : json_integer(one->was));
        if (!one->gone)
            base_json_put(&d, "is",
                          one->flag ? json_boolean(one->is) : json_integer(one->is));
        base_json_append(&o, list, base_json_take(&d));
    }
    if (!o.failed)
        return list;
    json_decref(list);
    return NULL;
}

static int say_json(const verdict *v)
{
    const store_run *run = v->run;
    base_json o = base_json_begin();
    base_bytes out = {0};
    int code = CLI_DONE;

    base_json_put(&o, "format", json_integer(1));
    base_json_put_text(&o, "run", run->id);
    base_json_put_text(&o, "pack", run->start.pack);
    base_json_put_text(&o, "version", run->start.version);
    base_json_put_text(&o, "scenario", run->start.scenario);
    base_json_put_text(&o, "learner", run->start.learner);
    base_json_put(&o, "seed", json_integer((json_int_t)run->start.seed));
    base_json_put(&o, "replies", json_integer(run->replies));
    base_json_put(&o, "held", json_integer(v->replay.replies));
    base_json_put(&o, "same", json_boolean(same(v)));
    if (run->ended)
        base_json_put_text(&o, "outcome", run->end.outcome);
    base_json_put_text(&o, "changed", base_bytes_string(&v->changed));
    base_json_put_text(&o, "dropped", run->word);
    if (v->replay.diverged) {
        base_json_put_text(&o, "reply", v->replay.reply);
        base_json_put_text(&o, "message", v->replay.why);
        base_json_put(&o, "differences", differences(&v->replay));
    }
    base_json_put_text(&o, "end", v->end);
    cli_json_line(&o, &out);
    if (!cli_flush(&out, stdout))
        code = CLI_UNREADABLE;
    base_bytes_release(&out);
    return code;
}

/* --- playing it --------------------------------------------------------------------- */

/* After every reply held: is the end what it was? */
static void compare_end(verdict *v, const ear_session *session)
{
    const char *outcome = ear_session_outcome(session);

    if (v->replay.diverged || !v->run->ended)
        return;
    if (!outcome)
        snprintf(v->end, sizeof v->end, "it had ended with '%.80s' and now goes on",
                 v->run->end.outcome);
    else if (strcmp(model_newest_name(sim_session_scenario(session), v->run->end.outcome),
                    outcome) != 0)
        snprintf(v->end, sizeof v->end, "it was '%.80s' and is '%.80s'",
                 v->run->end.outcome, outcome);
    else if (v->run->end.hash != ear_session_hash(session))
        snprintf(v->end, sizeof v->end, "the state at the end is not what it was");
}

static ear_status play(verdict *v, const cli_loaded *loaded, ear_error *err)
{
    cli_resume resume = {.run = (store_run *)v->run};
    const cli_resumed into = {.loaded = loaded};
    ear_session *session = NULL;
    ear_status status = cli_resume_session(&session, &resume, loaded, err);

    if (status == EAR_OK)
        status = ear_session_begin(session, NULL, err);
    if (status == EAR_OK) {
        cli_resumed with = into;

        with.session = session;
        status = cli_resume_play(&resume, &with, NULL, err);
    }
    v->replay = resume.replay;
    v->changed = resume.changed;
    if (status == EAR_OK)
        compare_end(v, session);
    ear_session_free(session);
    return status;
}

static int verify(const cli_args *args, const store_run *run, const cli_loaded *loaded)
{
    verdict v = {.run = run};
    ear_error err = {0};
    int code;

    if (play(&v, loaded, &err) != EAR_OK) {
        code = cli_failed(&err);
    } else if (cli_given(args, "json")) {
        code = say_json(&v);
    } else {
        say(&v);
        code = CLI_DONE;
    }
    if (code == CLI_DONE && !same(&v))
        code = CLI_FOUND;
    base_bytes_release(&v.changed);
    return code;
}

/* PATH, or PATH#scenario where the run says which one it is. */
static void pack_path(base_bytes *out, const cli_args *args, const store_run *run)
{
    const char *given = cli_text(args, "pack");
    const size_t length = given ? strlen(given) : 0;

    base_bytes_text(out, given ? given : run->start.path);
    if (given && !strchr(given, '#') &&
        (length < 4 || strcmp(given + length - 4, ".lua") != 0))
        base_bytes_print(out, "#%s", run->start.scenario);
}

static int replay_run(const cli_args *args, const store_run *run)
{
    const cli_load_options options = cli_load_asked(args);
    base_bytes path = {0};
    cli_opened opened;
    int code;

    if (run->word)
        cli_say("%s", run->word);
    pack_path(&path, args, run);
    code = cli_open(&opened, base_bytes_string(&path), &options);
    if (code == -1)
        code = verify(args, run, opened.loaded);
    else if (!cli_given(args, "pack"))
        cli_say_next("--pack PATH says where the scenario of this run is now");
    cli_opened_release(&opened);
    base_bytes_release(&path);
    return code;
}

ear_status cli_run_named(store_run **out, const char *name, ear_error *err)
{
    char data[STORE_PATH_MOST], runs[STORE_PATH_MOST], path[STORE_PATH_MOST];
    ear_status status;

    if (strchr(name, '/') || access(name, F_OK) == 0)
        return store_run_read(out, name, err);
    if (!cli_record_folder(data, sizeof data) ||
        !store_path_join(runs, sizeof runs, data, "runs"))
        runs[0] = '\0';
    status = store_run_find(path, sizeof path, runs, name, err);
    return status == EAR_OK ? store_run_read(out, path, err) : status;
}

static int run_replay(const cli_args *args)
{
    store_run *run = NULL;
    ear_error err = {0};
    int code;

    if (cli_run_named(&run, args->words[0], &err) != EAR_OK)
        return cli_failed(&err);
    code = replay_run(args, run);
    store_run_free(run);
    return code;
}

static const cli_option replay_options[] = {
    {"json", NULL, "one object with what was found", 0},
    {"pack", "PATH", "the scenario, where it is not where it was", 0},
    CLI_OPTION_LIMITS,
    {0}};

const cli_command cli_command_replay = {
    .name = "replay",
    .argument = "RUN",
    .help = "plays a saved run again and verifies that it gives the same states",
    .examples =
        "  earshot replay 2026-11-27-1323        (the beginning of its id is enough)\n"
        "  earshot replay saved/2026-11-27-132305123-k3f9q2.run --pack my-pack\n"
        "  earshot runs                          lists them\n",
    .options = replay_options,
    .least = 1,
    .most = 1,
    .run = run_replay,
};
