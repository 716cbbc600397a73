/* Statements: what stands in moments and outcomes, top to bottom. */
#include "script/verbs.h"

#include <stdio.h>
#include <string.h>

draft_place script_draft_place(script_host *host)
{
    draft_place place = script_here(host);

    if (place.file >= host->file_count)
        return (draft_place){0, 0};
    place.file = script_draft_file(host, place.file);
    return place;
}

static void begin_body(draft_statement *statement, void *body)
{
    if (!body)
        return;
    switch (statement->kind) {
    case DRAFT_MOMENT:
    case DRAFT_OUTCOME:
        statement->as.moment = body;
        break;
    case DRAFT_LINE:
        statement->as.line = body;
        break;
    case DRAFT_CUE:
        statement->as.cue = body;
        break;
    case DRAFT_INFO:
        statement->as.status = body;
        break;
    case DRAFT_NOTICE:
        statement->as.notice = body;
        statement->as.notice->answer = DRAFT_UNSET;
        break;
    case DRAFT_REPLY:
    case DRAFT_HOLD:
        statement->as.reply = body;
        statement->as.reply->rating = DRAFT_UNSET;
        break;
    case DRAFT_SCREEN:
        statement->as.screen = body;
        break;
    default:
        break;
    }
}

static void *body_of(const draft_statement *statement)
{
    return statement->as.moment; /* all members of the union are pointers */
}

draft_statement *script_add_statement(lua_State *L, draft_kind kind, size_t body)
{
    script_host *host = script_of(L);
    void *hangs = body ? base_arena_alloc(&host->draft.arena, body) : NULL;
    const draft_place place = script_draft_place(host);
    draft_statement *statement = DRAFT_ADD(&host->draft.statements);

    script_need(host, statement);
    statement->kind = kind;
    statement->place = place;
    if (body)
        script_need(host, hangs);
    begin_body(statement, hangs);
    host->declared = true;
    script_check_draft(host);
    return statement;
}

bool script_take_back(script_host *host, uint32_t index, draft_statement *out)
{
    if (index >= host->draft.statements.count ||
        host->draft.statements.at[index].kind == DRAFT_DROPPED)
        return false;
    *out = host->draft.statements.at[index];
    host->draft.statements.at[index].kind = DRAFT_DROPPED;
    return true;
}

bool script_id_at(lua_State *L, int at, const script_verb *verb, draft_text *out)
{
    if (!script_text_at(L, at, out)) {
        script_report_words(L, verb, "a text in quotes", at);
        script_of(L)->absorbed = true;
        script_of(L)->nameless |= UINT64_C(1) << (verb - script_verbs);
        return false;
    }
    return out->at != NULL;
}

void script_check_marks(script_host *host, draft_place place, draft_text words)
{
    static const char mark[] = "[beat";
    const size_t length = sizeof mark - 1;

    for (size_t i = 0; i + length <= words.length; i++) {
        if (memcmp(words.at + i, mark, length) != 0)
            continue;
        if (i + length < words.length && words.at[i + length] == ']')
            continue;
        const script_spot spot =
            script_locate_string(host, place, words.at, words.length);
        script_report(
            host, "E105", spot.place, spot.column ? spot.column + 1 + (uint32_t)i : 0,
            "Write [beat], with both square brackets.", "[beat is not closed with ]");
        return;
    }
}

bool script_words_at(lua_State *L, int at, const script_verb *verb, draft_place place,
                     draft_value *out)
{
    script_host *host = script_of(L);
    const bool spoken = verb->words == SCRIPT_SPOKEN;

    if (lua_type(L, at) == LUA_TFUNCTION && (spoken || verb->words == SCRIPT_MOODS)) {
        out->function = script_keep_function(L, at);
        return true;
    }
    if (!script_text_at(L, at, &out->text)) {
        script_report_words(
            L, verb, verb->words == SCRIPT_ID ? "a text in quotes" : "words in quotes",
            at);
        host->absorbed = true;
        return false;
    }
    if (!out->text.at) {
        host->absorbed = true;
        return false;
    }
    if (spoken)
        script_check_marks(host, place, out->text);
    return true;
}

/* The braces of the statement `index` at `at`. */
static void read_braces(lua_State *L, uint32_t index, int at)
{
    script_host *host = script_of(L);
    const draft_place here = script_here(host);
    draft_statement *statement = &host->draft.statements.at[index];
    const script_verb *verb = script_verb_of_kind(statement->kind);
    void *const bases[SCRIPT_BASES] = {statement, body_of(statement)};

    if (statement->kind == DRAFT_DROPPED)
        return;
    script_read_fields(L, verb, bases, at, here);
    if (statement->kind != DRAFT_NOTICE)
        return;
    if (lua_rawlen(L, at) == 0 && statement->as.notice->options.count > 0)
        return; /* told: they stood under a name of their own */
    if (!script_entries_at(L, at, &statement->as.notice->options)) {
        const script_spot spot = script_locate_entry(host, here);
        script_report(host, "E105", spot.place, spot.column,
                      "Write notice \"question\" { \"a\", \"b\", answer = 1 }.",
                      "the answers of a notice are texts in quotes");
        host->absorbed = true;
        statement->kind = DRAFT_DROPPED;
    }
}

