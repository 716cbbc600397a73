#ifndef EARSHOT_VIEW_BUILD_H
#define EARSHOT_VIEW_BUILD_H

#include "view/frame.h"
#include "view/settings.h"
#include "view/theme.h"

/*
 * Building a frame. Screens draw in design px: the 1280x720 grid, of which the window
 * shows `width` x `height`; the builder turns them into px of the surface, puts edges of
 * boxes on whole px, keeps bounds and hashes, and looks up letters. After a refused
 * allocation everything here does nothing; view_build_end says so.
 */

#define VIEW_MAX_CLIPS  16
#define VIEW_MAX_GROUPS 4

/* A region whose contents move up by `at`. Lives in the app from frame to frame. */
typedef struct view_scroll {
    float at;      /* design px scrolled away */
    float longest; /* the most that `at` can be */
    float whole;   /* how high its contents are; 0: not known yet */
    view_rect view;
    bool to_end; /* the next frame shows its end */
} view_scroll;

typedef struct view_matrix {
    float a, b, c, d, e, f; /* x' = a x + c y + e, y' = b x + d y + f */
} view_matrix;

typedef struct view_build {
    view_frame *frame;
    text_layouts *layouts;
    const view_theme *theme;
    const view_settings *settings;
    float scale; /* px of the surface per design px */
    float type;  /* text scale: 1 .. 2 */
    float width, height;
    float target; /* least side of anything pressed, design px */
    bool folded;  /* text is large or the window small: one column */
    bool still;   /* nothing may move: reduced motion, or a picture */
    int64_t now;
    uint32_t focus; /* key of the press that has the focus; 0: none */
    bool ring;      /* the focus is shown (the keyboard moved it) */
    uint32_t key;   /* of the items being added */
    bool again;     /* a scroll moved: build once more */
    ear_error *err;

    /* private to build*.c */
    view_matrix matrix;
    float shift; /* of scrolling, design px */
    view_rect clips[VIEW_MAX_CLIPS];
    size_t clip_count;
    uint64_t contexts[VIEW_MAX_CLIPS + VIEW_MAX_GROUPS];
    size_t context_count;
    size_t groups[VIEW_MAX_GROUPS];
    size_t group_count;
    view_point offset; /* of the groups that are open, px */
    uint32_t path_verb, path_point;
    view_point pen;
} view_build;

typedef struct view_canvas {
    float width, height; /* px of the surface */
    float density;
} view_canvas;

/* Clears the frame and works out scale and folding from settings and canvas. */
void view_build_begin(view_build *b, view_frame *frame, const view_canvas *canvas);
ear_status view_build_end(view_build *b);
/* Another scale for the whole of a picture on which nothing has been drawn yet. */
void view_build_rescale(view_build *b, float scale);

/* Look again at `when` (ms) at the latest; `moving`: for a move, not for the talk. */
void view_wake(view_build *b, int64_t when, bool moving);

view_color view_ink_of(const view_build *b, view_ink ink);
/* A key from a short name and a number, the same in every frame. */
uint32_t view_key(const char *name, uint32_t number);

/* --- boxes ------------------------------------------------------------------------- */

typedef struct view_box_look {
    view_rect rect;
    float radius;
    float square; /* radius of the corner named by `corner` */
    int corner;   /* 1 .. 4 as view_box.radius + 1; 0: all alike */
    view_color fill;
    view_color stroke;
    float stroke_width;
    bool shadow;
} view_box_look;

void view_put_box(view_build *b, const view_box_look *look);
void view_fill_box(view_build *b, view_rect rect, float radius, view_color fill);
/* A surface to put things on: shadow in Paper, a border in High contrast. */
void view_card(view_build *b, view_rect rect, float radius);
/* One that is pressed: it has an edge, and the ring when it has the focus. */
void view_press_card(view_build *b, uint32_t key, view_rect rect);
/* The ring around what has the focus; draws nothing for another key. */
void view_focus_ring(view_build *b, uint32_t key, view_rect rect, float radius);

/* --- paths ------------------------------------------------------------------------- */

