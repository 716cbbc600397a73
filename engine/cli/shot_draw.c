/* Any screen as a PNG, without a display. */
#include "cli/open.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/window_draw.h"
#include "cli/world.h"
#include "sdl/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *word;
    view_screen screen;
    view_command_kind command;
    bool notice;
} screens[] = {
    {"conversation", VIEW_SCREEN_TALK, VIEW_DO_NOTHING, false},
    {"home", VIEW_SCREEN_HOME, VIEW_DO_NOTHING, false},
    {"brief", VIEW_SCREEN_BRIEF, VIEW_DO_NOTHING, false},
    {"welcome", VIEW_SCREEN_WELCOME, VIEW_DO_NOTHING, false},
    {"debrief", VIEW_SCREEN_DEBRIEF, VIEW_DO_NOTHING, false},
    {"room", VIEW_SCREEN_ROOM, VIEW_DO_NOTHING, false},
    {"presenter", VIEW_SCREEN_PRESENTER, VIEW_DO_NOTHING, false},
    {"settings", VIEW_SCREEN_SETTINGS, VIEW_DO_NOTHING, false},
    {"graph", VIEW_SCREEN_GRAPH, VIEW_DO_NOTHING, false},
    {"question", VIEW_SCREEN_TALK, VIEW_DO_NOTHING, true},
    {"log", VIEW_SCREEN_TALK, VIEW_DO_LOG, false},
    {"menu", VIEW_SCREEN_TALK, VIEW_DO_PAUSE, false},
    {"help", VIEW_SCREEN_TALK, VIEW_DO_HELP, false},
    {"check", VIEW_SCREEN_TALK, VIEW_DO_CHECK, false},
    {"simulate", VIEW_SCREEN_TALK, VIEW_DO_SIMULATE, false},
    {"end", VIEW_SCREEN_END, VIEW_DO_NOTHING, false},
};

static view_shot shot_of(const cli_args *args)
{
    const char *word = cli_text(args, "screen");
    view_shot shot = {.screen = VIEW_SCREEN_TALK,
                      .play = cli_text(args, "play"),
                      .focus = (int32_t)cli_number(args, "focus", 0) - 1};

    for (size_t i = 0; word && i < sizeof screens / sizeof *screens; i++)
        if (strcmp(word, screens[i].word) == 0) {
            shot.screen = screens[i].screen;
            shot.command.kind = screens[i].command;
            shot.notice = screens[i].notice;
        }
    return shot;
}

static bool size_of(const char *text, int *width, int *height)
{
    char rest;

    *width = 1280;
    *height = 720;
    return !text ||
           (sscanf(text, "%5dx%5d%c", width, height, &rest) == 2 && *width >= 320 &&
            *height >= 200 && *width <= 16384 && *height <= 16384);
}

static void set(cli_world *world, const char *name, const char *value)
{
    char line[128];

    if (!value)
        return;
    snprintf(line, sizeof line, "%s = %s\n", name, value);
    view_app_read_settings(world->app, line);
}

/* As the arguments say, whatever the person's own settings are. */
static void look(cli_world *world, const cli_args *args)
{
    char size[24];

    snprintf(size, sizeof size, "%u", (unsigned)cli_number(args, "text-size", 100));
    set(world, "font", "plain");
    set(world, "text_size", size);
    set(world, "theme", cli_text(args, "theme") ? cli_text(args, "theme") : "paper");
    set(world, "feedback", cli_text(args, "level"));
}

/* A test that ends somewhere; rather in a mixed ending, which has most to look back at.
 */
static const model_test *test_to_show(const ear_scenario *scenario)
{
    const model_test *first = NULL;

    for (size_t i = 0; i < scenario->count[MODEL_S_TESTS]; i++) {
        const model_test *test = &scenario->tests[i];

        if (test->ends == MODEL_NONE)
            continue;
        if (scenario->moments[test->ends].rating == MODEL_MIXED)
            return test;
        if (!first)
            first = test;
    }
    return first;
}

/* Without --play a screen that looks back shows the road of one of the pack's tests. */
static void add_tested_road(base_bytes *play, const ear_scenario *scenario)
{
    const model_test *test = test_to_show(scenario);

    for (uint32_t k = 0; test && k < test->play.count; k++) {
        base_bytes_text(play, k > 0 ? ", " : "");
        base_bytes_text(play,
                        model_string(scenario, scenario->texts[test->play.first + k]));
    }
}

static bool looks_back(view_screen screen)
{
    return screen == VIEW_SCREEN_DEBRIEF || screen == VIEW_SCREEN_END;
}

static ear_status set_up(cli_world *world, view_shot shot, ear_error *err)
{
    base_bytes play = {0};

    if (!shot.play && looks_back(shot.screen) && world->now.loaded) {
        add_tested_road(&play, world->now.loaded->scenario);
        shot.play = base_bytes_string(&play);
    }
    const ear_status status = view_shot_state(world->app, &shot, 1000, err);
    base_bytes_release(&play);
    return status;
}

static int draw(cli_world *world, const cli_args *args, int width, int height)
{
    const view_shot shot = shot_of(args);
    const char *out = cli_text(args, "output");
    char fonts[CLI_WORLD_PATH];
    ear_error err = {.status = EAR_OK};
    const bool own = cli_place_share(fonts, sizeof fonts, "assets/fonts");

    if (shot.screen == VIEW_SCREEN_ROOM || shot.screen == VIEW_SCREEN_PRESENTER) {
        cli_say("the workshop's screens (room, presenter) are not in this version;");
        cli_say_next(
            "draw one of the others, as in: earshot shot %s --screen conversation",
            args->words[0]);
        return CLI_USAGE;
    }
    if (set_up(world, shot, &err) != EAR_OK) {
        cli_failed(&err);
        return CLI_USAGE;
    }
    if (sdl_shot(world->app, width, height, own ? fonts : NULL, out ? out : "shot.png",
                 &err) == EAR_OK)
        return CLI_DONE;
    const int code = cli_failed(&err);
    return err.status == EAR_E_NOT_FOUND ? CLI_NO_DEVICE : code;
}

int cli_draw_shot(const cli_args *args)
{
    cli_world world;
    ear_error err = {.status = EAR_OK};
    const uint64_t text = cli_number(args, "text-size", 100);
    int width, height, code;

    if (!size_of(cli_text(args, "size"), &width, &height))
        return cli_wrong(args->command, "--size wants px by px, as in 1920x1080");
    if (text < 100 || text > 200)
        return cli_wrong(args->command, "--text-size goes from 100 to 200 percent");
    if (cli_world_begin(&world, &err) != EAR_OK) {
        code = cli_failed(&err);
    } else {
        world.load = cli_load_asked(args);
        world.options.seed = cli_number(args, "seed", 1);
        world.options.from = cli_text(args, "moment");
        world.patient = true;
        look(&world, args);
        code = cli_world_play(&world, args->words[0]);
        if (code == -1)
            code = draw(&world, args, width, height);
    }
    cli_world_end(&world);
    return code;
}
