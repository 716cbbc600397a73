/* Lines that are no statement: notes, screenplay, bare text, words of other languages. */
#include "script/slip.h"

#include "script/verbs.h"

#include <stdio.h>
#include <string.h>

/* # note, // note, a lone - or <!-- note -->. */
static bool other_note(slip *out, const slip_case *at)
{
    static const char *const signs[] = {"#", "//", "/",  "-",  "*", "<", "%",
                                        ";", "=",  "==", "<<", "~", "+", "$",
                                        "@", "&",  "^",  ">",  "|"};
    const size_t first = slip_line_start(at, at->error);

    if (slip_is(at, first, "*") && slip_opener(at, first) == at->count)
        return slip_tell(out, first, "bullets are not part of the language",
                         "Delete the *: each line begins with a word like you, sam or "
                         "moment; notes to yourself start with --.");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (slip_is(at, first, signs[i]) && !slip_is(at, first + 1, "="))
            return slip_tell(
                out, first, "this line begins with a sign, not with a word",
                "Each line begins with a word like you, sam or moment; notes "
                "to yourself start with two dashes: -- like this.");
    }
    for (size_t i = first; i <= at->error; i++) {
        if ((slip_is(at, i, "//") || slip_is(at, i, "#")) && i == at->error)
            return slip_tell(out, i, "Lua cannot read what follows here",
                             "Notes to yourself start with two dashes: -- like this.");
    }
    return false;
}

static bool arrow(slip *out, const slip_case *at)
{
    for (size_t i = slip_line_start(at, at->error); i < at->count; i++) {
        if (at->tokens[i].line > at->tokens[at->error].line)
            return false;
        if (!slip_is(at, i, "->") && !slip_is(at, i, "=>") &&
            !(slip_is(at, i, "-") && slip_is(at, i + 1, "->")))
            continue;
        if (slip_kind(at, i + 1, LEXER_NAME))
            return slip_tell(out, i, "arrows are not part of the language",
                             "Write the target inside braces: { go = \"%.*s\" }.",
                             slip_length(at, i + 1), slip_text(at, i + 1));
        return slip_tell(out, i, "arrows are not part of the language",
                         "Write the target inside braces: { go = \"name\" }.");
    }
    return false;
}

/* Sam: Hi there, and sam: "Hi". The error may be told on the next line. */
static bool screenplay(slip *out, const slip_case *at)
{
    size_t i = slip_line_start(at, at->error);

    if (!slip_is(at, i + 1, ":") && i > 0 && at->error <= i + 1)
        i = slip_line_start(at, i - 1);
    if (!slip_kind(at, i, LEXER_NAME) || !slip_is(at, i + 1, ":") ||
        slip_opener(at, i) < at->count)
        return false;
    if (slip_kind(at, i + 2, LEXER_STRING) || slip_is(at, i + 2, "{"))
        return slip_tell(out, i + 1, "there is a colon that does not belong here",
                         "Write it without the colon: %.*s \"...\".", slip_length(at, i),
                         slip_text(at, i));
    return slip_tell(out, i, "this looks like a script line (Name: text)",
                     "Write it as: %.*s \"...\".", slip_length(at, i), slip_text(at, i));
}

/* sam, "Hi"   sam. "Hi"   sam - "Hi"   sam = = "Hi" */
static bool sign_before_words(slip *out, const slip_case *at)
{
    static const char *const signs[] = {",", ".", "-", ";", "!", ">", "|", "/"};
    const size_t i = slip_line_start(at, at->error);

    if (!slip_kind(at, i, LEXER_NAME) || !slip_kind(at, i + 2, LEXER_STRING))
        return false;
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
        if (slip_is(at, i + 1, signs[k]))
            return slip_tell(out, i + 1, "there is a sign between a word and its text",
                             "Write it without: %.*s \"...\".", slip_length(at, i),
                             slip_text(at, i));
    }
    return false;
}

