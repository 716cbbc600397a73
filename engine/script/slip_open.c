/* Braces that were never opened: the fields stand there, and often the } behind them. */
#include "script/slip.h"

#include "script/verbs.h"

/* `name =`, a field of some verb, outside of all braces. */
static bool is_bare_field(const slip_case *at, size_t token)
{
    return slip_kind(at, token, LEXER_NAME) && slip_is(at, token + 1, "=") &&
           script_is_field(slip_text(at, token), at->tokens[token].length) &&
           slip_opener(at, token) == at->count;
}

/* Whether a } stands at the error or behind it that nothing opened. */
static bool is_closed(const slip_case *at)
{
    size_t i = at->error;

    while (i < at->count && !slip_begins(at, i)) {
        if (slip_is(at, i, "}") && slip_opener(at, i) == at->count)
            return true;
        i++;
    }
    return false;
}

/* "Anger", "Fear", answer = 1: behind the question of a verb that has entries. */
static bool is_bare_entry(const slip_case *at, size_t token)
{
    const size_t first = slip_line_start(at, token);
    const script_verb *verb =
        script_find_verb(slip_text(at, first), at->tokens[first].length);

    return verb && verb->entries && token == first + 2 &&
           slip_kind(at, token, LEXER_STRING) && slip_is(at, token + 1, ",");
}

/* you "Hi" mood = "x", go = "y"   you "Hi" go = "y" } */
static bool no_braces(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i < at->error && i + 2 < at->count; i++) {
        const lexer_token *name = &at->tokens[i + 1];

        if (!slip_kind(at, i, LEXER_STRING) || name->first ||
            !(is_bare_field(at, i + 1) || is_bare_entry(at, i + 1)))
            continue;
        if (!is_closed(at))
            return slip_tell(out, i + 1, "what belongs to a line stands in braces",
                             "Write { before %.*s and } at the end.",
                             slip_length(at, i + 1), slip_text(at, i + 1));
        slip_tell(out, i, "the { is missing that the } behind it closes",
                  "Write { before %.*s.", slip_length(at, i + 1), slip_text(at, i + 1));
        return slip_misses(out, '{');
    }
    return false;
}

/* The last token of the line on which a statement begins that fields follow below. */
static size_t head_end(const slip_case *at)
{
    size_t i = at->start;

    while (i < at->error && !at->tokens[i + 1].first)
        i++;
    return i;
}

/*
 * you "Hi"          sam = customer "Sam"
 *   mood = "x",       about = "y"
 *   go = "y" }      }
 * and screen, with only its rows in braces
 */
static bool fields_below(slip *out, const slip_case *at)
{
    const size_t end = head_end(at);

    const bool rows = end == at->start && slip_is(at, end + 1, "{");

    if (!slip_begins(at, at->start) || end >= at->error || !is_closed(at) ||
        !(slip_kind(at, end, LEXER_STRING) || slip_kind(at, end, LEXER_NAME)) ||
        !(rows || is_bare_field(at, end + 1)))
        return false;
    slip_tell(out, end, "the { is missing that the } further down closes",
              "Write { at the end of this line.");
    return slip_misses(out, '{');
}

/* portrait = seed = 3, age = 50 }   play = "Yes.", "No." } */
static bool value_open(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i < at->error && i + 4 < at->count; i++) {
        const script_field *field =
            script_any_field(slip_text(at, i), at->tokens[i].length);
        const bool pairs = slip_kind(at, i + 2, LEXER_NAME) && slip_is(at, i + 3, "=");
        const bool list = slip_kind(at, i + 2, LEXER_STRING) && slip_is(at, i + 3, ",") &&
                          slip_kind(at, i + 4, LEXER_STRING);

        if (!field || !slip_is(at, i + 1, "=") || field->example[0] != '{' ||
            !(pairs || list) || slip_opener(at, i) == at->count || !is_closed(at))
            continue;
        slip_tell(out, i + 1, "the { is missing that the } behind it closes",
                  "Write { behind this =: %s = %s.", field->name, field->example);
        return slip_misses(out, '{');
    }
    return false;
}

const slip_rule slip_rules_open[] = {no_braces, fields_below, value_open, NULL};
