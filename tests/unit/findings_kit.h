#ifndef EARSHOT_TESTS_FINDINGS_KIT_H
#define EARSHOT_TESTS_FINDINGS_KIT_H

/* What building a draft must say. */

#include "draft_kit.h"

#include <stdio.h>

/* Whether the finding is "E101 7:40 part of the message"; the column may be left out. */
static inline bool is_wanted(const model_finding *f, const char *wanted)
{
    const char *part = strchr(strchr(wanted, ' ') + 1, ' ');
    const size_t length = part ? (size_t)(part - wanted) : strlen(wanted);
    char head[64], column[16] = "";

    if (memchr(wanted, ':', length))
        snprintf(column, sizeof column, ":%u", f->column);
    snprintf(head, sizeof head, "%s %u%s", f->code, f->line, column);
    return strlen(head) == length && memcmp(head, wanted, length) == 0 &&
           (!part || strstr(f->message, part + 1));
}

/* Builds, and wants exactly these findings; an image comes only without errors. */
static inline void expect(kit *k, const char *const *wanted)
{
    size_t count = 0;
    bool errors = false;

    kit_build(k);
    while (wanted[count])
        count++;
    for (size_t i = 0; i < k->findings.count; i++) {
        const model_finding *f = &k->findings.at[i];

        errors |= model_finding_severity(f) == MODEL_ERROR;
        if (i >= count || !is_wanted(f, wanted[i]))
            fail_msg("wanted \"%s\", got \"%s %u:%u %s\"",
                     i < count ? wanted[i] : "nothing more", f->code, f->line, f->column,
                     f->message);
    }
    assert_int_equal(k->findings.count, count);
    assert_int_equal(k->image.length == 0, errors);
    kit_end(k);
}

#define EXPECT(k, ...)    expect((k), (const char *const[]){__VA_ARGS__, NULL})
#define EXPECT_NOTHING(k) expect((k), (const char *const[]){NULL})

static inline const char *hint_of(kit *k, size_t index)
{
    kit_build(k);
    assert_true(index < k->findings.count);
    return k->findings.at[index].hint;
}

#endif
