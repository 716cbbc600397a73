/* A chat as bubbles, cues between them: as much of its end as there is room for. */
#include "model/words.h"
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define WIDEST     520.f
#define ENTER_MS   200
#define ENTER_RISE 8.f
/* Before a name in a sentence of ours: it is read from the left whatever the name is. */
#define LEFT_TO_RIGHT "\u200E"
/* Minutes after midnight when every chat begins. */
#define CHAT_BEGINS (14 * 60 + 2)

static float widest(const view_build *b, float width)
{
    return fminf(width,
                 b->folded ? width * .78f + 60 : WIDEST * fmaxf(1, b->type * .95f));
}

static view_label words(const view_build *b, const talk_entry *entry, float width)
{
    return (view_label){
        .type = TYPE_BUBBLE,
        .color = view_ink_of(b, entry->kind == TALK_REPLY ? VIEW_ON_YOU : VIEW_INK),
        .at = {0, 0, widest(b, width) - 36, 0},
        .markup = true,
        .text = entry->text};
}

/* Whose bubble it is stands above the first of a row of them. */
static bool named(const talk_entry *entry, const talk_entry *before)
{
    if (entry->kind != TALK_LINE)
        return false;
    return !before || before->kind != TALK_LINE || strcmp(before->who, entry->who) != 0;
}

static bool is_seen(const view_app *app, const view_build *b, const talk_entry *entry)
{
    const bool sign = entry->kind == TALK_CUE || entry->kind == TALK_SILENCE;

    if (entry->taken)
        return false;
    if (sign && b->folded && (size_t)(entry - app->talk.entries) >= app->above)
        return false;
    if (entry->kind == TALK_INFO)
        return b->folded;
    return sign || entry->kind == TALK_LINE || entry->kind == TALK_REPLY;
}

static bool is_bubble(const talk_entry *entry)
{
    return (entry->kind == TALK_LINE || entry->kind == TALK_REPLY) && !entry->hold;
}

static float cue_height(view_build *b, const talk_entry *entry, float width)
{
    char words_of[64];
    const char *text = entry->text;

    if (entry->kind == TALK_SILENCE) {
        view_silence_words(words_of, sizeof words_of, entry->tenths);
        text = words_of;
    }
    return fmaxf(26, view_para_height(b, TYPE_CUE, width - 40, text)) + 4;
}

static float entry_height(view_build *b, const talk_entry *entry,
                          const talk_entry *before, float width)
{
    if (entry->kind == TALK_CUE || entry->kind == TALK_SILENCE ||
        entry->kind == TALK_INFO)
        return cue_height(b, entry, width);
    if (entry->hold)
        return cue_height(b, entry, width);
    const view_label label = words(b, entry, width);
    const float name = named(entry, before) ? view_line_height(b, TYPE_SMALL) + 6 : 0;

    return name + view_text_size(b, &label).y + 22 + 12;
}

void view_silence_words(char *out, size_t room, uint32_t tenths)
{
    const double seconds = tenths / 10.0;

    snprintf(out, room, "%g second%s, nothing", seconds, tenths == 10 ? "" : "s");
}

view_icon view_cue_icon(const talk_entry *cue)
{
    if (cue->kind == TALK_SILENCE || cue->kind == TALK_REPLY)
        return ICON_SILENCE;
    if (cue->kind == TALK_INFO)
        return ICON_BOX;
    if (strstr(cue->text, "delete") || strcmp(cue->word, "deleted") == 0)
        return ICON_DELETED;
    if (strstr(cue->text, "typ") || strcmp(cue->word, "typing") == 0)
        return ICON_TYPING;
    if (strstr(cue->text, "silen") || strstr(cue->text, "nothing"))
        return ICON_SILENCE;
    return ICON_EYE;
}