/* moment { title = "..." }: what stands below it belongs to it all the same. */
static void open_nameless(lua_State *L, const script_verb *verb)
{
    if (verb->kind != DRAFT_MOMENT && verb->kind != DRAFT_OUTCOME)
        return;
    (void)script_add_statement(L, verb->kind, verb->body);
    script_of(L)->in_moment = true;
    script_of(L)->nameless |= UINT64_C(1) << (verb - script_verbs);
}

int script_statement(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_value words = {{NULL, 0}, 0};

    if (!script_words_at(L, 1, verb, script_here(host), &words)) {
        open_nameless(L, verb);
        script_push_lost(L, NULL, 0);
        return 1;
    }
    draft_statement *statement = script_add_statement(L, verb->kind, verb->body);
    const uint32_t index = (uint32_t)host->draft.statements.count - 1;
    statement->words = words;
    if (verb->kind == DRAFT_MOMENT || verb->kind == DRAFT_OUTCOME)
        host->in_moment = true;
    if (lua_istable(L, 2))
        read_braces(L, index, 2);
    script_push_handle(
        L, lua_istable(L, 2) ? SCRIPT_HANDLE_DONE : SCRIPT_HANDLE_STATEMENT, index);
    return 1;
}

/* "reason" alone on a line may be a moment that has lost its word: going there is then no
 * second mistake. */
static void stray_text(lua_State *L, int at, const script_spot *spot)
{
    size_t length;
    const char *text = lua_tolstring(L, at, &length);

    script_report(script_of(L), "E105", spot->place, spot->column,
                  "Write who says it before it, like sam \"Hello.\", or take it out.",
                  "this text belongs to nobody: \"%.60s\"", text);
    if (strpbrk(text, " .!?"))
        return;
    script_push_lost(L, text, length);
    lua_pop(L, 1);
}

void script_report_stray(lua_State *L, int at)
{
    script_host *host = script_of(L);
    const script_spot spot = script_locate_stray(host, script_here(host));

    if (host->last_stray_line == spot.place.line)
        return; /* "Sam" "Hi": one mistake */
    host->last_stray_line = spot.place.line;
    if (lua_type(L, at) == LUA_TSTRING && strstr(lua_tostring(L, at), "->"))
        script_report(
            host, "E105", spot.place, spot.column,
            "A reply that leads somewhere is written you \"...\" { go = \"...\" }.",
            "links in brackets are not part of the language");
    else if (lua_type(L, at) == LUA_TSTRING)
        stray_text(L, at, &spot);
    else
        script_report(host, "E105", spot.place, spot.column,
                      "One statement has one pair of braces behind its words.",
                      "%s cannot stand behind a statement that is over",
                      script_kind_name(L, at));
}

int script_stray_call(lua_State *L)
{
    uint32_t lost;

    if (script_handle_at(L, 2, &lost) != SCRIPT_HANDLE_LOST)
        script_report_stray(L, 2);
    lua_settop(L, 1);
    return 1;
}

/* notice "Why?" "this" "that" */
static bool stray_answer(lua_State *L, draft_statement *statement)
{
    script_host *host = script_of(L);

    if (statement->kind != DRAFT_NOTICE || lua_type(L, 2) != LUA_TSTRING)
        return false;

    const script_spot spot = script_locate_stray(host, script_here(host));
    script_report(host, "E105", spot.place, spot.column,
                  "Write { \"this\", \"that\", answer = 1 } behind the question.",
                  "the answers of a notice stand in braces");
    host->last_stray_line = spot.place.line;
    statement->kind = DRAFT_DROPPED;
    return true;
}

int script_statement_call(lua_State *L, uint32_t index)
{
    script_host *host = script_of(L);
    uint32_t lost;

    if (host->calling)
        return luaL_error(L, "statements cannot be written while a conversation runs");
    if (lua_istable(L, 2)) {
        read_braces(L, index, 2);
        script_push_handle(L, SCRIPT_HANDLE_DONE, index);
        return 1;
    }
    if (script_handle_at(L, 2, &lost) == SCRIPT_HANDLE_LOST) {
        lua_settop(L, 1);
        return 1;
    }
    if (!stray_answer(L, &host->draft.statements.at[index]))
        script_report_stray(L, 2);
    script_push_handle(L, SCRIPT_HANDLE_DONE,
                       index); /* braces now are the stray text's */
    return 1;
}

void script_misread(lua_State *L, script_handle kind)
{
    script_host *host = script_of(L);
    const bool speaker =
        kind == SCRIPT_HANDLE_SPEAKER || kind == SCRIPT_HANDLE_NEW_SPEAKER;

    if (host->calling)
        luaL_error(L, "statements and speakers have nothing to read or change");
    const script_spot spot = script_locate_point(host, script_here(host));
    script_report(host, "E105", spot.place, spot.column,
                  speaker ? "To let somebody speak, write sam \"Hello.\"."
                          : "Delete it: statements stand below each other, each on its "
                            "own line.",
                  "behind a %s stands no point and no colon: there is nothing to look up "
                  "in it",
                  speaker ? "speaker" : "statement");
}
