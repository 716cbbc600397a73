#ifndef EARSHOT_REPORT_AXIS_H
#define EARSHOT_REPORT_AXIS_H

#include <stdint.h>

/* One axis of a picture: from values to places, in whichever unit the picture has. */
typedef struct report_axis {
    int first, last; /* the places of 0 and of `whole`; `last` may be the smaller one */
    int64_t whole;   /* 0: there is but one value, at `first` */
} report_axis;

static inline int report_axis_at(report_axis axis, int64_t value)
{
    const int64_t length = (int64_t)axis.last - axis.first;

    return axis.first + (axis.whole ? (int)(length * value / axis.whole) : 0);
}

#endif
