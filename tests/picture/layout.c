/*
 * Walks every screen in every theme, font, text size and window size and looks at the
 * tree of what is drawn: no text is cut or too small, none lies over other text or under
 * a box, and whatever can be pressed is large enough and alone in its place.
 *
 *   layout SCENARIO FONTS --quick|--whole|--replies
 *
 * prints what does not hold; exit 1 if anything. --replies: every moment of the scenario,
 * where all replies are to be seen without scrolling.
 */
#include "cli/world.h"
#include "sdl/fonts.h"
#include "view/app_state.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define LEAST_TEXT   14.f
#define LEAST_TARGET 44.f
#define LEAST_REPLY  56.f
#define MOST_LINES   600
#define MOST_TOLD    60

typedef struct walk {
    cli_world world;
    text_layouts *layouts;
    view_frame frame;
    char where[160]; /* which screen and how, for messages */
    size_t frames, wrong;
} walk;

/* A line of text as it lies in the picture. */
typedef struct seen {
    view_rect rect;
    size_t item;
    const view_text *text;
    const text_line *line;
} seen;

static void tell(walk *w, const char *what, const char *text)
{
    if (w->wrong++ < MOST_TOLD)
        printf("%s: %s: %.60s\n", w->where, what, text);
}

static bool overlap(const view_rect *a, const view_rect *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h &&
           b->y < a->y + a->h;
}

/* What two rectangles that overlap have in common. */
static view_rect common(const view_rect *a, const view_rect *b)
{
    const float x = fmaxf(a->x, b->x), y = fmaxf(a->y, b->y);

    return (view_rect){x, y, fminf(a->x + a->w, b->x + b->w) - x,
                       fminf(a->y + a->h, b->y + b->h) - y};
}

/* Where the sheet or card on top begins: what lies below its veil is not read. */
static size_t top_layer(const view_frame *frame)
{
    size_t first = 0;

    for (size_t i = 0; i < frame->count; i++) {
        const view_item *item = &frame->items[i];
        if (item->kind == VIEW_BOX && i > 0 && item->bounds.w >= frame->width &&
            item->bounds.h >= frame->height)
            first = i;
    }
    return first;
}

static bool scrolls(const walk *w)
{
    const view_app *app = w->world.app;

    return app->scroll.longest > 0 || app->over_scroll.longest > 0;
}

/* The drawing of the graph is moved about in all directions. */
static bool pans(const walk *w)
{
    return w->world.app->screen == VIEW_SCREEN_GRAPH;
}

/* What is shortened can be heard and read whole: it is in the words of something to
 * press.
 */
static bool told_elsewhere(const walk *w, const char *text)
{
    const view_frame *f = &w->frame;

    for (size_t i = 0; i < f->press_count; i++)
        if (strstr(view_frame_string(f, f->presses[i].label), text) ||
            strstr(view_frame_string(f, f->presses[i].state), text))
            return true;
    return false;
}

/* --- text --------------------------------------------------------------------------- */

static void check_text(walk *w, const view_item *item)
{
    const view_text *text = &item->as.text;
    const text_paragraph *p = text->paragraph;
    const float scale = w->frame.scale;

    if (p->style.size / scale < LEAST_TEXT - .1f)
        tell(w, "too small", p->text);
    if (p->cut && !told_elsewhere(w, p->text))
        tell(w, "cut", p->text);
    if (text->measure > 0 && p->width > text->measure + 1.5f)
        tell(w, "wider than its room", p->text);
    if (item->bounds.w <= 0 || item->bounds.h <= 0)
        return; /* scrolled away */
    if (pans(w))
        return;
    if (text->at.x < -1 || text->at.x + p->width > w->frame.width + 1)
        tell(w, "beyond the window's side", p->text);
    if (item->bounds.x > text->at.x + 1.5f ||
        item->bounds.x + item->bounds.w < text->at.x + p->width - 1.5f)
        tell(w, "clipped at its side", p->text);
    if (!scrolls(w) && (text->at.y < -1 || item->bounds.h < p->height - 2 ||
                        text->at.y + p->height > w->frame.height + 2))
        tell(w, "clipped above or below", p->text);
}

