/* The check of what is played: moments, statements, lines, replies. */
#include "model/verify.h"

/* May stand at the end, where a moment has nothing of a kind. */
static bool check_reach(const verify *v, const model_reach *reach)
{
    const uint32_t *count = v->scenario->count;

    return reach->line <= count[MODEL_S_LINES] &&
           reach->reply <= count[MODEL_S_REPLIES] &&
           reach->mood <= count[MODEL_S_MOODS] && reach->piece <= count[MODEL_S_PIECES] &&
           reach->code <= count[MODEL_S_CODE] && reach->text <= count[MODEL_S_TEXT];
}

/* Moments lie one behind the other in STATEMENTS, nothing between them. */
const char *verify_moment(const verify *v, uint32_t i)
{
    const ear_scenario *s = v->scenario;
    const model_moment *moment = &s->moments[i];
    const uint32_t before =
        i == 0 ? 0
               : s->moments[i - 1].statements.first + s->moments[i - 1].statements.count;

    if (!verify_text(v, moment->id) || moment->id.length == 0 ||
        !verify_text(v, moment->label))
        return "a text";
    if (!verify_index(v, moment->title, MODEL_S_WORDS) ||
        !verify_index(v, moment->summary, MODEL_S_WORDS))
        return "the title or summary";
    if (!check_reach(v, &moment->reach))
        return "its reach";
    if (!verify_range(v, moment->statements, MODEL_S_STATEMENTS) ||
        moment->statements.count == 0 || moment->statements.first != before)
        return "the statements";
    if (i + 1 == s->count[MODEL_S_MOMENTS] &&
        moment->statements.first + moment->statements.count !=
            s->count[MODEL_S_STATEMENTS])
        return "the statements";
    if (moment->kind > MODEL_OUTCOME || moment->channel > MODEL_CHANNEL_NONE ||
        moment->rating >= MODEL_RATINGS)
        return "a setting";
    if (!verify_counter(v, moment->counter, false))
        return "the counter";
    return verify_place(v, moment->place) ? NULL : "the place";
}

static bool check_choice(const verify *v, const model_statement *statement,
                         uint32_t index)
{
    const model_range replies = {statement->item, statement->count};

    if (replies.count == 0 || replies.count > MODEL_MAX_REPLIES ||
        !verify_range(v, replies, MODEL_S_REPLIES))
        return false;
    for (uint32_t r = 0; r < replies.count; r++) {
        if (v->scenario->details[replies.first + r].statement != index)
            return false;
    }
    return true;
}

/* Which section a statement's item counts in; the kinds that need more are below. */
static model_section section_of(uint32_t kind)
{
    switch ((model_kind)kind) {
    case MODEL_LINE:
        return MODEL_S_LINES;
    case MODEL_CUE:
        return MODEL_S_CUES;
    case MODEL_INFO:
        return MODEL_S_INFOS;
    case MODEL_EFFECT:
        return MODEL_S_EFFECTS;
    case MODEL_NOTICE:
        return MODEL_S_NOTICES;
    case MODEL_GO:
        return MODEL_S_MOMENTS;
    default:
        return MODEL_S_WORDS;
    }
}

static bool check_item(const verify *v, const model_statement *statement, uint32_t index)
{
    switch ((model_kind)statement->kind) {
    case MODEL_END:
    case MODEL_SILENCE:
        return true;
    case MODEL_CHOICE:
        return check_choice(v, statement, index);
    case MODEL_VISIT:
        return statement->item != MODEL_NONE && verify_visit(v, statement->item);
    case MODEL_SCREEN: {
        const model_range cells = {statement->item, statement->count};
        return verify_range(v, cells, MODEL_S_CELLS);
    }
    default:
        return verify_index(v, statement->item, section_of(statement->kind));
    }
}

static bool belongs_in_outcome(uint32_t kind)
{
    return kind != MODEL_NOTICE && kind != MODEL_CHOICE && kind != MODEL_VISIT &&
           kind != MODEL_GO;
}

