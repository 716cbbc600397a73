/* What comes of a reply: the seven steps of the pack language, in their order. */
#include "sim/words.h"

#include "model/words.h"

/* A reply and what belongs to it. */
typedef struct given {
    uint32_t index;
    const model_reply *reply;
    const model_detail *detail;
    const model_intent *intent; /* NULL: none */
    uint32_t after;             /* the statement behind the choice */
    uint32_t go;                /* the first that a rule asked for; MODEL_NONE */
} given;

static void tell_reply(sim_play *play, const given *it, ear_text text, uint32_t tenths)
{
    sim_tell(play, &(ear_event){
                       .kind = EAR_EVENT_REPLY,
                       .id = sim_static(play, it->detail->id),
                       .text = text,
                       .thinks = sim_aside(play, it->detail->thinks),
                       .why = sim_aside(play, it->detail->why),
                       .index = it->index,
                       .turn = play->state->turn,
                       .tenths = tenths,
                   });
}

/* Time a reply takes; words that Lua makes are counted now. */
static uint32_t time_of(const given *it, const sim_spoken *spoken)
{
    const bool by_words = it->reply->words.function != MODEL_NONE && !it->reply->hold &&
                          it->detail->seconds == 0;

    return it->reply->tenths + (by_words ? model_spoken_tenths(spoken->length) : 0);
}

/* Turn and time move on before anything comes of the reply; its words are those that were
 * on offer. */
static ear_status begin(sim_play *play, const given *it)
{
    const bool asked = it->reply->words.function != MODEL_NONE;
    model_state *state = play->state;
    sim_spoken spoken = {0};
    uint32_t tenths = it->reply->tenths;

    sim_text_clear(play);
    if (asked || sim_told(play)) {
        const ear_status status = sim_reply_words(play, &spoken, it->index);

        if (status != EAR_OK)
            return status;
        tenths = asked ? time_of(it, &spoken) : tenths;
    }
    state->phase = MODEL_PHASE_PLAYING;
    state->offered = 0;
    state->notice = MODEL_NONE;
    state->turn++;
    state->tenths += tenths;
    state->reply = it->index;
    state->intent = it->reply->intent;
    sim_count(play, it->reply->counter);
    if (it->intent)
        sim_count(play, it->intent->counter);
    if (sim_told(play))
        tell_reply(play, it, spoken.text, tenths);
    return EAR_OK;
}

/* Steps 1 to 3 look at the intent first, then at the reply. */
static void step_sets(sim_play *play, const given *it)
{
    if (it->intent)
        sim_effect_sets(play, &it->intent->effect, (sim_cause){EAR_CAUSE_INTENT, 0});
    sim_effect_sets(play, &it->reply->effect, (sim_cause){EAR_CAUSE_REPLY, 0});
}

/* What the gains of an intent are multiplied by at its n-th use; false: nothing fades. */
static bool fade_of(const sim_play *play, const model_intent *intent, base_number *fade)
{
    const uint32_t uses = sim_counted(play, intent->counter);

    if (uses < 2 || intent->fades.num == intent->fades.den)
        return false;
    *fade = intent->fades;
    for (uint32_t n = 2; n < uses; n++) {
        const base_number next = base_number_multiply(*fade, intent->fades);

        if (base_number_compare(next, *fade) == 0)
            break; /* it has come to rest, at nothing or at the edge of numbers */
        *fade = next;
    }
    return true;
}

static ear_status step_moods(sim_play *play, const given *it)
{
    const sim_cause own = {EAR_CAUSE_REPLY, 0};
    const sim_cause intent = {EAR_CAUSE_INTENT, 0};
    ear_status status = EAR_OK;

    if (it->intent) {
        base_number fade;
        const bool fades = fade_of(play, it->intent, &fade);

        status = sim_effect_moods(play, &it->intent->effect, intent, fades ? &fade : NULL,
                                  &it->intent->place);
    }
    if (status == EAR_OK)
        status =
            sim_effect_moods(play, &it->reply->effect, own, NULL, &it->detail->place);
    return status;
}

static void step_points(sim_play *play, const given *it)
{
    if (it->intent)
        sim_effect_points(play, &it->intent->effect, (sim_cause){EAR_CAUSE_INTENT, 0});
    sim_effect_points(play, &it->reply->effect, (sim_cause){EAR_CAUSE_REPLY, 0});
}

static void tell_rule(sim_play *play, uint32_t index)
{
    const model_rule *rule = &play->scenario->rules[index];

    sim_text_clear(play);
    sim_tell(play, &(ear_event){
                       .kind = EAR_EVENT_RULE,
                       .text = sim_static(play, rule->name),
                       .thinks = sim_maybe(play, &rule->thinks),
                       .why = sim_maybe(play, &rule->why),
                       .index = index,
                   });
}

