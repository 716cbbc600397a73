/* How a conversation ends that cannot go on. */
#include "sim/machine.h"

#include <stdio.h>

static const char *moment_name(const sim_play *play, uint32_t moment)
{
    return model_string(play->scenario, play->scenario->moments[moment].id);
}

ear_status sim_stuck_end(sim_play *play)
{
    const ear_scenario *sc = play->scenario;

    if (play->empty == MODEL_NONE) {
        const uint32_t moment = play->state->moment;

        play->stuck = SIM_DEAD_END;
        return sim_fail_at(play, EAR_E_STUCK, &sc->moments[moment].place,
                           "'%s' ends here and leads nowhere; it needs a go",
                           moment_name(play, moment));
    }

    const model_statement *choice = &sc->statements[play->empty];

    play->stuck = SIM_EMPTY_CHOICE;
    play->state->statement = play->empty;
    play->state->moment = choice->moment;
    return sim_fail_at(play, EAR_E_STUCK, &choice->place,
                       "in '%s' no reply is on offer, and nothing follows the choice",
                       moment_name(play, choice->moment));
}

ear_status sim_stuck_deep(sim_play *play, const model_place *place)
{
    play->stuck = SIM_TOO_DEEP;
    return sim_fail_at(play, EAR_E_LIMIT, place,
                       "'%s' visits once more inside %u visits; that is as deep as "
                       "visits go",
                       moment_name(play, play->state->moment), MODEL_MAX_DEPTH);
}

/* Moments entered last, the oldest first, beginning with entry `from`. */
static uint32_t recent(const sim_play *play, uint32_t from, uint32_t i)
{
    const uint32_t count = play->entered < SIM_RECENT ? play->entered : SIM_RECENT;

    return play->recent[(play->entered - count + (from + i) % count) % SIM_RECENT];
}

static bool named_before(const sim_play *play, uint32_t from, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (recent(play, from, k) == recent(play, from, i))
            return true;
    return false;
}

/* Of those entered last, the first in the file: the same, wherever it was broken off. */
static uint32_t find_first(const sim_play *play, uint32_t count)
{
    uint32_t first = 0;

    for (uint32_t i = 1; i < count; i++)
        if (recent(play, 0, i) < recent(play, 0, first))
            first = i;
    return first;
}

/* The moments entered last, each once, as far as they fit; gives back the first. */
static uint32_t name_recent(const sim_play *play, char *to, size_t room)
{
    const uint32_t count = play->entered < SIM_RECENT ? play->entered : SIM_RECENT;
    const uint32_t from = find_first(play, count);
    size_t used = 0;

    to[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        const char *name = moment_name(play, recent(play, from, i));
        const size_t length = strlen(name);

        if (named_before(play, from, i) || used + length + 5 > room)
            continue;
        used +=
            (size_t)snprintf(to + used, room - used, "%s'%s'", used ? ", " : "", name);
    }
    if (used == 0)
        snprintf(to, room, "'%s'", moment_name(play, play->state->moment));
    return count ? recent(play, from, 0) : play->state->moment;
}

ear_status sim_stuck_circle(sim_play *play)
{
    char names[300];

    play->stuck = SIM_CIRCLE;
    play->state->moment = name_recent(play, names, sizeof names);
    return sim_fail_at(play, EAR_E_STUCK,
                       &play->scenario->moments[play->state->moment].place,
                       "a circle without a reply: %u statements were played through %s",
                       MODEL_MAX_RUN, names);
}
