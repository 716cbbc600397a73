/*
 * Who is who: first by id and by `renamed`, then moments by what is in them, then the ids
 * that are derived from a moment's, then replies and lines by their words.
 */
#include "model/compat_internal.h"
#include "model/likeness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PAIRS UINT64_C(400000) /* compared with each other, of one sort */

static void pair(compat *c, compat_sort sort, uint32_t old, uint32_t now, compat_how how)
{
    c->partner[sort][old] = now;
    c->how[sort][old] = (uint8_t)how;
    c->taken[sort][now] = 1;
}

static uint32_t find_value(const ear_scenario *s, compat_sort sort, const char *id)
{
    const size_t length = strlen(id);

    if (sort == COMPAT_METERS)
        return model_find_meter(s, id, length);
    if (sort == COMPAT_FLAGS)
        return model_find_flag(s, id, length);
    return sort == COMPAT_SKILLS ? model_find_skill(s, id, length)
                                 : model_find_intent(s, id, length);
}

/* A meter, flag, skill or intent, by its id and by what that was renamed to. */
static uint32_t find_older_value(const ear_scenario *s, compat_sort sort, const char *id)
{
    const size_t length = strlen(id);
    uint32_t found = find_value(s, sort, id);
    char now[MODEL_MAX_ID];

    if (found != MODEL_NONE || length >= sizeof now)
        return found;
    memcpy(now, id, length + 1);
    for (int i = 0; i < MODEL_MAX_RENAMES && found == MODEL_NONE; i++) {
        if (!model_rename(s, now, sizeof now))
            break;
        found = find_value(s, sort, now);
    }
    return found;
}

static model_thing thing_of(compat_sort sort)
{
    if (sort == COMPAT_MOMENTS)
        return MODEL_THING_MOMENT;
    return sort == COMPAT_LINES ? MODEL_THING_LINE : MODEL_THING_REPLY;
}

static uint32_t find_place(const ear_scenario *s, compat_sort sort, const char *id)
{
    model_id found;

    if (!model_find_older(s, id, strlen(id), &found) || found.thing != thing_of(sort))
        return MODEL_NONE;
    return found.index;
}

static void match_ids(compat *c, compat_sort sort)
{
    const ear_scenario *old = c->old.scenario, *now = c->now.scenario;

    for (uint32_t i = 0; i < compat_count(old, sort); i++) {
        const char *id = model_string(old, compat_id(old, sort, i));
        const uint32_t found = sort < COMPAT_MOMENTS ? find_older_value(now, sort, id)
                                                     : find_place(now, sort, id);

        if (found != MODEL_NONE && !c->taken[sort][found])
            pair(c, sort, i, found, COMPAT_BY_ID);
    }
}

/* Rules have names, which may repeat: the first goes with the first. */
static void match_rules(compat *c)
{
    const ear_scenario *old = c->old.scenario, *now = c->now.scenario;

    for (uint32_t i = 0; i < old->count[MODEL_S_RULES]; i++)
        for (uint32_t k = 0; k < now->count[MODEL_S_RULES]; k++) {
            if (c->taken[COMPAT_RULES][k] ||
                strcmp(model_string(old, old->rules[i].name),
                       model_string(now, now->rules[k].name)) != 0)
                continue;
            pair(c, COMPAT_RULES, i, k, COMPAT_BY_ID);
            break;
        }
}

/* An old thing and a new one that may be the same. */
typedef struct likely {
    unsigned likeness;
    uint32_t old, now;
} likely;

static int likeliest_first(const void *left, const void *right)
{
    const likely *a = left, *b = right;

    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->old != b->old)
        return a->old < b->old ? -1 : 1;
    return a->now < b->now ? -1 : a->now > b->now;
}

/* The numbers of the new things that are nobody's partner. */
static void gather_free(const compat *c, compat_sort sort, base_bytes *numbers)
{
    for (uint32_t k = 0; k < compat_count(c->now.scenario, sort); k++)
        if (!c->taken[sort][k])
            base_bytes_add(numbers, &k, sizeof k);
}

