/*
 * The same field twice in the braces of one statement. Lua keeps the last one and says
 * nothing, so the source is read for it.
 */
#include "script/internal.h"

#include <string.h>

#define LONGEST_SOURCE (1u << 20) /* bytes: what is longer was written by a program */
#define MOST_FIELDS    40

/* The braces that are open. */
struct braces {
    lexer_token fields[MOST_FIELDS];
    size_t count;
    int depth; /* of braces and brackets; 1: directly inside */
};

static bool is_same(const char *source, const lexer_token *a, const lexer_token *b)
{
    return a->length == b->length &&
           memcmp(source + a->start, source + b->start, a->length) == 0;
}

static void report(script_host *host, uint32_t file, const lexer_token *field,
                   const lexer_token *before)
{
    const char *source = host->files[file].source;

    script_report(host, "E103", (draft_place){file, field->line},
                  lexer_column(source, field),
                  "Make one of them: several changes stand in one text, with commas "
                  "between them.",
                  "`%.*s` is there twice in these braces: also on line %u",
                  (int)(field->length < 60 ? field->length : 60), source + field->start,
                  before->line);
}

/* `name` is the name of a field of the open braces. */
static void enter(struct braces *open, script_host *host, uint32_t file,
                  const lexer_token *name)
{
    for (size_t i = 0; i < open->count; i++) {
        if (is_same(host->files[file].source, &open->fields[i], name)) {
            report(host, file, name, &open->fields[i]);
            return;
        }
    }
    if (open->count < MOST_FIELDS)
        open->fields[open->count++] = *name;
}

static void follow(struct braces *open, const char *source, const lexer_token *token,
                   const lexer_token *before)
{
    const bool opens = lexer_is(source, token, "{") || lexer_is(source, token, "(") ||
                       lexer_is(source, token, "[");
    const bool closes = lexer_is(source, token, "}") || lexer_is(source, token, ")") ||
                        lexer_is(source, token, "]");

    if (open->depth == 0 && lexer_is(source, token, "{") &&
        before->kind == LEXER_STRING) {
        open->depth = 1;
        open->count = 0;
    } else if (open->depth > 0) {
        open->depth += opens;
        open->depth -= closes;
    }
}

void script_find_twice(script_host *host, uint32_t file)
{
    const script_file *of = &host->files[file];
    struct braces open = {.count = 0};
    lexer_token last[2] = {{.kind = LEXER_END}, {.kind = LEXER_END}}, token;
    size_t at = 0;
    uint32_t line = 1;

    if (of->length > LONGEST_SOURCE || of->library)
        return;
    do {
        token = lexer_next(of->source, of->length, &at, &line);
        if (open.depth == 1 && last[1].kind == LEXER_NAME &&
            lexer_is(of->source, &token, "=") &&
            (lexer_is(of->source, &last[0], "{") || lexer_is(of->source, &last[0], ",") ||
             lexer_is(of->source, &last[0], ";")))
            enter(&open, host, file, &last[1]);
        follow(&open, of->source, &token, &last[1]);
        last[0] = last[1];
        last[1] = token;
    } while (token.kind != LEXER_END);
}
