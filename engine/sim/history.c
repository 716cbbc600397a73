#include "sim/session.h"

#include "base/grow.h"

#include <stdlib.h>

void sim_fixed_take(sim_fixed *out, const model_state *state)
{
    memcpy(out, state, sizeof *out);
}

void sim_fixed_give(model_state *state, const sim_fixed *from)
{
    memcpy(state, from, sizeof *from);
}

bool sim_step_add(ear_session *session)
{
    sim_step *moved = base_grown(session->steps, &session->steps_room,
                                 session->steps_count + 1, sizeof *moved);

    if (!moved)
        return false;
    session->steps = moved;

    sim_step *step = &session->steps[session->steps_count++];

    sim_fixed_take(&step->before, session->play.state);
    step->mark = session->play.log.count;
    return true;
}

void sim_step_undo(ear_session *session)
{
    const sim_step *step = &session->steps[--session->steps_count];

    sim_log_undo(&session->play, step->mark);
    sim_fixed_give(session->play.state, &step->before);
}
