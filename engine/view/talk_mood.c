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

const char *view_mood_word(talk_mood mood)
{
    /* The nearest of these places in the three numbers. */
    static const struct {
        float tension, warmth, engagement;
        const char *word;
    } words[] = {
        {.95f, -.7f, .70f, "boiling over"},  {.80f, -.4f, .50f, "near the edge"},
        {.64f, -.4f, .50f, "tight"},         {.62f, -.5f, .12f, "gone cold"},
        {.62f, -.1f, .30f, "holding it in"}, {.50f, -.3f, .25f, "guarded"},
        {.45f, -.2f, .48f, "wary"},          {.40f, .00f, .55f, "opening up"},
        {.30f, .00f, .35f, "level"},         {.25f, .15f, .75f, "listening"},
        {.14f, .45f, .80f, "softening"},     {.05f, .85f, .90f, "at ease"},
        {.20f, .30f, .20f, "worn out"},      {.60f, .20f, .70f, "anxious"},
    };
    const char *best = "";
    float least = INFINITY;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const float t = mood.tension - words[i].tension;
        const float w = (mood.warmth - words[i].warmth) / 2;
        const float e = mood.engagement - words[i].engagement;
        const float distance = t * t + w * w + e * e;
        if (distance < least)
            least = distance, best = words[i].word;
    }
    return best;
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
