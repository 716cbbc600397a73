/* From what leads where to cards and lines. */
#include "report/graph_picture.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "report/layered.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_WIDTH 186.0 /* "line 127, 4 replies, 55 %" */
#define MOST_WIDTH  236.0
#define HEIGHT      53.0 /* of a card with a name and a foot */
#define NAME_SIZE   16.0
#define BOLD        1.07 /* how much wider semibold is */
#define STRAND      10.0 /* between neighbouring lines of one bundle */
#define MOST_BUNDLE 56.0
#define MOST_CARD   260.0
#define THINNEST    1.5
#define THICKER     5.0
#define FULL_EFFECT .10 /* of all her range: the ends of the mood ramp */
#define TURN        .25 /* how far a turn swings out for each px that it goes down */
#define LEAST_TURN  24.0
#define MOST_TURN   60.0

/* Edges between the same two moments: one link of the layout. */
typedef struct bundle {
    uint32_t first, count; /* in `sorted` */
} bundle;

typedef struct making {
    report_picture picture; /* first: a report_picture is one of these */
    base_arena arena;
    base_bytes text;
    report_layered layered;
    bundle *bundles;
    uint32_t *sorted; /* edges by their ends */
    uint32_t sorted_count;
} making;

static const char *keep(making *m)
{
    const char *kept =
        m->text.failed
            ? NULL
            : base_arena_copy(&m->arena, base_bytes_string(&m->text), m->text.length);

    base_bytes_clear(&m->text);
    return kept;
}

/* --- cards -------------------------------------------------------------------------- */

static const char *rating_word(uint32_t rating)
{
    return rating == MODEL_STRONG ? "strong" : rating == MODEL_MIXED ? "mixed" : "weak";
}

static const char *foot(making *m, uint32_t moment)
{
    const report_graph *g = m->picture.graph;
    const report_node *node = &g->nodes[moment];
    const model_moment *about = &g->scenario->moments[moment];

    if (about->kind == MODEL_OUTCOME)
        base_bytes_text(&m->text, rating_word(about->rating));
    else
        base_bytes_print(&m->text, "%u %s", (unsigned)node->replies,
                         node->replies == 1 ? "reply" : "replies");
    if (!node->reachable)
        base_bytes_text(&m->text, g->proved ? ", nobody comes" : ", no way here");
    else if (g->runs)
        base_bytes_print(&m->text, ", %u %%",
                         report_percent(node->arrival.runs, g->runs));
    return keep(m);
}

static bool has_note(const ear_scenario *s, const model_moment *moment)
{
    for (uint32_t i = 0; i < moment->statements.count; i++)
        if (s->statements[moment->statements.first + i].kind == MODEL_NOTE)
            return true;
    return false;
}

static bool describe(making *m, uint32_t moment)
{
    const report_graph *g = m->picture.graph;
    const ear_scenario *s = g->scenario;
    report_card *card = &m->picture.cards[moment];
    const uint32_t rule = g->nodes[moment].rule;

    *card = (report_card){.moment = moment,
                          .name = model_string(s, s->moments[moment].id),
                          .outcome = s->moments[moment].kind == MODEL_OUTCOME,
                          .reachable = g->nodes[moment].reachable,
                          .note = has_note(s, &s->moments[moment])};
    report_node_words(&m->text, g, moment);
    card->words = keep(m);
    card->foot = foot(m, moment);
    if (rule != MODEL_NONE) {
        base_bytes_print(&m->text, "or by rule: %s",
                         model_string(s, s->rules[rule].name));
        card->rule = keep(m);
    }
    return card->words && card->foot && (card->rule || rule == MODEL_NONE);
}

static double card_width(const report_card *card)
{
    const double name =
        report_text_width(card->name, strlen(card->name)) * NAME_SIZE * BOLD;
    const double foot =
        report_text_width(card->foot, strlen(card->foot)) * REPORT_TEXT_SIZE;
    const double rule =
        card->rule ? report_text_width(card->rule, strlen(card->rule)) * REPORT_TEXT_SIZE
                   : 0;
    const double width =
        fmax(fmax(name + (card->note ? 32 : 0), foot), rule) + 2 * REPORT_PADDING + 2;

    return fmin(MOST_WIDTH, fmax(LEAST_WIDTH, ceil(width)));
}

/* Its column may be wider in the end: then a second line stays empty, which is no harm.
 */
static int lines_of(const char *words, double width)
{
    const size_t length = strlen(words);
    const double ems = (width - 2 * REPORT_PADDING) / REPORT_TEXT_SIZE;

    if (length == 0)
        return 0;
    return report_text_break(words, length, ems) < length ? 2 : 1;
}

