#ifndef EARSHOT_SCRIPT_UNKNOWN_H
#define EARSHOT_SCRIPT_UNKNOWN_H

/* A word that stands where it means nothing, and where that is. For unknown.c and
 * assign.c. */

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

#endif
