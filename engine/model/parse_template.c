/* Words with values in {braces}. */
#include "model/parse.h"
#include "model/words.h"

#include "base/bytes.h"

#include <stdio.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static parse_span trimmed(const char *text, parse_span span)
{
    while (span.first < span.end && is_blank(text[span.first]))
        span.first++;
    while (span.end > span.first && is_blank(text[span.end - 1]))
        span.end--;
    return span;
}

parse_brace parse_next_brace(const char *text, size_t length, size_t from)
{
    const char *open = from < length ? memchr(text + from, '{', length - from) : NULL;

    if (!open)
        return (parse_brace){PARSE_BRACE_NONE, {length, length}, {length, length}};

    const size_t at = (size_t)(open - text);
    if (at + 1 < length && text[at + 1] == '{')
        return (parse_brace){PARSE_BRACE_ITSELF, {at, at + 2}, {at, at}};

    size_t end = at + 1;
    while (end < length && text[end] != '}' && text[end] != '{')
        end++;
    if (end == length || text[end] == '{')
        return (parse_brace){PARSE_BRACE_OPEN, {at, at + 1}, {at, at}};
    return (parse_brace){
        PARSE_BRACE_NAME, {at, end + 1}, trimmed(text, (parse_span){at + 1, end})};
}

model_insert parse_brace_word(const char *name, size_t length)
{
    static const struct {
        const char *name;
        model_insert insert;
    } words[] = {
        {"turn", MODEL_INSERT_TURN},
        {"minutes", MODEL_INSERT_MINUTES},
        {"seconds", MODEL_INSERT_SECONDS},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (length == strlen(words[i].name) && memcmp(name, words[i].name, length) == 0)
            return words[i].insert;
    }
    return MODEL_INSERT_NOTHING;
}

static bool is_customer(const parser *p, parse_span name)
{
    return name.end - name.first == strlen("customer") &&
           memcmp(p->text + name.first, "customer", name.end - name.first) == 0;
}

static void complain_name(parser *p, parse_brace brace)
{
    const char *name = p->text + brace.name.first;
    const size_t length = brace.name.end - brace.name.first;
    model_nearest near = model_near_begin(name, length);
    char message[PARSE_MESSAGE],
        hint[PARSE_HINT] = "Braces insert a meter, a flag, turn, minutes, seconds or "
                           "customer; write {{ for a brace.";

    p->out->names->offer(p->out->names->user, MODEL_SPACE_VALUES, 0, &near);
    model_near_offer(&near, "turn", 4);
    model_near_offer(&near, "minutes", 7);
    model_near_offer(&near, "seconds", 7);
    model_near_offer(&near, "customer", 8);
    if (length > 0 && near.best)
        snprintf(hint, sizeof hint, "Did you mean '%.*s'?",
                 parse_shown(near.best, near.best_length), near.best);
    snprintf(message, sizeof message, "{%.*s} is no value that can be inserted",
             PARSE_SHOW(p, brace.name));
    parse_complain(p, "E101", brace.name.first, message, hint);
}

/* What stands between the braces; false after a complaint. */
static bool find_insert(parser *p, parse_brace brace, model_piece *piece)
{
    const model_resolver *names = p->out->names;
    const char *name = p->text + brace.name.first;
    const size_t length = brace.name.end - brace.name.first;
    model_symbol thing;

    piece->insert = parse_brace_word(name, length);
    if (piece->insert != MODEL_INSERT_NOTHING)
        return true;
    if (!names->find(names->user, MODEL_SPACE_VALUES, name, length, &thing)) {
        complain_name(p, brace);
        return false;
    }
    piece->insert =
        thing.kind == MODEL_SYMBOL_METER ? MODEL_INSERT_METER : MODEL_INSERT_FLAG;
    piece->index = thing.index;
    return true;
}

/* Keeps what has gathered before a value, and the value. */
static void add_piece(parser *p, base_bytes *literal, model_piece piece)
{
    const model_resolver *names = p->out->names;

    if (literal->failed ||
        !names->keep(names->user, base_bytes_string(literal), literal->length,
                     &piece.literal) ||
        !parse_add_piece(p->out, piece))
        p->no_memory = true;
    base_bytes_clear(literal);
}

static void read_brace(parser *p, base_bytes *literal, parse_brace brace)
{
    model_piece piece = {.insert = MODEL_INSERT_NOTHING};

    switch (brace.kind) {
    case PARSE_BRACE_NONE:
        break;
    case PARSE_BRACE_ITSELF:
        base_bytes_char(literal, '{');
        break;
    case PARSE_BRACE_OPEN:
        parse_complain(p, "E130", brace.all.first, "this { is never closed",
                       "Write a } after the name, or {{ for a brace.");
        break;
    case PARSE_BRACE_NAME:
        if (is_customer(p, brace.name) && p->out->customer)
            base_bytes_add(literal, p->out->customer, p->out->customer_length);
        else if (is_customer(p, brace.name))
            parse_complain(p, "E101", brace.name.first, "there is no customer to name",
                           "Declare one: sam = customer \"Sam\" {}.");
        else if (find_insert(p, brace, &piece))
            add_piece(p, literal, piece);
        break;
    }
}

/* Gathers pieces; what is left after the last value stays in `literal`. */
static void read_template(parser *p, base_bytes *literal)
{
    for (size_t at = 0; at < p->length && !p->no_memory;) {
        const parse_brace brace = parse_next_brace(p->text, p->length, at);

        base_bytes_add(literal, p->text + at, brace.all.first - at);
        read_brace(p, literal, brace);
        at = brace.all.end;
    }
    if (literal->failed)
        p->no_memory = true;
}

/* Nothing is inserted: the words are what was gathered; else as they were written. */
static void keep_words(parser *p, model_words *words, base_bytes *literal)
{
    const model_resolver *names = p->out->names;
    const bool plain = words->pieces.first == p->out->pieces.count;

    if (!plain && literal->length > 0)
        add_piece(p, literal, (model_piece){.insert = MODEL_INSERT_NOTHING});
    if (p->no_memory || p->complained)
        return;
    if (!names->keep(names->user, plain ? base_bytes_string(literal) : p->text,
                     plain ? literal->length : p->length, &words->text))
        p->no_memory = true;
    words->pieces.count = (uint32_t)p->out->pieces.count - words->pieces.first;
    if (plain)
        words->pieces.first = 0;
}

ear_status model_compile_words(model_words *out, model_compiler *compiler,
                               const char *text, size_t length)
{
    const parse_mark mark = parse_marked(compiler);
    model_words words = {.pieces = {(uint32_t)compiler->pieces.count, 0},
                         .function = MODEL_NONE,
                         .spoken = model_spoken_length(text, length)};
    parser p = {.out = compiler, .text = text, .length = length};
    base_bytes literal = {0};

    read_template(&p, &literal);
    keep_words(&p, &words, &literal);
    base_bytes_release(&literal);

    const ear_status status = parse_finish(&p, &mark);
    if (status == EAR_OK)
        *out = words;
    return status;
}
