#ifndef EARSHOT_MODEL_CODE_TEXT_H
#define EARSHOT_MODEL_CODE_TEXT_H

/* Compiled conditions as text again: the image keeps no copy of what was written. */

#include "base/bytes.h"
#include "model/counted.h"

#include <stdbool.h>

/* Appends a condition (not MODEL_NONE, no function) as an author could have written it:
 * "trust >= 34 and not called". `plain`: meters that are compared with a number, alone or
 * joined with "and", in words: "trust 34 or more and not called". `counted` is of
 * model_counted_make(), or NULL: looked for anew. False: out of memory. */
bool model_code_text(base_bytes *out, const ear_scenario *scenario,
                     const model_counted *counted, model_code code, bool plain);

#endif
