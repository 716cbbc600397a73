#include "model/eval.h"

#include "base/random.h"

#include "model/code.h"

#define CHANCE_BITS 32

struct machine {
    const ear_scenario *scenario;
    const model_layout *layout;
    model_state *state;
    base_number *top; /* the value on top of the stack */
};

static bool is_whole(base_number a)
{
    return a.den == 1;
}

/* ---- what the state knows ---- */

static int64_t meter_in(const struct machine *m, uint32_t offset, uint32_t meter)
{
    return model_ints(m->state, offset)[meter];
}

static int64_t since(const struct machine *m, uint32_t counter)
{
    if (model_words_at(m->state, m->layout->counters)[counter] == 0)
        return -1;
    return (int64_t)m->state->turn - model_words_at(m->state, m->layout->since)[counter];
}

static int64_t meter_figure(const struct machine *m, model_op op, uint32_t meter)
{
    const model_layout *layout = m->layout;

    switch (op) {
    case MODEL_OP_GAINED:
        return meter_in(m, layout->gained, meter);
    case MODEL_OP_START:
        return meter_in(m, layout->start, meter);
    case MODEL_OP_FIRST:
        return meter_in(m, layout->first, meter);
    case MODEL_OP_LOWEST:
        return meter_in(m, layout->lowest, meter);
    case MODEL_OP_HIGHEST:
        return meter_in(m, layout->highest, meter);
    case MODEL_OP_EXTREME:
        return meter_in(m, layout->extreme, meter);
    case MODEL_OP_CHANGE:
        return meter_in(m, layout->meters, meter) - meter_in(m, layout->start, meter);
    default:
        return 0;
    }
}

/* Whole numbers that are read out of the state; meters and flags are read in run(). */
static int64_t figure(const struct machine *m, model_op op, uint32_t arg)
{
    const model_state *state = m->state;

    switch (op) {
    case MODEL_OP_TURN:
        return state->turn;
    case MODEL_OP_COUNT:
        return model_words_at(state, m->layout->counters)[arg];
    case MODEL_OP_SEEN:
        return model_words_at(state, m->layout->counters)[arg] > 0;
    case MODEL_OP_SINCE:
        return since(m, arg);
    case MODEL_OP_NOW_REPLY:
        return state->reply == arg;
    case MODEL_OP_NOW_INTENT:
        return state->intent == arg;
    case MODEL_OP_SKILL:
        return model_ints(state, m->layout->points)[arg];
    default:
        return meter_figure(m, op, arg);
    }
}

/* ---- operations ---- */

static bool ordered(model_op op, int by)
{
    switch (op) {
    case MODEL_OP_LESS:
        return by < 0;
    case MODEL_OP_LESS_EQUAL:
        return by <= 0;
    case MODEL_OP_GREATER:
        return by > 0;
    case MODEL_OP_GREATER_EQUAL:
        return by >= 0;
    case MODEL_OP_EQUAL:
        return by == 0;
    default:
        return by != 0;
    }
}

static bool meter_compare(const int32_t *meters, const uint32_t *word)
{
    const int32_t value = meters[word[0] >> 8 & UINT16_MAX];
    const int32_t other = (int32_t)word[1];

    return ordered((model_op)(word[0] >> 24), (value > other) - (value < other));
}

/* Small whole numbers, which meters and counts are: nothing can overflow. */
static bool are_small(base_number a, base_number b)
{
    const int64_t half = INT32_MAX;

    return is_whole(a) && is_whole(b) && -half <= a.num && a.num <= half &&
           -half <= b.num && b.num <= half;
}

static base_number calculate(model_op op, base_number a, base_number b)
{
    if (op <= MODEL_OP_MULTIPLY && are_small(a, b)) {
        const int64_t result = op == MODEL_OP_ADD        ? a.num + b.num
                               : op == MODEL_OP_SUBTRACT ? a.num - b.num
                                                         : a.num * b.num;

        return (base_number){result, 1};
    }
    switch (op) {
    case MODEL_OP_ADD:
        return base_number_add(a, b);
    case MODEL_OP_SUBTRACT:
        return base_number_subtract(a, b);
    case MODEL_OP_MULTIPLY:
        return base_number_multiply(a, b);
    case MODEL_OP_DIVIDE:
        return base_number_divide(a, b);
    default:
        return base_number_remainder(a, b);
    }
}

static bool compare(model_op op, base_number a, base_number b)
{
    if (is_whole(a) && is_whole(b))
        return ordered(op, (a.num > b.num) - (a.num < b.num));
    return ordered(op, base_number_compare(a, b));
}

static base_number least(base_number a, base_number b)
{
    return base_number_compare(a, b) <= 0 ? a : b;
}

static base_number most(base_number a, base_number b)
{
    return base_number_compare(a, b) >= 0 ? a : b;
}

/* An outcome that somebody gave in advance; only what can fall either way asks for one.
 */
static bool given_chance(model_chances *given, base_number probability)
{
    if (probability.num <= 0 || probability.num >= probability.den)
        return probability.num > 0;

    const uint32_t n = given->asked++;

    if (n >= MODEL_CHANCES)
        return false;
    if (given->odds)
        given->odds[n] = probability;
    return given->outcomes >> n & 1;
}

