/* Files of other tools, kept as they were and renamed: Twine, Ren'Py, a table from a
 * spreadsheet. One finding says what the whole file is. */
#include "script/slip.h"

#include <string.h>

/* The line before that of `token`, or its own when it is the first. */
static size_t line_before(const slip_case *at, size_t token)
{
    const size_t first = slip_line_start(at, token);

    return first > 0 ? slip_line_start(at, first - 1) : first;
}

/* :: Start */
static bool passage(slip *out, const slip_case *at)
{
    size_t first = slip_line_start(at, at->error);

    if (!slip_is(at, first, "::"))
        first = line_before(at, at->error); /* told on the next line */
    if (!slip_is(at, first, "::") || !slip_kind(at, first + 1, LEXER_NAME) ||
        slip_is(at, first + 2, "::"))
        return false;
    slip_tell(out, first, "passages of Twine are moments here",
              "Write moment \"%.*s\", and below it who says what: sam \"...\".",
              slip_length(at, first + 1), slip_text(at, first + 1));
    out->alone = true;
    return true;
}

/* define s = Character("Sam") */
static bool character(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);

    if (!slip_is(at, first, "define") || !slip_kind(at, first + 1, LEXER_NAME) ||
        !slip_is(at, first + 2, "=") || !slip_is(at, first + 3, "Character"))
        return false;
    const bool named = slip_kind(at, first + 5, LEXER_STRING);
    return slip_tell(out, first, "whoever speaks is declared without `define`",
                     "Write %.*s = customer %.*s {}.", slip_length(at, first + 1),
                     slip_text(at, first + 1), named ? slip_length(at, first + 5) : 5,
                     named ? slip_text(at, first + 5) : "\"Sam\"");
}

/* "Yes.": in a menu of Ren'Py */
static bool menu(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);

    if (!slip_kind(at, first, LEXER_STRING) || !slip_is(at, first + 1, ":") ||
        slip_opener(at, first) < at->count)
        return false;
    return slip_tell(out, first, "here a reply is a line that begins with you",
                     "Write you %.*s { go = \"...\" }.", slip_value_length(at, first),
                     slip_value(at, first));
}

/* How many cells end on the line of `first`: commas without a blank, or tabs. */
static int cells_of(const slip_case *at, size_t first)
{
    int cells = 0;

    for (size_t i = first; i + 1 < at->count && (i == first || !at->tokens[i].first);
         i++) {
        const lexer_token *token = &at->tokens[i];
        const uint32_t end = token->start + token->length;

        if (token->kind == LEXER_STRING || token->kind == LEXER_OPEN_STRING)
            return 0;
        cells +=
            slip_is(at, i, ",") && token->joined && (token[1].joined || token[1].first);
        cells += end < at->length && at->source[end] == '\t' && !token[1].first;
    }
    return cells;
}

/* start,Sam,Hello.,good   and the same with tabs */
static bool table_row(slip *out, const slip_case *at)
{
    size_t first = slip_line_start(at, at->error);

    if (slip_opener(at, first) < at->count || !slip_kind(at, first, LEXER_NAME) ||
        cells_of(at, first) < 2)
        return false;
    while (first > 0 && cells_of(at, line_before(at, first)) >= 2)
        first = line_before(at, first);
    slip_tell(out, first, "this looks like rows of a table",
              "Write each row as a statement: sam \"Hello.\", or you \"Hi.\" { go = "
              "\"next_moment\" }.");
    out->alone = true;
    return true;
}

const slip_rule slip_rules_tools[] = {passage, character, menu, table_row, NULL};
