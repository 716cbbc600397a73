/*
 * Any bytes as what a helper sends: frame after frame, each read as a finding and as the
 * answer to a call of every kind. The helper is a stranger's code once it is broken.
 */
#include "base/utf8.h"
#include "jail/frame.h"

#include <stdlib.h>
#include <string.h>

#define METERS 3
#define COUNTS 9

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_amounts(const ear_answer *answer)
{
    must(answer->count <= METERS);
    for (size_t i = 0; i < answer->count; i++) {
        const ear_amount *one = &answer->amounts[i];

        must(one->meter < METERS && one->den > 0 && one->num != INT64_MIN);
        must(i == 0 || one->meter > answer->amounts[i - 1].meter);
    }
}

static void check_reads(const ear_answer *answer)
{
    must(answer->read_count <= EAR_MAX_READS);
    for (size_t i = 0; i < answer->read_count; i++) {
        must(answer->reads[i].kind < EAR_READ_KINDS);
        must(answer->reads[i].index < COUNTS);
        must(answer->reads[i].kind != EAR_READ_METER || answer->reads[i].index < METERS);
    }
}

static void read_answers(const jail_frame *frame)
{
    static const model_named named = {METERS, 2, 1, COUNTS, 4};
    static ear_answer answer;

    for (ear_call_kind kind = EAR_CALL_WHEN; kind <= EAR_CALL_WORDS; kind++) {
        base_bytes again = {0};

        if (!jail_get_answer(&answer, frame, kind, &named))
            continue;
        must(answer.den > 0 && base_utf8_valid(answer.text.at, answer.text.length));
        check_amounts(&answer);
        check_reads(&answer);
        /* What was taken is what would be sent for it. */
        jail_put_answer(&again, kind, &answer);
        must(again.length == frame->length);
        must(memcmp(again.at, frame->at, again.length) == 0);
        base_bytes_release(&again);
    }
}

static void read_finding(const jail_frame *frame)
{
    model_findings list = {.at = NULL};

    if (jail_get_finding(frame, &list)) {
        must(list.count == 1 && list.at[0].message);
        must(base_utf8_valid(list.at[0].message, strlen(list.at[0].message)));
        must(model_code_find(list.at[0].code) != NULL);
    } else {
        must(list.count == 0 || list.failed);
    }
    model_findings_release(&list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jail_frame frame;
    size_t at = 0;

    while (at < size) {
        const long taken = jail_take_frame(&frame, (const char *)data + at, size - at);

        if (taken <= 0)
            break;
        must((size_t)taken == frame.length + JAIL_FRAME_HEAD &&
             (size_t)taken <= size - at);
        read_answers(&frame);
        read_finding(&frame);
        at += (size_t)taken;
    }
    return 0;
}
