#ifndef EARSHOT_CLI_REPORT_ROWS_H
#define EARSHOT_CLI_REPORT_ROWS_H

/* From the history (or from journals) to the rows that reports are made of. */

#include "base/arena.h"
#include "report/group.h"
#include "report/names.h"
#include "store/history.h"

typedef struct cli_rows {
    base_arena arena;         /* texts */
    report_names runs;        /* ids: sessions[i] is runs.at[i] */
    report_session *sessions; /* owned, in the order in which they were begun */
    size_t session_count, session_room;
    report_skill *skills; /* owned */
    size_t skill_count, skill_room;
    report_group *group; /* told of every turn and sign; NULL */
    base_bytes *turns;   /* turns.csv, its header in it; NULL: not wanted */
    bool nameless;       /* leave names out */
    bool failed;         /* out of memory */
} cli_rows;

/* Adds everything that fits. */
ear_status cli_rows_read(cli_rows *rows, store_history *history,
                         const store_filter *filter, ear_error *err);
/* Adds an ended run as its journal tells it. */
void cli_rows_add(cli_rows *rows, const store_run *run);
void cli_rows_release(cli_rows *rows);

#endif
