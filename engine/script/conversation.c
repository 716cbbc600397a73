/* `c`, the conversation as a function sees it: c.calm, c.knows_why, c.turn, c:seen(id).
 */
#include "script/conversation.h"
#include "script/verbs.h"

#include "model/names.h"

#include <string.h>

#define MEMBER_BITS 3

static void add_member(lua_State *L, const char *name, script_member member,
                       uint32_t index)
{
    lua_pushinteger(L, (lua_Integer)index << MEMBER_BITS | (lua_Integer)member);
    lua_setfield(L, -2, name);
}

static int open_members(lua_State *L)
{
    const ear_scenario *scenario = script_of(L)->scenario;

    lua_createtable(L, 0, 64);
    script_open_members(L);
    add_member(L, "turn", SCRIPT_MEMBER_TURN, 0);
    add_member(L, "minutes", SCRIPT_MEMBER_MINUTES, 0);
    add_member(L, "seconds", SCRIPT_MEMBER_SECONDS, 0);
    for (uint32_t i = 0; i < scenario->count[MODEL_S_METERS]; i++)
        add_member(L, model_string(scenario, scenario->meters[i].id), SCRIPT_MEMBER_METER,
                   i);
    for (uint32_t i = 0; i < scenario->count[MODEL_S_FLAGS]; i++)
        add_member(L, model_string(scenario, scenario->flags[i].id), SCRIPT_MEMBER_FLAG,
                   i);
    script_keep_key(L, SCRIPT_KEY_MEMBERS);
    return 0;
}

ear_status script_open_conversation(script_host *host, ear_error *err)
{
    script_failure failure;

    if (!script_protect(host, open_members, NULL, &failure))
        return base_fail(err, EAR_E_SCRIPT, "%s", failure.message);
    return EAR_OK;
}

script_conversation *script_conversation_of(lua_State *L)
{
    script_host *host = script_of(L);
    uint32_t index = 0;

    if (script_handle_at(L, 1, &index) != SCRIPT_HANDLE_CONVERSATION)
        luaL_error(L, "write c:name(...), with a colon");
    if (!host->conversation)
        luaL_error(L, "c is only there while its function runs");
    return host->conversation;
}

void script_note_read(const script_conversation *c, ear_read_kind kind, uint32_t index)
{
    ear_answer *answer = c->answer;
    size_t i = 0;

    while (i < answer->read_count &&
           (answer->reads[i].kind != (uint32_t)kind || answer->reads[i].index != index))
        i++;
    if (i < answer->read_count || !answer->reads_whole)
        return;
    if (i == EAR_MAX_READS)
        answer->reads_whole = false;
    else
        answer->reads[answer->read_count++] = (ear_read){(uint32_t)kind, index};
}

static int unknown_member(lua_State *L, const char *name)
{
    size_t length;
    model_nearest near = model_near_begin(name, strlen(name));

    script_push_key(L, SCRIPT_KEY_MEMBERS);
    script_sorted_keys(L);
    const lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        const char *member = lua_tolstring(L, -1, &length);
        model_near_offer(&near, member, length);
        lua_pop(L, 1);
    }
    if (near.best)
        return luaL_error(L, "the conversation has no '%s'; did you mean '%s'?", name,
                          near.best);
    return luaL_error(L,
                      "the conversation has no '%s'; it has the scenario's meters and "
                      "flags, turn, minutes, seconds and functions such as "
                      "c:seen(\"id\")",
                      name);
}

/* Whole where it is, so that words read "12 seconds" and not "12.0". */
static void push_tenths(lua_State *L, uint64_t tenths, uint64_t unit)
{
    if (tenths % unit == 0)
        lua_pushinteger(L, (lua_Integer)(tenths / unit));
    else
        lua_pushnumber(L, (lua_Number)tenths / (lua_Number)unit);
}

int script_conversation_read(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);

    if (lua_type(L, 2) != LUA_TSTRING)
        return luaL_error(L, "the conversation is read by names, like c.calm");
    script_push_key(L, SCRIPT_KEY_MEMBERS);
    lua_pushvalue(L, 2);
    const int type = lua_rawget(L, -2);
    if (type == LUA_TFUNCTION)
        return 1;
    if (type != LUA_TNUMBER)
        return unknown_member(L, lua_tostring(L, 2));

    const lua_Integer member = lua_tointeger(L, -1);
    const uint32_t index = (uint32_t)(member >> MEMBER_BITS);
    switch ((script_member)(member & ((1 << MEMBER_BITS) - 1))) {
    case SCRIPT_MEMBER_METER:
        script_note_read(c, EAR_READ_METER, index);
        lua_pushinteger(L, model_ints(c->state, c->layout.meters)[index]);
        break;
    case SCRIPT_MEMBER_FLAG:
        script_note_read(c, EAR_READ_FLAG, index);
        lua_pushboolean(L, model_flags_at(c->state, &c->layout)[index]);
        break;
    case SCRIPT_MEMBER_TURN:
        script_note_read(c, EAR_READ_TURN, 0);
        lua_pushinteger(L, c->state->turn);
        break;
    case SCRIPT_MEMBER_MINUTES:
        script_note_read(c, EAR_READ_TENTHS, 0);
        push_tenths(L, c->state->tenths, 600);
        break;
    case SCRIPT_MEMBER_SECONDS:
        script_note_read(c, EAR_READ_TENTHS, 0);
        push_tenths(L, c->state->tenths, 10);
        break;
    }
    return 1;
}
