/* Words with something in parentheses after them. */
#include "model/parse_call.h"

#include <stdio.h>
#include <string.h>

static const parse_called calls[] = {
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

static const parse_called *find_call(const char *name, size_t length)
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
static void complain_argument(parser *p, const parse_called *call, size_t open)
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
static bool read_argument(parser *p, const parse_called *call, parse_span *name)
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
static void wrong_thing(parser *p, const parse_called *call, parse_span name,
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

static bool emit_place(parser *p, const parse_called *call, parse_span name)
{
    const bool any = call->argument == ARGUMENT_PLACE;
    model_symbol thing;

    if (!parse_find_or_tell(p, MODEL_SPACE_PLACES,
                            any ? "a moment, a line or a reply" : "a reply", 0, name,
                            &thing))
        return false;
    if (!any && thing.kind != MODEL_SYMBOL_REPLY) {
        wrong_thing(p, call, name, "a reply", "visits");
        return false;
    }
    parse_emit_refer(p, call->op, thing);
    return true;
}

/* now(): an id may be both a reply's and an intent's. */
static bool emit_given(parser *p, const parse_called *call, parse_span name)
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

static bool emit_intent(parser *p, const parse_called *call, parse_span name)
{
    model_symbol intent;

    if (!parse_find_or_tell(p, MODEL_SPACE_INTENTS, "an intent", 0, name, &intent))
        return false;
    parse_emit_refer(p, call->op, intent);
    return true;
}

static bool emit_meter(parser *p, const parse_called *call, parse_span name)
{
    model_symbol meter;

    if (!parse_find_or_tell(p, MODEL_SPACE_VALUES, "a meter",
                            MODEL_KIND(MODEL_SYMBOL_METER), name, &meter))
        return false;
    if (meter.kind != MODEL_SYMBOL_METER) {
        wrong_thing(p, call, name, "a meter", "");
        return false;
    }
    parse_emit(p, call->op, meter.index);
    return true;
}

static bool emit_skill(parser *p, const parse_called *call, parse_span name)
{
    model_symbol skill;

    if (!parse_find_or_tell(p, MODEL_SPACE_SKILLS, "a skill", 0, name, &skill))
        return false;
    parse_emit(p, call->op, skill.index);
    return true;
}

static bool emit_named(parser *p, const parse_called *call, parse_span name)
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

/* ---- any of them ---- */

void parse_call(parser *p, parse_value *value)
{
    const parse_called *call =
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
        parse_call_numbers(p, call, value);
    else if (!read_argument(p, call, &name) || misplaced || !emit_named(p, call, name))
        parse_emit_nothing(p, value);
}

const char *parse_call_example(const char *name, size_t length)
{
    const parse_called *call = find_call(name, length);

    return call ? call->example : NULL;
}

void parse_offer_calls(model_nearest *near)
{
    for (size_t i = 0; i < COUNT_OF(calls); i++)
        model_near_offer(near, calls[i].name, strlen(calls[i].name));
}
