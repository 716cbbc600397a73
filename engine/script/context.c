/* What stands around a word of the source. */
#include "script/verbs.h"

#include <string.h>

#define FAR_BACK 2000 /* tokens */

bool script_find_context(script_context *out, script_host *host, draft_place place,
                         const char *name, size_t length)
{
    const lexer_tokens *tokens =
        place.file < host->file_count ? script_tokens(host, place.file) : NULL;

    if (!tokens || place.line == 0)
        return false;
    const char *source = host->files[place.file].source;
    for (size_t i = lexer_find_line(tokens, place.line);
         i + 1 < tokens->count && tokens->at[i].line < place.line + 40; i++) {
        const lexer_token *token = &tokens->at[i];

        if (token->kind == LEXER_NAME && token->length == length &&
            memcmp(source + token->start, name, length) == 0) {
            *out = (script_context){source, tokens->at, tokens->count, i};
            return true;
        }
    }
    return false;
}

static bool is(const script_context *c, size_t i, const char *text)
{
    return lexer_is(c->source, &c->tokens[i], text);
}

bool script_in_braces(const script_context *context)
{
    int depth = 0;

    for (size_t i = context->at; i > 0 && context->at - i < FAR_BACK; i--) {
        if (is(context, i - 1, "}"))
            depth++;
        else if (is(context, i - 1, "{") && depth-- == 0)
            return true;
        else if (depth == 0 && (is(context, i - 1, "function") ||
                                is(context, i - 1, "do") || is(context, i - 1, "then")))
            return false;
    }
    return false;
}

const lexer_token *script_field_before(const script_context *context)
{
    const size_t at = context->at;

    if (at < 2 || !is(context, at - 1, "=") ||
        context->tokens[at - 2].kind != LEXER_NAME || !script_in_braces(context))
        return NULL;
    return &context->tokens[at - 2];
}

size_t script_value_length(const script_context *context)
{
    const lexer_token *first = &context->tokens[context->at];
    size_t end = first->start + first->length;
    int depth = 0;

    for (size_t i = context->at; i + 1 < context->count; i++) {
        const lexer_token *token = &context->tokens[i];

        if (token->line != first->line)
            break;
        if (depth == 0 && (is(context, i, "}") || is(context, i, ";")))
            break;
        if (depth == 0 && is(context, i, ",") &&
            (is(context, i + 1, "}") || context->tokens[i + 1].first ||
             (i + 2 < context->count && is(context, i + 2, "="))))
            break;
        depth += is(context, i, "(") || is(context, i, "{");
        depth -= is(context, i, ")") || is(context, i, "}");
        end = token->start + token->length;
    }
    return end - first->start;
}
