#ifndef EARSHOT_MODEL_BUILD_H
#define EARSHOT_MODEL_BUILD_H

#include "base/bytes.h"
#include "model/draft.h"
#include "model/finding.h"

/*
 * Looks up every name, compiles every condition and effect, derives every id, and lays
 * the image out in `image` (empty before). What is wrong is added to `findings` (E101 to
 * E131, W160 to W180, I200, E002 for limits of the language) behind what is there, not
 * sorted; with an error among them `image` stays empty. EAR_E_NOMEM is the only failure.
 */
ear_status model_build(base_bytes *image, const model_draft *draft,
                       model_findings *findings, ear_error *err);

#endif
