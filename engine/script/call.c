/* Calling a function of the scenario, and holding what it gives back to what was asked.
 */
#include "script/conversation.h"
#include "script/verbs.h"

#include "base/utf8.h"
#include "model/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_AMOUNT 1000000000 /* the widest a meter can move */

struct call {
    uint32_t function;
    ear_call_kind kind;
    ear_answer *answer;
    draft_place place; /* where the function begins, in the host's files */
};

/* Where the function at the top begins. */
static draft_place place_of_function(lua_State *L)
{
    lua_Debug ar;

    lua_pushvalue(L, -1);
    if (!lua_getinfo(L, ">S", &ar) || ar.source[0] != '=' || ar.linedefined <= 0)
        return (draft_place){SCRIPT_NO_FILE, 0};
    return (draft_place){(uint32_t)strtoul(ar.source + 1, NULL, 10),
                         (uint32_t)ar.linedefined};
}

static int gave_wrong(lua_State *L, const char *wanted)
{
    return luaL_error(L, "this function gives back %s where %s is wanted",
                      script_kind_name(L, -1), wanted);
}

static void take_truth(lua_State *L, ear_answer *answer)
{
    if (!lua_isboolean(L, -1))
        gave_wrong(L, "true or false");
    answer->truth = lua_toboolean(L, -1);
}

static base_number number_of(lua_State *L, const char *wanted)
{
    base_number number = {0, 1};

    if (lua_type(L, -1) != LUA_TNUMBER)
        gave_wrong(L, wanted);
    if (!script_number_at(L, -1, &number))
        luaL_error(L, "this function gives back a number that is too large, or none");
    return number;
}

static void take_number(lua_State *L, ear_answer *answer)
{
    const base_number number = number_of(L, "a number");

    answer->num = number.num;
    answer->den = number.den;
}

static void take_words(lua_State *L, ear_answer *answer)
{
    script_host *host = script_of(L);
    size_t length, lines = 1;

    if (lua_type(L, -1) != LUA_TSTRING && lua_type(L, -1) != LUA_TNUMBER)
        gave_wrong(L, "a text");
    script_push_text(L, -1);
    const char *text = lua_tolstring(L, -1, &length);
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    if (length > MODEL_MAX_WORDS || lines > MODEL_MAX_LINES)
        luaL_error(L, "this function gives back more than %d bytes or %d lines of words",
                   (int)MODEL_MAX_WORDS, (int)MODEL_MAX_LINES);
    if (!base_utf8_valid(text, length) || memchr(text, '\0', length))
        luaL_error(L, "this function gives back what is no text in UTF-8");
    base_bytes_clear(&host->answer);
    script_need(host, base_utf8_hush(&host->answer, text, length) ? text : NULL);
    answer->text = (ear_text){base_bytes_string(&host->answer), host->answer.length};
}

/* { clam = -5 } */
static int no_meter(lua_State *L, const ear_scenario *scenario, int table)
{
    model_nearest near = {0};

    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            return luaL_error(L, "this function gives back a table with an amount that "
                                 "has no meter before it, as in { calm = -5 }");
        const char *name = lua_tostring(L, -2);
        bool known = false;

        near = model_near_begin(name, strlen(name));
        for (uint32_t i = 0; i < scenario->count[MODEL_S_METERS] && !known; i++) {
            const char *id = model_string(scenario, scenario->meters[i].id);

            known = strcmp(id, name) == 0;
            model_near_offer(&near, id, strlen(id));
        }
        if (!known && near.best)
            return luaL_error(L, "there is no meter '%s' to change; did you mean '%s'?",
                              name, near.best);
        if (!known)
            return luaL_error(L, "there is no meter '%s' to change", name);
    }
    return 0;
}

/* One pass over the meters, so that amounts come in their order of declaration. */
static void take_amounts(lua_State *L, const ear_scenario *scenario, ear_answer *answer)
{
    size_t given = 0;

    if (!lua_istable(L, -1))
        gave_wrong(L, "a table of amounts, like { calm = -5 },");
    const int table = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        given++;
    for (uint32_t i = 0; i < scenario->count[MODEL_S_METERS]; i++) {
        lua_pushstring(L, model_string(scenario, scenario->meters[i].id));
        if (lua_rawget(L, table) != LUA_TNIL && answer->count < EAR_MAX_AMOUNTS) {
            const base_number number = number_of(L, "a number for each meter");

            if (number.num / number.den > LARGEST_AMOUNT ||
                number.num / number.den < -LARGEST_AMOUNT)
                luaL_error(L, "this function gives back a number that is too large");
            answer->amounts[answer->count++] =
                (ear_amount){.meter = i, .num = number.num, .den = number.den};
        }
        lua_pop(L, 1);
    }
    if (given != answer->count)
        no_meter(L, scenario, table);
}

