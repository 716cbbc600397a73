#include "model/parse.h"

#include "base/utf8.h"

#include <string.h>

/* What people write instead of the signs there are. */
static const struct {
    const char *written;
    const char *advice;
} wrong_signs[] = {
    {"===", "Write == to compare."},
    {"!==", "Write ~= for 'is not'."},
    {"!=", "Write ~= for 'is not'."},
    {"<>", "Write ~= for 'is not'."},
    {"≠", "Write ~= for 'is not'."},
    {"&&", "Write and."},
    {"&", "Write and."},
    {"||", "Write or."},
    {"|", "Write or."},
    {"!", "Write not."},
    {"=>", "Write >= for 'at least'."},
    {"=<", "Write <= for 'at most'."},
    {"->", "Write > to compare, or go = \"…\" as a field of its own."},
    {"≥", "Write >= for 'at least'."},
    {"≤", "Write <= for 'at most'."},
    {"+=", "Write + alone: calm +5."},
    {"-=", "Write - alone: calm -5."},
    {"**", "There are no powers; multiply with *."},
    {"^", "There are no powers; multiply with *."},
    {"//", "Write / to divide."},
    {"×", "Write * to multiply."},
    {"÷", "Write / to divide."},
    {"−", "Write the plain minus sign: -."},
    {"–", "Write the plain minus sign: -."},
    {"—", "Write the plain minus sign: -."},
    {"\"", "Inside a condition text stands in single quotes: seen('opening')."},
    {"“", "Text stands in straight single quotes: seen('opening')."},
    {"”", "Text stands in straight single quotes: seen('opening')."},
    {"„", "Text stands in straight single quotes: seen('opening')."},
    {"«", "Text stands in straight single quotes: seen('opening')."},
    {"»", "Text stands in straight single quotes: seen('opening')."},
    {"‘", "Text stands in straight single quotes: seen('opening')."},
    {"’", "Text stands in straight single quotes: seen('opening')."},
    {"‚", "Text stands in straight single quotes: seen('opening')."},
    {"`", "Text stands in straight single quotes: seen('opening')."},
    {"{", "Braces belong into words; here the name stands alone: calm."},
    {"}", "Braces belong into words; here the name stands alone: calm."},
    {"[", "Write round parentheses: ( )."},
    {"]", "Write round parentheses: ( )."},
    {"~", "Write ~= for 'is not', or not before a flag."},
    {".", "A decimal begins with its whole part: 0.5."},
    {";", "Write a comma between two parts, and or or between two conditions."},
    {":", "Take the colon out."},
    {"#", "Take it out; to count how often, write visits(…), chosen(…) or said(…)."},
    {"$", "Write the name alone, without $."},
    {"@", "Write the name alone, without @."},
    {"?", "Take the question mark out."},
};

static const struct {
    const char *written;
    parse_kind kind;
} signs[] = {
    {"<=", PARSE_LESS_EQUAL}, {">=", PARSE_GREATER_EQUAL}, {"==", PARSE_EQUAL},
    {"~=", PARSE_NOT_EQUAL},  {"<", PARSE_LESS},           {">", PARSE_GREATER},
    {"=", PARSE_ASSIGN},      {"+", PARSE_PLUS},           {"-", PARSE_MINUS},
    {"*", PARSE_TIMES},       {"/", PARSE_OVER},           {"%", PARSE_REST},
    {"(", PARSE_OPEN},        {")", PARSE_CLOSE},          {",", PARSE_COMMA},
};

static const struct {
    const char *written;
    parse_kind kind;
} keywords[] = {
    {"and", PARSE_AND},   {"or", PARSE_OR},       {"not", PARSE_NOT},
    {"true", PARSE_TRUE}, {"false", PARSE_FALSE},
};

#define COUNT_OF(all) (sizeof(all) / sizeof *(all))

static bool begins(const char *text, size_t length, const char *with)
{
    if (length == 0 || text[0] != with[0])
        return false; /* nearly always */

    const size_t wanted = strlen(with);
    return length >= wanted && memcmp(text, with, wanted) == 0;
}

static bool is_digit(char c)
{
    return '0' <= c && c <= '9';
}

static bool is_letter(char c)
{
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
}

bool model_is_plain_id(const char *name, size_t length)
{
    if (length == 0 || !is_letter(name[0]))
        return false;
    for (size_t i = 1; i < length; i++) {
        if (!is_letter(name[i]) && !is_digit(name[i]))
            return false;
    }
    return true;
}

parse_kind parse_keyword(const char *name, size_t length)
{
    for (size_t i = 0; i < COUNT_OF(keywords); i++) {
        if (length == strlen(keywords[i].written) &&
            memcmp(name, keywords[i].written, length) == 0)
            return keywords[i].kind;
    }
    return PARSE_NAME;
}

