#ifndef EARSHOT_VIEW_SETTINGS_H
#define EARSHOT_VIEW_SETTINGS_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a person chose, kept as "name = value" lines in one text file. */

typedef enum view_theme_id {
    VIEW_PAPER,
    VIEW_EVENING,
    VIEW_CONTRAST,
    VIEW_THEMES
} view_theme_id;
typedef enum view_pace { VIEW_CALM, VIEW_REAL, VIEW_QUICK, VIEW_NO_PACE } view_pace;
typedef enum view_level { VIEW_READ, VIEW_HINTS, VIEW_OPEN } view_level;
typedef enum view_clock {
    VIEW_CLOCK_OFF,
    VIEW_CLOCK_REAL,
    VIEW_CLOCK_X2,
    VIEW_CLOCK_X4,
    VIEW_CLOCK_X10
} view_clock;
typedef enum view_voice {
    VIEW_VOICE_OFF,
    VIEW_VOICE_SPEECH,
    VIEW_VOICE_STDOUT
} view_voice;

typedef struct view_settings {
    uint32_t text_percent; /* 100 .. 200 in steps of 10 */
    view_theme_id theme;
    uint32_t font; /* text_family: PLAIN, WIDE or EASY */
    view_pace pace;
    view_clock clock;
    view_level level;
    bool reduced_motion;
    bool steady_hands; /* 500 ms between two activations */
    bool fullscreen;
    view_voice voice;
    char language[16]; /* "" as the pack is written */
} view_settings;

view_settings view_settings_default(void);
/* Changes what the lines say; returns how many lines could not be read. */
size_t view_settings_read(view_settings *settings, const char *text);
/* What changed from `before` to `now` changes in *own as well. */
void view_settings_carry(view_settings *own, const view_settings *before,
                         const view_settings *now);
/* Appends every setting; false: out of memory. */
bool view_settings_write(base_bytes *out, const view_settings *settings);

#endif
