#include "scenario_maker.h"

#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ROOM 64 /* of a list in one statement */

static draft_text text(const char *words)
{
    return (draft_text){words, strlen(words)};
}

/* The value of the n-th field (from 0) of that name; at NULL: there is none. */
static draft_text nth(maker_fields fields, const char *name, size_t n)
{
    const size_t length = strlen(name);

    for (fields++; *fields; fields++) { /* the first are words */
        const char end = strncmp(*fields, name, length) == 0 ? (*fields)[length] : 'x';

        if (end == '\0' && n-- == 0)
            return text("");
        if (end == '=' && n-- == 0)
            return text(*fields + length + 1);
    }
    return (draft_text){0};
}

static draft_text get(maker_fields fields, const char *name)
{
    return nth(fields, name, 0);
}

static bool has(maker_fields fields, const char *name)
{
    return get(fields, name).at != NULL;
}

/* "@3" is a function. */
static draft_value value_of(maker *m, draft_text words)
{
    if (!words.at || words.at[0] != '@')
        return (draft_value){.text = words};

    const uint32_t function = (uint32_t)atoi(words.at + 1);

    if (function > m->draft.functions)
        m->draft.functions = function;
    return (draft_value){.function = function};
}

static draft_value value(maker *m, maker_fields fields, const char *name)
{
    return value_of(m, get(fields, name));
}

static int64_t whole(maker_fields fields, const char *name)
{
    const draft_text found = get(fields, name);

    return found.at ? atoll(found.at) : DRAFT_UNSET;
}

static base_number number(maker_fields fields, const char *name)
{
    const draft_text found = get(fields, name);
    const bool minus = found.at && found.at[0] == '-';
    base_number out = {0, 0};

    if (found.at)
        base_number_read(&out, found.at + minus, found.length - minus);
    if (minus)
        out.num = -out.num;
    return out;
}

static draft_effect effect(maker *m, maker_fields fields)
{
    return (draft_effect){.set = get(fields, "set"),
                          .mood = value(m, fields, "mood"),
                          .skill = get(fields, "skill")};
}

static void *arena(maker *m, size_t size)
{
    void *at = base_arena_alloc(&m->draft.arena, size);

    assert_non_null(at);
    return at;
}

static draft_place here(maker *m)
{
    return (draft_place){0, ++m->line};
}

/* Every field of that name. */
static draft_list list(maker *m, maker_fields fields, const char *name)
{
    draft_list found = {arena(m, ROOM * sizeof(draft_text)), 0};

    for (draft_text one; (one = nth(fields, name, found.count)).at;)
        found.at[found.count++] = one;
    return found;
}

static draft_pairs pairs(maker *m, maker_fields fields)
{
    draft_pairs found = {arena(m, ROOM * sizeof(draft_pair)), 0};

    for (; *fields; fields++) {
        const char *equals = strchr(*fields, '=');

        if (equals)
            found.at[found.count++] =
                (draft_pair){{*fields, (size_t)(equals - *fields)}, text(equals + 1)};
    }
    return found;
}

maker *maker_new(void)
{
    maker *m = calloc(1, sizeof *m);
    assert_non_null(m);

    draft_file *file = DRAFT_ADD(&m->draft.files);
    assert_non_null(file);
    file->name = text("test.lua");
    file->source = text("");
    m->draft.id = text("test");
    m->draft.has_scenario = true;
    m->draft.scenario.title = text("Test");
    maker_person(m, "Sam", true);
    return m;
}

void maker_free(maker *m)
{
    model_draft_release(&m->draft);
    free(m);
}

uint32_t maker_about(maker *m, maker_fields fields)
{
    draft_scenario *about = &m->draft.scenario;

    about->title = text(fields[0]);
    about->channel = get(fields, "channel");
    about->start = get(fields, "start");
    about->brief = get(fields, "brief");
    about->goal = get(fields, "goal");
    about->role = get(fields, "role");
    about->minutes = number(fields, "minutes");
    about->place = here(m);
    return m->line;
}

uint32_t maker_person(maker *m, const char *name, bool customer)
{
    draft_speaker *speaker = DRAFT_ADD(&m->draft.speakers);

    assert_non_null(speaker);
    speaker->name = text(name);
    speaker->customer = customer;
    return (uint32_t)m->draft.speakers.count - 1;
}

