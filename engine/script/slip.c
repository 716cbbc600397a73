#include "script/slip.h"

#include "script/verbs.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool slip_is(const slip_case *at, size_t token, const char *text)
{
    return token < at->count && lexer_is(at->source, &at->tokens[token], text);
}

bool slip_kind(const slip_case *at, size_t token, lexer_kind kind)
{
    return token < at->count && at->tokens[token].kind == (uint8_t)kind;
}

const char *slip_text(const slip_case *at, size_t token)
{
    return at->source + at->tokens[token].start;
}

int slip_length(const slip_case *at, size_t token)
{
    const uint32_t length = at->tokens[token].length;

    return (int)(length < 60 ? length : 60);
}

static bool is_value(const slip_case *at, size_t token)
{
    return (slip_kind(at, token, LEXER_STRING) || slip_kind(at, token, LEXER_NUMBER) ||
            slip_is(at, token, "true") || slip_is(at, token, "false")) &&
           at->tokens[token].length <= 60;
}

const char *slip_value(const slip_case *at, size_t token)
{
    return is_value(at, token) ? slip_text(at, token) : "...";
}

int slip_value_length(const slip_case *at, size_t token)
{
    return is_value(at, token) ? slip_length(at, token) : 3;
}

size_t slip_line_start(const slip_case *at, size_t token)
{
    while (token > 0 && !at->tokens[token].first)
        token--;
    return token;
}

bool slip_begins(const slip_case *at, size_t token)
{
    static const char *const openers[] = {"local",    "for",    "if",    "while",
                                          "function", "repeat", "return"};
    const lexer_token *t = &at->tokens[token];

    if (!t->first || t->kind != LEXER_NAME || token + 1 >= at->count)
        return false;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        if (slip_is(at, token, openers[i]))
            return !slip_is(at, token + 1, "=");
    }
    if (slip_is(at, token + 1, "="))
        return slip_is(at, token + 2, "customer") || slip_is(at, token + 2, "person");
    if (lexer_is_reserved(slip_text(at, token), t->length))
        return false;
    if (script_find_verb(slip_text(at, token), t->length))
        return !slip_is(at, token + 1, ",") && !slip_is(at, token + 1, "}");
    return (slip_kind(at, token + 1, LEXER_STRING) ||
            (slip_kind(at, token + 1, LEXER_OPEN_STRING) && !t[1].joined) ||
            slip_is(at, token + 1, "{") || slip_is(at, token + 1, "("));
}

size_t slip_opener(const slip_case *at, size_t token)
{
    size_t depth = 0;

    for (size_t i = token; i > 0; i--) {
        if (slip_is(at, i - 1, "}"))
            depth++;
        else if (slip_is(at, i - 1, "{") && depth-- == 0)
            return i - 1;
    }
    return at->count;
}

bool slip_said(const slip_case *at, const char *part)
{
    return strstr(at->lua, part) != NULL;
}

bool slip_tell(slip *out, size_t token, const char *message, const char *hint, ...)
{
    va_list ap;

    out->token = token;
    out->behind = out->alone = false;
    out->missing = 0;
    snprintf(out->message, sizeof out->message, "%s", message);
    va_start(ap, hint);
    vsnprintf(out->hint, sizeof out->hint, hint, ap);
    va_end(ap);
    return true;
}

bool slip_misses(slip *out, char sign)
{
    out->behind = true;
    out->missing = sign;
    return true;
}

/* Words that open or close something: without them the rest would be read wrongly. */
static bool holds_blocks(const slip_case *at, size_t from, size_t to)
{
    static const char *const words[] = {"for", "function", "if",     "do",
                                        "end", "then",     "repeat", "while"};

    for (size_t i = from; i < to; i++) {
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            if (slip_is(at, i, words[k]) && !slip_is(at, i + 1, "="))
                return true;
        }
    }
    return false;
}

/* A text over two lines: the second one, which ends with the quote, belongs to it. */
static size_t behind_text(const slip_case *at, size_t first)
{
    size_t end = first;

    while (end + 1 < at->count && at->tokens[end].line == at->tokens[first].line)
        end++;
    return end > first && slip_kind(at, end - 1, LEXER_OPEN_STRING) &&
                   at->tokens[end - 1].joined
               ? end
               : first;
}

/* The statement around the slip: from its beginning to the next one's. */
static void find_extent(slip *out, const slip_case *at)
{
    const size_t last = out->token > at->error ? out->token : at->error;
    size_t from = out->token, to = out->token + 1;

    while (from > 0 && !at->tokens[from].first)
        from--;
    if (!slip_begins(at, from)) {
        size_t before = from;
        while (before > 0 && !slip_begins(at, before) && from - before < 400)
            before--;
        /* A line that nothing opens is alone. */
        if (slip_begins(at, before) && slip_opener(at, from) < at->count &&
            slip_opener(at, from) >= before)
            from = before;
    }
    while (to + 1 < at->count &&
           !(at->tokens[to].first &&
             (slip_begins(at, to) ||
              (to > last && !slip_kind(at, out->token, LEXER_OPEN_STRING) &&
               slip_opener(at, to) == at->count))))
        to++;
    if (slip_kind(at, out->token, LEXER_OPEN_STRING))
        to = behind_text(at, to);
    if (to + 1 >= at->count)
        to = at->count - 1;
    out->from = from;
    out->to = out->alone || holds_blocks(at, from, to) ? from : to;
}

bool slip_find(slip *out, const slip_case *at)
{
    static const slip_rule *const tables[] = {
        slip_rules_text, slip_rules_tools, slip_rules_other,  slip_rules_speaker,
        slip_rules_open, slip_rules_line,  slip_rules_braces, slip_rules_lua};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (const slip_rule *rule = tables[i]; *rule; rule++) {
            if ((*rule)(out, at)) {
                find_extent(out, at);
                return true;
            }
        }
    }
    return false;
}
