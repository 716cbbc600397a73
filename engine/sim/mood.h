#ifndef EARSHOT_SIM_MOOD_H
#define EARSHOT_SIM_MOOD_H

/*
 * One mood out of many meters: what every channel is drawn from, and where the curve of a
 * run stands. In whole millionths, so that every machine agrees on which of two is more.
 *
 * A meter's share is (value - min) / (max - min), and half when it has no room to move.
 *   ease        mean of the meters that show something; of all, when none does
 *   tension     1 - mean of those that show "tension" (their high end is at ease)
 *   warmth      2 * mean of those that show "warmth" - 1
 *   engagement  mean of those that show "engagement"
 * Where nothing shows one of the three, `ease` stands in for its mean.
 */

#include "model/scenario.h"

#define SIM_MOOD_WHOLE 1000000

typedef struct sim_mood {
    int32_t ease;       /* 0 .. SIM_MOOD_WHOLE: tense .. at ease */
    int32_t tension;    /* 0 .. SIM_MOOD_WHOLE */
    int32_t warmth;     /* -SIM_MOOD_WHOLE .. SIM_MOOD_WHOLE */
    int32_t engagement; /* 0 .. SIM_MOOD_WHOLE */
} sim_mood;

/* `meters`: a value for each meter of the scenario. */
sim_mood sim_mood_of(const ear_scenario *scenario, const int32_t *meters);
/* How she seems, in a word or two; the same in the window and in the terminal. Static. */
const char *sim_mood_word(sim_mood mood);
/* How far up its range a meter stands, in millionths. */
int32_t sim_mood_share(const model_meter *meter, int32_t value);

#endif
