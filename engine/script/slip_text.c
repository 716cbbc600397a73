/* Characters and quotes: what a word processor did, and texts that do not end. */
#include "script/slip.h"

#include "base/utf8.h"

#include <string.h>

#define STRAIGHT "Use straight quotes: \"like this\"."
#define PLAIN_SIGNS                                                                      \
    "Type the plain signs , = { } ( ) and \" outside what is said: with the keyboard "   \
    "set to English."

struct letter {
    uint32_t first, last;
    const char *message;
    const char *hint;
};

static const struct letter letters[] = {
    {0x201c, 0x201f, "this line has curly quotes", STRAIGHT},
    {0x00ab, 0x00ab, "this line has angle quotes", STRAIGHT},
    {0x00bb, 0x00bb, "this line has angle quotes", STRAIGHT},
    {0x2039, 0x203a, "this line has angle quotes", STRAIGHT},
    {0x2018, 0x201b, "this line has curly apostrophes for quotes", STRAIGHT},
    {0x00b4, 0x00b4, "this line has accents for quotes", STRAIGHT},
    {0x2032, 0x2033, "this line has prime marks for quotes", STRAIGHT},
    {0x00a0, 0x00a0,
     "there is an invisible 'hard space' here, usually pasted from Word "
     "or a web page",
     "Delete the space and type it again."},
    {0x202f, 0x202f, "there is an invisible narrow space here",
     "Delete the space and type it again."},
    {0x2000, 0x200a, "there is an unusual space here",
     "Delete the space and type it again."},
    {0x3000, 0x3000, "there is an unusual space here",
     "Delete the space and type it again."},
    {0x200b, 0x200f, "there is an invisible mark here, usually pasted from a web page",
     "Delete this line and type it again."},
    {0xfeff, 0xfeff, "there is an invisible mark here, usually pasted from a web page",
     "Delete this line and type it again."},
    {0x2060, 0x2060, "there is an invisible mark here, usually pasted from a web page",
     "Delete this line and type it again."},
    {0x00ad, 0x00ad, "there is an invisible hyphen here",
     "Delete this line and type it again."},
    {0x2190, 0x21ff, "arrows are not part of the language",
     "Write the target inside braces: { go = \"name\" }."},
    {0x2022, 0x2022, "bullets are not part of the language",
     "Delete the bullet: each line begins with a word like you, sam or moment."},
    {0x00b7, 0x00b7, "bullets are not part of the language",
     "Delete the bullet: each line begins with a word like you, sam or moment."},
    {0x2012, 0x2015, "there is a long dash outside a text",
     "Notes to yourself start with two hyphens: -- like this; minus is one: -5."},
    {0x2212, 0x2212, "there is a typographic minus outside a text",
     "Type a plain hyphen: mood = \"calm -5\"."},
    {0x2026, 0x2026, "there are dots (an ellipsis) outside a text",
     "Put quotes around what is said."},
    {0x3001, 0x3002, "this line has punctuation of another script", PLAIN_SIGNS},
    {0x300a, 0x300f, "this line has quotes of another script", STRAIGHT},
    {0xff01, 0xff0f, "this line has full-width signs", PLAIN_SIGNS},
    {0xff1a, 0xff20, "this line has full-width signs", PLAIN_SIGNS},
    {0xff3b, 0xff40, "this line has full-width signs", PLAIN_SIGNS},
    {0xff5b, 0xff65, "this line has full-width signs", PLAIN_SIGNS},
    {0, 0x1f, "there is an invisible control character here",
     "Delete this line and type it again."},
    {0x7f, 0x9f, "there is an invisible control character here",
     "Delete this line and type it again."},
};

/* Something outside ASCII before Lua gave up, or on that line. */
static bool alien(slip *out, const slip_case *at)
{
    size_t i = 0;
    uint32_t code;

    while (i < at->count && !slip_kind(at, i, LEXER_ALIEN))
        i++;
    if (i >= at->count ||
        (i > at->error && at->tokens[i].line != at->tokens[at->error].line))
        return false;
    base_utf8_read(&code, slip_text(at, i), at->tokens[i].length);
    for (size_t k = 0; k < sizeof letters / sizeof *letters; k++) {
        if (code >= letters[k].first && code <= letters[k].last)
            return slip_tell(out, i, letters[k].message, "%s", letters[k].hint);
    }
    if (i > 0 && at->tokens[i].joined && slip_kind(at, i - 1, LEXER_NAME) &&
        (slip_is(at, i + 1, "=") || slip_is(at, i + 2, "=")))
        return slip_tell(
            out, i, "a name has only the letters a to z, digits and _",
            "Write it without accents, like zoe = customer \"Zo\xc3\xab\" {}.");
    return slip_tell(out, i, "there are words outside quotes on this line",
                     "Put quotes around the whole sentence: sam \"...\".");
}

