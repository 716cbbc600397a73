#ifndef EARSHOT_CLI_REPORT_TEXT_INTERNAL_H
#define EARSHOT_CLI_REPORT_TEXT_INTERNAL_H

/* For report_text.c, which writes the page, and report_text_said.c. */

#include "cli/say.h"
#include "report/run.h"

typedef struct cli_report_writer {
    base_bytes *out; /* all of these are borrowed */
    const cli_page *page;
    const report_run *run;
    const sim_score *score;
    const ear_scenario *sc;
    char subject[80]; /* "She" */
} cli_report_writer;

/* A paragraph; a [beat] in its words is seen as a pause. */
void cli_report_para(cli_report_writer *w, const char *first, unsigned indent,
                     cli_look look, const char *text);
/* The same, and releases what was collected. */
void cli_report_para_of(cli_report_writer *w, const char *first, unsigned indent,
                        base_bytes *text);
void cli_report_heading(cli_report_writer *w, const char *text);

/* --- report_text_said.c; each with its heading, nothing where there is none --- */
void cli_report_turns(cli_report_writer *w);
void cli_report_signs(cli_report_writer *w);
void cli_report_skills(cli_report_writer *w);
void cli_report_steps(cli_report_writer *w);

#endif
