#ifndef EARSHOT_JAIL_JAIL_H
#define EARSHOT_JAIL_JAIL_H

/*
 * The engine's side of the sealed helper, earshot-pack, in which a pack's Lua runs. What
 * comes back is bytes to be checked; a helper that hangs, dies or lies becomes a finding
 * or an error with words, and the next one starts afresh.
 */

#include "base/bytes.h"
#include "model/finding.h"
#include "model/scenario.h"

#include <earshot/session.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jail_file {
    const char *name; /* path inside the pack, or under scripts/lib/v1 */
    const char *bytes;
    size_t length;
    bool library; /* one of the engine's own modules */
} jail_file;

/* What a helper is started with. All of it is borrowed while the helper lives. */
typedef struct jail_job {
    const char *program; /* path of earshot-pack */
    const jail_file *files;
    size_t count;
    bool large;   /* the limits of --limits large */
    int patience; /* wall milliseconds for a load or a call; 0: the usual ones */
    /* What the pack prints, cleaned; NULL: dropped. */
    void (*print)(void *user, const char *text, size_t length);
    void *user;
} jail_job;

/* One helper process. Not thread-safe; one thread starts it, uses it and ends it. */
typedef struct jail_helper jail_helper;

/* On success the caller releases *out with jail_end(). EAR_E_IO: it cannot be started. */
ear_status jail_start(jail_helper **out, const jail_job *job, ear_error *err);
void jail_end(jail_helper *helper); /* NULL is fine */
/* From now on prints go where `job` says; it has the same files. Borrowed. */
void jail_set_job(jail_helper *helper, const jail_job *job);
/* Which parts of the seal hold (jail_seal_bits); 0 before it has said so. */
uint32_t jail_sealed(const jail_helper *helper);

/*
 * Runs the scenario file of that name. `image` (empty before) holds unchecked bytes, or
 * nothing when there is an error among the findings. A helper that passes a limit or dies
 * is E002 at `name`, and EAR_OK; afterwards the helper can only be ended. EAR_E_NOMEM.
 */
ear_status jail_load(jail_helper *helper, const char *name, base_bytes *image,
                     model_findings *findings, ear_error *err);
/* Likewise pack.lua: `record` is key NUL value NUL ..., as script.h describes, checked to
 * be UTF-8 in whole pairs. The helper can load again afterwards. */
ear_status jail_load_pack(jail_helper *helper, const char *name, base_bytes *record,
                          model_findings *findings, ear_error *err);

/*
 * Answers for a scenario's Lua functions: starts a helper with the first call and loads
 * the scenario in it again. A helper that dies during a call is replaced once and asked
 * once more; then EAR_E_LIMIT or EAR_E_SCRIPT says why. `job`, `name` and `scenario` are
 * borrowed. For one thread at a time. Release with jail_caller_free().
 */
typedef struct jail_caller jail_caller;
ear_status jail_caller_new(jail_caller **out, const jail_job *job, const char *name,
                           const ear_scenario *scenario, ear_error *err);
/* Takes over `helper`, which has just loaded that very scenario from the same files. */
void jail_caller_adopt(jail_caller *caller, jail_helper *helper);
ear_hooks jail_caller_hooks(jail_caller *caller); /* borrowed from the caller */
void jail_caller_free(jail_caller *caller);       /* NULL is fine */

#endif
