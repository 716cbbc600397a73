/*
 * pairs() and next() in an order that is the same on every machine: 1 to n, then the
 * other keys sorted: whole numbers, decimals, texts, false, true, speakers and
 * statements. Lua's own order depends on addresses and on a seed taken from the clock.
 */
#include "script/internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct order_key {
    int rank;
    union {
        lua_Integer whole;
        lua_Number decimal;
        uintptr_t handle;
        struct {
            const char *at; /* held by the table it is a key of */
            size_t length;
        } text;
    } is;
} order_key;

enum { RANK_WHOLE, RANK_DECIMAL, RANK_TEXT, RANK_FALSE, RANK_TRUE, RANK_HANDLE };

static int by_text(const order_key *a, const order_key *b)
{
    const size_t shorter =
        a->is.text.length < b->is.text.length ? a->is.text.length : b->is.text.length;
    const int first = memcmp(a->is.text.at, b->is.text.at, shorter);

    if (first != 0)
        return first;
    return (a->is.text.length > b->is.text.length) -
           (a->is.text.length < b->is.text.length);
}

static int compare(const void *first, const void *second)
{
    const order_key *a = first, *b = second;

    if (a->rank != b->rank)
        return a->rank - b->rank;
    switch (a->rank) {
    case RANK_WHOLE:
        return (a->is.whole > b->is.whole) - (a->is.whole < b->is.whole);
    case RANK_DECIMAL:
        return (a->is.decimal > b->is.decimal) - (a->is.decimal < b->is.decimal);
    case RANK_TEXT:
        return by_text(a, b);
    default:
        return (a->is.handle > b->is.handle) - (a->is.handle < b->is.handle);
    }
}

/* The key at the top of the stack. */
static order_key read_key(lua_State *L)
{
    order_key key = {.rank = RANK_HANDLE};

    switch (lua_type(L, -1)) {
    case LUA_TNUMBER:
        key.rank = lua_isinteger(L, -1) ? RANK_WHOLE : RANK_DECIMAL;
        if (key.rank == RANK_WHOLE)
            key.is.whole = lua_tointeger(L, -1);
        else
            key.is.decimal = lua_tonumber(L, -1);
        break;
    case LUA_TSTRING:
        key.rank = RANK_TEXT;
        key.is.text.at = lua_tolstring(L, -1, &key.is.text.length);
        break;
    case LUA_TBOOLEAN:
        key.rank = lua_toboolean(L, -1) ? RANK_TRUE : RANK_FALSE;
        break;
    case LUA_TLIGHTUSERDATA:
        key.is.handle = (uintptr_t)lua_touserdata(L, -1);
        break;
    default:
        luaL_error(L,
                   "a table with a %s as a key cannot be gone through: its order "
                   "would differ at every run",
                   luaL_typename(L, -1));
    }
    return key;
}

static void push_key(lua_State *L, const order_key *key)
{
    switch (key->rank) {
    case RANK_WHOLE:
        lua_pushinteger(L, key->is.whole);
        break;
    case RANK_DECIMAL:
        lua_pushnumber(L, key->is.decimal);
        break;
    case RANK_TEXT:
        lua_pushlstring(L, key->is.text.at, key->is.text.length);
        break;
    case RANK_HANDLE:
        lua_pushlightuserdata(L, (void *)key->is.handle);
        break;
    default:
        lua_pushboolean(L, key->rank == RANK_TRUE);
    }
}

/* How many of 1, 2, 3, ... are there without a gap. */
static lua_Integer count_list(lua_State *L, int table)
{
    lua_Integer n = 0;

    for (;; n++) {
        const int type = lua_rawgeti(L, table, n + 1);

        lua_pop(L, 1);
        if (type == LUA_TNIL)
            return n;
    }
}

static bool is_in_list(lua_State *L, int at, lua_Integer list)
{
    return lua_isinteger(L, at) && lua_tointeger(L, at) >= 1 &&
           lua_tointeger(L, at) <= list;
}

static size_t count_others(lua_State *L, int table, lua_Integer list)
{
    size_t count = 0;

    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        count += !is_in_list(L, -2, list);
    return count;
}

/* Pushes an array of the keys of `table` that are not in 1..list, in order. */
static void push_others(lua_State *L, int table, lua_Integer list)
{
    const size_t count = count_others(L, table, list);
    size_t found = 0;

    lua_createtable(L, count < INT32_MAX ? (int)count : 0, 0);
    if (count == 0)
        return;
    order_key *keys = lua_newuserdatauv(L, count * sizeof *keys, 0);
    for (lua_pushnil(L); found < count && lua_next(L, table);) {
        lua_pop(L, 1);
        if (!is_in_list(L, -1, list))
            keys[found++] = read_key(L);
    }
    lua_pop(L, 1); /* the last key */
    qsort(keys, found, sizeof *keys, compare);
    for (size_t i = 0; i < found; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -3, (lua_Integer)i + 1);
    }
    lua_pop(L, 1);
}

