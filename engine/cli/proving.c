#include "cli/proving.h"

#include "base/clock.h"
#include "cli/say.h"

#include <stdio.h>

#define QUIET_MS  300 /* what is done by then needs no line */
#define REDRAW_MS 100

/* --- helpers for threads --- */

static ear_status open_helper(void *user, ear_hooks *hooks, void **handle, ear_error *err)
{
    cli_hooks *own = NULL;
    const ear_status status = cli_hooks_new(&own, user, err);

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

prove_helpers cli_prove_helpers(const cli_loaded *loaded)
{
    return (prove_helpers){open_helper, close_helper, (void *)loaded};
}

/* --- how much may be used --- */

unsigned cli_jobs(const cli_args *args)
{
    const uint64_t jobs = cli_number(args, "jobs", 0);

    return jobs > PROVE_MAX_JOBS ? PROVE_MAX_JOBS : (unsigned)jobs;
}

prove_limits cli_prove_limits(const cli_args *args)
{
    prove_limits limits = {
        .states = cli_number(args, "max-states", 0),
        .memory = cli_number(args, "memory", 0) << 20,
        .jobs = cli_jobs(args),
    };

    if (cli_given(args, "max-states") && limits.states == 0)
        limits.states = 1;
    return limits;
}

/* --- how far it is --- */

static void tell(void *user, uint64_t done, uint64_t expected)
{
    cli_proving *proving = user;
    const int64_t now = base_now_ms();

    if (now - proving->began < QUIET_MS || now - proving->drawn < REDRAW_MS)
        return;
    proving->drawn = now;
    proving->shown = true;
    fprintf(stderr, "\r%llu of %llu %s \033[K", (unsigned long long)done,
            (unsigned long long)expected, proving->what);
    fflush(stderr);
}

void cli_proving_wipe(cli_proving *proving)
{
    if (proving->shown)
        fputs("\r\033[K", stderr);
    proving->shown = false;
    proving->began = base_now_ms();
}

/* --- Ctrl-C --- */

/* What the waiting thread waits for: Ctrl-C, and SIGUSR1, which ends it. */
static sigset_t waited(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGUSR1);
    return set;
}

static void *wait_for_stop(void *user)
{
    cli_proving *proving = user;
    const sigset_t set = waited();
    int number = 0;

    while (sigwait(&set, &number) == 0 && number == SIGINT)
        atomic_store(&proving->stopped, true);
    return NULL;
}

void cli_proving_begin(cli_proving *proving, prove_limits limits, const char *what)
{
    const sigset_t set = waited();

    *proving = (cli_proving){.what = what, .began = base_now_ms()};
    proving->work = (prove_work){.limits = limits, .stop = &proving->stopped};
    if (cli_page_of(stderr).terminal)
        proving->work.progress = (prove_progress){tell, proving};
    pthread_sigmask(SIG_BLOCK, &set, &proving->before);
    proving->waits = pthread_create(&proving->waiter, NULL, wait_for_stop, proving) == 0;
    if (!proving->waits) /* then Ctrl-C ends the program, as elsewhere */
        pthread_sigmask(SIG_SETMASK, &proving->before, NULL);
}

bool cli_proving_end(cli_proving *proving)
{
    cli_proving_wipe(proving);
    if (proving->waits) {
        pthread_kill(proving->waiter, SIGUSR1);
        pthread_join(proving->waiter, NULL);
        pthread_sigmask(SIG_SETMASK, &proving->before, NULL);
    }
    return atomic_load(&proving->stopped);
}
