#ifndef EARSHOT_SCENARIO_H
#define EARSHOT_SCENARIO_H

#include <earshot/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A loaded scenario. Read-only: any number of sessions and threads may use it at once. */
typedef struct ear_scenario ear_scenario;

/* NULL is fine. Every session of the scenario must be gone. */
void ear_scenario_free(ear_scenario *scenario);

/* Borrowed from the scenario; never NULL. */
const char *ear_scenario_id(const ear_scenario *scenario);
const char *ear_scenario_title(const ear_scenario *scenario);

#ifdef __cplusplus
}
#endif

#endif
