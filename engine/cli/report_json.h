#ifndef EARSHOT_CLI_REPORT_JSON_H
#define EARSHOT_CLI_REPORT_JSON_H

/* Reports for other programs: one object with "format": 1. */

#include "report/group.h"
#include "report/growth.h"
#include "report/run.h"

void cli_report_json(base_bytes *out, const report_run *run);
void cli_report_group_json(base_bytes *out, const report_group *group);
void cli_report_learner_json(base_bytes *out, const report_learner *learner);

#endif
