/* Skills never practised, flags never set or read, meters never changed or shown. */
#include "model/builder.h"

#include <stdlib.h>

/* What is done with a skill, flag or meter. */
enum {
    USE_READ = 1, /* by a condition, a figure, braces or Lua */
    USE_CHANGED = 2
};

typedef struct uses {
    builder *b;
    uint8_t *meters;
    uint8_t *flags;
    uint8_t *skills;
} uses;

static void note_code(const uses *u)
{
    const model_compiler *c = &u->b->compiler;

    for (size_t i = 0; i < c->code.count; i++) {
        const uint32_t op = c->code.at[i] & 0xff, arg = c->code.at[i] >> 8;

        if (model_op_names(op) == MODEL_NAMES_METER)
            u->meters[model_op_thing(op, arg)] |= USE_READ;
        if (model_op_names(op) == MODEL_NAMES_FLAG)
            u->flags[arg] |= USE_READ;
        i += model_op_more(op);
    }
}

static void note_records(const uses *u)
{
    const model_compiler *c = &u->b->compiler;
    const model_notice *notices = build_records(u->b, MODEL_S_NOTICES);

    for (size_t i = 0; i < c->moods.count; i++)
        u->meters[c->moods.at[i].meter] |= USE_CHANGED;
    for (size_t i = 0; i < c->sets.count; i++)
        u->flags[c->sets.at[i].flag] |= USE_CHANGED;
    for (size_t i = 0; i < c->points.count; i++)
        u->skills[c->points.at[i].skill] |= USE_CHANGED;
    for (size_t i = 0; i < c->pieces.count; i++) {
        if (c->pieces.at[i].insert == MODEL_INSERT_METER)
            u->meters[c->pieces.at[i].index] |= USE_READ;
        if (c->pieces.at[i].insert == MODEL_INSERT_FLAG)
            u->flags[c->pieces.at[i].index] |= USE_READ;
    }
    for (uint32_t i = 0; i < build_count(u->b, MODEL_S_NOTICES); i++) {
        if (notices[i].skill != MODEL_NONE && notices[i].answer != MODEL_NONE)
            u->skills[notices[i].skill] |= USE_CHANGED;
    }
}

/* A function may read everything; one that is a `mood` may change every meter. */
static void note_functions(const uses *u)
{
    if (u->b->draft->functions == 0)
        return;
    for (uint32_t i = 0; i < build_count(u->b, MODEL_S_METERS); i++)
        u->meters[i] |= USE_READ | (u->b->opaque_mood ? USE_CHANGED : 0);
    for (uint32_t i = 0; i < build_count(u->b, MODEL_S_FLAGS); i++)
        u->flags[i] |= USE_READ;
}

/* "The `what` 'id' `but`" */
static void tell(builder *b, const char *code, const draft_named *named, const char *what,
                 const char *but, const char *hint)
{
    const build_where where = {.place = named->place, .text = named->id};

    if (!build_in_library(b, named->place))
        build_find(b, code, &where, hint, "The %s '%.*s' %s", what, BUILD_SAY(named->id),
                   but);
}

static void tell_skills(const uses *u)
{
    for (uint32_t i = 0; i < build_count(u->b, MODEL_S_SKILLS); i++) {
        if (!(u->skills[i] & USE_CHANGED))
            tell(u->b, "W160", &u->b->draft->skills.at[i], "skill",
                 "is never practised: no reply adds points to it.",
                 "Name it in a reply's skill, or take it away.");
    }
}

static void tell_flags(const uses *u)
{
    for (uint32_t i = 0; i < build_count(u->b, MODEL_S_FLAGS); i++) {
        const draft_named *flag = &u->b->draft->flags.at[i];

        if (!(u->flags[i] & USE_CHANGED))
            tell(u->b, "W161", flag, "flag", "is never set.",
                 "Set it somewhere, or take it away.");
        else if (!(u->flags[i] & USE_READ))
            tell(u->b, "W161", flag, "flag", "is set, but nothing asks for it.",
                 "Use it in a when, or take it away.");
    }
}

static bool is_shown(const draft_meter *meter, const model_meter *built)
{
    return built->shows != MODEL_SHOWS_NOTHING || built->hidden ||
           meter->low.length > 0 || meter->high.length > 0;
}

static void tell_meters(const uses *u)
{
    const model_meter *built = build_records(u->b, MODEL_S_METERS);

    for (uint32_t i = 0; i < build_count(u->b, MODEL_S_METERS); i++) {
        const draft_meter *meter = &u->b->draft->meters.at[i];
        const draft_named named = {.id = meter->id, .place = meter->place};

        if (!(u->meters[i] & USE_CHANGED) && built[i].drift_by.num == 0)
            tell(u->b, "W162", &named, "meter", "never changes.",
                 "Change it in a mood, or take it away.");
        else if (!(u->meters[i] & USE_READ) && !is_shown(meter, &built[i]))
            tell(u->b, "W162", &named, "meter",
                 "changes, but nothing shows it or asks for it.",
                 "Give it low and high words, or shows, or hidden = true.");
    }
}

void build_lint(builder *b)
{
    const size_t meters = build_count(b, MODEL_S_METERS);
    const size_t flags = build_count(b, MODEL_S_FLAGS);
    const size_t skills = build_count(b, MODEL_S_SKILLS);
    uint8_t *seen = calloc(meters + flags + skills + 1, 1);
    const uses u = {b, seen, seen ? seen + meters : NULL,
                    seen ? seen + meters + flags : NULL};

    if (!seen) {
        build_no_memory(b);
        return;
    }
    note_code(&u);
    note_records(&u);
    note_functions(&u);
    tell_skills(&u);
    tell_flags(&u);
    tell_meters(&u);
    free(seen);
}
