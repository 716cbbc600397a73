/* Habits of other languages: ink, Yarn Spinner, ChoiceScript, Ren'Py, JavaScript, web
 * pages. */
#include "script/slip.h"

#include "script/verbs.h"

#include <string.h>

/* How far the words behind `token` go on its line, to a [ ] or an arrow; 0: none. */
static int words_behind(const slip_case *at, size_t token, const char **text)
{
    size_t i = token + 1, last;

    if (slip_is(at, i, "["))
        i++;
    last = i;
    *text = slip_text(at, i);
    while (last < at->count && !slip_kind(at, last, LEXER_END) &&
           !at->tokens[last].first && !slip_is(at, last, "]") && !slip_is(at, last, "->"))
        last++;
    if (last == i)
        return 0;
    const uint32_t end = at->tokens[last - 1].start + at->tokens[last - 1].length;
    const uint32_t length = end - at->tokens[i].start;
    return length < 60 ? (int)length : 0;
}

/* Where the arrow on the line of `token` points, a single word; `count`: nowhere. */
static size_t arrow_target(const slip_case *at, size_t token)
{
    for (size_t i = token; i + 1 < at->count && (i == token || !at->tokens[i].first);
         i++) {
        if (slip_is(at, i, "->") && slip_kind(at, i + 1, LEXER_NAME) &&
            (slip_kind(at, i + 2, LEXER_END) || at->tokens[i + 2].first))
            return i + 1;
    }
    return at->count;
}

/* * [Hello] -> good   + Hello   -> Hello   -> good: replies and jumps of ink and Yarn. */
static bool other_reply(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);
    const size_t target = arrow_target(at, first);
    const char *words;
    const int length = words_behind(at, first, &words);
    const bool arrow = slip_is(at, first, "->");
    const bool joined = !at->tokens[first].first ||
                        (first + 1 < at->count && at->tokens[first + 1].joined);

    if (slip_opener(at, first) < at->count || length == 0 ||
        !(arrow || ((slip_is(at, first, "*") || slip_is(at, first, "+")) && !joined)))
        return false;
    if (slip_kind(at, first + 1, LEXER_STRING) ||
        slip_kind(at, first + 2, LEXER_STRING) ||
        (!arrow &&
         script_find_verb(slip_text(at, first + 1), at->tokens[first + 1].length)))
        return false;
    if (arrow && target == first + 1)
        return slip_tell(out, first, "arrows are not part of the language",
                         "Write go \"%.*s\".", length, words);
    if (target < at->count)
        return slip_tell(out, first, "here a reply is a line that begins with you",
                         "Write you \"%.*s\" { go = \"%.*s\" }.", length, words,
                         slip_length(at, target), slip_text(at, target));
    return slip_tell(out, first, "here a reply is a line that begins with you",
                     "Write you \"%.*s\".", length, words);
}

/* === start ===   *label start   label start:   const x = 5   return "x" */
static bool other_statement(slip *out, const slip_case *at)
{
    static const char *const meant[][2] = {
        {"goto", "go"},      {"gosub", "visit"},       {"label", "moment"},
        {"choice", "you"},   {"finish", "outcome"},    {"ending", "outcome"},
        {"set", "mood"},     {"temp", "flag"},         {"create", "meter"},
        {"comment", "note"}, {"page_break", "silence"}};
    size_t first = slip_line_start(at, at->error);

    if (first == at->error && first > 0 &&
        slip_is(at, slip_line_start(at, first - 1), "return"))
        first = slip_line_start(at, first - 1); /* told on the next line */
    const bool star = slip_is(at, first, "*") && at->tokens[first + 1].joined;

    if (slip_opener(at, first) < at->count)
        return false;
    if ((slip_is(at, first, "==") || slip_is(at, first, "=")) && first + 3 < at->count) {
        const size_t name = slip_is(at, first + 1, "=") ? first + 2 : first + 1;
        if (slip_kind(at, name, LEXER_NAME))
            return slip_tell(out, first, "a moment begins with the word moment",
                             "Write moment \"%.*s\".", slip_length(at, name),
                             slip_text(at, name));
    }
    for (size_t i = 0; star && i < sizeof meant / sizeof *meant; i++) {
        const script_verb *verb = script_find_verb(meant[i][1], strlen(meant[i][1]));

        if (slip_is(at, first + 1, meant[i][0]) && verb)
            return slip_tell(out, first, "commands with a * are not part of the language",
                             "Write %s.", verb->example);
    }
    if (slip_is(at, first, "return"))
        return slip_tell(out, first, "`return` stands only in functions",
                         "To move on write go \"moment\"; after a visit the talk comes "
                         "back by itself.");
    if ((slip_is(at, first, "const") || slip_is(at, first, "let") ||
         slip_is(at, first, "var")) &&
        slip_kind(at, first + 1, LEXER_NAME))
        return slip_tell(out, first, "this word is of another language",
                         "Write local %.*s = ...; what changes while people talk is a "
                         "meter or a flag.",
                         slip_length(at, first + 1), slip_text(at, first + 1));
    return false;
}

/* sam &quot;Hi&quot; */
static bool entity(slip *out, const slip_case *at)
{
    for (size_t i = slip_line_start(at, at->error); i + 2 < at->count; i++) {
        if (at->tokens[i].line > at->tokens[at->error].line)
            return false;
        if (slip_is(at, i, "&") && at->tokens[i + 1].joined && slip_is(at, i + 2, ";"))
            return slip_tell(out, i,
                             "this comes from a web page: &quot; stands for a quote",
                             "Write plain quotes: sam \"...\".");
    }
    return false;
}

/* local meter "calm" */
static bool local_verb(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);

    if (!slip_is(at, first, "local") || !slip_kind(at, first + 1, LEXER_NAME) ||
        !slip_kind(at, first + 2, LEXER_STRING))
        return false;
    return slip_tell(out, first, "`local` stands before a name that gets a value",
                     "Delete local: %.*s %.*s.", slip_length(at, first + 1),
                     slip_text(at, first + 1), slip_length(at, first + 2),
                     slip_text(at, first + 2));
}

/* calm += 5   calm++ */
static bool step_by(slip *out, const slip_case *at)
{
    const size_t i = slip_line_start(at, at->error);
    const bool plus = slip_is(at, i + 1, "+");
    const bool by = slip_is(at, i + 2, "=") && slip_kind(at, i + 3, LEXER_NUMBER);
    const bool twice = plus && slip_is(at, i + 2, "+");

    if (!slip_kind(at, i, LEXER_NAME) || !(plus || slip_is(at, i + 1, "-")) ||
        !(by || twice) || slip_opener(at, i) < at->count)
        return false;
    return slip_tell(out, i + 1, "what changes while people talk is changed by mood",
                     "Write mood \"%.*s %.*s%.*s\".", slip_length(at, i),
                     slip_text(at, i), slip_length(at, i + 1), slip_text(at, i + 1),
                     by ? slip_length(at, i + 3) : 1, by ? slip_text(at, i + 3) : "1");
}

const slip_rule slip_rules_other[] = {other_reply, other_statement, local_verb,
                                      step_by,     entity,          NULL};