static size_t lines_of(walk *w, size_t first, seen *out)
{
    size_t n = 0;

    for (size_t i = first; i < w->frame.count; i++) {
        const view_item *item = &w->frame.items[i];
        if (item->kind != VIEW_TEXT || item->bounds.w <= 0 || item->bounds.h <= 0)
            continue;
        const view_text *text = &item->as.text;
        for (uint32_t l = 0; l < text->paragraph->line_count && n < MOST_LINES; l++) {
            const text_line *line = &text->paragraph->lines[l];
            const float h = text->paragraph->style.size;
            const view_rect r = {text->at.x + line->x,
                                 text->at.y + line->baseline - .75f * h, line->width,
                                 .85f * h};
            if (line->width > 0 && overlap(&r, &item->bounds))
                out[n++] = (seen){common(&r, &item->bounds), i, text, line};
        }
    }
    return n;
}

static bool covers(const view_item *item)
{
    return item->kind == VIEW_BOX && item->as.box.fill.kind == VIEW_PAINT_SOLID &&
           item->as.box.fill.color.a == 255;
}

static void check_lines(walk *w, size_t first)
{
    static seen lines[MOST_LINES];
    const size_t n = lines_of(w, first, lines);

    for (size_t i = 0; i < n; i++) {
        const char *words = lines[i].text->paragraph->text + lines[i].line->start;
        for (size_t k = i + 1; k < n; k++)
            if (overlap(&lines[i].rect, &lines[k].rect))
                tell(w, "lies over other text", words);
        for (size_t k = lines[i].item + 1; k < w->frame.count; k++)
            if (covers(&w->frame.items[k]) &&
                overlap(&lines[i].rect, &w->frame.items[k].as.box.rect) &&
                overlap(&lines[i].rect, &w->frame.items[k].bounds))
                tell(w, "lies under a box", words);
    }
}

/* --- what can be pressed ------------------------------------------------------------ */

static float least_height(const view_press *press)
{
    return press->role == VIEW_ROLE_REPLY ? LEAST_REPLY : LEAST_TARGET;
}

static void check_presses(walk *w)
{
    const view_frame *f = &w->frame;

    for (size_t i = 0; i < f->press_count; i++) {
        const view_press *press = &f->presses[i];
        const char *label = view_frame_string(f, press->label);
        if (press->role == VIEW_ROLE_STAGE)
            continue;
        if (!*label)
            tell(w, "has no name to be spoken", "");
        if (press->whole.h < least_height(press) * f->scale - 1.1f ||
            press->whole.w < LEAST_TARGET * f->scale - 1.1f)
            tell(w, "is too small to press", label);
        if (!pans(w) &&
            (press->whole.x < -1 || press->whole.x + press->whole.w > f->width + 1))
            tell(w, "is pressed beyond the window's side", label);
        for (size_t k = i + 1; k < f->press_count; k++)
            if (f->presses[k].role != VIEW_ROLE_STAGE &&
                press->role != VIEW_ROLE_SETTING && press->rect.h > 0 &&
                overlap(&press->rect, &f->presses[k].rect))
                tell(w, "shares its place with another", label);
    }
}

static void check_frame(walk *w)
{
    const size_t first = top_layer(&w->frame);

    for (size_t i = first; i < w->frame.count; i++)
        if (w->frame.items[i].kind == VIEW_TEXT)
            check_text(w, &w->frame.items[i]);
    check_lines(w, first);
    check_presses(w);
}

/* --- the walk ----------------------------------------------------------------------- */

typedef struct place {
    const char *name;
    view_screen screen;
    const char *play;
    view_command_kind command; /* given there; NOTHING: none */
    const char *settings;
    bool problem; /* the card of a mistake lies over it */
} place;

