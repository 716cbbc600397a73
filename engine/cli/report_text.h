#ifndef EARSHOT_CLI_REPORT_TEXT_H
#define EARSHOT_CLI_REPORT_TEXT_H

/* One run as a page of text: for `report`, and for the debrief of `play --text`. */

#include "cli/say.h"
#include "report/run.h"

/* All of it. */
void cli_report_text(base_bytes *out, const cli_page *page, const report_run *run);
/* What it came to: the ending, the curve and where it turned, the road not taken, what
 * was said and thought, signs, skills, steps, figures, and what would have come of other
 * replies. Not what to try next, nor the questions. */
void cli_report_debrief(base_bytes *out, const cli_page *page, const report_run *run);

#endif
