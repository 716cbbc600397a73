/* The statements of moments and outcomes, in order. */
#include "model/builder.h"
#include "model/terms.h"

#include <stdio.h>
#include <string.h>

bool build_belongs(draft_kind kind, draft_kind moment)
{
    switch (kind) {
    case DRAFT_DROPPED:
        return false;
    case DRAFT_DEBRIEF:
        return moment == DRAFT_OUTCOME;
    case DRAFT_NOTICE:
    case DRAFT_REPLY:
    case DRAFT_HOLD:
    case DRAFT_VISIT:
    case DRAFT_GO:
        return moment == DRAFT_MOMENT;
    default:
        return true;
    }
}

/* What the author wrote to get such a statement. */
static const char *verb_of(draft_kind kind)
{
    static const char *const verbs[] = {
        [DRAFT_MOMENT] = "moment",   [DRAFT_OUTCOME] = "outcome", [DRAFT_LINE] = "a line",
        [DRAFT_CUE] = "a cue",       [DRAFT_SILENCE] = "silence", [DRAFT_INFO] = "info",
        [DRAFT_NOTE] = "a note",     [DRAFT_TODO] = "a todo",     [DRAFT_SET] = "'set'",
        [DRAFT_MOOD] = "'mood'",     [DRAFT_NOTICE] = "a notice", [DRAFT_REPLY] = "'you'",
        [DRAFT_HOLD] = "'hold'",     [DRAFT_VISIT] = "'visit'",   [DRAFT_GO] = "'go'",
        [DRAFT_SCREEN] = "a screen", [DRAFT_DEBRIEF] = "debrief", [DRAFT_DROPPED] = "",
    };

    return verbs[kind];
}

static void add_statement(builder *b, const draft_statement *statement, model_kind kind,
                          model_range item)
{
    const model_statement built = {
        .kind = (uint32_t)kind,
        .when = build_when(b, statement->when, statement->place),
        .item = item.first,
        .count = item.count,
        .moment = b->moment,
        .place = build_place(statement->place),
    };

    BUILD_ADD(b, MODEL_S_STATEMENTS, &built);
}

static model_range one(uint32_t index)
{
    return (model_range){index, 1};
}

static uint32_t add_line(builder *b, const draft_statement *statement)
{
    const draft_line *line = statement->as.line;
    const draft_place place = statement->place;
    const build_where where = {.place = place, .field = "pick", .text = line->pick};
    const uint32_t index = build_count(b, MODEL_S_LINES);
    const model_text *ids = (const model_text *)(const void *)b->line_ids.at;
    model_line built = {
        .id = index < b->line_ids.length / sizeof *ids ? ids[index] : (model_text){0, 0},
        .pick = build_word_of(b, line->pick, &where, model_pick_terms, MODEL_CYCLE),
        .speaker = line->speaker,
        .voice = build_short_text(b, line->voice, place, "voice"),
    };

    built.variants.first = build_count(b, MODEL_S_WORDS);
    for (size_t i = 0; i < line->variants.count && !b->no_memory; i++) {
        const model_words words =
            build_words(b, line->variants.at[i], place, NULL, BUILD_SPOKEN);

        if (i == 0)
            built.words = words;
        BUILD_ADD(b, MODEL_S_WORDS, &words);
        built.variants.count++;
    }
    if (built.variants.count == 0)
        built.words = build_value_words(b, statement->words, place, NULL, BUILD_SPOKEN);
    return BUILD_ADD(b, MODEL_S_LINES, &built);
}

static uint32_t add_cue(builder *b, const draft_statement *statement)
{
    const draft_cue *cue = statement->as.cue;
    const draft_place place = statement->place;
    const model_cue built = {
        .words = build_value_words(b, statement->words, place, NULL, BUILD_READ),
        .kind = build_short_text(b, cue->kind, place, "kind"),
        .answered_by = build_intents_of(b, &cue->answered_by, place, "answered_by"),
    };

    return BUILD_ADD(b, MODEL_S_CUES, &built);
}

static uint32_t add_information(builder *b, const draft_statement *statement)
{
    const draft_text *status = statement->as.status;
    const draft_place place = statement->place;
    const model_information built = {
        .words = build_value_words(b, statement->words, place, NULL, BUILD_READ),
        .status = build_words(b, status ? *status : (draft_text){NULL, 0}, place,
                              "status", BUILD_READ),
    };

    return BUILD_ADD(b, MODEL_S_INFOS, &built);
}

static uint32_t read_answer(builder *b, const draft_notice *notice, draft_place place)
{
    const build_where where = {.place = place, .field = "answer"};

    if (notice->answer == DRAFT_UNSET)
        return MODEL_NONE;
    if (1 <= notice->answer && (uint64_t)notice->answer <= notice->options.count)
        return (uint32_t)notice->answer - 1;
    build_find(b, "E105", &where, "Count the answers from 1, as they are written.",
               "answer = %lld, but the notice has %zu answers to choose from.",
               (long long)notice->answer, notice->options.count);
    return MODEL_NONE;
}

