#ifndef EARSHOT_VIEW_FRAME_H
#define EARSHOT_VIEW_FRAME_H

#include "base/bytes.h"
#include "text/text.h"
#include "view/command.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * One picture as data: what to paint, what can be pressed, what to say, when to look
 * again. All lengths are px of the surface painted on (scale and text scale are already
 * in them), x grows right, y down. Painted in the order of `items`. The same items go to
 * Cairo surfaces and to SVG.
 *
 * A zeroed view_frame is valid and empty; its room is kept from one picture to the next
 * (view_frame_clear) and released by view_frame_release. When memory is refused `failed`
 * is set, further additions do nothing, and the picture must not be shown.
 */

typedef struct view_rect {
    float x, y, w, h;
} view_rect;

typedef struct view_point {
    float x, y;
} view_point;

typedef struct view_color {
    uint8_t r, g, b, a; /* straight alpha, sRGB; mixing happens on these bytes */
} view_color;

/* The colour of a fill or a stroke. GRADIENT runs along a line, its stops stand in
 * frame->stops and rise from 0 to 1; before the first and after the last it goes on in
 * their colour. */
typedef enum view_paint_kind {
    VIEW_PAINT_NONE,
    VIEW_PAINT_SOLID,
    VIEW_PAINT_GRADIENT
} view_paint_kind;

typedef struct view_stop {
    float at;
    view_color color;
} view_stop;

typedef struct view_paint {
    view_paint_kind kind;
    view_color color;
    view_point from, to;
    uint32_t first_stop, stops;
} view_paint;

typedef struct view_shadow {
    view_color color; /* a = 0: none */
    float blur;       /* px over which it fades out */
    float dy;
} view_shadow;

/* A rounded box. The stroke lies inside its edge. */
typedef struct view_box {
    view_rect rect;
    float radius[4]; /* upper left, upper right, lower right, lower left */
    view_paint fill;
    view_paint stroke;
    float stroke_width;
    view_shadow shadow; /* under the box, never inside a group */
} view_box;

/*
 * `verbs` and `points` are ranges of frame->verbs and frame->points. MOVE and LINE take
 * one point, CURVE three (cubic), CLOSE none. Filled by the non-zero rule. The stroke is
 * centred on the outline, with round caps and joins; dash_on 0: unbroken.
 */
typedef enum view_verb { VIEW_MOVE, VIEW_LINE, VIEW_CURVE, VIEW_CLOSE } view_verb;

typedef struct view_path {
    uint32_t first_verb, verbs;
    uint32_t first_point, points;
    view_paint fill;
    view_paint stroke;
    float stroke_width;
    float dash_on, dash_off;
} view_path;

/* A paragraph with its upper left corner at `at`. */
typedef struct view_text {
    const text_paragraph *paragraph; /* borrowed from text_layouts, see there */
    view_point at;
    view_color color;
    float measure;  /* the width that it was laid out in; 0: as wide as it likes */
    uint32_t shown; /* bytes of it that are seen; UINT32_MAX: all */
} view_text;

/* Items up to the UNCLIP that belongs to it are seen inside this path only. */
typedef struct view_clip {
    view_path path; /* its paints are not used */
} view_clip;

/*
 * Items up to the END that belongs to it are painted together and laid down with
 * `opacity`, moved by `offset`. `cached`: worth keeping as one surface: whoever paints
 * may reuse the surface that it keeps for `key` while `content` (a hash of the items
 * inside, without `offset` and `opacity`) stays the same. Groups do not nest deeper
 * than 4.
 */
typedef struct view_group {
    view_point offset;
    float opacity; /* 0 .. 1 */
    bool cached;
    uint64_t content;
    uint32_t count; /* items inside, without the END */
} view_group;

typedef enum view_item_kind {
    VIEW_BOX,
    VIEW_PATH,
    VIEW_TEXT,
    VIEW_CLIP,
    VIEW_UNCLIP,
    VIEW_GROUP,
    VIEW_END
} view_item_kind;

typedef struct view_item {
    view_item_kind kind;
    uint32_t key;     /* the same thing keeps its key from one picture to the next */
    view_rect bounds; /* what it can touch, the group's offset and every clip included */
    uint64_t hash;    /* equal hash: equal pixels, as far as this item goes */
    union {
        view_box box;
        view_path path;
        view_text text;
        view_clip clip;
        view_group group;
    } as;
} view_item;

typedef enum view_role {
    VIEW_ROLE_BUTTON,
    VIEW_ROLE_REPLY,
    VIEW_ROLE_OPTION,  /* of a noticing question */
    VIEW_ROLE_CARD,    /* a scenario */
    VIEW_ROLE_TAB,     /* one of several screens or pages */
    VIEW_ROLE_SETTING, /* left and right change its value */
    VIEW_ROLE_TEXTBOX,
    VIEW_ROLE_POINT, /* of the curve */
    VIEW_ROLE_STAGE  /* the picture itself: pressing it finishes the turn */
} view_role;

/* Something that can be pressed. In reading order: the order in which arrows and Tab
 * walk. Texts are offsets into frame->strings. */
typedef struct view_press {
    uint32_t key; /* stable, as an item's */
    view_role role;
    view_rect rect;  /* what of it is in sight; empty when it is scrolled away */
    view_rect whole; /* all of it */
    uint32_t label;
    uint32_t state; /* "selected", "2 of 4", ...; "" often */
    view_command command;
    bool focused;
    bool disabled;
    bool silent; /* no stop of the keyboard's walk (the stage) */
} view_press;

/* Something to say aloud. */
typedef struct view_saying {
    uint32_t text;
    bool interrupts; /* drop what is being said: the focus moved */
} view_saying;

typedef struct view_frame {
    float width, height;
    float scale; /* surface px of one px of the 1280x720 design */
    view_color background;
    view_item *items;
    size_t count, room;
    uint8_t *verbs;
    size_t verb_count, verb_room;
    view_point *points;
    size_t point_count, point_room;
    view_stop *stops;
    size_t stop_count, stop_room;
    view_press *presses;
    size_t press_count, press_room;
    view_saying *sayings;
    size_t saying_count, saying_room;
    base_bytes strings; /* NUL-terminated texts, one after the other; offset 0 is "" */
    int64_t deadline;   /* ms, the clock given in: look again then; -1: nothing moves */
    bool animated;      /* the deadline is the next step of a move, not of the talk */
    view_rect caret;    /* where an input method may show its candidates; w = 0: none */
    bool failed;
} view_frame;

void view_frame_release(view_frame *frame);

/* "" for offset 0. Borrowed until the frame is built again. */
const char *view_frame_string(const view_frame *frame, uint32_t offset);

/* Equal for frames that paint the same pixels. */
uint64_t view_frame_hash(const view_frame *frame);

/*
 * What has to be painted again so that a surface showing `before` shows `now`: at most
 * `room` rectangles, together at most the whole picture. Returns how many; 0: nothing.
 * Frames of different sizes give the whole of `now`. Bounds are widened to whole px.
 */
size_t view_frame_damage(view_rect *out, size_t room, const view_frame *before,
                         const view_frame *now);

/* The topmost thing that can be pressed at a point; NULL: none. */
const view_press *view_frame_at(const view_frame *frame, float x, float y);

#endif
