#ifndef EARSHOT_MODEL_COMPAT_INTERNAL_H
#define EARSHOT_MODEL_COMPAT_INTERNAL_H

/* Between the parts of compat: who is who in two editions. Private to compat*.c. */

#include "model/compat.h"

/* Things that have a partner in the other edition. */
typedef enum compat_sort {
    COMPAT_METERS,
    COMPAT_FLAGS,
    COMPAT_SKILLS,
    COMPAT_INTENTS,
    COMPAT_MOMENTS,
    COMPAT_REPLIES,
    COMPAT_LINES,
    COMPAT_RULES,
    COMPAT_SORTS
} compat_sort;

/* How a thing of the old edition found its partner. */
typedef enum compat_how {
    COMPAT_NOBODY,
    COMPAT_BY_ID,   /* its id, or what `renamed` says */
    COMPAT_CARRIED, /* its moment (or reply) is guessed, and the rest of the id is the
                       same */
    COMPAT_GUESSED  /* it is like it */
} compat_how;

/* Whose counter a number is. */
typedef struct compat_owner {
    uint32_t sort; /* compat_sort; COMPAT_SORTS: nobody's */
    uint32_t index;
} compat_owner;

/* One edition. */
typedef struct compat_edition {
    const ear_scenario *scenario;
    compat_owner *counters;  /* owned */
    uint32_t *line_moment;   /* owned: LINES -> MOMENTS */
    model_place *line_place; /* owned: of each line */
} compat_edition;

typedef struct compat {
    compat_edition old, now;
    uint32_t *partner[COMPAT_SORTS]; /* old -> now; MODEL_NONE; owned */
    uint8_t *how[COMPAT_SORTS];      /* compat_how; owned */
    uint8_t *taken[COMPAT_SORTS];    /* now: it is somebody's partner; owned */
    model_changes *changes;
    bool failed; /* out of memory */
} compat;

uint32_t compat_count(const ear_scenario *scenario, compat_sort sort);
model_text compat_id(const ear_scenario *scenario, compat_sort sort, uint32_t index);
model_place compat_place(const compat_edition *edition, compat_sort sort, uint32_t index);
/* The moment that a line or reply belongs to. */
uint32_t compat_moment(const compat_edition *edition, compat_sort sort, uint32_t index);
const char *compat_word(const ear_scenario *scenario, compat_sort sort, uint32_t index);

/* compat_match.c: fills partner, how and taken. */
void compat_match(compat *c);
/* compat_guess.c: how much an old thing is like a new one; below MODEL_LIKE_OTHER it is
 * another. */
unsigned compat_likeness(compat *c, compat_sort sort, uint32_t old, uint32_t now);

/* compat_sign.c: what something does, as bytes that are equal when both do the same. Ids
 * of the old edition are written as their partners. */
typedef enum compat_part {
    COMPAT_MOOD,
    COMPAT_SET,
    COMPAT_POINTS,
    COMPAT_INTENT,
    COMPAT_WHEN,
    COMPAT_GO,
    COMPAT_VISIT,
    COMPAT_AGAIN,
    COMPAT_FADES,
    COMPAT_PARTS
} compat_part;
void compat_sign_reply(base_bytes *out, compat *c, bool old, uint32_t reply,
                       compat_part part);
void compat_sign_rule(base_bytes *out, compat *c, bool old, uint32_t rule,
                      compat_part part);
void compat_sign_intent(base_bytes *out, compat *c, bool old, uint32_t intent,
                        compat_part part);
/* What a moment does between its replies. */
void compat_sign_moment(base_bytes *out, compat *c, bool old, uint32_t moment);

/* compat_differ.c: things that have a partner and differ from it. */
void compat_differ(compat *c);

/* compat_changes.c: adds a change, with copies of its texts; the message as printf. Out
 * of memory: changes->failed. */
void compat_tell(compat *c, model_change what, const char *fmt, ...) BASE_PRINTF(3, 4);
/* The new edition's places first, in reading order. */
void compat_sort_changes(model_changes *list);

#endif
