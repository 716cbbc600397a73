/* Replies, and the choices that they form. */
#include "model/builder.h"
#include "model/words.h"

#define LONGEST_SECONDS 86400 /* a day */

bool build_answers(const draft_reply *reply)
{
    return reply->answer.function != 0 || reply->answer.text.length > 0;
}

static bool is_reply(draft_kind kind)
{
    return kind == DRAFT_REPLY || kind == DRAFT_HOLD;
}

/* Seconds in tenths; `otherwise` when none are given. */
static uint32_t read_seconds(builder *b, base_number seconds, draft_place place,
                             uint32_t otherwise)
{
    const build_where where = {.place = place, .field = "seconds"};

    if (seconds.den == 0)
        return otherwise;
    if (seconds.num >= 0 && seconds.num / seconds.den <= LONGEST_SECONDS)
        return (uint32_t)base_number_round(
            base_number_multiply(seconds, base_number_whole(10)));
    build_find(b, "E105", &where, "Write how long it takes, as seconds = 5.",
               "The seconds must be from 0 to %d.", LONGEST_SECONDS);
    return otherwise;
}

static model_text next_id(const base_bytes *ids, uint32_t index)
{
    const model_text *list = (const model_text *)(const void *)ids->at;

    return index < ids->length / sizeof *list ? list[index] : (model_text){0, 0};
}

/* Who answers: the first customer. */
static uint32_t answering(const builder *b)
{
    for (size_t i = 0; i < b->draft->speakers.count; i++) {
        if (b->draft->speakers.at[i].customer)
            return (uint32_t)i;
    }
    return MODEL_NONE;
}

static uint32_t build_answer(builder *b, const draft_statement *statement)
{
    const draft_reply *reply = statement->as.reply;
    const build_where where = {
        .place = statement->place, .field = "answer", .text = reply->answer.text};
    const uint32_t index = build_count(b, MODEL_S_LINES);
    const model_line line = {
        .id = next_id(&b->line_ids, index),
        .words =
            build_value_words(b, reply->answer, statement->place, "answer", BUILD_SPOKEN),
        .speaker = answering(b),
    };

    if (!build_answers(reply))
        return MODEL_NONE;
    if (line.speaker == MODEL_NONE)
        build_find(b, "E105", &where, "Declare one: sam = customer \"Sam\" {}",
                   "There is no customer who could answer.");
    BUILD_ADD(b, MODEL_S_LINES, &line);
    return index;
}

/* What a turn needs. A new field of `you` that play needs goes here, one that is only
 * told goes into build_detail(). */
static model_reply build_reply(builder *b, const draft_statement *statement,
                               uint32_t seconds)
{
    const draft_reply *reply = statement->as.reply;
    const draft_place place = statement->place;
    /* One after the other: the order in which intents are first named numbers them. */
    const model_code when = build_when(b, statement->when, place);
    const model_effect effect = build_effect(b, &reply->effect, place);
    model_reply built = {
        .words = build_value_words(b, statement->words, place, NULL, BUILD_READ),
        .effect = effect,
        .when = when,
        .go = build_target(b, reply->go, place, "go"),
        .visit = build_visit(b, reply->visit, place, "visit"),
        .intent = build_intent_of(b, reply->intent, place, "intent"),
        .answer = build_answer(b, statement),
        .tenths = seconds,
        .hold = statement->kind == DRAFT_HOLD,
        .again = reply->again,
        .fallback = reply->fallback,
        .rating = (uint8_t)build_rating(b, reply->rating, place),
    };

    if (!built.hold && reply->seconds.den == 0)
        built.tenths = 80 + model_spoken_tenths(built.words.spoken);
    return built;
}

static model_detail build_detail(builder *b, const draft_statement *statement,
                                 uint32_t seconds)
{
    const draft_reply *reply = statement->as.reply;
    const draft_place place = statement->place;

    return (model_detail){
        .id = next_id(&b->reply_ids, build_count(b, MODEL_S_DETAILS)),
        .thinks = build_aside_words(b, reply->thinks, place, "thinks"),
        .why = build_aside_words(b, reply->why, place, "why"),
        .seconds = seconds,
        .statement = build_count(b, MODEL_S_STATEMENTS),
        .place = build_place(place),
    };
}

static void add_reply(builder *b, const draft_statement *statement)
{
    const uint32_t otherwise = statement->kind == DRAFT_HOLD ? 50 : 0;
    const uint32_t seconds =
        read_seconds(b, statement->as.reply->seconds, statement->place, otherwise);
    const model_reply reply = build_reply(b, statement, seconds);
    const model_detail detail = build_detail(b, statement, seconds);

    BUILD_ADD(b, MODEL_S_REPLIES, &reply);
    BUILD_ADD(b, MODEL_S_DETAILS, &detail);
    build_lint_reply(b, statement, &reply);
}

/* What stands between the replies of a choice and does not split it. */
static bool is_aside(draft_kind kind)
{
    return kind == DRAFT_NOTE || kind == DRAFT_TODO || kind == DRAFT_DROPPED;
}

/* How many statements from `i` on end with the last reply of the choice. */
static size_t length_of(const builder *b, size_t i)
{
    size_t length = 0;

    for (size_t at = i; at < b->draft->statements.count; at++) {
        const draft_kind kind = b->draft->statements.at[at].kind;

        if (is_reply(kind))
            length = at - i + 1;
        else if (!is_aside(kind))
            break;
    }
    return length;
}

size_t build_choice(builder *b, size_t i)
{
    const draft_statement *first = &b->draft->statements.at[i];
    const size_t length = length_of(b, i);
    model_statement choice = {
        .kind = MODEL_CHOICE,
        .when = MODEL_NONE,
        .moment = b->moment,
        .place = build_place(first->place),
    };

    for (size_t at = 0; at < length && !b->no_memory; at++) {
        if (is_aside(first[at].kind))
            build_aside(b, &first[at]);
    }
    choice.item = build_count(b, MODEL_S_REPLIES);
    for (size_t at = 0; at < length && !b->no_memory; at++) {
        const build_where where = {.place = first[at].place};

        if (!is_reply(first[at].kind))
            continue;
        if (choice.count == MODEL_MAX_REPLIES)
            build_find(b, "E002", &where, "Split the choice in two.",
                       "This is reply %u of the choice; a choice can have %u.",
                       choice.count + 1, MODEL_MAX_REPLIES);
        add_reply(b, &first[at]);
        choice.count++;
    }
    BUILD_ADD(b, MODEL_S_STATEMENTS, &choice);
    return length;
}
