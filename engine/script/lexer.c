#include "script/lexer.h"

#include "base/bytes.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c == '\n';
}

struct reader {
    const char *source;
    size_t length;
    size_t at;
    uint32_t line;
};

static char peek(const struct reader *r, size_t ahead)
{
    return r->at + ahead < r->length ? r->source[r->at + ahead] : '\0';
}

/* How many '=' stand between the brackets of [==[ at `at`; -1: it is none. */
static int long_level(const struct reader *r, size_t at)
{
    int level = 0;

    if (at >= r->length || r->source[at] != '[')
        return -1;
    for (at++; at < r->length && r->source[at] == '='; at++)
        level++;
    return at < r->length && r->source[at] == '[' ? level : -1;
}

/* Reads behind the closing bracket; false when there is none. */
static bool skip_long(struct reader *r, int level)
{
    r->at += (size_t)level + 2;
    for (; r->at < r->length; r->at++) {
        if (r->source[r->at] == '\n')
            r->line++;
        if (r->source[r->at] != ']')
            continue;

        size_t end = r->at + 1;
        while (end < r->length && r->source[end] == '=')
            end++;
        if (end - r->at - 1 == (size_t)level && end < r->length &&
            r->source[end] == ']') {
            r->at = end + 1;
            return true;
        }
    }
    return false;
}

/* Blanks and comments; a comment that is never closed is left for the caller. */
static bool skip_blanks(struct reader *r)
{
    for (;;) {
        if (r->at < r->length && is_blank(r->source[r->at])) {
            r->line += r->source[r->at] == '\n';
            r->at++;
        } else if (peek(r, 0) == '-' && peek(r, 1) == '-') {
            const struct reader before = *r;
            const int level = long_level(r, r->at + 2);

            if (level < 0) {
                while (r->at < r->length && r->source[r->at] != '\n')
                    r->at++;
                continue;
            }
            r->at += 2;
            if (!skip_long(r, level)) {
                *r = before;
                return false;
            }
        } else {
            return true;
        }
    }
}

/* A backslash before a line's end carries the text on, as in Lua; so does \z. */
static lexer_kind read_string(struct reader *r)
{
    const char quote = r->source[r->at++];

    for (; r->at < r->length; r->at++) {
        const char c = r->source[r->at];

        if (c == '\n')
            return LEXER_OPEN_STRING;
        if (c == quote) {
            r->at++;
            return LEXER_STRING;
        }
        if (c == '\\' && r->at + 1 < r->length) {
            r->at++;
            r->line += r->source[r->at] == '\n';
            if (r->source[r->at] != 'z')
                continue;
            while (r->at + 1 < r->length && is_blank(r->source[r->at + 1])) {
                r->at++;
                r->line += r->source[r->at] == '\n';
            }
        }
    }
    return LEXER_OPEN_STRING;
}

static lexer_kind read_number(struct reader *r)
{
    while (r->at < r->length && (is_digit(r->source[r->at]) ||
                                 is_name_start(r->source[r->at]) || peek(r, 0) == '.')) {
        if (peek(r, 0) == '.' && peek(r, 1) == '.')
            break;
        r->at++;
    }
    return LEXER_NUMBER;
}

static lexer_kind read_symbol(struct reader *r)
{
    static const char *const long_ones[] = {"...", "==", "~=", "<=", ">=", "//",
                                            "::",  "<<", ">>", "..", "->", "=>"};

    for (size_t i = 0; i < sizeof long_ones / sizeof *long_ones; i++) {
        const size_t n = strlen(long_ones[i]);

        if (r->length - r->at >= n && memcmp(r->source + r->at, long_ones[i], n) == 0) {
            r->at += n;
            return LEXER_SYMBOL;
        }
    }
    r->at++;
    return LEXER_SYMBOL;
}

static lexer_kind read_one(struct reader *r)
{
    const char c = r->source[r->at];
    const int level = long_level(r, r->at);
    uint32_t code;

    if (is_name_start(c)) {
        while (is_name_start(peek(r, 0)) || is_digit(peek(r, 0)))
            r->at++;
        return LEXER_NAME;
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(r, 1))))
        return read_number(r);
    if (c == '"' || c == '\'')
        return read_string(r);
    if (level >= 0)
        return skip_long(r, level) ? LEXER_STRING : LEXER_OPEN_LONG;
    if ((unsigned char)c >= 0x80 || (unsigned char)c < 0x20 || c == 0x7f) {
        r->at += base_utf8_read(&code, r->source + r->at, r->length - r->at);
        return LEXER_ALIEN;
    }
    return read_symbol(r);
}

lexer_token lexer_next(const char *source, size_t length, size_t *at, uint32_t *line)
{
    struct reader r = {source, length, *at, *line};
    const bool closed = skip_blanks(&r);
    lexer_token token = {(uint32_t)r.at, 0, r.line, LEXER_END, false, r.at == *at};

    if (!closed) {
        token.kind = LEXER_OPEN_LONG;
        r.at = length;
    } else if (r.at < length) {
        token.kind = (uint8_t)read_one(&r);
    }
    token.first = token.line != *line || *at == 0;
    token.length = (uint32_t)(r.at - token.start);
    *at = r.at;
    *line = r.line;
    return token;
}

/* The end stands behind the last thing written, not on the empty lines below it. */
static void place_end(lexer_token *end, const lexer_token *last, const char *source)
{
    if (!last) {
        end->line = 1;
        return;
    }
    end->start = last->start + last->length;
    end->line = last->line;
    for (uint32_t i = 0; i < last->length; i++)
        end->line += source[last->start + i] == '\n';
}

bool lexer_read(lexer_tokens *out, const char *source, size_t length)
{
    base_bytes bytes = {0};
    size_t at = 0;
    uint32_t line = 1;
    lexer_token token;

    do {
        token = lexer_next(source, length, &at, &line);
        if (token.kind == LEXER_END) {
            const size_t count = bytes.length / sizeof token;
            lexer_token *all = (lexer_token *)(void *)bytes.at;

            place_end(&token, count ? &all[count - 1] : NULL, source);
        }
        if (!base_bytes_add(&bytes, &token, sizeof token)) {
            base_bytes_release(&bytes);
            return false;
        }
    } while (token.kind != LEXER_END);
    out->at = (lexer_token *)(void *)bytes.at;
    out->count = bytes.length / sizeof token;
    return true;
}

void lexer_release(lexer_tokens *tokens)
{
    free(tokens->at);
    *tokens = (lexer_tokens){0};
}

size_t lexer_find_line(const lexer_tokens *tokens, uint32_t line)
{
    size_t low = 0, high = tokens->count - 1;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (tokens->at[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool lexer_is(const char *source, const lexer_token *token, const char *text)
{
    return (token->kind == LEXER_NAME || token->kind == LEXER_SYMBOL) &&
           strlen(text) == token->length &&
           memcmp(source + token->start, text, token->length) == 0;
}

bool lexer_is_reserved(const char *text, size_t length)
{
    static const char *const words[] = {
        "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0)
            return true;
    }
    return false;
}

uint32_t lexer_column(const char *source, const lexer_token *token)
{
    uint32_t start = token->start;

    while (start > 0 && source[start - 1] != '\n')
        start--;
    return token->start - start + 1;
}
