/*
 * CODE is one piece after the other, each ending at its RETURN. One walk over all of it
 * follows the depth of the stack. What is known of a word is kept in its mark:
 *
 *   bit 7     a piece begins here
 *   bit 6     (where a piece begins) it reads a counter that only the record wants
 *   bits 0-5  a jump leads here with a stack this deep; 0: none does
 */
#include "model/code.h"
#include "model/verify.h"

#define BEGINS 0x80u
#define RECORD 0x40u
#define DEPTH  0x3fu

typedef struct walk {
    const verify *v;
    const uint32_t *code;
    uint32_t count;
    uint32_t at;
    uint32_t begin;    /* of this piece */
    uint32_t furthest; /* where a jump of this piece leads */
    uint32_t depth;
} walk;

bool verify_code_begins(const verify *v, uint32_t at, bool any_counter)
{
    const uint8_t mark = v->marks[at];

    return (mark & BEGINS) && (any_counter || !(mark & RECORD));
}

/* How many values an operation takes; it leaves one, but AND and OR, which are told
 * apart by their jump. MODEL_NONE: there is no such operation. */
static uint32_t taken_by(uint32_t op, uint32_t arg)
{
    if (op <= MODEL_OP_SKILL || op == MODEL_OP_METER_COMPARE)
        return 0;
    if (op <= MODEL_OP_REMAINDER || (MODEL_OP_LESS <= op && op <= MODEL_OP_NOT_EQUAL))
        return 2;
    if (op == MODEL_OP_MIN || op == MODEL_OP_MAX)
        return arg >= 1 && arg <= MODEL_STACK ? arg : MODEL_NONE;
    if (op == MODEL_OP_CLAMP)
        return 3;
    return op < MODEL_OPS ? 1 : MODEL_NONE;
}

static bool check_counter(walk *w, uint32_t counter)
{
    const model_header *header = w->v->scenario->header;

    if (counter >= header->live_counters)
        w->v->marks[w->begin] |= RECORD;
    return counter < header->counters;
}

static bool check_meter(const walk *w, uint32_t op, uint32_t arg)
{
    return verify_index(w->v, model_op_thing(op, arg), MODEL_S_METERS) &&
           (op != MODEL_OP_METER_COMPARE ||
            (MODEL_OP_LESS <= arg >> 16 && arg >> 16 <= MODEL_OP_NOT_EQUAL));
}

static bool check_argument(walk *w, uint32_t op, uint32_t arg)
{
    switch (model_op_names(op)) {
    case MODEL_NAMES_NOTHING:
        return true;
    case MODEL_NAMES_NUMBER:
        return verify_index(w->v, arg, MODEL_S_NUMBERS);
    case MODEL_NAMES_METER:
        return check_meter(w, op, arg);
    case MODEL_NAMES_FLAG:
        return verify_index(w->v, arg, MODEL_S_FLAGS);
    case MODEL_NAMES_SKILL:
        return verify_index(w->v, arg, MODEL_S_SKILLS);
    case MODEL_NAMES_REPLY:
        return verify_index(w->v, arg, MODEL_S_REPLIES);
    case MODEL_NAMES_INTENT:
        return verify_index(w->v, arg, MODEL_S_INTENTS);
    case MODEL_NAMES_COUNTER:
        return op == MODEL_OP_SINCE ? arg < w->v->scenario->header->since_counters
                                    : check_counter(w, arg);
    }
    return false;
}

/* A jump keeps the value it looked at; going on drops it. */
static bool check_jump(walk *w, uint32_t distance)
{
    const uint64_t target = (uint64_t)w->at + 1 + distance;

    if (distance == 0 || target >= w->count || w->depth == 0)
        return false;

    uint8_t *mark = &w->v->marks[target];
    if (*mark != 0 && *mark != w->depth)
        return false;
    *mark = (uint8_t)w->depth;
    if (target > w->furthest)
        w->furthest = (uint32_t)target;
    w->depth--;
    return true;
}

static bool check_step(walk *w, uint32_t op, uint32_t arg)
{
    if (op == MODEL_OP_AND || op == MODEL_OP_OR)
        return check_jump(w, arg);

    const uint32_t taken = taken_by(op, arg);
    if (taken == MODEL_NONE || taken > w->depth || !check_argument(w, op, arg))
        return false;
    w->depth = w->depth - taken + 1;
    if (w->depth > MODEL_STACK)
        return false;
    if (model_op_more(op) == 0)
        return true;
    w->at++;
    return w->at < w->count && w->v->marks[w->at] == 0;
}

/* One piece, from `at` to its RETURN. */
static bool check_piece(walk *w)
{
    w->begin = w->furthest = w->at;
    w->depth = 0;
    w->v->marks[w->begin] = BEGINS;
    for (; w->at < w->count; w->at++) {
        const uint32_t deep = w->v->marks[w->at] & (w->at == w->begin ? 0 : DEPTH);

        if (deep != 0 && deep != w->depth)
            return false;
        if ((w->code[w->at] & 0xff) == MODEL_OP_RETURN)
            return w->depth == 1 && w->furthest <= w->at;
        if (!check_step(w, w->code[w->at] & 0xff, w->code[w->at] >> 8))
            return false;
    }
    return false;
}

const char *verify_code(const verify *v)
{
    walk w = {
        .v = v, .code = v->scenario->code, .count = v->scenario->count[MODEL_S_CODE]};

    for (; w.at < w.count; w.at++) {
        if (!check_piece(&w))
            return "a condition or effect";
    }
    return NULL;
}
