/*
 * Functions that take the place of Lua's own, because those would show addresses, differ
 * from machine to machine, or reach outside.
 */
#include "script/internal.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void script_push_text(lua_State *L, int at)
{
    switch (lua_type(L, at)) {
    case LUA_TSTRING:
        lua_pushvalue(L, at);
        break;
    case LUA_TNUMBER:
        lua_pushvalue(L, at);
        if (lua_tonumber(L, -1) != lua_tonumber(L, -1))
            lua_pushliteral(L, "nan"); /* its sign differs from machine to machine */
        else
            lua_tolstring(L, -1, NULL);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, at) ? "true" : "false");
        break;
    case LUA_TLIGHTUSERDATA:
        lua_pushliteral(L, "statement");
        break;
    default:
        lua_pushstring(L, luaL_typename(L, at)); /* "nil", "table", "function" */
    }
}

static int text_of(lua_State *L)
{
    luaL_checkany(L, 1);
    script_push_text(L, 1);
    return 1;
}

/* What of it is printed: whole letters, within what is left to print. */
static void print_bytes(script_host *host, base_bytes *clean)
{
    size_t length = clean->length;

    if (length > host->print_left) {
        length = host->print_left;
        while (length > 0 && ((unsigned char)clean->at[length] & 0xc0) == 0x80)
            length--;
    }
    host->print_left -= length;
    if (length > 0)
        host->hooks.print(host->hooks.user, clean->at, length);
    if (length < clean->length)
        host->print_left = 0;
}

static int print(lua_State *L)
{
    script_host *host = script_of(L);
    const int count = lua_gettop(L);
    base_bytes clean = {0};
    luaL_Buffer line;
    size_t length;

    if (!host->hooks.print || host->print_left == 0)
        return 0;
    luaL_buffinit(L, &line);
    for (int i = 1; i <= count; i++) {
        if (i > 1)
            luaL_addchar(&line, ' '); /* tabs are not safe to print */
        script_push_text(L, i);
        luaL_addvalue(&line);
    }
    luaL_addchar(&line, '\n');
    luaL_pushresult(&line);

    const char *text = lua_tolstring(L, -1, &length);
    if (length > SCRIPT_PRINT_LIMIT)
        length = SCRIPT_PRINT_LIMIT;
    const bool fine = base_utf8_clean(&clean, text, length);
    if (fine)
        print_bytes(host, &clean);
    base_bytes_release(&clean);
    script_need(host, fine ? text : NULL);
    return 0;
}

/* string.format: %p is refused and %s never shows an address; the rest is Lua's own,
 * which is the first upvalue. */
static int format(lua_State *L)
{
    const char *at = luaL_checkstring(L, 1);
    const int count = lua_gettop(L);
    int argument = 1;

    for (; *at; at++) {
        if (*at != '%' || *++at == '%')
            continue;
        argument++;
        at += strspn(at, "-+ #0123456789.");
        if (*at == 'p')
            return luaL_error(L, "%%p is not available: addresses differ at every run");
        if (*at == 's' && argument <= count) {
            script_push_text(L, argument);
            lua_replace(L, argument);
        }
        if (*at == '\0')
            break;
    }
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, 1);
    return 1;
}

/* string.rep of nothing would loop for as long as it is told to, and costs as much. */
static int repeat(lua_State *L)
{
    size_t length, between;

    luaL_checklstring(L, 1, &length);
    const lua_Integer times = luaL_checkinteger(L, 2);
    luaL_optlstring(L, 3, "", &between);
    if (length == 0 && between == 0) {
        script_spend(script_of(L), times > 0 ? (uint64_t)times : 0);
        lua_pushliteral(L, "");
        return 1;
    }
    lua_settop(L, 3);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, 3, 1);
    return 1;
}

static bool comes_before(lua_State *L, int a, int b)
{
    if (lua_isnoneornil(L, 2))
        return lua_compare(L, a, b, LUA_OPLT);
    a = lua_absindex(L, a);
    b = lua_absindex(L, b);
    lua_pushvalue(L, 2);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    const bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

/* Merges table 3's [low, middle) and [middle, high) into table 4's [low, high). */
static void merge(lua_State *L, lua_Integer low, lua_Integer middle, lua_Integer high)
{
    lua_Integer a = low, b = middle;

    for (lua_Integer to = low; to < high; to++) {
        bool second = a >= middle;

        if (!second && b < high) {
            lua_rawgeti(L, 3, b);
            lua_rawgeti(L, 3, a);
            second = comes_before(L, -2, -1);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, 3, second ? b++ : a++);
        lua_rawseti(L, 4, to);
    }
}

/* table.sort as a stable merge sort: Lua's own takes its pivots from the clock, so equal
 * things could come out in another order each time. */
static int sort(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_isnoneornil(L, 2))
        luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);

    const lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
    lua_createtable(L, 0, 0); /* 3: from */
    lua_createtable(L, 0, 0); /* 4: to */
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 3, i);
    }
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer low = 1; low <= count; low += 2 * width) {
            const lua_Integer middle = low + width < count + 1 ? low + width : count + 1;
            const lua_Integer high =
                low + 2 * width < count + 1 ? low + 2 * width : count + 1;
            merge(L, low, middle, high);
        }
        lua_insert(L, 3); /* what was `to` is the next round's `from` */
    }
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, 3, i);
        lua_rawseti(L, 1, i);
    }
    return 0;
}

/* Wraps table.name in `function`, whose first upvalue is the original. */
static void wrap(lua_State *L, int words, const char *table, const char *name,
                 lua_CFunction function)
{
    lua_getfield(L, words, table);
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

void script_open_library(lua_State *L, int words)
{
    lua_pushcfunction(L, text_of);
    lua_setfield(L, words, "tostring");
    lua_pushcfunction(L, print);
    lua_setfield(L, words, "print");
    wrap(L, words, "string", "format", format);
    wrap(L, words, "string", "rep", repeat);
    wrap(L, words, "table", "sort", sort);
}
