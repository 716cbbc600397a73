#ifndef EARSHOT_VIEW_BUILD_INTERNAL_H
#define EARSHOT_VIEW_BUILD_INTERNAL_H

#include "view/build.h"

/* What the files of the builder share. */

view_rect view_to_px(const view_build *b, view_rect r); /* edges on whole px */
float view_scale_of(const view_build *b); /* px per unit of the grid drawn in */
/* Adds an item with `bounds` in px (without clips); the caller has filled in `as`; the
 * hash is of `bytes` bytes at `content`. NULL: no memory. */
view_item *view_add_item(view_build *b, const view_item *item, const void *content,
                         size_t bytes);
/* Narrows what is seen to `px`, for the items and presses that follow. */
void view_push_clip(view_build *b, view_rect px, uint64_t shape);
void view_push_context(view_build *b, uint64_t more);
void view_pop_context(view_build *b);
uint32_t view_keep_string(view_build *b, const char *text);
bool view_grow(view_build *b, void **at, size_t *room, size_t count, size_t each);

#endif
