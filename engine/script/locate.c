/*
 * Places inside a statement. Lua tells the line on which a statement begins; people want
 * the line of the field that is wrong. So the source is read again, from that line on.
 */
#include "script/verbs.h"

#include <string.h>

#define FAR_AWAY 20000 /* tokens: longer statements are not searched to their end */

/* The tokens of one statement, gone through from its first line on. */
struct walk {
    const char *source;
    const lexer_token *at;
    const lexer_token *end;
    int depth; /* of braces */
};

static bool begin(struct walk *walk, script_host *host, draft_place place)
{
    const lexer_tokens *tokens =
        place.file < host->file_count ? script_tokens(host, place.file) : NULL;

    if (!tokens || place.line == 0)
        return false;
    const size_t first = lexer_find_line(tokens, place.line);
    const size_t left = tokens->count - first;
    *walk = (struct walk){host->files[place.file].source, tokens->at + first,
                          tokens->at + first + (left < FAR_AWAY ? left : FAR_AWAY), 0};
    return true;
}

/* Whether a new statement begins here rather than a field or an entry. */
static bool begins_statement(const struct walk *w, uint32_t line)
{
    return w->depth <= 0 && w->at->first && w->at->line > line &&
           w->at->kind == LEXER_NAME;
}

static void advance(struct walk *w)
{
    w->depth += lexer_is(w->source, w->at, "{");
    w->depth -= lexer_is(w->source, w->at, "}");
    w->at++;
}

static script_spot spot_at(const struct walk *w, draft_place place)
{
    return (script_spot){{place.file, w->at->line}, lexer_column(w->source, w->at)};
}

script_spot script_locate_field(script_host *host, draft_place place, const char *name)
{
    struct walk w;

    if (!begin(&w, host, place))
        return (script_spot){place, 0};
    for (; w.at + 1 < w.end && !begins_statement(&w, place.line); advance(&w)) {
        if (w.depth > 0 && lexer_is(w.source, w.at, name) &&
            lexer_is(w.source, w.at + 1, "="))
            return spot_at(&w, place);
    }
    return (script_spot){place, 0};
}

script_spot script_locate_entry(script_host *host, draft_place place)
{
    struct walk w;

    if (!begin(&w, host, place))
        return (script_spot){place, 0};
    for (; w.at + 1 < w.end && !begins_statement(&w, place.line); advance(&w)) {
        const lexer_token *next = w.at + 1;

        if (!lexer_is(w.source, w.at, "{") && !lexer_is(w.source, w.at, ",") &&
            !lexer_is(w.source, w.at, ";"))
            continue;
        if ((w.depth == 0 && !lexer_is(w.source, w.at, "{")) || w.depth > 1 ||
            lexer_is(w.source, next, "}"))
            continue;
        if (next->kind == LEXER_NAME && next + 1 < w.end &&
            lexer_is(w.source, next + 1, "="))
            continue;
        advance(&w);
        return spot_at(&w, place);
    }
    return (script_spot){place, 0};
}

script_spot script_locate_stray(script_host *host, draft_place place)
{
    struct walk w;

    if (!begin(&w, host, place))
        return (script_spot){place, 0};
    for (; w.at + 1 < w.end && !begins_statement(&w, place.line); advance(&w)) {
        const lexer_token *next = w.at + 1;
        const bool ended = w.at->kind == LEXER_STRING || lexer_is(w.source, w.at, "}") ||
                           lexer_is(w.source, w.at, ")");
        const bool opens = lexer_is(w.source, next, "(") || lexer_is(w.source, next, "{");

        if (w.depth - lexer_is(w.source, w.at, "}") == 0 && ended &&
            (next->kind == LEXER_STRING || (opens && lexer_is(w.source, w.at, "}")) ||
             (opens && next->first))) {
            advance(&w);
            return spot_at(&w, place);
        }
    }
    return (script_spot){place, 0};
}

script_spot script_locate_string(script_host *host, draft_place place, const char *text,
                                 size_t length)
{
    struct walk w;

    if (!begin(&w, host, place))
        return (script_spot){place, 0};
    for (; w.at + 1 < w.end && !begins_statement(&w, place.line); advance(&w)) {
        if (w.at->kind == LEXER_STRING && w.at->length == length + 2 &&
            memcmp(w.source + w.at->start + 1, text, length) == 0)
            return spot_at(&w, place);
    }
    return (script_spot){place, 0};
}

script_spot script_locate_point(script_host *host, draft_place place)
{
    struct walk w;

    if (!begin(&w, host, place))
        return (script_spot){place, 0};
    if (w.at > script_tokens(host, place.file)->at)
        w.at--;
    for (; w.at + 1 < w.end && w.at->line <= place.line; advance(&w)) {
        if (lexer_is(w.source, w.at, ".") || lexer_is(w.source, w.at, ":"))
            return spot_at(&w, place);
    }
    return (script_spot){place, 0};
}

script_spot script_locate_word(script_host *host, draft_place place, const char *name,
                               size_t length)
{
    struct walk w;

    if (!begin(&w, host, place))
        return (script_spot){place, 0};
    for (; w.at + 1 < w.end && w.at->line < place.line + 40; advance(&w)) {
        if (w.at->kind == LEXER_NAME && w.at->length == length &&
            memcmp(w.source + w.at->start, name, length) == 0)
            return spot_at(&w, place);
    }
    return (script_spot){place, 0};
}
