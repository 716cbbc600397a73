#ifndef EARSHOT_MODEL_BUILDER_H
#define EARSHOT_MODEL_BUILDER_H

/*
 * How a draft becomes an image, in passes: names are declared (build_cast.c,
 * build_ids.c), everything that uses names is compiled (build_rules.c, build_moments.c),
 * counters are numbered (build_counters.c), the sections are put into one block
 * (layout.c), habits are looked at (lint.c).
 *
 * Out of memory is a flag, looked at between statements and passes: a function that sees
 * it set, or sets it, may give back anything that is harmless.
 */

#include "model/build.h"
#include "model/build_table.h"
#include "model/compile.h"

/* A line of a file that was found before, and where it begins. */
typedef struct build_mark {
    uint32_t file;
    uint32_t line; /* 0: none yet */
    size_t at;
} build_mark;

typedef struct builder {
    const model_draft *draft;
    model_findings *findings;
    bool no_memory;
    base_bytes sections[MODEL_SECTIONS]; /* what the compiler does not hold */
    model_compiler compiler;
    model_resolver resolver;
    /* build_entry.kind is a model_symbol_kind in all of them. */
    build_table values; /* meters and flags */
    build_table skills;
    build_table intents;
    build_table places; /* moments, outcomes, lines, replies */
    build_table kpis;
    build_table rows;
    build_table repeats; /* derived ids met before: index is the last ~number */
    base_bytes line_ids; /* model_text: of each line, in order */
    base_bytes reply_ids;
    base_bytes scratch;
    const struct build_where *where; /* what is being compiled, for complaints */
    build_mark mark;                 /* build_source.c */
    uint32_t suggestions;            /* how many names have been compared with all */
    bool opaque_mood;                /* some mood is a Lua function */
    uint32_t code_of_tests;          /* CODE from here on belongs to tests */
    uint32_t moment;                 /* that is being built */
    draft_kind moment_kind;          /* DRAFT_MOMENT or DRAFT_OUTCOME */
} builder;

/* Where in the source something stands that may be wrong. */
typedef struct build_where {
    draft_place place;
    const char *field; /* "go"; NULL: the text after the verb */
    draft_text text;   /* as it stands in the source; at NULL: not known */
    size_t offset;     /* into text, of what is wrong */
} build_where;

/* --- build_report.c --- */
void build_find(builder *b, const char *code, const build_where *where, const char *hint,
                const char *fmt, ...) BASE_PRINTF(5, 6);
/* E103: `id` stands at `second`, and at `first` before. */
void build_twice(builder *b, const char *what, draft_text id, draft_place first,
                 draft_place second);
bool build_in_library(const builder *b, draft_place place);

/* --- build_source.c --- */
typedef struct build_spot {
    uint32_t file, line, column; /* column 0: not found */
} build_spot;
build_spot build_locate(builder *b, const build_where *where);

/* --- build_names.c --- */
void build_names_begin(builder *b);
/* NULL when there is none. It stays until another name is declared. */
const build_entry *build_find_name(builder *b, model_space space, const char *name,
                                   size_t length);
/* Index of a moment, outcome, skill, ...; MODEL_NONE when the field was not given or,
 * after a finding, when there is none. */
uint32_t build_target(builder *b, draft_text id, draft_place place, const char *field);
uint32_t build_visit(builder *b, draft_text id, draft_place place, const char *field);
uint32_t build_skill_of(builder *b, draft_text id, draft_place place, const char *field);
uint32_t build_intent_of(builder *b, draft_text id, draft_place place, const char *field);
/* One of a few words; `otherwise` when the field was not given or fits none. */
uint32_t build_word_of(builder *b, draft_text word, const build_where *where,
                       const char *const *words, uint32_t otherwise);
/* A list of intents, by name, into INDEXES. An entry may itself be a comma list. */
model_range build_intents_of(builder *b, const draft_list *list, draft_place place,
                             const char *field);

/* --- build_unknown.c --- */
/* E101: there is no such `what`; `near` is the nearest name that there is. */
void build_unknown_name(builder *b, const build_where *where, model_space space,
                        const char *what, const model_nearest *near);
/* So many that looking long for what was meant would take too long. */
bool build_many_unknown(const builder *b);
/* Whether a moment or outcome of the draft bears this id. */
bool build_is_place(const builder *b, draft_text id);

