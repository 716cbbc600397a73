#ifndef EARSHOT_SCENARIO_H
#define EARSHOT_SCENARIO_H

#include <earshot/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A loaded scenario: one block of memory, checked whole before anything plays it.
 * Read-only: any number of sessions and threads may use it at once. It is written in the
 * pack language, and only the sealed helper process reads that (engine/cli/load.h starts
 * it); what comes back is an image, which engine/model/image.h opens.
 */
typedef struct ear_scenario ear_scenario;

/* NULL is fine. Every session of the scenario must be gone. */
void ear_scenario_free(ear_scenario *scenario);

/* UTF-8, NUL-terminated, borrowed from the scenario; never NULL. The id is unique in its
 * pack and stands in saved runs; the title is for people. */
const char *ear_scenario_id(const ear_scenario *scenario);
const char *ear_scenario_title(const ear_scenario *scenario);

#ifdef __cplusplus
}
#endif

#endif
