/* Before the first line: whom you meet, what you know, what it is for. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define BAR_W 14 /* the scroll bar and the air before it */

typedef struct brief {
    const ear_scenario *model;
    const char *title, *brief, *goal, *customer, *next;
    model_channel channel;
    uint32_t minutes;
} brief;

static brief brief_of(const view_app *app)
{
    const ear_scenario *model =
        app->scenario.model ? app->scenario.model : app->talk.model;
    brief out = {.model = model};

    if (!model)
        return out;
    out.title = ear_scenario_title(model);
    out.brief = app->scenario.brief ? app->scenario.brief
                                    : model_string(model, model->info->brief.text);
    out.goal = app->scenario.goal ? app->scenario.goal
                                  : model_string(model, model->info->goal.text);
    out.next = app->scenario.next;
    out.customer = model->info->customer < model->count[MODEL_S_SPEAKERS]
                       ? model_string(model, model->speakers[model->info->customer].name)
                       : "";
    out.channel = (model_channel)model->info->channel;
    out.minutes = (model->info->minutes + 5) / 10;
    return out;
}

static talk_mood start_mood(const ear_scenario *model)
{
    int32_t meters[MODEL_MAX_METERS];

    for (uint32_t i = 0; i < model->count[MODEL_S_METERS]; i++)
        meters[i] = model->meters[i].start;
    return view_mood_of(model, meters);
}

static void picture(view_build *b, const brief *from, view_rect at)
{
    const talk_mood mood = start_mood(from->model);
    const view_face face = view_face_of_speaker(from->model, from->model->info->customer);
    view_look look = view_look_of_mood(mood);

    look.arms = 0;
    view_put_picture(b, &(view_picture){.key = view_key("brief face", 0),
                                        .rect = at,
                                        .radius = 18,
                                        .face = &face,
                                        .look = look,
                                        .mood = mood.ease,
                                        .at = {at.w / 2, at.h * VIEW_SEATED},
                                        .size = fminf(at.h / 660, at.w / 500)});
}

static float section(view_build *b, const char *title, const char *text, view_rect at)
{
    const float line = view_line_height(b, TYPE_LABEL);

    if (!text || !*text)
        return 0;
    view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x, at.y, at.w, line}, title);
    return line + 4 +
           view_put_para(b, TYPE_LEAD, view_ink_of(b, VIEW_INK),
                         (view_rect){at.x, at.y + line + 4, at.w, 0}, text) +
           24;
}

static float facts(view_build *b, const brief *from, view_rect at)
{
    static const char *const channels[] = {"Live chat", "On the phone", "Face to face"};
    const float line = fmaxf(28, view_line_height(b, TYPE_STRONG));
    const view_color ink = view_ink_of(b, VIEW_INK2);
    char text[64];
    const float side = view_icon_side(b, 20);
    float x = at.x + side + 12;

    view_put_icon(b, view_channel_icon(from->channel),
                  (view_point){at.x + side / 2 + 2, at.y + line / 2}, side, ink);
    x += view_put_line(b, TYPE_STRONG, ink, (view_rect){x, at.y, 0, line},
                       channels[from->channel < 3 ? from->channel : 0]) +
         28;
    if (from->minutes) {
        view_put_icon(b, ICON_CLOCK, (view_point){x + side / 2, at.y + line / 2}, side,
                      ink);
        snprintf(text, sizeof text, "about %u min", (unsigned)from->minutes);
        view_put_line(b, TYPE_STRONG, ink,
                      (view_rect){x + side + 10, at.y, at.x + at.w - x - side - 10, line},
                      text);
    }
    return line + 22;
}

static float words(view_build *b, const brief *from, view_rect at)
{
    const view_label title = {.type = TYPE_PAGE,
                              .color = view_ink_of(b, VIEW_INK),
                              .at = {at.x, at.y, at.w, 0},
                              .text = from->title};
    char whom[160];
    float y = at.y + view_put_text(b, &title).y + 6;

    snprintf(whom, sizeof whom, "with %s", from->customer);
    y += view_put_para(b, TYPE_LEAD, view_ink_of(b, VIEW_INK2),
                       (view_rect){at.x, y, at.w, 0}, from->customer[0] ? whom : "") +
         14;
    y += facts(b, from, (view_rect){at.x, y, at.w, 0});
    y += section(b, "What you know", from->brief, (view_rect){at.x, y, at.w, 0});
    y += section(b, "What it is for", from->goal, (view_rect){at.x, y, at.w, 0});
    y += section(b, "You wanted to try", from->next, (view_rect){at.x, y, at.w, 0});
    return y;
}

float view_brief_words(view_app *app, view_build *b, view_rect at)
{
    const brief from = brief_of(app);

    return from.model ? words(b, &from, at) : at.y;
}

static void buttons(view_build *b, float x, float y)
{
    const float h = fmaxf(52, b->target);
    const float w = view_put_button(b, &(view_button){.key = view_key("start", 0),
                                                      .at = {x, y},
                                                      .height = h,
                                                      .icon = ICON_PLAY,
                                                      .label = "Start",
                                                      .command = {VIEW_DO_START, 0, 0},
                                                      .filled = true});

    view_put_button(b, &(view_button){.key = view_key("brief back", 0),
                                      .at = {x + w + 14, y},
                                      .height = h,
                                      .icon = ICON_BACK,
                                      .label = "Back",
                                      .command = {VIEW_DO_HOME, 0, 0}});
}

void view_brief_draw(view_app *app, view_build *b)
{
    const brief from = brief_of(app);
    const bool side = !b->folded;
    const float h = fmaxf(52, b->target), foot = h + (side ? 76 : 40);
    const float x = side ? 536 : VIEW_MARGIN, w = b->width - VIEW_MARGIN - x;

    if (!from.model)
        return;
    if (side)
        picture(b, &from, (view_rect){VIEW_MARGIN, 60, 464, b->height - 120});
    b->key = view_key("brief", 0);
    view_scroll_begin(b, &app->scroll, (view_rect){x, 40, w, b->height - 40 - foot});
    const float end =
        words(b, &from, (view_rect){x, 60, fminf(w - BAR_W, 700 * b->type), 0});
    view_scroll_end(b, &app->scroll, end);
    buttons(b, x, side ? b->height - 60 - h : b->height - foot + 4);
    view_status_line(app, b, (view_rect){VIEW_MARGIN, b->height - 38, 464, 28});
}
