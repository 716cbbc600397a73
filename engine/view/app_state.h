#ifndef EARSHOT_VIEW_APP_STATE_H
#define EARSHOT_VIEW_APP_STATE_H

#include "base/arena.h"
#include "view/app.h"
#include "view/build.h"
#include "view/keys.h"
#include "view/portrait.h"
#include "view/talk.h"

/* What the files of the app share. */

#define VIEW_NOTE_ROOM 2048 /* bytes of one written answer */
#define VIEW_MAX_NOTES 8
#define VIEW_MAX_WALK  512

typedef enum view_overlay {
    VIEW_OVER_NOTHING,
    VIEW_OVER_LOG,
    VIEW_OVER_SCREEN, /* the on-your-screen card, folded layout */
    VIEW_OVER_MENU,
    VIEW_OVER_HELP,
    VIEW_OVER_BRIEF, /* what the trainee was told before */
    VIEW_OVER_GO_TO,
    VIEW_OVER_WHAT_IF,
    VIEW_OVER_CHANGED, /* the pack changed under the run that came back */
    VIEW_OVER_PROOF,   /* what was found in the pack being written */
    VIEW_OVER_PLAYERS  /* what simulated players came to in it */
} view_overlay;

/* A press of the last frame, for moving the focus and for the pointer. */
typedef struct view_walk_stop {
    uint32_t key;
    view_role role;
    view_rect rect, whole;
    view_command command;
    bool disabled, silent;
    char *spoken; /* of the walk's arena */
} view_walk_stop;

/* How the graph screen is looked at. */
typedef struct view_graph_view {
    const view_graph *all; /* borrowed from the host; NULL: none is open */
    uint32_t card;         /* MOMENTS: the one that is looked at */
    uint32_t here;         /* where the talk stands; MODEL_NONE */
    float zoom;            /* 0: not chosen yet */
    view_point middle;     /* of the drawing: what is in the middle of the screen */
    bool reveal;           /* the next frame shows `card` whole */
    bool whole;            /* the next frame shows all of it */
    bool tall;             /* it is higher than there is room: the wheel moves it down */
    bool poster;           /* the drawing alone */
} view_graph_view;

/* How the face of the talk moves. */
typedef struct view_face_move {
    view_look from, to;
    int64_t began; /* ms */
    bool known;    /* false: nothing of it has been seen yet */
} view_face_move;

struct view_app {
    view_host host;
    view_settings settings; /* in force now */
    view_settings saved;    /* the same, when they were last written or asked for */
    view_settings own;      /* the person's: what the file says */
    view_keys keys;
    view_screen screen;
    view_screen under; /* where the settings lead back to */
    view_overlay overlay;
    int64_t now;
    bool unsaved;  /* what was done is on its way to the disk */
    int64_t since; /* talk time is counted from here; -1: it stands still */
    bool asleep;
    bool quit;
    bool still; /* a picture at rest */

    ear_session *session; /* owned */
    view_scenario scenario;
    base_arena names;        /* copies of the scenario's texts */
    const view_plate *plate; /* shown in place of everything; NULL; borrowed */
    view_talk talk;
    view_face face; /* whom we talk to */
    view_face_move move;
    int64_t stirred;    /* ms when something was last said, done or pressed */
    talk_mood shown;    /* the mood that the portrait shows now, on its way */
    int64_t last_press; /* ms; steady hands */
    char status[256];   /* a short message */
    int64_t status_until;

    uint32_t focus;
    bool bring; /* the next frame scrolls to what has the focus */
    bool ring;
    view_point pointer;
    uint32_t held; /* key of what the pointer went down on */
    view_walk_stop walk[VIEW_MAX_WALK];
    size_t walked;
    base_arena walk_texts;
    size_t above; /* signs from this entry on stand in the strip over the chat and
                     not among its bubbles; SIZE_MAX: none */
    float call_room,
        call_ribbon;         /* on the phone: of which height, how much has the voice */
    uint8_t tight;           /* how much air the replies give up so that all are seen */
    view_scroll scroll;      /* of the screen */
    view_scroll over_scroll; /* of the overlay */
    float scale;             /* of the last frame */
    uint32_t announced;      /* focus that was said last */
    bool placed;             /* where one is has been said */
    base_bytes mouth;        /* NUL-separated sayings that wait for a frame */
    bool interrupts;         /* the first of them drops what is being said */

