/* `report --learner`: one person over time. */
#include "cli/report.h"

#include "cli/open.h"
#include "cli/report_answers.h"
#include "cli/report_json.h"
#include "cli/report_rows.h"
#include "cli/say.h"

#include <stdio.h>

static int tell(const cli_reporting *r, const cli_rows *rows, const char *name,
                const cli_answers *answers)
{
    const report_learner learner = {.name = name,
                                    .answers = answers->at,
                                    .answer_count = answers->count,
                                    .sessions = rows->sessions,
                                    .session_count = rows->session_count,
                                    .skills = rows->skills,
                                    .skill_count = rows->skill_count};
    base_bytes out = {0};

    switch (r->format) {
    case REPORT_HTML:
        report_learner_html(&out, &learner);
        break;
    case REPORT_JSON:
        cli_report_learner_json(&out, &learner);
        break;
    case REPORT_CSV:
        report_sessions_header(&out);
        for (size_t i = 0; i < rows->session_count; i++)
            report_sessions_row(&out, &rows->sessions[i]);
        break;
    default:
        report_learner_text(&out, &learner);
    }
    return cli_report_write(r, &out);
}

int cli_report_learner(const cli_reporting *r, const char *name)
{
    const store_filter filter = {.learner = name};
    store_history *history = NULL;
    cli_rows rows = {.failed = false};
    cli_answers answers = {.failed = false};
    ear_error err = {.status = EAR_OK};
    int code = cli_report_history(r, &history);

    if (code != -1)
        return code;
    if (cli_rows_read(&rows, history, &filter, &err) != EAR_OK ||
        cli_answers_read(&answers, r, NULL, name, &err) != EAR_OK) {
        code = cli_failed(&err);
    } else if (rows.session_count == 0) {
        cli_say("there is no ended run of '%s'; 'earshot runs' lists what there is",
                name);
        code = CLI_UNREADABLE;
    } else {
        code = tell(r, &rows, name, &answers);
    }
    cli_answers_release(&answers);
    cli_rows_release(&rows);
    store_history_close(history);
    return code;
}
