#include "cli/junit.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Attributes are one line. */
static void add_attribute(base_bytes *out, const char *name, const char *value)
{
    base_bytes_print(out, " %s=\"", name);
    base_utf8_markup(out, value, strcspn(value, "\n"));
    base_bytes_char(out, '"');
}

static void add_why(base_bytes *out, const cli_junit_case *result)
{
    const char *element = result->error ? "error" : "failure";

    base_bytes_print(out, ">\n    <%s", element);
    add_attribute(out, "message", result->why);
    base_bytes_char(out, '>');
    base_utf8_markup(out, result->why, strlen(result->why));
    base_bytes_print(out, "</%s>\n  </testcase>\n", element);
}

void cli_junit_add(cli_junit *junit, const cli_junit_case *result)
{
    base_bytes *out = &junit->cases;

    junit->count++;
    junit->milliseconds += result->milliseconds;
    base_bytes_text(out, "  <testcase");
    add_attribute(out, "classname", result->scenario);
    add_attribute(out, "name", result->name);
    if (result->file)
        add_attribute(out, "file", result->file);
    if (result->line)
        base_bytes_print(out, " line=\"%u\"", result->line);
    base_bytes_print(out, " time=\"%.3f\"", result->milliseconds / 1000.0);
    if (!result->why) {
        base_bytes_text(out, "/>\n");
        return;
    }
    junit->errors += result->error;
    junit->failures += !result->error;
    add_why(out, result);
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
    written = fprintf(file,
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<testsuite name=\"earshot\" tests=\"%zu\" failures=\"%zu\" "
                      "errors=\"%zu\" skipped=\"0\" time=\"%.3f\">\n%s</testsuite>\n",
                      junit->count, junit->failures, junit->errors,
                      junit->milliseconds / 1000.0, base_bytes_string(&junit->cases)) > 0;
    return fclose(file) == 0 && written;
}

void cli_junit_release(cli_junit *junit)
{
    base_bytes_release(&junit->cases);
}
