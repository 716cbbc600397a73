#ifndef EARSHOT_TESTS_FINDINGS_KIT_H
#define EARSHOT_TESTS_FINDINGS_KIT_H

/* What building a draft must say. */

#include "draft_kit.h"

#include <stdio.h>

/* Builds, and wants exactly these findings: "E101 7:40 part of the message". */
static inline void expect(kit *k, const char *const *wanted)
{
    size_t count = 0;

    kit_build(k);
    while (wanted[count])
        count++;
    for (size_t i = 0; i < k->findings.count; i++) {
        const model_finding *f = &k->findings.at[i];
        char said[700];

        snprintf(said, sizeof said, "%s %u:%u %s", f->code, f->line, f->column,
                 f->message);
        if (i >= count)
            fail_msg("unexpected: %s", said);

        const char *part = strchr(strchr(wanted[i], ' ') + 1, ' ');
        const size_t head = part ? (size_t)(part - wanted[i]) : strlen(wanted[i]);
        if (strncmp(said, wanted[i], head) != 0 || said[head] != ' ' ||
            (part && !strstr(said + head, part + 1)))
            fail_msg("wanted \"%s\", got \"%s\"", wanted[i], said);
    }
    assert_int_equal(k->findings.count, count);
    assert_int_equal(k->image.length, 0);
    kit_end(k);
}

#define EXPECT(k, ...) expect((k), (const char *const[]){__VA_ARGS__, NULL})

static inline const char *hint_of(kit *k, size_t index)
{
    kit_build(k);
    assert_true(index < k->findings.count);
    return k->findings.at[index].hint;
}

#endif
