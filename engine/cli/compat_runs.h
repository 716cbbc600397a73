#ifndef EARSHOT_CLI_COMPAT_RUNS_H
#define EARSHOT_CLI_COMPAT_RUNS_H

/*
 * Runs that a player could have saved in the old edition, carried on in the new one as a
 * journal would be: reply by reply, each by its id, each with the hash of the state after
 * it. What the data cannot tell (Lua functions) shows here.
 */

#include "cli/load.h"

#define CLI_COMPAT_RUNS  200u /* that are played, any reply as likely as another */
#define CLI_COMPAT_STOPS 8u   /* replies that are named */

/* A reply at which runs stop short. */
typedef struct cli_compat_stop {
    const char *reply; /* id; borrowed from the old scenario */
    unsigned runs;
    bool state; /* it can be given, and leads to another state; else it is not on offer */
} cli_compat_stop;

typedef struct cli_compat_runs {
    unsigned played, carried;
    cli_compat_stop stops[CLI_COMPAT_STOPS];
    size_t stop_count;
} cli_compat_runs;

/* EAR_E_NOMEM is the only failure. */
ear_status cli_compat_play(cli_compat_runs *out, const cli_loaded *old,
                           const cli_loaded *now, ear_error *err);

#endif