uint32_t maker_meter(maker *m, maker_fields fields)
{
    draft_meter *meter = DRAFT_ADD(&m->draft.meters);

    assert_non_null(meter);
    *meter = (draft_meter){.id = text(fields[0]),
                           .label = get(fields, "label"),
                           .low = get(fields, "low"),
                           .high = get(fields, "high"),
                           .shows = get(fields, "shows"),
                           .drift = get(fields, "drift"),
                           .start = whole(fields, "start"),
                           .min = whole(fields, "min"),
                           .max = whole(fields, "max"),
                           .hidden = has(fields, "hidden"),
                           .place = here(m)};
    return m->line;
}

static draft_named named(maker *m, maker_fields fields)
{
    return (draft_named){
        .id = text(fields[0]), .words = get(fields, "words"), .place = here(m)};
}

uint32_t maker_flag(maker *m, maker_fields fields)
{
    draft_named *flag = DRAFT_ADD(&m->draft.flags);

    assert_non_null(flag);
    *flag = named(m, fields);
    return m->line;
}

uint32_t maker_skill(maker *m, maker_fields fields)
{
    draft_named *skill = DRAFT_ADD(&m->draft.skills);

    assert_non_null(skill);
    *skill = named(m, fields);
    return m->line;
}

uint32_t maker_intent(maker *m, maker_fields fields)
{
    draft_intent *intent = DRAFT_ADD(&m->draft.intents);

    assert_non_null(intent);
    *intent = (draft_intent){.id = text(fields[0]),
                             .label = get(fields, "label"),
                             .effect = effect(m, fields),
                             .fades = number(fields, "fades"),
                             .rating = whole(fields, "rating"),
                             .place = here(m)};
    return m->line;
}

uint32_t maker_rule(maker *m, maker_fields fields)
{
    draft_rule *rule = DRAFT_ADD(&m->draft.rules);

    assert_non_null(rule);
    *rule = (draft_rule){.name = text(fields[0]),
                         .go = get(fields, "go"),
                         .thinks = get(fields, "thinks"),
                         .why = get(fields, "why"),
                         .when = value(m, fields, "when"),
                         .effect = effect(m, fields),
                         .once = has(fields, "once"),
                         .place = here(m)};
    return m->line;
}

uint32_t maker_kpi(maker *m, maker_fields fields)
{
    draft_kpi *kpi = DRAFT_ADD(&m->draft.kpis);

    assert_non_null(kpi);
    *kpi = (draft_kpi){.id = text(fields[0]),
                       .label = get(fields, "label"),
                       .unit = get(fields, "unit"),
                       .better = get(fields, "better"),
                       .of = value(m, fields, "of"),
                       .min = number(fields, "min"),
                       .max = number(fields, "max"),
                       .place = here(m)};
    return m->line;
}

static bool same(draft_text a, draft_text b)
{
    return a.length == b.length && memcmp(a.at, b.at, a.length) == 0;
}

uint32_t maker_framework(maker *m, maker_fields fields)
{
    const draft_pairs found = pairs(m, fields + 1);
    draft_framework *made = &m->draft.framework;

    made->name = text(fields[0]);
    made->place = here(m);
    made->steps = arena(m, ROOM * sizeof *made->steps);
    m->draft.has_framework = true;
    for (size_t i = 0; i < found.count; i++) {
        if (i == 0 || !same(found.at[i].key, found.at[i - 1].key)) {
            made->steps[made->count].name = found.at[i].key;
            made->steps[made->count++].intents.at = arena(m, ROOM * sizeof(draft_text));
        }

        draft_list *intents = &made->steps[made->count - 1].intents;

        intents->at[intents->count++] = found.at[i].value;
    }
    return m->line;
}

uint32_t maker_renamed(maker *m, maker_fields fields)
{
    const draft_pairs found = pairs(m, fields);

    for (size_t i = 0; i < found.count; i++) {
        draft_renamed *pair = DRAFT_ADD(&m->draft.renamed);

        assert_non_null(pair);
        *pair = (draft_renamed){found.at[i].key, found.at[i].value, {0, m->line + 1}};
    }
    return ++m->line;
}

uint32_t maker_rows(maker *m, maker_fields fields)
{
    m->draft.screen = pairs(m, fields);
    return ++m->line;
}

static draft_moment *moment(maker *m, maker_fields fields)
{
    draft_moment *made = arena(m, sizeof *made);

    made->title = get(fields, "title");
    made->channel = get(fields, "channel");
    made->label = get(fields, "label");
    made->rating = get(fields, "rating");
    made->summary = get(fields, "summary");
    return made;
}

