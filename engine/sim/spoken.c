/* Words that a function of the pack gives back: a tone may come first, and braces in them
 * are inserted while the conversation runs. */
#include "sim/words.h"

#include "base/random.h"
#include "model/eval.h"
#include "model/words.h"

static ear_text keep(sim_play *play, const char *from, size_t length)
{
    char *to = sim_text_room(play, length + 1);

    if (!to)
        return (ear_text){"", 0};
    if (length > 0)
        memcpy(to, from, length);
    to[length] = '\0';
    play->text.used += length + 1;
    play->built += length;
    return (ear_text){to, length};
}

ear_status sim_speak_function(sim_play *play, sim_spoken *out, model_code code,
                              const model_place *place)
{
    const ear_status status = sim_call_words(play, code, place);

    if (status != EAR_OK)
        return status;

    const model_spoken spoken =
        model_spoken_split(base_bytes_string(&play->scratch), play->scratch.length);
    base_bytes words = {0};

    out->length = model_spoken_length(spoken.text, spoken.length);
    if (play->words) {
        model_template_write(&words, play->scenario, &play->layout, play->state,
                             spoken.text, spoken.length);
        out->text = keep(play, base_bytes_string(&words), words.length);
        out->tone = spoken.tone_length ? keep(play, spoken.tone, spoken.tone_length)
                                       : (ear_text){0};
    }

    const bool whole = !words.failed && !play->failed;

    base_bytes_release(&words);
    return whole ? EAR_OK : base_fail_memory(play->err);
}

ear_status sim_reply_function(sim_play *play, sim_spoken *out, uint32_t reply)
{
    const ear_scenario *sc = play->scenario;
    const uint64_t random = play->state->random;

    play->state->random = base_random_seed(random + reply);

    const ear_status status = sim_speak_function(
        play, out, sc->replies[reply].words.function, &sc->details[reply].place);

    play->state->random = random;
    return status;
}
