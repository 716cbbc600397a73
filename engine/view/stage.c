/* The person on the stage: wall, portrait, counter, captions. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void view_put_picture(view_build *b, const view_picture *p)
{
    view_look look = p->look;

    b->key = p->key;
    view_fill_box(b, p->rect, p->radius, view_backdrop(b->theme, p->mood));
    view_clip_box(b, p->rect, p->radius);
    view_group_begin(b, p->key, 1, 0, true);
    view_put_portrait(b, p->face, &look,
                      (view_point){p->rect.x + p->at.x, p->rect.y + p->at.y}, p->size);
    view_group_end(b);
    view_unclip(b);
    if (b->theme->outlined)
        view_put_box(b, &(view_box_look){.rect = p->rect,
                                         .radius = p->radius,
                                         .stroke = view_ink_of(b, VIEW_EDGE),
                                         .stroke_width = 2});
}

/* Light from a window, a shelf with two boxes, a clock on the wall. */
static void room(view_build *b, view_rect at)
{
    const view_color ink = view_ink_of(b, VIEW_INK), white = view_rgb(0xFFFFFF);
    const float u = at.w / 464;
    const float light = b->theme->shadows ? .2f : .06f;

    view_path_begin(b);
    view_move(b, at.x + 300 * u, at.y);
    view_line(b, at.x + at.w, at.y);
    view_line(b, at.x + at.w, at.y + at.h * .7f);
    view_line(b, at.x + 200 * u, at.y + at.h * .7f);
    view_close(b);
    view_fill(b, view_fade(white, light));
    view_fill_box(b, (view_rect){at.x - 10, at.y + 120 * u, 140 * u, 8}, 3,
                  view_fade(ink, .16f));
    view_fill_box(b, (view_rect){at.x + 16, at.y + 70 * u, 34 * u, 50 * u}, 4,
                  view_fade(ink, .12f));
    view_fill_box(b, (view_rect){at.x + 56 * u, at.y + 82 * u, 46 * u, 38 * u}, 4,
                  view_fade(ink, .09f));
    view_circle(b, at.x + 420 * u, at.y + 60 * u, 34 * u, view_fade(white, light * 1.2f));
}

static void counter(view_build *b, view_rect at, float h)
{
    const view_color stage = view_ink_of(b, VIEW_STAGE_), wood = view_rgb(0x7A5527);
    const view_rect top = {at.x, at.y + at.h - h, at.w, 7};

    view_fill_box(b, (view_rect){at.x, top.y, at.w, h + 1}, 0,
                  view_mix(stage, wood, .34f));
    view_fill_box(b, top, 0, view_mix(stage, wood, .16f));
}

static void mood_pill(view_app *app, view_build *b, view_point at, float widest)
{
    char words[96];
    const float h = fmaxf(40, view_line_height(b, TYPE_STRONG) + 14);

    b->key = view_key("mood pill", 0);
    view_look_caption(words, sizeof words, view_talk_mood(&app->talk), app->talk.look);
    const float w = fminf(widest, view_text_width(b, TYPE_STRONG, words) + 40 + h / 2);
    view_put_box(b,
                 &(view_box_look){.rect = {at.x, at.y, w, h},
                                  .radius = h / 2,
                                  .fill = view_fade(view_ink_of(b, VIEW_SURFACE), .95f),
                                  .stroke = view_ink_of(b, VIEW_EDGE),
                                  .stroke_width = b->theme->outlined ? 2 : 0});
    view_circle(b, at.x + 22, at.y + h / 2, 8, view_mood_in(b->theme, app->shown.ease));
    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x + 40, at.y, w - 50, h}, words);
}

/* The last sign or silence since the trainee spoke. */
static const talk_entry *last_sign(const view_app *app)
{
    for (size_t i = app->talk.told; i > 0; i--) {
        const talk_entry *entry = &app->talk.entries[i - 1];
        if (entry->taken)
            continue;
        if (entry->kind == TALK_CUE || entry->kind == TALK_SILENCE)
            return entry;
        if (entry->kind == TALK_REPLY)
            return NULL;
    }
    return NULL;
}

static void sign_words(char *out, size_t room_for, const talk_entry *sign)
{
    if (sign->kind == TALK_SILENCE)
        view_silence_words(out, room_for, sign->tenths);
    else
        snprintf(out, room_for, "%s", sign->text);
}

