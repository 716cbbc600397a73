/* The scenario's own tests, and ids that older runs use. */
#include "model/builder.h"

#include <string.h>

static uint32_t find_end(builder *b, const draft_test *test)
{
    const build_where where = {.place = test->place, .field = "ends", .text = test->ends};
    const uint32_t ends = build_target(b, test->ends, test->place, "ends");

    if (ends == MODEL_NONE)
        return MODEL_NONE;

    const model_moment *moments = build_records(b, MODEL_S_MOMENTS);
    if (moments[ends].kind == MODEL_OUTCOME)
        return ends;
    build_find(b, "E105", &where, "Name the outcome that this play-through reaches.",
               "'%.*s' is a moment; a test ends at an outcome.", BUILD_SAY(test->ends));
    return MODEL_NONE;
}

static model_range build_holds(builder *b, const draft_test *test)
{
    const uint32_t first = build_count(b, MODEL_S_CONDITIONS);

    for (size_t i = 0; i < test->holds.count && !b->no_memory; i++) {
        const draft_text source = test->holds.at[i];
        const build_where where = {
            .place = test->place, .field = "holds", .text = source};
        model_condition condition = {.code = MODEL_NONE};

        condition.source = build_short_text(b, source, test->place, "holds");
        condition.code = build_truth(b, source, &where);
        BUILD_ADD(b, MODEL_S_CONDITIONS, &condition);
    }
    return (model_range){first, build_count(b, MODEL_S_CONDITIONS) - first};
}

static bool is_known(const builder *b, draft_text id)
{
    const build_table *const tables[] = {&b->places, &b->values, &b->skills, &b->intents};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (build_look(b, tables[i], id))
            return true;
    }
    return false;
}

/* What became of an id that was renamed; NULL: it was not. */
static const draft_renamed *renamed_from(const builder *b, draft_text id)
{
    const draft_renamed *all = b->draft->renamed.at;

    for (size_t i = 0; i < b->draft->renamed.count; i++) {
        if (all[i].from.length == id.length && id.at &&
            memcmp(all[i].from.at, id.at, id.length) == 0)
            return &all[i];
    }
    return NULL;
}

/* E101 for a name that leads to nothing, also by way of others. */
static void check_renamed(builder *b, const draft_renamed *pair)
{
    const build_where where = {.place = pair->place, .text = pair->to};
    const draft_renamed *next = pair;

    for (size_t i = 0; i < b->draft->renamed.count && next; i++) {
        if (is_known(b, next->to))
            return;
        if (!renamed_from(b, next->to)) {
            if (next == pair) /* else it is told of the one that leads to nothing */
                build_target(b, pair->to, pair->place, "renamed");
            return;
        }
        next = renamed_from(b, next->to);
        if (next == pair || next < pair) /* told of the first of a circle */
            break;
    }
    if (next == pair)
        build_find(b, "E101", &where, "Write the id that it has today.",
                   "'%.*s' is renamed in a circle: it leads back to itself.",
                   BUILD_SAY(pair->from));
}

static void build_renamed(builder *b)
{
    for (size_t i = 0; i < b->draft->renamed.count && !b->no_memory; i++) {
        const draft_renamed *pair = &b->draft->renamed.at[i];
        const model_renamed renamed = {
            build_short_text(b, pair->from, pair->place, "renamed"),
            build_short_text(b, pair->to, pair->place, "renamed"),
        };

        check_renamed(b, pair);
        BUILD_ADD(b, MODEL_S_RENAMED, &renamed);
    }
}

/* Last of all that is compiled: what only tests read does not make a counter matter. */
void build_tests(builder *b)
{
    b->code_of_tests = (uint32_t)b->compiler.code.count;
    for (size_t i = 0; i < b->draft->tests.count && !b->no_memory; i++) {
        const draft_test *test = &b->draft->tests.at[i];
        const model_test built = {
            .name = build_short_text(b, test->name, test->place, NULL),
            .play = build_texts(b, &test->play, test->place, "play"),
            .offered = build_texts(b, &test->offered, test->place, "offered"),
            .not_offered = build_texts(b, &test->not_offered, test->place, "not_offered"),
            .holds = build_holds(b, test),
            .ends = find_end(b, test),
            .place = build_place(test->place),
        };
        BUILD_ADD(b, MODEL_S_TESTS, &built);
    }
    build_renamed(b);
}
