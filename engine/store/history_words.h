#ifndef EARSHOT_STORE_HISTORY_WORDS_H
#define EARSHOT_STORE_HISTORY_WORDS_H

/* Texts that come back turn after turn, each read from the history once. Private to
 * store. */

#include "base/arena.h"
#include "store/history_internal.h"

typedef struct history_word {
    const char *text;        /* NULL: not read yet, or there is none */
    const char *const *list; /* ids in it, when it is a list; NULL: not taken apart yet */
    size_t count;
} history_word;

typedef struct history_words {
    store_query find;
    base_arena arena;
    history_word *at; /* owned, by number */
    size_t count;
    bool failed; /* out of memory */
} history_words;

/* Ended with history_words_end(), whatever comes back. */
ear_status history_words_begin(history_words *words, store_history *history,
                               ear_error *err);
/* Never NULL; it lasts until the end. */
history_word *history_word_of(history_words *words, int64_t number);
/* The texts of a word that is a list in JSON; its `count` is known then. */
const char *const *history_word_list(history_words *words, history_word *word);
/* Releases; gives back `status`, or what reading came to. */
ear_status history_words_end(history_words *words, ear_status status, ear_error *err);

#endif
