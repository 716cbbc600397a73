/* Pictures for the wall as PNG, drawn by the window: the graph of a scenario, all of it
 * at once, and how it ends for simulated players. */
#include "cli/open.h"
#include "cli/places.h"
#include "cli/say.h"
#include "cli/window_draw.h"
#include "cli/world.h"
#include "sdl/window.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

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

static int write_png(cli_world *world, view_size size, const char *out)
{
    char fonts[CLI_WORLD_PATH];
    ear_error err = {.status = EAR_OK};
    const double density = density_of(size);
    const bool own = cli_place_share(fonts, sizeof fonts, "assets/fonts");

    if (sdl_shot(world->app, (int)(size.width * density), (int)(size.height * density),
                 own ? fonts : NULL, out, &err) == EAR_OK)
        return CLI_DONE;
    const int code = cli_failed(&err);
    return err.status == EAR_E_NOT_FOUND ? CLI_NO_DEVICE : code;
}

static int draw(cli_world *world, const char *out)
{
    ear_error err = {.status = EAR_OK};
    view_size size;

    if (view_app_poster(world->app, &size, &err) != EAR_OK) {
        cli_failed(&err);
        return CLI_USAGE;
    }
    if (density_of(size) < LEAST_DENSITY) {
        cli_say("the picture is too large for a PNG that can be read");
        cli_say_next("as a drawing of any size: -o graph.svg");
        return CLI_USAGE;
    }
    return write_png(world, size, out);
}

/* Pictures look the same whatever somebody has set. */
static void settle(cli_world *world)
{
    view_app_read_settings(world->app, "text_size = 100\ntheme = paper\nfont = plain\n");
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
        settle(&world);
        code = cli_world_play(&world, args->words[0]);
        if (code == -1)
            code = draw(&world, out);
    }
    cli_world_end(&world);
    return code;
}

static view_plate_item item_of(const report_stroke *stroke)
{
    static const view_letters letters[] = {
        [REPORT_BOX] = VIEW_LETTERS_NONE,
        [REPORT_PLAIN] = VIEW_LETTERS_PLAIN,
        [REPORT_STRONG] = VIEW_LETTERS_STRONG,
        [REPORT_TITLE] = VIEW_LETTERS_TITLE,
    };
    static const text_align anchors[] = {
        [REPORT_START] = TEXT_START,
        [REPORT_MIDDLE] = TEXT_CENTER,
        [REPORT_END] = TEXT_END,
    };

    return (view_plate_item){
        .letters = letters[stroke->letters],
        .align = anchors[stroke->anchor],
        .at = {(float)stroke->x, (float)stroke->y, (float)stroke->width,
               (float)stroke->height},
        .ink = stroke->ink,
        .words = stroke->words,
    };
}

int cli_draw_players(const char *out, const report_players *picture)
{
    view_plate_item *items = malloc((picture->count + 1) * sizeof *items);
    const view_plate plate = {items, picture->count, (float)picture->width,
                              (float)picture->height};
    cli_world world;
    ear_error err = {.status = EAR_OK};
    ear_status status = cli_world_begin(&world, &err);
    int code;

    if (!items && status == EAR_OK)
        status = base_fail_memory(&err);
    if (status == EAR_OK) {
        for (size_t i = 0; i < plate.count; i++)
            items[i] = item_of(&picture->strokes[i]);
        settle(&world);
        view_app_plate(world.app, &plate);
        code = write_png(&world,
                         (view_size){.width = plate.width, .height = plate.height}, out);
    } else {
        code = cli_failed(&err);
    }
    cli_world_end(&world);
    free(items);
    return code;
}
