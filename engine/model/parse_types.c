/* What is said when numbers and truths are mixed: always what to write instead. */
#include "model/parse.h"

#include <stdio.h>

/* A piece of text this long is worth repeating in a hint. */
static bool is_short(parse_span span)
{
    return span.end - span.first <= 40;
}

static const char *name_of(parse_type type)
{
    return type == PARSE_IS_TRUTH ? "true or false" : "a number";
}

static void hint_compare(const parser *p, char *hint, const parse_value *number)
{
    if (number->constant || !is_short(number->span))
        snprintf(hint, PARSE_HINT, "Compare it with a number, as in calm >= 50.");
    else
        snprintf(hint, PARSE_HINT, "Write %.*s >= %d.", PARSE_SHOW(p, number->span),
                 number->sample);
}

static void hint_truth(const parser *p, char *hint, const parse_value *truth)
{
    if (truth->comparison || !is_short(truth->span))
        snprintf(hint, PARSE_HINT,
                 "Something true or false stands alone, without a sign.");
    else
        snprintf(hint, PARSE_HINT, "Write %.*s, or not %.*s.", PARSE_SHOW(p, truth->span),
                 PARSE_SHOW(p, truth->span));
}

bool parse_expect(parser *p, const parse_value *value, parse_type type)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    if (value->type == PARSE_IS_UNKNOWN || value->type == type)
        return true;
    snprintf(message, sizeof message, "'%.*s' is %s, and %s is needed here",
             PARSE_SHOW(p, value->span), name_of(value->type),
             type == PARSE_IS_TRUTH ? "something true or false" : "a number");
    if (type == PARSE_IS_TRUTH)
        hint_compare(p, hint, value);
    else
        snprintf(hint, sizeof hint, "Write a meter, a number or a calculation.");
    parse_complain(p, "E131", value->span.first, message, hint);
    return false;
}

/* 30 < calm < 70 */
static void mismatch_chain(parser *p, const parse_value *left, parse_kind sign,
                           const parse_value *right)
{
    char hint[PARSE_HINT];

    snprintf(hint, sizeof hint, "Write %.*s and %.*s %s %.*s.", PARSE_SHOW(p, left->span),
             PARSE_SHOW(p, left->middle), parse_sign(sign), PARSE_SHOW(p, right->span));
    parse_complain(p, "E131", left->span.first,
                   "the first comparison is already true or false and cannot be "
                   "compared with a number",
                   hint);
}

/* called == 1, calm == true */
static void mismatch_equal(parser *p, parse_kind sign, const parse_value *truth,
                           const parse_value *number)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    const bool is_one =
        number->constant && number->number.den == 1 && number->number.num == 1;
    const bool is_zero = number->constant && number->number.num == 0;
    const bool literal = truth->span.end - truth->span.first <= 5 &&
                         parse_keyword(p->text + truth->span.first,
                                       truth->span.end - truth->span.first) != PARSE_NAME;

    if (literal)
        hint_compare(p, hint, number);
    else if ((is_one || is_zero) && is_short(truth->span))
        snprintf(hint, sizeof hint, "Write %s%.*s.",
                 is_one == (sign == PARSE_EQUAL) ? "" : "not ",
                 PARSE_SHOW(p, truth->span));
    else
        hint_truth(p, hint, truth);
    snprintf(message, sizeof message, "'%.*s' is true or false, and '%.*s' is a number",
             PARSE_SHOW(p, truth->span), PARSE_SHOW(p, number->span));
    parse_complain(p, "E131",
                   truth->span.first < number->span.first ? truth->span.first
                                                          : number->span.first,
                   message, hint);
}

void parse_mismatch(parser *p, const parse_value *left, parse_kind sign,
                    const parse_value *right)
{
    const parse_value *truth = left->type == PARSE_IS_TRUTH ? left : right;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    if (sign == PARSE_EQUAL || sign == PARSE_NOT_EQUAL) {
        mismatch_equal(p, sign, truth, truth == left ? right : left);
        return;
    }

    const bool compares = sign == PARSE_LESS || sign == PARSE_LESS_EQUAL ||
                          sign == PARSE_GREATER || sign == PARSE_GREATER_EQUAL;
    if (compares && left->comparison && right->type == PARSE_IS_NUMBER) {
        mismatch_chain(p, left, sign, right);
        return;
    }
    if (compares)
        hint_truth(p, hint, truth);
    else
        snprintf(hint, sizeof hint, "Reckon with meters and numbers only.");
    snprintf(message, sizeof message, "'%.*s' is true or false, and %s needs numbers",
             PARSE_SHOW(p, truth->span), parse_sign(sign));
    parse_complain(p, "E131", truth->span.first, message, hint);
}
