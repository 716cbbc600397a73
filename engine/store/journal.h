#ifndef EARSHOT_STORE_JOURNAL_H
#define EARSHOT_STORE_JOURNAL_H

/*
 * A run on the disk, as it is played: a file of lines that is only ever added to.
 *
 *     3f0c9a12 187 {"n":2,"event":"reply","id":"opening/i-see", ...}
 *
 * the CRC-32 (as in zip and PNG) of the JSON in eight hexadecimal digits, a blank, how
 * many bytes the JSON has, a blank, the JSON, a newline. `n` counts the lines from 1.
 * What each event says is in scripts/REFERENCE.md.
 *
 * The file appears with the first thing that is worth keeping (a reply, an answer): a
 * talk that was looked at and left leaves nothing. Every line is written and synced by a
 * thread of the journal's own; store_journal_wait() is called before the next choice is
 * offered. A write that fails is told once and tried again with the next line, from the
 * last place known to be safe; play goes on.
 */

#include "base/bytes.h"

#include <earshot/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STORE_RUN_FORMAT  1  /* of journals */
#define STORE_RUN_ID_MOST 40 /* bytes of a run's id, with its NUL */

/* "2026-11-27-132305123-k3f9q2": when it began, in a form that sorts (a clock that was
 * set back does not change the order), and chance. The file is ID.run. */
typedef struct store_run_id {
    char text[STORE_RUN_ID_MOST];
} store_run_id;

/* A text of the pack as it was. */
typedef struct store_stamp {
    const char *name;
    uint64_t hash; /* base_hash, seed 0 */
} store_stamp;

/* A meter (number) or flag (0, 1) after something happened. */
typedef struct store_value {
    const char *id;
    int32_t value;
    bool flag;
} store_value;

typedef struct store_values {
    const store_value *at;
    size_t count;
} store_values;

/* How a run began. Texts NULL or "": there is none. */
typedef struct store_start {
    const char *engine;   /* its version */
    const char *pack;     /* id; "": a scenario file alone */
    const char *version;  /* of the pack */
    const char *scenario; /* id */
    const char *title;    /* of the scenario */
    const char *path;     /* absolute: PATH or PATH#scenario */
    const char *learner;  /* a name or a code */
    const char *from;     /* as given with --from, --set */
    const char *set;
    uint64_t seed;
    bool assess;
    int64_t wall; /* ms since 1970, as the clock said */
    const store_stamp *files;
    size_t file_count;
    store_values values; /* at the first choice: every meter, every flag that is up */
    uint64_t hash;       /* of the state there: ear_session_hash() */
    const char *moment;  /* where it stands */
} store_start;

typedef struct store_reply {
    const char *id;
    uint64_t hash;       /* of the state after it */
    const char *moment;  /* where it led */
    store_values values; /* what it changed */
} store_reply;

/* --- what a run came to: enough for the history without the pack -------------------- */

typedef struct store_figure {
    const char *id, *label, *unit;
    int64_t tenths;
    double least, most; /* its range; NAN: open */
    bool lower_is_better;
} store_figure;

typedef struct store_skill {
    const char *id, *label;
    int32_t points, possible; /* possible < 0: not known */
} store_skill;

typedef struct store_cue {
    const char *text;
    uint32_t turn; /* replies given when it was shown */
    bool caught;
} store_cue;

typedef struct store_notice {
    const char *question;
    uint32_t turn;
    uint32_t option;    /* from 0: what was answered */
    const char *answer; /* in words */
    int32_t right;      /* 1, 0; -1: none is right */
} store_notice;

typedef struct store_turn {
    uint32_t turn;      /* from 1 */
    const char *moment; /* where the choice stood */
    const char *choice; /* id of the first reply written in it: says which choice it is */
    const char *reply;  /* id */
    const char *said;   /* its words */
    const char *intent; /* NULL */
    const char *thinks; /* what she made of it; NULL */
    const char *why;
    int32_t before; /* where the curve stood: sim/mood.h `ease`, millionths */
    int32_t after;
    int32_t rating;             /* 1 to 4; 0: not known */
    const char *const *offered; /* ids, as offered */
    size_t offered_count;
    store_values values; /* every meter after it */
} store_turn;

typedef struct store_end {
    const char *outcome; /* id */
    const char *title;
    const char *rating; /* "strong" "mixed" "weak" */
    uint32_t turns;
    uint64_t tenths; /* simulated */
    int64_t wall;
    uint64_t hash;
    int32_t ease_at_start; /* millionths, as in the turns */
    int32_t ease;
    int32_t heard;    /* how heard she felt, 1 to 7, in tenths; 0: not known */
    int32_t outcomes; /* how many the scenario has */
    const store_figure *figures;
    size_t figure_count;
    const store_skill *skills;
    size_t skill_count;
    const store_cue *cues;
    size_t cue_count;
    const store_notice *notices;
    size_t notice_count;
    const store_turn *turn; /* those that stand */
    size_t turn_count;
} store_end;

/* --- writing ------------------------------------------------------------------------ */

/* One thread plays, the journal's own thread writes. */
typedef struct store_journal store_journal;

/*
 * `folder`: where runs are kept; made when the first line is. Everything is copied.
 * The caller releases *out with store_journal_close().
 */
ear_status store_journal_begin(store_journal **out, const char *folder,
                               const store_start *start, ear_error *err);

struct store_run;
/*
 * Goes on with a run that was read. EAR_E_STATE: another program is playing it. `keep`:
 * lines up to this `n` hold, what comes after them in the file is passed over by whoever
 * reads it again; `start` (may be NULL): the pack it goes on with, when that has changed.
 * Nothing is written before the first addition, but a torn end is cut off, and a damaged
 * file is kept beside it as ID.damaged.
 */
ear_status store_journal_continue(store_journal **out, const struct store_run *run,
                                  size_t keep, const store_start *start, ear_error *err);

/* Each adds a line and returns at once. `journal` may be NULL (--no-save). */
void store_journal_reply(store_journal *journal, const store_reply *reply);
void store_journal_notice(store_journal *journal, uint32_t option, uint64_t hash);
void store_journal_back(store_journal *journal, uint64_t hash);
void store_journal_end(store_journal *journal, const store_end *end);
/* After the end: how heard the trainee thinks she felt (1 to 7); what to try next. */
void store_journal_rated(store_journal *journal, uint32_t heard);
void store_journal_next(store_journal *journal, const char *words);

/*
 * Waits until everything added is on the disk. False: it is not, and *err says why. Each
 * trouble is told once: later calls are true although lines are waiting, until they are
 * safe again and something else fails.
 */
bool store_journal_wait(store_journal *journal, ear_error *err);
/* Is all that was added on the disk, or in trouble? Never waits. */
bool store_journal_idle(store_journal *journal);
/* The run's id; "" before its first line is on the disk. */
store_run_id store_journal_id(store_journal *journal);
/* Waits and releases. False: as store_journal_wait(). NULL is fine. */
bool store_journal_close(store_journal *journal, ear_error *err);

#endif
