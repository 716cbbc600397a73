/* "How she seems": one word and a band without figures, or, at the open level, every
 * meter with its figure. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define BAND_W      388.f /* of the narrowest card, without its edges */
#define MOST_METERS 6

static bool shown_meter(const model_meter *meter)
{
    return !meter->hidden;
}

static const char *label_of(const view_app *app, const model_meter *meter)
{
    return model_string(app->talk.model, meter->label.length ? meter->label : meter->id);
}

/* Room for the longest of the meters' names, so that all bars begin in one line. */
static float names_width(view_app *app, view_build *b, float width)
{
    float widest = 94 * b->type;

    for (uint32_t i = 0; i < app->talk.model->count[MODEL_S_METERS]; i++)
        if (shown_meter(&app->talk.model->meters[i]))
            widest = fmaxf(widest,
                           view_text_width(b, TYPE_SMALL,
                                           label_of(app, &app->talk.model->meters[i])));
    return fminf(widest + 16, width * .55f);
}

/* Higher where a name does not fit beside its bar. */
static float row_height(view_app *app, view_build *b, uint32_t i, float width)
{
    const char *label = label_of(app, &app->talk.model->meters[i]);
    const float names = names_width(app, b, width) - 8;

    return fmaxf(26, view_para_height(b, TYPE_SMALL, names, label) + 6);
}

static float meters_height(view_app *app, view_build *b)
{
    float h = 0;
    uint32_t left = MOST_METERS;

    for (uint32_t i = 0; left > 0 && i < app->talk.model->count[MODEL_S_METERS]; i++) {
        if (!shown_meter(&app->talk.model->meters[i]))
            continue;
        h += row_height(app, b, i, BAND_W);
        left--;
    }
    return h;
}

float view_band_height(view_app *app, view_build *b)
{
    const view_level level = view_play_level(app);

    if (level == VIEW_READ)
        return 0;
    if (level == VIEW_OPEN)
        return 44 + meters_height(app, b) + 10;
    return fmaxf(76, view_line_height(b, TYPE_LABEL) + 54);
}

static void ruler(view_build *b, view_rect bar)
{
    const view_color line = view_ink_of(b, VIEW_EDGE);

    view_put_box(b, &(view_box_look){.rect = bar,
                                     .radius = bar.h / 2,
                                     .fill = view_ink_of(b, VIEW_BG),
                                     .stroke = line,
                                     .stroke_width = 2});
    for (int i = 1; i < 8; i++) {
        const float x = bar.x + bar.w * (float)i / 8;
        view_segment(b, (view_point){x, bar.y + 4}, (view_point){x, bar.y + bar.h - 4}, 2,
                     line);
    }
}

static void ramp(view_build *b, view_rect bar)
{
    view_stop stops[5];

    for (int i = 0; i < 5; i++)
        stops[i] = (view_stop){(float)i / 4, view_mood_in(b->theme, (float)i / 4)};
    const view_paint paint = view_gradient(b, (view_point){bar.x, bar.y},
                                           (view_point){bar.x + bar.w, bar.y}, stops, 5);
    view_path_begin(b);
    view_add_box(b, bar, bar.h / 2);
    view_fill_with(b, paint);
}

void view_band_bar(view_app *app, view_build *b, view_rect bar)
{
    const talk_mood before = view_mood_of(app->talk.model, app->talk.previous);
    const float y = bar.y + bar.h / 2;
    const float now = bar.x + bar.w * app->shown.ease;

    if (b->theme->outlined)
        ruler(b, bar);
    else
        ramp(b, bar);
    view_circle(b, bar.x + bar.w * before.ease, y, 4, view_fade(view_rgb(0xFFFFFF), .9f));
    view_circle(b, now, y, 13, view_ink_of(b, VIEW_SURFACE));
    view_ring(b, now, y, 12, 4, view_ink_of(b, VIEW_INK));
}

