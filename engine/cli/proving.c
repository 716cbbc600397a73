#include "cli/proving.h"

#include "cli/say.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define QUIET_MS 300 /* what is done by then needs no line */

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- helpers for threads --- */

static ear_status open_helper(void *user, ear_hooks *hooks, void **handle, ear_error *err)
{
    const cli_proving *proving = user;
    cli_hooks *own = NULL;
    const ear_status status = cli_hooks_new(&own, proving->loaded, err);

    if (status == EAR_OK) {
        *hooks = cli_hooks_of(own);
        *handle = own;
    }
    return status;
}

static void close_helper(void *user, void *handle)
{
    (void)user;
    cli_hooks_free(handle);
}

/* --- how far it is --- */

static void tell(void *user, uint64_t done, uint64_t expected)
{
    cli_proving *proving = user;

    if (now_ms() - proving->began < QUIET_MS)
        return;
    proving->shown = true;
    if (expected)
        fprintf(stderr, "\r%llu of %llu %s (%llu %%) ", (unsigned long long)done,
                (unsigned long long)expected, proving->what,
                (unsigned long long)(done * 100 / expected));
    else
        fprintf(stderr, "\r%llu %s ", (unsigned long long)done, proving->what);
    fflush(stderr);
}

static void wipe(const cli_proving *proving)
{
    if (proving->shown)
        fprintf(stderr, "\r%*s\r", 60, "");
}

/* --- Ctrl-C --- */

/* Waits for Ctrl-C, or for SIGUSR1, which ends it. Both are blocked. */
static void *wait_for_stop(void *user)
{
    cli_proving *proving = user;
    sigset_t waited;
    int number = 0;

    sigemptyset(&waited);
    sigaddset(&waited, SIGINT);
    sigaddset(&waited, SIGUSR1);
    while (sigwait(&waited, &number) == 0 && number == SIGINT)
        atomic_store(&proving->stopped, true);
    return NULL;
}

void cli_proving_begin(cli_proving *proving, const cli_loaded *loaded,
                       const cli_args *args, const char *what)
{
    const cli_page page = cli_page_of(stderr);
    const uint64_t jobs = cli_number(args, "jobs", 0);
    sigset_t waited;

    *proving = (cli_proving){.loaded = loaded, .what = what, .began = now_ms()};
    proving->work = (prove_work){
        .limits.jobs = jobs > PROVE_MAX_JOBS ? PROVE_MAX_JOBS : (unsigned)jobs,
        .helpers = {open_helper, close_helper, proving},
        .stop = &proving->stopped,
    };
    if (page.terminal)
        proving->work.progress = (prove_progress){tell, proving};
    sigemptyset(&waited);
    sigaddset(&waited, SIGINT);
    sigaddset(&waited, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &waited, &proving->before);
    proving->waits = pthread_create(&proving->waiter, NULL, wait_for_stop, proving) == 0;
    if (!proving->waits) /* then Ctrl-C ends the program, as elsewhere */
        pthread_sigmask(SIG_SETMASK, &proving->before, NULL);
}

bool cli_proving_end(cli_proving *proving)
{
    wipe(proving);
    if (proving->waits) {
        pthread_kill(proving->waiter, SIGUSR1);
        pthread_join(proving->waiter, NULL);
        pthread_sigmask(SIG_SETMASK, &proving->before, NULL);
    }
    return atomic_load(&proving->stopped);
}
