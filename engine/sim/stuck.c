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

static bool named_before(const sim_play *play, uint32_t first, uint32_t i)
{
    const uint32_t moment = play->recent[i % SIM_RECENT];

    for (uint32_t k = first; k < i; k++)
        if (play->recent[k % SIM_RECENT] == moment)
            return true;
    return false;
}

/* The moments entered last, each once, as far as they fit. */
static void name_recent(const sim_play *play, char *to, size_t room)
{
    const uint32_t end = play->entered;
    const uint32_t first = end > SIM_RECENT ? end - SIM_RECENT : 0;
    size_t used = 0;

    to[0] = '\0';
    for (uint32_t i = first; i < end; i++) {
        const char *name = moment_name(play, play->recent[i % SIM_RECENT]);
        const size_t length = strlen(name);

        if (named_before(play, first, i) || used + length + 5 > room)
            continue;
        used +=
            (size_t)snprintf(to + used, room - used, "%s'%s'", used ? ", " : "", name);
    }
    if (used == 0)
        snprintf(to, room, "'%s'", moment_name(play, play->state->moment));
}

ear_status sim_stuck_circle(sim_play *play)
{
    char names[300];

    play->stuck = SIM_CIRCLE;
    name_recent(play, names, sizeof names);
    return sim_fail_at(play, EAR_E_STUCK,
                       &play->scenario->moments[play->state->moment].place,
                       "a circle without a reply: %u statements were played through %s",
                       MODEL_MAX_RUN, names);
}
