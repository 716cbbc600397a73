/* mood = "heard +14, calm -8, trust = 50" */
#include "model/parse_list.h"

#include <stdio.h>

#define MOOD_EXAMPLE "heard +14, calm -8, trust = 50"

/* The meter of a part; false after a complaint, with *meter left alone. */
static bool find_meter(parser *p, parse_span name, model_symbol *meter)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    if (!parse_find(p, MODEL_SPACE_VALUES, name, meter)) {
        if (!model_is_condition_word(p->text + name.first, name.end - name.first))
            return parse_find_or_tell(p, MODEL_SPACE_VALUES, "a meter",
                                      MODEL_KIND(MODEL_SYMBOL_METER), name, meter);
        snprintf(message, sizeof message, "'%.*s' is no meter and cannot be changed",
                 PARSE_SHOW(p, name));
        parse_complain(p, "E131", name.first, message,
                       "Effects change meters, as in \"calm +5\".");
        return false;
    }
    if (meter->kind == MODEL_SYMBOL_METER)
        return true;
    snprintf(message, sizeof message, "'%.*s' is a flag, and a mood changes meters",
             PARSE_SHOW(p, name));
    snprintf(hint, sizeof hint, "Write set = \"%.*s\".", PARSE_SHOW(p, name));
    parse_complain(p, "E131", name.first, message, hint);
    return false;
}

/* What stands where + - or = should. */
static void complain_sign(parser *p, parse_span meter)
{
    const parse_span token = parse_span_of(p->token);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message,
             "after '%.*s' stands neither + nor - nor =", PARSE_SHOW(p, meter));
    snprintf(hint, sizeof hint, "Write it as in %.*s +5.", PARSE_SHOW(p, meter));
    if (parse_is(p, PARSE_NUMBER))
        snprintf(hint, sizeof hint, "Write %.*s +%.*s, -%.*s or = %.*s.",
                 PARSE_SHOW(p, meter), PARSE_SHOW(p, token), PARSE_SHOW(p, token),
                 PARSE_SHOW(p, token));
    else if (parse_is(p, PARSE_EQUAL))
        snprintf(hint, sizeof hint, "Write one = to give the meter a value.");
    else if (parse_is(p, PARSE_BAD))
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    parse_skip_part(p, parse_is(p, PARSE_END) ? p->last_end : token.first, message, hint);
}

static void complain_amount(parser *p, parse_span meter)
{
    const parse_span token = parse_span_of(p->token);
    model_symbol thing;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message, "the amount for '%.*s' cannot be read",
             PARSE_SHOW(p, meter));
    snprintf(hint, sizeof hint,
             "Write a number, or a calculation in parentheses: %.*s "
             "+(10 - heard / 10).",
             PARSE_SHOW(p, meter));
    if (parse_is(p, PARSE_BAD))
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    else if (parse_is(p, PARSE_PLUS) || parse_is(p, PARSE_MINUS))
        snprintf(hint, sizeof hint, "One sign is enough: %.*s %s5, or %.*s = 5.",
                 PARSE_SHOW(p, meter), parse_is(p, PARSE_PLUS) ? "+" : "-",
                 PARSE_SHOW(p, meter));
    else if (parse_is(p, PARSE_NAME) && token.first == meter.end + 1)
        snprintf(hint, sizeof hint,
                 "A name has no signs in it: write it as it is declared, as in calm -5.");
    else if (parse_is(p, PARSE_NAME) && !parse_find(p, MODEL_SPACE_VALUES, token, &thing))
        snprintf(hint, sizeof hint, "Write the amount in digits: %.*s +5.",
                 PARSE_SHOW(p, meter));
    else if (parse_is(p, PARSE_NAME))
        snprintf(hint, sizeof hint, "Put a calculation in parentheses: (%.*s).",
                 PARSE_SHOW(p, token));
    parse_skip_part(p, parse_is(p, PARSE_END) ? p->last_end : token.first, message, hint);
}

