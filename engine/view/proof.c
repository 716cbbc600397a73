/* What is known of the pack being written: a line at the foot of the talk, the sheet of
 * findings, the sheet of simulated players. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>

#define ROW_PAD 12.f

/* --- the line ----------------------------------------------------------------------- */

/* After a save it stays. After opening it goes with the first reply: whoever opened it
 * may be there to practise. */
static bool line_shown(const view_app *app)
{
    return app->scenario.author && app->proof.known && app->proof.line &&
           (app->proof.saved || !view_talk_last(&app->talk, TALK_REPLY));
}

float view_proof_line_height(const view_app *app, const view_build *b)
{
    return line_shown(app) ? view_line_height(b, TYPE_SMALL) + 8 : 0;
}

void view_proof_line(view_app *app, view_build *b, view_rect at)
{
    const float icon = 16 * fminf(b->type, 1.4f);

    if (!line_shown(app))
        return;
    b->key = view_key("proof line", 0);
    view_put_icon(b, app->proof.count ? ICON_FLAG : ICON_CHECK,
                  (view_point){at.x + icon / 2, at.y + at.h / 2}, icon,
                  view_ink_of(b, VIEW_INK2));
    view_put_line(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                  (view_rect){at.x + icon + 8, at.y, at.w - icon - 8, at.h},
                  app->proof.line);
}

/* --- what was found ----------------------------------------------------------------- */

static float put_words(view_build *b, const view_finding *f, view_rect at, bool drawn)
{
    const view_color ink = view_ink_of(b, VIEW_INK), ink2 = view_ink_of(b, VIEW_INK2);
    float y = at.y;
    char below[600];

    snprintf(below, sizeof below, "%s   %s", f->kind, f->place);
    if (!drawn)
        return view_para_height(b, TYPE_STRONG, at.w, f->message) +
               (f->hint[0] ? view_para_height(b, TYPE_TEXT, at.w, f->hint) + 4 : 0) +
               view_para_height(b, TYPE_SMALL, at.w, below) + 4;
    y += view_put_para(b, TYPE_STRONG, ink, at, f->message);
    if (f->hint[0])
        y += 4 +
             view_put_para(b, TYPE_TEXT, ink, (view_rect){at.x, y + 4, at.w, 0}, f->hint);
    y += 4 + view_put_para(b, TYPE_SMALL, ink2, (view_rect){at.x, y + 4, at.w, 0}, below);
    return y - at.y;
}

static float put_finding(view_build *b, const view_finding *f, uint32_t i, view_rect at)
{
    view_rect words = {at.x + 18, at.y + ROW_PAD, at.w - 36, 0};
    const float h = fmaxf(put_words(b, f, words, false) + 2 * ROW_PAD, b->target);
    const view_rect box = {at.x, at.y, at.w, h};
    const uint32_t key = view_key("finding", i);
    char state[600];

    b->key = key;
    view_press_card(b, key, box);
    put_words(b, f, words, true);
    snprintf(state, sizeof state, "%s, %s", f->kind, f->place);
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_BUTTON,
                                         .rect = box,
                                         .label = f->message,
                                         .state = state,
                                         .command = {VIEW_DO_EDITOR, (int32_t)i + 1, 0}});
    return h + 10;
}

static void findings_sheet(view_app *app, view_build *b)
{
    const view_proof *proof = &app->proof;
    const view_sheet s = view_open_sheet(app, b, "What was found", 860);
    const view_rect in = s.inner;
    float y = in.y + 4;

    b->key = view_key("found", 0);
    view_begin_sheet(app, b, &s);
    y += view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK),
                       (view_rect){in.x, y, in.w, 0},
                       proof->known ? proof->summary : "Trying every way to play ...") +
         16;
    if (proof->known && proof->count)
        y += view_put_para(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                           (view_rect){in.x, y - 6, in.w, 0},
                           "E or Enter opens the editor at that line.") +
             6;
    for (size_t i = 0; proof->known && i < proof->count; i++)
        y += put_finding(b, &proof->findings[i], (uint32_t)i,
                         (view_rect){in.x, y, in.w, 0});
    view_end_sheet(app, b, y + 8);
}

/* --- simulated players -------------------------------------------------------------- */

/* Room for the longest name of a player, and no less than looks well. */
static float column_width(view_build *b, const view_players *players, float width)
{
    float w = width * .6f / (float)players->column_count;

    for (size_t i = 0; i < players->column_count; i++)
        w = fmaxf(w, view_text_width(b, TYPE_LABEL, players->columns[i]) + 14);
    return w;
}

static float put_row(view_build *b, const view_players *players, size_t i, view_rect at)
{
    const view_players_row *row = i ? &players->rows[i - 1] : NULL;
    const char *const *cells = row ? row->cells : players->columns;
    const view_color ink = view_ink_of(b, row ? VIEW_INK : VIEW_INK2);
    const float line = view_line_height(b, TYPE_TEXT) + 8;
    const float w = column_width(b, players, at.w);
    const float name = at.w - w * (float)players->column_count;

    float h = line;

    if (row && !row->name)
        return h / 2;
    b->key = view_key("players row", (uint32_t)i);
    if (row)
        h = fmaxf(h,
                  8 + view_put_para(b, TYPE_TEXT, ink,
                                    (view_rect){at.x, at.y + 4, name - 8, 0}, row->name));
    for (size_t c = 0; c < players->column_count; c++)
        view_put_line_end(b, row ? TYPE_TEXT : TYPE_LABEL, ink,
                          (view_rect){at.x + name + (float)c * w, at.y, w, line},
                          cells[c]);
    return h;
}

static void players_sheet(view_app *app, view_build *b)
{
    const view_players *players = &app->proof.players;
    const view_sheet s = view_open_sheet(app, b, "Simulated players", 760);
    const view_rect in = s.inner;
    float y = in.y + 4;

    b->key = view_key("players", 0);
    view_begin_sheet(app, b, &s);
    y += view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK),
                       (view_rect){in.x, y, in.w, 0},
                       players->title ? players->title : "They are playing ...") +
         12;
    for (size_t i = 0; players->columns && i <= players->row_count; i++)
        y += put_row(b, players, i, (view_rect){in.x, y, in.w, 0});
    view_end_sheet(app, b, y + 8);
}

void view_proof_draw(view_app *app, view_build *b)
{
    if (app->overlay == VIEW_OVER_PROOF)
        findings_sheet(app, b);
    else
        players_sheet(app, b);
}
