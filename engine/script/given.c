/*
 * What `use "name" { ... }` hands to a module: a key that the module never reads is a
 * slip. Which keys it reads stands in its source, as given.key or given["key"]. A module
 * that does anything else with `given` may read them all.
 */
#include "script/verbs.h"

#include "model/names.h"

#include <stdio.h>
#include <string.h>

/* The key that the word `given` at `at` reads; at NULL: it is used in another way. */
static draft_text key_read(const char *source, const lexer_token *at)
{
    if (lexer_is(source, at + 1, ".") && at[2].kind == LEXER_NAME)
        return (draft_text){source + at[2].start, at[2].length};
    if (lexer_is(source, at + 1, "[") && at[2].kind == LEXER_STRING &&
        lexer_is(source, at + 3, "]"))
        return (draft_text){source + at[2].start + 1, at[2].length - 2};
    return (draft_text){NULL, 0};
}

/* Offers every key that the module reads; false: it may read others too. */
static bool offer_keys(script_host *host, uint32_t module, model_nearest *near)
{
    const char *source = host->files[module].source;
    const lexer_tokens *tokens = script_tokens(host, module);

    for (size_t i = 0; tokens && i + 3 < tokens->count; i++) {
        const lexer_token *at = &tokens->at[i];

        if (at->kind != LEXER_NAME || !lexer_is(source, at, "given"))
            continue;
        const draft_text key = key_read(source, at);
        if (!key.at)
            return false;
        model_near_offer(near, key.at, key.length);
    }
    return tokens != NULL;
}

/* The key at -2, its value at -1. */
static void check_key(lua_State *L, uint32_t module, draft_text name, draft_place place)
{
    script_host *host = script_of(L);
    size_t length;
    const char *key = lua_tolstring(L, -2, &length);
    model_nearest near = model_near_begin(key, length);
    const bool closed = offer_keys(host, module, &near);
    const script_spot spot = script_locate_field(host, place, key);
    const char *value = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
    char hint[240];

    if (!closed || (near.best && near.distance == 0))
        return;
    if (near.best && *value && strlen(value) < 60 && !strpbrk(value, "\"\\\n"))
        snprintf(hint, sizeof hint, "Write %.*s = \"%s\".", (int)near.best_length,
                 near.best, value);
    else if (near.best)
        snprintf(hint, sizeof hint, "Did you mean '%.*s'?", (int)near.best_length,
                 near.best);
    else
        snprintf(hint, sizeof hint, "Take it out: the module does not look at it.");
    script_report(host, "E104", spot.place, spot.column, hint,
                  "the module '%.*s' takes no '%.60s'", (int)name.length, name.at, key);
}

void script_check_given(lua_State *L, uint32_t module, draft_text name, draft_place place,
                        int at)
{
    at = lua_absindex(L, at);
    lua_pushvalue(L, at);
    script_sorted_keys(L);
    const int keys = lua_gettop(L);
    const lua_Integer count = (lua_Integer)lua_rawlen(L, keys);

    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_rawgeti(L, keys, i) == LUA_TSTRING) {
            lua_pushvalue(L, -1);
            lua_rawget(L, at);
            check_key(L, module, name, place);
        }
        lua_settop(L, keys);
    }
    lua_pop(L, 1);
}
