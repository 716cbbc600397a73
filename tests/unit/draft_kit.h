#ifndef EARSHOT_TESTS_DRAFT_KIT_H
#define EARSHOT_TESTS_DRAFT_KIT_H

/*
 * Drafts without Lua, for tests: one call per statement, like the lines of a scenario
 * file. `kit_begin` gives an empty scenario with one customer; every call takes the line
 * on which its statement stands.
 */

#include "model/build.h"
#include "model/scenario.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct kit {
    model_draft draft;
    model_findings findings;
    base_bytes image;
    ear_scenario *scenario; /* once opened */
} kit;

static inline draft_text kit_text(const char *text)
{
    return (draft_text){text, text ? strlen(text) : 0};
}

static inline void *kit_new(kit *k, size_t size)
{
    void *at = base_arena_alloc(&k->draft.arena, size);

    assert_non_null(at);
    return at;
}

static inline void kit_file(kit *k, const char *name, const char *source, bool library)
{
    draft_file *file = DRAFT_ADD(&k->draft.files);

    assert_non_null(file);
    *file = (draft_file){kit_text(name), kit_text(source), library};
}

static inline uint32_t kit_speaker(kit *k, uint32_t line, const char *name, bool customer)
{
    draft_speaker *speaker = DRAFT_ADD(&k->draft.speakers);

    assert_non_null(speaker);
    speaker->name = kit_text(name);
    speaker->customer = customer;
    speaker->place.line = line;
    return (uint32_t)k->draft.speakers.count - 1;
}

/* `source` may be NULL: then no finding has a column. */
static inline void kit_begin(kit *k, const char *source)
{
    *k = (kit){.draft = {.id = kit_text("a"), .has_scenario = true}};
    kit_file(k, "a.lua", source, false);
    k->draft.scenario.title = kit_text("A");
    k->draft.scenario.place.line = 1;
    kit_speaker(k, 1, "Sam", true);
}

static inline void kit_end(kit *k)
{
    model_draft_release(&k->draft);
    model_findings_release(&k->findings);
    base_bytes_release(&k->image);
    ear_scenario_free(k->scenario);
}

static inline draft_statement *kit_statement(kit *k, uint32_t line, draft_kind kind,
                                             const char *words)
{
    draft_statement *statement = DRAFT_ADD(&k->draft.statements);

    assert_non_null(statement);
    statement->kind = kind;
    statement->place.line = line;
    statement->words.text = kit_text(words);
    return statement;
}

static inline draft_moment *kit_moment(kit *k, uint32_t line, const char *id)
{
    draft_statement *statement = kit_statement(k, line, DRAFT_MOMENT, id);

    statement->as.moment = kit_new(k, sizeof(draft_moment));
    return statement->as.moment;
}

static inline draft_moment *kit_outcome(kit *k, uint32_t line, const char *id)
{
    draft_statement *statement = kit_statement(k, line, DRAFT_OUTCOME, id);

    statement->as.moment = kit_new(k, sizeof(draft_moment));
    return statement->as.moment;
}

static inline draft_line *kit_say(kit *k, uint32_t line, const char *words)
{
    draft_statement *statement = kit_statement(k, line, DRAFT_LINE, words);

    statement->as.line = kit_new(k, sizeof(draft_line));
    return statement->as.line;
}

static inline draft_cue *kit_cue(kit *k, uint32_t line, const char *words)
{
    draft_statement *statement = kit_statement(k, line, DRAFT_CUE, words);

    statement->as.cue = kit_new(k, sizeof(draft_cue));
    return statement->as.cue;
}

static inline draft_reply *kit_reply(kit *k, uint32_t line, draft_kind kind,
                                     const char *words, const char *go)
{
    draft_statement *statement = kit_statement(k, line, kind, words);
    draft_reply *reply = kit_new(k, sizeof(draft_reply));

    statement->as.reply = reply;
    reply->go = kit_text(go);
    reply->rating = DRAFT_UNSET;
    return reply;
}

static inline draft_reply *kit_you(kit *k, uint32_t line, const char *words,
                                   const char *go)
{
    return kit_reply(k, line, DRAFT_REPLY, words, go);
}

