#include "sim/session.h"

#include <stdlib.h>

#define FIRST_STEPS 16

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
    if (session->steps_count == session->steps_room) {
        const size_t room = session->steps_room ? session->steps_room * 2 : FIRST_STEPS;
        sim_step *moved = realloc(session->steps, room * sizeof *moved);

        if (!moved)
            return false;
        session->steps = moved;
        session->steps_room = room;
    }

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
