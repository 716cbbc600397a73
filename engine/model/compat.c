#include "model/compat_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

static const model_section sections[COMPAT_SORTS] = {
    [COMPAT_METERS] = MODEL_S_METERS,   [COMPAT_FLAGS] = MODEL_S_FLAGS,
    [COMPAT_SKILLS] = MODEL_S_SKILLS,   [COMPAT_INTENTS] = MODEL_S_INTENTS,
    [COMPAT_MOMENTS] = MODEL_S_MOMENTS, [COMPAT_REPLIES] = MODEL_S_REPLIES,
    [COMPAT_LINES] = MODEL_S_LINES,     [COMPAT_RULES] = MODEL_S_RULES,
};

uint32_t compat_count(const ear_scenario *scenario, compat_sort sort)
{
    return scenario->count[sections[sort]];
}

model_text compat_id(const ear_scenario *s, compat_sort sort, uint32_t index)
{
    switch (sort) {
    case COMPAT_METERS:
        return s->meters[index].id;
    case COMPAT_FLAGS:
        return s->flags[index].id;
    case COMPAT_SKILLS:
        return s->skills[index].id;
    case COMPAT_INTENTS:
        return s->intents[index].id;
    case COMPAT_REPLIES:
        return s->details[index].id;
    case COMPAT_LINES:
        return s->lines[index].id;
    case COMPAT_RULES:
        return s->rules[index].name;
    default:
        return s->moments[index].id;
    }
}

model_place compat_place(const compat_edition *edition, compat_sort sort, uint32_t index)
{
    const ear_scenario *s = edition->scenario;

    switch (sort) {
    case COMPAT_METERS:
        return s->meters[index].place;
    case COMPAT_FLAGS:
        return s->flags[index].place;
    case COMPAT_SKILLS:
        return s->skills[index].place;
    case COMPAT_INTENTS:
        return s->intents[index].place;
    case COMPAT_REPLIES:
        return s->details[index].place;
    case COMPAT_LINES:
        return edition->line_place[index];
    case COMPAT_RULES:
        return s->rules[index].place;
    default:
        return s->moments[index].place;
    }
}

uint32_t compat_moment(const compat_edition *edition, compat_sort sort, uint32_t index)
{
    const ear_scenario *s = edition->scenario;

    if (sort == COMPAT_REPLIES)
        return s->statements[s->details[index].statement].moment;
    return sort == COMPAT_LINES ? edition->line_moment[index] : MODEL_NONE;
}

const char *compat_word(const ear_scenario *s, compat_sort sort, uint32_t index)
{
    static const char *const words[] = {"meter",  "flag",  "skill", "intent",
                                        "moment", "reply", "line",  "rule"};

    if (sort == COMPAT_MOMENTS && s->moments[index].kind == MODEL_OUTCOME)
        return "outcome";
    return words[sort];
}

/* --- what is gone --- */

static unsigned breaks_of(compat_sort sort)
{
    if (sort == COMPAT_LINES)
        return MODEL_BREAKS_TRANSLATIONS;
    if (sort == COMPAT_MOMENTS || sort == COMPAT_REPLIES)
        return MODEL_BREAKS_RUNS | MODEL_BREAKS_TRANSLATIONS;
    return MODEL_BREAKS_RUNS;
}

static void tell_gone(compat *c, compat_sort sort, uint32_t index)
{
    const ear_scenario *old = c->old.scenario;
    const uint32_t partner = c->partner[sort][index];
    const char *id = model_string(old, compat_id(old, sort, index));
    const char *word = compat_word(old, sort, index);
    model_change what = {.kind = MODEL_CHANGE_GONE,
                         .breaks = breaks_of(sort),
                         .thing = word,
                         .id = id,
                         .in_old = true,
                         .place = compat_place(&c->old, sort, index)};

    if (partner == MODEL_NONE) {
        what.hint = "Nothing now is like it: runs that have met it stop short.";
        compat_tell(c, what, "the %s '%s' is gone", word, id);
        return;
    }
    what.now = model_string(c->now.scenario, compat_id(c->now.scenario, sort, partner));
    what.rename = true;
    what.in_old = false;
    what.place = compat_place(&c->now, sort, partner);
    compat_tell(c, what, "the %s '%s' seems to be called '%s' now", word, id, what.now);
}

/* What is in another moment now is told as that, by compat_differ(). */
static bool is_moved(const compat *c, compat_sort sort, uint32_t index)
{
    const uint32_t partner = c->partner[sort][index];

    return sort == COMPAT_REPLIES && partner != MODEL_NONE &&
           c->partner[COMPAT_MOMENTS][compat_moment(&c->old, sort, index)] !=
               compat_moment(&c->now, sort, partner);
}

/* An intent that is known without being declared does nothing of its own. */
static bool is_mere_label(const compat *c, compat_sort sort, uint32_t index)
{
    return sort == COMPAT_INTENTS && c->old.scenario->intents[index].place.line == 0;
}

/* Rules have no ids: one that is gone is told as a difference. */
static void tell_all_gone(compat *c)
{
    for (int sort = 0; sort < COMPAT_RULES; sort++)
        for (uint32_t i = 0; i < compat_count(c->old.scenario, (compat_sort)sort); i++)
            if ((c->how[sort][i] == COMPAT_NOBODY || c->how[sort][i] == COMPAT_GUESSED) &&
                !is_mere_label(c, (compat_sort)sort, i) &&
                !is_moved(c, (compat_sort)sort, i))
                tell_gone(c, (compat_sort)sort, i);
}

