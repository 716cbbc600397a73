#include "cli/report_road.h"

#include "cli/proving.h"
#include "sim/look.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

/* The place among the acts of the reply that stands as `turn` in the end. */
static bool act_of(size_t *out, const sim_record *record, size_t held, uint32_t turn)
{
    size_t *stack = calloc(held + 1, sizeof *stack);
    size_t depth = 0;

    if (!stack)
        return false;
    for (size_t i = 0; i < held; i++) {
        if (record->acts[i].kind == SIM_ACT_REPLY)
            stack[depth++] = i;
        else if (record->acts[i].kind == SIM_ACT_BACK && depth > 0)
            depth--;
    }
    *out = turn <= depth ? stack[turn - 1] : 0;
    free(stack);
    return true;
}

static ear_status do_act(ear_session *session, const sim_act *act)
{
    size_t index;

    if (act->kind == SIM_ACT_NOTICE)
        return ear_session_notice(session, act->option, NULL, NULL);
    if (act->kind == SIM_ACT_BACK)
        return ear_session_back(session, NULL, NULL);
    if (!sim_session_find_id(session, act->id, &index))
        return EAR_E_NOT_FOUND;
    return ear_session_choose(session, index, NULL, NULL);
}

/* A session that stands before act number `before`; NULL: it does not get there. */
static ear_session *session_at(const sim_record *record, size_t before)
{
    const ear_options options = {.seed = record->seed,
                                 .hooks = record->hooks,
                                 .from = record->from,
                                 .set = record->set,
                                 .history = true};
    ear_session *session = NULL;
    ear_status status = ear_session_new(&session, record->scenario, &options, NULL);

    if (status == EAR_OK)
        status = ear_session_begin(session, NULL, NULL);
    for (size_t i = 0; i < before && status == EAR_OK; i++)
        status = do_act(session, &record->acts[i]);
    if (status == EAR_OK)
        return session;
    ear_session_free(session);
    return NULL;
}

static ear_status take(cli_road *out, const sim_score *score, uint32_t turn,
                       const prove_road_on *way, ear_error *err)
{
    const ear_scenario *sc = score->scenario;
    const model_moment *end = &sc->moments[way->end->outcome];
    const model_text title = end->title.text.length ? end->title.text : end->id;

    out->ease = calloc(way->count, sizeof *out->ease);
    if (!out->ease)
        return base_fail_memory(err);
    for (size_t i = 0; i < way->count; i++)
        out->ease[i] = sim_mood_of(sc, way->steps[i].meters).ease;
    out->road = (report_road){
        .turn = turn,
        .words = model_string(sc, sc->replies[way->steps[0].reply].words.text),
        .hold = sc->replies[way->steps[0].reply].hold != 0,
        .end = model_string(sc, title),
        .rating = end->rating,
        .ease = out->ease,
        .count = way->count,
        .exact = way->exact};
    out->found = true;
    return EAR_OK;
}

static ear_status look_at(cli_road *out, const sim_record *record, const sim_score *score,
                          uint32_t turn, ear_error *err)
{
    prove_road_on way = {.count = 0};
    ear_session *session;
    ear_status status;
    size_t act;

    if (!act_of(&act, record, score->held, turn))
        return base_fail_memory(err);
    session = session_at(record, act);
    if (!session)
        return EAR_OK;
    status = prove_value_road(out->value, &way, sim_session_state(session),
                              sim_session_layout(session), err);
    ear_session_free(session);
    if (status == EAR_OK && way.count > 0 && way.end->outcome != MODEL_NONE &&
        way.steps[0].reply != score->turns[turn - 1].reply)
        status = take(out, score, turn, &way, err);
    return status;
}

ear_status cli_road_find(cli_road *out, const cli_loaded *loaded,
                         const sim_record *record, const sim_score *score, ear_error *err)
{
    ear_status status;

    out->work = (prove_work){.helpers = cli_prove_helpers(loaded)};
    status =
        prove_value_new(&out->value, record->scenario, &out->work, record->seed, err);

    for (uint32_t turn = 1; status == EAR_OK && !out->found && turn <= score->turn_count;
         turn++)
        if (score->points[turn].change < 0)
            status = look_at(out, record, score, turn, err);
    return status == EAR_E_NOMEM ? status : EAR_OK;
}

void cli_road_release(cli_road *road)
{
    prove_value_free(road->value);
    free(road->ease);
    *road = (cli_road){.found = false};
}
