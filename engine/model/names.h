#ifndef EARSHOT_MODEL_NAMES_H
#define EARSHOT_MODEL_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#define MODEL_NEAR_STEP 4u /* one letter more, fewer or another */

/* Collects the nearest of several names to a word that was not found (edit distance with
 * swapped neighbours, case ignored at half cost). */
typedef struct model_nearest {
    const char *word;
    size_t length;
    const char
        *best; /* NULL while nothing is near enough; borrowed from model_near_offer */
    size_t best_length;
    unsigned distance; /* MODEL_NEAR_STEP is one letter */
} model_nearest;

model_nearest model_near_begin(const char *word, size_t length);
void model_near_offer(model_nearest *near, const char *name, size_t length);

/* Whether `name` is an intent that needs no declaration: "ask", "listen", ... */
bool model_is_known_intent(const char *name, size_t length);

#endif
