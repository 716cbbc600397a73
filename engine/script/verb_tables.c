/* The verbs and their fields, as pack-language says. */
#include "script/verbs.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define HEAD(name, type, record, member, example)                                        \
    {                                                                                    \
        name, SCRIPT_##type, SCRIPT_HEAD, offsetof(record, member), example              \
    }
#define BODY(name, type, record, member, example)                                        \
    {                                                                                    \
        name, SCRIPT_##type, SCRIPT_BODY, offsetof(record, member), example              \
    }
#define WHEN HEAD("when", WHEN, draft_statement, when, "\"calm >= 50\"")

static const script_field scenario_fields[] = {
    HEAD("channel", TEXT, draft_scenario, channel, "\"phone\""),
    HEAD("minutes", NUMBER, draft_scenario, minutes, "5"),
    HEAD("level", TEXT, draft_scenario, level, "\"foundation\""),
    HEAD("brief", WORDS, draft_scenario, brief, "\"Who calls, and what you know.\""),
    HEAD("goal", WORDS, draft_scenario, goal, "\"What should come of it.\""),
    HEAD("role", TEXT, draft_scenario, role, "\"agent\""),
    HEAD("start", TEXT, draft_scenario, start, "\"opening\""),
    HEAD("timed", TRUTH, draft_scenario, timed, "true"),
    HEAD("tags", NAMES, draft_scenario, tags, "{ \"phone\", \"refund\" }"),
};

static const script_field speaker_fields[] = {
    HEAD("about", TEXT, draft_speaker, about, "\"Was a fitter for forty years.\""),
    HEAD("portrait", PAIRS, draft_speaker, portrait, "{ seed = 3, age = \"older\" }"),
    HEAD("patience", NUMBER, draft_speaker, patience, "0.8"),
    HEAD("pronoun", TEXT, draft_speaker, pronoun, "\"she\""),
};

static const script_field meter_fields[] = {
    HEAD("start", WHOLE, draft_meter, start, "50"),
    HEAD("min", WHOLE, draft_meter, min, "0"),
    HEAD("max", WHOLE, draft_meter, max, "100"),
    HEAD("low", TEXT, draft_meter, low, "\"upset\""),
    HEAD("high", TEXT, draft_meter, high, "\"at ease\""),
    HEAD("shows", TEXT, draft_meter, shows, "\"tension\""),
    HEAD("drift", TEXT, draft_meter, drift, "\"toward 45 by 2\""),
    HEAD("hidden", TRUTH, draft_meter, hidden, "true"),
    HEAD("label", TEXT, draft_meter, label, "\"Calm\""),
};

static const script_field intent_fields[] = {
    HEAD("label", TEXT, draft_intent, label, "\"Says it back\""),
    HEAD("mood", MOOD, draft_intent, effect.mood, "\"calm +20\""),
    HEAD("skill", TEXT, draft_intent, effect.skill, "\"listen +1\""),
    HEAD("set", TEXT, draft_intent, effect.set, "\"knows_why\""),
    HEAD("fades", NUMBER, draft_intent, fades, "0.6"),
    HEAD("rating", WHOLE, draft_intent, rating, "3"),
};

static const script_field rule_fields[] = {
    HEAD("when", WHEN, draft_rule, when, "\"calm < 10\""),
    HEAD("mood", MOOD, draft_rule, effect.mood, "\"calm -5\""),
    HEAD("set", TEXT, draft_rule, effect.set, "\"angry\""),
    HEAD("skill", TEXT, draft_rule, effect.skill, "\"listen -1\""),
    HEAD("go", TEXT, draft_rule, go, "\"left\""),
    HEAD("thinks", WORDS, draft_rule, thinks, "\"Nine days. Nine.\""),
    HEAD("why", WORDS, draft_rule, why, "\"What the coach says.\""),
    HEAD("once", TRUTH, draft_rule, once, "true"),
};

static const script_field kpi_fields[] = {
    HEAD("label", TEXT, draft_kpi, label, "\"Satisfaction\""),
    HEAD("of", VALUE, draft_kpi, of, "\"calm / 10\""),
    HEAD("min", NUMBER, draft_kpi, min, "1"),
    HEAD("max", NUMBER, draft_kpi, max, "5"),
    HEAD("unit", TEXT, draft_kpi, unit, "\"of 5\""),
    HEAD("better", TEXT, draft_kpi, better, "\"higher\""),
};

