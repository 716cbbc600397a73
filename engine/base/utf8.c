#include "base/utf8.h"

#include <string.h>

#define REPLACEMENT   UINT32_C(0xfffd)
#define LAST_CODE     UINT32_C(0x10ffff)
#define MOST_MARKS    4  /* on one letter */
#define LONGEST_WORD  80 /* letters */
#define COUNT_OF(all) (sizeof(all) / sizeof *(all))

struct span {
    uint32_t first, last;
};

/* Every step-th code point from first to last has its lower case `delta` further on. */
struct lowering {
    uint32_t first, last, step;
    int32_t delta;
};

#include "base/unicode_tables.inc"

/* Scripts that write words without spaces between them: a long run is no long word. */
static const struct span unspaced[] = {
    {0x0e00, 0x0eff}, {0x1000, 0x109f},   {0x1780, 0x17ff}, {0x19e0, 0x19ff},
    {0x2e80, 0x312f}, {0x31a0, 0x9fff},   {0xa9e0, 0xa9ff}, {0xaa60, 0xaa7f},
    {0xf900, 0xfaff}, {0x20000, 0x3ffff},
};

/* Zero-width characters: they neither begin a letter nor end one. */
static const struct span joiners[] = {
    {0x00ad, 0x00ad},
    {0x200b, 0x200f},
    {0x2060, 0x2064},
    {0xfeff, 0xfeff},
};

/* Controls but the newline; embeddings, overrides and isolates of direction. */
static const struct span dropped[] = {
    {0x0000, 0x0009}, {0x000b, 0x001f}, {0x007f, 0x009f},
    {0x202a, 0x202e}, {0x2066, 0x2069},
};

