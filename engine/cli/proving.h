#ifndef EARSHOT_CLI_PROVING_H
#define EARSHOT_CLI_PROVING_H

/* What commands that play all runs, or many, share: helpers for their threads, options
 * that say how much they may use, Ctrl-C, and a line on the terminal that says how far
 * they are. */

#include "cli/command.h"
#include "cli/load.h"
#include "prove/prove.h"

#include <pthread.h>
#include <signal.h>

/* Hooks of a helper for each thread, from a loaded scenario, which must outlive them. */
prove_helpers cli_prove_helpers(const cli_loaded *loaded);

/* Rows for the options of such commands. */
#define CLI_OPTION_JOBS                                                                  \
    {                                                                                    \
        "jobs", "N", "how many threads (one for each core)", 0                           \
    }
#define CLI_OPTIONS_PROVE                                                                \
    {"max-states", "N", "stop proving after so many states (2000000)", 0},               \
        {"memory", "N", "MiB of memory to use (a quarter of what is free)", 0},          \
        CLI_OPTION_JOBS
unsigned cli_jobs(const cli_args *args);
prove_limits cli_prove_limits(const cli_args *args); /* of CLI_OPTIONS_PROVE */

/* Kept where it is (its address is borrowed) until cli_proving_end(). */
typedef struct cli_proving {
    prove_work work;      /* without helpers: those are each scenario's */
    const char *what;     /* "runs": stands beside the numbers */
    int64_t began, drawn; /* milliseconds */
    bool shown;           /* a line stands on the terminal */
    atomic_bool stopped;
    pthread_t waiter; /* for Ctrl-C, if `waits` */
    bool waits;
    sigset_t before; /* signals that were blocked */
} cli_proving;

/* From here on Ctrl-C no longer ends the program: it sets *work.stop. `what`
 * stands behind the numbers: "runs". */
void cli_proving_begin(cli_proving *proving, prove_limits limits, const char *what);
/* Takes the line away before something else is written. A new one comes when the work
 * that follows lasts. */
void cli_proving_wipe(cli_proving *proving);
/* Ctrl-C ends the program again; true when it was pressed. */
bool cli_proving_end(cli_proving *proving);

#endif
