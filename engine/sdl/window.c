/* The window: opens it, turns what comes in into intents, and sleeps in between. */
#include "sdl/window.h"
#include "base/fail.h"
#include "sdl/input.h"
#include "sdl/news.h"
#include "sdl/pads.h"
#include "sdl/screen.h"
#include "sdl/voice.h"
#include "sdl/watch.h"

#include <string.h>

#define EVENTS_AT_ONCE 500
#define MOTION_MS      8 /* a pointer on its way is shown at most so often */

typedef struct window {
    view_app *app;
    const sdl_options *options;
    SDL_Window *sdl;
    SDL_Cursor *hand, *arrow;
    sdl_fonts *fonts;
    sdl_screen screen;
    sdl_input input;
    sdl_pads pads;
    sdl_watch *watch;
    sdl_voice voice;
    sdl_waker waker;
    bool pointing;               /* the hand is shown */
    const char *const *watching; /* the list that was given to `watch` last */
    bool fullscreen;
    bool quit;
    bool interrupted;
} window;

static int64_t now_ms(void)
{
    return (int64_t)SDL_GetTicks64();
}

/* --- opening and closing ---------------------------------------------------------- */

static void set_hints(const sdl_options *options)
{
    /* No OpenGL behind the window's surface: presenting is nine times cheaper without. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, options->title ? options->title : "Earshot");
}

static ear_status open_video(const sdl_options *options, ear_error *err)
{
    const char *why;

    set_hints(options);
    if (SDL_Init(SDL_INIT_VIDEO) == 0 && sdl_display_is_real())
        return EAR_OK;
    why = SDL_GetError();
    SDL_Quit();
    return base_fail(err, EAR_E_NOT_FOUND,
                     "there is no display to open a window on (%s); "
                     "`play --text` needs none",
                     *why ? why : "no driver");
}

/* In full screen as large as the screen from the start: no picture is painted in another
 * size first, and it fills the screen also where no window manager would see to that. */
static SDL_Point size_of(const sdl_options *o)
{
    SDL_DisplayMode mode;

    if (o->fullscreen && SDL_GetDesktopDisplayMode(0, &mode) == 0)
        return (SDL_Point){mode.w, mode.h};
    return (SDL_Point){o->width > 0 ? o->width : 1280, o->height > 0 ? o->height : 720};
}

static ear_status open_window(window *w, ear_error *err)
{
    const sdl_options *o = w->options;
    const SDL_Point size = size_of(o);
    /* Asking for full screen may wait a tenth of a second for somebody who answers: it
     * is asked when the first picture is there. */
    const Uint32 bare = o->fullscreen ? SDL_WINDOW_BORDERLESS : 0;

    w->sdl = SDL_CreateWindow(o->title ? o->title : "Earshot", SDL_WINDOWPOS_CENTERED,
                              SDL_WINDOWPOS_CENTERED, size.x, size.y,
                              SDL_WINDOW_RESIZABLE | bare);
    if (!w->sdl)
        return base_fail(err, EAR_E_NOT_FOUND, "the window cannot be opened: %s",
                         SDL_GetError());
    SDL_SetWindowMinimumSize(w->sdl, 640, 360);
    SDL_StopTextInput(); /* until a text box has the focus */
    return EAR_OK;
}

static void watch_files(window *w)
{
    const sdl_options *o = w->options;

    if (!o->watched || !w->watch)
        return;
    w->watching = o->watched(o->user);
    sdl_watch_files(w->watch, w->watching);
}

/* Another pack is being played. */
static void follow_files(window *w)
{
    const sdl_options *o = w->options;

    if (o->watched && o->watched(o->user) != w->watching)
        watch_files(w);
}

void sdl_copy(const char *text)
{
    if (SDL_WasInit(SDL_INIT_VIDEO))
        SDL_SetClipboardText(text);
}

static void drop(window *w, const SDL_DropEvent *event)
{
    if (w->options->dropped && event->file)
        w->options->dropped(w->options->user, event->file);
    SDL_free(event->file);
}

static ear_status open_all(window *w, ear_error *err)
{
    ear_status status = open_window(w, err);

    if (!status)
        status = sdl_fonts_open(&w->fonts, w->options->fonts_folder, err);
    if (!status)
        status = sdl_screen_open(&w->screen, w->sdl, w->app, w->fonts, err);
    if (status)
        return status;
    sdl_news_begin(&w->waker);
    if (w->options->started)
        w->options->started(w->options->user, &w->waker);
    return EAR_OK;
}

/* What the first picture does not need. */
static ear_status open_rest(window *w, ear_error *err)
{
    const ear_status status = sdl_watch_start(&w->watch, sdl_news_tell, &w->waker, err);

    if (status)
        return status;
    watch_files(w);
    sdl_pads_update(&w->pads);
    return EAR_OK;
}

static void close_all(window *w)
{
    if (w->options->ended)
        w->options->ended(w->options->user);
    sdl_watch_stop(w->watch);
    sdl_voice_close(&w->voice);
    sdl_pads_close(&w->pads);
    sdl_screen_close(&w->screen);
    sdl_fonts_close(w->fonts);
    SDL_FreeCursor(w->hand);
    SDL_FreeCursor(w->arrow);
    if (w->sdl)
        SDL_DestroyWindow(w->sdl);
    SDL_Quit();
}

/* --- what the frame wants of the window ------------------------------------------- */

static void follow_fullscreen(window *w)
{
    const bool wants = view_app_wants_fullscreen(w->app);

    if (wants == w->fullscreen)
        return;
    w->fullscreen = wants;
    SDL_SetWindowFullscreen(w->sdl, wants ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    if (wants) {
        SDL_DisableScreenSaver(); /* a projector must not go dark in a talk */
    } else {
        SDL_SetWindowBordered(w->sdl, SDL_TRUE);
        SDL_EnableScreenSaver();
    }
}

static void follow_text(window *w)
{
    const bool takes = view_app_takes_text(w->app);
    const view_rect *caret = &sdl_screen_frame(&w->screen)->caret;

    if (takes != w->input.takes_text) {
        if (takes)
            SDL_StartTextInput();
        else
            SDL_StopTextInput();
        w->input.takes_text = takes;
    }
    if (takes && caret->w > 0) {
        const SDL_Rect r = {(int)caret->x, (int)caret->y, (int)caret->w, (int)caret->h};
        SDL_SetTextInputRect(&r);
    }
}

static void follow_pointer(window *w)
{
    const view_press *press =
        view_frame_at(sdl_screen_frame(&w->screen), w->input.x, w->input.y);
    const bool points = press && !press->disabled && press->role != VIEW_ROLE_STAGE;

    if (points == w->pointing)
        return;
    w->pointing = points;
    if (!w->hand) {
        w->hand = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND);
        w->arrow = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
    }
    SDL_SetCursor(points ? w->hand : w->arrow);
}

static void say_all(window *w)
{
    const view_frame *frame = sdl_screen_frame(&w->screen);

    sdl_voice_set(&w->voice, view_app_settings(w->app));
    for (size_t i = 0; i < frame->saying_count; i++)
        sdl_voice_say(&w->voice, view_frame_string(frame, frame->sayings[i].text),
                      frame->sayings[i].interrupts);
}

/* The picture of now. Without memory for it the last one stays and the talk goes on. */
static void show_frame(window *w)
{
    ear_error err;
    const uint32_t painted = w->screen.painted;

    if (sdl_screen_update(&w->screen, &err))
        return;
    w->input.scale = sdl_screen_frame(&w->screen)->scale;
    say_all(w);
    follow_text(w);
    follow_files(w);
    follow_fullscreen(w);
    if (painted)
        follow_pointer(w);
}

/* --- what comes in ----------------------------------------------------------------- */

static void send_intents(window *w, const SDL_Event *event)
{
    ear_error err; /* what fails is shown by the app itself */

    sdl_translate(&w->input, event);
    for (int i = 0; i < w->input.count; i++)
        view_app_intent(w->app, &w->input.out[i], now_ms(), &err);
}

static void hear_news(window *w, sdl_news news)
{
    const sdl_options *o = w->options;

    switch (news) {
    case SDL_NEWS_FILES:
        if (o->changed)
            o->changed(o->user);
        watch_files(w);
        break;
    case SDL_NEWS_SIGNAL:
        w->quit = w->interrupted = true;
        break;
    case SDL_NEWS_PADS:
        sdl_pads_update(&w->pads);
        break;
    case SDL_NEWS_WAKE:
        atomic_store(&w->waker.waiting, false);
        if (o->woke)
            o->woke(o->user);
        break;
    }
}

static void window_event(window *w, const SDL_WindowEvent *event)
{
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED)
        sdl_screen_lost(&w->screen);
    else if (event->event == SDL_WINDOWEVENT_EXPOSED)
        sdl_screen_present(&w->screen);
    else if (event->event == SDL_WINDOWEVENT_CLOSE)
        w->quit = true;
}

