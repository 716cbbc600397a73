#ifndef EARSHOT_STORE_RUN_READ_H
#define EARSHOT_STORE_RUN_READ_H

/* Inside of reading a run: lines that hold (run_read.c), what they say (run_decode.c). */

#include "base/arena.h"
#include "store/run.h"

#include <jansson.h>

/* What a store_run points to, behind it. */
typedef struct run_reading {
    store_run run; /* first */
    base_arena arena;
    store_event *events; /* malloc'ed */
    size_t room;
    bool no_memory;
} run_reading;

/*
 * Takes what one line says into the run. False: it says nothing that a line here may say,
 * or there is no memory (reading->no_memory). `n` is the line's number.
 */
bool run_decode(run_reading *reading, const json_t *line, size_t n);
/* A copy in the arena; NULL for what is no text. */
const char *run_text(run_reading *reading, const json_t *object, const char *key);

#endif
