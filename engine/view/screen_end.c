/* The end of a talk: before anything is shown, how heard do you think she felt? */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

static const model_moment *outcome(const view_app *app)
{
    const ear_scenario *model = app->talk.model;

    if (!model || !app->talk.over || app->talk.outcome >= model->count[MODEL_S_MOMENTS])
        return NULL;
    return &model->moments[app->talk.outcome];
}

static float put_outcome(view_app *app, view_build *b, view_rect at)
{
    static const char *const words[] = {"weak ending", "mixed ending", "strong ending"};
    const model_moment *end = outcome(app);
    const talk_entry *said = view_talk_last(&app->talk, TALK_OUTCOME);

    if (!end)
        return 0;
    const char *rating = words[end->rating < 3 ? end->rating : 1];
    const float h = view_line_height(b, TYPE_LABEL) + 12;
    const float w = view_text_width(b, TYPE_LABEL, rating) + 34;
    view_put_box(b, &(view_box_look){.rect = {at.x, at.y, w, h},
                                     .radius = h / 2,
                                     .fill = view_rgb(b->theme->ending[end->rating % 3]),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    view_put_line_mid(b, TYPE_LABEL, view_rgb(b->theme->on_ending),
                      (view_rect){at.x, at.y, w, h}, rating);
    return h + 12 +
           view_put_para(b, TYPE_PAGE, view_ink_of(b, VIEW_INK),
                         (view_rect){at.x, at.y + h + 12, at.w, 0},
                         said && said->text[0] ? said->text
                                               : model_string(app->talk.model, end->id)) +
           24;
}

static float put_scale(view_app *app, view_build *b, view_rect at)
{
    const float side = fmaxf(52, b->target), gap = fminf(12, (at.w - 7 * side) / 6);
    const float line = view_line_height(b, TYPE_SMALL);
    char digit[4], hint[64];

    for (uint32_t i = 1; i <= 7; i++) {
        snprintf(digit, sizeof digit, "%u", (unsigned)i);
        snprintf(hint, sizeof hint, "%u of 7", (unsigned)i);
        view_put_button(b,
                        &(view_button){.key = view_key("rate", i),
                                       .at = {at.x + (side + gap) * (float)(i - 1), at.y},
                                       .height = side,
                                       .width = side,
                                       .label = digit,
                                       .hint = hint,
                                       .role = VIEW_ROLE_OPTION,
                                       .command = {VIEW_DO_RATE, (int32_t)i, 0},
                                       .filled = app->rated == i,
                                       .selected = app->rated == i});
    }
    const float w = 7 * side + 6 * gap;
    b->key = view_key("scale words", 0);
    view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x, at.y + side + 6, w / 2 - 8, line}, "not at all");
    view_put_line_end(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + w / 2, at.y + side + 6, w / 2, line},
                      "completely");
    return side + line + 34;
}

static float put_ways(view_build *b, view_rect at)
{
    const float h = fmaxf(52, b->target);
    view_button button = {.key = view_key("end debrief", 0),
                          .at = {at.x, at.y},
                          .height = h,
                          .label = "Look back at it",
                          .command = {VIEW_DO_DEBRIEF, 0, 0},
                          .filled = true};
    const float w = view_put_button(b, &button);
    const bool beside = w + 14 + 180 * b->type < at.w;

    button.key = view_key("end home", 0);
    button.at =
        beside ? (view_point){at.x + w + 14, at.y} : (view_point){at.x, at.y + h + 12};
    button.label = "Home";
    button.command = (view_command){VIEW_DO_HOME, 0, 0};
    button.filled = false;
    view_put_button(b, &button);
    return beside ? h : 2 * h + 12;
}

/* Before the answer the place of the picture says nothing but who it was; afterwards the
 * face stands there. The question stays where it is. */
