#ifndef EARSHOT_VIEW_CURVE_INTERNAL_H
#define EARSHOT_VIEW_CURVE_INTERNAL_H

/* The parts of the curve: the card with its values and faces, and the banner over it. */

#include "view/curve.h"

#define CURVE_MOST 64 /* points */

typedef struct curve_banner {
    view_rect box; /* no width: nothing turned */
    char title[80], said[300];
} curve_banner;

typedef struct curve {
    view_rect area; /* of the values */
    const view_debrief *d;
    size_t count;
    view_point at[CURVE_MOST];
    view_face face;
    float drawn;
    curve_banner banner;
} curve;

/* Above the point where it turned, inside the card; no width where nothing did. */
curve_banner curve_banner_of(view_build *b, const curve *g, view_rect card);

void curve_banner_draw(view_build *b, const curve *g);

#endif
