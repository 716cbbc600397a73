/*
 * `use "name"` and running files. A module runs once it is sure whether braces follow:
 * at its braces, at the next verb, or at the file's end.
 */
#include "script/verbs.h"

#include "model/names.h"

#include <stdio.h>
#include <string.h>

#define LONGEST_CIRCLE 16 /* modules that are named */

static bool is_module_name(draft_text name)
{
    for (size_t i = 0; i < name.length; i++) {
        const char c = name.at[i];
        const bool edge = i == 0 || i + 1 == name.length || name.at[i - 1] == '/';

        if (c == '/' && edge)
            return false;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '/' ||
              c == '-'))
            return false;
    }
    return name.length > 0 && name.length < 200;
}

static uint32_t find_module(const script_host *host, draft_text name)
{
    char path[256];
    uint32_t file;

    snprintf(path, sizeof path, "lib/%.*s.lua", (int)name.length, name.at);
    file = script_find_file(host, path, strlen(path), false);
    if (file != SCRIPT_NO_FILE)
        return file;
    return script_find_file(host, path + 4, strlen(path + 4), true);
}

/* The module's name inside a file's; 0 long when it is no module. */
static draft_text module_of(const script_file *file)
{
    const char *name = file->name;
    size_t length = strlen(name);

    if (!file->library) {
        if (length < 4 || memcmp(name, "lib/", 4) != 0)
            return (draft_text){NULL, 0};
        name += 4;
        length -= 4;
    }
    if (length < 5 || memcmp(name + length - 4, ".lua", 4) != 0)
        return (draft_text){NULL, 0};
    return (draft_text){name, length - 4};
}

/* require("x"): that the word is `use` here was told of this line. */
static bool is_guessed_at(const script_host *host, draft_place here)
{
    bool told = false;

    for (size_t i = 0; host->guessed && i < host->findings->count && !told; i++)
        told = host->findings->at[i].line == here.line &&
               strcmp(host->findings->at[i].code, "E101") == 0;
    return told;
}

static void unknown_module(script_host *host, draft_place here, draft_text name)
{
    model_nearest near = model_near_begin(name.at, name.length);
    const script_spot spot = script_locate_string(host, here, name.at, name.length);
    char hint[160];

    for (size_t i = 0; i < host->file_count; i++) {
        const draft_text other = module_of(&host->files[i]);

        if (other.length)
            model_near_offer(&near, other.at, other.length);
    }
    if (near.best)
        snprintf(hint, sizeof hint, "Did you mean '%.*s'?", (int)near.best_length,
                 near.best);
    else
        snprintf(hint, sizeof hint, "Put it into the pack as lib/%.*s.lua.",
                 (int)name.length, name.at);
    script_report(host, "E101", spot.place, spot.column, hint,
                  "there is no module '%.*s' in the pack's lib folder or among "
                  "Earshot's own",
                  (int)name.length, name.at);
}

/* "lib/a.lua uses lib/b.lua, which uses lib/a.lua": from `file` on to `here`, which uses
 * `file`. */
static void report_circle(script_host *host, draft_place here, uint32_t file)
{
    uint32_t road[LONGEST_CIRCLE]; /* backwards */
    size_t count = 0, used;
    char chain[400];

    for (uint32_t at = here.file;
         at < host->file_count && at != file && count < LONGEST_CIRCLE;
         at = host->files[at].used.file)
        road[count++] = at;
    used = (size_t)snprintf(chain, sizeof chain, "%.120s uses ", host->files[file].shown);
    for (; count > 0 && used < sizeof chain; count--)
        used += (size_t)snprintf(chain + used, sizeof chain - used, "%.120s, which uses ",
                                 host->files[road[count - 1]].shown);
    if (used < sizeof chain)
        snprintf(chain + used, sizeof chain - used, "%.120s", host->files[file].shown);
    script_report(host, "E105", here, 0, "Take one of the `use` lines out.",
                  "the modules use each other in a circle: %s", chain);
}

int script_use(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    const draft_place here = script_here(host);
    draft_text name = {NULL, 0};
    uint32_t file = SCRIPT_NO_FILE;

    if (!script_id_at(L, 1, verb, &name)) {
        script_push_lost(L, NULL, 0);
        return 1;
    }
    if (!is_module_name(name)) {
        const script_spot spot = script_locate_string(host, here, name.at, name.length);
        script_report(host, "E105", spot.place, spot.column, "Write use \"customer\".",
                      "a module is named by its name, never by a path: a-z, 0-9, _, - "
                      "and /");
    } else if ((file = find_module(host, name)) == SCRIPT_NO_FILE) {
        if (!is_guessed_at(host, here))
            unknown_module(host, here, name);
        host->absorbed = true;
    } else if (host->files[file].state == SCRIPT_FILE_RUNNING) {
        report_circle(host, here, file);
    } else if (host->files[file].state == SCRIPT_FILE_NEW) {
        host->pending_use = file;
        host->pending_place = here;
        if (lua_istable(L, 2)) {
            lua_settop(L, 2);
            return script_use_braces(L, file);
        }
    }
    if (file == SCRIPT_NO_FILE)
        script_push_lost(L, NULL, 0);
    else
        script_push_handle(L, SCRIPT_HANDLE_USE, file);
    return 1;
}

int script_use_braces(lua_State *L, uint32_t file)
{
    script_host *host = script_of(L);

    if (!lua_istable(L, 2)) {
        script_report_stray(L, 2);
    } else if (host->pending_use == file) {
        host->pending_use = SCRIPT_NO_FILE;
        script_check_given(L, file, module_of(&host->files[file]), script_here(host), 2);
        lua_pushvalue(L, 2);
        script_run_file(L, file);
    }
    script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    return 1;
}

void script_flush_use(lua_State *L)
{
    script_host *host = script_of(L);
    const uint32_t file = host->pending_use;

    if (file == SCRIPT_NO_FILE)
        return;
    host->pending_use = SCRIPT_NO_FILE;
    lua_createtable(L, 0, 0);
    script_run_file(L, file);
}

void script_run_file(lua_State *L, uint32_t file)
{
    script_host *host = script_of(L);
    const int given = lua_gettop(L);

    luaL_checkstack(L, 10, "modules use each other too deeply");
    host->files[file].used = host->pending_place;
    (void)script_draft_file(host, file);
    if (!script_compile(L, file)) {
        host->stopped = true;
        host->files[file].state = SCRIPT_FILE_DONE;
        lua_settop(L, given - 1);
        return;
    }
    script_find_twice(host, file);
    lua_insert(L, given);
    script_push_environment(L);
    lua_setupvalue(L, given, 1);
    host->files[file].state = SCRIPT_FILE_RUNNING;
    lua_call(L, 0, 0);
    script_flush_use(L);
    host->files[file].state = SCRIPT_FILE_DONE;
}
