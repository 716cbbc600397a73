#ifndef EARSHOT_MODEL_FINDING_H
#define EARSHOT_MODEL_FINDING_H

#include "base/arena.h"

#include <earshot/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum model_severity {
    MODEL_ERROR,
    MODEL_WARNING,
    MODEL_INFO_ONLY
} model_severity;

/* The codes of the command line's contract; the table in finding_codes.c names each once.
 */
typedef struct model_finding {
    const char *code;    /* "E101"; static */
    const char *file;    /* as the author knows it; owned by the list */
    uint32_t line;       /* from 1; 0: the whole file */
    uint32_t column;     /* from 1; 0: not known */
    const char *message; /* owned by the list */
    const char *hint;    /* one next step; "" if the message says it; owned by the list */
} model_finding;

typedef struct model_findings {
    base_arena arena;
    model_finding *at; /* owned */
    size_t count;
    size_t room;
    bool failed; /* out of memory: some finding is missing */
    const char
        *own_file;   /* the scenario's own file, sorted first; borrowed; NULL: none */
    uint32_t *slots; /* a hash table of 1 + index into `at`; owned */
    size_t slot_count;
} model_findings;

/* Said of what no pack may do, and of what stopped a pack while it ran. */
#define MODEL_KEPT_FROM_PACKS "is kept from packs"
#define MODEL_STOPPED         "Lua stopped here: "
/* W180: how it begins where nothing has failed. */
#define MODEL_OPAQUE "Lua decides "

typedef struct model_code_info {
    const char *code;
    model_severity severity;
    const char *title; /* a few words: "a name that does not exist" */
    const char
        *explain; /* what --explain prints: why it matters, an example, what to do */
} model_code_info;

/* NULL when there is no such code. Static. */
const model_code_info *model_code_find(const char *code);
const model_code_info *model_code_at(size_t index); /* NULL past the end */
model_severity model_finding_severity(const model_finding *finding);

/* Adds a copy; its file and hint may be NULL. The same code at the same place with the
 * same message is kept once. */
void model_findings_add(model_findings *list, const model_finding *what);
/* Takes the finding at `index` out; the others keep their order. */
void model_findings_drop(model_findings *list, size_t index);
/* File order (own_file first, then by name), then line, column, code. */
void model_findings_sort(model_findings *list);
size_t model_findings_count(const model_findings *list, model_severity severity);
void model_findings_release(model_findings *list);

#endif
