#include "jail/helper.h"
#include "base/fail.h"
#include "base/utf8.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

ear_status jail_start(jail_helper **out, const jail_job *job, ear_error *err)
{
    jail_helper *helper = calloc(1, sizeof *helper);

    if (!helper)
        return base_fail_memory(err);
    helper->job = job;

    const ear_status status = jail_channel_open(&helper->channel, job->program,
                                                job->large ? "large" : "normal", err);
    if (status != EAR_OK) {
        free(helper);
        return status;
    }
    *out = helper;
    return EAR_OK;
}

void jail_end(jail_helper *helper)
{
    if (!helper)
        return;
    jail_channel_close(&helper->channel);
    free(helper);
}

void jail_set_job(jail_helper *helper, const jail_job *job)
{
    helper->job = job;
}

uint32_t jail_sealed(const jail_helper *helper)
{
    return helper->sealed;
}

int jail_helper_patience(const jail_helper *helper, bool loading)
{
    if (helper->job->patience > 0)
        return helper->job->patience;
    if (!loading)
        return JAIL_CALL_MS;
    return helper->job->large ? JAIL_LOAD_LARGE_MS : JAIL_LOAD_MS;
}

/* False when it has printed more than it may, or there is no memory to clean it in. */
static bool pass_print(jail_helper *helper, const jail_frame *frame)
{
    const jail_job *job = helper->job;
    base_bytes text = {0};

    helper->printed += frame->length;
    if (helper->printed > JAIL_PRINT_MOST)
        return false;
    if (!job->print)
        return true;

    const bool clean = base_utf8_clean(&text, (const char *)frame->at, frame->length);
    if (clean && text.length > 0)
        job->print(job->user, text.at, text.length);
    base_bytes_release(&text);
    return clean;
}

/* Cleaned, cut to `room`, and ended by a NUL. */
static void keep_text(char *to, size_t room, jail_span text)
{
    base_bytes clean = {0};

    if (base_utf8_clean(&clean, text.at, text.length < room ? text.length : room))
        snprintf(to, room, "%s", base_bytes_string(&clean));
    base_bytes_release(&clean);
}

static bool keep_farewell(jail_helper *helper, const jail_frame *frame)
{
    jail_cursor from = jail_cursor_of(frame);

    helper->line = jail_get_u32(&from);
    keep_text(helper->file, sizeof helper->file, jail_get_text(&from));
    keep_text(helper->message, sizeof helper->message, jail_get_text(&from));
    helper->over = jail_cursor_clean(&from);
    return helper->over;
}

static bool keep_seal(jail_helper *helper, const jail_frame *frame)
{
    jail_cursor from = jail_cursor_of(frame);

    helper->sealed = jail_get_u32(&from);
    return jail_cursor_clean(&from);
}

jail_arrival jail_helper_receive(jail_helper *helper, jail_frame *out)
{
    for (;;) {
        const jail_arrival arrival = jail_channel_receive(&helper->channel, out);
        bool good;

        if (arrival != JAIL_ARRIVED)
            return arrival;
        if (out->type == JAIL_PRINT)
            good = pass_print(helper, out);
        else if (out->type == JAIL_SEALED)
            good = keep_seal(helper, out);
        else if (out->type == JAIL_OVER)
            good = keep_farewell(helper, out);
        else
            return JAIL_ARRIVED;
        if (!good)
            return JAIL_NONSENSE;
        if (helper->over)
            return JAIL_GONE;
    }
}

static ear_status lost_by_signal(int number, const char *doing, ear_error *err)
{
    switch (number) {
    case SIGPROF:
    case SIGXCPU:
        return base_fail(err, EAR_E_LIMIT, "%s took more CPU time than a pack may use",
                         doing);
    case SIGSYS:
        return base_fail(err, EAR_E_SCRIPT,
                         "the pack tried something that no pack may do, while %s", doing);
    case SIGKILL:
        return base_fail(err, EAR_E_LIMIT, "the helper was killed from outside while %s",
                         doing);
    default:
        return base_fail(err, EAR_E_SCRIPT,
                         "the pack made its Lua crash while %s (signal %d)", doing,
                         number);
    }
}

static ear_status lost_by_itself(jail_helper *helper, int status, const char *doing,
                                 ear_error *err)
{
    if (helper->over) {
        base_fail(err, EAR_E_LIMIT, "%s", helper->message);
        return helper->file[0] ? base_fail_at(err, helper->file, (int)helper->line)
                               : EAR_E_LIMIT;
    }
    if (WIFSIGNALED(status))
        return lost_by_signal(WTERMSIG(status), doing, err);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 5)
        return base_fail(err, EAR_E_LIMIT, "%s passed a limit of memory or steps", doing);
    return base_fail(err, EAR_E_SCRIPT, "the helper ended by itself while %s", doing);
}

ear_status jail_helper_lost(jail_helper *helper, jail_arrival arrival, const char *doing,
                            int ms, ear_error *err)
{
    const bool talked = helper->printed > JAIL_PRINT_MOST;
    const int status = jail_channel_close(&helper->channel);

    switch (arrival) {
    case JAIL_LATE:
        return base_fail(err, EAR_E_LIMIT, "%s was not over after %g s", doing,
                         (double)ms / 1000);
    case JAIL_GONE:
        return lost_by_itself(helper, status, doing, err);
    case JAIL_NONSENSE:
        return talked ? base_fail(err, EAR_E_LIMIT, "the pack printed more than 64 KiB")
                      : base_fail(err, EAR_E_SCRIPT,
                                  "the helper sent what cannot be read while %s", doing);
    case JAIL_NO_ROOM:
    case JAIL_ARRIVED:
        break;
    }
    return base_fail_memory(err);
}