    uint32_t entry;       /* of the catalogue, on the brief */
    const char *first;    /* id of the entry to begin with after the welcome; NULL */
    base_arena firsts;    /* its text */
    view_problem problem; /* texts in problem_texts; title NULL: none */
    base_arena problem_texts;
    bool problem_hidden;
    bool inspecting;
    view_returned returned; /* how the run at hand came back */
    view_proof proof;       /* as the host last told it; `known` false: it did not */

    view_debrief debrief;
    bool has_debrief;
    uint32_t rated;     /* 1 .. 7; 0: not yet */
    uint32_t trying;    /* which of debrief.next was chosen, from 1; 0: none */
    uint32_t point;     /* of the curve that is looked at; VIEW_NO_POINT */
    int64_t debrief_at; /* ms when it opened: the curve draws itself */
    char notes[VIEW_MAX_NOTES][VIEW_NOTE_ROOM];
    uint32_t question; /* of the reflect page */
    bool editing;
    bool edited; /* the answer is not kept yet */

    view_graph_view graph;
};

/* --- app_play.c ---- */
ear_status view_play_begin(view_app *app, ear_session *session,
                           const view_scenario *scenario, ear_error *err);
ear_status view_play_choose(view_app *app, uint32_t shown, ear_error *err);
ear_status view_play_back(view_app *app, ear_error *err);
ear_status view_play_notice(view_app *app, uint32_t option, ear_error *err);
void view_play_next(view_app *app);
/* Says where the talk stands, and nothing of what was said before: it was brought there
 * at once. */
void view_play_say_here(view_app *app);
void view_play_say_where(view_app *app); /* the same, after what waits to be said */
/* A talk that began without its brief: what the learner wanted to try, at the bottom. */
void view_play_say_next(view_app *app);
void view_play_tick(view_app *app);
void view_play_stop(view_app *app);     /* the clock stands */
void view_play_go(view_app *app);       /* it runs again */
void view_play_complete(view_app *app); /* the turn is over at once */
int64_t view_play_deadline(const view_app *app);
view_level view_play_level(const view_app *app);
bool view_play_can_back(const view_app *app);

/* Where a session's events go, and what there is to do once it has been told something.
 */
ear_sink view_play_sink(view_app *app);
ear_status view_play_after(view_app *app, ear_status status, ear_error *err);

/* --- app_again.c ---- */
/* As view_play_begin(), and then everything that was done in it: view_host.resume. */
ear_status view_play_resume(view_app *app, ear_session *session,
                            const view_scenario *scenario, ear_error *err);
/* Told of what is played again, it shows it. */
view_follow view_play_follow(view_app *app);
/* The moment where a run stopped coming back begins again. */
ear_status view_play_moment_again(view_app *app, ear_error *err);
/* Plays replies (ids, in order) at once; returns how many were on offer. */
size_t view_play_quickly(view_app *app, const char *const *ids, size_t count);
/* The ids of the replies given and not taken back, borrowed from the model. */
size_t view_play_given(const view_app *app, const char **ids, size_t room);

/* --- app_speech.c ---- */
void view_say(view_app *app, const char *fmt, ...) BASE_PRINTF(2, 3);
void view_say_entry(void *user, const talk_entry *entry);
void view_say_choice(view_app *app);
void view_say_screen(view_app *app);  /* where one is now */
void view_say_overlay(view_app *app); /* which sheet lies open */
void view_say_debrief(view_app *app); /* what came of the talk, from the top */
void view_say_what_if(view_app *app);
void view_say_keys(view_app *app);
/* "Live chat with". Static. */
const char *view_channel_with(model_channel channel);
void view_speak(view_app *app, view_build *b); /* into the frame */

