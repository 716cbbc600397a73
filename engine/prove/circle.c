/* Circles that can be gone round at will and raise a meter each time. */
#include "prove/search_internal.h"

#include "model/eval.h"

#include <stdlib.h>
#include <string.h>

#define TRIES      32u   /* states of a choice that are begun from */
#define MOST_PLAYS 2000u /* replies that are played for one choice */
#define AGAIN      3u    /* how often a circle is gone round once more */

typedef struct going {
    prove_search *search;
    prove_worker *worker;
    model_state *states[PROVE_ROUND + 1]; /* owned: after each reply */
    uint32_t *key;                        /* owned: of the first */
    uint32_t *now;                        /* owned */
    uint32_t plays;
    uint8_t *left; /* owned: by statement: how many states of it are still to be tried */
    uint32_t open; /* statements with any left */
    prove_round found;
} going;

static const int32_t *meters_of(const going *g, uint32_t depth)
{
    return model_ints(g->states[depth], g->search->layout.meters);
}

static void note_read(void *user, prove_kind kind, uint32_t index, int64_t against)
{
    (void)kind;
    (void)index;
    (void)against;
    *(bool *)user = true;
}

/* What a mood adds, in thousandths. False: that is not the same every time. */
static bool amount_of(const going *g, const model_mood *mood, int64_t *thousandths)
{
    const ear_scenario *s = g->search->scenario;
    base_number number = base_number_whole(mood->amount);
    bool reads = mood->operation == MODEL_SET;
    const prove_telling to = {s, NULL, note_read, &reads};

    if (mood->code != MODEL_NONE && !reads) {
        prove_code_reads(&to, mood->code);
        reads = reads || prove_code_chance(s, mood->code);
        if (!reads)
            number = model_number(s, &g->search->layout, g->states[0], mood->code);
    }
    *thousandths =
        (mood->operation == MODEL_SUBTRACT ? -1000 : 1000) * number.num / number.den;
    return !reads;
}

/* Adds up the amounts of an effect by meter. False: nobody can foresee them. */
static bool add_up(const going *g, const model_effect *effect, int64_t *sums)
{
    for (uint32_t i = 0; i < effect->moods; i++) {
        const model_mood *mood = &g->search->scenario->moods[effect->first_mood + i];
        int64_t amount;

        if (!amount_of(g, mood, &amount))
            return false;
        sums[mood->meter] += amount;
    }
    return !effect->opaque;
}

/* Whether what the replies themselves take comes back on the way round: a meter that
 * stands at its end shows no loss. */
static bool costs_nothing(const going *g)
{
    const ear_scenario *s = g->search->scenario;
    int64_t sums[MODEL_MAX_METERS] = {0};

    for (uint32_t i = 0; i < g->found.count; i++) {
        const model_reply *reply = &s->replies[g->found.replies[i]];

        if (!add_up(g, &reply->effect, sums) ||
            (reply->intent != MODEL_NONE &&
             !add_up(g, &s->intents[reply->intent].effect, sums)))
            return false;
    }
    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++)
        if (sums[m] < 0)
            return false;
    return true;
}

/* The meter that has risen while no other fell; MODEL_NONE: none, or not for free. A rise
 * towards where the meter drifts by itself is nobody's doing. */
static uint32_t risen(const going *g, uint32_t depth)
{
    const ear_scenario *s = g->search->scenario;
    const int32_t *before = meters_of(g, 0), *after = meters_of(g, depth);
    uint32_t which = MODEL_NONE;

    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++) {
        const model_meter *meter = &s->meters[m];
        const bool drifts = meter->drift_by.num > 0 && before[m] < meter->drift_toward;

        if (after[m] < before[m])
            return MODEL_NONE;
        if (after[m] > before[m] && !drifts && which == MODEL_NONE)
            which = m;
    }
    return which;
}

/* Back where it began, and nothing but meters is different. */
static bool is_round(going *g, uint32_t depth)
{
    model_state *state = g->states[depth];
    const size_t bytes = g->search->scenario->count[MODEL_S_METERS] * sizeof(int32_t);
    int32_t kept[MODEL_MAX_METERS];
    int32_t *meters = model_ints(state, g->search->layout.meters);
    bool same;

    if (state->statement != g->states[0]->statement ||
        state->depth != g->states[0]->depth)
        return false;
    memcpy(kept, meters, bytes);
    memcpy(meters, meters_of(g, 0), bytes);

    const uint64_t offered = state->offered;

    state->offered = g->states[0]->offered;
    prove_pack(&g->worker->packer, g->now, state);
    same = memcmp(g->now, g->key, g->search->keys.words * sizeof *g->key) == 0;
    state->offered = offered;
    memcpy(meters, kept, bytes);
    return same;
}

static bool go_round(going *g, uint32_t depth);

static bool try_reply(going *g, uint32_t depth, unsigned bit)
{
    const ear_scenario *s = g->search->scenario;
    const model_state *state = g->states[depth];
    const uint32_t reply = s->statements[state->statement].item + bit;

    if (!s->replies[reply].again || g->plays++ > MOST_PLAYS)
        return false;
    memcpy(g->states[depth + 1], state, g->search->layout.bytes);
    g->found.replies[depth] = reply;
    g->worker->chances = (model_chances){0};
    if (sim_player_choose(g->worker->player, g->states[depth + 1], bit, NULL) != EAR_OK ||
        g->states[depth + 1]->phase != MODEL_PHASE_CHOICE || g->worker->chances.asked > 0)
        return false;
    return go_round(g, depth + 1);
}

