/* The whole app as text: each line with its tone, each cue, each focus. */
#include "view/screens.h"

#include "base/fail.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LONGEST 2400

/* Sayings wait as NUL-terminated texts, one after the other. */
static void queue(view_app *app, const char *text)
{
    if (*text)
        base_bytes_add(&app->mouth, text, strlen(text) + 1);
}

void view_say(view_app *app, const char *fmt, ...)
{
    char text[LONGEST];
    va_list args;

    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    queue(app, text);
}

/* "20" -> "twenty": voices stumble less, and a reader of the transcript too. */
static const char *number_word(char *out, size_t room, unsigned n)
{
    static const char *const low[] = {
        "zero",     "one",     "two",     "three",     "four",     "five",    "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                       "fifty", "sixty", "seventy", "eighty", "ninety"};

    if (n < 20)
        return low[n];
    snprintf(out, room, n % 10 ? "%s-%s" : "%s", tens[n / 10], low[n % 10]);
    return out;
}

/* A sign as a sentence: capital first, a full stop, small numbers as words. */
static void sentence(char *out, size_t room, const char *text)
{
    size_t n = 0;
    char word[32];

    while (*text && n + 32 < room) {
        const bool digit = isdigit((unsigned char)*text) && (n == 0 || out[n - 1] == ' ');
        const size_t length = strspn(text, "0123456789");
        const char after = text[length];
        if (digit && length <= 2 && (after == ' ' || after == '\0' || after == ',')) {
            const unsigned value =
                (unsigned)(length == 2 ? (text[0] - '0') * 10 + text[1] - '0'
                                       : text[0] - '0');
            n += (size_t)snprintf(out + n, room - n, "%s",
                                  number_word(word, sizeof word, value));
            text += length;
        } else {
            out[n++] = *text++;
        }
    }
    if (n && !strchr(".!?", out[n - 1]))
        out[n++] = '.';
    out[n] = '\0';
    out[0] = (char)toupper((unsigned char)out[0]);
}

/* Words without the marks for pauses and stress. */
static void plain(char *out, size_t room, const char *text)
{
    base_bytes bytes = {0};

    if (text_plain(&bytes, text, strlen(text)))
        snprintf(out, room, "%s", base_bytes_string(&bytes));
    else
        snprintf(out, room, "%s", text);
    base_bytes_release(&bytes);
}

static void say_line(view_app *app, const talk_entry *entry)
{
    char who[64], words[LONGEST];

    view_short_name(who, sizeof who, entry->who);
    plain(words, sizeof words, entry->text);
    if (entry->tone[0])
        view_say(app, "%s, %s: %s", who, entry->tone, words);
    else
        view_say(app, "%s: %s", who, words);
}

static void say_sign(view_app *app, const talk_entry *entry)
{
    char words[LONGEST], whole[LONGEST];

    if (entry->kind == TALK_SILENCE)
        view_silence_words(words, sizeof words, entry->tenths);
    else
        plain(words, sizeof words, entry->text);
    sentence(whole, sizeof whole, words);
    queue(app, whole);
}

static void say_notice(view_app *app)
{
    const talk_notice *notice = &app->talk.notice;

    view_say(app, "Before you answer: %s", notice->question);
    for (uint32_t i = 0; i < notice->count; i++)
        view_say(app, "%u: %s", (unsigned)i + 1, notice->options[i]);
}

/* The rows of the trainee's own screen that are new or have changed. */
static void say_rows(view_app *app, const talk_entry *entry)
{
    const talk_entry *before = entry;
    char words[LONGEST];
    size_t n = 0;

    while (before > app->talk.entries && (--before)->kind != TALK_ROWS)
        ;
    for (uint32_t i = 0; i < entry->row_count; i++) {
        const talk_row *row = &entry->rows[i];
        const bool same = before != entry && before->kind == TALK_ROWS &&
                          i < before->row_count &&
                          strcmp(before->rows[i].label, row->label) == 0 &&
                          strcmp(before->rows[i].value, row->value) == 0;
        if (!same && n < sizeof words)
            n += (size_t)snprintf(words + n, sizeof words - n, "%s%s: %s", n ? "; " : "",
                                  row->label, row->value);
    }
    if (n)
        view_say(app, "On your screen: %s.", words);
}

void view_say_entry(void *user, const talk_entry *entry)
{
    view_app *app = user;
    char words[LONGEST];

    app->stirred = app->now;
    switch (entry->kind) {
    case TALK_LINE:
        say_line(app, entry);
        break;
    case TALK_REPLY:
        plain(words, sizeof words, entry->text);
        view_say(app, entry->hold ? "You stay quiet. %s" : "You: %s", words);
        if (view_play_level(app) == VIEW_OPEN && entry->why[0])
            view_say(app, "Why: %s", entry->why);
        break;
    case TALK_CUE:
    case TALK_SILENCE:
        say_sign(app, entry);
        break;
    case TALK_INFO:
        view_say(app, "On your screen: %s %s", entry->text, entry->word);
        break;
    case TALK_ROWS:
        say_rows(app, entry);
        break;
    case TALK_NOTICE:
        say_notice(app);
        break;
    case TALK_OUTCOME:
        view_say(app, "How it ends: %s", entry->text);
        break;
    default:
        break;
    }
}

/* The open level's figures: "calm 30, trust 40." */
static void say_meters(view_app *app)
{
    const ear_scenario *model = app->talk.model;
    char words[LONGEST] = "";
    size_t n = 0;

    for (uint32_t i = 0; i < model->count[MODEL_S_METERS] && n < sizeof words; i++) {
        const model_meter *meter = &model->meters[i];
        if (!meter->hidden)
            n += (size_t)snprintf(
                words + n, sizeof words - n, "%s%s %d", n ? ", " : "",
                model_string(model, meter->label.length ? meter->label : meter->id),
                (int)app->talk.meters[i]);
    }
    if (n)
        view_say(app, "%s.", words);
}

/* What the stage shows of the person, for who cannot see it. */
static void say_person(view_app *app)
{
    const view_talk *talk = &app->talk;
    const view_pronoun who = view_talk_pronoun(talk);
    char words[96], name[64];

    if (view_talk_writes_on(talk)) {
        view_short_name(name, sizeof name, view_talk_customer(talk));
        view_say(app, "%s is typing.", name);
    }
    if (view_play_level(app) == VIEW_READ)
        return;
    if (talk->channel == MODEL_IN_PERSON)
        view_look_caption(words, sizeof words, view_talk_mood(talk), talk->look);
    else
        snprintf(words, sizeof words, "%s", view_mood_word(view_talk_mood(talk)));
    view_say(app, "How %s seem%s: %s.", who.subject, who.s, words);
    if (view_play_level(app) == VIEW_OPEN)
        say_meters(app);
}

void view_say_choice(view_app *app)
{
    const view_talk *talk = &app->talk;
    char words[LONGEST];

    say_person(app);
    view_say(app,
             talk->offer_count == 1 ? "Your turn. %u reply." : "Your turn. %u replies.",
             (unsigned)talk->offer_count);
    for (uint32_t i = 0; i < talk->offer_count; i++) {
        plain(words, sizeof words, talk->offers[i].text);
        view_say(app, talk->offers[i].hold ? "%u, stay quiet: %s" : "%u: %s",
                 (unsigned)i + 1, words);
    }
}

/* Into the frame: what waited, then the focus if it moved. */
void view_speak(view_app *app, view_build *b)
{
    if (!app->placed)
        view_say_screen(app);
    const char *at = base_bytes_string(&app->mouth), *end = at + app->mouth.length;
    for (bool first = app->interrupts; at < end; at += strlen(at) + 1, first = false)
        view_put_saying(b, at, first);
    base_bytes_clear(&app->mouth);
    app->mouth.failed = false;
    app->interrupts = false;
    if (app->focus == app->announced)
        return;
    app->announced = app->focus;
    const view_walk_stop *stop = view_focused(app);
    if (stop && stop->spoken)
        view_put_saying(b, stop->spoken, true);
}
