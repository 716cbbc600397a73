#ifndef EARSHOT_VIEW_PLATE_H
#define EARSHOT_VIEW_PLATE_H

#include "text/text.h"
#include "view/frame.h"

#include <stdint.h>

/* A picture of boxes and words that somebody else has laid out, shown alone: nothing in
 * it can be pressed, and no setting changes it. Lengths are px of the picture. All texts
 * are UTF-8, cleaned. */

typedef enum view_letters {
    VIEW_LETTERS_NONE, /* a filled box */
    VIEW_LETTERS_PLAIN,
    VIEW_LETTERS_STRONG,
    VIEW_LETTERS_TITLE
} view_letters;

typedef struct view_plate_item {
    view_letters letters;
    text_align align; /* of words: what of them stands at at.x */
    view_rect at;     /* words: at.y is their baseline, the size 0 */
    uint32_t ink;     /* 0xRRGGBB */
    const char *words;
} view_plate_item;

typedef struct view_plate {
    const view_plate_item *items;
    size_t count;
    float width, height;
} view_plate;

#endif
