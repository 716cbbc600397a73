/* Compiled code as a tree. */
#include "prove/interval_internal.h"

#include "model/code.h"

typedef struct reading {
    prove_tree *tree;
    const uint32_t *at;
    uint16_t stack[MODEL_STACK + 1];
    uint32_t used;
    bool failed;
} reading;

static void push(reading *r, prove_node node)
{
    if (r->tree->count == PROVE_NODES || r->used > MODEL_STACK) {
        r->failed = true;
        return;
    }
    r->tree->nodes[r->tree->count] = node;
    r->stack[r->used++] = (uint16_t)r->tree->count++;
}

static uint16_t pop(reading *r)
{
    if (r->used > 0)
        return r->stack[--r->used];
    r->failed = true;
    return 0;
}

/* The `count` topmost become a list of operands, from the last to the first. */
static void push_fold(reading *r, prove_node node, uint32_t count)
{
    uint16_t before = PROVE_NODES;

    r->failed |= count == 0 || count > r->used;
    for (uint32_t i = count; i > 0 && !r->failed; i--) {
        const uint32_t place = r->used - i;

        r->tree->nodes[r->stack[place]].next = before;
        before = r->stack[place];
    }
    if (r->failed)
        return;
    r->used -= count;
    node.left = before;
    push(r, node);
}

static void push_operation(reading *r, prove_node node)
{
    switch (node.op) {
    case MODEL_OP_NOT:
    case MODEL_OP_NEGATE:
    case MODEL_OP_ROUND:
    case MODEL_OP_ABS:
    case MODEL_OP_CHANCE:
        node.left = pop(r);
        break;
    case MODEL_OP_CLAMP:
        node.third = pop(r);
        node.right = pop(r);
        node.left = pop(r);
        break;
    case MODEL_OP_MIN:
    case MODEL_OP_MAX:
        push_fold(r, node, node.arg);
        return;
    default:
        if (node.op < MODEL_OP_ADD || node.op > MODEL_OP_NOT_EQUAL)
            break; /* it takes nothing from the stack */
        node.right = pop(r);
        node.left = pop(r);
        break;
    }
    push(r, node);
}

static void read_up_to(reading *r, const uint32_t *end);

/* "a and b": the jump over b says where b ends. */
static void read_pair(reading *r, prove_node node)
{
    const uint32_t *end = r->at + node.arg;

    node.left = pop(r);
    read_up_to(r, end);
    node.right = pop(r);
    push(r, node);
}

/* Up to `end`, or to the end of the code when it is NULL. */
static void read_up_to(reading *r, const uint32_t *end)
{
    while (!r->failed && r->at != end) {
        const uint32_t word = *r->at++;
        prove_node node = {.op = (uint8_t)word, .arg = word >> 8, .next = PROVE_NODES};

        if (node.op == MODEL_OP_RETURN)
            return;
        if (node.op == MODEL_OP_METER_COMPARE) {
            node.compare = (uint8_t)(word >> 24);
            node.arg = word >> 8 & UINT16_MAX;
        }
        if (model_op_more(node.op))
            node.value = (int32_t)*r->at++;
        if (node.op == MODEL_OP_AND || node.op == MODEL_OP_OR)
            read_pair(r, node);
        else
            push_operation(r, node);
    }
}

bool prove_tree_read(prove_tree *tree, const ear_scenario *s, model_code code)
{
    reading r = {.tree = tree, .at = s->code + code};

    tree->count = 0;
    read_up_to(&r, NULL);
    tree->root = pop(&r);
    return !r.failed;
}
