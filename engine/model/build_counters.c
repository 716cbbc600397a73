/*
 * Numbers the counters of moments, lines, replies, intents and rules: first those that
 * since() reads, then those that something else can tell apart, then those that only the
 * record wants. References in the code get their numbers.
 */
#include "model/builder.h"

#include <stdlib.h>

typedef enum rank { RANK_RECORD, RANK_LIVE, RANK_SINCE, RANKS } rank;

typedef enum counted {
    COUNTED_MOMENTS,
    COUNTED_LINES,
    COUNTED_REPLIES,
    COUNTED_INTENTS,
    COUNTED_RULES,
    COUNTED
} counted;

static const model_section section_of[COUNTED] = {
    MODEL_S_MOMENTS, MODEL_S_LINES, MODEL_S_REPLIES, MODEL_S_INTENTS, MODEL_S_RULES,
};

typedef struct numbering {
    builder *b;
    uint8_t *rank;    /* of everything counted, kind after kind */
    uint32_t *number; /* the same */
    uint32_t first[COUNTED + 1];
} numbering;

static void lift(numbering *n, counted kind, uint32_t index, rank to)
{
    uint8_t *at = &n->rank[n->first[kind] + index];

    if (*at < (uint8_t)to)
        *at = (uint8_t)to;
}

static uint32_t slot_of(const numbering *n, model_symbol thing)
{
    switch (thing.kind) {
    case MODEL_SYMBOL_LINE:
        return n->first[COUNTED_LINES] + thing.index;
    case MODEL_SYMBOL_REPLY:
        return n->first[COUNTED_REPLIES] + thing.index;
    case MODEL_SYMBOL_INTENT:
        return n->first[COUNTED_INTENTS] + thing.index;
    default:
        return n->first[COUNTED_MOMENTS] + thing.index;
    }
}

static void rank_references(numbering *n)
{
    const model_compiler *c = &n->b->compiler;

    for (size_t i = 0; i < c->references.count; i++) {
        const model_reference *reference = &c->references.at[i];
        const bool since = (c->code.at[reference->at] & 0xff) == MODEL_OP_SINCE;
        const bool test = reference->at >= n->b->code_of_tests;
        const rank to = since ? RANK_SINCE : test ? RANK_RECORD : RANK_LIVE;
        uint8_t *at = &n->rank[slot_of(n, reference->thing)];

        if (*at < (uint8_t)to)
            *at = (uint8_t)to;
    }
}

/* Lines that vary, replies given once, intents that fade, rules that happen once. */
static void rank_records(numbering *n)
{
    const model_line *lines = build_records(n->b, MODEL_S_LINES);
    const model_reply *replies = build_records(n->b, MODEL_S_REPLIES);
    const model_intent *intents = build_records(n->b, MODEL_S_INTENTS);
    const model_rule *rules = build_records(n->b, MODEL_S_RULES);

    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_LINES); i++) {
        if (lines[i].variants.count > 0)
            lift(n, COUNTED_LINES, i, RANK_LIVE);
    }
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_REPLIES); i++) {
        if (!replies[i].again)
            lift(n, COUNTED_REPLIES, i, RANK_LIVE);
    }
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_INTENTS); i++) {
        if (intents[i].fades.num != intents[i].fades.den)
            lift(n, COUNTED_INTENTS, i, RANK_LIVE);
    }
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_RULES); i++) {
        if (rules[i].once)
            lift(n, COUNTED_RULES, i, RANK_LIVE);
    }
}

static void number(numbering *n, model_header *header)
{
    const uint32_t all = n->first[COUNTED];
    uint32_t next = 0;

    for (int r = RANKS - 1; r >= 0; r--) {
        for (uint32_t i = 0; i < all; i++) {
            if (n->rank[i] == r)
                n->number[i] = next++;
        }
        if (r == RANK_SINCE)
            header->since_counters = next;
        if (r == RANK_LIVE)
            header->live_counters = next;
    }
    header->counters = all;
}

static void write_numbers(const numbering *n)
{
    model_moment *moments = build_records(n->b, MODEL_S_MOMENTS);
    model_line *lines = build_records(n->b, MODEL_S_LINES);
    model_reply *replies = build_records(n->b, MODEL_S_REPLIES);
    model_intent *intents = build_records(n->b, MODEL_S_INTENTS);
    model_rule *rules = build_records(n->b, MODEL_S_RULES);
    const model_compiler *c = &n->b->compiler;
    const uint32_t *next = n->number;

    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_MOMENTS); i++)
        moments[i].counter = *next++;
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_LINES); i++)
        lines[i].counter = *next++;
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_REPLIES); i++)
        replies[i].counter = *next++;
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_INTENTS); i++)
        intents[i].counter = *next++;
    for (uint32_t i = 0; i < build_count(n->b, MODEL_S_RULES); i++)
        rules[i].counter = *next++;
    for (size_t i = 0; i < c->references.count; i++)
        model_code_refer(&c->code.at[c->references.at[i].at],
                         n->number[slot_of(n, c->references.at[i].thing)]);
}

void build_counters(builder *b, model_header *header)
{
    numbering n = {.b = b};

    for (int kind = 0; kind < COUNTED; kind++)
        n.first[kind + 1] = n.first[kind] + build_count(b, section_of[kind]);

    n.rank = calloc((size_t)n.first[COUNTED] + 1, sizeof *n.rank);
    n.number = calloc((size_t)n.first[COUNTED] + 1, sizeof *n.number);
    if (!n.rank || !n.number) {
        build_no_memory(b);
    } else {
        rank_references(&n);
        rank_records(&n);
        /* A Lua function may ask for any of them, in any way. */
        for (uint32_t i = 0; b->draft->functions > 0 && i < n.first[COUNTED]; i++)
            n.rank[i] = RANK_SINCE;
        number(&n, header);
        write_numbers(&n);
    }
    free(n.rank);
    free(n.number);
}
