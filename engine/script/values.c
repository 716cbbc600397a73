/* Values of a pack's tables, copied into the draft. Raw reads only. */
#include "script/verbs.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

draft_text script_copy(script_host *host, const char *text, size_t length)
{
    const draft_text copy = model_draft_text(&host->draft, text, length);

    script_need(host, copy.at);
    return copy;
}

/* Whether a string holds letters, as all words of a pack do. */
static bool is_text(lua_State *L, int at)
{
    size_t length;
    const char *text = lua_tolstring(L, at, &length);

    return base_utf8_valid(text, length) && !memchr(text, '\0', length);
}

const char *script_kind_name(lua_State *L, int at)
{
    switch (lua_type(L, at)) {
    case LUA_TNONE:
    case LUA_TNIL:
        return "nothing";
    case LUA_TBOOLEAN:
        return lua_toboolean(L, at) ? "true" : "false";
    case LUA_TNUMBER:
        return "a number";
    case LUA_TSTRING:
        return is_text(L, at) ? "a text" : "a text that is no UTF-8";
    case LUA_TTABLE:
        return "braces { }";
    case LUA_TFUNCTION:
        return "a function";
    default:
        return "a statement";
    }
}

/* A text without what moves the cursor of a terminal or turns the direction of writing:
 * nothing behind this door ever sees it. */
static draft_text hushed(script_host *host, const char *text, size_t length)
{
    base_bytes quiet = {0};
    draft_text copy = {NULL, 0};

    if (base_utf8_hush(&quiet, text, length))
        copy = model_draft_text(&host->draft, base_bytes_string(&quiet), quiet.length);
    base_bytes_release(&quiet);
    script_need(host, copy.at);
    return copy;
}

bool script_text_at(lua_State *L, int at, draft_text *out)
{
    script_host *host = script_of(L);
    uint32_t index;
    size_t length;

    if (lua_type(L, at) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, at, &length);

        if (!is_text(L, at))
            return false;
        *out = base_utf8_quiet(text, length) ? script_copy(host, text, length)
                                             : hushed(host, text, length);
        return true;
    }
    if (lua_type(L, at) == LUA_TNUMBER) {
        script_push_text(L, at);
        const char *text = lua_tolstring(L, -1, &length);
        *out = script_copy(host, text, length);
        lua_pop(L, 1);
        return true;
    }
    if (script_handle_at(L, at, &index) != SCRIPT_HANDLE_LOST)
        return false;
    *out = script_lost_name(host, index);
    return true;
}

uint32_t script_keep_function(lua_State *L, int at)
{
    script_host *host = script_of(L);

    at = lua_absindex(L, at);
    script_push_key(L, SCRIPT_KEY_FUNCTIONS);
    lua_pushvalue(L, at);
    lua_rawseti(L, -2, (lua_Integer)host->draft.functions + 1);
    lua_pop(L, 1);
    return ++host->draft.functions;
}

static draft_text *make_list(script_host *host, size_t count)
{
    draft_text *list = base_arena_alloc(&host->draft.arena, count * sizeof *list);

    script_need(host, list);
    script_check_draft(host);
    return list;
}

static draft_text trimmed(const char *text, size_t length)
{
    while (length > 0 && (*text == ' ' || *text == '\t' || *text == '\n')) {
        text++;
        length--;
    }
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t' ||
                          text[length - 1] == '\n'))
        length--;
    return (draft_text){text, length};
}

/* "a, b" as two names; empty ones are left out. */
static void split_names(script_host *host, draft_text all, draft_list *out)
{
    size_t parts = 1;

    for (size_t i = 0; i < all.length; i++)
        parts += all.at[i] == ',';
    *out = (draft_list){make_list(host, parts), 0};
    for (size_t from = 0; from <= all.length;) {
        const char *comma = memchr(all.at + from, ',', all.length - from);
        const size_t end = comma ? (size_t)(comma - all.at) : all.length;
        const draft_text name = trimmed(all.at + from, end - from);

        if (name.length > 0)
            out->at[out->count++] = script_copy(host, name.at, name.length);
        from = end + 1;
    }
}

bool script_entries_at(lua_State *L, int at, draft_list *out)
{
    script_host *host = script_of(L);
    const lua_Integer count = (lua_Integer)lua_rawlen(L, at);
    draft_list list = {make_list(host, (size_t)count + 1), 0};

    at = lua_absindex(L, at);
    for (lua_Integer i = 1; i <= count; i++) {
        draft_text *entry = &list.at[list.count];

        lua_rawgeti(L, at, i);
        const bool fine = script_text_at(L, -1, entry);
        lua_pop(L, 1);
        if (!fine)
            return false;
        list.count += entry->at != NULL;
    }
    *out = list;
    return true;
}

static size_t count_keys(lua_State *L, int at)
{
    size_t count = 0;

    for (lua_pushnil(L); lua_next(L, at); lua_pop(L, 1))
        count++;
    return count;
}

bool script_list_at(lua_State *L, int at, draft_list *out, bool names)
{
    script_host *host = script_of(L);
    draft_text one = {NULL, 0};

    at = lua_absindex(L, at);
    if (lua_type(L, at) == LUA_TTABLE)
        return count_keys(L, at) == lua_rawlen(L, at) && script_entries_at(L, at, out);
    if (!script_text_at(L, at, &one))
        return false;
    if (one.at && names) {
        split_names(host, one, out);
    } else if (one.at) {
        *out = (draft_list){make_list(host, 1), 1};
        out->at[0] = one;
    }
    return true;
}

bool script_pairs_at(lua_State *L, int at, draft_pairs *out)
{
    script_host *host = script_of(L);
    draft_pairs pairs = {NULL, 0};

    if (lua_type(L, at) != LUA_TTABLE)
        return false;
    lua_pushvalue(L, at);
    lua_pushvalue(L, at);
    script_sorted_keys(L); /* table, keys */
    const lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    pairs.at =
        base_arena_alloc(&host->draft.arena, ((size_t)count + 1) * sizeof *pairs.at);
    script_need(host, pairs.at);
    for (lua_Integer i = 1; i <= count; i++) {
        draft_pair *pair = &pairs.at[pairs.count];

        lua_rawgeti(L, -1, i);
        lua_pushvalue(L, -1);
        lua_rawget(L, -4); /* table, keys, key, value */
        if (lua_type(L, -2) != LUA_TSTRING || !script_text_at(L, -2, &pair->key))
            return false;
        if (lua_isboolean(L, -1))
            pair->value = script_copy(host, lua_toboolean(L, -1) ? "true" : "false",
                                      lua_toboolean(L, -1) ? 4 : 5);
        else if (!script_text_at(L, -1, &pair->value))
            return false;
        pairs.count += pair->value.at != NULL;
        lua_pop(L, 2);
    }
    lua_pop(L, 2);
    *out = pairs;
    return true;
}

bool script_number_at(lua_State *L, int at, base_number *out)
{
    char digits[64];
    int is_whole;
    const lua_Integer whole = lua_tointegerx(L, at, &is_whole);
    const lua_Number value = lua_tonumber(L, at);

    if (is_whole) {
        *out = base_number_whole(whole);
        return true;
    }
    if (!isfinite(value) || fabs(value) > 1e15)
        return false;
    snprintf(digits, sizeof digits, "%.9f", fabs(value));
    if (base_number_read(out, digits, strlen(digits)) == 0)
        return false;
    if (value < 0)
        *out = base_number_negate(*out);
    return true;
}
