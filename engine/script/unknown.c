/*
 * Words that are read without being there. Loading goes on: a near word takes the place
 * of the unknown one, else something that absorbs whatever is done with it.
 */
#include "script/unknown.h"

#include "model/names.h"
#include "model/scenario.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define MANY_SUGGESTIONS                                                                 \
    200u /* after so many mistakes a name is not compared any more                       \
          */

/* Whether a suggestion is so near that it can stand in for the word. */
static bool is_close(const model_nearest *near)
{
    const size_t slips = near->length <= 5 ? 1 : near->length / 3;

    return near->best && near->distance <= slips * MODEL_NEAR_STEP;
}

static void offer_words(model_nearest *near)
{
    static const char *const lua[] = {"ipairs", "pairs", "print",    "string",
                                      "table",  "math",  "tostring", "tonumber",
                                      "select", "error", "assert"};

    for (size_t i = 0; i < script_verb_count; i++)
        model_near_offer(near, script_verbs[i].name, strlen(script_verbs[i].name));
    for (size_t i = 0; i < sizeof lua / sizeof *lua; i++)
        model_near_offer(near, lua[i], strlen(lua[i]));
}

/* Leaves the sorted keys on the stack: `near` borrows from them. */
static void offer_globals(lua_State *L, model_nearest *near)
{
    size_t length;

    script_push_key(L, SCRIPT_KEY_GLOBALS);
    script_sorted_keys(L);
    const lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_rawgeti(L, -1, i) == LUA_TSTRING) {
            const char *name = lua_tolstring(L, -1, &length);
            model_near_offer(near, name, length);
            if (length == near->length && strncasecmp(name, near->word, length) == 0)
                *near = (model_nearest){near->word, length, name, length, 1};
        }
        lua_pop(L, 1);
    }
}

/* Pushes what `name` means; false (nil is pushed) when it means nothing. */
static bool push_meaning(lua_State *L, const char *name, size_t length)
{
    lua_pushlstring(L, name, length);
    script_push_key(L, SCRIPT_KEY_GLOBALS);
    lua_pushvalue(L, -2);
    if (lua_rawget(L, -2) != LUA_TNIL)
        return true;
    script_push_key(L, SCRIPT_KEY_WORDS);
    lua_pushvalue(L, -4);
    return lua_rawget(L, -2) != LUA_TNIL;
}

uint32_t unknown_column(const unknown_word *u)
{
    return u->found ? lexer_column(u->context.source, &u->context.tokens[u->context.at])
                    : 0;
}

draft_place unknown_place(const unknown_word *u)
{
    if (!u->found)
        return u->here;
    return (draft_place){u->here.file, u->context.tokens[u->context.at].line};
}

const lexer_token *unknown_next(const unknown_word *u)
{
    return &u->context.tokens[u->context.at + 1];
}

bool unknown_is_called(const unknown_word *u)
{
    if (!u->found)
        return false;

    const lexer_token *next = unknown_next(u);

    return next->kind == LEXER_STRING || lexer_is(u->context.source, next, "{") ||
           lexer_is(u->context.source, next, "(");
}

static bool is_id(draft_text id, const char *name, size_t length)
{
    return id.length == length && memcmp(id.at, name, length) == 0;
}

const char *script_declared_as(const script_host *host, const char *id, size_t length)
{
    const model_draft *draft = &host->draft;

    for (size_t i = 0; i < draft->meters.count; i++) {
        if (is_id(draft->meters.at[i].id, id, length))
            return "meter";
    }
    for (size_t i = 0; i < draft->flags.count; i++) {
        if (is_id(draft->flags.at[i].id, id, length))
            return "flag";
    }
    for (size_t i = 0; i < draft->skills.count; i++) {
        if (is_id(draft->skills.at[i].id, id, length))
            return "skill";
    }
    return NULL;
}

