#include "model/parse.h"

#include <stdio.h>
#include <string.h>

#define LONGEST_SHOWN 64 /* bytes of a name or piece of text in a message */

void parse_complain(parser *p, const char *code, size_t at, const char *message,
                    const char *hint)
{
    const model_complaint complaint = {
        .code = code, .column = (uint32_t)at + 1, .message = message, .hint = hint};

    if (p->stopped)
        return;
    p->complained = true;
    p->out->names->complain(p->out->names->user, &complaint);
}

void parse_stop(parser *p, size_t at, const char *message, const char *hint)
{
    parse_complain(p, "E130", at, message, hint);
    p->stopped = true;
    p->token = (parse_token){.kind = PARSE_END, .at = p->length};
    p->next = p->length;
}

int parse_shown(const char *text, size_t length)
{
    size_t shown = length;

    if (shown > LONGEST_SHOWN) {
        shown = LONGEST_SHOWN;
        while (shown > 0 && ((unsigned char)text[shown] & 0xc0u) == 0x80)
            shown--;
    }
    return (int)shown;
}

bool parse_find(const parser *p, model_space space, parse_span name, model_symbol *out)
{
    const model_resolver *names = p->out->names;

    return names->find(names->user, space, p->text + name.first, name.end - name.first,
                       out);
}

/* Ids with other letters stand in quotes. */
static const char *quote_for(const parser *p, parse_span name)
{
    return model_is_plain_id(p->text + name.first, name.end - name.first) ? "" : "'";
}

/* What a name that was looked for in the wrong place is, and how it is used. */
static const struct {
    const char *is;
    const char *use; /* before the name */
    const char *after;
} kinds[] = {
    [MODEL_SYMBOL_METER] = {"a meter", "In a condition its name stands alone: ", ""},
    [MODEL_SYMBOL_FLAG] = {"a flag", "In a condition its name stands alone: ", ""},
    [MODEL_SYMBOL_SKILL] = {"a skill", "Its points are ", "points"},
    [MODEL_SYMBOL_INTENT] = {"an intent", "To count it, write ", "said"},
    [MODEL_SYMBOL_MOMENT] = {"a moment", "Whether it was reached is ", "seen"},
    [MODEL_SYMBOL_LINE] = {"a line", "Whether it was heard is ", "seen"},
    [MODEL_SYMBOL_REPLY] = {"a reply", "How often it was given is ", "chosen"},
};

static bool known_elsewhere(parser *p, parse_span name, const char *wanted)
{
    const model_resolver *names = p->out->names;
    const char *text = p->text + name.first, *quote = quote_for(p, name);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    model_symbol found;

    for (int space = 0; space < MODEL_SPACES; space++) {
        if (!names->find(names->user, (model_space)space, text, name.end - name.first,
                         &found))
            continue;

        const char *call = kinds[found.kind].after;
        snprintf(message, sizeof message, "'%.*s' is %s; here stands the name of %s",
                 PARSE_SHOW(p, name), kinds[found.kind].is, wanted);
        if (strcmp(wanted, "a skill") == 0)
            snprintf(hint, sizeof hint, "Declare it, too: skill \"%.*s\" \"what it is\".",
                     PARSE_SHOW(p, name));
        else
            snprintf(hint, sizeof hint, "%s%s%s%s%.*s%s%s.", kinds[found.kind].use, call,
                     *call ? "(" : "", quote, PARSE_SHOW(p, name), quote,
                     *call ? ")" : "");
        parse_complain(p, "E101", name.first, message, hint);
        return true;
    }
    return false;
}

/* `numbers`: it is compared or reckoned with, so no truth was meant. */
static void offer_words(model_nearest *near, bool numbers)
{
    static const char *const words[] = {"turn", "minutes", "seconds", "true", "false"};

    for (size_t i = 0; i < (numbers ? 3 : sizeof words / sizeof *words); i++)
        model_near_offer(near, words[i], strlen(words[i]));
}

static bool is_other_truth(const parser *p, parse_span name, bool *truth)
{
    static const char *const words[] = {"yes", "no", "Yes", "No", "on", "off"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        *truth = i % 2 == 0;
        if (strlen(words[i]) == name.end - name.first &&
            memcmp(words[i], p->text + name.first, name.end - name.first) == 0)
            return true;
    }
    return false;
}

/* "a meter or a flag" that is compared, or reckoned with, is a meter. */
static bool is_reckoned(const parser *p, parse_span name)
{
    size_t at = name.first;

    while (at > 0 && p->text[at - 1] == ' ')
        at--;
    return parse_is(p, PARSE_NUMBER) ||
           (p->token.length > 0 && strchr("<>=+-*/%~", p->text[p->token.at])) ||
           (at > 0 && strchr("<>=+-*/%", p->text[at - 1]));
}

