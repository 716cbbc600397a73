#include "model/parse_list.h"

#include <stdio.h>

parse_span parse_span_of(parse_token token)
{
    return (parse_span){token.at, token.at + token.length};
}

void parse_pass_part(parser *p)
{
    unsigned depth = 0;

    while (!parse_is(p, PARSE_END) && (depth > 0 || !parse_is(p, PARSE_COMMA))) {
        depth += parse_is(p, PARSE_OPEN);
        depth -= depth > 0 && parse_is(p, PARSE_CLOSE);
        parse_advance(p);
    }
}

void parse_skip_part(parser *p, size_t at, const char *message, const char *hint)
{
    parse_complain(p, "E130", at, message, hint);
    parse_pass_part(p);
}

bool parse_part_head(parser *p, parse_span *name, const char *what, const char *example)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    const parse_span token = parse_span_of(p->token);

    if (parse_is(p, PARSE_NAME)) {
        *name = token;
        parse_advance(p);
        return true;
    }
    if (parse_is(p, PARSE_COMMA) || parse_is(p, PARSE_END))
        snprintf(message, sizeof message, "a part is missing at a comma");
    else
        snprintf(message, sizeof message, "'%.*s' is not the name of %s",
                 PARSE_SHOW(p, token), what);
    snprintf(hint, sizeof hint, "Write the parts as in \"%s\", with commas between them.",
             example);
    if (parse_is(p, PARSE_NUMBER))
        snprintf(hint, sizeof hint,
                 "First the name, then the amount: %s. A decimal has a "
                 "point, as in 1.5.",
                 example);
    if (parse_is(p, PARSE_PLUS) || parse_is(p, PARSE_MINUS)) {
        snprintf(message, sizeof message, "the name of %s is missing before '%.*s'", what,
                 PARSE_SHOW(p, token));
        snprintf(hint, sizeof hint, "First the name, then the amount: %s.", example);
    }
    if (parse_is(p, PARSE_BAD))
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    parse_skip_part(p, token.first, message, hint);
    return false;
}

bool parse_part_tail(parser *p, const char *hint)
{
    const parse_span token = parse_span_of(p->token);
    const bool and = parse_is(p, PARSE_AND) ||
                     (token.end > token.first && p->text[token.first] == '&');
    const bool next_part = parse_is(p, PARSE_NAME) || and;
    char message[PARSE_MESSAGE], instead[PARSE_HINT];

    if (parse_is(p, PARSE_COMMA) || parse_is(p, PARSE_END))
        return true;
    snprintf(instead, sizeof instead, "Write a comma in place of '%.*s'.",
             PARSE_SHOW(p, token));
    if (next_part)
        snprintf(message, sizeof message, "a comma is missing before '%.*s'",
                 PARSE_SHOW(p, token));
    else
        snprintf(message, sizeof message, "'%.*s' cannot be read here",
                 PARSE_SHOW(p, token));
    parse_skip_part(p, token.first, message,
                    and                      ? instead
                    : parse_is(p, PARSE_BAD) ? p->token.advice
                    : next_part              ? "Write a comma between two parts."
                                             : hint);
    return false;
}

/* Reads parts and commas to the end. Blank text has no parts. */
static void read_list(parser *p, void (*read_part)(parser *p))
{
    if (parse_is(p, PARSE_END))
        return;
    for (;;) {
        read_part(p);
        if (!parse_is(p, PARSE_COMMA))
            return;
        parse_advance(p);
    }
}

ear_status parse_list(model_range *out, model_compiler *compiler, const size_t *count,
                      const char *text, size_t length, void (*read_part)(parser *p))
{
    const uint32_t first = (uint32_t)*count;
    parser p;

    parse_begin(&p, compiler, text, length);

    const parse_mark mark = parse_marked(p.out);
    read_list(&p, read_part);
    const ear_status status = parse_finish(&p, &mark);
    if (status == EAR_OK)
        *out = (model_range){first, (uint32_t)*count - first};
    return status;
}
