#include "sim/session.h"

#include "model/names.h"
#include "sim/look.h"

#include <stdlib.h>

static ear_session *make(const sim_play *play)
{
    ear_session *session = malloc(sizeof *session + play->layout.bytes);

    if (!session)
        return NULL;
    memset(session, 0, offsetof(ear_session, play.first));
    session->play.scenario = play->scenario;
    session->play.layout = play->layout;
    session->play.hooks = play->hooks;
    session->play.seed = play->seed;
    session->play.drifts = play->drifts;
    session->play.fetches = play->fetches;
    session->play.state = (model_state *)session->block;
    session->play.text = (sim_text){.at = session->play.first, .room = SIM_FIRST_TEXT};
    session->play.logged = true;
    session->play.complete = true;
    session->from = 0;
    session->history = false;
    session->steps = NULL;
    session->steps_count = 0;
    session->steps_room = 0;
    return session;
}

static ear_status no_moment(const ear_scenario *scenario, const char *from,
                            ear_error *err)
{
    model_nearest near = model_near_begin(from, strlen(from));

    for (uint32_t i = 0; i < scenario->count[MODEL_S_MOMENTS]; i++)
        model_near_offer(&near, model_string(scenario, scenario->moments[i].id),
                         scenario->moments[i].id.length);
    if (near.best)
        return base_fail(err, EAR_E_NOT_FOUND,
                         "there is no moment '%s' to begin at; did you mean '%.*s'?",
                         from, (int)near.best_length, near.best);
    return base_fail(err, EAR_E_NOT_FOUND, "there is no moment '%s' to begin at", from);
}

static ear_status find_start(uint32_t *moment, const ear_scenario *scenario,
                             const char *from, ear_error *err)
{
    *moment = from ? model_find_moment(scenario, from) : scenario->info->start;
    if (from && *moment == MODEL_NONE)
        *moment = model_find_moment(scenario, model_newest_name(scenario, from));
    return *moment == MODEL_NONE ? no_moment(scenario, from ? from : "", err) : EAR_OK;
}

ear_status ear_session_new(ear_session **out, const ear_scenario *scenario,
                           const ear_options *options, ear_error *err)
{
    static const ear_options none = {0};
    const ear_options *wanted = options ? options : &none;
    sim_play play;
    uint32_t from;
    ear_status status = find_start(&from, scenario, wanted->from, err);

    memset(&play, 0, offsetof(sim_play, first));
    if (status == EAR_OK)
        status = sim_play_open(&play, scenario, &wanted->hooks, !wanted->live_only, err);
    if (status != EAR_OK)
        return status;
    play.seed = wanted->seed;

    ear_session *session = make(&play);

    if (!session)
        return base_fail_memory(err);
    model_state_begin(session->play.state, scenario, &play.layout, wanted->seed);
    session->play.state->moment = from;
    session->from = from;
    session->history = wanted->history;
    status = wanted->set ? sim_beginning_set(&session->play, wanted->set, err) : EAR_OK;
    if (status != EAR_OK) {
        ear_session_free(session);
        return status;
    }
    *out = session;
    return EAR_OK;
}

void ear_session_free(ear_session *session)
{
    if (!session)
        return;
    sim_play_close(&session->play);
    free(session->steps);
    free(session);
}

ear_status ear_session_copy(ear_session **out, const ear_session *from, ear_error *err)
{
    ear_session *session = make(&from->play);

    if (!session)
        return base_fail_memory(err);
    session->from = from->from;
    memcpy(session->block, from->block, from->play.layout.bytes);
    *out = session;
    return EAR_OK;
}

void ear_session_assign(ear_session *to, const ear_session *from)
{
    if (to == from)
        return;
    memcpy(to->block, from->block, from->play.layout.bytes);
    to->play.seed = from->play.seed;
    to->from = from->from;
    to->steps_count = 0;
    to->play.log.count = 0;
}

/* What a call began with, so that a failure leaves no trace. */
typedef struct attempt {
    sim_fixed before;
    size_t mark;
} attempt;

