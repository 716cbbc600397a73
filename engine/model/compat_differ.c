/* Things that are in both editions and differ: what runs under way would come to then. */
#include "model/compat_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How a part is called in a sentence. */
static const char *const part_words[COMPAT_PARTS] = {
    [COMPAT_MOOD] = "mood",    [COMPAT_SET] = "set",
    [COMPAT_POINTS] = "skill", [COMPAT_INTENT] = "intent",
    [COMPAT_WHEN] = "when",    [COMPAT_GO] = "go",
    [COMPAT_VISIT] = "visit",  [COMPAT_AGAIN] = "again, once or fallback",
    [COMPAT_FADES] = "fades",
};

typedef void sign(base_bytes *out, compat *c, bool old, uint32_t index, compat_part part);

static bool differs(compat *c, sign *of, uint32_t old, uint32_t now, compat_part part)
{
    base_bytes a = {0}, b = {0};
    bool other;

    of(&a, c, true, old, part);
    of(&b, c, false, now, part);
    c->failed |= a.failed || b.failed;
    other = a.length != b.length || (a.length && memcmp(a.at, b.at, a.length) != 0);
    base_bytes_release(&a);
    base_bytes_release(&b);
    return other;
}

static const char *id_of(const compat_edition *e, compat_sort sort, uint32_t index)
{
    return model_string(e->scenario, compat_id(e->scenario, sort, index));
}

/* A change of a thing that is in both. */
static model_change change_of(const compat *c, model_change_kind kind, compat_sort sort,
                              uint32_t old)
{
    const uint32_t now = c->partner[sort][old];

    return (model_change){.kind = kind,
                          .breaks = MODEL_BREAKS_RUNS,
                          .thing = compat_word(c->old.scenario, sort, old),
                          .id = id_of(&c->old, sort, old),
                          .now = id_of(&c->now, sort, now),
                          .place = compat_place(&c->now, sort, now)};
}

/* --- meters --- */

static void differ_range(compat *c, uint32_t old, const model_meter *a,
                         const model_meter *b)
{
    model_change what = change_of(c, MODEL_CHANGE_RANGE, COMPAT_METERS, old);

    if (a->min == b->min && a->max == b->max)
        return;
    if (b->min > a->min || b->max < a->max)
        what.hint = "A run that stands outside is moved to the nearer end.";
    compat_tell(c, what, "meter '%s' went from %d to %d and goes from %d to %d now",
                what.now, (int)a->min, (int)a->max, (int)b->min, (int)b->max);
}

static void differ_start(compat *c, uint32_t old, const model_meter *a,
                         const model_meter *b)
{
    model_change what = change_of(c, MODEL_CHANGE_START, COMPAT_METERS, old);

    if (a->start == b->start)
        return;
    if (a->start < b->min || a->start > b->max)
        what.hint = "Where it started is outside the new range.";
    compat_tell(c, what, "meter '%s' started at %d and starts at %d now", what.now,
                (int)a->start, (int)b->start);
}

static void differ_meter(compat *c, uint32_t old, uint32_t now)
{
    const model_meter *a = &c->old.scenario->meters[old];
    const model_meter *b = &c->now.scenario->meters[now];
    const model_change drift = change_of(c, MODEL_CHANGE_EFFECT, COMPAT_METERS, old);

    differ_range(c, old, a, b);
    differ_start(c, old, a, b);
    if (base_number_compare(a->drift_by, b->drift_by) != 0 ||
        a->drift_toward != b->drift_toward)
        compat_tell(c, drift, "the drift of meter '%s' is another", drift.now);
}

/* Every state has one value more: none that was written down is the same. */
static void tell_new_meters(compat *c)
{
    const ear_scenario *s = c->now.scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_METERS]; i++) {
        const char *id = model_string(s, s->meters[i].id);

        if (!c->taken[COMPAT_METERS][i])
            compat_tell(c,
                        (model_change){.kind = MODEL_CHANGE_ADDED,
                                       .breaks = MODEL_BREAKS_RUNS,
                                       .thing = "meter",
                                       .id = id,
                                       .place = s->meters[i].place},
                        "meter '%s' is new: runs under way have no value for it", id);
    }
}

/* --- what replies, intents and rules do --- */

/* Names the parts that differ and tells them in one change: "mood and go". */
static void differ_parts(compat *c, compat_sort sort, sign *of, uint32_t old,
                         uint32_t now)
{
    model_change what = change_of(c, MODEL_CHANGE_ROAD, sort, old);
    char names[160]; /* room for all of part_words */
    size_t used = 0;

    for (int part = 0; part < COMPAT_PARTS; part++) {
        if (!differs(c, of, old, now, (compat_part)part))
            continue;
        used += (size_t)snprintf(names + used, sizeof names - used, "%s%s",
                                 used ? ", " : "", part_words[part]);
        if (part <= COMPAT_INTENT || part == COMPAT_FADES)
            what.kind = MODEL_CHANGE_EFFECT;
    }
    if (used == 0)
        return;
    what.hint = what.kind == MODEL_CHANGE_EFFECT
                    ? "A run that has had it comes to another state now."
                    : "A run that has had it may not be able to follow.";
    compat_tell(c, what, "%s '%s' has another %s", what.thing, what.now, names);
}

/* How many choices of its moment come before the reply's. */
static uint32_t nth_choice(const ear_scenario *s, uint32_t reply)
{
    const uint32_t own = s->details[reply].statement;
    uint32_t nth = 0;

    for (uint32_t i = s->moments[s->statements[own].moment].statements.first; i < own;
         i++)
        nth += s->statements[i].kind == MODEL_CHOICE;
    return nth;
}

