/*
 * Conditions, effects and figures: text to code, functions to their numbers. One text is
 * at most 64 KiB, so the parts of an effect always fit the 16 bits they have.
 */
#include "model/builder.h"

static model_code compile(builder *b, draft_value value, const build_where *where,
                          model_want want)
{
    model_code code = MODEL_NONE;

    b->where = where;
    if (model_compile(&code, &b->compiler, value.text.at, value.text.length, want) ==
        EAR_E_NOMEM)
        build_no_memory(b);
    return code;
}

model_code build_truth(builder *b, draft_text text, const build_where *where)
{
    return compile(b, (draft_value){.text = text}, where, MODEL_WANT_TRUTH);
}

model_code build_when(builder *b, draft_value when, draft_place place)
{
    const build_where where = {.place = place, .field = "when", .text = when.text};

    if (when.function) {
        build_lint_function(b, when, place, "when");
        return MODEL_FUNCTION | when.function;
    }
    if (!build_given(when.text))
        return MODEL_NONE;
    return compile(b, when, &where, MODEL_WANT_TRUTH);
}

model_code build_figure(builder *b, draft_value of, draft_place place)
{
    const build_where where = {.place = place, .field = "of", .text = of.text};

    if (of.function) {
        build_lint_function(b, of, place, "of");
        return MODEL_FUNCTION | of.function;
    }
    return compile(b, of, &where, MODEL_WANT_NUMBER);
}

/* The changes that stand in a field; none where it was not given or cannot be read. */
static model_range changes(builder *b, const build_where *where,
                           ear_status (*compile_list)(model_range *, model_compiler *,
                                                      const char *, size_t))
{
    model_range range = {0, 0};

    if (!build_given(where->text))
        return range;
    b->where = where;
    if (compile_list(&range, &b->compiler, where->text.at, where->text.length) ==
        EAR_E_NOMEM)
        build_no_memory(b);
    return range;
}

static void add_set(builder *b, model_effect *effect, const build_where *where)
{
    const model_range range = changes(b, where, model_compile_set);

    effect->first_set = range.first;
    effect->sets = (uint16_t)range.count;
}

static void add_points(builder *b, model_effect *effect, const build_where *where)
{
    const model_range range = changes(b, where, model_compile_skill);

    effect->first_points = range.first;
    effect->points = (uint16_t)range.count;
}

static void add_mood(builder *b, model_effect *effect, draft_value mood,
                     const build_where *where)
{
    if (mood.function) {
        build_lint_function(b, mood, where->place, "mood");
        effect->opaque = 1;
        b->opaque_mood = true;
        effect->function = MODEL_FUNCTION | mood.function;
        return;
    }

    const model_range range = changes(b, where, model_compile_mood);
    effect->first_mood = range.first;
    effect->moods = (uint16_t)range.count;
}

model_effect build_effect(builder *b, const draft_effect *effect, draft_place place)
{
    const build_where set = {.place = place, .field = "set", .text = effect->set};
    const build_where mood = {.place = place, .field = "mood", .text = effect->mood.text};
    const build_where skill = {.place = place, .field = "skill", .text = effect->skill};
    model_effect built = {.function = MODEL_NONE};

    add_set(b, &built, &set);
    add_mood(b, &built, effect->mood, &mood);
    add_points(b, &built, &skill);
    return built;
}

model_effect build_set_statement(builder *b, const draft_statement *statement)
{
    const build_where where = {.place = statement->place, .text = statement->words.text};
    model_effect built = {.function = MODEL_NONE};

    add_set(b, &built, &where);
    return built;
}

model_effect build_mood_statement(builder *b, const draft_statement *statement)
{
    const build_where where = {.place = statement->place, .text = statement->words.text};
    model_effect built = {.function = MODEL_NONE};

    add_mood(b, &built, statement->words, &where);
    return built;
}

uint32_t build_rating(builder *b, int64_t rating, draft_place place)
{
    const build_where where = {.place = place, .field = "rating"};

    if (rating == DRAFT_UNSET)
        return 0;
    if (1 <= rating && rating <= 4)
        return (uint32_t)rating;
    build_find(b, "E105", &where, "Write 1 (harmful), 2, 3 or 4 (strong).",
               "The rating %lld is outside 1 to 4.", (long long)rating);
    return 0;
}
