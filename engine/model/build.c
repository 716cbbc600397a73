#include "model/builder.h"

#include "base/fail.h"

#include <string.h>

uint32_t build_add(builder *b, model_section section, const void *record, size_t size)
{
    base_bytes *bytes = &b->sections[section];
    const size_t index = bytes->length / size;

    if (!base_bytes_add(bytes, record, size))
        build_no_memory(b);
    return (uint32_t)index;
}

void build_enter(builder *b, build_table *table, model_text key, model_symbol symbol,
                 draft_place place)
{
    const build_entry entry = {
        .key = key, .kind = (uint32_t)symbol.kind, .index = symbol.index, .place = place};

    if (b->no_memory || !build_table_add(table, &b->sections[MODEL_S_TEXT], entry))
        build_no_memory(b);
}

const build_entry *build_look(const builder *b, const build_table *table, draft_text id)
{
    return build_table_find(table, &b->sections[MODEL_S_TEXT], id.at ? id.at : "",
                            id.length);
}

void *build_records(const builder *b, model_section section)
{
    return b->sections[section].at;
}

model_place build_place(draft_place place)
{
    return (model_place){
        .line = place.line,
        .file = (uint16_t)place.file,
    };
}

/* What is wrong with the file as a whole, told only when nothing else is: a file without
 * `scenario` may be a part of one that has other troubles. */
static void check_whole(builder *b)
{
    const build_where top = {.place = b->draft->scenario.place};
    const bool errors = model_findings_count(b->findings, MODEL_ERROR) > 0;
    bool moment = false;

    for (size_t i = 0; i < b->draft->statements.count && !moment; i++)
        moment = b->draft->statements.at[i].kind == DRAFT_MOMENT;
    if (!b->draft->has_scenario) {
        if (!errors)
            build_find(
                b, "E105", &top, "Begin the file with scenario \"Title\" {}",
                "This file has no scenario statement, so there is nothing to play.");
        return;
    }
    if (!moment && !errors)
        build_find(b, "E105", &top, "Write moment \"start\" and what is said in it.",
                   "This scenario has no moment, so there is nothing to play.");
}

/* Beyond these the scenario is not looked at any further. */
static bool within_limits(builder *b)
{
    uint32_t moments = 0, statements = 0;

    for (size_t i = 0; i < b->draft->statements.count; i++) {
        const draft_statement *statement = &b->draft->statements.at[i];
        const bool opens =
            statement->kind == DRAFT_MOMENT || statement->kind == DRAFT_OUTCOME;
        const build_where where = {.place = statement->place};

        moments += opens;
        statements += !opens && statement->kind != DRAFT_DROPPED;
        if (moments <= MODEL_MAX_MOMENTS && statements <= MODEL_MAX_STATEMENTS)
            continue;
        build_find(b, "E002", &where, "Split the scenario in two.",
                   "This is %s %u; a scenario can have %u.",
                   opens ? "moment or outcome" : "statement",
                   opens ? moments : statements,
                   opens ? MODEL_MAX_MOMENTS : MODEL_MAX_STATEMENTS);
        return false;
    }
    return true;
}

/* Declares, then compiles: whatever is named may stand anywhere in the file. */
static void build_all(builder *b)
{
    build_cast(b);
    build_declare_intents(b);
    build_ids(b);
    if (b->no_memory)
        return;
    build_scenario(b);
    build_intents(b);
    build_rules(b);
    build_kpis(b);
    if (!b->no_memory)
        build_moments(b);
    if (!b->no_memory)
        build_tests(b);
    if (!b->no_memory)
        check_whole(b);
}

static void finish(base_bytes *image, builder *b)
{
    model_header header = {0};

    if (model_findings_count(b->findings, MODEL_ERROR) > 0)
        return;
    build_counters(b, &header);
    if (!b->no_memory)
        build_lint(b);
    if (!b->no_memory)
        build_layout(image, b, &header);
}

static void release(builder *b)
{
    for (int s = 0; s < MODEL_SECTIONS; s++)
        base_bytes_release(&b->sections[s]);
    model_compiler_release(&b->compiler);
    build_table_release(&b->values);
    build_table_release(&b->skills);
    build_table_release(&b->intents);
    build_table_release(&b->places);
    build_table_release(&b->kpis);
    build_table_release(&b->rows);
    build_table_release(&b->repeats);
    base_bytes_release(&b->line_ids);
    base_bytes_release(&b->reply_ids);
    base_bytes_release(&b->scratch);
}

/* What an absent text and absent words point at. */
static void add_nothing(builder *b)
{
    const model_words none = {.function = MODEL_NONE};

    base_bytes_char(&b->sections[MODEL_S_TEXT], '\0');
    if (b->sections[MODEL_S_TEXT].failed)
        build_no_memory(b);
    BUILD_ADD(b, MODEL_S_WORDS, &none);
}

ear_status model_build(base_bytes *image, const model_draft *draft,
                       model_findings *findings, ear_error *err)
{
    builder b = {.draft = draft, .findings = findings};

    build_names_begin(&b);
    add_nothing(&b);
    if (!b.no_memory && within_limits(&b))
        build_all(&b);
    if (!b.no_memory)
        finish(image, &b);

    const bool failed = b.no_memory || findings->failed;
    release(&b);
    if (failed) {
        base_bytes_release(image);
        return base_fail_memory(err);
    }
    return EAR_OK;
}