static draft_line *line(maker *m, maker_fields fields)
{
    draft_line *made = arena(m, sizeof *made);
    const draft_list others = list(m, fields, "or");
    const int64_t who = whole(fields, "who");

    made->speaker = who == DRAFT_UNSET ? 0 : (uint32_t)who;
    made->pick = get(fields, "pick");
    made->voice = get(fields, "voice");
    made->id = get(fields, "id");
    if (others.count) {
        made->variants.count = others.count + 1;
        made->variants.at = arena(m, (others.count + 1) * sizeof(draft_text));
        made->variants.at[0] = text(fields[0]);
        memcpy(made->variants.at + 1, others.at, others.count * sizeof(draft_text));
    }
    return made;
}

static draft_cue *cue(maker *m, maker_fields fields)
{
    draft_cue *made = arena(m, sizeof *made);

    made->kind = get(fields, "kind");
    made->answered_by = list(m, fields, "answered_by");
    return made;
}

static draft_text *status(maker *m, maker_fields fields)
{
    draft_text *made = arena(m, sizeof *made);

    *made = get(fields, "status");
    return made;
}

static draft_notice *notice(maker *m, maker_fields fields)
{
    draft_notice *made = arena(m, sizeof *made);

    made->options = list(m, fields, "option");
    made->answer = whole(fields, "answer");
    made->because = get(fields, "because");
    made->skill = get(fields, "skill");
    return made;
}

static draft_reply *reply(maker *m, maker_fields fields)
{
    draft_reply *made = arena(m, sizeof *made);

    made->id = get(fields, "id");
    made->go = get(fields, "go");
    made->visit = get(fields, "visit");
    made->intent = get(fields, "intent");
    made->thinks = get(fields, "thinks");
    made->why = get(fields, "why");
    made->answer = value(m, fields, "answer");
    made->effect = effect(m, fields);
    made->rating = whole(fields, "rating");
    made->seconds = number(fields, "seconds");
    made->again = has(fields, "again");
    made->fallback = has(fields, "fallback");
    return made;
}

static draft_pairs *screen(maker *m, maker_fields fields)
{
    draft_pairs *made = arena(m, sizeof *made);

    *made = pairs(m, fields);
    return made;
}

static void *rest(maker *m, draft_kind kind, maker_fields fields)
{
    switch (kind) {
    case DRAFT_MOMENT:
    case DRAFT_OUTCOME:
        return moment(m, fields);
    case DRAFT_LINE:
        return line(m, fields);
    case DRAFT_CUE:
        return cue(m, fields);
    case DRAFT_INFO:
        return status(m, fields);
    case DRAFT_NOTICE:
        return notice(m, fields);
    case DRAFT_REPLY:
    case DRAFT_HOLD:
        return reply(m, fields);
    case DRAFT_SCREEN:
        return screen(m, fields);
    default:
        return NULL;
    }
}

uint32_t maker_statement(maker *m, draft_kind kind, maker_fields fields)
{
    draft_statement *made = DRAFT_ADD(&m->draft.statements);
    void *more = rest(m, kind, fields);

    assert_non_null(made);
    made->kind = kind;
    made->place = here(m);
    if (kind != DRAFT_SCREEN) {
        made->words = value_of(m, text(fields[0]));
        made->when = value(m, fields, "when");
    }
    memcpy(&made->as, &more, sizeof more); /* every member is one pointer */
    return m->line;
}

void maker_build(maker *m, base_bytes *image, model_findings *findings)
{
    ear_error err;

    assert_int_equal(model_build(image, &m->draft, findings, &err), EAR_OK);
}

ear_scenario *maker_scenario(maker *m)
{
    base_bytes image = {0};
    model_findings findings = {0};
    ear_scenario *scenario = NULL;
    ear_error err = {0};

    maker_build(m, &image, &findings);
    for (size_t i = 0; i < findings.count; i++)
        if (model_finding_severity(&findings.at[i]) == MODEL_ERROR)
            print_error("%s:%u: %s %s\n", findings.at[i].file, findings.at[i].line,
                        findings.at[i].code, findings.at[i].message);
    assert_int_equal(model_findings_count(&findings, MODEL_ERROR), 0);
    if (model_open(&scenario, image.at, image.length, &err) != EAR_OK)
        fail_msg("%s", err.message);
    model_findings_release(&findings);
    maker_free(m);
    return scenario;
}
