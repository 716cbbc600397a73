#ifndef EARSHOT_SCRIPT_UNKNOWN_H
#define EARSHOT_SCRIPT_UNKNOWN_H

/* A word that stands where it means nothing, and where that is. For unknown.c,
 * unknown_meant.c and assign.c. */

#include "script/verbs.h"

typedef struct unknown_word {
    lua_State *L;
    script_host *host;
    const char *name; /* on the stack of L */
    size_t length;
    draft_place here; /* of the host's files */
    script_context context;
    bool found; /* the word in the source: `context` holds */
} unknown_word;

draft_place unknown_place(const unknown_word *u);
uint32_t unknown_column(const unknown_word *u);
/* What stands behind it. It is found. */
const lexer_token *unknown_next(const unknown_word *u);
/* Whether the word is used like a verb or a speaker. */
bool unknown_is_called(const unknown_word *u);

/* Reports the word where its place says what it should have been: a text without quotes,
 * a field without '=', a tone before them. False: it does not say. */
bool unknown_meant(unknown_word *u);

#endif