/* One draw, whatever the probability. */
static bool chance(struct machine *m, base_number probability)
{
    if (m->layout->chances)
        return given_chance(m->layout->chances, probability);

    const base_number drawn = {
        .num = (int64_t)(base_random_next(&m->state->random) >> (64 - CHANCE_BITS)),
        .den = INT64_C(1) << CHANCE_BITS};

    return base_number_compare(drawn, probability) < 0;
}

static void push_whole(struct machine *m, int64_t value)
{
    m->top++;
    *m->top = (base_number){value, 1};
}

/* The `count` topmost values become one. */
static void fold(struct machine *m, model_op op, uint32_t count)
{
    for (; count > 1; count--) {
        const base_number last = *m->top--;

        *m->top = op == MODEL_OP_MIN ? least(*m->top, last) : most(*m->top, last);
    }
}

/* Operations that are met seldom. */
static void rare(struct machine *m, model_op op, uint32_t arg)
{
    switch (op) {
    case MODEL_OP_NUMBER:
        *++m->top = m->scenario->numbers[arg];
        break;
    case MODEL_OP_MINUTES:
        *++m->top = base_number_fraction((int64_t)m->state->tenths, 600);
        break;
    case MODEL_OP_SECONDS:
        *++m->top = base_number_fraction((int64_t)m->state->tenths, 10);
        break;
    case MODEL_OP_NEGATE:
        *m->top = base_number_negate(*m->top);
        break;
    case MODEL_OP_MIN:
    case MODEL_OP_MAX:
        fold(m, op, arg);
        break;
    case MODEL_OP_CLAMP:
        m->top -= 2;
        *m->top = least(most(m->top[0], m->top[1]), m->top[2]);
        break;
    case MODEL_OP_ROUND:
        *m->top = base_number_whole(base_number_round(*m->top));
        break;
    case MODEL_OP_ABS:
        if (m->top->num < 0)
            *m->top = base_number_negate(*m->top);
        break;
    case MODEL_OP_CHANCE:
        *m->top = (base_number){chance(m, *m->top), 1};
        break;
    default: /* model_open() lets no other through */
        break;
    }
}

static void step(struct machine *m, model_op op, uint32_t arg)
{
    if (op >= MODEL_OP_LESS && op <= MODEL_OP_NOT_EQUAL) {
        const base_number right = *m->top--;
        *m->top = (base_number){compare(op, *m->top, right), 1};
    } else if (op >= MODEL_OP_ADD && op <= MODEL_OP_REMAINDER) {
        const base_number right = *m->top--;
        *m->top = calculate(op, *m->top, right);
    } else if (op == MODEL_OP_NUMBER || op == MODEL_OP_MINUTES ||
               op == MODEL_OP_SECONDS || op > MODEL_OP_SKILL) {
        rare(m, op, arg);
    } else {
        push_whole(m, figure(m, op, arg));
    }
}

/* The top of the stack is kept at hand here and shown to the rarer steps only. */
static base_number run(struct machine *m, const uint32_t *at)
{
    const int32_t *meters = model_ints(m->state, m->layout->meters);
    const uint8_t *flags = model_flags_at(m->state, m->layout);
    base_number *top = m->top;

    for (;; at++) {
        const model_op op = (model_op)(*at & 0xffu);

        switch (op) {
        case MODEL_OP_RETURN:
            return *top;
        case MODEL_OP_WHOLE:
            *++top = (base_number){(int32_t) * ++at, 1};
            break;
        case MODEL_OP_METER:
            *++top = (base_number){meters[*at >> 8], 1};
            break;
        case MODEL_OP_FLAG:
            *++top = (base_number){flags[*at >> 8], 1};
            break;
        case MODEL_OP_METER_COMPARE:
            *++top = (base_number){meter_compare(meters, at++), 1};
            break;
        case MODEL_OP_NOT:
            top->num = !top->num;
            break;
        case MODEL_OP_AND:
        case MODEL_OP_OR:
            if ((top->num != 0) == (op == MODEL_OP_OR))
                at += *at >> 8;
            else
                top--;
            break;
        default:
            m->top = top;
            step(m, op, *at >> 8);
            top = m->top;
            break;
        }
    }
}

base_number model_number(const ear_scenario *scenario, const model_layout *layout,
                         model_state *state, model_code code)
{
    base_number stack[MODEL_STACK + 1];
    struct machine m = {scenario, layout, state, stack};

    stack[0] = base_number_whole(0); /* below the first value */
    return run(&m, scenario->code + code);
}

/* One comparison, a flag and its opposite are answered without the machine. */
bool model_truth(const ear_scenario *scenario, const model_layout *layout,
                 model_state *state, model_code code)
{
    const uint32_t *at = scenario->code + code;

    if ((at[0] & 0xffu) == MODEL_OP_METER_COMPARE && at[2] == MODEL_OP_RETURN)
        return meter_compare(model_ints(state, layout->meters), at);
    if ((at[0] & 0xffu) == MODEL_OP_FLAG) {
        const bool up = model_flags_at(state, layout)[at[0] >> 8] != 0;

        if (at[1] == MODEL_OP_RETURN)
            return up;
        if (at[1] == MODEL_OP_NOT && at[2] == MODEL_OP_RETURN)
            return !up;
    }
    return model_number(scenario, layout, state, code).num != 0;
}
