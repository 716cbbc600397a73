#ifndef EARSHOT_PROVE_INTERVAL_INTERNAL_H
#define EARSHOT_PROVE_INTERVAL_INTERNAL_H

/* The inside of interval.h. */

#include "prove/interval.h"

#include "model/code.h"

/* What the state can be at one place: behind it low and high of each meter, then which
 * ways each flag can stand. */
#define PROVE_DOWN 1u /* a flag can be false */
#define PROVE_UP   2u
#define PROVE_LONG UINT32_MAX /* a turn without an end */

typedef struct prove_box {
    uint32_t turn_low, turn_high;
    int32_t meters[]; /* low, high; then bytes of flags */
} prove_box;

static inline int32_t *prove_low(prove_box *box, uint32_t meter)
{
    return &box->meters[(size_t)meter * 2];
}

static inline int32_t *prove_high(prove_box *box, uint32_t meter)
{
    return &box->meters[(size_t)meter * 2 + 1];
}

static inline uint8_t *prove_flag(const ear_scenario *s, prove_box *box, uint32_t flag)
{
    return (uint8_t *)&box->meters[(size_t)s->count[MODEL_S_METERS] * 2] + flag;
}

/* Everything a condition may ask besides. */
typedef struct prove_around {
    const ear_scenario *scenario;
    uint8_t *counted;       /* by counter: it can be more than 0 */
    uint32_t reply, intent; /* just given, while rules are asked; MODEL_NONE */
    prove_box *gained;      /* by how much each meter has moved; NULL: not at all */
    size_t bytes;           /* of a box */
    prove_box *spare[2];    /* PROVE_SPARE boxes each, to try things out */
} prove_around;

#define PROVE_SPARE 12u /* how deep "not (a and b)" is looked into */

static inline prove_box *prove_spare(const prove_around *a, unsigned list, unsigned at)
{
    return (prove_box *)(void *)((char *)a->spare[list] + at * a->bytes);
}

/* A number that is somewhere from `low` to `high`; a truth is 0 or 1. */
typedef struct prove_span {
    double low, high;
    bool whole; /* surely a whole number */
} prove_span;

/* --- interval_box.c --- */
size_t prove_box_bytes(const ear_scenario *s);
void prove_box_begin(const ear_scenario *s, prove_box *box);
/* Makes `into` hold both. */
void prove_box_join(const ear_scenario *s, prove_box *into, const prove_box *more);

/* --- interval_ranges.c --- */
/* Nothing happens yet, and no meter stands anywhere. False: out of memory; to be released
 * all the same. */
bool prove_ranges_make(prove_ranges *out, const ear_scenario *s);
/* Meters can stand at this moment as they do in the box. */
void prove_ranges_keep(prove_ranges *ranges, uint32_t moment, prove_box *box);

/* --- interval_widen.c --- */
/* By meter: the numbers that conditions compare it with, sorted. All owned. */
typedef struct prove_ends {
    const ear_scenario *scenario;
    int32_t **at;
    uint32_t *counts;
} prove_ends;

/* False: out of memory; to be released all the same. */
bool prove_ends_find(prove_ends *ends, const ear_scenario *s);
void prove_ends_release(prove_ends *ends);
/* Opens what has grown since `before`: after many `changes`, all the way. */
void prove_box_widen(const prove_ends *ends, prove_box *box, const prove_box *before,
                     unsigned changes);

/* --- interval_narrow.c --- */
/* Narrows `box` to where the condition is `want`; false: it can never be that there. */
bool prove_box_where(const prove_around *a, prove_box *box, model_code code, bool want);

/* --- interval_tree.c --- */
#define PROVE_NODES 256u /* of one condition; what is larger is not looked into */

typedef struct prove_node {
    uint8_t op;      /* model_op */
    uint8_t compare; /* METER_COMPARE: which */
    uint16_t left, right, third;
    uint16_t next; /* MIN, MAX: the operand before this one; PROVE_NODES: none */
    uint32_t arg;
    int32_t value; /* WHOLE, METER_COMPARE */
} prove_node;

typedef struct prove_tree {
    uint32_t count;
    uint16_t root;
    prove_node nodes[PROVE_NODES];
} prove_tree;

/* False: too large. */
bool prove_tree_read(prove_tree *tree, const ear_scenario *s, model_code code);

/* --- interval_eval.c --- */
#define PROVE_NO_END 1e300

typedef struct prove_looking {
    const prove_around *a;
    const prove_tree *tree;
} prove_looking;

static inline prove_span prove_whole(double low, double high)
{
    return (prove_span){low, high, true};
}

static inline prove_span prove_meter_span(prove_box *box, uint32_t meter)
{
    return prove_whole(*prove_low(box, meter), *prove_high(box, meter));
}

prove_span prove_compare(model_op op, prove_span x, prove_span y);
prove_span prove_span_at(const prove_looking *l, prove_box *box, uint16_t at);
/* What an amount can come to. `code` is no function. */
prove_span prove_span_of(const prove_around *a, prove_box *box, model_code code);

/* --- interval_step.c --- */
/* What an effect makes of it; `fades`: gains may be less. */
void prove_box_effect(const prove_around *a, prove_box *box, const model_effect *effect,
                      const base_number *fades);

/* What a reply can lead to: boxes, of which the first is where no rule leads away, and
 * then one for each rule that has a go. */
typedef struct prove_ways_on {
    char *boxes;    /* owned: 1 + goes */
    uint32_t *rule; /* owned: by box: the rule that leads away */
    uint8_t *is;    /* owned: by box: it can be */
    uint32_t goes;
} prove_ways_on;

static inline prove_box *prove_way(const prove_around *a, const prove_ways_on *ways,
                                   uint32_t at)
{
    return (prove_box *)(void *)(ways->boxes + at * a->bytes);
}

/* The first box holds the state in which the reply is given. `rules` is marked with what
 * they can do; NULL: not wanted. */
void prove_box_reply(prove_around *a, prove_ways_on *ways, uint32_t reply,
                     uint8_t *rules);

/* --- interval_room.c --- */
/* What is done with what comes to a statement. */
typedef enum prove_mode { PROVE_GROW, PROVE_NARROW, PROVE_MARK } prove_mode;

typedef struct prove_running {
    const ear_scenario *s;
    const prove_flow *flow;
    prove_around around;
    prove_ranges *out;
    prove_mode mode;
    char *at;         /* owned: by statement */
    char *fresh;      /* owned: by statement, while it narrows */
    uint8_t *is;      /* owned: by statement: something comes here */
    uint8_t *is_new;  /* owned: while it narrows */
    uint8_t *changes; /* owned: by statement */
    uint8_t *open;    /* owned: by statement: its visit was begun */
    uint8_t *opened;  /* owned: by reply: its visit was begun */
    uint32_t *queue;  /* owned: a ring of statements */
    uint8_t *queued;  /* owned */
    uint32_t head, waiting;
    prove_ends ends;
    prove_ways_on ways;
    prove_box *here, *then; /* owned: the one that is played, and one of its ways */
} prove_running;

/* False: out of memory; to be released all the same. `s`, `flow` and `out` are set. */
bool prove_running_make(prove_running *running);
void prove_running_release(prove_running *running);

#endif
