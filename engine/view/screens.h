#ifndef EARSHOT_VIEW_SCREENS_H
#define EARSHOT_VIEW_SCREENS_H

#include "view/app_state.h"
#include "view/icon.h"

/* The parts that screens are put together from. Every one draws into a rectangle and
 * says how high it is, before (…_height) or by drawing. Design px. */

#define VIEW_MARGIN 40.f
#define VIEW_GAP    16.f

/* A button: `filled` in the accent, else outlined. Returns its width. */
typedef struct view_button {
    uint32_t key;
    view_point at; /* upper left */
    float height;
    float width; /* 0: as its words need */
    view_icon icon;
    const char *label;
    const char *hint; /* spoken instead of the label; NULL */
    view_role role;
    view_command command;
    bool filled;
    bool selected;
    bool bare;  /* words alone, no outline */
    bool night; /* on the dark card */
    bool disabled;
} view_button;
float view_put_button(view_build *b, const view_button *button);
float view_button_width(view_build *b, const view_button *button);

void view_header(view_app *app, view_build *b);
float view_header_height(const view_build *b);

/* "How she seems": the band, or all meters. */
float view_band_height(view_app *app, view_build *b);
void view_band(view_app *app, view_build *b, view_rect at);
void view_band_bar(view_app *app, view_build *b, view_rect bar);
/* Gives up air where `room` is less than it likes. */
float view_pulse_height(const view_build *b, float room);
void view_pulse(view_app *app, view_build *b, view_rect at);
/* "On your screen"; its rows lie closer where `at` is less high than it likes. */
float view_desk_height(view_app *app, view_build *b, float width);
float view_desk_least(view_app *app, view_build *b, float width);
void view_desk(view_app *app, view_build *b, view_rect at);

/* What was said so far, as much of its end as fits; in a chat as bubbles, else as the
 * line at hand in large type. Returns the height used. */
float view_bubbles(view_app *app, view_build *b, view_rect at);
float view_bubbles_least(view_app *app, view_build *b, float width);
float view_speech(view_app *app, view_build *b, view_rect at);
float view_speech_least(view_app *app, view_build *b, float width);
float view_call(view_app *app, view_build *b, view_rect at);
float view_call_height(view_app *app, view_build *b, float width);

/* app->tight: 1 less air in the rows, 2 no title over them either. */
float view_replies_height(view_app *app, view_build *b, float width);
void view_replies(view_app *app, view_build *b, view_rect at);
float view_notice_height(view_app *app, view_build *b, float width);
void view_notice(view_app *app, view_build *b, view_rect at);

/* The person on the stage: wall, portrait, counter, captions. */
void view_person_stage(view_app *app, view_build *b, view_rect at);
void view_person_strip(view_app *app, view_build *b, view_rect at);
/* In place of the panel where there is one column. */
float view_strip_height(const view_app *app, const view_build *b);
void view_strip(view_app *app, view_build *b, view_rect at);
void view_ribbon(view_app *app, view_build *b, view_rect at);
/* What the ribbon can do with: its marks and the words under them; and its title. */
float view_ribbon_least(const view_build *b, bool with_title);
/* A portrait at rest in a rounded box with the wall behind it. */
typedef struct view_picture {
    uint32_t key;
    view_rect rect;
    float radius;
    const view_face *face;
    view_look look;
    float mood;
    view_point at; /* of the face within rect */
    float size;
} view_picture;
/* Where the face is so that the picture ends where the forearms lie, as a share of its
 * height. */
#define VIEW_SEATED .455f
void view_put_picture(view_build *b, const view_picture *picture);
/* The look that the face at hand shows now, moving or not; asks to be woken. */
view_look view_look_now(view_app *app, view_build *b);
float view_breath(view_app *app, view_build *b); /* design px up */

/* A sheet over the screen, as high as what is in it where there is room; that scrolls
 * between view_begin_sheet() and view_end_sheet(), which is told where it ends. */
typedef struct view_sheet {
    view_rect box;   /* all of it */
    view_rect inner; /* what scrolls */
} view_sheet;
view_sheet view_open_sheet(view_app *app, view_build *b, const char *title, float widest);
void view_begin_sheet(view_app *app, view_build *b, const view_sheet *s);
void view_end_sheet(view_app *app, view_build *b, float bottom);

/* Title, brief and goal from the top of `at`; returns where they end. */
float view_brief_words(view_app *app, view_build *b, view_rect at);
/* The home screen's card of the last conversations. */
void view_past_card(view_build *b, const view_catalogue *list, view_rect at);
/* "listen 3 of 7, now 5 of 7" */
void view_growth_words(char *out, size_t room, const view_growth *growth);
void view_status_line(view_app *app, view_build *b, view_rect at);
/* The icon that a cue is marked with. */
view_icon view_cue_icon(const talk_entry *cue);
/* "3 seconds, nothing" */
void view_silence_words(char *out, size_t room, uint32_t tenths);
/* The first name of whoever speaks. */
void view_short_name(char *out, size_t room, const char *name);
/* "Priya" -> "PN" from "Priya Nair". */
void view_initials(char *out, size_t room, const char *name);
/* The same in a circle, for a face that is not seen. */
void view_monogram(view_build *b, const char *name, view_point at, float r,
                   view_type type);

#endif
