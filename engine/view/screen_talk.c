/* The talk: what the channel shows on the left, words and replies on the right; one
 * column when the text is large or the window small. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

#define PANEL_W 464.f
#define TALK_X  536.f
#define PADDING 20.f

void view_monogram(view_build *b, const char *name, view_point at, float r,
                   view_type type)
{
    const view_color ink = view_ink_of(b, VIEW_INK);
    char text[16];

    view_initials(text, sizeof text, name);
    if (b->theme->outlined)
        view_ring(b, at.x, at.y, r, 2, ink);
    else
        view_circle(b, at.x, at.y, r, view_mix(view_ink_of(b, VIEW_STAGE_), ink, .14f));
    view_put_line_mid(b, type, ink, (view_rect){at.x - r, at.y - r, 2 * r, 2 * r}, text);
}

/* Returns where it ends. */
static float name_plate(view_app *app, view_build *b, view_rect at)
{
    const view_pronoun who = view_talk_pronoun(&app->talk);
    const char *name = view_talk_customer(&app->talk);
    const view_color ink = view_ink_of(b, VIEW_INK);
    const float line = view_line_height(b, TYPE_NAME);
    char text[128];

    b->key = view_key("name plate", 0);
    view_monogram(b, name, (view_point){at.x + 32, at.y + 32}, 30, TYPE_INITIALS);
    view_label label = {.type = TYPE_NAME,
                        .color = ink,
                        .at = {at.x + 76, at.y + 6, at.w - 80, 0},
                        .lines = 2,
                        .text = name};
    const float more = fmaxf(0, view_text_size(b, &label).y - line);
    label.at.y -= more * .4f;
    view_put_text(b, &label);
    snprintf(text, sizeof text, "On chat you cannot see %s face.", who.own);
    label = (view_label){.type = TYPE_TEXT,
                         .color = view_ink_of(b, VIEW_INK2),
                         .at = {at.x + 76, label.at.y + more + line, at.w - 80, 0},
                         .lines = 2,
                         .text = text};
    return fmaxf(at.y + at.h, label.at.y + view_put_text(b, &label).y);
}

static float door_height(const view_build *b)
{
    return fmaxf(48, b->target);
}

/* Where the desk card does not fit, a row that opens it. */
static void desk_or_door(view_app *app, view_build *b, view_rect at)
{
    const float h = view_desk_height(app, b, at.w);

    if (h <= 0)
        return;
    if (view_desk_least(app, b, at.w) <= at.h) {
        view_desk(app, b, (view_rect){at.x, at.y, at.w, fminf(h, at.h)});
        return;
    }
    view_put_button(b, &(view_button){.key = view_key("desk door", 0),
                                      .at = {at.x, at.y},
                                      .height = fminf(at.h, door_height(b)),
                                      .width = at.w,
                                      .icon = ICON_BOX,
                                      .label = "O  On your screen",
                                      .hint = "On your screen",
                                      .command = {VIEW_DO_SCREEN, 0, 0}});
}

