#ifndef EARSHOT_PROVE_VARS_H
#define EARSHOT_PROVE_VARS_H

/*
 * What something in a scenario can tell apart: each value of the state that a condition,
 * an effect or a once-only reply looks at, and how closely. Private to prove.
 */

#include "model/state.h"
#include "prove/reads.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum prove_kind {
    PROVE_METER,
    PROVE_FIRST,
    PROVE_LOWEST,
    PROVE_HIGHEST,
    PROVE_EXTREME,
    PROVE_FLAG,
    PROVE_POINTS,
    PROVE_COUNT, /* of a counter; seen() and used-up replies are counts up to 1 */
    PROVE_SINCE,
    PROVE_TURN,
    PROVE_BEGUN, /* whether a reply was given: first() depends on it */
    PROVE_TENTHS,
    PROVE_NOTICE, /* which question is waiting */
    PROVE_KINDS
} prove_kind;

/*
 * A count n is told apart up to `cap`, and from there on by its remainder: n stands for
 * every n + mod. Without a cap that could be found `open` is set: then passing it is not
 * exact, and noted. Points of a skill that never falls are such a count; those of one
 * that does are `open`, and told apart as far as they go.
 */
typedef struct prove_var {
    uint8_t kind; /* prove_kind */
    bool open;
    uint32_t index; /* meter, flag, skill, counter */
    uint32_t cap;
    uint32_t mod; /* at least 1 */
} prove_var;

typedef struct prove_vars {
    const ear_scenario *scenario;
    const prove_reads *reads; /* borrowed: what functions look at; NULL: nothing */
    prove_var *at;            /* owned: what is read anywhere, by kind and index */
    uint32_t count;
    uint32_t *number[PROVE_KINDS]; /* owned: index -> number in `at`; MODEL_NONE */
    uint32_t room[PROVE_KINDS];    /* of `number` */
    bool figures;                  /* they are read where a run ends */
    uint8_t *asked; /* owned: by function: what it gives back makes a difference */
    bool functions; /* there are such functions */
    bool shuffled;  /* time is read, and shuffled lines take a different time */
} prove_vars;

typedef struct prove_vars_options {
    bool meters;              /* every meter, read or not */
    bool figures;             /* what the figures read at the end counts, too */
    const uint8_t *loop;      /* by statement: the conversation can come here again */
    const prove_reads *reads; /* what functions look at; NULL: nothing */
} prove_vars_options;

/* False: out of memory; released all the same. */
bool prove_vars_find(prove_vars *vars, const ear_scenario *scenario,
                     const prove_vars_options *options);
void prove_vars_release(prove_vars *vars);

static inline uint32_t prove_var_of(const prove_vars *vars, prove_kind kind,
                                    uint32_t index)
{
    return index < vars->room[kind] ? vars->number[kind][index] : MODEL_NONE;
}

/* How many there are of a kind. */
uint32_t prove_kind_room(const ear_scenario *scenario, prove_kind kind);

/* What is told of each value that something reads: what it is compared to, too (-1: with
 * something else than a constant). */
typedef void prove_reader(void *user, prove_kind kind, uint32_t index, int64_t against);
typedef struct prove_telling {
    const ear_scenario *scenario;
    const prove_reads *reads; /* of functions; NULL: nothing is told of those */
    prove_reader *reader;
    void *user;
} prove_telling;

/* Of a piece of code: `code` may be MODEL_NONE or a function. */
void prove_code_reads(const prove_telling *to, model_code code);
/* Of an effect's amounts. */
void prove_effect_reads(const prove_telling *to, const model_effect *effect);
/* Of functions that make the words of a statement; of a reply when it is given. */
void prove_statement_words_reads(const prove_telling *to,
                                 const model_statement *statement);
void prove_reply_words_reads(const prove_telling *to, const model_reply *reply);
/* Whether code draws: chance(). */
bool prove_code_chance(const ear_scenario *scenario, model_code code);

#endif
