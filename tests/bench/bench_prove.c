/* W7: how many states a second, by one thread and by two, and the bytes of a state.
 *
 *   bench_prove PATH [STATES [ROUNDS]]     many_states.lua is for it: 4.1 million states
 *
 * Medians of five rounds. Two processors of a machine need not be equally fast (a shared
 * one often is half as fast again as its neighbour), so one thread is measured on each of
 * them, and two threads are compared with the mean of the two. CPU seconds are of all
 * threads together. With fewer STATES than there are the search ends before it looks
 * back. */
#define _GNU_SOURCE /* sched_setaffinity */
#include "cli/load.h"
#include "prove/search.h"

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS      5
#define MOST_ROUNDS 99

typedef struct round_result {
    double wall, cpu; /* seconds */
    uint64_t states, bytes;
} round_result;

static double seconds(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Two processors that this program may use, twice the same where there is one. */
static void find_processors(cpu_set_t *both, int processor[2])
{
    cpu_set_t all;
    int found = 0;

    CPU_ZERO(both);
    processor[0] = processor[1] = 0;
    if (sched_getaffinity(0, sizeof all, &all) != 0)
        return;
    for (int i = 0; i < CPU_SETSIZE && found < 2; i++)
        if (CPU_ISSET((size_t)i, &all))
            processor[found++] = i;
    processor[1] = found == 2 ? processor[1] : processor[0];
    CPU_SET((size_t)processor[0], both);
    CPU_SET((size_t)processor[1], both);
}

static void stay_on(int processor)
{
    cpu_set_t one;

    CPU_ZERO(&one);
    CPU_SET((size_t)processor, &one);
    sched_setaffinity(0, sizeof one, &one);
}

static round_result run(const ear_scenario *scenario, uint64_t states, unsigned jobs)
{
    const prove_work work = {
        .limits = {.states = states, .memory = UINT64_C(8) << 30, .jobs = jobs}};
    const prove_options options = {.no_play = true};
    const double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    prove_search *search = NULL;
    ear_error err = {0};
    round_result result = {0};

    if (prove_search_run(&search, scenario, &options, &work, &err) != EAR_OK) {
        fprintf(stderr, "%s\n", err.message);
        exit(1);
    }
    result.wall = seconds(CLOCK_MONOTONIC) - wall;
    result.cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    result.states = prove_search_states(search);
    result.bytes = prove_search_bytes(search);
    prove_search_free(search);
    return result;
}

static int by_wall(const void *a, const void *b)
{
    const round_result *left = a, *right = b;

    return (left->wall > right->wall) - (left->wall < right->wall);
}

/* States a second in the middle round. */
static double tell(round_result *rounds, int count, const char *who)
{
    qsort(rounds, (size_t)count, sizeof *rounds, by_wall);

    const round_result *it = &rounds[count / 2];
    const double rate = (double)it->states / it->wall;

    printf("%s: %llu states, %.2f M a second (%.2f at best), %.2f M a CPU second, "
           "%.1f bytes a state\n",
           who, (unsigned long long)it->states, rate / 1e6,
           (double)it->states / rounds[0].wall / 1e6, (double)it->states / it->cpu / 1e6,
           (double)it->bytes / (double)it->states);
    return rate;
}

static const ear_scenario *load(const char *path)
{
    const cli_load_options options = {.no_cache = true};
    model_findings findings = {0};
    cli_loaded *loaded = NULL;
    cli_pack *pack = NULL;
    ear_error err = {0};

    if (cli_pack_open(&pack, path, &options, &findings, &err) == EAR_OK && pack &&
        cli_load(&loaded, pack, NULL, &findings, &err) == EAR_OK && loaded->scenario)
        return loaded->scenario; /* kept until the program ends */
    fprintf(stderr, "%s: %s\n", path, err.message);
    return NULL;
}

int main(int argc, char **argv)
{
    const ear_scenario *scenario = argc > 1 ? load(argv[1]) : NULL;
    const uint64_t states = argc > 2 ? strtoull(argv[2], NULL, 10) : 50000000;
    const int rounds = argc > 3 ? atoi(argv[3]) : ROUNDS;
    round_result alone[2][MOST_ROUNDS], two[MOST_ROUNDS];
    cpu_set_t both;
    int processor[2];

    if (!scenario || rounds < 1 || rounds > MOST_ROUNDS) {
        fputs("bench_prove PATH [STATES [ROUNDS]]\n", stderr);
        return 2;
    }
    find_processors(&both, processor);
    for (int i = 0; i < rounds; i++) {
        for (int p = 0; p < 2; p++) {
            stay_on(processor[p]);
            alone[p][i] = run(scenario, states, 1);
        }
        sched_setaffinity(0, sizeof both, &both);
        two[i] = run(scenario, states, 2);
    }

    const double one = tell(alone[0], rounds, "1 thread, one processor") +
                       tell(alone[1], rounds, "1 thread, the other");

    printf("x%.2f\n", tell(two, rounds, "2 threads") / (one / 2));
    return 0;
}
