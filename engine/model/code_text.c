#include "model/code_text.h"

#include "base/arena.h"
#include "base/number.h"
#include "model/code.h"
#include "model/compile.h"

#include <stdio.h>
#include <string.h>

#define BILLION     UINT64_C(1000000000)
#define MOST_INSIDE 64 /* pairs inside each other; deeper is not read */

/* From loose to tight, as conditions are read (parse_expression.c). */
enum level {
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_SUM,
    LEVEL_PRODUCT,
    LEVEL_SIGN,
    LEVEL_VALUE
};

static const struct {
    const char *sign;
    enum level level;
} operators[MODEL_OPS] = {
    [MODEL_OP_ADD] = {"+", LEVEL_SUM},
    [MODEL_OP_SUBTRACT] = {"-", LEVEL_SUM},
    [MODEL_OP_MULTIPLY] = {"*", LEVEL_PRODUCT},
    [MODEL_OP_DIVIDE] = {"/", LEVEL_PRODUCT},
    [MODEL_OP_REMAINDER] = {"%", LEVEL_PRODUCT},
    [MODEL_OP_LESS] = {"<", LEVEL_COMPARE},
    [MODEL_OP_LESS_EQUAL] = {"<=", LEVEL_COMPARE},
    [MODEL_OP_GREATER] = {">", LEVEL_COMPARE},
    [MODEL_OP_GREATER_EQUAL] = {">=", LEVEL_COMPARE},
    [MODEL_OP_EQUAL] = {"==", LEVEL_COMPARE},
    [MODEL_OP_NOT_EQUAL] = {"~=", LEVEL_COMPARE},
    [MODEL_OP_AND] = {"and", LEVEL_AND},
    [MODEL_OP_OR] = {"or", LEVEL_OR},
};

/* What takes something in parentheses, and the words that stand alone. */
static const char *const names[MODEL_OPS] = {
    [MODEL_OP_TURN] = "turn",       [MODEL_OP_MINUTES] = "minutes",
    [MODEL_OP_SECONDS] = "seconds", [MODEL_OP_SEEN] = "seen",
    [MODEL_OP_SINCE] = "since",     [MODEL_OP_NOW_REPLY] = "now",
    [MODEL_OP_NOW_INTENT] = "now",  [MODEL_OP_GAINED] = "gained",
    [MODEL_OP_START] = "start",     [MODEL_OP_FIRST] = "first",
    [MODEL_OP_LOWEST] = "lowest",   [MODEL_OP_HIGHEST] = "highest",
    [MODEL_OP_EXTREME] = "extreme", [MODEL_OP_CHANGE] = "change",
    [MODEL_OP_SKILL] = "points",    [MODEL_OP_MIN] = "min",
    [MODEL_OP_MAX] = "max",         [MODEL_OP_CLAMP] = "clamp",
    [MODEL_OP_ROUND] = "round",     [MODEL_OP_ABS] = "abs",
    [MODEL_OP_CHANCE] = "chance",
};

/* A value on the stack, as text; both texts in the arena. */
typedef struct part {
    const char *text;
    const char *plain;
    enum level level;
    bool truth;
} part;

typedef struct reading {
    const ear_scenario *scenario;
    const model_counted *counted; /* NULL: looked for anew */
    const uint32_t *at;
    base_arena arena;
    base_bytes text; /* of the part being made */
    part stack[MODEL_STACK + 1];
    uint32_t used;
    unsigned inside;
    bool failed; /* code that nobody could have written; or: */
    bool no_memory;
} reading;

/* --- parts -------------------------------------------------------------------------- */

static const char *keep(reading *r)
{
    const char *kept =
        r->text.failed
            ? NULL
            : base_arena_copy(&r->arena, base_bytes_string(&r->text), r->text.length);

    base_bytes_clear(&r->text);
    r->failed |= !kept;
    r->no_memory |= !kept;
    return kept ? kept : "";
}

static part pop(reading *r)
{
    if (r->used > 0)
        return r->stack[--r->used];
    r->failed = true;
    return (part){.text = "", .plain = ""};
}

static void push(reading *r, part made)
{
    if (r->used > MODEL_STACK)
        r->failed = true;
    else
        r->stack[r->used++] = made;
}

/* What has just been written into `text`. */
static void push_text(reading *r, enum level level, bool truth)
{
    const char *text = keep(r);

    push(r, (part){.text = text, .plain = text, .level = level, .truth = truth});
}

static void write_part(reading *r, const part *p, enum level least, bool plain)
{
    base_bytes_print(&r->text, p->level < least ? "(%s)" : "%s",
                     plain ? p->plain : p->text);
}

