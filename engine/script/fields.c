/* Braces behind a verb: every field goes where its verb's table says. */
#include "script/verbs.h"

#include <stdio.h>
#include <string.h>

/* What is being read, for reports. */
struct reading {
    lua_State *L;
    script_host *host;
    const script_verb *verb;
    draft_place place;
};

static void wrong_value(const struct reading *r, const script_field *field, int at,
                        const char *wanted)
{
    const script_spot spot = script_locate_field(r->host, r->place, field->name);
    char hint[200];

    script_hint_field(r->L, hint, sizeof hint, field, at);
    script_report(r->host, "E105", spot.place, spot.column, hint,
                  "`%s` wants %s here, and this is %s", field->name, wanted,
                  field->type == SCRIPT_WHOLE && lua_type(r->L, at) == LUA_TNUMBER
                      ? "a number with a fraction"
                      : script_kind_name(r->L, at));
}

/* set = { "called", "not vip" }: one text with commas was meant. */
static bool wrong_list(const struct reading *r, const script_field *field, int at)
{
    const script_spot spot = script_locate_field(r->host, r->place, field->name);
    const int top = lua_gettop(r->L);
    char hint[260];
    size_t used = (size_t)snprintf(hint, sizeof hint, "Write %s = \"", field->name);
    lua_Integer count = 0;

    if (strcmp(field->name, "mood") != 0 && strcmp(field->name, "set") != 0 &&
        strcmp(field->name, "skill") != 0)
        return false;
    while (count < 4 && lua_rawgeti(r->L, at, count + 1) == LUA_TSTRING) {
        used += (size_t)snprintf(hint + used, sizeof hint - used, "%s%.40s",
                                 count ? ", " : "", lua_tostring(r->L, -1));
        count++;
    }
    lua_settop(r->L, top);
    if (count == 0)
        return false;
    snprintf(hint + used, sizeof hint - used, "\".");
    script_report(r->host, "E105", spot.place, spot.column, hint,
                  "`%s` is one text, with commas in it, and no braces", field->name);
    return true;
}

/* mood = { calm = 20 } says what was meant. */
static void wrong_mood(const struct reading *r, const script_field *field, int at)
{
    const script_spot spot = script_locate_field(r->host, r->place, field->name);
    char hint[200];

    lua_pushnil(r->L);
    if (lua_next(r->L, at)) {
        if (lua_type(r->L, -2) == LUA_TSTRING && lua_isinteger(r->L, -1)) {
            snprintf(hint, sizeof hint, "Write %s = \"%.40s %+lld\".", field->name,
                     lua_tostring(r->L, -2), (long long)lua_tointeger(r->L, -1));
            lua_pop(r->L, 2);
            script_report(r->host, "E105", spot.place, spot.column, hint,
                          "changes are written as a text, not in braces");
            return;
        }
        lua_pop(r->L, 2);
    }
    wrong_value(r, field, at, "a text");
}

static void read_value(const struct reading *r, const script_field *field,
                       draft_value *to, int at)
{
    lua_State *L = r->L;

    if (lua_type(L, at) == LUA_TFUNCTION) {
        to->function = script_keep_function(L, at);
    } else if (field->type == SCRIPT_WHEN && lua_isboolean(L, at)) {
        const char *truth = lua_toboolean(L, at) ? "true" : "false";
        to->text = script_copy(r->host, truth, strlen(truth));
    } else if (field->type == SCRIPT_MOOD && lua_istable(L, at)) {
        if (!wrong_list(r, field, at))
            wrong_mood(r, field, at);
    } else if (!script_text_at(L, at, &to->text)) {
        wrong_value(r, field, at, "a text in quotes");
    } else if (field->type == SCRIPT_ANSWER && to->text.at) {
        script_check_marks(r->host, r->place, to->text);
    }
}

static void read_whole(const struct reading *r, const script_field *field, int64_t *to,
                       int at)
{
    uint32_t lost;
    int whole = 0;
    lua_Integer value = 0;

    if (script_handle_at(r->L, at, &lost) == SCRIPT_HANDLE_LOST)
        return;
    if (lua_type(r->L, at) == LUA_TNUMBER)
        value = lua_tointegerx(r->L, at, &whole);
    if (!whole || value == DRAFT_UNSET)
        wrong_value(r, field, at, "a whole number, without quotes");
    else
        *to = value;
}

