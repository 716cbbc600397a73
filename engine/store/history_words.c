#include "store/history_words.h"

#include "base/fail.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

ear_status history_words_begin(history_words *words, store_history *history,
                               ear_error *err)
{
    store_query most =
        store_query_begin(history->db, HISTORY, "SELECT ifnull(max(id), 0) FROM words");
    ear_status status;

    *words = (history_words){.at = NULL};
    if (store_query_row(&most))
        words->count = (size_t)store_query_int(&most, 0) + 1;
    status = store_query_end(&most, err);
    words->find =
        store_query_begin(history->db, HISTORY, "SELECT text FROM words WHERE id = ?1");
    if (status == EAR_OK && !(words->at = calloc(words->count, sizeof *words->at)))
        status = base_fail_memory(err);
    return status;
}

static const char *copy(history_words *words, const char *text)
{
    const char *at =
        base_arena_copy(&words->arena, text ? text : "", text ? strlen(text) : 0);

    words->failed |= !at;
    return at;
}

/* Number 0 is none: they count from 1. */
history_word *history_word_of(history_words *words, int64_t number)
{
    history_word *word =
        &words->at[number > 0 && (uint64_t)number < words->count ? number : 0];

    if (word == words->at || word->text)
        return word;
    store_query_number(&words->find, 1, number);
    if (store_query_row(&words->find))
        word->text = copy(words, store_query_string(&words->find, 0));
    store_query_again(&words->find);
    return word;
}

const char *const *history_word_list(history_words *words, history_word *word)
{
    json_t *list = NULL;
    const char **at;

    if (word->list || !word->text)
        return word->list;
    list = json_loads(word->text, 0, NULL);
    at = base_arena_alloc(&words->arena, (json_array_size(list) + 1) * sizeof *at);
    words->failed |= !at;
    for (size_t i = 0; at && i < json_array_size(list); i++)
        at[i] = copy(words, json_string_value(json_array_get(list, i)));
    word->list = at;
    word->count = at ? json_array_size(list) : 0;
    json_decref(list);
    return at;
}

ear_status history_words_end(history_words *words, ear_status status, ear_error *err)
{
    const ear_status own = store_query_end(&words->find, status == EAR_OK ? err : NULL);

    base_arena_release(&words->arena);
    free(words->at);
    return status == EAR_OK ? own : status;
}
