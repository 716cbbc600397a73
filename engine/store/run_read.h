#ifndef EARSHOT_STORE_RUN_READ_H
#define EARSHOT_STORE_RUN_READ_H

/* Inside of reading a run: lines that hold (run_read.c), what they say (run_decode.c),
 * field by field (run_fields.c). */

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

/* --- fields; what is absent or of another kind is 0, NAN, NULL ---------------------- */

/* A copy in the arena. */
const char *run_text(run_reading *reading, const json_t *object, const char *key);
/* The same, "" where there is none. */
const char *run_text_or_none(run_reading *reading, const json_t *object, const char *key);
int64_t run_number(const json_t *object, const char *key);
uint32_t run_small(const json_t *object, const char *key);
int32_t run_whole(const json_t *value);
double run_real(const json_t *object, const char *key);
/* False: it is no hash. */
bool run_hash(const json_t *value, uint64_t *out);
/* In the arena, for one element at least; NULL: no memory. */
void *run_room(run_reading *reading, size_t count, size_t size);
/* What `values` of the object says of meters and flags. */
store_values run_values(run_reading *reading, const json_t *object);

#endif
