#ifndef EARSHOT_TESTS_REFUSAL_H
#define EARSHOT_TESTS_REFUSAL_H

/*
 * Each allocation refused once, in turn. A test that is linked to earshot_refusal has its
 * malloc, calloc and realloc (and its strdup and strndup) wrapped, on every thread:
 *
 *     static ear_status play(void *user, ear_error *err) { ... }
 *     assert_true(refusal_sweep(play, &my) > 20);
 *
 * What an attempt leaks is found by the preset `asan`.
 */

#include <earshot/error.h>

#include <stdbool.h>
#include <stddef.h>

/* From now on, the n-th allocation (from 1) is refused; 0: none is any more. */
void refusal_at(size_t n);
/* Allocations from refusal_at(n) to refusal_at(0). */
size_t refusal_asked(void);
/* For an allocator that does not come to malloc: counts one more, true when it is the one
 * that is refused. */
bool refusal_now(void);

/* Does everything that is to be tried and cleans up after itself. What was given back
 * well has to be whole, also where a refusal was got over. */
typedef ear_status refusal_attempt(void *user, ear_error *err);

/*
 * Tries with the 1st allocation refused, then the 2nd, until none is left to refuse, and
 * fails the test unless each attempt says EAR_E_NOMEM, in the error too, or does without
 * what was refused. Returns how many attempts failed.
 */
size_t refusal_sweep(refusal_attempt *attempt, void *user);
/* The same with every `step`-th only, for what takes long. */
size_t refusal_sweep_by(size_t step, refusal_attempt *attempt, void *user);

#endif