static void differ_reply(compat *c, uint32_t old, uint32_t now)
{
    const uint32_t from = compat_moment(&c->old, COMPAT_REPLIES, old);
    const uint32_t to = compat_moment(&c->now, COMPAT_REPLIES, now);
    model_change moved = change_of(c, MODEL_CHANGE_MOVED, COMPAT_REPLIES, old);

    if (c->partner[COMPAT_MOMENTS][from] != to) {
        moved.rename = c->how[COMPAT_REPLIES][old] == COMPAT_GUESSED;
        moved.breaks |= moved.rename ? MODEL_BREAKS_TRANSLATIONS : 0;
        compat_tell(c, moved, "reply '%s' was in moment '%s' and is in '%s' now",
                    moved.id, id_of(&c->old, COMPAT_MOMENTS, from),
                    id_of(&c->now, COMPAT_MOMENTS, to));
    } else if (nth_choice(c->old.scenario, old) != nth_choice(c->now.scenario, now)) {
        compat_tell(c, moved, "reply '%s' belongs to another choice of its moment now",
                    moved.now);
    }
    differ_parts(c, COMPAT_REPLIES, compat_sign_reply, old, now);
}

static void differ_moment(compat *c, uint32_t old, uint32_t now)
{
    model_change what = change_of(c, MODEL_CHANGE_EFFECT, COMPAT_MOMENTS, old);
    base_bytes a = {0}, b = {0};

    compat_sign_moment(&a, c, true, old);
    compat_sign_moment(&b, c, false, now);
    c->failed |= a.failed || b.failed;
    what.hint = "A run that passes it may come to another state or place.";
    if (a.length != b.length || (a.length && memcmp(a.at, b.at, a.length) != 0))
        compat_tell(c, what,
                    "%s '%s' does something else between its lines "
                    "(set, mood, go, visit, notice, or how many choices)",
                    what.thing, what.now);
    base_bytes_release(&a);
    base_bytes_release(&b);
}

/* --- rules --- */

static void tell_rule(compat *c, const compat_edition *e, uint32_t rule, bool old)
{
    const model_rule *r = &e->scenario->rules[rule];
    const char *name = model_string(e->scenario, r->name);

    compat_tell(
        c,
        (model_change){.kind = old ? MODEL_CHANGE_GONE : MODEL_CHANGE_ADDED,
                       .breaks = MODEL_BREAKS_RUNS,
                       .thing = "rule",
                       .id = name,
                       .in_old = old,
                       .hint = "A run in which it happens comes to another state.",
                       .place = r->place},
        old ? "rule '%s' is gone" : "rule '%s' is new", name);
}

static void differ_rules(compat *c)
{
    for (uint32_t i = 0; i < c->old.scenario->count[MODEL_S_RULES]; i++) {
        const uint32_t now = c->partner[COMPAT_RULES][i];

        if (now == MODEL_NONE)
            tell_rule(c, &c->old, i, true);
        else
            differ_parts(c, COMPAT_RULES, compat_sign_rule, i, now);
    }
    for (uint32_t i = 0; i < c->now.scenario->count[MODEL_S_RULES]; i++)
        if (!c->taken[COMPAT_RULES][i])
            tell_rule(c, &c->now, i, false);
}

static void differ_start_moment(compat *c)
{
    const ear_scenario *a = c->old.scenario, *b = c->now.scenario;

    if (c->partner[COMPAT_MOMENTS][a->info->start] == b->info->start)
        return;
    compat_tell(c,
                (model_change){.kind = MODEL_CHANGE_MOVED,
                               .breaks = MODEL_BREAKS_RUNS,
                               .thing = "start",
                               .id = id_of(&c->old, COMPAT_MOMENTS, a->info->start),
                               .now = id_of(&c->now, COMPAT_MOMENTS, b->info->start),
                               .hint = "scenario \"...\" { start = \"...\" } names it.",
                               .place = b->moments[b->info->start].place},
                "it began in '%s' and begins in '%s' now",
                id_of(&c->old, COMPAT_MOMENTS, a->info->start),
                id_of(&c->now, COMPAT_MOMENTS, b->info->start));
}

void compat_differ(compat *c)
{
    const ear_scenario *s = c->old.scenario;

    for (uint32_t i = 0; i < s->count[MODEL_S_METERS]; i++)
        if (c->partner[COMPAT_METERS][i] != MODEL_NONE)
            differ_meter(c, i, c->partner[COMPAT_METERS][i]);
    tell_new_meters(c);
    for (uint32_t i = 0; i < s->count[MODEL_S_INTENTS]; i++)
        if (c->partner[COMPAT_INTENTS][i] != MODEL_NONE)
            differ_parts(c, COMPAT_INTENTS, compat_sign_intent, i,
                         c->partner[COMPAT_INTENTS][i]);
    differ_rules(c);
    differ_start_moment(c);
    for (uint32_t i = 0; i < s->count[MODEL_S_MOMENTS]; i++)
        if (c->partner[COMPAT_MOMENTS][i] != MODEL_NONE)
            differ_moment(c, i, c->partner[COMPAT_MOMENTS][i]);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        if (c->partner[COMPAT_REPLIES][i] != MODEL_NONE)
            differ_reply(c, i, c->partner[COMPAT_REPLIES][i]);
}
