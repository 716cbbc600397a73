#include "sdl/voice.h"
#include "sdl/window.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIBRARY "libspeechd.so.2"

/* The few functions of libspeechd.h that are used; the library is loaded, never linked.
 */
enum { SPEECH_THREADED = 1, SPEECH_MESSAGE = 2 };

typedef struct sdl_speech {
    void *library;
    void *connection;
    void *(*open)(const char *client, const char *name, const char *user, int mode);
    int (*say)(void *connection, int priority, const char *text);
    int (*cancel)(void *connection);
    int (*language)(void *connection, const char *language);
    void (*close)(void *connection);
} sdl_speech;

/* ISO C has no road from an object's address to a function's; POSIX promises one. */
static void find(void *to, void *library, const char *name)
{
    void *symbol = dlsym(library, name);

    memcpy(to, &symbol, sizeof symbol);
}

static bool load(sdl_speech *s)
{
    s->library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!s->library)
        return false;
    find(&s->open, s->library, "spd_open");
    find(&s->say, s->library, "spd_say");
    find(&s->cancel, s->library, "spd_cancel");
    find(&s->language, s->library, "spd_set_language");
    find(&s->close, s->library, "spd_close");
    return s->open && s->say && s->cancel && s->language && s->close;
}

static void release(sdl_speech *s)
{
    if (s && s->connection)
        s->close(s->connection);
    if (s && s->library)
        dlclose(s->library);
    free(s);
}

static sdl_speech *start(const char *language)
{
    sdl_speech *s = calloc(1, sizeof *s);

    if (s && load(s))
        s->connection = s->open("earshot", "main", NULL, SPEECH_THREADED);
    if (!s || !s->connection) {
        release(s);
        return NULL;
    }
    if (*language)
        s->language(s->connection, language);
    return s;
}

void sdl_voice_close(sdl_voice *voice)
{
    release(voice->speech);
    voice->speech = NULL;
    voice->tried = false;
}

void sdl_voice_set(sdl_voice *voice, const view_settings *settings)
{
    if (voice->kind == settings->voice && !strcmp(voice->language, settings->language))
        return;
    sdl_voice_close(voice);
    voice->kind = settings->voice;
    snprintf(voice->language, sizeof voice->language, "%s", settings->language);
}

static void speak(sdl_voice *voice, const char *text, bool interrupts)
{
    if (!voice->speech && !voice->tried) {
        voice->speech = start(voice->language);
        voice->tried = true;
    }
    if (!voice->speech)
        return;
    if (interrupts)
        voice->speech->cancel(voice->speech->connection);
    voice->speech->say(voice->speech->connection, SPEECH_MESSAGE, text);
}

void sdl_voice_say(sdl_voice *voice, const char *text, bool interrupts)
{
    if (!*text || voice->kind == VIEW_VOICE_OFF)
        return;
    if (voice->kind == VIEW_VOICE_SPEECH) {
        speak(voice, text, interrupts);
        return;
    }
    puts(text);
    fflush(stdout); /* whoever reads along gets it when it is said */
}

const char *sdl_voice_name(void)
{
    void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);

    if (!library)
        return "";
    dlclose(library);
    return "Speech Dispatcher";
}
