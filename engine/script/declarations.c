/* What a scenario declares: meters, flags, skills, intents, rules, figures, tests. */
#include "script/verbs.h"

#include <stdio.h>
#include <string.h>

#define RECORD_BITS 24

static draft_named *named_at(script_host *host, script_record record, size_t i)
{
    switch (record) {
    case SCRIPT_RECORD_FLAG:
        return &host->draft.flags.at[i];
    case SCRIPT_RECORD_SKILL:
        return &host->draft.skills.at[i];
    default:
        return &host->draft.reflects.at[i];
    }
}

static void *record_at(script_host *host, script_record record, size_t i)
{
    switch (record) {
    case SCRIPT_RECORD_SCENARIO:
        return &host->draft.scenario;
    case SCRIPT_RECORD_METER:
        return &host->draft.meters.at[i];
    case SCRIPT_RECORD_INTENT:
        return &host->draft.intents.at[i];
    case SCRIPT_RECORD_RULE:
        return &host->draft.rules.at[i];
    case SCRIPT_RECORD_KPI:
        return &host->draft.kpis.at[i];
    case SCRIPT_RECORD_TEST:
        return &host->draft.tests.at[i];
    default:
        return named_at(host, record, i);
    }
}

static size_t add_meter(script_host *host, draft_text id, draft_place place)
{
    draft_meter *meter = DRAFT_ADD(&host->draft.meters);

    script_need(host, meter);
    meter->id = id;
    meter->place = place;
    meter->start = meter->min = meter->max = DRAFT_UNSET;
    return host->draft.meters.count - 1;
}

static size_t add_intent(script_host *host, draft_text id, draft_place place)
{
    draft_intent *intent = DRAFT_ADD(&host->draft.intents);

    script_need(host, intent);
    intent->id = id;
    intent->place = place;
    intent->rating = DRAFT_UNSET;
    return host->draft.intents.count - 1;
}

static size_t add_rule(script_host *host, draft_text name, draft_place place)
{
    draft_rule *rule = DRAFT_ADD(&host->draft.rules);

    script_need(host, rule);
    rule->name = name;
    rule->place = place;
    return host->draft.rules.count - 1;
}

static size_t add_kpi(script_host *host, draft_text id, draft_place place)
{
    draft_kpi *kpi = DRAFT_ADD(&host->draft.kpis);

    script_need(host, kpi);
    kpi->id = id;
    kpi->place = place;
    return host->draft.kpis.count - 1;
}

static size_t add_test(script_host *host, draft_text name, draft_place place)
{
    draft_test *test = DRAFT_ADD(&host->draft.tests);

    script_need(host, test);
    test->name = name;
    test->place = place;
    return host->draft.tests.count - 1;
}

/* A flag, a skill; of a reflect the text is the words. */
static size_t add_named(script_host *host, script_record record, draft_text text,
                        draft_place place)
{
    draft_named *named;

    if (record == SCRIPT_RECORD_FLAG)
        named = DRAFT_ADD(&host->draft.flags);
    else if (record == SCRIPT_RECORD_SKILL)
        named = DRAFT_ADD(&host->draft.skills);
    else
        named = DRAFT_ADD(&host->draft.reflects);
    script_need(host, named);
    if (record == SCRIPT_RECORD_REFLECT)
        named->words = text;
    else
        named->id = text;
    named->place = place;
    if (record == SCRIPT_RECORD_FLAG)
        return host->draft.flags.count - 1;
    return (record == SCRIPT_RECORD_SKILL ? host->draft.skills.count
                                          : host->draft.reflects.count) -
           1;
}

static size_t add_record(script_host *host, script_record record, draft_text text,
                         draft_place place)
{
    switch (record) {
    case SCRIPT_RECORD_METER:
        return add_meter(host, text, place);
    case SCRIPT_RECORD_INTENT:
        return add_intent(host, text, place);
    case SCRIPT_RECORD_RULE:
        return add_rule(host, text, place);
    case SCRIPT_RECORD_KPI:
        return add_kpi(host, text, place);
    case SCRIPT_RECORD_TEST:
        return add_test(host, text, place);
    default:
        return add_named(host, record, text, place);
    }
}

static void push_declared(lua_State *L, const script_verb *verb, size_t record)
{
    const uint32_t which = (uint32_t)(verb - script_verbs);

    script_push_handle(L, SCRIPT_HANDLE_DECLARED,
                       which << RECORD_BITS | ((uint32_t)record & 0xffffffu));
}

