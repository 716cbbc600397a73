#ifndef EARSHOT_MODEL_CODE_H
#define EARSHOT_MODEL_CODE_H

/*
 * The code that conditions, effects and figures are compiled to: 32-bit words for a small
 * stack machine. The low 8 bits are the operation, the high 24 its argument. Types are
 * checked when the code is made, so the machine never asks what a value is: a truth is
 * the number 0 or 1. model_open() walks every piece of code once and refuses one that
 * could leave the stack, jump out of its piece, or name what is not there.
 */

#include <stdint.h>

#define MODEL_STACK 32 /* the deepest stack any code may need */

typedef enum model_op {
    MODEL_OP_RETURN, /* the value on top is the result */
    MODEL_OP_WHOLE,  /* push the next code word as int32 */
    MODEL_OP_NUMBER, /* push NUMBERS[arg] */
    MODEL_OP_METER,  /* push the value of meter arg */
    MODEL_OP_FLAG,   /* push 0 or 1 */
    MODEL_OP_TURN,
    MODEL_OP_MINUTES,
    MODEL_OP_SECONDS,
    MODEL_OP_COUNT,      /* push counter arg: visits, chosen, said */
    MODEL_OP_SEEN,       /* push counter arg > 0 */
    MODEL_OP_SINCE,      /* push replies given since counter arg moved; -1 before */
    MODEL_OP_NOW_REPLY,  /* push whether reply arg was just given */
    MODEL_OP_NOW_INTENT, /* push whether the reply just given has intent arg */
    MODEL_OP_GAINED,     /* meters, by arg */
    MODEL_OP_START,
    MODEL_OP_FIRST,
    MODEL_OP_LOWEST,
    MODEL_OP_HIGHEST,
    MODEL_OP_EXTREME,
    MODEL_OP_CHANGE,
    MODEL_OP_SKILL, /* push the points of skill arg */
    MODEL_OP_ADD,
    MODEL_OP_SUBTRACT,
    MODEL_OP_MULTIPLY,
    MODEL_OP_DIVIDE,
    MODEL_OP_REMAINDER,
    MODEL_OP_NEGATE,
    MODEL_OP_LESS,
    MODEL_OP_LESS_EQUAL,
    MODEL_OP_GREATER,
    MODEL_OP_GREATER_EQUAL,
    MODEL_OP_EQUAL,
    MODEL_OP_NOT_EQUAL,
    MODEL_OP_NOT,
    MODEL_OP_AND, /* top 0: jump arg words on and keep it; else pop */
    MODEL_OP_OR,  /* top 1: jump arg words on and keep it; else pop */
    MODEL_OP_MIN, /* of the arg topmost values */
    MODEL_OP_MAX,
    MODEL_OP_CLAMP, /* value, low, high */
    MODEL_OP_ROUND,
    MODEL_OP_ABS,
    MODEL_OP_CHANCE, /* pop a probability; draws from the session's random state */
    /* The commonest condition in one step: meter (arg low 16) compared (arg high 8: the
     * MODEL_OP_LESS.. code) with the next word as int32. */
    MODEL_OP_METER_COMPARE,
    MODEL_OPS
} model_op;

/* What the argument of an operation names. */
typedef enum model_named {
    MODEL_NAMES_NOTHING, /* or how many, or how far */
    MODEL_NAMES_NUMBER,
    MODEL_NAMES_METER,
    MODEL_NAMES_FLAG,
    MODEL_NAMES_SKILL,
    MODEL_NAMES_REPLY,
    MODEL_NAMES_INTENT,
    MODEL_NAMES_COUNTER
} model_named;
/* `op` is less than MODEL_OPS. */
model_named model_op_names(uint32_t op);

/* The thing in an argument that names one. */
static inline uint32_t model_op_thing(uint32_t op, uint32_t arg)
{
    return op == MODEL_OP_METER_COMPARE ? arg & 0xffff : arg;
}

/* How many code words behind it belong to an operation. */
static inline uint32_t model_op_more(uint32_t op)
{
    return op == MODEL_OP_WHOLE || op == MODEL_OP_METER_COMPARE;
}

#endif
