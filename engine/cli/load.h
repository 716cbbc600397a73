#ifndef EARSHOT_CLI_LOAD_H
#define EARSHOT_CLI_LOAD_H

/*
 * The one way from a PATH to a scenario that can be played, for every command, the window
 * and the tests: opens the pack (store), reads it in the sealed helper or from the cache
 * (jail), and answers for its Lua functions.
 *
 *     cli_pack *pack;
 *     cli_loaded *loaded;
 *     status = cli_pack_open(&pack, path, &options, &findings, &err);
 *     status = cli_load(&loaded, pack, NULL, &findings, &err);
 *     ... loaded->scenario, loaded->hooks ...
 *     cli_loaded_free(loaded);       first sessions, then this,
 *     cli_pack_free(pack);           then the pack
 *
 * A mistake of the pack is a finding, and the call is still EAR_OK; then there is no
 * scenario. An error is for what has no findings:
 *   EAR_E_NOT_FOUND, EAR_E_IO, EAR_E_FORMAT  a file cannot be read (exit 3)
 *   EAR_E_ARG    several scenarios and none was named; the message lists them (exit 2)
 *   EAR_E_NOMEM
 * The file names of findings are paths inside the pack ("kettle.lua", "lib/x.lua").
 */

#include "model/finding.h"
#include "model/scenario.h"

#include <earshot/session.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cli_load_options {
    bool large;        /* --limits large */
    bool no_cache;     /* neither read nor written */
    const char *cache; /* folder of the cache; NULL: the usual one */
    /* What the pack's Lua prints, cleaned; NULL: dropped. May be called from cli_load()
     * and from hooks, on the calling thread. */
    void (*print)(void *user, const char *text, size_t length);
    void *user;
} cli_load_options;

/* A file of the pack as it was when it was read: scenarios, modules, translations. */
typedef struct cli_file {
    const char *name; /* path inside the pack */
    uint64_t hash;    /* base_hash of its bytes, seed 0 */
} cli_file;

/* Read-only once opened; any number of threads may load from it at once. All text is
 * borrowed until cli_pack_free(); "" where the pack says nothing. */
typedef struct cli_pack {
    const char *path; /* as given, without "#scenario" */
    const char *id;   /* "" for a file that is in no pack */
    const char *version;
    const char *title;
    const char *language;
    const char *licence;
    const char *const *authors;
    size_t author_count;
    const char *const *scenarios; /* ids (file stems), in the order of offering */
    size_t scenario_count;
    const char *wanted; /* the one that PATH means; NULL: it names none of several */
    const cli_file *files;
    size_t file_count;
    const char *const *watch; /* paths on disk whose change means: load again */
    size_t watch_count;
} cli_pack;

typedef struct cli_loaded {
    const cli_pack *pack;   /* borrowed; must outlive this */
    ear_scenario *scenario; /* owned; NULL: the findings say why */
    ear_hooks hooks; /* for one thread at a time; borrowed until cli_loaded_free(). The
                        helper starts with the first call of a Lua function. */
    bool from_cache;
} cli_loaded;

/* `options` NULL: all zero; copied. With an error among the findings of pack.lua *out is
 * NULL and the call EAR_OK. `findings` is added to. */
ear_status cli_pack_open(cli_pack **out, const char *path,
                         const cli_load_options *options, model_findings *findings,
                         ear_error *err);
void cli_pack_free(cli_pack *pack); /* NULL is fine */

/* Loads one scenario of the pack; `id` NULL: the wanted one. On EAR_OK the caller
 * releases *out with cli_loaded_free(), also when it holds no scenario. */
ear_status cli_load(cli_loaded **out, const cli_pack *pack, const char *id,
                    model_findings *findings, ear_error *err);
void cli_loaded_free(cli_loaded *loaded); /* NULL is fine */

/*
 * Further hooks for the same scenario with a helper of their own, for another thread.
 * Cheap until a function is called. Released with cli_hooks_free(), before the scenario,
 * by the thread that used them.
 */
typedef struct cli_hooks cli_hooks;
ear_status cli_hooks_new(cli_hooks **out, const cli_loaded *loaded, ear_error *err);
ear_hooks cli_hooks_of(cli_hooks *hooks); /* borrowed */
void cli_hooks_free(cli_hooks *hooks);    /* NULL is fine */

/* A text file of the pack by name ("locale/de.po"): its bytes, NUL-terminated, borrowed
 * from the pack; NULL when there is none. */
const char *cli_pack_text(const cli_pack *pack, const char *name, size_t *length);

#endif
