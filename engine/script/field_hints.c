/* What to do about a field: the one that was meant, with the value that was written. */
#include "script/verbs.h"

#include "model/names.h"
#include "model/terms.h"

#include <stdio.h>
#include <string.h>

void script_hint_field(lua_State *L, char *hint, size_t room, const script_field *field,
                       int at)
{
    const int type = lua_type(L, at);
    const char *text = type == LUA_TSTRING ? lua_tostring(L, at) : "";
    const bool short_text = text[0] && strlen(text) <= 60 && !strpbrk(text, "\"\\\n\r");
    const bool truth = strcmp(text, "true") == 0 || strcmp(text, "false") == 0;
    const bool digits = short_text && strspn(text, "0123456789.") == strlen(text);
    const bool quoted = field->example[0] == '"';
    const bool bare =
        (field->type == SCRIPT_TRUTH && truth) ||
        ((field->type == SCRIPT_NUMBER || field->type == SCRIPT_WHOLE) && digits);

    if (quoted && short_text)
        snprintf(hint, room, "Write %s = \"%s\".", field->name, text);
    else if (bare)
        snprintf(hint, room, "Write %s = %s.", field->name, text);
    else
        snprintf(hint, room, "Write %s = %s.", field->name, field->example);
}

static bool is_speaker(lua_State *L, const char *name)
{
    uint32_t index;

    script_push_key(L, SCRIPT_KEY_GLOBALS);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    const script_handle kind = script_handle_at(L, -1, &index);
    lua_pop(L, 2);
    return kind == SCRIPT_HANDLE_SPEAKER || kind == SCRIPT_HANDLE_NEW_SPEAKER;
}

const char *script_near_field(lua_State *L, const script_verb *verb, const char *name)
{
    const char *synonym = script_other_field(verb, name);
    model_nearest near = model_near_begin(name, strlen(name));

    if (script_find_field(verb, "answer") && is_speaker(L, name))
        return "answer"; /* you "Hi." { sam = "Hello." } */
    if (script_declared_as(script_of(L), name, strlen(name)))
        return NULL; /* calm = -5: a meter was meant, and no field like it */
    if (synonym)
        return synonym;
    for (size_t i = 0; i < verb->field_count; i++)
        model_near_offer(&near, verb->fields[i].name, strlen(verb->fields[i].name));
    return near.length <= 3 && near.distance > MODEL_NEAR_STEP ? NULL : near.best;
}

/* "you, hold, rule": the verbs that do have such a field; false: none has. */
static bool hint_owners(char *hint, size_t room, const char *name)
{
    size_t used = (size_t)snprintf(hint, room, "'%.60s' belongs to: ", name);
    const size_t before = used;

    for (size_t i = 0; i <= script_verb_count && used < room; i++) {
        if (!script_find_field(&script_verbs[i], name))
            continue;
        used += (size_t)snprintf(hint + used, room - used, "%s%s",
                                 used > before ? ", " : "", script_verbs[i].name);
    }
    if (used == before)
        return false;
    if (used < room)
        snprintf(hint + used, room - used, ".");
    return true;
}

/* { calm = -5 } and { called = true }: the field that changes what was named. */
static bool hint_state(lua_State *L, char *hint, size_t room, const script_verb *verb,
                       const char *name, int value)
{
    const char *is = script_declared_as(script_of(L), name, strlen(name));
    const bool whole = lua_isinteger(L, value);
    const long long amount = whole ? (long long)lua_tointeger(L, value) : 5;

    if (!is)
        return false;
    if (strcmp(is, "meter") == 0 && script_find_field(verb, "mood"))
        snprintf(hint, room, "Write mood = \"%.60s %+lld\".", name, amount);
    else if (strcmp(is, "skill") == 0 && script_find_field(verb, "skill"))
        snprintf(hint, room, "Write skill = \"%.60s %+lld\".", name, amount);
    else if (strcmp(is, "flag") == 0 && script_find_field(verb, "set"))
        snprintf(hint, room, "Write set = \"%s%.60s\".",
                 lua_type(L, value) == LUA_TBOOLEAN && !lua_toboolean(L, value) ? "not "
                                                                                : "",
                 name);
    else
        return false;
    return true;
}

/* "There are: min, max and start.": what the verb's braces may hold. */
static void hint_fields(char *hint, size_t room, const script_verb *verb)
{
    size_t used = (size_t)snprintf(hint, room, "Take it out; there are: ");

    for (size_t i = 0; i < verb->field_count && used < room; i++)
        used += (size_t)snprintf(hint + used, room - used, "%s%s", i ? ", " : "",
                                 verb->fields[i].name);
    if (used < room)
        snprintf(hint + used, room - used, ".");
}

/* What people put into the braces of a moment or of a person, and where it belongs. */
static bool hint_elsewhere(lua_State *L, char *hint, size_t room, const script_verb *verb,
                           const char *name, int value)
{
    const bool opens = verb->kind == DRAFT_MOMENT || verb->kind == DRAFT_OUTCOME;
    const bool person = script_find_field(verb, "portrait") != NULL;
    const bool titled =
        verb->record == SCRIPT_RECORD_PACK || verb->record == SCRIPT_RECORD_SCENARIO;
    const char *text = lua_type(L, value) == LUA_TSTRING ? lua_tostring(L, value) : "Sam";
    const bool is_of_portrait =
        model_term_of(model_portrait_terms, name, strlen(name)) < MODEL_PORTRAIT_COUNT;

    if (verb->kind == DRAFT_VISIT && strcmp(name, "when") == 0)
        snprintf(hint, room,
                 "Delete the braces, and give the lines of that moment the `when`.");
    else if (opens && lua_istable(L, value))
        snprintf(hint, room,
                 "Write each reply on a line below it: you \"...\" { go = \"...\" }.");
    else if (verb->kind == DRAFT_MOMENT && lua_type(L, value) == LUA_TSTRING &&
             !script_is_field(name, strlen(name)))
        snprintf(hint, room, "Write what is said on a line below it: sam \"...\".");
    else if (person && is_of_portrait)
        snprintf(hint, room, "Write it into the portrait: portrait = { %.40s = ... }.",
                 name);
    else if ((person && strcmp(name, "name") == 0) ||
             (titled && (strcmp(name, "title") == 0 || strcmp(name, "name") == 0)))
        snprintf(hint, room, "The %s stands before the braces: %s \"%.40s\" { ... }.",
                 titled ? "title" : "name", verb->name, text);
    else
        return false;
    return true;
}

void script_hint_unknown_field(lua_State *L, char *hint, size_t room,
                               const script_verb *verb, const char *name, int value)
{
    if (hint_elsewhere(L, hint, room, verb, name, value))
        return;
    if (verb->field_count == 0)
        snprintf(hint, room, "Write %s, without braces.", verb->example);
    else if (hint_state(L, hint, room, verb, name, value))
        return;
    else if (strcmp(name, "once") == 0)
        snprintf(hint, room,
                 "Take it out: a reply can be given once unless it has again = true.");
    else if (strcmp(name, "tone") == 0)
        snprintf(hint, room, "The tone stands before the words: sam \"(%.40s) ...\".",
                 lua_type(L, value) == LUA_TSTRING ? lua_tostring(L, value) : "worried");
    else if (!hint_owners(hint, room, name))
        hint_fields(hint, room, verb);
}
