#ifndef EARSHOT_TESTS_PROVE_WILD_H
#define EARSHOT_TESTS_PROVE_WILD_H

/* Small scenarios that nobody thought up, and all their states found the plain way: one
 * whole state block after the other. */

#include "prove/search.h"
#include "scenario_maker.h"

typedef enum wild_kind {
    WILD_ONCE,  /* every reply can be given once; conditions look at anything */
    WILD_AGAIN, /* replies can be given again; counts are asked for up to 2 */
    WILD_KINDS
} wild_kind;

/* The same seed gives the same scenario. The caller frees it. */
ear_scenario *wild_scenario(wild_kind kind, uint64_t seed);

/* What the plain search found. */
typedef struct plain {
    uint8_t *statements, *replies, *rules, *moments; /* SIM_HELD, SIM_FAILED */
    int32_t *low, *high;                             /* moments x meters */
    long *shortest;                                  /* by moment; -1 */
    uint8_t *stuck; /* by moment: 1 dead end, 2 empty choice, 4 circle */
    size_t states;
    bool trapped; /* from some state neither an outcome nor a dead end can be reached */
    bool whole;   /* false: it was too much */
} plain;

plain plain_search(const ear_scenario *scenario, wild_kind kind);
void plain_release(plain *found);

#endif