static const script_field test_fields[] = {
    HEAD("play", LIST, draft_test, play, "{ \"Hi there\", \"Let me look\" }"),
    HEAD("ends", TEXT, draft_test, ends, "\"kept\""),
    HEAD("holds", LIST, draft_test, holds, "{ \"calm >= 50\" }"),
    HEAD("offered", LIST, draft_test, offered, "{ \"Can I call you\" }"),
    HEAD("not_offered", LIST, draft_test, not_offered, "{ \"Can I call you\" }"),
};

static const script_field moment_fields[] = {
    BODY("title", WORDS, draft_moment, title, "\"The call comes in\""),
    BODY("channel", TEXT, draft_moment, channel, "\"phone\""),
    BODY("label", TEXT, draft_moment, label, "\"Call\""),
};

static const script_field outcome_fields[] = {
    BODY("title", WORDS, draft_moment, title, "\"She closes the chat\""),
    BODY("rating", TEXT, draft_moment, rating, "\"strong\""),
    BODY("summary", WORDS, draft_moment, summary, "\"In one sentence.\""),
};

static const script_field cue_fields[] = {
    WHEN,
    BODY("kind", TEXT, draft_cue, kind, "\"breath\""),
    BODY("answered_by", NAMES, draft_cue, answered_by, "\"listen, reflect\""),
};

static const script_field info_fields[] = {
    WHEN,
    {"status", SCRIPT_WORDS, SCRIPT_BODY, 0, "\"approved\""},
};

static const script_field when_fields[] = {WHEN};

static const script_field notice_fields[] = {
    BODY("answer", WHOLE, draft_notice, answer, "1"),
    BODY("because", WORDS, draft_notice, because, "\"No greeting, full stops.\""),
    BODY("skill", TEXT, draft_notice, skill, "\"notice\""),
};

static const script_field reply_fields[] = {
    BODY("go", TEXT, draft_reply, go, "\"next_moment\""),
    WHEN,
    BODY("mood", MOOD, draft_reply, effect.mood, "\"calm +20\""),
    BODY("set", TEXT, draft_reply, effect.set, "\"knows_why\""),
    BODY("skill", TEXT, draft_reply, effect.skill, "\"listen +2\""),
    BODY("intent", TEXT, draft_reply, intent, "\"ask\""),
    BODY("thinks", WORDS, draft_reply, thinks, "\"They let me finish.\""),
    BODY("why", WORDS, draft_reply, why, "\"What the coach says.\""),
    BODY("answer", ANSWER, draft_reply, answer, "\"(softer) Tuesday.\""),
    BODY("rating", WHOLE, draft_reply, rating, "4"),
    BODY("again", TRUTH, draft_reply, again, "true"),
    BODY("id", TEXT, draft_reply, id, "\"ask_when\""),
    BODY("visit", TEXT, draft_reply, visit, "\"ask_manager\""),
    BODY("seconds", NUMBER, draft_reply, seconds, "5"),
    BODY("fallback", TRUTH, draft_reply, fallback, "true"),
};

/* A speaker's line has no verb of its own: sam "words" { ... }. */
static const script_field line_fields[] = {
    WHEN,
    BODY("voice", TEXT, draft_line, voice, "\"hello.ogg\""),
    BODY("id", TEXT, draft_line, id, "\"greeting\""),
    BODY("pick", TEXT, draft_line, pick, "\"cycle\""),
};

static const script_field pack_fields[] = {
    HEAD("id", TEXT, script_pack_record, id, "\"empathy-basics\""),
    HEAD("version", TEXT, script_pack_record, version, "\"1.0.0\""),
    HEAD("language", TEXT, script_pack_record, language, "\"en\""),
    HEAD("authors", LIST, script_pack_record, authors, "{ \"A. Name\" }"),
    HEAD("licence", TEXT, script_pack_record, licence, "\"CC-BY-4.0\""),
    HEAD("scenarios", LIST, script_pack_record, scenarios, "{ \"first-call\" }"),
};

#define FIELDS(table) .fields = (table), .field_count = COUNT(table)
#define STATEMENT(word, draft_of, kind_of_words, example_of)                             \
    .name = (word), .call = script_statement, .kind = (draft_of),                        \
    .words = (kind_of_words), .example = (example_of)
