/*
 * Every screen in three themes and two text sizes, as hashes of what is on it; and three
 * of them in pixels, as a grid of mean colours.
 *
 *   screens SCENARIO FONTS GOLDEN             what differs from GOLDEN; exit 1 if
 * anything screens SCENARIO FONTS GOLDEN --update    writes it screens SCENARIO FONTS
 * --dump "chat, paper, 100"    what is on one, item by item
 *
 * Places are rounded to whole px and letters come from FONTS, so that neither the
 * machine's fonts nor its painter are in the hashes.
 */
#include "base/hash.h"
#include "cli/world.h"
#include "sdl/paint.h"
#include "view/app_state.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH     1280
#define HEIGHT    720
#define CELL      40 /* px of the grid's cells */
#define TOLERANCE 8  /* of 255, in the mean of a cell */
#define LINE      4096

typedef struct walk {
    cli_world world;
    sdl_fonts *fonts;
    text_layouts *layouts;
    sdl_painter *painter;
    view_frame frame;
    const char *dump; /* NULL: none */
    FILE *golden;
    bool update;
    size_t wrong;
} walk;

typedef struct place {
    const char *name;
    view_screen screen;
    const char *play;
    view_command_kind command;
    bool notice;
    bool pixels; /* compared as pixels too */
} place;

#define MISTAKE "mistake"
#define FIRST   "Two days late"
#define LAST    FIRST ", Two sleeps, You are"
static const place places[] = {
    {"home", VIEW_SCREEN_HOME, NULL, VIEW_DO_NOTHING, false, false},
    {"brief", VIEW_SCREEN_BRIEF, NULL, VIEW_DO_NOTHING, false, false},
    {"welcome", VIEW_SCREEN_WELCOME, NULL, VIEW_DO_NOTHING, false, false},
    {"chat", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, false, true},
    {"question", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, true, false},
    {"phone", VIEW_SCREEN_TALK, FIRST, VIEW_DO_NOTHING, false, true},
    {"person", VIEW_SCREEN_TALK, FIRST ", Two sleeps", VIEW_DO_NOTHING, false, true},
    {"end", VIEW_SCREEN_END, LAST, VIEW_DO_NOTHING, false, false},
    {"settings", VIEW_SCREEN_SETTINGS, NULL, VIEW_DO_NOTHING, false, false},
    {"log", VIEW_SCREEN_TALK, FIRST ", Two sleeps", VIEW_DO_LOG, false, false},
    {"menu", VIEW_SCREEN_TALK, FIRST, VIEW_DO_PAUSE, false, false},
    {"help", VIEW_SCREEN_TALK, NULL, VIEW_DO_HELP, false, false},
    {"order screen", VIEW_SCREEN_TALK, NULL, VIEW_DO_SCREEN, false, false},
    {"debrief", VIEW_SCREEN_DEBRIEF, LAST, VIEW_DO_NOTHING, false, true},
    {"reflect", VIEW_SCREEN_DEBRIEF, LAST, VIEW_DO_NEXT, false, false},
    {"graph", VIEW_SCREEN_GRAPH, NULL, VIEW_DO_NOTHING, false, true},
    {"found", VIEW_SCREEN_TALK, NULL, VIEW_DO_CHECK, false, false},
    {"players", VIEW_SCREEN_TALK, NULL, VIEW_DO_SIMULATE, false, false},
    {MISTAKE, VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, false, false},
};

/* As reading a saved file tells of it. */
static const view_problem mistake = {
    .title = "There is probably a comma missing on line 41",
    .place = "birthday-bike/scenario.lua, line 41",
    .why = "Inside { } every entry ends with a comma.",
    .said = "'}' expected (to close '{' at line 40) near 'why'",
    .mark = "put a comma here",
    .lines = "  you \"Two days late and no word from us.\" {\n"
             "    thinks = \"Okay. At least this one read it.\"\n"
             "    why    = \"Uses what she already told you.\",\n  }\n",
    .first_line = 40,
    .line = 41,
    .file = "birthday-bike/scenario.lua"};

/* The same home everywhere, whatever packs there are. */
static const view_catalogue *two_packs(void *user)
{
    static const float curve[] = {.3f, .2f, .5f, .8f};
    static const view_past past[] = {
        {"The parcel", "she tells her sister about you", MODEL_STRONG, curve, 4}};
    static const view_entry entries[] = {{.id = "a",
                                          .title = "The parcel",
                                          .level = "Foundation",
                                          .channels = "chat",
                                          .channel = MODEL_CHAT,
                                          .customer = "Priya Nair",
                                          .look = "flat",
                                          .mood = .3f,
                                          .minutes = 8,
                                          .endings = 4,
                                          .endings_seen = 2,
                                          .unfinished = true},
                                         {.id = "b",
                                          .title = "The bill",
                                          .level = "Stretch",
                                          .channels = "in person",
                                          .channel = MODEL_IN_PERSON,
                                          .customer = "Joseph Obi",
                                          .look = "cold",
                                          .mood = .2f,
                                          .minutes = 6,
                                          .endings = 3}};
    static const view_catalogue catalogue = {
        .entries = entries, .count = 2, .past = past, .past_count = 1};

    (void)user;
    return &catalogue;
}