static void put_side(view_app *app, view_build *b, bool told)
{
    const view_rect at = {VIEW_MARGIN, 60, 464, b->height - 120};
    const talk_mood mood = view_talk_mood(&app->talk);

    if (told) {
        const view_picture picture = {.key = view_key("end face", 0),
                                      .rect = at,
                                      .radius = 18,
                                      .face = &app->face,
                                      .look = view_look_of(mood, app->talk.look),
                                      .mood = mood.ease,
                                      .at = {at.w / 2, at.h * VIEW_SEATED},
                                      .size = fminf(at.h / 660, .928f)};
        view_put_picture(b, &picture);
        return;
    }
    b->key = view_key("end face", 0);
    view_put_box(b, &(view_box_look){.rect = at,
                                     .radius = 18,
                                     .fill = view_ink_of(b, VIEW_STAGE_),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    const view_point middle = {at.x + at.w / 2, at.y + at.h * .42f};
    const char *name = view_talk_customer(&app->talk);
    view_monogram(b, name, middle, 60, TYPE_PAGE);
    view_put_text(b, &(view_label){.type = TYPE_NAME,
                                   .color = view_ink_of(b, VIEW_INK),
                                   .at = {at.x + 20, middle.y + 76, at.w - 40, 0},
                                   .align = TEXT_CENTER,
                                   .text = name});
}

static float put_question(view_app *app, view_build *b, view_rect at)
{
    char name[64], question[160];

    view_short_name(name, sizeof name, view_talk_customer(&app->talk));
    snprintf(question, sizeof question,
             app->rated ? "How heard did %s feel, 1\u00A0to\u00A07?"
                        : "Before you look: how heard did %s feel, 1\u00A0to\u00A07?",
             name);
    return view_put_para(b, TYPE_NOTICE, view_ink_of(b, VIEW_INK), at, question) + 14;
}

void view_end_draw(view_app *app, view_build *b)
{
    const bool told = app->rated > 0; /* before, nothing gives the answer away */
    const float x = b->folded ? VIEW_MARGIN : 536, w = b->width - VIEW_MARGIN - x;
    float y = 72;

    if (!app->talk.model)
        return;
    if (!b->folded)
        put_side(app, b, told);
    b->key = view_key("end", 0);
    view_scroll_begin(b, &app->scroll, (view_rect){x - 8, 40, w + 16, b->height - 60});
    if (told)
        y += put_outcome(app, b, (view_rect){x, y, w, 0});
    /* So low that how it ended has room above it, and nothing moves when that comes. */
    if (!b->folded)
        y = fmaxf(y, b->height * .36f);
    y += put_question(app, b, (view_rect){x, y, w, 0});
    y += put_scale(app, b, (view_rect){x, y, w, 0});
    y += put_ways(b, (view_rect){x, y, w, 0});
    view_scroll_end(b, &app->scroll, y + 12);
}

/* --- the questions afterwards ------------------------------------------------------- */

#define NOTE_ROOM (VIEW_NOTE_ROOM + 4)

static const char *note_words(const view_app *app, char *room)
{
    const char *note = app->notes[app->question];

    if (!note[0] && !app->editing)
        return "Press Enter and write, or just think about it.";
    snprintf(room, NOTE_ROOM, "%s%s", note, app->editing ? "|" : "");
    return room;
}

static void put_note(view_app *app, view_build *b, view_rect at)
{
    const uint32_t key = view_key("note", 0);
    const char *note = app->notes[app->question];
    char text[NOTE_ROOM];

    b->key = key;
    view_focus_ring(b, key, at, 12);
    view_put_box(b, &(view_box_look){
                        .rect = at,
                        .radius = 12,
                        .fill = view_ink_of(b, VIEW_SURFACE),
                        .stroke = view_ink_of(b, app->editing ? VIEW_ACCENT : VIEW_EDGE),
                        .stroke_width = app->editing ? 3 : 1.5f});
    view_clip_box(b, at, 12);
    view_put_para(b, TYPE_LEAD, view_ink_of(b, note[0] ? VIEW_INK : VIEW_INK2),
                  (view_rect){at.x + 18, at.y + 14, at.w - 36, 0}, note_words(app, text));
    view_unclip(b);
    if (app->editing)
        b->frame->caret =
            (view_rect){at.x * b->scale, (at.y + at.h - 40) * b->scale, 2, 30};
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_TEXTBOX,
                                         .rect = at,
                                         .label = "Your answer",
                                         .state = note[0] ? note : "empty",
                                         .command = {VIEW_DO_EDIT, 0, 0}});
}

/* The question, room for the answer, and where it stays; scrolls where all of it is too
 * much for the window. */
static void question(view_app *app, view_build *b, view_rect at)
{
    static const char stays[] =
        "Your answer stays on this computer unless you export it.";
    const float small = view_para_height(b, TYPE_SMALL, at.w, stays);
    char count[48], text[NOTE_ROOM];
    const char *words = note_words(app, text);
    const float least = fmaxf(70, view_para_height(b, TYPE_LEAD, at.w - 36, words) + 34);
    const float line = view_line_height(b, TYPE_LABEL);
    float y = at.y + 4 + line;

    app->scroll.to_end = app->editing;
    view_scroll_begin(b, &app->scroll, (view_rect){at.x - 6, at.y, at.w + 20, at.h});
    b->key = view_key("reflect", 0);
    snprintf(count, sizeof count, "Question %u of %u", (unsigned)app->question + 1,
             (unsigned)app->debrief.reflect_count);
    view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x, at.y, at.w, line}, count);
    y += view_put_para(b, TYPE_BIG, view_ink_of(b, VIEW_INK),
                       (view_rect){at.x, y, at.w, 0},
                       app->debrief.reflect[app->question]) +
         20;
    const float h = fmaxf(least, at.y + at.h - 30 - small - y);
    put_note(app, b, (view_rect){at.x, y, at.w, h});
    b->key = view_key("reflect foot", 0);
    view_put_para(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x, y + h + 12, at.w, small}, stays);
    view_scroll_end(b, &app->scroll, y + h + 12 + small + 6);
}

void view_reflect_draw(view_app *app, view_build *b)
{
    const float w = fminf(b->width - 2 * VIEW_MARGIN, 860 * b->type),
                x = (b->width - w) / 2;
    const size_t n = app->has_debrief ? app->debrief.reflect_count : 0;
    const float h = fmaxf(52, b->target), foot = b->height - h - 36;

    if (app->question >= n)
        return;
    question(app, b, (view_rect){x, 40, w, foot - 40});
    view_put_button(
        b, &(view_button){.key = view_key("reflect next", 0),
                          .at = {x, foot + 8},
                          .height = h,
                          .label = app->question + 1 < n ? "Next question" : "Done",
                          .command = {VIEW_DO_NEXT, 0, 0},
                          .filled = true});
}
