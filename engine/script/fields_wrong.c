/* What is said of a field whose value is something else than it wants. */
#include "script/fields.h"

#include <stdio.h>
#include <string.h>

/* answer = "that" of a notice: the number of the answer that was meant. */
static bool hint_answer(const struct reading *r, const script_field *field, char *hint,
                        size_t room, int at)
{
    lua_Integer i = 0;
    bool same = false;

    if (r->verb->kind != DRAFT_NOTICE || field->type != SCRIPT_WHOLE)
        return false;
    while (!same && lua_rawgeti(r->L, r->table, ++i) != LUA_TNIL) {
        same = lua_rawequal(r->L, -1, at);
        lua_pop(r->L, 1);
    }
    if (!same)
        lua_pop(r->L, 1);
    else
        snprintf(hint, room, "Write answer = %lld.", (long long)i);
    return same;
}

void fields_wrong_value(const struct reading *r, const script_field *field, int at,
                        const char *wanted)
{
    const script_spot spot = script_locate_field(r->host, r->place, field->name);
    char hint[200];

    if (!hint_answer(r, field, hint, sizeof hint, at))
        script_hint_field(r->L, hint, sizeof hint, field, at);
    script_report(r->host, "E105", spot.place, spot.column, hint,
                  "`%s` wants %s here, and this is %s", field->name, wanted,
                  field->type == SCRIPT_WHOLE && lua_type(r->L, at) == LUA_TNUMBER
                      ? "a number with a fraction"
                      : script_kind_name(r->L, at));
}

bool fields_is_change(const script_field *field)
{
    return strcmp(field->name, "mood") == 0 || strcmp(field->name, "set") == 0 ||
           strcmp(field->name, "skill") == 0;
}

/* set = { "called", "not vip" }: one text with commas was meant. */
bool fields_wrong_list(const struct reading *r, const script_field *field, int at)
{
    const script_spot spot = script_locate_field(r->host, r->place, field->name);
    const bool when = field->type == SCRIPT_WHEN;
    const int top = lua_gettop(r->L);
    char hint[260];
    size_t used = (size_t)snprintf(hint, sizeof hint, "Write %s = \"", field->name);
    lua_Integer count = 0;

    if (!fields_is_change(field) && !when)
        return false;
    while (count < 4 && lua_rawgeti(r->L, at, count + 1) == LUA_TSTRING) {
        used += (size_t)snprintf(hint + used, sizeof hint - used, "%s%.40s",
                                 !count ? ""
                                 : when ? " and "
                                        : ", ",
                                 lua_tostring(r->L, -1));
        count++;
    }
    lua_settop(r->L, top);
    if (count == 0)
        return false;
    snprintf(hint + used, sizeof hint - used, "\".");
    script_report(r->host, "E105", spot.place, spot.column, hint,
                  "`%s` is one text, with %s in it, and no braces", field->name,
                  when ? "'and'" : "commas");
    return true;
}

/* mood = { calm = 20 }, set = { called = true }: the first pair says what was meant. */
static bool hint_pair(const struct reading *r, const script_field *field, char *hint,
                      size_t room, int at)
{
    lua_State *L = r->L;
    const int top = lua_gettop(L);
    bool told = true;

    lua_pushnil(L);
    if (!lua_next(L, at))
        return false;
    const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
    const long long amount = (long long)lua_tointeger(L, -1);
    if (*key && lua_isinteger(L, -1) && field->type == SCRIPT_WHEN)
        snprintf(hint, room, "Write when = \"%.40s >= %lld\".", key, amount);
    else if (*key && lua_isinteger(L, -1))
        snprintf(hint, room, "Write %s = \"%.40s %+lld\".", field->name, key, amount);
    else if (*key && lua_isboolean(L, -1))
        snprintf(hint, room, "Write %s = \"%s%.40s\".", field->name,
                 lua_toboolean(L, -1) ? "" : "not ", key);
    else
        told = false;
    lua_settop(L, top);
    return told;
}

void fields_wrong_pair(const struct reading *r, const script_field *field, int at)
{
    const script_spot spot = script_locate_field(r->host, r->place, field->name);
    char hint[200];

    if (hint_pair(r, field, hint, sizeof hint, at))
        script_report(r->host, "E105", spot.place, spot.column, hint,
                      "%s as a text, not in braces",
                      field->type == SCRIPT_WHEN ? "conditions are written"
                                                 : "changes are written");
    else
        fields_wrong_value(r, field, at, "a text in quotes");
}
