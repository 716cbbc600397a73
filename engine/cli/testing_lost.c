/* Why a step of a test cannot be taken, and what its author may have meant. */
#include "cli/testing.h"

#include "model/likeness.h"
#include "model/names.h"
#include "sim/look.h"

#include "base/utf8.h"

#include <string.h>

typedef struct lost {
    cli_trial *trial;
    const ear_scenario *scenario;
    const model_state *state;
    const char *words;
    size_t length;
} lost;

static bool is_meant(const lost *it, uint32_t reply)
{
    const ear_scenario *s = it->scenario;
    const model_words *words = &s->replies[reply].words;

    return strcmp(model_string(s, s->details[reply].id), it->words) == 0 ||
           (it->length > 0 && words->function == MODEL_NONE &&
            strncmp(model_string(s, words->text), it->words, it->length) == 0);
}

/* The reply among `count` from `first` that is meant; MODEL_NONE. */
static uint32_t meant_among(const lost *it, uint32_t first, uint32_t count)
{
    for (uint32_t r = first; r < first + count; r++)
        if (is_meant(it, r))
            return r;
    return MODEL_NONE;
}

static size_t offers_that_begin_so(const lost *it)
{
    const char *at = base_bytes_string(&it->trial->offered);
    const char *end = at + it->trial->offered.length;
    size_t count = 0;

    while (at < end) {
        const char *words = at + strlen(at) + 1;

        count += it->length > 0 && strncmp(words, it->words, it->length) == 0;
        at = words + strlen(words) + 1;
    }
    return count;
}

/* A reply of this very choice that is not on offer now. */
static void say_withheld(const lost *it, uint32_t index)
{
    const model_reply *reply = &it->scenario->replies[index];
    const model_layout *layout = sim_session_layout(it->trial->session);
    const uint32_t *counters = model_words_at(it->state, layout->counters);
    const bool given = reply->counter < layout->kept && counters[reply->counter] > 0;
    base_bytes *message = &it->trial->verdict->message;
    base_bytes *hint = &it->trial->verdict->hint;

    if (!reply->again && given) {
        base_bytes_text(message, " was given before, and a reply can be given once");
        base_bytes_text(hint, "again = true lets it be given any number of times.");
    } else if (reply->fallback) {
        base_bytes_text(message, " is a fallback: on offer only when nothing else is");
    } else {
        base_bytes_print(message,
                         " is not on offer: its condition (line %u) does not hold",
                         (unsigned)it->scenario->details[index].place.line);
        cli_trial_values(it->trial, reply->when);
    }
}

static void say_elsewhere(const lost *it, uint32_t index)
{
    const ear_scenario *s = it->scenario;
    const model_detail *detail = &s->details[index];
    const uint32_t moment = s->statements[detail->statement].moment;

    base_bytes_print(&it->trial->verdict->message,
                     " is a reply of %s '%s' (line %u), and the run is not there",
                     moment == it->state->moment ? "another choice of moment" : "moment",
                     model_string(s, s->moments[moment].id),
                     (unsigned)detail->place.line);
}

/* As many letters of `text` as the words have: a beginning is compared with a beginning.
 */
static size_t beginning_of(const char *text, size_t letters)
{
    const size_t length = strlen(text);
    size_t at = 0;
    uint32_t code;

    while (at < length && letters-- > 0)
        at += base_utf8_read(&code, text + at, length - at);
    return at;
}

/* What is on offer and near to the words: one slip away, or the same thing reworded. */
static const char *nearest(const lost *it)
{
    const size_t letters = base_utf8_count(it->words, it->length);
    const char *at = base_bytes_string(&it->trial->offered);
    const char *end = at + it->trial->offered.length, *alike = NULL;
    model_nearest near = model_near_begin(it->words, it->length);
    unsigned likeness = MODEL_LIKE_OTHER - 1;

    while (at < end) {
        const char *words = at + strlen(at) + 1;
        const size_t length = strlen(words);
        const unsigned like = model_likeness(it->words, it->length, words, length);

        model_near_offer(&near, at, strlen(at));
        model_near_offer(&near, words, beginning_of(words, letters));
        if (like > likeness) {
            likeness = like;
            alike = words;
        }
        at = words + length + 1;
    }
    return near.best ? near.best : alike;
}

static void say_nearest(const lost *it)
{
    const char *near = nearest(it);

    if (near && it->trial->verdict->hint.length == 0)
        base_bytes_print(&it->trial->verdict->hint, "Did you mean \"%s\"?", near);
}

void cli_trial_near(cli_trial *trial, const char *words)
{
    const lost it = {.trial = trial,
                     .scenario = trial->scenario,
                     .state = sim_session_state(trial->session),
                     .words = words,
                     .length = strlen(words)};

    say_nearest(&it);
}

static void say_unknown(const lost *it)
{
    base_bytes_text(&it->trial->verdict->message, " is no reply that is on offer");
    say_nearest(it);
}

void cli_trial_lost(cli_trial *trial, uint32_t step, const char *words)
{
    const ear_scenario *s = trial->scenario;
    const lost it = {.trial = trial,
                     .scenario = s,
                     .state = sim_session_state(trial->session),
                     .words = words,
                     .length = strlen(words)};
    const model_statement *choice = &s->statements[it.state->statement];
    const uint32_t here = meant_among(&it, choice->item, choice->count);
    const size_t several = offers_that_begin_so(&it);
    base_bytes *message = &trial->verdict->message;

    base_bytes_print(message, "step %u of %u: \"%s\"", (unsigned)step + 1,
                     (unsigned)trial->test->play.count, words);
    if (several > 1) {
        base_bytes_print(message, " fits %zu replies that are on offer", several);
        base_bytes_text(&trial->verdict->hint,
                        "Write more of its words, or its id (behind the words above).");
        return;
    }
    const uint32_t elsewhere =
        here == MODEL_NONE ? meant_among(&it, 0, s->count[MODEL_S_REPLIES]) : MODEL_NONE;

    if (here != MODEL_NONE)
        say_withheld(&it, here);
    else if (elsewhere != MODEL_NONE)
        say_elsewhere(&it, elsewhere);
    else
        say_unknown(&it);
}