/* --- what is on a screen ------------------------------------------------------------ */

static const char *color(char out[12], view_color c)
{
    snprintf(out, 12, "%02x%02x%02x/%02x", c.r, c.g, c.b, c.a);
    return out;
}

static void words_of_item(char *out, size_t room, const view_item *item)
{
    char a[12], b[12];

    if (item->kind == VIEW_TEXT)
        snprintf(out, room, "%s %.0f px %s", color(a, item->as.text.color),
                 (double)item->as.text.paragraph->style.size,
                 item->as.text.paragraph->text);
    else if (item->kind == VIEW_BOX)
        snprintf(out, room, "%s %s", color(a, item->as.box.fill.color),
                 color(b, item->as.box.stroke.color));
    else if (item->kind == VIEW_PATH)
        snprintf(out, room, "%u %s %s", (unsigned)item->as.path.verbs,
                 color(a, item->as.path.fill.color),
                 color(b, item->as.path.stroke.color));
    else
        snprintf(out, room, "-");
}

static uint64_t add_line(walk *w, uint64_t hash, const char *kind, const view_rect *r,
                         const char *words)
{
    char line[LINE];

    snprintf(line, sizeof line, "%s %ld %ld %ld %ld %s", kind, lroundf(r->x),
             lroundf(r->y), lroundf(r->w), lroundf(r->h), words);
    if (w->dump)
        printf("%s\n", line);
    return base_hash(line, strlen(line), hash);
}

static uint64_t hash_of_frame(walk *w)
{
    static const char *const kinds[] = {"box",    "path",  "text", "clip",
                                        "unclip", "group", "end"};
    const view_frame *f = &w->frame;
    char words[LINE];
    uint64_t hash = 0;

    for (size_t i = 0; i < f->count; i++) {
        words_of_item(words, sizeof words, &f->items[i]);
        hash = add_line(w, hash, kinds[f->items[i].kind], &f->items[i].bounds, words);
    }
    for (size_t i = 0; i < f->press_count; i++) {
        const view_press *press = &f->presses[i];
        snprintf(words, sizeof words, "%s | %s", view_frame_string(f, press->label),
                 view_frame_string(f, press->state));
        hash = add_line(w, hash, "press", &press->rect, words);
    }
    return hash;
}

/* --- against the file --------------------------------------------------------------- */

static void same_line(walk *w, const char *name, const char *now)
{
    char was[LINE] = "";

    if (w->update) {
        fprintf(w->golden, "%s: %s\n", name, now);
        return;
    }
    if (!fgets(was, sizeof was, w->golden))
        was[0] = '\0';
    was[strcspn(was, "\n")] = '\0';
    const size_t length = strlen(name);
    if (strncmp(was, name, length) != 0 || strcmp(was + length, "") == 0 ||
        strcmp(was + length + 2, now) != 0) {
        printf("%s: is %s, was \"%s\"\n", name, now, was);
        w->wrong++;
    }
}

static unsigned mean(const unsigned char *pixels, int stride, int x, int y, int channel)
{
    unsigned sum = 0;

    for (int i = 0; i < CELL * CELL; i++)
        sum += pixels[(y + i / CELL) * stride + (x + i % CELL) * 4 + channel];
    return sum / (CELL * CELL);
}

/* One row of the grid: its colours in hex, or how far they are from those in the file. */
static void same_row(walk *w, const char *name, const unsigned char *pixels, int y)
{
    char was[LINE] = "", now[LINE];
    size_t length = 0;

    for (int x = 0; x < WIDTH; x += CELL)
        for (int c = 0; c < 3; c++)
            length += (size_t)snprintf(now + length, sizeof now - length, "%02x",
                                       mean(pixels, WIDTH * 4, x, y, c));
    if (w->update) {
        fprintf(w->golden, "%s\n", now);
        return;
    }
    if (!fgets(was, sizeof was, w->golden) || strlen(was) < length) {
        w->wrong++;
        return;
    }
    for (size_t i = 0; i < length; i += 2) {
        const char a[3] = {was[i], was[i + 1], 0}, b[3] = {now[i], now[i + 1], 0};
        if (labs(strtol(a, NULL, 16) - strtol(b, NULL, 16)) <= TOLERANCE)
            continue;
        printf("%s: other pixels at %d, %d\n", name, (int)(i / 6) * CELL, y);
        w->wrong++;
        return;
    }
}

