/* A font for each letter: the first of the list that has all of it; else the first that
 * has its base; else number 0. */
#include "text/internal.h"

static text_style style_of(const text_request *request, bool stress)
{
    text_style style = request->style;

    if (stress)
        style.weight = style.weight < TEXT_MEDIUM ? TEXT_SEMIBOLD : TEXT_BOLD;
    return style;
}

static bool has_all(const text_fonts *fonts, int font, const text_code *c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!(c[i].flags & TEXT_MARK) && c[i].code != '\n' &&
            !fonts->has(fonts->context, font, c[i].code))
            return false;
    return true;
}

/* -1 when no font has even the first code. */
static int search(const text_fonts *fonts, const text_style *style, const text_code *c,
                  size_t count)
{
    int font;

    for (int n = 0; (font = fonts->candidate(fonts->context, style, c->script, n)) >= 0;
         n++)
        if (has_all(fonts, font, c, count))
            return font;
    return -1;
}

static int pick(const text_fonts *fonts, const text_style *style, const text_code *c,
                size_t count)
{
    int font = search(fonts, style, c, count);

    if (font < 0 && count > 1)
        font = search(fonts, style, c, 1);
    return font >= 0 ? font : fonts->candidate(fonts->context, style, c->script, 0);
}

/* A space looks the same in every font: it stays in the run it stands behind. */
static bool follows(const text_job *job, size_t i)
{
    const text_code *c = &job->codes.at[i];

    return i > 0 && (c->flags & TEXT_SPACE) && c[-1].script == c->script &&
           ((c[-1].flags ^ c->flags) & TEXT_STRESS) == 0 &&
           job->fonts->has(job->fonts->context, c[-1].font, c->code);
}

void text_pick_fonts(text_job *job)
{
    text_code *at = job->codes.at;
    const size_t count = job->codes.count + 1; /* with the ellipsis */

    for (size_t from = 0, to; from < count; from = to) {
        const text_style style =
            style_of(job->request, (at[from].flags & TEXT_STRESS) != 0);
        to = from + 1;
        while (to < job->codes.count && !(at[to].flags & TEXT_LETTER))
            to++;
        const int font = follows(job, from)
                             ? at[from - 1].font
                             : pick(job->fonts, &style, at + from, to - from);
        for (size_t i = from; i < to; i++)
            at[i].font = font;
    }
}
