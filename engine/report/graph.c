/* What leads where: read from the statements, nothing played. */
#include "report/graph_internal.h"

#include "base/fail.h"
#include "base/grow.h"
#include "model/code_text.h"
#include "report/words.h"

#include <stdlib.h>
#include <string.h>

#define NEWCOMERS          2000
#define NEWCOMERS_WITH_LUA 300
#define STATES             UINT64_C(200000)
#define STATES_WITH_LUA    UINT64_C(20000)

/* A reply that changes her by less than this of her range changes nothing. */
#define NOTHING .004

static report_edge *add_edge(graph_own *own, report_edge edge)
{
    report_graph *g = &own->graph;

    report_edge *moved =
        base_grown(g->edges, &own->edge_room, (size_t)g->edge_count + 1, sizeof *moved);

    if (!moved)
        return NULL;
    g->edges = moved;
    g->edges[g->edge_count] = edge;
    return &g->edges[g->edge_count++];
}

/* --- replies ------------------------------------------------------------------------ */

bool graph_meter_counts(const graph_own *own, const model_meter *meter)
{
    return meter->max > meter->min &&
           (meter->shows != MODEL_SHOWS_NOTHING || !own->some_show);
}

/* The shares of their ranges that constants move the meters by, as written. */
static double written_effect(const graph_own *own, const model_effect *effect)
{
    const ear_scenario *s = own->graph.scenario;
    double sum = 0;

    for (uint32_t i = 0; i < effect->moods; i++) {
        const model_mood *mood = &s->moods[effect->first_mood + i];
        const model_meter *meter = &s->meters[mood->meter];
        const double amount = mood->operation == MODEL_SUBTRACT ? -(double)mood->amount
                              : mood->operation == MODEL_SET
                                  ? (double)mood->amount - meter->start
                                  : mood->amount;

        if (mood->code == MODEL_NONE && graph_meter_counts(own, meter))
            sum += amount / ((double)meter->max - meter->min);
    }
    return sum;
}

static double reply_effect(const graph_own *own, const model_reply *reply)
{
    const ear_scenario *s = own->graph.scenario;
    double sum = written_effect(own, &reply->effect);
    uint32_t meters = 0;

    for (uint32_t i = 0; i < s->count[MODEL_S_METERS]; i++)
        meters += graph_meter_counts(own, &s->meters[i]);
    if (reply->intent != MODEL_NONE)
        sum += written_effect(own, &s->intents[reply->intent].effect);
    return meters ? sum / meters : 0;
}

/* Where a reply without `go` can lead: the jumps after its choice, up to the one that is
 * always taken, the next choice or the end. */
static bool add_following(graph_own *own, uint32_t choice, report_edge edge)
{
    const ear_scenario *s = own->graph.scenario;

    for (uint32_t i = choice + 1;; i++) {
        const model_statement *next = &s->statements[i];

        if (next->kind == MODEL_END || next->kind == MODEL_CHOICE)
            return true;
        if (next->kind != MODEL_GO)
            continue;
        edge.to = next->item;
        if (!add_edge(own, edge))
            return false;
        if (next->when == MODEL_NONE)
            return true;
    }
}

static bool add_reply(graph_own *own, uint32_t choice, uint32_t reply)
{
    const ear_scenario *s = own->graph.scenario;
    const model_reply *r = &s->replies[reply];
    report_edge edge = {.kind = REPORT_REPLY,
                        .from = s->statements[choice].moment,
                        .item = reply,
                        .effect = reply_effect(own, r)};

    own->by_reply[reply] = own->graph.edge_count;
    if (r->visit != MODEL_NONE) {
        edge.to = r->visit;
        edge.visit = true;
        if (!add_edge(own, edge))
            return false;
        edge.visit = false;
    }
    edge.to = r->go;
    if (r->go != MODEL_NONE)
        return add_edge(own, edge) != NULL;
    return add_following(own, choice, edge);
}

