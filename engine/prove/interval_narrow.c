/* What is left of a box where a condition holds, or does not. */
#include "prove/interval_internal.h"

#include "model/code.h"

#include <math.h>
#include <string.h>

static model_op opposite(model_op op)
{
    switch (op) {
    case MODEL_OP_LESS:
        return MODEL_OP_GREATER_EQUAL;
    case MODEL_OP_LESS_EQUAL:
        return MODEL_OP_GREATER;
    case MODEL_OP_GREATER:
        return MODEL_OP_LESS_EQUAL;
    case MODEL_OP_GREATER_EQUAL:
        return MODEL_OP_LESS;
    case MODEL_OP_EQUAL:
        return MODEL_OP_NOT_EQUAL;
    default:
        return MODEL_OP_EQUAL;
    }
}

/* "3 < calm" as "calm > 3". */
static model_op turned(model_op op)
{
    switch (op) {
    case MODEL_OP_LESS:
        return MODEL_OP_GREATER;
    case MODEL_OP_LESS_EQUAL:
        return MODEL_OP_GREATER_EQUAL;
    case MODEL_OP_GREATER:
        return MODEL_OP_LESS;
    case MODEL_OP_GREATER_EQUAL:
        return MODEL_OP_LESS_EQUAL;
    default:
        return op;
    }
}

/* Keeps of whole numbers those that compare so with something in `with`. */
static prove_span keep(prove_span x, model_op op, prove_span with)
{
    switch (op) {
    case MODEL_OP_LESS:
        x.high = fmin(x.high, ceil(with.high) - 1);
        break;
    case MODEL_OP_LESS_EQUAL:
        x.high = fmin(x.high, floor(with.high));
        break;
    case MODEL_OP_GREATER:
        x.low = fmax(x.low, floor(with.low) + 1);
        break;
    case MODEL_OP_GREATER_EQUAL:
        x.low = fmax(x.low, ceil(with.low));
        break;
    case MODEL_OP_EQUAL:
        x.low = fmax(x.low, ceil(with.low));
        x.high = fmin(x.high, floor(with.high));
        break;
    default:
        if (with.low == with.high && x.low == with.low)
            x.low++;
        if (with.low == with.high && x.high == with.low)
            x.high--;
        break;
    }
    return x;
}

static bool narrow_meter(prove_box *box, uint32_t meter, model_op op, prove_span with)
{
    const prove_span x = keep(prove_meter_span(box, meter), op, with);

    if (x.low > x.high)
        return false;
    *prove_low(box, meter) = (int32_t)x.low;
    *prove_high(box, meter) = (int32_t)x.high;
    return true;
}

static bool narrow_turn(prove_box *box, model_op op, prove_span with)
{
    const bool ends = box->turn_high != PROVE_LONG;
    const prove_span x =
        keep(prove_whole(box->turn_low, ends ? box->turn_high : PROVE_NO_END), op, with);

    if (x.low > x.high)
        return false;
    box->turn_low = x.low < PROVE_LONG ? (uint32_t)x.low : PROVE_LONG;
    box->turn_high = x.high < PROVE_LONG ? (uint32_t)x.high : PROVE_LONG;
    return true;
}

/* A side of a comparison that can be narrowed. */
static bool narrow_side(const prove_looking *l, prove_box *box, uint16_t side,
                        model_op op, prove_span with)
{
    const prove_node *n = &l->tree->nodes[side];
    const int32_t start =
        n->op == MODEL_OP_CHANGE ? l->a->scenario->meters[n->arg].start : 0;

    if (n->op == MODEL_OP_METER || n->op == MODEL_OP_CHANGE)
        return narrow_meter(box, n->arg, op,
                            (prove_span){with.low + start, with.high + start, false});
    return n->op == MODEL_OP_TURN ? narrow_turn(box, op, with) : true;
}

static bool narrow_compare(const prove_looking *l, prove_box *box, const prove_node *n,
                           model_op op)
{
    const prove_span x = prove_span_at(l, box, n->left),
                     y = prove_span_at(l, box, n->right);

    return prove_compare(op, x, y).high > 0 && narrow_side(l, box, n->left, op, y) &&
           narrow_side(l, box, n->right, turned(op), x);
}

static bool narrow_flag(const prove_looking *l, prove_box *box, uint32_t flag, bool want)
{
    uint8_t *ways = prove_flag(l->a->scenario, box, flag);

    *ways &= want ? PROVE_UP : PROVE_DOWN;
    return *ways != 0;
}

static bool narrow(const prove_looking *l, prove_box *box, uint16_t at, bool want,
                   unsigned depth);

/* Both have to be `want`. */
static bool narrow_both(const prove_looking *l, prove_box *box, const prove_node *n,
                        bool want, unsigned depth)
{
    return narrow(l, box, n->left, want, depth) && narrow(l, box, n->right, want, depth);
}

/* One of them has to be `want`: what the one leaves, and what the other does. */
static bool narrow_either(const prove_looking *l, prove_box *box, const prove_node *n,
                          bool want, unsigned depth)
{
    if (depth == PROVE_SPARE)
        return true;

    prove_box *one = prove_spare(l->a, 0, depth), *other = prove_spare(l->a, 1, depth);

    memcpy(one, box, l->a->bytes);
    memcpy(other, box, l->a->bytes);

    const bool left = narrow(l, one, n->left, want, depth + 1);
    const bool right = narrow(l, other, n->left, !want, depth + 1) &&
                       narrow(l, other, n->right, want, depth + 1);

    if (!left && !right)
        return false;
    memcpy(box, left ? one : other, l->a->bytes);
    if (left && right)
        prove_box_join(l->a->scenario, box, other);
    return true;
}

static bool narrow(const prove_looking *l, prove_box *box, uint16_t at, bool want,
                   unsigned depth)
{
    const prove_node *n = &l->tree->nodes[at];
    const model_op op = (model_op)n->op;
    const prove_span now = prove_span_at(l, box, at);

    if (want ? now.high < 1 : now.low > 0)
        return false;
    switch (op) {
    case MODEL_OP_FLAG:
        return narrow_flag(l, box, n->arg, want);
    case MODEL_OP_NOT:
        return narrow(l, box, n->left, !want, depth);
    case MODEL_OP_METER_COMPARE:
        return narrow_meter(box, n->arg,
                            want ? (model_op)n->compare : opposite((model_op)n->compare),
                            prove_whole(n->value, n->value));
    case MODEL_OP_AND:
        return want ? narrow_both(l, box, n, want, depth)
                    : narrow_either(l, box, n, want, depth);
    case MODEL_OP_OR:
        return want ? narrow_either(l, box, n, want, depth)
                    : narrow_both(l, box, n, want, depth);
    default:
        if (op >= MODEL_OP_LESS && op <= MODEL_OP_NOT_EQUAL)
            return narrow_compare(l, box, n, want ? op : opposite(op));
        return true;
    }
}

bool prove_box_where(const prove_around *a, prove_box *box, model_code code, bool want)
{
    prove_tree tree;
    const prove_looking l = {a, &tree};

    if (code & MODEL_FUNCTION || !prove_tree_read(&tree, a->scenario, code))
        return true;
    return narrow(&l, box, tree.root, want, 0);
}
