/* For whoever writes: a mistake over the version still running. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MARK         0xF0A35E
#define LONGEST_LINE 320
#define MOST_LINES   8

static view_color night(view_ink ink)
{
    return view_color_of(view_theme_of(VIEW_EVENING), ink);
}

/* Up to the next quote; spaces before it belong to what is in quotes, since those at the
 * end of a text take no room. */
static size_t part_length(const char *text, const char *end, bool quoted)
{
    const size_t from = strspn(text, " ") + quoted;
    const char *to = memchr(text + from, '"', (size_t)(end - text) - from);

    if (!to)
        return (size_t)(end - text);
    while (!quoted && to[-1] == ' ')
        to--;
    return (size_t)(to - text) + quoted;
}

/* One source line: what is in quotes stands out. */
static float code(view_build *b, view_point at, const char *text, size_t length,
                  float right)
{
    char part[320];
    const char *end = text + length;
    float x = at.x;

    while (text < end && x < right - 8) {
        const bool quoted = text[strspn(text, " ")] == '"';
        size_t n = part_length(text, end, quoted);
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

/* One line of the source as it is going to stand. */
typedef struct source_line {
    char text[LONGEST_LINE];
    int number;
    float x, right; /* where its words may be */
    bool wraps;     /* too long for one line: it breaks, in one colour */
    bool bad;
    bool mark_below; /* what to do stands under it: there is no room beside it */
} source_line;

static view_label wrapped(const source_line *l, view_point at)
{
    return (view_label){.type = TYPE_CODE,
                        .color = view_rgb(0xE8E4DA),
                        .at = {at.x, at.y, l->right - at.x, 0},
                        .text = l->text};
}

static source_line line_of(const view_problem *p, view_build *b, view_rect at,
                           const char *text)
{
    source_line l = {.x = at.x + 24 + 56 * b->type, .right = at.x + at.w - 12};
    const size_t length = strcspn(text, "\n");

    snprintf(l.text, sizeof l.text, "%.*s", (int)length, text);
    const float w = view_text_width(b, TYPE_CODE, l.text) + 12;
    l.wraps = l.x + w > l.right;
    l.mark_below =
        p->mark && l.x + w + 40 + view_text_width(b, TYPE_QUOTE, p->mark) > l.right;
    return l;
}

static float line_room(view_build *b, const source_line *l)
{
    const view_label label = wrapped(l, (view_point){l->x, 0});
    const float row = fmaxf(34, view_line_height(b, TYPE_CODE) + 8);
    const float words = l->wraps ? view_text_size(b, &label).y + 10 : row;

    return words + (l->bad && l->mark_below ? view_line_height(b, TYPE_QUOTE) + 6 : 0);
}

/* "put a comma here", behind the words or under them. */
static void put_mark(view_build *b, const source_line *l, const char *mark, float x,
                     view_rect row)
{
    const float h = view_line_height(b, TYPE_QUOTE);

    if (l->mark_below) {
        view_put_line(b, TYPE_QUOTE, view_rgb(MARK),
                      (view_rect){l->x, row.y + row.h - h - 4, l->right - l->x, h}, mark);
        return;
    }
    view_fill_box(b, (view_rect){x + 2, row.y + row.h - 7, 14, 3}, 1, view_rgb(MARK));
    view_put_line(b, TYPE_QUOTE, view_rgb(MARK),
                  (view_rect){x + 28, row.y, l->right - x - 28, row.h}, mark);
}

static void put_source(view_build *b, const source_line *l, const char *mark,
                       view_rect at)
{
    const float row = fmaxf(34, view_line_height(b, TYPE_CODE) + 8);
    const view_label label = wrapped(l, (view_point){l->x, at.y + 5});
    float x = l->x;
    char number[16];

    if (l->bad)
        view_fill_box(b, at, 0, view_fade(view_rgb(MARK), .2f));
    snprintf(number, sizeof number, "%3d", l->number);
    view_put_line(b, TYPE_CODE, l->bad ? night(VIEW_CUE) : night(VIEW_INK3),
                  (view_rect){at.x + 16, at.y, 56 * b->type, row}, number);
    if (l->wraps)
        view_put_text(b, &label);
    else
        x = code(b, (view_point){x, at.y}, l->text, strlen(l->text), l->right + 8);
    if (l->bad && mark)
        put_mark(b, l, mark, x, at);
}

/* The lines around the mistake, drawn or only measured. Returns their height. */
static float source(view_app *app, view_build *b, view_rect at, bool drawn)
{
    const view_problem *p = &app->problem;
    const char *text = p->lines;
    float y = at.y + 10;

    for (int shown = 0; text && *text && shown < MOST_LINES; shown++) {
        const size_t length = strcspn(text, "\n");
        source_line l = line_of(p, b, at, text);
        l.number = p->first_line + shown;
        l.bad = l.number == p->line;
        const float h = line_room(b, &l);
        b->key = view_key("source", (uint32_t)shown);
        if (drawn)
            put_source(b, &l, p->mark, (view_rect){at.x, y, at.w, h});
        y += h;
        text += length + (text[length] == '\n');
    }
    return y > at.y + 10 ? y + 10 - at.y : 0;
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

/* At the end of the buttons' row, where there is room. */
static void goes_away(view_build *b, view_rect at)
{
    static const char words[] = "Save, and this goes away";

    if (view_text_width(b, TYPE_TEXT, words) <= at.w)
        view_put_line_end(b, TYPE_TEXT, night(VIEW_INK2), at, words);
}

/* The buttons, drawn or only measured. Returns their height. */
static float actions(view_build *b, view_rect at, bool drawn)
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
        x += w + 14;
        if (drawn)
            view_put_button(b, &button);
    }
    if (drawn)
        goes_away(b, (view_rect){x + 10, y, at.x + at.w - x - 10, h});
    return y + h - at.y;
}

/* A message goes on from "file:line: "; as a title it begins a sentence. What is a name
 * in the pack stays as it is written there. */
static void title_of(char *out, size_t room, const char *message)
{
    const size_t word = strspn(message, "abcdefghijklmnopqrstuvwxyz");

    snprintf(out, room, "%s", message);
    if (word > 0 && message[word] == ' ' && message[word + 1] != '=')
        out[0] = (char)(out[0] - 'a' + 'A');
}

void view_problem_draw(view_app *app, view_build *b)
{
    const view_problem *p = &app->problem;
    const float w = fminf(b->width - 48, 1040 * fmaxf(1, b->type * .8f));
    const float h = fminf(b->height - 32, 560 * fmaxf(1, b->type));
    const view_rect box = {(b->width - w) / 2, (b->height - h) / 2 - 6, w, h};
    const float x = box.x + 44, room = w - 88;
    const float foot = actions(b, (view_rect){x, 0, room, 0}, false) + 24;
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
    char title[600], place[400];
    title_of(title, sizeof title, p->title);
    y += view_put_para(b, TYPE_BIG, night(VIEW_INK), (view_rect){x, y, room, 0}, title) +
         6;
    snprintf(place, sizeof place,
             "%s. The last version that worked is still running underneath.",
             p->place ? p->place : "");
    y += view_put_para(b, TYPE_OWN, night(VIEW_INK2), (view_rect){x, y, room, 0}, place) +
         14;
    const float code_h = source(app, b, (view_rect){x, y, room, 0}, false);
    if (code_h > 0) {
        view_fill_box(b, (view_rect){x, y, room, code_h}, 12, view_rgb(0x0F1420));
        y += source(app, b, (view_rect){x, y, room, 0}, true) + 18;
    }
    y += labelled(b, "What to do", p->why, (view_rect){x, y, room, 0}, TYPE_OWN);
    y += labelled(b, "Lua said", p->said, (view_rect){x, y, room, 0}, TYPE_CODE);
    view_scroll_end(b, &app->over_scroll, y);
    actions(b, (view_rect){x, box.y + h - foot, room, foot}, true);
}
