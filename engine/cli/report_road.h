#ifndef EARSHOT_CLI_REPORT_ROAD_H
#define EARSHOT_CLI_REPORT_ROAD_H

/* The road not taken: the best way on from the first reply that cost something. */

#include "cli/load.h"
#include "prove/value.h"
#include "report/run.h"

typedef struct cli_road {
    report_road road;
    bool found;         /* there is a road to tell of */
    prove_work work;    /* the value borrows it: this does not move */
    prove_value *value; /* owned; what the road borrows from */
    int32_t *ease;      /* owned */
} cli_road;

/*
 * Looks for it: at the first turn after which the customer was less at ease, and where
 * the best way on begins with another reply than was given. `record` is what the score
 * was made of. The caller calls cli_road_release() either way. EAR_E_NOMEM; whatever else
 * keeps it from being found is no error.
 */
ear_status cli_road_find(cli_road *out, const cli_loaded *loaded,
                         const sim_record *record, const sim_score *score,
                         ear_error *err);
void cli_road_release(cli_road *road);

#endif
