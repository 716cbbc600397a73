#include "graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

const char *const graph_meters[GRAPH_METERS] = {"trust", "mood", "stress", "patience"};

static bool read_parts(graph *out, FILE *file)
{
    uint32_t head[4];

    if (fread(head, sizeof *head, 4, file) != 4 || head[0] != 0x31465247 ||
        head[2] != sizeof(graph_node))
        return false;
    out->count = head[1];
    out->pool_bytes = head[3];
    out->nodes = malloc((size_t)head[1] * sizeof *out->nodes);
    out->pool = malloc(head[3]);
    return out->nodes && out->pool &&
           fread(out->nodes, sizeof *out->nodes, head[1], file) == head[1] &&
           fread(out->pool, 1, head[3], file) == head[3];
}

bool graph_read(graph *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    bool fine = false;

    *out = (graph){0};
    if (file) {
        fine = read_parts(out, file);
        fclose(file);
    }
    if (!fine) {
        fprintf(stderr, "%s is no graph\n", path);
        graph_free(out);
    }
    return fine;
}

void graph_free(graph *g)
{
    free(g->nodes);
    free(g->pool);
    *g = (graph){0};
}

double graph_cpu(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void graph_report(const graph_walk *walk, const char *who, long conversations)
{
    printf("sum %lld %lld %lld %lld text %lld x %u\n", walk->sum[0], walk->sum[1],
           walk->sum[2], walk->sum[3], walk->bytes, walk->x);
    fprintf(stderr, "%s: %.0f choices/s\n", who,
            (double)conversations * GRAPH_STEPS / walk->seconds);
}
