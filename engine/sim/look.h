#ifndef EARSHOT_SIM_LOOK_H
#define EARSHOT_SIM_LOOK_H

/* A look into a session for the modules of the engine (the record, the window, `state`);
 * everything is borrowed from the session and read-only. */

#include "model/state.h"
#include "sim/play.h"

#include <earshot/session.h>

const ear_scenario *sim_session_scenario(const ear_session *session);
const model_layout *sim_session_layout(const ear_session *session);
/* Changes with every call that plays. */
const model_state *sim_session_state(const ear_session *session);
uint64_t sim_session_seed(const ear_session *session);
/* As sim_player_watch(). */
void sim_session_watch(ear_session *session, const sim_watch *watch);
/* How many bytes of text were built so far (ear_sink.words). */
uint64_t sim_session_built(const ear_session *session);
/* Finds the reply on offer that has this id, or had it (`renamed`); never by its words.
 */
bool sim_session_find_id(ear_session *session, const char *id, size_t *index);

#endif
