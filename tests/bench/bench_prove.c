/* W7: how many states a second, by one thread and by two, and the bytes of a state.
 *
 *   bench_prove PATH [STATES [ROUNDS]]     many_states.lua is for it: 4.1 million states
 *
 * Medians of five rounds, one thread and two in turn. CPU seconds are of all threads
 * together. With fewer STATES than there are the search ends before it looks back. */
#include "cli/load.h"
#include "prove/search.h"

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

static void tell(round_result *rounds, int count, unsigned jobs)
{
    qsort(rounds, (size_t)count, sizeof *rounds, by_wall);

    const round_result *it = &rounds[count / 2];

    printf("%u thread%s: %llu states, %.2f M a second, %.2f M a CPU second, "
           "%.1f bytes a state\n",
           jobs, jobs == 1 ? "" : "s", (unsigned long long)it->states,
           (double)it->states / it->wall / 1e6, (double)it->states / it->cpu / 1e6,
           (double)it->bytes / (double)it->states);
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
    round_result one[MOST_ROUNDS], two[MOST_ROUNDS];

    if (!scenario || rounds < 1 || rounds > MOST_ROUNDS) {
        fputs("bench_prove PATH [STATES [ROUNDS]]\n", stderr);
        return 2;
    }
    for (int i = 0; i < rounds; i++) {
        one[i] = run(scenario, states, 1);
        two[i] = run(scenario, states, 2);
    }
    tell(one, rounds, 1);
    tell(two, rounds, 2);
    return 0;
}
