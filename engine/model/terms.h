#ifndef EARSHOT_MODEL_TERMS_H
#define EARSHOT_MODEL_TERMS_H

#include "model/image.h"

#include <stddef.h>

/* What the pack language calls the values of an enum, in its order; NULL at the end.
 * They are read from packs and told in every report. */
extern const char *const model_channel_terms[MODEL_CHANNEL_NONE + 1];
extern const char *const model_rating_terms[MODEL_RATINGS + 1];
extern const char *const model_shows_terms[MODEL_SHOWS_COUNT + 1];
extern const char *const model_pick_terms[MODEL_PICKS + 1];

/* What a portrait has. An image keeps it as text: a later version may know more. */
typedef enum model_portrait {
    MODEL_PORTRAIT_SEED,
    MODEL_PORTRAIT_AGE,
    MODEL_PORTRAIT_HAIR,
    MODEL_PORTRAIT_SKIN,
    MODEL_PORTRAIT_GLASSES,
    MODEL_PORTRAIT_EARRINGS,
    MODEL_PORTRAIT_BEARD,
    MODEL_PORTRAIT_SCARF,
    MODEL_PORTRAIT_COUNT
} model_portrait;
extern const char *const model_portrait_terms[MODEL_PORTRAIT_COUNT + 1];

/* The value that the word stands for; how many there are when it is none of them. */
uint32_t model_term_of(const char *const *terms, const char *word, size_t length);

#endif
