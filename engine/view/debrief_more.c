/* Cards of the second row: signs, the steps of the framework, figures, what was unsaid.
 */
#include "view/debrief_card.h"

#include <math.h>
#include <stdio.h>

#define MOST 8 /* of anything, on one card */

static float marked(view_build *b, view_icon icon, const view_label *label, bool draw)
{
    if (draw)
        view_put_icon(b, icon, (view_point){label->at.x - 21, label->at.y + 12}, 18,
                      label->color);
    return view_debrief_words(b, label, draw) + 8;
}

float view_debrief_cues(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    float y = at.y + view_debrief_title(b, "Signs caught and missed", at, draw);
    char text[400];

    for (size_t i = 0; i < d->cue_count && i < MOST; i++) {
        snprintf(text, sizeof text, "%s: %s", d->cues[i].caught ? "caught" : "missed",
                 d->cues[i].text);
        const view_label label = {.type = TYPE_CUE,
                                  .color = view_ink_of(b, VIEW_CUE),
                                  .at = {at.x + 32, y, at.w - 32, 0},
                                  .text = text};
        y += marked(b, d->cues[i].caught ? ICON_CHECK : ICON_EYE, &label, draw);
    }
    return y - at.y;
}

float view_debrief_steps(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    float y = at.y + view_debrief_title(
                         b, d->framework && d->framework[0] ? d->framework : "The steps",
                         at, draw);
    char text[400];

    for (size_t i = 0; i < d->step_count && i < MOST; i++) {
        const view_debrief_step *step = &d->steps[i];
        if (step->turn)
            snprintf(text, sizeof text, "%s: your reply %u%s", step->name,
                     (unsigned)step->turn, step->early ? ", before its turn" : "");
        else
            snprintf(text, sizeof text, "%s: not yet", step->name);
        const view_label label = {
            .type = step->turn && !step->early ? TYPE_STRONG : TYPE_TEXT,
            .color = view_ink_of(b, step->turn ? VIEW_INK : VIEW_INK2),
            .at = {at.x + 32, y, at.w - 32, 0},
            .text = text};
        y += marked(b, step->turn ? (step->early ? ICON_FORK : ICON_CHECK) : ICON_SILENCE,
                    &label, draw);
    }
    return y - at.y;
}

float view_debrief_figures(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    const float row = fmaxf(30, view_line_height(b, TYPE_STRONG) + 6);
    const float value = fminf(at.w * .45f, 120 * b->type);
    const size_t count = d->figure_count < MOST ? d->figure_count : MOST;
    const float top = at.y + view_debrief_title(b, "Figures, simulated", at, draw);

    for (size_t i = 0; draw && i < count; i++) {
        const float y = top + (float)i * row;

        view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x, y, at.w - value - 8, row}, d->figures[i].label);
        view_put_line_end(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                          (view_rect){at.x + at.w - value, y, value, row},
                          d->figures[i].value);
    }
    return top + (float)count * row - at.y;
}

float view_debrief_unsaid_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    float y = at.y + view_debrief_title(b, "You took back", at, draw);
    char text[900];

    for (size_t i = 0; i < d->unsaid_count && i < MOST; i++) {
        const view_debrief_unsaid *u = &d->unsaid[i];
        snprintf(text, sizeof text, "%u  %s%s%s%s", (unsigned)u->turn, u->said,
                 u->thinks[0] ? "  \u201C" : "", u->thinks, u->thinks[0] ? "\u201D" : "");
        const view_label label = {.type = TYPE_TEXT,
                                  .color = view_ink_of(b, VIEW_INK2),
                                  .at = {at.x + 32, y, at.w - 32, 0},
                                  .text = text};
        y += marked(b, ICON_BACK, &label, draw);
    }
    return y - at.y;
}
