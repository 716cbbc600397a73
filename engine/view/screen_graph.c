/* The graph of the talk at hand: moments as cards, replies as lines. Arrows walk from
 * card to card, Enter plays from there. */
#include "view/graph_draw.h"
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define GOOD_FIT     .4f /* the whole picture at once when it is no smaller than this */
#define FIRST_ZOOM   .85f
#define AROUND       40.f /* px round the drawing */
#define MOST_PULLED  1.6f /* how far a wide drawing is pulled apart downwards, */
#define PULLED_TO    .8f  /* while it is smaller than this */
#define MANY_LINES   120u /* then those that have nothing to do with the card are faint */
#define POSTER_HEAD  130.f
#define POSTER_SIDE  64.f
#define POSTER_WIDTH 1200.f

/* --- the eye ------------------------------------------------------------------------ */

static float fitting(const view_graph *all, view_rect area)
{
    return fminf(area.w / (all->width + 2 * AROUND), area.h / (all->height + 2 * AROUND));
}

/* All of it when that can be read, or was asked for. */
static void first_zoom(view_app *app, const view_build *b, view_rect area)
{
    const float fit = fminf(fitting(app->graph.all, area), 1.25f * b->type);

    if (app->graph.zoom > 0 && !app->graph.whole)
        return;
    app->graph.zoom =
        fit >= GOOD_FIT * b->type || app->graph.whole ? fit : FIRST_ZOOM * b->type;
    app->graph.whole = false;
    app->graph.middle =
        (view_point){app->graph.all->width / 2, app->graph.all->height / 2};
}

/* One axis: `at` is the point of the drawing in the middle of `room` px. */
static float held(float at, float size, float room, float zoom)
{
    const float half = room / zoom / 2;

    if (size + 2 * AROUND <= 2 * half)
        return size / 2;
    return fmaxf(half - AROUND, fminf(size + AROUND - half, at));
}

/* So that from .. from + size is seen, with something around it. */
static float revealed(float at, float from, float size, float room, float zoom)
{
    const float half = room / zoom / 2, pad = fminf(90, half - size / 2);

    at = fminf(at, from - pad + half);
    return fmaxf(at, from + size + pad - half);
}

/* What room there is below and above a drawing that is seen whole makes its cards and
 * what lies between them higher. */
static float zoom_down(const view_graph *all, view_rect area, float zoom)
{
    const float most = area.h / (all->height + 2 * AROUND);

    if ((all->width + 2 * AROUND) * zoom > area.w + 1)
        return zoom;
    return fmaxf(zoom, fminf(most, fminf(zoom * MOST_PULLED, PULLED_TO)));
}

static view_graph_eye eye_of(view_app *app, const view_build *b, view_rect area)
{
    view_graph_view *g = &app->graph;
    const view_graph_card *card = view_graph_card_of(app, g->card);

    first_zoom(app, b, area);
    const float high = zoom_down(g->all, area, g->zoom);
    if (card && g->reveal) {
        g->middle.x = revealed(g->middle.x, card->at.x, card->at.w, area.w, g->zoom);
        g->middle.y = revealed(g->middle.y, card->at.y, card->at.h, area.h, high);
    }
    g->reveal = false;
    g->tall = (g->all->height + 2 * AROUND) * g->zoom > area.h + 1;
    g->middle.x = held(g->middle.x, g->all->width, area.w, g->zoom);
    g->middle.y = held(g->middle.y, g->all->height, area.h, high);
    return (view_graph_eye){.x = area.x + area.w / 2 - g->middle.x * g->zoom,
                            .y = area.y + area.h / 2 - g->middle.y * high,
                            .zoom = g->zoom,
                            .high = high,
                            .type = b->type};
}

/* --- the drawing -------------------------------------------------------------------- */

static bool apart(view_rect a, view_rect b)
{
    return a.x > b.x + b.w || b.x > a.x + a.w || a.y > b.y + b.h || b.y > a.y + a.h;
}

static void press_card(view_build *b, const view_graph_card *card, view_rect at)
{
    char label[600], state[1200];

    snprintf(label, sizeof label, "%s, %s%s%s", card->name, card->foot,
             card->words[0] ? ": " : "", card->words);
    snprintf(state, sizeof state, "%s %s%s%s%s%s %s", card->about, card->mood,
             card->needs[0] ? " " : "", card->needs[0] ? card->needs[0] : "",
             card->needs[1] ? " " : "", card->needs[1] ? card->needs[1] : "",
             card->outcome ? "" : "Enter plays from here.");
    view_put_press(
        b, &(view_press_look){.key = view_graph_key(card->moment),
                              .role = VIEW_ROLE_CARD,
                              .rect = at,
                              .label = label,
                              .state = state,
                              .command = {VIEW_DO_GRAPH, (int32_t)card->moment, 1}});
}

