/* Where a conversation cannot go on, or never comes to an end. */
#include "prove/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- ways that break off ---- */

static void say_stuck(prove_report *r, const prove_stuck *stuck)
{
    const char *id = prove_moment_id(r, stuck->moment);

    switch ((sim_stuck)stuck->why) {
    case SIM_DEAD_END:
        base_bytes_print(&r->message,
                         "'%s' can be reached and leads nowhere; it needs "
                         "a go, or to be an outcome.",
                         id);
        break;
    case SIM_EMPTY_CHOICE:
        base_bytes_print(&r->message,
                         "People can get stuck here, in '%s': no reply is "
                         "on offer, and nothing follows the choice.",
                         id);
        break;
    case SIM_NOT_STUCK:
        base_bytes_print(&r->message, "Lua fails here on the way through '%s': %s", id,
                         stuck->err.message);
        break;
    default:
        base_bytes_print(&r->message, "People can get caught here: %s.",
                         stuck->err.message);
        break;
    }
}

/* An outcome to name in a hint: the first of the file. */
static const char *some_outcome(const prove_report *r)
{
    const ear_scenario *s = r->search->scenario;
    uint32_t i = 0;

    while (i < s->count[MODEL_S_MOMENTS] && s->moments[i].kind != MODEL_OUTCOME)
        i++;
    return i < s->count[MODEL_S_MOMENTS] ? prove_moment_id(r, i) : "the_end";
}

/* What to write; the road there follows. */
static void say_step(prove_report *r, const prove_stuck *stuck)
{
    const char *end = some_outcome(r);

    switch ((sim_stuck)stuck->why) {
    case SIM_DEAD_END:
        base_bytes_print(&r->hint, "Write go \"%s\" as its last line. ", end);
        break;
    case SIM_EMPTY_CHOICE:
        base_bytes_print(&r->hint, "Write go \"%s\" below the replies. ", end);
        break;
    case SIM_NOT_STUCK:
        base_bytes_text(&r->hint, "Mend the function. ");
        break;
    case SIM_TOO_DEEP:
        base_bytes_text(&r->hint, "Write go in place of visit in one of them. ");
        break;
    default:
        base_bytes_print(&r->hint,
                         "Write a reply into one of them: you \"...\" { go = \"%s\" }. ",
                         end);
        break;
    }
}

static const char *code_of(const prove_stuck *stuck)
{
    switch ((sim_stuck)stuck->why) {
    case SIM_DEAD_END:
        return "E102";
    case SIM_EMPTY_CHOICE:
        return "E154";
    case SIM_NOT_STUCK:
        return "W180";
    default:
        return "E157";
    }
}

/* The function's own place, where it is in the scenario's files. */
static model_place place_of(const prove_report *r, const prove_stuck *stuck)
{
    const ear_scenario *s = r->search->scenario;
    model_place place = stuck->statement == MODEL_NONE
                            ? s->moments[stuck->moment].place
                            : s->statements[stuck->statement].place;

    if (stuck->why != SIM_NOT_STUCK || stuck->err.line <= 0)
        return place;
    for (uint32_t f = 0; f < s->count[MODEL_S_FILES]; f++)
        if (strcmp(model_string(s, s->files[f]), stuck->err.file) == 0) {
            place.file = (uint16_t)f;
            place.line = (uint32_t)stuck->err.line;
            place.column = 0;
        }
    return place;
}

static void tell_stuck(prove_report *r, const prove_stuck *stuck, const prove_road *road)
{
    const model_place place = place_of(r, stuck);

    say_stuck(r, stuck);
    say_step(r, stuck);
    prove_hint_road(r, road);
    if (stuck->why == SIM_NOT_STUCK)
        prove_drop_opaque(r, &place);
    prove_report_at(r, code_of(stuck), &place);
}

/* A circle is met wherever somebody comes into it; one word is enough. */
static bool is_told(const prove_report *r, const prove_stuck *all, uint32_t index)
{
    char name[280];

    if (all[index].why != SIM_CIRCLE && all[index].why != SIM_TOO_DEEP)
        return false;
    snprintf(name, sizeof name, "'%s'", prove_moment_id(r, all[index].moment));
    for (uint32_t i = 0; i < index; i++)
        if (all[i].why == all[index].why && strstr(all[i].err.message, name))
            return true;
    return false;
}

static int by_from(const void *a, const void *b)
{
    const prove_stuck *left = a, *right = b;

    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    if (left->moment != right->moment)
        return left->moment < right->moment ? -1 : 1;
    return (left->statement > right->statement) - (left->statement < right->statement);
}

