/* What is still read from a statement on. */
#include "prove/flow.h"

#include <stdlib.h>

typedef struct marking {
    const prove_flow *flow;
    const prove_vars *vars;
    prove_live *live;
    prove_telling telling; /* to mark() */
    uint64_t *to;          /* the bits that reads go to */
    uint64_t
        *reply; /* owned: what every reply reads: rules; figures: it may be the last */
    uint64_t *before; /* owned: by choice's conditions: read before choosing */
} marking;

static void mark(void *user, prove_kind kind, uint32_t index, int64_t against)
{
    const marking *m = user;
    const uint32_t var = prove_var_of(m->vars, kind, index);

    (void)against;
    if (var != MODEL_NONE)
        m->to[var / 64] |= UINT64_C(1) << (var % 64);
    if (kind >= PROVE_FIRST && kind <= PROVE_EXTREME)
        mark(user, PROVE_METER, index, 0); /* where it goes from here */
    if (kind == PROVE_FIRST)
        mark(user, PROVE_BEGUN, 0, 0);
    if (kind == PROVE_POINTS)
        mark(user, PROVE_NOTICE, 0, 0);
}

static void mark_line(marking *m, uint32_t line)
{
    const model_line *it = &m->flow->scenario->lines[line];

    if (it->variants.count > 0)
        mark(m, PROVE_COUNT, it->counter, 0);
}

static void mark_rules(marking *m)
{
    const ear_scenario *s = m->flow->scenario;

    m->to = m->reply;
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        prove_code_reads(&m->telling, s->rules[i].when);
        prove_effect_reads(&m->telling, &s->rules[i].effect);
        if (s->rules[i].once)
            mark(m, PROVE_COUNT, s->rules[i].counter, 0);
    }
    for (uint32_t i = 0; m->vars->figures && i < s->count[MODEL_S_KPIS]; i++)
        prove_code_reads(&m->telling, s->kpis[i].of);
}

static void mark_reply(marking *m, uint32_t index, uint64_t *before)
{
    const ear_scenario *s = m->flow->scenario;
    const model_reply *reply = &s->replies[index];
    uint64_t *after = m->to;

    prove_effect_reads(&m->telling, &reply->effect);
    if (reply->intent != MODEL_NONE) {
        const model_intent *intent = &s->intents[reply->intent];

        prove_effect_reads(&m->telling, &intent->effect);
        if (intent->fades.num != intent->fades.den)
            mark(m, PROVE_COUNT, intent->counter, 0);
    }
    prove_reply_words_reads(&m->telling, reply);
    if (reply->answer != MODEL_NONE)
        mark_line(m, reply->answer);
    m->to = before;
    prove_code_reads(&m->telling, reply->when);
    if (!reply->again)
        mark(m, PROVE_COUNT, reply->counter, 0);
    m->to = after;
}

static void mark_statement(marking *m, uint32_t at, uint64_t *before)
{
    const ear_scenario *s = m->flow->scenario;
    const model_statement *now = &s->statements[at];

    m->to = before;
    prove_code_reads(&m->telling, now->when);
    m->to = m->live->at + (size_t)at * m->live->words;
    if (now->kind == MODEL_EFFECT)
        prove_effect_reads(&m->telling, &s->effects[now->item]);
    prove_statement_words_reads(&m->telling, now);
    if (now->kind == MODEL_LINE)
        mark_line(m, now->item);
    if (now->kind != MODEL_CHOICE)
        return;
    for (uint32_t i = 0; i < now->count; i++)
        mark_reply(m, now->item + i, before);
    for (uint32_t w = 0; w < m->live->words; w++)
        m->to[w] |= m->reply[w];
}

/* What is read at `from` or after it is read after `to`. */
static bool flow_back(const marking *m, uint32_t to, uint32_t from)
{
    const size_t words = m->live->words;
    uint64_t *after = m->live->at + to * words;
    const uint64_t *live = m->live->at + from * words;
    const uint64_t *before = m->before + from * words;
    bool more = false;

    for (size_t w = 0; w < words; w++) {
        const uint64_t bits = after[w] | live[w] | before[w];

        more |= bits != after[w];
        after[w] = bits;
    }
    return more;
}

static void settle(const marking *m)
{
    const prove_flow *flow = m->flow;
    bool more = true;

    while (more) {
        more = false;
        for (uint32_t at = flow->count; at-- > 0;)
            for (uint32_t e = flow->first[at]; e < flow->first[at + 1]; e++)
                more |= flow_back(m, at, flow->next[e]);
    }
}

bool prove_live_find(prove_live *live, const prove_flow *flow, const prove_vars *vars)
{
    marking m = {.flow = flow, .vars = vars, .live = live};
    const size_t words = vars->count / 64 + 1;

    m.telling = (prove_telling){vars->scenario, vars->reads, mark, &m};
    live->words = (uint32_t)words;
    live->at = calloc((flow->count + (size_t)1) * words, sizeof *live->at);
    m.before = calloc((flow->count + (size_t)1) * words, sizeof *m.before);
    m.reply = calloc(words, sizeof *m.reply);

    const bool done = live->at && m.before && m.reply;

    if (done) {
        mark_rules(&m);
        for (uint32_t at = 0; at < flow->count; at++)
            mark_statement(&m, at, m.before + at * words);
        settle(&m);
    }
    free(m.before);
    free(m.reply);
    return done;
}

void prove_live_release(prove_live *live)
{
    free(live->at);
    live->at = NULL;
}
