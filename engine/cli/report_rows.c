#include "cli/report_rows.h"

#include "base/fail.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *keep(cli_rows *rows, const char *text)
{
    const char *copy =
        text && *text ? base_arena_copy(&rows->arena, text, strlen(text)) : "";

    rows->failed |= !copy;
    return copy ? copy : "";
}

static const char *name_of(const cli_rows *rows, const char *learner)
{
    return rows->nameless || !learner ? "" : learner;
}

/* "2026-11-27T13:23:05Z" */
static const char *moment(cli_rows *rows, int64_t wall)
{
    const time_t seconds = (time_t)(wall / 1000);
    struct tm parts;
    char text[40] = "";

    if (gmtime_r(&seconds, &parts))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return keep(rows, text);
}

/* The meters of the customer model, as they are at the end. */
static void take_meters(report_session *session, const store_values *values)
{
    for (size_t i = 0; i < values->count; i++) {
        if (values->at[i].flag)
            continue;
        if (strcmp(values->at[i].id, "progress") == 0)
            session->progress = values->at[i].value;
        else if (strcmp(values->at[i].id, "heard") == 0)
            session->heard = values->at[i].value;
    }
}

static bool add_session(void *user, const store_run_row *row)
{
    cli_rows *rows = user;
    const uint32_t name = report_name(&rows->runs, row->id);

    if (name != rows->session_count) { /* known, or no memory */
        rows->failed |= name == REPORT_NO_NAME;
        return !rows->failed;
    }

    report_session *at = report_grow((void **)&rows->sessions, &rows->session_count,
                                     &rows->session_room, sizeof *at);

    if (!at) {
        rows->failed = true;
        return false;
    }
    *at = (report_session){.run = rows->runs.at[name],
                           .learner = keep(rows, row->learner),
                           .nth = row->nth,
                           .started = moment(rows, row->started),
                           .pack = keep(rows, row->pack),
                           .version = keep(rows, row->version),
                           .scenario = keep(rows, row->scenario),
                           .title = keep(rows, row->title),
                           .outcome = keep(rows, row->outcome),
                           .outcome_title = keep(rows, row->outcome_title),
                           .rating = keep(rows, row->rating),
                           .turns = row->turns,
                           .tenths = row->tenths,
                           .seed = row->seed,
                           .assess = row->assess,
                           .ease_at_start = row->ease_at_start,
                           .ease = row->ease,
                           .rated = row->rated,
                           .progress = -1,
                           .heard = -1,
                           .others = ""};
    for (int i = 0; i < REPORT_KNOWN; i++)
        at->figures[i] = REPORT_NO_FIGURE;
    take_meters(at, &row->meters);
    return !rows->failed;
}

/* NULL: a run that was not asked for. */
static report_session *session_of(cli_rows *rows, const char *run)
{
    const uint32_t name = report_name(&rows->runs, run);

    return name < rows->session_count ? &rows->sessions[name] : NULL;
}

static void add_other(cli_rows *rows, report_session *session, const store_figure *figure)
{
    base_bytes text = {0};
    const int64_t tenths = figure->tenths;

    base_bytes_print(&text, "%s%s%s=%s%" PRId64 ".%" PRId64, session->others,
                     *session->others ? " " : "", figure->id, tenths < 0 ? "-" : "",
                     tenths < 0 ? -(tenths / 10) : tenths / 10,
                     tenths < 0 ? -(tenths % 10) : tenths % 10);
    rows->failed |= text.failed;
    session->others = keep(rows, base_bytes_string(&text));
    base_bytes_release(&text);
}

static bool add_figure(void *user, const store_figure_row *row)
{
    cli_rows *rows = user;
    report_session *session = session_of(rows, row->run->id);
    const report_known known = report_known_of(row->figure.id);

    if (!session)
        return true;
    if (known == REPORT_KNOWN)
        add_other(rows, session, &row->figure);
    else
        session->figures[known] = row->figure.tenths;
    return !rows->failed;
}

static bool add_skill(void *user, const store_skill_row *row)
{
    cli_rows *rows = user;
    const report_session *session = session_of(rows, row->run->id);
    report_skill *at;

    if (!session)
        return true;
    at = report_grow((void **)&rows->skills, &rows->skill_count, &rows->skill_room,
                     sizeof *at);
    if (!at) {
        rows->failed = true;
        return false;
    }
    *at = (report_skill){.run = session->run,
                         .learner = session->learner,
                         .pack = session->pack,
                         .version = session->version,
                         .scenario = session->scenario,
                         .skill = keep(rows, row->skill.id),
                         .label = keep(rows, row->skill.label),
                         .points = row->skill.points,
                         .possible = row->skill.possible};
    return !rows->failed;
}