/* Reads "12", "(10 - heard / 10)" and, after =, "-5"; false after a complaint. */
static bool read_amount(parser *p, parse_span meter, parse_kind sign, parse_value *amount)
{
    const bool negative = sign == PARSE_ASSIGN && parse_is(p, PARSE_MINUS);

    if (negative)
        parse_advance(p);
    if (!parse_is(p, PARSE_NUMBER) && !parse_is(p, PARSE_OPEN)) {
        complain_amount(p, meter);
        return false;
    }
    p->depth = 0;
    *amount = parse_operand(p);
    parse_expect(p, amount, PARSE_IS_NUMBER);
    if (negative && amount->constant)
        amount->number = base_number_negate(amount->number);
    else if (negative)
        parse_emit(p, MODEL_OP_NEGATE, 0);
    return true;
}

/* A whole constant is kept as a number, anything else as code. */
static void add_mood(parser *p, uint32_t meter, parse_kind sign,
                     const parse_value *amount)
{
    base_number number = amount->number;
    model_mood mood = {.meter = (uint16_t)meter,
                       .operation = sign == PARSE_ASSIGN  ? MODEL_SET
                                    : sign == PARSE_MINUS ? MODEL_SUBTRACT
                                                          : MODEL_ADD,
                       .code = (model_code)amount->code};

    if (amount->constant && sign == PARSE_MINUS) {
        number = base_number_negate(number);
        mood.operation = MODEL_ADD;
    }
    if (amount->constant) {
        p->out->code.count = amount->code;
        p->out->numbers.count = amount->numbers;
    }
    if (amount->constant && number.den == 1 && INT32_MIN <= number.num &&
        number.num <= INT32_MAX) {
        mood.code = MODEL_NONE;
        mood.amount = (int32_t)number.num;
    } else {
        if (amount->constant)
            parse_emit_number(p, number);
        parse_emit(p, MODEL_OP_RETURN, 0);
    }
    if (!parse_add_mood(p->out, mood))
        p->no_memory = true;
}

/* What to write where more follows an amount: calm +10%, calm = 0 - 5. */
static void hint_tail(const parser *p, char *hint, parse_span name, parse_kind sign,
                      parse_span amount)
{
    size_t end = amount.end;

    while (end < p->length && p->text[end] != ',')
        end++;

    const parse_span part = {amount.first, end};
    const char *gap = sign == PARSE_ASSIGN ? " " : "";
    if (parse_is(p, PARSE_REST) && p->token.at + 1 == end)
        snprintf(hint, PARSE_HINT, "Amounts are plain numbers: %.*s %s%s%.*s.",
                 PARSE_SHOW(p, name), parse_sign(sign), gap, PARSE_SHOW(p, amount));
    else
        snprintf(hint, PARSE_HINT,
                 "Put a calculation in parentheses: %.*s %s%s(%.*s); write decimals with "
                 "a point.",
                 PARSE_SHOW(p, name), parse_sign(sign), gap, PARSE_SHOW(p, part));
}

static void read_mood(parser *p)
{
    parse_span name;
    parse_value amount;
    model_symbol meter = {0};
    char hint[PARSE_HINT];

    if (!parse_part_head(p, &name, "a meter", MOOD_EXAMPLE))
        return;

    const bool known = find_meter(p, name, &meter);
    const parse_kind sign = p->token.kind;
    if (sign != PARSE_PLUS && sign != PARSE_MINUS && sign != PARSE_ASSIGN) {
        if (known)
            complain_sign(p, name);
        else
            parse_pass_part(
                p); /* "increase calm by 10": the first word is what is wrong */
        return;
    }
    parse_advance(p);

    const size_t first = p->token.at;
    if (!read_amount(p, name, sign, &amount))
        return;

    hint_tail(p, hint, name, sign, (parse_span){first, p->last_end});
    if (parse_part_tail(p, hint) && known && !p->no_memory)
        add_mood(p, meter.index, sign, &amount);
}

ear_status model_compile_mood(model_range *out, model_compiler *compiler,
                              const char *text, size_t length)
{
    return parse_list(out, compiler, &compiler->moods.count, text, length, read_mood);
}
