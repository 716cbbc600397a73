/* The first pass over what is declared: speakers, meters, flags, skills. */
#include "model/builder.h"
#include "model/terms.h"

#include <stdio.h>
#include <string.h>

/* The id with _ for blanks and dashes; false (and "") when that is none either. */
static bool plain_of(char *out, size_t room, draft_text id)
{
    out[0] = '\0';
    if (id.length == 0 || id.length >= room)
        return false;
    for (size_t i = 0; i <= id.length; i++)
        out[i] = i == id.length                       ? '\0'
                 : id.at[i] == ' ' || id.at[i] == '-' ? '_'
                                                      : id.at[i];
    if (!model_is_plain_id(out, id.length))
        out[0] = '\0';
    return out[0] != '\0';
}

/* Whether `id` may be what a meter, flag, skill or intent is called. */
static bool is_plain(builder *b, const char *what, draft_text id, draft_place place)
{
    const build_where where = {.place = place, .text = id};

    if (id.length > 0 && id.length <= MODEL_MAX_WORDS &&
        model_is_plain_id(id.at, id.length))
        return true;
    char name[64], hint[160];
    const bool known = plain_of(name, sizeof name, id);
    snprintf(hint, sizeof hint,
             "Use letters a to z, digits and _, and begin with a letter%s%s%s.",
             known ? ": \"" : "", name, known ? "\"" : "");
    build_find(b, "E105", &where, hint, "'%.*s' cannot be what a %s is called.",
               BUILD_SAY(id), what);
    return false;
}

/* "trust-level" in "trust-level +5" */
static bool holds_wrong(draft_text text, draft_text id)
{
    if (id.length == 0 || !text.at || model_is_plain_id(id.at, id.length))
        return false;
    for (size_t at = 0; at + id.length <= text.length; at++) {
        if (memcmp(text.at + at, id.at, id.length) == 0)
            return true;
    }
    return false;
}

bool build_holds_wrong_id(const builder *b, draft_text text)
{
    const model_draft *draft = b->draft;
    bool found = false;

    for (size_t i = 0; i < draft->meters.count && !found; i++)
        found = holds_wrong(text, draft->meters.at[i].id);
    for (size_t i = 0; i < draft->flags.count && !found; i++)
        found = holds_wrong(text, draft->flags.at[i].id);
    for (size_t i = 0; i < draft->skills.count && !found; i++)
        found = holds_wrong(text, draft->skills.at[i].id);
    for (size_t i = 0; i < draft->intents.count && !found; i++)
        found = holds_wrong(text, draft->intents.at[i].id);
    return found;
}

/* Enters a meter or flag. One that cannot be called so is entered all the same: whoever
 * uses it makes no second mistake. */
static void enter_value(builder *b, const char *what, draft_text id, draft_place place,
                        model_symbol symbol, model_text key)
{
    const build_where where = {.place = place, .text = id};
    const build_entry *before = build_look(b, &b->values, id);

    if (!is_plain(b, what, id, place)) {
        if (id.length == 0)
            return;
    } else if (model_is_condition_word(id.at, id.length)) {
        build_find(b, "E103", &where, "Give it another name.",
                   "'%.*s' is a word of conditions, so no %s can be called so.",
                   BUILD_SAY(id), what);
    } else if (before) {
        build_twice(b, before->kind == (uint32_t)symbol.kind ? what : "name", id,
                    before->place, place);
    }
    if (!before)
        build_enter(b, &b->values, key, symbol, place);
}

/* A slip in what a portrait has. The list is open: what is like none
 * of it may be for another version. */
static void check_portrait(builder *b, const draft_pair *pair, draft_place place)
{
    const build_where where = {.place = place, .field = "portrait", .text = pair->key};
    model_nearest near = model_near_begin(pair->key.at, pair->key.length);
    char hint[80];

    for (const char *const *term = model_portrait_terms; *term; term++)
        model_near_offer(&near, *term, strlen(*term));
    if (!near.best || near.distance == 0)
        return;
    snprintf(hint, sizeof hint, "Did you mean '%s'?", near.best);
    build_find(b, "E104", &where, hint, "a portrait has no '%.*s'", BUILD_SAY(pair->key));
}

