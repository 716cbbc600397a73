#include "view/graph_draw.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define PADDING     12.f
#define LINE        19.f
#define LEAST_WIDTH 1.f
#define LEAST_MARK  7.f
#define READABLE    .6f /* below this zoom only names are written, larger */

view_rect view_graph_place(const view_graph_eye *eye, view_rect at)
{
    return (view_rect){eye->x + at.x * eye->zoom, eye->y + at.y * eye->high,
                       at.w * eye->zoom, at.h * eye->high};
}

static view_point place(const view_graph_eye *eye, view_point at)
{
    return (view_point){eye->x + at.x * eye->zoom, eye->y + at.y * eye->high};
}

/* --- lines -------------------------------------------------------------------------- */

static view_color line_color(const view_build *b, const view_graph_line *line, bool faint)
{
    const float opacity = faint ? .22f : line->unused ? .42f : line->quiet ? .6f : .85f;

    return view_fade(view_mood_in(b->theme, line->mood), opacity);
}

static void stroke(view_build *b, const view_graph_line *line, float zoom,
                   view_color color)
{
    const float width = fmaxf(LEAST_WIDTH, line->width * zoom);

    if (line->visit)
        view_dash(b, color, width, .5f, fmaxf(4, 7 * zoom));
    else if (line->back)
        view_dash(b, color, width, 9 * zoom, 6 * zoom + width / 2);
    else
        view_stroke(b, color, width);
}

/* Its tip touches the card's `edge`; `size` long and twice `half` high. */
static void mark(view_build *b, view_graph_mark kind, view_point edge, float size,
                 float half, view_color color)
{
    const float left = edge.x - size;

    view_path_begin(b);
    if (kind == VIEW_GRAPH_HURTS) {
        view_move(b, left, edge.y - half);
        view_line(b, edge.x - size * .1f, edge.y + half);
        view_move(b, left, edge.y + half);
        view_line(b, edge.x - size * .1f, edge.y - half);
    } else {
        view_move(b, left, edge.y - half);
        view_line(b, edge.x, edge.y);
        view_line(b, left, edge.y + half);
    }
    if (kind == VIEW_GRAPH_HELPS) {
        view_close(b);
        view_fill(b, color);
    } else {
        view_stroke(b, color, fmaxf(1.4f, size * .2f));
    }
}

void view_graph_line_draw(view_build *b, const view_graph_eye *eye,
                          const view_graph_line *line, float tip, bool faint)
{
    const view_color color = line_color(b, line, faint);
    const view_point first = place(eye, line->points[0]);
    const view_point last = place(eye, line->points[line->count - 1]);
    const float zoom = eye->zoom;

    view_path_begin(b);
    view_move(b, first.x, first.y);
    for (uint32_t i = 1; i + 2 < line->count; i += 3)
        view_cubic(b, place(eye, line->points[i]), place(eye, line->points[i + 1]),
                   place(eye, line->points[i + 2]));
    stroke(b, line, zoom, color);
    mark(b, line->mark, (view_point){last.x + tip * zoom, last.y},
         fmaxf(LEAST_MARK, tip * zoom),
         fmaxf(LEAST_MARK * .45f, fminf(7, 3.6f + line->width * .6f) * zoom),
         view_fade(view_mood_in(b->theme, line->mood), faint          ? .3f
                                                       : line->unused ? .5f
                                                                      : 1));
    if (line->visit)
        view_ring(b, first.x + 5 * zoom, first.y, 4 * zoom, 2 * zoom, color);
}

/* --- cards -------------------------------------------------------------------------- */

typedef struct inks {
    view_color fill, edge, name, text, dim;
} inks;

static inks inks_of(const view_build *b, const view_graph_card *card)
{
    const view_theme *t = b->theme;
    const view_color white = view_rgb(t->on_ending);

    if (card->outcome && card->reachable)
        return (inks){view_rgb(t->ending[card->rating % 3]),
                      view_ink_of(b, t->outlined ? VIEW_INK : VIEW_EDGE), white, white,
                      white};
    return (inks){view_ink_of(b, card->reachable ? VIEW_SURFACE : VIEW_SUNKEN),
                  view_ink_of(b, VIEW_EDGE), view_ink_of(b, VIEW_INK),
                  view_ink_of(b, VIEW_INK), view_ink_of(b, VIEW_INK2)};
}

