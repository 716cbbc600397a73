/* The window as the commands know it (window_part.h). */
#include "cli/open.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/window_draw.h"
#include "cli/window_part.h"
#include "cli/world.h"
#include "cli/world_proof.h"
#include "sdl/fonts.h"
#include "sdl/window.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const *watched(void *user)
{
    const cli_world *world = user;

    return world->now.pack ? world->now.pack->watch : NULL;
}

static void changed(void *user)
{
    cli_world_reload(user);
}

static void found(void *waker)
{
    sdl_wake(waker);
}

/* From here on a search that is over can say so to the window. */
static void started(void *user, sdl_waker *waker)
{
    cli_world *world = user;

    world->found = found;
    world->found_user = waker;
    if (world->unproved)
        sdl_wake(waker);
}

static void woke(void *user)
{
    cli_world *world = user;

    cli_world_woken(world);
    view_app_found(world->app);
}

/* The threads that could wake it are over before it goes. */
static void ended(void *user)
{
    cli_world *world = user;

    cli_world_prove_end(world);
    cli_debrief_stop(world->debrief);
    world->found = NULL;
}

static void dropped(void *user, const char *path)
{
    cli_world_dropped(user, path);
}

static bool names_display(void)
{
    return getenv("DISPLAY") || getenv("WAYLAND_DISPLAY") || getenv("SDL_VIDEODRIVER");
}

/* SDL is asked last: some drivers complain on stderr where there is nothing. */
static bool display_name(char *name, size_t room)
{
    name[0] = '\0';
    if (!names_display())
        return false;
    return sdl_display_name(name, room);
}

static bool no_display(void)
{
    char name[64];

    return !display_name(name, sizeof name);
}

/* Opening video costs a third of the time to the first picture: it is done once, and only
 * when it fails is it asked whether there is a display at all. */
static int run_window(cli_world *world)
{
    char fonts[CLI_WORLD_PATH];
    ear_error err = {.status = EAR_OK};
    bool interrupted = false;
    const bool own = cli_place_share(fonts, sizeof fonts, "assets/fonts");
    const sdl_options options = {.title = "Earshot",
                                 .fonts_folder = own ? fonts : NULL,
                                 .fullscreen = view_app_settings(world->app)->fullscreen,
                                 .watched = watched,
                                 .changed = changed,
                                 .dropped = dropped,
                                 .started = started,
                                 .woke = woke,
                                 .ended = ended,
                                 .user = world};

    const ear_status status = sdl_run(world->app, &options, &interrupted, &err);
    if (status == EAR_OK)
        return interrupted ? CLI_STOPPED : CLI_DONE;
    if (!no_display()) /* no font, say; what there is to say without a display, callers do
                        */
        cli_failed(&err);
    return CLI_NO_DEVICE;
}

static int home(const char *voice)
{
    cli_world world;
    ear_error err = {.status = EAR_OK};
    int code;

    if (!names_display())
        return cli_help_short();
    if (cli_world_begin(&world, &err) != EAR_OK) {
        code = cli_failed(&err);
    } else {
        world.keep = true;
        cli_world_voice(&world, voice);
        if (cli_world_welcome(&world, &err) != EAR_OK)
            code = cli_failed(&err);
        else
            code = run_window(&world);
    }
    cli_world_end(&world);
    return code == CLI_NO_DEVICE && no_display() ? cli_help_short() : code;
}

static int say_no_display(const cli_args *args)
{
    cli_say("there is no display to open a window on");
    cli_say_next("in the terminal: earshot play %s --text", args->words[0]);
    return CLI_NO_DEVICE;
}

static int play(const cli_args *args)
{
    cli_world world;
    ear_error err = {.status = EAR_OK};
    int code;

    if (!names_display())
        return say_no_display(args);
    if (cli_world_begin(&world, &err) != EAR_OK) {
        code = cli_failed(&err);
    } else {
        cli_world_asked(&world, args);
        code = cli_world_play(&world, args->words[0]);
        if (code == -1)
            code = run_window(&world);
    }
    cli_world_end(&world);
    return code == CLI_NO_DEVICE && no_display() ? say_no_display(args) : code;
}

static bool display(char *words, size_t room)
{
    if (display_name(words, room))
        return true;
    snprintf(words, room, "none: earshot plays in the terminal, with --text");
    return false;
}

static bool fonts(char *words, size_t room)
{
    char folder[CLI_WORLD_PATH];
    const bool own = cli_place_share(folder, sizeof folder, "assets/fonts");
    sdl_fonts *opened = NULL;
    ear_error err = {.status = EAR_OK};

    if (sdl_fonts_open(&opened, own ? folder : NULL, &err) != EAR_OK) {
        snprintf(words, room, "%s", err.message);
        return false;
    }
    snprintf(words, room, "%zu, words in %s", sdl_fonts_count(opened),
             sdl_fonts_family_path(opened, TEXT_FAMILY_PLAIN));
    sdl_fonts_close(opened);
    return true;
}

static bool voice(char *words, size_t room)
{
    const char *name = sdl_voice_name();

    snprintf(words, room, "%s",
             *name ? name : "no speech program (spd-say or espeak-ng)");
    return *name != '\0';
}

const cli_window_table cli_window_part = {
    .version = EARSHOT_VERSION,
    .home = home,
    .play = play,
    .shot = cli_draw_shot,
    .poster = cli_draw_poster,
    .players = cli_draw_players,
    .display = display,
    .fonts = fonts,
    .voice = voice,
};
