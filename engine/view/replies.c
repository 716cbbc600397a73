/* The replies, from the bottom up, so that the same number is always near its place. */
#include "view/screens.h"
#include "view/silence.h"

#include <math.h>
#include <stdio.h>

#define PI 3.14159265f

static float cap(const view_build *b)
{
    return 30 * fminf(b->type, 1.35f);
}

static float indent(const view_build *b)
{
    return 14 + cap(b) + 16;
}

static float quiet_room(view_build *b)
{
    return view_text_width(b, TYPE_STRONG, "stay quiet") + 66;
}

static view_label words(view_build *b, const talk_offer *offer, float width)
{
    const float side = offer->hold ? quiet_room(b) : 18;
    /* On narrow windows the mark of silence goes under the words. */
    const bool under = offer->hold && width - indent(b) - side < 260;

    return (view_label){.type = TYPE_REPLY,
                        .color = view_ink_of(b, VIEW_INK),
                        .at = {0, 0, width - indent(b) - (under ? 18 : side), 0},
                        .markup = true,
                        .text = offer->text};
}

static bool mark_under(view_build *b, const talk_offer *offer, float width)
{
    return offer->hold && width - indent(b) - quiet_room(b) < 260;
}

static float reply_height(const view_app *app, view_build *b, const talk_offer *offer,
                          float width)
{
    const view_label label = words(b, offer, width);
    const float least = fmaxf(56, 56 * b->target / 44);
    const float mark = mark_under(b, offer, width) ? 40 : 0;

    return fmaxf(least, view_text_size(b, &label).y + (app->tight ? 14 : 24) + mark);
}

static bool titled(const view_app *app, const view_build *b)
{
    return !b->folded && app->tight < 2;
}

static float title_height(const view_app *app, const view_build *b)
{
    return titled(app, b) ? view_line_height(b, TYPE_LABEL) + 10 : 0;
}

float view_replies_height(view_app *app, view_build *b, float width)
{
    float h = title_height(app, b);

    for (uint32_t i = 0; i < app->talk.offer_count; i++)
        h += reply_height(app, b, &app->talk.offers[i], width) + (i ? 10 : 0);
    return h;
}

static void title(view_app *app, view_build *b, view_rect at)
{
    const float h = view_line_height(b, TYPE_LABEL);
    char keys[64];

    b->key = view_key("your turn", 0);
    const float w = view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK2),
                                  (view_rect){at.x, at.y, at.w / 2, h}, "Your turn");
    snprintf(keys, sizeof keys,
             app->talk.offer_count == 1 ? "%u, or arrows and Enter"
                                        : "1 to %u, or arrows and Enter",
             (unsigned)app->talk.offer_count);
    view_put_line_end(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + w + 20, at.y, at.w - w - 20, h}, keys);
}

/* The ring fills as the silence clock runs; without the clock it is empty. */
static void quiet_mark(view_app *app, view_build *b, float right, float middle)
{
    const float run = view_silence_share(app);
    const float x = right - 34;

    view_ring(b, x, middle, 14, 4, view_ink_of(b, VIEW_RULE));
    if (run >= 0) {
        const float left = 1 - run;
        view_path_begin(b);
        view_add_arc(b, (view_point){x, middle}, 12, -PI / 2, -PI / 2 + 2 * PI * left);
        view_stroke(b, view_ink_of(b, VIEW_CUE), 4);
        if (!app->still)
            view_wake(b, app->now + (app->settings.reduced_motion ? 1000 : 50), true);
    }
    view_put_line_end(b, TYPE_STRONG, view_ink_of(b, VIEW_CUE),
                      (view_rect){x - 24 - 200 * b->type, middle - 14, 200 * b->type, 28},
                      "stay quiet");
}

static void one(view_app *app, view_build *b, uint32_t i, view_rect at)
{
    const talk_offer *offer = &app->talk.offers[i];
    const uint32_t key = view_key("reply", i);
    const bool under = mark_under(b, offer, at.w);
    view_label label = words(b, offer, at.w);
    char digit[8], state[48];

    b->key = key;
    view_press_card(b, key, at);
    snprintf(digit, sizeof digit, "%u", (unsigned)i + 1);
    view_key_cap(b, (view_rect){at.x + 14, at.y + at.h / 2 - cap(b) / 2, cap(b), cap(b)},
                 digit);
    label.at.x = at.x + indent(b);
    label.at.y = at.y;
    label.at.h = at.h - (under ? 40 : 0);
    view_put_text(b, &label);
    if (offer->hold)
        quiet_mark(app, b, at.x + at.w, under ? at.y + at.h - 26 : at.y + at.h / 2);
    snprintf(state, sizeof state, "%u of %u%s", (unsigned)i + 1,
             (unsigned)app->talk.offer_count, offer->hold ? ", stay quiet" : "");
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_REPLY,
                                         .rect = at,
                                         .label = offer->text,
                                         .state = state,
                                         .command = {VIEW_DO_CHOOSE, (int32_t)i, 0}});
}

void view_replies(view_app *app, view_build *b, view_rect at)
{
    float y = at.y + title_height(app, b);

    if (titled(app, b))
        title(app, b, at);
    for (uint32_t i = 0; i < app->talk.offer_count; i++) {
        const float h = reply_height(app, b, &app->talk.offers[i], at.w);
        one(app, b, i, (view_rect){at.x, y, at.w, h});
        y += h + 10;
    }
}