/* All pairs that are alike enough, as far as there is time for them. */
static void gather(compat *c, compat_sort sort, const uint32_t *numbers, size_t count,
                   base_bytes *pairs)
{
    uint64_t left = MOST_PAIRS;

    for (uint32_t i = 0; i < compat_count(c->old.scenario, sort); i++) {
        if (c->partner[sort][i] != MODEL_NONE)
            continue;
        for (size_t k = 0; k < count && left > 0; k++, left--) {
            const likely it = {compat_likeness(c, sort, i, numbers[k]), i, numbers[k]};

            if (it.likeness >= MODEL_LIKE_OTHER)
                base_bytes_add(pairs, &it, sizeof it);
        }
    }
}

/* The likeliest pair first; nobody is paired twice. */
static void guess(compat *c, compat_sort sort)
{
    base_bytes bytes = {0}, numbers = {0};
    likely *pairs;
    size_t count;

    gather_free(c, sort, &numbers);
    gather(c, sort, (const uint32_t *)(const void *)numbers.at,
           numbers.length / sizeof(uint32_t), &bytes);
    c->failed |= bytes.failed || numbers.failed;
    base_bytes_release(&numbers);
    pairs = (likely *)(void *)bytes.at;
    count = bytes.length / sizeof *pairs;
    if (count)
        qsort(pairs, count, sizeof *pairs, likeliest_first);
    for (size_t i = 0; i < count; i++)
        if (c->partner[sort][pairs[i].old] == MODEL_NONE && !c->taken[sort][pairs[i].now])
            pair(c, sort, pairs[i].old, pairs[i].now, COMPAT_GUESSED);
    base_bytes_release(&bytes);
}

/* "old/words" as the partner of `old` would call it; false: it is not derived from it. */
static bool carry(char *to, size_t room, const char *id, const char *old, const char *now)
{
    const size_t length = strlen(old);

    if (strncmp(id, old, length) != 0 || id[length] != '/')
        return false;
    return (size_t)snprintf(to, room, "%s%s", now, id + length) < room;
}

/* A reply or line whose id follows from a moment's that has another name now. */
static void match_carried(compat *c, compat_sort sort)
{
    const ear_scenario *old = c->old.scenario, *now = c->now.scenario;
    char id[MODEL_MAX_ID];

    for (uint32_t i = 0; i < compat_count(old, sort); i++) {
        const uint32_t moment = compat_moment(&c->old, sort, i);
        uint32_t found;

        if (c->partner[sort][i] != MODEL_NONE ||
            c->how[COMPAT_MOMENTS][moment] != COMPAT_GUESSED ||
            !carry(
                id, sizeof id, model_string(old, compat_id(old, sort, i)),
                model_string(old, old->moments[moment].id),
                model_string(now, now->moments[c->partner[COMPAT_MOMENTS][moment]].id)))
            continue;
        found = find_place(now, sort, id);
        if (found != MODEL_NONE && !c->taken[sort][found])
            pair(c, sort, i, found, COMPAT_CARRIED);
    }
}

/* An answer follows its reply. */
static void match_answers(compat *c)
{
    const ear_scenario *old = c->old.scenario, *now = c->now.scenario;
    char id[MODEL_MAX_ID];

    for (uint32_t r = 0; r < old->count[MODEL_S_REPLIES]; r++) {
        const uint32_t answer = old->replies[r].answer;
        const uint32_t partner = c->partner[COMPAT_REPLIES][r];
        uint32_t found;

        if (answer == MODEL_NONE || c->how[COMPAT_REPLIES][r] != COMPAT_GUESSED ||
            c->partner[COMPAT_LINES][answer] != MODEL_NONE ||
            !carry(id, sizeof id, model_string(old, old->lines[answer].id),
                   model_string(old, old->details[r].id),
                   model_string(now, now->details[partner].id)))
            continue;
        found = find_place(now, COMPAT_LINES, id);
        if (found != MODEL_NONE && !c->taken[COMPAT_LINES][found])
            pair(c, COMPAT_LINES, answer, found, COMPAT_CARRIED);
    }
}

void compat_match(compat *c)
{
    for (int sort = 0; sort < COMPAT_RULES; sort++)
        match_ids(c, (compat_sort)sort);
    match_rules(c);
    for (int sort = COMPAT_METERS; sort <= COMPAT_MOMENTS; sort++)
        guess(c, (compat_sort)sort);
    match_carried(c, COMPAT_REPLIES);
    match_carried(c, COMPAT_LINES);
    guess(c, COMPAT_REPLIES);
    match_answers(c);
    guess(c, COMPAT_LINES);
}
