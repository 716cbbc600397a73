#include "prove/flow.h"

#include <stdlib.h>

/* Followers are told twice: counted, then written. */
typedef struct edges {
    prove_flow *flow;
    uint32_t at; /* how many so far */
    bool write;
} edges;

static uint32_t first_of(const prove_flow *flow, uint32_t moment)
{
    return flow->scenario->moments[moment].statements.first;
}

static void add(edges *e, uint32_t statement)
{
    if (e->write)
        e->flow->next[e->at] = statement;
    e->at++;
}

static void add_choice(edges *e, uint32_t at)
{
    const ear_scenario *s = e->flow->scenario;
    const model_statement *choice = &s->statements[at];

    for (uint32_t i = 0; i < choice->count; i++) {
        const model_reply *reply = &s->replies[choice->item + i];

        if (reply->visit != MODEL_NONE)
            add(e, first_of(e->flow, reply->visit));
        else if (reply->go != MODEL_NONE)
            add(e, first_of(e->flow, reply->go));
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++)
        if (s->rules[i].go != MODEL_NONE)
            add(e, first_of(e->flow, s->rules[i].go));
    add(e, at + 1); /* replies without a go, and a choice that is passed over */
}

static void add_end(edges *e, uint32_t at)
{
    const prove_flow *flow = e->flow;
    const uint32_t moment = flow->scenario->statements[at].moment;

    for (uint32_t i = flow->back_first[moment]; i < flow->back_first[moment + 1]; i++)
        add(e, flow->back[i]);
}

static void add_followers(edges *e, uint32_t at)
{
    const model_statement *now = &e->flow->scenario->statements[at];

    switch ((model_kind)now->kind) {
    case MODEL_END:
        add_end(e, at);
        break;
    case MODEL_CHOICE:
        add_choice(e, at);
        break;
    case MODEL_GO:
    case MODEL_VISIT:
        add(e, first_of(e->flow, now->item));
        if (now->when != MODEL_NONE)
            add(e, at + 1);
        break;
    default:
        add(e, at + 1);
        break;
    }
}

/* ---- ways back from visits ---- */

typedef void visit_told(prove_flow *flow, uint32_t moment, uint32_t back, uint32_t by);

static void each_visit(prove_flow *flow, visit_told *told)
{
    const ear_scenario *s = flow->scenario;

    for (uint32_t i = 0; i < flow->count; i++)
        if (s->statements[i].kind == MODEL_VISIT)
            told(flow, s->statements[i].item, i + 1, i);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++) {
        const model_reply *reply = &s->replies[i];

        if (reply->visit != MODEL_NONE)
            told(flow, reply->visit,
                 reply->go != MODEL_NONE ? first_of(flow, reply->go)
                                         : s->details[i].statement + 1,
                 i | PROVE_BY_REPLY);
    }
}

static void count_back(prove_flow *flow, uint32_t moment, uint32_t back, uint32_t by)
{
    (void)back;
    (void)by;
    flow->back_first[moment + 1]++;
}

static void write_back(prove_flow *flow, uint32_t moment, uint32_t back, uint32_t by)
{
    flow->back_by[flow->back_first[moment]] = by;
    flow->back[flow->back_first[moment]++] = back;
}

static bool find_ways_back(prove_flow *flow)
{
    const uint32_t moments = flow->scenario->count[MODEL_S_MOMENTS];

    flow->back_first = calloc((size_t)moments + 2, sizeof *flow->back_first);
    if (!flow->back_first)
        return false;
    each_visit(flow, count_back);
    for (uint32_t m = 0; m < moments; m++)
        flow->back_first[m + 1] += flow->back_first[m];
    flow->back = malloc(((size_t)flow->back_first[moments] + 1) * sizeof *flow->back);
    flow->back_by =
        malloc(((size_t)flow->back_first[moments] + 1) * sizeof *flow->back_by);
    if (!flow->back || !flow->back_by)
        return false;
    each_visit(flow, write_back);
    for (uint32_t m = moments; m > 0; m--)
        flow->back_first[m] = flow->back_first[m - 1];
    flow->back_first[0] = 0;
    return true;
}

