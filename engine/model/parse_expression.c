/* Operators, from loose to tight: or; and; not; comparisons; + -; * / %; minus before a
 * value. Code is written while reading, types are checked on the way. */
#include "model/parse.h"

#include <stdio.h>

enum level {
    LEVEL_NONE,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_SUM,
    LEVEL_PRODUCT,
    LEVEL_SIGN
};

static const struct {
    unsigned char level;
    unsigned char op;
    unsigned char flipped; /* comparisons: with the two sides exchanged */
} operators[PARSE_BAD + 1] = {
    [PARSE_OR] = {LEVEL_OR, MODEL_OP_OR, 0},
    [PARSE_AND] = {LEVEL_AND, MODEL_OP_AND, 0},
    [PARSE_LESS] = {LEVEL_COMPARE, MODEL_OP_LESS, MODEL_OP_GREATER},
    [PARSE_LESS_EQUAL] = {LEVEL_COMPARE, MODEL_OP_LESS_EQUAL, MODEL_OP_GREATER_EQUAL},
    [PARSE_GREATER] = {LEVEL_COMPARE, MODEL_OP_GREATER, MODEL_OP_LESS},
    [PARSE_GREATER_EQUAL] = {LEVEL_COMPARE, MODEL_OP_GREATER_EQUAL, MODEL_OP_LESS_EQUAL},
    [PARSE_EQUAL] = {LEVEL_COMPARE, MODEL_OP_EQUAL, MODEL_OP_EQUAL},
    [PARSE_NOT_EQUAL] = {LEVEL_COMPARE, MODEL_OP_NOT_EQUAL, MODEL_OP_NOT_EQUAL},
    [PARSE_PLUS] = {LEVEL_SUM, MODEL_OP_ADD, 0},
    [PARSE_MINUS] = {LEVEL_SUM, MODEL_OP_SUBTRACT, 0},
    [PARSE_TIMES] = {LEVEL_PRODUCT, MODEL_OP_MULTIPLY, 0},
    [PARSE_OVER] = {LEVEL_PRODUCT, MODEL_OP_DIVIDE, 0},
    [PARSE_REST] = {LEVEL_PRODUCT, MODEL_OP_REMAINDER, 0},
};

static parse_value parse_from(parser *p, enum level level);

static parse_value begin_value(const parser *p, parse_type type)
{
    return (parse_value){.type = type,
                         .sample = 1,
                         .span = {p->token.at, p->token.at + p->token.length},
                         .code = p->out->code.count,
                         .numbers = p->out->numbers.count};
}

/* Takes back the code of a constant and writes another in its place. */
static void replace_constant(parser *p, parse_value *value, base_number number)
{
    if (p->no_memory)
        return;
    p->out->code.count = value->code;
    p->out->numbers.count = value->numbers;
    value->number = number;
    parse_emit_number(p, number);
}

static parse_value parse_number(parser *p)
{
    parse_value value = begin_value(p, PARSE_IS_NUMBER);

    value.constant = true;
    value.number = p->token.number;
    parse_emit_number(p, value.number);
    parse_pushed(p);
    parse_advance(p);
    return value;
}

static parse_value parse_truth(parser *p)
{
    parse_value value = begin_value(p, PARSE_IS_TRUTH);

    parse_emit_number(p, base_number_whole(parse_is(p, PARSE_TRUE)));
    parse_pushed(p);
    parse_advance(p);
    return value;
}

static parse_value parse_parentheses(parser *p)
{
    const size_t open = p->token.at;

    parse_advance(p);

    parse_value value = parse_from(p, LEVEL_OR);
    if (parse_is(p, PARSE_END))
        parse_stop(p, open, "this ( is never closed", "Write a ) where the part ends.");
    else if (!parse_is(p, PARSE_CLOSE))
        parse_unexpected(p, &value);
    else
        parse_advance(p);
    value.span = (parse_span){open, p->last_end};
    value.comparison = false;
    return value;
}

