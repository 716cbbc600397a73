#ifndef EARSHOT_MODEL_LIKENESS_H
#define EARSHOT_MODEL_LIKENESS_H

#include <stddef.h>

#define MODEL_ALIKE      1000u /* the same words */
#define MODEL_LIKE_OTHER 500u  /* from here on one text may be the other, reworded */

/* How much two texts (or ids) are made of the same words, 0 to MODEL_ALIKE: twice the
 * words they share by all their words. Case and what stands between words do not count;
 * only the first 64 words of each do. */
unsigned model_likeness(const char *a, size_t a_length, const char *b, size_t b_length);

#endif
