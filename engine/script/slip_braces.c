/* Inside braces: commas, equals signs, names that Lua keeps, quotes left out. */
#include "script/slip.h"

#include "script/verbs.h"

#include <string.h>

static bool in_braces(const slip_case *at, size_t token)
{
    return slip_opener(at, token) < at->count;
}

/* { go: "x" } */
static bool colon(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error && i + 1 < at->count; i++) {
        if (slip_is(at, i, ":") && i > 0 && slip_kind(at, i - 1, LEXER_NAME) &&
            in_braces(at, i) && !slip_is(at, i + 2, "("))
            return slip_tell(out, i, "in braces stands '=' and not ':'",
                             "Write %.*s = %.*s.", slip_length(at, i - 1),
                             slip_text(at, i - 1), slip_value_length(at, i + 1),
                             slip_value(at, i + 1));
    }
    return false;
}

/* { for = "3s" }: words that Lua keeps for itself. */
static bool reserved(slip *out, const slip_case *at)
{
    static const char *const instead[][2] = {
        {"goto", "go"},    {"for", "seconds"}, {"if", "when"}, {"repeat", "again"},
        {"until", "when"}, {"while", "when"},  {"then", "go"}, {"end", "go"}};
    const char *better = "another name";

    for (size_t i = at->start; i <= at->error; i++) {
        if (!slip_kind(at, i, LEXER_NAME) || !slip_is(at, i + 1, "=") ||
            !lexer_is_reserved(slip_text(at, i), at->tokens[i].length))
            continue;
        for (size_t k = 0; k < sizeof instead / sizeof *instead; k++) {
            if (slip_is(at, i, instead[k][0]))
                better = instead[k][1];
        }
        if (slip_is(at, i, "end") && slip_is(at, at->start, "test"))
            better = "ends";
        return slip_tell(out, i, "Lua keeps this word for itself",
                         "Use %s here: %s = %.*s.", better, better,
                         slip_value_length(at, i + 2), slip_value(at, i + 2));
    }
    return false;
}

/* { if calm < 10 then go = "bad" } */
static bool if_in_braces(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (!slip_is(at, e, "if") || !in_braces(at, e) || slip_is(at, e + 1, "="))
        return false;
    return slip_tell(out, e, "in braces a condition is a field",
                     "Write when = \"calm < 10\", and a comma behind it.");
}

/* notice "How is he?" { "Angry" { go = "x" }, "Fine" } */
static bool braces_behind_entry(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (e < 2 || !slip_is(at, e, "{") || !slip_kind(at, e - 1, LEXER_STRING) ||
        !(slip_is(at, e - 2, "{") || slip_is(at, e - 2, ",")) || !in_braces(at, e))
        return false;
    return slip_tell(out, e, "behind a text inside braces stand no braces of its own",
                     "Delete them; what a reply leads to stands with the reply: you %.*s "
                     "{ go = \"...\" }.",
                     slip_value_length(at, e - 1), slip_value(at, e - 1));
}

/* { mood = "calm -5", goto left } */
static bool goto_in_braces(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (!slip_is(at, e, "goto") || !in_braces(at, e) ||
        !(slip_kind(at, e + 1, LEXER_NAME) || slip_kind(at, e + 1, LEXER_STRING)))
        return false;
    const bool quoted = slip_kind(at, e + 1, LEXER_STRING);
    return slip_tell(out, e, "`goto` is Lua's own and goes to no moment",
                     "Write go = %s%.*s%s.", quoted ? "" : "\"", slip_length(at, e + 1),
                     slip_text(at, e + 1), quoted ? "" : "\"");
}

/* when = trust = 5 */
static bool second_equals(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (e < 3 || !slip_is(at, e, "=") || !slip_kind(at, e - 1, LEXER_NAME) ||
        !slip_is(at, e - 2, "=") || !in_braces(at, e))
        return false;
    return slip_tell(out, e, "there is one '=' too many",
                     "Conditions are texts: %.*s = \"%.*s >= 50\".",
                     slip_length(at, e - 3), slip_text(at, e - 3), slip_length(at, e - 1),
                     slip_text(at, e - 1));
}

