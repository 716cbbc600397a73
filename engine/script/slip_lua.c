/* What only Lua's own message tells: ends, loops, labels, depth. */
#include "script/slip.h"

#include <stdlib.h>
#include <string.h>

/* "(to close 'for' at line 12)": the token that it speaks of; `count` when there is none.
 */
static size_t opened_at(const slip_case *at)
{
    const char *close = strstr(at->lua, "(to close '");
    const char *line = strstr(at->lua, "' at line ");
    size_t i = 0;

    if (!close || !line)
        return at->count;
    const char *word = close + 11;
    const unsigned long number = strtoul(line + 10, NULL, 10);
    for (; i < at->count; i++) {
        if (at->tokens[i].line == number &&
            at->tokens[i].length == (size_t)(line - word) &&
            memcmp(slip_text(at, i), word, at->tokens[i].length) == 0)
            return i;
    }
    return at->count;
}

static bool end_missing(slip *out, const slip_case *at)
{
    const size_t opened = opened_at(at);

    if (!slip_said(at, "'end' expected"))
        return false;
    if (opened < at->count)
        return slip_tell(out, opened, "what begins here has no `end`",
                         "Write end behind its last line.");
    return slip_tell(out, at->error, "a function or loop has no `end`",
                     "Write end before this: function(c) return c.calm > 50 end.");
}

/* `end` out of habit, and what else closes nothing. */
static bool end_unwanted(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (slip_is(at, e, "end"))
        return slip_tell(out, e,
                         "no 'end' is needed: a moment stops where the next begins",
                         "Delete this line.");
    if (slip_is(at, e, "else") || slip_is(at, e, "elseif") || slip_is(at, e, "then") ||
        slip_is(at, e, "do") || slip_is(at, e, "until"))
        return slip_tell(out, e, "this word belongs to nothing here",
                         "What depends on something has a when: sam \"...\" { when = "
                         "\"calm < 30\" }.");
    return false;
}

static bool label(slip *out, const slip_case *at)
{
    if (slip_said(at, "no visible label") || slip_said(at, "label '")) {
        size_t i = 0;

        while (i < at->count && !slip_is(at, i, "goto"))
            i++;
        return slip_tell(out, i < at->count ? i : at->error,
                         "`goto` is Lua's own and goes to no moment",
                         "Write go \"moment\".");
    }
    if (slip_said(at, "break outside"))
        return slip_tell(out, at->error, "`break` leaves a loop, and here is none",
                         "Delete it, or write go \"moment\".");
    return false;
}

static bool condition(slip *out, const slip_case *at)
{
    if (slip_said(at, "'then' expected")) {
        size_t word = at->error;

        while (word > 0 && !slip_is(at, word, "if") && !slip_is(at, word, "elseif"))
            word--;
        if (at->tokens[word].line == at->tokens[at->error].line)
            word = at->error;
        slip_tell(out, word, "an `if` of Lua is written if ... then ... end",
                  "What depends on a meter has a when: sam \"...\" { when = \"calm "
                  "< 30\" }.");
        out->alone = true;
        return true;
    }
    if (slip_said(at, "'do' expected") || slip_said(at, "'=' or 'in' expected")) {
        const char *step = "Write for _, q in ipairs { ... } do, lines, end.";

        const bool below = at->tokens[at->error].first && at->error > 0;

        slip_tell(out, at->error - below, "a loop is written for ... do ... end", "%s",
                  below ? "Write do at the end of this line." : step);
        out->behind = below;
        out->alone = true;
        return true;
    }
    return false;
}

/* function(c) c.calm > 5 end */
static bool no_return(slip *out, const slip_case *at)
{
    const size_t e = at->error;
    size_t i = e;

    while (i > 0 && at->tokens[i].line == at->tokens[e].line &&
           !slip_is(at, i, "return") && !slip_is(at, i, "function"))
        i--;
    if (!slip_is(at, i, "function") || !slip_is(at, i + 1, "(") || i == e)
        return false;
    while (i < e && !slip_is(at, i, ")"))
        i++;
    if (i + 1 >= e)
        return false;
    return slip_tell(out, i + 1, "a function gives back what it says behind `return`",
                     "Write function(c) return c.calm > 50 end.");
}

static bool too_deep(slip *out, const slip_case *at)
{
    if (slip_said(at, "C stack overflow") || slip_said(at, "too many C levels"))
        return slip_tell(out, at->error,
                         "braces, brackets or blocks stand too deep inside "
                         "each other",
                         "Take something out of them; 200 levels are the most.");
    if (slip_said(at, "too many local variables"))
        return slip_tell(out, at->error, "there are more than 200 local names",
                         "Put some of them into a table, or leave `local` away.");
    return false;
}

/* return, and then more statements: Lua takes the next one for what is given back. */
static bool returned(slip *out, const slip_case *at)
{
    size_t i = at->error;

    if (!slip_said(at, "<eof> expected"))
        return false;
    while (i > 0 && !slip_is(at, i, "return") && !slip_is(at, i, "end"))
        i--;
    if (!slip_is(at, i, "return"))
        return false;
    return slip_tell(out, i, "`return` ends the file, and more stands below it",
                     "Delete it; to move on write go \"moment\".");
}

/* sam says nothing, and the next line is not what could follow. */
static bool early_end(slip *out, const slip_case *at)
{
    if (!slip_kind(at, at->error, LEXER_END))
        return false;
    return slip_tell(out, at->error, "the file stops too early",
                     "Is the last statement complete, and is the file saved as UTF-8?");
}

const slip_rule slip_rules_lua[] = {end_missing, no_return, end_unwanted,
                                    label,       condition, too_deep,
                                    returned,    early_end, NULL};
