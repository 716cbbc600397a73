/* What runs came to, on paper and for spreadsheets. */
#include "cli/report.h"

#include "cli/open.h"
#include "cli/record.h"
#include "cli/say.h"
#include "store/run.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static const cli_option report_options[] = {
    {"output", "FILE", "ends in .html, .txt, .csv or .json; - is text on stdout (-)",
     'o'},
    {"format", "html|txt|csv|json", "when the file's name does not say it (txt)", 0},
    {"learner", "NAME", "this person's runs over time", 0},
    {"pack", "PATH",
     "all runs of this pack; with RUN: where its scenario is now, if it has moved", 0},
    {"csv", "DIR",
     "many runs as sessions.csv, turns.csv, skills.csv and options.csv in a folder", 0},
    {"no-name", NULL, "leave names out", 0},
    {"reflections", NULL, "with RUN or --learner: what was written on the questions, too",
     0},
    CLI_OPTION_LIMITS,
    {0}};

static bool ends_in(const char *path, const char *ending)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');

    if (!dot || strlen(dot + 1) != strlen(ending))
        return false;
    for (size_t i = 0; ending[i]; i++)
        if (tolower((unsigned char)dot[1 + i]) != ending[i])
            return false;
    return true;
}

/* False: nobody knows what the file should be. */
static bool format_of(report_format *out, const cli_args *args, const char *path)
{
    static const struct {
        const char *ending;
        report_format format;
    } known[] = {{"html", REPORT_HTML},
                 {"htm", REPORT_HTML},
                 {"txt", REPORT_TEXT},
                 {"csv", REPORT_CSV},
                 {"json", REPORT_JSON}};
    const char *asked = cli_text(args, "format");

    *out = REPORT_TEXT;
    if (!asked && strcmp(path, "-") == 0)
        return true;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (asked ? strcmp(asked, known[i].ending) == 0
                  : ends_in(path, known[i].ending)) {
            *out = known[i].format;
            return true;
        }
    return false;
}

int cli_report_write(const cli_reporting *reporting, base_bytes *out)
{
    ear_error err = {.status = EAR_OK};
    int code = CLI_DONE;

    if (out->failed) {
        base_fail_memory(&err);
        code = cli_failed(&err);
    } else if (strcmp(reporting->path, "-") != 0) {
        if (store_file_put(reporting->path, base_bytes_string(out), out->length, &err) !=
            EAR_OK)
            code = cli_failed(&err);
    } else if (!cli_flush(out, stdout) && errno != EPIPE) {
        cli_say("the report cannot be written: %s", strerror(errno));
        code = CLI_UNREADABLE;
    }
    base_bytes_release(out);
    return code;
}

static bool is_file(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

int cli_report_read(const cli_reporting *reporting, store_run **out, const char *word)
{
    char path[STORE_PATH_MOST];
    ear_error err = {.status = EAR_OK};
    ear_status status = EAR_OK;

    if (is_file(word) || strchr(word, '/'))
        snprintf(path, sizeof path, "%s", word);
    else
        status = store_run_find(path, sizeof path, reporting->runs, word, &err);
    if (status == EAR_OK)
        status = store_run_read(out, path, &err);
    return status == EAR_OK ? -1 : cli_failed(&err);
}

void cli_report_date(char *to, int64_t wall)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    const time_t seconds = (time_t)(wall / 1000);
    struct tm parts;

    *to = '\0';
    if (wall > 0 && localtime_r(&seconds, &parts))
        snprintf(to, 40, "%d %s %d", parts.tm_mday, months[parts.tm_mon % 12],
                 parts.tm_year + 1900);
}

static int tell(const cli_reporting *r)
{
    const char *learner = cli_text(r->args, "learner"), *pack = cli_text(r->args, "pack");

    if (cli_text(r->args, "csv") && (r->args->count == 1 || (learner && !pack)))
        return cli_wrong(r->args->command,
                         "--csv is for many runs: with --pack PATH, or several RUNs");
    if (cli_given(r->args, "reflections") &&
        ((r->args->count != 1 && !learner) || r->format == REPORT_CSV))
        return cli_wrong(r->args->command,
                         "--reflections is for one RUN or one --learner, as a page, text "
                         "or data: what people wrote for themselves is in no table and "
                         "no report of a group");
    if (r->args->count && learner)
        return cli_wrong(r->args->command, "either RUN or --learner, not both");
    if (r->args->count > 1)
        return cli_report_runs(r);
    if (r->args->count == 1)
        return cli_report_run(r, r->args->words[0]);
    if (pack)
        return cli_report_pack(r);
    if (learner)
        return cli_report_learner(r, learner);
    return cli_wrong(r->args->command,
                     "report of what? A RUN, --learner NAME or --pack PATH");
}

static int run_report(const cli_args *args)
{
    cli_reporting reporting = {.args = args, .path = cli_text(args, "output")};

    if (!reporting.path)
        reporting.path = "-";
    if (!format_of(&reporting.format, args, reporting.path))
        return cli_wrong(
            args->command,
            "what should %s be? Its name ends in .html, .txt, .csv or .json; "
            "or say --format",
            reporting.path);
    if (!cli_record_folder(reporting.data, sizeof reporting.data) ||
        !store_path_join(reporting.runs, sizeof reporting.runs, reporting.data, "runs"))
        reporting.data[0] = reporting.runs[0] = '\0';
    return tell(&reporting);
}

const cli_command cli_command_report = {
    .name = "report",
    .argument = "[RUN...]",
    .help = "what runs came to: one, a person's, a pack's; a page, text, table or data",
    .examples = "  earshot report 2026-11-27-140946978-fq6rdz\n"
                "  earshot report 2026-11-27-14 -o talk.html\n"
                "  earshot report --learner Ann -o ann.html\n"
                "  earshot report --pack scripts/packs/birthday-bike -o team.html\n"
                "  earshot report --pack scripts/packs/birthday-bike --csv tables\n",
    .options = report_options,
    .least = 0,
    .most = SIZE_MAX,
    .run = run_report,
};
