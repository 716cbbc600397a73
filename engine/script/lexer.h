#ifndef EARSHOT_SCRIPT_LEXER_H
#define EARSHOT_SCRIPT_LEXER_H

/*
 * A pack's source as tokens, as far as explaining a mistake needs them. Never fails on
 * what is not Lua: it is there for exactly that.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum lexer_kind {
    LEXER_END,    /* after the last token, at the end of the last line with something */
    LEXER_NAME,   /* reserved words too */
    LEXER_NUMBER, /* with whatever letters stick to it: "3s" */
    LEXER_STRING, /* with its quotes */
    LEXER_OPEN_STRING, /* a quote that is not closed on its line; up to the line's end */
    LEXER_OPEN_LONG,   /* [[ or --[[ that is never closed; up to the file's end */
    LEXER_SYMBOL,      /* == ~= <= >= // :: << >> .. ... -> => or one character */
    LEXER_ALIEN        /* one code point outside ASCII, or a control character */
} lexer_kind;

typedef struct lexer_token {
    uint32_t start; /* byte offsets into the source */
    uint32_t length;
    uint32_t line;
    uint8_t kind;
    bool first;  /* nothing but blanks before it on its line */
    bool joined; /* nothing at all between it and the token before */
} lexer_token;

typedef struct lexer_tokens {
    lexer_token *at; /* malloc'd; at[count - 1] is LEXER_END */
    size_t count;
} lexer_tokens;

/* One token from `*at` on; moves `*at` and `*line` behind it. */
lexer_token lexer_next(const char *source, size_t length, size_t *at, uint32_t *line);

/* All of them; false when out of memory. */
bool lexer_read(lexer_tokens *out, const char *source, size_t length);
void lexer_release(lexer_tokens *tokens);

/* Index of the first token on `line` or behind it. */
size_t lexer_find_line(const lexer_tokens *tokens, uint32_t line);
bool lexer_is(const char *source, const lexer_token *token, const char *text);
bool lexer_is_reserved(const char *text, size_t length);
/* From 1, in bytes. */
uint32_t lexer_column(const char *source, const lexer_token *token);

#endif
