/* Names: looked up for the compiler and for fields, with the nearest one when there is
 * none. What is said then: build_unknown.c. */
#include "model/builder.h"
#include "model/terms.h"

#include <string.h>

#define LONG_LIST 1000u

/* Known without being declared, as labels with no effect of their own. */
static const char *const known_intents[] = {
    "acknowledge", "act",    "apologise", "ask",    "blame", "confirm", "explain",
    "interrupt",   "listen", "minimise",  "offer",  "own",   "policy",  "promise",
    "reflect",     "repeat", "rephrase",  "script", "vague", "verify",  "warmth",
};
#define KNOWN_INTENTS (sizeof known_intents / sizeof *known_intents)

static build_table *table_of(builder *b, model_space space)
{
    switch (space) {
    case MODEL_SPACE_VALUES:
        return &b->values;
    case MODEL_SPACE_INTENTS:
        return &b->intents;
    case MODEL_SPACE_SKILLS:
        return &b->skills;
    default:
        return &b->places;
    }
}

const build_entry *build_find_name(builder *b, model_space space, const char *name,
                                   size_t length)
{
    return build_look(b, table_of(b, space), (draft_text){name, length});
}

bool model_is_known_intent(const char *name, size_t length)
{
    for (size_t i = 0; i < KNOWN_INTENTS; i++) {
        if (strlen(known_intents[i]) == length &&
            memcmp(known_intents[i], name, length) == 0)
            return true;
    }
    return false;
}

/* A known intent gets its record when it is first used. */
static const build_entry *use_known_intent(builder *b, const char *name, size_t length)
{
    if (!model_is_known_intent(name, length))
        return NULL;

    const model_text id = build_text(b, (draft_text){name, length});
    const model_intent intent = {
        .id = id,
        .label = id,
        .effect = {.function = MODEL_NONE},
        .fades = base_number_whole(1),
        .library = 1,
    };
    const model_symbol symbol = {MODEL_SYMBOL_INTENT,
                                 BUILD_ADD(b, MODEL_S_INTENTS, &intent)};

    build_enter(b, &b->intents, id, symbol, (draft_place){0, 0});
    return b->no_memory ? NULL : build_find_name(b, MODEL_SPACE_INTENTS, name, length);
}

static bool find_name(void *user, model_space space, const char *name, size_t length,
                      model_symbol *out)
{
    builder *b = user;
    const build_entry *entry = build_find_name(b, space, name, length);

    if (!entry && space == MODEL_SPACE_INTENTS)
        entry = use_known_intent(b, name, length);
    if (!entry)
        return false;
    *out = (model_symbol){(model_symbol_kind)entry->kind, entry->index};
    return true;
}

static void offer_table(const builder *b, const build_table *table, unsigned kinds,
                        model_nearest *near)
{
    const char *text = base_bytes_string(&b->sections[MODEL_S_TEXT]);

    if (table->count > LONG_LIST && build_many_unknown(b))
        return;
    for (uint32_t i = 0; i < table->room; i++) {
        const build_entry *entry = &table->slots[i];

        if (entry->index != MODEL_NONE &&
            (kinds == 0 || (kinds & MODEL_KIND(entry->kind)) != 0))
            model_near_offer(near, text + entry->key.at, entry->key.length);
    }
}

/* A skill or intent that bears this label: it was meant, whatever else is near. */
static void offer_label(model_nearest *near, draft_text id, draft_text label)
{
    if (label.length != near->length || label.length == 0 ||
        memcmp(label.at, near->word, label.length) != 0)
        return;
    near->best = id.at;
    near->best_length = id.length;
    near->distance = 0;
}

static void offer_labels(const builder *b, model_space space, model_nearest *near)
{
    const model_draft *draft = b->draft;

    for (size_t i = 0; space == MODEL_SPACE_SKILLS && i < draft->skills.count; i++)
        offer_label(near, draft->skills.at[i].id, draft->skills.at[i].words);
    for (size_t i = 0; space == MODEL_SPACE_INTENTS && i < draft->intents.count; i++)
        offer_label(near, draft->intents.at[i].id, draft->intents.at[i].label);
}

static void offer_names(void *user, model_space space, unsigned kinds,
                        model_nearest *near)
{
    builder *b = user;

    b->suggestions++;
    offer_labels(b, space, near);
    offer_table(b, table_of(b, space), kinds, near);
    for (size_t i = 0; space == MODEL_SPACE_INTENTS && i < KNOWN_INTENTS; i++)
        model_near_offer(near, known_intents[i], strlen(known_intents[i]));
}

static bool keep_text(void *user, const char *text, size_t length, model_text *out)
{
    builder *b = user;

    *out = build_text(b, (draft_text){text, length});
    return !b->no_memory;
}

static void hear_complaint(void *user, const model_complaint *complaint)
{
    builder *b = user;
    build_where where = *b->where;

    if (build_holds_wrong_id(b, where.text))
        return;
    where.offset += complaint->column ? complaint->column - 1 : 0;
    build_find(b, complaint->code, &where, complaint->hint, "%s", complaint->message);
}

void build_names_begin(builder *b)
{
    b->resolver = (model_resolver){find_name, offer_names, keep_text, hear_complaint, b};
    b->compiler.names = &b->resolver;
}

