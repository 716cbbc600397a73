#ifndef EARSHOT_CLI_REPORT_H
#define EARSHOT_CLI_REPORT_H

/* What the files of the command `report` share. */

#include "base/bytes.h"
#include "cli/command.h"
#include "store/file.h"

typedef enum report_format {
    REPORT_TEXT,
    REPORT_HTML,
    REPORT_CSV,
    REPORT_JSON
} report_format;

typedef struct cli_reporting {
    const cli_args *args;
    const char *path; /* where to; "-": stdout */
    report_format format;
    char data[STORE_PATH_MOST]; /* the user's data folder */
    char runs[STORE_PATH_MOST]; /* its runs */
} cli_reporting;

/* Writes what was collected to where it was asked for, whole or not at all, and releases
 * it. Returns the exit code. */
int cli_report_write(const cli_reporting *reporting, base_bytes *out);

/* Reads the run that a word means: a journal file, an id, or how the only one begins.
 * Returns -1, or the exit code: what is wrong has been said. */
struct store_run;
int cli_report_read(const cli_reporting *reporting, struct store_run **out,
                    const char *word);
/* "23 November 2026", in this computer's time. Written to `to`, which has 40 bytes. */
void cli_report_date(char *to, int64_t wall);

/* Opens the history, with every ended run in it. Returns -1, or the exit code. */
struct store_history;
int cli_report_history(const cli_reporting *reporting, struct store_history **out);

/* Each returns the exit code. */
int cli_report_run(const cli_reporting *reporting, const char *word);
int cli_report_runs(const cli_reporting *reporting);
int cli_report_learner(const cli_reporting *reporting, const char *name);
int cli_report_pack(const cli_reporting *reporting);

#endif
