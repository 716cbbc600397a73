#ifndef EARSHOT_MODEL_WORDS_H
#define EARSHOT_MODEL_WORDS_H

#include "base/bytes.h"
#include "model/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A leading "(tone)" and the rest; both borrowed from `text`. A line without a tone, or
 * one that is nothing but parentheses, has tone_length 0. */
typedef struct model_spoken {
    const char *tone;
    size_t tone_length;
    const char *text;
    size_t length;
} model_spoken;

model_spoken model_spoken_split(const char *text, size_t length);

model_length model_spoken_length(const char *text, size_t length);

/* Simulated time to say it: 4 tenths of a second a word, 7 a [beat]. */
static inline uint32_t model_spoken_tenths(model_length spoken)
{
    return 4u * spoken.words + 7u * spoken.beats;
}

/* The same for a line, whose words take a second at least; its beats are added to that.
 */
static inline uint32_t model_line_tenths(model_length spoken)
{
    const uint32_t least = spoken.words < 3 ? 10 - 4u * spoken.words : 0;

    return model_spoken_tenths(spoken) + least;
}

/* Appends the first six words, lower case, joined by '-': the derived id's second half.
 * Appends nothing when there is no word. `text` without its tone. */
bool model_words_slug(base_bytes *out, const char *text, size_t length);

/* Letters a reader sees: code points without [beat], stress stars and combining marks. */
size_t model_words_letters(const char *text, size_t length);

/* How long the name is by which one calls somebody: the first word, or the whole of it
 * when that is a title ("Mrs Park"). */
size_t model_first_name(const char *name);

#endif
