/* F3, for whoever writes: where the talk stands, what is measured, which replies are not
 * on offer and why. */
#include "model/code_text.h"
#include "view/screens.h"

#include <string.h>

#define MOST_LINES  9
#define MOST_HIDDEN 5
#define FIRST_WORDS 40 /* bytes of a reply that name it */

static void add_place(const view_app *app, base_bytes *out)
{
    const ear_scenario *model = app->talk.model;
    const char *id = ear_session_moment(app->session);
    const uint32_t moment = model_find_moment(model, id ? id : "");

    if (moment == MODEL_NONE)
        return;
    const model_place place = model->moments[moment].place;
    base_bytes_print(out, "%s   %s:%u   turn %u   %.1f s\n", id,
                     model_string(model, model->files[place.file]), (unsigned)place.line,
                     (unsigned)ear_session_turn(app->session),
                     (double)ear_session_tenths(app->session) / 10);
}

static void add_values(const view_app *app, base_bytes *out)
{
    const ear_scenario *model = app->talk.model;

    for (uint32_t i = 0; i < model->count[MODEL_S_METERS]; i++)
        base_bytes_print(out, "%s%s %d", i ? "   " : "",
                         model_string(model, model->meters[i].id),
                         (int)app->talk.meters[i]);
    for (uint32_t i = 0; i < model->count[MODEL_S_FLAGS]; i++) {
        const char *flag = model_string(model, model->flags[i].id);
        bool on = false;
        if (ear_session_flag(app->session, flag, &on) && on)
            base_bytes_print(out, "   %s", flag);
    }
}

/* --- what is not on offer ----------------------------------------------------------- */

static bool on_offer(const view_talk *talk, uint32_t reply)
{
    for (uint32_t i = 0; i < talk->offer_count; i++)
        if (talk->offers[i].reply == reply)
            return true;
    return false;
}

static bool given(const view_talk *talk, uint32_t reply)
{
    for (size_t i = 0; i < talk->count; i++)
        if (talk->entries[i].kind == TALK_REPLY && !talk->entries[i].taken &&
            talk->entries[i].index == reply)
            return true;
    return false;
}

static void add_why(const view_talk *talk, base_bytes *out, uint32_t index)
{
    const model_reply *reply = &talk->model->replies[index];

    if (!reply->again && given(talk, index))
        base_bytes_text(out, "it was given");
    else if (reply->fallback)
        base_bytes_text(out, "a fallback, for when nothing else is on offer");
    else if (reply->when == MODEL_NONE)
        base_bytes_text(out, "it was given before the talk came here");
    else if (reply->when & MODEL_FUNCTION)
        base_bytes_text(out, "its Lua function says no");
    else if (base_bytes_text(out, "needs "))
        model_code_text(out, talk->model, NULL, reply->when, true);
}

static void add_hidden_reply(const view_talk *talk, base_bytes *out, uint32_t index)
{
    const char *words = model_string(talk->model, talk->model->replies[index].words.text);
    size_t n = strlen(words);

    base_bytes_text(out, "\nnot on offer: \u201C");
    if (n > FIRST_WORDS) {
        for (n = FIRST_WORDS; n > 0 && words[n] != ' '; n--)
            ;
        base_bytes_add(out, words, n);
        base_bytes_text(out, " \u2026\u201D, ");
    } else {
        base_bytes_print(out, "%s\u201D, ", words);
    }
    add_why(talk, out, index);
}

/* The choice at which the talk stands, known by a reply that it offers. */
static const model_statement *choice_of(const view_talk *talk)
{
    const ear_scenario *model = talk->model;
    const uint32_t reply = talk->offer_count ? talk->offers[0].reply : MODEL_NONE;

    for (uint32_t i = 0; reply != MODEL_NONE && i < model->count[MODEL_S_STATEMENTS];
         i++) {
        const model_statement *st = &model->statements[i];
        if (st->kind == MODEL_CHOICE && reply >= st->item && reply - st->item < st->count)
            return st;
    }
    return NULL;
}

static void add_hidden(const view_talk *talk, base_bytes *out)
{
    const model_statement *choice = choice_of(talk);
    uint32_t more = 0;

    for (uint32_t i = 0; choice && i < choice->count; i++) {
        if (on_offer(talk, choice->item + i))
            continue;
        if (more++ < MOST_HIDDEN)
            add_hidden_reply(talk, out, choice->item + i);
    }
    if (more > MOST_HIDDEN)
        base_bytes_print(out, "\nand %u more", (unsigned)(more - MOST_HIDDEN));
}

/* --- the bar ------------------------------------------------------------------------ */

static bool shown(const view_app *app)
{
    return app->inspecting && app->scenario.author && app->talk.model && app->session;
}

static void add_all(const view_app *app, base_bytes *out)
{
    add_place(app, out);
    add_values(app, out);
    add_hidden(&app->talk, out);
}

void view_inspector_say(view_app *app)
{
    base_bytes text = {0};

    if (!shown(app))
        return;
    add_all(app, &text);
    for (const char *line = base_bytes_string(&text); *line;) {
        const size_t n = strcspn(line, "\n");
        view_say(app, "%.*s", (int)n, line);
        line += n + (line[n] == '\n');
    }
    base_bytes_release(&text);
}

float view_inspector_draw(const view_app *app, view_build *b, float top)
{
    const view_color ink = view_color_of(view_theme_of(VIEW_EVENING), VIEW_INK);
    const float w = b->width - 2 * VIEW_MARGIN;
    base_bytes text = {0};

    if (!shown(app))
        return 0;
    add_all(app, &text);
    const view_label label = {.type = TYPE_MARK_STRONG,
                              .color = ink,
                              .at = {VIEW_MARGIN + 14, top + 8, w - 28, 0},
                              .lines = MOST_LINES,
                              .text = base_bytes_string(&text)};
    const float h = view_text_size(b, &label).y + 16;
    b->key = view_key("inspector", 0);
    view_fill_box(b, (view_rect){VIEW_MARGIN, top, w, h}, 10, view_rgb(0x0E1118));
    view_put_text(b, &label);
    base_bytes_release(&text);
    return h + VIEW_GAP;
}