static void same_pixels(walk *w, const char *name)
{
    unsigned char *pixels = calloc((size_t)WIDTH * HEIGHT, 4);
    const sdl_canvas canvas = {pixels, WIDTH, HEIGHT, WIDTH * 4};
    ear_error err;

    if (!pixels || sdl_paint(w->painter, &canvas, &w->frame, NULL, 0, &err) != EAR_OK)
        w->wrong++;
    for (int y = 0; pixels && y < HEIGHT; y += CELL)
        same_row(w, name, pixels, y);
    free(pixels);
}

/* --- the walk ----------------------------------------------------------------------- */

static bool stand(walk *w, const char *scenario, const place *at)
{
    const view_shot shot = {.screen = at->screen,
                            .play = at->play,
                            .focus = -1,
                            .notice = at->notice,
                            .command = {at->command, 0, 0}};
    ear_error err = {.status = EAR_OK};

    if (cli_world_play(&w->world, scenario) == -1 &&
        view_shot_state(w->world.app, &shot, 1000, &err) == EAR_OK) {
        if (strcmp(at->name, MISTAKE) == 0)
            view_app_problem(w->world.app, &mistake, 1000);
        return true;
    }
    printf("%s: cannot be reached: %s\n", at->name, err.message);
    w->wrong++;
    return false;
}

static void look(walk *w, const place *at, const char *theme, int percent)
{
    const view_size size = {WIDTH, HEIGHT, 1};
    ear_error err = {.status = EAR_OK};
    char name[96], words[96];

    snprintf(words, sizeof words, "feedback = hints\ntheme = %s\ntext_size = %d\n", theme,
             percent);
    view_app_read_settings(w->world.app, words);
    snprintf(name, sizeof name, "%s, %s, %d", at->name, theme, percent);
    if (view_app_frame(w->world.app, &w->frame, size, w->layouts, &err) != EAR_OK) {
        printf("%s: cannot be drawn: %s\n", name, err.message);
        w->wrong++;
        return;
    }
    if (w->dump) {
        if (strcmp(w->dump, name) == 0)
            hash_of_frame(w);
        return;
    }
    snprintf(words, sizeof words, "%zu items, %zu to press, %016llx", w->frame.count,
             w->frame.press_count, (unsigned long long)hash_of_frame(w));
    same_line(w, name, words);
    if (at->pixels && percent == 100 && strcmp(theme, "paper") == 0)
        same_pixels(w, name);
}

static void look_at_all(walk *w, const char *scenario)
{
    static const char *const themes[] = {"paper", "evening", "contrast"};

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (!stand(w, scenario, &places[i]))
            continue;
        for (int k = 0; k < 6; k++)
            look(w, &places[i], themes[k / 2], k % 2 ? 150 : 100);
    }
}

static bool begin(walk *w, const char *folder)
{
    ear_error err = {.status = EAR_OK};

    if (cli_world_begin(&w->world, &err) != EAR_OK ||
        sdl_fonts_open(&w->fonts, folder, &err) != EAR_OK ||
        sdl_painter_create(&w->painter, w->fonts, &err) != EAR_OK) {
        printf("cannot begin: %s\n", err.message);
        return false;
    }
    w->world.options.seed = 1;
    w->world.patient = true; /* what is searched for is waited for */
    w->world.app->host.catalogue = two_packs;
    view_app_refresh(w->world.app, 0);
    const text_fonts letters = sdl_fonts_for_text(w->fonts);
    return text_layouts_create(&w->layouts, &letters, &err) == EAR_OK;
}

int main(int argc, char **argv)
{
    static walk w;

    if (argc < 4 || !begin(&w, argv[2]))
        return 2;
    w.dump = argc > 4 && strcmp(argv[3], "--dump") == 0 ? argv[4] : NULL;
    w.update = argc > 4 && strcmp(argv[4], "--update") == 0;
    w.golden = w.dump ? NULL : fopen(argv[3], w.update ? "w" : "r");
    if (!w.dump && !w.golden)
        return printf("%s cannot be opened\n", argv[3]), 2;
    look_at_all(&w, argv[1]);
    if (w.golden)
        fclose(w.golden);
    view_frame_release(&w.frame);
    sdl_painter_free(w.painter);
    text_layouts_free(w.layouts);
    sdl_fonts_close(w.fonts);
    cli_world_end(&w.world);
    return w.wrong > 0;
}
