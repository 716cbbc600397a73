#include "model/likeness.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

#define MOST_WORDS 64

/* The words of a text, each as a hash. */
struct words {
    uint64_t at[MOST_WORDS];
    size_t count;
};

static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019;
}

static void read_words(struct words *out, const char *text, size_t length)
{
    uint64_t hash = 0;
    bool inside = false;

    out->count = 0;
    for (size_t at = 0; at < length && out->count < MOST_WORDS;) {
        uint32_t code;

        at += base_utf8_read(&code, text + at, length - at);
        if (base_is_word(code)) {
            hash = (inside ? hash : 14695981039346656037u) ^ base_lower(code);
            hash *= 1099511628211u; /* FNV-1a over code points */
            inside = true;
        }
        if (inside && (at == length || (!base_is_word(code) && !is_apostrophe(code)))) {
            out->at[out->count++] = hash;
            inside = false;
        }
    }
}

/* Takes one such word away. */
static bool take(struct words *from, uint64_t word)
{
    for (size_t i = 0; i < from->count; i++) {
        if (from->at[i] != word)
            continue;
        from->at[i] = from->at[--from->count];
        return true;
    }
    return false;
}

unsigned model_likeness(const char *a, size_t a_length, const char *b, size_t b_length)
{
    struct words left, right;
    size_t all, shared = 0;

    read_words(&left, a, a_length);
    read_words(&right, b, b_length);
    all = left.count + right.count;
    for (size_t i = 0; i < left.count; i++)
        shared += take(&right, left.at[i]);
    return all ? (unsigned)(2 * shared * MODEL_ALIKE / all) : 0;
}
