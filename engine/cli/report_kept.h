#ifndef EARSHOT_CLI_REPORT_KEPT_H
#define EARSHOT_CLI_REPORT_KEPT_H

/* A run told from its journal alone: its scenario is gone, or has become another one. */

#include "cli/report.h"
#include "store/run.h"

/* `note`: a sentence, why it is told so. Returns the exit code. */
int cli_report_kept(const cli_reporting *reporting, const store_run *run,
                    const char *note);

#endif
