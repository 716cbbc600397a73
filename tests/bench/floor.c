/* The floor of the walk: what plain C over compiled records reaches, with nothing of an
 * engine around it. Nothing that tells a whole conversation can be faster. */
#include "graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t put_whole(char *to, int value)
{
    char digits[12];
    size_t count = 0, length = 0;

    if (value < 0) {
        to[length++] = '-';
        value = -value;
    }
    do
        digits[count++] = (char)('0' + value % 10);
    while (value /= 10);
    while (count > 0)
        to[length++] = digits[--count];
    return length;
}

static char *put_line(char *to, const graph *g, const graph_line *line, const int *meters)
{
    memcpy(to, g->pool + line->before, line->before_length);
    to += line->before_length;
    if (line->value < GRAPH_METERS) {
        to += put_whole(to, meters[line->value]);
    } else {
        memcpy(to, "Alexandra", 9);
        to += 9;
    }
    memcpy(to, g->pool + line->after, line->after_length);
    return to + line->after_length;
}

static uint32_t play_node(const graph *g, uint32_t at, int *meters, graph_walk *walk)
{
    static const uint32_t everything = GRAPH_NONE;
    const graph_node *node = &g->nodes[at];
    const graph_reply *offered[3];
    uint32_t count = 0;
    char text[4096];
    char *to = text;

    for (uint32_t i = 0; i < node->lines; i++)
        to = put_line(to, g, &node->line[i], meters);
    for (uint32_t i = 0; i < 3; i++) {
        const graph_reply *reply = &node->reply[i];

        if (reply->when != everything && meters[reply->when] < reply->at_least)
            continue;
        offered[count++] = reply;
        memcpy(to, g->pool + reply->text, reply->length);
        to += reply->length;
    }
    __asm__ volatile("" : : "r"(text) : "memory"); /* the text is wanted */
    walk->bytes += to - text;

    const graph_reply *given = offered[graph_draw(walk) % count];

    meters[given->meter1] += given->add1;
    meters[given->meter2] += given->add2;
    return given->to;
}

int main(int argc, char **argv)
{
    const long conversations = argc > 2 ? atol(argv[2]) : 100000;
    graph_walk walk = {.x = 12345};
    graph g;

    if (argc < 2 || !graph_read(&g, argv[1])) {
        fprintf(stderr, "usage: bench_floor graph.bin [CONVERSATIONS]\n");
        return 2;
    }
    walk.seconds = graph_cpu();
    for (long i = 0; i < conversations; i++) {
        uint32_t at = graph_draw(&walk) % g.count;
        int meters[GRAPH_METERS] = {GRAPH_START, GRAPH_START, GRAPH_START, GRAPH_START};

        for (int step = 0; step < GRAPH_STEPS; step++)
            at = play_node(&g, at, meters, &walk);
        for (int m = 0; m < GRAPH_METERS; m++)
            walk.sum[m] += meters[m];
    }
    walk.seconds = graph_cpu() - walk.seconds;
    graph_report(&walk, "floor", conversations);
    graph_free(&g);
    return 0;
}