/* --- moments ------------------------------------------------------------------------ */

static bool falls_through(const ear_scenario *s, const model_statement *choice)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (s->replies[choice->item + i].go == MODEL_NONE)
            return true;
    return false;
}

/* A jump has an edge of its own where it can be met without a reply just given: before
 * the first choice, or where no reply falls through to it. */
static bool add_statement(graph_own *own, uint32_t at, bool *after_reply)
{
    const ear_scenario *s = own->graph.scenario;
    const model_statement *st = &s->statements[at];
    const report_edge edge = {
        .kind = REPORT_GO, .from = st->moment, .to = st->item, .item = at};

    if (st->kind == MODEL_VISIT || (st->kind == MODEL_GO && !*after_reply)) {
        report_edge *added = add_edge(own, edge);

        if (!added)
            return false;
        added->visit = st->kind == MODEL_VISIT;
        own->by_go[at] = own->graph.edge_count - 1;
        return true;
    }
    if (st->kind != MODEL_CHOICE)
        return true;
    *after_reply = *after_reply || falls_through(s, st);
    own->graph.nodes[st->moment].replies += st->count;
    own->graph.replies += st->count;
    for (uint32_t i = 0; i < st->count; i++)
        if (!add_reply(own, at, st->item + i))
            return false;
    return true;
}

static bool add_moment(graph_own *own, uint32_t moment)
{
    const ear_scenario *s = own->graph.scenario;
    const model_range range = s->moments[moment].statements;
    bool after_reply = false;

    if (s->moments[moment].kind == MODEL_OUTCOME)
        own->graph.outcomes++;
    else
        own->graph.moments++;
    for (uint32_t i = 0; i < range.count; i++)
        if (!add_statement(own, range.first + i, &after_reply))
            return false;
    return true;
}

static bool add_rules(graph_own *own)
{
    const ear_scenario *s = own->graph.scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        const uint32_t to = s->rules[i].go;
        const report_edge edge = {
            .kind = REPORT_RULE, .from = MODEL_NONE, .to = to, .item = i};

        if (to == MODEL_NONE)
            continue;
        own->by_rule[i] = own->graph.edge_count;
        if (own->graph.nodes[to].rule == MODEL_NONE)
            own->graph.nodes[to].rule = i;
        if (!add_edge(own, edge))
            return false;
    }
    return true;
}

/* --- what can be reached ------------------------------------------------------------ */

static void reach(report_graph *g)
{
    bool more = true;

    g->nodes[g->scenario->info->start].reachable = true;
    while (more) {
        more = false;
        for (uint32_t i = 0; i < g->edge_count; i++) {
            const report_edge *e = &g->edges[i];

            if (g->nodes[e->to].reachable ||
                (e->from != MODEL_NONE && !g->nodes[e->from].reachable))
                continue;
            g->nodes[e->to].reachable = more = true;
        }
    }
}

/* ------------------------------------------------------------------------------------ */

static uint32_t *numbers(graph_own *own, uint32_t count)
{
    uint32_t *n = base_arena_alloc(&own->arena, (count + 1) * sizeof *n);

    if (n)
        memset(n, 0xFF, (count + 1) * sizeof *n);
    return n;
}

static bool make(graph_own *own)
{
    const ear_scenario *s = own->graph.scenario;
    const uint32_t moments = s->count[MODEL_S_MOMENTS];

    own->graph.nodes = base_arena_alloc(&own->arena, moments * sizeof *own->graph.nodes);
    own->by_reply = numbers(own, s->count[MODEL_S_REPLIES]);
    own->by_go = numbers(own, s->count[MODEL_S_STATEMENTS]);
    own->by_rule = numbers(own, s->count[MODEL_S_RULES]);
    own->counted =
        base_arena_alloc(&own->arena, (s->header->counters + 1) * sizeof *own->counted);
    if (!own->counted || !own->graph.nodes || !own->by_reply || !own->by_go ||
        !own->by_rule)
        return false;
    model_counted_make(own->counted, s);
    for (uint32_t i = 0; i < moments; i++)
        own->graph.nodes[i].rule = MODEL_NONE;
    for (uint32_t i = 0; i < s->count[MODEL_S_METERS]; i++)
        own->some_show |= s->meters[i].shows != MODEL_SHOWS_NOTHING;
    return true;
}

