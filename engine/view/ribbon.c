/* Her voice above the line, yours below: height is loudness, roughness is strain, gaps
 * are silence. The same marks as the pulse, with words under each. */
#include "view/marks.h"
#include "view/screens.h"

#include "base/hash.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

#define SPAN 48.f
#define PI   3.14159265f

typedef struct band {
    float x, w, middle, high;
} band;

/* A number from -1 to 1 that belongs to a place of a mark: the edge of the voice. */
static float grain(uint32_t mark, int step)
{
    const int32_t at[2] = {(int32_t)mark, step};

    return (float)(base_hash(at, sizeof at, 0) % 2001) / 1000 - 1;
}

typedef struct voice {
    float loud, rough;
    uint32_t seed;
    bool own;
} voice;

static float loudness(const voice *v, float t, int step)
{
    const float envelope = powf(sinf(PI * fminf(1, t * 1.02f)), .45f);
    const float k = (float)step, i = (float)(v->seed % 7);
    const float wobble = .72f + .28f * sinf(k * .55f + i) * cosf(k * .23f + 2 * i);
    const float edge = 1 + v->rough * grain(v->seed, step) * .75f;

    return fmaxf(.03f, v->loud * envelope * wobble * edge);
}

static void stretch(view_build *b, const band *line, float from, float to, const voice *v)
{
    const int steps = (int)fmaxf(4, (to - from) / 3);
    const float base = line->middle + (v->own ? 3.f : -3.f);

    view_path_begin(b);
    view_move(b, from, base);
    for (int i = 0; i <= steps; i++) {
        const float t = (float)i / (float)steps;
        const float h = isfinite(loudness(v, t, i)) ? loudness(v, t, i) * line->high : 1;
        view_line(b, from + (to - from) * t, v->own ? base + h * .9f : base - h);
    }
    view_line(b, to, base);
    view_close(b);
}

static voice voice_of(const view_app *app, const view_mark *mark)
{
    const talk_mood mood = view_talk_mood(&app->talk);
    const char *look = mark->entry ? view_look_name(mark->entry->tone) : NULL;
    voice v = {.loud = .4f + .45f * mood.tension,
               .rough = .15f + .5f * mood.tension,
               .own = mark->kind == MARK_OWN,
               .seed = mark->entry ? (uint32_t)(mark->entry - app->talk.entries) : 99};

    if (v.own)
        return (voice){.5f, 0, v.seed, true};
    if (look) {
        const view_look l = view_look_of(mood, look);
        v.loud =
            fminf(1, fmaxf(.25f, .34f + .3f * l.furrow + .4f * l.open + .1f * l.lean));
        v.rough = fminf(.8f, .12f + .4f * l.furrow + .45f * l.sad);
    }
    return v;
}

/* Where words under the line may stand: neither over those of a newer mark nor over the
 * trainee's voice. */
typedef struct gap {
    float from, to;
} gap;

/* Words under the line; left out where there is no room. Returns where those of an older
 * mark have to end. */
static float under(view_build *b, const band *line, view_label *label, float middle,
                   const gap *room)
{
    const float w = view_text_width(b, label->type, label->text);
    const float last = fminf(line->x + line->w, room->to) - w;
    const float x = fmaxf(room->from, fminf(last, middle - w / 2));

    if (x > last || x > middle)
        return room->to;
    label->at = (view_rect){x, line->middle + 8, w + 2, view_line_height(b, label->type)};
    label->one = true;
    view_put_text(b, label);
    return x - 10;
}

static void quiet(view_build *b, const band *line, const view_mark *mark, float from,
                  float to)
{
    char words[280];
    const float line_h = view_line_height(b, TYPE_LABEL);

    for (float x = from + 8; x < to - 4; x += 13)
        view_circle(b, x, line->middle, 2.6f, view_ink_of(b, VIEW_CUE));
    snprintf(words, sizeof words, "%s%s", mark->label,
             to - from > 150 * b->type ? " of silence" : "");
    const float w = view_text_width(b, TYPE_LABEL, words);
    const float x = fminf((from + to - w) / 2, line->x + line->w - w - 8);
    view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_CUE),
                  (view_rect){x, line->middle - 12 - line_h, w + 4, line_h}, words);
}

static view_color voice_color(const view_app *app, const view_build *b, bool own)
{
    if (own || b->theme->outlined)
        return view_ink_of(b, own ? VIEW_INK2 : VIEW_INK);
    return view_mix(view_mood_in(b->theme, fmaxf(0, app->shown.ease - .2f)),
                    view_ink_of(b, VIEW_INK), .18f);
}

static view_label words_of(const view_build *b, const view_mark *mark)
{
    const bool waited =
        mark->kind == MARK_QUIET && mark->entry && mark->entry->kind == TALK_REPLY;
    const char *tone = mark->entry ? mark->entry->tone : "";
    const char *words = mark->kind == MARK_SIGN ? mark->label : tone;

    if (mark->kind == MARK_QUIET || mark->kind == MARK_OWN)
        return (view_label){.type = TYPE_SMALL,
                            .color = view_ink_of(b, VIEW_INK2),
                            .text = waited ? "you waited" : ""};
    return (view_label){
        .type = TYPE_CUE, .color = view_ink_of(b, VIEW_CUE), .text = words};
}

/* Where the trainee's voice before mark `i` ends, or the line begins. */
static float own_end(const band *line, const view_mark *marks, size_t i)
{
    while (i > 0)
        if (marks[--i].kind == MARK_OWN)
            return fmaxf(line->x, line->x + line->w * (1 + marks[i].to / SPAN) + 6);
    return line->x;
}

