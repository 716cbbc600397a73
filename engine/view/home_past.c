/* The last conversations on the home screen, and how a skill grew over all of them. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

static view_color rating_color(const view_build *b, model_rating rating)
{
    return b->theme->outlined ? view_ink_of(b, VIEW_INK)
                              : view_mix(view_rgb(b->theme->ending[rating]),
                                         view_rgb(0xFFFFFF), b->theme->ramp_lift * 1.6f);
}

static void small_curve(view_build *b, const view_past *past, view_rect at)
{
    const view_color color = rating_color(b, past->rating);
    const size_t n = past->count < 12 ? past->count : 12;
    const float step = at.w / 11;

    if (n == 0)
        return;
    view_path_begin(b);
    for (size_t i = 0; i < n; i++) {
        const float y = at.y + at.h * (1 - past->curve[i]);
        if (i == 0)
            view_move(b, at.x, y);
        else
            view_line(b, at.x + step * (float)i, y);
    }
    view_stroke(b, color, 3);
    view_circle(b, at.x + step * (float)(n - 1), at.y + at.h * (1 - past->curve[n - 1]),
                5, color);
}

/* Where nothing has been played: what is going to happen. */
static void put_first_time(view_build *b, view_rect at)
{
    static const struct {
        view_icon icon;
        const char *text;
    } rows[] = {
        {ICON_CHAT, "Somebody upset writes, calls or stands in front of you. You choose "
                    "what to say, or to stay quiet."},
        {ICON_EYE,
         "Watch how they say it: the pauses, the voice, the face. Nothing tells "
         "you what is right."},
        {ICON_FLAG, "Afterwards you see what they thought at every point, and where it "
                    "turned."},
    };
    float y = at.y;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        view_put_icon(b, rows[i].icon, (view_point){at.x + 12, y + 11 * b->type}, 20,
                      view_ink_of(b, VIEW_ACCENT));
        y += view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK),
                           (view_rect){at.x + 40, y, at.w - 40, 0}, rows[i].text) +
             12;
    }
}

/* Two bars, the first run's above the latest's, as long as their share. */
static void growth_bars(view_build *b, const view_growth *growth, view_rect at)
{
    for (int i = 0; i < 2; i++) {
        const float y = at.y + at.h / 2 + (i ? 3.f : -9.f);
        const float share =
            growth->possible[i] > 0 && growth->points[i] > 0
                ? fminf(1, (float)growth->points[i] / (float)growth->possible[i])
                : 0;

        view_fill_box(b, (view_rect){at.x, y, at.w, 6}, 3, view_ink_of(b, VIEW_RULE));
        if (share > 0)
            view_fill_box(b, (view_rect){at.x, y, fmaxf(6, at.w * share), 6}, 3,
                          view_ink_of(b, i ? VIEW_ACCENT : VIEW_INK2));
    }
}

static void put_growth(view_build *b, const view_growth *growth, view_rect at)
{
    char words[160], runs[60];

    view_growth_words(words, sizeof words, growth);
    snprintf(runs, sizeof runs, "over %u runs, simulated", (unsigned)growth->runs);

    const float end = view_text_width(b, TYPE_TEXT, runs) + 8;
    const float need = view_text_width(b, TYPE_STRONG, words) + end + 20;
    const float x = need < at.w - 130 ? 130 : 0; /* the words before the bars */

    if (x > 0)
        growth_bars(b, growth, (view_rect){at.x + 2, at.y, 104, at.h});
    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x + x, at.y, at.w - x - end, at.h}, words);
    view_put_line_end(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + at.w - end, at.y, end, at.h}, runs);
}

/* What it came to has all the room that the title leaves. */
static void past_words(view_build *b, const view_past *past, view_rect at)
{
    const float title =
        fminf(at.w * .55f, view_text_width(b, TYPE_STRONG, past->title) + 2);

    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x, at.y, title, at.h}, past->title);
    view_put_line_end(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + title + 16, at.y, at.w - title - 16, at.h},
                      past->outcome);
}

void view_past_card(view_build *b, const view_catalogue *list, view_rect at)
{
    const float line = view_line_height(b, TYPE_LABEL);
    const float row = (at.h - 24 - line - 14) / 4, x = at.x + 28, w = at.w - 56;
    float y = at.y + 24 + line + 4;

    b->key = view_key("past", 0);
    view_card(b, at, 20);
    view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK2),
                  (view_rect){x, at.y + 20, w, line},
                  list->past_count ? "Your last conversations" : "How it works");
    if (list->past_count == 0)
        put_first_time(b, (view_rect){x, y + 8, w, at.h});
    const size_t shown = list->growth ? 3 : 4;
    for (size_t i = 0; i < list->past_count && i < shown; i++, y += row) {
        const view_past *past = &list->past[i];

        if (i > 0)
            view_fill_box(b, (view_rect){x, y, w, 1.2f}, 0, view_ink_of(b, VIEW_RULE));
        small_curve(b, past, (view_rect){x + 2, y + row * .15f, 104, row * .7f});
        past_words(b, past, (view_rect){x + 130, y, w - 130, row});
    }
    if (list->growth) {
        view_fill_box(b, (view_rect){x, y, w, 1.2f}, 0, view_ink_of(b, VIEW_RULE));
        put_growth(b, list->growth, (view_rect){x, y, w, row});
    }
}