static void panel(view_app *app, view_build *b, view_rect at)
{
    const float x = at.x + PADDING, w = at.w - 2 * PADDING;
    const float band = view_band_height(app, b), end = at.y + at.h - 14;
    const float desk = view_desk_height(app, b, w) > 0 ? door_height(b) : 0;

    b->key = view_key("panel", 0);
    view_put_box(b, &(view_box_look){.rect = at,
                                     .radius = 18,
                                     .fill = view_ink_of(b, VIEW_STAGE_),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    float y = name_plate(app, b, (view_rect){at.x + 20, at.y + 20, w, 64}) + 22;
    const float room = end - y - VIEW_GAP - desk - (band > 0 ? band + VIEW_GAP : 0);
    const float pulse = view_pulse_height(b, room);
    view_pulse(app, b, (view_rect){x, y, w, pulse});
    y += pulse + VIEW_GAP;
    if (band > 0) {
        view_band(app, b, (view_rect){x, y, w, band});
        y += band + VIEW_GAP;
    }
    desk_or_door(app, b, (view_rect){x, y, w, end - y});
}

/* On the phone band and desk stand below the ribbon, without a panel around them. */
static void phone_side(view_app *app, view_build *b, view_rect at)
{
    const float band = view_band_height(app, b);
    float y = at.y;

    if (band > 0) {
        view_band(app, b, (view_rect){at.x, y, at.w, band});
        y += band + VIEW_GAP;
    }
    desk_or_door(app, b, (view_rect){at.x, y, at.w, at.y + at.h - y});
}

/* --- the right hand column ---------------------------------------------------------- */

static float words_least(view_app *app, view_build *b, float width)
{
    if (app->talk.channel == MODEL_CHAT)
        return view_bubbles_least(app, b, width);
    if (app->talk.channel == MODEL_PHONE)
        return view_call_height(app, b, width);
    return view_speech_least(app, b, width) + 8;
}

static float words(view_app *app, view_build *b, view_rect at)
{
    if (app->talk.channel == MODEL_CHAT)
        return view_bubbles(app, b, at);
    if (app->talk.channel == MODEL_PHONE)
        return view_call(app, b, at);
    return view_speech(app, b, at);
}

static bool answers_shown(const view_app *app)
{
    return view_talk_asks(&app->talk) || view_talk_offers(&app->talk) || app->talk.over;
}

static float answers_height(view_app *app, view_build *b, float width)
{
    if (view_talk_asks(&app->talk))
        return view_notice_height(app, b, width);
    if (app->talk.over)
        return view_talk_busy(&app->talk) ? 0 : fmaxf(56, b->target);
    return view_talk_offers(&app->talk) ? view_replies_height(app, b, width) : 0;
}

static void ended(view_app *app, view_build *b, view_rect at)
{
    (void)app;
    view_put_button(b, &(view_button){.key = view_key("ended", 0),
                                      .at = {at.x, at.y},
                                      .height = fmaxf(56, b->target),
                                      .icon = ICON_PLAY,
                                      .label = "See how it went",
                                      .command = {VIEW_DO_NEXT, 0, 0},
                                      .filled = true});
}

static void answers(view_app *app, view_build *b, view_rect at)
{
    if (view_talk_asks(&app->talk))
        view_notice(app, b, at);
    else if (app->talk.over)
        ended(app, b, at);
    else
        view_replies(app, b, at);
}

/* Everything in one scrolling region, because the window is too small for both. */
static void scrolled(view_app *app, view_build *b, view_rect at, float answers_h)
{
    const float inset = 6; /* room for the focus ring */
    const float least = words_least(app, b, at.w);

    view_scroll_begin(b, &app->scroll,
                      (view_rect){at.x - inset, at.y, at.w + 2 * inset, at.h});
    const float used =
        words(app, b, (view_rect){at.x, at.y, at.w, fmaxf(least, at.h * .3f)}) + 20;
    answers(app, b, (view_rect){at.x, at.y + used, at.w, answers_h});
    view_scroll_end(b, &app->scroll, at.y + used + answers_h + inset);
}

static void reasons(view_app *app, view_build *b, view_rect at)
{
    const talk_entry *own = view_talk_last(&app->talk, TALK_REPLY);

    if (view_play_level(app) != VIEW_OPEN || !own || !own->why[0] ||
        app->talk.channel == MODEL_CHAT)
        return;
    b->key = view_key("reason", 0);
    view_put_text(b, &(view_label){.type = TYPE_TEXT,
                                   .color = view_ink_of(b, VIEW_INK2),
                                   .at = {at.x, at.y, at.w, 0},
                                   .lines = 2,
                                   .text = own->why});
}

/* All replies are to be seen at once: where they are many they give up air for it. */
static float answers_fit(view_app *app, view_build *b, view_rect at)
{
    const float room = at.h - words_least(app, b, at.w) - VIEW_GAP;
    float h = 0;

    for (app->tight = 0; app->tight <= 2; app->tight++) {
        h = answers_shown(app) ? answers_height(app, b, at.w) : 0;
        if (h <= room)
            return h;
    }
    app->tight = 0;
    return answers_shown(app) ? answers_height(app, b, at.w) : 0;
}

static void column(view_app *app, view_build *b, view_rect at)
{
    const float h = answers_fit(app, b, at);
    const float gap = h > 0 ? VIEW_GAP : 0;

    if (h > 0 && words_least(app, b, at.w) + gap + h > at.h) {
        scrolled(app, b, at, h);
        return;
    }
    app->scroll.at = app->scroll.longest = 0;
    const float room = at.h - h - gap;
    const float used = words(app, b, (view_rect){at.x, at.y, at.w, room});
    if (room - used > 60)
        reasons(app, b, (view_rect){at.x, at.y + used + 10, at.w, room - used});
    if (h > 0)
        answers(app, b, (view_rect){at.x, at.y + at.h - h, at.w, h});
}

/* --- folded: one strip in place of the panel ---------------------------------------- */

/* Beside the status line; where there is no room for both, under it. */
static void proof_line(view_app *app, view_build *b)
{
    const float x = b->folded ? VIEW_MARGIN : TALK_X;
    const float h = b->folded ? view_proof_line_height(app, b) : 28;
    const float y = b->folded ? b->height - h : b->height - 34;
    const bool covered = app->status[0] && app->now < app->status_until;

    if (!b->folded || !covered)
        view_proof_line(app, b, (view_rect){x, y, b->width - VIEW_MARGIN - x, h});
}

/* Under the header, and under the inspector where that is open. */
static float below_header(view_app *app, view_build *b, float least)
{
    const float top = fmaxf(least, view_header_height(b));

    return top + view_inspector_draw(app, b, top);
}

static void folded(view_app *app, view_build *b)
{
    const float top = below_header(app, b, 0), w = b->width - 2 * VIEW_MARGIN;
    const view_rect bar = {VIEW_MARGIN, top, w, view_strip_height(app, b)};
    const float y = bar.y + bar.h + VIEW_GAP;

    view_strip(app, b, bar);
    const float foot = fmaxf(24, view_proof_line_height(app, b));
    column(app, b, (view_rect){VIEW_MARGIN, y, w, b->height - foot - y});
}

/* What is left for the ribbon over the words and the replies, also those that are about
 * to come: so it does not jump when they appear. */
static float ribbon_room(view_app *app, view_build *b, float room, float width)
{
    const float asked =
        view_talk_asks(&app->talk) ? view_notice_height(app, b, width) : 0;
    const float offers = app->talk.offer_count ? view_replies_height(app, b, width) : 0;

    return room - view_call_height(app, b, width) - VIEW_GAP - fmaxf(offers, asked);
}

/* First the ribbon gives way, then the air in the replies, then the ribbon's title. */
static float ribbon_height(view_app *app, view_build *b, float room, float width)
{
    const float most = 236 + 40 * (b->type - 1), fair = view_ribbon_least(b, true);

    app->tight = 0;
    const float left = ribbon_room(app, b, room, width);
    if (left >= fair)
        return fminf(most, left);
    app->tight = 2;
    return fmaxf(view_ribbon_least(b, false),
                 fminf(fair, ribbon_room(app, b, room, width)));
}

/* Once it gave way to more replies it stays so for the rest of the call: what stands
 * below it would move up and down with every turn. A question is over soon. */
static float settled_ribbon(view_app *app, view_build *b, float room, float width)
{
    const float h = ribbon_height(app, b, room, width), now = room * b->type;

    if (app->call_room != now)
        app->call_ribbon = h;
    if (view_talk_asks(&app->talk))
        return fminf(h, app->call_ribbon);
    app->call_room = now;
    app->call_ribbon = fminf(h, app->call_ribbon);
    return app->call_ribbon;
}

static void unfolded(view_app *app, view_build *b)
{
    const float top = below_header(app, b, 80), bottom = b->height - 40;
    const float w = b->width - VIEW_MARGIN - TALK_X;
    const view_rect side = {VIEW_MARGIN, top, PANEL_W, bottom - top};
    float y = top + 4;

    if (app->talk.channel == MODEL_PHONE) {
        const float h = settled_ribbon(app, b, bottom - top - 24, w);
        view_ribbon(app, b, (view_rect){VIEW_MARGIN, top, b->width - 2 * VIEW_MARGIN, h});
        y = top + h + 20;
        phone_side(app, b, (view_rect){VIEW_MARGIN, y, PANEL_W, bottom - y});
    } else if (app->talk.channel == MODEL_IN_PERSON) {
        view_person_stage(app, b, side);
        y = top + 12;
    } else {
        panel(app, b, side);
    }
    column(app, b, (view_rect){TALK_X, y, w, bottom - y});
}

void view_talk_draw(view_app *app, view_build *b)
{
    view_put_press(b, &(view_press_look){.key = view_key("stage press", 0),
                                         .role = VIEW_ROLE_STAGE,
                                         .rect = {0, 0, b->width, b->height},
                                         .label = "Finish the turn",
                                         .command = {VIEW_DO_NEXT, 0, 0},
                                         .silent = true});
    view_header(app, b);
    if (b->folded)
        folded(app, b);
    else
        unfolded(app, b);
    proof_line(app, b);
    view_status_line(app, b, (view_rect){VIEW_MARGIN, b->height - 34, PANEL_W, 28});
}
