#include "cli/open.h"

#include "cli/findings.h"
#include "cli/say.h"

#include "base/fail.h"

#include <string.h>

static void print_for_author(void *user, const char *text, size_t length)
{
    (void)user;
    fwrite(text, 1, length, stderr);
}

cli_load_options cli_load_asked(const cli_args *args)
{
    const char *limits = cli_text(args, "limits");

    return (cli_load_options){.print = print_for_author,
                              .large = limits && strcmp(limits, "large") == 0};
}

BASE_PRINTF(1, 2) static void complain(const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    cli_complain(fmt, args);
    va_end(args);
    fputc('\n', stderr);
}

int cli_failed(const ear_error *err)
{
    fflush(stdout);
    if (err->file[0] && err->line > 0)
        complain("%s:%d: %s", err->file, err->line, err->message);
    else
        complain("earshot: %s", err->message);
    switch (err->status) {
    case EAR_E_ARG:
        return CLI_USAGE;
    case EAR_E_SCRIPT:
    case EAR_E_LIMIT:
    case EAR_E_STUCK:
        return CLI_SCRIPT;
    default:
        return CLI_UNREADABLE;
    }
}

bool cli_stops_play(const model_finding *finding)
{
    return model_finding_severity(finding) == MODEL_ERROR &&
           strcmp(finding->code, "E131") <= 0 && strcmp(finding->code, "E102") != 0;
}

/* The exit code for the findings, -1 when they leave a scenario to play. */
static int refused(const cli_opened *opened)
{
    const model_findings *list = &opened->findings;
    bool stops = false;

    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->at[i].code, "E001") == 0)
            return CLI_UNREADABLE;
        stops |= cli_stops_play(&list->at[i]);
    }
    if (stops || !opened->loaded || !opened->loaded->scenario)
        return CLI_FOUND;
    return -1;
}

static int settle(cli_opened *opened, const char *path)
{
    const int code = refused(opened);
    cli_page page = cli_page_of(stderr);

    if (code == -1)
        return code;
    model_findings_sort(&opened->findings);
    cli_findings_print(stderr, &page, &(cli_found_in){path, opened->pack},
                       &opened->findings, MODEL_ERROR);
    complain("earshot: %s cannot be played as it stands", path);
    return code;
}

int cli_open(cli_opened *opened, const char *path, const cli_load_options *options)
{
    ear_error err = {0};
    ear_status status;

    *opened = (cli_opened){0};
    status = cli_pack_open(&opened->pack, path, options, &opened->findings, &err);
    if (status == EAR_OK && opened->pack)
        status = cli_load(&opened->loaded, opened->pack, NULL, &opened->findings, &err);
    if (status != EAR_OK)
        return cli_failed(&err);
    return settle(opened, path);
}

void cli_opened_release(cli_opened *opened)
{
    cli_loaded_free(opened->loaded);
    cli_pack_free(opened->pack);
    model_findings_release(&opened->findings);
}
