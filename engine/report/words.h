#ifndef EARSHOT_REPORT_WORDS_H
#define EARSHOT_REPORT_WORDS_H

/* Words of a scenario as text to read, and how wide text is where nobody can measure. */

#include "base/bytes.h"
#include "model/scenario.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends words on one line: values in braces by their names, without [beat] and the
 * stars of stress, cleaned. Words that Lua makes are "(words made by Lua)". False: out of
 * memory. */
bool report_words(base_bytes *out, const ear_scenario *scenario,
                  const model_words *words);

/* Appends what is said last before a choice of its moment, or, where nothing is, the last
 * sign or information; nothing where there is none. `choice`: a statement. */
bool report_words_before(base_bytes *out, const ear_scenario *scenario, uint32_t choice);

/* Width of text in ems, on the wide side for a font of the Inter or DejaVu kind. */
double report_text_width(const char *text, size_t length);
/* How many bytes of `text` fit into `ems`, at a letter's end; room for an ellipsis is
 * kept when not all of it fits. */
size_t report_text_fit(const char *text, size_t length, double ems);
/* How many bytes of `text` go on its first line of at most `ems`: up to a blank where
 * there is one, the blank included; all of it when it fits. */
size_t report_text_break(const char *text, size_t length, double ems);

/* ", 2026-11-23 to 2026-11-27" of two ISO times, ", 2026-11-27" where both are of one
 * day; nothing when `first` is "". */
void report_period(base_bytes *out, const char *first, const char *last);

#endif
