#ifndef EARSHOT_MODEL_EVAL_H
#define EARSHOT_MODEL_EVAL_H

#include "base/bytes.h"
#include "model/state.h"

/*
 * Runs checked code. Never fails. `code` is not MODEL_NONE and not a function. chance()
 * moves state->random; nothing else changes.
 */
base_number model_number(const ear_scenario *scenario, const model_layout *layout,
                         model_state *state, model_code code);
bool model_truth(const ear_scenario *scenario, const model_layout *layout,
                 model_state *state, model_code code);

/* Appends the words with their values inserted (not words that are a function). */
bool model_words_write(base_bytes *out, const ear_scenario *scenario,
                       const model_layout *layout, const model_state *state,
                       const model_words *words);

/* The same for text that became known while playing (a function's words, a translation):
 * braces that mean nothing stay as they are written. */
bool model_template_write(base_bytes *out, const ear_scenario *scenario,
                          const model_layout *layout, const model_state *state,
                          const char *text, size_t length);

#endif
