/* Calls of a scenario's Lua functions: to a helper that may die at any moment. */

#include "base/fail.h"
#include "base/utf8.h"
#include "jail/helper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CALL_HEAD  12 /* function, kind, length of the state */
#define STATE_PART (JAIL_FRAME_MAX - CALL_HEAD)

struct jail_caller {
    const jail_job *job;
    const char *name;
    const ear_scenario *scenario;
    jail_helper *helper; /* owned; NULL: none runs */
    base_bytes out;      /* the frames of a call, kept for their room */
    base_bytes words;    /* what a function said last, cleaned */
};

ear_status jail_caller_new(jail_caller **out, const jail_job *job, const char *name,
                           const ear_scenario *scenario, ear_error *err)
{
    jail_caller *caller = calloc(1, sizeof *caller);

    if (!caller)
        return base_fail_memory(err);
    *caller = (jail_caller){.job = job, .name = name, .scenario = scenario};
    *out = caller;
    return EAR_OK;
}

void jail_caller_adopt(jail_caller *caller, jail_helper *helper)
{
    jail_end(caller->helper);
    caller->helper = helper;
}

void jail_caller_free(jail_caller *caller)
{
    if (!caller)
        return;
    jail_end(caller->helper);
    base_bytes_release(&caller->out);
    base_bytes_release(&caller->words);
    free(caller);
}

/* The functions are numbered by the load, so the load has to be the same one. */
static bool same_image(const jail_caller *caller, const base_bytes *image)
{
    const model_header *header = caller->scenario->header;

    return image->length == header->bytes &&
           memcmp(image->at, header, sizeof *header) == 0;
}

static ear_status say_finding(const jail_caller *caller, const model_findings *findings,
                              ear_error *err)
{
    for (size_t i = 0; i < findings->count; i++) {
        const model_finding *finding = &findings->at[i];

        if (model_finding_severity(finding) != MODEL_ERROR)
            continue;
        base_fail(err, EAR_E_SCRIPT, "%s", finding->message);
        return base_fail_at(err, finding->file, (int)finding->line);
    }
    return base_fail(err, EAR_E_SCRIPT,
                     "'%s' loads differently each time, so its functions cannot be told "
                     "apart",
                     caller->name);
}

static ear_status reload(jail_caller *caller, jail_helper *helper, ear_error *err)
{
    base_bytes image = {0};
    model_findings findings = {0};
    ear_status status = jail_load(helper, caller->name, &image, &findings, err);

    if (status == EAR_OK && !same_image(caller, &image))
        status = say_finding(caller, &findings, err);
    model_findings_release(&findings);
    base_bytes_release(&image);
    return status;
}

static ear_status start(jail_caller *caller, ear_error *err)
{
    jail_job quiet = *caller->job; /* what loading prints was printed at the first load */
    jail_helper *helper = NULL;

    quiet.print = NULL;
    ear_status status = jail_start(&helper, &quiet, err);
    if (status != EAR_OK)
        return status;
    status = reload(caller, helper, err);
    if (status != EAR_OK) {
        jail_end(helper);
        return status;
    }
    jail_set_job(helper, caller->job);
    caller->helper = helper;
    return EAR_OK;
}

/* The state in as many frames as it needs; nearly always one. */
static bool write_question(base_bytes *out, const ear_call *ask)
{
    const char *at = ask->state;
    size_t left = ask->bytes;

    base_bytes_clear(out);
    do {
        const size_t part = left < STATE_PART ? left : STATE_PART;

        base_bytes_char(out, (char)JAIL_CALL);
        jail_put_u32(out, (uint32_t)(CALL_HEAD + part));
        jail_put_u32(out, ask->function);
        jail_put_u32(out, (uint32_t)ask->kind);
        jail_put_u32(out, (uint32_t)ask->bytes);
        base_bytes_add(out, at, part);
        at += part;
        left -= part;
    } while (left > 0);
    return !out->failed;
}

static ear_status failed(const jail_frame *frame, const model_named *named,
                         ear_answer *answer, ear_error *err)
{
    jail_cursor from = jail_cursor_of(frame);
    const uint32_t line = jail_get_u32(&from);
    const jail_span file = jail_get_text(&from);
    const jail_span message = jail_get_text(&from);
    base_bytes clean = {0};

    jail_get_reads(&from, answer, named);
    base_utf8_clean(&clean, message.at, message.length < 500 ? message.length : 500);
    base_fail(err, EAR_E_SCRIPT, "%s",
              clean.length > 0 ? clean.at : "a function of the pack failed");
    base_bytes_clear(&clean);
    base_utf8_clean(&clean, file.at, file.length < 250 ? file.length : 250);
    if (clean.length > 0)
        base_fail_at(err, clean.at, (int)line);
    base_bytes_release(&clean);
    return EAR_E_SCRIPT;
}

/* Words are handed out clean and closed by a NUL. */
static bool keep_words(jail_caller *caller, ear_answer *answer)
{
    base_bytes *words = &caller->words;

    base_bytes_clear(words);
    if (!base_utf8_clean(words, answer->text.at, answer->text.length))
        return false;
    answer->text = (ear_text){.at = base_bytes_string(words), .length = words->length};
    return true;
}

/* Puts the question once. JAIL_ARRIVED: *status is the result. */
static jail_arrival ask_once(jail_caller *caller, const ear_call *ask, ear_answer *answer,
                             ear_status *status, ear_error *err)
{
    const model_named named = model_named_of(caller->scenario);
    jail_helper *helper = caller->helper;
    jail_frame frame;

    helper->printed = 0;
    jail_channel_allow(&helper->channel, jail_helper_patience(helper, false));
    jail_arrival arrival =
        jail_channel_send(&helper->channel, caller->out.at, caller->out.length);
    if (arrival == JAIL_ARRIVED)
        arrival = jail_helper_receive(helper, &frame);
    if (arrival != JAIL_ARRIVED)
        return arrival;

    *status = EAR_OK;
    if (frame.type == JAIL_FAILED)
        *status = failed(&frame, &named, answer, err);
    else if (frame.type != JAIL_ANSWER ||
             !jail_get_answer(answer, &frame, ask->kind, &named))
        return JAIL_NONSENSE;
    else if (ask->kind == EAR_CALL_WORDS && !keep_words(caller, answer))
        *status = base_fail_memory(err);
    return JAIL_ARRIVED;
}

static ear_status give_up(jail_caller *caller, jail_arrival arrival, ear_error *err)
{
    const int ms = jail_helper_patience(caller->helper, false);
    const ear_status status =
        jail_helper_lost(caller->helper, arrival, "a function call", ms, err);

    jail_end(caller->helper);
    caller->helper = NULL;
    return status;
}

/* Asked again when the helper has to be replaced. */
static ear_status call(void *user, const ear_call *ask, ear_answer *answer,
                       ear_error *err)
{
    jail_caller *caller = user;
    ear_status status = EAR_OK;

    if (!write_question(&caller->out, ask))
        return base_fail_memory(err);
    for (int tries = 0; tries < 2; tries++) {
        if (!caller->helper && (status = start(caller, err)) != EAR_OK)
            return status;

        const jail_arrival arrival = ask_once(caller, ask, answer, &status, err);
        if (arrival == JAIL_ARRIVED)
            return status;
        status = give_up(caller, arrival, err);
    }
    return status;
}

ear_hooks jail_caller_hooks(jail_caller *caller)
{
    return (ear_hooks){.call = call, .user = caller};
}
