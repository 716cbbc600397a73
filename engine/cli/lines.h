#ifndef EARSHOT_CLI_LINES_H
#define EARSHOT_CLI_LINES_H

/* Lines from a person or a pipe, of bounded length. */

#include "base/bytes.h"

#include <stdio.h>

typedef enum cli_line {
    CLI_LINE,      /* `text` has it, without its end */
    CLI_LINE_LONG, /* longer than allowed: skipped to its end */
    CLI_LINES_END
} cli_line;

/* The last line may lack its newline. A carriage return before it is dropped. */
cli_line cli_line_read(base_bytes *text, FILE *from, size_t most);

#endif
