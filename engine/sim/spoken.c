/* Words that a function of the pack gives back: a tone may come first, and braces in them
 * are inserted while the conversation runs. */
#include "sim/machine.h"

#include "base/random.h"
#include "model/words.h"

#define INSERT_ROOM 32

typedef struct name {
    const char *at;
    size_t length;
} name;

static bool is(name word, const char *text)
{
    return strlen(text) == word.length && memcmp(word.at, text, word.length) == 0;
}

/* Appends what {word} stands for; false if it stands for nothing. */
static bool insert(const sim_play *play, base_bytes *out, name word)
{
    static const struct {
        const char *word;
        model_insert insert;
    } fixed[] = {{"turn", MODEL_INSERT_TURN},
                 {"minutes", MODEL_INSERT_MINUTES},
                 {"seconds", MODEL_INSERT_SECONDS}};
    const ear_scenario *sc = play->scenario;
    const uint32_t meter = model_find_meter(sc, word.at, word.length);
    const uint32_t flag = model_find_flag(sc, word.at, word.length);
    model_insert what = MODEL_INSERT_NOTHING;
    char value[INSERT_ROOM];

    if (is(word, "customer") && sc->info->customer != MODEL_NONE) {
        const model_text who = sc->speakers[sc->info->customer].name;

        base_bytes_add(out, sc->text + who.at, who.length);
        return true;
    }
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (is(word, fixed[i].word))
            what = fixed[i].insert;
    if (meter != MODEL_NONE)
        what = MODEL_INSERT_METER;
    else if (flag != MODEL_NONE)
        what = MODEL_INSERT_FLAG;
    if (what == MODEL_INSERT_NOTHING)
        return false;
    base_bytes_add(out, value,
                   sim_insert(play, value, what, meter != MODEL_NONE ? meter : flag));
    return true;
}

/* Appends the words with their braces filled in; unknown ones stay as written. */
static void expand(const sim_play *play, base_bytes *out, const char *text, size_t length)
{
    const char *const end = text + length;

    while (text < end) {
        const char *open = memchr(text, '{', (size_t)(end - text));

        base_bytes_add(out, text, (size_t)((open ? open : end) - text));
        if (!open)
            return;
        text = open + 1;
        if (text < end && *text == '{') {
            base_bytes_char(out, '{');
            text++;
            continue;
        }

        const char *close = memchr(text, '}', (size_t)(end - text));
        if (close && insert(play, out, (name){text, (size_t)(close - text)}))
            text = close + 1;
        else
            base_bytes_char(out, '{');
    }
}

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
        expand(play, &words, spoken.text, spoken.length);
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
