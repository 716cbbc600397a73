/* Texts and words: held to their limits, kept once checked. */
#include "base/utf8.h"
#include "model/builder.h"
#include "model/words.h"

#include <string.h>

#define LONGEST_LITERAL 65535u /* what an image may hold, after {customer} is put in */

/* A text as the image keeps it. Bytes that are no text (a NUL, a torn letter) do not get
 * through. */
model_text build_text(builder *b, draft_text text)
{
    base_bytes *to = &b->sections[MODEL_S_TEXT];
    model_text kept = {0, 0};

    if (text.length == 0 || b->no_memory)
        return kept;
    kept.at = (uint32_t)to->length;
    if (memchr(text.at, '\0', text.length) || !base_utf8_valid(text.at, text.length))
        base_utf8_clean(to, text.at, text.length);
    else
        base_bytes_add(to, text.at, text.length);
    kept.length = (uint32_t)(to->length - kept.at);
    base_bytes_char(to, '\0');
    if (to->failed || to->length > UINT32_MAX) {
        build_no_memory(b);
        return (model_text){0, 0};
    }
    return kept;
}

static size_t count_lines(draft_text text)
{
    size_t lines = 1;

    for (size_t i = 0; i < text.length; i++)
        lines += text.at[i] == '\n';
    return lines;
}

/* A text that is too long is told and then taken as empty. */
static draft_text within_limits(builder *b, draft_text text, draft_place place,
                                const char *field)
{
    const build_where where = {.place = place, .field = field};

    if (text.length > MODEL_MAX_WORDS) {
        build_find(b, "E002", &where, "Split it into several pieces.",
                   "%s is %zu bytes long; one piece of words can be %u bytes.",
                   field ? field : "This", text.length, MODEL_MAX_WORDS);
        return (draft_text){"", 0};
    }
    if (text.length >= MODEL_MAX_LINES && count_lines(text) > MODEL_MAX_LINES) {
        build_find(b, "E002", &where, "Split it into several pieces.",
                   "%s has %zu lines; one piece of words can have %u.",
                   field ? field : "This", count_lines(text), MODEL_MAX_LINES);
        return (draft_text){"", 0};
    }
    return text;
}

model_text build_short_text(builder *b, draft_text text, draft_place place,
                            const char *field)
{
    return build_text(b, within_limits(b, text, place, field));
}

/* Words with braces, for the image. */
static void compile_words(builder *b, model_words *words, draft_text text,
                          const build_where *where)
{
    const model_text tone = words->tone;

    b->where = where;
    if (model_compile_words(words, &b->compiler, text.at, text.length) == EAR_E_NOMEM)
        build_no_memory(b);
    words->tone = tone;
    if (words->text.length > LONGEST_LITERAL)
        build_find(b, "E002", where, "Split it into several pieces.",
                   "With the customer's name put in, these words are over %u bytes long.",
                   LONGEST_LITERAL);
}

model_words build_words(builder *b, draft_text text, draft_place place, const char *field,
                        build_manner manner)
{
    model_words words = {.function = MODEL_NONE};

    text = within_limits(b, text, place, field);
    if (text.length == 0)
        return words;
    if (manner == BUILD_VERBATIM) {
        words.text = build_text(b, text);
        words.spoken = model_spoken_length(text.at, text.length);
        return words;
    }
    if (manner == BUILD_SPOKEN) {
        const model_spoken spoken = model_spoken_split(text.at, text.length);

        words.tone = build_text(b, (draft_text){spoken.tone, spoken.tone_length});
        text = (draft_text){spoken.text, spoken.length};
    }
    if (text.length > 0) {
        const build_where where = {.place = place, .field = field, .text = text};
        compile_words(b, &words, text, &where);
    }
    return words;
}

model_aside build_aside_words(builder *b, draft_text text, draft_place place,
                              const char *field)
{
    const model_words words = build_words(b, text, place, field, BUILD_READ);
    const bool none = words.text.length == 0 && words.pieces.count == 0;

    return none ? 0 : BUILD_ADD(b, MODEL_S_WORDS, &words);
}

model_words build_value_words(builder *b, draft_value value, draft_place place,
                              const char *field, build_manner manner)
{
    if (value.function == 0)
        return build_words(b, value.text, place, field, manner);
    build_lint_function(b, value, place, field);
    return (model_words){.function = MODEL_FUNCTION | value.function};
}

model_range build_texts(builder *b, const draft_list *list, draft_place place,
                        const char *field)
{
    const uint32_t first = build_count(b, MODEL_S_TEXTS);

    for (size_t i = 0; i < list->count; i++) {
        const model_text text = build_short_text(b, list->at[i], place, field);
        BUILD_ADD(b, MODEL_S_TEXTS, &text);
    }
    return (model_range){first, (uint32_t)list->count};
}
