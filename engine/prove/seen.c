#include "prove/seen.h"

#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

#define MOST_RANGES 4000000u /* moments x meters */
#define MOST_STUCK  1000u    /* places */

static size_t ranges_of(const ear_scenario *s)
{
    const uint64_t all = (uint64_t)s->count[MODEL_S_MOMENTS] * s->count[MODEL_S_METERS];

    return all > MOST_RANGES ? 0 : (size_t)all;
}

static bool make_ranges(prove_seen *seen, size_t ranges)
{
    seen->low = malloc(ranges * sizeof *seen->low);
    seen->high = malloc(ranges * sizeof *seen->high);
    return seen->low && seen->high;
}

bool prove_seen_make(prove_seen *seen, const ear_scenario *scenario)
{
    const uint32_t *count = scenario->count;
    const size_t ranges = ranges_of(scenario);

    *seen = (prove_seen){.scenario = scenario};
    seen->watch.statements = malloc(count[MODEL_S_STATEMENTS] + (size_t)1);
    seen->watch.replies = malloc(count[MODEL_S_REPLIES] + (size_t)1);
    seen->watch.rules = malloc(count[MODEL_S_RULES] + (size_t)1);
    seen->watch.moments = malloc(count[MODEL_S_MOMENTS] + (size_t)1);
    seen->choices = malloc(count[MODEL_S_STATEMENTS] + (size_t)1);
    seen->reached = malloc((count[MODEL_S_MOMENTS] + (size_t)1) * sizeof(uint32_t));
    seen->reached_by = malloc(count[MODEL_S_MOMENTS] + (size_t)1);
    if (!seen->watch.statements || !seen->watch.replies || !seen->watch.rules ||
        !seen->watch.moments || !seen->choices || !seen->reached || !seen->reached_by ||
        (ranges && !make_ranges(seen, ranges))) {
        prove_seen_release(seen);
        return false;
    }
    prove_seen_clear(seen);
    return true;
}

void prove_seen_release(prove_seen *seen)
{
    free(seen->watch.statements);
    free(seen->watch.replies);
    free(seen->watch.rules);
    free(seen->watch.moments);
    free(seen->choices);
    free(seen->reached);
    free(seen->reached_by);
    free(seen->low);
    free(seen->high);
    free(seen->stuck);
    *seen = (prove_seen){0};
}

void prove_seen_clear(prove_seen *seen)
{
    const uint32_t *count = seen->scenario->count;
    const size_t ranges = seen->low ? ranges_of(seen->scenario) : 0;

    memset(seen->watch.statements, 0, count[MODEL_S_STATEMENTS]);
    memset(seen->watch.replies, 0, count[MODEL_S_REPLIES]);
    memset(seen->watch.rules, 0, count[MODEL_S_RULES]);
    memset(seen->watch.moments, 0, count[MODEL_S_MOMENTS]);
    memset(seen->choices, 0, count[MODEL_S_STATEMENTS]);
    memset(seen->reached_by, 0, count[MODEL_S_MOMENTS]);
    memset(seen->reached, 0xff, count[MODEL_S_MOMENTS] * sizeof *seen->reached);
    for (size_t i = 0; i < ranges; i++) {
        seen->low[i] = INT32_MAX;
        seen->high[i] = INT32_MIN;
    }
    seen->stuck_count = 0;
    seen->inexact = false;
}

static void join(uint8_t *into, const uint8_t *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        into[i] |= more[i];
}

static void merge_reached(prove_seen *into, const prove_seen *more)
{
    for (uint32_t m = 0; m < into->scenario->count[MODEL_S_MOMENTS]; m++) {
        if (more->reached[m] >= into->reached[m])
            continue;
        into->reached[m] = more->reached[m];
        into->reached_by[m] = more->reached_by[m];
    }
}

static void merge_ranges(prove_seen *into, const prove_seen *more)
{
    const size_t ranges = into->low && more->low ? ranges_of(into->scenario) : 0;

    for (size_t i = 0; i < ranges; i++) {
        if (more->low[i] < into->low[i])
            into->low[i] = more->low[i];
        if (more->high[i] > into->high[i])
            into->high[i] = more->high[i];
    }
}

void prove_seen_join_marks(prove_seen *into, const prove_seen *more)
{
    const uint32_t *count = into->scenario->count;

    join(into->watch.statements, more->watch.statements, count[MODEL_S_STATEMENTS]);
    join(into->watch.replies, more->watch.replies, count[MODEL_S_REPLIES]);
    join(into->watch.rules, more->watch.rules, count[MODEL_S_RULES]);
    join(into->watch.moments, more->watch.moments, count[MODEL_S_MOMENTS]);
}

static uint64_t marks_in(const uint8_t *marks, uint32_t count)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < count; i++)
        sum += (marks[i] & SIM_HELD ? 1u : 0u) + (marks[i] & SIM_FAILED ? 1u : 0u);
    return sum;
}

uint64_t prove_seen_marks(const prove_seen *seen)
{
    const uint32_t *count = seen->scenario->count;

    return marks_in(seen->watch.statements, count[MODEL_S_STATEMENTS]) +
           marks_in(seen->watch.replies, count[MODEL_S_REPLIES]) +
           marks_in(seen->watch.rules, count[MODEL_S_RULES]) +
           marks_in(seen->watch.moments, count[MODEL_S_MOMENTS]);
}

bool prove_seen_merge(prove_seen *into, const prove_seen *more)
{
    const uint32_t *count = into->scenario->count;

    prove_seen_join_marks(into, more);
    join(into->choices, more->choices, count[MODEL_S_STATEMENTS]);
    merge_reached(into, more);
    merge_ranges(into, more);
    for (uint32_t i = 0; i < more->stuck_count; i++)
        prove_seen_stuck(into, &more->stuck[i]);
    into->inexact |= more->inexact;
    into->failed |= more->failed;
    return !into->failed;
}

static bool same_place(const prove_stuck *a, const prove_stuck *b)
{
    return a->why == b->why && a->moment == b->moment && a->statement == b->statement &&
           (a->why != SIM_NOT_STUCK || a->err.line == b->err.line);
}

void prove_seen_stuck(prove_seen *seen, const prove_stuck *stuck)
{
    for (uint32_t i = 0; i < seen->stuck_count; i++) {
        if (!same_place(&seen->stuck[i], stuck))
            continue;
        if (stuck->from < seen->stuck[i].from)
            seen->stuck[i] = *stuck;
        return;
    }
    if (seen->stuck_count >= MOST_STUCK)
        return;

    prove_stuck *moved = base_grown(seen->stuck, &seen->stuck_room,
                                    (size_t)seen->stuck_count + 1, sizeof *moved);

    if (!moved) {
        seen->failed = true;
        return;
    }
    seen->stuck = moved;
    seen->stuck[seen->stuck_count++] = *stuck;
}

void prove_seen_meters(prove_seen *seen, uint32_t moment, const int32_t *values)
{
    const uint32_t meters = seen->scenario->count[MODEL_S_METERS];
    const size_t first = (size_t)moment * meters;

    for (uint32_t m = 0; seen->low && m < meters; m++) {
        if (values[m] < seen->low[first + m])
            seen->low[first + m] = values[m];
        if (values[m] > seen->high[first + m])
            seen->high[first + m] = values[m];
    }
}