/* --- values ------------------------------------------------------------------------- */

/* ".35": what is left of a whole, in billionths. */
static void write_decimals(reading *r, uint64_t billionths)
{
    char digits[32];
    size_t last = 9;

    snprintf(digits, sizeof digits, "%09llu", (unsigned long long)billionths);
    while (last > 0 && digits[last - 1] == '0')
        last--;
    if (last > 0)
        base_bytes_print(&r->text, ".%.*s", (int)last, digits);
}

/* In full, which base_number_write() does not: "0.35", and "1 / 3" where no decimals
 * would do. */
static void push_number(reading *r, base_number number)
{
    const uint64_t size = number.num < 0 ? -(uint64_t)number.num : (uint64_t)number.num;
    const uint64_t den = (uint64_t)number.den, part_of = BILLION / den;
    const bool decimal = BILLION % den == 0;

    base_bytes_print(&r->text, "%s%llu", number.num < 0 ? "-" : "",
                     (unsigned long long)(decimal ? size / den : size));
    if (decimal)
        write_decimals(r, size % den * part_of);
    else
        base_bytes_print(&r->text, " / %llu", (unsigned long long)den);
    push_text(r,
              !decimal         ? LEVEL_PRODUCT
              : number.num < 0 ? LEVEL_SIGN
                               : LEVEL_VALUE,
              false);
}

/* "seen(opening)"; a name that is more than a word stands in quotes. */
static void push_call(reading *r, const char *call, const char *name, bool truth)
{
    const char *quote = model_is_plain_id(name, strlen(name)) ? "" : "'";

    base_bytes_print(&r->text, "%s(%s%s%s)", call, quote, name, quote);
    push_text(r, LEVEL_VALUE, truth);
}

/* "calm", or in the parentheses of a word: "points(listen)". */
static void push_thing(reading *r, uint32_t op, model_text id, bool truth)
{
    const char *name = model_string(r->scenario, id);

    if (names[op])
        push_call(r, names[op], name, truth);
    else if (base_bytes_text(&r->text, name))
        push_text(r, LEVEL_VALUE, truth);
}

static void push_counter(reading *r, uint32_t op, uint32_t counter)
{
    const char *call;
    const model_counted whose =
        r->counted ? r->counted[counter] : model_counted_find(r->scenario, counter);
    const char *name = model_counted_name(r->scenario, whose, &call);

    push_call(r, op == MODEL_OP_COUNT ? call : names[op], name, op == MODEL_OP_SEEN);
}

/* "min(calm, 50)": of the `count` topmost. */
static void push_function(reading *r, uint32_t op, uint32_t count)
{
    if (count > r->used) {
        r->failed = true;
        return;
    }
    r->used -= count;
    base_bytes_print(&r->text, "%s(", names[op]);
    for (uint32_t i = 0; i < count; i++)
        base_bytes_print(&r->text, "%s%s", i ? ", " : "", r->stack[r->used + i].text);
    base_bytes_char(&r->text, ')');
    push_text(r, LEVEL_VALUE, op == MODEL_OP_CHANCE);
}

/* --- operators ---------------------------------------------------------------------- */

/* true and false are the numbers 1 and 0 in code. */
static void name_truth(part *number, const part *other)
{
    if (!number->truth && other->truth && strcmp(number->text, "0") == 0)
        number->text = "false";
    else if (!number->truth && other->truth && strcmp(number->text, "1") == 0)
        number->text = "true";
}

static void push_pair(reading *r, uint32_t op)
{
    const enum level level = operators[op].level;
    part right = pop(r), left = pop(r);
    part made = {.level = level, .truth = level <= LEVEL_COMPARE};

    if (level == LEVEL_COMPARE) {
        name_truth(&right, &left);
        name_truth(&left, &right);
    }
    for (int plain = 0; plain < 2; plain++) {
        const bool words = plain && op == MODEL_OP_AND;

        write_part(r, &left, level == LEVEL_COMPARE ? level + 1 : level, words);
        base_bytes_print(&r->text, " %s ", operators[op].sign);
        write_part(r, &right, level + 1, words);
        *(plain ? &made.plain : &made.text) = keep(r);
    }
    push(r, made);
}

/* "not (calm < 3)": its parentheses could be left out, but would be missed. */
static void push_sign(reading *r, const char *sign, enum level level)
{
    const part of = pop(r);

    base_bytes_text(&r->text, sign);
    write_part(r, &of, level == LEVEL_NOT ? LEVEL_SUM : level, false);
    push_text(r, level, level == LEVEL_NOT);
}