/* The skill that a right answer practises: the one named, else "notice" if declared. */
static uint32_t practised_by(builder *b, const draft_notice *notice, draft_place place)
{
    const build_entry *usual = build_look(b, &b->skills, (draft_text){"notice", 6});

    if (build_given(notice->skill))
        return build_skill_of(b, notice->skill, place, "skill");
    return usual ? usual->index : MODEL_NONE;
}

static uint32_t add_notice(builder *b, const draft_statement *statement)
{
    const draft_notice *notice = statement->as.notice;
    const draft_place place = statement->place;
    const build_where where = {.place = place};
    model_notice built = {
        .question = build_value_words(b, statement->words, place, NULL, BUILD_READ),
        .because = build_words(b, notice->because, place, "because", BUILD_READ),
        .options = {build_count(b, MODEL_S_WORDS), (uint32_t)notice->options.count},
        .skill = practised_by(b, notice, place),
    };

    for (size_t i = 0; i < notice->options.count && !b->no_memory; i++) {
        const model_words words =
            build_words(b, notice->options.at[i], place, NULL, BUILD_READ);
        BUILD_ADD(b, MODEL_S_WORDS, &words);
    }
    if (notice->options.count == 0)
        build_find(b, "E105", &where, "Write { \"one answer\", \"another\" } after it.",
                   "This notice has no answers to choose from.");
    else
        built.answer = read_answer(b, notice, place);
    return BUILD_ADD(b, MODEL_S_NOTICES, &built);
}

static uint32_t add_words(builder *b, const draft_statement *statement,
                          build_manner manner)
{
    const model_words words =
        build_value_words(b, statement->words, statement->place, NULL, manner);

    return BUILD_ADD(b, MODEL_S_WORDS, &words);
}

/* silence "2 minutes" */
static void hint_minutes(char *hint, size_t room, draft_text text)
{
    size_t at = 0;
    unsigned minutes = 0;

    for (; at < text.length && text.at[at] >= '0' && text.at[at] <= '9'; at++)
        minutes = minutes * 10 + (unsigned)(text.at[at] - '0') % 1000;
    while (at < text.length && text.at[at] == ' ')
        at++;
    if (minutes > 0 && minutes < 1440 && at < text.length && text.at[at] == 'm' &&
        (at + 1 == text.length || text.at[at + 1] == 'i'))
        snprintf(hint, room, "Write silence \"%us\".", minutes * 60);
}

static uint32_t read_silence(builder *b, const draft_statement *statement)
{
    const draft_text text = statement->words.text;
    const build_where where = {.place = statement->place, .text = text};
    uint32_t tenths = 0;

    if (!model_read_duration(&tenths, text.at ? text.at : "", text.length)) {
        char hint[60] = "Write it like silence \"3s\".";

        if (text.at && text.length < 20)
            hint_minutes(hint, sizeof hint, text);
        build_find(b, "E105", &where, hint, "'%.*s' is no length of time.",
                   BUILD_SAY(text));
    }
    return tenths;
}

void build_aside(builder *b, const draft_statement *statement)
{
    if (statement->kind == DRAFT_DROPPED)
        return;
    build_lint_statement(b, statement);
    add_statement(b, statement, statement->kind == DRAFT_NOTE ? MODEL_NOTE : MODEL_TODO,
                  one(add_words(b, statement, BUILD_VERBATIM)));
}

/* What happens: set, mood, visit, go. */
static void build_step(builder *b, const draft_statement *statement)
{
    const draft_text text = statement->words.text;
    model_effect effect;

    switch (statement->kind) {
    case DRAFT_VISIT:
        add_statement(b, statement, MODEL_VISIT,
                      one(build_visit(b, text, statement->place, NULL)));
        return;
    case DRAFT_GO:
        add_statement(b, statement, MODEL_GO,
                      one(build_target(b, text, statement->place, NULL)));
        return;
    case DRAFT_SET:
        effect = build_set_statement(b, statement);
        break;
    default:
        effect = build_mood_statement(b, statement);
        break;
    }
    add_statement(b, statement, MODEL_EFFECT,
                  one(BUILD_ADD(b, MODEL_S_EFFECTS, &effect)));
}

/* What is seen or heard. */
static void build_statement(builder *b, const draft_statement *statement)
{
    switch (statement->kind) {
    case DRAFT_LINE:
        add_statement(b, statement, MODEL_LINE, one(add_line(b, statement)));
        break;
    case DRAFT_CUE:
        add_statement(b, statement, MODEL_CUE, one(add_cue(b, statement)));
        break;
    case DRAFT_SILENCE:
        add_statement(b, statement, MODEL_SILENCE, one(read_silence(b, statement)));
        break;
    case DRAFT_INFO:
        add_statement(b, statement, MODEL_INFO, one(add_information(b, statement)));
        break;
    case DRAFT_NOTICE:
        add_statement(b, statement, MODEL_NOTICE, one(add_notice(b, statement)));
        break;
    case DRAFT_SCREEN:
        add_statement(b, statement, MODEL_SCREEN,
                      build_cells(b, statement->as.screen, statement->place));
        break;
    case DRAFT_DEBRIEF:
        add_statement(b, statement, MODEL_DEBRIEF,
                      one(add_words(b, statement, BUILD_READ)));
        break;
    default:
        build_step(b, statement);
        break;
    }
}

