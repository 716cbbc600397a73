/*
 * Steps and memory. Nothing here raises: every error that a hook raises could be caught
 * or come at the wrong moment, and an allocation that fails inside Lua 5.4.4 can corrupt
 * its heap. What passes a limit ends the process.
 */
#include "script/internal.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void script_over(script_host *host, const char *message)
{
    host->hooks.over(host->hooks.user, script_where(host), message);
    _Exit(5);
}

static _Noreturn void over_memory(script_host *host)
{
    char message[160];

    if (host->calling)
        script_over(host, "this function needs more than 8 MiB of memory");
    snprintf(message, sizeof message,
             "loading this pack takes more than %zu MiB of memory",
             host->limits.memory >> 20);
    script_over(host, message);
}

void *script_allocate(void *user, void *block, size_t old_size, size_t new_size)
{
    script_host *host = user;

    if (!block)
        old_size = 0; /* then Lua passes a kind of object here, not a size */
    if (new_size == 0) {
        host->memory -= old_size;
        free(block);
        return NULL;
    }
    if (new_size > old_size && new_size - old_size > host->memory_cap - host->memory)
        over_memory(host);

    void *moved = realloc(block, new_size);
    if (!moved)
        over_memory(host);
    host->memory = host->memory - old_size + new_size;
    return moved;
}

static _Noreturn void over_steps(script_host *host)
{
    char message[160];

    if (host->calling)
        script_over(host, "this function takes more than 100,000 steps; "
                          "does a loop in it never end?");
    snprintf(message, sizeof message,
             "loading this pack takes more than %llu million steps; "
             "does a loop in it never end?",
             (unsigned long long)(host->limits.steps / 1000000));
    script_over(host, message);
}

void script_spend(script_host *host, uint64_t steps)
{
    if (host->steps_left <= steps)
        over_steps(host);
    host->steps_left -= steps;
}

void script_count(lua_State *L, lua_Debug *ar)
{
    script_host *host = script_of(L);

    (void)ar;
    script_spend(host, SCRIPT_STEP_BATCH);
    if (host->memory > host->memory_soft) {
        lua_gc(L, LUA_GCCOLLECT);
        const size_t left = host->memory_cap - host->memory;
        /* Near the cap collecting again and again would only take time. */
        host->memory_soft =
            left > host->memory_cap / 16 ? host->memory + left / 2 : host->memory_cap;
    }
}

void script_check_draft(script_host *host)
{
    const model_draft *draft = &host->draft;
    const size_t held = draft->arena.bytes +
                        draft->statements.room * sizeof *draft->statements.at +
                        host->memory;

    if (held > host->limits.memory)
        over_memory(host);
}