static model_range build_portrait(builder *b, const draft_speaker *speaker)
{
    const uint32_t first = build_count(b, MODEL_S_PAIRS);

    for (size_t i = 0; i < speaker->portrait.count; i++) {
        const draft_pair *pair = &speaker->portrait.at[i];
        const model_pair built = {
            build_short_text(b, pair->key, speaker->place, "portrait"),
            build_short_text(b, pair->value, speaker->place, "portrait"),
        };
        check_portrait(b, pair, speaker->place);
        BUILD_ADD(b, MODEL_S_PAIRS, &built);
    }
    return (model_range){first, (uint32_t)speaker->portrait.count};
}

static void build_speaker(builder *b, const draft_speaker *speaker)
{
    const draft_place place = speaker->place;
    const build_where patience = {.place = place, .field = "patience"};
    const bool given = speaker->patience.den != 0;
    model_speaker built = {
        .name = build_short_text(b, speaker->name, place, NULL),
        .about = build_short_text(b, speaker->about, place, "about"),
        .pronoun = build_short_text(b, speaker->pronoun, place, "pronoun"),
        .portrait = build_portrait(b, speaker),
        .patience =
            given ? base_number_fraction(speaker->patience.num, speaker->patience.den)
                  : base_number_whole(1),
        .customer = speaker->customer,
        .library = build_in_library(b, place),
        .place = build_place(place),
    };

    if (given && speaker->patience.num <= 0)
        build_find(b, "E105", &patience, "1 is as usual, below 1 is less patient.",
                   "The patience must be more than 0.");
    BUILD_ADD(b, MODEL_S_SPEAKERS, &built);
}

/* A whole-number field of a meter, held to what a meter can be. */
static int32_t meter_number(builder *b, int64_t value, int32_t otherwise,
                            draft_place place, const char *field)
{
    const build_where where = {.place = place, .field = field};

    if (value == DRAFT_UNSET)
        return otherwise;
    if (-MODEL_METER_LIMIT <= value && value <= MODEL_METER_LIMIT)
        return (int32_t)value;
    build_find(b, "E105", &where, "Write a smaller number.",
               "%s is outside -%d to %d, what a meter can hold.", field,
               MODEL_METER_LIMIT, MODEL_METER_LIMIT);
    return otherwise;
}

static void read_range(builder *b, model_meter *built, const draft_meter *meter)
{
    const bool given = meter->start != DRAFT_UNSET;
    const build_where start = {.place = meter->place,
                               .field = given ? "start" : NULL,
                               .text = given ? (draft_text){NULL, 0} : meter->id};
    const build_where max = {.place = meter->place,
                             .field = meter->max != DRAFT_UNSET ? "max" : "min"};
    const size_t before = b->findings->count;

    built->min = meter_number(b, meter->min, 0, meter->place, "min");
    built->max = meter_number(b, meter->max, 100, meter->place, "max");
    built->start = meter_number(b, meter->start, 50, meter->place, "start");
    if (b->findings->count != before)
        return;
    if (built->min > built->max)
        build_find(b, "E105", &max, "Write the smaller number behind min.",
                   "The meter '%.*s' goes from %d up to %d; min must not be over max.",
                   BUILD_SAY(meter->id), built->min, built->max);
    else if (built->start < built->min || built->start > built->max)
        build_find(b, "E105", &start, "Add start = and a number of its range.",
                   "The meter '%.*s' starts at %d, outside its range %d to %d.",
                   BUILD_SAY(meter->id), built->start, built->min, built->max);
}

static void read_drift(builder *b, model_meter *built, const draft_meter *meter)
{
    const build_where where = {
        .place = meter->place, .field = "drift", .text = meter->drift};

    if (!build_given(meter->drift))
        return;
    if (!model_read_drift(&built->drift_toward, &built->drift_by, meter->drift.at,
                          meter->drift.length))
        build_find(b, "E105", &where, "Write it like \"toward 45 by 2\".",
                   "The drift '%.*s' cannot be read.", BUILD_SAY(meter->drift));
    else if (built->drift_toward < built->min || built->drift_toward > built->max)
        build_find(b, "E105", &where, "Let it lead to a value that the meter can have.",
                   "The drift leads to %d, outside the meter's range %d to %d.",
                   built->drift_toward, built->min, built->max);
}

