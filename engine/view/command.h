#ifndef EARSHOT_VIEW_COMMAND_H
#define EARSHOT_VIEW_COMMAND_H

#include <stdint.h>

/* Where the home screen's doors lead. */
typedef enum view_door {
    VIEW_DOOR_PRACTISE,
    VIEW_DOOR_WRITE,
    VIEW_DOOR_SETTINGS,
    VIEW_DOORS
} view_door;

/* What a person wants, whichever key, button or pointer said so. */
typedef enum view_command_kind {
    VIEW_DO_NOTHING,
    /* the talk */
    VIEW_DO_NEXT,         /* finish the turn; on: start, continue */
    VIEW_DO_CHOOSE,       /* number: reply, option or entry from 0, in the order shown */
    VIEW_DO_QUIET,        /* choose the reply that is silence */
    VIEW_DO_BACK,         /* take the last reply back */
    VIEW_DO_CARRY_ON,     /* from where a run stopped coming back */
    VIEW_DO_MOMENT_AGAIN, /* the moment where it stopped begins again */
    VIEW_DO_LOG,          /* the log, open and shut */
    VIEW_DO_SCREEN,       /* the on-your-screen card where it is folded away */
    VIEW_DO_PAUSE,        /* the menu, open and shut */
    VIEW_DO_ABOUT,        /* what the trainee was told before, open and shut */
    VIEW_DO_RESTART,      /* this scenario from its beginning */
    VIEW_DO_REPLAY, /* number: from before reply `number` of the run just ended; amount:
                       then the other reply of that number, from 1 */
    /* moving about */
    VIEW_DO_FOCUS_NEXT,
    VIEW_DO_FOCUS_PREVIOUS,
    VIEW_DO_FOCUS_LEFT,
    VIEW_DO_FOCUS_RIGHT,
    VIEW_DO_PRESS,  /* what has the focus */
    VIEW_DO_ESCAPE, /* one step out; never leaves the program */
    VIEW_DO_HOME,
    VIEW_DO_BRIEF, /* number: scenario of the catalogue */
    VIEW_DO_START,
    VIEW_DO_RESUME,
    VIEW_DO_SETTINGS,
    VIEW_DO_SETTING, /* number: setting; amount: step */
    VIEW_DO_TAB,     /* number: view_door */
    VIEW_DO_SCROLL,  /* amount: px down */
    VIEW_DO_HELP,
    VIEW_DO_QUIT,
    /* how it looks and sounds */
    VIEW_DO_TEXT_BIGGER,
    VIEW_DO_TEXT_SMALLER,
    VIEW_DO_TEXT_RESET,
    VIEW_DO_THEME,
    VIEW_DO_VOICE,
    VIEW_DO_FULLSCREEN,
    /* afterwards */
    VIEW_DO_DEBRIEF,
    VIEW_DO_REFLECT,
    VIEW_DO_REPORT,
    VIEW_DO_RATE,    /* number 1 to 7: how heard did she feel */
    VIEW_DO_WHAT_IF, /* other replies at the choice of point `number` */
    VIEW_DO_POINT,   /* look at point `number` of the curve */
    VIEW_DO_TRY,     /* number: what to try next, from 0 */
    VIEW_DO_EDIT,    /* the text box takes the keys */
    /* writing */
    VIEW_DO_INSPECT,
    VIEW_DO_GRAPH, /* amount 0: open and shut; 1: look at moment `number`, or play from
                      it when it is looked at; 2: play from it */
    VIEW_DO_RELOAD,
    VIEW_DO_CHECK,
    VIEW_DO_SIMULATE,
    VIEW_DO_SKIP_PAUSES,
    VIEW_DO_ZOOM, /* amount: 1 larger, -1 smaller, 0 all of it */
    VIEW_DO_EDITOR,
    VIEW_DO_COPY,
    VIEW_DO_GO_TO, /* the list of moments; number < 0: open it */
    VIEW_DO_HIDE,  /* an error card */
    /* workshop */
    VIEW_DO_LOOK_BACK,
    VIEW_DO_BLANK,
    VIEW_DO_COUNT, /* number: reply; amount: +1 or -1 */
    VIEW_DO_CLEAR_COUNT,
    VIEW_DO_REVEAL,
    VIEW_DO_TIMER,
    VIEW_DO_METERS,
    VIEW_DO_FACE,
    VIEW_DO_NOTES,
    VIEW_DO_FLIP,
    VIEW_DO_KINDS
} view_command_kind;

typedef struct view_command {
    view_command_kind kind;
    int32_t number;
    int32_t amount;
} view_command;

#endif
