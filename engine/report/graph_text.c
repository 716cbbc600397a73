#include "report/graph_text.h"

#include "base/utf8.h"
#include "model/terms.h"
#include "report/words.h"

#include <string.h>

#define LABEL_EMS 30.0 /* of a reply's words; all of them are in the tooltip */

static const char *const rating_colours[] = {"#9C3310", "#7A5200", "#0B6560"};

static const char *edge_colour(const report_edge *e)
{
    const char *does = report_edge_does(e);

    return strcmp(does, "helps") == 0   ? "#0A625E"
           : strcmp(does, "hurts") == 0 ? "#A8320B"
                                        : "#857B68";
}

/* 1 to 6 tenths of px by the share of newcomers that pass. */
static unsigned tenths_wide(const report_graph *g, const report_edge *e)
{
    return 10 + (g->runs ? report_percent(e->passed, g->runs) / 2 : 5);
}

/* What an edge says, cut to `ems`. Released by the caller. */
static base_bytes label_of(const report_graph *g, const report_edge *e, double ems)
{
    base_bytes words = {0};

    report_edge_words(&words, g, e);
    const size_t fit = report_text_fit(base_bytes_string(&words), words.length, ems);
    if (fit < words.length) {
        words.length = fit;
        base_bytes_text(&words, "\u2026");
    }
    return words;
}

static void note_failure(base_bytes *out, const base_bytes *part)
{
    out->failed = out->failed || part->failed;
}

/* --- Graphviz ----------------------------------------------------------------------- */

static void quoted(base_bytes *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            base_bytes_char(out, '\\');
        if ((unsigned char)*text >= ' ')
            base_bytes_char(out, *text);
    }
}

static void dot_node(base_bytes *out, const report_graph *g, uint32_t moment)
{
    const model_moment *m = &g->scenario->moments[moment];
    const report_node *node = &g->nodes[moment];
    const char *id = model_string(g->scenario, m->id);
    base_bytes words = {0};

    report_node_words(&words, g, moment);
    note_failure(out, &words);
    base_bytes_text(out, "  \"");
    quoted(out, id);
    base_bytes_text(out, "\" [label=\"");
    quoted(out, id);
    if (m->kind == MODEL_OUTCOME)
        base_bytes_print(out, "\\n%s", model_rating_terms[m->rating]);
    else
        base_bytes_print(out, "\\n%u %s", (unsigned)node->replies,
                         node->replies == 1 ? "reply" : "replies");
    if (g->runs)
        base_bytes_print(out, ", %u %%", report_percent(node->arrival.runs, g->runs));
    base_bytes_text(out, "\", tooltip=\"");
    quoted(out, base_bytes_string(&words));
    base_bytes_char(out, '"');
    if (m->kind == MODEL_OUTCOME)
        base_bytes_print(out, ", fillcolor=\"%s\", fontcolor=white",
                         rating_colours[m->rating]);
    if (!node->reachable)
        base_bytes_text(out, ", style=\"rounded,filled,dashed\"");
    base_bytes_text(out, "];\n");
    base_bytes_release(&words);
}

static void dot_from(base_bytes *out, const report_graph *g, const report_edge *e)
{
    if (e->from == MODEL_NONE) {
        base_bytes_text(out, "rule ");
        quoted(out, model_string(g->scenario, g->scenario->rules[e->item].name));
    } else {
        quoted(out, model_string(g->scenario, g->scenario->moments[e->from].id));
    }
}

static void dot_edge(base_bytes *out, const report_graph *g, const report_edge *e)
{
    const unsigned wide = tenths_wide(g, e);
    const char *colour = edge_colour(e), *does = report_edge_does(e);
    base_bytes label = label_of(g, e, LABEL_EMS), words = {0};

    report_edge_words(&words, g, e);
    note_failure(out, &label);
    note_failure(out, &words);
    base_bytes_text(out, "  \"");
    dot_from(out, g, e);
    base_bytes_text(out, "\" -> \"");
    quoted(out, model_string(g->scenario, g->scenario->moments[e->to].id));
    base_bytes_print(out, "\" [color=\"%s\", penwidth=%u.%u, arrowhead=%s", colour,
                     wide / 10, wide % 10, strcmp(does, "hurts") == 0 ? "tee" : "normal");
    if (e->visit)
        base_bytes_text(out, ", dir=both, arrowtail=odot, style=dashed");
    if (e->kind == REPORT_RULE)
        base_bytes_text(out, ", style=dotted");
    if (e->kind == REPORT_REPLY) {
        base_bytes_text(out, ", label=\"");
        quoted(out, base_bytes_string(&label));
        base_bytes_print(out, "\", fontcolor=\"%s\"", colour);
    }
    base_bytes_text(out, ", tooltip=\"");
    quoted(out, base_bytes_string(&words));
    base_bytes_print(out, "%s%s\"];\n", words.length ? ": " : "", does);
    base_bytes_release(&label);
    base_bytes_release(&words);
}

static void dot_rule(base_bytes *out, const report_graph *g, const report_edge *e)
{
    base_bytes_text(out, "  \"");
    dot_from(out, g, e);
    base_bytes_text(out, "\" [shape=note, fontsize=11];\n");
}

