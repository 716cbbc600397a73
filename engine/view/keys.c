#include "view/keys.h"

#include <string.h>

/* Every action that has keys, in the order of the file. */
typedef struct action {
    const char *name;
    view_place place;
    view_command command;
    const char *keys;
} action;

#define ANY      VIEW_ANYWHERE
#define TALK     VIEW_IN_TALK
#define DEBRIEF  VIEW_IN_DEBRIEF
#define WORKSHOP VIEW_IN_WORKSHOP
#define AUTHOR   VIEW_FOR_AUTHORS

static const action actions[] = {
    {"next", ANY, {VIEW_DO_NEXT, 0, 0}, "Space PageDown"},
    {"press", ANY, {VIEW_DO_PRESS, 0, 0}, "Enter pad:a"},
    {"choose_1", ANY, {VIEW_DO_CHOOSE, 0, 0}, "1"},
    {"choose_2", ANY, {VIEW_DO_CHOOSE, 1, 0}, "2"},
    {"choose_3", ANY, {VIEW_DO_CHOOSE, 2, 0}, "3"},
    {"choose_4", ANY, {VIEW_DO_CHOOSE, 3, 0}, "4"},
    {"choose_5", ANY, {VIEW_DO_CHOOSE, 4, 0}, "5"},
    {"choose_6", ANY, {VIEW_DO_CHOOSE, 5, 0}, "6"},
    {"choose_7", ANY, {VIEW_DO_CHOOSE, 6, 0}, "7"},
    {"choose_8", ANY, {VIEW_DO_CHOOSE, 7, 0}, "8"},
    {"choose_9", ANY, {VIEW_DO_CHOOSE, 8, 0}, "9"},
    {"stay_quiet", TALK, {VIEW_DO_QUIET, 0, 0}, "W pad:x"},
    {"take_back", TALK, {VIEW_DO_BACK, 0, 0}, "Backspace pad:b"},
    {"log", TALK, {VIEW_DO_LOG, 0, 0}, "L pad:y"},
    {"order_screen", TALK, {VIEW_DO_SCREEN, 0, 0}, "O pad:lb"},
    {"pause", TALK, {VIEW_DO_PAUSE, 0, 0}, "P pad:start"},
    {"focus_next", ANY, {VIEW_DO_FOCUS_NEXT, 0, 0}, "Down Tab pad:down"},
    {"focus_previous", ANY, {VIEW_DO_FOCUS_PREVIOUS, 0, 0}, "Up Shift+Tab pad:up"},
    {"focus_left", ANY, {VIEW_DO_FOCUS_LEFT, 0, 0}, "Left pad:left"},
    {"focus_right", ANY, {VIEW_DO_FOCUS_RIGHT, 0, 0}, "Right pad:right"},
    {"out", ANY, {VIEW_DO_ESCAPE, 0, 0}, "Escape"},
    {"text_bigger", ANY, {VIEW_DO_TEXT_BIGGER, 0, 0}, "Ctrl+Plus Ctrl+Shift+Plus"},
    {"text_smaller", ANY, {VIEW_DO_TEXT_SMALLER, 0, 0}, "Ctrl+Minus"},
    {"text_reset", ANY, {VIEW_DO_TEXT_RESET, 0, 0}, "Ctrl+0"},
    {"theme", ANY, {VIEW_DO_THEME, 0, 0}, "Ctrl+T"},
    {"voice", ANY, {VIEW_DO_VOICE, 0, 0}, "V pad:back"},
    {"full_screen", ANY, {VIEW_DO_FULLSCREEN, 0, 0}, "F11 Alt+Enter"},
    {"help", ANY, {VIEW_DO_HELP, 0, 0}, "F1"},
    {"settings", ANY, {VIEW_DO_SETTINGS, 0, 0}, "Ctrl+,"},
    {"quit", ANY, {VIEW_DO_QUIT, 0, 0}, "Ctrl+Q"},
    {"report", DEBRIEF, {VIEW_DO_REPORT, 0, 0}, "P"},
    {"what_if", DEBRIEF, {VIEW_DO_WHAT_IF, 0, 0}, "W"},
    {"inspector", AUTHOR, {VIEW_DO_INSPECT, 0, 0}, "F3"},
    {"graph", AUTHOR, {VIEW_DO_GRAPH, 0, 0}, "F4"},
    {"zoom_in", AUTHOR, {VIEW_DO_ZOOM, 0, 1}, "Plus"},
    {"zoom_out", AUTHOR, {VIEW_DO_ZOOM, 0, -1}, "Minus"},
    {"zoom_all", AUTHOR, {VIEW_DO_ZOOM, 0, 0}, "Home"},
    {"reload", AUTHOR, {VIEW_DO_RELOAD, 0, 0}, "F5"},
    {"check", AUTHOR, {VIEW_DO_CHECK, 0, 0}, "F6"},
    {"simulate", AUTHOR, {VIEW_DO_SIMULATE, 0, 0}, "F7"},
    {"skip_pauses", AUTHOR, {VIEW_DO_SKIP_PAUSES, 0, 0}, "F8"},
    {"editor", AUTHOR, {VIEW_DO_EDITOR, 0, 0}, "E"},
    {"copy", AUTHOR, {VIEW_DO_COPY, 0, 0}, "C"},
    {"go_to_moment", AUTHOR, {VIEW_DO_GO_TO, -1, 0}, "Ctrl+G"},
    {"look_back", WORKSHOP, {VIEW_DO_LOOK_BACK, 0, 0}, "PageUp"},
    {"blank", WORKSHOP, {VIEW_DO_BLANK, 0, 0}, "B ."},
    {"reveal", WORKSHOP, {VIEW_DO_REVEAL, 0, 0}, "R"},
    {"timer", WORKSHOP, {VIEW_DO_TIMER, 0, 0}, "T"},
    {"meters", WORKSHOP, {VIEW_DO_METERS, 0, 0}, "M"},
    {"face", WORKSHOP, {VIEW_DO_FACE, 0, 0}, "F"},
    {"notes", WORKSHOP, {VIEW_DO_NOTES, 0, 0}, "N"},
    {"flip", WORKSHOP, {VIEW_DO_FLIP, 0, 0}, "F2"},
    {"debrief", WORKSHOP, {VIEW_DO_DEBRIEF, 0, 0}, "D"},
};

