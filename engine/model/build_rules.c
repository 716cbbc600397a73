/* Intents, rules and figures. */
#include "model/builder.h"

/* The name alone, so that everything else may use it: what it does is compiled later. */
static void declare_intent(builder *b, const draft_intent *intent)
{
    const build_where where = {.place = intent->place, .text = intent->id};
    const model_text id = build_short_text(b, intent->id, intent->place, NULL);
    const model_intent built = {
        .id = id,
        .effect = {.function = MODEL_NONE},
        .fades = base_number_whole(1),
        .place = build_place(intent->place),
    };
    const model_symbol symbol = {MODEL_SYMBOL_INTENT,
                                 BUILD_ADD(b, MODEL_S_INTENTS, &built)};
    const build_entry *before = build_look(b, &b->intents, intent->id);

    if (intent->id.length == 0 || !model_is_plain_id(intent->id.at, intent->id.length))
        build_find(b, "E105", &where,
                   "Use letters a to z, digits and _, and begin with a letter.",
                   "'%.*s' cannot be what an intent is called.", BUILD_SAY(intent->id));
    else if (before)
        build_twice(b, "intent", intent->id, before->place, intent->place);
    if (!before)
        build_enter(b, &b->intents, id, symbol, intent->place);
}

void build_declare_intents(builder *b)
{
    for (size_t i = 0; i < b->draft->intents.count && !b->no_memory; i++)
        declare_intent(b, &b->draft->intents.at[i]);
}

static base_number read_fades(builder *b, const draft_intent *intent)
{
    const build_where where = {.place = intent->place, .field = "fades"};

    if (intent->fades.den == 0)
        return base_number_whole(1);

    const base_number fades = base_number_fraction(intent->fades.num, intent->fades.den);
    if (fades.num >= 0 && base_number_compare(fades, base_number_whole(1)) <= 0)
        return fades;
    build_find(b, "E105", &where, "1 keeps its full effect, 0.6 loses a good third.",
               "fades must be between 0 and 1.");
    return base_number_whole(1);
}

static void build_intent(builder *b, uint32_t index)
{
    const draft_intent *intent = &b->draft->intents.at[index];
    const model_intent *before = build_records(b, MODEL_S_INTENTS);
    model_intent built = before[index];

    built.label = build_given(intent->label)
                      ? build_short_text(b, intent->label, intent->place, "label")
                      : built.id;
    built.effect = build_effect(b, &intent->effect, intent->place);
    built.fades = read_fades(b, intent);
    built.rating = build_rating(b, intent->rating, intent->place);
    built.library = build_in_library(b, intent->place);
    if (!b->no_memory)
        ((model_intent *)build_records(b, MODEL_S_INTENTS))[index] = built;
}

void build_intents(builder *b)
{
    for (size_t i = 0; i < b->draft->intents.count && !b->no_memory; i++)
        build_intent(b, (uint32_t)i);
}

static void build_rule(builder *b, const draft_rule *rule)
{
    const draft_place place = rule->place;
    /* One after the other: the order in which intents are first named numbers them. */
    const model_code when = build_when(b, rule->when, place);
    const model_effect effect = build_effect(b, &rule->effect, place);
    const model_rule built = {
        .name = build_short_text(b, rule->name, place, NULL),
        .thinks = build_words(b, rule->thinks, place, "thinks", BUILD_READ),
        .why = build_words(b, rule->why, place, "why", BUILD_READ),
        .effect = effect,
        .when = when,
        .go = build_target(b, rule->go, place, "go"),
        .once = rule->once,
        .library = build_in_library(b, place),
        .place = build_place(place),
    };

    BUILD_ADD(b, MODEL_S_RULES, &built);
}

void build_rules(builder *b)
{
    b->compiler.in_rule = true;
    for (size_t i = 0; i < b->draft->rules.count && !b->no_memory; i++)
        build_rule(b, &b->draft->rules.at[i]);
    b->compiler.in_rule = false;
}

static void read_bounds(builder *b, model_kpi *built, const draft_kpi *kpi)
{
    const build_where where = {.place = kpi->place, .field = "max"};

    built->min = built->max = base_number_whole(0);
    if (kpi->min.den != 0) {
        built->min = base_number_fraction(kpi->min.num, kpi->min.den);
        built->bounded |= 1;
    }
    if (kpi->max.den != 0) {
        built->max = base_number_fraction(kpi->max.num, kpi->max.den);
        built->bounded |= 2;
    }
    if (built->bounded == 3 && base_number_compare(built->min, built->max) > 0)
        build_find(b, "E105", &where, "Write the smaller number behind min.",
                   "The figure '%.*s' has min over max.", BUILD_SAY(kpi->id));
}

static void enter_kpi(builder *b, const draft_kpi *kpi, model_text key, uint32_t index)
{
    const build_where where = {.place = kpi->place, .text = kpi->id};
    const build_entry *before = build_look(b, &b->kpis, kpi->id);

    if (kpi->id.length == 0)
        build_find(b, "E105", &where, "Write kpi \"felt\" { of = \"calm\" }.",
                   "A kpi needs an id.");
    else if (before)
        build_twice(b, "kpi", kpi->id, before->place, kpi->place);
    else
        build_enter(b, &b->kpis, key, (model_symbol){.index = index}, kpi->place);
}

static void build_kpi(builder *b, const draft_kpi *kpi)
{
    static const char *const better[] = {"higher", "lower", NULL};
    const draft_place place = kpi->place;
    const build_where where = {.place = place, .field = "better", .text = kpi->better};
    const build_where itself = {.place = place};
    const model_text id = build_short_text(b, kpi->id, place, NULL);
    model_kpi built = {
        .id = id,
        .label = build_given(kpi->label) ? build_short_text(b, kpi->label, place, "label")
                                         : id,
        .unit = build_short_text(b, kpi->unit, place, "unit"),
        .of = MODEL_NONE,
        .lower_is_better = build_word_of(b, kpi->better, &where, better, 0),
        .library = build_in_library(b, place),
        .place = build_place(place),
    };

    read_bounds(b, &built, kpi);
    if (kpi->of.function || build_given(kpi->of.text))
        built.of = build_figure(b, kpi->of, place);
    else
        build_find(b, "E105", &itself, "Add of = \"...\", what it is computed from.",
                   "The kpi '%.*s' has no formula.", BUILD_SAY(kpi->id));

    const uint32_t index = BUILD_ADD(b, MODEL_S_KPIS, &built);
    if (!b->no_memory)
        enter_kpi(b, kpi, id, index);
}

void build_kpis(builder *b)
{
    for (size_t i = 0; i < b->draft->kpis.count && !b->no_memory; i++)
        build_kpi(b, &b->draft->kpis.at[i]);
}