static bool find_followers(prove_flow *flow)
{
    edges e = {.flow = flow};

    flow->first = malloc(((size_t)flow->count + 1) * sizeof *flow->first);
    if (!flow->first)
        return false;
    for (uint32_t i = 0; i < flow->count; i++) {
        flow->first[i] = e.at;
        add_followers(&e, i);
    }
    flow->first[flow->count] = e.at;
    flow->next = malloc(((size_t)e.at + 1) * sizeof *flow->next);
    if (!flow->next)
        return false;
    e.at = 0;
    e.write = true;
    for (uint32_t i = 0; i < flow->count; i++)
        add_followers(&e, i);
    return true;
}

/* ---- what can come after itself: Tarjan's components, without recursion ---- */

typedef struct components {
    prove_flow *flow;
    uint32_t *index; /* 1 + order of visiting; 0: not yet */
    uint32_t *low;
    uint32_t *edge; /* the next follower to look at */
    uint32_t *path; /* statements being looked at */
    uint32_t *open; /* whose component is not known yet */
    uint32_t paths, opens, order;
} components;

#define SETTLED UINT32_MAX /* low: its component is known */

static void enter(components *c, uint32_t at)
{
    c->index[at] = c->low[at] = ++c->order;
    c->edge[at] = c->flow->first[at];
    c->path[c->paths++] = at;
    c->open[c->opens++] = at;
}

static void settle(components *c, uint32_t root)
{
    const bool several = c->open[c->opens - 1] != root;
    uint32_t at;

    do {
        at = c->open[--c->opens];
        c->low[at] = SETTLED;
        c->flow->loop[at] |= several;
    } while (at != root);
}

static void leave(components *c, uint32_t at)
{
    const uint32_t low = c->low[at];

    c->paths--;
    if (low == c->index[at])
        settle(c, at);
    if (c->paths > 0 && low < c->low[c->path[c->paths - 1]])
        c->low[c->path[c->paths - 1]] = low;
}

static void walk_from(components *c, uint32_t start)
{
    const prove_flow *flow = c->flow;

    enter(c, start);
    while (c->paths > 0) {
        const uint32_t at = c->path[c->paths - 1];

        if (c->edge[at] == flow->first[at + 1]) {
            leave(c, at);
            continue;
        }

        const uint32_t to = flow->next[c->edge[at]++];

        flow->loop[at] |= to == at;
        if (c->index[to] == 0)
            enter(c, to);
        else if (c->low[to] != SETTLED && c->index[to] < c->low[at])
            c->low[at] = c->index[to];
    }
}

static bool find_loops(prove_flow *flow)
{
    const size_t count = (size_t)flow->count + 1;
    uint32_t *room = calloc(count * 5, sizeof *room);
    components c = {.flow = flow};

    flow->loop = calloc(count, 1);
    flow->reached = calloc(count, 1);
    if (!room || !flow->loop || !flow->reached) {
        free(room);
        return false;
    }
    c.index = room;
    c.low = room + count;
    c.edge = room + count * 2;
    c.path = room + count * 3;
    c.open = room + count * 4;
    walk_from(&c, first_of(flow, flow->scenario->info->start));
    for (uint32_t i = 0; i < flow->count; i++)
        flow->reached[i] = c.index[i] != 0;
    for (uint32_t i = 0; i < flow->count; i++)
        if (c.index[i] == 0)
            walk_from(&c, i);
    free(room);
    return true;
}

bool prove_flow_make(prove_flow *flow, const ear_scenario *scenario)
{
    *flow =
        (prove_flow){.scenario = scenario, .count = scenario->count[MODEL_S_STATEMENTS]};
    if (find_ways_back(flow) && find_followers(flow) && find_loops(flow))
        return true;
    prove_flow_release(flow);
    return false;
}

void prove_flow_release(prove_flow *flow)
{
    free(flow->first);
    free(flow->next);
    free(flow->loop);
    free(flow->reached);
    free(flow->back_first);
    free(flow->back);
    free(flow->back_by);
    *flow = (prove_flow){0};
}
