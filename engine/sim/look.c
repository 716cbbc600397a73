/* What can be asked of a session without playing on. */
#include "sim/look.h"
#include "sim/session.h"

/* What is on offer, without changing the session: its own list if that is up to date. */
static const sim_offer *offered(const ear_session *session, sim_offer *made)
{
    const model_state *state = session->play.state;

    if (session->play.offer.mask == state->offered)
        return &session->play.offer;
    sim_offer_list(made, state->offered);
    return made;
}

size_t ear_session_offered(const ear_session *session)
{
    sim_offer made;

    if (session->play.state->phase != MODEL_PHASE_CHOICE)
        return 0;
    return offered(session, &made)->count;
}

const char *ear_session_offered_id(const ear_session *session, size_t index)
{
    const ear_scenario *sc = session->play.scenario;
    const model_state *state = session->play.state;
    sim_offer made;

    if (index >= ear_session_offered(session))
        return NULL;

    const uint32_t reply =
        sc->statements[state->statement].item + offered(session, &made)->bits[index];

    return model_string(sc, sc->details[reply].id);
}

bool ear_session_ended(const ear_session *session)
{
    return session->play.state->phase == MODEL_PHASE_ENDED;
}

const char *ear_session_moment(const ear_session *session)
{
    const ear_scenario *sc = session->play.scenario;

    return model_string(sc, sc->moments[session->play.state->moment].id);
}

const char *ear_session_outcome(const ear_session *session)
{
    return ear_session_ended(session) ? ear_session_moment(session) : NULL;
}

uint32_t ear_session_turn(const ear_session *session)
{
    return session->play.state->turn;
}

uint64_t ear_session_tenths(const ear_session *session)
{
    return session->play.state->tenths;
}

bool ear_session_meter(const ear_session *session, const char *id, int32_t *value)
{
    const sim_play *play = &session->play;
    const uint32_t meter = model_find_meter(play->scenario, id, strlen(id));

    if (meter == MODEL_NONE)
        return false;
    *value = model_ints(play->state, play->layout.meters)[meter];
    return true;
}

bool ear_session_flag(const ear_session *session, const char *id, bool *value)
{
    const sim_play *play = &session->play;
    const uint32_t flag = model_find_flag(play->scenario, id, strlen(id));

    if (flag == MODEL_NONE)
        return false;
    *value = model_flags_at(play->state, &play->layout)[flag];
    return true;
}

uint64_t ear_session_hash(const ear_session *session)
{
    return sim_state_hash(&session->play);
}

const ear_scenario *sim_session_scenario(const ear_session *session)
{
    return session->play.scenario;
}

const model_layout *sim_session_layout(const ear_session *session)
{
    return &session->play.layout;
}

const model_state *sim_session_state(const ear_session *session)
{
    return session->play.state;
}

uint64_t sim_session_seed(const ear_session *session)
{
    return session->play.seed;
}

uint64_t sim_session_built(const ear_session *session)
{
    return session->play.built;
}

void sim_session_watch(ear_session *session, const sim_watch *watch)
{
    session->play.watch = watch;
}