static void find_breaks(prove_report *r)
{
    const prove_search *search = r->search;
    prove_stuck *all = search->seen.stuck;

    if (search->seen.stuck_count > 0)
        qsort(all, search->seen.stuck_count, sizeof *all, by_from);
    for (uint32_t i = 0; i < search->seen.stuck_count; i++) {
        prove_road road;

        if (is_told(r, all, i))
            continue;
        if (!prove_road_past(search, all[i].from, all[i].reply,
                             all[i].why == SIM_NOT_STUCK ? PROVE_UNKNOWN : PROVE_BREAKS,
                             &road)) {
            r->failed = true;
            return;
        }
        tell_stuck(r, &all[i], &road);
        free(road.replies);
    }
}

/* What playing at random has met and the search has not. */
static void find_played(prove_report *r)
{
    const prove_search *search = r->search;

    for (uint32_t i = 0; i < search->played.count; i++) {
        const prove_stuck *it = &search->played.stuck[i];
        bool known = is_told(r, search->played.stuck, i);

        for (uint32_t k = 0; k < search->seen.stuck_count && !known; k++) {
            const prove_stuck *other = &search->seen.stuck[k];

            known = other->why == it->why && other->moment == it->moment &&
                    other->statement == it->statement;
        }
        if (!known)
            tell_stuck(r, it, &search->played.roads[i]);
    }
}

/* ---- states from which no outcome can be reached any more ---- */

typedef struct traps {
    prove_report *report;
    uint8_t *seen;   /* by number: looked at */
    uint8_t *told;   /* by statement: a choice that belongs to a trap */
    uint32_t *ranks; /* by number: its rank */
    uint32_t *open;  /* ranks that are to be looked at */
} traps;

/* Everything that can still be reached inside the trap belongs to it. */
static void follow(traps *t, uint32_t rank)
{
    const prove_search *search = t->report->search;
    uint32_t count = 0;

    t->open[count++] = rank;
    t->seen[search->order[rank]] = 1;
    while (count > 0) {
        const uint32_t at = t->open[--count];
        const prove_ways ways = prove_ways_of(search, at);

        t->told[prove_statement_of(search, at)] = 1;
        for (uint32_t i = 0; i < ways.count; i++) {
            const uint32_t to = ways.to[i];

            if (to & PROVE_OUTCOME || t->seen[to])
                continue;
            t->seen[to] = 1;
            t->open[count++] = t->ranks[to];
        }
    }
}

static void tell_trap(traps *t, uint32_t rank)
{
    prove_report *r = t->report;
    const ear_scenario *s = r->search->scenario;
    const uint32_t statement = prove_statement_of(r->search, rank);
    prove_road road;

    if (!prove_road_to(r->search, rank + 1, &road)) {
        r->failed = true;
        return;
    }
    base_bytes_print(&r->message,
                     "From here, in '%s', no outcome can be reached any more, whatever "
                     "is answered.",
                     prove_moment_id(r, s->statements[statement].moment));
    base_bytes_print(&r->hint,
                     "Write a reply here that leads out: you \"...\" { go = \"%s\" }. ",
                     some_outcome(r));
    prove_hint_road(r, &road);
    prove_report_at(r, "E157", &s->statements[statement].place);
    free(road.replies);
}

static void find_traps(prove_report *r)
{
    const prove_search *search = r->search;
    const size_t numbers = atomic_load(&search->store.reserved) + (size_t)1;
    traps t = {.report = r};
    bool any = false;

    for (uint32_t i = 0; i < search->count && !any; i++)
        any = search->best[search->order[i]] == 0;
    if (!any)
        return;
    t.seen = calloc(numbers, 1);
    t.told = calloc(search->scenario->count[MODEL_S_STATEMENTS] + (size_t)1, 1);
    t.ranks = malloc(numbers * sizeof *t.ranks);
    t.open = malloc((search->count + (size_t)1) * sizeof *t.open);
    r->failed |= !t.seen || !t.told || !t.ranks || !t.open;
    for (uint32_t i = 0; !r->failed && i < search->count; i++)
        t.ranks[search->order[i]] = i;
    for (uint32_t i = 0; !r->failed && i < search->count; i++) {
        const uint32_t number = search->order[i];

        if (search->best[number] != 0 || t.seen[number])
            continue;
        if (!t.told[prove_statement_of(search, i)])
            tell_trap(&t, i);
        follow(&t, i);
    }
    free(t.seen);
    free(t.told);
    free(t.ranks);
    free(t.open);
}

void prove_find_stuck(prove_report *r)
{
    find_breaks(r);
    find_played(r);
    if (r->search->why == PROVE_PROVED)
        find_traps(r);
}