static void read_truth(const struct reading *r, const script_field *field, bool *to,
                       int at)
{
    uint32_t lost;

    if (script_handle_at(r->L, at, &lost) == SCRIPT_HANDLE_LOST)
        return;
    if (!lua_isboolean(r->L, at))
        wrong_value(r, field, at, "true or false, without quotes");
    else
        *to = lua_toboolean(r->L, at);
}

static void read_number(const struct reading *r, const script_field *field,
                        base_number *to, int at)
{
    uint32_t lost;

    if (script_handle_at(r->L, at, &lost) == SCRIPT_HANDLE_LOST)
        return;
    if (lua_type(r->L, at) != LUA_TNUMBER || !script_number_at(r->L, at, to))
        wrong_value(r, field, at, "a number, without quotes");
}

static void read_list(const struct reading *r, const script_field *field, draft_list *to,
                      int at)
{
    if (!script_list_at(r->L, at, to, field->type == SCRIPT_NAMES))
        wrong_value(r, field, at, "a list of texts in braces");
}

static void read_pairs(const struct reading *r, const script_field *field,
                       draft_pairs *to, int at)
{
    uint32_t lost;
    const int top = lua_gettop(r->L);

    if (script_handle_at(r->L, at, &lost) == SCRIPT_HANDLE_LOST)
        return;
    if (!script_pairs_at(r->L, at, to))
        wrong_value(r, field, at, "names and values in braces");
    lua_settop(r->L, top);
}

/* The value at `at` (an absolute index) goes to its place. */
static void read_field(const struct reading *r, const script_field *field,
                       void *const bases[SCRIPT_BASES], int at)
{
    void *to = (char *)bases[field->base] + field->offset;

    switch (field->type) {
    case SCRIPT_TEXT:
    case SCRIPT_WORDS:
        if (!script_text_at(r->L, at, to) &&
            !(lua_istable(r->L, at) && wrong_list(r, field, at)))
            wrong_value(r, field, at, "a text in quotes");
        break;
    case SCRIPT_VALUE:
    case SCRIPT_WHEN:
    case SCRIPT_MOOD:
    case SCRIPT_ANSWER:
        read_value(r, field, to, at);
        break;
    case SCRIPT_LIST:
    case SCRIPT_NAMES:
        read_list(r, field, to, at);
        break;
    case SCRIPT_PAIRS:
        read_pairs(r, field, to, at);
        break;
    case SCRIPT_WHOLE:
        read_whole(r, field, to, at);
        break;
    case SCRIPT_NUMBER:
        read_number(r, field, to, at);
        break;
    case SCRIPT_TRUTH:
        read_truth(r, field, to, at);
        break;
    }
}

/* `value`: where its value stands. */
static void unknown_field(const struct reading *r, const char *name, int value)
{
    const script_spot spot = script_locate_field(r->host, r->place, name);
    const char *near = script_near_field(r->L, r->verb, name);
    char hint[280];

    if (near) {
        script_hint_field(r->L, hint, sizeof hint, script_find_field(r->verb, near),
                          value);
        script_report(r->host, "E104", spot.place, spot.column, hint,
                      "unknown field '%.60s' of %s; did you mean '%s'?", name,
                      r->verb->name, near);
        return;
    }
    script_hint_unknown_field(r->L, hint, sizeof hint, r->verb, name, value);
    script_report(r->host, "E104", spot.place, spot.column, hint,
                  "%s has no field '%.60s'", r->verb->name, name);
}

