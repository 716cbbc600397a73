/* The noticing question: comes before the replies, is never scored, never in the way. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

#define PAD 24.f

static float option_height(view_build *b, const char *text, float width)
{
    const float least = fmaxf(54, b->target);

    return fmaxf(least,
                 view_para_height(b, TYPE_BUBBLE, width - 2 * PAD - 78, text) + 22);
}

/* What a right answer counts for: nothing, unless the scenario practises noticing. */
const char *view_notice_scored(const view_app *app)
{
    const ear_scenario *model = app->talk.model;
    const uint32_t at = app->talk.notice.index;
    const bool scored =
        at < model->count[MODEL_S_NOTICES] && model->notices[at].skill != MODEL_NONE;

    return scored ? "" : " This is not scored.";
}

static float because_height(const view_app *app, view_build *b, float width)
{
    char text[1200];

    snprintf(text, sizeof text, "%s%s", app->talk.notice.because,
             view_notice_scored(app));
    return view_para_height(b, TYPE_STRONG, width - 2 * PAD - 72, text) + 24;
}

static view_button on_button(const view_build *b, bool answered)
{
    return (view_button){.key = view_key("notice on", 0),
                         .height = fmaxf(48, b->target),
                         .label = answered ? "Go on" : "Pass",
                         .hint = answered ? "Go on to your replies"
                                          : "Pass over this question",
                         .command = {VIEW_DO_NEXT, 0, 0},
                         .filled = answered,
                         .night = true};
}

/* Beside the reason, where it is not folded: whatever the button says. */
static float on_room(view_build *b)
{
    const view_button on = on_button(b, true), pass = on_button(b, false);

    return fmaxf(view_button_width(b, &on), view_button_width(b, &pass)) + 16;
}

float view_notice_height(view_app *app, view_build *b, float width)
{
    const talk_notice *notice = &app->talk.notice;
    float h = view_para_height(b, TYPE_NOTICE, width - 60 - view_icon_side(b, 28),
                               notice->question) +
              40;

    for (uint32_t i = 0; i < notice->count; i++)
        h += option_height(b, notice->options[i], width) + 12;
    const float on = fmaxf(48, b->target);
    if (!b->folded)
        return h + 12 + fmaxf(on, because_height(app, b, width - on_room(b)));
    if (notice->answered)
        h += because_height(app, b, width) + 12;
    return h + 12 + on;
}

static view_color option_ground(view_app *app, view_build *b, uint32_t i)
{
    const talk_notice *notice = &app->talk.notice;

    return view_ink_of(b, notice->answered && i == notice->right ? VIEW_NIGHT_GOOD
                                                                 : VIEW_NIGHT_LIFT);
}

static void option(view_app *app, view_build *b, uint32_t i, view_rect at)
{
    const talk_notice *notice = &app->talk.notice;
    const uint32_t key = view_key("option", i);
    const bool given = notice->answered && notice->given == i;
    const float cap = 30 * fminf(b->type, 1.35f);
    char digit[8];

    b->key = key;
    if (b->ring && b->focus == key)
        view_put_box(b, &(view_box_look){.rect = {at.x - 4, at.y - 4, at.w + 8, at.h + 8},
                                         .radius = 15,
                                         .stroke = view_ink_of(b, VIEW_NIGHT_MARK),
                                         .stroke_width = 3});
    view_put_box(
        b, &(view_box_look){.rect = at,
                            .radius = 12,
                            .fill = option_ground(app, b, i),
                            .stroke = view_ink_of(b, given ? VIEW_NIGHT_MARK : VIEW_EDGE),
                            .stroke_width = given || b->theme->outlined ? 2 : 0});
    snprintf(digit, sizeof digit, "%u", (unsigned)i + 1);
    view_key_cap(b, (view_rect){at.x + 14, at.y + at.h / 2 - cap / 2, cap, cap}, digit);
    view_put_text(b, &(view_label){.type = TYPE_BUBBLE,
                                   .color = view_ink_of(b, VIEW_ON_NIGHT),
                                   .at = {at.x + 30 + cap, at.y, at.w - 48 - cap, at.h},
                                   .text = notice->options[i]});
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_OPTION,
                                         .rect = at,
                                         .label = notice->options[i],
                                         .state = given ? "your answer" : NULL,
                                         .command = {VIEW_DO_CHOOSE, (int32_t)i, 0},
                                         .disabled = notice->answered});
}

