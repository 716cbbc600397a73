/* Compiling a file, and saying what is wrong with one that is not Lua. */
#include "script/internal.h"
#include "script/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct chunk {
    script_host *host;
    const char *source;
    size_t length;
    size_t at;
};

/* Gives the compiler one line at a time, so that it is known where it is. */
static const char *read_line(lua_State *L, void *user, size_t *size)
{
    struct chunk *chunk = user;
    const char *from = chunk->source + chunk->at;
    const char *end = memchr(from, '\n', chunk->length - chunk->at);

    (void)L;
    if (chunk->at == chunk->length)
        return NULL;
    *size = end ? (size_t)(end - from) + 1 : chunk->length - chunk->at;
    chunk->at += *size;
    chunk->host->compile_line++;
    return from;
}

static int compile(lua_State *L, uint32_t file, const char *source, size_t length)
{
    script_host *host = script_of(L);
    struct chunk chunk = {host, source, length, 0};
    char name[16];

    snprintf(name, sizeof name, "=%u", file);
    host->compiling = file;
    host->compile_line = 0;
    const int rc = lua_load(L, read_line, &chunk, name, "t");
    host->compiling = SCRIPT_NO_FILE;
    return rc;
}

bool script_compile(lua_State *L, uint32_t file)
{
    script_host *host = script_of(L);
    const script_file *of = &host->files[file];
    source_fault fault;

    if (source_find_fault(&fault, of->source, of->length)) {
        script_report(host, "E001", (draft_place){file, fault.line}, fault.column,
                      fault.hint, "%s", fault.message);
        return false;
    }
    if (compile(L, file, of->source, of->length) == LUA_OK)
        return true;
    const char *text = lua_tostring(L, -1);
    const char *colon = text ? strchr(text, ':') : NULL;
    const uint32_t line = colon ? (uint32_t)strtoul(colon + 1, NULL, 10) : 0;
    script_report(host, "E001", (draft_place){file, line}, 0, "", "%s", text ? text : "");
    lua_pop(L, 1);
    return false;
}