static bool read_scenario(graph_own *own)
{
    const uint32_t moments = own->graph.scenario->count[MODEL_S_MOMENTS];

    if (!make(own))
        return false;
    for (uint32_t i = 0; i < moments; i++)
        if (!add_moment(own, i))
            return false;
    if (!add_rules(own))
        return false;
    reach(&own->graph);
    return true;
}

uint64_t report_graph_runs(const ear_scenario *scenario)
{
    return scenario->info->functions ? NEWCOMERS_WITH_LUA : NEWCOMERS;
}

uint64_t report_graph_states(const ear_scenario *scenario)
{
    return scenario->info->functions ? STATES_WITH_LUA : STATES;
}

ear_status report_graph_new(report_graph **out, const ear_scenario *scenario,
                            const report_graph_options *options, ear_error *err)
{
    graph_own *own = calloc(1, sizeof *own);
    ear_status status = EAR_OK;

    if (!own)
        return base_fail_memory(err);
    own->graph.scenario = scenario;
    if (!read_scenario(own))
        status = base_fail_memory(err);
    if (status == EAR_OK && options->runs > 0)
        status = graph_walk(own, options, err);
    if (status == EAR_OK)
        status = graph_prove(own, options, err);
    if (status == EAR_OK)
        *out = &own->graph;
    else
        report_graph_free(&own->graph);
    return status;
}

void report_graph_free(report_graph *graph)
{
    graph_own *own = (graph_own *)graph;

    if (!own)
        return;
    free(own->graph.edges);
    base_arena_release(&own->arena);
    free(own);
}

/* --- words -------------------------------------------------------------------------- */

bool report_edge_words(base_bytes *out, const report_graph *graph,
                       const report_edge *edge)
{
    const ear_scenario *s = graph->scenario;

    if (edge->kind == REPORT_REPLY)
        return report_words(out, s, &s->replies[edge->item].words);
    if (edge->kind == REPORT_RULE)
        return base_bytes_text(out, model_string(s, s->rules[edge->item].name));
    return !out->failed;
}

bool report_node_words(base_bytes *out, const report_graph *graph, uint32_t moment)
{
    const ear_scenario *s = graph->scenario;
    const model_moment *m = &s->moments[moment];
    const size_t before = out->length;

    report_words(out, s, model_words_of(s, m->title));
    for (uint32_t i = 0; i < m->statements.count && out->length == before; i++) {
        const model_statement *st = &s->statements[m->statements.first + i];

        if (st->kind == MODEL_LINE)
            report_words(out, s, &s->lines[st->item].words);
    }
    return !out->failed;
}

bool report_reply_needs(base_bytes *out, const report_graph *graph, uint32_t reply)
{
    const model_code when = graph->scenario->replies[reply].when;

    if (when & MODEL_FUNCTION)
        return base_bytes_text(out, "a yes from its Lua function");
    return model_code_text(out, graph->scenario, ((const graph_own *)graph)->counted,
                           when, true);
}

const char *report_edge_does(const report_edge *edge)
{
    if (edge->kind == REPORT_GO)
        return "by itself";
    if (edge->kind == REPORT_RULE)
        return "by a rule";
    return edge->effect > NOTHING    ? "helps"
           : edge->effect < -NOTHING ? "hurts"
                                     : "changes nothing";
}

unsigned report_percent(uint64_t count, uint64_t runs)
{
    if (!count || !runs)
        return 0;
    const uint64_t share = (count * 200 + runs) / (2 * runs);

    return share ? (unsigned)share : 1;
}
