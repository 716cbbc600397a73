#include "model/names.h"

#include "base/utf8.h"

#include <stdlib.h>

#define LONGEST 128 /* code points; a longer name is never suggested */

/* In quarters of a step: neighbours that changed places are the likeliest slip of all,
 * and a change of case is half of one. */
#define STEP MODEL_NEAR_STEP
#define SWAP 3u
#define CASE 2u
#define FAR  10000u

struct letters {
    uint32_t at[LONGEST];
    size_t count;
};

/* False: it is too long. */
static bool read_letters(struct letters *out, const char *text, size_t length)
{
    out->count = 0;
    for (size_t at = 0; at < length; out->count++) {
        if (out->count == LONGEST)
            return false;
        at += base_utf8_read(&out->at[out->count], text + at, length - at);
    }
    return true;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static unsigned replacing(uint32_t a, uint32_t b)
{
    if (a == b)
        return 0;
    return base_lower(a) == base_lower(b) ? CASE : STEP;
}

/* One cell of the table of distances: how a[..i] becomes b[..j]. */
static unsigned cell(unsigned row[3][LONGEST + 1], const struct letters *a,
                     const struct letters *b, size_t i, size_t j)
{
    const uint32_t x = a->at[i - 1], y = b->at[j - 1];
    const unsigned *above = row[(i + 2) % 3], *two_above = row[(i + 1) % 3];
    unsigned best = above[j - 1] + replacing(x, y);

    best = least(best, above[j] + STEP);
    best = least(best, row[i % 3][j - 1] + STEP);
    if (i > 1 && j > 1 && x != y && base_lower(x) == base_lower(b->at[j - 2]) &&
        base_lower(a->at[i - 2]) == base_lower(y))
        best = least(best, two_above[j - 2] + SWAP);
    return best;
}

/* The distance with swapped neighbours (optimal string alignment), or FAR once it is
 * sure to be over `limit`. Only the band of the table that can matter is filled in. */
static unsigned distance(const struct letters *a, const struct letters *b, unsigned limit)
{
    const size_t band = limit / STEP;
    unsigned row[3][LONGEST + 1] = {{0}};
    unsigned before = 0; /* the smallest of the row above */

    for (size_t j = 0; j <= b->count; j++) {
        row[0][j] = (unsigned)j * STEP;
        row[1][j] = row[2][j] = FAR;
    }
    for (size_t i = 1; i <= a->count; i++) {
        const size_t first = i > band ? i - band : 1;
        const size_t last = i + band < b->count ? i + band : b->count;
        unsigned smallest = row[i % 3][0] = (unsigned)i * STEP;

        if (first > 1)
            row[i % 3][first - 1] = FAR;
        for (size_t j = first; j <= last; j++) {
            row[i % 3][j] = cell(row, a, b, i, j);
            smallest = least(smallest, row[i % 3][j]);
        }
        if (last < b->count)
            row[i % 3][last + 1] = FAR;
        if (least(smallest, before) > limit) /* a swap reaches over one row */
            return FAR;
        before = smallest;
    }
    return row[a->count % 3][b->count];
}

/* Two slips (one in a word of three letters), or one for every three letters; but never
 * all letters of the shorter one. */
static unsigned allowed(size_t word, size_t name)
{
    const size_t shorter = word < name ? word : name;
    size_t slips = word / 3 > 2 ? word / 3 : word <= 3 ? 1 : 2;

    if (slips >= shorter)
        slips = shorter > 1 ? shorter - 1 : 0;
    return (unsigned)slips * STEP;
}

model_nearest model_near_begin(const char *word, size_t length)
{
    return (model_nearest){.word = word, .length = length, .distance = FAR};
}

void model_near_offer(model_nearest *near, const char *name, size_t length)
{
    struct letters a, b;

    if (near->distance == 0 || !read_letters(&a, near->word, near->length) ||
        !read_letters(&b, name, length))
        return;

    unsigned limit = allowed(a.count, b.count);
    if (limit == 0 && a.count == b.count)
        limit = CASE; /* one letter, in the other case */
    limit = least(limit, near->distance - 1);

    const size_t more = a.count > b.count ? a.count - b.count : b.count - a.count;
    if (more * STEP > limit)
        return;

    const unsigned far = distance(&a, &b, limit);
    if (far <= limit) {
        near->best = name;
        near->best_length = length;
        near->distance = far;
    }
}
