/* Words with something in parentheses after them. */
#include "model/parse.h"

#include <stdio.h>
#include <string.h>

enum argument {
    ARGUMENT_PLACE, /* a moment, outcome, line or reply */
    ARGUMENT_REPLY,
    ARGUMENT_GIVEN, /* a reply or an intent */
    ARGUMENT_INTENT,
    ARGUMENT_METER,
    ARGUMENT_SKILL,
    ARGUMENT_NUMBERS
};

struct call {
    const char *name;
    const char *example;
    enum argument argument;
    model_op op;
    parse_type gives;
    unsigned least, most; /* ARGUMENT_NUMBERS: how many; most 0: any number */
    bool rule_only;
};

static const struct call calls[] = {
    {"seen", "seen(opening)", ARGUMENT_PLACE, MODEL_OP_SEEN, PARSE_IS_TRUTH, 0, 0, false},
    {"visits", "visits(opening)", ARGUMENT_PLACE, MODEL_OP_COUNT, PARSE_IS_NUMBER, 0, 0,
     false},
    {"chosen", "chosen('opening/hello-there')", ARGUMENT_REPLY, MODEL_OP_COUNT,
     PARSE_IS_NUMBER, 0, 0, false},
    {"said", "said(apologise)", ARGUMENT_INTENT, MODEL_OP_COUNT, PARSE_IS_NUMBER, 0, 0,
     false},
    {"now", "now(apologise)", ARGUMENT_GIVEN, MODEL_OP_NOW_REPLY, PARSE_IS_TRUTH, 0, 0,
     true},
    {"gained", "gained(calm)", ARGUMENT_METER, MODEL_OP_GAINED, PARSE_IS_NUMBER, 0, 0,
     true},
    {"since", "since(opening)", ARGUMENT_PLACE, MODEL_OP_SINCE, PARSE_IS_NUMBER, 0, 0,
     false},
    {"start", "start(calm)", ARGUMENT_METER, MODEL_OP_START, PARSE_IS_NUMBER, 0, 0,
     false},
    {"first", "first(calm)", ARGUMENT_METER, MODEL_OP_FIRST, PARSE_IS_NUMBER, 0, 0,
     false},
    {"lowest", "lowest(calm)", ARGUMENT_METER, MODEL_OP_LOWEST, PARSE_IS_NUMBER, 0, 0,
     false},
    {"highest", "highest(calm)", ARGUMENT_METER, MODEL_OP_HIGHEST, PARSE_IS_NUMBER, 0, 0,
     false},
    {"extreme", "extreme(calm)", ARGUMENT_METER, MODEL_OP_EXTREME, PARSE_IS_NUMBER, 0, 0,
     false},
    {"change", "change(calm)", ARGUMENT_METER, MODEL_OP_CHANGE, PARSE_IS_NUMBER, 0, 0,
     false},
    {"points", "points(listen)", ARGUMENT_SKILL, MODEL_OP_SKILL, PARSE_IS_NUMBER, 0, 0,
     false},
    {"min", "min(calm, 50)", ARGUMENT_NUMBERS, MODEL_OP_MIN, PARSE_IS_NUMBER, 1, 0,
     false},
    {"max", "max(calm, 50)", ARGUMENT_NUMBERS, MODEL_OP_MAX, PARSE_IS_NUMBER, 1, 0,
     false},
    {"clamp", "clamp(calm, 20, 80)", ARGUMENT_NUMBERS, MODEL_OP_CLAMP, PARSE_IS_NUMBER, 3,
     3, false},
    {"round", "round(calm / 10)", ARGUMENT_NUMBERS, MODEL_OP_ROUND, PARSE_IS_NUMBER, 1, 1,
     false},
    {"abs", "abs(calm - 50)", ARGUMENT_NUMBERS, MODEL_OP_ABS, PARSE_IS_NUMBER, 1, 1,
     false},
    {"chance", "chance(0.3)", ARGUMENT_NUMBERS, MODEL_OP_CHANCE, PARSE_IS_TRUTH, 1, 1,
     false},
};

#define COUNT_OF(all) (sizeof(all) / sizeof *(all))

static const struct call *find_call(const char *name, size_t length)
{
    for (size_t i = 0; i < COUNT_OF(calls); i++) {
        if (length == strlen(calls[i].name) && memcmp(name, calls[i].name, length) == 0)
            return &calls[i];
    }
    return NULL;
}

/* ---- one name in parentheses ---- */

