#ifndef EARSHOT_VIEW_KEYS_H
#define EARSHOT_VIEW_KEYS_H

#include "base/bytes.h"
#include "view/command.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Which key means what. A key is named as it is printed: "Space", "PageDown", "Ctrl+T",
 * "Shift+1", "F11"; gamepad buttons are "pad:a", "pad:left", ... Names are compared
 * without regard to case. The keys of a text box are not in here.
 */

#define VIEW_MAX_KEYS 160
#define VIEW_KEY_NAME 24

typedef enum view_place {
    VIEW_ANYWHERE,
    VIEW_IN_TALK,
    VIEW_IN_DEBRIEF,
    VIEW_IN_WORKSHOP,
    VIEW_FOR_AUTHORS
} view_place;

typedef struct view_binding {
    char key[VIEW_KEY_NAME];
    view_place place;
    view_command command;
} view_binding;

typedef struct view_keys {
    view_binding bindings[VIEW_MAX_KEYS];
    size_t count;
} view_keys;

view_keys view_keys_default(void);
/* Lines `action = "Key Key"`: such an action then has these keys and no others. Returns
 * how many lines could not be read. */
size_t view_keys_read(view_keys *keys, const char *text);
/* VIEW_DO_NOTHING when the key means nothing there. */
view_command view_keys_find(const view_keys *keys, const char *key, view_place place);

#endif
