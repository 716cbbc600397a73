#include "prove_wild.h"

#include "base/hash.h"
#include "base/random.h"
#include "sim/play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MOMENTS   5u
#define OUTCOMES  2u
#define MOST      10000u /* states of the plain search */
#define SLOTS     32768u
#define TEXT_ROOM 20000u

/* ---- scenarios ---- */

typedef struct wild {
    maker *m;
    wild_kind kind;
    uint64_t random;
    char text[TEXT_ROOM];
    size_t used;
    unsigned replies;
} wild;

static unsigned any(wild *w, unsigned below)
{
    return (unsigned)(base_random_next(&w->random) >> 40) % below;
}

/* Keeps a piece of text until the scenario is made. */
static const char *say(wild *w, const char *fmt, ...) BASE_PRINTF(2, 3);
static const char *say(wild *w, const char *fmt, ...)
{
    char *at = w->text + w->used;
    va_list ap;

    va_start(ap, fmt);
    w->used += (size_t)vsnprintf(at, TEXT_ROOM - w->used, fmt, ap) + 1;
    va_end(ap);
    assert_true(w->used < TEXT_ROOM);
    return at;
}

static const char *meter(wild *w)
{
    return any(w, 2) ? "calm" : "trust";
}

/* Conditions that any of the two kinds may have. */
static const char *simple(wild *w)
{
    static const char *const signs[] = {"<", "<=", ">", ">=", "==", "~="};

    switch (any(w, 7)) {
    case 0:
        return any(w, 2) ? "f" : "not g";
    case 1:
        return any(w, 2) ? "g" : "not f";
    case 2:
        return say(w, "seen(m%u)", any(w, MOMENTS));
    case 3:
        return say(w, "visits(m%u) %s %u", any(w, MOMENTS),
                   any(w, 2) ? "<" : ">=", 1 + any(w, 2));
    case 4:
        return say(w, "said(ask) %s 1", any(w, 2) ? ">" : "<=");
    default:
        return say(w, "%s %s %u", meter(w), signs[any(w, 6)], any(w, 13));
    }
}

/* Conditions on what grows with every reply, or is only true on one road. */
static const char *deep(wild *w)
{
    switch (any(w, 9)) {
    case 0:
        return say(w, "turn %s %u", any(w, 2) ? "<" : ">=", 1 + any(w, 4));
    case 1:
        return say(w, "since(m%u) %s %u", any(w, MOMENTS), any(w, 2) ? "<" : ">",
                   any(w, 3));
    case 2:
        return say(w, "lowest(%s) < %u", meter(w), any(w, 8));
    case 3:
        return say(w, "first(%s) + 1 > %s", meter(w), meter(w));
    case 4:
        return say(w, "extreme(%s) > %u", meter(w), any(w, 12));
    case 5:
        return say(w, "seconds > %u", 10 + any(w, 60));
    case 6:
        return say(w, "highest(calm) - lowest(trust) > %u", any(w, 9));
    case 7:
        return say(w, "points(listen) >= %u", any(w, 4));
    default:
        return "chance(0.5)";
    }
}

static const char *condition(wild *w)
{
    const char *one = w->kind == WILD_ONCE && any(w, 3) == 0 ? deep(w) : simple(w);

    return any(w, 4) ? one : say(w, "%s %s %s", one, any(w, 2) ? "and" : "or", simple(w));
}

static const char *when(wild *w, unsigned out_of)
{
    return any(w, out_of) ? "x" : say(w, "when=%s", condition(w));
}

static const char *mood(wild *w)
{
    switch (any(w, 6)) {
    case 0:
        return "mood=calm +3";
    case 1:
        return "mood=trust -2, calm +1";
    case 2:
        return say(w, "mood=%s = %u", meter(w), any(w, 11));
    case 3:
        return "mood=calm -2.5";
    case 4:
        return "mood=trust +(calm / 2)";
    default:
        return "x";
    }
}

static const char *target(wild *w, const char *field)
{
    return any(w, 4) ? say(w, "%s=m%u", field, any(w, MOMENTS))
                     : say(w, "%s=o%u", field, any(w, OUTCOMES));
}