static float put_mark(view_app *app, view_build *b, const band *line,
                      const view_mark *mark, const gap *room)
{
    const float from = line->x + line->w * (1 + mark->from / SPAN);
    const float to = line->x + line->w * (1 + mark->to / SPAN);
    view_label words = words_of(b, mark);

    if (mark->kind == MARK_QUIET)
        quiet(b, line, mark, from, to);
    if (mark->kind == MARK_SENT || mark->kind == MARK_OWN || mark->kind == MARK_SIGN) {
        voice v = voice_of(app, mark);
        if (mark->kind == MARK_SIGN)
            v.loud *= .5f;
        stretch(b, line, from, to, &v);
        view_fill(b, voice_color(app, b, v.own));
    }
    if (mark->kind == MARK_OWN)
        return fminf(room->to, from - 6);
    if (!words.text[0] || (mark->kind == MARK_QUIET && to - from <= 100))
        return room->to;
    return under(b, line, &words, (from + to) / 2, room);
}

/* Is there a row for "Yours" under the captions? */
static bool roomy(const view_build *b, float h)
{
    return h >= view_ribbon_least(b, true) + 2 * view_line_height(b, TYPE_LABEL) + 20;
}

float view_ribbon_least(const view_build *b, bool with_title)
{
    const float label = view_line_height(b, TYPE_LABEL);

    return (with_title ? 48 + 2 * label : 32 + label) + view_line_height(b, TYPE_CUE);
}

static bool titled(const view_build *b, float h)
{
    return h >= view_ribbon_least(b, true) - .5f;
}

/* The line that her voice stands on, and how high the voice may be over it: below it
 * there is room for a row of captions, above it for the title. */
static band band_of(const view_build *b, view_rect at)
{
    const float below = 14 + view_line_height(b, TYPE_CUE);
    const float title =
        b->folded || !titled(b, at.h) ? 0 : 16 + view_line_height(b, TYPE_LABEL);
    const float middle = fminf(at.h * .525f, at.h - below);

    return (band){at.x + 24, (at.w - 48) * .905f, at.y + middle,
                  fminf(at.h * .31f, fmaxf(12, (middle - title - 6)))};
}

/* Folded, there is no card for how she seems: its word stands behind the title. */
static void mood_word(view_app *app, view_build *b, view_rect at)
{
    const float icon = 24 * fminf(b->type, 1.3f);

    if (view_play_level(app) == VIEW_READ || view_talk_holds_mood(&app->talk))
        return;
    view_put_icon(b, ICON_EYE, (view_point){at.x + icon / 2, at.y + at.h / 2}, icon,
                  view_ink_of(b, VIEW_INK2));
    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x + icon + 12, at.y, at.w - icon - 12, at.h},
                  view_mood_word(view_talk_mood(&app->talk)));
}

static void frame_words(view_app *app, view_build *b, view_rect at)
{
    const view_pronoun who = view_talk_pronoun(&app->talk);
    const float line = view_line_height(b, TYPE_LABEL), x = at.x + 24;
    char words[128];

    if (!b->folded && !titled(b, at.h))
        return;
    snprintf(words, sizeof words, "%c%s voice", toupper((unsigned char)who.own[0]),
             who.own + 1);
    const float w = view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK),
                                  (view_rect){x, at.y + 16, at.w / 3, line}, words);
    if (!b->folded)
        view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){x + w + 18, at.y + 16, at.w * .5f, line},
                      "height is loudness, roughness is strain, gaps are silence");
    if (b->folded) { /* the time and whose is whose are in the log */
        mood_word(app, b, (view_rect){x + w + 32, at.y + 16, at.w * .86f - w - 56, line});
        return;
    }
    if (roomy(b, at.h))
        view_put_line(b, TYPE_LABEL, view_ink_of(b, VIEW_INK2),
                      (view_rect){x, at.y + at.h - 14 - line, at.w / 3, line}, "Yours");
    const long seconds = app->session ? (long)(ear_session_tenths(app->session) / 10) : 0;
    snprintf(words, sizeof words, "%02ld:%02ld", seconds / 60, seconds % 60);
    view_put_line_end(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + at.w - 224, at.y + at.h - 14 - line, 200, line},
                      words);
}

void view_ribbon(view_app *app, view_build *b, view_rect at)
{
    view_mark marks[VIEW_MAX_MARKS];
    const size_t n = view_marks(marks, VIEW_MAX_MARKS, &app->talk, SPAN);
    const band line = band_of(b, at);
    gap free = {line.x, line.x + line.w};

    b->key = view_key("ribbon", 0);
    view_put_box(b, &(view_box_look){.rect = at,
                                     .radius = 18,
                                     .fill = view_ink_of(b, VIEW_STAGE_),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 0});
    frame_words(app, b, at);
    view_segment(b, (view_point){line.x, line.middle},
                 (view_point){at.x + at.w - 24, line.middle}, 1.2f,
                 view_ink_of(b, VIEW_EDGE));
    for (size_t i = n; i > 0; i--) { /* the newest words before older ones */
        b->key = view_key("voice", (uint32_t)i - 1);
        free.from = own_end(&line, marks, i - 1);
        free.to = put_mark(app, b, &line, &marks[i - 1], &free);
    }
    view_fill_box(b, (view_rect){line.x + line.w, at.y + 20, 3, at.h - 36}, 1.5f,
                  view_ink_of(b, VIEW_ACCENT));
    const float h = view_line_height(b, TYPE_LABEL);
    const float y = b->folded ? at.y + at.h - 10 - h : at.y + 16; /* above is a door */
    view_put_line(b, TYPE_MARK_LABEL, view_ink_of(b, VIEW_ACCENT),
                  (view_rect){line.x + line.w + 10, y, at.w * .09f, h}, "now");
}
