#ifndef EARSHOT_CLI_WORLD_RUNS_H
#define EARSHOT_CLI_WORLD_RUNS_H

#include "cli/world.h"

/* Adds to the host what keeps runs and brings them back. */
void cli_world_runs(view_host *host);
/* A new run begins in `session` (NULL: nothing that is to be kept); the one before is
 * over. */
void cli_world_record(cli_world *world, ear_session *session);
/* Whose run is at hand; NULL: nobody has said. */
const char *cli_world_learner(const cli_world *world);
/* Fills in what that person chose to try next time: world->next. */
void cli_world_look_up_next(cli_world *world);
/* Finds the last unfinished run of the talk at hand, and a session for it. *found false:
 * there is none. */
ear_status cli_world_resume(cli_world *world, bool *found, ear_session **out,
                            ear_error *err);
/* The talk at hand was read again: a session in which the run at hand goes on in its own
 * journal, however much of it the pack still holds. *found false: nothing has been kept
 * of one that could go on. */
ear_status cli_world_go_on(cli_world *world, bool *found, ear_session **out,
                           ear_error *err);
/* Brings up to date what the catalogue says of runs. */
void cli_world_look_at_runs(cli_world *world);
/* After the app. */
void cli_world_runs_end(cli_world *world);

#endif