void view_path_begin(view_build *b);
void view_move(view_build *b, float x, float y);
void view_line(view_build *b, float x, float y);
void view_quad(view_build *b, float cx, float cy, float x, float y);
void view_cubic(view_build *b, view_point p, view_point q, view_point to);
void view_close(view_build *b);
void view_add_ellipse(view_build *b, float x, float y, float rx, float ry);
void view_add_box(view_build *b, view_rect rect, float radius);
void view_add_arc(view_build *b, view_point at, float r, float from, float to);

/* Each of these ends the path. Widths are design px. */
void view_fill(view_build *b, view_color color);
void view_fill_with(view_build *b, view_paint paint);
void view_stroke(view_build *b, view_color color, float width);
void view_stroke_with(view_build *b, view_paint paint, float width);
void view_dash(view_build *b, view_color color, float width, float on, float off);
void view_clip_path(view_build *b);

/* Colours along a line given in design px. */
view_paint view_gradient(view_build *b, view_point from, view_point to,
                         const view_stop *stops, size_t count);
void view_circle(view_build *b, float x, float y, float r, view_color fill);
void view_ring(view_build *b, float x, float y, float r, float width, view_color color);
void view_segment(view_build *b, view_point from, view_point to, float width,
                  view_color color);

/* Draws in another grid: `x`, `y` of the design become its origin. */
view_matrix view_matrix_push(view_build *b, view_matrix local);
void view_matrix_pop(view_build *b, view_matrix saved);
view_matrix view_matrix_at(float x, float y, float turn, float scale);

/* --- clips, groups, scrolling ------------------------------------------------------ */

void view_clip_box(view_build *b, view_rect rect, float radius);
void view_unclip(view_build *b);
void view_group_begin(view_build *b, uint32_t key, float opacity, float dy, bool cached);
void view_group_end(view_build *b);
void view_scroll_begin(view_build *b, view_scroll *scroll, view_rect view);
/* `bottom`: where the contents end, as if not scrolled. */
void view_scroll_end(view_build *b, view_scroll *scroll, float bottom);

/* --- text -------------------------------------------------------------------------- */

typedef struct view_label {
    view_type type;
    view_color color;
    view_rect at; /* w 0: one line as long as it likes; h > 0: centred in that height */
    text_align align;
    int lines;      /* at most; 0: any */
    bool one;       /* one line, cut at w */
    bool markup;    /* *stress* and [beat] */
    uint32_t shown; /* bytes + 1 that are seen; 0: all */
    const char *text;
} view_label;

/* Returns the width and height that it takes (design px). */
view_point view_put_text(view_build *b, const view_label *label);
view_point view_text_size(view_build *b, const view_label *label);
/* One line, cut with an ellipsis at rect.w (0: as long as it likes), centred in rect.h.
 * Returns its width. */
float view_put_line(view_build *b, view_type type, view_color color, view_rect rect,
                    const char *text);
/* The same, hanging from the right edge of rect. */
float view_put_line_end(view_build *b, view_type type, view_color color, view_rect rect,
                        const char *text);
float view_put_line_mid(view_build *b, view_type type, view_color color, view_rect rect,
                        const char *text);
/* A paragraph from the top of rect, broken at rect.w. Returns its height. */
float view_put_para(view_build *b, view_type type, view_color color, view_rect rect,
                    const char *text);
float view_para_height(view_build *b, view_type type, float width, const char *text);
/* One line's height. */
float view_line_height(const view_build *b, view_type type);
float view_text_width(view_build *b, view_type type, const char *text);
/* NULL when memory was refused. */
const text_paragraph *view_paragraph(view_build *b, const view_label *label);

/* --- what can be pressed, what is said --------------------------------------------- */

typedef struct view_press_look {
    uint32_t key;
    view_role role;
    view_rect rect;
    const char *label;
    const char *state; /* NULL: "" */
    view_command command;
    bool disabled;
    bool silent;
} view_press_look;

void view_put_press(view_build *b, const view_press_look *look);
void view_put_saying(view_build *b, const char *text, bool interrupts);

#endif