static float sign_height(view_app *app, view_build *b, float width)
{
    const talk_entry *sign = last_sign(app);
    char words[512];

    if (!sign)
        return 0;
    sign_words(words, sizeof words, sign);
    return fmaxf(44, view_para_height(b, TYPE_CUE, width - 64, words) + 18);
}

static void put_sign(view_app *app, view_build *b, view_rect at)
{
    const talk_entry *sign = last_sign(app);
    const view_color cue = view_ink_of(b, VIEW_CUE);
    char words[512];

    b->key = view_key("sign", 0);
    sign_words(words, sizeof words, sign);
    view_put_box(b, &(view_box_look){.rect = at,
                                     .radius = 12,
                                     .fill = view_ink_of(b, VIEW_SURFACE),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    view_put_icon(b, view_cue_icon(sign), (view_point){at.x + 26, at.y + at.h / 2}, 22,
                  cue);
    view_put_text(b, &(view_label){.type = TYPE_CUE,
                                   .color = cue,
                                   .at = {at.x + 50, at.y, at.w - 64, at.h},
                                   .text = words});
}

static void person(view_app *app, view_build *b, view_rect at, view_point face,
                   float size)
{
    const view_look look = view_look_now(app, b);

    b->key = view_key("portrait", 0);
    view_group_begin(b, b->key, 1, view_breath(app, b), true);
    view_put_portrait(b, &app->face, &look, (view_point){at.x + face.x, at.y + face.y},
                      size);
    view_group_end(b);
}

#define HANDS 335.f /* how far below the face they lie on the counter */

/* Hair that stands high would stand behind the words at the top. */
static float room_for_hair(const view_face *face)
{
    return face->hair == HAIR_BUN || face->hair == HAIR_CURLS ? .92f : 1;
}

void view_person_stage(view_app *app, view_build *b, view_rect at)
{
    const float sign = sign_height(app, b, at.w - 40);
    const bool words =
        view_play_level(app) != VIEW_READ && !view_talk_holds_mood(&app->talk);

    b->key = view_key("stage", 0);
    view_fill_box(b, at, 18, view_backdrop(b->theme, app->shown.ease));
    view_clip_box(b, at, 18);
    room(b, at);
    const float size = at.w / 464 * .9f, fits = size * room_for_hair(&app->face);
    person(app, b, at, (view_point){at.w / 2, at.h * .343f + HANDS * (size - fits)},
           fits);
    b->key = view_key("counter", 0);
    counter(b, at, 70); /* as high whatever lies on it: a caption must not move it */
    view_unclip(b);
    if (b->theme->outlined)
        view_put_box(b, &(view_box_look){.rect = at,
                                         .radius = 18,
                                         .stroke = view_ink_of(b, VIEW_EDGE),
                                         .stroke_width = 2});
    if (words)
        mood_pill(app, b, (view_point){at.x + 20, at.y + 20}, at.w - 40);
    if (sign > 0)
        put_sign(app, b,
                 (view_rect){at.x + 20, at.y + at.h - 14 - sign, at.w - 40, sign});
}

/* Folded: the face at the left of the strip, its captions beside it. */
void view_person_strip(view_app *app, view_build *b, view_rect at)
{
    const float side = at.h * 1.15f;
    const view_rect picture = {at.x, at.y, side, at.h};
    const float sign = sign_height(app, b, at.w - side - 48);

    b->key = view_key("stage", 0);
    view_fill_box(b, at, 14, view_ink_of(b, VIEW_STAGE_));
    view_fill_box(b, picture, 14, view_backdrop(b->theme, app->shown.ease));
    view_clip_box(b, picture, 14);
    person(app, b, picture, (view_point){side / 2, at.h * .56f}, at.h / 300);
    view_unclip(b);
    if (b->theme->outlined)
        view_put_box(b, &(view_box_look){.rect = at,
                                         .radius = 14,
                                         .stroke = view_ink_of(b, VIEW_EDGE),
                                         .stroke_width = 2});
    const float h = fmaxf(40, view_line_height(b, TYPE_STRONG) + 14);
    const bool words =
        view_play_level(app) != VIEW_READ && !view_talk_holds_mood(&app->talk);
    if (words)
        mood_pill(app, b, (view_point){at.x + side + 24, at.y + 12}, at.w - side - 48);
    if (sign > 0 && 24 + h + sign <= at.h)
        put_sign(app, b,
                 (view_rect){at.x + side + 24, at.y + at.h - 10 - sign, at.w - side - 48,
                             sign});
}