static report_box box_of(const report_graph *g, report_card *card)
{
    const report_arrival *a = &g->nodes[card->moment].arrival;
    const double width = card_width(card);

    card->lines = lines_of(card->words, width);
    return (report_box){.width = width,
                        .height =
                            HEIGHT + REPORT_LINE * (card->lines + (card->rule != NULL)),
                        .turn = a->runs ? (double)a->turns / (double)a->runs : -1,
                        .last = card->outcome};
}

/* --- lines -------------------------------------------------------------------------- */

static double strand_width(const report_graph *g, const report_edge *e)
{
    if (g->runs)
        return THINNEST + THICKER * sqrt(fmin(1, (double)e->passed / (double)g->runs));
    return THINNEST + THICKER * fmin(1, fabs(e->effect) / FULL_EFFECT) / 2;
}

static report_mark mark_of(const report_edge *e)
{
    const char *does = report_edge_does(e);

    return strcmp(does, "helps") == 0   ? REPORT_MARK_HELPS
           : strcmp(does, "hurts") == 0 ? REPORT_MARK_HURTS
                                        : REPORT_MARK_PLAIN;
}

/* Edges with both ends, by these; equal ones stay in the order of the file. */
static bool sort_edges(making *m)
{
    const report_graph *g = m->picture.graph;
    const uint32_t nodes = g->scenario->count[MODEL_S_MOMENTS];
    uint32_t *at = base_arena_alloc(&m->arena, (nodes + 1) * sizeof *at);
    uint32_t *by_to = base_arena_alloc(&m->arena, (g->edge_count + 1) * sizeof *by_to);

    m->sorted = base_arena_alloc(&m->arena, (g->edge_count + 1) * sizeof *m->sorted);
    if (!at || !by_to || !m->sorted)
        return false;
    /* By `to`, then by `from`: counting sorts keep the order. */
    for (uint32_t i = 0; i < g->edge_count; i++)
        at[g->edges[i].to + 1] += g->edges[i].from != MODEL_NONE;
    for (uint32_t n = 0; n < nodes; n++)
        at[n + 1] += at[n];
    m->sorted_count = at[nodes];
    for (uint32_t i = 0; i < g->edge_count; i++)
        if (g->edges[i].from != MODEL_NONE)
            by_to[at[g->edges[i].to]++] = i;
    memset(at, 0, (nodes + 1) * sizeof *at);
    for (uint32_t i = 0; i < m->sorted_count; i++)
        at[g->edges[by_to[i]].from + 1]++;
    for (uint32_t n = 0; n < nodes; n++)
        at[n + 1] += at[n];
    for (uint32_t i = 0; i < m->sorted_count; i++)
        m->sorted[at[g->edges[by_to[i]].from]++] = by_to[i];
    return true;
}

static double weight_of(const making *m, const bundle *b)
{
    const report_graph *g = m->picture.graph;
    uint64_t passed = 0;

    for (uint32_t i = 0; i < b->count; i++)
        passed += g->edges[m->sorted[b->first + i]].passed;
    return g->runs ? fmin(1, (double)passed / (double)g->runs) : 0;
}

static double breadth_of(const making *m, const bundle *b)
{
    const report_graph *g = m->picture.graph;
    double sum = 0;

    for (uint32_t i = 0; i < b->count; i++)
        sum += fmax(STRAND, strand_width(g, &g->edges[m->sorted[b->first + i]]) + 2.5);
    return fmin(sum, MOST_BUNDLE);
}

static bool make_bundles(making *m)
{
    const report_graph *g = m->picture.graph;
    report_layered *l = &m->layered;

    m->bundles = base_arena_alloc(&m->arena, (m->sorted_count + 1) * sizeof *m->bundles);
    l->links = base_arena_alloc(&m->arena, (m->sorted_count + 1) * sizeof *l->links);
    if (!m->bundles || !l->links)
        return false;
    for (uint32_t i = 0; i < m->sorted_count; i++) {
        const report_edge *e = &g->edges[m->sorted[i]];
        const report_link *last = l->link_count ? &l->links[l->link_count - 1] : NULL;

        if (!last || last->from != e->from || last->to != e->to) {
            m->bundles[l->link_count] = (bundle){i, 0};
            l->links[l->link_count++] = (report_link){.from = e->from, .to = e->to};
        }
        m->bundles[l->link_count - 1].count++;
    }
    for (uint32_t i = 0; i < l->link_count; i++)
        l->links[i].breadth = breadth_of(m, &m->bundles[i]),
        l->links[i].weight = weight_of(m, &m->bundles[i]);
    return true;
}

