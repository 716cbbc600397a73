#ifndef EARSHOT_VIEW_PORTRAIT_INTERNAL_H
#define EARSHOT_VIEW_PORTRAIT_INTERNAL_H

#include "view/outline.h"
#include "view/portrait.h"

/* A drawing under way: colours worked out once, shared by the parts. */
typedef struct portrait {
    view_build *b;
    const view_face *face;
    const view_look *look;
    view_color skin, skin_dark, ink, hair, top;
    float rise; /* of the shoulders, units */
} portrait;

void view_draw_body(const portrait *p);
void view_draw_arms(const portrait *p);
void view_draw_hair_back(const portrait *p);
void view_draw_hair_front(const portrait *p);
void view_draw_head(const portrait *p);
void view_draw_features(const portrait *p);

void view_curve(view_build *b, const float v[6]);
void view_stroke_quad(view_build *b, const float v[6], float width, view_color color);

#endif
