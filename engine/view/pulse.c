/* What she did over the last minute of a chat. Width is time, pattern is kind; each mark
 * has its words under it, so nothing depends on colour or on having been quick enough. */
#include "view/marks.h"
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

#define SPAN      60.f
#define AIR       107.f /* around the marks and the words */
#define LEAST_AIR 79.f

float view_pulse_height(const view_build *b, float room)
{
    const float words =
        view_line_height(b, TYPE_LABEL) + 2 * view_line_height(b, TYPE_MARK);

    return fmaxf(words + LEAST_AIR, fminf(words + AIR, room));
}

typedef struct band {
    float x, w, base;
} band;

static float at_time(const band *line, float seconds)
{
    return line->x + line->w * (1 + seconds / SPAN);
}

static void hatched(view_build *b, view_rect r, view_color color)
{
    view_fill_box(b, r, 4, view_fade(color, .18f));
    view_clip_box(b, r, 4);
    view_path_begin(b);
    for (float x = -r.h; x < r.w; x += 9) {
        view_move(b, r.x + x, r.y + r.h);
        view_line(b, r.x + x + r.h, r.y);
    }
    view_stroke(b, color, 2.4f);
    view_unclip(b);
    view_put_box(b, &(view_box_look){
                        .rect = r, .radius = 4, .stroke = color, .stroke_width = 1.8f});
}

static void crossed(view_build *b, view_rect r, view_color color)
{
    view_put_box(b, &(view_box_look){
                        .rect = r, .radius = 4, .stroke = color, .stroke_width = 1.8f});
    view_path_begin(b);
    for (float x = r.x + 8; x < r.x + r.w - 10; x += 14) {
        view_move(b, x, r.y + r.h / 2 - 4);
        view_line(b, x + 7, r.y + r.h / 2 + 4);
        view_move(b, x + 7, r.y + r.h / 2 - 4);
        view_line(b, x, r.y + r.h / 2 + 4);
    }
    view_stroke(b, color, 1.8f);
}

static void shape(view_build *b, const view_mark *mark, float x, float w, float base)
{
    const view_color ink = view_ink_of(b, VIEW_INK), ink2 = view_ink_of(b, VIEW_INK2);
    const view_color cue = view_ink_of(b, VIEW_CUE);

    switch (mark->kind) {
    case MARK_SENT:
        view_fill_box(b, (view_rect){x, base - 44, fmaxf(w, 12), 44}, 4, ink);
        break;
    case MARK_OWN:
        view_put_box(b, &(view_box_look){.rect = {x, base + 2, fmaxf(w, 12), 6},
                                         .radius = 3,
                                         .fill = view_ink_of(b, VIEW_ACCENT)});
        break;
    case MARK_TYPING:
        hatched(b, (view_rect){x, base - 26, w, 26}, ink2);
        break;
    case MARK_DELETED:
        crossed(b, (view_rect){x, base - 26, w, 26}, cue);
        break;
    case MARK_SIGN:
        view_put_icon(b, ICON_EYE, (view_point){x + w / 2, base - 14}, 20, cue);
        break;
    case MARK_QUIET:
        for (float at = x + 6; at < x + w - 2; at += 10)
            view_circle(b, at, base - 6, 2, cue);
        break;
    }
}

static view_type label_type(mark_kind kind)
{
    return kind == MARK_SENT ? TYPE_MARK_STRONG : TYPE_MARK;
}

static view_color label_color(const view_build *b, mark_kind kind)
{
    if (kind == MARK_SENT)
        return view_ink_of(b, VIEW_INK);
    return view_ink_of(b,
                       kind == MARK_DELETED || kind == MARK_SIGN ? VIEW_CUE : VIEW_INK2);
}

/* Labels stand under their marks and are pushed aside so that none touches another; the
 * oldest give way. */
typedef struct spot {
    float x, w;
    bool seen;
} spot;

static void settle(spot *spots, const view_mark *marks, size_t n, const band *line)
{
    float right = line->x + line->w;

    for (size_t i = n; i > 0; i--) {
        spot *s = &spots[i - 1];
        const float middle =
            (at_time(line, marks[i - 1].from) + at_time(line, marks[i - 1].to)) / 2;

        s->x = fminf(middle - s->w / 2, right - s->w);
        if (s->x < line->x && s->x > line->x - 24)
            s->x = fmaxf(s->x, line->x);
        s->seen = s->x >= line->x && s->x + s->w >= middle - 30 &&
                  marks[i - 1].kind != MARK_OWN;
        if (s->seen)
            right = s->x - 7;
    }
}

static void labels(view_build *b, const view_mark *marks, size_t n, const band *line)
{
    spot spots[VIEW_MAX_MARKS];
    const float h = view_line_height(b, TYPE_MARK);

    for (size_t i = 0; i < n; i++)
        spots[i].w =
            fminf(line->w, view_text_width(b, label_type(marks[i].kind), marks[i].label));
    settle(spots, marks, n, line);
    for (size_t i = 0; i < n; i++)
        if (spots[i].seen)
            view_put_line(b, label_type(marks[i].kind), label_color(b, marks[i].kind),
                          (view_rect){spots[i].x, line->base + 6, spots[i].w + 2, h},
                          marks[i].label);
}

static void now_mark(view_build *b, const band *line)
{
    const float x = line->x + line->w, h = view_line_height(b, TYPE_MARK);

    view_fill_box(b, (view_rect){x - 1, line->base - 50, 3, 56}, 1.5f,
                  view_ink_of(b, VIEW_ACCENT));
    view_put_line_end(b, TYPE_MARK_LABEL, view_ink_of(b, VIEW_ACCENT),
                      (view_rect){line->x, line->base + 6 + h, line->w + 4, h}, "now");
}

void view_pulse(view_app *app, view_build *b, view_rect at)
{
    view_mark marks[VIEW_MAX_MARKS];
    const size_t n = view_marks(marks, VIEW_MAX_MARKS, &app->talk, SPAN);
    const view_pronoun who = view_talk_pronoun(&app->talk);
    const float head = view_line_height(b, TYPE_LABEL);
    const band line = {at.x + 18, at.w - 38,
                       at.y + at.h - 12 - 2 * view_line_height(b, TYPE_MARK)};
    char title[96];

    b->key = view_key("pulse", 0);
    snprintf(title, sizeof title, "What %s %s doing", who.subject, who.is);
    view_card(b, at, 14);
    const float w =
        view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK),
                      (view_rect){at.x + 18, at.y + 13, at.w * .66f, head}, title);
    view_put_line_end(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + 26 + w, at.y + 13, at.w - 44 - w, head},
                      "last minute");
    view_path_begin(b);
    view_move(b, line.x, line.base);
    view_line(b, line.x + line.w, line.base);
    view_dash(b, view_ink_of(b, VIEW_EDGE), 1.6f, 3, 5);
    for (size_t i = 0; i < n; i++) {
        const float x = at_time(&line, marks[i].from);
        b->key = view_key("mark", (uint32_t)i);
        shape(b, &marks[i], x, at_time(&line, marks[i].to) - x, line.base);
    }
    labels(b, marks, n, &line);
    now_mark(b, &line);
}
