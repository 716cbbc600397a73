#ifndef EARSHOT_REPORT_GRAPH_H
#define EARSHOT_REPORT_GRAPH_H

/*
 * A scenario as a picture: what leads where, how often newcomers go there and what it
 * does to the customer. Made in three steps, each usable alone:
 *
 *     report_graph_new()      moments and edges, counted over simulated newcomers
 *     report_picture_new()    places for all of it (graph_picture.h)
 *     report_graph_dot() ...  as text (graph_text.h), or report_picture_svg()
 *
 * The same scenario, runs and seed give the same bytes on every machine.
 */

#include "base/bytes.h"
#include "model/scenario.h"
#include "prove/prove.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum report_edge_kind {
    REPORT_REPLY, /* a reply leads there */
    REPORT_GO,    /* a `go` of the moment, without a reply */
    REPORT_RULE   /* a rule leads there, from wherever it happens */
} report_edge_kind;

typedef struct report_edge {
    report_edge_kind kind;
    uint32_t from; /* MOMENTS; MODEL_NONE: a rule's */
    uint32_t to;   /* MOMENTS */
    uint32_t item; /* REPLIES, STATEMENTS or RULES */
    bool visit;    /* there and back again */
    uint64_t passed;
    double effect; /* what the reply does to how she feels, -1 .. 1 of all her range;
                      measured where newcomers gave it, else as it is written */
} report_edge;

typedef struct report_arrival {
    uint64_t runs;   /* that came here at all */
    uint32_t turn;   /* replies given before, at the earliest */
    uint64_t turns;  /* the same, summed over all runs */
    int32_t *meters; /* [meters] the middle value on arriving; NULL when nobody came */
    int32_t *least, *most;
    uint8_t *flags; /* [flags] what most had */
} report_arrival;

typedef struct report_node {
    uint32_t replies;
    bool reachable; /* somebody can come here; where that is not proved: some way of
                       replies, jumps, visits and rules leads here */
    uint32_t rule;  /* RULES: the first that leads here; MODEL_NONE */
    report_arrival arrival;
} report_node;

typedef struct report_graph {
    const ear_scenario *scenario; /* borrowed; outlives the graph */
    report_node *nodes;           /* one for each of MOMENTS */
    report_edge *edges;           /* in the order of the file, rules last */
    uint32_t edge_count;
    uint64_t *open; /* [REPLIES] runs in which the reply was on offer at all; NULL: nobody
                       played */
    uint32_t moments, outcomes, replies;
    uint64_t runs;   /* newcomers that played */
    uint64_t broken; /* of these, stopped by a dead end or a failing function */
    bool stopped;    /* by work.stop: what is told is of those who played until then */
    bool proved;     /* every state was looked at */
    bool stuck;      /* meaningful when proved: somebody can get stuck */
} report_graph;

typedef struct report_graph_options {
    uint64_t runs; /* 0: nobody plays, everything is counted 0 */
    uint64_t seed;
    uint64_t states; /* looked at, at most, to prove what can be reached; 0: none */
    prove_work work; /* helpers when the scenario has functions; whether to stop; whom to
                        tell: newcomers, then states; its limits do not count */
} report_graph_options;

/* How many newcomers play, and how many states are looked at, where nobody says: fewer
 * where Lua has to be asked. */
uint64_t report_graph_runs(const ear_scenario *scenario);
uint64_t report_graph_states(const ear_scenario *scenario);

/* The caller releases *out with report_graph_free(). */
ear_status report_graph_new(report_graph **out, const ear_scenario *scenario,
                            const report_graph_options *options, ear_error *err);
void report_graph_free(report_graph *graph); /* NULL is fine */

/* Appends the words of a reply, or a rule's name; nothing for a `go`. As people read
 * them (report_words). False: out of memory. */
bool report_edge_words(base_bytes *out, const report_graph *graph,
                       const report_edge *edge);
/* Appends what somebody says first in a moment, or an outcome's title. */
bool report_node_words(base_bytes *out, const report_graph *graph, uint32_t moment);
/* Appends what a reply with a `when` needs: "trust 34 or more and not called". */
bool report_reply_needs(base_bytes *out, const report_graph *graph, uint32_t reply);
/* "helps", "hurts", "changes nothing" for a reply; "by itself", "by a rule". Static. */
const char *report_edge_does(const report_edge *edge);
/* Share of `count` in `runs`, in whole percent; at least 1 where it is not 0. */
unsigned report_percent(uint64_t count, uint64_t runs);

#endif
