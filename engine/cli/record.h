#ifndef EARSHOT_CLI_RECORD_H
#define EARSHOT_CLI_RECORD_H

/*
 * The record of a run while it is played: listens to its events, and has its journal
 * (store/journal.h) on the disk before the next choice is offered. The same for the
 * stream, the terminal and the window:
 *
 *     sink = cli_record_sink(record, sink)          everything is heard and passed on
 *     ear_session_...(session, &sink)
 *     cli_record_settle(record, status)             what came of it is a line now
 *     cli_record_wait(record)                       ... and is on the disk
 *
 * NULL is a record of nothing (--no-save): every call then does what it would without.
 */

#include "cli/load.h"
#include "store/run.h"

#include <earshot/session.h>

typedef struct cli_record cli_record;

/* What is played. Borrowed: outlives the record. */
typedef struct cli_recorded {
    const cli_loaded *loaded;
    ear_session *session; /* not begun */
    uint64_t seed;
    const char *from, *set, *learner; /* NULL; copied */
    bool assess;
} cli_recorded;

/* The caller releases *out with cli_record_close(). */
ear_status cli_record_new(cli_record **out, const cli_recorded *recorded, ear_error *err);

/* Hears an event; for whoever passes them on otherwise. NULL is fine. */
void cli_record_hear(cli_record *record, const ear_event *event);
/* Passes events on to `inner` (copied; its user outlives the record or the next call). */
ear_sink cli_record_sink(cli_record *record, ear_sink inner);

/*
 * The run was begun and played up to `replay` again: goes on with its journal. What of it
 * did not hold stays in the file until something new is played. EAR_E_STATE: another
 * program is playing it.
 */
ear_status cli_record_continue(cli_record *record, const store_run *run,
                               const store_replay *replay, ear_error *err);

/* A call that plays is over, with this status. */
void cli_record_settle(cli_record *record, ear_status status);
/* Before settling: the notice that was asked last got this answer (from 0); the last
 * reply was taken back. */
void cli_record_noticed(cli_record *record, size_t option);
void cli_record_took_back(cli_record *record);
/* After the end. */
void cli_record_rated(cli_record *record, uint32_t heard);
void cli_record_next(cli_record *record, const char *words);
void cli_record_reflected(cli_record *record, const char *question, const char *answer);

/* Waits until it is on the disk. False: it is not, for the first time; *err says why in a
 * whole sentence. */
bool cli_record_wait(cli_record *record, ear_error *err);
/* Whether there is nothing to wait for. */
bool cli_record_idle(cli_record *record);
/* Whether something is kept of a run that has not ended. */
bool cli_record_unfinished(cli_record *record);
/* Whether the run has ended. NULL has not. */
bool cli_record_ended(const cli_record *record);
/* Says it on stderr, when there is trouble. */
void cli_record_wait_said(cli_record *record);
/* Waits, and releases; the history is told of a run that ended. */
void cli_record_close(cli_record *record);

/* Its id; "" when nothing is kept (yet). */
store_run_id cli_record_id(cli_record *record);

/* DATA/earshot, and runs in it. False: there is no home folder. */
bool cli_record_folder(char *out, size_t room);
/* Reads the run that a person named: a file, an id, or how only one id begins. As
 * store_run_read(). */
ear_status cli_run_named(store_run **out, const char *name, ear_error *err);
/* The texts of the pack as they are. In the pack's order; the caller frees with free().
 * NULL: no memory. */
store_stamp *cli_record_stamps(const cli_pack *pack);
/* "/home/ann/packs/basics#kettle": where to find the scenario again. */
void cli_record_path(base_bytes *out, const cli_loaded *loaded);

#endif
