/* Names: looked up for the compiler and for fields, with the nearest one when there is
 * none. */
#include "model/builder.h"

#include <string.h>

/* After so many unknown names the nearest is no longer looked for in long lists. */
#define MANY_SUGGESTIONS 200u
#define LONG_LIST        1000u

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

static const build_entry *find_entry(builder *b, model_space space, const char *name,
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
    return b->no_memory ? NULL : find_entry(b, MODEL_SPACE_INTENTS, name, length);
}

static bool find_name(void *user, model_space space, const char *name, size_t length,
                      model_symbol *out)
{
    builder *b = user;
    const build_entry *entry = find_entry(b, space, name, length);

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

    if (table->count > LONG_LIST && b->suggestions > MANY_SUGGESTIONS)
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

static bool is_same(draft_text a, draft_text b)
{
    return a.length == b.length && a.length > 0 && memcmp(a.at, b.at, a.length) == 0;
}

/* The moment or outcome that bears this title or label; an empty text when none does. */
static draft_text titled(const builder *b, draft_text title)
{
    const draft_statement *statement = b->draft->statements.at;

    for (size_t i = 0; i < b->draft->statements.count; i++, statement++) {
        if (statement->kind != DRAFT_MOMENT && statement->kind != DRAFT_OUTCOME)
            continue;
        const draft_text own = statement->as.moment->title;
        const draft_text label = statement->as.moment->label;
        if (is_same(own, title) || is_same(label, title))
            return statement->words.text;
    }
    return (draft_text){NULL, 0};
}

/* go = "end": the end of the conversation was meant. */
static bool is_end(draft_text name)
{
    return name.length == 3 && (name.at[0] | 32) == 'e' && (name.at[1] | 32) == 'n' &&
           (name.at[2] | 32) == 'd';
}

/* The statement that would make the name known. */
static void hint_write_it(base_bytes *hint, model_space space, draft_text name,
                          const char *what)
{
    const bool ends =
        strcmp(what, "outcome") == 0 || (strcmp(what, "moment") != 0 && is_end(name));
    const char *verb = space == MODEL_SPACE_INTENTS  ? "intent"
                       : space == MODEL_SPACE_SKILLS ? "skill"
                       : ends                        ? "outcome"
                                                     : "moment";
    const char *rest = space == MODEL_SPACE_SKILLS            ? " \"what is practised\""
                       : ends || space == MODEL_SPACE_INTENTS ? " {}"
                                                              : "";

    if (name.length == 0 || name.length > 60 || memchr(name.at, '"', name.length))
        base_bytes_print(hint, "Write the name of %s %s between the quotes.",
                         strchr("aeiou", what[0]) ? "an" : "a", what);
    else if (strcmp(what, "id") == 0)
        base_bytes_print(hint, "Write the id that it has today.");
    else if (space == MODEL_SPACE_PLACES)
        base_bytes_print(hint, "Write %s \"%.*s\"%s and below it what is said there.",
                         verb, BUILD_SAY(name), rest);
    else
        base_bytes_print(hint, "Write %s \"%.*s\"%s above the first moment.", verb,
                         BUILD_SAY(name), rest);
}

/* What to write for a name that is not there, where it can be guessed. */
static void hint_unknown(builder *b, base_bytes *hint, const build_where *where,
                         model_space space, const char *what, const model_nearest *near)
{
    const draft_text name = where->text;
    const char *comma = memchr(name.at, ',', name.length);
    draft_text by_title = {NULL, 0};

    if (space == MODEL_SPACE_PLACES && b->suggestions < MANY_SUGGESTIONS)
        by_title = titled(b, name);
    if (by_title.at)
        base_bytes_print(hint, "That is a title; write its id: \"%.*s\".",
                         BUILD_SAY(by_title));
    else if (space == MODEL_SPACE_INTENTS && comma)
        base_bytes_print(hint, "A reply has one intent: write intent = \"%.*s\".",
                         (int)(comma - name.at), name.at);
    else if (space == MODEL_SPACE_PLACES && comma &&
             find_entry(b, space, name.at, (size_t)(comma - name.at)))
        base_bytes_print(hint, "It goes to one place: write \"%.*s\".",
                         (int)(comma - name.at), name.at);
    else if (near->best)
        base_bytes_print(hint, "Did you mean '%.*s'?", (int)near->best_length,
                         near->best);
    else
        hint_write_it(hint, space, name, what);
}

/* E101, with the nearest name if one is near. */
static void unknown(builder *b, const build_where *where, model_space space,
                    const char *what)
{
    const char *name = where->text.at + where->offset;
    const size_t length = where->text.length;
    model_nearest near = model_near_begin(name, length);
    base_bytes hint = {0};

    if (space == MODEL_SPACE_PLACES) {
        b->suggestions++;
        offer_table(b, &b->places, MODEL_KIND(MODEL_SYMBOL_MOMENT), &near);
    } else {
        offer_names(b, space, 0, &near);
    }
    hint_unknown(b, &hint, where, space, what, &near);
    if (hint.failed)
        build_no_memory(b);
    build_find(b, "E101", where, base_bytes_string(&hint), "There is no %s '%.*s'.", what,
               BUILD_SAY(where->text));
    base_bytes_release(&hint);
}

static bool is_moment(const builder *b, draft_text id)
{
    const draft_statement *statement = b->draft->statements.at;

    for (size_t i = 0; i < b->draft->statements.count; i++, statement++) {
        if ((statement->kind == DRAFT_MOMENT || statement->kind == DRAFT_OUTCOME) &&
            is_same(statement->words.text, id))
            return true;
    }
    return false;
}

/* The moment or outcome `id`; `what` is what may stand there. */
static uint32_t find_place(builder *b, draft_text id, const build_where *where,
                           const char *what)
{
    if (!build_given(id))
        return MODEL_NONE;

    const build_entry *entry = find_entry(b, MODEL_SPACE_PLACES, id.at, id.length);
    if (entry && entry->kind == MODEL_SYMBOL_MOMENT)
        return entry->index;
    if (entry && is_moment(b, id)) /* told as E103: something bears its id too */
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

    const build_entry *entry = find_entry(b, MODEL_SPACE_SKILLS, id.at, id.length);
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
    for (uint32_t i = 0; words[i]; i++) {
        if (strlen(words[i]) == word.length &&
            memcmp(words[i], word.at, word.length) == 0)
            return i;
    }
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
