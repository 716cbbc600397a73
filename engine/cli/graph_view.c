#include "cli/graph_view.h"

#include "base/arena.h"
#include "base/bytes.h"
#include "base/fail.h"
#include "report/words.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CONDITION 32.0 /* ems */

struct cli_graph_view {
    report_graph *graph;
    report_picture *picture;
    base_arena arena;
    base_bytes text;
    view_graph view;
    const char **arriving; /* of each moment */
};

static const char *keep(cli_graph_view *g)
{
    const char *kept =
        g->text.failed
            ? NULL
            : base_arena_copy(&g->arena, base_bytes_string(&g->text), g->text.length);

    base_bytes_clear(&g->text);
    return kept;
}

/* --- how people arrive -------------------------------------------------------------- */

static const char *about(cli_graph_view *g, uint32_t moment)
{
    const report_node *node = &g->graph->nodes[moment];
    const report_arrival *a = &node->arrival;

    if (!node->reachable)
        base_bytes_text(&g->text, g->graph->proved ? "Nobody can come here."
                                                   : "No way leads here.");
    else if (g->graph->runs && !a->runs)
        base_bytes_text(&g->text, "No newcomer came here.");
    else if (g->graph->runs)
        base_bytes_print(&g->text, "Reached by %u %% of newcomers, ",
                         report_percent(a->runs, g->graph->runs));
    if (a->runs && a->turn == 0)
        base_bytes_text(&g->text, "before the first reply.");
    else if (a->runs)
        base_bytes_print(&g->text, "after %u %s at the earliest.", (unsigned)a->turn,
                         a->turn == 1 ? "reply" : "replies");
    return keep(g);
}

static const char *mood(cli_graph_view *g, uint32_t moment)
{
    const ear_scenario *s = g->graph->scenario;
    const report_arrival *a = &g->graph->nodes[moment].arrival;

    for (uint32_t i = 0; a->meters && i < s->count[MODEL_S_METERS]; i++) {
        base_bytes_print(&g->text, "%s%s %d",
                         i ? "; " : "On arriving: ", model_string(s, s->meters[i].id),
                         (int)a->least[i]);
        if (a->least[i] < a->most[i])
            base_bytes_print(&g->text, " to %d, usually %d", (int)a->most[i],
                             (int)a->meters[i]);
    }
    return keep(g);
}

/* As a beginning is written. */
static const char *arriving(cli_graph_view *g, uint32_t moment)
{
    const ear_scenario *s = g->graph->scenario;
    const report_arrival *a = &g->graph->nodes[moment].arrival;

    for (uint32_t i = 0; a->meters && i < s->count[MODEL_S_METERS]; i++)
        base_bytes_print(&g->text, "%s%s=%d", g->text.length ? ", " : "",
                         model_string(s, s->meters[i].id), (int)a->meters[i]);
    for (uint32_t i = 0; a->flags && i < s->count[MODEL_S_FLAGS]; i++)
        base_bytes_print(&g->text, "%s%s%s", g->text.length ? ", " : "",
                         a->flags[i] ? "" : "not ", model_string(s, s->flags[i].id));
    return keep(g);
}

/* --- what replies need -------------------------------------------------------------- */

/* "Reply 2 needs trust 34 or more: open to 49 % of those who arrive." Of whom, only the
 * first says, so that there is room for the second. */
static const char *need(cli_graph_view *g, const view_graph_card *card, uint32_t number,
                        uint32_t reply)
{
    const char *whom = card->needs[0] ? "" : " of those who arrive";
    const uint64_t arrived = g->graph->nodes[card->moment].arrival.runs;
    base_bytes words = {0};

    report_reply_needs(&words, g->graph, reply);
    const size_t fit =
        report_text_fit(base_bytes_string(&words), words.length, MOST_CONDITION);
    base_bytes_print(&g->text, "Reply %u needs ", (unsigned)number);
    base_bytes_add(&g->text, base_bytes_string(&words), fit);
    base_bytes_text(&g->text, fit < words.length ? "\u2026" : "");
    if (!arrived)
        base_bytes_char(&g->text, '.');
    else if (!g->graph->open[reply])
        base_bytes_print(&g->text, ": open to none%s.", whom);
    else
        base_bytes_print(&g->text, ": open to %u %%%s.",
                         report_percent(g->graph->open[reply], arrived), whom);
    g->text.failed |= words.failed;
    base_bytes_release(&words);
    return keep(g);
}