#define DECLARATION(word, function, record_of, example_of)                               \
    .name = (word), .call = (function), .record = SCRIPT_RECORD_##record_of,             \
    .kind = DRAFT_DROPPED, .example = (example_of)

const script_verb script_verbs[] = {
    {STATEMENT("moment", DRAFT_MOMENT, SCRIPT_ID, "moment \"start\""),
     FIELDS(moment_fields), .body = sizeof(draft_moment)},
    {STATEMENT("outcome", DRAFT_OUTCOME, SCRIPT_ID,
               "outcome \"kept\" { title = \"...\" }"),
     FIELDS(outcome_fields), .body = sizeof(draft_moment)},
    {STATEMENT("you", DRAFT_REPLY, SCRIPT_SPOKEN, "you \"What happened?\""),
     FIELDS(reply_fields), .body = sizeof(draft_reply)},
    {STATEMENT("hold", DRAFT_HOLD, SCRIPT_SPOKEN, "hold \"Let her talk.\""),
     FIELDS(reply_fields), .body = sizeof(draft_reply)},
    {STATEMENT("go", DRAFT_GO, SCRIPT_ID, "go \"next_moment\""), FIELDS(when_fields)},
    {STATEMENT("visit", DRAFT_VISIT, SCRIPT_ID, "visit \"ask_manager\"")},
    {STATEMENT("cue", DRAFT_CUE, SCRIPT_SPOKEN, "cue \"breathes out\""),
     FIELDS(cue_fields), .body = sizeof(draft_cue)},
    {STATEMENT("silence", DRAFT_SILENCE, SCRIPT_PLAIN, "silence \"3s\"")},
    {STATEMENT("info", DRAFT_INFO, SCRIPT_SPOKEN, "info \"Order 4471\""),
     FIELDS(info_fields), .body = sizeof(draft_text)},
    {STATEMENT("note", DRAFT_NOTE, SCRIPT_PLAIN, "note \"Ask the room.\"")},
    {STATEMENT("todo", DRAFT_TODO, SCRIPT_PLAIN, "todo \"Write the end.\"")},
    {STATEMENT("set", DRAFT_SET, SCRIPT_ID, "set \"knows_why\""), FIELDS(when_fields)},
    {STATEMENT("mood", DRAFT_MOOD, SCRIPT_MOODS, "mood \"calm -5\""),
     FIELDS(when_fields)},
    {STATEMENT("notice", DRAFT_NOTICE, SCRIPT_SPOKEN,
               "notice \"What is going on?\" { \"a\", \"b\", answer = 1 }"),
     FIELDS(notice_fields), .body = sizeof(draft_notice), .entries = true},
    {STATEMENT("debrief", DRAFT_DEBRIEF, SCRIPT_SPOKEN, "debrief \"Look at the curve.\""),
     FIELDS(when_fields)},
    {DECLARATION("screen", script_screen, NONE, "screen { { \"Order\", \"4471\" } }")},
    {DECLARATION("scenario", script_scenario, SCENARIO,
                 "scenario \"Title\" { minutes = 5 }"),
     FIELDS(scenario_fields)},
    {DECLARATION("customer", script_speaker, NONE, "sam = customer \"Sam\" {}"),
     FIELDS(speaker_fields)},
    {DECLARATION("person", script_speaker, NONE, "boss = person \"Ms Hill\" {}"),
     FIELDS(speaker_fields)},
    {DECLARATION("meter", script_declare, METER, "meter \"calm\" { start = 50 }"),
     FIELDS(meter_fields)},
    {DECLARATION("flag", script_declare, FLAG, "flag \"called\" \"You called her\"")},
    {DECLARATION("skill", script_declare, SKILL, "skill \"listen\" \"Leave room\"")},
    {DECLARATION("intent", script_declare, INTENT,
                 "intent \"ask\" { mood = \"calm +2\" }"),
     FIELDS(intent_fields)},
    {DECLARATION("rule", script_declare, RULE, "rule \"name\" { when = \"calm < 10\" }"),
     FIELDS(rule_fields)},
    {DECLARATION("kpi", script_declare, KPI, "kpi \"felt\" { of = \"calm\" }"),
     FIELDS(kpi_fields)},
    {DECLARATION("reflect", script_declare, REFLECT,
                 "reflect \"Which line would you take back?\"")},
    {DECLARATION("test", script_declare, TEST, "test \"name\" { play = { \"...\" } }"),
     FIELDS(test_fields)},
    {DECLARATION("framework", script_framework, FRAMEWORK,
                 "framework \"LAST\" { { \"listen\", \"reflect\" } }")},
    {DECLARATION("renamed", script_renamed, NONE, "renamed { old_id = \"new_id\" }")},
    {DECLARATION("use", script_use, NONE, "use \"customer\"")},
    {DECLARATION("pack", script_pack, PACK, "pack \"Title\" { id = \"...\" }"),
     FIELDS(pack_fields)},
    /* The last one: lines of speakers. Its name is no word of the language. */
    {.name = "a speaker's line",
     .kind = DRAFT_LINE,
     .words = SCRIPT_SPOKEN,
     .example = "sam \"Hello.\"",
     FIELDS(line_fields),
     .body = sizeof(draft_line),
     .entries = true},
};

