/* When things happen: how long somebody types, speaks, is quiet. */
#include "view/talk.h"

#include "base/utf8.h"
#include "view/marks.h"

#include <math.h>
#include <string.h>

#define LETTERS_A_SECOND 7.0  /* typing */
#define WORDS_A_SECOND   3.05 /* reading aloud, 183 a minute */
#define TENSE_TYPING     .8
#define TIRED_TYPING     1.3
#define SHORTEST_TYPING  800.0
#define LONGEST_TYPING   4000.0
#define BEAT_MS          700.0
#define REACTION_MS      320.0 /* the face first, then the words */
#define AFTER_REPLY_MS   250.0
#define AFTER_BUBBLE_MS  450.0
#define AFTER_SPEECH_MS  350.0
#define CUE_MS           900.0
#define INFO_MS          500.0

static double factor(const view_settings *settings)
{
    static const double pace[] = {
        [VIEW_CALM] = 1.5, [VIEW_REAL] = 1, [VIEW_QUICK] = .5, [VIEW_NO_PACE] = 0};

    return pace[settings->pace];
}

static uint32_t count(const char *text, const char *what)
{
    uint32_t n = 0;

    for (const char *at = text; (at = strstr(at, what)); at += strlen(what))
        n++;
    return n;
}

static double typing_ms(const view_talk *talk, const talk_entry *entry)
{
    const talk_mood mood = view_talk_mood(talk);
    const double letters = (double)base_utf8_count(entry->text, strlen(entry->text));
    double ms = letters / LETTERS_A_SECOND * 1000;

    if (mood.tension > .6f)
        ms *= TENSE_TYPING;
    else if (mood.engagement < .3f || strcmp(entry->tone, "tired") == 0)
        ms *= TIRED_TYPING;
    return fmin(LONGEST_TYPING, fmax(SHORTEST_TYPING, ms)) +
           BEAT_MS * count(entry->text, "[beat]");
}

static double speech_ms(const talk_entry *entry)
{
    return view_count_words(entry->text) / WORDS_A_SECOND * 1000 +
           BEAT_MS * count(entry->text, "[beat]");
}

/* Sets the three times of one entry that begins at `at`; returns when the next begins. */
static int64_t place(const view_talk *talk, talk_entry *entry, model_channel channel,
                     int64_t at, double pace)
{
    double before = 0, after = 0; /* until it is there; until the next may begin */

    switch (entry->kind) {
    case TALK_LINE:
        if (channel == MODEL_CHAT) {
            before = typing_ms(talk, entry);
            after = AFTER_BUBBLE_MS;
        } else {
            after = speech_ms(entry) + AFTER_SPEECH_MS;
        }
        break;
    case TALK_REPLY:
        after = AFTER_REPLY_MS;
        break;
    case TALK_CUE:
        after = CUE_MS;
        break;
    case TALK_INFO:
        after = INFO_MS;
        break;
    case TALK_SILENCE:
        after = entry->tenths * 100.0;
        break;
    default:
        break;
    }
    entry->begins = at;
    entry->shows = at + llround(before * pace);
    entry->ends = entry->shows + llround(after * pace);
    return entry->ends;
}

static model_channel channel_after(const view_talk *talk, const talk_entry *entry,
                                   model_channel channel)
{
    if (entry->kind != TALK_MOMENT || entry->index >= talk->model->count[MODEL_S_MOMENTS])
        return channel;
    const uint32_t to = talk->model->moments[entry->index].channel;
    return to == MODEL_CHANNEL_NONE ? channel : (model_channel)to;
}

void view_talk_schedule(view_talk *talk, const view_settings *settings)
{
    const double pace = factor(settings);
    model_channel channel = talk->channel;
    int64_t at = talk->clock;
    bool moved = false; /* the mood changed and nobody has spoken since */

    for (size_t i = talk->timed; i < talk->count; i++) {
        talk_entry *entry = &talk->entries[i];

        channel = channel_after(talk, entry, channel);
        if (entry->kind == TALK_MOOD) {
            moved = true;
        } else if (moved && entry->kind == TALK_LINE) {
            at += channel == MODEL_CHAT ? 0 : llround(REACTION_MS * pace);
            moved = false;
        }
        at = place(talk, entry, channel, at, pace);
    }
    talk->timed = talk->count;
    talk->end = at;
}

/* --- letting it happen -------------------------------------------------------------- */

static void take_mood(view_talk *talk, const talk_entry *entry)
{
    if (entry->index >= talk->model->count[MODEL_S_METERS])
        return;
    /* Changes of one instant are one reaction. */
    if (talk->reacted != entry->shows)
        talk->before = view_talk_mood(talk);
    talk->reacted = entry->shows;
    talk->meters[entry->index] = entry->to;
}

static void take(view_talk *talk, const talk_entry *entry)
{
    switch (entry->kind) {
    case TALK_MOOD:
        take_mood(talk, entry);
        break;
    case TALK_ROWS:
        talk->rows = entry->rows;
        talk->row_count = entry->row_count;
        break;
    case TALK_MOMENT:
        talk->channel = channel_after(talk, entry, talk->channel);
        break;
    case TALK_LINE:
        talk->look = entry->tone;
        break;
    case TALK_REPLY:
        talk->look = "";
        break;
    case TALK_NOTICE:
        talk->notice.asked = true;
        talk->notice.at = talk->clock;
        break;
    case TALK_OUTCOME:
        talk->over = true;
        talk->outcome = entry->index;
        break;
    default:
        break;
    }
}

void view_talk_advance(view_talk *talk, view_talk_tell *tell, void *user)
{
    while (talk->told < talk->timed && talk->entries[talk->told].shows <= talk->clock) {
        talk_entry *entry = &talk->entries[talk->told++];

        if (entry->told)
            continue;
        entry->told = true;
        take(talk, entry);
        if (tell)
            tell(user, entry);
    }
    if (talk->offered < 0 && talk->offer_count > 0 && !view_talk_busy(talk) &&
        !view_talk_asks(talk))
        talk->offered = talk->clock;
}

bool view_talk_busy(const view_talk *talk)
{
    return talk->told < talk->count || talk->clock < talk->end;
}

bool view_talk_asks(const view_talk *talk)
{
    return talk->notice.asked;
}

bool view_talk_holds_mood(const view_talk *talk)
{
    if (talk->notice.asked)
        return !talk->notice.answered;
    for (size_t i = talk->told; i < talk->count; i++)
        if (talk->entries[i].kind == TALK_NOTICE)
            return true;
    return false;
}

bool view_talk_offers(const view_talk *talk)
{
    return talk->offered >= 0 && talk->offer_count > 0;
}

int64_t view_talk_next(const view_talk *talk)
{
    if (talk->told < talk->timed)
        return talk->entries[talk->told].shows;
    return talk->clock < talk->end ? talk->end : -1;
}

const talk_entry *view_talk_current(const view_talk *talk)
{
    for (size_t i = talk->timed; i > 0; i--) {
        const talk_entry *entry = &talk->entries[i - 1];
        if (!entry->taken && entry->kind == TALK_LINE && entry->begins <= talk->clock &&
            talk->clock < entry->ends)
            return entry;
    }
    return NULL;
}

const talk_entry *view_talk_last(const view_talk *talk, talk_kind kind)
{
    for (size_t i = talk->told; i > 0; i--)
        if (talk->entries[i - 1].kind == kind && !talk->entries[i - 1].taken)
            return &talk->entries[i - 1];
    return NULL;
}
