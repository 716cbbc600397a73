/* Braces behind a verb: every field goes where its verb's table says. */
#include "script/fields.h"

#include <stdio.h>
#include <string.h>

static void read_value(const struct reading *r, const script_field *field,
                       draft_value *to, int at)
{
    lua_State *L = r->L;

    if (lua_type(L, at) == LUA_TFUNCTION) {
        to->function = script_keep_function(L, at);
    } else if (field->type == SCRIPT_WHEN && lua_isboolean(L, at)) {
        const char *truth = lua_toboolean(L, at) ? "true" : "false";
        to->text = script_copy(r->host, truth, strlen(truth));
    } else if ((field->type == SCRIPT_MOOD || field->type == SCRIPT_WHEN) &&
               lua_istable(L, at)) {
        if (!fields_wrong_list(r, field, at))
            fields_wrong_pair(r, field, at);
    } else if (!script_text_at(L, at, &to->text)) {
        fields_wrong_value(r, field, at, "a text in quotes");
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
        fields_wrong_value(r, field, at, "a whole number, without quotes");
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
        fields_wrong_value(r, field, at, "true or false, without quotes");
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
        fields_wrong_value(r, field, at, "a number, without quotes");
}

static void read_list(const struct reading *r, const script_field *field, draft_list *to,
                      int at)
{
    if (!script_list_at(r->L, at, to, field->type == SCRIPT_NAMES))
        fields_wrong_value(r, field, at, "a list of texts in braces");
}

static void read_pairs(const struct reading *r, const script_field *field,
                       draft_pairs *to, int at)
{
    uint32_t lost;
    const int top = lua_gettop(r->L);

    if (script_handle_at(r->L, at, &lost) == SCRIPT_HANDLE_LOST)
        return;
    if (!script_pairs_at(r->L, at, to))
        fields_wrong_value(r, field, at, "names and values in braces");
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
        if (script_text_at(r->L, at, to) ||
            (lua_istable(r->L, at) && fields_wrong_list(r, field, at)))
            break;
        if (lua_istable(r->L, at) && fields_is_change(field))
            fields_wrong_pair(r, field, at);
        else
            fields_wrong_value(r, field, at, "a text in quotes");
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

/* notice "Why?" { options = { "this", "that" } } */
static bool named_answers(const struct reading *r, const char *name, int value)
{
    const script_spot spot = script_locate_field(r->host, r->place, name);
    draft_notice *notice = r->bases[SCRIPT_BODY];

    if (r->verb->kind != DRAFT_NOTICE || !lua_istable(r->L, value) ||
        !script_entries_at(r->L, value, &notice->options))
        return false;
    script_report(r->host, "E104", spot.place, spot.column,
                  "Write them without it: { \"this\", \"that\", answer = 1 }.",
                  "the answers of a notice stand in its braces themselves, not under "
                  "'%.60s'",
                  name);
    return true;
}

/* `value`: where its value stands. */
static void unknown_field(const struct reading *r, const char *name, int value)
{
    const script_spot spot = script_locate_field(r->host, r->place, name);
    const char *near = script_near_field(r->L, r->verb, name);
    char hint[280];

    if (named_answers(r, name, value))
        return;
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

/* moment "start" { sam "Hello.", you "Hi." }: one mistake, however many stand there. */
static void inner_statement(const struct reading *r)
{
    const script_spot spot = script_locate_entry(r->host, r->place);

    script_report(r->host, "E110", spot.place, spot.column,
                  "Write them below it, each on a line of its own, without the braces "
                  "and commas around them.",
                  "statements stand inside the braces of %s", r->verb->name);
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
    const bool spoken = taken.kind == DRAFT_LINE; /* { sam "Oh." } */
    const script_field *field =
        script_find_field(r->verb, spoken ? "answer" : verb->name);
    const script_spot spot = script_locate_entry(r->host, r->place);
    char hint[200];

    if (!field || (spoken && r->verb->kind == DRAFT_NOTICE)) {
        inner_statement(r);
        return true;
    }
    lua_pushlstring(r->L, taken.words.text.at ? taken.words.text.at : "",
                    taken.words.text.length);
    script_hint_field(r->L, hint, sizeof hint, field, lua_gettop(r->L));
    lua_pop(r->L, 1);
    script_report(r->host, "E110", spot.place, spot.column, hint,
                  "'%s' stands in braces without '=' behind it",
                  spoken ? "what is said" : field->name);
    void *to = (char *)bases[field->base] + field->offset;
    if (field->type == SCRIPT_TEXT)
        *(draft_text *)to = taken.words.text;
    else if (field->type == SCRIPT_MOOD || field->type == SCRIPT_ANSWER)
        *(draft_value *)to = taken.words;
    return true;
}

/* What to write for a value without a name. */
static void hint_nameless(const struct reading *r, char *hint, size_t room, int at)
{
    const int type = lua_type(r->L, at);
    const char *text = type == LUA_TSTRING ? lua_tostring(r->L, at) : "";
    const bool plain = *text && strlen(text) <= 60 && !strpbrk(text, "\"\\\n");

    if (r->verb->field_count == 0)
        snprintf(hint, room, "Write %s, without braces.", r->verb->example);
    else if (plain && script_find_field(r->verb, "play"))
        snprintf(hint, room, "Write play = { \"%s\" }.", text);
    else if (type == LUA_TTABLE)
        snprintf(hint, room, "One pair of braces is enough: delete the inner { and }.");
    else if (type == LUA_TBOOLEAN)
        snprintf(
            hint, room,
            "In braces one '=' is enough: go = \"next_moment\". Conditions are text: "
            "when = \"calm >= 50\".");
    else if (type == LUA_TNUMBER)
        snprintf(hint, room,
                 "Write a name and '=' before it; decimals have a point: 0.8.");
    else
        snprintf(hint, room,
                 "Write a name and '=' before it, like go = \"next_moment\".");
}

/* An entry without a name: the value at `at`. */
static void nameless(const struct reading *r, void *const bases[SCRIPT_BASES], int at)
{
    script_host *host = r->host;
    uint32_t index = 0;
    const script_handle kind = script_handle_at(r->L, at, &index);
    const script_spot spot = script_locate_entry(host, r->place);
    char hint[200];

    if (kind == SCRIPT_HANDLE_LOST)
        return;
    if (kind == SCRIPT_HANDLE_STATEMENT && take_statement(r, bases, index))
        return;
    if (kind == SCRIPT_HANDLE_STATEMENT || kind == SCRIPT_HANDLE_DONE) {
        inner_statement(r);
        return;
    }
    hint_nameless(r, hint, sizeof hint, at);
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
    uint64_t functions = 0; /* fields that hold one: numbered in the table's order */

    at = lua_absindex(L, at);
    const struct reading r = {L, script_of(L), verb, place, bases, at};
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
