#ifndef EARSHOT_MODEL_PARSE_H
#define EARSHOT_MODEL_PARSE_H

/* Inside the compiler only: tokens, the code being written, complaints. */

#include "model/compile.h"

#define PARSE_MAX_TEXT    65536u /* bytes of one condition or effect */
#define PARSE_MAX_NESTING 64u    /* parentheses and signs inside each other */

typedef enum parse_kind {
    PARSE_END,
    PARSE_NUMBER,
    PARSE_NAME,
    PARSE_TEXT, /* in single quotes; `at` and `length` are without them */
    PARSE_AND,
    PARSE_OR,
    PARSE_NOT,
    PARSE_TRUE,
    PARSE_FALSE,
    PARSE_PLUS,
    PARSE_MINUS,
    PARSE_TIMES,
    PARSE_OVER,
    PARSE_REST,
    PARSE_LESS,
    PARSE_LESS_EQUAL,
    PARSE_GREATER,
    PARSE_GREATER_EQUAL,
    PARSE_EQUAL,
    PARSE_NOT_EQUAL,
    PARSE_ASSIGN,
    PARSE_OPEN,
    PARSE_CLOSE,
    PARSE_COMMA,
    PARSE_BAD /* what nobody can read; `advice` says what to write */
} parse_kind;

typedef struct parse_token {
    parse_kind kind;
    size_t at; /* byte of the text, from 0 */
    size_t length;
    base_number number; /* PARSE_NUMBER */
    const char *advice; /* PARSE_BAD; static */
} parse_token;

/* A run of the text, shown in a message. */
typedef struct parse_span {
    size_t first, end;
} parse_span;

typedef struct parser {
    model_compiler *out;
    const char *text; /* borrowed */
    size_t length;
    parse_token token; /* the one looked at */
    size_t next;       /* where the one after it is searched for */
    size_t last_end;   /* where the one before it ended */
    unsigned nesting;
    unsigned depth; /* of the machine's stack, here */
    bool complained;
    bool stopped; /* the rest cannot be made sense of; only PARSE_END is left */
    bool no_memory;
} parser;

typedef enum parse_type {
    PARSE_IS_NUMBER,
    PARSE_IS_TRUTH,
    PARSE_IS_UNKNOWN /* complained about already */
} parse_type;

/* What has been read and compiled: its code ends where the code ends now. */
typedef struct parse_value {
    parse_type type;
    bool constant;   /* a number that is known: `number` */
    bool comparison; /* `a < b`; `middle` is b */
    base_number number;
    int sample; /* a number to show in "write calm >= 50" */
    parse_span span;
    parse_span middle;
    size_t code;    /* where its code begins */
    size_t numbers; /* how many constants there were before it */
} parse_value;

/* parse_token.c */
void parse_begin(parser *p, model_compiler *out, const char *text, size_t length);
void parse_advance(parser *p);
bool parse_is(const parser *p, parse_kind kind);
/* The words of the language themselves: PARSE_NAME when it is none. */
parse_kind parse_keyword(const char *name, size_t length);
const char *parse_sign(parse_kind kind); /* "<=" "and"; static */

/* parse_complain.c: `span` gives the column. */
void parse_complain(parser *p, const char *code, size_t at, const char *message,
                    const char *hint);
/* The same, but the rest of the text is given up. */
void parse_stop(parser *p, size_t at, const char *message, const char *hint);
bool parse_find(const parser *p, model_space space, parse_span name, model_symbol *out);
/* As printf("'%s'"): how many bytes of a name to show, cut between letters. */
int parse_shown(const char *text, size_t length);
/* Where a name was looked for: in one space or two. */
typedef struct parse_sought {
    model_space space, also;
    const char *wanted; /* "a meter" */
    bool words;         /* turn, seconds, true, ... fit too */
    unsigned kinds;     /* which ones are suggested, as the resolver's offer() takes it */
} parse_sought;
/* E101: nobody has this name; finds the nearest one, or says what else bears it. */
void parse_unknown(parser *p, parse_sought sought, parse_span name);
/* Finds a name in one space, or complains as parse_unknown() does and leaves *out alone.
 */
bool parse_find_or_tell(parser *p, model_space space, const char *wanted,
                        unsigned suggested, parse_span name, model_symbol *out);
/* E130: something stands where a sign or the end was expected. */
void parse_unexpected(parser *p, const parse_value *before);
/* Texts of one span, cut to be shown. */
#define PARSE_SHOW(p, span)                                                              \
    parse_shown((p)->text + (span).first, (span).end - (span).first),                    \
        (p)->text + (span).first
#define PARSE_MESSAGE 400
#define PARSE_HINT    240

/* parse_emit.c */
void parse_emit(parser *p, model_op op, uint32_t argument);
void parse_emit_refer(parser *p, model_op op, model_symbol thing);
void parse_emit_number(parser *p, base_number number);
/* Something was complained about: whatever is pushed keeps the stack in order. */
void parse_emit_nothing(parser *p, parse_value *value);
void parse_pushed(parser *p); /* one value more on the stack */
void parse_popped(parser *p);
/* The jump of `and` and `or`: begin gives the place, end fills in how far. */
size_t parse_emit_jump(parser *p, model_op op);
void parse_land(parser *p, size_t jump);
/* Undo: everything that was added to the compiler's arrays since parse_mark(). */
typedef struct parse_mark {
    size_t code, numbers, references, moods, sets, points, pieces;
} parse_mark;
parse_mark parse_marked(const model_compiler *out);
ear_status parse_finish(parser *p, const parse_mark *mark);
bool parse_add_mood(model_compiler *out, model_mood mood);
bool parse_add_set(model_compiler *out, model_set set);
bool parse_add_points(model_compiler *out, model_points points);
bool parse_add_piece(model_compiler *out, model_piece piece);

/* parse_expression.c: reads as far as an expression goes. */
parse_value parse_expression(parser *p);
/* One value without signs between: a number, a name, something in parentheses. */
parse_value parse_operand(parser *p);
/* Complains (E131) when the value is not of the type; false then. */
bool parse_expect(parser *p, const parse_value *value, parse_type type);
/* parse_types.c */
void parse_mismatch(parser *p, const parse_value *left, parse_kind sign,
                    const parse_value *right);

/* parse_name.c: a name and, perhaps, what stands in parentheses after it. */
parse_value parse_name(parser *p);
/* parse_call.c: the parentheses after a word that takes some; `value` is the word, and
 * becomes what it gives. */
void parse_call(parser *p, parse_value *value);
/* "seen(opening)"; NULL when the word takes no parentheses. Static. */
const char *parse_call_example(const char *name, size_t length);
void parse_offer_calls(model_nearest *near);

/* parse_template.c: the next {brace} in words. */
typedef enum parse_brace_kind {
    PARSE_BRACE_NONE,
    PARSE_BRACE_ITSELF, /* "{{" */
    PARSE_BRACE_NAME,
    PARSE_BRACE_OPEN /* never closed */
} parse_brace_kind;
typedef struct parse_brace {
    parse_brace_kind kind;
    parse_span all;  /* with the braces; at the end of the text when there is none */
    parse_span name; /* without blanks */
} parse_brace;
parse_brace parse_next_brace(const char *text, size_t length, size_t from);
/* MODEL_INSERT_TURN, _MINUTES, _SECONDS or _NOTHING. */
model_insert parse_brace_word(const char *name, size_t length);

#endif