static parse_value parse_not(parser *p)
{
    parse_value value = begin_value(p, PARSE_IS_TRUTH);

    parse_advance(p);

    const parse_value right = parse_from(p, LEVEL_COMPARE);
    if (!parse_expect(p, &right, PARSE_IS_TRUTH))
        value.type = PARSE_IS_UNKNOWN;
    parse_emit(p, MODEL_OP_NOT, 0);
    value.span.end = right.span.end;
    return value;
}

static parse_value parse_minus(parser *p)
{
    parse_value value = begin_value(p, PARSE_IS_NUMBER);

    parse_advance(p);

    const parse_value right = parse_from(p, LEVEL_SIGN);
    if (!parse_expect(p, &right, PARSE_IS_NUMBER))
        value.type = PARSE_IS_UNKNOWN;
    value.span.end = right.span.end;
    value.constant = right.constant;
    if (right.constant)
        replace_constant(p, &value, base_number_negate(right.number));
    else
        parse_emit(p, MODEL_OP_NEGATE, 0);
    return value;
}

/* Nothing that could be a value stands here. */
static parse_value missing(parser *p)
{
    parse_value value = begin_value(p, PARSE_IS_UNKNOWN);
    const size_t at = p->token.at;
    char message[PARSE_MESSAGE];

    if (parse_is(p, PARSE_BAD) || parse_is(p, PARSE_TEXT)) {
        parse_unexpected(p, &value);
    } else if (parse_is(p, PARSE_END) && p->last_end == 0) {
        parse_stop(p, at, "there is nothing to read",
                   "Write a condition, or leave it out.");
    } else if (parse_is(p, PARSE_END) && p->text[p->last_end - 1] == '%') {
        parse_stop(p, p->last_end - 1, "% is the remainder of a division",
                   "Write the number alone: calm >= 30.");
    } else if (parse_is(p, PARSE_END)) {
        parse_stop(p, p->last_end, "something is missing at the end",
                   "Write what it is compared or reckoned with.");
    } else if (parse_is(p, PARSE_PLUS)) {
        parse_stop(p, at, "only a minus may stand before a value", "Leave the + out.");
    } else {
        snprintf(message, sizeof message, "a value is missing before '%.*s'",
                 PARSE_SHOW(p, value.span));
        parse_stop(p, at, message, "Write a name or a number there.");
    }
    return value;
}

parse_value parse_operand(parser *p)
{
    switch (p->token.kind) {
    case PARSE_NUMBER:
        return parse_number(p);
    case PARSE_TRUE:
    case PARSE_FALSE:
        return parse_truth(p);
    case PARSE_NAME:
        return parse_name(p);
    case PARSE_OPEN:
        return parse_parentheses(p);
    case PARSE_NOT:
        return parse_not(p);
    case PARSE_MINUS:
        return parse_minus(p);
    default:
        return missing(p);
    }
}

static bool fold(parser *p, parse_value *left, model_op op, const parse_value *right)
{
    if (!left->constant || !right->constant)
        return false;

    const base_number a = left->number, b = right->number;
    switch (op) {
    case MODEL_OP_ADD:
        replace_constant(p, left, base_number_add(a, b));
        return true;
    case MODEL_OP_SUBTRACT:
        replace_constant(p, left, base_number_subtract(a, b));
        return true;
    case MODEL_OP_MULTIPLY:
        replace_constant(p, left, base_number_multiply(a, b));
        return true;
    case MODEL_OP_DIVIDE:
        replace_constant(p, left, base_number_divide(a, b));
        return true;
    case MODEL_OP_REMAINDER:
        replace_constant(p, left, base_number_remainder(a, b));
        return true;
    default:
        return false;
    }
}

/* Whether the code from `first` to `end` is one small whole number; or one meter. */
static bool is_whole(const parser *p, size_t first, size_t end)
{
    return end - first == 2 && (p->out->code.at[first] & 0xff) == MODEL_OP_WHOLE;
}