static void reply(wild *w)
{
    const bool again = w->kind == WILD_AGAIN && any(w, 2);
    const char *visit = any(w, 7) ? "x" : say(w, "visit=m%u", any(w, MOMENTS));

    w->replies++;
    YOU(w->m, say(w, "Reply %u", w->replies), when(w, 3), mood(w),
        any(w, 3)   ? "x"
        : any(w, 2) ? "set=f"
                    : "set=not f, g",
        any(w, 3) ? "x" : "intent=ask", any(w, 4) ? target(w, "go") : "x", visit,
        again ? "again" : "x", any(w, 9) ? "x" : "fallback",
        any(w, 4) ? "x" : "skill=listen +1");
}

static void statement(wild *w)
{
    static unsigned lines;

    lines++;
    switch (any(w, 7)) {
    case 0:
        LINE(w->m, say(w, "Line %u", lines), when(w, 2));
        break;
    case 1:
        LINE(w->m, say(w, "Varied %u", lines), "or=Two two", "or=Three three three",
             any(w, 2) ? "pick=once" : "pick=first");
        break;
    case 2:
        MOOD(w->m, any(w, 2) ? "calm -1" : "trust +2", when(w, 2));
        break;
    case 3:
        SET(w->m, any(w, 2) ? "f" : "not g", when(w, 2));
        break;
    case 4:
        GO(w->m, any(w, 4) ? say(w, "m%u", any(w, MOMENTS)) : "o0",
           say(w, "when=%s", condition(w)));
        break;
    case 5:
        NOTICE(w->m, "What?", "option=This", "option=That", "answer=1", "skill=listen");
        break;
    default:
        VISIT(w->m, say(w, "m%u", any(w, MOMENTS)), say(w, "when=%s", condition(w)));
        break;
    }
}

static void moment(wild *w, unsigned n)
{
    const unsigned choices = 1 + any(w, 5) / 4;

    MOMENT(w->m, say(w, "m%u", n));
    for (unsigned c = 0; c < choices; c++) {
        for (unsigned i = any(w, 3); i > 0; i--)
            statement(w);
        /* Enough to choose from, few enough to go through all orders. */
        for (unsigned i = 1 + any(w, w->kind == WILD_ONCE ? 2 : 3); i > 0; i--)
            reply(w);
    }
    if (any(w, 5))
        GO(w->m, any(w, 3) ? say(w, "m%u", any(w, MOMENTS)) : "o1");
}

static void declare(wild *w)
{
    ABOUT(w->m, "Wild");
    METER(w->m, "calm", "start=5", "max=12", any(w, 3) ? "x" : "drift=toward 6 by 1");
    METER(w->m, "trust", "start=4", "min=-3", "max=10");
    FLAG(w->m, "f");
    FLAG(w->m, "g");
    SKILL(w->m, "listen");
    INTENT(w->m, "ask", "mood=calm +2", w->kind == WILD_ONCE ? "fades=0.5" : "x");
    if (any(w, 2))
        RULE(w->m, "r", say(w, "when=%s", condition(w)), "mood=trust -1",
             any(w, 3) ? "x" : "once", any(w, 4) ? "x" : target(w, "go"));
    if (any(w, 2))
        RULE(w->m, "s", "when=gained(calm) > 1 and now(ask)", "set=g");
}

ear_scenario *wild_scenario(wild_kind kind, uint64_t seed)
{
    wild *w = calloc(1, sizeof *w);
    ear_scenario *made;

    assert_non_null(w);
    w->m = maker_new();
    w->kind = kind;
    w->random = base_random_seed(seed * 2 + kind);
    declare(w);
    for (unsigned n = 0; n < MOMENTS; n++)
        moment(w, n);
    for (unsigned n = 0; n < OUTCOMES; n++) {
        OUTCOME(w->m, say(w, "o%u", n), n ? "rating=strong" : "rating=weak");
        LINE(w->m, say(w, "End %u", n), when(w, 2));
    }
    made = maker_scenario(w->m);
    free(w);
    return made;
}

