/* Events -> entries. */
#include "view/talk.h"

#include "base/bytes.h"
#include "base/fail.h"
#include "base/grow.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char *keep(view_talk *talk, ear_text text)
{
    base_bytes clean = {0};
    char *kept = NULL;

    if (!text.at || text.length == 0)
        return "";
    if (base_utf8_clean(&clean, text.at, text.length))
        kept = base_arena_copy(&talk->arena, base_bytes_string(&clean), clean.length);
    base_bytes_release(&clean);
    if (!kept)
        talk->failed = true;
    return kept ? kept : "";
}

static const char *keep_model(view_talk *talk, model_text text)
{
    return keep(talk, (ear_text){model_string(talk->model, text), text.length});
}

static talk_entry *add(view_talk *talk, talk_kind kind)
{
    talk_entry *moved =
        base_grown(talk->entries, &talk->room, talk->count + 1, sizeof *moved);
    if (!moved) {
        talk->failed = true;
        return NULL;
    }
    talk->entries = moved;

    talk_entry *entry = &talk->entries[talk->count++];
    memset(entry, 0, sizeof *entry);
    entry->kind = kind;
    entry->minute = talk->minute;
    entry->who = entry->tone = entry->text = entry->word = entry->thinks = entry->why =
        "";
    return entry;
}

static void add_rows(view_talk *talk, const ear_event *event)
{
    talk_entry *entry = add(talk, TALK_ROWS);
    talk_row *rows = base_arena_alloc(&talk->arena, event->count * sizeof *rows + 1);

    if (!entry || !rows) {
        talk->failed = true;
        return;
    }
    for (size_t i = 0; i < event->count; i++) {
        rows[i].label = keep(talk, event->list[i].label);
        rows[i].value = keep(talk, event->list[i].text);
    }
    entry->rows = rows;
    entry->row_count = (uint32_t)event->count;
}

static void add_notice(view_talk *talk, const ear_event *event)
{
    talk_entry *entry = add(talk, TALK_NOTICE);
    talk_notice *notice = &talk->notice;

    memset(notice, 0, sizeof *notice);
    notice->index = event->index;
    notice->question = keep(talk, event->text);
    notice->because = "";
    notice->right = MODEL_NONE;
    for (size_t i = 0; i < event->count && i < TALK_MAX_OPTIONS; i++)
        notice->options[notice->count++] = keep(talk, event->list[i].text);
    if (event->index < talk->model->count[MODEL_S_NOTICES]) {
        const model_notice *said = &talk->model->notices[event->index];
        notice->because = keep_model(talk, said->because.text);
        notice->right = said->answer;
    }
    if (entry)
        entry->index = event->index;
}

/* Replies stand in an order drawn from the seed, the same for a run however often they
 * are shown; the ones that are silence keep the last places. */
static void shuffle(view_talk *talk)
{
    talk_offer *offers = talk->offers;
    uint32_t said = 0;

    for (uint32_t i = 0; i < talk->offer_count; i++) {
        if (offers[i].hold)
            continue;
        const talk_offer moved = offers[i];
        memmove(&offers[said + 1], &offers[said], (i - said) * sizeof *offers);
        offers[said++] = moved;
    }
    const char *id = talk->offer_count ? offers[0].id : "";
    uint64_t random = base_random_seed(base_hash(id, strlen(id), talk->seed));
    for (uint32_t i = said; i > 1; i--) {
        const uint32_t j = base_random_below(&random, i);
        const talk_offer other = offers[j];
        offers[j] = offers[i - 1];
        offers[i - 1] = other;
    }
}

/* Does the customer speak first when moment `at` is played? */
static bool she_speaks_first(const view_talk *talk, uint32_t at)
{
    const ear_scenario *model = talk->model;

    if (at >= model->count[MODEL_S_MOMENTS])
        return false;
    const model_range run = model->moments[at].statements;
    for (uint32_t i = run.first; i < run.first + run.count; i++) {
        const model_statement *s = &model->statements[i];
        if (s->kind == MODEL_LINE)
            return model->lines[s->item].speaker == model->info->customer;
        if (s->kind != MODEL_NOTE && s->kind != MODEL_TODO)
            return false;
    }
    return false;
}

bool view_talk_writes_on(const view_talk *talk)
{
    if (talk->channel != MODEL_CHAT || !view_talk_offers(talk) || view_talk_asks(talk))
        return false;
    for (uint32_t i = 0; i < talk->offer_count; i++) {
        const talk_offer *offer = &talk->offers[i];
        if (!offer->hold || offer->reply >= talk->model->count[MODEL_S_REPLIES])
            continue;
        const model_reply *reply = &talk->model->replies[offer->reply];
        return reply->answer != MODEL_NONE || she_speaks_first(talk, reply->go);
    }
    return false;
}

static void set_offers(view_talk *talk, const ear_event *event)
{
    talk->offer_count = 0;
    for (size_t i = 0; i < event->count && i < TALK_MAX_OFFERS; i++)
        talk->offers[talk->offer_count++] = (talk_offer){
            .id = keep(talk, event->list[i].id),
            .text = keep(talk, event->list[i].text),
            .index = (uint32_t)i,
            .reply = event->list[i].index,
            .tenths = event->list[i].tenths,
            .hold = event->list[i].hold,
        };
    talk->offered = -1;
    shuffle(talk);
}

