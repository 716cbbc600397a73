/*
 * Compiling a file, and saying what is wrong with one that is not Lua. A mistake that is
 * understood is taken out of a copy and the copy is compiled again, so that a second one
 * is told too: a comma or { that is missing is put in, any other statement is blanked
 * out.
 */
#include "script/foreign.h"
#include "script/internal.h"
#include "script/slip.h"
#include "script/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_SLIPS 20  /* told in one run */
#define MOST_SIGNS 100 /* put in besides: who leaves commas out leaves them all out */

struct chunk {
    script_host *host;
    const char *source;
    size_t length;
    size_t at;
    bool bytewise; /* one byte at a time: where it stops is where Lua gave up */
};

/* The copy of a file that cannot be read, as far as its mistakes are taken out. */
struct copy {
    char *source;
    size_t length;
    size_t behind; /* up to this byte everything is told */
    bool mended;   /* by the last step: where Lua gives up now, it really does */
    int slips, signs;
};

/* Gives the compiler one line at a time, so that it is known where it is. */
static const char *read_line(lua_State *L, void *user, size_t *size)
{
    struct chunk *chunk = user;
    const char *from = chunk->source + chunk->at;
    const char *end;

    (void)L;
    if (chunk->at == chunk->length)
        return NULL;
    if (chunk->bytewise) {
        *size = 1;
        chunk->at++;
        return from;
    }
    end = memchr(from, '\n', chunk->length - chunk->at);
    *size = end ? (size_t)(end - from) + 1 : chunk->length - chunk->at;
    chunk->at += *size;
    chunk->host->compile_line++;
    return from;
}

/* Leaves the function or Lua's message on the stack. */
static int compile(lua_State *L, uint32_t file, struct chunk *chunk)
{
    script_host *host = script_of(L);
    char name[16];

    snprintf(name, sizeof name, "=%u", file);
    host->compiling = file;
    host->compile_line = 0;
    const int rc = lua_load(L, read_line, chunk, name, "t");
    host->compiling = SCRIPT_NO_FILE;
    return rc;
}

/* Lua's message without its place; the line is read off. */
static const char *without_place(const char *text, uint32_t *line)
{
    const char *first = strchr(text, ':');
    char *end;

    *line = 0;
    if (!first)
        return text;
    *line = (uint32_t)strtoul(first + 1, &end, 10);
    return end[0] == ':' && end[1] == ' ' ? end + 2 : text;
}

/* The token that Lua's message calls "near": the last such one that it has read. */
static size_t find_error(const slip_case *at, size_t read)
{
    const char *near = strstr(at->lua, " near ");
    size_t last = 0;

    for (size_t i = 0; i < at->count && at->tokens[i].start < read; i++)
        last = i;
    if (!near || strncmp(near, " near <eof>", 11) == 0)
        return near ? at->count - 1 : last;
    near += 7;
    const size_t length = strlen(near) > 1 ? strlen(near) - 1 : 0;
    for (size_t i = last + 1; i > 0 && last - (i - 1) < 3; i--) {
        const lexer_token *token = &at->tokens[i - 1];

        if (length > 0 && token->length >= length &&
            memcmp(at->source + token->start, near, length) == 0)
            return i - 1;
    }
    return last;
}

/* Where the statement around the error begins. */
static size_t find_start(const slip_case *at)
{
    size_t start = at->error;

    while (start > 0 && !slip_begins(at, start) && at->error - start < 2000)
        start--;
    size_t line = at->error;
    while (line > 0 && !at->tokens[line].first)
        line--;
    return slip_begins(at, start) && start < line ? start : line;
}

static void report(script_host *host, uint32_t file, const slip_case *at,
                   const slip *found)
{
    const lexer_token *token = &at->tokens[found->token];
    uint32_t column = lexer_column(at->source, token);

    if (found->behind)
        column += token->length;
    script_report(host, "E001", (draft_place){file, token->line}, column, found->hint,
                  "%s", found->message);
}

static void blank(struct copy *copy, const slip_case *at, const slip *found)
{
    const lexer_token *to = &at->tokens[found->to];
    const size_t end = found->to + 1 >= at->count ? at->length : to->start;

    for (size_t i = at->tokens[found->from].start; i < end; i++) {
        if (copy->source[i] != '\n')
            copy->source[i] = ' ';
    }
    copy->behind = end;
    while (!to->first && copy->behind < copy->length &&
           copy->source[copy->behind] != '\n')
        copy->behind++;
    copy->mended = false;
}