static bool is_meter(const parser *p, size_t first, size_t end)
{
    return end - first == 1 && (p->out->code.at[first] & 0xff) == MODEL_OP_METER &&
           p->out->code.at[first] >> 8 <= UINT16_MAX;
}

/* A meter compared with a whole number becomes one step. */
static bool fuse(parser *p, parse_kind sign, const parse_value *left,
                 const parse_value *right)
{
    uint32_t *code = p->out->code.at;
    const size_t first = left->code, middle = right->code, end = p->out->code.count;

    if (p->no_memory || operators[sign].level != LEVEL_COMPARE)
        return false;

    const bool straight = is_meter(p, first, middle) && is_whole(p, middle, end);
    const bool turned = is_whole(p, first, middle) && is_meter(p, middle, end);
    if (!straight && !turned)
        return false;

    const uint32_t meter = code[straight ? first : middle] >> 8;
    const uint32_t number = code[(straight ? middle : first) + 1];
    const uint32_t op = straight ? operators[sign].op : operators[sign].flipped;

    code[first] = MODEL_OP_METER_COMPARE | meter << 8 | op << 24;
    code[first + 1] = number;
    p->out->code.count = first + 2;
    return true;
}

static bool types_fit(parser *p, const parse_value *left, parse_kind sign,
                      const parse_value *right)
{
    if (left->type == PARSE_IS_UNKNOWN || right->type == PARSE_IS_UNKNOWN)
        return false;
    if (sign == PARSE_EQUAL || sign == PARSE_NOT_EQUAL) {
        if (left->type == right->type)
            return true;
    } else if (left->type == PARSE_IS_NUMBER && right->type == PARSE_IS_NUMBER) {
        return true;
    }
    parse_mismatch(p, left, sign, right);
    return false;
}

/* Both sides of a comparison or a calculation have been read. */
static void join(parser *p, parse_value *left, parse_kind sign, const parse_value *right)
{
    const model_op op = (model_op)operators[sign].op;
    const bool compares = operators[sign].level == LEVEL_COMPARE;

    const bool fit = types_fit(p, left, sign, right);
    if (!fold(p, left, op, right)) {
        left->constant = false;
        if (!fuse(p, sign, left, right))
            parse_emit(p, op, 0);
    }
    parse_popped(p);
    left->type = !fit ? PARSE_IS_UNKNOWN : compares ? PARSE_IS_TRUTH : PARSE_IS_NUMBER;
    left->comparison = compares;
    left->middle = right->span;
    left->span.end = right->span.end;
}

/* `and` and `or`: the left side may settle it. */
static void join_truths(parser *p, parse_value *left, parse_kind sign)
{
    const size_t jump = parse_emit_jump(p, (model_op)operators[sign].op);

    parse_expect(p, left, PARSE_IS_TRUTH);
    parse_popped(p);

    const parse_value right = parse_from(p, (enum level)(operators[sign].level + 1));
    parse_expect(p, &right, PARSE_IS_TRUTH);
    parse_land(p, jump);
    left->type = PARSE_IS_TRUTH;
    left->comparison = false;
    left->constant = false;
    left->span.end = right.span.end;
}

/* A value and what is joined to it by signs at least as tight as `level`. */
static parse_value parse_from(parser *p, enum level level)
{
    if (p->nesting++ > PARSE_MAX_NESTING)
        parse_stop(p, p->token.at, "there is too much inside each other here",
                   "Split it up: a flag, set beforehand, can stand for a part of it.");

    parse_value left = parse_operand(p);
    while (operators[p->token.kind].level >= (unsigned)level && !p->stopped) {
        const parse_kind sign = p->token.kind;

        parse_advance(p);
        if (operators[sign].level < LEVEL_NOT) {
            join_truths(p, &left, sign);
        } else {
            const parse_value right =
                parse_from(p, (enum level)(operators[sign].level + 1));
            join(p, &left, sign, &right);
        }
    }
    p->nesting--;
    return left;
}

parse_value parse_expression(parser *p)
{
    return parse_from(p, LEVEL_OR);
}
