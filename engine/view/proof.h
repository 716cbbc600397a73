#ifndef EARSHOT_VIEW_PROOF_H
#define EARSHOT_VIEW_PROOF_H

#include <stdbool.h>
#include <stddef.h>

/* What is known of the scenario that is being written. All texts are UTF-8, cleaned, and
 * borrowed from the host until it is asked for them again or another talk is opened. */

/* Something found wrong. */
typedef struct view_finding {
    const char *message; /* "nobody can get to the moment 'b'" */
    const char *hint;    /* one next step; "" if the message says it */
    const char *place;   /* "birthday-bike.lua:41" */
    const char *kind;    /* "mistake", "warning", "note" */
    const char *file;    /* of the pack, for the editor */
    int line;            /* from 1; 0: the whole file */
} view_finding;

/* A row of the table of simulated players; without a name: a gap. */
typedef struct view_players_row {
    const char *name;         /* "kept strong" */
    const char *const *cells; /* view_players.columns of them */
} view_players_row;

typedef struct view_players {
    const char *title; /* "2,000 runs by each player, seed 1"; NULL: they still play */
    const char *const *columns; /* "random" ...; NULL: they could not */
    size_t column_count;
    const view_players_row *rows;
    size_t row_count;
} view_players;

typedef struct view_proof {
    bool known;       /* false: the search goes on, and the rest is empty */
    bool saved;       /* it began with a save, not with the opening */
    const char *line; /* for the foot of the screen: "Nobody can get stuck" */
    const char *summary;
    const view_finding *findings;
    size_t count;
    view_players players;
} view_proof;

#endif
