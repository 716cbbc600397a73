#ifndef EARSHOT_SCRIPT_SCRIPT_H
#define EARSHOT_SCRIPT_SCRIPT_H

/*
 * A pack's Lua, inside the helper process: source text becomes a model image, and the
 * functions that the pack left in it are called back. The only module that includes
 * lua.h; this header deliberately does not.
 *
 * The pack is a stranger's code. What ends the process rather than raising is said here
 * at `over`; CPU time, wall time and the seal around the process belong to whoever runs
 * it (jail), with script_where() to say what was going on.
 */

#include "base/bytes.h"
#include "model/finding.h"

#include <earshot/session.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One Lua state with the files of one pack. Not thread-safe. */
typedef struct script_host script_host;

typedef struct script_limits {
    size_t memory;  /* bytes that Lua may hold; a call may hold 8 MiB more than loading */
    uint64_t steps; /* VM steps while loading; a call has 100,000 */
    size_t source;  /* bytes of one file */
} script_limits;

#define SCRIPT_LIMITS_NORMAL                                                             \
    ((script_limits){.memory = (size_t)256 << 20,                                        \
                     .steps = UINT64_C(200000000),                                       \
                     .source = (size_t)4 << 20})
#define SCRIPT_LIMITS_LARGE                                                              \
    ((script_limits){.memory = (size_t)2 << 30,                                          \
                     .steps = UINT64_C(200000000000),                                    \
                     .source = (size_t)64 << 20})

/* A place in the pack's source. `file` is borrowed from the host. */
typedef struct script_place {
    const char *file; /* "" when nothing runs */
    uint32_t line;    /* from 1; 0: not known */
} script_place;

typedef struct script_hooks {
    /* Text for the author's console, cleaned, at most 64 KiB a load or call. NULL: none.
     */
    void (*print)(void *user, const char *text, size_t length);
    /*
     * A limit of steps or memory was passed, `message` names it. Must end the process:
     * Lua is in the middle of something and nothing of the host may be used again. (If it
     * returns, the process is ended with status 5.) Must not allocate: it may be called
     * because memory is gone.
     */
    void (*over)(void *user, script_place place, const char *message);
    void *user;
} script_hooks;

/* On success the caller releases *out with script_free(). `hooks` is copied. */
ear_status script_new(script_host **out, script_limits limits, const script_hooks *hooks,
                      ear_error *err);
void script_free(script_host *host); /* NULL is fine */

/*
 * Makes a file known; runs nothing. A pack's file goes by its path inside the pack
 * ("kettle.lua", "lib/rounds.lua"); one of the engine's modules (`library`) by its path
 * under scripts/lib/v1 ("customer.lua"). `bytes` is copied.
 */
ear_status script_add_file(script_host *host, const char *name, const char *bytes,
                           size_t length, bool library, ear_error *err);

/*
 * Runs a scenario's file and builds its image. Mistakes of the pack are added to
 * `findings` (sorted, every one that was found), and then the call still is EAR_OK; with
 * an error among them `image` stays empty. Once a host: use another one for another file.
 * EAR_E_NOT_FOUND: no such file was added; EAR_E_NOMEM.
 */
ear_status script_load(script_host *host, const char *name, base_bytes *image,
                       model_findings *findings, ear_error *err);

/*
 * Runs pack.lua. What it says is added to `out` as key NUL value NUL pairs, in this
 * order: title, id, version, language, licence, author (any number), scenario (any
 * number); empty when there is an error among the findings.
 */
ear_status script_load_pack(script_host *host, const char *name, base_bytes *out,
                            model_findings *findings, ear_error *err);

/*
 * Calls a function of the loaded scenario; the state in `asked` is not trusted.
 * answer->text is borrowed until the
 * next call. EAR_E_SCRIPT: the function failed or gave back what does not fit, with file
 * and line; EAR_E_ARG: no such function; EAR_E_FORMAT: `state` is not one.
 */
ear_status script_call(script_host *host, const ear_call *asked, ear_answer *answer,
                       ear_error *err);

/*
 * What the pack is doing right now. Reads only and allocates nothing, so that a handler
 * about to end the process (time is up) may ask.
 */
script_place script_where(const script_host *host);

#endif
