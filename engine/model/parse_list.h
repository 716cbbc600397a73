#ifndef EARSHOT_MODEL_PARSE_LIST_H
#define EARSHOT_MODEL_PARSE_LIST_H

/*
 * A list of changes: parts with commas between them. Each part that cannot be read is
 * complained about, and the next one is read all the same. Private to parse_list.c,
 * parse_mood.c and parse_effect.c.
 */

#include "model/parse.h"

parse_span parse_span_of(parse_token token);
/* The name at the head of a part; false after a complaint. `what` is "a meter",
 * `example` a whole list. */
bool parse_part_head(parser *p, parse_span *name, const char *what, const char *example);
/* After a part comes a comma or the end; false after a complaint, with this hint. */
bool parse_part_tail(parser *p, const char *hint);
/* On to the comma after this part; the latter with a complaint (E130). */
void parse_pass_part(parser *p);
void parse_skip_part(parser *p, size_t at, const char *message, const char *hint);
/* What model_compile_mood(), _set() and _skill() do: compiles all parts of a text. They
 * are added to the array of the compiler whose count is `count`. Blank text has none. */
ear_status parse_list(model_range *out, model_compiler *compiler, const size_t *count,
                      const char *text, size_t length, void (*read_part)(parser *p));

#endif