/* A card is high enough for the lines on either side. */
static bool raise_cards(making *m)
{
    report_layered *l = &m->layered;
    double *in = base_arena_alloc(&m->arena, l->box_count * sizeof *in);
    double *out = base_arena_alloc(&m->arena, l->box_count * sizeof *out);

    if (!in || !out)
        return false;
    for (uint32_t i = 0; i < l->link_count; i++) {
        out[l->links[i].from] += l->links[i].breadth + 4;
        in[l->links[i].to] += l->links[i].breadth + 4;
    }
    for (uint32_t b = 0; b < l->box_count; b++)
        l->boxes[b].height =
            fmax(l->boxes[b].height, fmin(MOST_CARD, fmax(in[b], out[b]) + 16));
    return true;
}

/* --- curves ------------------------------------------------------------------------- */

typedef struct pen {
    report_point *points;
    uint32_t count;
} pen;

static void curve(pen *p, report_point a, report_point b, report_point to)
{
    p->points[p->count++] = a;
    p->points[p->count++] = b;
    p->points[p->count++] = to;
}

static report_point here(const pen *p)
{
    return p->points[p->count - 1];
}

/* Level at both ends, and between them in x all the way. */
static void across(pen *p, double x, double y)
{
    const report_point from = here(p);
    const double half = (from.x + x) / 2;

    curve(p, (report_point){half, from.y}, (report_point){half, y}, (report_point){x, y});
}

/* Round to where it came from: out to one side (1: right) and back. */
static void turn(pen *p, double x, double y, int side)
{
    const report_point from = here(p);
    const double swing = side * fmin(MOST_TURN, LEAST_TURN + TURN * fabs(y - from.y));

    curve(p, (report_point){from.x + swing, from.y}, (report_point){x + swing, y},
          (report_point){x, y});
}

/* Where strand `i` of a bundle runs, from the middle of a span. */
static double aside(const bundle *b, uint32_t i, double span)
{
    return ((i + .5) / b->count - .5) * span;
}

static void trace(const making *m, const report_link *link, const bundle *b, uint32_t i,
                  pen *p)
{
    const report_layered *l = &m->layered;
    const report_lane *lanes = &l->lanes[link->first_lane];
    const report_box *from = &l->boxes[link->from], *to = &l->boxes[link->to];
    const double off = aside(b, i, link->breadth) * (link->turns ? -1 : 1);
    const double end_x = to->x - REPORT_TIP;
    const double end_y = link->to_y + aside(b, i, link->to_span);

    p->points[p->count++] = (report_point){from->x + from->width,
                                           link->from_y + aside(b, i, link->from_span)};
    for (uint32_t k = 0; k < link->lane_count; k++) {
        if (link->turns && k == 0)
            turn(p, lanes[k].left, lanes[k].y + off, 1);
        else
            across(p, lanes[k].left, lanes[k].y + off);
        across(p, lanes[k].right, lanes[k].y + off);
    }
    if (link->turns)
        turn(p, end_x, end_y, -1);
    else
        across(p, end_x, end_y);
}

static bool draw_strand(making *m, uint32_t link, uint32_t i)
{
    const report_graph *g = m->picture.graph;
    const bundle *b = &m->bundles[link];
    const report_link *l = &m->layered.links[link];
    const uint32_t edge = m->sorted[b->first + i];
    const report_edge *e = &g->edges[edge];
    const uint32_t points = 1 + 3 * (1 + 2 * l->lane_count);
    pen p = {.points = base_arena_alloc(&m->arena, points * sizeof *p.points)};
    const double mood = .5 + .5 * fmax(-1, fmin(1, e->effect / FULL_EFFECT));

    if (!p.points)
        return false;
    trace(m, l, b, i, &p);
    m->picture.strands[m->picture.strand_count++] =
        (report_strand){.edge = edge,
                        .width = strand_width(g, e),
                        .mood = e->kind == REPORT_REPLY ? mood : .5,
                        .mark = mark_of(e),
                        .back = l->circle,
                        .visit = e->visit,
                        .quiet = e->kind != REPORT_REPLY || (g->runs && !e->passed),
                        .count = p.count,
                        .points = p.points};
    return true;
}

static int by_width(const void *a, const void *b)
{
    const report_strand *x = a, *y = b;

    if (x->width != y->width)
        return x->width < y->width ? -1 : 1;
    return (x->edge > y->edge) - (x->edge < y->edge);
}

static bool draw_strands(making *m)
{
    report_picture *p = &m->picture;

    p->strands = base_arena_alloc(&m->arena, (m->sorted_count + 1) * sizeof *p->strands);
    if (!p->strands)
        return false;
    for (uint32_t link = 0; link < m->layered.link_count; link++)
        for (uint32_t i = 0; i < m->bundles[link].count; i++)
            if (!draw_strand(m, link, i))
                return false;
    qsort(p->strands, p->strand_count, sizeof *p->strands, by_width);
    return true;
}

