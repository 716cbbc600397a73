#include "cli/proof.h"

#include "base/fail.h"
#include "cli/say.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define QUIET_MS  300 /* before progress is shown */
#define REDRAW_MS 100
#define LOOK_MS   50 /* how soon the waiting thread sees that it is no longer needed */

/* ---- helpers ---- */

static ear_status open_hooks(void *user, ear_hooks *hooks, void **handle, ear_error *err)
{
    cli_hooks *made = NULL;
    const ear_status status = cli_hooks_new(&made, user, err);

    if (status != EAR_OK)
        return status;
    *hooks = cli_hooks_of(made);
    *handle = made;
    return EAR_OK;
}

static void close_hooks(void *user, void *handle)
{
    (void)user;
    cli_hooks_free(handle);
}

prove_helpers cli_prove_helpers(const cli_loaded *loaded)
{
    return (prove_helpers){open_hooks, close_hooks, (void *)(uintptr_t)loaded};
}

prove_limits cli_prove_limits(const cli_args *args)
{
    prove_limits limits = {
        .states = cli_number(args, "max-states", 0),
        .memory = cli_number(args, "memory", 0) << 20,
        .jobs = (unsigned)cli_number(args, "jobs", 0),
    };

    if (cli_given(args, "max-states") && limits.states == 0)
        limits.states = 1;
    return limits;
}

/* ---- Ctrl-C ---- */

struct cli_stopping {
    atomic_bool stop;
    atomic_bool over;
    pthread_t thread;
    sigset_t before; /* what was blocked */
};

static void *wait_for_signal(void *user)
{
    cli_stopping *stopping = user;
    const struct timespec pause = {.tv_nsec = LOOK_MS * 1000000L};
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    while (!atomic_load(&stopping->over))
        if (sigtimedwait(&set, NULL, &pause) == SIGINT)
            atomic_store(&stopping->stop, true);
    return NULL;
}

cli_stopping *cli_stopping_begin(void)
{
    cli_stopping *stopping = calloc(1, sizeof *stopping);
    sigset_t set;

    if (!stopping)
        return NULL;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, &stopping->before);
    if (pthread_create(&stopping->thread, NULL, wait_for_signal, stopping) == 0)
        return stopping;
    pthread_sigmask(SIG_SETMASK, &stopping->before, NULL);
    free(stopping);
    return NULL;
}

atomic_bool *cli_stopping_flag(cli_stopping *stopping)
{
    return stopping ? &stopping->stop : NULL;
}

void cli_stopping_end(cli_stopping *stopping)
{
    if (!stopping)
        return;
    atomic_store(&stopping->over, true);
    pthread_join(stopping->thread, NULL);
    pthread_sigmask(SIG_SETMASK, &stopping->before, NULL);
    free(stopping);
}

/* ---- progress ---- */

typedef struct showing {
    int64_t begun, drawn; /* ms */
    bool terminal;
    bool some;
} showing;

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void show(void *user, uint64_t done, uint64_t expected)
{
    showing *it = user;
    const int64_t now = now_ms();

    if (!it->terminal || now - it->begun < QUIET_MS || now - it->drawn < REDRAW_MS)
        return;
    it->drawn = now;
    it->some = true;
    fprintf(stderr, "\rtrying every way to play: %llu states, at most %llu \033[K",
            (unsigned long long)done, (unsigned long long)expected);
    fflush(stderr);
}

static void wipe(const showing *it)
{
    if (it->some)
        fputs("\r\033[K", stderr);
}

/* ---- the search ---- */

ear_status cli_prove(cli_proof *out, const cli_loaded *loaded, const prove_work *work,
                     ear_error *err)
{
    showing it = {.begun = now_ms(), .terminal = cli_page_of(stderr).terminal};
    prove_work mine = *work;
    ear_status status;

    *out = (cli_proof){0};
    mine.progress = (prove_progress){show, &it};
    status = prove_search_run(&out->search, loaded->scenario, NULL, &mine, err);
    if (status == EAR_OK && prove_search_proved(out->search) &&
        !prove_search_knows_meters(out->search)) {
        const prove_options every = {.meters = true, .no_play = true};

        status = prove_search_run(&out->ranges, loaded->scenario, &every, &mine, err);
    }
    wipe(&it);
    if (status != EAR_OK)
        cli_proof_release(out);
    return status;
}

void cli_proof_release(cli_proof *proof)
{
    prove_search_free(proof->search);
    prove_search_free(proof->ranges);
    *proof = (cli_proof){0};
}