/* --- build_words.c --- */
typedef enum build_manner {
    BUILD_READ,    /* braces are inserted */
    BUILD_SPOKEN,  /* and a leading (tone) is taken off */
    BUILD_VERBATIM /* as written */
} build_manner;
model_text build_text(builder *b, draft_text text);
/* The same, held to the limit of words. */
model_text build_short_text(builder *b, draft_text text, draft_place place,
                            const char *field);
model_words build_words(builder *b, draft_text text, draft_place place, const char *field,
                        build_manner manner);
model_aside build_aside_words(builder *b, draft_text text, draft_place place,
                              const char *field);
model_words build_value_words(builder *b, draft_value value, draft_place place,
                              const char *field, build_manner manner);
model_range build_texts(builder *b, const draft_list *list, draft_place place,
                        const char *field);

/* --- build_effects.c --- */
model_code build_when(builder *b, draft_value when, draft_place place);
/* A condition that is nothing but text; `where` has to last until the next one. */
model_code build_truth(builder *b, draft_text text, const build_where *where);
model_code build_figure(builder *b, draft_value of, draft_place place);
model_effect build_effect(builder *b, const draft_effect *effect, draft_place place);
/* `set` and `mood` as statements. */
model_effect build_set_statement(builder *b, const draft_statement *statement);
model_effect build_mood_statement(builder *b, const draft_statement *statement);
uint32_t build_rating(builder *b, int64_t rating, draft_place place);

/* --- the passes --- */
void build_cast(builder *b); /* build_cast.c: scenario's people and values */
/* Whether the text holds the name of something that may not be called so, which was told
 * where it is declared. */
bool build_holds_wrong_id(const builder *b, draft_text text);
void build_declare_intents(builder *b); /* build_rules.c */
void build_ids(builder *b);             /* build_ids.c */
void build_scenario(builder *b);        /* build_scenario.c */
model_range build_cells(builder *b, const draft_pairs *pairs, draft_place place);
void build_intents(builder *b); /* build_rules.c */
void build_rules(builder *b);
void build_kpis(builder *b);
void build_tests(builder *b);   /* build_tests.c */
void build_moments(builder *b); /* build_moments.c */
void build_counters(builder *b, model_header *header);
void build_layout(base_bytes *image, builder *b, const model_header *header);
void build_lint(builder *b); /* lint.c: W160 to W162, when there is no error */
/* lint.c: what can be said of one statement, errors or not. */
void build_lint_statement(builder *b, const draft_statement *statement);
/* lint_words.c: W175. `what` is what the words are: "line" */
void build_lint_words(builder *b, draft_text words, draft_place place, const char *what);
void build_lint_reply(builder *b, const draft_statement *statement,
                      const model_reply *reply);
void build_lint_function(builder *b, draft_value value, draft_place place,
                         const char *field);

/* --- build_choice.c --- */
/* How many statements from `i` on belong to the choice that begins there. */
size_t build_choice(builder *b, size_t i);
/* A note or todo (build_moments.c). */
void build_aside(builder *b, const draft_statement *statement);
/* Whether such a statement may stand in the moment or outcome at hand. */
bool build_belongs(draft_kind kind, draft_kind moment);
/* Whether the customer answers the reply: one more line. */
bool build_answers(const draft_reply *reply);

/* --- small things --- */
/* Enters a name that is not in the table yet. */
void build_enter(builder *b, build_table *table, model_text key, model_symbol symbol,
                 draft_place place);
const build_entry *build_look(const builder *b, const build_table *table, draft_text id);
/* Appends a record to a section; its index. */
uint32_t build_add(builder *b, model_section section, const void *record, size_t size);
#define BUILD_ADD(b, section, record) build_add(b, section, record, sizeof *(record))
void *build_records(const builder *b, model_section section);
uint32_t build_count(const builder *b, model_section section);
model_place build_place(draft_place place);
void build_no_memory(builder *b);
static inline bool build_given(draft_text text)
{
    return text.at != NULL;
}
/* For %.*s: the text, cut where it is too long for a message. */
int build_say_length(draft_text text);
#define BUILD_SAY(text) build_say_length(text), (text).at ? (text).at : ""

#endif
