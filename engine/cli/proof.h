#ifndef EARSHOT_CLI_PROOF_H
#define EARSHOT_CLI_PROOF_H

/* Searches of a loaded scenario for commands: helpers for its threads, Ctrl-C, progress
 * on a terminal. */

#include "cli/command.h"
#include "cli/load.h"
#include "prove/search.h"

/* Hooks of a helper for each thread, from a loaded scenario, which must outlive them. */
prove_helpers cli_prove_helpers(const cli_loaded *loaded);

/* Options for commands that search: --max-states, --memory, --jobs. */
#define CLI_OPTIONS_PROVE                                                                \
    {"max-states", "N", "stop proving after so many states (2000000)", 0},               \
        {"memory", "N", "MiB of memory to use (a quarter of what is free)", 0},          \
    {                                                                                    \
        "jobs", "N", "threads to use (all cores)", 0                                     \
    }
prove_limits cli_prove_limits(const cli_args *args);

/* While it is there Ctrl-C sets `stop` instead of ending the program. */
typedef struct cli_stopping cli_stopping;
cli_stopping *cli_stopping_begin(void); /* NULL: Ctrl-C ends the program as ever */
atomic_bool *cli_stopping_flag(cli_stopping *stopping); /* borrowed; NULL for NULL */
void cli_stopping_end(cli_stopping *stopping);

/* What is known of one scenario. */
typedef struct cli_proof {
    prove_search *search; /* owned; NULL: there was none */
    prove_search
        *ranges; /* owned: with every meter told apart; NULL: `search` has them */
} cli_proof;

/* The result borrows `loaded` and *work. A progress is shown on stderr when it is a
 * terminal. On failure *out is empty. */
ear_status cli_prove(cli_proof *out, const cli_loaded *loaded, const prove_work *work,
                     ear_error *err);
void cli_proof_release(cli_proof *proof);

#endif
