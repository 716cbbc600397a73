/* For whoever writes: a mistake over the version still running, and the inspector. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MARK 0xF0A35E

static view_color night(view_ink ink)
{
    return view_color_of(view_theme_of(VIEW_EVENING), ink);
}

/* One source line: what is in quotes stands out. */
static float code(view_build *b, view_point at, const char *text, size_t length,
                  float right)
{
    char part[320];
    const char *end = text + length;
    float x = at.x;

    while (text < end && x < right - 8) {
        const bool quoted = *text == '"';
        const char *to = memchr(text + quoted, '"', (size_t)(end - text - quoted));
        size_t n = to ? (size_t)(to - text) + quoted : (size_t)(end - text);
        if (n >= sizeof part)
            n = sizeof part - 1;
        memcpy(part, text, n);
        part[n] = '\0';
        x += view_put_line(
            b, TYPE_CODE, view_rgb(quoted ? 0xA9D8A0 : 0xE8E4DA),
            (view_rect){x, at.y, right - x, view_line_height(b, TYPE_CODE) + 6}, part);
        text += n;
    }
    return x;
}

static float source(view_app *app, view_build *b, view_rect at, int most)
{
    const view_problem *p = &app->problem;
    const float row = fmaxf(34, view_line_height(b, TYPE_CODE) + 8);
    const char *line = p->lines;
    char number[16];
    int n = p->first_line, shown = 0;

    for (; line && *line && shown < most; n++, shown++) {
        const size_t length = strcspn(line, "\n");
        const float y = at.y + 10 + row * (float)shown;
        const bool bad = n == p->line;
        b->key = view_key("source", (uint32_t)shown);
        if (bad)
            view_fill_box(b, (view_rect){at.x, y, at.w, row}, 0,
                          view_fade(view_rgb(MARK), .2f));
        snprintf(number, sizeof number, "%3d", n);
        view_put_line(b, TYPE_CODE, bad ? night(VIEW_CUE) : night(VIEW_INK3),
                      (view_rect){at.x + 16, y, 56 * b->type, row}, number);
        const float x = code(b, (view_point){at.x + 24 + 56 * b->type, y}, line, length,
                             at.x + at.w - 12);
        if (bad && p->mark) {
            view_fill_box(b, (view_rect){x + 2, y + row - 7, 14, 3}, 1, view_rgb(MARK));
            view_put_line(b, TYPE_QUOTE, view_rgb(MARK),
                          (view_rect){x + 28, y, fmaxf(8, at.x + at.w - x - 36), row},
                          p->mark);
        }
        line += length + (line[length] == '\n');
    }
    return shown ? row * (float)shown + 20 : 0;
}

static int lines_in(const char *text)
{
    int n = text && *text ? 1 : 0;

    for (; text && *text; text++)
        n += *text == '\n' && text[1];
    return n;
}

static float labelled(view_build *b, const char *label, const char *text, view_rect at,
                      view_type type)
{
    if (!text || !*text)
        return 0;
    const float line = view_line_height(b, TYPE_QUOTE);
    const float w = view_put_line(b, TYPE_QUOTE, night(VIEW_CUE),
                                  (view_rect){at.x, at.y, 0, line}, label);
    const float h =
        view_put_para(b, type, night(type == TYPE_CODE ? VIEW_INK2 : VIEW_INK),
                      (view_rect){at.x + w + 18, at.y, at.w - w - 18, 0}, text);
    return fmaxf(h, line) + 14;
}

static void actions(view_build *b, view_rect at)
{
    static const struct {
        const char *label, *hint;
        view_command_kind kind;
    } rows[] = {{"E  open in editor", "Open in the editor", VIEW_DO_EDITOR},
                {"C  copy message", "Copy the message", VIEW_DO_COPY},
                {"F1  help", "Help", VIEW_DO_HELP},
                {"Esc  hide", "Hide", VIEW_DO_HIDE}};
    const float h = fmaxf(50, b->target);
    float x = at.x, y = at.y;

    for (uint32_t i = 0; i < 4; i++) {
        view_button button = {.key = view_key("problem", i),
                              .height = h,
                              .label = rows[i].label,
                              .hint = rows[i].hint,
                              .command = {rows[i].kind, 0, 0},
                              .night = true,
                              .filled = i == 0};
        const float w = view_button_width(b, &button);
        if (x > at.x && x + w > at.x + at.w) {
            x = at.x;
            y += h + 10;
        }
        button.at = (view_point){x, y};
        x += view_put_button(b, &button) + 14;
    }
}