static bool open_long(slip *out, const slip_case *at)
{
    for (size_t i = 0; i < at->count; i++) {
        if (!slip_kind(at, i, LEXER_OPEN_LONG))
            continue;
        if (slip_text(at, i)[0] == '-')
            return slip_tell(out, i, "the note that begins here with --[[ never ends",
                             "Write ]] where it ends, or use -- on each line.");
        return slip_tell(out, i, "the text that begins here with [[ never ends",
                         "Write ]] where it ends, or use \"quotes\".");
    }
    return false;
}

/* "He said "soon" on Tuesday." or 'It's late.': a text goes on where its quote closed. */
static bool glued(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error && i + 1 < at->count; i++) {
        const lexer_token *next = &at->tokens[i + 1];

        if (!slip_kind(at, i, LEXER_STRING) || !next->joined ||
            (next->kind != LEXER_NAME && next->kind != LEXER_NUMBER))
            continue;
        if (slip_is(at, i + 2, "=") || slip_text(at, i)[0] == '[')
            continue;
        if (slip_text(at, i)[0] == '\'')
            return slip_tell(out, i, "an apostrophe inside 'single quotes' ends the text",
                             "Use \"double quotes\" around what people say.");
        return slip_tell(out, i + 1, "there are double quotes inside a text in quotes",
                         "Use single quotes inside: \"He said 'soon'.\"");
    }
    return false;
}

/* Whether only closing signs stand behind the quote of an open string. */
static bool only_closing(const slip_case *at, size_t token)
{
    const char *text = slip_text(at, token) + 1;
    const size_t length = at->tokens[token].length - 1;

    for (size_t i = 0; i < length; i++) {
        if (!strchr(" \t,;}", text[i]))
            return false;
    }
    return true;
}

static bool has_curly(const slip_case *at, size_t token)
{
    const char *text = slip_text(at, token);

    for (uint32_t i = 0; i + 2 < at->tokens[token].length; i++) {
        if (memcmp(text + i, "\xe2\x80\x9d", 3) == 0 ||
            memcmp(text + i, "\xe2\x80\x9c", 3) == 0)
            return true;
    }
    return false;
}

/* mood = calm +5": the word behind the last '=' on the line, where the quote belongs. */
static bool missing_opening(slip *out, const slip_case *at, size_t quote)
{
    size_t i = quote;

    while (i > 0 && at->tokens[i - 1].line == at->tokens[quote].line &&
           !slip_is(at, i - 1, "=") && !slip_is(at, i - 1, "{"))
        i--;
    /* sam Hello there." */
    if (at->tokens[i].first && slip_kind(at, i, LEXER_NAME) && i + 1 < quote)
        i++;
    if (i == quote || !slip_kind(at, i, LEXER_NAME))
        return false;
    return slip_tell(out, i, "a text ends with \" and does not begin with one",
                     "Write \" before %.*s.", slip_length(at, i), slip_text(at, i));
}

static bool open_string(slip *out, const slip_case *at)
{
    size_t i = at->start;

    while (i < at->count && i <= at->error + 200 && !slip_kind(at, i, LEXER_OPEN_STRING))
        i++;
    if (!slip_kind(at, i, LEXER_OPEN_STRING) ||
        at->tokens[i].line > at->tokens[at->error].line)
        return false;
    if (slip_text(at, i)[0] == '\'' && at->tokens[i].joined && i > 0 &&
        slip_kind(at, i - 1, LEXER_NAME))
        return false; /* I don't know: an apostrophe in words without quotes */
    if (at->tokens[i].joined && only_closing(at, i) && missing_opening(out, at, i))
        return true;
    if (has_curly(at, i))
        return slip_tell(out, i, "this line has curly quotes", STRAIGHT);
    return slip_tell(out, i, "a quote is opened on this line and not closed on it",
                     "Add the closing %c; a text must stay on one line.",
                     slip_text(at, i)[0]);
}

static bool escape(slip *out, const slip_case *at)
{
    if (!slip_said(at, "escape") && !slip_said(at, "hexadecimal digit") &&
        !slip_said(at, "'{' in \\u") && !slip_said(at, "'}' in \\u") &&
        !slip_said(at, "UTF-8 value"))
        return false;
    return slip_tell(out, at->error, "a backslash \\ inside a text has a special meaning",
                     "Write \\\\ or use / instead.");
}

static bool backtick(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error; i++) {
        if (slip_is(at, i, "`") && slip_is(at, i + 1, "`") && slip_is(at, i + 2, "`"))
            return slip_tell(out, i, "this line marks code in a chat or on a web page",
                             "Delete this line.");
        if (slip_is(at, i, "`"))
            return slip_tell(out, i, "this line has backticks for quotes", STRAIGHT);
    }
    return false;
}

const slip_rule slip_rules_text[] = {open_long, alien,       glued, escape,
                                     backtick,  open_string, NULL};
