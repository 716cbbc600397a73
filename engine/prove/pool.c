#include "prove/search_internal.h"

#include <stdlib.h>

static void *serve(void *user)
{
    prove_worker *worker = user;
    prove_pool *pool = &worker->search->pool;
    uint64_t round = 0;

    for (;;) {
        pthread_mutex_lock(&pool->lock);
        while (pool->round == round && !pool->quit)
            pthread_cond_wait(&pool->begin, &pool->lock);

        const bool quit = pool->quit;

        round = pool->round;
        pthread_mutex_unlock(&pool->lock);
        if (quit)
            return NULL;
        pool->phase(worker);
        pthread_mutex_lock(&pool->lock);
        if (--pool->busy == 0)
            pthread_cond_signal(&pool->end);
        pthread_mutex_unlock(&pool->lock);
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
    pthread_mutex_lock(&pool->lock);
    pool->phase = phase;
    pool->busy = pool->count - 1;
    pool->round++;
    pthread_cond_broadcast(&pool->begin);
    pthread_mutex_unlock(&pool->lock);
    phase(&pool->workers[0]);
    pthread_mutex_lock(&pool->lock);
    while (pool->busy > 0)
        pthread_cond_wait(&pool->end, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
}

void prove_pool_release(prove_pool *pool)
{
    if (!pool->workers)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->quit = true;
    pthread_cond_broadcast(&pool->begin);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 1; i < pool->count; i++)
        pthread_join(pool->workers[i].thread, NULL);
    pthread_mutex_destroy(&pool->lock);
    pthread_cond_destroy(&pool->begin);
    pthread_cond_destroy(&pool->end);
    free(pool->workers);
    *pool = (prove_pool){0};
}
