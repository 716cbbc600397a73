/* Looking back, in this order: the outcome, the curve, what was said and thought, what to
 * try, what was practised; then the questions. */
#include "view/debrief_card.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DRAW_MS 1200

static float drawn_share(view_app *app, view_build *b)
{
    const int64_t age = app->now - app->debrief_at;

    if (b->still || age >= DRAW_MS)
        return 1;
    view_wake(b, app->now + 16, true);
    const float t = (float)(age > 0 ? age : 0) / DRAW_MS;
    return 1 - (1 - t) * (1 - t);
}

static float rating_pill(view_build *b, const view_debrief *d, float right, float y)
{
    static const char *const words[] = {"weak ending", "mixed ending", "strong ending"};
    const float h = view_line_height(b, TYPE_LABEL) + 12;
    const float w = view_text_width(b, TYPE_LABEL, words[d->rating % 3]) + 36;
    const view_rect box = {right - w, y, w, h};

    b->key = view_key("rating", 0);
    view_put_box(b, &(view_box_look){.rect = box,
                                     .radius = h / 2,
                                     .fill = view_rgb(b->theme->ending[d->rating % 3]),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    view_put_line_mid(b, TYPE_LABEL, view_rgb(b->theme->on_ending), box,
                      words[d->rating % 3]);
    return w;
}

/* The question and how heard she felt: on one line where both have room. */
static float question(view_app *app, view_build *b, view_rect at)
{
    const view_debrief *d = &app->debrief;
    const char *asks = view_debrief_heads(d) == 0 ? d->summary
                       : d->said                  ? d->said[0]
                                                  : NULL;
    char felt[160];
    float h = 0;

    view_debrief_felt(felt, sizeof felt, app);
    const float beside = asks && felt[0] ? view_text_width(b, TYPE_LEAD, asks) +
                                               view_text_width(b, TYPE_STRONG, felt) + 40
                                         : at.w + 1;
    if (asks)
        h = view_put_para(b, TYPE_LEAD, view_ink_of(b, VIEW_INK2), at, asks);
    if (felt[0] && beside <= at.w)
        view_put_line_end(b, TYPE_STRONG, view_ink_of(b, VIEW_INK2),
                          (view_rect){at.x, at.y, at.w, h}, felt);
    else if (felt[0])
        h += view_put_para(b, TYPE_STRONG, view_ink_of(b, VIEW_INK2),
                           (view_rect){at.x, at.y + h, at.w, 0}, felt);
    return h;
}

static float head(view_app *app, view_build *b, float y)
{
    const view_debrief *d = &app->debrief;
    const float x = VIEW_MARGIN + 8, w = b->width - 2 * x;
    const float pill = rating_pill(b, d, x + w, y + 6) + 20;

    b->key = view_key("debrief head", 0);
    y += view_put_para(b, TYPE_PAGE, view_ink_of(b, VIEW_INK),
                       (view_rect){x, y, w - pill, 0}, d->title ? d->title : "") +
         4;
    return y + question(app, b, (view_rect){x, y, w, 0}) + 12;
}

/* Folded, the ways on stand at the end of the page; else they stay in sight below it. */
static float foot(view_app *app, view_build *b, float y)
{
    const view_debrief *d = &app->debrief;
    const float h = b->target + 2;
    const struct {
        const char *label, *hint;
        view_command_kind kind;
        bool shown;
    } ways[] = {
        {d->reflect_count ? "Next: questions for you" : "Done", NULL, VIEW_DO_NEXT, true},
        {"W  What if", "What if", VIEW_DO_WHAT_IF, d->other_count > 0},
        {"P  Report", "Report", VIEW_DO_REPORT, true},
        {"Play again", NULL, VIEW_DO_RESTART, true},
        {"Home", NULL, VIEW_DO_HOME, true},
    };
    float x = VIEW_MARGIN + 8;

    for (uint32_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        view_button button = {.key = view_key("after", i),
                              .height = h,
                              .label = ways[i].label,
                              .hint = ways[i].hint,
                              .command = {ways[i].kind, 0, 0},
                              .filled = i == 0};
        if (!ways[i].shown)
            continue;
        const float w = view_button_width(b, &button);
        if (x > VIEW_MARGIN + 8 && x + w > b->width - VIEW_MARGIN - 8) {
            x = VIEW_MARGIN + 8;
            y += h + 10;
        }
        button.at = (view_point){x, y};
        x += view_put_button(b, &button) + 12;
    }
    return y + h;
}

/* Nobody should have to guess that there is more: a way on to it, and back to the top. */
static void more_below(view_app *app, view_build *b, float y)
{
    const view_scroll *scroll = &app->scroll;
    const bool end = scroll->at + 8 >= scroll->longest;
    const float page = (scroll->view.h - 60) * (app->scale > 0 ? app->scale : 1);
    view_button button = {.key = view_key("more below", 0),
                          .height = b->target + 2,
                          .label = end ? "To the top" : "More below",
                          .icon = end ? ICON_NONE : ICON_DOWN,
                          .command = {VIEW_DO_SCROLL, 0, (int32_t)(end ? -1e6f : page)}};

    if (scroll->longest <= 8)
        return;
    button.at =
        (view_point){b->width - VIEW_MARGIN - 8 - view_button_width(b, &button), y};
    view_put_button(b, &button);
}

/* The first row of cards should be seen whole, as long as that leaves a curve. */
static float curve_height(view_app *app, view_build *b, float y, float bottom, float w)
{
    const float usual = fmaxf(270, b->height * .4f), least = 224 * b->type;

    if (b->folded)
        return fmaxf(280, b->height * .6f);
    const float left = bottom - y - 28 - view_debrief_first_row(app, b, w);
    return fminf(usual, fmaxf(left, least));
}

void view_debrief_draw(view_app *app, view_build *b)
{
    const float x = VIEW_MARGIN + 8, w = b->width - 2 * x;
    float y = b->folded ? 30 : 26;

    const float pinned = b->folded ? 0 : b->target + 26;

    view_scroll_begin(b, &app->scroll, (view_rect){0, 0, b->width, b->height - pinned});
    if (!app->has_debrief) {
        b->key = view_key("no debrief", 0);
        y +=
            view_put_para(b, TYPE_LEAD, view_ink_of(b, VIEW_INK), (view_rect){x, y, w, 0},
                          "There is nothing to look back at yet.") +
            20;
    } else {
        y = head(app, b, y);
        const float h = curve_height(app, b, y, b->height - pinned, w);
        view_curve_card(app, b, (view_rect){x, y, w, h}, drawn_share(app, b));
        y += h + 14;
        y += view_debrief_cards(app, b, (view_rect){x, y, w, 0}) + 14;
    }
    if (b->folded)
        y = foot(app, b, y) + 16;
    view_scroll_end(b, &app->scroll, y);
    if (!b->folded) {
        foot(app, b, b->height - pinned + 8);
        more_below(app, b, b->height - pinned + 8);
    }
    view_status_line(
        app, b, (view_rect){x, b->height - (b->folded ? 6 : pinned + 2) - 28, w, 28});
}
