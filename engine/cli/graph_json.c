#include "cli/graph_json.h"

#include "cli/json.h"
#include "model/terms.h"

#include <math.h>

static json_t *whole(uint64_t n)
{
    return json_integer((json_int_t)n);
}

static void put_words(base_json *o, const char *key, const base_bytes *words)
{
    o->failed |= words->failed;
    base_json_put_text(o, key, base_bytes_string(words));
}

static json_t *meters_json(const ear_scenario *s, const int32_t *values)
{
    base_json o = base_json_begin();

    for (uint32_t i = 0; i < s->count[MODEL_S_METERS]; i++)
        base_json_put(&o, model_string(s, s->meters[i].id), json_integer(values[i]));
    return base_json_take(&o);
}

/* Without newcomers there is nothing to say of arrivals. */
static void put_arrival(base_json *o, const report_graph *g, const report_arrival *a)
{
    if (!g->runs)
        return;
    base_json_put(o, "arrived", whole(a->runs));
    if (a->runs)
        base_json_put(o, "earliest", whole(a->turn));
    if (a->meters) {
        base_json_put(o, "meters", meters_json(g->scenario, a->meters));
        base_json_put(o, "least", meters_json(g->scenario, a->least));
        base_json_put(o, "most", meters_json(g->scenario, a->most));
    }
}

/* What a reply needs, and to how many newcomers it was open. */
static json_t *need_json(const report_graph *g, uint32_t number, uint32_t reply)
{
    base_json o = base_json_begin_with(
        "id", model_string(g->scenario, g->scenario->details[reply].id));
    base_bytes words = {0};

    report_reply_needs(&words, g, reply);
    base_json_put(&o, "reply", whole(number));
    put_words(&o, "text", &words);
    base_bytes_release(&words);
    if (g->runs)
        base_json_put(&o, "open", whole(g->open[reply]));
    return base_json_take(&o);
}

/* Nothing where every reply is always open. */
static void put_needs(base_json *o, const report_graph *g, const model_range range)
{
    const ear_scenario *s = g->scenario;
    json_t *needs = json_array();
    uint32_t number = 0;

    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const model_statement *st = &s->statements[i];

        for (uint32_t k = 0; st->kind == MODEL_CHOICE && k < st->count; k++) {
            number++;
            if (s->replies[st->item + k].when != MODEL_NONE)
                base_json_append(o, needs, need_json(g, number, st->item + k));
        }
    }
    if (json_array_size(needs))
        base_json_put(o, "needs", needs);
    else
        json_decref(needs);
}

static json_t *node_json(const report_graph *g, uint32_t moment)
{
    const ear_scenario *s = g->scenario;
    const model_moment *m = &s->moments[moment];
    const report_node *node = &g->nodes[moment];
    const bool outcome = m->kind == MODEL_OUTCOME;
    base_json o = base_json_begin_with("id", model_string(s, m->id));
    base_bytes words = {0};

    base_json_put_text(&o, "kind", outcome ? "outcome" : "moment");
    if (outcome)
        base_json_put_text(&o, "rating", model_rating_terms[m->rating]);
    report_node_words(&words, g, moment);
    put_words(&o, "text", &words);
    base_bytes_release(&words);
    base_json_put_text(&o, "file", model_string(s, s->files[m->place.file]));
    base_json_put(&o, "line", whole(m->place.line));
    base_json_put(&o, "replies", whole(node->replies));
    base_json_put(&o, "reachable", json_boolean(node->reachable));
    put_arrival(&o, g, &node->arrival);
    put_needs(&o, g, m->statements);
    return base_json_take(&o);
}

static const char *kind_of(const report_edge *e)
{
    return e->kind == REPORT_REPLY  ? "reply"
           : e->kind == REPORT_RULE ? "rule"
           : e->visit               ? "visit"
                                    : "go";
}

static json_t *edge_json(const report_graph *g, const report_edge *e)
{
    const ear_scenario *s = g->scenario;
    base_json o = base_json_begin_with("kind", kind_of(e));
    base_bytes words = {0};

    if (e->from != MODEL_NONE)
        base_json_put_text(&o, "from", model_string(s, s->moments[e->from].id));
    base_json_put_text(&o, "to", model_string(s, s->moments[e->to].id));
    if (e->kind == REPORT_REPLY)
        base_json_put_text(&o, "id", model_string(s, s->details[e->item].id));
    report_edge_words(&words, g, e);
    put_words(&o, e->kind == REPORT_RULE ? "name" : "text", &words);
    base_bytes_release(&words);
    if (e->visit)
        base_json_put(&o, "returns", json_true());
    if (e->kind == REPORT_REPLY) {
        base_json_put(&o, "effect", json_real(round(e->effect * 1000) / 1000 + 0.0));
        base_json_put_text(&o, "does", report_edge_does(e));
    }
    if (g->runs)
        base_json_put(&o, "passed", whole(e->passed));
    return base_json_take(&o);
}

static void put_counts(base_json *top, const report_graph *g, uint64_t seed)
{
    base_json_put(top, "format", json_integer(1));
    base_json_put_text(top, "scenario", ear_scenario_id(g->scenario));
    base_json_put_text(top, "title", ear_scenario_title(g->scenario));
    base_json_put(top, "moments", whole(g->moments));
    base_json_put(top, "outcomes", whole(g->outcomes));
    base_json_put(top, "replies", whole(g->replies));
    if (g->stopped)
        base_json_put(top, "stopped", json_true());
    base_json_put(top, "proved", json_boolean(g->proved));
    if (g->proved)
        base_json_put(top, "stuck", json_boolean(g->stuck));
    base_json_put(top, "runs", whole(g->runs));
    if (g->runs) {
        base_json_put(top, "seed", whole(seed));
        base_json_put(top, "broken", whole(g->broken));
    }
}

void cli_graph_json(base_bytes *out, const report_graph *g, uint64_t seed)
{
    base_json top = base_json_begin();
    json_t *nodes = json_array(), *edges = json_array();

    put_counts(&top, g, seed);
    for (uint32_t i = 0; i < g->scenario->count[MODEL_S_MOMENTS]; i++)
        base_json_append(&top, nodes, node_json(g, i));
    for (uint32_t i = 0; i < g->edge_count; i++)
        base_json_append(&top, edges, edge_json(g, &g->edges[i]));
    base_json_put(&top, "nodes", nodes);
    base_json_put(&top, "edges", edges);
    cli_json_line(&top, out);
}
