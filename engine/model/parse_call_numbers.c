/* Numbers in parentheses: chance(0.3), clamp(calm, 20, 80). */
#include "model/parse_call.h"

#include <stdio.h>
#include <string.h>

static void wrong_count(parser *p, const parse_called *call, size_t at, unsigned given)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message, "%s() takes %s%u value%s, not %u", call->name,
             call->most == 0 ? "at least " : "", call->least, call->least == 1 ? "" : "s",
             given);
    snprintf(hint, sizeof hint, "Write it as in %s; a decimal has a point, as in 0.5.",
             call->example);
    parse_complain(p, "E130", at, message, hint);
}

/* After each further argument of min and max the two topmost become one. */
static void fold_argument(parser *p, const parse_called *call, unsigned given)
{
    if (call->most == 0 && given > 1) {
        parse_emit(p, call->op, 2);
        parse_popped(p);
    }
}

/* 30 of 100, for "Write chance(0.3)". */
static void hint_share(char *hint, base_number percent)
{
    const int64_t whole =
        percent.den == 1 && percent.num > 0 && percent.num < 100 ? percent.num : 30;

    snprintf(hint, PARSE_HINT, "Write chance(%.2g) for %d of 100.", (double)whole / 100.0,
             (int)whole);
}

/* chance('x') and chance(30%); false after a complaint. */
static bool begins_number(parser *p, const parse_called *call)
{
    const parse_token token = p->token;
    size_t behind = token.at + token.length;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(hint, sizeof hint, "Write it as in %s.", call->example);
    if (parse_is(p, PARSE_TEXT)) {
        snprintf(message, sizeof message, "%s() takes a number, and this is a text",
                 call->name);
        parse_stop(p, token.at - 1, message, hint);
        return false;
    }
    while (behind < p->length && p->text[behind] == ' ')
        behind++;
    if (call->op != MODEL_OP_CHANCE || !parse_is(p, PARSE_NUMBER) ||
        behind + 1 >= p->length || memcmp(p->text + behind, "%)", 2) != 0)
        return true;
    hint_share(hint, token.number);
    parse_stop(p, behind, "a chance is a share of 1, without %", hint);
    return false;
}

/* chance(30): more than certain. */
static void check_chance(parser *p, const parse_called *call, const parse_value *value)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    if (call->op != MODEL_OP_CHANCE || !value->constant || !parse_is(p, PARSE_CLOSE) ||
        value->number.num <= value->number.den)
        return;
    snprintf(message, sizeof message, "a chance is at most 1, and this is %.*s",
             PARSE_SHOW(p, value->span));
    hint_share(hint, value->number);
    parse_complain(p, "E105", value->span.first, message, hint);
}

/* Reads "a, b, c)"; how many values there were. */
static unsigned read_numbers(parser *p, const parse_called *call, size_t open)
{
    unsigned given = 0;

    for (;;) {
        if (!begins_number(p, call))
            return given;
        const parse_value value = parse_expression(p);

        given++;
        parse_expect(p, &value, PARSE_IS_NUMBER);
        if (given == 1)
            check_chance(p, call, &value);
        fold_argument(p, call, given);
        if (parse_is(p, PARSE_CLOSE))
            break;
        if (parse_is(p, PARSE_END))
            parse_stop(p, open, "this ( is never closed",
                       "Write a ) after the last value.");
        else if (!parse_is(p, PARSE_COMMA))
            parse_unexpected(p, &value);
        if (p->stopped)
            return given;
        parse_advance(p);
    }
    parse_advance(p);
    return given;
}

void parse_call_numbers(parser *p, const parse_called *call, parse_value *value)
{
    const size_t open = p->token.at;
    const unsigned depth = p->depth;
    unsigned given = 0;

    parse_advance(p);
    if (parse_is(p, PARSE_CLOSE))
        parse_advance(p);
    else
        given = read_numbers(p, call, open);
    if (!p->stopped && (given < call->least || (call->most > 0 && given > call->most))) {
        wrong_count(p, call, value->span.first, given);
        parse_emit_nothing(p, value);
    } else if (call->most > 0) {
        parse_emit(p, call->op, 0);
    }
    p->depth = depth;
}
