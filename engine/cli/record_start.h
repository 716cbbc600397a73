#ifndef EARSHOT_CLI_RECORD_START_H
#define EARSHOT_CLI_RECORD_START_H

/* What a journal is told of how a run begins. Between record.c and this. */

#include "base/bytes.h"
#include "cli/record.h"

typedef struct cli_start {
    store_start start; /* with the pack as it is now; without values, hash and moment */
    base_bytes path;   /* what it borrows */
    store_stamp *stamps;
} cli_start;

/* Caller releases with cli_start_release(), also after a failure. EAR_E_NOMEM. */
ear_status cli_start_make(cli_start *out, const cli_recorded *of, ear_error *err);
void cli_start_release(cli_start *start);

#endif
