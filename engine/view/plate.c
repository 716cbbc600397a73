#include "view/plate.h"

#include "view/screens.h"

/* A line of words is put by the middle of its letters, which is so far over its
 * baseline. */
#define MIDDLE .36f

static view_type type_of(view_letters letters)
{
    return letters == VIEW_LETTERS_TITLE    ? TYPE_NOTICE
           : letters == VIEW_LETTERS_STRONG ? TYPE_MARK_LABEL
                                            : TYPE_MARK;
}

static void put_words(view_build *b, const view_plate_item *it)
{
    const view_type type = type_of(it->letters);
    const float size = view_type_of(type)->size, high = size * 1.5f;
    const float wide = view_text_width(b, type, it->words);
    const float before = it->align == TEXT_CENTER ? wide / 2
                         : it->align == TEXT_END  ? wide
                                                  : 0;

    view_put_line(
        b, type, view_rgb(it->ink),
        (view_rect){it->at.x - before, it->at.y - size * MIDDLE - high / 2, 0, high},
        it->words);
}

void view_plate_draw(const view_plate *plate, view_build *b)
{
    view_build_rescale(b, b->frame->width / plate->width);
    view_fill_box(b, (view_rect){0, 0, b->width, b->height}, 0, view_rgb(0xffffff));
    for (size_t i = 0; i < plate->count; i++) {
        const view_plate_item *it = &plate->items[i];

        b->key = view_key("plate", (uint32_t)i);
        if (it->letters == VIEW_LETTERS_NONE)
            view_fill_box(b, it->at, 0, view_rgb(it->ink));
        else
            put_words(b, it);
    }
}