/* mood = +20, mood = { calm = +20 } */
static bool plus(slip *out, const slip_case *at)
{
    const size_t e = at->error;
    size_t name = e;

    if (e < 2 || !slip_is(at, e, "+") || !in_braces(at, e))
        return false;
    while (name > 0 && !slip_kind(at, name, LEXER_NAME))
        name--;
    const bool field = script_is_field(slip_text(at, name), at->tokens[name].length);
    return slip_tell(out, e, "Lua does not like a plus in front of a number",
                     "Put the change in quotes: mood = \"%.*s +%.*s\".",
                     field ? 4 : slip_length(at, name),
                     field ? "calm" : slip_text(at, name), slip_length(at, e + 1),
                     slip_text(at, e + 1));
}

/* { "go" = "x" } and { "go": "x" } */
static bool quoted_name(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (e < 2 || (!slip_is(at, e, "=") && !slip_is(at, e, ":")) ||
        !slip_kind(at, e - 1, LEXER_STRING) || slip_length(at, e - 1) < 3 ||
        !in_braces(at, e))
        return false;
    return slip_tell(out, e - 1, "the name of a field stands without quotes",
                     "Write %.*s = %.*s.", slip_length(at, e - 1) - 2,
                     slip_text(at, e - 1) + 1, slip_value_length(at, e + 1),
                     slip_value(at, e + 1));
}

/* { mood = "x",, go = "y" } and { , go = "y" } */
static bool second_comma(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (e == 0 || !slip_is(at, e, ",") || !in_braces(at, e) ||
        (!slip_is(at, e - 1, ",") && !slip_is(at, e - 1, "{")))
        return false;
    return slip_tell(out, e, "there is one comma too many", "Delete it.");
}

/* { go = } and { go = , mood = "x" } */
static bool no_value(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (e < 2 || !slip_is(at, e - 1, "=") ||
        (!slip_is(at, e, "}") && !slip_is(at, e, ",")))
        return false;
    return slip_tell(out, e - 1, "there is nothing behind '='",
                     "Write what belongs there, or delete %.*s =.",
                     slip_length(at, e - 2), slip_text(at, e - 2));
}

/* seconds = 3s, minutes = 5 min, start = 50% */
static bool unit(slip *out, const slip_case *at)
{
    size_t e = at->error;

    if (slip_kind(at, e, LEXER_NUMBER) && slip_said(at, "malformed number"))
        return slip_tell(out, e, "a number stands alone, without its unit",
                         "Write only the number: seconds = 3.");
    if (slip_is(at, e, "}") && e > 0 && slip_is(at, e - 1, "%"))
        e--;
    if (slip_is(at, e, ",") && e > 0 && slip_is(at, e - 1, "%"))
        e--;
    if (e > 0 && slip_kind(at, e - 1, LEXER_NUMBER) && in_braces(at, e) &&
        ((slip_kind(at, e, LEXER_NAME) && !slip_is(at, e + 1, "=") &&
          !at->tokens[e].first) ||
         slip_is(at, e, "%")))
        return slip_tell(out, e, "a number stands alone, without its unit",
                         "Write only the number: %.*s.", slip_length(at, e - 1),
                         slip_text(at, e - 1));
    return false;
}

/* && and || and ! of other languages. */
static bool other_signs(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (slip_is(at, e, "&") || slip_is(at, e, "|") || slip_is(at, e, "!") ||
        slip_is(at, e, "?") || slip_is(at, e, "$") || slip_is(at, e, "@"))
        return slip_tell(out, e, "this sign has no meaning here",
                         "Conditions are texts with words: when = \"calm >= 50 and not "
                         "called\".");
    return false;
}

/* moment "x" { statements }, choice { replies }: braces around what stands on lines of
 * its own. */
static bool braces_around(slip *out, const slip_case *at, size_t opener)
{
    if (opener < 2 || opener + 1 >= at->count || !at->tokens[opener + 1].first)
        return false;
    if (!slip_begins(at, opener + 1))
        return false;
    if (slip_is(at, opener - 2, "moment") || slip_is(at, opener - 2, "outcome"))
        slip_tell(out, opener, "the lines of a moment stand below it, without braces",
                  "Delete this { and the } that closes it.");
    else if (at->tokens[at->error].first && slip_begins(at, at->error))
        slip_tell(
            out, opener, "statements stand below each other, without braces",
            "Delete this { and the } that closes it, with what stands before the {.");
    else
        return false;
    out->alone = true;
    return true;
}

