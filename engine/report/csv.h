#ifndef EARSHOT_REPORT_CSV_H
#define EARSHOT_REPORT_CSV_H

/*
 * Tables for spreadsheets: UTF-8, RFC 4180 (commas, CRLF, quotes doubled). Free text that
 * a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
 * return) gets an apostrophe in front. Numbers stay numbers. The first column of every
 * table is `schema_version`; columns are only ever added at the end.
 */

#include "base/bytes.h"

#include <stdint.h>

#define REPORT_CSV_VERSION 1

/* The line of names, which begins with "schema_version". */
void report_csv_header(base_bytes *out, const char *const *names, size_t count);
/* Begins a row with the version; each cell follows; report_csv_end() ends the row. */
void report_csv_begin(base_bytes *out);
/* NULL and "": an empty cell. */
void report_csv_text(base_bytes *out, const char *text);
void report_csv_whole(base_bytes *out, int64_t value);
/* `value` / 10^decimals, with all of its decimals. */
void report_csv_decimal(base_bytes *out, int64_t value, unsigned decimals);
void report_csv_empty(base_bytes *out);
void report_csv_end(base_bytes *out);

#endif
