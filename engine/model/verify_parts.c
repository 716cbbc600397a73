/* What many records of an image have: texts, words, ranges, effects, places. */
#include "model/verify.h"

#include <string.h>

/* The longest text an image may hold: bounds the work of the check, and no scenario
 * comes near it. */
#define LONGEST_TEXT 65535u

/* TEXT as a whole is valid UTF-8, so a text that begins at a letter and ends at a NUL is
 * valid too. */
bool verify_text(const verify *v, model_text text)
{
    if (text.at == 0 && text.length == 0)
        return true; /* most are absent; TEXT begins with a NUL */
    if (text.length > LONGEST_TEXT ||
        (uint64_t)text.at + text.length >= v->scenario->count[MODEL_S_TEXT] ||
        text.length > *v->text_left)
        return false;
    *v->text_left -= text.length;

    const char *at = v->scenario->text + text.at;
    if (((unsigned char)at[0] & 0xc0) == 0x80)
        return false;
    return memchr(at, '\0', (size_t)text.length + 1) == at + text.length;
}

bool verify_use_of(const verify *v, model_code code, unsigned uses)
{
    if (code == MODEL_NONE)
        return (uses & VERIFY_NONE) != 0;
    if (code & MODEL_FUNCTION) {
        const uint32_t number = code & ~MODEL_FUNCTION;
        return (uses & VERIFY_FUNCTION) && number >= 1 &&
               number <= v->scenario->info->functions;
    }
    if (!(uses & VERIFY_CODE) || !verify_index(v, code, MODEL_S_CODE))
        return false;
    return verify_code_begins(v, code, (uses & VERIFY_ALL) != 0);
}

bool verify_words(const verify *v, const model_words *words)
{
    if (words->text.length == 0 && words->text.at == 0 && words->tone.length == 0 &&
        words->tone.at == 0 && words->pieces.count == 0 && words->pieces.first == 0 &&
        words->function == MODEL_NONE)
        return true; /* absent, as most are */
    return verify_text(v, words->text) && verify_text(v, words->tone) &&
           verify_range(v, words->pieces, MODEL_S_PIECES) &&
           verify_use_of(v, words->function, VERIFY_FUNCTION | VERIFY_NONE);
}

bool verify_effect(const verify *v, const model_effect *effect)
{
    const model_range sets = {effect->first_set, effect->sets};
    const model_range moods = {effect->first_mood, effect->moods};
    const model_range points = {effect->first_points, effect->points};

    if (effect->opaque > 1)
        return false;
    return verify_range(v, sets, MODEL_S_SETS) && verify_range(v, moods, MODEL_S_MOODS) &&
           verify_range(v, points, MODEL_S_POINTS) &&
           verify_use_of(v, effect->function,
                         effect->opaque ? VERIFY_FUNCTION : VERIFY_NONE);
}

static int64_t divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        const int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

bool verify_number(base_number number)
{
    return number.den > 0 && number.num > INT64_MIN &&
           divisor(number.num, number.den) == 1;
}

bool verify_visit(const verify *v, uint32_t moment)
{
    return moment == MODEL_NONE || (verify_index(v, moment, MODEL_S_MOMENTS) &&
                                    v->scenario->moments[moment].kind == MODEL_MOMENT);
}
