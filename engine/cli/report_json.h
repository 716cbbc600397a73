#ifndef EARSHOT_CLI_REPORT_JSON_H
#define EARSHOT_CLI_REPORT_JSON_H

/* Reports for other programs: one object with "format": 1. */

#include "cli/json.h"
#include "report/group.h"
#include "report/growth.h"
#include "report/kept.h"
#include "report/run.h"

/* For the files that write a report: what was written for oneself, as "reflections". */
void cli_put_answers(base_json *o, const report_answer *at, size_t count);

void cli_report_json(base_bytes *out, const report_run *run);
void cli_report_kept_json(base_bytes *out, const report_kept *kept);
void cli_report_group_json(base_bytes *out, const report_group *group);
void cli_report_learner_json(base_bytes *out, const report_learner *learner);

#endif