const size_t script_verb_count = COUNT(script_verbs) - 1;

const script_verb *script_find_verb(const char *name, size_t length)
{
    for (size_t i = 0; i < script_verb_count; i++) {
        if (strlen(script_verbs[i].name) == length &&
            memcmp(script_verbs[i].name, name, length) == 0)
            return &script_verbs[i];
    }
    return NULL;
}

const script_verb *script_verb_of_kind(draft_kind kind)
{
    for (size_t i = 0; i <= script_verb_count; i++) {
        if (script_verbs[i].kind == kind)
            return &script_verbs[i];
    }
    return &script_verbs[script_verb_count];
}

const script_field *script_find_field(const script_verb *verb, const char *name)
{
    for (size_t i = 0; i < verb->field_count; i++) {
        if (strcmp(verb->fields[i].name, name) == 0)
            return &verb->fields[i];
    }
    return NULL;
}

const script_field *script_any_field(const char *name, size_t length)
{
    for (size_t i = 0; i <= script_verb_count; i++) {
        for (size_t k = 0; k < script_verbs[i].field_count; k++) {
            const script_field *field = &script_verbs[i].fields[k];

            if (strlen(field->name) == length && memcmp(field->name, name, length) == 0)
                return field;
        }
    }
    return NULL;
}

bool script_is_field(const char *name, size_t length)
{
    return script_any_field(name, length) != NULL;
}

void script_open_verbs(lua_State *L, int words)
{
    for (size_t i = 0; i <= script_verb_count; i++) {
        const script_verb *verb = &script_verbs[i];

        if (verb->call) {
            lua_pushinteger(L, (lua_Integer)i);
            lua_pushcclosure(L, verb->call, 1);
            lua_setfield(L, words, verb->name);
        }
        lua_createtable(L, 0, (int)verb->field_count);
        for (size_t k = 0; k < verb->field_count; k++) {
            lua_pushinteger(L, (lua_Integer)k);
            lua_setfield(L, -2, verb->fields[k].name);
        }
        script_keep_key(L, SCRIPT_KEY_FIELDS + (int)i);
    }
}

/* outcome("good", "A good end"): only braces can be handed over behind the words. */
static void refuse_extra(lua_State *L, const script_verb *verb)
{
    const bool named =
        verb->record == SCRIPT_RECORD_FLAG || verb->record == SCRIPT_RECORD_SKILL;

    if (!script_is_extra(L, 2) || (named && lua_type(L, 2) == LUA_TSTRING))
        return;
    script_report_extra(L, verb, 1, 2);
    lua_settop(L, 1);
}

const script_verb *script_enter(lua_State *L)
{
    const script_verb *verb = &script_verbs[lua_tointeger(L, lua_upvalueindex(1))];
    script_host *host = script_of(L);

    if (host->calling)
        luaL_error(L, "'%s' cannot be used while a conversation runs", verb->name);
    if (host->pending_use != SCRIPT_NO_FILE)
        script_flush_use(L);
    if (host->pack && verb->call != script_pack)
        luaL_error(L,
                   "pack.lua holds `pack` and nothing else; '%s' belongs into a "
                   "scenario's file",
                   verb->name);
    refuse_extra(L, verb);
    return verb;
}