/* The `when` of the statement added last. */
static inline void kit_when(kit *k, const char *when)
{
    k->draft.statements.at[k->draft.statements.count - 1].when.text = kit_text(when);
}

static inline draft_list kit_list(kit *k, const char *a, const char *b, const char *c)
{
    const char *const given[] = {a, b, c};
    draft_list list = {kit_new(k, 3 * sizeof(draft_text)), 0};

    for (size_t i = 0; i < 3 && given[i]; i++)
        list.at[list.count++] = kit_text(given[i]);
    return list;
}

static inline draft_notice *kit_notice(kit *k, uint32_t line, const char *question)
{
    draft_statement *statement = kit_statement(k, line, DRAFT_NOTICE, question);

    statement->as.notice = kit_new(k, sizeof(draft_notice));
    statement->as.notice->answer = DRAFT_UNSET;
    statement->as.notice->options = kit_list(k, "one", "two", NULL);
    return statement->as.notice;
}

static inline draft_meter *kit_meter(kit *k, uint32_t line, const char *id)
{
    draft_meter *meter = DRAFT_ADD(&k->draft.meters);

    assert_non_null(meter);
    meter->id = kit_text(id);
    meter->start = meter->min = meter->max = DRAFT_UNSET;
    meter->place.line = line;
    return meter;
}

static inline draft_named *kit_flag(kit *k, uint32_t line, const char *id)
{
    draft_named *flag = DRAFT_ADD(&k->draft.flags);

    assert_non_null(flag);
    flag->id = kit_text(id);
    flag->place.line = line;
    return flag;
}

static inline draft_named *kit_skill(kit *k, uint32_t line, const char *id)
{
    draft_named *skill = DRAFT_ADD(&k->draft.skills);

    assert_non_null(skill);
    skill->id = kit_text(id);
    skill->place.line = line;
    return skill;
}

static inline draft_intent *kit_intent(kit *k, uint32_t line, const char *id)
{
    draft_intent *intent = DRAFT_ADD(&k->draft.intents);

    assert_non_null(intent);
    intent->id = kit_text(id);
    intent->rating = DRAFT_UNSET;
    intent->place.line = line;
    return intent;
}

static inline draft_rule *kit_rule(kit *k, uint32_t line, const char *name)
{
    draft_rule *rule = DRAFT_ADD(&k->draft.rules);

    assert_non_null(rule);
    rule->name = kit_text(name);
    rule->place.line = line;
    return rule;
}

static inline draft_kpi *kit_kpi(kit *k, uint32_t line, const char *id, const char *of)
{
    draft_kpi *kpi = DRAFT_ADD(&k->draft.kpis);

    assert_non_null(kpi);
    kpi->id = kit_text(id);
    kpi->of.text = kit_text(of);
    kpi->place.line = line;
    return kpi;
}

static inline draft_test *kit_test(kit *k, uint32_t line, const char *name)
{
    draft_test *test = DRAFT_ADD(&k->draft.tests);

    assert_non_null(test);
    test->name = kit_text(name);
    test->place.line = line;
    return test;
}

/* A moment "start" with one reply to an outcome "done": what every scenario needs. */
static inline void kit_frame(kit *k)
{
    kit_moment(k, 100, "start");
    kit_you(k, 101, "Hello", "done");
    kit_outcome(k, 102, "done");
}

static inline void kit_build(kit *k)
{
    ear_error err = {0};

    assert_int_equal(model_build(&k->image, &k->draft, &k->findings, &err), EAR_OK);
    model_findings_sort(&k->findings);
}

/* Builds what must be without errors, and opens it. */
static inline const ear_scenario *kit_open(kit *k)
{
    ear_error err = {0};

    kit_build(k);
    for (size_t i = 0; i < k->findings.count; i++) {
        if (model_finding_severity(&k->findings.at[i]) == MODEL_ERROR)
            fail_msg("%s: %s", k->findings.at[i].code, k->findings.at[i].message);
    }

    void *copy = malloc(k->image.length);
    assert_non_null(copy);
    memcpy(copy, k->image.at, k->image.length);
    if (model_open(&k->scenario, copy, k->image.length, &err) != EAR_OK) {
        free(copy);
        fail_msg("%s", err.message);
    }
    return k->scenario;
}

#endif
