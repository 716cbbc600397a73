#include "model/terms.h"
#include "sim/words.h"

static void tell_moment(sim_play *play, uint32_t index)
{
    const model_moment *moment = &play->scenario->moments[index];

    sim_text_clear(play);
    sim_tell(play, &(ear_event){
                       .kind = EAR_EVENT_MOMENT,
                       .id = sim_static(play, moment->id),
                       .text = sim_aside(play, moment->title),
                       .index = index,
                   });
}

static void tell_outcome(sim_play *play, uint32_t index)
{
    const model_moment *outcome = &play->scenario->moments[index];
    const char *rating = model_rating_terms[outcome->rating];

    sim_text_clear(play);
    sim_tell(play, &(ear_event){
                       .kind = EAR_EVENT_OUTCOME,
                       .id = sim_static(play, outcome->id),
                       .text = sim_aside(play, outcome->title),
                       .word = {rating, strlen(rating)},
                       .index = index,
                   });
}

void sim_enter(sim_play *play, uint32_t index)
{
    const model_moment *moment = &play->scenario->moments[index];
    model_state *state = play->state;

    if (play->fetches)
        sim_fetch_moment(play->scenario, index);

    state->moment = index;
    state->statement = moment->statements.first;
    if (moment->channel != MODEL_CHANNEL_NONE)
        state->channel = moment->channel;
    play->empty = MODEL_NONE;
    play->recent[play->entered++ % SIM_RECENT] = index;
    sim_count(play, moment->counter);
    if (play->watch)
        sim_watched(play->watch->moments, index, true);
    if (sim_told(play)) {
        if (moment->kind == MODEL_OUTCOME)
            tell_outcome(play, index);
        else
            tell_moment(play, index);
    }
}

static void put_visit(sim_play *play, uint32_t depth, model_return back)
{
    sim_put(play, &play->state->visits[depth].statement, back.statement);
    sim_put(play, &play->state->visits[depth].go, back.go);
}

void sim_go(sim_play *play, uint32_t moment)
{
    while (play->state->depth > 0)
        put_visit(play, --play->state->depth, (model_return){0, 0});
    sim_enter(play, moment);
}

ear_status sim_visit(sim_play *play, uint32_t moment, model_return back,
                     const model_place *place)
{
    if (play->state->depth == MODEL_MAX_DEPTH)
        return sim_stuck_deep(play, place);
    put_visit(play, play->state->depth++, back);
    sim_enter(play, moment);
    return EAR_OK;
}

/* The `go` of a reply is followed, now that its visit is over: one of this choice that
 * leads the same way. */
static void note_followed(const sim_play *play, model_return back)
{
    const model_statement *choice = &play->scenario->statements[back.statement - 1];

    for (uint32_t i = choice->item; i < choice->item + choice->count; i++)
        if (play->scenario->replies[i].visit == play->state->moment &&
            play->scenario->replies[i].go == back.go)
            sim_watched_reply(play, i, SIM_WENT);
}

void sim_come_back(sim_play *play)
{
    const ear_scenario *sc = play->scenario;
    model_state *state = play->state;
    const model_return back = state->visits[--state->depth];

    put_visit(play, state->depth, (model_return){0, 0});
    if (back.go != MODEL_NONE) {
        if (play->watch)
            note_followed(play, back);
        sim_go(play, back.go);
        return;
    }
    state->statement = back.statement;
    state->moment = sc->statements[back.statement].moment;
    if (sc->moments[state->moment].channel != MODEL_CHANNEL_NONE)
        state->channel = sc->moments[state->moment].channel;
}
