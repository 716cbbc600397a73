#ifndef EARSHOT_TESTS_COMPLAINT_KIT_H
#define EARSHOT_TESTS_COMPLAINT_KIT_H

/* One world for a whole test program, and what its complaints must say. */
#include "expression_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static struct world w;

static int setup(void **state)
{
    (void)state;
    world_begin(&w);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    world_end(&w);
    return 0;
}

/* Exactly one complaint: its code, its column, and words in its message or hint. */
static void expect_complaint(const char *text, ear_status status, const char *code,
                             uint32_t column, const char *words)
{
    const struct heard_complaint *c = &w.complaints[0];

    if (status != EAR_E_FORMAT || w.count != 1 || strcmp(c->code, code) != 0 ||
        c->column != column || (!strstr(c->message, words) && !strstr(c->hint, words)))
        fail_msg("%s: status %d, %zu complaints; first %s at %u: %s | %s", text,
                 (int)status, w.count, c->code, c->column, c->message, c->hint);
}

struct mistake {
    const char *text;
    const char *code;
    uint32_t column;
    const char *words;
};

static void expect_mistakes(const struct mistake *all, size_t count,
                            ear_status (*read)(const char *))
{
    for (size_t i = 0; i < count; i++)
        expect_complaint(all[i].text, read(all[i].text), all[i].code, all[i].column,
                         all[i].words);
}

#endif