void script_sorted_keys(lua_State *L)
{
    push_others(L, lua_absindex(L, -1), 0);
    lua_remove(L, -2);
}

/* Iterator of pairs(); upvalues: how many of 1..n, the other keys, the place in them. */
static int step(lua_State *L)
{
    const lua_Integer list = lua_tointeger(L, lua_upvalueindex(1));
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));

    for (;;) {
        at++;
        lua_settop(L, 1);
        if (at <= list)
            lua_pushinteger(L, at);
        else if (lua_rawgeti(L, lua_upvalueindex(2), at - list) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) /* else it was taken away under way */
            break;
    }
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

static bool is_lost(lua_State *L, int at)
{
    uint32_t index;

    return script_handle_at(L, at, &index) == SCRIPT_HANDLE_LOST;
}

static int pairs(lua_State *L)
{
    if (is_lost(L, 1))
        lua_createtable(L, 0, 0);
    else
        lua_settop(L, 1);
    const int table = lua_gettop(L);
    luaL_checktype(L, table, LUA_TTABLE);

    const lua_Integer list = count_list(L, table);
    lua_pushinteger(L, list);
    push_others(L, table, list);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, step, 3);
    lua_pushvalue(L, table);
    lua_pushnil(L);
    return 3;
}

/* Pushes {keys, places} for the table at 1: kept from the last call when that was about
 * the same table and `key` is not the first. */
static void push_order(lua_State *L, lua_Integer list, bool fresh)
{
    script_push_key(L, SCRIPT_KEY_ORDER);
    if (lua_istable(L, -1) && !fresh) {
        lua_rawgeti(L, -1, 1);
        const bool same = lua_rawequal(L, -1, 1);
        lua_pop(L, 1);
        if (same)
            return;
    }
    lua_pop(L, 1);
    lua_createtable(L, 3, 0);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, 1);
    push_others(L, 1, list);
    const lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    lua_createtable(L, 0, 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -2, i);
        lua_pushinteger(L, i);
        lua_rawset(L, -3);
    }
    lua_rawseti(L, -3, 3);
    lua_rawseti(L, -2, 2);
    lua_pushvalue(L, -1);
    script_keep_key(L, SCRIPT_KEY_ORDER);
}

static void forget_order(lua_State *L)
{
    lua_pushnil(L);
    script_keep_key(L, SCRIPT_KEY_ORDER);
}

/* The place of the key at 2 among the others; 0: it is not there. */
static lua_Integer place_of(lua_State *L)
{
    lua_rawgeti(L, -1, 3);
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    const lua_Integer place = lua_tointeger(L, -1);
    lua_pop(L, 2);
    return place;
}

/* Gives back the first key from `place` on that still has a value. */
static int next_other(lua_State *L, lua_Integer place)
{
    lua_rawgeti(L, -1, 2);
    for (;; place++) {
        if (lua_rawgeti(L, -1, place) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL)
            return 2;
        lua_pop(L, 2);
    }
}

static int next(lua_State *L)
{
    if (is_lost(L, 1))
        return 0;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);

    const bool fresh = lua_isnil(L, 2);
    const bool whole = lua_isinteger(L, 2);
    const lua_Integer key = whole ? lua_tointeger(L, 2) : 0;
    if (fresh || (key >= 1 && key < LUA_MAXINTEGER)) {
        /* In 1..n or behind a gap: either way the whole number after it comes next. */
        lua_pushinteger(L, key + 1);
        if (lua_rawgeti(L, 1, key + 1) != LUA_TNIL) {
            if (fresh)
                forget_order(L);
            return 2;
        }
        lua_settop(L, 2);
    }
    push_order(L, count_list(L, 1), fresh);
    lua_Integer place = fresh ? 0 : place_of(L);
    if (place == 0 && !fresh && !whole) {
        lua_pop(L, 1);
        push_order(L, count_list(L, 1), true);
        place = place_of(L);
        luaL_argcheck(L, place > 0, 2, "this key is not in the table");
    }
    return next_other(L, place + 1);
}

void script_open_order(lua_State *L, int words)
{
    lua_pushcfunction(L, pairs);
    lua_setfield(L, words, "pairs");
    lua_pushcfunction(L, next);
    lua_setfield(L, words, "next");
}
