#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>

ear_status base_fail(ear_error *err, ear_status status, const char *fmt, ...)
{
    if (err) {
        va_list ap;

        err->status = status;
        err->file[0] = '\0';
        err->line = 0;
        va_start(ap, fmt);
        vsnprintf(err->message, sizeof err->message, fmt, ap);
        va_end(ap);
    }
    return status;
}

ear_status base_fail_at(ear_error *err, const char *file, int line)
{
    if (!err)
        return EAR_E_STATE;
    snprintf(err->file, sizeof err->file, "%s", file);
    err->line = line;
    return err->status;
}

/* Indexed by -status; EAR_OK is 0 and the codes are dense. */
static const char *const status_names[] = {
    "EAR_OK",       "EAR_E_NOMEM", "EAR_E_ARG",   "EAR_E_STATE",  "EAR_E_NOT_FOUND",
    "EAR_E_SCRIPT", "EAR_E_LIMIT", "EAR_E_STUCK", "EAR_E_FORMAT", "EAR_E_IO",
};

const char *ear_status_name(ear_status status)
{
    const int index = -(int)status;
    const int count = (int)(sizeof status_names / sizeof *status_names);

    return 0 <= index && index < count ? status_names[index] : "EAR_E_UNKNOWN";
}
