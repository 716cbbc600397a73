#include "view/marks.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BETWEEN    2.5f /* seconds from one mark to the next */
#define A_WORD     .9f  /* width of a word that was sent, as time */
#define UNTOLD_CUE 5.f

uint32_t view_count_words(const char *text)
{
    uint32_t n = 0;
    bool in = false;

    for (const char *c = text; *c; c++) {
        if (strncmp(c, "[beat]", 6) == 0)
            c += 5;
        else if (*c == ' ' || *c == '\n')
            in = false;
        else if (!in)
            in = true, n++;
    }
    return n;
}

/* The number before "second" or "s" in a cue: "typed for 20 seconds". */
static float seconds_in(const char *text)
{
    for (const char *c = text; *c; c++) {
        char *end;
        if (!isdigit((unsigned char)*c))
            continue;
        const long n = strtol(c, &end, 10);
        while (*end == ' ')
            end++;
        if (*end == 's' && n > 0)
            return fminf(30, (float)n);
        c = end > c ? end - 1 : c;
    }
    return UNTOLD_CUE;
}

static bool is_deleted(const talk_entry *cue)
{
    return strcmp(cue->word, "deleted") == 0 || strstr(cue->text, "delete");
}

static bool is_typing(const talk_entry *cue)
{
    return strcmp(cue->word, "typing") == 0 || strstr(cue->text, "typing") ||
           strstr(cue->text, "types");
}

static void cue_mark(view_mark *mark, const talk_entry *cue)
{
    mark->to = seconds_in(cue->text);
    if (is_deleted(cue)) {
        mark->kind = MARK_DELETED;
        snprintf(mark->label, sizeof mark->label, "typed, then deleted");
    } else if (is_typing(cue)) {
        mark->kind = MARK_TYPING;
        snprintf(mark->label, sizeof mark->label, "typing");
    } else {
        mark->kind = MARK_SIGN;
        snprintf(mark->label, sizeof mark->label, "%s", cue->text);
    }
}

static void words_mark(view_mark *mark, const talk_entry *entry, mark_kind kind)
{
    const uint32_t words = view_count_words(entry->text);

    mark->kind = kind;
    mark->to = fminf(14, fmaxf(2.6f, A_WORD * (float)words));
    snprintf(mark->label, sizeof mark->label, "%u word%s", (unsigned)words,
             words == 1 ? "" : "s");
}

/* Fills `to` with how long it lasted; false: no mark. */
static bool mark_of(view_mark *mark, const talk_entry *entry)
{
    mark->entry = entry;
    if (entry->kind == TALK_LINE) {
        words_mark(mark, entry, MARK_SENT);
    } else if (entry->kind == TALK_REPLY && !entry->hold) {
        words_mark(mark, entry, MARK_OWN);
    } else if (entry->kind == TALK_CUE) {
        cue_mark(mark, entry);
    } else if (entry->kind == TALK_SILENCE || entry->kind == TALK_REPLY) {
        const float s = entry->tenths ? (float)entry->tenths / 10 : 5;
        mark->kind = MARK_QUIET;
        mark->to = fminf(20, s + 2);
        snprintf(mark->label, sizeof mark->label, "%g s", (double)s);
    } else {
        return false;
    }
    return true;
}

static size_t typing_now(view_mark *out, const view_talk *talk, float *back)
{
    const talk_entry *now = view_talk_current(talk);
    const bool on = view_talk_writes_on(talk);

    if (!on && (!now || now->shows <= talk->clock))
        return 0;
    const float seconds = on ? 5 : fmaxf(2.5f, (float)(talk->clock - now->begins) / 1000);
    *out = (view_mark){.kind = MARK_TYPING, .from = -seconds - 1, .to = -1, .entry = now};
    snprintf(out->label, sizeof out->label, "typing");
    *back -= seconds + 1;
    return 1;
}

size_t view_marks(view_mark *out, size_t room, const view_talk *talk, float span)
{
    float back = -1;
    size_t n = typing_now(out, talk, &back);

    if (n)
        back -= BETWEEN;
    for (size_t i = talk->told; i > 0 && n < room && back > -span; i--) {
        const talk_entry *entry = &talk->entries[i - 1];
        view_mark mark;

        memset(&mark, 0, sizeof mark);
        if (entry->taken || !mark_of(&mark, entry))
            continue;
        const float lasted = mark.to;
        mark.to = back;
        mark.from = back - lasted;
        if (mark.from < -span)
            break;
        back = mark.from - BETWEEN;
        out[n++] = mark;
    }
    for (size_t i = 0; i < n / 2; i++) {
        const view_mark other = out[i];
        out[i] = out[n - 1 - i];
        out[n - 1 - i] = other;
    }
    return n;
}
