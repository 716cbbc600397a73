/* The functions of the conversation: c:seen(id), c:highest(meter), c:chance(0.3), ... */
#include "script/conversation.h"
#include "script/verbs.h"

#include "base/random.h"
#include "model/names.h"

#include <math.h>
#include <string.h>

#define CHANCE_BITS 32

/* Where names of one kind stand. */
enum names { NAMES_PLACES, NAMES_METERS, NAMES_SKILLS, NAMES_INTENTS };

static void offer(model_nearest *near, const ear_scenario *sc, model_text id)
{
    model_near_offer(near, model_string(sc, id), id.length);
}

static void offer_places(model_nearest *near, const ear_scenario *sc)
{
    for (uint32_t i = 0; i < sc->count[MODEL_S_MOMENTS]; i++)
        offer(near, sc, sc->moments[i].id);
    for (uint32_t i = 0; i < sc->count[MODEL_S_LINES]; i++)
        offer(near, sc, sc->lines[i].id);
    for (uint32_t i = 0; i < sc->count[MODEL_S_REPLIES]; i++)
        offer(near, sc, sc->details[i].id);
}

static int unknown_name(lua_State *L, const char *what, enum names names,
                        const char *name)
{
    const ear_scenario *sc = script_of(L)->scenario;
    model_nearest near = model_near_begin(name, strlen(name));

    if (names == NAMES_PLACES)
        offer_places(&near, sc);
    for (uint32_t i = 0; names == NAMES_METERS && i < sc->count[MODEL_S_METERS]; i++)
        offer(&near, sc, sc->meters[i].id);
    for (uint32_t i = 0; names == NAMES_SKILLS && i < sc->count[MODEL_S_SKILLS]; i++)
        offer(&near, sc, sc->skills[i].id);
    for (uint32_t i = 0; names == NAMES_INTENTS && i < sc->count[MODEL_S_INTENTS]; i++)
        offer(&near, sc, sc->intents[i].id);
    if (near.best)
        return luaL_error(L, "there is no %s '%s'; did you mean '%s'?", what, name,
                          near.best);
    return luaL_error(L, "there is no %s '%s'", what, name);
}

static const char *name_at(lua_State *L, size_t *length)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        luaL_error(L, "this wants an id in quotes, like c:seen(\"opening\")");
    return lua_tolstring(L, 2, length);
}

/* The counter of the moment, line or reply named at 2. */
static uint32_t counter_at(lua_State *L, const script_conversation *c)
{
    size_t length;
    const char *name = name_at(L, &length);
    model_id id;

    if (!model_find(c->scenario, name, length, &id))
        unknown_name(L, "moment, line or reply", NAMES_PLACES, name);
    return model_counter_of(c->scenario, id);
}

static uint32_t count_of(const script_conversation *c, ear_read_kind kind,
                         uint32_t counter)
{
    if (counter >= c->layout.kept)
        return 0;
    script_note_read(c, kind, counter);
    return model_words_at(c->state, c->layout.counters)[counter];
}

static int seen(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);

    lua_pushboolean(L, count_of(c, EAR_READ_SEEN, counter_at(L, c)) > 0);
    return 1;
}

static int visits(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);

    lua_pushinteger(L, count_of(c, EAR_READ_COUNT, counter_at(L, c)));
    return 1;
}

static int said(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    size_t length;
    const char *name = name_at(L, &length);
    const uint32_t intent = model_find_intent(c->scenario, name, length);

    if (intent != MODEL_NONE)
        lua_pushinteger(
            L, count_of(c, EAR_READ_COUNT, c->scenario->intents[intent].counter));
    else if (model_is_known_intent(name, length))
        lua_pushinteger(L, 0); /* no reply has it */
    else
        return unknown_name(L, "intent", NAMES_INTENTS, name);
    return 1;
}

static int since(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    const uint32_t counter = counter_at(L, c);

    if (counter >= c->scenario->header->since_counters ||
        count_of(c, EAR_READ_SINCE, counter) == 0)
        lua_pushinteger(L, -1);
    else
        lua_pushinteger(L, (lua_Integer)c->state->turn -
                               model_words_at(c->state, c->layout.since)[counter]);
    return 1;
}

static int now(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    size_t length;
    const char *name = name_at(L, &length);
    const uint32_t intent = model_find_intent(c->scenario, name, length);
    model_id id;

    if (c->state->reply == MODEL_NONE)
        return luaL_error(L, "now() can only be asked by a rule");
    script_note_read(c, EAR_READ_REPLY, 0);
    if (model_find(c->scenario, name, length, &id) && id.thing == MODEL_THING_REPLY)
        lua_pushboolean(L, id.index == c->state->reply);
    else if (intent != MODEL_NONE)
        lua_pushboolean(L, intent == c->state->intent);
    else if (model_is_known_intent(name, length))
        lua_pushboolean(L, 0);
    else
        return unknown_name(L, "reply or intent", NAMES_PLACES, name);
    return 1;
}

static uint32_t meter_at(lua_State *L, const script_conversation *c)
{
    size_t length;
    const char *name = name_at(L, &length);
    const uint32_t meter = model_find_meter(c->scenario, name, length);

    if (meter == MODEL_NONE)
        unknown_name(L, "meter", NAMES_METERS, name);
    return meter;
}

/* One of the values of the meter named at 2. */
static int push_meter(lua_State *L, const script_conversation *c, ear_read_kind kind,
                      uint32_t offset)
{
    const uint32_t meter = meter_at(L, c);

    script_note_read(c, kind, meter);
    lua_pushinteger(L, model_ints(c->state, offset)[meter]);
    return 1;
}

