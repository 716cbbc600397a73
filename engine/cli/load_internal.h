#ifndef EARSHOT_CLI_LOAD_INTERNAL_H
#define EARSHOT_CLI_LOAD_INTERNAL_H

/* Between load_pack.c (a pack is opened) and load.c (a scenario of it is loaded). */

#include "base/arena.h"
#include "base/bytes.h"
#include "cli/load.h"
#include "jail/jail.h"
#include "store/cache.h"
#include "store/pack.h"

#define LOAD_PATH_MOST 4096

/* What a cli_pack points to, behind it. */
typedef struct load_pack {
    cli_pack pack; /* first */
    cli_load_options options;
    base_arena arena;
    store_pack *store;
    store_pack *modules;          /* the engine's own; NULL: none were found */
    char program[LOAD_PATH_MOST]; /* earshot-pack */
    char cache[LOAD_PATH_MOST];   /* "": none */
    char *identity;               /* engine, helper and limits, as text */
} load_pack;

/* One file run in the helper, or its result taken from the cache. */
typedef struct load_run {
    const load_pack *pack;
    const jail_job *job;
    const char *name;    /* of the file to run */
    bool record;         /* it is pack.lua */
    bool no_cache;       /* the cached one was no good */
    bool from_cache;     /* afterwards */
    base_bytes result;   /* unchecked image, or the record; empty: see the findings */
    base_bytes notes;    /* findings and prints as frames, for the cache */
    jail_helper *helper; /* that has loaded it; NULL when from the cache */
} load_run;

/*
 * Runs the file unless its result is cached; findings are added, prints passed on. The
 * caller releases run->result, and ends run->helper or keeps it.
 */
ear_status load_run_file(load_run *run, model_findings *findings, ear_error *err);
/* Puts the result, which the caller has found to be good, into the cache. */
void load_run_keep(const load_run *run, const void *result, size_t length);
/* Releases everything in it, the helper too. */
void load_run_release(load_run *run);

/* Files larger than a text may be are findings; the others become the job's files, which
 * the caller frees. `scenario` NULL: pack.lua alone. */
ear_status load_job_fill(jail_job *job, const load_pack *pack, const char *scenario,
                         model_findings *findings, ear_error *err);

#endif
