#ifndef EARSHOT_CLI_REPORT_TEXT_H
#define EARSHOT_CLI_REPORT_TEXT_H

/* One run as a page of text: for `report`, and for the debrief of `play --text`. */

#include "cli/say.h"
#include "report/run.h"

/* All of it. */
void cli_report_text(base_bytes *out, const cli_page *page, const report_run *run);
/* What a conversation in the terminal has not told yet when it has ended: what was said
 * and thought, the moment it turned, signs, skills, steps, questions. */
void cli_report_debrief(base_bytes *out, const cli_page *page, const report_run *run);

#endif
