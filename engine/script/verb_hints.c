/* What to write for a verb that was given something else: her own words, where they can
 * be read off, in the shape that the verb wants. */
#include "script/verbs.h"

#include <stdio.h>
#include <string.h>

/* Whether what stands behind the verb is the id of a thing, and no words. */
static bool has_id(const script_verb *verb)
{
    switch (verb->record) {
    case SCRIPT_RECORD_METER:
    case SCRIPT_RECORD_FLAG:
    case SCRIPT_RECORD_SKILL:
    case SCRIPT_RECORD_INTENT:
    case SCRIPT_RECORD_KPI:
        return true;
    default:
        return verb->kind == DRAFT_MOMENT || verb->kind == DRAFT_OUTCOME;
    }
}

/* A short text that can stand in quotes in a hint; NULL. */
static const char *plain_text(lua_State *L, int at)
{
    const char *text = lua_type(L, at) == LUA_TSTRING ? lua_tostring(L, at) : NULL;

    return text && text[0] && strlen(text) <= 60 && !strpbrk(text, "\"\\\n\r") ? text
                                                                               : NULL;
}

/* What she wrote inside the braces at `at` and meant for the word before them; NULL. It
 * stays in the table. */
static const char *inside(lua_State *L, const script_verb *verb, int at)
{
    static const char *const ids[] = {"id", "name", NULL};
    static const char *const words[] = {"name", "title", "text", "words", NULL};
    const char *const *keys = has_id(verb) ? ids : words;
    const char *text = NULL;

    lua_rawgeti(L, at, 1);
    text = plain_text(L, -1);
    lua_pop(L, 1);
    for (; *keys && !text; keys++) {
        lua_pushstring(L, *keys);
        lua_rawget(L, at);
        text = plain_text(L, -1);
        lua_pop(L, 1);
    }
    return text;
}

/* calm = meter { ... }: the name before '='; NULL. */
static const lexer_token *given_to(const script_context *context)
{
    const lexer_token *token = &context->tokens[context->at];

    return context->at >= 2 && lexer_is(context->source, token - 1, "=") &&
                   token[-2].kind == LEXER_NAME
               ? token - 2
               : NULL;
}

static void hint_words(lua_State *L, char *hint, size_t room, const script_verb *verb,
                       int at)
{
    const bool braces = lua_istable(L, at);
    const bool speaker = strncmp(verb->example, "sam = ", 6) == 0 ||
                         strncmp(verb->example, "boss = ", 7) == 0;
    const char *text = braces ? inside(L, verb, at) : NULL;
    script_context context;
    const bool found =
        script_find_context(&context, script_of(L), script_here(script_of(L)), verb->name,
                            strlen(verb->name));
    const lexer_token *name = found ? given_to(&context) : NULL;
    const char *rest = verb->field_count || verb->entries ? " { ... }" : "";

    if (text && speaker)
        snprintf(hint, room, "Write %.*s = %s \"%s\" {}.", name ? (int)name->length : 3,
                 name ? context.source + name->start : "sam", verb->name, text);
    else if (text)
        snprintf(hint, room, "Write %s \"%s\"%s.", verb->name, text, rest);
    else if (braces && has_id(verb) && name)
        snprintf(hint, room, "Write %s \"%.*s\"%s.", verb->name, (int)name->length,
                 context.source + name->start, rest);
    else if (braces && has_id(verb))
        snprintf(hint, room, "Write its id before the braces: %s.", verb->example);
    else if (braces && verb->kind != DRAFT_DROPPED && *rest && !verb->entries)
        snprintf(hint, room, "Write words before the braces: %s { ... }.", verb->example);
    else
        snprintf(hint, room, "Write %s.", verb->example);
}

/* The field that a value behind the words was probably meant for; NULL. */
static const char *field_for(lua_State *L, const script_verb *verb, int at)
{
    static const char *const fields[] = {"go", "title", "label", "brief", "status", NULL};

    if (lua_type(L, at) == LUA_TNUMBER)
        return script_find_field(verb, "start")     ? "start"
               : script_find_field(verb, "seconds") ? "seconds"
                                                    : NULL;
    for (size_t i = 0; fields[i] && lua_type(L, at) == LUA_TSTRING; i++) {
        if (script_find_field(verb, fields[i]))
            return fields[i];
    }
    return NULL;
}

bool script_is_extra(lua_State *L, int at)
{
    const int type = lua_gettop(L) >= at ? lua_type(L, at) : LUA_TNIL;

    return type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TFUNCTION ||
           type == LUA_TBOOLEAN;
}

void script_report_extra(lua_State *L, const script_verb *verb, int words, int at)
{
    script_host *host = script_of(L);
    const script_spot spot =
        script_locate_word(host, script_here(host), verb->name, strlen(verb->name));
    const char *text = words ? plain_text(L, words) : NULL, *extra = plain_text(L, at);
    const char *field = field_for(L, verb, at);
    const bool number = lua_type(L, at) == LUA_TNUMBER;
    char hint[260];

    if (lua_type(L, at) == LUA_TFUNCTION && text)
        snprintf(hint, sizeof hint,
                 "Write %s \"%s\", and what the function holds below it without "
                 "`function` and `end`.",
                 verb->name, text);
    else if (field && text && number)
        snprintf(hint, sizeof hint, "Write %s \"%s\" { %s = %.14g }.", verb->name, text,
                 field, lua_tonumber(L, at));
    else if (field && text && extra)
        snprintf(hint, sizeof hint, "Write %s \"%s\" { %s = \"%s\" }.", verb->name, text,
                 field, extra);
    else
        snprintf(hint, sizeof hint, "Write %s.", verb->example);
    script_report(host, "E105", spot.place, spot.column, hint,
                  "behind the words of %s stand braces, and this is %s", verb->name,
                  script_kind_name(L, at));
    host->absorbed = true;
}

void script_report_words(lua_State *L, const script_verb *verb, const char *wanted,
                         int at)
{
    script_host *host = script_of(L);
    const script_spot spot =
        script_locate_word(host, script_here(host), verb->name, strlen(verb->name));
    char hint[260];

    hint_words(L, hint, sizeof hint, verb, at);
    script_report(host, "E105", spot.place, spot.column, hint,
                  "%s wants %s behind it, and this is %s", verb->name, wanted,
                  script_kind_name(L, at));
}