static bool add_turn(void *user, const store_turn_row *row)
{
    cli_rows *rows = user;
    report_session *session = session_of(rows, row->run->id);
    const store_turn *it = &row->turn;

    if (!session)
        return true;

    const report_turn turn = {.run = session->run,
                              .learner = name_of(rows, session->learner),
                              .pack = session->pack,
                              .version = session->version,
                              .scenario = session->scenario,
                              .turn = it->turn,
                              .moment = it->moment,
                              .choice = it->choice,
                              .reply = it->reply,
                              .said = it->said,
                              .intent = it->intent,
                              .rating = it->rating > 0 ? (uint32_t)it->rating : 0,
                              .before = it->before,
                              .after = it->after,
                              .offered = it->offered,
                              .offered_count = it->offered_count,
                              .thinks = it->thinks,
                              .why = it->why};

    if (rows->group)
        report_group_turn(rows->group, &turn);
    if (rows->turns)
        report_turns_row(rows->turns, &turn);
    return true;
}

/* The run and its scenario are filled in. */
static void take_cue(cli_rows *rows, const char *run, report_cue cue)
{
    const report_session *session = session_of(rows, run);

    if (!session || !rows->group)
        return;
    cue.run = run;
    cue.scenario = session->scenario;
    report_group_cue(rows->group, &cue);
}

static bool add_cue(void *user, const store_cue_row *row)
{
    take_cue(user, row->run->id,
             (report_cue){.text = row->cue.text, .caught = row->cue.caught});
    return true;
}

/* Where no answer is right there is nothing to miss. */
static bool add_notice(void *user, const store_notice_row *row)
{
    if (row->notice.right >= 0)
        take_cue(user, row->run->id,
                 (report_cue){.text = row->notice.question,
                              .asked = true,
                              .caught = row->notice.right > 0});
    return true;
}

ear_status cli_rows_read(cli_rows *rows, store_history *history,
                         const store_filter *filter, ear_error *err)
{
    ear_status status = store_history_runs(history, filter, add_session, rows, err);

    if (status == EAR_OK)
        status = store_history_figures(history, filter, add_figure, rows, err);
    if (status == EAR_OK)
        status = store_history_skills(history, filter, add_skill, rows, err);
    if (status == EAR_OK)
        status = store_history_turns(history, filter, add_turn, rows, err);
    if (status == EAR_OK)
        status = store_history_cues(history, filter, add_cue, rows, err);
    if (status == EAR_OK)
        status = store_history_notices(history, filter, add_notice, rows, err);
    return status == EAR_OK && rows->failed ? base_fail_memory(err) : status;
}

void cli_rows_add(cli_rows *rows, const store_run *run)
{
    const store_start *start = &run->start;
    const store_end *end = &run->end;
    const store_run_row row = {.id = run->id,
                               .learner = start->learner,
                               .pack = start->pack,
                               .version = start->version,
                               .scenario = start->scenario,
                               .title = start->title,
                               .outcome = end->outcome,
                               .outcome_title = end->title,
                               .rating = end->rating,
                               .started = start->wall,
                               .turns = end->turns,
                               .tenths = end->tenths,
                               .seed = start->seed,
                               .rated = run->rated,
                               .assess = start->assess,
                               .ease_at_start = end->ease_at_start,
                               .ease = end->ease,
                               .meters = end->turn_count
                                             ? end->turn[end->turn_count - 1].values
                                             : (store_values){NULL, 0}};

    add_session(rows, &row);
    for (size_t i = 0; i < end->figure_count; i++)
        add_figure(rows, &(store_figure_row){&row, end->figures[i]});
    for (size_t i = 0; i < end->skill_count; i++)
        add_skill(rows, &(store_skill_row){&row, end->skills[i]});
    for (size_t i = 0; i < end->turn_count; i++)
        add_turn(rows, &(store_turn_row){&row, end->turn[i]});
    for (size_t i = 0; i < end->cue_count; i++)
        add_cue(rows, &(store_cue_row){&row, end->cues[i]});
    for (size_t i = 0; i < end->notice_count; i++)
        add_notice(rows, &(store_notice_row){&row, end->notices[i]});
}

void cli_rows_release(cli_rows *rows)
{
    base_arena_release(&rows->arena);
    report_names_release(&rows->runs);
    free(rows->sessions);
    free(rows->skills);
    *rows = (cli_rows){.failed = false};
}