/* you "Hi", { ... }   you "Hi"; { ... } */
static bool comma_before_braces(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error; i++) {
        if ((slip_is(at, i + 1, ",") || slip_is(at, i + 1, ";")) &&
            slip_kind(at, i, LEXER_STRING) && slip_is(at, i + 2, "{") &&
            slip_opener(at, i) == at->count)
            return slip_tell(out, i + 1,
                             "between the words and the braces stands only a space",
                             "Delete the %.*s before {.", slip_length(at, i + 1),
                             slip_text(at, i + 1));
    }
    return false;
}

/* you "Hi" { ... },   */
static bool comma_behind(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error && i + 1 < at->count; i++) {
        if (!slip_is(at, i, ",") || i == 0 || slip_opener(at, i) < at->count)
            continue;
        if ((slip_is(at, i - 1, "}") || slip_kind(at, i - 1, LEXER_STRING)) &&
            (at->tokens[i + 1].first || slip_kind(at, i + 1, LEXER_END)))
            return slip_tell(out, i, "a statement does not end with a comma",
                             "Delete the comma at the end of this line.");
    }
    return false;
}

/* you "Hi" [ ... ]   you "Hi" ( go = "x" )   you "Hi" < ... > */
static bool other_braces(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error && i + 2 < at->count; i++) {
        const bool opens =
            slip_is(at, i + 1, "[") || slip_is(at, i + 1, "(") || slip_is(at, i + 1, "<");

        if (slip_kind(at, i, LEXER_STRING) && opens && !at->tokens[i + 1].first &&
            slip_kind(at, i + 2, LEXER_NAME) && slip_is(at, i + 3, "="))
            return slip_tell(out, i + 1, "what belongs to a line stands in curly braces",
                             "Write { and } instead of %.*s and %c.",
                             slip_length(at, i + 1), slip_text(at, i + 1),
                             slip_is(at, i + 1, "[")   ? ']'
                             : slip_is(at, i + 1, "(") ? ')'
                                                       : '>');
    }
    return false;
}

/* flag "called" = false   set "called" true   sam "Hi" if called */
static bool behind_words(slip *out, const slip_case *at)
{
    const size_t first = slip_line_start(at, at->error);
    size_t i = slip_is(at, first, "if") || first == at->error ? first : first + 1;

    if (i == first && i > 0) /* told on the next line */
        i = slip_line_start(at, i - 1) + 1;
    for (; i + 1 < at->count && i <= at->error; i++) {
        const bool sign = slip_is(at, i + 1, "=") || slip_is(at, i + 1, "if") ||
                          slip_is(at, i + 1, "when");

        if (!slip_kind(at, i, LEXER_STRING) || at->tokens[i].first || !sign ||
            at->tokens[i + 1].first || slip_opener(at, i) < at->count)
            continue;
        if (slip_is(at, i + 1, "="))
            return slip_tell(out, i + 1, "no '=' stands behind the words",
                             "Delete it, and what follows it.");
        slip_tell(out, i + 1, "a condition stands in braces",
                  "Write %.*s %.*s { when = \"...\" }.", slip_length(at, i - 1),
                  slip_text(at, i - 1), slip_value_length(at, i), slip_value(at, i));
        out->alone = true;
        return true;
    }
    return false;
}

/* set "called" true   hold "Wait" 5 */
static bool value_behind_words(slip *out, const slip_case *at)
{
    const size_t e = at->error;

    if (e == 0 || at->tokens[e].first || !slip_kind(at, e - 1, LEXER_STRING) ||
        slip_opener(at, e) < at->count ||
        !(slip_kind(at, e, LEXER_NUMBER) || slip_is(at, e, "true") ||
          slip_is(at, e, "false") || slip_is(at, e, "nil")))
        return false;
    return slip_tell(out, e, "a value cannot stand alone behind the words",
                     "Delete it, or write it in braces with its name: { %s }.",
                     slip_is(at, e - 2, "meter") ? "start = 50" : "seconds = 5");
}

/* goto "good" */
static bool go_to(slip *out, const slip_case *at)
{
    const size_t i = slip_line_start(at, at->error);

    if (!slip_is(at, i, "goto") || !slip_kind(at, i + 1, LEXER_STRING))
        return false;
    return slip_tell(out, i, "`goto` is Lua's own and goes to no moment",
                     "Write go %.*s.", slip_length(at, i + 1), slip_text(at, i + 1));
}