void view_problem_draw(view_app *app, view_build *b)
{
    const view_problem *p = &app->problem;
    const float w = fminf(b->width - 48, 1040 * fmaxf(1, b->type * .8f));
    const float h = fminf(b->height - 32, 560 * fmaxf(1, b->type));
    const view_rect box = {(b->width - w) / 2, (b->height - h) / 2 - 6, w, h};
    const float x = box.x + 44, room = w - 88;
    const float foot = (fmaxf(50, b->target) + 24) * (room < 620 * b->type ? 2 : 1);
    float y = box.y + 24;

    b->key = view_key("problem", 99);
    view_fill_box(b, (view_rect){0, 0, b->width, b->height}, 0,
                  view_fade(view_rgb(0x0E1118), .62f));
    view_put_box(b, &(view_box_look){.rect = box,
                                     .radius = 20,
                                     .fill = view_rgb(0x1A2030),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    view_fill_box(b, (view_rect){box.x, box.y, 10, h}, 5, view_rgb(MARK));
    view_scroll_begin(b, &app->over_scroll,
                      (view_rect){box.x + 20, box.y + 12, w - 30, h - 12 - foot});
    y += view_put_para(b, TYPE_BIG, night(VIEW_INK), (view_rect){x, y, room, 0},
                       p->title) +
         6;
    char place[400];
    snprintf(place, sizeof place,
             "%s. The last version that worked is still running underneath.",
             p->place ? p->place : "");
    y += view_put_para(b, TYPE_OWN, night(VIEW_INK2), (view_rect){x, y, room, 0}, place) +
         14;
    const int most = lines_in(p->lines) < 8 ? lines_in(p->lines) : 8;
    const float row = fmaxf(34, view_line_height(b, TYPE_CODE) + 8);
    if (most) {
        view_fill_box(b, (view_rect){x, y, room, row * (float)most + 20}, 12,
                      view_rgb(0x0F1420));
        y += source(app, b, (view_rect){x, y, room, 0}, most) + 18;
    }
    y += labelled(b, "Why", p->why, (view_rect){x, y, room, 0}, TYPE_OWN);
    y += labelled(b, "Lua said", p->said, (view_rect){x, y, room, 0}, TYPE_CODE);
    view_scroll_end(b, &app->over_scroll, y);
    actions(b, (view_rect){x, box.y + h - foot, room, foot});
}

/* --- inspector ---------------------------------------------------------------------- */

static void inspector_text(const view_app *app, char *out, size_t room)
{
    const ear_scenario *model = app->talk.model;
    const char *id = app->session ? ear_session_moment(app->session) : "";
    const uint32_t moment = model_find_moment(model, id ? id : "");
    size_t n = 0;

    if (moment != MODEL_NONE) {
        const model_place place = model->moments[moment].place;
        n += (size_t)snprintf(out, room, "%s   %s:%u\nturn %u   %.1f s\n", id,
                              model_string(model, model->files[place.file]),
                              (unsigned)place.line,
                              (unsigned)ear_session_turn(app->session),
                              (double)ear_session_tenths(app->session) / 10);
    }
    for (uint32_t i = 0; i < model->count[MODEL_S_METERS] && n + 80 < room; i++)
        n += (size_t)snprintf(out + n, room - n, "%s %d   ",
                              model_string(model, model->meters[i].id),
                              (int)app->talk.meters[i]);
    for (uint32_t i = 0; i < model->count[MODEL_S_FLAGS] && n + 80 < room; i++) {
        const char *flag = model_string(model, model->flags[i].id);
        bool on = false;
        if (ear_session_flag(app->session, flag, &on) && on)
            n += (size_t)snprintf(out + n, room - n, "%s   ", flag);
    }
}

void view_inspector_draw(view_app *app, view_build *b)
{
    char text[2048] = "";

    if (!app->session)
        return;
    inspector_text(app, text, sizeof text);
    const float w = b->width - 2 * VIEW_MARGIN;
    const view_label label = {.type = TYPE_MARK_STRONG,
                              .color = night(VIEW_INK),
                              .at = {VIEW_MARGIN + 14, 8, w - 28, 0},
                              .lines = 5,
                              .text = text};
    const float h = view_text_size(b, &label).y + 16;
    b->key = view_key("inspector", 0);
    view_put_box(b, &(view_box_look){.rect = {VIEW_MARGIN, 0, w, h},
                                     .radius = 10,
                                     .fill = view_fade(view_rgb(0x0E1118), .94f)});
    view_put_text(b, &label);
}
