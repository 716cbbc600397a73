/* What is said of the scenario as a whole: its card, framework, screen, questions. */
#include "model/builder.h"
#include "model/terms.h"

static model_range build_framework(builder *b)
{
    const draft_framework *framework = &b->draft->framework;
    const uint32_t first = build_count(b, MODEL_S_STEPS);

    if (!b->draft->has_framework)
        return (model_range){0, 0};
    for (size_t i = 0; i < framework->count && !b->no_memory; i++) {
        const model_step step = {
            .name = build_short_text(b, framework->steps[i].name, framework->place, NULL),
            .intents =
                build_intents_of(b, &framework->steps[i].intents, framework->place, NULL),
        };
        BUILD_ADD(b, MODEL_S_STEPS, &step);
    }
    return (model_range){first, build_count(b, MODEL_S_STEPS) - first};
}

/* Minutes in tenths. */
static uint32_t read_minutes(builder *b, const draft_scenario *scenario)
{
    const build_where where = {.place = scenario->place, .field = "minutes"};
    const base_number minutes = scenario->minutes;

    if (minutes.den == 0)
        return 0;
    if (minutes.num > 0 && minutes.num / minutes.den <= 1440)
        return (uint32_t)base_number_round(
            base_number_multiply(minutes, base_number_whole(10)));
    build_find(b, "E105", &where, "Write how many minutes it takes, as minutes = 8.",
               "The minutes must be more than 0 and at most 1440.");
    return 0;
}

/* The first moment, unless the scenario names another. */
static uint32_t find_start(builder *b)
{
    const draft_scenario *scenario = &b->draft->scenario;
    const model_moment *moments = build_records(b, MODEL_S_MOMENTS);

    if (build_given(scenario->start))
        return build_visit(b, scenario->start, scenario->place, "start");
    for (uint32_t i = 0; i < build_count(b, MODEL_S_MOMENTS); i++) {
        if (moments[i].kind == MODEL_MOMENT)
            return i;
    }
    return MODEL_NONE;
}

static uint32_t find_customer(const builder *b)
{
    for (size_t i = 0; i < b->draft->speakers.count; i++) {
        if (b->draft->speakers.at[i].customer)
            return (uint32_t)i;
    }
    return MODEL_NONE;
}

static uint32_t find_notice_skill(const builder *b)
{
    const build_entry *entry = build_look(b, &b->skills, (draft_text){"notice", 6});

    return entry ? entry->index : MODEL_NONE;
}

model_range build_cells(builder *b, const draft_pairs *pairs, draft_place place)
{
    const uint32_t first = build_count(b, MODEL_S_CELLS);

    for (size_t i = 0; i < pairs->count && !b->no_memory; i++) {
        const draft_text name = pairs->at[i].key;
        const build_entry *row = build_look(b, &b->rows, name);
        model_cell cell = {.row = row ? row->index : build_count(b, MODEL_S_ROWS)};

        if (!row) {
            const model_text key = build_short_text(b, name, place, NULL);

            BUILD_ADD(b, MODEL_S_ROWS, &key);
            build_enter(b, &b->rows, key, (model_symbol){.index = cell.row}, place);
        }
        cell.value = build_words(b, pairs->at[i].value, place, NULL, BUILD_READ);
        BUILD_ADD(b, MODEL_S_CELLS, &cell);
    }
    return (model_range){first, build_count(b, MODEL_S_CELLS) - first};
}

static void build_reflects(builder *b)
{
    for (size_t i = 0; i < b->draft->reflects.count && !b->no_memory; i++) {
        const draft_named *reflect = &b->draft->reflects.at[i];
        const model_words words =
            build_words(b, reflect->words, reflect->place, NULL, BUILD_READ);

        BUILD_ADD(b, MODEL_S_REFLECTS, &words);
    }
}

static void build_files(builder *b)
{
    for (size_t i = 0; i < b->draft->files.count; i++) {
        const model_text name = build_text(b, b->draft->files.at[i].name);
        BUILD_ADD(b, MODEL_S_FILES, &name);
    }
}

static void build_info(builder *b)
{
    static const char *const roles[] = {"agent", "leader", NULL};
    const draft_scenario *scenario = &b->draft->scenario;
    const draft_place place = scenario->place;
    const build_where channel = {place, "channel", scenario->channel, 0};
    const build_where role = {place, "role", scenario->role, 0};
    const draft_framework *framework = &b->draft->framework;
    model_info info = {
        .id = build_text(b, b->draft->id),
        .title = build_short_text(b, scenario->title, place, NULL),
        .brief = build_words(b, scenario->brief, place, "brief", BUILD_READ),
        .goal = build_words(b, scenario->goal, place, "goal", BUILD_READ),
        .level = build_short_text(b, scenario->level, place, "level"),
        .tags = build_texts(b, &scenario->tags, place, "tags"),
        .framework = build_framework(b),
        .framework_name = build_short_text(b, framework->name, framework->place, NULL),
        .channel = build_word_of(b, scenario->channel, &channel, model_channel_terms,
                                 MODEL_CHAT),
        .leader = build_word_of(b, scenario->role, &role, roles, 0),
        .timed = scenario->timed,
        .minutes = read_minutes(b, scenario),
        .start = find_start(b),
        .customer = find_customer(b),
        .notice_skill = find_notice_skill(b),
        .functions = b->draft->functions,
        .place = build_place(place),
    };

    BUILD_ADD(b, MODEL_S_INFO, &info);
}

void build_scenario(builder *b)
{
    build_files(b);
    if (!b->no_memory)
        build_info(b);
    build_reflects(b);

    const model_range screen = build_cells(b, &b->draft->screen, (draft_place){0, 0});
    BUILD_ADD(b, MODEL_S_SCREEN, &screen);
}