/* ---- the plain search ---- */

typedef struct plain_state {
    long depth;
    bool ends; /* an outcome or a dead end can still be reached */
    size_t next[64];
    size_t nexts;
    model_state *block;
} plain_state;

typedef struct plain_work {
    const ear_scenario *scenario;
    wild_kind kind;
    sim_player *player;
    model_layout layout;
    model_chances chances;
    plain_state *states;
    uint32_t *slots; /* 1 + a state's number, by its hash */
    plain *found;
    sim_watch watch;
} plain_work;

/* What no condition of these scenarios can tell apart any more. */
static void forget(const plain_work *w, model_state *state)
{
    uint32_t *counts = model_words_at(state, w->layout.counters);

    state->random = 0;
    if (w->kind == WILD_ONCE)
        return;
    state->turn = 0;
    state->tenths = 0;
    for (uint32_t i = 0; i < w->layout.kept; i++)
        if (counts[i] > 3)
            counts[i] = 3;
    memset(model_ints(state, w->layout.points), 0,
           w->scenario->count[MODEL_S_SKILLS] * sizeof(int32_t));
    for (uint32_t m = 0; m < w->scenario->count[MODEL_S_METERS]; m++)
        model_ints(state, w->layout.first)[m] = model_ints(state, w->layout.lowest)[m] =
            model_ints(state, w->layout.highest)[m] =
                model_ints(state, w->layout.extreme)[m] = 0;
}

/* The number of a state, new or not. */
static size_t keep(plain_work *w, const model_state *state, long depth)
{
    const size_t i = w->found->states;
    size_t slot = base_hash(state, w->layout.bytes, 0) % SLOTS;

    for (; w->slots[slot]; slot = (slot + 1) % SLOTS)
        if (memcmp(w->states[w->slots[slot] - 1].block, state, w->layout.bytes) == 0)
            return w->slots[slot] - 1;
    if (i == MOST) {
        w->found->whole = false;
        return 0;
    }
    w->states[i] = (plain_state){.depth = depth, .block = malloc(w->layout.bytes)};
    assert_non_null(w->states[i].block);
    memcpy(w->states[i].block, state, w->layout.bytes);
    w->slots[slot] = (uint32_t)++w->found->states;
    return i;
}

static void see_meters(plain_work *w, const model_state *state)
{
    const uint32_t meters = w->scenario->count[MODEL_S_METERS];

    for (uint32_t m = 0; m < meters; m++) {
        const int32_t value = model_ints(state, w->layout.meters)[m];
        int32_t *low = &w->found->low[state->moment * meters + m];
        int32_t *high = &w->found->high[state->moment * meters + m];

        *low = value < *low ? value : *low;
        *high = value > *high ? value : *high;
    }
}

static void link_to(plain_state *from, size_t to)
{
    if (from && from->nexts < 64)
        from->next[from->nexts++] = to;
}

static void arrive(plain_work *w, plain_state *from, model_state *state,
                   ear_status status, long depth)
{
    if (status != EAR_OK) {
        const sim_stuck why = sim_player_stuck(w->player);

        w->found->stuck[state->moment] |= why == SIM_DEAD_END       ? 1
                                          : why == SIM_EMPTY_CHOICE ? 2
                                                                    : 4;
        if (from)
            from->ends = true;
        return;
    }
    see_meters(w, state);
    if (state->phase == MODEL_PHASE_CHOICE) {
        forget(w, state);
        link_to(from, keep(w, state, depth));
        return;
    }
    if (w->found->shortest[state->moment] < 0)
        w->found->shortest[state->moment] = depth;
    if (from)
        from->ends = true;
}

