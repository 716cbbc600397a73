/* Under the curve: you said and she thought, what to try next, what you practised; how
 * the cards lie. */
#include "sim/score.h"
#include "view/debrief_card.h"

#include <math.h>
#include <stdio.h>

#define PAD        20.f
#define NEXT_TITLE "What to try next"

float view_debrief_words(view_build *b, const view_label *label, bool draw)
{
    return draw ? view_put_text(b, label).y : view_text_size(b, label).y;
}

float view_debrief_title(view_build *b, const char *text, view_rect at, bool draw)
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

    const bool heard = p->thinks && p->thinks[0];
    const float middle = y + view_line_height(b, TYPE_TEXT) * (heard ? .95f : .5f);

    if (draw) {
        view_circle(b, at.x + 11, middle, 11, view_ink_of(b, VIEW_INK));
        snprintf(digit, sizeof digit, "%u", (unsigned)i);
        view_put_line_mid(b, TYPE_POINT, view_ink_of(b, VIEW_BG),
                          (view_rect){at.x - 1, middle - 10, 24, 20}, digit);
    }
    const view_label said = {.type = TYPE_TEXT,
                             .color = view_ink_of(b, VIEW_INK2),
                             .at = {at.x + 34, y, at.w - 34, 0},
                             .lines = b->type > 1.2f ? 2 : 1,
                             .text = p->said ? p->said : ""};
    y += view_debrief_words(b, &said, draw);
    if (heard) {
        snprintf(thought, sizeof thought, "\u201C%s\u201D", p->thinks);
        const view_label thinks = {.type = TYPE_QUOTE,
                                   .color = thought_color(b, change),
                                   .at = {at.x + 34, y, at.w - 34, 0},
                                   .text = thought};
        y += view_debrief_words(b, &thinks, draw);
    }
    return fmaxf(y - at.y, 24) + 10;
}

static float said_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    const view_pronoun who = view_talk_pronoun(&app->talk);
    char title[96];

    snprintf(title, sizeof title, "You said, %s heard", who.subject);
    float y = at.y + view_debrief_title(b, title, at, draw);

    for (int i = 0; i < 3; i++)
        if (d->heard[i] > 0 && d->heard[i] < d->count)
            y += said_one(app, b, d->heard[i], (view_rect){at.x, y, at.w, 0}, draw);
    return y - at.y;
}

size_t view_debrief_heads(const view_debrief *debrief)
{
    return debrief->summary && debrief->summary[0] ? 0 : 1;
}

/* One thing to try; pressing it takes it along to the next run. */
static float try_row(view_app *app, view_build *b, int which, view_rect at, bool draw)
{
    static const view_icon icons[] = {ICON_FORK, ICON_FLAG};
    const bool chosen = app->trying == (uint32_t)which + 1;
    const uint32_t key = view_key("try", (uint32_t)which);
    const view_label label = {.type = TYPE_STRONG,
                              .color = view_ink_of(b, VIEW_INK),
                              .at = {at.x + 40, at.y + 6, at.w - 40, 0},
                              .text = app->debrief.next[which]};
    const float h = fmaxf(b->target, view_debrief_words(b, &label, draw) + 12);

    if (!draw)
        return h + 4;
    const view_rect row = {at.x - 8, at.y, at.w + 16, h};
    view_focus_ring(b, key, row, 10);
    view_put_icon(b, chosen ? ICON_CHECK : icons[which],
                  (view_point){at.x + 14, at.y + 21}, 24, view_ink_of(b, VIEW_ACCENT));
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_BUTTON,
                                         .rect = row,
                                         .label = app->debrief.next[which],
                                         .state = chosen ? "chosen for next time"
                                                         : "Enter: try this next time",
                                         .command = {VIEW_DO_TRY, which, 0}});
    return h + 4;
}

/* At the end of the title's line; below what is to be tried where that is too narrow.
 * `at`: the card as far as it is filled. Returns what it takes below that. */
static float choose_one(view_app *app, view_build *b, view_rect at, bool draw)
{
    const char *words =
        app->trying ? "you will see it next time" : "choose one for next time";
    const float room = at.w - view_text_width(b, TYPE_HEAD, NEXT_TITLE) - 16;
    const view_label below = {.type = TYPE_SMALL,
                              .color = view_ink_of(b, VIEW_INK2),
                              .at = {at.x, at.y + at.h + 2, at.w, 0},
                              .text = words};

    if (view_text_width(b, TYPE_SMALL, words) > room)
        return view_debrief_words(b, &below, draw) + 10;
    if (draw)
        view_put_line_end(b, TYPE_SMALL, below.color,
                          (view_rect){at.x, at.y, at.w, view_line_height(b, TYPE_HEAD)},
                          words);
    return 0;
}

