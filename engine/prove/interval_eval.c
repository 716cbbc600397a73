/* Conditions and amounts over everything that the state can be. */
#include "prove/interval_internal.h"

#include "model/code.h"

#include <math.h>

#define SOME 1e-5 /* more than exact fractions, and these, are ever rounded by */
#define FAR  4e12 /* from here on exact numbers end at a wall */
#define NEAR 1e9  /* the farthest for fractions */

static const prove_span anything = {-PROVE_NO_END, PROVE_NO_END, false};

/* ---- spans ---- */

static prove_span truth(bool can_be_false, bool can_be_true)
{
    return prove_whole(can_be_false ? 0 : 1, can_be_true ? 1 : 0);
}

/* A result of numbers that need not be whole, or are far out. */
static prove_span about(double low, double high, bool is_whole)
{
    const double most = is_whole ? FAR : NEAR;

    if (!(low > -most && high < most))
        return anything;
    return is_whole ? prove_whole(low, high)
                    : (prove_span){low - SOME, high + SOME, false};
}

static prove_span times(prove_span x, prove_span y)
{
    const double all[] = {x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high};
    double low = all[0], high = all[0];

    if (x.low <= -FAR || x.high >= FAR || y.low <= -FAR || y.high >= FAR)
        return anything;
    for (int i = 1; i < 4; i++) {
        low = all[i] < low ? all[i] : low;
        high = all[i] > high ? all[i] : high;
    }
    return about(low, high, x.whole && y.whole);
}

/* By zero: 0. */
static prove_span over(prove_span x, prove_span y)
{
    if (y.low > SOME || y.high < -SOME)
        return times((prove_span){x.low, x.high, false},
                     (prove_span){1 / y.high, 1 / y.low, false});
    return y.low == 0 && y.high == 0 ? prove_whole(0, 0) : anything;
}

/* It has the sign of what it is divided by. */
static prove_span rest(prove_span x, prove_span y)
{
    const double most = y.high > 0 ? y.high : 0, least = y.low < 0 ? y.low : 0;

    return about(least, most, x.whole && y.whole);
}

static prove_span calculate(model_op op, prove_span x, prove_span y)
{
    switch (op) {
    case MODEL_OP_ADD:
        return about(x.low + y.low, x.high + y.high, x.whole && y.whole);
    case MODEL_OP_SUBTRACT:
        return about(x.low - y.high, x.high - y.low, x.whole && y.whole);
    case MODEL_OP_MULTIPLY:
        return times(x, y);
    case MODEL_OP_DIVIDE:
        return over(x, y);
    default:
        return rest(x, y);
    }
}

prove_span prove_compare(model_op op, prove_span x, prove_span y)
{
    const bool same = x.low == x.high && y.low == y.high && x.low == y.low;
    const bool apart = x.high < y.low || y.high < x.low;

    switch (op) {
    case MODEL_OP_LESS:
        return truth(x.high >= y.low, x.low < y.high);
    case MODEL_OP_LESS_EQUAL:
        return truth(x.high > y.low, x.low <= y.high);
    case MODEL_OP_GREATER:
        return truth(x.low <= y.high, x.high > y.low);
    case MODEL_OP_GREATER_EQUAL:
        return truth(x.low < y.high, x.high >= y.low);
    case MODEL_OP_EQUAL:
        return truth(!same, !apart);
    default:
        return truth(!apart, !same);
    }
}

static prove_span least(prove_span x, prove_span y)
{
    return (prove_span){fmin(x.low, y.low), fmin(x.high, y.high), x.whole && y.whole};
}

static prove_span most(prove_span x, prove_span y)
{
    return (prove_span){fmax(x.low, y.low), fmax(x.high, y.high), x.whole && y.whole};
}

/* ---- what the state knows ---- */

static prove_span counted(const prove_looking *l, model_op op, uint32_t counter)
{
    const bool some = l->a->counted[counter];

    switch (op) {
    case MODEL_OP_SEEN:
        return truth(true, some);
    case MODEL_OP_SINCE:
        return some ? (prove_span){-1, PROVE_NO_END, true} : prove_whole(-1, -1);
    default:
        return some ? (prove_span){0, PROVE_NO_END, true} : prove_whole(0, 0);
    }
}

static prove_span meter_figure(const prove_looking *l, prove_box *box, model_op op,
                               uint32_t meter)
{
    const model_meter *it = &l->a->scenario->meters[meter];
    const prove_span now = prove_meter_span(box, meter);

    switch (op) {
    case MODEL_OP_GAINED:
        return l->a->gained ? prove_meter_span((prove_box *)l->a->gained, meter)
                            : prove_whole(0, 0);
    case MODEL_OP_START:
        return prove_whole(it->start, it->start);
    case MODEL_OP_LOWEST:
        return prove_whole(it->min, fmin(it->start, now.high));
    case MODEL_OP_HIGHEST:
        return prove_whole(fmax(it->start, now.low), it->max);
    case MODEL_OP_CHANGE:
        return prove_whole(now.low - it->start, now.high - it->start);
    default: /* the first, the farthest: anywhere */
        return prove_whole(it->min, it->max);
    }
}

