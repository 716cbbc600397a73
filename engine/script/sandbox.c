/*
 * What a pack can see. Names are looked up in three tables: a file's own environment
 * (`given`), what the pack declared, the fixed words. What is in none of them is a
 * mistake. Everything a pack declares goes through script_assign().
 */
#include "script/internal.h"
#include "script/verbs.h"

#include <string.h>

static const char *const words_of_lua[] = {
    "assert", "error",  "ipairs", "math",     "next",     "pairs", "print",
    "select", "string", "table",  "tonumber", "tostring", "type",  "utf8",
};

bool script_is_word(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof words_of_lua / sizeof *words_of_lua; i++) {
        if (strlen(words_of_lua[i]) == length &&
            memcmp(words_of_lua[i], name, length) == 0)
            return true;
    }
    return script_find_verb(name, length) != NULL;
}

bool script_is_withheld(const char *name)
{
    static const char *const withheld[] = {
        "_G",      "_VERSION", "collectgarbage", "coroutine",
        "debug",   "dofile",   "getmetatable",   "io",
        "load",    "loadfile", "loadstring",     "os",
        "package", "pcall",    "rawequal",       "rawget",
        "rawlen",  "rawset",   "require",        "setmetatable",
        "unpack",  "warn",     "xpcall",
    };

    for (size_t i = 0; i < sizeof withheld / sizeof *withheld; i++) {
        if (strcmp(withheld[i], name) == 0)
            return true;
    }
    return false;
}

/* Everything that lua.h's libraries bring in is opened apart; only what is listed is
 * copied to where packs can see it. */
static void copy_words(lua_State *L, int words)
{
    for (size_t i = 0; i < sizeof words_of_lua / sizeof *words_of_lua; i++) {
        if (lua_getfield(L, -1, words_of_lua[i]) == LUA_TNIL)
            lua_pop(L, 1);
        else
            lua_setfield(L, words, words_of_lua[i]);
    }
}

static void remove_fields(lua_State *L, const char *table, const char *const *names)
{
    lua_getfield(L, -1, table);
    for (; *names; names++) {
        lua_pushnil(L);
        lua_setfield(L, -2, *names);
    }
    lua_pop(L, 1);
}

static void open_lua(lua_State *L, int words)
{
    static const luaL_Reg libraries[] = {{LUA_GNAME, luaopen_base},
                                         {LUA_STRLIBNAME, luaopen_string},
                                         {LUA_TABLIBNAME, luaopen_table},
                                         {LUA_MATHLIBNAME, luaopen_math},
                                         {LUA_UTF8LIBNAME, luaopen_utf8}};
    static const char *const from_math[] = {"random", "randomseed", NULL};
    static const char *const from_string[] = {"dump", NULL};

    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    lua_pushglobaltable(L);
    remove_fields(L, LUA_MATHLIBNAME, from_math);
    remove_fields(L, LUA_STRLIBNAME, from_string);
    copy_words(L, words);
    lua_pop(L, 1);

    /* The real globals, and what `require` would look at, are gone from here on. */
    lua_createtable(L, 0, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushnil(L);
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}

static void set_metatable_field(lua_State *L, const char *name, lua_CFunction function)
{
    lua_pushcfunction(L, function);
    lua_setfield(L, -2, name);
}

void script_open_sandbox(lua_State *L)
{
    lua_createtable(L, 0, 64);
    const int words = lua_gettop(L);
    open_lua(L, words);
    script_open_library(L, words);
    script_open_order(L, words);
    script_open_verbs(L, words);
    script_open_handles(L);
    lua_createtable(L, 0, 1);
    set_metatable_field(L, "__index", script_unknown);
    lua_setmetatable(L, words);

    lua_createtable(L, 0, 16); /* what the pack declares */
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, words);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);

    lua_createtable(L, 0, 2); /* the metatable of environments */
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "__index");
    set_metatable_field(L, "__newindex", script_assign);
    script_keep_key(L, SCRIPT_KEY_ENV);
    script_keep_key(L, SCRIPT_KEY_GLOBALS);
    script_keep_key(L, SCRIPT_KEY_WORDS);
    lua_createtable(L, 0, 0);
    script_keep_key(L, SCRIPT_KEY_FUNCTIONS);
}

void script_push_environment(lua_State *L)
{
    lua_createtable(L, 0, 1);
    lua_insert(L, -2);
    lua_setfield(L, -2, "given");
    script_push_key(L, SCRIPT_KEY_ENV);
    lua_setmetatable(L, -2);
}