static float next_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    float y = at.y + view_debrief_title(b, NEXT_TITLE, at, draw);

    for (int i = 0; i < 2; i++)
        if (d->next[i])
            y += try_row(app, b, i, (view_rect){at.x, y, at.w, 0}, draw);
    if (d->next[0])
        y += choose_one(app, b, (view_rect){at.x, at.y, at.w, y - at.y}, draw);
    for (size_t i = view_debrief_heads(d); d->said && d->said[i] && i < 3; i++) {
        const view_label label = {.type = TYPE_TEXT,
                                  .color = view_ink_of(b, VIEW_INK2),
                                  .at = {at.x, y, at.w, 0},
                                  .text = d->said[i]};
        y += view_debrief_words(b, &label, draw) + 8;
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

/* As wide as the longest name asks for, within half of the card. */
static float room_for_names(view_build *b, const view_debrief *d, float width)
{
    float most = width * .2f;

    for (size_t i = 0; i < d->skill_count; i++)
        most = fmaxf(most, view_text_width(b, TYPE_STRONG, d->skills[i].label) + 20);
    return fminf(most, width / 2);
}

static void skill_row(view_build *b, const view_debrief *d,
                      const view_debrief_skill *skill, view_rect at)
{
    const int32_t most = most_possible(d);
    const float name = room_for_names(b, d, at.w),
                figure = view_text_width(b, TYPE_TEXT, "88 of 88") + 6;
    const float room = fmaxf(20, at.w - name - figure - 10);
    const int32_t possible = skill->possible > 0 ? skill->possible : 1;
    const int32_t earned =
        skill->earned > possible ? possible : sim_points_told(skill->earned);
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
    snprintf(words_of, sizeof words_of, "%d of %d", (int)sim_points_told(skill->earned),
             (int)skill->possible);
    view_put_line_end(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + at.w - figure, at.y, figure, at.h}, words_of);
}

static float skill_card(view_app *app, view_build *b, view_rect at, bool draw)
{
    const view_debrief *d = &app->debrief;
    const float row = fmaxf(32, view_line_height(b, TYPE_STRONG) + 8);
    float y = at.y + view_debrief_title(b, "What you practised", at, draw);

    for (size_t i = 0; i < d->skill_count && i < 8; i++) {
        if (d->skills[i].possible <= 0 && d->skills[i].earned == 0)
            continue; /* nothing on this road asked for it */
        if (draw)
            skill_row(b, d, &d->skills[i], (view_rect){at.x, y, at.w, row});
        y += row;
    }
    return y - at.y;
}

/* --- all of them -------------------------------------------------------------------- */

#define ACROSS     3
#define MOST_CARDS 7

typedef struct card {
    view_card_fill *fill;
    bool shown;
} card;

static void one_card(view_app *app, view_build *b, view_card_fill *fill, view_rect box,
                     uint32_t number)
{
    b->key = view_key("debrief card", number);
    view_card(b, box, 18);
    fill(app, b, (view_rect){box.x + PAD, box.y + 14, box.w - 2 * PAD, 0}, true);
}

static float row_height(view_app *app, view_build *b, float room, const card *row,
                        size_t count, const float *share)
{
    float most = 0;

    for (size_t i = 0; i < count; i++) {
        const view_rect inner = {0, 0, room * share[i] - 2 * PAD, 0};
        most = fmaxf(most, row[i].fill(app, b, inner, false) + 26);
    }
    return most;
}

/* One row of cards, all as high as the highest; `share`: of the width, for each. */
static float card_row(view_app *app, view_build *b, view_rect at, const card *row,
                      size_t count, const float *share)
{
    const float room = at.w - (ACROSS - 1) * VIEW_GAP;
    const float most = row_height(app, b, room, row, count, share);
    float x = at.x;

    for (size_t i = 0; i < count; i++) {
        one_card(app, b, row[i].fill, (view_rect){x, at.y, room * share[i], most},
                 (uint32_t)(at.y + x));
        x += room * share[i] + VIEW_GAP;
    }
    return most;
}

static float card_column(view_app *app, view_build *b, view_rect at, const card *cards,
                         size_t count)
{
    float y = at.y;

    for (size_t i = 0; i < count; i++) {
        const view_rect inner = {0, 0, at.w - 2 * PAD, 0};
        const float h = cards[i].fill(app, b, inner, false) + 30;
        one_card(app, b, cards[i].fill, (view_rect){at.x, y, at.w, h}, (uint32_t)i);
        y += h + VIEW_GAP;
    }
    return y - at.y - VIEW_GAP;
}

static const float first_shares[ACROSS] = {.355f, .375f, .27f},
                   even_shares[ACROSS] = {1 / 3.f, 1 / 3.f, 1 / 3.f};

/* Those that have something to say, in their order; returns how many. */
static size_t cards_of(const view_debrief *d, card *out)
{
    const card all[MOST_CARDS] = {
        {said_card, true},
        {next_card,
         d->next[0] || (d->said && d->said[0] && d->said[view_debrief_heads(d)])},
        {skill_card, d->skill_count > 0},
        {view_debrief_cues, d->cue_count > 0},
        {view_debrief_steps, d->step_count > 0},
        {view_debrief_figures, d->figure_count > 0},
        {view_debrief_unsaid_card, d->unsaid_count > 0},
    };
    size_t count = 0;

    for (size_t i = 0; i < MOST_CARDS; i++)
        if (all[i].shown)
            out[count++] = all[i];
    return count;
}

float view_debrief_first_row(view_app *app, view_build *b, float width)
{
    card cards[MOST_CARDS];
    const size_t count = cards_of(&app->debrief, cards);

    return row_height(app, b, width - (ACROSS - 1) * VIEW_GAP, cards,
                      count < ACROSS ? count : ACROSS, first_shares);
}

float view_debrief_cards(view_app *app, view_build *b, view_rect at)
{
    card cards[MOST_CARDS];
    const size_t count = cards_of(&app->debrief, cards);
    float y = at.y;

    if (b->folded || at.w < 900)
        return card_column(app, b, at, cards, count);
    for (size_t i = 0; i < count; i += ACROSS)
        y += card_row(app, b, (view_rect){at.x, y, at.w, 0}, cards + i,
                      count - i < ACROSS ? count - i : ACROSS,
                      i > 0 ? even_shares : first_shares) +
             VIEW_GAP;
    return y - at.y - VIEW_GAP;
}
