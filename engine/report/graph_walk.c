/* Newcomers (prove/players.h) play and are watched: how often each edge is passed, what
 * each reply does, and how people arrive at each moment. */
#include "report/graph_internal.h"

#include "base/fail.h"
#include "prove/taste.h"

#include <string.h>

#define TELL 16u /* runs between two words on how far it is */

typedef struct walker {
    graph_own *own;
    const ear_scenario *scenario;
    sim_player *player;
    const model_layout *layout;
    model_state *state;
    prove_taste taste;
    sim_watch watch;
    uint32_t *queue; /* moments whose statements may have been played in this step */
    uint32_t queued;
    uint64_t *stamp;    /* of each moment: the step in which it was last queued */
    uint64_t *run_seen; /* of each moment: the run in which it was last entered, from 1 */
    uint64_t *run_open; /* of each reply: the run in which it was last on offer */
    uint64_t step, run;
    uint32_t *last; /* of each moment: the reply given there last in this run */
    double *effect; /* sum for each reply */
    uint64_t *given;
    graph_arrivals arrivals;
    uint32_t turn;                        /* replies given before this step */
    model_return before[MODEL_MAX_DEPTH]; /* visits under way before this step */
} walker;

/* --- making ------------------------------------------------------------------------- */

static bool make(walker *w)
{
    const ear_scenario *s = w->scenario;
    base_arena *arena = &w->own->arena;
    const uint32_t moments = s->count[MODEL_S_MOMENTS];
    const uint32_t replies = s->count[MODEL_S_REPLIES] + 1;

    w->layout = sim_player_layout(w->player);
    w->state = base_arena_alloc(arena, w->layout->bytes);
    w->watch =
        (sim_watch){.statements = base_arena_alloc(arena, s->count[MODEL_S_STATEMENTS]),
                    .replies = NULL,
                    .rules = base_arena_alloc(arena, s->count[MODEL_S_RULES] + 1),
                    .moments = base_arena_alloc(arena, moments)};
    w->queue = base_arena_alloc(arena, moments * sizeof *w->queue);
    w->stamp = base_arena_alloc(arena, moments * sizeof *w->stamp);
    w->run_seen = base_arena_alloc(arena, moments * sizeof *w->run_seen);
    w->run_open = base_arena_alloc(arena, replies * sizeof *w->run_open);
    w->own->graph.open = base_arena_alloc(arena, replies * sizeof *w->own->graph.open);
    w->last = base_arena_alloc(arena, moments * sizeof *w->last);
    w->effect = base_arena_alloc(arena, replies * sizeof *w->effect);
    w->given = base_arena_alloc(arena, replies * sizeof *w->given);
    return w->state && w->watch.statements && w->watch.rules && w->watch.moments &&
           w->queue && w->stamp && w->run_seen && w->run_open && w->own->graph.open &&
           w->last && w->effect && w->given && graph_arrivals_make(&w->arrivals, w->own);
}

/* --- what happened ------------------------------------------------------------------ */

/* How at ease she is, 0 .. 1: the mean of the meters that count. */
static double ease(const walker *w)
{
    const ear_scenario *s = w->scenario;
    const int32_t *values = model_ints(w->state, w->layout->meters);
    double sum = 0;
    uint32_t n = 0;

    for (uint32_t i = 0; i < s->count[MODEL_S_METERS]; i++) {
        const model_meter *m = &s->meters[i];

        if (!graph_meter_counts(w->own, m))
            continue;
        sum += ((double)values[i] - m->min) / ((double)m->max - m->min);
        n++;
    }
    return n ? sum / n : 0;
}

static void enqueue(walker *w, uint32_t moment)
{
    if (moment == MODEL_NONE || w->stamp[moment] == w->step)
        return;
    w->stamp[moment] = w->step;
    w->queue[w->queued++] = moment;
}

static bool arrive(walker *w, uint32_t moment)
{
    report_arrival *a = &w->own->graph.nodes[moment].arrival;

    if (w->run_seen[moment] == w->run)
        return true;
    w->run_seen[moment] = w->run;
    if (a->runs++ == 0 || w->turn < a->turn)
        a->turn = w->turn;
    a->turns += w->turn;
    return graph_arrivals_keep(&w->arrivals, moment, w->state, w->layout);
}

