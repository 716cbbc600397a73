#ifndef EARSHOT_BASE_FAIL_H
#define EARSHOT_BASE_FAIL_H

#include <earshot/error.h>

#if defined(__GNUC__)
#define BASE_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define BASE_PRINTF(fmt, args)
#endif

/* Fills *err (when err is not NULL; the place is cleared) and returns `status`, so that
 * a failing path is one line: `return base_fail(err, EAR_E_ARG, "...", x);` */
ear_status base_fail(ear_error *err, ear_status status, const char *fmt, ...)
    BASE_PRINTF(3, 4);

/* Adds the place to an error already filled in; returns its status. */
ear_status base_fail_at(ear_error *err, const char *file, int line);

/* The one message for a refused allocation. */
static inline ear_status base_fail_memory(ear_error *err)
{
    (void)base_fail(err, EAR_E_NOMEM, "out of memory");
    return EAR_E_NOMEM; /* to be seen wherever it is called: never EAR_OK */
}

#endif
