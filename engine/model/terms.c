#include "model/terms.h"

#include <string.h>

const char *const model_channel_terms[] = {
    [MODEL_CHAT] = "chat",
    [MODEL_PHONE] = "phone",
    [MODEL_IN_PERSON] = "in-person",
    [MODEL_CHANNEL_NONE] = NULL,
};

const char *const model_rating_terms[] = {
    [MODEL_WEAK] = "weak",
    [MODEL_MIXED] = "mixed",
    [MODEL_STRONG] = "strong",
    [MODEL_RATINGS] = NULL,
};

const char *const model_shows_terms[] = {
    [MODEL_SHOWS_NOTHING] = "nothing", [MODEL_SHOWS_TENSION] = "tension",
    [MODEL_SHOWS_WARMTH] = "warmth",   [MODEL_SHOWS_ENGAGEMENT] = "engagement",
    [MODEL_SHOWS_COUNT] = NULL,
};

const char *const model_pick_terms[] = {
    [MODEL_CYCLE] = "cycle", [MODEL_ONCE] = "once", [MODEL_SHUFFLE] = "shuffle",
    [MODEL_FIRST] = "first", [MODEL_PICKS] = NULL,
};

const char *const model_portrait_terms[] = {
    [MODEL_PORTRAIT_SEED] = "seed",       [MODEL_PORTRAIT_AGE] = "age",
    [MODEL_PORTRAIT_HAIR] = "hair",       [MODEL_PORTRAIT_SKIN] = "skin",
    [MODEL_PORTRAIT_GLASSES] = "glasses", [MODEL_PORTRAIT_EARRINGS] = "earrings",
    [MODEL_PORTRAIT_BEARD] = "beard",     [MODEL_PORTRAIT_SCARF] = "scarf",
    [MODEL_PORTRAIT_COUNT] = NULL,
};

uint32_t model_term_of(const char *const *terms, const char *word, size_t length)
{
    uint32_t i = 0;

    while (terms[i] &&
           !(strlen(terms[i]) == length && memcmp(terms[i], word, length) == 0))
        i++;
    return i;
}
