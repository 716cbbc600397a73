#ifndef EARSHOT_PROVE_PROVE_H
#define EARSHOT_PROVE_PROVE_H

/*
 * What everything in this module shares: how much it may use, who answers for a
 * scenario's Lua functions on each thread, how it is stopped, and whom it tells how far
 * it is. The parts have headers of their own: search.h (every state any player can
 * reach).
 */

#include <earshot/session.h>

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Hooks for one more thread. Both are called on the thread that uses the hooks; NULL
 * `open`: the scenario has no functions, or nobody answers for them. */
typedef struct prove_helpers {
    ear_status (*open)(void *user, ear_hooks *hooks, void **handle, ear_error *err);
    void (*close)(void *user, void *handle);
    void *user;
} prove_helpers;

/* 0 is "the usual": see prove_limits_fill(). */
typedef struct prove_limits {
    uint64_t states; /* the most states that are kept */
    uint64_t memory; /* bytes, of all that is kept */
    unsigned jobs;   /* threads */
} prove_limits;

#define PROVE_STATES   UINT64_C(2000000)
#define PROVE_MAX_JOBS 64u

/* How far it is: `expected` is an estimate, 0: not known yet. Called at most a few times
 * a second, always on the calling thread. */
typedef struct prove_progress {
    void (*tell)(void *user, uint64_t done, uint64_t expected); /* NULL: nobody */
    void *user;
} prove_progress;

/* All of it together. `stop` is borrowed and may be set from anywhere, a signal handler
 * too; NULL: it cannot be stopped. */
typedef struct prove_work {
    prove_limits limits;
    prove_helpers helpers;
    prove_progress progress;
    atomic_bool *stop;
} prove_work;

/* Puts in what was left at 0: PROVE_STATES, a quarter of the memory that is free, one
 * thread for each core that this process may use. */
void prove_limits_fill(prove_limits *limits);

static inline bool prove_stopped(const prove_work *work)
{
    return work->stop && atomic_load_explicit(work->stop, memory_order_relaxed);
}

/* Opens the hooks of one thread; without functions in the scenario nothing is asked for
 * and *hooks is zero. Undone with prove_helper_close() on the same thread. */
ear_status prove_helper_open(const prove_work *work, const ear_scenario *scenario,
                             ear_hooks *hooks, void **handle, ear_error *err);
void prove_helper_close(const prove_work *work, void *handle); /* NULL is fine */

#endif