/* --- all of it ---------------------------------------------------------------------- */

static void count(making *m, uint32_t n, const char *one, const char *many,
                  const char *then)
{
    base_bytes_print(&m->text, "%u %s%s", (unsigned)n, n == 1 ? one : many, then);
}

/* What is proved is said as such, and so is what is not. */
static void tell_proof(making *m)
{
    const report_graph *g = m->picture.graph;
    uint32_t lost = 0;

    for (uint32_t i = 0; i < g->scenario->count[MODEL_S_MOMENTS]; i++)
        lost += g->scenario->moments[i].kind == MODEL_OUTCOME && !g->nodes[i].reachable;
    base_bytes_text(&m->text, !g->proved ? " Not every state was checked"
                              : g->stuck ? " Every state checked: somebody can get stuck"
                                         : " Every state checked: nobody can get stuck");
    if (lost)
        base_bytes_print(&m->text, ", no way leads to %u of the endings", (unsigned)lost);
    else if (g->proved)
        base_bytes_text(&m->text, ", every ending can be reached");
    base_bytes_char(&m->text, '.');
}

static bool name_it(making *m)
{
    const report_graph *g = m->picture.graph;

    base_utf8_clean(&m->text, ear_scenario_title(g->scenario),
                    strlen(ear_scenario_title(g->scenario)));
    m->picture.title = keep(m);
    count(m, g->moments, "moment", "moments", ", ");
    count(m, g->outcomes, "ending", "endings", ", ");
    count(m, g->replies, "reply", "replies", ".");
    tell_proof(m);
    if (g->runs)
        base_bytes_print(&m->text, " Shares and thickness: %llu simulated newcomers.",
                         (unsigned long long)g->runs);
    else
        base_bytes_text(&m->text, " The thicker a line, the more it does to her.");
    m->picture.summary = keep(m);
    return m->picture.title && m->picture.summary;
}

static bool describe_all(making *m)
{
    const uint32_t n = m->picture.graph->scenario->count[MODEL_S_MOMENTS];

    m->picture.cards = base_arena_alloc(&m->arena, n * sizeof *m->picture.cards);
    m->layered.boxes = base_arena_alloc(&m->arena, n * sizeof *m->layered.boxes);
    if (!m->picture.cards || !m->layered.boxes)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        if (!describe(m, i))
            return false;
        m->layered.boxes[i] = box_of(m->picture.graph, &m->picture.cards[i]);
    }
    m->picture.card_count = m->layered.box_count = n;
    m->layered.start = m->picture.graph->scenario->info->start;
    return name_it(m) && sort_edges(m) && make_bundles(m) && raise_cards(m);
}

static bool finish(making *m)
{
    report_picture *p = &m->picture;

    for (uint32_t i = 0; i < p->card_count; i++) {
        const report_box *box = &m->layered.boxes[i];

        p->cards[i].x = box->x;
        p->cards[i].y = box->y;
        p->cards[i].width = box->width;
        p->cards[i].height = box->height;
    }
    p->width = m->layered.width;
    p->height = m->layered.height;
    return draw_strands(m);
}

ear_status report_picture_fits(const ear_scenario *scenario, ear_error *err)
{
    const uint32_t moments = scenario->count[MODEL_S_MOMENTS];

    if (moments <= REPORT_MAX_BOXES)
        return EAR_OK;
    return base_fail(err, EAR_E_LIMIT,
                     "a picture of %u moments could not be read (%u are the most)",
                     (unsigned)moments, REPORT_MAX_BOXES);
}

static ear_status make(making *m, ear_error *err)
{
    if (!describe_all(m))
        return base_fail_memory(err);
    const ear_status status = report_layered_place(&m->layered, &m->arena, err);
    if (status != EAR_OK)
        return status;
    return finish(m) ? EAR_OK : base_fail_memory(err);
}

ear_status report_picture_new(report_picture **out, const report_graph *graph,
                              ear_error *err)
{
    making *m = calloc(1, sizeof *m);

    if (!m)
        return base_fail_memory(err);
    m->picture.graph = graph;
    ear_status status = report_picture_fits(graph->scenario, err);
    if (status == EAR_OK)
        status = make(m, err);
    base_bytes_release(&m->text);
    m->text = (base_bytes){0};
    if (status == EAR_OK)
        *out = &m->picture;
    else
        report_picture_free(&m->picture);
    return status;
}

void report_picture_free(report_picture *picture)
{
    making *m = (making *)picture;

    if (!m)
        return;
    base_arena_release(&m->arena);
    free(m);
}
