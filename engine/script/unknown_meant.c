/* Unknown words whose place says what they were meant to be. */
#include "script/unknown.h"

#include <stdio.h>
#include <string.h>

/* go = good: a text without its quotes. */
static bool tell_value(unknown_word *u)
{
    const lexer_token *field = u->found ? script_field_before(&u->context) : NULL;
    const char *truth = script_other_truth(u->name);
    char hint[260];

    if (!field || unknown_is_called(u))
        return false;
    const uint32_t start = u->context.tokens[u->context.at].start;
    const size_t length = script_value_length(&u->context);
    const char *value = u->context.source + start;
    const bool quoted = memchr(value, '"', length) != NULL;
    if (truth)
        snprintf(hint, sizeof hint, "Write %.*s = %s.", (int)field->length,
                 u->context.source + field->start, truth);
    else
        snprintf(hint, sizeof hint, "Put it in quotes: %.*s = \"%.*s\".",
                 (int)field->length, u->context.source + field->start,
                 (int)(length > 120 || quoted ? u->length : length), value);
    script_report(u->host, "E101", unknown_place(u), unknown_column(u), hint,
                  "unknown word '%.80s'", u->name);
    u->host->told_file = u->here.file;
    u->host->told_from = start;
    u->host->told_to = start + (uint32_t)length;
    return true;
}

/* { when "x" }: a field without '='. */
static bool tell_field(unknown_word *u)
{
    char hint[160];

    if (!u->found || !script_is_field(u->name, u->length) || !unknown_is_called(u) ||
        !script_in_braces(&u->context))
        return false;
    snprintf(hint, sizeof hint, "Write %s = %.80s.", u->name,
             unknown_next(u)->kind == LEXER_STRING && unknown_next(u)->length < 80
                 ? ""
                 : "...");
    if (unknown_next(u)->kind == LEXER_STRING && unknown_next(u)->length < 80)
        snprintf(hint, sizeof hint, "Write %s = %.*s.", u->name,
                 (int)unknown_next(u)->length,
                 u->context.source + unknown_next(u)->start);
    script_report(u->host, "E110", unknown_place(u), unknown_column(u), hint,
                  "'%s' stands in braces without '=' behind it", u->name);
    return true;
}

/* sam (warm) "Thank you.": the tone stands before the quotes. */
static bool tell_tone(unknown_word *u)
{
    const lexer_token *token = u->found ? &u->context.tokens[u->context.at] : NULL;
    char hint[200];

    if (!token || u->context.at < 2 || u->context.at + 2 >= u->context.count ||
        !token[-2].first || token[-2].kind != LEXER_NAME ||
        !lexer_is(u->context.source, token - 1, "(") ||
        !lexer_is(u->context.source, token + 1, ")") || token[2].kind != LEXER_STRING)
        return false;
    snprintf(hint, sizeof hint, "Write %.*s \"(%.40s) ...\".", (int)token[-2].length,
             u->context.source + token[-2].start, u->name);
    script_report(u->host, "E101", unknown_place(u), unknown_column(u), hint,
                  "unknown word '%.80s'; a tone stands inside the quotes", u->name);
    u->host->last_stray_line = token[2].line; /* the text behind it is told with it */
    return true;
}

/* "He said "soon" on Tuesday.": the text goes on where its quote was closed. */
static bool tell_inner_quotes(unknown_word *u)
{
    const lexer_token *token = u->found ? &u->context.tokens[u->context.at] : NULL;

    if (!token || u->context.at == 0 || !token->joined || token[-1].kind != LEXER_STRING)
        return false;
    script_report(u->host, "E101", unknown_place(u), unknown_column(u),
                  "If it is part of what is said, put quotes around the whole sentence "
                  "and single quotes inside: \"He said 'soon'.\"",
                  "unknown word '%.80s', between two texts", u->name);
    return true;
}

/* bob = customer Bob {} */
static bool tell_unquoted(unknown_word *u)
{
    const lexer_token *token = u->found ? &u->context.tokens[u->context.at] : NULL;
    char hint[200];

    if (!token || token->first || u->context.at == 0)
        return false;
    const lexer_token *before = token - 1;
    const script_verb *verb =
        script_find_verb(u->context.source + before->start, before->length);
    if (!verb || before->kind != LEXER_NAME)
        return false;
    snprintf(hint, sizeof hint, "Write %s \"%.80s\".", verb->name, u->name);
    script_report(u->host, "E101", unknown_place(u), unknown_column(u), hint,
                  "unknown word '%.80s'; what stands behind %s needs quotes", u->name,
                  verb->name);
    return true;
}

/* when = not called */
static bool is_denied(const unknown_word *u)
{
    const lexer_token *token = u->found ? &u->context.tokens[u->context.at] : NULL;

    return token && u->context.at >= 3 && lexer_is(u->context.source, token - 1, "not") &&
           lexer_is(u->context.source, token - 2, "=") &&
           lexer_is(u->context.source, token - 3, "when");
}

/* if calm > 5 then: a meter has a value only while a conversation runs. */
static bool tell_meter(unknown_word *u)
{
    const char *is = script_declared_as(u->host, u->name, u->length);
    char hint[240];

    if (!is || strcmp(is, "skill") == 0 || unknown_is_called(u))
        return false;
    if (is_denied(u))
        snprintf(hint, sizeof hint, "Write when = \"not %.60s\".", u->name);
    else
        snprintf(hint, sizeof hint,
                 "Ask for it where it matters: sam \"...\" { when = \"%.60s%s\" }.",
                 u->name, strcmp(is, "meter") == 0 ? " >= 50" : "");
    script_report(u->host, "E101", unknown_place(u), unknown_column(u), hint,
                  "the %s '%.80s' has a value only while a conversation runs, and the "
                  "file is read before",
                  is, u->name);
    return true;
}

bool unknown_meant(unknown_word *u)
{
    return tell_value(u) || tell_field(u) || tell_inner_quotes(u) || tell_tone(u) ||
           tell_unquoted(u) || tell_meter(u);
}
