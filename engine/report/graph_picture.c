/* From what leads where to cards and lines. */
#include "report/graph_picture_internal.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "model/terms.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_WIDTH 186.0 /* "line 127, 4 replies, 55 %" */
#define MOST_WIDTH  236.0
#define MOST_ENDING 300.0
#define STEP        8.0
#define HEIGHT      53.0 /* of a card with a name and a foot */
#define LEAST_GAIN  1.4  /* letters become larger by that, or it stays one row */
#define NAME_SIZE   16.0
#define BOLD        1.07 /* how much wider semibold is */

static const char *keep(graph_making *m)
{
    const char *kept =
        m->text.failed
            ? NULL
            : base_arena_copy(&m->arena, base_bytes_string(&m->text), m->text.length);

    base_bytes_clear(&m->text);
    return kept;
}

/* --- cards -------------------------------------------------------------------------- */

static const char *foot(graph_making *m, uint32_t moment)
{
    const report_graph *g = m->picture.graph;
    const report_node *node = &g->nodes[moment];
    const model_moment *about = &g->scenario->moments[moment];

    if (about->kind == MODEL_OUTCOME)
        base_bytes_text(&m->text, model_rating_terms[about->rating]);
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

static bool describe(graph_making *m, uint32_t moment)
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

/* An ending's title is what it is: all of it is read, where two lines can hold it. */
static double ending_width(const report_card *card, double width)
{
    const size_t length = strlen(card->words);

    for (; width < MOST_ENDING; width += STEP) {
        const double ems = (width - 2 * REPORT_PADDING) / REPORT_TEXT_SIZE;
        const size_t first = report_text_break(card->words, length, ems);

        if (report_text_fit(card->words + first, length - first, ems) == length - first)
            break;
    }
    return width;
}

static report_box box_of(const report_graph *g, report_card *card)
{
    const report_arrival *a = &g->nodes[card->moment].arrival;
    const double width =
        card->outcome ? ending_width(card, card_width(card)) : card_width(card);

    card->lines = lines_of(card->words, width);
    return (report_box){.width = width,
                        .height =
                            HEIGHT + REPORT_LINE * (card->lines + (card->rule != NULL)),
                        .turn = a->runs ? (double)a->turns / (double)a->runs : -1,
                        .last = card->outcome};
}

/* --- all of it ---------------------------------------------------------------------- */

static void count(graph_making *m, uint32_t n, const char *one, const char *many,
                  const char *then)
{
    base_bytes_print(&m->text, "%u %s%s", (unsigned)n, n == 1 ? one : many, then);
}

/* What is proved is said as such, and so is what is not. */
static void tell_proof(graph_making *m)
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

static bool name_it(graph_making *m)
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

static bool describe_all(graph_making *m)
{
    const uint32_t n = m->picture.graph->scenario->count[MODEL_S_MOMENTS];

    m->picture.cards = base_arena_alloc(&m->arena, n * sizeof *m->picture.cards);
    m->layered.boxes = base_arena_alloc(&m->arena, n * sizeof *m->layered.boxes);
    if (!m->picture.cards || !m->layered.boxes)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        if (!describe(m, i))
            return false;
    }
    m->picture.card_count = m->layered.box_count = n;
    m->layered.start = m->picture.graph->scenario->info->start;
    return name_it(m) && graph_make_links(m);
}

static bool finish(graph_making *m)
{
    report_picture *p = &m->picture;

    for (uint32_t i = 0; i < p->card_count; i++) {
        const report_box *box = &m->layered.boxes[i];

        p->cards[i].row = box->row;
        p->cards[i].x = box->x;
        p->cards[i].y = box->y;
        p->cards[i].width = box->width;
        p->cards[i].height = box->height;
    }
    p->width = m->layered.width;
    p->height = m->layered.height;
    return graph_draw_strands(m);
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

static ear_status place(graph_making *m, ear_error *err)
{
    for (uint32_t i = 0; i < m->layered.box_count; i++) {
        report_card *card = &m->picture.cards[i];
        report_box *box = &m->layered.boxes[i];

        *box = box_of(m->picture.graph, card);
        if (m->near && m->near[i] != GRAPH_NOT_NEAR) {
            box->turn = m->near[i];
            box->last = false;
        }
        if (card->copy)
            card->foot =
                model_rating_terms[m->picture.graph->scenario->moments[card->moment]
                                       .rating];
    }
    return graph_raise_cards(m) ? report_layered_place(&m->layered, &m->arena, err)
                                : base_fail_memory(err);
}

/* How large it is on a page. */
static double scale_of(const graph_making *m, double page)
{
    return fmin(page / m->layered.width, 1 / m->layered.height);
}

/* Rows, with endings near what leads to them; one row where that makes letters little
 * larger. */
static ear_status place_rows(graph_making *m, double page, ear_error *err)
{
    const double one = scale_of(m, page);
    ear_status status;

    m->layered.page = page;
    status = graph_copy_ends(m) ? place(m, err) : base_fail_memory(err);
    if (status != EAR_OK || (m->layered.rows > 1 && scale_of(m, page) > LEAST_GAIN * one))
        return status;
    graph_forget_copies(m);
    m->layered.page = 0;
    return place(m, err);
}

static ear_status make(graph_making *m, double page, ear_error *err)
{
    if (!describe_all(m))
        return base_fail_memory(err);
    ear_status status = place(m, err);
    if (status == EAR_OK && m->layered.width > page * m->layered.height)
        status = place_rows(m, page, err);
    if (status != EAR_OK)
        return status;
    return finish(m) ? EAR_OK : base_fail_memory(err);
}

ear_status report_picture_new(report_picture **out, const report_graph *graph,
                              double page, ear_error *err)
{
    graph_making *m = calloc(1, sizeof *m);

    if (!m)
        return base_fail_memory(err);
    m->picture.graph = graph;
    ear_status status = report_picture_fits(graph->scenario, err);
    if (status == EAR_OK)
        status = make(m, page, err);
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
    graph_making *m = (graph_making *)picture;

    if (!m)
        return;
    base_arena_release(&m->arena);
    free(m);
}
