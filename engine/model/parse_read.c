/* Small texts that are no expressions: drifts and durations. */
#include "model/parse.h"

#include <string.h>

#define DAY_TENTHS 864000

/* A text that is read from its beginning. */
struct reader {
    const char *at;
    const char *end;
};

static void skip_blanks(struct reader *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n'))
        r->at++;
}

/* A whole word: no letter may follow. */
static bool take_word(struct reader *r, const char *word)
{
    const size_t length = strlen(word);

    skip_blanks(r);
    if ((size_t)(r->end - r->at) < length || memcmp(r->at, word, length) != 0)
        return false;
    if (r->at + length < r->end && model_is_plain_id(r->at + length, 1))
        return false;
    r->at += length;
    return true;
}

static bool take_number(struct reader *r, base_number *out)
{
    skip_blanks(r);

    const size_t bytes = base_number_read(out, r->at, (size_t)(r->end - r->at));
    r->at += bytes;
    return bytes > 0;
}

static bool at_end(struct reader *r)
{
    skip_blanks(r);
    return r->at == r->end;
}

bool model_read_drift(int32_t *toward, base_number *by, const char *text, size_t length)
{
    struct reader r = {text, text + length};
    base_number value, step;

    if (!take_word(&r, "toward") && !take_word(&r, "towards"))
        return false;
    skip_blanks(&r);

    const bool negative = r.at < r.end && *r.at == '-';
    r.at += negative;
    if (!take_number(&r, &value) || value.den != 1 || value.num > MODEL_METER_LIMIT ||
        !take_word(&r, "by") || !take_number(&r, &step) || !at_end(&r))
        return false;
    *toward = (int32_t)(negative ? -value.num : value.num);
    *by = step;
    return true;
}

bool model_read_duration(uint32_t *tenths, const char *text, size_t length)
{
    static const char *const units[] = {"s", "sec", "secs", "second", "seconds"};
    struct reader r = {text, text + length};
    base_number seconds;

    if (!take_number(&r, &seconds))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (take_word(&r, units[i]))
            break;
    }
    if (!at_end(&r))
        return false;

    const int64_t rounded =
        base_number_round(base_number_multiply(seconds, base_number_whole(10)));
    if (rounded > DAY_TENTHS)
        return false;
    *tenths = (uint32_t)rounded;
    return true;
}