static bool is_told(const unknown_word *u)
{
    const script_host *host = u->host;

    return u->found && host->told_file == u->here.file &&
           u->context.tokens[u->context.at].start >= host->told_from &&
           u->context.tokens[u->context.at].start < host->told_to;
}

static bool is_lost_already(const unknown_word *u)
{
    const draft_list *lost = &u->host->words_lost;

    for (size_t i = 0; i < lost->count; i++) {
        if (lost->at[i].length == u->length &&
            memcmp(lost->at[i].at, u->name, u->length) == 0)
            return true;
    }
    return false;
}

/* customer "Sam" {} on a line of its own: the speaker who was meant; NULL. */
static const draft_speaker *nameless_speaker(const unknown_word *u)
{
    const draft_speaker *all = u->host->draft.speakers.at;

    for (size_t i = 0; i < u->host->draft.speakers.count; i++) {
        const draft_text name = all[i].name;

        if (name.length >= u->length && strncasecmp(name.at, u->name, u->length) == 0 &&
            (name.length == u->length || name.at[u->length] == ' '))
            return &all[i];
    }
    return NULL;
}

/* maria: customer "Maria" {} */
static bool is_declared_with_colon(const unknown_word *u)
{
    if (!u->found || u->context.at + 3 >= u->context.count)
        return false;

    const lexer_token *next = unknown_next(u);
    return lexer_is(u->context.source, next, ":") &&
           (lexer_is(u->context.source, next + 1, "customer") ||
            lexer_is(u->context.source, next + 1, "person"));
}

/* The line further down on which the speaker is declared; 0: there is none. */
static uint32_t declared_below(const unknown_word *u)
{
    const char *source = u->context.source;

    for (size_t i = u->context.at + 1; u->found && i + 2 < u->context.count; i++) {
        const lexer_token *token = &u->context.tokens[i];

        if (token->first && lexer_is(source, token, u->name) &&
            lexer_is(source, token + 1, "=") &&
            (lexer_is(source, token + 2, "customer") ||
             lexer_is(source, token + 2, "person")))
            return token->line;
    }
    return 0;
}

static void hint_speaker(const unknown_word *u, char *hint, size_t room)
{
    const draft_speaker *speaker = nameless_speaker(u);

    if (speaker)
        snprintf(hint, room,
                 "Line %u has no name for who speaks: write %.40s = %s \"%.*s\" "
                 "there.",
                 speaker->place.line, u->name, speaker->customer ? "customer" : "person",
                 (int)(speaker->name.length < 60 ? speaker->name.length : 60),
                 speaker->name.at);
    else if (declared_below(u) > 0)
        snprintf(hint, room, "It is declared on line %u: move that line above this one.",
                 declared_below(u));
    else
        snprintf(
            hint, room,
            "If it is somebody who speaks, declare them first: %.40s = customer "
            "\"Name\" {}. If it is part of what is said, put quotes around the whole "
            "sentence.",
            u->name);
}

static void tell_nothing_near(const unknown_word *u)
{
    char hint[240], message[160];
    /* A speaker that is not declared is told of later, if nothing else is wrong. */
    model_findings *list = unknown_is_called(u) ? &u->host->later : u->host->findings;

    if (is_lost_already(u))
        return;
    if (unknown_is_called(u))
        hint_speaker(u, hint, sizeof hint);
    else if (is_declared_with_colon(u))
        snprintf(hint, sizeof hint, "Write '=' in place of the colon: %.40s = customer.",
                 u->name);
    else
        snprintf(hint, sizeof hint,
                 "If it is part of a text, put quotes around the text: \"%.40s\".",
                 u->name);
    snprintf(message, sizeof message, "unknown word '%.80s'", u->name);
    script_report_to(u->host, list, unknown_place(u),
                     &(model_finding){.code = "E101",
                                      .column = unknown_column(u),
                                      .message = message,
                                      .hint = hint});
}