static void outline(view_build *b, const view_graph_card *card, view_rect at,
                    const inks *ink, float zoom)
{
    const float radius = 12 * zoom, width = fmaxf(1, 1.6f * zoom);

    if (card->reachable) {
        view_put_box(b, &(view_box_look){.rect = at,
                                         .radius = radius,
                                         .fill = ink->fill,
                                         .stroke = ink->edge,
                                         .stroke_width = width});
        return;
    }
    view_fill_box(b, at, radius, ink->fill);
    view_path_begin(b);
    view_add_box(b, at, radius);
    view_dash(b, ink->edge, width, 5 * zoom, 5 * zoom);
}

static void around(view_build *b, view_rect at, float by, float radius, float width,
                   view_color color)
{
    view_path_begin(b);
    view_add_box(b, (view_rect){at.x - by, at.y - by, at.w + 2 * by, at.h + 2 * by},
                 radius + by);
    view_stroke(b, color, width);
}

static void note(view_build *b, view_rect at, float zoom)
{
    const float x = at.x + at.w - 20 * zoom, y = at.y + 10 * zoom;

    view_path_begin(b);
    for (int i = 0; i < 4; i++) {
        view_move(b, x, y + 3 * (float)i * zoom);
        view_line(b, x + (i == 3 ? 6 : 10) * zoom, y + 3 * (float)i * zoom);
    }
    view_stroke(b, view_ink_of(b, VIEW_CUE), 1.6f * zoom);
}

static void text(view_build *b, view_type type, view_color color, view_rect at, int lines,
                 const char *words)
{
    view_put_text(b, &(view_label){.type = type,
                                   .color = color,
                                   .at = at,
                                   .align = TEXT_CENTER,
                                   .lines = lines,
                                   .one = lines == 1,
                                   .text = words});
}

static const char *line_words(const view_graph_card *card, char *to, size_t room)
{
    snprintf(to, room, "line %d", card->line);
    return to;
}

/* From afar: the name, as large as the card allows; under it the line of the file (an
 * outcome's rating and share) where it can be read. */
static void name_only(view_build *b, const view_graph_card *card, view_rect at,
                      float most, const inks *ink)
{
    const float saved = b->type, low = 32 * most;
    char line[32];
    const char *foot = card->outcome ? card->foot : line_words(card, line, sizeof line);
    const float spare = fmaxf(0, at.h - 44 * most) / 2;

    at.y += spare;
    at.h -= 2 * spare;
    view_rect name = at;
    b->type = most;
    if (at.h >= low && view_text_width(b, TYPE_MARK, foot) + 4 <= at.w) {
        name.h = at.h / 2 + 1;
        text(b, TYPE_MARK, ink->dim,
             (view_rect){at.x, at.y + at.h / 2 - 1, at.w, at.h / 2 - 2}, 1, foot);
    }
    b->type = 1;
    const float width = view_text_width(b, TYPE_LABEL, card->name) + 8;
    b->type = fminf(most, fminf(at.w / fmaxf(1, width), name.h / 18));
    text(b, TYPE_LABEL, ink->name, name, 1, card->name);
    b->type = saved;
}

static float words_height(view_build *b, const view_graph_card *card, float width)
{
    const view_label label = {.type = TYPE_MARK,
                              .at = {0, 0, width, 0},
                              .lines = card->lines,
                              .text = card->words};

    return card->lines ? view_text_size(b, &label).y : 0;
}

/* The foot of a moment, after its line of the file where there is room for both. */
static void foot_text(view_build *b, const view_graph_card *card, view_rect at,
                      const inks *ink)
{
    char line[32], both[200];

    snprintf(both, sizeof both, "%s, %s", line_words(card, line, sizeof line),
             card->foot);
    text(b, TYPE_MARK, ink->dim, at, 1,
         !card->outcome && view_text_width(b, TYPE_MARK, both) <= at.w ? both
                                                                       : card->foot);
}

