#ifndef EARSHOT_BENCH_GRAPH_H
#define EARSHOT_BENCH_GRAPH_H

/* The records that gen_graph.py writes, and what every walker of them shares. */

#include <stdbool.h>
#include <stdint.h>

#define GRAPH_METERS   4
#define GRAPH_CUSTOMER 4 /* as a line's value; below it: a meter */
#define GRAPH_NONE     255
#define GRAPH_STEPS    20 /* replies in a conversation */
#define GRAPH_START    50 /* of every meter */

typedef struct graph_line {
    uint32_t before; /* bytes into the pool */
    uint16_t before_length;
    uint16_t value;
    uint32_t after;
    uint16_t after_length;
    uint16_t unused;
} graph_line;

typedef struct graph_reply {
    uint32_t to;
    uint32_t text;
    uint16_t length;
    uint8_t meter1;
    int8_t add1;
    uint8_t meter2;
    int8_t add2;
    uint8_t when; /* meter; GRAPH_NONE: always on offer */
    uint8_t at_least;
} graph_reply;

typedef struct graph_node {
    uint32_t lines;
    graph_line line[2];
    graph_reply reply[3];
} graph_node;

typedef struct graph {
    uint32_t count;
    graph_node *nodes; /* owned */
    char *pool;        /* owned */
    uint32_t pool_bytes;
} graph;

extern const char *const graph_meters[GRAPH_METERS];

/* False, with a word on stderr, when the file is no graph. */
bool graph_read(graph *out, const char *path);
void graph_free(graph *g);

/* What a walk comes to. */
typedef struct graph_walk {
    uint32_t x; /* the drawn numbers: x = x * 16807 % (2^31 - 1) */
    long long sum[GRAPH_METERS];
    long long bytes; /* of text */
    double seconds;  /* of this process's CPU */
} graph_walk;

static inline uint32_t graph_draw(graph_walk *walk)
{
    walk->x = (uint32_t)((uint64_t)walk->x * 16807 % 2147483647);
    return walk->x;
}

double graph_cpu(void); /* seconds of CPU so far */
/* "sum ..." on stdout, which must be the same for every walker; "choices/s" on stderr. */
void graph_report(const graph_walk *walk, const char *who, long conversations);

#endif
