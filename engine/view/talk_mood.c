/* Meters -> three numbers -> a word. */
#include "model/words.h"
#include "sim/mood.h"
#include "view/talk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

talk_mood view_mood_of(const ear_scenario *model, const int32_t *meters)
{
    const sim_mood mood = sim_mood_of(model, meters);
    const float whole = SIM_MOOD_WHOLE;

    return (talk_mood){
        .tension = (float)mood.tension / whole,
        .warmth = (float)mood.warmth / whole,
        .engagement = (float)mood.engagement / whole,
        .ease = (float)mood.ease / whole,
    };
}

talk_mood view_talk_mood(const view_talk *talk)
{
    return view_mood_of(talk->model, talk->meters);
}

static int32_t part(float of_one)
{
    return (int32_t)lroundf(of_one * SIM_MOOD_WHOLE);
}

const char *view_mood_word(talk_mood mood)
{
    return sim_mood_word((sim_mood){.ease = part(mood.ease),
                                    .tension = part(mood.tension),
                                    .warmth = part(mood.warmth),
                                    .engagement = part(mood.engagement)});
}

const char *view_talk_customer(const view_talk *talk)
{
    const ear_scenario *model = talk->model;

    if (!model || model->info->customer >= model->count[MODEL_S_SPEAKERS])
        return "the customer";
    return model_string(model, model->speakers[model->info->customer].name);
}

view_pronoun view_talk_pronoun(const view_talk *talk)
{
    static const view_pronoun she = {"she", "her", "is", "has", "s"};
    static const view_pronoun he = {"he", "his", "is", "has", "s"};
    static const view_pronoun they = {"they", "their", "are", "have", ""};
    const char *name = view_talk_customer(talk);
    const ear_scenario *model = talk->model;
    view_pronoun named = {"", "", "is", "has", "s"};
    size_t length = model_first_name(name);

    if (model && model->info->customer < model->count[MODEL_S_SPEAKERS]) {
        const model_text word = model->speakers[model->info->customer].pronoun;
        const char *at = model_string(model, word);
        if (word.length)
            return strncmp(at, "she", 3) == 0  ? she
                   : strncmp(at, "he", 2) == 0 ? he
                                               : they;
    }
    if (length >= sizeof named.subject)
        length = sizeof named.subject - 1;
    memcpy(named.subject, name, length);
    snprintf(named.own, sizeof named.own, "%s's", named.subject);
    return named;
}
