#ifndef EARSHOT_SIM_WORDS_H
#define EARSHOT_SIM_WORDS_H

/* Words as they are said now: their {braces} filled in, or asked for from a function; and
 * the room in which the text of an event stands. Private to sim. */

#include "sim/machine.h"

/* --- words.c --- */
/* What a piece of words has become. */
typedef struct sim_spoken {
    ear_text text;
    ear_text tone;
    model_length length;
} sim_spoken;
ear_text sim_pieces(sim_play *play, const model_words *words);

/* --- spoken.c --- */
ear_status sim_speak_function(sim_play *play, sim_spoken *out, model_code code,
                              const model_place *place);
/* A reply's words: asked for at any time between offer and answer they are the same, and
 * asking leaves the run's random state alone. */
ear_status sim_reply_function(sim_play *play, sim_spoken *out, uint32_t reply);

/* --- words.c: room for text --- */
void sim_text_shrink(sim_play *play); /* drops all blocks but the newest */
char *sim_text_grow(sim_play *play, size_t need);

/* Text that was handed out is no longer wanted. */
static inline void sim_text_clear(sim_play *play)
{
    play->text.used = 0;
    if (play->text.blocks)
        sim_text_shrink(play);
}

/* Where the next `need` bytes of text go; NULL: out of memory. */
static inline char *sim_text_room(sim_play *play, size_t need)
{
    return play->text.room - play->text.used >= need ? play->text.at + play->text.used
                                                     : sim_text_grow(play, need);
}
size_t sim_insert(const sim_play *play, char *to, uint32_t insert, uint32_t index);
/* A text of the image; at NULL when it is empty. */
static inline ear_text sim_static(const sim_play *play, model_text text)
{
    const char *at = text.length ? play->scenario->text + text.at : NULL;

    return (ear_text){at, text.length};
}

/* Room behind text for what sim_copy() writes too much. */
#define SIM_STRIDE 64

/* Copies text of the image. Most is short: then a fixed length, which costs no call; what
 * is copied too much is text of the image as well, and lands in SIM_STRIDE bytes that are
 * there for it. */
static inline void sim_copy(char *to, const ear_scenario *sc, model_text text)
{
    const char *from = sc->text + text.at;

    if (text.length <= SIM_STRIDE && text.at + SIM_STRIDE <= sc->count[MODEL_S_TEXT])
        memcpy(to, from, SIM_STRIDE);
    else
        memcpy(to, from, text.length);
}

/* Words that are no function. */
static inline ear_text sim_words(sim_play *play, const model_words *words)
{
    const ear_scenario *sc = play->scenario;
    const model_text text = words->text;

    if (words->pieces.count)
        return sim_pieces(play, words);
    if (sim_told(play))
        return (ear_text){sc->text + text.at, text.length};

    char *const at = sim_text_room(play, text.length + SIM_STRIDE);

    if (!at)
        return (ear_text){"", 0};
    sim_copy(at, sc, text);
    play->text.used += text.length;
    play->built += text.length;
    return (ear_text){at, text.length};
}

/* Words that may be absent: then at NULL. */
static inline ear_text sim_maybe(sim_play *play, const model_words *words)
{
    return words->text.length || words->pieces.count ? sim_words(play, words)
                                                     : (ear_text){0};
}
static inline ear_text sim_aside(sim_play *play, model_aside aside)
{
    return sim_maybe(play, model_words_of(play->scenario, aside));
}

/* Text is built only when somebody wants it; words that are a function are always asked
 * for. The text is borrowed until sim_text_clear(). */
static inline ear_status sim_speak(sim_play *play, sim_spoken *out,
                                   const model_words *words, const model_place *place)
{
    if (words->function != MODEL_NONE)
        return sim_speak_function(play, out, words->function, place);
    out->length = words->spoken;
    if (play->words)
        out->text = sim_words(play, words);
    if (sim_told(play))
        out->tone = sim_static(play, words->tone);
    return EAR_OK;
}

static inline ear_status sim_reply_words(sim_play *play, sim_spoken *out, uint32_t reply)
{
    const model_words *words = &play->scenario->replies[reply].words;

    if (words->function != MODEL_NONE)
        return sim_reply_function(play, out, reply);
    out->length = words->spoken;
    if (play->words)
        out->text = sim_words(play, words);
    return EAR_OK;
}

#endif
