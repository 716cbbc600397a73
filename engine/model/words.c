#include "model/words.h"

#include "base/utf8.h"

#include <string.h>

#define SLUG_WORDS  6
#define BEAT        "[beat]"
#define BEAT_LENGTH (sizeof BEAT - 1)
/* What an inserted value is taken to be long, in letters: most meters show two digits. */
#define INSERTED_LETTERS 2

/* What stands at one place of a text. */
enum part {
    PART_LETTER,
    PART_INSERT,    /* {value} */
    PART_NOTHING,   /* an apostrophe: it neither counts nor separates */
    PART_BEAT,      /* separates */
    PART_SEPARATOR, /* anything else */
};

/* The length of "{value}" at text[0] == '{', braces included; 0 if it is none. */
static size_t insert_length(const char *text, size_t length)
{
    for (size_t i = 1; i < length; i++) {
        if (text[i] == '}')
            return i > 1 ? i + 1 : 0;
        if (text[i] == '{' || text[i] == '\n')
            return 0;
    }
    return 0;
}

/* Reads one part; *bytes is how much it took, *code the letter or separator. */
static enum part read_part(uint32_t *code, size_t *bytes, const char *text, size_t length)
{
    *bytes = base_utf8_read(code, text, length);
    if (*code == '{' && length > 1 && text[1] == '{') {
        *bytes = 2;
        return PART_SEPARATOR;
    }
    if (*code == '{' && insert_length(text, length) > 0) {
        *bytes = insert_length(text, length);
        return PART_INSERT;
    }
    if (*code == '[' && length >= BEAT_LENGTH && memcmp(text, BEAT, BEAT_LENGTH) == 0) {
        *bytes = BEAT_LENGTH;
        return PART_BEAT;
    }
    if (*code == '\'' || *code == 0x2019)
        return PART_NOTHING;
    return base_is_word(*code) ? PART_LETTER : PART_SEPARATOR;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_blanks(const char *text, size_t at, size_t length)
{
    while (at < length && is_blank(text[at]))
        at++;
    return at;
}

/* Where the parenthesis that opens at text[open] closes; `length` if it does not. */
static size_t closing(const char *text, size_t open, size_t length)
{
    size_t depth = 0;

    for (size_t i = open; i < length; i++) {
        if (text[i] == '(')
            depth++;
        if (text[i] == ')' && --depth == 0)
            return i;
    }
    return length;
}

model_spoken model_spoken_split(const char *text, size_t length)
{
    const model_spoken whole = {.tone = text, .text = text, .length = length};
    const size_t open = skip_blanks(text, 0, length);

    if (open == length || text[open] != '(')
        return whole;

    const size_t close = closing(text, open, length);
    if (close == length)
        return whole;

    size_t first = skip_blanks(text, open + 1, close), last = close;
    const size_t rest = skip_blanks(text, close + 1, length);

    while (last > first && is_blank(text[last - 1]))
        last--;
    if (first == last || rest == length)
        return whole;
    return (model_spoken){.tone = text + first,
                          .tone_length = last - first,
                          .text = text + rest,
                          .length = length - rest};
}

model_length model_spoken_length(const char *text, size_t length)
{
    model_length spoken = {0, 0};
    uint32_t code;
    size_t bytes = 0;
    bool in_word = false;

    for (size_t at = 0; at < length; at += bytes) {
        const enum part part = read_part(&code, &bytes, text + at, length - at);

        if (part == PART_NOTHING)
            continue;
        if (part == PART_BEAT && spoken.beats < UINT16_MAX)
            spoken.beats++;

        const bool belongs = part == PART_LETTER || part == PART_INSERT;
        if (belongs && !in_word && spoken.words < UINT16_MAX)
            spoken.words++;
        in_word = belongs;
    }
    return spoken;
}

static void add_letter(base_bytes *out, uint32_t code)
{
    char bytes[4];

    base_bytes_add(out, bytes, base_utf8_write(bytes, base_lower(code)));
}

bool model_words_slug(base_bytes *out, const char *text, size_t length)
{
    uint32_t code;
    size_t bytes = 0, words = 0;
    bool in_word = false; /* a letter of this word has been written */

    for (size_t at = 0; at < length; at += bytes) {
        const enum part part = read_part(&code, &bytes, text + at, length - at);

        if (part == PART_BEAT || part == PART_SEPARATOR)
            in_word = false;
        if (part != PART_LETTER)
            continue;
        if (!in_word) {
            if (words == SLUG_WORDS)
                break;
            if (words > 0)
                base_bytes_char(out, '-');
            words++;
            in_word = true;
        }
        add_letter(out, code);
    }
    return !out->failed;
}

size_t model_words_letters(const char *text, size_t length)
{
    uint32_t code;
    size_t bytes = 0, letters = 0;

    for (size_t at = 0; at < length; at += bytes) {
        switch (read_part(&code, &bytes, text + at, length - at)) {
        case PART_INSERT:
            letters += INSERTED_LETTERS;
            break;
        case PART_BEAT:
            break;
        case PART_LETTER:
            letters += base_is_mark(code) ? 0 : 1;
            break;
        case PART_NOTHING:
        case PART_SEPARATOR:
            letters += code == '*' ? 0 : 1;
            break;
        }
    }
    return letters;
}

size_t model_first_name(const char *name)
{
    static const char *const titles[] = {"Mr ",   "Mrs ", "Ms ",  "Dr ",  "Mr. ",
                                         "Mrs. ", "Ms. ", "Dr. ", "the ", "The "};

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (strncmp(name, titles[i], strlen(titles[i])) == 0)
            return strlen(name);
    return strcspn(name, " ");
}