static void put_cue(view_build *b, const talk_entry *entry, view_rect at)
{
    const bool fact = entry->kind == TALK_INFO;
    const view_color color = view_ink_of(b, fact ? VIEW_INK2 : VIEW_CUE);
    const float line = fmaxf(26, view_line_height(b, TYPE_CUE));
    char said[64];
    const char *text = entry->text;

    if (entry->kind == TALK_SILENCE) {
        view_silence_words(said, sizeof said, entry->tenths);
        text = said;
    }
    view_put_icon(b, view_cue_icon(entry), (view_point){at.x + 16, at.y + line / 2},
                  20 * fminf(b->type, 1.5f), color);
    const float gap = 36 * fminf(b->type, 1.3f);
    view_put_para(b, fact ? TYPE_TEXT : TYPE_CUE, color,
                  (view_rect){at.x + gap,
                              at.y + (line - view_line_height(b, TYPE_CUE)) / 2,
                              at.w - gap, 0},
                  text);
}

/* "Priya  14:02": the clock of the scenario, which is the same in every run. */
static void name_and_time(char *out, size_t room, const talk_entry *entry)
{
    const uint32_t minute = CHAT_BEGINS + entry->minute;
    char who[64];

    view_short_name(who, sizeof who, entry->who);
    snprintf(out, room, LEFT_TO_RIGHT "%s  %02u:%02u", who, (unsigned)(minute / 60 % 24),
             (unsigned)(minute % 60));
}

static void put_bubble(view_build *b, const talk_entry *entry, view_rect at, bool name)
{
    const bool own = entry->kind == TALK_REPLY;
    view_label label = words(b, entry, at.w);
    const view_point size = view_text_size(b, &label);
    char who[96];

    if (name) {
        const float h = view_line_height(b, TYPE_SMALL);
        name_and_time(who, sizeof who, entry);
        view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x, at.y, at.w, h}, who);
        at.y += h + 6;
    }
    const float w = size.x + 36;
    const view_rect box = {own ? at.x + at.w - w : at.x, at.y, w, size.y + 22};
    view_box_look look = {.rect = box,
                          .radius = 16,
                          .corner = own ? 3 : 4,
                          .square = 2,
                          .fill = view_ink_of(b, own ? VIEW_YOU : VIEW_SURFACE),
                          .shadow = !own};

    if (b->theme->outlined && !own) {
        look.stroke = view_ink_of(b, VIEW_EDGE);
        look.stroke_width = 2;
    }
    view_put_box(b, &look);
    label.at.x = box.x + 18;
    label.at.y = box.y + 11;
    const text_paragraph *paragraph = view_paragraph(b, &label);
    if (paragraph && paragraph->rtl) /* it stands at the right of what it was laid in */
        label.at.x -= label.at.w - size.x;
    view_put_text(b, &label);
}

/* How far an entry has come in: 0 .. 1. */
static float entered(view_app *app, view_build *b, const talk_entry *entry)
{
    const int64_t age = app->talk.clock - entry->shows;

    if (b->still || age >= ENTER_MS || age < 0)
        return 1;
    view_wake(b, app->now + 16, true);
    const float t = (float)age / ENTER_MS;
    return 1 - (1 - t) * (1 - t);
}

static void put_entry(view_app *app, view_build *b, const talk_entry *entry, view_rect at,
                      bool name)
{
    const float in = entered(app, b, entry);

    b->key = view_key("said", (uint32_t)(entry - app->talk.entries));
    if (in < 1)
        view_group_begin(b, b->key, in, (1 - in) * ENTER_RISE, false);
    if (is_bubble(entry))
        put_bubble(b, entry, at, name);
    else
        put_cue(b, entry, at);
    if (in < 1)
        view_group_end(b);
}

/* Who spoke last before entry `i`. */
static const talk_entry *spoke_before(const view_app *app, size_t i)
{
    while (i > 0) {
        const talk_entry *entry = &app->talk.entries[--i];
        if (!entry->taken && (entry->kind == TALK_LINE || entry->kind == TALK_REPLY))
            return entry;
    }
    return NULL;
}

