#ifndef EARSHOT_MODEL_NAMED_H
#define EARSHOT_MODEL_NAMED_H

/* How many there are of what a function can look at, to hold to it what it says it did.
 */

#include "model/scenario.h"

#include <stdint.h>

typedef struct model_named {
    uint32_t meters, flags, skills;
    uint32_t counts, since; /* counts, and those that since() may ask for */
} model_named;

model_named model_named_of(const ear_scenario *scenario);
/* For a kind of ear_read; 0: there is no such kind. */
uint32_t model_named_room(const model_named *named, uint32_t kind);

#endif
