#include "cli/record_end.h"

#include "base/arena.h"
#include "base/grow.h"
#include "model/terms.h"
#include "sim/look.h"
#include "store/file.h"
#include "store/history.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void cli_acts_add(cli_acts *acts, sim_act_kind kind, const char *id, uint32_t option,
                  uint64_t hash)
{
    sim_act *moved = base_grown(acts->at, &acts->room, acts->count + 1, sizeof *moved);

    if (!moved) {
        acts->failed = true;
        return;
    }
    acts->at = moved;
    acts->at[acts->count++] =
        (sim_act){.kind = kind, .id = id, .option = option, .hash = hash};
}

void cli_acts_release(cli_acts *acts)
{
    free(acts->at);
    *acts = (cli_acts){0};
}

static int32_t outcomes_of(const ear_scenario *sc)
{
    int32_t count = 0;

    for (uint32_t i = 0; i < sc->count[MODEL_S_MOMENTS]; i++)
        count += sc->moments[i].kind == MODEL_OUTCOME;
    return count;
}

/* --- from the score to what the journal keeps --------------------------------------- */

typedef struct ending {
    const ear_scenario *sc;
    const sim_score *score;
    base_arena arena;
    bool failed;
    store_end end;
} ending;

static void *room_for(ending *e, size_t count, size_t size)
{
    void *at = base_arena_alloc(&e->arena, (count ? count : 1) * size);

    e->failed |= !at;
    return at;
}

static double number_of(base_number number)
{
    return (double)number.num / (double)number.den;
}

static void put_figures(ending *e)
{
    store_figure *at = room_for(e, e->score->figure_count, sizeof *at);

    for (size_t i = 0; at && i < e->score->figure_count; i++) {
        const sim_figure *figure = &e->score->figures[i];
        const model_kpi *kpi = &e->sc->kpis[figure->kpi];

        at[i] = (store_figure){
            .id = model_string(e->sc, kpi->id),
            .label = model_string(e->sc, kpi->label),
            .unit = model_string(e->sc, kpi->unit),
            .tenths = figure->tenths,
            .least = kpi->bounded & 1 ? number_of(kpi->min) : (double)NAN,
            .most = kpi->bounded & 2 ? number_of(kpi->max) : (double)NAN,
            .lower_is_better = kpi->lower_is_better != 0,
        };
    }
    e->end.figures = at;
    e->end.figure_count = e->score->figure_count;
}

static void put_skills(ending *e)
{
    const size_t count = e->sc->count[MODEL_S_SKILLS];
    store_skill *at = room_for(e, count, sizeof *at);

    for (size_t i = 0; at && i < count; i++)
        at[i] = (store_skill){.id = model_string(e->sc, e->sc->skills[i].id),
                              .label = model_string(e->sc, e->sc->skills[i].label),
                              .points = e->score->skills[i].earned,
                              .possible = e->score->skills[i].possible};
    e->end.skills = at;
    e->end.skill_count = count;
}

static void put_cues(ending *e)
{
    store_cue *at = room_for(e, e->score->cue_count, sizeof *at);
    size_t n = 0;

    for (size_t i = 0; at && i < e->score->cue_count; i++) {
        const sim_cue *cue = &e->score->cues[i];

        if (cue->caught != SIM_CUE_OPEN)
            at[n++] = (store_cue){cue->words, cue->point, cue->caught == SIM_CUE_CAUGHT};
    }
    e->end.cues = at;
    e->end.cue_count = n;
}

static void put_notices(ending *e)
{
    store_notice *at = room_for(e, e->score->notice_count, sizeof *at);
    size_t n = 0;

    for (size_t i = 0; at && i < e->score->notice_count; i++) {
        const sim_noticed *noticed = &e->score->notices[i];
        const model_notice *notice = &e->sc->notices[noticed->notice];

        if (noticed->option >= notice->options.count)
            continue;
        at[n++] = (store_notice){
            .question = model_string(e->sc, notice->question.text),
            .turn = noticed->point,
            .option = noticed->option,
            .answer = model_string(
                e->sc, e->sc->words[notice->options.first + noticed->option].text),
            .right = noticed->judged ? noticed->right : -1};
    }
    e->end.notices = at;
    e->end.notice_count = n;
}

