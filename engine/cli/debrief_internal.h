#ifndef EARSHOT_CLI_DEBRIEF_INTERNAL_H
#define EARSHOT_CLI_DEBRIEF_INTERNAL_H

/* Private to debrief.c and debrief_facts.c. */

#include "cli/debrief.h"

#include <pthread.h>

struct cli_debrief {
    sim_record record; /* acts and texts copied into `arena` */
    base_arena arena;
    sim_score *score;
    prove_work work;
    atomic_bool stop;
    void (*found)(void *user);
    void *user;

    pthread_t thread;
    bool running;      /* the thread is to be joined */
    atomic_bool known; /* `roads` are whole: the thread writes them no more */
    cli_roads roads;

    const char *const *portrait;
    view_debrief_point *points;
    view_debrief_skill *skills;
    view_debrief_figure *figures;
    view_debrief_cue *cues;
    size_t cue_count;
    view_debrief_step *steps;
    view_debrief_unsaid *unsaid;
    const char **reflect;
    const char **said;
    view_debrief_other *others;
    float *road; /* the road's curve, with the point where it begins */
    cli_tries tries;
};

/* debrief_facts.c: fills the lists from `score`. */
ear_status cli_debrief_facts(cli_debrief *d, ear_error *err);
/* `count` (and one more) of what has this size, from the arena; NULL: out of memory. */
void *cli_debrief_many(cli_debrief *d, size_t count, size_t size);
/* Millionths of a mood as 0 .. 1. */
static inline float cli_debrief_share(int32_t millionths)
{
    return (float)millionths / SIM_MOOD_WHOLE;
}

#endif
