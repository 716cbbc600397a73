#include "report/words.h"

#include "base/utf8.h"

#include <string.h>

#define ELLIPSIS_EMS 1.0
#define BEAT         "[beat]"

static void add_insert(base_bytes *out, const ear_scenario *s, const model_piece *piece)
{
    static const char *const names[] = {
        [MODEL_INSERT_TURN] = "{turn}",
        [MODEL_INSERT_MINUTES] = "{minutes}",
        [MODEL_INSERT_SECONDS] = "{seconds}",
    };

    switch ((model_insert)piece->insert) {
    case MODEL_INSERT_NOTHING:
        break;
    case MODEL_INSERT_METER:
        base_bytes_print(out, "{%s}", model_string(s, s->meters[piece->index].id));
        break;
    case MODEL_INSERT_FLAG:
        base_bytes_print(out, "{%s}", model_string(s, s->flags[piece->index].id));
        break;
    default:
        base_bytes_text(out, names[piece->insert]);
    }
}

static void add_raw(base_bytes *out, const ear_scenario *s, const model_words *words)
{
    if (words->function != MODEL_NONE)
        base_bytes_text(out, "(words made by Lua)");
    else if (words->pieces.count == 0)
        base_bytes_add(out, model_string(s, words->text), words->text.length);
    for (uint32_t i = 0; i < words->pieces.count; i++) {
        const model_piece *piece = &s->pieces[words->pieces.first + i];

        base_bytes_add(out, model_string(s, piece->literal), piece->literal.length);
        add_insert(out, s, piece);
    }
}

/* Takes markup out and line breaks too; blanks become one. */
static void flatten(base_bytes *text)
{
    char *at = text->at;
    size_t kept = 0;

    for (size_t i = 0; i < text->length; i++) {
        if (strncmp(at + i, BEAT, strlen(BEAT)) == 0) {
            i += strlen(BEAT) - 1;
            continue;
        }
        if (at[i] == '*')
            continue;
        const char c = at[i] == '\n' || at[i] == '\t' ? ' ' : at[i];
        if (c != ' ' || (kept && at[kept - 1] != ' '))
            at[kept++] = c;
    }
    if (at)
        at[text->length = kept] = '\0';
}

bool report_words(base_bytes *out, const ear_scenario *scenario, const model_words *words)
{
    base_bytes raw = {0};

    add_raw(&raw, scenario, words);
    flatten(&raw);
    base_utf8_clean_of(out, &raw);
    return !out->failed;
}

/* The last statement of these kinds before the choice; NULL: there is none. */
static const model_statement *last_before(const ear_scenario *scenario, uint32_t choice,
                                          unsigned kinds)
{
    const uint32_t moment = scenario->statements[choice].moment;
    const uint32_t first = scenario->moments[moment].statements.first;

    for (uint32_t i = choice; i > first; i--)
        if (kinds >> scenario->statements[i - 1].kind & 1)
            return &scenario->statements[i - 1];
    return NULL;
}

bool report_words_before(base_bytes *out, const ear_scenario *scenario, uint32_t choice)
{
    const unsigned silent = 1U << MODEL_CUE | 1U << MODEL_INFO;
    const model_statement *it = last_before(scenario, choice, 1U << MODEL_LINE);

    if (!it)
        it = last_before(scenario, choice, silent);
    if (!it)
        return !out->failed;
    return report_words(out, scenario,
                        it->kind == MODEL_LINE  ? &scenario->lines[it->item].words
                        : it->kind == MODEL_CUE ? &scenario->cues[it->item].words
                                                : &scenario->infos[it->item].words);
}

/* Hundredths of an em of the letters from ' ' to '~', of DejaVu Sans. */
static const unsigned char widths[] = {
    32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36,  32, 34, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100, 69, 69, 70, 77, 64,
    58, 78, 75, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64,  61, 74, 69, 99, 69,
    61, 69, 39, 34, 39, 84, 50, 50, 62, 64, 55, 64, 62, 36,  64, 64, 28, 28, 58,
    28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60,  53, 64, 34, 64, 84};

static double letter_width(uint32_t code)
{
    if (code >= ' ' && code <= '~')
        return widths[code - ' '] / 100.0;
    if (base_is_mark(code) || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F))
        return 0;
    if (code == 0x2018 || code == 0x2019)
        return .32;
    return code >= 0x1100 ? 1.05 : .68;
}

double report_text_width(const char *text, size_t length)
{
    double ems = 0;
    uint32_t code;

    for (size_t i = 0; i < length;) {
        i += base_utf8_read(&code, text + i, length - i);
        ems += letter_width(code);
    }
    return ems;
}

size_t report_text_fit(const char *text, size_t length, double ems)
{
    double width = 0;
    size_t fit = 0, at = 0;

    while (at < length) {
        uint32_t code;
        const size_t bytes = base_utf8_read(&code, text + at, length - at);

        width += letter_width(code);
        if (width > ems)
            return fit;
        at += bytes;
        if (width <= ems - ELLIPSIS_EMS)
            fit = at;
    }
    return length;
}

size_t report_text_break(const char *text, size_t length, double ems)
{
    double width = 0;
    size_t at = 0, blank = 0;

    while (at < length) {
        uint32_t code;
        const size_t bytes = base_utf8_read(&code, text + at, length - at);

        width += letter_width(code);
        if (width > ems && code != ' ')
            return blank ? blank : at ? at : bytes;
        at += bytes;
        if (code == ' ')
            blank = at;
    }
    return length;
}

void report_period(base_bytes *out, const char *first, const char *last)
{
    if (!*first)
        return;
    base_bytes_print(out, ", %.10s", first);
    if (strncmp(first, last, 10) != 0)
        base_bytes_print(out, " to %.10s", last);
}
