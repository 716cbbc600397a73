#include "sim/words.h"

static ear_status play_debrief(sim_play *play, const model_statement *debrief)
{
    const uint32_t index = (uint32_t)(debrief - play->scenario->statements);
    sim_spoken spoken = {0};
    bool held = true;
    ear_status status = EAR_OK;

    if (debrief->when != MODEL_NONE)
        status = sim_when(play, &held, debrief->when, &debrief->place);
    if (status != EAR_OK)
        return status;
    if (play->watch)
        sim_watched(play->watch->statements, index, held);
    if (!held)
        return EAR_OK;
    sim_text_clear(play);
    status =
        sim_speak(play, &spoken, &play->scenario->words[debrief->item], &debrief->place);
    if (status == EAR_OK && sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_DEBRIEF, .text = spoken.text});
    return status;
}

static ear_status play_debriefs(sim_play *play)
{
    const ear_scenario *sc = play->scenario;
    const model_range all = sc->moments[play->state->moment].statements;

    for (uint32_t i = 0; i < all.count; i++) {
        const model_statement *statement = &sc->statements[all.first + i];
        const ear_status status =
            statement->kind == MODEL_DEBRIEF ? play_debrief(play, statement) : EAR_OK;

        if (status != EAR_OK)
            return status;
    }
    return EAR_OK;
}

/* Rounded to one decimal, then kept in its range, which may have more decimals. */
ear_status sim_kpi(sim_play *play, base_number *out, uint32_t index)
{
    const model_kpi *kpi = &play->scenario->kpis[index];
    base_number value = base_number_whole(0);

    if (kpi->of != MODEL_NONE && kpi->of & MODEL_FUNCTION) {
        const ear_status status = sim_call_number(play, &value, kpi->of, &kpi->place);

        if (status != EAR_OK)
            return status;
    } else if (kpi->of != MODEL_NONE) {
        value = model_number(play->scenario, &play->layout, play->state, kpi->of);
    }
    value = base_number_round_tenth(value);
    if (kpi->bounded & 1 && base_number_compare(value, kpi->min) < 0)
        value = kpi->min;
    if (kpi->bounded & 2 && base_number_compare(value, kpi->max) > 0)
        value = kpi->max;
    *out = value;
    return EAR_OK;
}

static ear_status play_kpis(sim_play *play)
{
    const ear_scenario *sc = play->scenario;

    for (uint32_t i = 0; i < sc->count[MODEL_S_KPIS]; i++) {
        base_number value;
        const ear_status status = sim_kpi(play, &value, i);

        if (status != EAR_OK)
            return status;
        if (sim_told(play))
            sim_tell(play, &(ear_event){.kind = EAR_EVENT_KPI,
                                        .id = sim_static(play, sc->kpis[i].id),
                                        .text = sim_static(play, sc->kpis[i].label),
                                        .index = i,
                                        .number = (double)value.num / (double)value.den});
    }
    return EAR_OK;
}

ear_status sim_outcome_end(sim_play *play)
{
    model_state *state = play->state;
    ear_status status = play_debriefs(play);

    if (status == EAR_OK && play->complete)
        status = play_kpis(play);
    if (status != EAR_OK)
        return status;
    state->phase = MODEL_PHASE_ENDED;
    if (sim_told(play))
        sim_tell(play, &(ear_event){.kind = EAR_EVENT_END,
                                    .turn = state->turn,
                                    .tenths = state->tenths});
    return EAR_OK;
}