/* The commonest condition. */
static void push_compare(reading *r, uint32_t word)
{
    static const struct {
        const char *before, *after;
    } words[MODEL_OPS] = {
        [MODEL_OP_LESS] = {"less than ", ""},
        [MODEL_OP_LESS_EQUAL] = {"", " or less"},
        [MODEL_OP_GREATER] = {"more than ", ""},
        [MODEL_OP_GREATER_EQUAL] = {"", " or more"},
        [MODEL_OP_EQUAL] = {"exactly ", ""},
        [MODEL_OP_NOT_EQUAL] = {"other than ", ""},
    };
    const uint32_t op = word >> 24, meter = word >> 8 & UINT16_MAX;
    const char *name = model_string(r->scenario, r->scenario->meters[meter].id);
    const int number = (int32_t)*r->at++;
    part made = {.level = LEVEL_COMPARE, .truth = true};

    base_bytes_print(&r->text, "%s %s %d", name, operators[op].sign, number);
    made.text = keep(r);
    base_bytes_print(&r->text, "%s %s%d%s", name, words[op].before, number,
                     words[op].after);
    made.plain = keep(r);
    push(r, made);
}

/* --- reading ------------------------------------------------------------------------ */

static void read_value(reading *r, uint32_t op, uint32_t arg)
{
    const ear_scenario *s = r->scenario;

    switch (model_op_names(op)) {
    case MODEL_NAMES_NOTHING:
        if (op == MODEL_OP_WHOLE)
            push_number(r, base_number_whole((int32_t)*r->at++));
        else if (base_bytes_text(&r->text, names[op]))
            push_text(r, LEVEL_VALUE, false);
        break;
    case MODEL_NAMES_NUMBER:
        push_number(r, s->numbers[arg]);
        break;
    case MODEL_NAMES_METER:
        push_thing(r, op, s->meters[arg].id, false);
        break;
    case MODEL_NAMES_FLAG:
        push_thing(r, op, s->flags[arg].id, true);
        break;
    case MODEL_NAMES_SKILL:
        push_thing(r, op, s->skills[arg].id, false);
        break;
    case MODEL_NAMES_REPLY:
        push_thing(r, op, s->details[arg].id, true);
        break;
    case MODEL_NAMES_INTENT:
        push_thing(r, op, s->intents[arg].id, true);
        break;
    case MODEL_NAMES_COUNTER:
        push_counter(r, op, arg);
        break;
    }
}

static void read_operation(reading *r, uint32_t op, uint32_t arg)
{
    switch (op) {
    case MODEL_OP_NOT:
        push_sign(r, "not ", LEVEL_NOT);
        break;
    case MODEL_OP_NEGATE:
        push_sign(r, "-", LEVEL_SIGN);
        break;
    case MODEL_OP_MIN:
    case MODEL_OP_MAX:
        push_function(r, op, arg);
        break;
    case MODEL_OP_CLAMP:
        push_function(r, op, 3);
        break;
    case MODEL_OP_ROUND:
    case MODEL_OP_ABS:
    case MODEL_OP_CHANCE:
        push_function(r, op, 1);
        break;
    default:
        if (operators[op].sign)
            push_pair(r, op);
        else
            read_value(r, op, arg);
    }
}

/* Up to `end`, or to the end of the code when it is NULL. The jump of "a and b" over b
 * says where b ends. */
static void read_up_to(reading *r, const uint32_t *end)
{
    r->failed |= ++r->inside > MOST_INSIDE;
    while (!r->failed && r->at != end) {
        const uint32_t word = *r->at++, op = word & 0xff;

        if (op == MODEL_OP_RETURN)
            break;
        if (op == MODEL_OP_AND || op == MODEL_OP_OR)
            read_up_to(r, r->at + (word >> 8));
        if (op == MODEL_OP_METER_COMPARE)
            push_compare(r, word);
        else
            read_operation(r, op, word >> 8);
    }
    r->inside--;
}

bool model_code_text(base_bytes *out, const ear_scenario *scenario,
                     const model_counted *counted, model_code code, bool plain)
{
    reading r = {.scenario = scenario, .counted = counted, .at = scenario->code + code};

    read_up_to(&r, NULL);
    const part whole = pop(&r);
    if (r.no_memory)
        out->failed = true;
    else
        base_bytes_text(out, r.failed ? "?" : plain ? whole.plain : whole.text);
    base_arena_release(&r.arena);
    base_bytes_release(&r.text);
    return !out->failed;
}