/* sam "Hi" .. name */
static bool joined_words(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i <= at->error; i++) {
        if (i > 0 && slip_is(at, i, "..") && slip_kind(at, i - 1, LEXER_STRING) &&
            slip_opener(at, i) == at->count && slip_kind(at, i - 2, LEXER_NAME))
            return slip_tell(out, i, "joined texts need brackets around them",
                             "Write %.*s (\"...\" .. name); a meter is inserted with "
                             "braces: \"{calm}\".",
                             slip_length(at, i - 2), slip_text(at, i - 2));
        if (i > 0 && slip_is(at, i, "+") && slip_kind(at, i - 1, LEXER_STRING) &&
            slip_kind(at, i + 1, LEXER_STRING))
            return slip_tell(out, i, "texts are not added with +",
                             "Write one text: \"first second\".");
    }
    return false;
}

static bool is_speaker(const slip_case *at, size_t token)
{
    for (size_t i = 0; i + 2 < token; i++) {
        if (slip_is(at, i + 1, "=") &&
            (slip_is(at, i + 2, "customer") || slip_is(at, i + 2, "person")) &&
            at->tokens[i].length == at->tokens[token].length &&
            memcmp(slip_text(at, i), slip_text(at, token), at->tokens[i].length) == 0)
            return true;
    }
    return false;
}

/* scenario = "Title" {} */
static bool equals_behind_verb(slip *out, const slip_case *at)
{
    const size_t i = slip_line_start(at, at->error);

    if (!slip_kind(at, i, LEXER_NAME) || !slip_is(at, i + 1, "=") ||
        !slip_kind(at, i + 2, LEXER_STRING) || !slip_is(at, i + 3, "{") ||
        slip_opener(at, i) < at->count)
        return false;
    return slip_tell(out, i + 1, "no '=' stands between a word and its text",
                     "Write %.*s %.*s { ... }, without '='.", slip_length(at, i),
                     slip_text(at, i), slip_length(at, i + 2), slip_text(at, i + 2));
}

/* you "Hi" { go = "x" } because she waits */
static bool words_behind_end(slip *out, const slip_case *at)
{
    for (size_t i = at->start; i < at->error && i + 2 < at->count; i++) {
        const lexer_token *word = &at->tokens[i + 1];
        const bool more = slip_kind(at, i + 2, LEXER_NAME) ||
                          slip_kind(at, i + 2, LEXER_OPEN_STRING) ||
                          at->tokens[i + 2].first;

        if (slip_is(at, i, "}") && word->kind == LEXER_NAME && !word->first && more &&
            at->error <= i + 2 && slip_opener(at, i + 1) == at->count)
            return slip_tell(out, i + 1, "there are words behind the statement",
                             "Notes to yourself start with two dashes: -- %.*s ...",
                             slip_length(at, i + 1), slip_text(at, i + 1));
    }
    return false;
}

/* Whether a scenario begins further down. */
static bool has_scenario(const slip_case *at)
{
    size_t i = 1;

    while (i + 1 < at->count && !(at->tokens[i].first && slip_is(at, i, "scenario") &&
                                  slip_kind(at, i + 1, LEXER_STRING)))
        i++;
    return i + 1 < at->count;
}

/* What stands between words of a sentence and not between those of the language. */
static bool is_sentence_sign(const slip_case *at, size_t i)
{
    static const char *const signs[] = {",", ".", "!", "?", ";", "...", "-", "&"};

    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++)
        if (slip_is(at, i, signs[s]))
            return true;
    return slip_kind(at, i, LEXER_OPEN_STRING);
}

