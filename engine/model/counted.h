#ifndef EARSHOT_MODEL_COUNTED_H
#define EARSHOT_MODEL_COUNTED_H

#include "model/scenario.h"

/* Whose a counter is. */
typedef struct model_counted {
    model_section section; /* MOMENTS, LINES, REPLIES, INTENTS; else nobody's that has an
                              id */
    uint32_t index;
} model_counted;

/* Fills in `all`, one for each counter of the scenario (header->counters): made once
 * where many conditions are to be told. */
void model_counted_make(model_counted *all, const ear_scenario *scenario);

/* One of them, looked for through all of the scenario. */
model_counted model_counted_find(const ear_scenario *scenario, uint32_t counter);
/* Its id; *call: how conditions ask for its count ("visits", "chosen", "said"). Borrowed
 * from the scenario; *call is static. */
const char *model_counted_name(const ear_scenario *scenario, model_counted whose,
                               const char **call);

#endif
