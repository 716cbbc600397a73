/* The check of what is declared: the scenario, speakers, meters, intents, rules, ... */
#include "model/verify.h"

const char *verify_info(const verify *v, uint32_t i)
{
    const model_info *info = &v->scenario->info[i];

    if (!verify_text(v, info->id) || !verify_text(v, info->title) ||
        !verify_text(v, info->level) || !verify_text(v, info->framework_name))
        return "a text";
    if (!verify_words(v, &info->brief) || !verify_words(v, &info->goal))
        return "its brief or goal";
    if (!verify_range(v, info->tags, MODEL_S_TEXTS) ||
        !verify_range(v, info->framework, MODEL_S_STEPS))
        return "a list";
    if (info->channel >= MODEL_CHANNEL_NONE || info->leader > 1 || info->timed > 1)
        return "a setting";
    if (info->start == MODEL_NONE || !verify_visit(v, info->start))
        return "its start";
    if (!verify_optional(v, info->customer, MODEL_S_SPEAKERS) ||
        !verify_optional(v, info->notice_skill, MODEL_S_SKILLS))
        return "its customer or skill";
    if (info->functions >= MODEL_FUNCTION)
        return "its functions";
    return verify_place(v, info->place) ? NULL : "its place";
}

const char *verify_speaker(const verify *v, uint32_t i)
{
    const model_speaker *speaker = &v->scenario->speakers[i];

    if (!verify_text(v, speaker->name) || !verify_text(v, speaker->about) ||
        !verify_text(v, speaker->pronoun))
        return "a text";
    if (!verify_range(v, speaker->portrait, MODEL_S_PAIRS))
        return "the portrait";
    if (!verify_number(speaker->patience))
        return "the patience";
    if (speaker->customer > 1 || speaker->library > 1)
        return "a setting";
    return verify_place(v, speaker->place) ? NULL : "the place";
}

static bool in_limit(int32_t value)
{
    return -MODEL_METER_LIMIT <= value && value <= MODEL_METER_LIMIT;
}

const char *verify_meter(const verify *v, uint32_t i)
{
    const model_meter *meter = &v->scenario->meters[i];

    if (!verify_text(v, meter->id) || meter->id.length == 0 ||
        !verify_text(v, meter->label) || !verify_text(v, meter->low) ||
        !verify_text(v, meter->high))
        return "a text";
    if (!in_limit(meter->min) || !in_limit(meter->max) || meter->start < meter->min ||
        meter->start > meter->max)
        return "the range";
    if (!verify_number(meter->drift_by) || meter->drift_by.num < 0 ||
        !in_limit(meter->drift_toward))
        return "the drift";
    if (meter->shows >= MODEL_SHOWS_COUNT || meter->hidden > 1 || meter->library > 1)
        return "a setting";
    return verify_place(v, meter->place) ? NULL : "the place";
}

const char *verify_flag(const verify *v, uint32_t i)
{
    const model_flag *flag = &v->scenario->flags[i];

    if (!verify_text(v, flag->id) || flag->id.length == 0 ||
        !verify_text(v, flag->meaning) || flag->library > 1)
        return "a text";
    return verify_place(v, flag->place) ? NULL : "the place";
}

const char *verify_skill(const verify *v, uint32_t i)
{
    const model_skill *skill = &v->scenario->skills[i];

    if (!verify_text(v, skill->id) || skill->id.length == 0 ||
        !verify_text(v, skill->label) || skill->library > 1)
        return "a text";
    return verify_place(v, skill->place) ? NULL : "the place";
}

const char *verify_intent(const verify *v, uint32_t i)
{
    const model_intent *intent = &v->scenario->intents[i];
    const bool fades = intent->fades.num != intent->fades.den;

    if (!verify_text(v, intent->id) || intent->id.length == 0 ||
        !verify_text(v, intent->label))
        return "a text";
    if (!verify_effect(v, &intent->effect))
        return "the effect";
    if (!verify_number(intent->fades) || intent->fades.num < 0)
        return "how it fades";
    if (!verify_counter(v, intent->counter, fades))
        return "the counter";
    if (intent->rating > 4 || intent->library > 1)
        return "a setting";
    return verify_place(v, intent->place) ? NULL : "the place";
}

const char *verify_rule(const verify *v, uint32_t i)
{
    const model_rule *rule = &v->scenario->rules[i];

    if (!verify_text(v, rule->name) || !verify_words(v, &rule->thinks) ||
        !verify_words(v, &rule->why))
        return "a text";
    if (!verify_effect(v, &rule->effect))
        return "the effect";
    if (!verify_use_of(v, rule->when, VERIFY_WHEN))
        return "the condition";
    if (!verify_optional(v, rule->go, MODEL_S_MOMENTS))
        return "where it goes";
    if (rule->once > 1 || rule->library > 1 ||
        !verify_counter(v, rule->counter, rule->once == 1))
        return "the counter";
    return verify_place(v, rule->place) ? NULL : "the place";
}

const char *verify_kpi(const verify *v, uint32_t i)
{
    const model_kpi *kpi = &v->scenario->kpis[i];

    if (!verify_text(v, kpi->id) || kpi->id.length == 0 || !verify_text(v, kpi->label) ||
        !verify_text(v, kpi->unit))
        return "a text";
    if (!verify_number(kpi->min) || !verify_number(kpi->max) || kpi->bounded > 3)
        return "the range";
    if (!verify_use_of(v, kpi->of, VERIFY_CODE | VERIFY_FUNCTION))
        return "what it is computed from";
    if (kpi->lower_is_better > 1 || kpi->library > 1)
        return "a setting";
    return verify_place(v, kpi->place) ? NULL : "the place";
}

const char *verify_step(const verify *v, uint32_t i)
{
    const model_step *step = &v->scenario->steps[i];

    if (!verify_text(v, step->name))
        return "the name";
    return verify_range(v, step->intents, MODEL_S_INDEXES) ? NULL : "the intents";
}

const char *verify_test(const verify *v, uint32_t i)
{
    const model_test *test = &v->scenario->tests[i];

    if (!verify_text(v, test->name))
        return "the name";
    if (!verify_range(v, test->play, MODEL_S_TEXTS) ||
        !verify_range(v, test->offered, MODEL_S_TEXTS) ||
        !verify_range(v, test->not_offered, MODEL_S_TEXTS) ||
        !verify_range(v, test->holds, MODEL_S_CONDITIONS))
        return "a list";
    if (!verify_optional(v, test->ends, MODEL_S_MOMENTS))
        return "where it ends";
    return verify_place(v, test->place) ? NULL : "the place";
}

const char *verify_condition(const verify *v, uint32_t i)
{
    const model_condition *condition = &v->scenario->conditions[i];

    if (!verify_text(v, condition->source))
        return "the text";
    return verify_use_of(v, condition->code, VERIFY_CODE | VERIFY_ALL) ? NULL
                                                                       : "the code";
}