static bool in_spans(const struct span *spans, size_t count, uint32_t code)
{
    size_t low = 0, high = count;

    while (low < high) {
        const size_t middle = (low + high) / 2;

        if (code > spans[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code >= spans[low].first;
}

/* How many bytes a sequence has, by its first one, and what that one holds; 0 if none
 * begins so. */
static size_t sequence_length(unsigned char first, uint32_t *bits)
{
    if (first < 0x80)
        return *bits = first, 1;
    if (first >= 0xc2 && first <= 0xdf)
        return *bits = first & 0x1fu, 2;
    if (first >= 0xe0 && first <= 0xef)
        return *bits = first & 0x0fu, 3;
    if (first >= 0xf0 && first <= 0xf4)
        return *bits = first & 0x07u, 4;
    return 0;
}

static bool is_scalar(uint32_t code)
{
    return code <= LAST_CODE && (code < 0xd800 || code > 0xdfff);
}

/* False: the bytes at text[0] are no code point. */
static bool read_strictly(uint32_t *code, size_t *bytes, const char *text, size_t length)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = 0;
    const size_t wanted = sequence_length((unsigned char)text[0], &value);

    if (wanted == 0 || wanted > length)
        return false;
    for (size_t i = 1; i < wanted; i++) {
        const unsigned char byte = (unsigned char)text[i];

        if ((byte & 0xc0u) != 0x80)
            return false;
        value = value << 6 | (byte & 0x3fu);
    }
    if (value < smallest[wanted] || !is_scalar(value))
        return false;
    *code = value;
    *bytes = wanted;
    return true;
}

size_t base_utf8_read(uint32_t *code, const char *text, size_t length)
{
    size_t bytes = 1;

    *code = (unsigned char)text[0];
    if (*code >= 0x80 && !read_strictly(code, &bytes, text, length))
        *code = REPLACEMENT;
    return bytes;
}

size_t base_utf8_write(char *to, uint32_t code)
{
    if (!is_scalar(code))
        code = REPLACEMENT;
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }

    const size_t bytes = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    const unsigned lead = bytes == 2 ? 0xc0u : bytes == 3 ? 0xe0u : 0xf0u;

    for (size_t i = bytes - 1; i > 0; i--) {
        to[i] = (char)(unsigned char)(0x80u | (code & 0x3fu));
        code >>= 6;
    }
    to[0] = (char)(unsigned char)(lead | code);
    return bytes;
}

/* How many of the first bytes are ASCII, or a few less: eight at a time. */
static size_t ascii_length(const char *text, size_t length)
{
    size_t at = 0;

    for (uint64_t eight; at + sizeof eight <= length; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    return at;
}

bool base_utf8_valid(const char *text, size_t length)
{
    uint32_t code;
    size_t bytes = 0;

    for (size_t at = ascii_length(text, length); at < length; at += bytes) {
        if (!read_strictly(&code, &bytes, text + at, length - at))
            return false;
        if (bytes > 1)
            bytes += ascii_length(text + at + bytes, length - at - bytes);
    }
    return true;
}

size_t base_utf8_count(const char *text, size_t length)
{
    uint32_t code;
    size_t count = 0;

    for (size_t at = 0; at < length; count++)
        at += base_utf8_read(&code, text + at, length - at);
    return count;
}

/* What base_utf8_clean() remembers of the text so far. */
struct cleaning {
    unsigned marks;   /* on the letter before */
    unsigned letters; /* of the word before, marks aside */
};

static void count_letter(base_bytes *out, struct cleaning *so_far, uint32_t code)
{
    so_far->marks = 0;
    if (!base_is_word(code) || in_spans(unspaced, COUNT_OF(unspaced), code)) {
        so_far->letters = 0;
        return;
    }
    if (so_far->letters == LONGEST_WORD) {
        base_bytes_char(out, ' ');
        so_far->letters = 0;
    }
    so_far->letters++;
}

static void clean_one(base_bytes *out, struct cleaning *so_far, uint32_t code)
{
    char bytes[4];

    if (in_spans(dropped, COUNT_OF(dropped), code))
        return;
    if (code == 0x2028 || code == 0x2029)
        code = '\n';
    if (base_is_mark(code)) {
        if (so_far->marks == MOST_MARKS)
            return;
        so_far->marks++;
    } else if (!in_spans(joiners, COUNT_OF(joiners), code)) {
        count_letter(out, so_far, code);
    }
    base_bytes_add(out, bytes, base_utf8_write(bytes, code));
}

bool base_utf8_quiet(const char *text, size_t length)
{
    uint32_t code;

    for (size_t at = 0; at < length;) {
        const unsigned char byte = (unsigned char)text[at];

        if (byte >= 0x20 && byte < 0x7f) {
            at++;
            continue;
        }
        at += base_utf8_read(&code, text + at, length - at);
        if (in_spans(dropped, COUNT_OF(dropped), code))
            return false;
    }
    return true;
}

bool base_utf8_hush(base_bytes *out, const char *text, size_t length)
{
    uint32_t code;
    char bytes[4];

    for (size_t at = 0; at < length;) {
        at += base_utf8_read(&code, text + at, length - at);
        if (code == '\t')
            base_bytes_char(out, ' ');
        else if (!in_spans(dropped, COUNT_OF(dropped), code))
            base_bytes_add(out, bytes, base_utf8_write(bytes, code));
    }
    return !out->failed;
}

bool base_utf8_clean(base_bytes *out, const char *text, size_t length)
{
    struct cleaning so_far = {0};
    uint32_t code;

    for (size_t at = 0; at < length;) {
        at += base_utf8_read(&code, text + at, length - at);
        clean_one(out, &so_far, code);
    }
    return !out->failed;
}

void base_utf8_clean_of(base_bytes *out, base_bytes *raw)
{
    base_utf8_clean(out, base_bytes_string(raw), raw->length);
    out->failed |= raw->failed;
    base_bytes_release(raw);
}

/* Controls, and two codes at the end of the plane. */
static bool is_xml(uint32_t code)
{
    return code == '\t' || code == '\n' ||
           (code >= 0x20 && code != 0x7f && code != 0xfffe && code != 0xffff);
}

static void markup_one(base_bytes *out, uint32_t code)
{
    char bytes[4];

    if (code == '&')
        base_bytes_text(out, "&amp;");
    else if (code == '<')
        base_bytes_text(out, "&lt;");
    else if (code == '>')
        base_bytes_text(out, "&gt;");
    else if (code == '"')
        base_bytes_text(out, "&quot;");
    else if (code == '\'')
        base_bytes_text(out, "&#39;");
    else if (is_xml(code))
        base_bytes_add(out, bytes, base_utf8_write(bytes, code));
}

bool base_utf8_markup(base_bytes *out, const char *text, size_t length)
{
    uint32_t code;

    for (size_t at = 0; at < length;) {
        at += base_utf8_read(&code, text + at, length - at);
        markup_one(out, code);
    }
    return !out->failed;
}

bool base_is_word(uint32_t code)
{
    if (code < 0x80) {
        const uint32_t lower = code | 0x20u;
        return ('a' <= lower && lower <= 'z') || ('0' <= code && code <= '9');
    }
    return in_spans(word_spans, COUNT_OF(word_spans), code);
}

bool base_is_mark(uint32_t code)
{
    return code >= 0x300 && in_spans(mark_spans, COUNT_OF(mark_spans), code);
}

uint32_t base_lower(uint32_t code)
{
    size_t low = 0, high = COUNT_OF(lowerings);

    if (code < 0x80)
        return 'A' <= code && code <= 'Z' ? code + ('a' - 'A') : code;
    while (low < high) {
        const size_t middle = (low + high) / 2;

        if (code > lowerings[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == COUNT_OF(lowerings) || code < lowerings[low].first ||
        (code - lowerings[low].first) % lowerings[low].step != 0)
        return code;
    return (uint32_t)((int32_t)code + lowerings[low].delta);
}
