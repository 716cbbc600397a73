/* Other beginnings than the scenario's: "calm=20, called, not vip". */
#include "sim/session.h"

#include "model/names.h"

#include <ctype.h>

typedef struct part {
    const char *at;
    size_t length;
} part;

static part trim(const char *from, const char *to)
{
    while (from < to && isspace((unsigned char)*from))
        from++;
    while (to > from && isspace((unsigned char)to[-1]))
        to--;
    return (part){from, (size_t)(to - from)};
}

/* A whole number of at most ten digits, with a sign perhaps. */
static bool read_whole(part text, int64_t *out)
{
    const bool minus = text.length > 0 && text.at[0] == '-';
    size_t i = minus || (text.length > 0 && text.at[0] == '+');

    if (i == text.length || text.length - i > 10)
        return false;
    for (*out = 0; i < text.length; i++) {
        if (!isdigit((unsigned char)text.at[i]))
            return false;
        *out = *out * 10 + (text.at[i] - '0');
    }
    if (minus)
        *out = -*out;
    return true;
}

static ear_status no_meter(const ear_scenario *sc, part name, ear_error *err)
{
    if (model_find_flag(sc, name.at, name.length) != MODEL_NONE)
        return base_fail(err, EAR_E_NOT_FOUND,
                         "'%.*s' is a flag: it is set by its name alone, or with not "
                         "before it",
                         (int)name.length, name.at);

    model_nearest near = model_near_begin(name.at, name.length);
    for (uint32_t i = 0; i < sc->count[MODEL_S_METERS]; i++)
        model_near_offer(&near, model_string(sc, sc->meters[i].id),
                         sc->meters[i].id.length);
    return base_fail(err, EAR_E_NOT_FOUND, "there is no meter '%.*s' to set%s%.*s%s",
                     (int)name.length, name.at, near.best ? "; did you mean '" : "",
                     near.best ? (int)near.best_length : 0, near.best ? near.best : "",
                     near.best ? "'?" : "");
}

/* What an older run or habit calls it, as it is called now; else as given. */
static part newest(const ear_scenario *sc, part name)
{
    char id[MODEL_MAX_WORDS];

    if (sc->count[MODEL_S_RENAMED] == 0 || name.length >= sizeof id)
        return name;
    memcpy(id, name.at, name.length);
    id[name.length] = '\0';

    const char *now = model_newest_name(sc, id);

    return now == id ? name : (part){now, strlen(now)};
}

static ear_status set_meter(sim_play *play, part name, part value, ear_error *err)
{
    const ear_scenario *sc = play->scenario;
    const model_layout *at = &play->layout;
    const part now = newest(sc, name);
    const uint32_t meter = model_find_meter(sc, now.at, now.length);
    const uint32_t arrays[] = {at->meters, at->start,   at->first,
                               at->lowest, at->highest, at->extreme};
    int64_t to;

    if (meter == MODEL_NONE)
        return no_meter(sc, name, err);
    if (!read_whole(value, &to) || to < sc->meters[meter].min ||
        to > sc->meters[meter].max)
        return base_fail(err, EAR_E_ARG,
                         "'%.*s' cannot begin at '%.*s': it takes whole numbers from %d "
                         "to %d",
                         (int)name.length, name.at, (int)value.length, value.at,
                         sc->meters[meter].min, sc->meters[meter].max);
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        model_ints(play->state, arrays[i])[meter] = (int32_t)to;
    return EAR_OK;
}

static ear_status set_flag(sim_play *play, part name, ear_error *err)
{
    const bool negated = name.length > 4 && memcmp(name.at, "not", 3) == 0 &&
                         isspace((unsigned char)name.at[3]);
    const part id = negated ? trim(name.at + 4, name.at + name.length) : name;
    const part now = newest(play->scenario, id);
    const uint32_t flag = model_find_flag(play->scenario, now.at, now.length);

    if (flag == MODEL_NONE)
        return base_fail(err, EAR_E_NOT_FOUND,
                         "there is no flag '%.*s' to set (a meter is set so: calm=20)",
                         (int)id.length, id.at);
    model_flags_at(play->state, &play->layout)[flag] = !negated;
    return EAR_OK;
}

ear_status sim_beginning_set(sim_play *play, const char *set, ear_error *err)
{
    while (*set) {
        const char *const end = set + strcspn(set, ",");
        const char *const equals = memchr(set, '=', (size_t)(end - set));
        const part whole = trim(set, end);
        ear_status status = EAR_OK;

        if (equals)
            status = set_meter(play, trim(set, equals), trim(equals + 1, end), err);
        else if (whole.length)
            status = set_flag(play, whole, err);
        if (status != EAR_OK)
            return status;
        set = *end ? end + 1 : end;
    }
    return EAR_OK;
}