static bool is_still_renamed(const ear_scenario *now, model_text from, const char *id)
{
    for (uint32_t i = 0; i < now->count[MODEL_S_RENAMED]; i++)
        if (now->renamed[i].from.length == from.length &&
            strcmp(model_string(now, now->renamed[i].from), id) == 0)
            return true;
    return false;
}

/* Runs that are older than the old edition need its renames in the new one too. */
static void tell_lost_renames(compat *c)
{
    const ear_scenario *old = c->old.scenario;

    for (uint32_t i = 0; i < old->count[MODEL_S_RENAMED]; i++) {
        const model_renamed pair = old->renamed[i];
        const char *from = model_string(old, pair.from);

        if (is_still_renamed(c->now.scenario, pair.from, from))
            continue;
        compat_tell(
            c,
            (model_change){.kind = MODEL_CHANGE_RENAMED,
                           .breaks = MODEL_BREAKS_RUNS | MODEL_BREAKS_TRANSLATIONS,
                           .thing = "renamed",
                           .id = from,
                           .now = model_string(old, pair.to),
                           .in_old = true,
                           .rename = true,
                           .place = old->info->place},
            "'%s' is no longer in `renamed`, and older runs still say it", from);
    }
}

/* --- editions --- */

static void own(compat_edition *e, uint32_t counter, compat_sort sort, uint32_t index)
{
    e->counters[counter] = (compat_owner){sort, index};
}

static void note_moment(compat_edition *e, uint32_t moment)
{
    const ear_scenario *s = e->scenario;
    const model_range all = s->moments[moment].statements;

    for (uint32_t i = all.first; i < all.first + all.count; i++) {
        const model_statement *st = &s->statements[i];

        if (st->kind == MODEL_LINE) {
            e->line_moment[st->item] = moment;
            e->line_place[st->item] = st->place;
        }
        for (uint32_t r = 0; st->kind == MODEL_CHOICE && r < st->count; r++) {
            const uint32_t answer = s->replies[st->item + r].answer;

            if (answer == MODEL_NONE)
                continue;
            e->line_moment[answer] = moment;
            e->line_place[answer] = s->details[st->item + r].place;
        }
    }
}

static void note_counters(compat_edition *e)
{
    const ear_scenario *s = e->scenario;

    for (uint32_t i = 0; i < s->header->counters; i++)
        e->counters[i] = (compat_owner){COMPAT_SORTS, 0};
    for (uint32_t i = 0; i < s->count[MODEL_S_MOMENTS]; i++)
        own(e, s->moments[i].counter, COMPAT_MOMENTS, i);
    for (uint32_t i = 0; i < s->count[MODEL_S_LINES]; i++)
        own(e, s->lines[i].counter, COMPAT_LINES, i);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        own(e, s->replies[i].counter, COMPAT_REPLIES, i);
    for (uint32_t i = 0; i < s->count[MODEL_S_INTENTS]; i++)
        own(e, s->intents[i].counter, COMPAT_INTENTS, i);
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++)
        own(e, s->rules[i].counter, COMPAT_RULES, i);
}

static bool open_edition(compat_edition *e, const ear_scenario *s)
{
    const size_t lines = s->count[MODEL_S_LINES] + 1u;

    e->scenario = s;
    e->counters = calloc(s->header->counters + 1u, sizeof *e->counters);
    e->line_moment = calloc(lines, sizeof *e->line_moment);
    e->line_place = calloc(lines, sizeof *e->line_place);
    if (!e->counters || !e->line_moment || !e->line_place)
        return false;
    note_counters(e);
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        note_moment(e, m);
    return true;
}

static void close_edition(compat_edition *e)
{
    free(e->counters);
    free(e->line_moment);
    free(e->line_place);
}

static bool open_partners(compat *c)
{
    for (int sort = 0; sort < COMPAT_SORTS; sort++) {
        const size_t old = compat_count(c->old.scenario, (compat_sort)sort) + 1u;
        const size_t now = compat_count(c->now.scenario, (compat_sort)sort) + 1u;

        c->partner[sort] = malloc(old * sizeof *c->partner[sort]);
        c->how[sort] = calloc(old, 1);
        c->taken[sort] = calloc(now, 1);
        if (!c->partner[sort] || !c->how[sort] || !c->taken[sort])
            return false;
        for (size_t i = 0; i < old; i++)
            c->partner[sort][i] = MODEL_NONE;
    }
    return true;
}

static void close_all(compat *c)
{
    close_edition(&c->old);
    close_edition(&c->now);
    for (int sort = 0; sort < COMPAT_SORTS; sort++) {
        free(c->partner[sort]);
        free(c->how[sort]);
        free(c->taken[sort]);
    }
}

ear_status model_compat(model_changes *out, const ear_scenario *old,
                        const ear_scenario *now, ear_error *err)
{
    model_changes list = {.at = NULL};
    compat c = {.changes = &list};

    c.failed = !open_edition(&c.old, old);
    c.failed = !open_edition(&c.now, now) || c.failed;
    c.failed = c.failed || !open_partners(&c);
    if (!c.failed) {
        compat_match(&c);
        tell_all_gone(&c);
        tell_lost_renames(&c);
        compat_differ(&c);
    }
    close_all(&c);
    if (c.failed || list.failed) {
        model_changes_release(&list);
        return base_fail_memory(err);
    }
    compat_sort_changes(&list);
    *out = list;
    return EAR_OK;
}
