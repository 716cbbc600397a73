#ifndef EARSHOT_CLI_SAY_H
#define EARSHOT_CLI_SAY_H

/* Writing for people: how wide the terminal is, whether it has colours, broken lines. */

#include "base/bytes.h"
#include "base/fail.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

typedef enum cli_look {
    CLI_PLAIN,
    CLI_BOLD,
    CLI_FAINT,
    CLI_ITALIC,
    CLI_RED,
    CLI_GREEN,
    CLI_YELLOW
} cli_look;

typedef struct cli_page {
    unsigned width; /* columns; 80 when it is no terminal */
    bool terminal;
    bool colour; /* a terminal, and NO_COLOR is not set */
} cli_page;

cli_page cli_page_of(FILE *file);

/* Starts a look, or ends it (CLI_PLAIN); writes nothing without colour. */
void cli_look_add(base_bytes *out, const cli_page *page, cli_look look);
void cli_look_print(FILE *file, const cli_page *page, cli_look look);

/* How one paragraph lies on the page. Columns count letters, wide ones twice. */
typedef struct cli_block {
    const char *first; /* what stands before the first line; "" */
    unsigned indent;   /* columns before each further line */
    cli_look look;     /* of the words, not of `first` */
} cli_block;

/* Adds the text, cleaned, broken at spaces to the page's width, ended by a newline. */
void cli_wrap(base_bytes *out, const cli_page *page, const cli_block *block,
              const char *text, size_t length);

/* Adds the name of a file in one line, without control characters. */
void cli_add_name(base_bytes *out, const char *name);

/* Columns that the text takes on a terminal. */
unsigned cli_columns(const char *text, size_t length);

/* Writes words of one line to standard error, without the control characters that a name
 * or an argument may hold. */
void cli_complain(const char *fmt, va_list args);
/* The same as a line of its own: "earshot: words", and below it "  one next step". */
void cli_say(const char *fmt, ...) BASE_PRINTF(1, 2);
void cli_say_next(const char *fmt, ...) BASE_PRINTF(1, 2);

/* Writes and forgets what was collected. False when the file refused. */
bool cli_flush(base_bytes *out, FILE *file);

#endif
