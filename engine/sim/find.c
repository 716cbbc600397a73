/* Which reply on offer somebody means. */
#include "sim/look.h"
#include "sim/session.h"
#include "sim/words.h"

#include <stdio.h>

typedef struct search {
    ear_session *session;
    const char *words;
    size_t length;
    size_t found;
    size_t hits;
} search;

typedef bool match(const search *it, const char *text, size_t length);

static bool is_all(const search *it, const char *text, size_t length)
{
    return length == it->length && (length == 0 || memcmp(text, it->words, length) == 0);
}

static bool is_beginning(const search *it, const char *text, size_t length)
{
    return it->length > 0 && length >= it->length &&
           memcmp(text, it->words, it->length) == 0;
}

static uint32_t reply_at(ear_session *session, size_t index)
{
    const model_state *state = session->play.state;

    return session->play.scenario->statements[state->statement].item +
           sim_choice_offered(&session->play)->bits[index];
}

static bool by_id(search *it, const char *id, size_t length)
{
    const ear_scenario *sc = it->session->play.scenario;

    for (size_t i = 0; i < ear_session_offered(it->session); i++) {
        const model_text own = sc->details[reply_at(it->session, i)].id;

        if (own.length == length && memcmp(sc->text + own.at, id, length) == 0) {
            it->found = i;
            return true;
        }
    }
    return false;
}

/* An id that older runs know: its own, its moment's with what follows it, and so on. */
static bool by_older_id(search *it)
{
    const ear_scenario *sc = it->session->play.scenario;
    char id[MODEL_MAX_ID];

    if (sc->count[MODEL_S_RENAMED] == 0 || it->length >= sizeof id)
        return false;
    memcpy(id, it->words, it->length + 1);
    for (int i = 0; i < MODEL_MAX_RENAMES && model_rename(sc, id, sizeof id); i++)
        if (by_id(it, id, strlen(id)))
            return true;
    return false;
}

static ear_status by_words(search *it, match *fits)
{
    sim_play *play = &it->session->play;

    it->hits = 0;
    for (size_t i = 0; i < ear_session_offered(it->session); i++) {
        sim_spoken spoken = {0};

        sim_text_clear(play);

        const ear_status status =
            sim_reply_words(play, &spoken, reply_at(it->session, i));

        if (status != EAR_OK)
            return status;
        if (!fits(it, spoken.text.at, spoken.text.length))
            continue;
        it->found = i;
        it->hits++;
    }
    return play->failed ? base_fail_memory(play->err) : EAR_OK;
}

/* "no reply on offer fits 'x'; on offer: 'a', 'b'", as far as it has room. */
static ear_status explain(const search *it, ear_error *err)
{
    char names[300] = "";
    size_t used = 0;

    for (size_t i = 0; i < ear_session_offered(it->session); i++) {
        const char *id = ear_session_offered_id(it->session, i);

        if (used + strlen(id) + 5 < sizeof names)
            used += (size_t)snprintf(names + used, sizeof names - used, "%s'%s'",
                                     used ? ", " : "", id);
    }
    if (it->hits > 1)
        return base_fail(err, EAR_E_NOT_FOUND,
                         "%zu replies begin with '%.60s'; on offer: %s", it->hits,
                         it->words, names);
    return base_fail(err, EAR_E_NOT_FOUND, "no reply on offer fits '%.60s'; on offer: %s",
                     it->words, names);
}

ear_status ear_session_find(ear_session *session, const char *words, size_t *index,
                            ear_error *err)
{
    search it = {.session = session, .words = words, .length = strlen(words)};

    if (session->play.state->phase != MODEL_PHASE_CHOICE)
        return base_fail(err, EAR_E_STATE, "no reply is asked for");
    sim_play_listen(&session->play, &(ear_sink){.words = true}, err);

    if (!by_id(&it, words, it.length) && !by_older_id(&it)) {
        ear_status status = by_words(&it, is_all);

        if (status == EAR_OK && it.hits == 0)
            status = by_words(&it, is_beginning);
        if (status != EAR_OK)
            return status;
        if (it.hits != 1)
            return explain(&it, err);
    }
    *index = it.found;
    return EAR_OK;
}

bool sim_session_find_id(ear_session *session, const char *id, size_t *index)
{
    search it = {.session = session, .words = id, .length = strlen(id)};

    if (session->play.state->phase != MODEL_PHASE_CHOICE ||
        (!by_id(&it, id, it.length) && !by_older_id(&it)))
        return false;
    *index = it.found;
    return true;
}
