/* Whether a road leads where it leads for everybody who gives its replies, or only when
 * lots fall well or notices are answered rightly. */
#include "prove/search_internal.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SIDE  64u        /* states side by side, after the same replies */
#define MOST_RANKS (1u << 22) /* states: above that, lots on the way are luck */
#define MOST_SEEDS UINT64_C(1000)

/* All states in which somebody may be who gives the replies of the road. */
typedef struct side {
    uint32_t ranks[MOST_SIDE];
    uint32_t count;
} side;

typedef struct walking {
    const prove_search *search;
    const uint32_t *ranks; /* by number; NULL: not known */
    bool noticing;         /* who walks answers every notice rightly */
    bool lost;             /* somebody does not get there */
    bool arrived;          /* somebody does */
    uint32_t target;
    side now, next;
} walking;

static void stand(walking *w, uint32_t rank)
{
    for (uint32_t i = 0; i < w->next.count; i++)
        if (w->next.ranks[i] == rank)
            return;
    if (w->next.count < MOST_SIDE)
        w->next.ranks[w->next.count++] = rank;
    else
        w->lost = true;
}

static void arrive(walking *w, uint32_t to, bool last)
{
    if (last && to == w->target)
        w->arrived = true;
    else if (last || to >= PROVE_OUTCOME || !w->ranks)
        w->lost = true;
    else
        stand(w, w->ranks[to]);
}

/* Whether the reply was given `by` a way, as who walks gives it. */
static bool is_given(const walking *w, const prove_ways *ways, unsigned bit, uint32_t i)
{
    bool noticed = false;

    if ((ways->by[i] & PROVE_REPLY) != bit)
        return false;
    for (uint32_t k = 0; k < ways->count && w->noticing && !noticed; k++)
        noticed = ways->by[k] == (bit | PROVE_NOTICED);
    return noticed == ((ways->by[i] & PROVE_NOTICED) != 0);
}

static void give(walking *w, uint32_t rank, uint32_t reply, bool last)
{
    const prove_search *search = w->search;
    const model_statement *choice =
        &search->scenario->statements[prove_statement_of(search, rank)];
    const prove_ways ways = prove_ways_of(search, rank);
    bool given = false;

    for (uint32_t i = 0; reply - choice->item < choice->count && i < ways.count; i++)
        if (is_given(w, &ways, reply - choice->item, i)) {
            arrive(w, ways.to[i], last);
            given = true;
        }
    w->lost |= !given; /* it is not on offer */
}

/* From every beginning. */
static void walk(walking *w, const prove_road *road, bool noticing)
{
    const prove_search *search = w->search;
    const uint32_t starts = search->layer_count > 1 ? search->layers[1] : search->count;

    w->noticing = noticing;
    w->lost = w->arrived = false;
    w->next.count = 0;
    for (uint32_t rank = 0; rank < starts; rank++)
        stand(w, rank);
    for (uint32_t i = 0; i < road->count; i++) {
        w->now = w->next;
        w->next.count = 0;
        for (uint32_t k = 0; k < w->now.count; k++)
            give(w, w->now.ranks[k], road->replies[i], i + 1 == road->count);
    }
}

/* --- a seed with which it can be played --------------------------------------------- */

static bool arrives(const prove_search *search, const prove_road *road, uint32_t target,
                    sim_player *player, model_state *state)
{
    const ear_scenario *s = search->scenario;
    ear_status status = sim_player_begin(player, state, MODEL_NONE, NULL);

    for (uint32_t i = 0; i < road->count; i++) {
        if (status != EAR_OK || state->phase != MODEL_PHASE_CHOICE)
            return false;

        const model_statement *choice = &s->statements[state->statement];
        const uint32_t bit = road->replies[i] - choice->item;

        if (bit >= choice->count || !(state->offered >> bit & 1))
            return false;
        if (road->notices)
            sim_player_notice(player, state);
        status = sim_player_choose(player, state, bit, NULL);
    }
    if (target == PROVE_BREAKS)
        return status == EAR_E_STUCK || status == EAR_E_LIMIT;
    if (status != EAR_OK)
        return false;
    return target < PROVE_OUTCOME ? state->phase == MODEL_PHASE_CHOICE
                                  : state->phase == MODEL_PHASE_ENDED &&
                                        state->moment == (target & ~PROVE_OUTCOME);
}

/* 0: none of those that are tried. */
static bool find_seed(const prove_search *search, prove_road *road, uint32_t target)
{
    sim_player *player = NULL;
    model_state *state = NULL;
    bool found = false;

    if (sim_player_new(&player, search->scenario, NULL, false, NULL) == EAR_OK)
        state = malloc(sim_player_layout(player)->bytes);
    for (uint64_t seed = 1; state && !found && seed <= MOST_SEEDS; seed++) {
        model_state_begin(state, search->scenario, sim_player_layout(player), seed);
        sim_player_seed(player, seed);
        found = arrives(search, road, target, player, state);
        road->seed = found ? seed : 0;
    }
    sim_player_free(player);
    free(state);
    return state != NULL;
}

/* ------------------------------------------------------------------------------------ */

/* Of the states that a road may pass, their ranks by number. */
static uint32_t *ranks_of(const prove_search *search)
{
    const size_t numbers = atomic_load(&search->store.reserved) + (size_t)1;
    uint32_t *ranks = malloc(numbers * sizeof *ranks);

    for (uint32_t i = 0; ranks && i < search->count; i++)
        ranks[search->order[i]] = i;
    return ranks;
}

bool prove_road_luck(const prove_search *search, prove_road *road, uint32_t target)
{
    walking w = {.search = search, .target = target};
    uint32_t *ranks = NULL;

    if (search->fan == MODEL_MAX_REPLIES || road->count == 0)
        return true; /* neither lots nor notices */
    if (search->count <= MOST_RANKS && !(ranks = ranks_of(search)))
        return false;
    w.ranks = ranks;
    walk(&w, road, false);
    if (w.lost) {
        const bool without = w.arrived;

        walk(&w, road, true);
        road->notices = !without || !w.lost;
        road->luck = w.lost;
    }
    free(ranks);
    return !road->luck || search->scenario->info->functions > 0 ||
           find_seed(search, road, target);
}
