#include "view/settings.h"

#include <string.h>

static const char *const theme_words[] = {"paper", "evening", "contrast", NULL};
static const char *const font_words[] = {"plain", "wide", "easy", NULL};
static const char *const pace_words[] = {"calm", "real", "quick", "none", NULL};
static const char *const clock_words[] = {"off", "real", "x2", "x4", "x10", NULL};
static const char *const level_words[] = {"read", "hints", "open", NULL};
static const char *const voice_words[] = {"off", "speech", "stdout", NULL};
static const char *const switch_words[] = {"off", "on", NULL};

typedef enum which {
    W_THEME,
    W_FONT,
    W_PACE,
    W_CLOCK,
    W_LEVEL,
    W_VOICE,
    W_MOTION,
    W_STEADY,
    W_FULL,
    W_COUNT
} which;

static const struct {
    const char *name;
    const char *const *words;
} rows[W_COUNT] = {
    [W_THEME] = {"theme", theme_words},
    [W_FONT] = {"font", font_words},
    [W_PACE] = {"pace", pace_words},
    [W_CLOCK] = {"silence_clock", clock_words},
    [W_LEVEL] = {"feedback", level_words},
    [W_VOICE] = {"voice", voice_words},
    [W_MOTION] = {"reduced_motion", switch_words},
    [W_STEADY] = {"steady_hands", switch_words},
    [W_FULL] = {"full_screen", switch_words},
};

view_settings view_settings_default(void)
{
    return (view_settings){.text_percent = 100, .pace = VIEW_REAL, .level = VIEW_HINTS};
}

static int get(const view_settings *s, which w)
{
    switch (w) {
    case W_THEME:
        return (int)s->theme;
    case W_FONT:
        return (int)s->font;
    case W_PACE:
        return (int)s->pace;
    case W_CLOCK:
        return (int)s->clock;
    case W_LEVEL:
        return (int)s->level;
    case W_VOICE:
        return (int)s->voice;
    case W_MOTION:
        return s->reduced_motion;
    case W_STEADY:
        return s->steady_hands;
    default:
        return s->fullscreen;
    }
}

static void put(view_settings *s, which w, int value)
{
    switch (w) {
    case W_THEME:
        s->theme = (view_theme_id)value;
        break;
    case W_FONT:
        s->font = (uint32_t)value;
        break;
    case W_PACE:
        s->pace = (view_pace)value;
        break;
    case W_CLOCK:
        s->clock = (view_clock)value;
        break;
    case W_LEVEL:
        s->level = (view_level)value;
        break;
    case W_VOICE:
        s->voice = (view_voice)value;
        break;
    case W_MOTION:
        s->reduced_motion = value != 0;
        break;
    case W_STEADY:
        s->steady_hands = value != 0;
        break;
    default:
        s->fullscreen = value != 0;
        break;
    }
}

void view_settings_carry(view_settings *own, const view_settings *before,
                         const view_settings *now)
{
    for (int w = 0; w < W_COUNT; w++)
        if (get(before, (which)w) != get(now, (which)w))
            put(own, (which)w, get(now, (which)w));
    if (before->text_percent != now->text_percent)
        own->text_percent = now->text_percent;
    if (strcmp(before->language, now->language) != 0)
        memcpy(own->language, now->language, sizeof own->language);
}

/* --- reading ------------------------------------------------------------------------ */

typedef struct span {
    const char *at;
    size_t length;
} span;

static bool is(span s, const char *word)
{
    return strlen(word) == s.length && memcmp(s.at, word, s.length) == 0;
}

static span trim(const char *from, const char *to)
{
    while (from < to && strchr(" \t\r\"", *from))
        from++;
    while (to > from && strchr(" \t\r\"", to[-1]))
        to--;
    return (span){from, (size_t)(to - from)};
}

static bool read_percent(view_settings *settings, span value)
{
    uint32_t n = 0;

    if (value.length == 0 || value.length > 3)
        return false;
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] < '0' || value.at[i] > '9')
            return false;
        n = n * 10 + (uint32_t)(value.at[i] - '0');
    }
    if (n < 100 || n > 200)
        return false;
    settings->text_percent = n / 10 * 10;
    return true;
}

static bool read_language(view_settings *settings, span value)
{
    if (value.length >= sizeof settings->language)
        return false;
    memset(settings->language, 0, sizeof settings->language);
    memcpy(settings->language, value.at, value.length);
    return true;
}

static bool read_value(view_settings *settings, span name, span value)
{
    if (is(name, "text_size"))
        return read_percent(settings, value);
    if (is(name, "language"))
        return read_language(settings, value);
    for (int w = 0; w < W_COUNT; w++) {
        if (!is(name, rows[w].name))
            continue;
        for (int i = 0; rows[w].words[i]; i++)
            if (is(value, rows[w].words[i])) {
                put(settings, (which)w, i);
                return true;
            }
    }
    return false;
}

size_t view_settings_read(view_settings *settings, const char *text)
{
    size_t bad = 0;

    for (const char *line = text; *line;) {
        const char *end = line + strcspn(line, "\n");
        const char *equals = memchr(line, '=', (size_t)(end - line));
        const span name = trim(line, equals ? equals : end);

        if (name.length > 0 && name.at[0] != '-' && name.at[0] != '#' &&
            (!equals || !read_value(settings, name, trim(equals + 1, end))))
            bad++;
        line = *end ? end + 1 : end;
    }
    return bad;
}

bool view_settings_write(base_bytes *out, const view_settings *settings)
{
    base_bytes_print(out, "text_size = %u\n", (unsigned)settings->text_percent);
    for (int w = 0; w < W_COUNT; w++)
        base_bytes_print(out, "%s = \"%s\"\n", rows[w].name,
                         rows[w].words[get(settings, (which)w)]);
    return base_bytes_print(out, "language = \"%s\"\n", settings->language);
}