#define ACTIONS (sizeof actions / sizeof *actions)

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b))
        a++, b++;
    return lower(*a) == lower(*b);
}

static void bind(view_keys *keys, const action *what, const char *key, size_t length)
{
    if (keys->count == VIEW_MAX_KEYS || length == 0 || length >= VIEW_KEY_NAME)
        return;
    view_binding *binding = &keys->bindings[keys->count++];
    memset(binding->key, 0, sizeof binding->key);
    memcpy(binding->key, key, length);
    binding->place = what->place;
    binding->command = what->command;
}

static void bind_all(view_keys *keys, const action *what, const char *list, size_t length)
{
    const char *end = list + length;

    while (list < end) {
        const char *from = list;
        while (list < end && *list != ' ' && *list != '"' &&
               (*list != ',' || (list > from && list[-1] == '+'))) /* "Ctrl+," */
            list++;
        bind(keys, what, from, (size_t)(list - from));
        while (list < end && (*list == ' ' || *list == '"' || *list == ','))
            list++;
    }
}

static bool equal(view_command a, view_command b)
{
    return a.kind == b.kind && a.number == b.number && a.amount == b.amount;
}

static void unbind(view_keys *keys, const action *what)
{
    size_t kept = 0;

    for (size_t i = 0; i < keys->count; i++)
        if (!equal(keys->bindings[i].command, what->command) ||
            keys->bindings[i].place != what->place)
            keys->bindings[kept++] = keys->bindings[i];
    keys->count = kept;
}

view_keys view_keys_default(void)
{
    view_keys keys = {.count = 0};

    for (size_t i = 0; i < ACTIONS; i++)
        bind_all(&keys, &actions[i], actions[i].keys, strlen(actions[i].keys));
    return keys;
}

static bool read_line(view_keys *keys, const char *line, const char *end)
{
    const size_t length = strspn(line, "abcdefghijklmnopqrstuvwxyz_0123456789");
    const char *equals = memchr(line, '=', (size_t)(end - line));

    if (!equals || line + length > equals)
        return false;
    for (const char *c = line + length; c < equals; c++)
        if (*c != ' ' && *c != '\t')
            return false;
    for (size_t i = 0; i < ACTIONS; i++)
        if (strlen(actions[i].name) == length &&
            memcmp(actions[i].name, line, length) == 0) {
            const char *list = equals + 1 + strspn(equals + 1, " \t\"");
            unbind(keys, &actions[i]);
            bind_all(keys, &actions[i], list, (size_t)(end - list));
            return true;
        }
    return false;
}

size_t view_keys_read(view_keys *keys, const char *text)
{
    size_t bad = 0;

    for (const char *line = text; *line;) {
        line += strspn(line, " \t\r");
        const char *end = line + strcspn(line, "\n");
        const char *last = end;
        while (last > line && strchr(" \t\r,", last[-1]))
            last--;
        if (last > line && *line != '-' && *line != '#' && !read_line(keys, line, last))
            bad++;
        line = *end ? end + 1 : end;
    }
    return bad;
}

view_command view_keys_find(const view_keys *keys, const char *key, view_place place)
{
    for (size_t i = 0; i < keys->count; i++)
        if (keys->bindings[i].place == place && same(keys->bindings[i].key, key))
            return keys->bindings[i].command;
    return (view_command){VIEW_DO_NOTHING, 0, 0};
}
