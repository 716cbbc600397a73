#include "refusal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);
char *__wrap_strdup(const char *from);
char *__wrap_strndup(const char *from, size_t most);

/* The one place where a test needs to be heard by the allocator. 0: nothing is refused.
 */
static atomic_size_t refused_at, asked;

bool refusal_now(void)
{
    const size_t at = refused_at;

    return at != 0 && atomic_fetch_add(&asked, 1) + 1 == at;
}

void refusal_at(size_t n)
{
    if (n != 0)
        asked = 0;
    refused_at = n;
}

size_t refusal_asked(void)
{
    return asked;
}

void *__wrap_malloc(size_t size)
{
    return refusal_now() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return refusal_now() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *at, size_t size)
{
    return refusal_now() ? NULL : __real_realloc(at, size);
}

char *__wrap_strndup(const char *from, size_t most)
{
    const size_t length = strnlen(from, most);
    char *copy = __wrap_malloc(length + 1);

    if (!copy)
        return NULL;
    memcpy(copy, from, length);
    copy[length] = '\0';
    return copy;
}

char *__wrap_strdup(const char *from)
{
    return __wrap_strndup(from, SIZE_MAX - 1);
}

size_t refusal_sweep_by(size_t step, refusal_attempt *attempt, void *user)
{
    size_t failures = 0;
    bool all = false;

    for (size_t n = 1; !all; n += step) {
        ear_error err = {0};

        refusal_at(n);
        const ear_status status = attempt(user, &err);
        all = refusal_asked() < n;
        refusal_at(0);
        if (status != EAR_OK && (all || status != EAR_E_NOMEM))
            fail_msg("allocation %zu: %s: %s", n, ear_status_name(status), err.message);
        assert_int_equal(err.status, status);
        assert_true(status == EAR_OK || err.message[0]);
        failures += status != EAR_OK;
    }
    return failures;
}

size_t refusal_sweep(refusal_attempt *attempt, void *user)
{
    return refusal_sweep_by(1, attempt, user);
}