static void card_text(view_build *b, const view_graph_card *card, view_rect at,
                      const inks *ink, float zoom)
{
    const float pad = (PADDING - 2) * zoom, step = LINE * zoom, saved = b->type;
    const float aside = card->note ? 14 * zoom : 0, width = at.w - 2 * pad;

    b->type = zoom;
    const float words = words_height(b, card, width);
    const float all = step * (card->rule ? 3 : 2) + words;
    view_rect row = {at.x + pad, at.y + (at.h - all) / 2, width, step};

    text(b, TYPE_LABEL, ink->name,
         (view_rect){row.x + aside, row.y, row.w - 2 * aside, row.h}, 1, card->name);
    row.y += step;
    if (card->lines)
        text(b, TYPE_MARK, ink->text, (view_rect){row.x, row.y, row.w, words},
             card->lines, card->words);
    row.y += words;
    foot_text(b, card, row, ink);
    row.y += step;
    if (card->rule)
        text(b, TYPE_MARK, ink->dim, row, 1, card->rule);
    b->type = saved;
}

void view_graph_card_draw(view_build *b, const view_graph_eye *eye,
                          const view_graph_card *card, view_graph_state state)
{
    const view_rect at = view_graph_place(eye, card->at);
    const inks ink = inks_of(b, card);
    const float zoom = eye->zoom, radius = 12 * zoom;

    if (state.here)
        around(b, at, 4, radius, 3.5f, view_ink_of(b, VIEW_ACCENT));
    if (state.selected)
        around(b, at, state.here ? 9 : 4, radius, 3, view_ink_of(b, VIEW_FOCUS));
    outline(b, card, at, &ink, zoom);
    if (zoom < READABLE * eye->type) {
        name_only(b, card, at, eye->type, &ink);
        return;
    }
    card_text(b, card, at, &ink, zoom);
    if (card->note)
        note(b, at, zoom);
}

/* --- legend ------------------------------------------------------------------------- */

typedef struct sample {
    const char *words;
    view_graph_line line;
} sample;

static const sample samples[] = {
    {"helps", {.mood = 1, .width = 4.5f, .mark = VIEW_GRAPH_HELPS}},
    {"hurts", {.mood = 0, .width = 4.5f, .mark = VIEW_GRAPH_HURTS}},
    {"changes nothing", {.mood = .5f, .width = 3}},
    {"goes on by itself", {.mood = .5f, .width = 1.5f, .quiet = true}},
    {"a circle", {.mood = .5f, .width = 3, .back = true}},
    {"a visit", {.mood = .5f, .width = 3, .visit = true}},
};

/* At `x`; gives back where the next one stands, and stays where there is no room. */
static float legend_line(view_build *b, view_rect at, float x, const sample *what)
{
    const float y = at.y + at.h / 2, s = fmaxf(1, b->type * .8f);
    const float words = view_text_width(b, TYPE_SMALL, what->words);
    const view_graph_eye eye = {.x = 0, .y = 0, .zoom = 1, .high = 1, .type = 1};
    const view_point points[] = {
        {x, y}, {x + 12 * s, y}, {x + 22 * s, y}, {x + 30 * s, y}};
    view_graph_line line = what->line;

    if (x + 50 * s + words > at.x + at.w)
        return x;
    line.points = points;
    line.count = 4;
    view_graph_line_draw(b, &eye, &line, 10, false);
    view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){x + 48 * s, at.y, words + 2, at.h}, what->words);
    return x + 48 * s + words + 26;
}

static float legend_here(view_build *b, view_rect at, float x)
{
    static const char words[] = "you are here";
    const float y = at.y + at.h / 2, s = fmaxf(1, b->type * .8f);
    const float width = view_text_width(b, TYPE_SMALL, words);

    if (x + 46 * s + width > at.x + at.w)
        return x;
    around(b, (view_rect){x + 3, y - 7, 28, 14}, 0, 6, 3, view_ink_of(b, VIEW_ACCENT));
    view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){x + 44 * s, at.y, width + 2, at.h}, words);
    return x + 44 * s + width + 26;
}

void view_graph_legend(view_build *b, view_rect at, bool here)
{
    static const sample unused = {"nobody took it",
                                  {.mood = .5f, .width = 1, .unused = true}};
    float x = at.x;

    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        x = legend_line(b, at, x, &samples[i]);
    if (here)
        x = legend_here(b, at, x);
    legend_line(b, at, x, &unused);
}
