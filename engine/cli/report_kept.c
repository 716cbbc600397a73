#include "cli/report_kept.h"

#include "base/fail.h"
#include "cli/open.h"
#include "cli/report_json.h"
#include "report/kept.h"

#include <stdlib.h>

/* Lists that are made for the report; owned. */
typedef struct lists {
    report_turn *turns;
    report_skill *skills;
    report_kept_figure *figures;
    report_kept_cue *cues;
} lists;

static void release(lists *l)
{
    free(l->turns);
    free(l->skills);
    free(l->figures);
    free(l->cues);
}

static bool make_room(lists *l, const store_run *run)
{
    const store_end *end = &run->end;
    const size_t turns = run->count > end->turn_count ? run->count : end->turn_count;

    l->turns = calloc(turns + 1, sizeof *l->turns);
    l->skills = calloc(end->skill_count + 1, sizeof *l->skills);
    l->figures = calloc(end->figure_count + 1, sizeof *l->figures);
    l->cues = calloc(end->cue_count + 1, sizeof *l->cues);
    return l->turns && l->skills && l->figures && l->cues;
}

static report_session session_of(const cli_reporting *r, const store_run *run)
{
    const store_start *start = &run->start;
    const store_end *end = &run->end;
    report_session session = {.run = run->id,
                              .learner =
                                  cli_given(r->args, "no-name") ? NULL : start->learner,
                              .pack = start->pack,
                              .version = start->version,
                              .scenario = start->scenario,
                              .title = start->title,
                              .seed = start->seed,
                              .assess = start->assess,
                              .rated = run->rated};

    if (run->ended) {
        session.outcome = end->outcome;
        session.outcome_title = end->title;
        session.rating = end->rating;
        session.turns = end->turns;
        session.tenths = end->tenths;
    }
    return session;
}

static report_turn turn_of(const report_session *session, uint32_t number)
{
    return (report_turn){.run = session->run,
                         .learner = session->learner,
                         .pack = session->pack,
                         .version = session->version,
                         .scenario = session->scenario,
                         .turn = number};
}

static size_t ended_turns(report_turn *turns, const report_session *session,
                          const store_end *end)
{
    for (size_t i = 0; i < end->turn_count; i++) {
        const store_turn *it = &end->turn[i];
        report_turn *turn = &turns[i];

        *turn = turn_of(session, it->turn);
        turn->moment = it->moment;
        turn->choice = it->choice;
        turn->reply = it->reply;
        turn->said = it->said;
        turn->intent = it->intent;
        turn->rating = it->rating > 0 ? (uint32_t)it->rating : 0;
        turn->before = it->before;
        turn->after = it->after;
        turn->offered = it->offered;
        turn->offered_count = it->offered_count;
        turn->thinks = it->thinks;
        turn->why = it->why;
    }
    return end->turn_count;
}

/* Without an end the journal has the ids of the replies: those that stand. */
static size_t standing_turns(report_turn *turns, const report_session *session,
                             const store_run *run)
{
    size_t count = 0;

    for (size_t i = 0; i < run->count; i++) {
        const store_event *event = &run->events[i];

        if (event->kind == STORE_EVENT_BACK && count > 0)
            count--;
        if (event->kind != STORE_EVENT_REPLY)
            continue;
        turns[count] = turn_of(session, (uint32_t)count + 1);
        turns[count].reply = event->reply.id;
        count++;
    }
    return count;
}

static void fill(lists *l, report_kept *kept, const store_run *run)
{
    const store_end *end = &run->end;

    kept->curve = run->ended && end->turn_count > 0;
    kept->turn_count = kept->curve ? ended_turns(l->turns, &kept->session, end)
                                   : standing_turns(l->turns, &kept->session, run);
    kept->turns = l->turns;
    kept->heard = kept->curve ? end->heard : 0;
    for (size_t i = 0; i < end->skill_count; i++)
        l->skills[i] = (report_skill){.skill = end->skills[i].id,
                                      .label = end->skills[i].label,
                                      .points = end->skills[i].points,
                                      .possible = end->skills[i].possible};
    for (size_t i = 0; i < end->figure_count; i++)
        l->figures[i] =
            (report_kept_figure){end->figures[i].id, end->figures[i].label,
                                 end->figures[i].unit, end->figures[i].tenths};
    for (size_t i = 0; i < end->cue_count; i++)
        l->cues[i] =
            (report_kept_cue){end->cues[i].text, end->cues[i].turn, end->cues[i].caught};
    kept->skills = l->skills;
    kept->skill_count = end->skill_count;
    kept->figures = l->figures;
    kept->figure_count = end->figure_count;
    kept->cues = l->cues;
    kept->cue_count = end->cue_count;
}

static int tell(const cli_reporting *r, const report_kept *kept)
{
    base_bytes out = {0};

    switch (r->format) {
    case REPORT_HTML:
        report_kept_html(&out, kept);
        break;
    case REPORT_CSV:
        report_turns_header(&out);
        for (size_t i = 0; i < kept->turn_count; i++)
            report_turns_row(&out, &kept->turns[i]);
        break;
    case REPORT_JSON:
        cli_report_kept_json(&out, kept);
        break;
    default:
        report_kept_text(&out, kept);
    }
    return cli_report_write(r, &out);
}

int cli_report_kept(const cli_reporting *reporting, const store_run *run,
                    const char *note)
{
    char date[40];
    report_kept kept = {.note = note,
                        .date = date,
                        .session = session_of(reporting, run),
                        .next = run->next};
    lists l = {NULL, NULL, NULL, NULL};
    ear_error err = {.status = EAR_OK};
    int code;

    cli_report_date(date, run->start.wall);
    if (make_room(&l, run)) {
        fill(&l, &kept, run);
        code = tell(reporting, &kept);
    } else {
        base_fail_memory(&err);
        code = cli_failed(&err);
    }
    release(&l);
    return code;
}