static prove_span known(const prove_looking *l, prove_box *box, const prove_node *n)
{
    const ear_scenario *s = l->a->scenario;
    const base_number *number;
    uint8_t flag;

    switch ((model_op)n->op) {
    case MODEL_OP_WHOLE:
        return prove_whole(n->value, n->value);
    case MODEL_OP_NUMBER:
        number = &s->numbers[n->arg];
        return about((double)number->num / (double)number->den,
                     (double)number->num / (double)number->den, number->den == 1);
    case MODEL_OP_METER:
        return prove_meter_span(box, n->arg);
    case MODEL_OP_FLAG:
        flag = *prove_flag(s, box, n->arg);
        return truth(flag & PROVE_DOWN, flag & PROVE_UP);
    case MODEL_OP_TURN:
        return (prove_span){box->turn_low,
                            box->turn_high == PROVE_LONG ? PROVE_NO_END : box->turn_high,
                            true};
    case MODEL_OP_MINUTES:
    case MODEL_OP_SECONDS:
        return (prove_span){0, PROVE_NO_END, false};
    case MODEL_OP_COUNT:
    case MODEL_OP_SEEN:
    case MODEL_OP_SINCE:
        return counted(l, (model_op)n->op, n->arg);
    case MODEL_OP_NOW_REPLY:
        return truth(l->a->reply != n->arg, l->a->reply == n->arg);
    case MODEL_OP_NOW_INTENT:
        return truth(l->a->intent != n->arg, l->a->intent == n->arg);
    case MODEL_OP_SKILL:
        return (prove_span){-PROVE_NO_END, PROVE_NO_END, true};
    default:
        return meter_figure(l, box, (model_op)n->op, n->arg);
    }
}

/* ---- trees ---- */

static prove_span fold(const prove_looking *l, prove_box *box, const prove_node *n)
{
    prove_span all = prove_span_at(l, box, n->left);

    for (uint16_t i = l->tree->nodes[n->left].next; i < PROVE_NODES;
         i = l->tree->nodes[i].next) {
        const prove_span one = prove_span_at(l, box, i);

        all = n->op == MODEL_OP_MIN ? least(all, one) : most(all, one);
    }
    return all;
}

static prove_span of_one(model_op op, prove_span x)
{
    switch (op) {
    case MODEL_OP_NOT:
        return truth(x.high > 0, x.low <= 0);
    case MODEL_OP_NEGATE:
        return (prove_span){-x.high, -x.low, x.whole};
    case MODEL_OP_ROUND:
        return x.low > -FAR && x.high < FAR
                   ? prove_whole(round(x.low), round(x.high))
                   : (prove_span){-PROVE_NO_END, PROVE_NO_END, true};
    case MODEL_OP_ABS:
        return x.low >= 0    ? x
               : x.high <= 0 ? (prove_span){-x.high, -x.low, x.whole}
                             : (prove_span){0, fmax(-x.low, x.high), x.whole};
    default: /* chance */
        return truth(x.low<1, x.high> 0);
    }
}

prove_span prove_span_at(const prove_looking *l, prove_box *box, uint16_t at)
{
    const prove_node *n = &l->tree->nodes[at];
    const model_op op = (model_op)n->op;
    prove_span x, y;

    switch (op) {
    case MODEL_OP_METER_COMPARE:
        return prove_compare((model_op)n->compare, prove_meter_span(box, n->arg),
                             prove_whole(n->value, n->value));
    case MODEL_OP_MIN:
    case MODEL_OP_MAX:
        return fold(l, box, n);
    case MODEL_OP_NOT:
    case MODEL_OP_NEGATE:
    case MODEL_OP_ROUND:
    case MODEL_OP_ABS:
    case MODEL_OP_CHANCE:
        return of_one(op, prove_span_at(l, box, n->left));
    case MODEL_OP_CLAMP:
        x = most(prove_span_at(l, box, n->left), prove_span_at(l, box, n->right));
        return least(x, prove_span_at(l, box, n->third));
    default:
        break;
    }
    if (op != MODEL_OP_AND && op != MODEL_OP_OR &&
        (op < MODEL_OP_ADD || op > MODEL_OP_NOT_EQUAL))
        return known(l, box, n);
    x = prove_span_at(l, box, n->left);
    y = prove_span_at(l, box, n->right);
    if (op == MODEL_OP_AND)
        return least(x, y);
    if (op == MODEL_OP_OR)
        return most(x, y);
    return op >= MODEL_OP_LESS ? prove_compare(op, x, y) : calculate(op, x, y);
}

prove_span prove_span_of(const prove_around *a, prove_box *box, model_code code)
{
    prove_tree tree;
    const prove_looking l = {a, &tree};

    return prove_tree_read(&tree, a->scenario, code) ? prove_span_at(&l, box, tree.root)
                                                     : anything;
}