/* moment start   sam Hello there   Hello there   I don't know. */
static bool bare_words(slip *out, const slip_case *at)
{
    size_t i = slip_line_start(at, at->error);
    const size_t next = i + 1;

    if (!slip_kind(at, i, LEXER_NAME) || slip_opener(at, i) < at->count ||
        lexer_is_reserved(slip_text(at, i), at->tokens[i].length) ||
        at->tokens[next].first)
        return false;
    const bool word =
        slip_kind(at, next, LEXER_NAME) || slip_kind(at, next, LEXER_NUMBER);
    const bool verb = script_find_verb(slip_text(at, i), at->tokens[i].length) != NULL;
    if (slip_is(at, i, "hold") && slip_kind(at, next, LEXER_NUMBER))
        return slip_tell(out, next, "a silence needs words, and its seconds in braces",
                         "Write hold \"Let her talk.\" { seconds = %.*s }.",
                         slip_length(at, next), slip_text(at, next));
    const bool alone = word && verb &&
                       (at->tokens[next + 1].first || slip_kind(at, next + 1, LEXER_END));
    if (word && (verb || is_speaker(at, i)))
        return slip_tell(out, next, "a text needs quotes around it",
                         "Write %.*s \"%.*s\".", slip_length(at, i), slip_text(at, i),
                         alone ? slip_length(at, next) : 3,
                         alone ? slip_text(at, next) : "...");
    if (!word && !is_sentence_sign(at, next))
        return false;
    char name[32];
    snprintf(name, sizeof name, "%.*s", slip_length(at, i), slip_text(at, i));
    if (word && script_other_verb(name))
        return slip_tell(out, i, "this word is of another language", "Write %s \"%.*s\".",
                         script_other_verb(name), slip_length(at, next),
                         slip_text(at, next));
    if (i == 0 && has_scenario(at))
        return slip_tell(out, i, "this is no statement: words before the scenario begins",
                         "Delete this line, or make it a note: -- %.*s ...",
                         slip_length(at, i), slip_text(at, i));
    return slip_tell(out, i, "this is no statement: words that nobody says",
                     "Put quotes around the whole sentence, behind who says it: sam "
                     "\"...\".");
}

/* "Hello."  with nobody before it; also (worried), [beat] and 1. */
static bool no_speaker(slip *out, const slip_case *at)
{
    const size_t i = slip_line_start(at, at->error);

    if (slip_opener(at, i) < at->count)
        return false;
    if (slip_kind(at, i, LEXER_STRING) || (slip_is(at, i, "(") && at->error <= i + 4))
        return slip_tell(out, i, "nobody says this",
                         "Write who says it before it: sam \"...\".");
    if (slip_is(at, i, "["))
        return slip_tell(out, i, "this line begins with a bracket, not with a word",
                         "Pauses and tones stand inside the quotes: sam \"(worried) Hi. "
                         "[beat] Hello?\".");
    if (slip_kind(at, i, LEXER_NUMBER))
        return slip_tell(out, i, "this line begins with a number, not with a word",
                         "Delete the number: each line begins with a word like you, sam "
                         "or moment.");
    return false;
}

/* sam, and then nothing. */
static bool lone_word(slip *out, const slip_case *at)
{
    size_t i = slip_line_start(at, at->error);

    if (at->tokens[i].first && i > 0 && at->error == i)
        i = slip_line_start(at, i - 1);
    if (slip_kind(at, at->error, LEXER_END))
        i = at->count >= 2 ? slip_line_start(at, at->count - 2) : 0;
    if (!slip_kind(at, i, LEXER_NAME) || slip_opener(at, i) < at->count ||
        lexer_is_reserved(slip_text(at, i), at->tokens[i].length) ||
        !(at->tokens[i + 1].first || slip_kind(at, i + 1, LEXER_END)))
        return false;
    return slip_tell(out, i, "this line stops too early",
                     "Write the words in quotes behind it: %.*s \"...\". (If there is "
                     "more on the line, the file may be saved as UTF-16: save it as "
                     "UTF-8 text.)",
                     slip_length(at, i), slip_text(at, i));
}

const slip_rule slip_rules_line[] = {arrow,
                                     other_note,
                                     screenplay,
                                     sign_before_words,
                                     comma_before_braces,
                                     go_to,
                                     other_braces,
                                     behind_words,
                                     value_behind_words,
                                     joined_words,
                                     comma_behind,
                                     words_behind_end,
                                     equals_behind_verb,
                                     bare_words,
                                     no_speaker,
                                     lone_word,
                                     NULL};
