/* Lists of changes: mood, set, skill. Each part that cannot be read is complained about,
 * and the next one is read all the same. */
#include "model/parse.h"

#include <stdio.h>
#include <string.h>

#define MOST_POINTS 1000000

static parse_span span_of(parse_token token)
{
    return (parse_span){token.at, token.at + token.length};
}

/* On to the comma after this part. */
static void pass_part(parser *p)
{
    unsigned depth = 0;

    while (!parse_is(p, PARSE_END) && (depth > 0 || !parse_is(p, PARSE_COMMA))) {
        depth += parse_is(p, PARSE_OPEN);
        depth -= depth > 0 && parse_is(p, PARSE_CLOSE);
        parse_advance(p);
    }
}

static void skip_part(parser *p, size_t at, const char *message, const char *hint)
{
    parse_complain(p, "E130", at, message, hint);
    pass_part(p);
}

/* The name at the head of a part; false after a complaint. `example` is a whole part. */
static bool read_head(parser *p, parse_span *name, const char *what, const char *example)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    const parse_span token = span_of(p->token);

    if (parse_is(p, PARSE_NAME)) {
        *name = token;
        parse_advance(p);
        return true;
    }
    if (parse_is(p, PARSE_COMMA) || parse_is(p, PARSE_END))
        snprintf(message, sizeof message, "a part is missing at a comma");
    else
        snprintf(message, sizeof message, "'%.*s' is not the name of %s",
                 PARSE_SHOW(p, token), what);
    snprintf(hint, sizeof hint, "Write the parts as in \"%s\", with commas between them.",
             example);
    if (parse_is(p, PARSE_NUMBER))
        snprintf(hint, sizeof hint,
                 "First the name, then the amount: %s. A decimal has a "
                 "point, as in 1.5.",
                 example);
    if (parse_is(p, PARSE_BAD))
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    skip_part(p, token.first, message, hint);
    return false;
}

/* After a part comes a comma or the end; anything else is complained about. */
static bool read_tail(parser *p, const char *hint)
{
    const parse_span token = span_of(p->token);
    const bool and = parse_is(p, PARSE_AND);
    const bool next_part = parse_is(p, PARSE_NAME) || and;
    char message[PARSE_MESSAGE];

    if (parse_is(p, PARSE_COMMA) || parse_is(p, PARSE_END))
        return true;
    if (next_part)
        snprintf(message, sizeof message, "a comma is missing before '%.*s'",
                 PARSE_SHOW(p, token));
    else
        snprintf(message, sizeof message, "'%.*s' cannot be read here",
                 PARSE_SHOW(p, token));
    skip_part(p, token.first, message,
              parse_is(p, PARSE_BAD) ? p->token.advice
              : and                  ? "Write a comma in place of 'and'."
              : next_part            ? "Write a comma between two parts."
                                     : hint);
    return false;
}

/* Reads parts and commas to the end. Blank text has no parts. */
static void read_list(parser *p, void (*read_part)(parser *p))
{
    if (parse_is(p, PARSE_END))
        return;
    for (;;) {
        read_part(p);
        if (!parse_is(p, PARSE_COMMA))
            return;
        parse_advance(p);
    }
}

/* ---- mood ---- */

#define MOOD_EXAMPLE "heard +14, calm -8, trust = 50"

/* The meter of a part; false after a complaint, with *meter left alone. */
static bool find_meter(parser *p, parse_span name, model_symbol *meter)
{
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    if (!parse_find(p, MODEL_SPACE_VALUES, name, meter)) {
        if (!model_is_condition_word(p->text + name.first, name.end - name.first)) {
            parse_unknown(p,
                          (parse_sought){MODEL_SPACE_VALUES, MODEL_SPACE_VALUES,
                                         "a meter", false,
                                         MODEL_KIND(MODEL_SYMBOL_METER)},
                          name);
            return false;
        }
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
    const parse_span token = span_of(p->token);
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
    skip_part(p, parse_is(p, PARSE_END) ? p->last_end : token.first, message, hint);
}

static void complain_amount(parser *p, parse_span meter)
{
    const parse_span token = span_of(p->token);
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
    else if (parse_is(p, PARSE_NAME))
        snprintf(hint, sizeof hint, "Put a calculation in parentheses: (%.*s).",
                 PARSE_SHOW(p, token));
    skip_part(p, parse_is(p, PARSE_END) ? p->last_end : token.first, message, hint);
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

    if (!read_head(p, &name, "a meter", MOOD_EXAMPLE))
        return;

    const bool known = find_meter(p, name, &meter);
    const parse_kind sign = p->token.kind;
    if (sign != PARSE_PLUS && sign != PARSE_MINUS && sign != PARSE_ASSIGN) {
        if (known)
            complain_sign(p, name);
        else
            pass_part(p); /* "increase calm by 10": the first word is what is wrong */
        return;
    }
    parse_advance(p);

    const size_t first = p->token.at;
    if (!read_amount(p, name, sign, &amount))
        return;

    hint_tail(p, hint, name, sign, (parse_span){first, p->last_end});
    if (read_tail(p, hint) && known && !p->no_memory)
        add_mood(p, meter.index, sign, &amount);
}

/* ---- set ---- */

/* no called   NOT called */
static bool is_denial(const parser *p, parse_span name)
{
    static const char *const words[] = {"no", "No", "NO", "Not", "NOT", "never", "un"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == name.end - name.first &&
            memcmp(p->text + name.first, words[i], name.end - name.first) == 0)
            return true;
    }
    return false;
}

