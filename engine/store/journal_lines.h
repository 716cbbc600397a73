#ifndef EARSHOT_STORE_JOURNAL_LINES_H
#define EARSHOT_STORE_JOURNAL_LINES_H

/* What the lines of a journal say, as JSON. Between journal.c and this. */

#include "base/bytes.h"
#include "store/journal.h"

/* The start's line has the run's id in it, which is known only when there is a file. So
 * the rest of it is made first (a JSON object, no line), without looking at `start`
 * again. */
void store_line_start_rest(base_bytes *out, const store_start *start);
void store_line_start(base_bytes *out, const base_bytes *rest, const char *id);

/* Each adds one framed line (journal.h) and sets out->failed when it is not whole. */
void store_line_again(base_bytes *out, size_t n, size_t keep, const store_start *start);
void store_line_reply(base_bytes *out, size_t n, const store_reply *reply);
void store_line_notice(base_bytes *out, size_t n, uint32_t option, uint64_t hash);
void store_line_back(base_bytes *out, size_t n, uint64_t hash);
void store_line_end(base_bytes *out, size_t n, const store_end *end);
void store_line_rated(base_bytes *out, size_t n, uint32_t heard);
void store_line_next(base_bytes *out, size_t n, const char *words);

#endif
