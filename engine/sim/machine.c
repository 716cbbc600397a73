#include "sim/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static bool any_drift(const ear_scenario *scenario)
{
    for (uint32_t m = 0; m < scenario->count[MODEL_S_METERS]; m++)
        if (scenario->meters[m].drift_by.num != 0)
            return true;
    return false;
}

ear_status sim_play_open(sim_play *play, const ear_scenario *scenario,
                         const ear_hooks *hooks, bool every_counter, ear_error *err)
{
    const bool functions = scenario->info->functions > 0;

    if (functions && (!hooks || !hooks->call))
        return base_fail(err, EAR_E_ARG,
                         "the scenario has Lua functions and nobody to answer them");
    play->scenario = scenario;
    /* A function may ask for any count. */
    play->layout = model_layout_of(scenario, every_counter || functions);
    if (hooks)
        play->hooks = *hooks;
    play->drifts = any_drift(scenario);
    play->fetches = scenario->header->bytes >= SIM_FETCHED;
    play->text = (sim_text){.at = play->first, .room = SIM_FIRST_TEXT};
    return EAR_OK;
}

void sim_play_close(sim_play *play)
{
    sim_text_clear(play);
    free(play->text.blocks);
    free(play->items);
    free(play->log.at);
    base_bytes_release(&play->scratch);
}

void sim_play_listen(sim_play *play, const ear_sink *sink, ear_error *err)
{
    play->sink = sink ? *sink : (ear_sink){0};
    play->words = sink && (sink->event || sink->words);
    play->err = err;
    play->failed = false;
    play->stuck = SIM_NOT_STUCK;
}

ear_status sim_fail_at(sim_play *play, ear_status status, const model_place *place,
                       const char *fmt, ...)
{
    char message[sizeof play->err->message];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(message, sizeof message, fmt, ap);
    va_end(ap);
    base_fail(play->err, status, "%s", message);
    sim_place(play, place);
    return status;
}

void sim_place(sim_play *play, const model_place *place)
{
    const ear_scenario *sc = play->scenario;

    if (place && place->line)
        base_fail_at(play->err, model_string(sc, sc->files[place->file]),
                     (int)place->line);
}

bool sim_log_grow(sim_play *play)
{
    sim_log *log = &play->log;
    const size_t room = log->room ? log->room * 2 : SIM_FIRST_LOG;
    sim_change *moved = play->failed ? NULL : realloc(log->at, room * sizeof *moved);

    if (!moved) {
        play->failed = true;
        return false;
    }
    log->at = moved;
    log->room = room;
    return true;
}

void sim_log_undo(sim_play *play, size_t mark)
{
    sim_log *log = &play->log;

    while (log->count > mark) {
        const sim_change *change = &log->at[--log->count];

        *model_words_at(play->state, change->at) = change->was;
    }
}