/* A meter as a bar: `share` of its range is filled. */
static void filled_bar(view_build *b, view_rect bar, float share)
{
    view_put_box(b, &(view_box_look){.rect = bar,
                                     .radius = 6,
                                     .fill = view_ink_of(b, VIEW_SUNKEN),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = 1});
    if (share > 0)
        view_fill_box(b, (view_rect){bar.x, bar.y, fmaxf(12, bar.w * share), 12}, 6,
                      b->theme->outlined ? view_ink_of(b, VIEW_INK)
                                         : view_mood_in(b->theme, share));
}

/* Name, bar and figure of one meter. */
static void meter_row(view_app *app, view_build *b, uint32_t i, view_rect at)
{
    const model_meter *meter = &app->talk.model->meters[i];
    const int32_t value = app->talk.meters[i];
    const float share =
        (float)(value - meter->min) / fmaxf(1, (float)(meter->max - meter->min));
    const char *label = label_of(app, meter);
    const float name = names_width(app, b, at.w), figure = 44 * b->type;
    const view_rect bar = {at.x + name, at.y + at.h / 2 - 6, at.w - name - figure, 12};
    char digits[16];

    snprintf(digits, sizeof digits, "%d", (int)value);
    view_put_text(b, &(view_label){.type = TYPE_SMALL,
                                   .color = view_ink_of(b, VIEW_INK2),
                                   .at = {at.x, at.y, name - 8, at.h},
                                   .text = label});
    filled_bar(b, bar, share);
    view_put_line_end(b, TYPE_SMALL_STRONG, view_ink_of(b, VIEW_INK),
                      (view_rect){at.x + at.w - figure, at.y, figure, at.h}, digits);
}

static void all_meters(view_app *app, view_build *b, view_rect at)
{
    float y = at.y + 42;
    uint32_t left = MOST_METERS;

    for (uint32_t i = 0; left > 0 && i < app->talk.model->count[MODEL_S_METERS]; i++) {
        if (!shown_meter(&app->talk.model->meters[i]))
            continue;
        const float h = row_height(app, b, i, at.w - 36);
        meter_row(app, b, i, (view_rect){at.x + 18, y, at.w - 36, h});
        y += h;
        left--;
    }
}

/* The card stays where it is, and everything below it. */
static void kept_back(view_build *b, view_rect right, view_rect card)
{
    view_put_line_end(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2), right, "you say first");
    view_put_box(
        b, &(view_box_look){.rect = {card.x + 18, card.y + card.h - 30, card.w - 36, 14},
                            .radius = 7,
                            .fill = view_ink_of(b, VIEW_SUNKEN),
                            .stroke = view_ink_of(b, VIEW_EDGE),
                            .stroke_width = b->theme->outlined ? 2 : 0});
}

void view_band(view_app *app, view_build *b, view_rect at)
{
    const view_pronoun who = view_talk_pronoun(&app->talk);
    const view_color ink = view_ink_of(b, VIEW_INK);
    const char *word = view_mood_word(view_talk_mood(&app->talk));
    const float line = view_line_height(b, TYPE_LABEL);
    char title[96];

    b->key = view_key("band", 0);
    snprintf(title, sizeof title, "How %s seem%s", who.subject, who.s);
    view_card(b, at, 14);
    const float w = view_put_line(
        b, TYPE_LABEL, ink, (view_rect){at.x + 18, at.y + 12, at.w * .6f, line}, title);
    const view_rect right = {at.x + 26 + w, at.y + 12, at.w - 44 - w, line};
    if (view_talk_holds_mood(&app->talk)) {
        kept_back(b, right, at);
        return;
    }
    view_put_line_end(b, TYPE_STRONG, ink, right, word);
    if (view_play_level(app) == VIEW_OPEN)
        all_meters(app, b, at);
    else
        view_band_bar(app, b, (view_rect){at.x + 18, at.y + at.h - 30, at.w - 36, 14});
}