/* pcall, io: known from Lua, and kept from packs. */
static void tell_withheld(const unknown_word *u)
{
    script_report(u->host, "E101", unknown_place(u), unknown_column(u),
                  "Beside the verbs a pack has ipairs, next, pairs, select, tonumber, "
                  "tostring, type, assert, error, print, math, string, table and utf8.",
                  "'%s' " MODEL_KEPT_FROM_PACKS ", because they are strangers' code",
                  u->name);
}

/* The verb that the word is in other letters: YOU, Moment; NULL. */
static const char *same_verb(const char *name, size_t length)
{
    char lower[32];

    if (length >= sizeof lower)
        return NULL;
    for (size_t i = 0; i <= length; i++)
        lower[i] =
            (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] - 'A' + 'a' : name[i]);
    const script_verb *verb = script_find_verb(lower, length);
    return verb ? verb->name : NULL;
}

/* Reports the word and pushes what takes its place. */
static void tell_word(unknown_word *u)
{
    model_nearest near = model_near_begin(u->name, u->length);
    const char *synonym = unknown_is_called(u) ? script_other_verb(u->name) : NULL;
    char hint[160];

    if (unknown_is_called(u) && !synonym)
        synonym = same_verb(u->name, u->length);
    if (synonym) {
        near.best = synonym;
        near.best_length = strlen(synonym);
        near.distance = 0;
    } else if (script_is_withheld(u->name)) {
        tell_withheld(u);
        script_push_lost(u->L, u->name, u->length);
        return;
    } else if (u->host->suggestions++ < MANY_SUGGESTIONS) {
        offer_words(&near);
        offer_globals(u->L, &near);
    }
    if (!is_close(&near)) {
        tell_nothing_near(u);
        script_push_lost(u->L, u->name, u->length);
        return;
    }
    snprintf(hint, sizeof hint, "Write '%.*s'.", (int)near.best_length, near.best);
    script_report(u->host, "E101", unknown_place(u), unknown_column(u), hint,
                  "unknown word '%.80s'; did you mean '%.*s'?", u->name,
                  (int)near.best_length, near.best);
    u->host->guessed = true;
    if (!push_meaning(u->L, near.best, near.best_length))
        script_push_lost(u->L, u->name, u->length);
}

/* In a function that the conversation calls: calm for c.calm, seen("x") for c:seen("x").
 */
static int unknown_in_call(lua_State *L, const char *name)
{
    if (script_is_withheld(name))
        return luaL_error(L, "'%s' " MODEL_KEPT_FROM_PACKS, name);
    const script_host *host = script_of(L);
    model_id id;
    if (host->scenario && model_find(host->scenario, name, strlen(name), &id))
        return luaL_error(L, "unknown word '%s'; an id stands in quotes: \"%s\"", name,
                          name);
    script_push_key(L, SCRIPT_KEY_MEMBERS);
    const int type = lua_getfield(L, -1, name);
    if (type == LUA_TNUMBER)
        return luaL_error(L, "unknown word '%s'; write c.%s", name, name);
    if (type == LUA_TFUNCTION)
        return luaL_error(L, "unknown word '%s'; write c:%s(...)", name, name);
    return luaL_error(L, "unknown word '%s'", name);
}

int script_unknown(lua_State *L)
{
    script_host *host = script_of(L);
    unknown_word u = {.L = L, .host = host};

    if (lua_type(L, 2) != LUA_TSTRING) {
        lua_pushnil(L);
        return 1;
    }
    u.name = lua_tolstring(L, 2, &u.length);
    if (host->calling)
        return unknown_in_call(L, u.name);
    if (host->pending_use != SCRIPT_NO_FILE) {
        script_flush_use(L);
        if (push_meaning(L, u.name, u.length))
            return 1;
    }
    luaL_checkstack(L, 20, "too deep");
    u.here = script_here(host);
    u.found = script_find_context(&u.context, host, u.here, u.name, u.length);
    if (is_told(&u) || unknown_meant(&u))
        script_push_lost(L, u.name, u.length);
    else
        tell_word(&u);
    return 1;
}