static void read_declared(lua_State *L, const script_verb *verb, size_t record, int at)
{
    script_host *host = script_of(L);

    if (verb->record == SCRIPT_RECORD_PACK) {
        script_read_pack(L, verb, at);
    } else if (verb->record == SCRIPT_RECORD_FRAMEWORK) {
        script_read_framework(L, at);
    } else {
        void *const bases[SCRIPT_BASES] = {record_at(host, verb->record, record), NULL};
        script_read_fields(L, verb, bases, at, script_here(host));
    }
}

static void give_words(lua_State *L, const script_verb *verb, size_t record)
{
    draft_named *named = named_at(script_of(L), verb->record, record);

    if (!script_text_at(L, 2, &named->words))
        script_report_words(L, verb, "a text in quotes", 2);
}

/* What was declared; braces handed over in the same call are read at once. */
static int finish(lua_State *L, const script_verb *verb, size_t record)
{
    script_of(L)->declared = true;
    if (lua_istable(L, 2)) {
        read_declared(L, verb, record, 2);
        script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    } else if (lua_type(L, 2) == LUA_TSTRING) { /* flag("called", "You called") */
        give_words(L, verb, record);
        script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    } else {
        push_declared(L, verb, record);
    }
    return 1;
}

int script_declare(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_text text = {NULL, 0};

    if (!script_id_at(L, 1, verb, &text)) {
        script_push_lost(L, NULL, 0);
        return 1;
    }
    const size_t record = add_record(host, verb->record, text, script_draft_place(host));
    script_check_draft(host);
    if (verb->record == SCRIPT_RECORD_REFLECT) {
        script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
        return 1;
    }
    return finish(L, verb, record);
}

static int second_scenario(lua_State *L)
{
    script_host *host = script_of(L);
    const draft_place first = host->draft.scenario.place;
    const draft_file *file = &host->draft.files.at[first.file];

    script_report(host, "E103", script_here(host), 1,
                  "Give each scenario a file of its own.",
                  "there is a `scenario` already, at %.*s:%u", (int)file->name.length,
                  file->name.at, first.line);
    script_push_lost(L, NULL, 0);
    return 1;
}

int script_scenario(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_text title = {NULL, 0};

    if (host->draft.has_scenario)
        return second_scenario(L);
    if (host->declared)
        script_report(host, "E105", script_here(host), 1,
                      "Move `scenario` to the top of the file.",
                      "`scenario` stands before everything else");
    if (!script_id_at(L, 1, verb, &title))
        title = (draft_text){"", 0};
    host->draft.has_scenario = true;
    host->draft.scenario.title = title;
    host->draft.scenario.place = script_draft_place(host);
    return finish(L, verb, 0);
}

int script_framework(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_text name = {NULL, 0};

    if (host->draft.has_framework) {
        const draft_place first = host->draft.framework.place;
        script_report(host, "E103", script_here(host), 1, "Keep one of them.",
                      "there is a `framework` already, on line %u", first.line);
        script_push_lost(L, NULL, 0);
        return 1;
    }
    if (!script_id_at(L, 1, verb, &name))
        name = (draft_text){"", 0};
    host->draft.has_framework = true;
    host->draft.framework.name = name;
    host->draft.framework.place = script_draft_place(host);
    return finish(L, verb, 0);
}

int script_declared_call(lua_State *L, uint32_t index)
{
    const script_verb *verb = &script_verbs[index >> RECORD_BITS];
    const size_t record = index & ((1u << RECORD_BITS) - 1);
    uint32_t lost;

    if (script_of(L)->calling)
        return luaL_error(L, "nothing can be declared while a conversation runs");
    if (lua_istable(L, 2)) {
        read_declared(L, verb, record, 2);
    } else if (lua_type(L, 2) == LUA_TSTRING && (verb->record == SCRIPT_RECORD_FLAG ||
                                                 verb->record == SCRIPT_RECORD_SKILL)) {
        give_words(L, verb, record);
    } else if (lua_type(L, 2) == LUA_TSTRING && verb->field_count > 0) {
        script_report_extra(L, verb, 0, 2);
    } else if (script_handle_at(L, 2, &lost) != SCRIPT_HANDLE_LOST) {
        script_report_stray(L, 2);
    }
    script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    return 1;
}
