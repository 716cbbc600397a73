#include "prove/deal.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define JOBS   4u
#define CHUNKS 4000u

typedef struct taker {
    prove_deal *deal;
    unsigned worker;
    atomic_uchar *times; /* borrowed: by chunk: how often it was taken */
    pthread_t thread;
} taker;

/* Chunk c belongs to c % jobs. */
static prove_deal *dealt(unsigned jobs, uint32_t chunks)
{
    prove_deal *deal = calloc(1, sizeof *deal);

    assert_non_null(deal);
    deal->jobs = jobs;
    for (uint32_t c = 0; c < chunks; c++)
        assert_true(prove_deal_add(deal, c, c % jobs));
    return deal;
}

static void done(prove_deal *deal)
{
    prove_deal_release(deal);
    free(deal);
}

static void each_takes_its_own_first_and_then_what_is_left(void **state)
{
    prove_deal *deal = dealt(2, 6);

    (void)state;
    prove_deal_begin(deal, 0, 6);
    for (uint32_t c = 1; c < 6; c += 2)
        assert_int_equal(prove_deal_take(deal, 1), c);
    for (uint32_t c = 0; c < 6; c += 2)
        assert_int_equal(prove_deal_take(deal, 1), c);
    assert_int_equal(prove_deal_take(deal, 1), PROVE_NO_CHUNK);
    assert_int_equal(prove_deal_take(deal, 0), PROVE_NO_CHUNK);
    done(deal);
}

static void only_what_is_dealt_is_taken(void **state)
{
    prove_deal *deal = dealt(2, 10);

    (void)state;
    assert_false(prove_deal_open(deal));
    prove_deal_begin(deal, 3, 6);
    assert_true(prove_deal_open(deal));
    assert_int_equal(prove_deal_take(deal, 0), 4);
    assert_int_equal(prove_deal_take(deal, 0), 3);
    assert_true(prove_deal_open(deal));
    assert_int_equal(prove_deal_take(deal, 0), 5);
    assert_false(prove_deal_open(deal));
    done(deal);
}

static void *take_all(void *user)
{
    taker *it = user;
    uint32_t chunk;

    while ((chunk = prove_deal_take(it->deal, it->worker)) != PROVE_NO_CHUNK)
        atomic_fetch_add(&it->times[chunk], 1);
    return NULL;
}

static void threads_take_each_chunk_once(void **state)
{
    prove_deal *deal = dealt(JOBS, CHUNKS);
    atomic_uchar *times = calloc(CHUNKS, sizeof *times);
    taker takers[JOBS];

    (void)state;
    assert_non_null(times);
    prove_deal_begin(deal, 1, CHUNKS);
    for (unsigned i = 0; i < JOBS; i++) {
        takers[i] = (taker){.deal = deal, .worker = i, .times = times};
        assert_int_equal(pthread_create(&takers[i].thread, NULL, take_all, &takers[i]),
                         0);
    }
    for (unsigned i = 0; i < JOBS; i++)
        pthread_join(takers[i].thread, NULL);
    assert_int_equal(atomic_load(&times[0]), 0);
    for (uint32_t c = 1; c < CHUNKS; c++)
        assert_int_equal(atomic_load(&times[c]), 1);
    free((void *)times);
    done(deal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_takes_its_own_first_and_then_what_is_left),
        cmocka_unit_test(only_what_is_dealt_is_taken),
        cmocka_unit_test(threads_take_each_chunk_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
