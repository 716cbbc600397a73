#ifndef EARSHOT_CLI_DEBRIEF_H
#define EARSHOT_CLI_DEBRIEF_H

/*
 * Looking back in the window: what a run came to (sim/score.h), at once; and what could
 * have come of it (prove/value.h), found beside it on a thread of its own. Whoever draws
 * it fills in a view_debrief again when `found` was called.
 */

#include "cli/roads.h"
#include "view/debrief.h"

typedef struct cli_debrief cli_debrief;

typedef struct cli_look_back {
    const sim_record
        *record;           /* copied with its acts; the scenario outlives the debrief */
    prove_helpers helpers; /* for the thread, when the scenario has functions */
    /* Called once from the thread, when all is known. May be NULL. */
    void (*found)(void *user);
    void *user;
} cli_look_back;

/* On success the caller releases *out with cli_debrief_free(), which stops the search. */
ear_status cli_debrief_new(cli_debrief **out, const cli_look_back *from, ear_error *err);
/* Nothing more is found from here on: `found` is not called any more. */
void cli_debrief_stop(cli_debrief *debrief); /* NULL is fine */
void cli_debrief_free(cli_debrief *debrief); /* NULL is fine */

/* Waits until all is known: for pictures. */
void cli_debrief_wait(cli_debrief *debrief);

/* What it stands on; for roads it waits. Borrowed until cli_debrief_free(). */
const sim_score *cli_debrief_score(const cli_debrief *debrief);
const cli_roads *cli_debrief_roads(cli_debrief *debrief);

/* As far as it is known. Texts and lists are borrowed until cli_debrief_free(). */
void cli_debrief_fill(cli_debrief *debrief, view_debrief *out);

#endif
