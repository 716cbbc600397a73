#ifndef EARSHOT_STORE_HISTORY_H
#define EARSHOT_STORE_HISTORY_H

/*
 * What ended runs came to, in a database that can be asked: data/history.sqlite. It holds
 * nothing that the journals do not say (run.h), and is made from them at any time. Kept
 * apart, in data/reflections.sqlite, is what people wrote for themselves: nothing else
 * reads it, and it leaves the computer only when its writer is exported.
 *
 * Any number of programs may have a history open. `data` is the user's data folder; runs
 * are in data/runs. Names and words are data, never SQL.
 */

#include "store/run.h"

#include <earshot/error.h>

typedef struct store_history store_history;

/*
 * Opens the history, makes it if there is none, and brings an older one up to date (a
 * copy is kept beside it). The caller releases *out with store_history_close().
 *   EAR_E_FORMAT  it is from a newer Earshot, or damaged: `earshot runs --rebuild` makes
 * it anew EAR_E_IO      the disk refused, or another program kept it busy
 */
ear_status store_history_open(store_history **out, const char *data, ear_error *err);
void store_history_close(store_history *history); /* NULL is fine */

/* Puts an ended run in, or in the place of what was known of it; one that has not ended
 * is left out. */
ear_status store_history_take(store_history *history, const store_run *run,
                              ear_error *err);
/* Takes every ended journal of data/runs that is not in yet. `taken` may be NULL. */
ear_status store_history_catch_up(store_history *history, size_t *taken, ear_error *err);
/* Every unfinished run that fits, newest first, as store_run_each_unfinished(): those
 * that were there when it last caught up. Ended ones are known here and need not be read.
 */
ear_status store_history_unfinished(store_history *history, const store_which *which,
                                    store_run_seen *each, void *user, ear_error *err);
/* Forgets everything and takes every journal, all or nothing. A damaged history is put
 * aside as history.sqlite.damaged; so this one opens by itself. */
ear_status store_history_rebuild(const char *data, size_t *taken, ear_error *err);

/* --- asking ----------------------------------------------------------------------------
 * Rows come to a callback, texts borrowed until it returns; false stops. Absent texts are
 * NULL. */

/* Which runs; NULL and 0: any. */
typedef struct store_filter {
    const char *run; /* id */
    const char *learner;
    const char *pack; /* id; "": scenario files alone */
    const char *scenario;
    const char *path;  /* of the scenario, where the pack has no id */
    int64_t since;     /* ms since 1970 */
    int64_t until;     /* before this */
    uint32_t most;     /* rows of store_history_runs() */
    bool newest_first; /* else in the order in which they were begun */
} store_filter;

typedef struct store_run_row {
    const char *id;
    const char *learner;
    const char *pack, *version, *scenario, *title, *path, *engine;
    const char *outcome, *outcome_title, *rating;
    int64_t started, ended; /* ms since 1970 */
    uint32_t turns;
    uint64_t tenths;
    uint64_t seed;
    uint32_t rated; /* 1 to 7; 0: not */
    uint32_t nth;   /* this learner's n-th run of this scenario, from 1; without a learner
                       0 */
    bool assess;
    int32_t ease_at_start, ease; /* millionths */
    int32_t heard;               /* the model's answer, tenths; 0: not known */
    int32_t outcomes;            /* how many the scenario had */
    const char *next;            /* what to try next */
    store_values meters;         /* at the end */
} store_run_row;

typedef struct store_figure_row {
    const store_run_row *run; /* id, learner, pack, version and scenario are filled in */
    store_figure figure;
} store_figure_row;

typedef struct store_skill_row {
    const store_run_row *run;
    store_skill skill;
} store_skill_row;

typedef struct store_turn_row {
    const store_run_row *run;
    store_turn turn; /* `offered`, too; without `values`, which only the run has */
} store_turn_row;

typedef struct store_cue_row {
    const store_run_row *run;
    store_cue cue;
} store_cue_row;

typedef struct store_notice_row {
    const store_run_row *run;
    store_notice notice;
} store_notice_row;

typedef bool store_run_each(void *user, const store_run_row *row);
typedef bool store_figure_each(void *user, const store_figure_row *row);
typedef bool store_skill_each(void *user, const store_skill_row *row);
typedef bool store_turn_each(void *user, const store_turn_row *row);
typedef bool store_cue_each(void *user, const store_cue_row *row);
typedef bool store_notice_each(void *user, const store_notice_row *row);

/* All of them run by run in the order of the filter, inside a run in playing order. */
ear_status store_history_runs(store_history *history, const store_filter *filter,
                              store_run_each *each, void *user, ear_error *err);
ear_status store_history_figures(store_history *history, const store_filter *filter,
                                 store_figure_each *each, void *user, ear_error *err);
ear_status store_history_skills(store_history *history, const store_filter *filter,
                                store_skill_each *each, void *user, ear_error *err);
ear_status store_history_turns(store_history *history, const store_filter *filter,
                               store_turn_each *each, void *user, ear_error *err);
ear_status store_history_cues(store_history *history, const store_filter *filter,
                              store_cue_each *each, void *user, ear_error *err);
ear_status store_history_notices(store_history *history, const store_filter *filter,
                                 store_notice_each *each, void *user, ear_error *err);

/* How many different outcomes of a scenario were reached. */
ear_status store_history_endings(store_history *history, const store_filter *filter,
                                 uint32_t *seen, ear_error *err);

/* What the learner (NULL: whoever has no name) chose last to try next time; *out is
 * malloc'ed, NULL: nothing. */
ear_status store_history_next(store_history *history, const char *learner, char **out,
                              ear_error *err);

/* --- a run, a person ---------------------------------------------------------------- */

/* Forgets the run: its journal, its rows, its reflections. EAR_E_NOT_FOUND. */
ear_status store_history_delete(store_history *history, const char *run, ear_error *err);
/* Copies every journal of `folder` into data/runs that is not there yet (by id), and
 * takes it. Where both have one, the longer is kept. */
typedef struct store_imported {
    size_t taken, known, refused; /* refused: no journals, or damaged from the start */
} store_imported;
ear_status store_history_import(store_history *history, const char *folder,
                                store_imported *out, ear_error *err);
/* Everything known of the learner, reflections and journals too, as one JSON object.
 * `runs` (may be NULL): of how many. */
ear_status store_history_export(store_history *history, const char *learner,
                                base_bytes *out, size_t *runs, ear_error *err);
/* Removes journals (also unfinished ones), rows and reflections of the learner; `runs`
 * (may be NULL): how many runs went. */
ear_status store_history_erase(store_history *history, const char *learner, size_t *runs,
                               ear_error *err);

/* --- reflections -------------------------------------------------------------------- */

typedef struct store_reflection {
    const char *run; /* id */
    const char *learner;
    const char *question, *answer;
    int64_t wall;
} store_reflection;
typedef bool store_reflection_each(void *user, const store_reflection *reflection);

/* In the place of an earlier answer to the same question of the same run. "" removes it.
 */
ear_status store_reflection_keep(const char *data, const store_reflection *reflection,
                                 ear_error *err);
/* `learner` NULL: of `run`; both given: both must fit. */
ear_status store_reflection_each_of(const char *data, const char *run,
                                    const char *learner, store_reflection_each *each,
                                    void *user, ear_error *err);

#endif