static void read_set(parser *p)
{
    parse_span name;
    model_symbol flag;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    const bool to = !parse_is(p, PARSE_NOT);

    if (!to)
        parse_advance(p);
    if (!read_head(p, &name, "a flag", "knows_why, not called"))
        return;
    if (to && parse_is(p, PARSE_NAME) && is_denial(p, name)) {
        snprintf(message, sizeof message, "'%.*s' cannot be read here",
                 PARSE_SHOW(p, name));
        skip_part(p, name.first, message, "Write not.");
        return;
    }
    snprintf(hint, sizeof hint, "Write %.*s to set the flag, not %.*s to take it back.",
             PARSE_SHOW(p, name), PARSE_SHOW(p, name));
    if (!parse_find(p, MODEL_SPACE_VALUES, name, &flag)) {
        parse_unknown(p,
                      (parse_sought){MODEL_SPACE_VALUES, MODEL_SPACE_VALUES, "a flag",
                                     false, MODEL_KIND(MODEL_SYMBOL_FLAG)},
                      name);
        read_tail(p, hint);
        return;
    }
    if (flag.kind != MODEL_SYMBOL_FLAG) {
        snprintf(message, sizeof message, "'%.*s' is a meter, and set changes flags",
                 PARSE_SHOW(p, name));
        snprintf(hint, sizeof hint, "Write mood = \"%.*s = 50\".", PARSE_SHOW(p, name));
        parse_complain(p, "E131", name.first, message, hint);
        pass_part(p);
        return;
    }
    if (read_tail(p, hint) &&
        !parse_add_set(p->out, (model_set){.flag = (uint16_t)flag.index, .to = to}))
        p->no_memory = true;
}

/* ---- skill ---- */

static void complain_points(parser *p, parse_span skill)
{
    const parse_span token = span_of(p->token);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message, "the points for '%.*s' cannot be read",
             PARSE_SHOW(p, skill));
    snprintf(hint, sizeof hint, "Write a sign and a whole number: %.*s +2.",
             PARSE_SHOW(p, skill));
    if (parse_is(p, PARSE_BAD))
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    skip_part(p, parse_is(p, PARSE_END) ? p->last_end : token.first, message, hint);
}

static void read_points(parser *p)
{
    parse_span name;
    model_symbol skill = {0};

    if (!read_head(p, &name, "a skill", "listen +2, own +1"))
        return;

    const bool known = parse_find(p, MODEL_SPACE_SKILLS, name, &skill);
    if (!known)
        parse_unknown(
            p,
            (parse_sought){MODEL_SPACE_SKILLS, MODEL_SPACE_SKILLS, "a skill", false, 0},
            name);

    const bool minus = parse_is(p, PARSE_MINUS);
    if (!minus && !parse_is(p, PARSE_PLUS)) {
        complain_points(p, name);
        return;
    }
    parse_advance(p);

    const base_number number = p->token.number;
    if (!parse_is(p, PARSE_NUMBER) || number.den != 1 || number.num > MOST_POINTS) {
        complain_points(p, name);
        return;
    }
    parse_advance(p);
    if (read_tail(p, "Write the parts as in \"listen +2, own +1\".") && known &&
        !parse_add_points(
            p->out,
            (model_points){.skill = skill.index,
                           .points = (int32_t)(minus ? -number.num : number.num)}))
        p->no_memory = true;
}

/* ---- the three of them ---- */

/* `first` tells where in its array the new parts begin, `count` how many there are. */
static ear_status compile_list(parser *p, void (*read_part)(parser *p))
{
    const parse_mark mark = parse_marked(p->out);

    read_list(p, read_part);
    return parse_finish(p, &mark);
}

ear_status model_compile_mood(model_range *out, model_compiler *compiler,
                              const char *text, size_t length)
{
    const uint32_t first = (uint32_t)compiler->moods.count;
    parser p;

    parse_begin(&p, compiler, text, length);

    const ear_status status = compile_list(&p, read_mood);
    if (status == EAR_OK)
        *out = (model_range){first, (uint32_t)compiler->moods.count - first};
    return status;
}

ear_status model_compile_set(model_range *out, model_compiler *compiler, const char *text,
                             size_t length)
{
    const uint32_t first = (uint32_t)compiler->sets.count;
    parser p;

    parse_begin(&p, compiler, text, length);

    const ear_status status = compile_list(&p, read_set);
    if (status == EAR_OK)
        *out = (model_range){first, (uint32_t)compiler->sets.count - first};
    return status;
}

ear_status model_compile_skill(model_range *out, model_compiler *compiler,
                               const char *text, size_t length)
{
    const uint32_t first = (uint32_t)compiler->points.count;
    parser p;

    parse_begin(&p, compiler, text, length);

    const ear_status status = compile_list(&p, read_points);
    if (status == EAR_OK)
        *out = (model_range){first, (uint32_t)compiler->points.count - first};
    return status;
}
