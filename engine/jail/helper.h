#ifndef EARSHOT_JAIL_HELPER_H
#define EARSHOT_JAIL_HELPER_H

/* Between helper.c and caller.c: a helper that is asked, and how it came to its end. */

#include "jail/channel.h"
#include "jail/jail.h"

/* Wall clock for one load, and for one call, in milliseconds: what the helper's own CPU
 * limits leave room for on a busy machine. */
#define JAIL_LOAD_MS       20000
#define JAIL_LOAD_LARGE_MS 240000
#define JAIL_CALL_MS       4000

#define JAIL_PRINT_MOST ((size_t)256 * 1024) /* bytes printed in one load or call */

struct jail_helper {
    jail_channel channel;
    const jail_job *job;
    uint32_t sealed;
    bool sent;      /* the files have gone there */
    size_t printed; /* since the last question */
    bool over;      /* it said itself which limit it passed: */
    uint32_t line;
    char file[256];
    char message[512];
};

/* Wall clock for the question to come: the job's, or the usual. */
int jail_helper_patience(const jail_helper *helper, bool loading);

/* A frame that belongs to the question; prints, seals and farewells are dealt with. */
jail_arrival jail_helper_receive(jail_helper *helper, jail_frame *out);

/* Ends the helper after an `arrival` that was none and puts into words why: EAR_E_LIMIT
 * or EAR_E_SCRIPT with file and line where they are known, or EAR_E_NOMEM. `doing` is
 * "loading" or "a function call", `ms` its wall clock. */
ear_status jail_helper_lost(jail_helper *helper, jail_arrival arrival, const char *doing,
                            int ms, ear_error *err);

#endif
