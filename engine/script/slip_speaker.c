/* Speakers that are declared, or speak, in another form than theirs. */
#include "script/slip.h"

#include <stdio.h>
#include <string.h>

/* maria smith = customer "Maria" {}   maria-b = customer "Maria" {} */
static bool name_of_several(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);
    size_t end = first;
    char name[60] = "";

    while (end + 1 < at->count && (end == first || !at->tokens[end].first) &&
           (slip_kind(at, end, LEXER_NAME) || slip_is(at, end, "-"))) {
        const size_t used = strlen(name);

        if (!slip_is(at, end, "-"))
            snprintf(name + used, sizeof name - used, "%s%.*s", used ? "_" : "",
                     slip_length(at, end), slip_text(at, end));
        end++;
    }
    if (end < first + 2 || !slip_is(at, end, "=") ||
        !(slip_is(at, end + 1, "customer") || slip_is(at, end + 1, "person")))
        return false;
    return slip_tell(out, first, "the name before '=' is one word",
                     "Write %s = %.*s \"...\" {}.", name, slip_length(at, end + 1),
                     slip_text(at, end + 1));
}

/* maria customer "Maria" {}   maria is customer "Maria" {} */
static bool no_equals(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);
    const size_t verb = slip_is(at, first + 1, "is") ? first + 2 : first + 1;

    if (!slip_kind(at, first, LEXER_NAME) || !slip_kind(at, verb + 1, LEXER_STRING) ||
        !(slip_is(at, verb, "customer") || slip_is(at, verb, "person")))
        return false;
    return slip_tell(out, first + 1, "there is an '=' missing",
                     "Write %.*s = %.*s %.*s {}.", slip_length(at, first),
                     slip_text(at, first), slip_length(at, verb), slip_text(at, verb),
                     slip_length(at, verb + 1), slip_text(at, verb + 1));
}

/* sam (sighs): "Hi."   sam (very worried) "Hi." */
static bool tone_outside(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);
    size_t i = first + 2;

    while (slip_kind(at, i, LEXER_NAME) || slip_is(at, i, ","))
        i++;
    const size_t words = slip_is(at, i + 1, ":") ? i + 2 : i + 1;
    if (!slip_kind(at, first, LEXER_NAME) || !slip_is(at, first + 1, "(") ||
        i == first + 2 || !slip_is(at, i, ")") || !slip_kind(at, words, LEXER_STRING))
        return false;
    return slip_tell(out, first + 1, "a tone stands inside the quotes",
                     "Write %.*s \"(%.*s) ...\".", slip_length(at, first),
                     slip_text(at, first), slip_length(at, first + 2),
                     slip_text(at, first + 2));
}

const slip_rule slip_rules_speaker[] = {name_of_several, no_equals, tone_outside, NULL};
