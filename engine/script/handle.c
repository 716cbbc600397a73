/*
 * What verbs give back. A handle is a light userdata whose bits are a kind and an index,
 * so that sixty thousand statements make no garbage; all of them share one metatable,
 * which packs cannot reach.
 */
#include "script/internal.h"
#include "script/verbs.h"

#include <string.h>

#define KIND_BITS 4
#define KIND_MASK ((uintptr_t)15)

void script_push_handle(lua_State *L, script_handle kind, uint32_t index)
{
    lua_pushlightuserdata(L, (void *)(((uintptr_t)index << KIND_BITS) | kind));
}

script_handle script_handle_at(lua_State *L, int at, uint32_t *index)
{
    if (lua_type(L, at) != LUA_TLIGHTUSERDATA)
        return 0;

    const uintptr_t bits = (uintptr_t)lua_touserdata(L, at);
    *index = (uint32_t)(bits >> KIND_BITS);
    return (script_handle)(bits & KIND_MASK);
}

draft_text script_lost_name(const script_host *host, uint32_t index)
{
    if (index == 0 || index > host->words_lost.count)
        return (draft_text){NULL, 0};
    return host->words_lost.at[index - 1];
}

static uint32_t keep_lost(script_host *host, const char *name, size_t length)
{
    draft_list *lost = &host->words_lost;

    for (size_t i = 0; i < lost->count; i++) {
        if (lost->at[i].length == length && memcmp(lost->at[i].at, name, length) == 0)
            return (uint32_t)i + 1;
    }
    if (lost->count == host->words_room) {
        const size_t room = host->words_room ? host->words_room * 2 : 8;
        draft_text *moved = base_arena_alloc(&host->draft.arena, room * sizeof *lost->at);

        script_need(host, moved);
        if (lost->count)
            memcpy(moved, lost->at, lost->count * sizeof *moved);
        lost->at = moved;
        host->words_room = room;
    }
    lost->at[lost->count] = model_draft_text(&host->draft, name, length);
    script_need(host, lost->at[lost->count].at);
    return (uint32_t)++lost->count;
}

void script_push_lost(lua_State *L, const char *name, size_t length)
{
    script_host *host = script_of(L);

    /* Past a certain number of mistakes the names do not matter any more. */
    if (name && host->words_lost.count < SCRIPT_FINDINGS)
        script_push_handle(L, SCRIPT_HANDLE_LOST, keep_lost(host, name, length));
    else
        script_push_handle(L, SCRIPT_HANDLE_LOST, 0);
}

/* Whatever a lost word is called with is lost too. */
static int call_lost(lua_State *L)
{
    script_host *host = script_of(L);
    const draft_place here = script_here(host);

    if (!host->calling && lua_type(L, 2) == LUA_TSTRING) {
        const script_spot stray = script_locate_stray(host, here);
        size_t length;
        const char *text = lua_tolstring(L, 2, &length);

        /* sam "Hi" and ("oops") on the next line, nobody knowing sam. */
        if (stray.column && stray.place.line > here.line &&
            host->last_lost_line == here.line)
            script_report_stray(L, 2);
        host->last_lost_line = here.line;
        host->absorbed = true;
        script_push_lost(L, text, length);
        return 1;
    }
    script_push_handle(L, SCRIPT_HANDLE_LOST, 0);
    return 1;
}

static int call_handle(lua_State *L)
{
    uint32_t index = 0;

    switch (script_handle_at(L, 1, &index)) {
    case SCRIPT_HANDLE_STATEMENT:
        return script_statement_call(L, index);
    case SCRIPT_HANDLE_DECLARED:
        return script_declared_call(L, index);
    case SCRIPT_HANDLE_NEW_SPEAKER:
    case SCRIPT_HANDLE_SPEAKER:
        return script_speaker_call(L, index);
    case SCRIPT_HANDLE_USE:
        return script_use_braces(L, index);
    case SCRIPT_HANDLE_DONE:
        return script_stray_call(L);
    case SCRIPT_HANDLE_CONVERSATION:
        return luaL_error(L, "c is the conversation and no function: write c.name or "
                             "c:name(...)");
    case SCRIPT_HANDLE_LOST:
        break;
    }
    return call_lost(L);
}
static int read_handle(lua_State *L)
{
    uint32_t index = 0;
    const script_handle kind = script_handle_at(L, 1, &index);

    if (kind == SCRIPT_HANDLE_CONVERSATION)
        return script_conversation_read(L);
    if (kind != SCRIPT_HANDLE_LOST)
        script_misread(L, kind);
    script_push_handle(L, SCRIPT_HANDLE_LOST, 0);
    return 1;
}

static int write_handle(lua_State *L)
{
    uint32_t index = 0;
    const script_handle kind = script_handle_at(L, 1, &index);

    if (kind == SCRIPT_HANDLE_LOST)
        return 0;
    if (kind == SCRIPT_HANDLE_CONVERSATION)
        return luaL_error(L, "a function may not change c; give back what should change");
    script_misread(L, kind);
    return 0;
}

static bool is_lost(lua_State *L, int at)
{
    uint32_t index;

    return script_handle_at(L, at, &index) == SCRIPT_HANDLE_LOST;
}

/* Arithmetic and joining: what a lost word touches is lost, without another word. */
static int combine(lua_State *L)
{
    if (!is_lost(L, 1) && !is_lost(L, 2))
        return luaL_error(L, "this cannot be done with a statement or a speaker");
    script_push_handle(L, SCRIPT_HANDLE_LOST, 0);
    return 1;
}

static int compare(lua_State *L)
{
    if (!is_lost(L, 1) && !is_lost(L, 2))
        return luaL_error(L, "statements and speakers cannot be compared");
    lua_pushboolean(L, 1);
    return 1;
}

void script_open_handles(lua_State *L)
{
    static const char *const combining[] = {
        "__add", "__sub", "__mul", "__div",    "__mod", "__pow",  "__unm",  "__idiv",
        "__len", "__shl", "__shr", "__concat", "__bor", "__band", "__bnot", "__bxor"};

    lua_pushlightuserdata(L, NULL);
    lua_createtable(L, 0, 24);
    lua_pushcfunction(L, call_handle);
    lua_setfield(L, -2, "__call");
    lua_pushcfunction(L, read_handle);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, write_handle);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, compare);
    lua_setfield(L, -2, "__lt");
    lua_pushcfunction(L, compare);
    lua_setfield(L, -2, "__le");
    for (size_t i = 0; i < sizeof combining / sizeof *combining; i++) {
        lua_pushcfunction(L, combine);
        lua_setfield(L, -2, combining[i]);
    }
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