/* { go "x" }: the statement that it made is taken back and counts as the field. */
static bool take_statement(const struct reading *r, void *const bases[SCRIPT_BASES],
                           uint32_t index)
{
    draft_statement taken;
    const script_verb *verb;

    if (!script_take_back(r->host, index, &taken))
        return false;
    verb = script_verb_of_kind(taken.kind);
    const script_field *field = script_find_field(r->verb, verb->name);
    const script_spot spot = script_locate_entry(r->host, r->place);
    char hint[200];

    if (!field) {
        script_report(r->host, "E110", spot.place, spot.column,
                      "Statements stand below each other, outside braces: delete the "
                      "brace before it and the one behind it.",
                      "the statement '%s' stands inside the braces of %s", verb->name,
                      r->verb->name);
        return true;
    }
    lua_pushlstring(r->L, taken.words.text.at ? taken.words.text.at : "",
                    taken.words.text.length);
    script_hint_field(r->L, hint, sizeof hint, field, lua_gettop(r->L));
    lua_pop(r->L, 1);
    script_report(r->host, "E110", spot.place, spot.column, hint,
                  "'%s' stands in braces without '=' behind it", field->name);
    void *to = (char *)bases[field->base] + field->offset;
    if (field->type == SCRIPT_TEXT)
        *(draft_text *)to = taken.words.text;
    else if (field->type == SCRIPT_MOOD)
        *(draft_value *)to = taken.words;
    return true;
}

/* An entry without a name: the value at `at`. */
static void nameless(const struct reading *r, void *const bases[SCRIPT_BASES], int at)
{
    script_host *host = r->host;
    uint32_t index = 0;
    const script_handle kind = script_handle_at(r->L, at, &index);
    const script_spot spot = script_locate_entry(host, r->place);
    const char *hint = "Write a name and '=' before it, like go = \"next_moment\".";

    if (kind == SCRIPT_HANDLE_LOST)
        return;
    if (kind == SCRIPT_HANDLE_STATEMENT && take_statement(r, bases, index))
        return;
    switch (lua_type(r->L, at)) {
    case LUA_TTABLE:
        hint = "One pair of braces is enough: delete the inner { and }.";
        break;
    case LUA_TBOOLEAN:
        hint = "In braces one '=' is enough: go = \"next_moment\". Conditions are text: "
               "when = \"calm >= 50\".";
        break;
    case LUA_TNUMBER:
        hint = "Write a name and '=' before it; decimals have a point: 0.8.";
        break;
    default:
        break;
    }
    script_report(host, "E110", spot.place, spot.column, hint,
                  "%s stands in the braces of %s without a name and '='",
                  lua_iscfunction(r->L, at) ? "a word of the language"
                                            : script_kind_name(r->L, at),
                  r->verb->name);
}

/* The field that the key at `key` names; NULL after a report. */
static const script_field *field_of(const struct reading *r, int fields, int key)
{
    size_t length;

    lua_pushvalue(r->L, key);
    if (lua_rawget(r->L, fields) == LUA_TNUMBER) {
        const lua_Integer i = lua_tointeger(r->L, -1);

        lua_pop(r->L, 1);
        return &r->verb->fields[i];
    }
    lua_pop(r->L, 1);
    const char *name = lua_tolstring(r->L, key, &length);
    unknown_field(r, name, key + 1);
    return NULL;
}

void script_read_fields(lua_State *L, const script_verb *verb,
                        void *const bases[SCRIPT_BASES], int at, draft_place place)
{
    const struct reading r = {L, script_of(L), verb, place};
    uint64_t functions = 0; /* fields that hold one: numbered in the table's order */

    at = lua_absindex(L, at);
    script_push_key(L, SCRIPT_KEY_FIELDS + (int)(verb - script_verbs));
    const int fields = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, at); lua_settop(L, fields + 1)) {
        const int key = fields + 1, value = fields + 2;

        if (lua_type(L, key) != LUA_TSTRING) {
            if (!verb->entries)
                nameless(&r, bases, value);
            continue;
        }
        const script_field *field = field_of(&r, fields, key);
        if (!field)
            continue;
        if (lua_type(L, value) == LUA_TFUNCTION)
            functions |= UINT64_C(1) << (field - verb->fields);
        else
            read_field(&r, field, bases, value);
    }
    lua_settop(L, fields);
    for (size_t i = 0; functions != 0 && i < verb->field_count; i++) {
        if (!(functions & (UINT64_C(1) << i)))
            continue;
        lua_pushstring(L, verb->fields[i].name);
        lua_rawget(L, at);
        read_field(&r, &verb->fields[i], bases, fields + 1);
        lua_settop(L, fields);
    }
    lua_pop(L, 1);
}