/* --- app_focus.c ---- */
void view_focus_move(view_app *app, int step);
void view_scroll_on(view_app *app, float px);
void view_focus_step(view_app *app, int step); /* up or down: scrolls what is only read */
void view_focus_side(view_app *app, int step); /* left or right */
void view_focus_on(view_app *app, uint32_t key, bool ring);
const view_walk_stop *view_focused(const view_app *app);
const view_walk_stop *view_stop_at(const view_app *app, float x, float y);
void view_walk_keep(view_app *app, const view_frame *frame);

/* --- app_commands.c ---- */
ear_status view_app_do(view_app *app, view_command command, ear_error *err);
void view_status(view_app *app, const char *fmt, ...) BASE_PRINTF(2, 3);
void view_go_to_screen(view_app *app, view_screen screen);
ear_status view_open_entry(view_app *app, uint32_t entry, bool resume, ear_error *err);
/* What was typed on the reflect page goes to the host, once. */
void view_keep_answer(view_app *app);
ear_status view_command_after(view_app *app, view_command command, ear_error *err);
ear_status view_command_author(view_app *app, view_command command, ear_error *err);
bool view_settings_change(view_app *app, uint32_t which, int step);
void view_settings_saved(view_app *app);

/* " This is not scored.", or nothing where it is. Static. */
const char *view_notice_scored(const view_app *app);

/* --- app_proof.c ---- */
/* The talk at hand is another: what was known of the last is forgotten. */
void view_proof_forget(view_app *app);
void view_proof_found(view_app *app);
void view_proof_toggle(view_app *app, view_overlay overlay);
void view_proof_reopen(view_app *app, view_overlay overlay); /* after a save */
/* The finding that E or Enter is for; NULL: none is looked at. */
const view_finding *view_proof_finding(const view_app *app, view_command command);
void view_proof_say(view_app *app); /* which sheet lies open */

/* --- app_graph.c ---- */
ear_status view_graph_do(view_app *app, view_command command, ear_error *err);
/* Asks the host for the graph of the talk at hand; false: there is none, and the person
 * has been told. */
bool view_graph_take(view_app *app);
void view_graph_close(view_app *app);
/* The pack was read again while the graph was looked at as `before`. */
void view_graph_reopen(view_app *app, const view_graph_view *before);
void view_graph_zoom(view_app *app, int step); /* 0: all of it */
void view_graph_wheel(view_app *app, float px);
/* An arrow key on the graph; false: it is for everybody else. */
bool view_graph_step(view_app *app, int step, bool side);
const view_graph_card *view_graph_card_of(const view_app *app, uint32_t moment);
uint32_t view_graph_key(uint32_t moment); /* of a card */
view_size view_graph_poster_size(const view_graph *graph);

/* --- screen_welcome.c ---- */
void view_welcomed(view_app *app); /* by Escape: on to the home screen */
ear_status view_welcome_next(view_app *app, ear_error *err);
void view_say_welcome(view_app *app);

/* --- screens ---- */
uint32_t view_home_key(uint32_t entry); /* of an entry's card */
void view_home_draw(view_app *app, view_build *b);
void view_welcome_draw(view_app *app, view_build *b);
void view_brief_draw(view_app *app, view_build *b);
void view_talk_draw(view_app *app, view_build *b);
void view_settings_draw(view_app *app, view_build *b);
void view_end_draw(view_app *app, view_build *b);
void view_debrief_draw(view_app *app, view_build *b);
void view_reflect_draw(view_app *app, view_build *b);
void view_graph_draw(view_app *app, view_build *b);
void view_plate_draw(const view_plate *plate, view_build *b);
void view_overlay_draw(view_app *app, view_build *b);
void view_problem_draw(view_app *app, view_build *b);
/* A bar under the talk's header. Returns its height with the air below it; 0: it is not
 * asked for. */
float view_inspector_draw(const view_app *app, view_build *b, float top);
void view_inspector_say(view_app *app);             /* line by line */
void view_proof_draw(view_app *app, view_build *b); /* the sheets */
/* A line at the foot of the talk, where nothing else is said there. */
float view_proof_line_height(const view_app *app, const view_build *b); /* 0: none */
void view_proof_line(view_app *app, view_build *b, view_rect at);

#endif
