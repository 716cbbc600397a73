#include "cli/junit.h"

#include <errno.h>
#include <stdio.h>

static void add_escaped(base_bytes *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            base_bytes_text(out, "&amp;");
        else if (*text == '<')
            base_bytes_text(out, "&lt;");
        else if (*text == '>')
            base_bytes_text(out, "&gt;");
        else if (*text == '"')
            base_bytes_text(out, "&quot;");
        else if (*text == '\n' || (unsigned char)*text >= 0x20)
            base_bytes_char(out, *text);
    }
}

void cli_junit_add(cli_junit *junit, const char *scenario, const char *name,
                   const cli_verdict *verdict)
{
    base_bytes *out = &junit->cases;

    junit->count++;
    base_bytes_text(out, "  <testcase classname=\"");
    add_escaped(out, scenario);
    base_bytes_text(out, "\" name=\"");
    add_escaped(out, name);
    base_bytes_print(out, "\" time=\"%.3f\"", verdict->milliseconds / 1000.0);
    if (verdict->passed) {
        base_bytes_text(out, "/>\n");
        return;
    }
    junit->failures++;
    base_bytes_text(out, "><failure>");
    add_escaped(out, base_bytes_string(&verdict->message));
    base_bytes_text(out, "</failure></testcase>\n");
}

bool cli_junit_write(const cli_junit *junit, const char *path)
{
    FILE *file;
    bool written;

    if (junit->cases.failed) {
        errno = ENOMEM;
        return false;
    }
    file = fopen(path, "wb");
    if (!file)
        return false;
    written =
        fprintf(file,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<testsuite name=\"earshot\" tests=\"%zu\" failures=\"%zu\">\n%s"
                "</testsuite>\n",
                junit->count, junit->failures, base_bytes_string(&junit->cases)) > 0;
    return fclose(file) == 0 && written;
}

void cli_junit_release(cli_junit *junit)
{
    base_bytes_release(&junit->cases);
}
