/* One column: the strip in place of the panel, with what matters most of the channel. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

float view_strip_height(const view_app *app, const view_build *b)
{
    const float line = view_line_height(b, TYPE_CUE);

    if (app->talk.channel == MODEL_IN_PERSON)
        return fminf(line * 2 + 76, b->height * .26f);
    if (app->talk.channel == MODEL_PHONE)
        return fminf(fmaxf(120, line * 3 + 50), b->height * .3f);
    return fmaxf(line + 22, b->target + 4);
}

static bool is_sign(const talk_entry *entry)
{
    return !entry->taken && (entry->kind == TALK_CUE || entry->kind == TALK_SILENCE);
}

/* Where the signs since the trainee's last words begin. */
static size_t first_sign(const view_talk *talk)
{
    const talk_entry *own = view_talk_last(talk, TALK_REPLY);

    return own ? (size_t)(own - talk->entries) + 1 : 0;
}

static const char *sign_words(char *to, size_t room, const talk_entry *sign)
{
    if (sign->kind == TALK_SILENCE)
        view_silence_words(to, room, sign->tenths);
    else
        snprintf(to, room, "%s", sign->text);
    return to;
}

/* One sign, drawn or only measured. Returns its width. */
static float strip_sign(view_build *b, const talk_entry *sign, view_rect at, bool drawn)
{
    const float icon = 24 * fminf(b->type, 1.3f);
    char words[512];
    const float w = view_text_width(b, TYPE_CUE, sign_words(words, sizeof words, sign));

    if (drawn) {
        view_put_icon(b, view_cue_icon(sign),
                      (view_point){at.x + icon / 2, at.y + at.h / 2}, icon,
                      view_ink_of(b, VIEW_CUE));
        view_put_line(b, TYPE_CUE, view_ink_of(b, VIEW_CUE),
                      (view_rect){at.x + icon + 12, at.y, w + 2, at.h}, words);
    }
    return icon + 12 + w + 28;
}

/* All signs of this turn, if there is room for them: else they stand among the bubbles.
 */
static void strip_signs(view_app *app, view_build *b, view_rect at, float right)
{
    const view_talk *talk = &app->talk;
    float width = -28;

    app->above = SIZE_MAX;
    for (size_t i = first_sign(talk); i < talk->told; i++)
        if (is_sign(&talk->entries[i]))
            width += strip_sign(b, &talk->entries[i], at, false);
    if (width <= 0 || at.x + width > right)
        return;
    app->above = first_sign(talk);
    for (size_t i = app->above; i < talk->told; i++)
        if (is_sign(&talk->entries[i]))
            at.x += strip_sign(b, &talk->entries[i], at, true);
}

/* The word, then the signs. */
static void chat_strip(view_app *app, view_build *b, view_rect at, float right)
{
    const bool hint =
        view_play_level(app) != VIEW_READ && !view_talk_holds_mood(&app->talk);
    float x = at.x + 22;
    const float icon = 24 * fminf(b->type, 1.3f);

    if (hint) {
        const char *word = view_mood_word(view_talk_mood(&app->talk));
        view_put_icon(b, ICON_EYE, (view_point){x + icon / 2, at.y + at.h / 2}, icon,
                      view_ink_of(b, VIEW_INK2));
        x += icon + 12 +
             view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                           (view_rect){x + icon + 12, at.y, right - x - icon - 12, at.h},
                           word) +
             28;
    }
    strip_signs(app, b, (view_rect){x, at.y, at.w, at.h}, right);
}

static float desk_door(view_app *app, view_build *b, view_rect at)
{
    const bool small = b->width < 1000 || app->talk.channel == MODEL_PHONE;
    view_button button = {.key = view_key("desk door", 0),
                          .height = b->target,
                          .icon = small ? ICON_BOX : ICON_NONE,
                          .label = small ? NULL : "O  your screen",
                          .hint = "On your screen",
                          .command = {VIEW_DO_SCREEN, 0, 0},
                          .bare = true};

    if (view_desk_height(app, b, at.w) <= 0)
        return at.x + at.w;
    button.at = (view_point){at.x + at.w - view_button_width(b, &button) - 10,
                             at.y + (fminf(at.h, b->target + 8) - b->target) / 2};
    view_put_button(b, &button);
    return button.at.x - 12;
}

void view_strip(view_app *app, view_build *b, view_rect at)
{
    b->key = view_key("strip", 0);
    if (app->talk.channel == MODEL_IN_PERSON) {
        view_person_strip(app, b, at);
        desk_door(app, b, at);
        return;
    }
    if (app->talk.channel == MODEL_PHONE) {
        view_ribbon(app, b, at);
        desk_door(app, b, at);
        return;
    }
    view_put_box(b, &(view_box_look){.rect = at,
                                     .radius = 14,
                                     .fill = view_ink_of(b, VIEW_STAGE_),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    chat_strip(app, b, at, desk_door(app, b, at));
}