#define FIRST "Two days late"
#define LAST  FIRST ", Two sleeps, You are"
static const place places[] = {
    {"home", VIEW_SCREEN_HOME, NULL, VIEW_DO_NOTHING, "", false},
    {"brief", VIEW_SCREEN_BRIEF, NULL, VIEW_DO_NOTHING, "", false},
    {"welcome", VIEW_SCREEN_WELCOME, NULL, VIEW_DO_NOTHING, "", false},
    {"chat", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, "", false},
    {"chat, open", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, "feedback = open", false},
    {"chat, read", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, "feedback = read", false},
    {"question", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, "", false},
    {"question answered", VIEW_SCREEN_TALK, NULL, VIEW_DO_CHOOSE, "", false},
    {"phone", VIEW_SCREEN_TALK, FIRST, VIEW_DO_NOTHING, "", false},
    {"phone, open", VIEW_SCREEN_TALK, FIRST, VIEW_DO_NOTHING, "feedback = open", false},
    {"person", VIEW_SCREEN_TALK, FIRST ", Two sleeps", VIEW_DO_NOTHING, "", false},
    {"person, open", VIEW_SCREEN_TALK, FIRST ", Two sleeps", VIEW_DO_NOTHING,
     "feedback = open", false},
    {"over", VIEW_SCREEN_TALK, LAST, VIEW_DO_NOTHING, "", false},
    {"end", VIEW_SCREEN_END, LAST, VIEW_DO_NOTHING, "", false},
    {"debrief", VIEW_SCREEN_DEBRIEF, LAST, VIEW_DO_NOTHING, "", false},
    {"what if", VIEW_SCREEN_DEBRIEF, LAST, VIEW_DO_WHAT_IF, "", false},
    {"reflect", VIEW_SCREEN_DEBRIEF, LAST, VIEW_DO_NEXT, "", false},
    {"graph", VIEW_SCREEN_GRAPH, NULL, VIEW_DO_NOTHING, "", false},
    {"inspector", VIEW_SCREEN_TALK, FIRST, VIEW_DO_INSPECT, "", false},
    {"about", VIEW_SCREEN_TALK, FIRST, VIEW_DO_ABOUT, "", false},
    {"settings", VIEW_SCREEN_SETTINGS, NULL, VIEW_DO_NOTHING, "", false},
    {"log", VIEW_SCREEN_TALK, FIRST ", Two sleeps", VIEW_DO_LOG, "", false},
    {"menu", VIEW_SCREEN_TALK, FIRST, VIEW_DO_PAUSE, "", false},
    {"help", VIEW_SCREEN_TALK, NULL, VIEW_DO_HELP, "", false},
    {"order screen", VIEW_SCREEN_TALK, NULL, VIEW_DO_SCREEN, "", false},
    {"moments", VIEW_SCREEN_TALK, NULL, VIEW_DO_GO_TO, "", false},
    {"found", VIEW_SCREEN_TALK, NULL, VIEW_DO_CHECK, "", false},
    {"players", VIEW_SCREEN_TALK, NULL, VIEW_DO_SIMULATE, "", false},
    {"proved", VIEW_SCREEN_TALK, NULL, VIEW_DO_CHECK, "", false}, /* and shut again */
    {"mistake", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, "", true},
};

static const view_problem mistake = {
    .title = "There is probably a comma missing on line 41",
    .place = "birthday-bike/scenario.lua, line 41",
    .why = "Inside { } every entry ends with a comma. Put one behind the closing quote.",
    .said = "'}' expected (to close '{' at line 39) near 'why'",
    .mark = "put a comma here",
    .lines = "  you \"Two days late and no word from us. I'm sorry, Priya.\" {\n"
             "    intent = \"acknowledge\", mood = \"heard +14, calm +8\",\n"
             "    thinks = \"Okay. At least this one read it.\"\n"
             "    why    = \"Uses what she already told you.\",\n"
             "    go     = \"looking\",\n  }\n",
    .first_line = 39,
    .line = 41,
    .file = "birthday-bike/scenario.lua"};

static bool stand(walk *w, const char *scenario, const place *at)
{
    const int32_t number = at->command == VIEW_DO_GO_TO ? -1 : 0;
    const view_shot shot = {.screen = at->screen,
                            .play = at->play,
                            .focus = -1,
                            .notice = strncmp(at->name, "question", 8) == 0,
                            .command = {at->command, number, 0}};
    ear_error err = {.status = EAR_OK};

    if (cli_world_play(&w->world, scenario) != -1 ||
        view_shot_state(w->world.app, &shot, 1000, &err) != EAR_OK) {
        printf("%s: cannot be reached: %s\n", at->name, err.message);
        w->wrong++;
        return false;
    }
    if (strcmp(at->name, "proved") == 0)
        view_app_intent(w->world.app,
                        &(view_intent){.kind = VIEW_INTENT_KEY, .name = "Escape"}, 1000,
                        &err);
    if (at->problem)
        view_app_problem(w->world.app, &mistake, 1000);
    return true;
}

static void look(walk *w, view_size size)
{
    ear_error err = {.status = EAR_OK};

    w->frames++;
    if (view_app_frame(w->world.app, &w->frame, size, w->layouts, &err) == EAR_OK)
        check_frame(w);
    else
        tell(w, "cannot be drawn", err.message);
}

