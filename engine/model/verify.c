#include "model/verify.h"

#include "base/fail.h"
#include "base/utf8.h"

#include <stdlib.h>

/* How often a text is used, on the average, at most: an id is a label too, a line's first
 * words are one of its variants. A million records with one long text are an attack. */
#define TEXT_SHARED 4u

typedef const char *check(const verify *v, uint32_t index);

static const char *check_texts(const verify *v, const model_text *list, uint32_t i)
{
    return verify_text(v, list[i]) ? NULL : "the text";
}

static const char *check_file(const verify *v, uint32_t i)
{
    return check_texts(v, v->scenario->files, i);
}

static const char *check_row(const verify *v, uint32_t i)
{
    return check_texts(v, v->scenario->rows, i);
}

static const char *check_listed(const verify *v, uint32_t i)
{
    return check_texts(v, v->scenario->texts, i);
}

static const char *check_effect(const verify *v, uint32_t i)
{
    return verify_effect(v, &v->scenario->effects[i]) ? NULL : "what it does";
}

static const char *check_set(const verify *v, uint32_t i)
{
    const model_set *set = &v->scenario->sets[i];

    return verify_index(v, set->flag, MODEL_S_FLAGS) && set->to <= 1 ? NULL : "the flag";
}

static const char *check_mood(const verify *v, uint32_t i)
{
    const model_mood *mood = &v->scenario->moods[i];

    if (!verify_index(v, mood->meter, MODEL_S_METERS) || mood->operation > MODEL_SET)
        return "the meter";
    return verify_use_of(v, mood->code, VERIFY_CODE | VERIFY_NONE) ? NULL : "the amount";
}

static const char *check_points(const verify *v, uint32_t i)
{
    return verify_index(v, v->scenario->points[i].skill, MODEL_S_SKILLS) ? NULL
                                                                         : "the skill";
}

static const char *check_words(const verify *v, uint32_t i)
{
    return verify_words(v, &v->scenario->words[i]) ? NULL : "the words";
}

static const char *check_piece(const verify *v, uint32_t i)
{
    const model_piece *piece = &v->scenario->pieces[i];

    if (!verify_text(v, piece->literal) || piece->insert > MODEL_INSERT_SECONDS)
        return "the words";
    if (piece->insert == MODEL_INSERT_METER)
        return verify_index(v, piece->index, MODEL_S_METERS) ? NULL : "the meter";
    if (piece->insert == MODEL_INSERT_FLAG)
        return verify_index(v, piece->index, MODEL_S_FLAGS) ? NULL : "the flag";
    return NULL;
}

static const char *check_screen(const verify *v, uint32_t i)
{
    return verify_range(v, v->scenario->screen[i], MODEL_S_CELLS) ? NULL : "the rows";
}

static const char *check_reflect(const verify *v, uint32_t i)
{
    return verify_words(v, &v->scenario->reflects[i]) ? NULL : "the words";
}

static const char *check_renamed(const verify *v, uint32_t i)
{
    const model_renamed *pair = &v->scenario->renamed[i];

    return verify_text(v, pair->from) && verify_text(v, pair->to) ? NULL : "a name";
}

static const char *check_index(const verify *v, uint32_t i)
{
    return verify_index(v, v->scenario->indexes[i], MODEL_S_INTENTS) ? NULL
                                                                     : "the intent";
}

static const char *check_pair(const verify *v, uint32_t i)
{
    const model_pair *pair = &v->scenario->pairs[i];

    return verify_text(v, pair->key) && verify_text(v, pair->value) ? NULL : "a text";
}

/* Slots are empty or not as chance has it, so nothing here branches on that. */
static const char *check_id(const verify *v, uint32_t i)
{
    const uint32_t *count = v->scenario->count;
    const uint32_t ends[] = {
        [MODEL_THING_MOMENT] = count[MODEL_S_MOMENTS],
        [MODEL_THING_LINE] = count[MODEL_S_LINES],
        [MODEL_THING_REPLY] = count[MODEL_S_REPLIES],
        0,
    };
    const model_id id = v->scenario->ids[i];
    const bool known = id.thing <= MODEL_THING_REPLY;
    const bool empty = id.index == MODEL_NONE;

    return known & (empty | (id.index < ends[id.thing & 3])) ? NULL : "the thing named";
}

static const char *check_number(const verify *v, uint32_t i)
{
    return verify_number(v->scenario->numbers[i]) ? NULL : "the number";
}