static void add_reply(view_talk *talk, const ear_event *event)
{
    talk_entry *entry = add(talk, TALK_REPLY);

    talk->offer_count = 0;
    talk->notice.asked = false;
    if (!entry)
        return;
    entry->text = keep(talk, event->text);
    entry->thinks = keep(talk, event->thinks);
    entry->why = keep(talk, event->why);
    entry->turn = event->turn;
    entry->tenths = (uint32_t)event->tenths;
    entry->index = event->index;
    if (event->index < talk->model->count[MODEL_S_REPLIES])
        entry->hold = talk->model->replies[event->index].hold != 0;
}

static void add_plain(view_talk *talk, const ear_event *event, talk_kind kind)
{
    talk_entry *entry = add(talk, kind);

    if (!entry)
        return;
    entry->who = keep(talk, event->who);
    entry->tone = keep(talk, event->tone);
    entry->text = keep(talk, event->text);
    entry->word = keep(talk, event->word);
    entry->index = event->index;
    entry->turn = event->turn;
    entry->tenths = (uint32_t)event->tenths;
    entry->to = event->to;
    entry->number = event->number;
}

void view_talk_event(void *user, const ear_event *event)
{
    static const struct {
        ear_event_kind from;
        talk_kind to;
    } plain[] = {
        {EAR_EVENT_LINE, TALK_LINE},       {EAR_EVENT_CUE, TALK_CUE},
        {EAR_EVENT_SILENCE, TALK_SILENCE}, {EAR_EVENT_INFO, TALK_INFO},
        {EAR_EVENT_MOMENT, TALK_MOMENT},   {EAR_EVENT_MOOD, TALK_MOOD},
        {EAR_EVENT_OUTCOME, TALK_OUTCOME}, {EAR_EVENT_DEBRIEF, TALK_DEBRIEF},
        {EAR_EVENT_KPI, TALK_KPI},
    };
    view_talk *talk = user;

    if (event->kind == EAR_EVENT_SCREEN)
        add_rows(talk, event);
    else if (event->kind == EAR_EVENT_NOTICE)
        add_notice(talk, event);
    else if (event->kind == EAR_EVENT_CHOICE)
        set_offers(talk, event);
    else if (event->kind == EAR_EVENT_REPLY)
        add_reply(talk, event);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (event->kind == plain[i].from)
            add_plain(talk, event, plain[i].to);
}

/* --- beginning, going back ---------------------------------------------------------- */

void view_talk_release(view_talk *talk)
{
    base_arena_release(&talk->arena);
    free(talk->entries);
    free(talk->turns);
    memset(talk, 0, sizeof *talk);
}

ear_status view_talk_start(view_talk *talk, const ear_scenario *model, uint64_t seed,
                           const ear_session *session, ear_error *err)
{
    const uint32_t meters = model->count[MODEL_S_METERS];

    view_talk_release(talk);
    talk->model = model;
    talk->seed = seed;
    talk->look = "";
    talk->offered = -1;
    talk->reacted = INT64_MIN / 2;
    talk->channel = (model_channel)model->info->channel;
    talk->meters = base_arena_alloc(&talk->arena, (meters + 1) * sizeof(int32_t));
    talk->previous = base_arena_alloc(&talk->arena, (meters + 1) * sizeof(int32_t));
    if (!talk->meters || !talk->previous)
        return base_fail_memory(err);
    for (uint32_t i = 0; i < meters; i++) {
        talk->meters[i] = model->meters[i].start;
        if (session)
            ear_session_meter(session, model_string(model, model->meters[i].id),
                              &talk->meters[i]);
        talk->previous[i] = talk->meters[i];
    }
    talk->before = view_talk_mood(talk);
    return EAR_OK;
}

static const int32_t *copy_meters(view_talk *talk)
{
    const size_t bytes = (talk->model->count[MODEL_S_METERS] + 1) * sizeof(int32_t);
    int32_t *copy = base_arena_alloc(&talk->arena, bytes);

    if (!copy)
        talk->failed = true;
    else
        memcpy(copy, talk->meters, bytes);
    return copy;
}

void view_talk_turn(view_talk *talk)
{
    talk_turn *moved =
        base_grown(talk->turns, &talk->turn_room, talk->turn_count + 1, sizeof *moved);
    if (!moved) {
        talk->failed = true;
        return;
    }
    talk->turns = moved;

    const int32_t *meters = copy_meters(talk);
    if (!meters)
        return;
    memcpy(talk->previous, meters, talk->model->count[MODEL_S_METERS] * sizeof *meters);
    talk->turns[talk->turn_count++] =
        (talk_turn){talk->count, meters, talk->rows, talk->row_count, talk->channel};
}

void view_talk_back(view_talk *talk)
{
    if (talk->turn_count == 0)
        return;
    const talk_turn turn = talk->turns[--talk->turn_count];
    const size_t bytes = talk->model->count[MODEL_S_METERS] * sizeof(int32_t);

    for (size_t i = turn.entries; i < talk->count; i++)
        talk->entries[i].taken = talk->entries[i].told = true;
    talk->before = view_talk_mood(talk);
    talk->reacted = talk->clock;
    memcpy(talk->meters, turn.meters, bytes);
    memcpy(talk->previous, turn.meters, bytes);
    talk->rows = turn.rows;
    talk->row_count = turn.row_count;
    talk->channel = turn.channel;
    talk->told = talk->timed = talk->count;
    talk->end = talk->clock;
    talk->over = false;
    talk->notice.asked = false;
    const talk_entry *line = view_talk_last(talk, TALK_LINE);
    talk->look = line ? line->tone : "";
}
