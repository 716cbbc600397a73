#ifndef EARSHOT_SCRIPT_SLIP_H
#define EARSHOT_SCRIPT_SLIP_H

/*
 * Mistakes that trainers make, recognised in the tokens around the place where Lua gave
 * up. Each rule looks for one of them; the first that fits is told.
 */

#include "script/lexer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A file that Lua could not read. */
typedef struct slip_case {
    const char *source;
    size_t length;
    const lexer_token *tokens;
    size_t count;    /* with the end */
    size_t error;    /* the token at which Lua gave up */
    size_t start;    /* where the statement around it probably begins */
    const char *lua; /* Lua's message without its place */
} slip_case;

typedef struct slip {
    size_t token; /* what is wrong */
    bool behind;  /* something is missing behind it: its line and its end count */
    char missing; /* the sign that is missing there: with it Lua may read on; or 0 */
    bool alone;   /* it cannot be told what the rest means */
    char message[240];
    char hint[280];
    size_t from, to; /* tokens to leave out in order to go on; equal: do not go on */
} slip;

typedef bool (*slip_rule)(slip *out, const slip_case *at);

/* Tables of rules, ended by NULL. slip_find() asks them in this order. */
extern const slip_rule slip_rules_text[];    /* slip_text.c: characters, quotes */
extern const slip_rule slip_rules_tools[];   /* slip_tools.c: files of other tools */
extern const slip_rule slip_rules_other[];   /* slip_other.c: other languages */
extern const slip_rule slip_rules_speaker[]; /* slip_speaker.c: who speaks */
extern const slip_rule slip_rules_open[];    /* slip_open.c: braces never opened */
extern const slip_rule slip_rules_line[];   /* slip_line.c: lines that are no statement */
extern const slip_rule slip_rules_braces[]; /* slip_braces.c: inside braces */
extern const slip_rule slip_rules_lua[]; /* slip_lua.c: what only Lua's message tells */

/* False: nothing that is known. */
bool slip_find(slip *out, const slip_case *at);

/* --- slip.c: for the rules --- */
bool slip_is(const slip_case *at, size_t token, const char *text);
bool slip_kind(const slip_case *at, size_t token, lexer_kind kind);
const char *slip_text(const slip_case *at, size_t token); /* not NUL-terminated */
int slip_length(const slip_case *at, size_t token);       /* for %.*s, shortened */
/* What stands behind '=', for "Write go = %.*s.": "..." when it is no plain value. */
const char *slip_value(const slip_case *at, size_t token);
int slip_value_length(const slip_case *at, size_t token);
/* The first token on the line of `token`. */
size_t slip_line_start(const slip_case *at, size_t token);
/* Whether a token looks like the beginning of a statement. */
bool slip_begins(const slip_case *at, size_t token);
/* The { that is open at `token`; `count` when there is none. */
size_t slip_opener(const slip_case *at, size_t token);
/* Whether Lua's message begins with, or holds, `part`. */
bool slip_said(const slip_case *at, const char *part);
/* Fills message and hint; always true. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
bool slip_tell(slip *out, size_t token, const char *message, const char *hint, ...);
/* After slip_tell(): it is missing behind the token. Always true. */
bool slip_misses(slip *out, char sign);

#endif