static void handle(window *w, const SDL_Event *event)
{
    if (event->type == w->waker.type) {
        hear_news(w, (sdl_news)event->user.code);
        return;
    }
    switch (event->type) {
    case SDL_QUIT:
        w->quit = true;
        return;
    case SDL_DROPFILE:
        drop(w, &event->drop);
        return;
    case SDL_WINDOWEVENT:
        window_event(w, &event->window);
        break;
    case SDL_CONTROLLERDEVICEADDED:
        sdl_pads_plugged(&w->pads, w->watch, event->cdevice.which);
        return;
    case SDL_CONTROLLERDEVICEREMOVED:
        sdl_pads_unplugged(&w->pads, event->cdevice.which);
        return;
    default:
        break;
    }
    send_intents(w, event);
}

/* All that waits, before one picture: of a pointer's way only its end. True when it was
 * nothing but the pointer. */
static bool handle_all(window *w, SDL_Event event)
{
    SDL_Event next;
    bool more = true, passing = true;

    for (int i = 0; more && i < EVENTS_AT_ONCE; i++) {
        more = SDL_PollEvent(&next) != 0;
        passing = passing && sdl_is_passing(&event);
        if (!(more && sdl_is_passing(&event) && sdl_is_passing(&next)))
            handle(w, &event);
        if (more)
            event = next;
    }
    if (more)
        handle(w, &event);
    return passing && !more;
}

