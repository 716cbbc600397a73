#include "view/curve_internal.h"

#include <math.h>
#include <stdio.h>

#define FLAT_CARD 262.f /* a card below this height has the banner on one line */
#define BETWEEN   16.f

curve_banner curve_banner_of(view_build *b, const curve *g, view_rect card)
{
    const view_debrief *d = g->d;
    curve_banner it = {0};

    if (d->turned >= g->count)
        return it;
    snprintf(it.title, sizeof it.title, "%u   The moment it %s", (unsigned)d->turned,
             d->slipped ? "slipped" : "turned");
    snprintf(it.said, sizeof it.said, "\u201C%s\u201D",
             d->points[d->turned].said ? d->points[d->turned].said : "");
    const float title = view_text_width(b, TYPE_QUOTE, it.title),
                said = view_text_width(b, TYPE_STRONG, it.said);
    it.flat = card.h < FLAT_CARD * b->type;
    const float words = it.flat ? title + BETWEEN + said : fmaxf(title, said);
    const float w = fminf(card.w - 40, words + 44);
    const float x = g->at[d->turned].x - w / 2;
    const float lines = view_line_height(b, TYPE_QUOTE) +
                        (it.flat ? 0 : view_line_height(b, TYPE_STRONG));

    it.box = (view_rect){fmaxf(card.x + 14, fminf(card.x + card.w - w - 14, x)),
                         card.y + 14, w, lines + 14};
    return it;
}

/* From the banner down to its point, or to the face above it. */
static void pointer(const curve *g, view_build *b, float bottom)
{
    const uint32_t turned = g->d->turned;
    const view_point at = g->at[turned];
    const float r = curve_face_radius(g), face = curve_face_y(g, turned, r);
    const float from = r >= CURVE_FACE_LEAST && face < at.y ? face - r - 5 : at.y - 16;

    if (from <= bottom + 12)
        return;
    view_path_begin(b);
    view_move(b, at.x - 9, bottom - 1);
    view_line(b, at.x + 9, bottom - 1);
    view_line(b, at.x, bottom + 11);
    view_close(b);
    view_fill(b, view_ink_of(b, VIEW_NIGHT));
    view_path_begin(b);
    view_move(b, at.x, bottom + 11);
    view_line(b, at.x, from);
    view_dash(b, view_ink_of(b, VIEW_INK), 2, 4, 4);
}

static void one_line(view_build *b, const curve_banner *it)
{
    const view_rect box = it->box;
    const float title = view_text_width(b, TYPE_QUOTE, it->title) + BETWEEN;

    view_put_line(b, TYPE_QUOTE, view_ink_of(b, VIEW_NIGHT_MARK),
                  (view_rect){box.x + 22, box.y, title, box.h}, it->title);
    view_put_line(b, TYPE_STRONG, view_ink_of(b, VIEW_ON_NIGHT),
                  (view_rect){box.x + 22 + title, box.y, box.w - 40 - title, box.h},
                  it->said);
}

void curve_banner_draw(view_build *b, const curve *g)
{
    const curve_banner *it = &g->banner;
    const view_rect box = it->box;
    const float title = view_line_height(b, TYPE_QUOTE);

    if (box.w <= 0 || g->drawn < 1)
        return;
    b->key = view_key("turned", 0);
    view_put_box(b, &(view_box_look){.rect = box,
                                     .radius = 12,
                                     .fill = view_ink_of(b, VIEW_NIGHT),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->shadows ? 0 : 1.5f});
    pointer(g, b, box.y + box.h);
    if (it->flat) {
        one_line(b, it);
        return;
    }
    view_put_line_mid(b, TYPE_QUOTE, view_ink_of(b, VIEW_NIGHT_MARK),
                      (view_rect){box.x + 10, box.y + 6, box.w - 20, title}, it->title);
    view_put_line_mid(b, TYPE_STRONG, view_ink_of(b, VIEW_ON_NIGHT),
                      (view_rect){box.x + 10, box.y + 6 + title, box.w - 20,
                                  view_line_height(b, TYPE_STRONG)},
                      it->said);
}
