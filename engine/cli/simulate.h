#ifndef EARSHOT_CLI_SIMULATE_H
#define EARSHOT_CLI_SIMULATE_H

/* What `simulate` has found, and the ways in which it is told. */

#include "cli/json.h"
#include "cli/load.h"
#include "model/image.h"
#include "prove/players.h"

typedef struct cli_simulated {
    const cli_loaded *loaded;
    uint64_t seed, runs;                 /* asked for, of each player */
    prove_tally *players[PROVE_PLAYERS]; /* owned; in the order of prove_player */
    unsigned count;
} cli_simulated;

/* How many runs ended at outcomes of this rating. */
uint64_t cli_simulated_rated(const ear_scenario *scenario, const prove_tally *tally,
                             model_rating rating);
/* For people: appends a table and notes. */
void cli_simulated_text(base_bytes *out, const cli_simulated *all);
/* "2,000 runs by each player, seed 1" */
void cli_simulated_title(base_bytes *out, const cli_simulated *all);
/* Who takes the table as it is made, row by row; `name` NULL: a gap. The first row has
 * the players. */
typedef struct cli_simulated_rows {
    void (*row)(void *user, const char *name, const char *beside);
    void (*cell)(void *user, const char *text);
    void *user;
} cli_simulated_rows;
void cli_simulated_each(const cli_simulated_rows *rows, const cli_simulated *all);
/* For programs: one object; out->failed when out of memory. */
void cli_simulated_json(base_bytes *out, const cli_simulated *all);

#endif