static void build_meter(builder *b, const draft_meter *meter)
{
    const draft_place place = meter->place;
    const build_where where = {.place = place, .field = "shows", .text = meter->shows};
    const model_text id = build_short_text(b, meter->id, place, NULL);
    model_meter built = {
        .id = id,
        .label = build_given(meter->label)
                     ? build_short_text(b, meter->label, place, "label")
                     : id,
        .low = build_short_text(b, meter->low, place, "low"),
        .high = build_short_text(b, meter->high, place, "high"),
        .drift_by = base_number_whole(0),
        .shows = build_word_of(b, meter->shows, &where, model_shows_terms,
                               MODEL_SHOWS_NOTHING),
        .hidden = meter->hidden,
        .library = build_in_library(b, place),
        .place = build_place(place),
    };
    const model_symbol symbol = {MODEL_SYMBOL_METER, build_count(b, MODEL_S_METERS)};

    read_range(b, &built, meter);
    read_drift(b, &built, meter);
    BUILD_ADD(b, MODEL_S_METERS, &built);
    enter_value(b, "meter", meter->id, place, symbol, id);
}

static void build_flag(builder *b, const draft_named *flag)
{
    const model_flag built = {
        .id = build_short_text(b, flag->id, flag->place, NULL),
        .meaning = build_short_text(b, flag->words, flag->place, NULL),
        .library = build_in_library(b, flag->place),
        .place = build_place(flag->place),
    };
    const model_symbol symbol = {MODEL_SYMBOL_FLAG, build_count(b, MODEL_S_FLAGS)};

    BUILD_ADD(b, MODEL_S_FLAGS, &built);
    enter_value(b, "flag", flag->id, flag->place, symbol, built.id);
}

static void build_skill(builder *b, const draft_named *skill)
{
    const model_text id = build_short_text(b, skill->id, skill->place, NULL);
    const model_skill built = {
        .id = id,
        .label = skill->words.length > 0
                     ? build_short_text(b, skill->words, skill->place, NULL)
                     : id,
        .library = build_in_library(b, skill->place),
        .place = build_place(skill->place),
    };
    const model_symbol symbol = {MODEL_SYMBOL_SKILL,
                                 BUILD_ADD(b, MODEL_S_SKILLS, &built)};
    const build_entry *before = build_look(b, &b->skills, skill->id);

    if (is_plain(b, "skill", skill->id, skill->place) && before)
        build_twice(b, "skill", skill->id, before->place, skill->place);
    if (!before)
        build_enter(b, &b->skills, id, symbol, skill->place);
}

/* The first one past a limit is told. */
static void too_many(builder *b, size_t count, unsigned limit, draft_place passing,
                     const char *what)
{
    const build_where where = {.place = passing};

    build_find(
        b, "E002", &where, "Use fewer, or split the scenario in two.",
        "There are %zu %s; a scenario can have %u, and this is the first too many.",
        count, what, limit);
}

/* The first customer's name is what {customer} becomes. */
static void name_customer(builder *b)
{
    for (size_t i = 0; i < b->draft->speakers.count; i++) {
        const draft_speaker *speaker = &b->draft->speakers.at[i];

        if (speaker->customer) {
            b->compiler.customer = speaker->name.at ? speaker->name.at : "";
            b->compiler.customer_length = speaker->name.length;
            return;
        }
    }
}

static void check_limits(builder *b)
{
    const model_draft *draft = b->draft;

    if (draft->meters.count > MODEL_MAX_METERS)
        too_many(b, draft->meters.count, MODEL_MAX_METERS,
                 draft->meters.at[MODEL_MAX_METERS].place, "meters");
    if (draft->flags.count > MODEL_MAX_FLAGS)
        too_many(b, draft->flags.count, MODEL_MAX_FLAGS,
                 draft->flags.at[MODEL_MAX_FLAGS].place, "flags");
}

void build_cast(builder *b)
{
    const model_draft *draft = b->draft;

    check_limits(b);
    name_customer(b);
    for (size_t i = 0; i < draft->speakers.count && !b->no_memory; i++)
        build_speaker(b, &draft->speakers.at[i]);
    for (size_t i = 0; i < draft->meters.count && !b->no_memory; i++)
        build_meter(b, &draft->meters.at[i]);
    for (size_t i = 0; i < draft->flags.count && !b->no_memory; i++)
        build_flag(b, &draft->flags.at[i]);
    for (size_t i = 0; i < draft->skills.count && !b->no_memory; i++)
        build_skill(b, &draft->skills.at[i]);
}
