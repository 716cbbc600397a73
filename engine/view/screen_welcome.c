/* The very first start: how large should words be? Then a first talk begins by itself. */
#include "base/fail.h"
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

ear_status view_app_welcome(view_app *app, const char *first, ear_error *err)
{
    app->first = first ? base_arena_copy(&app->firsts, first, strlen(first)) : NULL;
    if (first && !app->first)
        return base_fail_memory(err);
    view_go_to_screen(app, VIEW_SCREEN_WELCOME);
    return EAR_OK;
}

/* The question is answered, whichever way: it is not asked again. */
void view_welcomed(view_app *app)
{
    view_settings_saved(app);
    view_go_to_screen(app, VIEW_SCREEN_HOME);
}

ear_status view_welcome_next(view_app *app, ear_error *err)
{
    const view_catalogue *list =
        app->host.catalogue ? app->host.catalogue(app->host.user) : NULL;

    view_welcomed(app);
    base_bytes_clear(&app->mouth); /* the home screen is only passed through */
    for (uint32_t i = 0; list && app->first && i < list->count; i++)
        if (strcmp(list->entries[i].id, app->first) == 0) {
            const ear_status status = view_open_entry(app, i, false, err);
            return status ? status
                          : view_app_do(app, (view_command){.kind = VIEW_DO_START}, err);
        }
    return EAR_OK;
}

void view_say_welcome(view_app *app)
{
    view_say(app,
             "Welcome to Earshot. How large should words be? They are at %u percent.",
             (unsigned)app->settings.text_percent);
    view_say(app, "Arrows and Enter, or Control with plus and minus, change it. Space "
                  "begins a first talk.");
}

static float put_size_buttons(view_app *app, view_build *b, view_point at)
{
    const float h = fmaxf(52, b->target);
    char percent[16];
    view_button less = {.key = view_key("welcome smaller", 0),
                        .at = at,
                        .height = h,
                        .label = "Smaller",
                        .command = {VIEW_DO_TEXT_SMALLER, 0, 0},
                        .disabled = app->settings.text_percent <= 100};
    view_button more = {.key = view_key("welcome larger", 0),
                        .at = at,
                        .height = h,
                        .label = "Larger",
                        .command = {VIEW_DO_TEXT_BIGGER, 0, 0},
                        .disabled = app->settings.text_percent >= 200};
    float x = at.x + view_put_button(b, &less) + 20;

    snprintf(percent, sizeof percent, "%u %%", (unsigned)app->settings.text_percent);
    x += view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                       (view_rect){x, at.y, 0, h}, percent) +
         20;
    more.at.x = x;
    view_put_button(b, &more);
    return h;
}

/* What a customer says, at the size that is asked about. */
static float put_sample(view_build *b, view_rect at)
{
    const view_label words = {.type = TYPE_BUBBLE,
                              .color = view_ink_of(b, VIEW_INK),
                              .at = {at.x + 18, at.y + 11, at.w - 36, 0},
                              .text = "My parcel says delivered. It isn't here."};
    const float h = view_text_size(b, &words).y + 22;

    view_put_box(b, &(view_box_look){.rect = {at.x, at.y, at.w, h},
                                     .radius = 16,
                                     .corner = 4,
                                     .square = 2,
                                     .fill = view_ink_of(b, VIEW_SURFACE),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0,
                                     .shadow = true});
    view_put_text(b, &words);
    return h;
}

static float put_words(view_app *app, view_build *b, view_rect at)
{
    float y = at.y;

    y += view_put_para(b, TYPE_PAGE, view_ink_of(b, VIEW_INK),
                       (view_rect){at.x, y, at.w, 0}, "Welcome to Earshot") +
         18;
    y += view_put_para(b, TYPE_LEAD, view_ink_of(b, VIEW_INK),
                       (view_rect){at.x, y, at.w, 0}, "How large should words be?") +
         18;
    y += put_sample(b, (view_rect){at.x, y, fminf(at.w, 420 * b->type), 0}) + 22;
    y += put_size_buttons(app, b, (view_point){at.x, y}) + 26;
    return y + view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                             (view_rect){at.x, y, at.w, 0},
                             "Everything else is in the settings, and F1 shows the keys. "
                             "First comes a talk of about a minute: a customer writes, "
                             "you answer, and see what that does.");
}

void view_welcome_draw(view_app *app, view_build *b)
{
    const bool side = !b->folded;
    const float h = fmaxf(52, b->target), foot = h + (side ? 76 : 40);
    const float x = side ? 536 : VIEW_MARGIN, w = b->width - VIEW_MARGIN - x;
    const view_face face = view_person(0);
    const talk_mood mood = {.15f, .5f, .8f, .8f};

    if (side)
        view_put_picture(b,
                         &(view_picture){.key = view_key("welcome face", 0),
                                         .rect = {VIEW_MARGIN, 60, 464, b->height - 120},
                                         .radius = 18,
                                         .face = &face,
                                         .look = view_look_of_mood(mood),
                                         .mood = mood.ease,
                                         .at = {232, (b->height - 120) * VIEW_SEATED},
                                         .size = fminf((b->height - 120) / 660, .928f)});
    b->key = view_key("welcome", 0);
    view_scroll_begin(b, &app->scroll, (view_rect){x, 40, w, b->height - 48 - foot});
    const float end = put_words(app, b, (view_rect){x, 60, fminf(w, 640 * b->type), 0});
    view_scroll_end(b, &app->scroll, end);
    view_put_button(b, &(view_button){.key = view_key("welcome begin", 0),
                                      .at = {x, b->height - (side ? 60 + h : foot - 4)},
                                      .height = h,
                                      .icon = ICON_PLAY,
                                      .label = "Begin",
                                      .command = {VIEW_DO_NEXT, 0, 0},
                                      .filled = true});
}
