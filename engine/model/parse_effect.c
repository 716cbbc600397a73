/* set = "knows_why, not called"   skill = "listen +2, own +1" */
#include "model/parse_list.h"

#include <stdio.h>
#include <string.h>

#define MOST_POINTS 1000000

/* ---- set ---- */

/* no called   NOT called */
static bool is_denial(const parser *p, parse_span name)
{
    static const char *const words[] = {"no", "No", "NO", "Not", "NOT", "never", "un"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == name.end - name.first &&
            memcmp(p->text + name.first, words[i], name.end - name.first) == 0)
            return true;
    }
    return false;
}

/* called = true   called = false */
static void hint_set(const parser *p, char *hint, parse_span name)
{
    size_t end = name.end;
    size_t word;

    while (end < p->length && strchr(" =:", p->text[end]))
        end++;
    for (word = end; word < p->length && p->text[word] >= 'a' && p->text[word] <= 'z';)
        word++;
    const bool yes = word - end == 4 && memcmp(p->text + end, "true", 4) == 0;
    const bool no = word - end == 5 && memcmp(p->text + end, "false", 5) == 0;
    if (yes)
        snprintf(hint, PARSE_HINT, "Write %.*s alone.", PARSE_SHOW(p, name));
    else if (no)
        snprintf(hint, PARSE_HINT, "Write not %.*s.", PARSE_SHOW(p, name));
    else
        snprintf(hint, PARSE_HINT,
                 "Write %.*s to set the flag, not %.*s to take it back.",
                 PARSE_SHOW(p, name), PARSE_SHOW(p, name));
}

static void read_set(parser *p)
{
    parse_span name;
    model_symbol flag;
    char message[PARSE_MESSAGE], hint[PARSE_HINT];
    const bool to = !parse_is(p, PARSE_NOT);

    if (!to)
        parse_advance(p);
    if (!parse_part_head(p, &name, "a flag", "knows_why, not called"))
        return;
    if (to && parse_is(p, PARSE_NAME) && is_denial(p, name)) {
        snprintf(message, sizeof message, "'%.*s' cannot be read here",
                 PARSE_SHOW(p, name));
        parse_skip_part(p, name.first, message, "Write not.");
        return;
    }
    hint_set(p, hint, name);
    if (!parse_find_or_tell(p, MODEL_SPACE_VALUES, "a flag",
                            MODEL_KIND(MODEL_SYMBOL_FLAG), name, &flag)) {
        parse_part_tail(p, hint);
        return;
    }
    if (flag.kind != MODEL_SYMBOL_FLAG) {
        snprintf(message, sizeof message, "'%.*s' is a meter, and set changes flags",
                 PARSE_SHOW(p, name));
        snprintf(hint, sizeof hint, "Write mood = \"%.*s = 50\".", PARSE_SHOW(p, name));
        parse_complain(p, "E131", name.first, message, hint);
        parse_pass_part(p);
        return;
    }
    if (parse_part_tail(p, hint) &&
        !parse_add_set(p->out, (model_set){.flag = (uint16_t)flag.index, .to = to}))
        p->no_memory = true;
}

/* ---- skill ---- */

static void complain_points(parser *p, parse_span skill)
{
    const parse_span token = parse_span_of(p->token);
    char message[PARSE_MESSAGE], hint[PARSE_HINT];

    snprintf(message, sizeof message, "the points for '%.*s' cannot be read",
             PARSE_SHOW(p, skill));
    snprintf(hint, sizeof hint, "Write a sign and a whole number: %.*s +2.",
             PARSE_SHOW(p, skill));
    if (parse_is(p, PARSE_BAD))
        snprintf(hint, sizeof hint, "%s", p->token.advice);
    parse_skip_part(p, parse_is(p, PARSE_END) ? p->last_end : token.first, message, hint);
}

static void read_points(parser *p)
{
    parse_span name;
    model_symbol skill = {0};

    if (!parse_part_head(p, &name, "a skill", "listen +2, own +1"))
        return;

    const bool known =
        parse_find_or_tell(p, MODEL_SPACE_SKILLS, "a skill", 0, name, &skill);

    const bool minus = parse_is(p, PARSE_MINUS);
    if (!minus && !parse_is(p, PARSE_PLUS)) {
        complain_points(p, name);
        return;
    }
    parse_advance(p);

    const base_number number = p->token.number;
    if (!parse_is(p, PARSE_NUMBER) || number.den != 1 || number.num > MOST_POINTS) {
        complain_points(p, name);
        return;
    }
    parse_advance(p);
    if (parse_part_tail(p, "Write the parts as in \"listen +2, own +1\".") && known &&
        !parse_add_points(
            p->out,
            (model_points){.skill = skill.index,
                           .points = (int32_t)(minus ? -number.num : number.num)}))
        p->no_memory = true;
}

ear_status model_compile_set(model_range *out, model_compiler *compiler, const char *text,
                             size_t length)
{
    return parse_list(out, compiler, &compiler->sets.count, text, length, read_set);
}

ear_status model_compile_skill(model_range *out, model_compiler *compiler,
                               const char *text, size_t length)
{
    return parse_list(out, compiler, &compiler->points.count, text, length, read_points);
}
