/* Names: meters, flags, the words that stand alone and those that take parentheses. */
#include "model/parse.h"

#include <stdio.h>
#include <string.h>

#define COUNT_OF(all) (sizeof(all) / sizeof *(all))
#define METER_SAMPLE  50

/* Values that stand alone. */
static const struct {
    const char *name;
    model_op op;
    int sample;
} words[] = {
    {"turn", MODEL_OP_TURN, 3},
    {"minutes", MODEL_OP_MINUTES, 5},
    {"seconds", MODEL_OP_SECONDS, 60},
};

static size_t find_word(const char *name, size_t length)
{
    size_t i = 0;

    while (i < COUNT_OF(words) &&
           (length != strlen(words[i].name) || memcmp(name, words[i].name, length) != 0))
        i++;
    return i;
}

bool model_is_condition_word(const char *name, size_t length)
{
    return parse_keyword(name, length) != PARSE_NAME ||
           parse_call_example(name, length) || find_word(name, length) < COUNT_OF(words);
}

/* What other tools and people call it; `otherwise` when it is none of these. */
static const char *meant_call(const char *name, size_t length, const char *otherwise)
{
    static const char *const pairs[][2] = {
        {"visited", "seen"},      {"reached", "seen"},         {"heard", "seen"},
        {"been", "seen"},         {"visited_count", "visits"}, {"visit_count", "visits"},
        {"count", "visits"},      {"times", "visits"},         {"turns_since", "since"},
        {"TURNS_SINCE", "since"}, {"random", "chance"},        {"RANDOM", "chance"},
        {"rand", "chance"},       {"dice", "chance"},          {"probability", "chance"},
        {"floor", "round"},       {"ceil", "round"},           {"intent", "said"},
        {"used", "said"},         {"picked", "chosen"},        {"clicked", "chosen"},
    };

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (strlen(pairs[i][0]) == length && memcmp(pairs[i][0], name, length) == 0)
            return pairs[i][1];
    }
    return otherwise;
}

/* name(...) where the name is none of the language's. */
static void call_unknown(parser *p, parse_value *value)
{
    model_nearest near = model_near_begin(p->text + value->span.first,
                                          value->span.end - value->span.first);
    model_symbol thing;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    if (near.length == 8 && memcmp(near.word, "function", 8) == 0) {
        parse_stop(p, value->span.first, "a function stands without quotes",
                   "Write when = function(c) return c.calm >= 50 end.");
        return;
    }
    if (find_word(near.word, near.length) < COUNT_OF(words) ||
        parse_find(p, MODEL_SPACE_VALUES, value->span, &thing)) {
        snprintf(message, sizeof message, "'%.*s' takes no parentheses",
                 PARSE_SHOW(p, value->span));
        snprintf(hint, sizeof hint, "Write %.*s alone, or a sign between it and the (.",
                 PARSE_SHOW(p, value->span));
        parse_stop(p, p->token.at, message, hint);
        return;
    }
    parse_offer_calls(&near);
    near.best = meant_call(near.word, near.length, near.best);
    near.best_length = near.best ? strlen(near.best) : 0;
    snprintf(message, sizeof message, "there is no %.*s(…) in conditions",
             PARSE_SHOW(p, value->span));
    snprintf(hint, sizeof hint, "%s%.*s%s", near.best ? "Did you mean '" : "",
             near.best ? (int)near.best_length : 0, near.best ? near.best : "",
             near.best ? "'?"
                       : "There are seen, visits, chosen, said, since, change, "
                         "points, min, max and some more.");
    parse_complain(p, "E101", value->span.first, message, hint);
    p->stopped = true;
    parse_advance(p);
}

static bool is_one_of(const parser *p, parse_span name, const char *const *list)
{
    for (; *list; list++) {
        if (name.end - name.first == strlen(*list) &&
            memcmp(p->text + name.first, *list, name.end - name.first) == 0)
            return true;
    }
    return false;
}

/* A name alone that nothing bears. */
static void name_unknown(parser *p, parse_value *value)
{
    static const char *const large[] = {"NOT",   "Not",   "TRUE", "True",
                                        "FALSE", "False", NULL};
    static const char *const needless[] = {"if",   "If",     "IF", "when",
                                           "When", "unless", NULL};
    const parse_kind next = p->token.kind;
    char message[PARSE_MESSAGE];

    parse_emit_nothing(p, value);
    snprintf(message, sizeof message, "'%.*s' cannot be read here",
             PARSE_SHOW(p, value->span));
    if (is_one_of(p, value->span, large))
        parse_stop(p, value->span.first, message, "Write it in small letters.");
    else if (is_one_of(p, value->span, needless))
        parse_stop(p, value->span.first, message,
                   "Write only what must hold, as in calm >= 50.");
    else if (next == PARSE_BAD && strchr(".:", p->text[p->token.at]))
        parse_stop(p, value->span.first, message,
                   "Write calm or seen(opening) with nothing before the name.");
    else if (next == PARSE_NAME || next == PARSE_NUMBER || next == PARSE_TEXT)
        parse_unexpected(p, value);
    else
        parse_unknown(p,
                      (parse_sought){MODEL_SPACE_VALUES, MODEL_SPACE_VALUES,
                                     "a meter or a flag", true, 0},
                      value->span);
}

static void name_alone(parser *p, parse_value *value)
{
    const char *name = p->text + value->span.first;
    const size_t length = value->span.end - value->span.first;
    const size_t word = find_word(name, length);
    const char *example = parse_call_example(name, length);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    model_symbol thing;

    if (word < COUNT_OF(words)) {
        value->sample = words[word].sample;
        parse_emit(p, words[word].op, 0);
    } else if (example) {
        snprintf(message, sizeof message, "%.*s needs parentheses after it",
                 PARSE_SHOW(p, value->span));
        snprintf(hint, sizeof hint, "Write it as in %s.", example);
        parse_stop(p, value->span.first, message, hint);
    } else if (!parse_find(p, MODEL_SPACE_VALUES, value->span, &thing)) {
        name_unknown(p, value);
    } else if (thing.kind == MODEL_SYMBOL_METER) {
        value->sample = METER_SAMPLE;
        parse_emit(p, MODEL_OP_METER, thing.index);
    } else {
        value->type = PARSE_IS_TRUTH;
        parse_emit(p, MODEL_OP_FLAG, thing.index);
    }
}

parse_value parse_name(parser *p)
{
    parse_value value = {.type = PARSE_IS_NUMBER,
                         .sample = 1,
                         .span = {p->token.at, p->token.at + p->token.length},
                         .code = p->out->code.count,
                         .numbers = p->out->numbers.count};
    const bool call = parse_call_example(p->text + p->token.at, p->token.length);

    parse_advance(p);
    if (!parse_is(p, PARSE_OPEN)) {
        name_alone(p, &value);
    } else if (call) {
        parse_call(p, &value);
        value.span.end = p->last_end > value.span.end ? p->last_end : value.span.end;
    } else {
        call_unknown(p, &value);
        value.type = PARSE_IS_UNKNOWN;
    }
    parse_pushed(p);
    return value;
}
