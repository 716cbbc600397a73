/* Spoken words: the line at hand in large type, what you said before it above. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The line being spoken, or the last one. */
static const talk_entry *line_at_hand(const view_app *app)
{
    return view_talk_last(&app->talk, TALK_LINE);
}

/* Bytes + 1 of a line that have been spoken by now; 0: all of it. */
static uint32_t spoken(view_app *app, view_build *b, const talk_entry *line,
                       const text_paragraph *paragraph)
{
    const int64_t whole = line->ends - line->shows, age = app->talk.clock - line->shows;

    if (b->still || !paragraph || whole <= 0 || age >= whole ||
        app->settings.reduced_motion)
        return 0;
    const float share = (float)age / ((float)whole * .92f);
    if (share >= 1)
        return 0;
    view_wake(b, app->now + 33, true);
    return 1 + text_letters_end(paragraph,
                                (uint32_t)(share * (float)paragraph->letter_count));
}

static void quoted(char *out, size_t room, const char *text)
{
    snprintf(out, room, "\u201C%s\u201D", text);
}

static float words(view_app *app, view_build *b, const talk_entry *line, view_label label)
{
    char text[2200];

    quoted(text, sizeof text, line->text);
    label.text = text;
    label.color = view_ink_of(b, VIEW_INK);
    label.markup = true;
    label.shown = spoken(app, b, line, view_paragraph(b, &label));
    return view_put_text(b, &label).y;
}

static void speaker(view_build *b, const talk_entry *line, view_rect at)
{
    char who[64];

    view_short_name(who, sizeof who, line->who);
    const float w =
        view_put_line(b, TYPE_SMALL_LABEL, view_ink_of(b, VIEW_INK2), at, who);
    if (line->tone[0])
        view_put_line(b, TYPE_SMALL_CUE, view_ink_of(b, VIEW_CUE),
                      (view_rect){at.x + w + 12, at.y, at.w - w - 12, at.h}, line->tone);
}

static float own_height(view_build *b, const talk_entry *own, float width)
{
    if (!own)
        return 0;
    const view_label label = {
        .type = TYPE_OWN, .at = {0, 0, width, 0}, .text = own->text};
    return view_line_height(b, TYPE_SMALL_LABEL) + view_text_size(b, &label).y + 34;
}

static float put_own(view_build *b, const talk_entry *own, view_rect at)
{
    const float line = view_line_height(b, TYPE_SMALL_LABEL);
    char text[2200];

    view_put_line(b, TYPE_SMALL_LABEL, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x, at.y, at.w, line}, "You");
    quoted(text, sizeof text, own->text);
    const view_label label = {.type = own->hold ? TYPE_CUE : TYPE_OWN,
                              .color = view_ink_of(b, own->hold ? VIEW_CUE : VIEW_INK2),
                              .at = {at.x, at.y + line, at.w, 0},
                              .text = own->hold ? own->text : text};
    const float y = at.y + line + view_put_text(b, &label).y + 14;
    view_segment(b, (view_point){at.x, y}, (view_point){at.x + at.w, y}, 1.2f,
                 view_ink_of(b, VIEW_RULE));
    return y + 18 - at.y;
}

float view_speech_least(view_app *app, view_build *b, float width)
{
    const talk_entry *line = line_at_hand(app);
    char text[2200];

    if (!line)
        return 40;
    quoted(text, sizeof text, line->text);
    return view_line_height(b, TYPE_SMALL_LABEL) + 8 +
           view_para_height(b, TYPE_SPEECH, width, text);
}

float view_speech(view_app *app, view_build *b, view_rect at)
{
    const talk_entry *line = line_at_hand(app),
                     *own = view_talk_last(&app->talk, TALK_REPLY);
    const float name = view_line_height(b, TYPE_SMALL_LABEL);
    float y = at.y;

    b->key = view_key("speech", 0);
    if (own && own_height(b, own, at.w) + view_speech_least(app, b, at.w) <= at.h)
        y += put_own(b, own, (view_rect){at.x, y, at.w, 0});
    if (!line || (own && line < own))
        return y - at.y;
    speaker(b, line, (view_rect){at.x, y, at.w, name});
    y += name + 4;
    return y - at.y +
           words(app, b, line,
                 (view_label){.type = TYPE_SPEECH, .at = {at.x, y, at.w, 0}});
}

float view_call_height(view_app *app, view_build *b, float width)
{
    const talk_entry *line = line_at_hand(app);
    char text[2200];

    if (!line)
        return 0;
    quoted(text, sizeof text, line->text);
    return view_para_height(b, TYPE_CALL, width - 40, text) +
           view_line_height(b, TYPE_SMALL_LABEL) + 38;
}

/* On the phone the words stand on a card. */
float view_call(view_app *app, view_build *b, view_rect at)
{
    const talk_entry *line = line_at_hand(app);
    const float name = view_line_height(b, TYPE_SMALL_LABEL);
    const float h = view_call_height(app, b, at.w);

    if (!line)
        return 0;
    b->key = view_key("speech", 0);
    view_card(b, (view_rect){at.x, at.y, at.w, h}, 16);
    speaker(b, line, (view_rect){at.x + 20, at.y + 16, at.w - 40, name});
    words(app, b, line,
          (view_label){.type = TYPE_CALL,
                       .at = {at.x + 20, at.y + 20 + name, at.w - 40, 0}});
    return h;
}