/* The declaration that would make the name known. */
static void hint_declare(const parser *p, char *hint, parse_sought sought,
                         parse_span name)
{
    const bool meter =
        strcmp(sought.wanted, "a meter") == 0 || (sought.words && is_reckoned(p, name));
    const bool skill = sought.space == MODEL_SPACE_SKILLS;
    bool truth;

    if (sought.words && is_other_truth(p, name, &truth))
        snprintf(hint, PARSE_HINT, "Write %s.", truth ? "true" : "false");
    else if (sought.kinds == MODEL_KIND(MODEL_SYMBOL_METER) && parse_is(p, PARSE_END))
        snprintf(hint, PARSE_HINT,
                 "Write a meter and how much it changes, as in calm +5.");
    else if (sought.space == MODEL_SPACE_VALUES || skill)
        snprintf(hint, PARSE_HINT, "Declare it above the first moment: %s \"%.*s\" %s.",
                 skill   ? "skill"
                 : meter ? "meter"
                         : "flag",
                 PARSE_SHOW(p, name),
                 skill   ? "\"what is practised\""
                 : meter ? "{ start = 50 }"
                         : "\"what it means\"");
    else
        snprintf(hint, PARSE_HINT, "Write the id of %s that this scenario has.",
                 sought.wanted);
}

void parse_unknown(parser *p, parse_sought sought, parse_span name)
{
    const model_resolver *names = p->out->names;
    model_nearest near = model_near_begin(p->text + name.first, name.end - name.first);
    char message[PARSE_MESSAGE], hint[PARSE_HINT] = "";

    if (p->stopped || known_elsewhere(p, name, sought.wanted))
        return;
    names->offer(names->user, sought.space, sought.kinds, &near);
    if (sought.also != sought.space)
        names->offer(names->user, sought.also, sought.kinds, &near);
    if (sought.words)
        offer_words(&near, is_reckoned(p, name));
    snprintf(message, sizeof message, "'%.*s' is not the name of %s", PARSE_SHOW(p, name),
             sought.wanted);
    if (near.best)
        snprintf(hint, sizeof hint, "Did you mean '%.*s'?",
                 parse_shown(near.best, near.best_length), near.best);
    else
        hint_declare(p, hint, sought, name);
    parse_complain(p, "E101", name.first, message, hint);
}

bool parse_find_or_tell(parser *p, model_space space, const char *wanted,
                        unsigned suggested, parse_span name, model_symbol *out)
{
    if (parse_find(p, space, name, out))
        return true;
    parse_unknown(p, (parse_sought){space, space, wanted, false, suggested}, name);
    return false;
}

/* Words that people write for a sign. */
static const char *sign_meant(const char *word, size_t length)
{
    static const struct {
        const char *word, *sign;
    } meant[] = {
        {"AND", "and"},   {"And", "and"},   {"OR", "or"},    {"Or", "or"},
        {"is", "=="},     {"equals", "=="}, {"over", ">"},   {"above", ">"},
        {"more", ">"},    {"under", "<"},   {"below", "<"},  {"less", "<"},
        {"least", ">="},  {"most", "<="},   {"plus", "+"},   {"minus", "-"},
        {"but", "and"},   {"mod", "%"},     {"times", "*"},  {"x", "*"},
        {"greater", ">"}, {"bigger", ">"},  {"higher", ">"}, {"lower", "<"},
        {"smaller", "<"}, {"equal", "=="},  {"isnt", "~="},  {"und", "and"},
        {"et", "and"},    {"y", "and"},     {"oder", "or"},  {"ou", "or"},
        {"o", "or"},      {"not", "~="},
    };

    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++) {
        if (length == strlen(meant[i].word) && memcmp(word, meant[i].word, length) == 0)
            return meant[i].sign;
    }
    return NULL;
}

/* "is at least", "is over": the words from `at` on, up to the number, that say a sign;
 * *said is what the last of them means, NULL when none means anything. */
static parse_span sign_words(const parser *p, size_t at, const char **said)
{
    parse_span words = {at, at};

    *said = NULL;
    for (int i = 0; i < 4; i++) {
        size_t end = at;

        while (end < p->length && ((p->text[end] >= 'a' && p->text[end] <= 'z') ||
                                   (p->text[end] >= 'A' && p->text[end] <= 'Z')))
            end++;
        const char *sign = sign_meant(p->text + at, end - at);
        const bool joins = (end - at == 2 && memcmp(p->text + at, "at", 2) == 0) ||
                           (end - at == 4 && memcmp(p->text + at, "than", 4) == 0);
        if (end == at || (!sign && !joins))
            break;
        words.end = end;
        *said = sign ? sign : *said;
        for (at = end; at < p->length && p->text[at] == ' ';)
            at++;
    }
    return words;
}

