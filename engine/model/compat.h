#ifndef EARSHOT_MODEL_COMPAT_H
#define EARSHOT_MODEL_COMPAT_H

/*
 * What an edit of a scenario breaks for those who used it before: runs under way, which
 * are replayed by ids and compared state by state; translations, which go by ids; tests.
 * Two scenarios in, a list out. What can be told from the data is told; what Lua
 * functions do is not looked at.
 */

#include "base/arena.h"
#include "base/bytes.h"
#include "model/scenario.h"

#include <stdbool.h>

typedef enum model_change_kind {
    MODEL_CHANGE_GONE,  /* there is no such id; `now` is what it seems to be called now */
    MODEL_CHANGE_MOVED, /* in another moment or another choice, or another start */
    MODEL_CHANGE_RANGE, /* the least or most of a meter */
    MODEL_CHANGE_START, /* where a meter starts */
    MODEL_CHANGE_ADDED, /* a meter or rule that was not there: every state differs */
    MODEL_CHANGE_EFFECT,  /* it does something else */
    MODEL_CHANGE_ROAD,    /* it leads elsewhere, or is on offer at other times */
    MODEL_CHANGE_RENAMED, /* a `renamed` that older runs need was taken away */
    MODEL_CHANGES
} model_change_kind;

#define MODEL_BREAKS_RUNS         1u
#define MODEL_BREAKS_TRANSLATIONS 2u

/* Texts are owned by the list. */
typedef struct model_change {
    model_change_kind kind;
    unsigned breaks;     /* MODEL_BREAKS_... */
    const char *thing;   /* "moment", "reply", ...; static */
    const char *id;      /* as it was; of what was added, as it is */
    const char *now;     /* as it is; NULL: nothing is like it */
    const char *message; /* one sentence */
    const char *hint;    /* one next step; "" */
    bool in_old;         /* `place` is in the old edition */
    model_place place;
    bool rename; /* `id` = `now` belongs into `renamed`; the ids derived from it follow */
} model_change;

typedef struct model_changes {
    base_arena arena;
    model_change *at; /* owned; in the order of their places, the old edition's last */
    size_t count, room;
    bool failed; /* out of memory: some change is missing */
} model_changes;

/* The caller releases *out with model_changes_release(). EAR_E_NOMEM is the only failure.
 */
ear_status model_compat(model_changes *out, const ear_scenario *old,
                        const ear_scenario *now, ear_error *err);
void model_changes_release(model_changes *changes);

/* Appends `renamed { ... }` as Lua, with every rename of the list; nothing when there is
 * none. Pasted into the new edition, it answers for all that is gone and has a `now`. */
bool model_changes_renamed(base_bytes *out, const model_changes *changes);

#endif