static ear_status rule_happens(sim_play *play, given *it, uint32_t index)
{
    const model_rule *rule = &play->scenario->rules[index];
    const sim_cause cause = {EAR_CAUSE_RULE, index};

    sim_count(play, rule->counter);
    if (sim_told(play))
        tell_rule(play, index);
    sim_effect_sets(play, &rule->effect, cause);

    const ear_status status =
        sim_effect_moods(play, &rule->effect, cause, NULL, &rule->place);

    if (status != EAR_OK)
        return status;
    sim_effect_points(play, &rule->effect, cause);
    if (it->go == MODEL_NONE && rule->go != MODEL_NONE) {
        it->go = rule->go;
        if (play->watch && play->watch->rules)
            play->watch->rules[index] |= SIM_WENT;
    }
    return EAR_OK;
}

static ear_status step_rule(sim_play *play, given *it, uint32_t index)
{
    const model_rule *rule = &play->scenario->rules[index];
    bool held = true;

    if (rule->once && sim_counted(play, rule->counter) > 0)
        return EAR_OK;
    if (rule->when != MODEL_NONE) {
        const ear_status status = sim_when(play, &held, rule->when, &rule->place);

        if (status != EAR_OK)
            return status;
    }
    if (play->watch) {
        sim_watched(play->watch->rules, index, held);
        if (play->watch->happened)
            play->watch->happened[index] += held;
    }
    return held ? rule_happens(play, it, index) : EAR_OK;
}

static ear_status step_rules(sim_play *play, given *it)
{
    ear_status status = EAR_OK;

    for (uint32_t r = 0; r < play->scenario->count[MODEL_S_RULES]; r++)
        if ((status = step_rule(play, it, r)) != EAR_OK)
            break;
    return status;
}

/* Steps 1 to 4. What step 2 gains is known only while rules are asked: afterwards it is
 * nothing again, so that equal states are equal. */
static ear_status steps_with_rules(sim_play *play, given *it)
{
    const uint32_t count = play->scenario->count[MODEL_S_METERS];
    const int32_t *meters = model_ints(play->state, play->layout.meters);
    int32_t *gained = model_ints(play->state, play->layout.gained);
    int32_t before[MODEL_MAX_METERS];

    step_sets(play, it);
    memcpy(before, meters, count * sizeof *before);

    ear_status status = step_moods(play, it);

    if (status == EAR_OK) {
        for (uint32_t m = 0; m < count; m++)
            gained[m] = meters[m] - before[m];
        step_points(play, it);
        status = step_rules(play, it);
    }
    memset(gained, 0, count * sizeof *gained);
    return status;
}

static ear_status steps_1_to_4(sim_play *play, given *it)
{
    if (play->scenario->count[MODEL_S_RULES])
        return steps_with_rules(play, it);
    step_sets(play, it);

    const ear_status status = step_moods(play, it);

    if (status == EAR_OK)
        step_points(play, it);
    return status;
}

/* What first() answers from now on. */
static void note_first(sim_play *play)
{
    const uint32_t *meters = model_words_at(play->state, play->layout.meters);
    uint32_t *first = model_words_at(play->state, play->layout.first);

    for (uint32_t m = 0; m < play->scenario->count[MODEL_S_METERS]; m++)
        sim_put(play, &first[m], meters[m]);
}

static ear_status step_on(sim_play *play, const given *it)
{
    const model_reply *reply = it->reply;

    if (it->go != MODEL_NONE) {
        sim_go(play, it->go);
    } else if (reply->visit != MODEL_NONE) {
        sim_watched_reply(play, it->index, SIM_VISITED);
        return sim_visit(play, reply->visit, (model_return){it->after, reply->go},
                         &it->detail->place);
    } else if (reply->go != MODEL_NONE) {
        sim_watched_reply(play, it->index, SIM_WENT);
        sim_go(play, reply->go);
    } else {
        play->state->statement = it->after;
    }
    return EAR_OK;
}

static ear_status steps(sim_play *play, given *it)
{
    ear_status status = begin(play, it);

    if (status == EAR_OK)
        status = steps_1_to_4(play, it);
    if (status != EAR_OK)
        return status;
    play->state->reply = MODEL_NONE;
    play->state->intent = MODEL_NONE;
    sim_drift(play);
    if (play->state->turn == 1)
        note_first(play);
    if (it->reply->answer != MODEL_NONE) {
        sim_text_clear(play);
        status = sim_line(play, it->reply->answer, &it->detail->place);
    }
    return status == EAR_OK ? step_on(play, it) : status;
}

ear_status sim_reply(sim_play *play, unsigned bit)
{
    const ear_scenario *sc = play->scenario;
    const uint32_t statement = play->state->statement;
    const uint32_t index = sc->statements[statement].item + bit;
    const model_reply *reply = &sc->replies[index];
    given it = {
        .index = index,
        .reply = reply,
        .detail = &sc->details[index],
        .intent = reply->intent == MODEL_NONE ? NULL : &sc->intents[reply->intent],
        .after = statement + 1,
        .go = MODEL_NONE,
    };

    play->run = 0;
    play->entered = 0;
    play->empty = MODEL_NONE;

    const ear_status status = steps(play, &it);

    return status == EAR_OK ? sim_run(play) : status;
}
