/* The graph of a scenario as a PNG: the window's own drawing, all of it at once. */
#include "cli/open.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/window_draw.h"
#include "cli/world.h"
#include "sdl/window.h"

#include <math.h>
#include <stdio.h>

/* Less than that and letters of 14 px are smaller than can be drawn. */
#define LEAST_DENSITY .45

/* Twice the design's size, for print, while it is no more than so many px. */
#define DENSITY   2.0
#define MOST_PX   48e6
#define MOST_SIDE 16384.0 /* sdl_shot() takes no more */

static double density_of(view_size size)
{
    const double area = (double)size.width * size.height;
    const double side = size.width > size.height ? size.width : size.height;

    return fmin(fmin(DENSITY, sqrt(MOST_PX / area)), MOST_SIDE / side);
}

static int draw(cli_world *world, const char *out)
{
    char fonts[CLI_WORLD_PATH];
    ear_error err = {.status = EAR_OK};
    view_size size;
    const bool own = cli_place_share(fonts, sizeof fonts, "assets/fonts");

    if (view_app_poster(world->app, &size, &err) != EAR_OK) {
        cli_failed(&err);
        return CLI_USAGE;
    }
    const double density = density_of(size);
    if (density < LEAST_DENSITY) {
        cli_say("the picture is too large for a PNG that can be read");
        cli_say_next("as a drawing of any size: -o graph.svg");
        return CLI_USAGE;
    }
    if (sdl_shot(world->app, (int)(size.width * density), (int)(size.height * density),
                 own ? fonts : NULL, out, &err) == EAR_OK)
        return CLI_DONE;
    const int code = cli_failed(&err);
    return err.status == EAR_E_NOT_FOUND ? CLI_NO_DEVICE : code;
}

int cli_draw_poster(const cli_args *args, const char *out, const cli_graph_asked *asked)
{
    cli_world world;
    ear_error err = {.status = EAR_OK};
    int code;

    if (cli_world_begin(&world, &err) != EAR_OK) {
        code = cli_failed(&err);
    } else {
        world.load = cli_load_asked(args);
        world.options.seed = 1;
        world.graph_asked = asked;
        view_app_read_settings(world.app,
                               "text_size = 100\ntheme = paper\nfont = plain\n");
        code = cli_world_play(&world, args->words[0]);
        if (code == -1)
            code = draw(&world, out);
    }
    cli_world_end(&world);
    return code;
}