/* Once more the same replies, from where they have led to. */
static bool go_on(going *g, uint32_t depth)
{
    const ear_scenario *s = g->search->scenario;
    model_state *state = g->states[depth];

    for (uint32_t i = 0; i < depth; i++) {
        const uint32_t reply = g->found.replies[i];
        const model_statement *choice = &s->statements[state->statement];
        const uint32_t bit = reply - choice->item;

        if (state->phase != MODEL_PHASE_CHOICE || reply < choice->item ||
            bit >= choice->count || !(state->offered >> bit & 1) ||
            sim_player_choose(g->worker->player, state, bit, NULL) != EAR_OK)
            return false;
    }
    return state->phase == MODEL_PHASE_CHOICE && is_round(g, depth);
}

/* It rises each time, not only this once: or it is at its end, and stays there. */
static bool rises_again(going *g, uint32_t depth)
{
    const ear_scenario *s = g->search->scenario;
    const uint32_t meter = g->found.meter;
    int32_t was[MODEL_MAX_METERS];

    for (unsigned again = 0; again < AGAIN; again++) {
        const int32_t *now = meters_of(g, depth);

        memcpy(was, now, s->count[MODEL_S_METERS] * sizeof *was);
        if (!go_on(g, depth) ||
            (now[meter] <= was[meter] && now[meter] < s->meters[meter].max))
            return false;
        for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++)
            if (now[m] < was[m])
                return false;
    }
    return true;
}

/* Whether going on from here closes a circle. */
static bool go_round(going *g, uint32_t depth)
{
    const model_state *state = g->states[depth];

    if (depth > 0 && is_round(g, depth)) {
        g->found.meter = risen(g, depth);
        g->found.count = depth;
        return g->found.meter != MODEL_NONE && costs_nothing(g) && rises_again(g, depth);
    }
    if (depth == PROVE_ROUND)
        return false;
    for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++)
        if (state->offered >> bit & 1 && try_reply(g, depth, bit))
            return true;
    return false;
}

static bool keep_round(prove_search *search, const prove_round *found)
{
    if (!prove_room((void **)&search->rounds, &search->round_room,
                    search->round_count + UINT64_C(1), sizeof *search->rounds))
        return false;
    search->rounds[search->round_count++] = *found;
    return true;
}

static bool any_again(const ear_scenario *s, const model_statement *choice)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (s->replies[choice->item + i].again)
            return true;
    return false;
}

/* Leaves so many states of a choice to be tried, of some. */
static void leave(going *g, uint32_t statement, uint8_t left)
{
    g->open -= g->left[statement] > 0 && left == 0;
    g->left[statement] = left;
}

static bool try_states(going *g)
{
    prove_search *search = g->search;

    for (uint32_t rank = 0; rank < search->count && g->open > 0; rank++) {
        const uint32_t statement = prove_statement_of(search, rank);
        const prove_record *record = prove_record_at(&search->store, search->order[rank]);

        if (g->left[statement] == 0)
            continue;
        leave(g, statement, g->left[statement] - 1);
        g->plays = 0;
        model_state_begin(g->states[0], search->scenario, &search->layout, 0);
        prove_unpack(&g->worker->packer, g->states[0], record->key);
        memcpy(g->key, record->key, search->keys.words * sizeof *g->key);
        if (!go_round(g, 0))
            continue;
        g->found.rank = rank;
        for (uint32_t i = 0; i < g->found.count; i++)
            leave(g, search->scenario->details[g->found.replies[i]].statement, 0);
        if (!keep_round(search, &g->found))
            return false;
    }
    return true;
}

static bool make(going *g)
{
    bool done = true;

    for (uint32_t i = 0; i <= PROVE_ROUND; i++) {
        g->states[i] = malloc(g->search->layout.bytes);
        done = done && g->states[i];
    }
    g->key = malloc((size_t)g->search->keys.words * 2 * sizeof *g->key + 8);
    g->now = g->key ? g->key + g->search->keys.words : NULL;
    return done && g->key;
}

bool prove_go_round(prove_search *search)
{
    const ear_scenario *s = search->scenario;
    going g = {.search = search, .worker = &search->pool.workers[0]};
    bool done;

    g.left = calloc(s->count[MODEL_S_STATEMENTS] + (size_t)1, 1);
    done = g.left != NULL;
    for (uint32_t i = 0; done && i < s->count[MODEL_S_STATEMENTS]; i++)
        if (s->statements[i].kind == MODEL_CHOICE && any_again(s, &s->statements[i])) {
            g.left[i] = TRIES;
            g.open++;
        }
    if (done && g.open > 0) {
        sim_player_watch(g.worker->player, NULL);
        done = make(&g) && try_states(&g);
    }
    for (uint32_t i = 0; i <= PROVE_ROUND; i++)
        free(g.states[i]);
    free(g.key);
    free(g.left);
    return done;
}
