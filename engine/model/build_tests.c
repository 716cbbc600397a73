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
    const char *at = id.at ? id.at : "";

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (build_look(b, tables[i], id))
            return true;
    }
    for (size_t i = 0; i < b->draft->renamed.count; i++) {
        const draft_text old = b->draft->renamed.at[i].key; /* renamed once more */
        if (old.length == id.length && memcmp(old.at, at, id.length) == 0)
            return true;
    }
    return false;
}

static void build_renamed(builder *b)
{
    for (size_t i = 0; i < b->draft->renamed.count && !b->no_memory; i++) {
        const draft_pair *pair = &b->draft->renamed.at[i];
        const draft_place anywhere = {0, 0};
        const model_renamed renamed = {
            build_short_text(b, pair->key, anywhere, "renamed"),
            build_short_text(b, pair->value, anywhere, "renamed"),
        };

        if (!is_known(b, pair->value))
            build_target(b, pair->value, anywhere, NULL);
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
