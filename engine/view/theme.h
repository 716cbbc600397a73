#ifndef EARSHOT_VIEW_THEME_H
#define EARSHOT_VIEW_THEME_H

#include "model/image.h"
#include "text/text.h"
#include "view/frame.h"
#include "view/settings.h"

/* What a colour is for; which colour that is, is the theme's business. */
typedef enum view_ink {
    VIEW_BG,     /* page */
    VIEW_STAGE_, /* left panel, voice band */
    VIEW_SURFACE,
    VIEW_SUNKEN, /* key caps, empty bars */
    VIEW_INK,    /* all text that matters */
    VIEW_INK2,   /* labels, second lines */
    VIEW_INK3,   /* line numbers */
    VIEW_ACCENT, /* what can be pressed, the "now" mark */
    VIEW_ON_ACCENT,
    VIEW_CUE,  /* every non-verbal caption */
    VIEW_EDGE, /* borders of controls */
    VIEW_RULE, /* decoration only */
    VIEW_FOCUS,
    VIEW_YOU, /* the trainee's own bubble */
    VIEW_ON_YOU,
    VIEW_NIGHT, /* the dark card of questions and mistakes */
    VIEW_NIGHT_LIFT,
    VIEW_ON_NIGHT,
    VIEW_ON_NIGHT2,
    VIEW_NIGHT_MARK, /* gold: icons, focus and titles on it */
    VIEW_NIGHT_GOOD,
    VIEW_INKS
} view_ink;

typedef struct view_theme {
    const char *name;        /* as the settings file has it */
    const char *label;       /* as people read it */
    uint32_t ink[VIEW_INKS]; /* 0xRRGGBB */
    uint32_t ending[3];      /* by model_rating; the words on it are on_ending */
    uint32_t on_ending;
    float ramp_lift; /* white mixed into the mood ramp */
    float mood_tint; /* how much mood the backdrops take */
    bool outlined;   /* every surface has a border, nothing has a shadow */
    bool shadows;
} view_theme;

const view_theme *view_theme_of(view_theme_id id);

view_color view_rgb(uint32_t rgb);
view_color view_color_of(const view_theme *theme, view_ink ink);
view_color view_mix(view_color a, view_color b, float t); /* t 0: a, 1: b */
view_color view_fade(view_color c, float opacity);

/* The mood ramp: 0 tense .. 1 at ease, plain, without any theme. */
view_color view_mood_color(float mood);
/* As it stands on a theme's surfaces. */
view_color view_mood_in(const view_theme *theme, float mood);
/* The colour of a wall behind a person in that mood. */
view_color view_backdrop(const view_theme *theme, float mood);

float view_contrast(view_color a, view_color b); /* WCAG 2: 1 .. 21 */

/* The roles of type. Sizes are px at 1280x720 and 100 %. */
typedef enum view_type {
    TYPE_PAGE,   /* page title */
    TYPE_BIG,    /* title of a card */
    TYPE_SPEECH, /* customer, in person */
    TYPE_CALL,   /* customer, on the phone */
    TYPE_NOTICE, /* a question */
    TYPE_NAME,   /* of a person */
    TYPE_HEAD,   /* of a section */
    TYPE_BUBBLE,
    TYPE_TITLE, /* of a screen */
    TYPE_REPLY,
    TYPE_OWN, /* the trainee's line, spoken */
    TYPE_BUTTON,
    TYPE_TEXT,   /* running text */
    TYPE_STRONG, /* the same, medium */
    TYPE_LABEL,  /* the same, semibold */
    TYPE_CUE,
    TYPE_SMALL,
    TYPE_SMALL_STRONG,
    TYPE_SMALL_LABEL,
    TYPE_SMALL_CUE,
    TYPE_MARK, /* under the pulse: the smallest there is */
    TYPE_MARK_STRONG,
    TYPE_MARK_LABEL,
    TYPE_INITIALS,
    TYPE_LEAD,     /* second line under a page title */
    TYPE_SUBTITLE, /* beside it */
    TYPE_QUOTE,    /* what she thought */
    TYPE_CODE,
    TYPE_ROOM_HEADLINE, /* 1920x1080, at two thirds: see workshop */
    TYPE_ROOM_LINE,
    TYPE_ROOM_REPLY,
    TYPE_ROOM_CUE,
    TYPE_ROOM_LABEL,
    TYPE_ROOM_FOOT,
    TYPE_COUNT_BIG,
    TYPE_POINT, /* the number on a point of the curve */
    TYPES
} view_type;

typedef struct view_type_style {
    float size;
    uint16_t weight;
    float leading; /* ems */
    bool italic;
    bool mono;
    bool still; /* keeps its size when the text scale grows (it stands in a drawing) */
} view_type_style;

const view_type_style *view_type_of(view_type type);

#endif
