#ifndef EARSHOT_VIEW_ICON_H
#define EARSHOT_VIEW_ICON_H

#include "view/build.h"

typedef enum view_icon {
    ICON_NONE,
    ICON_BACK,
    ICON_LOG,
    ICON_TAKE_BACK,
    ICON_PAUSE,
    ICON_GEAR,
    ICON_HELP,
    ICON_PLAY,
    ICON_GROUP,
    ICON_PEN,
    ICON_CHAT,
    ICON_PHONE,
    ICON_PERSON,
    ICON_CLOCK,
    ICON_BOX,
    ICON_TYPING,
    ICON_DELETED,
    ICON_SILENCE,
    ICON_EYE,
    ICON_FORK,
    ICON_FLAG,
    ICON_CHECK,
    ICON_CLOSE,
    ICON_DOWN,
    ICONS
} view_icon;

/* Side of an icon that stands beside words: it grows with them. */
float view_icon_side(const view_build *b, float side);
/* Centred on x, y in a square of side `size`. */
void view_put_icon(view_build *b, view_icon icon, view_point at, float size,
                   view_color color);
/* A key of the keyboard with one or a few letters on it. */
void view_key_cap(view_build *b, view_rect rect, const char *letters);
view_icon view_channel_icon(model_channel channel);

#endif
