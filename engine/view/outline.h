#ifndef EARSHOT_VIEW_OUTLINE_H
#define EARSHOT_VIEW_OUTLINE_H

#include "view/build.h"

/*
 * Outlines as small programs of whole numbers: an instruction, then its numbers. Icons
 * and portraits are drawn so.
 */

enum {
    PATH_MOVE = 2000, /* x y            begin */
    PATH_LINE,        /* x y            line */
    PATH_QUAD,        /* cx cy x y      curve */
    PATH_CURVE,       /* 6 numbers      curve */
    PATH_CLOSE,       /*                close */
    PATH_CIRCLE,      /* x y r          circle */
    PATH_BOX,         /* x y w h r      rounded box */
    PATH_ARC,         /* x y r from to  arc, degrees */
    PATH_STROKE,      /* width          stroke, in units of the pen's width */
    PATH_FILL,        /*                fill */
    PATH_END
};

typedef struct view_pen {
    float per;   /* so many are one design px */
    float width; /* of a stroke of one */
    view_color color;
} view_pen;

/* All of `program`; a path that it leaves open waits for view_fill() or the like. */
void view_run_outline(view_build *b, const int16_t *program, const view_pen *pen);
/* One number is one unit, and nothing in it is painted. */
void view_outline(view_build *b, const int16_t *program);

#endif