/* The text in the parentheses, without the blanks around it. */
static parse_span raw_argument(const parser *p, size_t open)
{
    const char *text = p->text;
    parse_span raw = {open + 1, open + 1};
    unsigned depth = 1;

    while (raw.end < p->length && depth > 0) {
        depth += text[raw.end] == '(';
        depth -= text[raw.end] == ')';
        raw.end += depth > 0;
    }
    while (raw.first < raw.end && text[raw.first] == ' ')
        raw.first++;
    while (raw.end > raw.first && text[raw.end - 1] == ' ')
        raw.end--;
    return raw;
}

/* What stands in the parentheses is no single name. */
static void complain_argument(parser *p, const struct call *call, size_t open)
{
    const parse_span raw = raw_argument(p, open);
    const char *text = p->text + raw.first;
    const size_t length = raw.end - raw.first;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message, "%s() needs one name", call->name);
    snprintf(hint, sizeof hint, "Write it as in %s.", call->example);
    if (memchr(text, ',', length)) {
        snprintf(hint, sizeof hint, "Ask for each by itself: %s(…) and %s(…).",
                 call->name, call->name);
    } else if (length > 0 && parse_is(p, PARSE_BAD) && strchr("'\"`\xe2\xc2", text[0])) {
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    } else if (length > 0 && !memchr(text, ' ', length) && !memchr(text, '(', length) &&
               !memchr(text, '\'', length)) {
        snprintf(message, sizeof message, "the name '%.*s' needs quotes around it",
                 PARSE_SHOW(p, raw));
        snprintf(hint, sizeof hint, "Write %s('%.*s').", call->name, PARSE_SHOW(p, raw));
    }
    parse_stop(p, length > 0 ? raw.first : open, message, hint);
}

/* Reads "(name)" or "('name')"; false after a complaint. */
static bool read_argument(parser *p, const struct call *call, parse_span *name)
{
    const size_t open = p->token.at;

    parse_advance(p);

    const parse_token first = p->token;
    *name = (parse_span){first.at, first.at + first.length};
    if (first.kind == PARSE_END) {
        parse_stop(p, open, "this ( is never closed", "Write the name and a ) after it.");
        return false;
    }
    if (first.kind != PARSE_TEXT &&
        !model_is_plain_id(p->text + first.at, first.length)) {
        complain_argument(p, call, open);
        return false;
    }
    parse_advance(p);
    if (parse_is(p, PARSE_END)) {
        parse_stop(p, open, "this ( is never closed", "Write a ) after the name.");
        return false;
    }
    if (!parse_is(p, PARSE_CLOSE)) {
        complain_argument(p, call, open);
        return false;
    }
    parse_advance(p);
    return true;
}

/* E131: the name is known, but is not what this word asks for. */
static void wrong_thing(parser *p, const struct call *call, parse_span name,
                        const char *wanted, const char *hint_call)
{
    const bool plain = model_is_plain_id(p->text + name.first, name.end - name.first);
    const char *quote = plain ? "" : "'";
    char message[PARSE_MESSAGE], hint[PARSE_HINT] = "";

    snprintf(message, sizeof message, "%s() asks for %s, and '%.*s' is none", call->name,
             wanted, PARSE_SHOW(p, name));
    if (*hint_call)
        snprintf(hint, sizeof hint, "Write %s(%s%.*s%s).", hint_call, quote,
                 PARSE_SHOW(p, name), quote);
    else
        snprintf(hint, sizeof hint, "Write it as in %s.", call->example);
    parse_complain(p, "E131", name.first, message, hint);
}

static bool emit_place(parser *p, const struct call *call, parse_span name)
{
    const bool any = call->argument == ARGUMENT_PLACE;
    model_symbol thing;

    if (!parse_find(p, MODEL_SPACE_PLACES, name, &thing)) {
        parse_unknown(p,
                      (parse_sought){MODEL_SPACE_PLACES, MODEL_SPACE_PLACES,
                                     any ? "a moment, a line or a reply" : "a reply",
                                     false, 0},
                      name);
        return false;
    }
    if (!any && thing.kind != MODEL_SYMBOL_REPLY) {
        wrong_thing(p, call, name, "a reply", "visits");
        return false;
    }
    parse_emit_refer(p, call->op, thing);
    return true;
}

