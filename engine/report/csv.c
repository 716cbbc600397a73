#include "report/csv.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <string.h>

static void quoted(base_bytes *out, bool guard, const char *text)
{
    base_bytes_text(out, guard ? "\"'" : "\"");
    for (; *text; text++) {
        if (*text == '"')
            base_bytes_char(out, '"');
        base_bytes_char(out, *text);
    }
    base_bytes_char(out, '"');
}

static bool formula(const char *text)
{
    return *text && strchr("=+-@\t\r", *text) != NULL;
}

/* Cleaning drops what could hide the sign of a formula, and a tab that was one. */
static void put(base_bytes *out, const char *text)
{
    base_bytes cell = {0};

    base_utf8_clean(&cell, text, strlen(text));

    const char *clean = base_bytes_string(&cell);
    const bool guard = formula(text) || formula(clean);

    if (strpbrk(clean, ",\"\r\n")) {
        quoted(out, guard, clean);
    } else {
        base_bytes_text(out, guard ? "'" : "");
        base_bytes_text(out, clean);
    }
    out->failed |= cell.failed;
    base_bytes_release(&cell);
}

void report_csv_header(base_bytes *out, const char *const *names, size_t count)
{
    base_bytes_text(out, "schema_version");
    for (size_t i = 0; i < count; i++)
        base_bytes_print(out, ",%s", names[i]);
    report_csv_end(out);
}

void report_csv_begin(base_bytes *out)
{
    base_bytes_print(out, "%d", REPORT_CSV_VERSION);
}

void report_csv_text(base_bytes *out, const char *text)
{
    base_bytes_char(out, ',');
    if (text)
        put(out, text);
}

void report_csv_whole(base_bytes *out, int64_t value)
{
    base_bytes_print(out, ",%" PRId64, value);
}

void report_csv_decimal(base_bytes *out, int64_t value, unsigned decimals)
{
    const uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t one = 1;

    for (unsigned i = 0; i < decimals; i++)
        one *= 10;
    base_bytes_print(out, ",%s%" PRIu64, value < 0 ? "-" : "", size / one);
    if (decimals)
        base_bytes_print(out, ".%0*" PRIu64, (int)decimals, size % one);
}

void report_csv_empty(base_bytes *out)
{
    base_bytes_char(out, ',');
}

void report_csv_end(base_bytes *out)
{
    base_bytes_text(out, "\r\n");
}
