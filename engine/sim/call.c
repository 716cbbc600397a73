/* Calls into the pack's Lua. Whatever answers may be broken or hostile: an answer counts
 * only after it was checked here. */
#include "base/utf8.h"
#include "sim/machine.h"

/* The widest amount that can matter: from one end of the widest meter to the other. */
#define AMOUNT_LIMIT (2 * (int64_t)MODEL_METER_LIMIT)

static ear_status misfit(sim_play *play, const model_place *place, const char *what)
{
    return sim_fail_at(play, EAR_E_SCRIPT, place, "the function here gives back %s",
                       what);
}

static ear_status call(sim_play *play, ear_answer *answer, model_code code,
                       ear_call_kind kind, const model_place *place)
{
    ear_error *const err = play->err;

    memset(answer, 0, offsetof(ear_answer, amounts));
    answer->den = 1;
    answer->count = answer->read_count = 0;
    answer->reads_whole = false;
    answer->random = play->state->random;
    if (err)
        *err = (ear_error){0};

    const ear_call asked = {.function = code & ~MODEL_FUNCTION,
                            .kind = kind,
                            .state = play->state,
                            .bytes = play->layout.bytes};
    const ear_status status = play->hooks.call(play->hooks.user, &asked, answer, err);

    if (status == EAR_OK)
        play->state->random = answer->random;
    else if (err && !err->message[0])
        return sim_fail_at(play, status, place, "the function here failed");
    else if (err && err->line == 0)
        sim_place(play, place);
    return status;
}

ear_status sim_call_truth(sim_play *play, bool *out, model_code code,
                          const model_place *place)
{
    ear_answer answer;
    const ear_status status = call(play, &answer, code, EAR_CALL_WHEN, place);

    if (status == EAR_OK)
        *out = answer.truth;
    return status;
}

ear_status sim_call_number(sim_play *play, base_number *out, model_code code,
                           const model_place *place)
{
    ear_answer answer;
    const ear_status status = call(play, &answer, code, EAR_CALL_OF, place);

    if (status != EAR_OK)
        return status;
    if (answer.den <= 0)
        return misfit(play, place, "what is no number");
    *out = base_number_fraction(answer.num, answer.den);
    return EAR_OK;
}

static bool fits(const ear_amount *amount)
{
    if (amount->den <= 0)
        return false;

    const base_number n = base_number_fraction(amount->num, amount->den);

    return base_number_compare(n, base_number_whole(AMOUNT_LIMIT)) <= 0 &&
           base_number_compare(n, base_number_whole(-AMOUNT_LIMIT)) >= 0;
}

ear_status sim_call_amounts(sim_play *play, ear_answer *answer, model_code code,
                            const model_place *place)
{
    const uint32_t meters = play->scenario->count[MODEL_S_METERS];
    const ear_status status = call(play, answer, code, EAR_CALL_MOOD, place);

    if (status != EAR_OK)
        return status;
    if (answer->count > EAR_MAX_AMOUNTS || answer->count > meters)
        return misfit(play, place, "more amounts than there are meters");
    for (size_t i = 0; i < answer->count; i++) {
        const ear_amount *amount = &answer->amounts[i];

        if (amount->meter >= meters)
            return misfit(play, place, "an amount for a meter that does not exist");
        if (i > 0 && amount->meter <= amount[-1].meter)
            return misfit(play, place, "amounts out of the meters' order");
        if (!fits(amount))
            return misfit(play, place, "an amount that is out of range");
    }
    return EAR_OK;
}

static uint32_t count_lines(const char *text, size_t length)
{
    uint32_t lines = 1;

    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    return lines;
}

ear_status sim_call_words(sim_play *play, model_code code, const model_place *place)
{
    ear_answer answer;
    const ear_status status = call(play, &answer, code, EAR_CALL_WORDS, place);

    if (status != EAR_OK)
        return status;
    if (!answer.text.at)
        return misfit(play, place, "no words");
    if (answer.text.length > MODEL_MAX_WORDS)
        return misfit(play, place, "more than 2,000 bytes of words");
    base_bytes_clear(&play->scratch);
    if (!base_utf8_clean(&play->scratch, answer.text.at, answer.text.length)) {
        base_bytes_release(&play->scratch);
        return base_fail_memory(play->err);
    }
    if (play->scratch.length > MODEL_MAX_WORDS)
        return misfit(play, place, "more than 2,000 bytes of words");
    if (count_lines(base_bytes_string(&play->scratch), play->scratch.length) >
        MODEL_MAX_LINES)
        return misfit(play, place, "more than 40 lines of words");
    return EAR_OK;
}
