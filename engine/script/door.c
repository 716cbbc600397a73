#include "script/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t file_of(script_host *host, const lua_Debug *ar)
{
    if (ar->source != host->last_chunk) {
        const char *name = ar->source;

        /* Chunks are named "=12": the number of their file. */
        if (name[0] != '=' || name[1] < '0' || name[1] > '9')
            return SCRIPT_NO_FILE;
        host->last_chunk = ar->source;
        host->last_file = (uint32_t)strtoul(name + 1, NULL, 10);
    }
    return host->last_file;
}

draft_place script_here(script_host *host)
{
    lua_Debug ar;

    for (int level = 0; lua_getstack(host->L, level, &ar); level++) {
        if (!lua_getinfo(host->L, "Sl", &ar) || ar.currentline <= 0)
            continue;
        const uint32_t file = file_of(host, &ar);
        if (file < host->file_count)
            return (draft_place){file, (uint32_t)ar.currentline};
    }
    return (draft_place){SCRIPT_NO_FILE, 0};
}

script_place script_where(const script_host *host)
{
    script_host *quiet = (script_host *)host; /* caches one number */

    if (!host || !host->L)
        return (script_place){"", 0};
    if (host->compiling < host->file_count)
        return (script_place){host->files[host->compiling].shown, host->compile_line};

    const draft_place here = script_here(quiet);
    if (here.file >= host->file_count)
        return (script_place){"", 0};
    const script_file *file = &host->files[here.file];
    if (file->library && file->used.line && file->used.file < host->file_count)
        return (script_place){host->files[file->used.file].shown, file->used.line};
    return (script_place){file->shown, here.line};
}

/* "3:12: words" -> the place and the words; the same text when there is no place. */
static const char *split_place(const char *text, uint32_t *file, uint32_t *line)
{
    char *end;
    const unsigned long first = strtoul(text, &end, 10);

    if (end == text || *end != ':')
        return text;
    const char *second = end + 1;
    const unsigned long number = strtoul(second, &end, 10);
    if (end == second || end[0] != ':' || end[1] != ' ')
        return text;
    *file = (uint32_t)first;
    *line = (uint32_t)number;
    return end + 2;
}

/* Message handler. An error value is turned into text here or not at all. */
static int on_error(lua_State *L)
{
    script_host *host = script_of(L);
    script_failure *failure = host->failure;
    const draft_place here = script_here(host);
    const char *text = "the error that this pack raised is no text";

    failure->file = here.file;
    failure->line = here.line;
    if (lua_type(L, 1) == LUA_TSTRING)
        text = split_place(lua_tostring(L, 1), &failure->file, &failure->line);
    if (failure->file >= host->file_count)
        failure->file = SCRIPT_NO_FILE;
    snprintf(failure->message, sizeof failure->message, "%s", text);
    return 1;
}

bool script_protect(script_host *host, lua_CFunction body, void *arg,
                    script_failure *failure)
{
    lua_State *L = host->L;
    const int base = lua_gettop(L);

    *failure = (script_failure){.file = SCRIPT_NO_FILE};
    host->failure = failure;
    lua_pushcfunction(L, on_error); /* none of these three pushes allocates */
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, arg);

    lua_sethook(L, script_count, LUA_MASKCOUNT, SCRIPT_STEP_BATCH);
    const int rc = lua_pcall(L, 1, 0, base + 1);
    lua_sethook(L, NULL, 0, 0);

    host->failure = NULL;
    if (rc != LUA_OK && failure->message[0] == '\0')
        snprintf(failure->message, sizeof failure->message, "%s",
                 rc == LUA_ERRERR ? "an error inside an error" : "it stopped");
    lua_settop(L, base);
    return rc == LUA_OK;
}
