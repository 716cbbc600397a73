/* Habits worth a word: nothing here keeps a scenario from being played. */
#include "model/builder.h"
#include "model/words.h"

#include <string.h>

#define LONGEST_REPLY 120u
#define LONGEST_LINE  180u
#define LONGEST_CUE   60u
#define STRONG_SUM    25 /* of a reply's own mood, either way */

static void check_length(builder *b, draft_text words, draft_place place, size_t limit,
                         const char *what)
{
    const build_where where = {.place = place, .text = words};

    if (words.length <= limit || words.length > MODEL_MAX_WORDS)
        return;

    const model_spoken spoken = model_spoken_split(words.at, words.length);
    const size_t letters = model_words_letters(spoken.text, spoken.length);
    if (letters > limit)
        build_find(b, "W170", &where, "Say it shorter, or split it in two.",
                   "This %s is %zu letters long; people read up to %zu at a glance.",
                   what, letters, limit);
}

void build_lint_statement(builder *b, const draft_statement *statement)
{
    const draft_place place = statement->place;
    const draft_text words = statement->words.text;
    const build_where where = {.place = place, .text = words};

    if (build_in_library(b, place))
        return;
    if (statement->kind == DRAFT_CUE) {
        check_length(b, words, place, LONGEST_CUE, "cue");
        build_lint_words(b, words, place, "cue");
    }
    if (statement->kind == DRAFT_INFO)
        build_lint_words(b, words, place, "info");
    if (statement->kind == DRAFT_TODO)
        build_find(b, "I200", &where, NULL, "To do: %.*s", BUILD_SAY(words));
    if (statement->kind != DRAFT_LINE)
        return;
    check_length(b, words, place, LONGEST_LINE, "line");
    if (statement->as.line->variants.count == 0)
        build_lint_words(b, words, place, "line");
    for (size_t i = 0; i < statement->as.line->variants.count; i++) {
        const draft_text variant = statement->as.line->variants.at[i];

        check_length(b, variant, place, LONGEST_LINE, "line");
        build_lint_words(b, variant, place, "line");
    }
}

/* The value of a piece of code that is nothing but a number. */
static bool is_constant(const builder *b, model_code code, base_number *out)
{
    const uint32_t *at = b->compiler.code.at + code;

    if (at[0] != MODEL_OP_WHOLE && (at[0] & 0xff) != MODEL_OP_NUMBER)
        return false;
    if (at[0] == MODEL_OP_WHOLE) {
        *out = base_number_whole((int32_t)at[1]);
        return at[2] == MODEL_OP_RETURN;
    }
    *out = b->compiler.numbers.at[at[0] >> 8];
    return at[1] == MODEL_OP_RETURN;
}

/* What the reply's own mood adds up to, as far as it is written in numbers. */
static base_number sum_of(const builder *b, const model_effect *effect)
{
    base_number sum = base_number_whole(0);

    for (uint32_t i = 0; i < effect->moods; i++) {
        const model_mood *mood = &b->compiler.moods.at[effect->first_mood + i];
        base_number amount = base_number_whole(mood->amount);

        if (mood->operation == MODEL_SET ||
            (mood->code != MODEL_NONE && !is_constant(b, mood->code, &amount)))
            continue;
        sum = mood->operation == MODEL_ADD ? base_number_add(sum, amount)
                                           : base_number_subtract(sum, amount);
    }
    return sum;
}

void build_lint_reply(builder *b, const draft_statement *statement,
                      const model_reply *reply)
{
    const draft_reply *draft = statement->as.reply;
    const draft_place place = statement->place;
    const build_where where = {.place = place, .text = statement->words.text};

    if (build_in_library(b, place) || b->no_memory)
        return;
    check_length(b, statement->words.text, place, LONGEST_REPLY, "reply");
    check_length(b, draft->answer.text, place, LONGEST_LINE, "answer");
    build_lint_words(b, statement->words.text, place, "reply");
    build_lint_words(b, draft->answer.text, place, "answer");
    if (draft->thinks.length > 0 || draft->why.length > 0)
        return;

    const base_number sum = sum_of(b, &reply->effect);
    if (reply->rating == 4 || reply->rating == 1 ||
        base_number_compare(sum, base_number_whole(STRONG_SUM)) > 0 ||
        base_number_compare(sum, base_number_whole(-STRONG_SUM)) < 0)
        build_find(b, "W174", &where, "Add thinks = \"...\" or why = \"...\".",
                   "This reply weighs much and nobody says why.");
}

void build_lint_function(builder *b, draft_value value, draft_place place,
                         const char *field)
{
    const build_where where = {.place = place, .field = field};

    if (value.function != 0 && !build_in_library(b, place))
        build_find(
            b, "W180", &where, "Where a text like \"calm > 50\" says it too, write that.",
            MODEL_OPAQUE "%s%s%s here: check can only try it out, and where there is "
                         "too much to try, nothing is proved of it.",
            field ? "`" : "", field ? field : "the words", field ? "`" : "");
}