static void because(view_app *app, view_build *b, view_rect at)
{
    const talk_notice *notice = &app->talk.notice;
    const bool right = notice->given == notice->right;
    const view_color ink = view_ink_of(b, VIEW_ON_NIGHT);
    char text[1200];

    b->key = view_key("because", 0);
    snprintf(text, sizeof text, "%s%s", notice->because, view_notice_scored(app));
    view_put_box(b, &(view_box_look){
                        .rect = at,
                        .radius = 12,
                        .fill = view_ink_of(b, right ? VIEW_NIGHT_GOOD : VIEW_NIGHT_LIFT),
                        .stroke = view_ink_of(b, VIEW_EDGE),
                        .stroke_width = b->theme->outlined ? 2 : 0});
    view_put_icon(b, right ? ICON_CHECK : ICON_EYE,
                  (view_point){at.x + 28, at.y + at.h / 2}, 22, ink);
    view_put_text(b, &(view_label){.type = TYPE_STRONG,
                                   .color = ink,
                                   .at = {at.x + 54, at.y, at.w - 72, at.h},
                                   .text = text});
}

/* Room for the reason is kept from the start: nothing moves when it comes. */
static void last_row(view_app *app, view_build *b, view_rect at)
{
    const talk_notice *notice = &app->talk.notice;
    const view_rect left = {at.x, at.y, at.w - on_room(b), at.h};
    const bool scored = !view_notice_scored(app)[0];
    view_button on = on_button(b, notice->answered);

    on.at = (view_point){at.x + at.w - view_button_width(b, &on),
                         at.y + (at.h - on.height) / 2};
    if (notice->answered)
        because(app, b, left);
    else
        view_put_line(b, TYPE_TEXT, view_fade(view_ink_of(b, VIEW_ON_NIGHT), .8f),
                      (view_rect){left.x + 4, left.y, left.w - 4, left.h},
                      scored ? "Look at how it was said."
                             : "Look at how it was said. This is not scored.");
    view_put_button(b, &on);
}

static void last_lines(view_app *app, view_build *b, view_rect at)
{
    view_button on = on_button(b, app->talk.notice.answered);

    on.at = (view_point){at.x, at.y};
    if (app->talk.notice.answered) {
        const float h = because_height(app, b, at.w + 2 * PAD);
        because(app, b, (view_rect){at.x, at.y, at.w, h});
        on.at.y += h + 12;
    }
    view_put_button(b, &on);
}

void view_notice(view_app *app, view_build *b, view_rect at)
{
    const talk_notice *notice = &app->talk.notice;
    const float in = at.x + PAD, w = at.w - 2 * PAD;
    float y = at.y + 16;

    b->key = view_key("notice", 0);
    view_put_box(b, &(view_box_look){.rect = at,
                                     .radius = 18,
                                     .fill = view_ink_of(b, VIEW_NIGHT),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->shadows ? 0 : 2});
    const float eye = view_icon_side(b, 28), words = 36 + eye;
    view_put_icon(
        b, ICON_EYE,
        (view_point){at.x + 24 + eye / 2, y + view_line_height(b, TYPE_NOTICE) / 2}, eye,
        view_ink_of(b, VIEW_NIGHT_MARK));
    y += view_put_para(b, TYPE_NOTICE, view_ink_of(b, VIEW_ON_NIGHT),
                       (view_rect){at.x + words, y, at.w - words - 24, 0},
                       notice->question) +
         20;
    for (uint32_t i = 0; i < notice->count; i++) {
        const float h = option_height(b, notice->options[i], at.w);
        option(app, b, i, (view_rect){in, y, w, h});
        y += h + 12;
    }
    if (b->folded)
        last_lines(app, b, (view_rect){in, y, w, 0});
    else
        last_row(app, b,
                 (view_rect){in, y, w,
                             fmaxf(fmaxf(48, b->target),
                                   because_height(app, b, at.w - on_room(b)))});
}