/* The replies of a moment count through all of its choices. */
static bool add_needs(cli_graph_view *g, view_graph_card *card)
{
    const ear_scenario *s = g->graph->scenario;
    const model_range range = s->moments[card->moment].statements;
    uint32_t number = 0, told = 0;

    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const model_statement *st = &s->statements[i];

        if (st->kind != MODEL_CHOICE)
            continue;
        for (uint32_t k = 0; k < st->count; k++) {
            number++;
            if (s->replies[st->item + k].when == MODEL_NONE || told == VIEW_GRAPH_NEEDS)
                continue;
            card->needs[told] = need(g, card, number, st->item + k);
            if (!card->needs[told++])
                return false;
        }
    }
    return true;
}

/* --- cards and lines ---------------------------------------------------------------- */

static bool add_card(cli_graph_view *g, view_graph_card *to, const report_card *from)
{
    const ear_scenario *s = g->graph->scenario;
    const model_moment *m = &s->moments[from->moment];

    *to = (view_graph_card){
        .at = {(float)from->x, (float)from->y, (float)from->width, (float)from->height},
        .row = from->row,
        .moment = from->moment,
        .name = from->name,
        .words = from->words,
        .foot = from->foot,
        .rule = from->rule,
        .about = about(g, from->moment),
        .mood = mood(g, from->moment),
        .lines = from->lines,
        .line = (int)m->place.line,
        .outcome = from->outcome,
        .reachable = from->reachable,
        .note = from->note,
        .copy = from->copy,
        .rating = (model_rating)m->rating};
    g->arriving[from->moment] = arriving(g, from->moment);
    return to->about && to->mood && g->arriving[from->moment] && add_needs(g, to);
}

static bool add_line(cli_graph_view *g, view_graph_line *to, const report_strand *from)
{
    static const view_graph_mark marks[] = {[REPORT_MARK_PLAIN] = VIEW_GRAPH_PLAIN,
                                            [REPORT_MARK_HELPS] = VIEW_GRAPH_HELPS,
                                            [REPORT_MARK_HURTS] = VIEW_GRAPH_HURTS};
    const report_edge *edge = &g->graph->edges[from->edge];
    view_point *points = base_arena_alloc(&g->arena, from->count * sizeof *points);

    if (!points)
        return false;
    for (uint32_t i = 0; i < from->count; i++)
        points[i] = (view_point){(float)from->points[i].x, (float)from->points[i].y};
    *to = (view_graph_line){.points = points,
                            .count = from->count,
                            .from = edge->from,
                            .to = edge->to,
                            .width = (float)from->width,
                            .mood = (float)from->mood,
                            .mark = marks[from->mark],
                            .back = from->back,
                            .visit = from->visit,
                            .quiet = from->quiet,
                            .unused = from->unused};
    return true;
}

static bool convert(cli_graph_view *g)
{
    const report_picture *p = g->picture;
    view_graph_card *cards = base_arena_alloc(&g->arena, p->card_count * sizeof *cards);
    view_graph_line *lines =
        base_arena_alloc(&g->arena, (p->strand_count + 1) * sizeof *lines);

    g->arriving = base_arena_alloc(&g->arena, p->card_count * sizeof *g->arriving);
    if (!cards || !lines || !g->arriving)
        return false;
    for (uint32_t i = 0; i < p->card_count; i++)
        if (!add_card(g, &cards[i], &p->cards[i]))
            return false;
    for (uint32_t i = 0; i < p->strand_count; i++)
        if (!add_line(g, &lines[i], &p->strands[i]))
            return false;
    g->view = (view_graph){.title = p->title,
                           .summary = p->summary,
                           .cards = cards,
                           .card_count = p->card_count,
                           .lines = lines,
                           .line_count = p->strand_count,
                           .width = (float)p->width,
                           .height = (float)p->height,
                           .tip = (float)REPORT_TIP};
    return true;
}

ear_status cli_graph_view_new(cli_graph_view **out, const ear_scenario *scenario,
                              const report_graph_options *options, double page,
                              ear_error *err)
{
    cli_graph_view *g = calloc(1, sizeof *g);

    if (!g)
        return base_fail_memory(err);
    ear_status status = report_picture_fits(scenario, err);
    if (status == EAR_OK)
        status = report_graph_new(&g->graph, scenario, options, err);
    if (status == EAR_OK)
        status = report_picture_new(&g->picture, g->graph, page, err);
    if (status == EAR_OK && !convert(g))
        status = base_fail_memory(err);
    if (status == EAR_OK)
        *out = g;
    else
        cli_graph_view_free(g);
    return status;
}

void cli_graph_view_free(cli_graph_view *g)
{
    if (!g)
        return;
    report_picture_free(g->picture);
    report_graph_free(g->graph);
    base_arena_release(&g->arena);
    base_bytes_release(&g->text);
    free(g);
}

const view_graph *cli_graph_view_of(const cli_graph_view *g)
{
    return &g->view;
}

const char *cli_graph_view_arriving(const cli_graph_view *g, uint32_t moment)
{
    return moment < g->picture->card_count ? g->arriving[moment] : "";
}