/* Who is typing; NULL: nobody. */
static const char *typing(const view_app *app)
{
    const talk_entry *now = view_talk_current(&app->talk);

    if (now && now->shows > app->talk.clock)
        return now->who;
    return view_talk_writes_on(&app->talk) ? view_talk_customer(&app->talk) : NULL;
}

static float typing_height(const view_app *app, const view_build *b)
{
    return typing(app) ? fmaxf(38, view_line_height(b, TYPE_TEXT) + 10) + 12 : 0;
}

static void put_typing(view_app *app, view_build *b, view_rect at)
{
    const float h = typing_height(app, b) - 12;
    char who[64], text[96];

    b->key = view_key("typing", 0);
    view_short_name(who, sizeof who, typing(app));
    snprintf(text, sizeof text, LEFT_TO_RIGHT "%s is typing", who);
    const view_rect box = {at.x, at.y, 74, h};
    view_card(b, box, 16);
    view_put_icon(b, ICON_TYPING, (view_point){box.x + 37, box.y + h / 2 + 1}, 30,
                  view_ink_of(b, VIEW_INK2));
    view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x + 88, at.y, at.w - 90, h}, text);
}

float view_bubbles_least(view_app *app, view_build *b, float width)
{
    for (size_t i = app->talk.told; i > 0; i--)
        if (is_seen(app, b, &app->talk.entries[i - 1]))
            return entry_height(b, &app->talk.entries[i - 1], NULL, width) + 8;
    return 40;
}

/* A little more air above a bubble that follows a cue. */
static float air(const view_app *app, const view_build *b, size_t i)
{
    if (!is_bubble(&app->talk.entries[i]))
        return 0;
    while (i > 0) {
        const talk_entry *before = &app->talk.entries[--i];
        if (is_seen(app, b, before))
            return is_bubble(before) ? 0 : 6;
    }
    return 0;
}

float view_bubbles(view_app *app, view_build *b, view_rect at)
{
    const float writes = typing_height(app, b);
    float used = writes; /* the last one's own gap of 12 may hang over */
    size_t first = app->talk.told;

    for (size_t i = app->talk.told; i > 0; i--) {
        const talk_entry *entry = &app->talk.entries[i - 1];
        if (!is_seen(app, b, entry))
            continue;
        const float h =
            entry_height(b, entry, spoke_before(app, i - 1), at.w) + air(app, b, i - 1);
        if (used + h > at.h + 12 && first < app->talk.told)
            break;
        used += h;
        first = i - 1;
    }
    float y = at.y;
    for (size_t i = first; i < app->talk.told; i++) {
        const talk_entry *entry = &app->talk.entries[i];
        const talk_entry *before = spoke_before(app, i);
        if (!is_seen(app, b, entry))
            continue;
        y += i > first ? air(app, b, i) : 0;
        put_entry(app, b, entry, (view_rect){at.x, y, at.w, 0}, named(entry, before));
        y += entry_height(b, entry, before, at.w);
    }
    if (writes > 0)
        put_typing(app, b, (view_rect){at.x, y, at.w, 0});
    return y + writes - at.y;
}

void view_short_name(char *out, size_t room, const char *name)
{
    snprintf(out, room, "%.*s", (int)model_first_name(name), name);
}

void view_initials(char *out, size_t room, const char *name)
{
    size_t n = 0;

    for (const char *c = name; *c && n < 2 && room > 5 * (n + 1);) {
        size_t length = 1;
        while ((c[length] & 0xC0) == 0x80)
            length++;
        if (n > 0 && (unsigned char)*c >= 0xF0) /* a flag or a flower, no name */
            break;
        memcpy(out, c, length);
        out += length;
        room -= length;
        n++;
        c += strcspn(c, " ");
        c += strspn(c, " ");
    }
    *out = '\0';
}