/* The reply's edge to a moment, there and back or for good; NULL. */
static report_edge *edge_of(const walker *w, uint32_t reply, uint32_t to, bool visit)
{
    const report_graph *g = &w->own->graph;

    if (reply == MODEL_NONE)
        return NULL;
    for (uint32_t i = w->own->by_reply[reply];
         i < g->edge_count && g->edges[i].kind == REPORT_REPLY &&
         g->edges[i].item == reply;
         i++)
        if (g->edges[i].to == to && g->edges[i].visit == visit)
            return &g->edges[i];
    return NULL;
}

/* A jump with no edge of its own belongs to the reply that fell through to it, perhaps by
 * way of a visit. */
static void count_jump(walker *w, uint32_t statement)
{
    const model_statement *st = &w->scenario->statements[statement];
    const uint32_t own = w->own->by_go[statement];
    report_edge *e = own != MODEL_NONE ? &w->own->graph.edges[own]
                                       : edge_of(w, w->last[st->moment], st->item, false);

    if (e)
        e->passed++;
}

/* Jumps and visits that were played in a moment, and where they lead. What was noted is
 * forgotten on the way. */
static void count_statements(walker *w, uint32_t moment)
{
    const ear_scenario *s = w->scenario;
    const model_range range = s->moments[moment].statements;

    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const model_statement *st = &s->statements[i];
        const bool held = w->watch.statements[i] & SIM_HELD;

        w->watch.statements[i] = 0;
        if (!held || (st->kind != MODEL_GO && st->kind != MODEL_VISIT))
            continue;
        count_jump(w, i);
        enqueue(w, st->item);
    }
}

static bool count_moments(walker *w)
{
    bool whole = true;

    for (uint32_t i = 0; i < w->queued; i++) {
        const uint32_t moment = w->queue[i];

        count_statements(w, moment);
        if (w->watch.moments[moment])
            whole = arrive(w, moment) && whole;
        w->watch.moments[moment] = 0;
    }
    w->queued = 0;
    w->step++;
    return whole;
}

/* The first rule that asked for it leads somewhere. True: one did. */
static bool count_rules(walker *w)
{
    const ear_scenario *s = w->scenario;
    bool led = false;

    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        const bool held = w->watch.rules[i] & SIM_HELD;

        w->watch.rules[i] = 0;
        if (!held || s->rules[i].go == MODEL_NONE || led)
            continue;
        led = true;
        w->own->graph.edges[w->own->by_rule[i]].passed++;
        enqueue(w, s->rules[i].go);
    }
    return led;
}

/* What the reply itself says: its visit, and where it goes, which may have to wait for
 * the visit's end (count_returns). */
static void count_reply(walker *w, uint32_t reply, bool led_away)
{
    const model_reply *r = &w->scenario->replies[reply];
    report_edge *visit =
        r->visit != MODEL_NONE ? edge_of(w, reply, r->visit, true) : NULL;
    report_edge *go = r->go != MODEL_NONE ? edge_of(w, reply, r->go, false) : NULL;

    if (visit && w->watch.moments[r->visit])
        visit->passed++;
    if (go && !led_away && w->watch.moments[r->go])
        go->passed++;
    enqueue(w, r->go);
    enqueue(w, r->visit);
}

/* Visits that were under way before this step and are over: their replies go on. */
static void count_returns(walker *w, uint32_t depth)
{
    for (uint32_t i = w->state->depth; i < depth; i++) {
        const model_return *back = &w->before[i];
        const uint32_t moment = w->scenario->statements[back->statement].moment;
        report_edge *e = back->go != MODEL_NONE && w->watch.moments[back->go]
                             ? edge_of(w, w->last[moment], back->go, false)
                             : NULL;

        if (e)
            e->passed++;
    }
}

/* --- playing ------------------------------------------------------------------------ */

static unsigned choose(const walker *w, uint64_t *random)
{
    const uint32_t first = w->scenario->statements[w->state->statement].item;
    const unsigned kinds = prove_kinds_of(prove_newcomer_acts(random));

    return prove_any_bit(prove_preferred(&w->taste, first, w->state->offered, kinds),
                         random);
}

/* Where the conversation may go on when what is played now is over; kept in `before`. */
static void enqueue_here(walker *w)
{
    const ear_scenario *s = w->scenario;

    enqueue(w, w->state->moment);
    for (uint32_t i = 0; i < w->state->depth; i++) {
        w->before[i] = w->state->visits[i];
        enqueue(w, s->statements[w->before[i].statement].moment);
        enqueue(w, w->before[i].go);
    }
}

