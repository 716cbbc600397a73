#ifndef EARSHOT_PROVE_VALUE_GRAPH_H
#define EARSHOT_PROVE_VALUE_GRAPH_H

/*
 * Every choice that can follow from some state, where its replies lead, and how the run
 * can end from there. Closed: what is in it has all its successors in it, so that asking
 * about another state adds only what is new. Private to prove.
 */

#include "base/arena.h"
#include "prove/ask.h"
#include "prove/taste.h"
#include "prove/value.h"
#include "prove/value_key.h"

/* Where an edge leads: a node, or with this bit an ending. */
#define VALUE_END UINT32_C(0x80000000)

/* Of a target or a node's best and worst: the ending at which no outcome is reached. */
#define VALUE_NO_ENDING 0u

typedef struct value_edge {
    uint32_t to;
    uint32_t bit;  /* of the reply */
    double weight; /* how likely a newcomer who stands here goes this way */
} value_edge;

#define VALUE_FOR_EVER (UINT32_MAX / 2) /* steps: it never ends */

/* A way on: how it ends, and by how many replies. */
typedef struct value_way {
    uint32_t ending;
    uint32_t steps; /* 0: there is none */
} value_way;

typedef struct value_node {
    uint64_t hash; /* of the key */
    uint32_t key_at;
    uint32_t key_length;
    uint32_t first_edge;
    uint32_t edges;
    value_way best, worst;
} value_node;

typedef struct value_graph {
    const ear_scenario *scenario; /* borrowed */
    const prove_work *work;       /* borrowed */
    prove_limits limits;
    prove_taste taste;
    prove_reads reads; /* owned: what functions were seen to look at */
    prove_asker asker;
    value_key key;
    model_layout layout;

    value_node *nodes; /* owned, like all that follow */
    size_t nodes_count, nodes_room;
    value_edge *edges;
    size_t edges_count, edges_room;
    unsigned char *keys;
    size_t keys_length, keys_room;
    uint32_t *slots; /* nodes by the hash of their key; MODEL_NONE: empty */
    size_t slots_count;
    /* What becomes of newcomers, a row for each node: the share that reaches each
     * outcome, then each figure times the share that ends with it. */
    double *rows;
    size_t rows_room;
    uint32_t width;
    bool unsettled; /* a circle's rows went on moving: they are not exact */

    const prove_ending **endings; /* [0]: no outcome; what they point to stays put */
    size_t endings_count, endings_room;
    uint32_t *ending_slots; /* endings by their hash; MODEL_NONE: empty */
    size_t ending_slots_count;
    base_arena kept;      /* endings and their figures, and whatever is given out */
    base_number *figures; /* KPIS: of the ending that is looked at */

    uint32_t *outcome_of; /* MOMENTS: column of `rows` */
    uint32_t outcomes;

    sim_player *player; /* owned */
    model_chances chances;
    base_number odds[MODEL_CHANCES];
    model_state *at, *next; /* owned */
    unsigned char *scratch; /* a key */
    unsigned renewed;       /* how often keys were made anew */
} value_graph;

/* Opened on the thread that will grow it, and not moved. `hooks` are copied. Released
 * with value_graph_close() also when it fails. */
ear_status value_graph_open(value_graph *g, const ear_scenario *scenario,
                            const prove_work *work, const ear_hooks *hooks, uint64_t seed,
                            ear_error *err);
void value_graph_close(value_graph *g);
/* When functions have looked at something that keys do not tell apart, makes keys that
 * do; nothing that is in the graph holds then. *learned: so it was. False: no memory. */
bool value_graph_learn(value_graph *g, bool *learned);

/* --- value_grow.c --- */
/* The node of a state at a choice, `g->layout`; MODEL_NONE: not known. `key`:
 * value_key_room() bytes. Changes nothing: any number of threads may ask at once. */
uint32_t value_find(const value_graph *g, unsigned char *key, const model_state *state);
/*
 * Adds a state at a choice and all that can follow. *node is MODEL_NONE when that is more
 * than the limits allow; then the graph is as it was. EAR_E_LIMIT: stopped.
 */
ear_status value_grow(value_graph *g, uint32_t *node, const model_state *state,
                      ear_error *err);
/* The same from the beginning of a run, whatever chance() says there. */
ear_status value_grow_start(value_graph *g, bool *all, uint64_t seed, ear_error *err);
/* The next way in which the questions that were asked can fall; false: that was the last.
 */
bool value_next_chance(model_chances *chances);

/* --- value_ends.c --- */
bool value_ends_begin(value_graph *g); /* false: no memory */
void value_ends_release(value_graph *g);
/* The ending that a state is, one that has ended; EAR_E_NOMEM. */
ear_status value_ending_of(value_graph *g, uint32_t *ending, model_state *state,
                           ear_error *err);

/* --- value_solve.c --- */
/* Works out best, worst and likely for the nodes from `first` on; false: no memory. */
bool value_solve(value_graph *g, uint32_t first);
/* Adds to a row what comes of going along an edge. */
void value_row_add(const value_graph *g, double *row, const value_edge *edge);
/* How likely a newcomer is to give each reply of a choice, by bit. */
void value_newcomer_odds(const prove_taste *taste, double odds[MODEL_MAX_REPLIES],
                         uint32_t first_reply, uint64_t offered);

/* --- value_played.c: where there is too much to look at --- */
#define VALUE_PLAYED 200u /* play-outs for each reply */

/* What one run came to. */
typedef struct value_run {
    const prove_ending *ending;
    uint32_t *replies; /* bits, the first one the reply that was asked about; owned */
    uint32_t count;
    uint64_t random; /* the run's, before the first reply */
} value_run;

/* Play-outs after one reply: fills in best, worst and likely. `best`: the run that ended
 * best, its `replies` with room for PROVE_MAX_TURNS. */
ear_status value_played(value_graph *g, prove_reply_value *out, value_run *best,
                        const model_state *state, uint64_t seed, ear_error *err);
/* Sums of outcomes and figures made into what is likely, where `all` runs are one. */
ear_status value_likely(value_graph *g, prove_likely *out, const double *row, double all,
                        ear_error *err);

/* --- value_rate.c --- */
void value_rate(const ear_scenario *scenario, prove_choice_value *choice);

#endif
