/* Speakers, and what they say. */
#include "script/verbs.h"

#include <string.h>

static const script_verb *line_verb(void)
{
    return &script_verbs[script_verb_count];
}

static void read_speaker(lua_State *L, uint32_t index, int at)
{
    script_host *host = script_of(L);
    draft_speaker *speaker = &host->draft.speakers.at[index];
    void *const bases[SCRIPT_BASES] = {speaker, NULL};
    const script_verb *verb = script_find_verb(speaker->customer ? "customer" : "person",
                                               speaker->customer ? 8 : 6);

    script_read_fields(L, verb, bases, at, script_here(host));
}

int script_speaker(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_text name = {NULL, 0};

    if (!script_id_at(L, 1, verb, &name)) {
        script_push_lost(L, NULL, 0);
        return 1;
    }
    const draft_place place = script_draft_place(host);
    draft_speaker *speaker = DRAFT_ADD(&host->draft.speakers);
    script_need(host, speaker);
    const uint32_t index = (uint32_t)host->draft.speakers.count - 1;
    speaker->name = name;
    speaker->customer = strcmp(verb->name, "customer") == 0;
    speaker->place = place;
    host->declared = true;
    if (lua_istable(L, 2))
        read_speaker(L, index, 2);
    script_push_handle(
        L, lua_istable(L, 2) ? SCRIPT_HANDLE_SPEAKER : SCRIPT_HANDLE_NEW_SPEAKER, index);
    return 1;
}

static uint32_t add_line(lua_State *L, uint32_t speaker, draft_value words)
{
    script_host *host = script_of(L);
    draft_statement *line = script_add_statement(L, DRAFT_LINE, sizeof(draft_line));

    line->words = words;
    line->as.line->speaker = speaker;
    return (uint32_t)host->draft.statements.count - 1;
}

static void read_line_fields(lua_State *L, uint32_t index, int at)
{
    script_host *host = script_of(L);
    draft_statement *line = &host->draft.statements.at[index];
    void *const bases[SCRIPT_BASES] = {line, line->as.line};

    script_read_fields(L, line_verb(), bases, at, script_here(host));
}

/* sam { "Hm.", "Right.", pick = "cycle" } */
static int varied_line(lua_State *L, uint32_t speaker)
{
    script_host *host = script_of(L);
    const draft_place here = script_here(host);
    draft_list variants = {NULL, 0};

    if (!script_entries_at(L, 2, &variants)) {
        const script_spot spot = script_locate_entry(host, here);
        script_report(host, "E105", spot.place, spot.column,
                      "Write sam { \"Hm.\", \"Right.\", pick = \"cycle\" }.",
                      "what a varied line may say are texts in quotes");
        script_push_lost(L, NULL, 0);
        return 1;
    }
    if (variants.count == 0) {
        script_report(host, "E105", here, 0, "Write sam \"Hello.\".",
                      "there are no words in these braces");
        script_push_lost(L, NULL, 0);
        return 1;
    }
    for (size_t i = 0; i < variants.count; i++)
        script_check_marks(host, here, variants.at[i]);
    const uint32_t index = add_line(L, speaker, (draft_value){variants.at[0], 0});
    host->draft.statements.at[index].as.line->variants = variants;
    read_line_fields(L, index, 2);
    script_push_handle(L, SCRIPT_HANDLE_STATEMENT, index);
    return 1;
}

/* Whether braces at 2 declare the speaker rather than vary a line. */
static bool declares(lua_State *L)
{
    return lua_istable(L, 2) && lua_rawlen(L, 2) == 0;
}

int script_speaker_call(lua_State *L, uint32_t index)
{
    script_host *host = script_of(L);
    uint32_t self = 0;
    draft_value words = {{NULL, 0}, 0};

    if (host->calling)
        return luaL_error(L, "nobody can be made to speak by a function; give the words "
                             "back instead");
    if (host->pending_use != SCRIPT_NO_FILE)
        script_flush_use(L);
    if (script_handle_at(L, 1, &self) == SCRIPT_HANDLE_NEW_SPEAKER && declares(L)) {
        read_speaker(L, index, 2);
        script_push_handle(L, SCRIPT_HANDLE_SPEAKER, index);
        return 1;
    }
    if (lua_istable(L, 2))
        return varied_line(L, index);
    if (!script_words_at(L, 2, line_verb(), script_here(host), &words)) {
        script_push_lost(L, NULL, 0);
        return 1;
    }
    const uint32_t line = add_line(L, index, words);
    if (script_is_extra(L, 3)) /* sam("Hello.", "angry") */
        script_report_extra(L, line_verb(), 2, 3);
    if (lua_istable(L, 3))
        read_line_fields(L, line, 3);
    script_push_handle(L, SCRIPT_HANDLE_STATEMENT, line);
    return 1;
}