static bool ends_value(const slip_case *at, size_t token)
{
    return slip_kind(at, token, LEXER_STRING) || slip_kind(at, token, LEXER_NUMBER) ||
           slip_is(at, token, "}") || slip_is(at, token, ")") ||
           slip_kind(at, token, LEXER_NAME);
}

/* Whether a further field or entry of the same braces begins here. */
static bool begins_entry(const slip_case *at, size_t token)
{
    if (slip_kind(at, token, LEXER_STRING) || slip_is(at, token, "{"))
        return true;
    return slip_kind(at, token, LEXER_NAME) && slip_is(at, token + 1, "=") &&
           !slip_is(at, token + 2, "customer") && !slip_is(at, token + 2, "person");
}

/* "'}' expected": a comma is missing before this, or the brace itself. */
static bool comma_or_brace(slip *out, const slip_case *at)
{
    const size_t e = at->error;
    const size_t opener = slip_opener(at, e);

    if (!slip_said(at, "'}' expected") || opener >= at->count || e == 0)
        return false;
    if (braces_around(out, at, opener))
        return true;
    if (slip_is(at, e - 1, "{") && slip_is(at, e, "="))
        return false;
    if (slip_is(at, e, ")") || slip_is(at, e, "]"))
        return slip_tell(out, e, "what { opens, } closes", "Write } in place of %.*s.",
                         slip_length(at, e), slip_text(at, e));
    if (begins_entry(at, e) && ends_value(at, e - 1)) {
        slip_tell(out, e - 1, "there is probably a comma missing here",
                  "Write a comma at the end of this entry.");
        return slip_misses(out, ',');
    }
    if (slip_is(at, opener + 1, "{") && at->tokens[opener + 1].joined)
        return slip_tell(out, opener, "there is one { too many",
                         "Delete one of the two {.");
    if (slip_kind(at, e, LEXER_END) || slip_begins(at, e) || at->tokens[e].first)
        return slip_tell(out, opener, "the { opened on this line is never closed",
                         "Write } at the end of this statement.");
    return false;
}

static bool extra_brace(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (slip_is(at, e, "}") && !in_braces(at, e))
        return slip_tell(out, e, "there is one } too many",
                         "Delete it: every } needs its own { before it.");
    if (slip_is(at, e, ")") || slip_is(at, e, "]")) {
        if (!slip_said(at, "expected near"))
            return slip_tell(out, e, "there is one closing bracket too many",
                             "Delete the %.*s.", slip_length(at, e), slip_text(at, e));
    }
    return false;
}

/* you (q.say { id = 1 } */
static bool open_bracket(slip *out, const slip_case *at)
{
    const size_t e = at->error;
    size_t depth = 0;

    if (!slip_said(at, "')' expected"))
        return false;
    if (slip_is(at, e, "=") && slip_kind(at, e - 1, LEXER_NAME) &&
        slip_is(at, e - 2, ","))
        return slip_tell(out, e - 1, "what belongs to a line stands in curly braces",
                         "Write it without round brackets: sam \"...\" { %.*s = ... }.",
                         slip_length(at, e - 1), slip_text(at, e - 1));
    for (size_t i = at->error; i > 0; i--) {
        if (slip_is(at, i - 1, ")"))
            depth++;
        else if (slip_is(at, i - 1, "(") && depth-- == 0)
            return slip_tell(out, i - 1, "the ( opened on this line is never closed",
                             "Write ) behind what belongs into the brackets.");
    }
    return false;
}

const slip_rule slip_rules_braces[] = {
    colon,       if_in_braces,  braces_behind_entry, reserved,       goto_in_braces,
    quoted_name, second_equals, second_comma,        plus,           no_value,
    unit,        other_signs,   open_bracket,        comma_or_brace, extra_brace,
    NULL};
