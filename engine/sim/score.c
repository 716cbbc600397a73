/* A run played again, act by act. */
#include "sim/score.h"

#include "model/eval.h"
#include "sim/look.h"
#include "sim/score_internal.h"

#include <stdio.h>
#include <stdlib.h>

/* An act does not hold: that is what is told, and the rest is left out. */
static void stop(score_maker *maker, const char *why)
{
    snprintf(maker->score.stopped, sizeof maker->score.stopped, "%s", why);
}

static ear_status act_reply(score_maker *maker, const sim_act *act, ear_error *err)
{
    const ear_sink sink = score_sink(maker);
    ear_error mine = {0};
    size_t option;

    if (ear_session_ended(maker->session)) {
        stop(maker, "the conversation is over before this reply");
        return EAR_OK;
    }
    if (!sim_session_find_id(maker->session, act->id, &option)) {
        stop(maker, "this reply is not on offer any more");
        return EAR_OK;
    }
    score_open(maker, option);
    if (maker->failed)
        return base_fail_memory(err);

    const ear_status status = ear_session_choose(maker->session, option, &sink, &mine);

    if (status == EAR_E_NOMEM)
        return base_fail_memory(err);
    if (status != EAR_OK) {
        score_drop(maker);
        stop(maker, mine.message);
    } else if (act->hash && act->hash != ear_session_hash(maker->session)) {
        score_drop(maker);
        stop(maker, "something else comes of this reply now");
        return ear_session_back(maker->session, NULL, err);
    } else {
        score_settle(maker);
    }
    return EAR_OK;
}

static ear_status act_notice(score_maker *maker, const sim_act *act)
{
    listed_notice *asked = maker->stretches[maker->now].notices;
    ear_error mine = {0};

    if (ear_session_notice(maker->session, act->option, NULL, &mine) != EAR_OK) {
        stop(maker, mine.message);
        return EAR_OK;
    }
    asked->it.option = act->option;
    asked->it.right =
        asked->it.judged &&
        act->option == maker->score.scenario->notices[asked->it.notice].answer;
    return EAR_OK;
}

static ear_status act_back(score_maker *maker)
{
    ear_error mine = {0};

    if (ear_session_back(maker->session, NULL, &mine) != EAR_OK)
        stop(maker, mine.message);
    else
        score_unsay(maker);
    return EAR_OK;
}

static ear_status act(score_maker *maker, const sim_act *it, ear_error *err)
{
    switch (it->kind) {
    case SIM_ACT_REPLY:
        return act_reply(maker, it, err);
    case SIM_ACT_NOTICE:
        return act_notice(maker, it);
    default:
        return act_back(maker);
    }
}

static ear_status play(score_maker *maker, const sim_record *record, ear_error *err)
{
    const ear_sink sink = score_sink(maker);
    ear_status status = ear_session_begin(maker->session, &sink, err);

    if (status != EAR_OK)
        return status;
    score_settle(maker);
    for (size_t i = 0; i < record->count && !maker->failed; i++) {
        status = act(maker, &record->acts[i], err);
        if (status != EAR_OK)
            return status;
        if (maker->score.stopped[0])
            break;
        maker->score.held++;
    }
    return maker->failed ? base_fail_memory(err) : EAR_OK;
}

/* Words of the scenario with their values as they are in the end. */
static const char *words_now(score_maker *maker, const model_words *words)
{
    const ear_session *session = maker->session;
    base_bytes text = {0};
    const char *copy;

    model_words_write(&text, maker->score.scenario, sim_session_layout(session),
                      sim_session_state(session), words);
    maker->failed |= text.failed;
    copy = score_text(maker, (ear_text){base_bytes_string(&text), text.length});
    base_bytes_release(&text);
    return copy;
}

static void questions(score_maker *maker)
{
    const ear_scenario *sc = maker->score.scenario;
    const uint32_t count = sc->count[MODEL_S_REFLECTS];
    const char **texts = score_alloc(maker, count, sizeof *texts);

    for (uint32_t i = 0; texts && i < count; i++)
        texts[i] = words_now(maker, &sc->reflects[i]);
    maker->score.reflect = texts;
}

static ear_status finish(score_maker *maker, ear_error *err)
{
    const ear_scenario *sc = maker->score.scenario;
    const score_stretch *last = &maker->stretches[maker->now];

    maker->score.outcome = last->outcome;
    maker->score.summary = "";
    if (last->outcome != MODEL_NONE)
        maker->score.summary =
            words_now(maker, model_words_of(sc, sc->moments[last->outcome].summary));
    questions(maker);
    maker->score.tenths = ear_session_tenths(maker->session);
    score_judge(maker);
    return maker->failed ? base_fail_memory(err) : EAR_OK;
}

/* Everything that the maker holds but its arena. */
static ear_status begin(score_maker *maker, const sim_record *record, ear_error *err)
{
    const ear_options options = {.seed = record->seed,
                                 .hooks = record->hooks,
                                 .from = record->from,
                                 .set = record->set,
                                 .history = true};
    size_t replies = 0;

    for (size_t i = 0; i < record->count; i++)
        replies += record->acts[i].kind == SIM_ACT_REPLY;
    maker->score.scenario = record->scenario;
    maker->stretches = score_alloc(maker, replies + 1, sizeof *maker->stretches);
    if (!maker->stretches)
        return base_fail_memory(err);
    maker->stretches[0] =
        (score_stretch){.point = {.tone = ""}, .outcome = MODEL_NONE, .title = ""};
    return ear_session_new(&maker->session, record->scenario, &options, err);
}

ear_status sim_score_new(sim_score **out, const sim_record *record, ear_error *err)
{
    score_maker *maker = calloc(1, sizeof *maker);

    if (!maker)
        return base_fail_memory(err);

    ear_status status = begin(maker, record, err);

    if (status == EAR_OK)
        status = play(maker, record, err);
    if (status == EAR_OK)
        status = finish(maker, err);
    ear_session_free(maker->session);
    maker->session = NULL;
    if (status != EAR_OK) {
        sim_score_free(&maker->score);
        return status;
    }
    *out = &maker->score;
    return EAR_OK;
}

void sim_score_free(sim_score *score)
{
    score_maker *maker = (score_maker *)score;

    if (!maker)
        return;
    base_arena_release(&maker->arena);
    free(maker);
}