static int run_call(lua_State *L)
{
    struct call *call = lua_touserdata(L, 1);
    script_host *host = script_of(L);

    lua_settop(L, 0);
    script_push_key(L, SCRIPT_KEY_FUNCTIONS);
    lua_rawgeti(L, -1, call->function);
    call->place = place_of_function(L);
    script_push_handle(L, SCRIPT_HANDLE_CONVERSATION, 0);
    lua_call(L, 1, 1);
    switch (call->kind) {
    case EAR_CALL_WHEN:
        take_truth(L, call->answer);
        break;
    case EAR_CALL_OF:
        take_number(L, call->answer);
        break;
    case EAR_CALL_WORDS:
        take_words(L, call->answer);
        break;
    case EAR_CALL_MOOD:
        take_amounts(L, host->scenario, call->answer);
        break;
    }
    return 0;
}

static void begin_limits(script_host *host)
{
    lua_gc(host->L, LUA_GCCOLLECT);
    host->steps_left = SCRIPT_CALL_STEPS;
    host->print_left = SCRIPT_PRINT_LIMIT;
    host->memory_cap = host->memory + SCRIPT_CALL_MEMORY;
    host->memory_soft = host->memory + SCRIPT_CALL_MEMORY / 2;
}

static ear_status failed(script_host *host, script_failure *failure, draft_place place,
                         ear_error *err)
{
    if (host->no_memory) {
        host->no_memory = false;
        return base_fail_memory(err);
    }
    if (failure->file == SCRIPT_NO_FILE) {
        failure->file = place.file;
        failure->line = place.line;
    }
    char plain[200];
    const ear_status status = base_fail(
        err, EAR_E_SCRIPT, "%s", script_plain(failure->message, plain, sizeof plain));
    if (failure->file < host->file_count)
        base_fail_at(err, host->files[failure->file].shown, (int)failure->line);
    return status;
}

/* The state block has the size that the scenario asks for and stays inside its arrays. */
static bool is_state(const ear_scenario *scenario, const model_layout *layout,
                     const model_state *state, size_t bytes)
{
    return bytes == layout->bytes &&
           (state->reply == MODEL_NONE ||
            state->reply < scenario->count[MODEL_S_REPLIES]) &&
           (state->intent == MODEL_NONE ||
            state->intent < scenario->count[MODEL_S_INTENTS]);
}

ear_status script_call(script_host *host, const ear_call *asked, ear_answer *answer,
                       ear_error *err)
{
    const uint32_t functions = host->scenario ? host->scenario->info->functions : 0;
    const size_t bytes = asked->bytes;
    script_failure failure;
    script_conversation conversation = {.scenario = host->scenario, .answer = answer};
    struct call call = {asked->function, asked->kind, answer, {SCRIPT_NO_FILE, 0}};

    if (asked->function == 0 || asked->function > functions)
        return base_fail(err, EAR_E_ARG, "the pack has no function %u", asked->function);
    conversation.layout = model_layout_of(host->scenario, true);
    if (bytes != conversation.layout.bytes)
        return base_fail(err, EAR_E_FORMAT, "the run has %zu bytes and not %u", bytes,
                         conversation.layout.bytes);
    conversation.state = malloc(bytes);
    if (!conversation.state)
        return base_fail_memory(err);
    memcpy(conversation.state, asked->state, bytes);
    if (!is_state(host->scenario, &conversation.layout, conversation.state, bytes)) {
        free(conversation.state);
        return base_fail(err, EAR_E_FORMAT, "this is no state of a run");
    }
    answer->count = answer->read_count = 0;
    answer->reads_whole = true;
    answer->text = (ear_text){NULL, 0};
    begin_limits(host);
    host->calling = true;
    host->conversation = &conversation;
    const bool fine = script_protect(host, run_call, &call, &failure);
    host->conversation = NULL;
    host->calling = false;
    answer->random = conversation.state->random;
    free(conversation.state);
    return fine ? EAR_OK : failed(host, &failure, call.place, err);
}
