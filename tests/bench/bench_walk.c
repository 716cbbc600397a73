/* The walk of README.md through sessions, as any program that uses Earshot would play it.
 */
#include "graph.h"
#include "graph_scenario.h"

#include "sim/look.h"

#include <earshot/session.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum mode {
    MODE_WORDS,  /* the text is built, nobody is told */
    MODE_EVENTS, /* every event is handed out */
    MODE_BARE    /* neither: the turn itself */
} mode;

typedef struct wanted {
    mode mode;
    bool every_count; /* the record's counts too */
    long conversations;
} wanted;

/* Reads every text as a window or a journal would. */
static void take(void *user, const ear_event *event)
{
    long long *bytes = user;

    if (event->kind == EAR_EVENT_LINE)
        *bytes += (long long)event->text.length;
    if (event->kind == EAR_EVENT_CHOICE)
        for (size_t i = 0; i < event->count; i++)
            *bytes += (long long)event->list[i].text.length;
}

/* "n123", without what printf costs. */
static void name_node(char *to, uint32_t node)
{
    char digits[10];
    size_t count = 0;

    *to++ = 'n';
    do
        digits[count++] = (char)('0' + node % 10);
    while (node /= 10);
    while (count > 0)
        *to++ = digits[--count];
    *to = '\0';
}

static bool walk_once(graph_walk *walk, const ear_scenario *scenario, uint32_t count,
                      const wanted *w)
{
    long long told = 0, counted = 0;
    const ear_sink sink = {.event = w->mode == MODE_EVENTS ? take : NULL,
                           .user = &told,
                           .words = w->mode == MODE_WORDS};
    char from[16];
    const ear_options options = {.from = from, .live_only = !w->every_count};
    ear_session *session = NULL;
    bool fine;

    name_node(from, graph_draw(walk) % count);
    fine = ear_session_new(&session, scenario, &options, NULL) == EAR_OK &&
           ear_session_begin(session, &sink, NULL) == EAR_OK;
    for (int step = 0; fine && step < GRAPH_STEPS; step++) {
        const size_t offered = ear_session_offered(session);

        /* The node that a walk ends on is built but not counted. */
        counted = w->mode == MODE_WORDS ? (long long)sim_session_built(session) : told;
        fine = ear_session_choose(session, graph_draw(walk) % offered, &sink, NULL) ==
               EAR_OK;
    }
    walk->bytes += counted;
    for (int m = 0; fine && m < GRAPH_METERS; m++) {
        int32_t value = 0;

        fine = ear_session_meter(session, graph_meters[m], &value);
        walk->sum[m] += value;
    }
    ear_session_free(session);
    return fine;
}

static bool read_wanted(wanted *w, int argc, char **argv)
{
    static const char *const modes[] = {"words", "events", "bare"};

    *w = (wanted){.conversations = argc > 2 ? atol(argv[2]) : 100000};
    for (int i = 3; i < argc; i++) {
        bool known = strcmp(argv[i], "every-count") == 0;

        w->every_count |= known;
        for (int k = 0; k < 3; k++)
            if (strcmp(argv[i], modes[k]) == 0) {
                w->mode = (mode)k;
                known = true;
            }
        if (!known)
            return false;
    }
    return argc > 1 && w->conversations > 0;
}

static bool walk_all(const ear_scenario *scenario, uint32_t count, const wanted *w,
                     const char *who)
{
    graph_walk walk = {.x = 12345, .seconds = graph_cpu()};
    bool fine = true;

    for (long i = 0; fine && i < w->conversations; i++)
        fine = walk_once(&walk, scenario, count, w);
    walk.seconds = graph_cpu() - walk.seconds;
    if (fine)
        graph_report(&walk, who, w->conversations);
    return fine;
}

int main(int argc, char **argv)
{
    ear_scenario *scenario = NULL;
    graph g = {0};
    wanted w;
    bool fine;

    if (!read_wanted(&w, argc, argv)) {
        fprintf(stderr, "usage: bench_walk graph.bin [CONVERSATIONS] "
                        "[words|events|bare] [every-count]\n");
        return 2;
    }
    fine = graph_read(&g, argv[1]);
    if (fine)
        scenario = graph_scenario(&g);
    fine = scenario && walk_all(scenario, g.count, &w, argc > 3 ? argv[3] : "words");
    ear_scenario_free(scenario);
    graph_free(&g);
    return fine ? 0 : 1;
}
