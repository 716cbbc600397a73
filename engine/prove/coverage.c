#include "prove/coverage.h"

#include "base/bytes.h"
#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

#define LIBRARY_FOLDER "scripts/lib/"

/* Where each array of the block begins. */
typedef struct places {
    size_t replies, rules, moments, given, bytes;
} places;

static places places_of(const ear_scenario *sc)
{
    places p;

    p.replies = sc->count[MODEL_S_STATEMENTS];
    p.rules = p.replies + sc->count[MODEL_S_REPLIES];
    p.moments = p.rules + sc->count[MODEL_S_RULES];
    p.given = p.moments + sc->count[MODEL_S_MOMENTS];
    p.bytes = p.given + sc->count[MODEL_S_REPLIES];
    return p;
}

ear_status prove_coverage_new(prove_coverage *out, const ear_scenario *scenario,
                              ear_error *err)
{
    const places p = places_of(scenario);
    uint8_t *block = calloc(p.bytes + 1, 1);

    if (!block)
        return base_fail_memory(err);
    *out = (prove_coverage){
        .watch = {.statements = block,
                  .replies = block + p.replies,
                  .rules = block + p.rules,
                  .moments = block + p.moments},
        .given = block + p.given,
        .bytes = p.bytes,
    };
    return EAR_OK;
}

void prove_coverage_clear(prove_coverage *coverage)
{
    memset(coverage->watch.statements, 0, coverage->bytes);
}

void prove_coverage_release(prove_coverage *coverage)
{
    free(coverage->watch.statements);
    *coverage = (prove_coverage){.given = NULL};
}

/* Collects goals. */
typedef struct finding {
    const ear_scenario *scenario;
    places places;
    base_bytes goals;
} finding;

static bool is_library(const finding *f, model_place place)
{
    const char *file = model_string(f->scenario, f->scenario->files[place.file]);

    return strncmp(file, LIBRARY_FOLDER, strlen(LIBRARY_FOLDER)) == 0;
}

static void add(finding *f, prove_goal goal)
{
    if (!is_library(f, goal.place))
        base_bytes_add(&f->goals, &goal, sizeof goal);
}

/* Both ways of a condition that is marked at byte `at`. */
static void add_condition(finding *f, prove_owner owner, uint32_t index, size_t at,
                          model_place place)
{
    prove_goal goal = {.kind = PROVE_CONDITIONS,
                       .index = index,
                       .owner = owner,
                       .at = (uint32_t)at,
                       .bit = SIM_HELD,
                       .place = place};

    add(f, goal);
    goal.bit = SIM_FAILED;
    add(f, goal);
}

static void add_line(finding *f, uint32_t line, size_t at, uint8_t bit, model_place place)
{
    add(f, (prove_goal){.kind = PROVE_LINES,
                        .index = line,
                        .at = (uint32_t)at,
                        .bit = bit,
                        .place = place});
}

static void add_reply(finding *f, uint32_t index)
{
    const model_reply *reply = &f->scenario->replies[index];
    const model_place place = f->scenario->details[index].place;
    const size_t given = f->places.given + index;

    add(f, (prove_goal){.kind = PROVE_REPLIES,
                        .index = index,
                        .at = (uint32_t)given,
                        .bit = 1,
                        .place = place});
    if (reply->when != MODEL_NONE)
        add_condition(f, PROVE_REPLY, index, f->places.replies + index, place);
    if (reply->answer != MODEL_NONE)
        add_line(f, reply->answer, given, 1, place);
}

static void add_statement(finding *f, uint32_t index)
{
    const model_statement *statement = &f->scenario->statements[index];

    if (statement->kind == MODEL_LINE)
        add_line(f, statement->item, index, SIM_HELD, statement->place);
    if (statement->when != MODEL_NONE && statement->kind != MODEL_TODO)
        add_condition(f, PROVE_STATEMENT, index, index, statement->place);
    if (statement->kind == MODEL_CHOICE)
        for (uint32_t r = 0; r < statement->count; r++)
            add_reply(f, statement->item + r);
}

static void add_moment(finding *f, uint32_t index)
{
    const model_moment *moment = &f->scenario->moments[index];
    const bool outcome = moment->kind == MODEL_OUTCOME;

    add(f, (prove_goal){.kind = outcome ? PROVE_OUTCOMES : PROVE_MOMENTS,
                        .index = index,
                        .at = (uint32_t)(f->places.moments + index),
                        .bit = SIM_HELD,
                        .place = moment->place});
    for (uint32_t i = 0; i < moment->statements.count; i++)
        add_statement(f, moment->statements.first + i);
}

static int by_place(const void *left, const void *right)
{
    const prove_goal *a = left, *b = right;
    const int order = model_place_order(a->place, b->place);

    if (order != 0)
        return order;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->bit < b->bit ? -1 : a->bit > b->bit;
}

ear_status prove_goals_new(prove_goals *out, const ear_scenario *scenario, ear_error *err)
{
    finding f = {.scenario = scenario, .places = places_of(scenario)};

    for (uint32_t r = 0; r < scenario->count[MODEL_S_RULES]; r++)
        if (scenario->rules[r].when != MODEL_NONE)
            add_condition(&f, PROVE_RULE, r, f.places.rules + r,
                          scenario->rules[r].place);
    for (uint32_t m = 0; m < scenario->count[MODEL_S_MOMENTS]; m++)
        add_moment(&f, m);
    if (f.goals.failed) {
        base_bytes_release(&f.goals);
        return base_fail_memory(err);
    }
    out->at = (prove_goal *)(void *)f.goals.at;
    out->count = f.goals.length / sizeof *out->at;
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, by_place);
    return EAR_OK;
}

void prove_goals_release(prove_goals *goals)
{
    free(goals->at);
    *goals = (prove_goals){NULL, 0};
}