/* now(): an id may be both a reply's and an intent's. */
static bool emit_given(parser *p, const struct call *call, parse_span name)
{
    model_symbol place, intent;
    const bool placed = parse_find(p, MODEL_SPACE_PLACES, name, &place);
    const bool reply = placed && place.kind == MODEL_SYMBOL_REPLY;
    const bool meant = parse_find(p, MODEL_SPACE_INTENTS, name, &intent);
    size_t jump = 0;

    if (!reply && !meant) {
        if (placed)
            wrong_thing(p, call, name, "a reply or an intent", "seen");
        else
            parse_unknown(p,
                          (parse_sought){MODEL_SPACE_PLACES, MODEL_SPACE_INTENTS,
                                         "a reply or an intent", false, 0},
                          name);
        return false;
    }
    if (reply)
        parse_emit(p, MODEL_OP_NOW_REPLY, place.index);
    if (reply && meant)
        jump = parse_emit_jump(p, MODEL_OP_OR);
    if (meant)
        parse_emit(p, MODEL_OP_NOW_INTENT, intent.index);
    if (reply && meant)
        parse_land(p, jump);
    return true;
}

static bool emit_intent(parser *p, const struct call *call, parse_span name)
{
    model_symbol intent;

    if (!parse_find(p, MODEL_SPACE_INTENTS, name, &intent)) {
        parse_unknown(p,
                      (parse_sought){MODEL_SPACE_INTENTS, MODEL_SPACE_INTENTS,
                                     "an intent", false, 0},
                      name);
        return false;
    }
    parse_emit_refer(p, call->op, intent);
    return true;
}

static bool emit_meter(parser *p, const struct call *call, parse_span name)
{
    model_symbol meter;

    if (!parse_find(p, MODEL_SPACE_VALUES, name, &meter)) {
        parse_unknown(p,
                      (parse_sought){MODEL_SPACE_VALUES, MODEL_SPACE_VALUES, "a meter",
                                     false, MODEL_KIND(MODEL_SYMBOL_METER)},
                      name);
        return false;
    }
    if (meter.kind != MODEL_SYMBOL_METER) {
        wrong_thing(p, call, name, "a meter", "");
        return false;
    }
    parse_emit(p, call->op, meter.index);
    return true;
}

static bool emit_skill(parser *p, const struct call *call, parse_span name)
{
    model_symbol skill;

    if (!parse_find(p, MODEL_SPACE_SKILLS, name, &skill)) {
        parse_unknown(
            p,
            (parse_sought){MODEL_SPACE_SKILLS, MODEL_SPACE_SKILLS, "a skill", false, 0},
            name);
        return false;
    }
    parse_emit(p, call->op, skill.index);
    return true;
}

static bool emit_named(parser *p, const struct call *call, parse_span name)
{
    switch (call->argument) {
    case ARGUMENT_GIVEN:
        return emit_given(p, call, name);
    case ARGUMENT_INTENT:
        return emit_intent(p, call, name);
    case ARGUMENT_METER:
        return emit_meter(p, call, name);
    case ARGUMENT_SKILL:
        return emit_skill(p, call, name);
    default:
        return emit_place(p, call, name);
    }
}

/* ---- numbers in parentheses ---- */

static void wrong_count(parser *p, const struct call *call, size_t at, unsigned given)
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
static void fold_argument(parser *p, const struct call *call, unsigned given)
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
static bool begins_number(parser *p, const struct call *call)
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
static void check_chance(parser *p, const struct call *call, const parse_value *value)
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
static unsigned read_numbers(parser *p, const struct call *call, size_t open)
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

static void call_numbers(parser *p, const struct call *call, parse_value *value)
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

/* ---- both ---- */

void parse_call(parser *p, parse_value *value)
{
    const struct call *call =
        find_call(p->text + value->span.first, value->span.end - value->span.first);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    parse_span name;
    const bool misplaced = call->rule_only && !p->out->in_rule;

    value->type = call->gives;
    if (misplaced) {
        snprintf(message, sizeof message,
                 "%s() speaks of the reply just given and stands only in a rule",
                 call->name);
        snprintf(hint, sizeof hint, "%s",
                 call->argument == ARGUMENT_METER
                     ? "Outside a rule, change(…) says how far a meter has moved."
                     : "Outside a rule, since(…) == 0 or seen(…) may be what you want.");
        parse_complain(p, "E131", value->span.first, message, hint);
        value->type = PARSE_IS_UNKNOWN;
    }
    if (call->argument == ARGUMENT_NUMBERS)
        call_numbers(p, call, value);
    else if (!read_argument(p, call, &name) || misplaced || !emit_named(p, call, name))
        parse_emit_nothing(p, value);
}

const char *parse_call_example(const char *name, size_t length)
{
    const struct call *call = find_call(name, length);

    return call ? call->example : NULL;
}

void parse_offer_calls(model_nearest *near)
{
    for (size_t i = 0; i < COUNT_OF(calls); i++)
        model_near_offer(near, calls[i].name, strlen(calls[i].name));
}