static bool is_word(const parser *p, parse_span span, const char *word)
{
    return span.end - span.first == strlen(word) &&
           memcmp(p->text + span.first, word, strlen(word)) == 0;
}

/* calm < 50 percent */
static bool is_unit(const parser *p, parse_span word)
{
    static const char *const units[] = {"percent", "points", "point", "pct",  "s",
                                        "sec",     "secs",   "min",   "turns"};

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (is_word(p, word, units[i]))
            return true;
    }
    return false;
}

/* Two values stand side by side. */
static void no_sign_between(parser *p, const parse_value *before)
{
    const parse_span token = {p->token.at, p->token.at + p->token.length};
    const char *sign = NULL;
    const parse_span words = sign_words(p, p->token.at, &sign);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message, "there is no sign between '%.*s' and '%.*s'",
             PARSE_SHOW(p, before->span), PARSE_SHOW(p, token));
    if (is_word(p, token, "between"))
        snprintf(hint, sizeof hint, "Write %.*s >= 30 and %.*s <= 70.",
                 PARSE_SHOW(p, before->span), PARSE_SHOW(p, before->span));
    else if (is_word(p, before->span, "nicht") || is_word(p, before->span, "non") ||
             is_word(p, before->span, "no"))
        snprintf(hint, sizeof hint, "Write not in place of '%.*s'.",
                 PARSE_SHOW(p, before->span));
    else if (parse_is(p, PARSE_NAME) && sign)
        snprintf(hint, sizeof hint, "Write %s in place of '%.*s'.", sign,
                 PARSE_SHOW(p, words));
    else if (before->type == PARSE_IS_NUMBER && parse_is(p, PARSE_NUMBER))
        snprintf(hint, sizeof hint, "Write %.*s >= %.*s.", PARSE_SHOW(p, before->span),
                 PARSE_SHOW(p, token));
    else if (is_unit(p, token))
        snprintf(hint, sizeof hint, "Take '%.*s' out: numbers stand alone.",
                 PARSE_SHOW(p, token));
    else
        snprintf(hint, sizeof hint, "Write and or or between them.");
    parse_stop(p, p->token.at, message, hint);
}

static void single_equals(parser *p, const parse_value *before)
{
    char hint[PARSE_HINT];
    const size_t at = p->token.at;

    parse_advance(p);

    const parse_span right = {p->token.at, p->token.at + p->token.length};
    if (before && before->type == PARSE_IS_TRUTH)
        snprintf(hint, sizeof hint, "Write %.*s alone, or not %.*s.",
                 PARSE_SHOW(p, before->span), PARSE_SHOW(p, before->span));
    else if (before && (parse_is(p, PARSE_NUMBER) || parse_is(p, PARSE_NAME)))
        snprintf(hint, sizeof hint, "Write %.*s == %.*s.", PARSE_SHOW(p, before->span),
                 PARSE_SHOW(p, right));
    else
        snprintf(hint, sizeof hint, "Write ==.");
    parse_stop(p, at, "one = does not compare; two do", hint);
}

static void unreadable(parser *p)
{
    const parse_span token = {p->token.at, p->token.at + p->token.length};
    char message[PARSE_MESSAGE];

    snprintf(message, sizeof message, "'%.*s' cannot be read here", PARSE_SHOW(p, token));
    parse_stop(p, token.first, message, p->token.advice);
}

void parse_unexpected(parser *p, const parse_value *before)
{
    const size_t at = p->token.at;

    switch (p->token.kind) {
    case PARSE_BAD:
        unreadable(p);
        return;
    case PARSE_ASSIGN:
        single_equals(p, before);
        return;
    case PARSE_CLOSE:
        parse_stop(p, at, "this ) closes nothing", "Take it out, or open it with (.");
        return;
    case PARSE_COMMA:
        parse_stop(p, at, "a comma does not belong here",
                   "Join conditions with and or or; write decimals with a point: 0.5.");
        return;
    case PARSE_TEXT:
        if (before && p->token.length > 0 &&
            strspn(p->text + at, "0123456789.") >= p->token.length) {
            parse_stop(p, at - 1, "a number has no quotes", "Take the quotes out.");
            return;
        }
        parse_stop(p, at - 1, "text stands only in parentheses after a word",
                   before ? "Meters are numbers and flags are true or false: write "
                            "calm >= 50, called or not called."
                          : "Write it as in seen('opening').");
        return;
    case PARSE_END:
        return;
    default:
        no_sign_between(p, before);
    }
}