bool report_graph_dot(base_bytes *out, const report_graph *g)
{
    base_bytes_text(out, "digraph \"");
    quoted(out, ear_scenario_id(g->scenario));
    base_bytes_text(out, "\" {\n  rankdir=LR;\n  bgcolor=\"#F6F1E7\";\n  label=\"");
    quoted(out, ear_scenario_title(g->scenario));
    base_bytes_text(out,
                    "\";\n  labelloc=t;\n"
                    "  fontname=\"Inter,Noto Sans,sans-serif\";\n"
                    "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#FFFDF9\", "
                    "color=\"#857B68\", fontname=\"Inter,Noto Sans,sans-serif\"];\n"
                    "  edge [fontname=\"Inter,Noto Sans,sans-serif\", fontsize=10];\n");
    for (uint32_t i = 0; i < g->scenario->count[MODEL_S_MOMENTS]; i++)
        dot_node(out, g, i);
    for (uint32_t i = 0; i < g->edge_count; i++)
        if (g->edges[i].kind == REPORT_RULE)
            dot_rule(out, g, &g->edges[i]);
    for (uint32_t i = 0; i < g->edge_count; i++)
        dot_edge(out, g, &g->edges[i]);
    base_bytes_text(out, "}\n");
    return !out->failed;
}

/* --- Mermaid ------------------------------------------------------------------------ */

/* In quotes, where only these mean something. */
static void entities(base_bytes *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("\"#&<>`\\", *text))
            base_bytes_print(out, "#%d;", *text);
        else if ((unsigned char)*text >= ' ')
            base_bytes_char(out, *text);
    }
}

static void mermaid_node(base_bytes *out, const report_graph *g, uint32_t moment)
{
    const model_moment *m = &g->scenario->moments[moment];
    const report_node *node = &g->nodes[moment];
    const bool outcome = m->kind == MODEL_OUTCOME;

    base_bytes_print(out, "  n%u%s\"", (unsigned)moment, outcome ? "([" : "[");
    entities(out, model_string(g->scenario, m->id));
    if (outcome)
        base_bytes_print(out, "<br/>%s", model_rating_terms[m->rating]);
    else
        base_bytes_print(out, "<br/>%u %s", (unsigned)node->replies,
                         node->replies == 1 ? "reply" : "replies");
    if (g->runs)
        base_bytes_print(out, ", %u %%", report_percent(node->arrival.runs, g->runs));
    base_bytes_print(out, "\"%s:::%s\n", outcome ? "])" : "]",
                     !node->reachable ? "lost"
                     : outcome        ? model_rating_terms[m->rating]
                                      : "moment");
}

static void mermaid_edge(base_bytes *out, const report_graph *g, const report_edge *e)
{
    const bool hurts = strcmp(report_edge_does(e), "hurts") == 0;
    base_bytes label = label_of(g, e, LABEL_EMS);

    note_failure(out, &label);
    if (e->from == MODEL_NONE)
        base_bytes_print(out, "  r%u", (unsigned)e->item);
    else
        base_bytes_print(out, "  n%u", (unsigned)e->from);
    base_bytes_text(out, e->visit                 ? " <-.->"
                         : e->kind == REPORT_RULE ? " -.->"
                         : hurts                  ? " --x"
                                                  : " -->");
    if (e->kind == REPORT_REPLY && label.length) {
        base_bytes_text(out, "|\"");
        entities(out, base_bytes_string(&label));
        base_bytes_text(out, "\"|");
    }
    base_bytes_print(out, " n%u\n", (unsigned)e->to);
    base_bytes_release(&label);
}

static void mermaid_rule(base_bytes *out, const report_graph *g, const report_edge *e)
{
    base_bytes_print(out, "  r%u>\"rule ", (unsigned)e->item);
    entities(out, model_string(g->scenario, g->scenario->rules[e->item].name));
    base_bytes_text(out, "\"]\n");
}

bool report_graph_mermaid(base_bytes *out, const report_graph *g)
{
    base_bytes_text(out, "---\ntitle: \"");
    quoted(out, ear_scenario_title(g->scenario));
    base_bytes_text(out, "\"\n---\nflowchart LR\n");
    for (uint32_t i = 0; i < g->scenario->count[MODEL_S_MOMENTS]; i++)
        mermaid_node(out, g, i);
    for (uint32_t i = 0; i < g->edge_count; i++)
        if (g->edges[i].kind == REPORT_RULE)
            mermaid_rule(out, g, &g->edges[i]);
    for (uint32_t i = 0; i < g->edge_count; i++)
        mermaid_edge(out, g, &g->edges[i]);
    for (uint32_t i = 0; i < g->edge_count; i++) {
        const unsigned wide = tenths_wide(g, &g->edges[i]);

        base_bytes_print(out, "  linkStyle %u stroke:%s,stroke-width:%u.%upx\n",
                         (unsigned)i, edge_colour(&g->edges[i]), wide / 10, wide % 10);
    }
    base_bytes_text(out, "  classDef moment fill:#FFFDF9,stroke:#857B68,color:#1B2130\n"
                         "  classDef lost fill:#EFE8DA,stroke:#857B68,color:#474E5E,"
                         "stroke-dasharray:5 5\n");
    for (int i = 0; i < 3; i++)
        base_bytes_print(out, "  classDef %s fill:%s,color:#FFFFFF\n",
                         model_rating_terms[i], rating_colours[i]);
    return !out->failed;
}
