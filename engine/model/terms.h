#ifndef EARSHOT_MODEL_TERMS_H
#define EARSHOT_MODEL_TERMS_H

#include "model/image.h"

/* What the pack language calls the values of an enum, in its order; NULL at the end.
 * They are read from packs and told in every report. */
extern const char *const model_channel_terms[MODEL_CHANNEL_NONE + 1];
extern const char *const model_rating_terms[MODEL_RATINGS + 1];
extern const char *const model_shows_terms[MODEL_SHOWS_COUNT + 1];
extern const char *const model_pick_terms[MODEL_PICKS + 1];

#endif