static void draw_lines(const view_app *app, view_build *b, const view_graph_eye *eye)
{
    const view_graph *all = app->graph.all;
    const bool many = all->line_count > MANY_LINES && !app->graph.poster;

    for (int chosen = 0; chosen < 2; chosen++)
        for (uint32_t i = 0; i < all->line_count; i++) {
            const view_graph_line *line = &all->lines[i];
            const bool mine =
                line->from == app->graph.card || line->to == app->graph.card;

            b->key = view_key("graph line", i);
            if (many ? mine == (chosen == 1) : !chosen)
                view_graph_line_draw(b, eye, line, all->tip, many && !mine);
        }
}

static void draw_cards(const view_app *app, view_build *b, const view_graph_eye *eye,
                       view_rect area)
{
    const view_graph *all = app->graph.all;

    for (uint32_t i = 0; i < all->card_count; i++) {
        const view_graph_card *card = &all->cards[i];
        const view_rect at = view_graph_place(eye, card->at);
        const bool selected =
            card->moment == app->graph.card && !app->graph.poster && !card->copy;

        if (apart(at, area) && !selected)
            continue;
        b->key = card->copy ? view_key("graph copy", i) : view_graph_key(card->moment);
        view_graph_card_draw(
            b, eye, card,
            (view_graph_state){.here =
                                   card->moment == app->graph.here && !app->graph.poster,
                               .selected = selected && app->focus == b->key});
        if (!app->graph.poster && !card->copy)
            press_card(b, card, at);
    }
}

/* --- around it ---------------------------------------------------------------------- */

/* Whatever is shortened in the head is said whole by a button beside it. */
static float tools(const view_graph *all, view_build *b, float y)
{
    static const struct {
        const char *label, *hint;
        view_command command;
    } buttons[] = {{"Close", "Close the graph of", {VIEW_DO_ESCAPE, 0, 0}},
                   {"+", "Larger", {VIEW_DO_ZOOM, 0, 1}},
                   {"\u2212", "Smaller", {VIEW_DO_ZOOM, 0, -1}},
                   {"All", "The whole picture.", {VIEW_DO_ZOOM, 0, 0}}};
    const char *const more[] = {all->title, NULL, NULL, all->summary};
    char hint[1200];
    float x = b->width - VIEW_MARGIN;

    for (uint32_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        snprintf(hint, sizeof hint, "%s%s%s", buttons[i].hint, more[i] ? " " : "",
                 more[i] ? more[i] : "");
        view_button button = {.key = view_key("graph tool", i),
                              .height = b->target,
                              .label = buttons[i].label,
                              .hint = hint,
                              .command = buttons[i].command};

        x -= view_button_width(b, &button);
        button.at = (view_point){x, y};
        view_put_button(b, &button);
        x -= 10;
    }
    return x;
}

/* A long title takes two lines of smaller letters. */
static void put_title(view_build *b, const char *title, view_rect at)
{
    const bool fits = view_text_width(b, TYPE_HEAD, title) <= at.w;

    view_put_text(b, &(view_label){.type = fits ? TYPE_HEAD : TYPE_MARK_LABEL,
                                   .color = view_ink_of(b, VIEW_INK),
                                   .at = at,
                                   .lines = fits ? 1 : 2,
                                   .text = title});
}

/* Title, summary, legend. Returns where it ends. */
static float head(const view_app *app, view_build *b)
{
    const view_graph *all = app->graph.all;
    const float small = view_line_height(b, TYPE_SMALL), y = 14;
    const float row = fmaxf(view_line_height(b, TYPE_HEAD), b->target);
    const float right = tools(all, b, y), w = b->width - 2 * VIEW_MARGIN;

    b->key = view_key("graph head", 0);
    put_title(b, all->title, (view_rect){VIEW_MARGIN, y, right - VIEW_MARGIN - 10, row});
    view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){VIEW_MARGIN, y + row + 2, w, small}, all->summary);
    const float below = y + row + small + 6;
    view_graph_legend(b, (view_rect){VIEW_MARGIN, below, w, small},
                      app->graph.here != MODEL_NONE);
    return below + small + 6;
}

/* The same for every card, so that the drawing stays where it is from card to card. */
static float panel_height(const view_graph *all, const view_build *b)
{
    const float text = view_line_height(b, TYPE_TEXT);
    bool needs = false;

    for (uint32_t i = 0; i < all->card_count; i++)
        needs |= all->cards[i].needs[0] != NULL;
    return fmaxf(view_line_height(b, TYPE_TITLE) + (needs || b->folded ? 2 : 1) * text +
                     28,
                 b->target + 24);
}