static void count_offers(walker *w, const model_statement *choice)
{
    for (uint32_t i = 0; i < choice->count; i++) {
        const uint32_t reply = choice->item + i;

        if (!(w->state->offered >> i & 1) || w->run_open[reply] == w->run)
            continue;
        w->run_open[reply] = w->run;
        w->own->graph.open[reply]++;
    }
}

static ear_status play_turn(walker *w, uint64_t *random, ear_error *err)
{
    const model_statement *choice = &w->scenario->statements[w->state->statement];
    const unsigned bit = choose(w, random);
    const uint32_t reply = choice->item + bit;
    const double before = ease(w);
    const uint32_t depth = w->state->depth;

    count_offers(w, choice);
    w->turn = w->state->turn + 1;
    enqueue_here(w);
    w->last[choice->moment] = reply;
    const ear_status status = sim_player_choose(w->player, w->state, bit, err);
    w->effect[reply] += ease(w) - before;
    w->given[reply]++;
    count_reply(w, reply, count_rules(w));
    count_returns(w, depth);
    if (!count_moments(w))
        return base_fail_memory(err);
    return status;
}

static ear_status play_run(walker *w, uint64_t seed, ear_error *err)
{
    uint64_t random = prove_player_random(PROVE_NEWCOMER, seed);
    ear_status status;

    model_state_begin(w->state, w->scenario, w->layout, seed);
    sim_player_seed(w->player, seed);
    w->turn = 0;
    memset(w->last, 0xFF, w->scenario->count[MODEL_S_MOMENTS] * sizeof *w->last);
    enqueue(w, w->scenario->info->start);
    status = sim_player_begin(w->player, w->state, MODEL_NONE, err);
    if (!count_moments(w))
        return base_fail_memory(err);
    for (unsigned i = 0; status == EAR_OK && w->state->phase == MODEL_PHASE_CHOICE; i++) {
        if (i == PROVE_MAX_TURNS)
            return EAR_E_LIMIT;
        status = play_turn(w, &random, err);
    }
    return status;
}

static ear_status play_all(walker *w, const report_graph_options *options, ear_error *err)
{
    report_graph *g = &w->own->graph;

    for (uint64_t i = 0; i < options->runs && !prove_stopped(&options->work); i++) {
        const prove_progress *progress = &options->work.progress;

        if (progress->tell && i % TELL == 0)
            progress->tell(progress->user, i, options->runs + options->states);
        w->run = i + 1;
        const ear_status status = play_run(w, prove_run_seed(options->seed, i), err);

        if (status == EAR_E_NOMEM)
            return status;
        g->runs++;
        g->broken += status != EAR_OK;
    }
    return EAR_OK;
}

/* --- what it came to ---------------------------------------------------------------- */

static bool tell(walker *w)
{
    report_graph *g = &w->own->graph;

    for (uint32_t i = 0; i < g->edge_count; i++) {
        report_edge *e = &g->edges[i];

        if (e->kind == REPORT_REPLY && w->given[e->item])
            e->effect = w->effect[e->item] / (double)w->given[e->item];
    }
    return graph_arrivals_tell(&w->arrivals);
}

static ear_status walk(graph_own *own, const report_graph_options *options,
                       const ear_hooks *hooks, ear_error *err)
{
    walker w = {.own = own, .scenario = own->graph.scenario, .step = 1};
    ear_status status = sim_player_new(&w.player, w.scenario, hooks, false, err);

    if (status != EAR_OK)
        return status;
    if (!make(&w))
        status = base_fail_memory(err);
    if (status == EAR_OK)
        status = prove_taste_make(&w.taste, w.scenario, err);
    sim_player_watch(w.player, &w.watch);
    if (status == EAR_OK)
        status = play_all(&w, options, err);
    if (status == EAR_OK && !tell(&w))
        status = base_fail_memory(err);
    prove_taste_release(&w.taste);
    sim_player_free(w.player);
    return status;
}

ear_status graph_walk(graph_own *own, const report_graph_options *options, ear_error *err)
{
    ear_hooks hooks;
    void *handle;
    ear_status status =
        prove_helper_open(&options->work, own->graph.scenario, &hooks, &handle, err);

    if (status != EAR_OK)
        return status;
    status = walk(own, options, &hooks, err);
    prove_helper_close(&options->work, handle);
    return status;
}
