#ifndef EARSHOT_PROVE_PLAYERS_H
#define EARSHOT_PROVE_PLAYERS_H

/*
 * Simulated players: many runs of a scenario by somebody of one kind, and what came of
 * them. They see what a person who plays sees: the replies on offer and what kind each
 * is. Best and worst alone look ahead.
 */

#include "prove/prove.h"
#include "sim/play.h"

#include <stddef.h>

typedef enum prove_player {
    PROVE_RANDOM,   /* any reply, each as likely */
    PROVE_BEST,     /* the reply that can still end best (value.h) */
    PROVE_WORST,    /* the reply that can still end worst */
    PROVE_SCRIPT,   /* prefers policy, script and vague */
    PROVE_LISTENER, /* prefers reflect, rephrase, ask, listen, and a silence of no intent
                     */
    PROVE_FIXER,    /* prefers offer and act */
    PROVE_NEWCOMER, /* at each choice: 4 of 10 any reply, 2 of 10 each of the three above
                     */
    PROVE_PLAYERS
} prove_player;

/*
 * Who prefers something takes one of those replies, each as likely, where one is on
 * offer, else any. Nobody but a newcomer gives one reply a fourth time while there is
 * another. A newcomer has no memory, so that what is likely can be reckoned.
 */

/* "random" and so on; static. */
const char *prove_player_name(prove_player player);

/* Over the runs that ended. */
typedef struct prove_sum {
    int64_t sum;
    int64_t least, most;
} prove_sum;

/* A place where runs broke off. */
typedef struct prove_broken {
    uint32_t moment;
    uint32_t statement;
    uint64_t runs;
    uint64_t run; /* the first of them, from 0 */
    ear_error error;
} prove_broken;

/* What came of many runs by one player. Everything counted is a whole number, so that it
 * is the same in whatever order the runs were played. */
typedef struct prove_tally {
    prove_player player;
    uint64_t seed;
    uint64_t runs;  /* played */
    uint64_t ended; /* of these: reached an outcome */
    prove_sum turns;
    prove_sum tenths;  /* simulated time */
    prove_sum *meters; /* METERS: at the end */
    prove_sum *kpis;   /* KPIS: thousandths, each kept within a hundred million */

    uint64_t *outcomes;   /* MOMENTS: runs that ended there */
    uint64_t *offered;    /* REPLIES: times */
    uint64_t *chosen;     /* REPLIES: times */
    uint64_t *played;     /* STATEMENTS: times; NULL unless asked for: what graphs are
                             drawn by */
    uint64_t *happened;   /* RULES: times; NULL like `played` */
    prove_broken *broken; /* in the order of the file */
    size_t broken_count;
    size_t broken_room;
    bool stopped;      /* before all runs were played */
    bool looked_ahead; /* best and worst: every state was looked at; else short play-outs
                        */
} prove_tally;

#define PROVE_MAX_TURNS 1000u     /* a run that goes on longer is broken off */
#define PROVE_MAX_RUNS  10000000u /* sums stay exact up to here */

typedef struct prove_players_options {
    prove_player player;
    uint64_t runs;
    uint64_t seed;
    bool paths; /* count statements and rules too */
} prove_players_options;

/* The seed of the session of run `run` (from 0), the same for every player. It is one
 * that `play --seed` takes. */
uint64_t prove_run_seed(uint64_t seed, uint64_t run);

/*
 * Plays options->runs runs on work->limits.jobs threads. The same scenario, options and
 * limits of states and memory give the same tally, whatever the number of threads. Runs
 * that break off are counted and named in `broken`; the call fails only when memory or a
 * thread's helper cannot be had. The caller releases *out with prove_tally_free().
 */
ear_status prove_play(prove_tally **out, const ear_scenario *scenario,
                      const prove_players_options *options, const prove_work *work,
                      ear_error *err);
void prove_tally_free(prove_tally *tally); /* NULL is fine */

#endif
