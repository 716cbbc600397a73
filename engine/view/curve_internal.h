#ifndef EARSHOT_VIEW_CURVE_INTERNAL_H
#define EARSHOT_VIEW_CURVE_INTERNAL_H

/* The parts of the curve: the card with its values and faces, the banner over it, and the
 * road that was not taken. */

#include "view/curve.h"

#define CURVE_MOST       64    /* points */
#define CURVE_FACE_LEAST 13.0f /* radius below which there are no faces */
#define CURVE_PARTS      24    /* pieces of the line from point to point */

typedef struct curve_banner {
    view_rect box; /* no width: nothing turned */
    char title[80], said[300];
    bool flat; /* both on one line: the card is not high */
} curve_banner;

typedef struct curve {
    view_rect area; /* of the values */
    const view_debrief *d;
    size_t count;
    view_point at[CURVE_MOST];
    view_face face;
    float drawn;
    float lowest, spread; /* the mood at the foot of `area`, and from there to its top */
    curve_banner banner;
} curve;

/* Above the point where it turned, inside the card; no width where nothing did. */
curve_banner curve_banner_of(view_build *b, const curve *g, view_rect card);

void curve_banner_draw(view_build *b, const curve *g);

/* Where a mood of 0 to 1 lies. */
float curve_y_of(const curve *g, float mood);
/* The line between point i and the next; t: 0 to 1. */
float curve_height_at(const curve *g, size_t i, float t);
/* The middle of the face of point i, which has this radius. */
float curve_face_radius(const curve *g);
float curve_face_y(const curve *g, uint32_t i, float r);

void curve_road(const curve *g, view_build *b);

#endif
