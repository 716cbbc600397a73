/* Under the curve: you said and she thought, what to try next, what you practised. */
#include "view/curve.h"

#include <math.h>
#include <stdio.h>

#define PAD 20.f

typedef float fill_card(view_app *app, view_build *b, view_rect at, bool draw);

static float words(view_build *b, const view_label *label, bool draw)
{
    return draw ? view_put_text(b, label).y : view_text_size(b, label).y;
}

static float title(view_build *b, const char *text, view_rect at, bool draw)
{
    const float h = view_line_height(b, TYPE_HEAD);

    if (draw)
        view_put_line(b, TYPE_HEAD, view_ink_of(b, VIEW_INK),
                      (view_rect){at.x, at.y, at.w, h}, text);
    return h + 8;
}

static view_color thought_color(const view_build *b, float change)
{
    if (b->theme->outlined)
        return view_ink_of(b, VIEW_INK);
    return view_mix(view_mood_in(b->theme, change >= 0 ? 1 : 0), view_ink_of(b, VIEW_INK),
                    b->theme->shadows ? .14f : .3f);
}

static float said_one(view_app *app, view_build *b, uint32_t i, view_rect at, bool draw)
{
    const view_debrief_point *p = &app->debrief.points[i];
    const float change = p->mood - app->debrief.points[i - 1].mood;
    char digit[16], thought[700];
    float y = at.y;

    if (draw) {
        view_circle(b, at.x + 11, at.y + 20, 11, view_ink_of(b, VIEW_INK));
        snprintf(digit, sizeof digit, "%u", (unsigned)i);
        view_put_line_mid(b, TYPE_POINT, view_ink_of(b, VIEW_BG),
                          (view_rect){at.x - 1, at.y + 10, 24, 20}, digit);
    }
    const view_label said = {.type = TYPE_TEXT,
                             .color = view_ink_of(b, VIEW_INK2),
                             .at = {at.x + 34, y, at.w - 34, 0},
                             .lines = b->type > 1.2f ? 2 : 1,
                             .text = p->said ? p->said : ""};
    y += words(b, &said, draw);
    if (p->thinks && p->thinks[0]) {
        snprintf(thought, sizeof thought, "\u201C%s\u201D", p->thinks);
        const view_label thinks = {.type = TYPE_QUOTE,
                                   .color = thought_color(b, change),
                                   .at = {at.x + 34, y, at.w - 34, 0},
                                   .text = thought};
        y += words(b, &thinks, draw);
    }
    return fmaxf(y - at.y, 42) + 10;
}

static float said_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    float y = at.y + title(b, "You said, and what was heard", at, draw);

    for (int i = 0; i < 3; i++)
        if (d->heard[i] > 0 && d->heard[i] < d->count)
            y += said_one(app, b, d->heard[i], (view_rect){at.x, y, at.w, 0}, draw);
    return y - at.y;
}

static float next_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    static const view_icon icons[] = {ICON_FORK, ICON_FLAG};
    const view_debrief *d = &app->debrief;
    float y = at.y + title(b, "What to try next", at, draw);

    for (int i = 0; i < 2; i++) {
        if (!d->next[i])
            continue;
        const view_label label = {.type = TYPE_OWN,
                                  .color = view_ink_of(b, VIEW_INK),
                                  .at = {at.x + 40, y, at.w - 40, 0},
                                  .text = d->next[i]};
        if (draw)
            view_put_icon(b, icons[i], (view_point){at.x + 14, y + 15}, 24,
                          view_ink_of(b, VIEW_ACCENT));
        y += words(b, &label, draw) + 14;
    }
    for (size_t i = 0; d->said && d->said[i] && i < 2; i++) {
        const view_label label = {.type = TYPE_TEXT,
                                  .color = view_ink_of(b, VIEW_INK2),
                                  .at = {at.x, y, at.w, 0},
                                  .text = d->said[i]};
        y += words(b, &label, draw) + 8;
    }
    return y - at.y;
}

static int32_t most_possible(const view_debrief *d)
{
    int32_t most = 1;

    for (size_t i = 0; i < d->skill_count; i++)
        most = d->skills[i].possible > most ? d->skills[i].possible : most;
    return most;
}