static void look_everywhere(walk *w, const place *at, bool quick)
{
    static const view_size sizes[] = {
        {1280, 720, 1}, {640, 360, 1}, {960, 540, 1}, {1920, 1080, 1}, {3840, 2160, 1}};
    static const char *const themes[] = {"paper", "contrast", "evening"};
    static const char *const fonts[] = {"plain", "wide", "easy"};
    const int step = quick ? 50 : 10, tones = quick ? 1 : 3, windows = quick ? 3 : 5;
    char lines[160];

    for (int i = 0; i < windows * tones * 3; i++)
        for (int percent = 100; percent <= 200; percent += step) {
            const view_size size = sizes[i % windows];
            const char *theme = themes[i / windows % tones];
            const char *font = fonts[i / windows / tones];
            snprintf(lines, sizeof lines,
                     "feedback = hints\ntheme = %s\nfont = %s\ntext_size = %d\n%s\n",
                     theme, font, percent, at->settings);
            view_app_read_settings(w->world.app, lines);
            snprintf(w->where, sizeof w->where, "%s, %s, %s, %d %%, %dx%d", at->name,
                     theme, font, percent, (int)size.width, (int)size.height);
            look(w, size);
        }
}

static bool begin(walk *w, sdl_fonts **fonts, const char *folder)
{
    ear_error err = {.status = EAR_OK};

    if (cli_world_begin(&w->world, &err) != EAR_OK ||
        sdl_fonts_open(fonts, folder, &err) != EAR_OK) {
        printf("cannot begin: %s\n", err.message);
        return false;
    }
    w->world.options.seed = 1;
    w->world.patient = true;
    const text_fonts letters = sdl_fonts_for_text(*fonts);
    return text_layouts_create(&w->layouts, &letters, &err) == EAR_OK;
}

/* --- many replies ------------------------------------------------------------------- */

static void check_replies(walk *w)
{
    const view_frame *f = &w->frame;
    uint32_t seen_whole = 0;

    for (size_t i = 0; i < f->press_count; i++) {
        const view_press *press = &f->presses[i];
        if (press->role == VIEW_ROLE_REPLY && press->rect.h >= press->whole.h - .5f &&
            press->rect.y + press->rect.h <= f->height)
            seen_whole++;
    }
    if (scrolls(w) || seen_whole == 0 || seen_whole != w->world.app->talk.offer_count)
        tell(w, "not every reply is seen", f->press_count ? "" : "nothing to press");
}

static void all_replies(walk *w, const char *scenario)
{
    static const char *const moments[] = {"phone four", "phone six", "person six",
                                          "chat six"};
    static const view_size sizes[] = {{1280, 720, 1}, {1920, 1080, 1}, {1366, 768, 1}};
    static const char *const themes[] = {"paper", "contrast", "evening"};
    static const place talk = {"", VIEW_SCREEN_TALK, NULL, VIEW_DO_NOTHING, "", false};
    char lines[96];

    for (int i = 0; i < 4 * 3 * 3; i++) {
        w->world.options.from = moments[i / 9];
        snprintf(lines, sizeof lines, "feedback = hints\ntheme = %s\nfont = plain\n",
                 themes[i % 3]);
        snprintf(w->where, sizeof w->where, "%s, %s, %dx%d", moments[i / 9],
                 themes[i % 3], (int)sizes[i / 3 % 3].width,
                 (int)sizes[i / 3 % 3].height);
        if (!stand(w, scenario, &talk))
            continue;
        view_app_read_settings(w->world.app, lines);
        look(w, sizes[i / 3 % 3]);
        check_replies(w);
    }
}

int main(int argc, char **argv)
{
    static walk w;
    sdl_fonts *fonts = NULL;
    const bool quick = argc > 3 && strcmp(argv[3], "--quick") == 0;

    if (argc < 3 || !begin(&w, &fonts, argv[2]))
        return 2;
    const bool replies = argc > 3 && strcmp(argv[3], "--replies") == 0;
    if (replies)
        all_replies(&w, argv[1]);
    for (size_t i = 0; !replies && i < sizeof places / sizeof *places; i++)
        if (stand(&w, argv[1], &places[i]))
            look_everywhere(&w, &places[i], quick);
    printf("%zu pictures, %zu faults\n", w.frames, w.wrong);
    view_frame_release(&w.frame);
    text_layouts_free(w.layouts);
    sdl_fonts_close(fonts);
    cli_world_end(&w.world);
    return w.wrong > 0;
}