static int start(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);

    lua_pushinteger(L, model_ints(c->state, c->layout.start)[meter_at(L, c)]);
    return 1;
}

static int first(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    return push_meter(L, c, EAR_READ_FIRST,
                      c->state->turn ? c->layout.first : c->layout.start);
}

static int lowest(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    return push_meter(L, c, EAR_READ_LOWEST, c->layout.lowest);
}

static int highest(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    return push_meter(L, c, EAR_READ_HIGHEST, c->layout.highest);
}

static int extreme(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    return push_meter(L, c, EAR_READ_EXTREME, c->layout.extreme);
}

static int gained(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);

    if (c->state->reply == MODEL_NONE)
        return luaL_error(L, "gained() can only be asked by a rule");
    return push_meter(L, c, EAR_READ_GAINED, c->layout.gained);
}

static int change(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    const uint32_t meter = meter_at(L, c);

    script_note_read(c, EAR_READ_METER, meter);
    lua_pushinteger(L, (lua_Integer)model_ints(c->state, c->layout.meters)[meter] -
                           model_ints(c->state, c->layout.start)[meter]);
    return 1;
}

static int points(lua_State *L)
{
    const script_conversation *c = script_conversation_of(L);
    size_t length;
    const char *name = name_at(L, &length);
    const uint32_t skill = model_find_skill(c->scenario, name, length);

    if (skill == MODEL_NONE)
        return unknown_name(L, "skill", NAMES_SKILLS, name);
    script_note_read(c, EAR_READ_POINTS, skill);
    lua_pushinteger(L, model_ints(c->state, c->layout.points)[skill]);
    return 1;
}

/* The smallest, or largest, of all arguments behind c. */
static int pick(lua_State *L, bool smallest)
{
    int best = 2;

    script_conversation_of(L);
    luaL_checknumber(L, 2);
    for (int i = 3; i <= lua_gettop(L); i++) {
        luaL_checknumber(L, i);
        if (smallest ? lua_compare(L, i, best, LUA_OPLT)
                     : lua_compare(L, best, i, LUA_OPLT))
            best = i;
    }
    lua_pushvalue(L, best);
    return 1;
}

static int min(lua_State *L)
{
    return pick(L, true);
}

static int max(lua_State *L)
{
    return pick(L, false);
}

static int clamp(lua_State *L)
{
    script_conversation_of(L);
    luaL_checknumber(L, 2);
    luaL_checknumber(L, 3);
    luaL_checknumber(L, 4);
    if (lua_compare(L, 2, 3, LUA_OPLT))
        lua_pushvalue(L, 3);
    else
        lua_pushvalue(L, lua_compare(L, 4, 2, LUA_OPLT) ? 4 : 2);
    return 1;
}

/* Half away from zero, as everywhere. */
static int round_half(lua_State *L)
{
    script_conversation_of(L);
    const lua_Number value = luaL_checknumber(L, 2);
    const lua_Number rounded = round(value);

    if (rounded >= -9e15 && rounded <= 9e15)
        lua_pushinteger(L, (lua_Integer)rounded);
    else
        lua_pushnumber(L, rounded);
    return 1;
}

static int absolute(lua_State *L)
{
    script_conversation_of(L);
    luaL_checknumber(L, 2);
    if (lua_isinteger(L, 2) && lua_tointeger(L, 2) > LUA_MININTEGER)
        lua_pushinteger(L, lua_tointeger(L, 2) < 0 ? -lua_tointeger(L, 2)
                                                   : lua_tointeger(L, 2));
    else
        lua_pushnumber(L, fabs(lua_tonumber(L, 2)));
    return 1;
}

/* As the chance() of conditions draws. */
static int chance(lua_State *L)
{
    script_conversation *c = script_conversation_of(L);
    base_number probability;

    luaL_checktype(L, 2, LUA_TNUMBER);
    if (!script_number_at(L, 2, &probability))
        return luaL_error(L, "a chance is a number from 0 to 1");
    const base_number drawn = {
        .num = (int64_t)(base_random_next(&c->state->random) >> (64 - CHANCE_BITS)),
        .den = INT64_C(1) << CHANCE_BITS};
    lua_pushboolean(L, base_number_compare(drawn, probability) < 0);
    return 1;
}

/* c:random(n): a whole number from 1 to n; c:random(m, n): from m to n. */
static int random_whole(lua_State *L)
{
    script_conversation *c = script_conversation_of(L);
    const bool two = !lua_isnoneornil(L, 3);
    int first = 1, second = 0;
    const lua_Integer low = two ? lua_tointegerx(L, 2, &first) : 1;
    const lua_Integer high = lua_tointegerx(L, two ? 3 : 2, &second);

    if (!first || !second || low < -1000000000 || high > 1000000000 || low > high)
        return luaL_error(L, "c:random(n) wants a whole number from 1 to 1000000000");
    lua_pushinteger(
        L, low + base_random_below(&c->state->random, (uint32_t)(high - low + 1)));
    return 1;
}

void script_open_members(lua_State *L)
{
    static const luaL_Reg members[] = {
        {"seen", seen},     {"visits", visits},   {"chosen", visits},
        {"said", said},     {"since", since},     {"now", now},
        {"gained", gained}, {"start", start},     {"first", first},
        {"lowest", lowest}, {"highest", highest}, {"extreme", extreme},
        {"change", change}, {"points", points},   {"min", min},
        {"max", max},       {"clamp", clamp},     {"round", round_half},
        {"abs", absolute},  {"chance", chance},   {"random", random_whole},
        {NULL, NULL},
    };

    luaL_setfuncs(L, members, 0);
}
