#ifndef EARSHOT_PROVE_FLOW_H
#define EARSHOT_PROVE_FLOW_H

/*
 * Which statement can come after which, whatever the conditions say: a graph over the
 * statements of a scenario, with the ways back from visits. Private to prove.
 */

#include "prove/vars.h"

#define PROVE_BY_REPLY UINT32_C(0x80000000)

typedef struct prove_flow {
    const ear_scenario *scenario;
    uint32_t count;       /* statements */
    uint32_t *first;      /* owned: count + 1; where a statement's followers begin */
    uint32_t *next;       /* owned: statements */
    uint8_t *loop;        /* owned: by statement: it can come after itself */
    uint8_t *reached;     /* owned: by statement: a way leads here from the start */
    uint32_t *back_first; /* owned: by moment: where it goes on after being visited */
    uint32_t *back;       /* owned: statements */
    uint32_t *back_by;    /* owned: the statement that visits, or the reply and a mark */
} prove_flow;

/* False: out of memory; released all the same. */
bool prove_flow_make(prove_flow *flow, const ear_scenario *scenario);
void prove_flow_release(prove_flow *flow);

/* By statement, one bit for each of `vars`: it is read there or somewhere after. At a
 * choice: after the reply was chosen. `words` 64-bit words each. */
typedef struct prove_live {
    uint32_t words;
    uint64_t *at; /* owned */
} prove_live;

/* About how much finding that takes: in large circles more than there is. */
static inline uint64_t prove_live_bytes(const prove_vars *vars)
{
    return (vars->count / 64 + UINT64_C(1)) * 16 *
           vars->scenario->count[MODEL_S_STATEMENTS];
}

/* False: out of memory. */
bool prove_live_find(prove_live *live, const prove_flow *flow, const prove_vars *vars);
void prove_live_release(prove_live *live);

static inline bool prove_is_live(const prove_live *live, uint32_t statement, uint32_t var)
{
    return live->at[(size_t)statement * live->words + var / 64] >> (var % 64) & 1;
}

#endif
