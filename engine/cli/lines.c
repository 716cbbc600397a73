#include "cli/lines.h"

cli_line cli_line_read(base_bytes *text, FILE *from, size_t most)
{
    bool any = false, too_long = false;
    int c;

    base_bytes_clear(text);
    while ((c = getc(from)) != EOF && c != '\n') {
        any = true;
        if (text->length >= most || !base_bytes_char(text, (char)c))
            too_long = true;
    }
    if (c == EOF && !any)
        return CLI_LINES_END;
    if (too_long)
        return CLI_LINE_LONG;
    if (text->length > 0 && text->at[text->length - 1] == '\r')
        text->at[--text->length] = '\0';
    return CLI_LINE;
}