static void skill_row(view_build *b, const view_debrief_skill *skill, int32_t most,
                      view_rect at)
{
    const float name = at.w * .32f,
                figure = view_text_width(b, TYPE_TEXT, "88 of 88") + 6;
    const float room = fmaxf(20, at.w - name - figure - 10);
    const int32_t possible = skill->possible > 0 ? skill->possible : 1;
    const int32_t earned = skill->earned < 0          ? 0
                           : skill->earned > possible ? possible
                                                      : skill->earned;
    const view_rect bar = {at.x + name, at.y + at.h / 2 - 8,
                           fmaxf(16, room * (float)possible / (float)most), 16};
    char words_of[32];

    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){at.x, at.y, name - 8, at.h}, skill->label);
    view_put_box(b, &(view_box_look){.rect = bar,
                                     .radius = 8,
                                     .fill = view_ink_of(b, VIEW_SUNKEN),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = 1.5f});
    if (earned > 0)
        view_fill_box(b,
                      (view_rect){bar.x, bar.y,
                                  fmaxf(16, bar.w * (float)earned / (float)possible), 16},
                      8, view_ink_of(b, VIEW_ACCENT));
    snprintf(words_of, sizeof words_of, "%d of %d", (int)skill->earned,
             (int)skill->possible);
    view_put_line_end(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + at.w - figure, at.y, figure, at.h}, words_of);
}

static float skill_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    const float row = fmaxf(32, view_line_height(b, TYPE_STRONG) + 8);
    float y = at.y + title(b, "What you practised", at, draw);

    for (size_t i = 0; i < d->skill_count && i < 8; i++, y += row)
        if (draw)
            skill_row(b, &d->skills[i], most_possible(d),
                      (view_rect){at.x, y, at.w, row});
    for (size_t i = 0; i < d->figure_count && i < 6; i++, y += row)
        if (draw) {
            view_put_line(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                          (view_rect){at.x, y, at.w * .6f, row}, d->figures[i].label);
            view_put_line_end(b, TYPE_STRONG, view_ink_of(b, VIEW_INK),
                              (view_rect){at.x + at.w * .6f, y, at.w * .4f, row},
                              d->figures[i].value);
        }
    return y - at.y;
}

static float cue_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    float y = at.y + title(b, "Signs caught and missed", at, draw);

    for (size_t i = 0; i < d->cue_count && i < 8; i++) {
        const view_label label = {.type = TYPE_CUE,
                                  .color = view_ink_of(b, VIEW_CUE),
                                  .at = {at.x + 32, y, at.w - 32, 0},
                                  .text = d->cues[i].text};
        if (draw)
            view_put_icon(b, d->cues[i].caught ? ICON_CHECK : ICON_EYE,
                          (view_point){at.x + 11, y + 12}, 18, view_ink_of(b, VIEW_CUE));
        y += words(b, &label, draw) + 8;
    }
    return y - at.y;
}

static void one_card(view_app *app, view_build *b, fill_card *fill, view_rect box)
{
    b->key = view_key("debrief card", (uint32_t)(box.x + box.y));
    view_card(b, box, 18);
    fill(app, b, (view_rect){box.x + PAD, box.y + 14, box.w - 2 * PAD, 0}, true);
}

float view_debrief_cards(view_app *app, view_build *b, view_rect at)
{
    fill_card *const fills[] = {said_card, next_card, skill_card, cue_card};
    static const float shares[] = {.38f, .316f, .304f};
    const float room = at.w - 2 * VIEW_GAP;
    const size_t extra = app->debrief.cue_count ? 1 : 0;
    float most = 0, y = at.y, x = at.x;

    if (b->folded || at.w < 900) {
        for (size_t i = 0; i < 3 + extra; i++) {
            const float h =
                fills[i](app, b, (view_rect){0, 0, at.w - 2 * PAD, 0}, false) + 30;
            one_card(app, b, fills[i], (view_rect){at.x, y, at.w, h});
            y += h + VIEW_GAP;
        }
        return y - at.y - VIEW_GAP;
    }
    for (size_t i = 0; i < 3; i++)
        most =
            fmaxf(most, fills[i](app, b, (view_rect){0, 0, room * shares[i] - 2 * PAD, 0},
                                 false));
    for (size_t i = 0; i < 3; i++) {
        one_card(app, b, fills[i], (view_rect){x, y, room * shares[i], most + 26});
        x += room * shares[i] + VIEW_GAP;
    }
    y += most + 26;
    if (extra) {
        const float h =
            cue_card(app, b, (view_rect){0, 0, at.w - 2 * PAD, 0}, false) + 30;
        one_card(app, b, cue_card, (view_rect){at.x, y + VIEW_GAP, at.w, h});
        y += h + VIEW_GAP;
    }
    return y - at.y;
}