/* The known name that is nearest to the one that is not. */
static model_nearest nearest(builder *b, draft_text name, model_space space)
{
    model_nearest near = model_near_begin(name.at, name.length);

    if (space == MODEL_SPACE_PLACES) {
        b->suggestions++;
        offer_table(b, &b->places, MODEL_KIND(MODEL_SYMBOL_MOMENT), &near);
    } else {
        offer_names(b, space, 0, &near);
    }
    return near;
}

static void unknown(builder *b, const build_where *where, model_space space,
                    const char *what)
{
    const draft_text name = {where->text.at + where->offset, where->text.length};
    const model_nearest near = nearest(b, name, space);

    build_unknown_name(b, where, space, what, &near);
}

/* The moment or outcome `id`; `what` is what may stand there. */
static uint32_t find_place(builder *b, draft_text id, const build_where *where,
                           const char *what)
{
    if (!build_given(id))
        return MODEL_NONE;

    const build_entry *entry = build_find_name(b, MODEL_SPACE_PLACES, id.at, id.length);
    if (entry && entry->kind == MODEL_SYMBOL_MOMENT)
        return entry->index;
    if (entry && build_is_place(b, id)) /* told as E103: something bears its id too */
        return MODEL_NONE;
    unknown(b, where, MODEL_SPACE_PLACES, what);
    return MODEL_NONE;
}

uint32_t build_target(builder *b, draft_text id, draft_place place, const char *field)
{
    const build_where where = {.place = place, .field = field, .text = id};
    const bool ends = field && strcmp(field, "ends") == 0;
    const bool renamed = field && strcmp(field, "renamed") == 0;

    return find_place(b, id, &where,
                      ends      ? "outcome"
                      : renamed ? "id"
                                : "moment or outcome");
}

uint32_t build_visit(builder *b, draft_text id, draft_place place, const char *field)
{
    const build_where where = {.place = place, .field = field, .text = id};
    const uint32_t moment = find_place(b, id, &where, "moment");

    if (moment == MODEL_NONE)
        return MODEL_NONE;

    const model_moment *moments = build_records(b, MODEL_S_MOMENTS);
    if (moments[moment].kind == MODEL_MOMENT)
        return moment;
    build_find(b, "E105", &where, "Use go to reach an outcome.",
               "'%.*s' is an outcome: nothing comes back from it, so it cannot be %s.",
               BUILD_SAY(id),
               field && strcmp(field, "start") == 0 ? "the start" : "visited");
    return MODEL_NONE;
}

uint32_t build_skill_of(builder *b, draft_text id, draft_place place, const char *field)
{
    const build_where where = {.place = place, .field = field, .text = id};

    if (!build_given(id))
        return MODEL_NONE;

    const build_entry *entry = build_find_name(b, MODEL_SPACE_SKILLS, id.at, id.length);
    if (entry)
        return entry->index;
    unknown(b, &where, MODEL_SPACE_SKILLS, "skill");
    return MODEL_NONE;
}

uint32_t build_intent_of(builder *b, draft_text id, draft_place place, const char *field)
{
    const build_where where = {.place = place, .field = field, .text = id};
    model_symbol symbol;

    if (!build_given(id))
        return MODEL_NONE;
    if (find_name(b, MODEL_SPACE_INTENTS, id.at, id.length, &symbol))
        return symbol.index;
    if (!b->no_memory)
        unknown(b, &where, MODEL_SPACE_INTENTS, "intent");
    return MODEL_NONE;
}

uint32_t build_word_of(builder *b, draft_text word, const build_where *where,
                       const char *const *words, uint32_t otherwise)
{
    base_bytes hint = {0};

    if (!build_given(word))
        return otherwise;

    const uint32_t meant = model_term_of(words, word.at, word.length);
    if (words[meant])
        return meant;
    base_bytes_text(&hint, "Write ");
    for (uint32_t i = 0; words[i]; i++) {
        const char *between = i == 0 ? "" : words[i + 1] ? ", " : " or ";
        base_bytes_print(&hint, "%s\"%s\"", between, words[i]);
    }
    base_bytes_char(&hint, '.');
    if (hint.failed)
        build_no_memory(b);
    build_find(b, "E105", where, base_bytes_string(&hint),
               "'%.*s' is nothing that %s can be.", BUILD_SAY(word), where->field);
    base_bytes_release(&hint);
    return otherwise;
}

static draft_text trim(draft_text text)
{
    while (text.length > 0 && strchr(" \t\r\n", text.at[0])) {
        text.at++;
        text.length--;
    }
    while (text.length > 0 && strchr(" \t\r\n", text.at[text.length - 1]))
        text.length--;
    return text;
}

static void add_intents(builder *b, draft_text list, draft_place place, const char *field)
{
    while (list.length > 0 && !b->no_memory) {
        const char *comma = memchr(list.at, ',', list.length);
        const size_t length = comma ? (size_t)(comma - list.at) : list.length;
        const draft_text name = trim((draft_text){list.at, length});
        const size_t step = comma ? length + 1 : length;

        if (name.length > 0) {
            const uint32_t intent = build_intent_of(b, name, place, field);
            BUILD_ADD(b, MODEL_S_INDEXES, &intent);
        }
        list.at += step;
        list.length -= step;
    }
}

model_range build_intents_of(builder *b, const draft_list *list, draft_place place,
                             const char *field)
{
    const uint32_t first = build_count(b, MODEL_S_INDEXES);

    for (size_t i = 0; i < list->count; i++)
        add_intents(b, list->at[i], place, field);
    return (model_range){first, build_count(b, MODEL_S_INDEXES) - first};
}