/* CODE and TEXT are checked as a whole, before. */
static const struct {
    const char *name;
    check *check;
} sections[MODEL_SECTIONS] = {
    [MODEL_S_INFO] = {"the scenario", verify_info},
    [MODEL_S_FILES] = {"file", check_file},
    [MODEL_S_SPEAKERS] = {"speaker", verify_speaker},
    [MODEL_S_METERS] = {"meter", verify_meter},
    [MODEL_S_FLAGS] = {"flag", verify_flag},
    [MODEL_S_SKILLS] = {"skill", verify_skill},
    [MODEL_S_INTENTS] = {"intent", verify_intent},
    [MODEL_S_RULES] = {"rule", verify_rule},
    [MODEL_S_KPIS] = {"figure", verify_kpi},
    [MODEL_S_STEPS] = {"step", verify_step},
    [MODEL_S_MOMENTS] = {"moment", verify_moment},
    [MODEL_S_STATEMENTS] = {"statement", verify_statement},
    [MODEL_S_LINES] = {"line", verify_line},
    [MODEL_S_CUES] = {"cue", verify_cue},
    [MODEL_S_INFOS] = {"fact", verify_information},
    [MODEL_S_NOTICES] = {"notice", verify_notice},
    [MODEL_S_REPLIES] = {"reply", verify_reply},
    [MODEL_S_DETAILS] = {"reply", verify_detail},
    [MODEL_S_EFFECTS] = {"effect", check_effect},
    [MODEL_S_SETS] = {"set", check_set},
    [MODEL_S_MOODS] = {"mood", check_mood},
    [MODEL_S_POINTS] = {"points", check_points},
    [MODEL_S_WORDS] = {"words", check_words},
    [MODEL_S_PIECES] = {"piece", check_piece},
    [MODEL_S_ROWS] = {"row", check_row},
    [MODEL_S_CELLS] = {"cell", verify_cell},
    [MODEL_S_SCREEN] = {"screen", check_screen},
    [MODEL_S_REFLECTS] = {"question", check_reflect},
    [MODEL_S_TESTS] = {"test", verify_test},
    [MODEL_S_CONDITIONS] = {"condition", verify_condition},
    [MODEL_S_RENAMED] = {"renamed", check_renamed},
    [MODEL_S_TEXTS] = {"text", check_listed},
    [MODEL_S_INDEXES] = {"index", check_index},
    [MODEL_S_PAIRS] = {"pair", check_pair},
    [MODEL_S_IDS] = {"id", check_id},
    [MODEL_S_NUMBERS] = {"number", check_number},
    [MODEL_S_CODE] = {"code", NULL},
    [MODEL_S_TEXT] = {"text", NULL},
};

/* How many there are of each, before any record is looked at. */
static const char *check_counts(const ear_scenario *s)
{
    const uint32_t *count = s->count;
    const model_header *header = s->header;
    const uint64_t counters = (uint64_t)count[MODEL_S_MOMENTS] + count[MODEL_S_LINES] +
                              count[MODEL_S_REPLIES] + count[MODEL_S_INTENTS] +
                              count[MODEL_S_RULES];

    if (count[MODEL_S_INFO] != 1 || count[MODEL_S_SCREEN] != 1 ||
        count[MODEL_S_FILES] == 0 || count[MODEL_S_WORDS] == 0)
        return "it lacks a part";
    if (count[MODEL_S_MOMENTS] == 0 || count[MODEL_S_MOMENTS] > MODEL_MAX_MOMENTS ||
        count[MODEL_S_STATEMENTS] > MODEL_MAX_STATEMENTS + MODEL_MAX_MOMENTS ||
        count[MODEL_S_METERS] > MODEL_MAX_METERS ||
        count[MODEL_S_FLAGS] > MODEL_MAX_FLAGS)
        return "it passes a limit";
    if (count[MODEL_S_REPLIES] != count[MODEL_S_DETAILS])
        return "its replies do not match";
    if (header->counters != counters || header->live_counters > header->counters ||
        header->since_counters > header->live_counters)
        return "its counters do not match";
    if (count[MODEL_S_IDS] == 0 || (count[MODEL_S_IDS] & (count[MODEL_S_IDS] - 1)) != 0)
        return "its table of ids is no table";
    if (count[MODEL_S_TEXT] == 0 || s->text[0] != '\0' ||
        !base_utf8_valid(s->text, count[MODEL_S_TEXT]))
        return "its text is not UTF-8";
    return NULL;
}

static ear_status check_records(const verify *v, ear_error *err)
{
    for (int s = 0; s < MODEL_SECTIONS; s++) {
        const uint32_t count = sections[s].check ? v->scenario->count[s] : 0;

        for (uint32_t i = 0; i < count; i++) {
            const char *wrong = sections[s].check(v, i);

            if (wrong)
                return base_fail(err, EAR_E_FORMAT,
                                 "this is not a scenario that can be opened: %s %u, %s",
                                 sections[s].name, i, wrong);
        }
    }
    return EAR_OK;
}

ear_status model_verify(const ear_scenario *scenario, ear_error *err)
{
    const char *wrong = check_counts(scenario);
    uint64_t text_left = TEXT_SHARED * (uint64_t)scenario->count[MODEL_S_TEXT];
    verify v = {.scenario = scenario, .text_left = &text_left};

    if (!wrong) {
        v.marks = calloc((size_t)scenario->count[MODEL_S_CODE] + 1, 1);
        if (!v.marks)
            return base_fail_memory(err);
        wrong = verify_code(&v);
    }

    const ear_status status =
        wrong ? base_fail(err, EAR_E_FORMAT,
                          "this is not a scenario that can be opened: %s", wrong)
              : check_records(&v, err);
    free(v.marks);
    return status;
}