static void close_moment(builder *b)
{
    if (b->moment == MODEL_NONE)
        return;

    model_moment *moment = (model_moment *)build_records(b, MODEL_S_MOMENTS) + b->moment;
    const model_statement end = {
        .kind = MODEL_END,
        .when = MODEL_NONE,
        .moment = b->moment,
        .place = moment->place,
    };

    moment->statements.count =
        build_count(b, MODEL_S_STATEMENTS) + 1 - moment->statements.first;
    BUILD_ADD(b, MODEL_S_STATEMENTS, &end);
}

static model_text id_of(const builder *b, draft_text id)
{
    const build_entry *entry = build_look(b, &b->places, id);

    return entry ? entry->key : (model_text){0, 0};
}

/* What follows belongs to the moment that begins. */
static model_reach reach_now(const builder *b)
{
    return (model_reach){
        .line = build_count(b, MODEL_S_LINES),
        .reply = build_count(b, MODEL_S_REPLIES),
        .mood = build_count(b, MODEL_S_MOODS),
        .piece = build_count(b, MODEL_S_PIECES),
        .code = build_count(b, MODEL_S_CODE),
        .text = build_count(b, MODEL_S_TEXT),
    };
}

static void open_moment(builder *b, const draft_statement *statement)
{
    const draft_moment *draft = statement->as.moment;
    const draft_place place = statement->place;
    const build_where channel = {place, "channel", draft->channel, 0};
    const build_where rating = {place, "rating", draft->rating, 0};
    const model_moment built = {
        .id = id_of(b, statement->words.text),
        .statements = {build_count(b, MODEL_S_STATEMENTS), 0},
        .reach = reach_now(b),
        .kind = statement->kind == DRAFT_OUTCOME ? MODEL_OUTCOME : MODEL_MOMENT,
        .channel = (uint8_t)build_word_of(b, draft->channel, &channel,
                                          model_channel_terms, MODEL_CHANNEL_NONE),
        .rating = (uint8_t)build_word_of(b, draft->rating, &rating, model_rating_terms,
                                         MODEL_MIXED),
        .title = build_aside_words(b, draft->title, place, "title"),
        .summary = build_aside_words(b, draft->summary, place, "summary"),
        .label = build_short_text(b, draft->label, place, "label"),
        .place = build_place(place),
    };

    b->moment = b->moment == MODEL_NONE ? 0 : b->moment + 1;
    b->moment_kind = statement->kind;
    if (!b->no_memory)
        ((model_moment *)build_records(b, MODEL_S_MOMENTS))[b->moment] = built;
}

/* One finding for a run of statements before the first moment: the moment is missing. */
static void misplaced(builder *b, const draft_statement *statement, bool *told)
{
    const build_where where = {.place = statement->place};
    const char *verb = verb_of(statement->kind);

    if (statement->kind == DRAFT_DROPPED)
        return;
    if (b->moment == MODEL_NONE && !*told)
        build_find(b, "E105", &where, "Write moment \"start\" on a line above it.",
                   "Nothing can be played before the first moment, and here %s stands "
                   "before it.",
                   verb);
    else if (b->moment != MODEL_NONE && statement->kind == DRAFT_DEBRIEF)
        build_find(b, "E105", &where, "Put it under an outcome.",
                   "debrief belongs to an outcome, not to a moment.");
    else if (b->moment != MODEL_NONE)
        build_find(b, "E105", &where,
                   "An outcome ends the run after its lines. Put it into a moment.",
                   "In an outcome %s cannot stand.", verb);
    *told = b->moment == MODEL_NONE;
}

void build_moments(builder *b)
{
    const size_t count = b->draft->statements.count;
    bool told = false;

    b->moment = MODEL_NONE;
    for (size_t i = 0; i < count && !b->no_memory; i++) {
        const draft_statement *statement = &b->draft->statements.at[i];
        const draft_kind kind = statement->kind;

        if (kind == DRAFT_MOMENT || kind == DRAFT_OUTCOME) {
            close_moment(b);
            open_moment(b, statement);
        } else if (b->moment == MODEL_NONE || !build_belongs(kind, b->moment_kind)) {
            misplaced(b, statement, &told);
        } else if (kind == DRAFT_REPLY || kind == DRAFT_HOLD) {
            i += build_choice(b, i) - 1;
        } else if (kind == DRAFT_NOTE || kind == DRAFT_TODO) {
            build_aside(b, statement);
        } else {
            build_lint_statement(b, statement);
            build_statement(b, statement);
        }
    }
    if (!b->no_memory)
        close_moment(b);
}
