/* Names that get a meaning: words of the language, speakers and fields may not. */
#include "script/unknown.h"

#include <stdio.h>
#include <string.h>

/* A name that cannot be given away is given another meaning. */
static void tell_taken(unknown_word *u)
{
    const lexer_token *token = u->found ? &u->context.tokens[u->context.at] : NULL;
    const bool behind = token && !token->first && u->context.at > 0 &&
                        (u->context.tokens[u->context.at - 1].kind == LEXER_STRING ||
                         lexer_is(u->context.source, token - 1, "}"));
    char hint[200];

    if (behind)
        snprintf(hint, sizeof hint,
                 "What belongs to a reply stands in braces: you \"...\" { %.40s = ... }.",
                 u->name);
    else if (lua_type(u->L, 3) == LUA_TSTRING && script_find_verb(u->name, u->length))
        snprintf(hint, sizeof hint, "Write %.40s \"%.80s\", without '='.", u->name,
                 lua_tostring(u->L, 3));
    else if (lua_istable(u->L, 3) && script_find_verb(u->name, u->length))
        snprintf(hint, sizeof hint, "Write %s, without '='.",
                 script_find_verb(u->name, u->length)->example);
    else
        snprintf(hint, sizeof hint, "Choose another name, like %.40s_1.", u->name);
    script_report(u->host, "E103", unknown_place(u), unknown_column(u), hint,
                  "'%.80s' is a word of the language and cannot mean anything else",
                  u->name);
    if (lua_type(u->L, 3) == LUA_TSTRING) { /* moment = "x": x is no second mistake */
        size_t length;
        const char *text = lua_tolstring(u->L, 3, &length);

        u->host->absorbed = true;
        script_push_lost(u->L, text, length);
        lua_pop(u->L, 1);
    }
}

/* calm = 50 on a line of its own: nothing that is played would change. */
static bool tell_state(unknown_word *u)
{
    const int type = lua_type(u->L, 3);
    const char *is = type == LUA_TNUMBER || type == LUA_TBOOLEAN || type == LUA_TSTRING
                         ? script_declared_as(u->host, u->name, u->length)
                         : NULL;
    char hint[200];

    if (!is || (strcmp(is, "meter") != 0 && strcmp(is, "flag") != 0))
        return false;
    u->found = script_find_context(&u->context, u->host, u->here, u->name, u->length);
    if (strcmp(is, "flag") == 0)
        snprintf(hint, sizeof hint, "Where it changes, write set \"%s%.60s\".",
                 type == LUA_TBOOLEAN && !lua_toboolean(u->L, 3) ? "not " : "", u->name);
    else
        snprintf(hint, sizeof hint, "Where it changes, write mood \"%.60s = %.40s\".",
                 u->name, type == LUA_TNUMBER ? lua_tostring(u->L, 3) : "50");
    script_report(u->host, "E105", unknown_place(u), unknown_column(u), hint,
                  "the %s '%.80s' cannot be given a value while the file is read", is,
                  u->name);
    return true;
}

/* you "Hi" when = "x": the braces were forgotten. */
static bool tell_braces(unknown_word *u)
{
    const lexer_token *token = u->found ? &u->context.tokens[u->context.at] : NULL;
    char hint[200];

    if (!token || token->first || u->context.at == 0 ||
        !script_is_field(u->name, u->length) ||
        !(token[-1].kind == LEXER_STRING || lexer_is(u->context.source, token - 1, "}")))
        return false;
    snprintf(hint, sizeof hint, "Write you \"...\" { %.40s = ... }.", u->name);
    script_report(u->host, "E104", unknown_place(u), unknown_column(u), hint,
                  "'%.80s = ...' stands outside braces", u->name);
    return true;
}

/* sam = customer "Sam" {} for a second time: the first one could never speak again. */
static bool tell_second_speaker(unknown_word *u, script_handle kind, uint32_t before)
{
    const draft_speaker *all = u->host->draft.speakers.at;
    uint32_t now = 0;
    const script_handle second = script_handle_at(u->L, 3, &now);

    if ((kind != SCRIPT_HANDLE_SPEAKER && kind != SCRIPT_HANDLE_NEW_SPEAKER) ||
        (second != SCRIPT_HANDLE_SPEAKER && second != SCRIPT_HANDLE_NEW_SPEAKER) ||
        now == before || before >= u->host->draft.speakers.count)
        return false;
    const uint32_t there = all[before].place.file;
    const bool same = there == script_draft_file(u->host, u->here.file);
    script_report(u->host, "E103", u->here, 0, "Give one of them another name.",
                  "'%.80s' is a speaker already: also on line %u%s%s", u->name,
                  all[before].place.line, same ? "" : " of ",
                  same ? "" : u->host->draft.files.at[there].name.at);
    return true;
}

/* sam = "Hello": a speaker would be lost. */
static bool tell_speaker(unknown_word *u)
{
    char hint[200];
    uint32_t index = 0;

    script_push_key(u->L, SCRIPT_KEY_GLOBALS);
    lua_pushvalue(u->L, 2);
    lua_rawget(u->L, -2);
    const script_handle kind = script_handle_at(u->L, -1, &index);
    lua_pop(u->L, 2);
    if (lua_type(u->L, 3) != LUA_TSTRING)
        return tell_second_speaker(u, kind, index);
    if (kind != SCRIPT_HANDLE_SPEAKER && kind != SCRIPT_HANDLE_NEW_SPEAKER)
        return false;
    snprintf(hint, sizeof hint, "Write %.40s \"%.80s\", without '='.", u->name,
             lua_tostring(u->L, 3));
    script_report(u->host, "E103", unknown_place(u), unknown_column(u), hint,
                  "'%.80s' is a speaker already", u->name);
    return true;
}

int script_assign(lua_State *L)
{
    script_host *host = script_of(L);
    unknown_word u = {.L = L, .host = host};

    if (host->calling)
        return luaL_error(L, "a function that the conversation calls may not change "
                             "anything outside itself");
    script_flush_use(L);
    lua_settop(L, 3);
    if (lua_type(L, 2) == LUA_TSTRING) {
        u.name = lua_tolstring(L, 2, &u.length);
        u.here = script_here(host);
        if (script_is_word(u.name, u.length)) {
            u.found = script_find_context(&u.context, host, u.here, u.name, u.length);
            tell_taken(&u);
            return 0;
        }
        if (script_is_field(u.name, u.length)) {
            u.found = script_find_context(&u.context, host, u.here, u.name, u.length);
            if (tell_braces(&u))
                return 0;
        }
        if (tell_speaker(&u) || tell_state(&u))
            return 0;
    }
    script_push_key(L, SCRIPT_KEY_GLOBALS);
    lua_replace(L, 1);
    lua_rawset(L, 1);
    return 0;
}
