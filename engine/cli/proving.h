#ifndef EARSHOT_CLI_PROVING_H
#define EARSHOT_CLI_PROVING_H

/* What commands that play all runs, or many, share: helpers for their threads, Ctrl-C,
 * and a line on the terminal that says how far they are. */

#include "cli/command.h"
#include "cli/load.h"
#include "prove/prove.h"

#include <pthread.h>
#include <signal.h>

/* Kept where it is (its address is borrowed) until cli_proving_end(). */
typedef struct cli_proving {
    prove_work work; /* limits.jobs as --jobs says, the rest usual: may be changed */
    const cli_loaded *loaded;
    const char *what; /* "played": stands beside the numbers */
    int64_t began;    /* wall, milliseconds */
    bool shown;       /* a line stands on the terminal */
    atomic_bool stopped;
    pthread_t waiter; /* for Ctrl-C, if `waits` */
    bool waits;
    sigset_t before; /* signals that were blocked */
} cli_proving;

/* From here on Ctrl-C no longer ends the program: it sets *work.stop. */
void cli_proving_begin(cli_proving *proving, const cli_loaded *loaded,
                       const cli_args *args, const char *what);
/* Ctrl-C ends the program again; true when it was pressed. */
bool cli_proving_end(cli_proving *proving);

/* A row for the options of such commands. */
#define CLI_OPTION_JOBS                                                                  \
    {                                                                                    \
        "jobs", "N", "how many threads (one for each core)", 0                           \
    }

#endif
