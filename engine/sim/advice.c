#include "sim/advice.h"

#include <string.h>

static const char *intent_of(const sim_score *score, size_t turn)
{
    const ear_scenario *scenario = score->scenario;
    const uint32_t intent = score->turns[turn].intent;

    return intent == MODEL_NONE ? ""
                                : model_string(scenario, scenario->intents[intent].id);
}

/* Whether `words` ("ask listen ...") has the word. */
static bool among(const char *words, const char *word)
{
    const size_t length = strlen(word);

    if (length == 0)
        return false;
    for (const char *at = words; (at = strstr(at, word)); at += length)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

static size_t count_of(const sim_score *score, const char *intents)
{
    size_t count = 0;

    for (size_t i = 0; i < score->turn_count; i++)
        count += among(intents, intent_of(score, i));
    return count;
}

#define LISTENING "acknowledge listen reflect rephrase ask"
#define SOLVING   "offer act explain"

/* A turn that solves before any that listens. */
static bool solves_first(const sim_score *score)
{
    for (size_t i = 0; i < score->turn_count; i++) {
        if (among(LISTENING, intent_of(score, i)))
            return false;
        if (among(SOLVING, intent_of(score, i)))
            return true;
    }
    return false;
}

static bool goes_by_the_book(const sim_score *score)
{
    return count_of(score, "policy script repeat") >= 2;
}

static bool says_little(const sim_score *score)
{
    return count_of(score, "vague promise minimise") >= 2;
}

static bool passes_signs_over(const sim_score *score)
{
    size_t missed = 0;

    for (size_t i = 0; i < score->cue_count; i++)
        missed += score->cues[i].caught == SIM_CUE_MISSED;
    for (size_t i = 0; i < score->notice_count; i++)
        missed += score->notices[i].judged && !score->notices[i].right;
    return missed > 0;
}

static bool is_sorry_often(const sim_score *score)
{
    return count_of(score, "apologise") >= 3;
}

static bool only_listens(const sim_score *score)
{
    return count_of(score, LISTENING) >= 3 && count_of(score, "offer act own") == 0;
}

static const struct {
    bool (*shows)(const sim_score *score);
    const char *sentence;
} habits[] = {
    {solves_first, "Acknowledge first, then explain."},
    {goes_by_the_book, "Leave the set phrase out: say what you see, in your own words."},
    {says_little, "Say what you know, what happens next, and when. Nothing softer."},
    {passes_signs_over, "Read the pauses: what was typed, held back or not said?"},
    {is_sorry_often, "One sorry, for the exact thing. Then do something about it."},
    {only_listens, "Once somebody feels heard, show one thing that is done."},
};

/* The skill of which most was left lying; -1: all of all. */
static int neglected(const sim_score *score)
{
    int32_t most = 0;
    int found = -1;

    for (uint32_t i = 0; i < score->scenario->count[MODEL_S_SKILLS]; i++) {
        const int32_t left = score->skills[i].possible - score->skills[i].earned;
        if (left > most)
            most = left, found = (int)i;
    }
    return found;
}

size_t sim_advice(const char *out[SIM_ADVICE_MOST], const sim_score *score)
{
    const ear_scenario *scenario = score->scenario;
    size_t count = 0;

    for (size_t i = 0; i < sizeof habits / sizeof *habits && count < SIM_ADVICE_MOST; i++)
        if (habits[i].shows(score))
            out[count++] = habits[i].sentence;
    const int skill = count == 0 ? neglected(score) : -1;
    if (skill >= 0)
        out[count++] = model_string(scenario, scenario->skills[skill].label.length
                                                  ? scenario->skills[skill].label
                                                  : scenario->skills[skill].id);
    return count;
}
