#include "prove/search_internal.h"

#include <stdlib.h>

/* A layer of few states is done sooner than the system wakes a thread, so that what is
 * to come is waited for awake a while: in rests, about a quarter of a millisecond. */
#define RESTS 8192u

static void rest(void)
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

/* Waits for another round than `round`, and returns it. */
static uint64_t next_round(prove_pool *pool, uint64_t round)
{
    for (unsigned i = 0; i < RESTS; i++) {
        if (atomic_load_explicit(&pool->round, memory_order_acquire) != round)
            return round + 1;
        rest();
    }
    pthread_mutex_lock(&pool->lock);
    while (atomic_load(&pool->round) == round)
        pthread_cond_wait(&pool->begin, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    return round + 1;
}

/* Waits until no other thread is at it. */
static void wait_for_all(prove_pool *pool)
{
    for (unsigned i = 0; i < RESTS; i++) {
        if (atomic_load_explicit(&pool->busy, memory_order_acquire) == 0)
            return;
        rest();
    }
    pthread_mutex_lock(&pool->lock);
    while (atomic_load(&pool->busy) > 0)
        pthread_cond_wait(&pool->end, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
}

static void begin_round(prove_pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    atomic_store(&pool->busy, pool->count - 1);
    atomic_fetch_add(&pool->round, 1);
    pthread_cond_broadcast(&pool->begin);
    pthread_mutex_unlock(&pool->lock);
}

static void end_round(prove_pool *pool)
{
    if (atomic_fetch_sub(&pool->busy, 1) > 1)
        return;
    pthread_mutex_lock(&pool->lock);
    pthread_cond_signal(&pool->end);
    pthread_mutex_unlock(&pool->lock);
}

static void *serve(void *user)
{
    prove_worker *worker = user;
    prove_pool *pool = &worker->search->pool;
    uint64_t round = 0;

    for (;;) {
        round = next_round(pool, round);
        if (!pool->phase)
            return NULL;
        pool->phase(worker);
        end_round(pool);
    }
}

bool prove_pool_make(prove_pool *pool, prove_search *search, unsigned jobs)
{
    *pool = (prove_pool){.workers = calloc(jobs, sizeof *pool->workers)};
    if (!pool->workers)
        return false;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->begin, NULL);
    pthread_cond_init(&pool->end, NULL);
    for (unsigned i = 0; i < jobs; i++) {
        prove_worker *worker = &pool->workers[i];

        *worker = (prove_worker){.search = search, .heap = &search->heaps[i], .index = i};
        worker->packer.keys = &search->keys;
        worker->block.owner = (uint8_t)i;
        if (i > 0 && pthread_create(&worker->thread, NULL, serve, worker) != 0)
            break; /* fewer threads do as well */
        pool->count = i + 1;
    }
    return true;
}

/* `alone`: too little to do to wake anybody. */
void prove_pool_run(prove_pool *pool, void (*phase)(prove_worker *worker), bool alone)
{
    if (alone || pool->count == 1) {
        phase(&pool->workers[0]);
        return;
    }
    pool->phase = phase;
    begin_round(pool);
    phase(&pool->workers[0]);
    wait_for_all(pool);
}

void prove_pool_release(prove_pool *pool)
{
    if (!pool->workers)
        return;
    pool->phase = NULL; /* nothing more to do */
    begin_round(pool);
    for (unsigned i = 1; i < pool->count; i++)
        pthread_join(pool->workers[i].thread, NULL);
    pthread_mutex_destroy(&pool->lock);
    pthread_cond_destroy(&pool->begin);
    pthread_cond_destroy(&pool->end);
    free(pool->workers);
    *pool = (prove_pool){0};
}