static float panel_buttons(const view_graph_card *card, view_build *b, view_rect at)
{
    view_button edit = {.key = view_key("graph edit", 0),
                        .height = b->target,
                        .icon = ICON_PEN,
                        .label = b->folded ? NULL : "Open",
                        .hint = "Open this line in the editor",
                        .command = {VIEW_DO_EDITOR, 0, 0}};
    view_button play = {.key = view_key("graph play", 0),
                        .height = b->target,
                        .icon = ICON_PLAY,
                        .label = b->folded ? NULL : "Play from here",
                        .hint = "Play from here",
                        .command = {VIEW_DO_GRAPH, (int32_t)card->moment, 2},
                        .filled = true};
    float x = at.x + at.w - 20 - view_button_width(b, &edit);
    const float y = at.y + (at.h - b->target) / 2;

    edit.at = (view_point){x, y};
    if (!card->outcome) {
        x -= view_button_width(b, &play) + 10;
        play.at = (view_point){x, y};
        view_put_button(b, &play);
    }
    view_put_button(b, &edit);
    return x;
}

/* The second sentence where all of it fits beside the first. */
static void panel_needs(const view_graph_card *card, view_build *b, view_rect at)
{
    const view_color ink = view_ink_of(b, VIEW_INK2);

    if (!card->needs[0])
        return;
    const float used = view_put_line(b, TYPE_TEXT, ink, at, card->needs[0]) + 10;
    if (card->needs[1] && used + view_text_width(b, TYPE_TEXT, card->needs[1]) <= at.w)
        view_put_line(b, TYPE_TEXT, ink,
                      (view_rect){at.x + used, at.y, at.w - used, at.h}, card->needs[1]);
}

/* Folded: how they come there and how they feel then, as far as two lines go. */
static void panel_about(const view_graph_card *card, view_build *b, view_rect at)
{
    char text[700];

    snprintf(text, sizeof text, "%s %s", card->about, card->mood);
    view_put_text(b, &(view_label){.type = TYPE_TEXT,
                                   .color = view_ink_of(b, VIEW_INK2),
                                   .at = at,
                                   .lines = 2,
                                   .text = text});
}

static void panel(const view_app *app, view_build *b, view_rect at)
{
    const view_graph_card *card = view_graph_card_of(app, app->graph.card);
    const float line = view_line_height(b, TYPE_TITLE);
    const float small = view_line_height(b, TYPE_TEXT), top = at.y + 13;
    char text[700];

    b->key = view_key("graph panel", 0);
    view_card(b, at, 16);
    if (!card)
        return;
    const float w = panel_buttons(card, b, at) - at.x - 44;
    b->key = view_key("graph panel", 1);
    snprintf(text, sizeof text, "%s, line %d", card->name, card->line);
    const float used = view_put_line(b, TYPE_TITLE, view_ink_of(b, VIEW_INK),
                                     (view_rect){at.x + 24, top, w, line}, text);
    if (b->folded) {
        panel_about(card, b, (view_rect){at.x + 24, top + line, w, 0});
        return;
    }
    if (w - used > 80)
        view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + 40 + used, top, w - used - 16, line},
                      card->about);
    view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x + 24, top + line, w, small}, card->mood);
    panel_needs(card, b, (view_rect){at.x + 24, top + line + small, w, small});
}

/* --- screen and poster -------------------------------------------------------------- */

view_size view_graph_poster_size(const view_graph *graph)
{
    return (view_size){
        .width = ceilf(fmaxf(graph->width, POSTER_WIDTH) + 2 * POSTER_SIDE),
        .height = ceilf(graph->height + POSTER_HEAD + POSTER_SIDE),
    };
}

static void poster(view_app *app, view_build *b)
{
    const view_graph *all = app->graph.all;

    view_build_rescale(b, b->frame->width / view_graph_poster_size(all).width);
    const view_rect whole = {0, 0, b->width, b->height};
    const view_graph_eye eye = {.x = (b->width - all->width) / 2,
                                .y = POSTER_HEAD,
                                .zoom = 1,
                                .high = 1,
                                .type = 1};
    const float w = b->width - 2 * POSTER_SIDE;

    b->key = view_key("graph head", 0);
    view_put_line(b, TYPE_BIG, view_ink_of(b, VIEW_INK),
                  (view_rect){POSTER_SIDE, 14, w, 40}, all->title);
    view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                  (view_rect){POSTER_SIDE, 56, w, 24}, all->summary);
    view_graph_legend(b, (view_rect){POSTER_SIDE, 86, w, 24}, false);
    draw_lines(app, b, &eye);
    draw_cards(app, b, &eye, whole);
}

void view_graph_draw(view_app *app, view_build *b)
{
    if (!app->graph.all)
        return;
    if (app->graph.poster) {
        poster(app, b);
        return;
    }
    const float top = head(app, b), low = panel_height(app->graph.all, b);
    const view_rect area = {0, top, b->width, b->height - top - low - 24};
    const view_graph_eye eye = eye_of(app, b, area);

    view_clip_box(b, area, 0);
    draw_lines(app, b, &eye);
    draw_cards(app, b, &eye, area);
    view_unclip(b);
    panel(
        app, b,
        (view_rect){VIEW_MARGIN, b->height - low - 16, b->width - 2 * VIEW_MARGIN, low});
    view_status_line(app, b, (view_rect){VIEW_MARGIN, b->height - low - 52, area.w, 30});
}