static attempt attempt_begin(ear_session *session, const ear_sink *sink, ear_error *err)
{
    attempt it;

    if (session->steps_count == 0)
        session->play.log.count = 0; /* nothing can be taken back so far */
    sim_play_listen(&session->play, sink, err);
    sim_fixed_take(&it.before, session->play.state);
    it.mark = session->play.log.count;
    return it;
}

static ear_status attempt_end(ear_session *session, const attempt *it, ear_status status)
{
    if (status == EAR_OK && session->play.failed)
        status = base_fail_memory(session->play.err);
    if (status != EAR_OK) {
        sim_log_undo(&session->play, it->mark);
        sim_fixed_give(session->play.state, &it->before);
    }
    return status;
}

ear_status ear_session_begin(ear_session *session, const ear_sink *sink, ear_error *err)
{
    if (session->play.state->phase != MODEL_PHASE_NEW)
        return base_fail(err, EAR_E_STATE, "the conversation has already begun");

    const attempt it = attempt_begin(session, sink, err);

    return attempt_end(session, &it, sim_start(&session->play, session->from));
}

static ear_status refuse(const ear_session *session, ear_error *err)
{
    return base_fail(err, EAR_E_STATE, "%s",
                     session->play.state->phase == MODEL_PHASE_ENDED
                         ? "the conversation has ended: no reply is asked for"
                         : "the conversation has not begun: no reply is asked for yet");
}

ear_status ear_session_choose(ear_session *session, size_t index, const ear_sink *sink,
                              ear_error *err)
{
    const model_state *state = session->play.state;

    if (state->phase != MODEL_PHASE_CHOICE)
        return refuse(session, err);

    const sim_offer *offer = sim_choice_offered(&session->play);

    if (index >= offer->count)
        return base_fail(err, EAR_E_ARG, "there is no reply %zu: %u %s on offer",
                         index + 1, offer->count, offer->count == 1 ? "is" : "are");

    const attempt it = attempt_begin(session, sink, err);

    if (session->history && !sim_step_add(session))
        return base_fail_memory(err);

    const ear_status status =
        attempt_end(session, &it, sim_reply(&session->play, offer->bits[index]));

    if (status != EAR_OK && session->history)
        session->steps_count--;
    return status;
}

ear_status ear_session_notice(ear_session *session, size_t option, const ear_sink *sink,
                              ear_error *err)
{
    const ear_scenario *sc = session->play.scenario;
    model_state *state = session->play.state;

    if (state->notice == MODEL_NONE)
        return base_fail(err, EAR_E_STATE, "no question is waiting for an answer");

    const model_notice *notice = &sc->notices[state->notice];

    if (option >= notice->options.count)
        return base_fail(err, EAR_E_ARG, "there is no answer %zu: the question has %u",
                         option + 1, notice->options.count);

    const attempt it = attempt_begin(session, sink, err);
    const sim_cause cause = {EAR_CAUSE_STATEMENT, 0};

    state->notice = MODEL_NONE;
    if (option == notice->answer && notice->skill != MODEL_NONE)
        sim_skill_add(&session->play, notice->skill, 1, cause);
    return attempt_end(session, &it, EAR_OK);
}

ear_status ear_session_back(ear_session *session, const ear_sink *sink, ear_error *err)
{
    if (!session->history)
        return base_fail(err, EAR_E_STATE, "in this run no reply can be taken back");
    if (session->steps_count == 0)
        return base_fail(err, EAR_E_STATE, "there is no reply to take back");
    sim_step_undo(session);
    return ear_session_show(session, sink, err);
}

ear_status ear_session_show(ear_session *session, const ear_sink *sink, ear_error *err)
{
    sim_play_listen(&session->play, sink, err);
    if (session->play.state->phase != MODEL_PHASE_CHOICE || !session->play.words)
        return EAR_OK;

    const ear_status status = sim_choice_tell(&session->play);

    return status == EAR_OK && session->play.failed ? base_fail_memory(err) : status;
}
