#ifndef EARSHOT_CLI_LIVE_H
#define EARSHOT_CLI_LIVE_H

/*
 * What is proved while somebody writes: a glance, so that something is said at once; a
 * search small enough to be over soon, when the glance was no proof; then some runs by
 * simulated players, on a thread of its own. It reads the pack and the scenario,
 * which nobody changes, and works on copies of all else.
 */

#include "cli/load.h"
#include "view/proof.h"

typedef struct cli_live cli_live;

typedef struct cli_live_from {
    const cli_loaded *loaded;       /* with its pack outlives the cli_live */
    const model_findings *findings; /* of reading it; outlives the cli_live too */
    bool saved;                     /* a save began it */
    /* Called from the thread when a first glance is over, the search, and the players.
     * May be NULL. */
    void (*found)(void *user);
    void *user;
} cli_live_from;

/* On success the caller releases *out with cli_live_free(), which stops it. */
ear_status cli_live_new(cli_live **out, const cli_live_from *from, ear_error *err);
void cli_live_free(cli_live *live); /* NULL is fine */
void cli_live_wait(cli_live *live); /* until all is known: for pictures */

/* As far as it is known; borrowed until cli_live_free(). */
void cli_live_fill(const cli_live *live, view_proof *out);

#endif