/* Every way for the lots to fall: up to six of them. */
static void try_all(plain_work *w, plain_state *from, const model_state *begin,
                    unsigned bit, long depth)
{
    model_state *state = malloc(w->layout.bytes);
    uint32_t most = 0;

    assert_non_null(state);
    for (uint64_t outcomes = 0; outcomes < UINT64_C(1) << most || outcomes == 0;
         outcomes++) {
        ear_status status;

        memcpy(state, begin, w->layout.bytes);
        w->chances = (model_chances){.outcomes = outcomes};
        status = from ? sim_player_choose(w->player, state, bit, NULL)
                      : sim_player_begin(w->player, state, MODEL_NONE, NULL);
        arrive(w, from, state, status, depth);
        if (w->chances.asked > 6)
            w->found->whole = false;
        else if (w->chances.asked > most)
            most = w->chances.asked;
    }
    free(state);
}

static void expand(plain_work *w, size_t at)
{
    plain_state *from = &w->states[at];
    model_state *state = malloc(w->layout.bytes);

    assert_non_null(state);
    for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++) {
        if (!(from->block->offered >> bit & 1))
            continue;
        memcpy(state, from->block, w->layout.bytes);
        try_all(w, from, state, bit, from->depth + 1);
        memcpy(state, from->block, w->layout.bytes);
        if (sim_player_notice(w->player, state))
            try_all(w, from, state, bit, from->depth + 1);
    }
    free(state);
}

static void find_traps(plain_work *w)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < w->found->states; i++) {
            plain_state *state = &w->states[i];

            for (size_t n = 0; n < state->nexts && !state->ends; n++)
                more |= state->ends = w->states[state->next[n]].ends;
        }
    }
    for (size_t i = 0; i < w->found->states; i++)
        w->found->trapped |= !w->states[i].ends;
}

static plain plain_new(const ear_scenario *s)
{
    const size_t ranges =
        (size_t)s->count[MODEL_S_MOMENTS] * s->count[MODEL_S_METERS] + 1;
    plain found = {.whole = true};

    found.statements = calloc(s->count[MODEL_S_STATEMENTS] + 1, 1);
    found.replies = calloc(s->count[MODEL_S_REPLIES] + 1, 1);
    found.rules = calloc(s->count[MODEL_S_RULES] + 1, 1);
    found.moments = calloc(s->count[MODEL_S_MOMENTS] + 1, 1);
    found.stuck = calloc(s->count[MODEL_S_MOMENTS] + 1, 1);
    found.low = calloc(ranges, sizeof *found.low);
    found.high = calloc(ranges, sizeof *found.high);
    found.shortest = calloc(s->count[MODEL_S_MOMENTS] + 1, sizeof *found.shortest);
    for (size_t i = 0; i < ranges; i++) {
        found.low[i] = INT32_MAX;
        found.high[i] = INT32_MIN;
    }
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        found.shortest[m] = -1;
    return found;
}

plain plain_search(const ear_scenario *scenario, wild_kind kind)
{
    plain found = plain_new(scenario);
    plain_work w = {.scenario = scenario, .kind = kind, .found = &found};
    model_state *begin;

    assert_int_equal(sim_player_new(&w.player, scenario, NULL, false, NULL), EAR_OK);
    w.watch = (sim_watch){.statements = found.statements,
                          .replies = found.replies,
                          .rules = found.rules,
                          .moments = found.moments};
    sim_player_watch(w.player, &w.watch);
    sim_player_chances(w.player, &w.chances);
    w.layout = *sim_player_layout(w.player);
    w.states = calloc(MOST, sizeof *w.states);
    w.slots = calloc(SLOTS, sizeof *w.slots);
    begin = malloc(w.layout.bytes);
    model_state_begin(begin, scenario, &w.layout, 0);
    try_all(&w, NULL, begin, 0, 0);
    for (size_t i = 0; i < found.states && found.whole; i++)
        expand(&w, i);
    find_traps(&w);
    for (size_t i = 0; i < found.states; i++)
        free(w.states[i].block);
    free(w.states);
    free(w.slots);
    free(begin);
    sim_player_free(w.player);
    return found;
}

void plain_release(plain *found)
{
    free(found->statements);
    free(found->replies);
    free(found->rules);
    free(found->moments);
    free(found->stuck);
    free(found->low);
    free(found->high);
    free(found->shortest);
}