const char *verify_statement(const verify *v, uint32_t i)
{
    const model_statement *statement = &v->scenario->statements[i];

    if (statement->kind >= MODEL_KINDS ||
        !verify_index(v, statement->moment, MODEL_S_MOMENTS))
        return "the kind or the moment";

    const model_moment *moment = &v->scenario->moments[statement->moment];
    const uint32_t last = moment->statements.first + moment->statements.count - 1;

    if (i < moment->statements.first || i > last ||
        (statement->kind == MODEL_END) != (i == last))
        return "the moment";
    if (moment->kind == MODEL_OUTCOME ? !belongs_in_outcome(statement->kind)
                                      : statement->kind == MODEL_DEBRIEF)
        return "where it stands";
    if (!check_item(v, statement, i))
        return "what it plays";
    if (!verify_use_of(v, statement->when, VERIFY_WHEN))
        return "the condition";
    return verify_place(v, statement->place) ? NULL : "the place";
}

const char *verify_line(const verify *v, uint32_t i)
{
    const model_line *line = &v->scenario->lines[i];

    if (!verify_text(v, line->id) || line->id.length == 0 ||
        !verify_text(v, line->voice) || !verify_words(v, &line->words))
        return "a text";
    if (!verify_range(v, line->variants, MODEL_S_WORDS) || line->pick >= MODEL_PICKS)
        return "how it varies";
    if (!verify_index(v, line->speaker, MODEL_S_SPEAKERS))
        return "the speaker";
    return verify_counter(v, line->counter, line->variants.count > 0) ? NULL
                                                                      : "the counter";
}

const char *verify_cue(const verify *v, uint32_t i)
{
    const model_cue *cue = &v->scenario->cues[i];

    if (!verify_words(v, &cue->words) || !verify_text(v, cue->kind))
        return "a text";
    return verify_range(v, cue->answered_by, MODEL_S_INDEXES) ? NULL : "the intents";
}

const char *verify_information(const verify *v, uint32_t i)
{
    const model_information *info = &v->scenario->infos[i];

    return verify_words(v, &info->words) && verify_words(v, &info->status) ? NULL
                                                                           : "a text";
}

const char *verify_notice(const verify *v, uint32_t i)
{
    const model_notice *notice = &v->scenario->notices[i];

    if (!verify_words(v, &notice->question) || !verify_words(v, &notice->because))
        return "a text";
    if (!verify_range(v, notice->options, MODEL_S_WORDS))
        return "the options";
    if (notice->answer != MODEL_NONE && notice->answer >= notice->options.count)
        return "the answer";
    return verify_optional(v, notice->skill, MODEL_S_SKILLS) ? NULL : "the skill";
}

const char *verify_reply(const verify *v, uint32_t i)
{
    const model_reply *reply = &v->scenario->replies[i];

    if (!verify_words(v, &reply->words))
        return "a text";
    if (!verify_effect(v, &reply->effect))
        return "the effect";
    if (!verify_use_of(v, reply->when, VERIFY_WHEN))
        return "the condition";
    if (!verify_optional(v, reply->go, MODEL_S_MOMENTS) || !verify_visit(v, reply->visit))
        return "where it goes";
    if (!verify_optional(v, reply->intent, MODEL_S_INTENTS))
        return "the intent";
    if (!verify_optional(v, reply->answer, MODEL_S_LINES))
        return "the answer";
    if (reply->hold > 1 || reply->again > 1 || reply->fallback > 1 || reply->rating > 4)
        return "a setting";
    return verify_counter(v, reply->counter, reply->again == 0) ? NULL : "the counter";
}

const char *verify_detail(const verify *v, uint32_t i)
{
    const model_detail *detail = &v->scenario->details[i];

    if (!verify_text(v, detail->id) || detail->id.length == 0 ||
        !verify_index(v, detail->thinks, MODEL_S_WORDS) ||
        !verify_index(v, detail->why, MODEL_S_WORDS))
        return "a text";
    if (!verify_index(v, detail->statement, MODEL_S_STATEMENTS))
        return "the choice";

    const model_statement *choice = &v->scenario->statements[detail->statement];
    if (choice->kind != MODEL_CHOICE || i < choice->item ||
        i - choice->item >= choice->count)
        return "the choice";
    return verify_place(v, detail->place) ? NULL : "the place";
}

const char *verify_cell(const verify *v, uint32_t i)
{
    const model_cell *cell = &v->scenario->cells[i];

    if (!verify_index(v, cell->row, MODEL_S_ROWS))
        return "the row";
    return verify_words(v, &cell->value) ? NULL : "the value";
}