/* Sleeps until an event, or until the picture has to move on. False: no event. */
static bool wait_event(window *w, SDL_Event *event)
{
    const int64_t talk = view_app_deadline(w->app);
    const int64_t moves = sdl_screen_frame(&w->screen)->deadline; /* words, face, blink */
    const int64_t deadline = talk < 0 || (moves >= 0 && moves < talk) ? moves : talk;
    const int64_t left = deadline - now_ms();

    if (deadline < 0)
        return SDL_WaitEvent(event) != 0;
    return SDL_WaitEventTimeout(event, left < 0       ? 0
                                       : left > 60000 ? 60000
                                                      : (int)left) != 0;
}

static void run(window *w)
{
    int64_t shown = 0;

    while (!w->quit) {
        SDL_Event event;
        bool passing = false;
        if (wait_event(w, &event))
            passing = handle_all(w, event);
        if (passing && now_ms() - shown < MOTION_MS)
            SDL_Delay((Uint32)(MOTION_MS - (now_ms() - shown)));
        view_app_tick(w->app, now_ms());
        if (view_app_wants_quit(w->app))
            w->quit = true;
        else
            show_frame(w);
        shown = now_ms();
    }
}

ear_status sdl_run(view_app *app, const sdl_options *options, bool *interrupted,
                   ear_error *err)
{
    window w = {.app = app, .options = options, .input = {.x = -1, .y = -1}};
    ear_status status = open_video(options, err);

    if (status)
        return status;
    status = open_all(&w, err);
    if (!status) {
        view_app_tick(app, now_ms());
        show_frame(&w);
        status = open_rest(&w, err);
    }
    if (!status)
        run(&w);
    if (interrupted)
        *interrupted = w.interrupted;
    close_all(&w);
    return status;
}
