#include "view/silence.h"

#include "base/utf8.h"

#include <string.h>

#define READING_WORDS_A_MINUTE 175.0

static double clock_factor(const view_app *app)
{
    static const double factors[] = {0, 1, 2, 4, 10};

    return factors[app->settings.clock];
}

const talk_offer *view_silence_offer(const view_talk *talk)
{
    for (uint32_t i = 0; i < talk->offer_count; i++)
        if (talk->offers[i].hold)
            return &talk->offers[i];
    return NULL;
}

/* Time to read what is on the screen. */
static double reading_ms(const view_talk *talk)
{
    size_t letters = 0;

    for (uint32_t i = 0; i < talk->offer_count; i++)
        letters += base_utf8_count(talk->offers[i].text, strlen(talk->offers[i].text));
    for (size_t i = talk->told; i > 0 && talk->entries[i - 1].kind != TALK_REPLY; i--)
        letters +=
            base_utf8_count(talk->entries[i - 1].text, strlen(talk->entries[i - 1].text));
    return (double)letters / 6 / READING_WORDS_A_MINUTE * 60000 + 2000;
}

bool view_silence_runs(const view_app *app)
{
    return app->settings.clock != VIEW_CLOCK_OFF && view_talk_offers(&app->talk) &&
           view_silence_offer(&app->talk) && !app->still;
}

int64_t view_silence_begins(const view_app *app)
{
    return app->talk.offered + (int64_t)(reading_ms(&app->talk) * clock_factor(app));
}

int64_t view_silence_ends(const view_app *app)
{
    const talk_offer *quiet = view_silence_offer(&app->talk);
    const double tenths = quiet->tenths ? quiet->tenths : 50;

    return view_silence_begins(app) + (int64_t)(tenths * 100 * clock_factor(app));
}

float view_silence_share(const view_app *app)
{
    if (app->still && app->settings.clock != VIEW_CLOCK_OFF)
        return .38f;
    if (!view_silence_runs(app) || app->talk.clock < view_silence_begins(app))
        return -1;
    const float whole = (float)(view_silence_ends(app) - view_silence_begins(app));
    return (float)(app->talk.clock - view_silence_begins(app)) / whole;
}
