#include "cli/resume.h"

#include "base/fail.h"
#include "sim/look.h"
#include "store/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

ear_status cli_resume_find(cli_resume *out, const cli_loaded *loaded, const char *learner,
                           ear_error *err)
{
    char data[STORE_PATH_MOST], runs[STORE_PATH_MOST];
    base_bytes path = {0};
    ear_status status;

    *out = (cli_resume){.run = NULL};
    if (!cli_record_folder(data, sizeof data) ||
        !store_path_join(runs, sizeof runs, data, "runs"))
        return EAR_OK;
    cli_record_path(&path, loaded);

    const store_which which = {.pack = loaded->pack->id,
                               .scenario = ear_scenario_id(loaded->scenario),
                               .path = base_bytes_string(&path),
                               .learner = learner};

    status = path.failed ? base_fail_memory(err)
                         : store_run_unfinished(&out->run, runs, &which, err);
    base_bytes_release(&path);
    return status;
}

ear_status cli_resume_session(ear_session **out, cli_resume *resume,
                              const cli_loaded *loaded, ear_error *err)
{
    const store_start *start = &resume->run->start;
    ear_options options = {.seed = start->seed,
                           .hooks = loaded->hooks,
                           .from = start->from,
                           .set = start->set,
                           .history = !start->assess};
    ear_error own = {.status = EAR_OK};
    const ear_status status = ear_session_new(out, loaded->scenario, &options, &own);

    if (status == EAR_OK || status == EAR_E_NOMEM) {
        if (status != EAR_OK && err)
            *err = own;
        return status;
    }
    resume->moved = true;
    snprintf(resume->replay.why, sizeof resume->replay.why,
             "the run began differently than it can now: %.400s", own.message);
    options.from = NULL;
    options.set = NULL;
    return ear_session_new(out, loaded->scenario, &options, err);
}

/* Nothing of the run fits, not even how it began. */
static void hold_nothing(cli_resume *resume)
{
    const store_run *run = resume->run;

    resume->replay.diverged = true;
    resume->replay.line = 1;
    resume->replay.held = 0;
    for (size_t i = 0; i < run->count && !resume->replay.reply; i++)
        if (run->events[i].kind == STORE_EVENT_REPLY)
            resume->replay.reply = run->events[i].reply.id;
}

static ear_status find_changes(cli_resume *resume, const cli_loaded *loaded,
                               ear_error *err)
{
    store_stamp *stamps = cli_record_stamps(loaded->pack);
    bool whole = stamps != NULL;

    if (stamps)
        store_run_changed(&resume->changed, resume->run, stamps,
                          loaded->pack->file_count);
    whole = whole && !resume->changed.failed;
    free(stamps);
    return whole ? EAR_OK : base_fail_memory(err);
}

ear_status cli_resume_play(cli_resume *resume, const cli_resumed *into,
                           const store_follow *follow, ear_error *err)
{
    ear_status status = EAR_OK;

    status = find_changes(resume, into->loaded, err);
    if (status != EAR_OK)
        return status;
    if (resume->moved)
        hold_nothing(resume);
    else
        status =
            store_run_replay(&resume->replay, into->session, resume->run, follow, err);
    if (status != EAR_OK)
        return status;
    return cli_record_continue(into->record, resume->run, &resume->replay, err);
}

/* Where each reply that stands led; `at` has room for all. Returns how many stand. */
static size_t standing(const cli_resume *resume, const char **at)
{
    size_t count = 0;

    for (size_t i = 0; i < resume->replay.held; i++) {
        const store_event *event = &resume->run->events[i];

        if (event->kind == STORE_EVENT_REPLY)
            at[count++] = event->reply.moment;
        else if (event->kind == STORE_EVENT_BACK && count > 0)
            count--;
    }
    return count;
}

uint32_t cli_resume_in_moment(const cli_resume *resume, const ear_session *session)
{
    const ear_scenario *sc = sim_session_scenario(session);
    const char **moments = calloc(resume->replay.held + 1, sizeof *moments);
    uint32_t inside = 0;

    if (!moments)
        return 0;
    for (size_t n = standing(resume, moments); n > 0; n--, inside++) {
        const char *before = n > 1 ? moments[n - 2] : resume->run->start.moment;

        if (strcmp(model_newest_name(sc, before), ear_session_moment(session)) != 0)
            break;
    }
    free(moments);
    return inside;
}

static const char *plural(uint32_t count)
{
    return count == 1 ? "y" : "ies";
}

void cli_resume_words(const cli_resume *resume, base_bytes *out)
{
    const store_replay *replay = &resume->replay;

    if (resume->run->word)
        base_bytes_print(out, "%s.\n", resume->run->word);
    if (!replay->diverged)
        return;
    if (resume->changed.length)
        base_bytes_print(out, "The scenario is not what it was: %s.\n",
                         base_bytes_string(&resume->changed));
    base_bytes_print(out, "%u of %u repl%s came back. Then %s.\n",
                     (unsigned)replay->replies, (unsigned)resume->run->replies,
                     plural(resume->run->replies), replay->why);
}

void cli_resume_release(cli_resume *resume)
{
    store_run_free(resume->run);
    base_bytes_release(&resume->changed);
    *resume = (cli_resume){.run = NULL};
}
