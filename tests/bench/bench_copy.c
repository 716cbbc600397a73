/* What a what-if costs, and what a reply takes.
 *
 *   bench_copy PATH [--large]
 *
 * Microseconds of CPU for a copy of a session at its first choice (and its release), the
 * median of ROUNDS; microseconds to assign one to another; and the bytes of the scenario
 * for each reply, beyond its text. */
#include "cli/load.h"

#include <earshot/session.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 9
#define COPIES 20000

static double cpu(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b)
{
    const double left = *(const double *)a, right = *(const double *)b;

    return (left > right) - (left < right);
}

/* Microseconds each; below 0: out of memory. */
static double copies(const ear_session *session)
{
    const double from = cpu();

    for (int i = 0; i < COPIES; i++) {
        ear_session *copy = NULL;

        if (ear_session_copy(&copy, session, NULL) != EAR_OK)
            return -1;
        ear_session_free(copy);
    }
    return (cpu() - from) / COPIES * 1e6;
}

static double assigns(ear_session *to, const ear_session *from)
{
    const double began = cpu();

    for (int i = 0; i < COPIES; i++)
        ear_session_assign(to, from);
    return (cpu() - began) / COPIES * 1e6;
}

static bool tell_copies(const cli_loaded *loaded)
{
    const ear_options options = {.hooks = loaded->hooks};
    const ear_sink nobody = {0};
    ear_session *session = NULL, *copy = NULL;
    double copied[ROUNDS], assigned[ROUNDS];
    bool fine = ear_session_new(&session, loaded->scenario, &options, NULL) == EAR_OK &&
                ear_session_begin(session, &nobody, NULL) == EAR_OK &&
                ear_session_copy(&copy, session, NULL) == EAR_OK;

    for (int i = 0; fine && i < ROUNDS; i++) {
        copied[i] = copies(session);
        assigned[i] = assigns(copy, session);
        fine = copied[i] >= 0;
    }
    if (fine) {
        qsort(copied, ROUNDS, sizeof *copied, by_size);
        qsort(assigned, ROUNDS, sizeof *assigned, by_size);
        printf("a copy: %.3f us, assigning: %.3f us\n", copied[ROUNDS / 2],
               assigned[ROUNDS / 2]);
    }
    ear_session_free(copy);
    ear_session_free(session);
    return fine;
}

static void tell_bytes(const ear_scenario *scenario)
{
    const uint32_t replies = scenario->count[MODEL_S_REPLIES];
    const uint64_t beyond = scenario->header->bytes - scenario->count[MODEL_S_TEXT];

    printf("%u replies, %.0f bytes each beyond their text\n", replies,
           replies ? (double)beyond / replies : 0);
}

int main(int argc, char **argv)
{
    const cli_load_options options = {
        .no_cache = true, .large = argc > 2 && strcmp(argv[2], "--large") == 0};
    model_findings findings = {0};
    cli_loaded *loaded = NULL;
    cli_pack *pack = NULL;
    ear_error err = {0};
    bool fine = argc > 1 &&
                cli_pack_open(&pack, argv[1], &options, &findings, &err) == EAR_OK &&
                pack && cli_load(&loaded, pack, NULL, &findings, &err) == EAR_OK &&
                loaded->scenario;

    if (!fine)
        fprintf(stderr, "bench_copy PATH [--large]: %s\n", err.message);
    fine = fine && tell_copies(loaded);
    if (fine)
        tell_bytes(loaded->scenario);
    cli_loaded_free(loaded);
    cli_pack_free(pack);
    model_findings_release(&findings);
    return fine ? 0 : 1;
}
