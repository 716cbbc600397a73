#ifndef EARSHOT_MODEL_PARSE_CALL_H
#define EARSHOT_MODEL_PARSE_CALL_H

/* A word with parentheses after it: seen(opening), min(calm, 50). Private to
 * parse_call*.c. */

#include "model/parse.h"

typedef enum parse_argument {
    ARGUMENT_PLACE, /* a moment, outcome, line or reply */
    ARGUMENT_REPLY,
    ARGUMENT_GIVEN, /* a reply or an intent */
    ARGUMENT_INTENT,
    ARGUMENT_METER,
    ARGUMENT_SKILL,
    ARGUMENT_NUMBERS
} parse_argument;

typedef struct parse_called {
    const char *name;
    const char *example;
    parse_argument argument;
    model_op op;
    parse_type gives;
    unsigned least, most; /* ARGUMENT_NUMBERS: how many; most 0: any number */
    bool rule_only;
} parse_called;

/* parse_call_numbers.c: reads the parentheses of a call with ARGUMENT_NUMBERS, from the
 * opening one on. */
void parse_call_numbers(parser *p, const parse_called *call, parse_value *value);

#endif