const char *parse_sign(parse_kind kind)
{
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (signs[i].kind == kind)
            return signs[i].written;
    }
    for (size_t i = 0; i < COUNT_OF(keywords); i++) {
        if (keywords[i].kind == kind)
            return keywords[i].written;
    }
    return "";
}

/* Blanks, and the invisible spaces that word processors leave. */
static size_t blank_length(const char *text, size_t length)
{
    static const uint32_t invisible[] = {0xa0, 0x2009, 0x200b, 0x202f, 0x3000, 0xfeff};
    uint32_t code;
    const size_t bytes = base_utf8_read(&code, text, length);

    if (code == ' ' || (code >= '\t' && code <= '\r'))
        return bytes;
    for (size_t i = 0; i < COUNT_OF(invisible); i++) {
        if (code == invisible[i])
            return bytes;
    }
    return 0;
}

/* How far a run of letters and digits of any script, '_' and '.' goes on. */
static size_t word_end(const parser *p, size_t at)
{
    uint32_t code;

    while (at < p->length) {
        const size_t bytes = base_utf8_read(&code, p->text + at, p->length - at);

        if (!base_is_word(code) && code != '_' && code != '.')
            break;
        at += bytes;
    }
    return at;
}

static parse_token bad(size_t at, size_t length, const char *advice)
{
    return (parse_token){.kind = PARSE_BAD, .at = at, .length = length, .advice = advice};
}

static parse_token read_number(const parser *p, size_t at)
{
    parse_token token = {.kind = PARSE_NUMBER, .at = at};
    const size_t end = word_end(p, at);

    token.length = base_number_read(&token.number, p->text + at, p->length - at);
    if (token.length == 0)
        return bad(at, end - at,
                   "A number has at most 18 digits, nine of them after the point.");
    if (at + token.length < end)
        return bad(at, end - at, "Write a plain number, such as 12 or 0.5.");
    return token;
}

static parse_token read_name(const parser *p, size_t at)
{
    size_t end = at + 1;

    while (end < p->length && (is_letter(p->text[end]) || is_digit(p->text[end])))
        end++;
    if (word_end(p, end) > end && p->text[end] != '.')
        return bad(at, word_end(p, end) - at,
                   "Names have the letters a to z, digits and _ only.");
    return (parse_token){
        .kind = parse_keyword(p->text + at, end - at), .at = at, .length = end - at};
}

static parse_token read_text(const parser *p, size_t at)
{
    const char *open = p->text + at + 1;
    const char *close = memchr(open, '\'', p->length - at - 1);

    if (!close)
        return bad(at, p->length - at, "Close the text with another ' .");
    return (parse_token){
        .kind = PARSE_TEXT, .at = at + 1, .length = (size_t)(close - open)};
}

/* The longest sign that stands here, right or wrong. */
static parse_token read_sign(const parser *p, size_t at)
{
    const char *text = p->text + at;
    const size_t left = p->length - at;
    parse_token token = {.kind = PARSE_BAD, .at = at};

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (begins(text, left, signs[i].written) &&
            strlen(signs[i].written) > token.length) {
            token.kind = signs[i].kind;
            token.length = strlen(signs[i].written);
        }
    }
    for (size_t i = 0; i < COUNT_OF(wrong_signs); i++) {
        if (begins(text, left, wrong_signs[i].written) &&
            strlen(wrong_signs[i].written) > token.length)
            token = bad(at, strlen(wrong_signs[i].written), wrong_signs[i].advice);
    }
    if (token.length > 0)
        return token;

    const size_t end = word_end(p, at);
    uint32_t code;
    if (end > at)
        return bad(at, end - at, "Names have the letters a to z, digits and _ only.");
    return bad(at, base_utf8_read(&code, text, left), "Take it out.");
}

static parse_token read_token(const parser *p, size_t at)
{
    const char c = p->text[at];

    if (is_digit(c))
        return read_number(p, at);
    if (is_letter(c))
        return read_name(p, at);
    return c == '\'' ? read_text(p, at) : read_sign(p, at);
}

void parse_advance(parser *p)
{
    size_t at = p->next;

    p->last_end = p->token.at + p->token.length + (p->token.kind == PARSE_TEXT);
    while (at < p->length && blank_length(p->text + at, p->length - at) > 0)
        at += blank_length(p->text + at, p->length - at);
    if (at == p->length || p->stopped)
        p->token = (parse_token){.kind = PARSE_END, .at = at};
    else
        p->token = read_token(p, at);
    p->next = p->token.at + p->token.length + (p->token.kind == PARSE_TEXT);
}

bool parse_is(const parser *p, parse_kind kind)
{
    return p->token.kind == kind;
}

void parse_begin(parser *p, model_compiler *out, const char *text, size_t length)
{
    *p = (parser){.out = out, .text = text, .length = length};
    if (length > PARSE_MAX_TEXT) {
        parse_stop(p, 0, "this is too long to be read", "Split it up.");
        return;
    }
    parse_advance(p);
    p->last_end = 0;
}
