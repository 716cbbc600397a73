/* Loading in a helper: the files go there, findings and an image come back. */

#include "base/fail.h"
#include "base/utf8.h"
#include "jail/helper.h"

#include <string.h>

/* What a pack may send back, whatever it claims. */
#define IMAGE_MOST       ((size_t)512 << 20)
#define IMAGE_LARGE_MOST ((size_t)2 << 30)
#define RECORD_MOST      ((size_t)1 << 20)
#define FINDINGS_MOST    100000u

/* One load under way. */
typedef struct loading {
    jail_helper *helper;
    const char *name;
    jail_what what;
    base_bytes *result; /* the image, or the record of pack.lua */
    size_t most;        /* of it */
    uint32_t found;
    bool closed; /* the result's last frame has come */
} loading;

static jail_arrival send_frame(jail_helper *helper, jail_frame_type type, char first,
                               const char *text)
{
    base_bytes out = {0};
    base_bytes inside = {0};
    jail_arrival arrival = JAIL_NO_ROOM;

    base_bytes_char(&inside, first);
    base_bytes_text(&inside, text);
    if (!inside.failed)
        jail_put_frame(&out, type, inside.at, inside.length);
    if (!inside.failed && !out.failed)
        arrival = jail_channel_send(&helper->channel, out.at, out.length);
    base_bytes_release(&inside);
    base_bytes_release(&out);
    return arrival;
}

/* The contents go straight from where they lie, a head before each part. */
static jail_arrival send_contents(jail_helper *helper, const char *at, size_t length)
{
    size_t part;

    do {
        base_bytes head = {0};

        part = length < JAIL_FRAME_MAX ? length : JAIL_FRAME_MAX;
        base_bytes_char(&head, (char)JAIL_FILE);
        jail_put_u32(&head, (uint32_t)part);
        jail_arrival arrival =
            head.failed ? JAIL_NO_ROOM
                        : jail_channel_send(&helper->channel, head.at, head.length);
        base_bytes_release(&head);
        if (arrival == JAIL_ARRIVED)
            arrival = jail_channel_send(&helper->channel, at, part);
        if (arrival != JAIL_ARRIVED)
            return arrival;
        at += part;
        length -= part;
    } while (part > 0);
    return JAIL_ARRIVED;
}

static jail_arrival send_files(jail_helper *helper)
{
    const jail_job *job = helper->job;
    jail_arrival arrival = JAIL_ARRIVED;

    if (helper->sent)
        return arrival;
    helper->sent = true;
    for (size_t i = 0; i < job->count && arrival == JAIL_ARRIVED; i++) {
        const jail_file *file = &job->files[i];

        arrival = send_frame(helper, JAIL_NAME, file->library ? 1 : 0, file->name);
        if (arrival == JAIL_ARRIVED)
            arrival = send_contents(helper, file->bytes, file->length);
    }
    return arrival;
}

static jail_arrival take_part(loading *load, const jail_frame *frame)
{
    if (frame->length == 0) {
        load->closed = true;
        return JAIL_ARRIVED;
    }
    if (load->closed || frame->length > load->most - load->result->length)
        return JAIL_NONSENSE;
    return base_bytes_add(load->result, frame->at, frame->length) ? JAIL_ARRIVED
                                                                  : JAIL_NO_ROOM;
}

static jail_arrival take_frame(loading *load, const jail_frame *frame,
                               model_findings *findings)
{
    const uint8_t part =
        load->what == JAIL_WHAT_PACK ? (uint8_t)JAIL_PACK : (uint8_t)JAIL_IMAGE;

    if (frame->type == part)
        return take_part(load, frame);
    if (frame->type == JAIL_FINDING && load->found++ < FINDINGS_MOST &&
        jail_get_finding(frame, findings))
        return JAIL_ARRIVED;
    return JAIL_NONSENSE;
}

static jail_arrival receive_all(loading *load, model_findings *findings)
{
    for (;;) {
        jail_frame frame;
        jail_arrival arrival = jail_helper_receive(load->helper, &frame);

        if (arrival != JAIL_ARRIVED)
            return arrival;
        if (frame.type == JAIL_DONE)
            return frame.length == 0 && load->closed ? JAIL_ARRIVED : JAIL_NONSENSE;
        arrival = take_frame(load, &frame, findings);
        if (arrival != JAIL_ARRIVED)
            return arrival;
    }
}

/* A helper that is lost while loading is a finding of the pack, at the place it named or
 * at the file. */
static ear_status blame(loading *load, jail_arrival arrival, int ms,
                        model_findings *findings, ear_error *err)
{
    ear_error why = {.status = EAR_OK};

    base_bytes_release(load->result);
    if (jail_helper_lost(load->helper, arrival, "loading", ms, &why) == EAR_E_NOMEM)
        return base_fail_memory(err);
    model_findings_add(findings,
                       &(model_finding){.code = "E002",
                                        .file = why.file[0] ? why.file : load->name,
                                        .line = (uint32_t)why.line,
                                        .message = why.message});
    return EAR_OK;
}

static ear_status run_load(loading *load, model_findings *findings, ear_error *err)
{
    jail_helper *helper = load->helper;
    const int ms = jail_helper_patience(helper, true);

    helper->printed = 0;
    jail_channel_allow(&helper->channel, ms);

    jail_arrival arrival = send_files(helper);
    if (arrival == JAIL_ARRIVED)
        arrival = send_frame(helper, JAIL_LOAD, (char)load->what, load->name);
    if (arrival == JAIL_ARRIVED)
        arrival = receive_all(load, findings);
    if (arrival == JAIL_ARRIVED && load->result->length == 0 &&
        model_findings_count(findings, MODEL_ERROR) == 0)
        arrival = JAIL_NONSENSE; /* neither a result nor a reason */
    if (arrival != JAIL_ARRIVED)
        return blame(load, arrival, ms, findings, err);
    return findings->failed || load->result->failed ? base_fail_memory(err) : EAR_OK;
}

ear_status jail_load(jail_helper *helper, const char *name, base_bytes *image,
                     model_findings *findings, ear_error *err)
{
    loading load = {
        .helper = helper,
        .name = name,
        .what = JAIL_WHAT_SCENARIO,
        .result = image,
        .most = helper->job->large ? IMAGE_LARGE_MOST : IMAGE_MOST,
    };

    return run_load(&load, findings, err);
}

/* Whole pairs of texts, each closed by its NUL. */
static bool is_record(const base_bytes *record)
{
    size_t ends = 0;

    for (size_t i = 0; i < record->length; i++)
        ends += record->at[i] == '\0';
    return record->length == 0 ||
           (record->at[record->length - 1] == '\0' && ends % 2 == 0 &&
            base_utf8_valid(record->at, record->length));
}

ear_status jail_load_pack(jail_helper *helper, const char *name, base_bytes *record,
                          model_findings *findings, ear_error *err)
{
    loading load = {
        .helper = helper,
        .name = name,
        .what = JAIL_WHAT_PACK,
        .result = record,
        .most = RECORD_MOST,
    };
    const ear_status status = run_load(&load, findings, err);

    if (status == EAR_OK && !is_record(record))
        return blame(&load, JAIL_NONSENSE, 0, findings, err);
    return status;
}