static store_values meters_of(ending *e, const sim_point *point)
{
    const size_t count = e->sc->count[MODEL_S_METERS];
    store_value *at = room_for(e, count, sizeof *at);

    for (size_t i = 0; at && i < count; i++)
        at[i] = (store_value){model_string(e->sc, e->sc->meters[i].id), point->meters[i],
                              false};
    return (store_values){at, at ? count : 0};
}

static const char *reply_id(const ending *e, uint32_t reply)
{
    return model_string(e->sc, e->sc->details[reply].id);
}

static store_turn turn_of(ending *e, const sim_turn *turn)
{
    const sim_point *points = e->score->points;
    const char **offered = room_for(e, turn->option_count, sizeof *offered);

    for (size_t i = 0; offered && i < turn->option_count; i++)
        offered[i] = reply_id(e, turn->options[i].reply);
    return (store_turn){.turn = turn->number,
                        .moment = model_string(e->sc, e->sc->moments[turn->moment].id),
                        .choice = reply_id(e, e->sc->statements[turn->choice].item),
                        .reply = reply_id(e, turn->reply),
                        .said = turn->words,
                        .intent =
                            turn->intent == MODEL_NONE
                                ? NULL
                                : model_string(e->sc, e->sc->intents[turn->intent].id),
                        .thinks = turn->thinks,
                        .why = turn->why,
                        .before = points[turn->number - 1].mood.ease,
                        .after = points[turn->number].mood.ease,
                        .rating = (int32_t)turn->rating,
                        .offered = offered,
                        .offered_count = offered ? turn->option_count : 0,
                        .values = meters_of(e, &points[turn->number])};
}

static void put_turns(ending *e)
{
    store_turn *at = room_for(e, e->score->turn_count, sizeof *at);

    for (size_t i = 0; at && i < e->score->turn_count; i++)
        at[i] = turn_of(e, &e->score->turns[i]);
    e->end.turn = at;
    e->end.turn_count = e->score->turn_count;
    e->end.ease_at_start = e->score->points[0].mood.ease;
    e->end.ease = e->score->points[e->score->turn_count].mood.ease;
    e->end.heard = e->score->heard;
    if (e->score->title[0])
        e->end.title = e->score->title;
}

/* --- the end ------------------------------------------------------------------------ */

static store_end end_of(const cli_recorded *of)
{
    const ear_scenario *sc = of->loaded->scenario;
    const model_moment *outcome = &sc->moments[sim_session_state(of->session)->moment];

    return (store_end){.outcome = model_string(sc, outcome->id),
                       .title =
                           model_string(sc, model_words_of(sc, outcome->title)->text),
                       .rating = model_rating_terms[outcome->rating],
                       .turns = ear_session_turn(of->session),
                       .tenths = ear_session_tenths(of->session),
                       .wall = cli_record_clock(),
                       .hash = ear_session_hash(of->session),
                       .outcomes = outcomes_of(sc)};
}

void cli_record_end(store_journal *journal, const cli_recorded *of, const cli_acts *acts)
{
    const sim_record record = {.scenario = of->loaded->scenario,
                               .hooks = of->loaded->hooks,
                               .seed = of->seed,
                               .from = of->from,
                               .set = of->set,
                               .acts = acts->at,
                               .count = acts->count};
    ending e = {.sc = of->loaded->scenario, .end = end_of(of)};
    sim_score *score = NULL;

    if (!journal)
        return;
    if (!acts->failed && sim_score_new(&score, &record, NULL) == EAR_OK &&
        score->held == acts->count) {
        e.score = score;
        put_figures(&e);
        put_skills(&e);
        put_cues(&e);
        put_notices(&e);
        put_turns(&e);
    }
    if (e.failed) /* the bare end is worth more than none */
        e.end = end_of(of);
    store_journal_end(journal, &e.end);
    sim_score_free(score);
    base_arena_release(&e.arena);
}

ear_status cli_record_tell_history(const char *data, const char *id, ear_error *err)
{
    char path[STORE_PATH_MOST];
    store_history *history = NULL;
    store_run *run = NULL;
    ear_status status;

    if (snprintf(path, sizeof path, "%s/runs/%s.run", data, id) >= (int)sizeof path)
        return EAR_OK;
    status = store_run_read(&run, path, err);
    if (status == EAR_OK)
        status = store_history_open(&history, data, err);
    if (status == EAR_OK)
        status = store_history_take(history, run, err);
    store_history_close(history);
    store_run_free(run);
    return status;
}