/*
 * Puts the sign in that is missing behind a token. False: there is no room for it,
 * because the next token follows at once, and places behind it on the line would not be
 * true.
 */
static bool put_sign(struct copy *copy, const slip_case *at, const slip *found)
{
    const lexer_token *token = &at->tokens[found->token];
    char *end = copy->source + token->start + token->length;

    if (!found->missing || token[1].joined || copy->signs == MOST_SIGNS)
        return false;
    if (*end != ' ' && *end != '\t') {
        memmove(end + 1, end, copy->length - (size_t)(end - copy->source) + 1);
        copy->length++;
    }
    *end = found->missing;
    copy->behind = token->start + token->length;
    copy->mended = true;
    copy->signs++;
    return true;
}

/* Takes what was found out of the copy. False: what comes behind it cannot be told. */
static bool take_out(struct copy *copy, const slip_case *at, const slip *found)
{
    if (put_sign(copy, at, found))
        return true;
    if (found->to == found->from || ++copy->slips == MOST_SLIPS)
        return false;
    blank(copy, at, found);
    return true;
}

/* Whether the mistake is another one than those that were told. */
static bool is_new(const struct copy *copy, const slip_case *at, const slip *found)
{
    const size_t told = copy->mended ? at->error : found->token;

    return at->tokens[told].start >= copy->behind;
}

/*
 * Explains the error whose message is at the top of the stack. True: it is taken out of
 * the copy, which is to be compiled again.
 */
static bool explain(lua_State *L, uint32_t file, struct copy *copy)
{
    script_host *host = script_of(L);
    struct chunk chunk = {host, copy->source, copy->length, 0, true};
    lexer_tokens tokens = {0};
    slip found = {0};
    uint32_t line;
    bool go_on = false;
    const char *lua = without_place(lua_tostring(L, -1), &line);

    (void)compile(L, file, &chunk);
    lua_pop(L, 1);
    if (!lexer_read(&tokens, copy->source, copy->length)) {
        host->no_memory = true;
        return false;
    }
    slip_case at = {copy->source, copy->length, tokens.at, tokens.count, 0, 0, lua};
    at.error = find_error(&at, chunk.at);
    at.start = find_start(&at);
    if (slip_find(&found, &at)) {
        if (is_new(copy, &at, &found)) {
            report(host, file, &at, &found);
            go_on = take_out(copy, &at, &found);
        }
    } else if (copy->behind == 0) {
        script_report(
            host, "E001", (draft_place){file, line},
            lexer_column(copy->source, &at.tokens[at.error]),
            "Compare this line with the one above it: quotes, commas and braces.",
            "this line cannot be read (%s)", lua);
    }
    lexer_release(&tokens);
    return go_on;
}

/* Tells what keeps the file from being read. Lua's message is at the top of the stack,
 * and is taken away. */
static void explain_all(lua_State *L, uint32_t file)
{
    script_host *host = script_of(L);
    const script_file *of = &host->files[file];
    struct copy copy = {.source = malloc(of->length + MOST_SIGNS + 1),
                        .length = of->length};
    struct chunk chunk;
    bool go_on;

    script_need(host, copy.source);
    memcpy(copy.source, of->source, of->length + 1);
    do {
        go_on = explain(L, file, &copy);
        lua_pop(L, 1);
        chunk = (struct chunk){host, copy.source, copy.length, 0, false};
    } while (go_on && compile(L, file, &chunk) != LUA_OK);
    if (go_on)
        lua_pop(L, 1);
    free(copy.source);
}

static void report_fault(script_host *host, uint32_t file, const source_fault *fault)
{
    script_report(host, "E001", (draft_place){file, fault->line}, fault->column,
                  fault->hint, "%s", fault->message);
}

bool script_compile(lua_State *L, uint32_t file)
{
    script_host *host = script_of(L);
    const script_file *of = &host->files[file];
    struct chunk chunk = {host, of->source, of->length, 0, false};
    source_fault fault;

    if (source_find_fault(&fault, of->source, of->length)) {
        report_fault(host, file, &fault);
        return false;
    }
    if (compile(L, file, &chunk) == LUA_OK)
        return true;
    if (foreign_find(&fault, of->source, of->length))
        report_fault(host, file, &fault);
    else
        explain_all(L, file);
    return false;
}
