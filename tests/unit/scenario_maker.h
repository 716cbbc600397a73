#ifndef EARSHOT_TESTS_SCENARIO_MAKER_H
#define EARSHOT_TESTS_SCENARIO_MAKER_H

/*
 * Scenarios for tests, written in C as an author would write them in Lua:
 *
 *     maker *m = maker_new();                    speaks: customer "Sam"
 *     METER(m, "calm", "start=40", "drift=toward 45 by 2");
 *     MOMENT(m, "a", "title=First");
 *     LINE(m, "(flat) Hello.", "when=calm >= 30");
 *     YOU(m, "Good morning!", "mood=calm +5", "go=end", "again");
 *     OUTCOME(m, "end", "rating=strong");
 *     ear_scenario *sc = maker_scenario(m);      frees m; the caller frees sc
 *
 * A field is "name=value", or its name alone for what is true or false. Where Lua may
 * stand, "@3" is function number 3. Texts are borrowed until maker_scenario(). Every call
 * stands on a line of its own of the file "test.lua": the first after maker_new() is line
 * 1; each gives back its line.
 */

#include "base/bytes.h"
#include "model/draft.h"
#include "model/finding.h"
#include "model/scenario.h"

#include <stdint.h>

typedef struct maker {
    model_draft draft;
    uint32_t line;
} maker;

maker *maker_new(void);
void maker_free(maker *m);
/* Builds and opens it, and fails the test if anything is wrong with it. */
ear_scenario *maker_scenario(maker *m);
/* Builds it; the caller releases both. */
void maker_build(maker *m, base_bytes *image, model_findings *findings);

typedef const char *const *maker_fields; /* the words first; NULL behind the last */

uint32_t maker_about(maker *m, maker_fields fields); /* fields of `scenario` */
uint32_t maker_person(maker *m, const char *name, bool customer); /* its index */
uint32_t maker_meter(maker *m, maker_fields fields);
uint32_t maker_flag(maker *m, maker_fields fields);
uint32_t maker_skill(maker *m, maker_fields fields);
uint32_t maker_intent(maker *m, maker_fields fields);
uint32_t maker_rule(maker *m, maker_fields fields);
uint32_t maker_kpi(maker *m, maker_fields fields);
/* "step=intent"; a step may have several, one after the other. */
uint32_t maker_framework(maker *m, maker_fields fields);
uint32_t maker_renamed(maker *m, maker_fields fields); /* "old=new" */
uint32_t maker_rows(maker *m, maker_fields fields);    /* top-level screen: "Row=value" */
uint32_t maker_statement(maker *m, draft_kind kind, maker_fields fields);

#define MAKER_FIELDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ABOUT(m, ...)     maker_about(m, MAKER_FIELDS(__VA_ARGS__))
#define METER(m, ...)     maker_meter(m, MAKER_FIELDS(__VA_ARGS__))
#define FLAG(m, ...)      maker_flag(m, MAKER_FIELDS(__VA_ARGS__))
#define SKILL(m, ...)     maker_skill(m, MAKER_FIELDS(__VA_ARGS__))
#define INTENT(m, ...)    maker_intent(m, MAKER_FIELDS(__VA_ARGS__))
#define RULE(m, ...)      maker_rule(m, MAKER_FIELDS(__VA_ARGS__))
#define KPI(m, ...)       maker_kpi(m, MAKER_FIELDS(__VA_ARGS__))
#define FRAMEWORK(m, ...) maker_framework(m, MAKER_FIELDS(__VA_ARGS__))
#define RENAMED(m, ...)   maker_renamed(m, MAKER_FIELDS(__VA_ARGS__))
#define ROWS(m, ...)      maker_rows(m, MAKER_FIELDS(__VA_ARGS__))

#define MAKER_ADD(m, kind, ...) maker_statement(m, kind, MAKER_FIELDS(__VA_ARGS__))
#define MOMENT(m, ...)          MAKER_ADD(m, DRAFT_MOMENT, __VA_ARGS__)
#define OUTCOME(m, ...)         MAKER_ADD(m, DRAFT_OUTCOME, __VA_ARGS__)
/* A line varies with further "or=words" and "pick=cycle". "who=1": another speaker. */
#define LINE(m, ...)    MAKER_ADD(m, DRAFT_LINE, __VA_ARGS__)
#define CUE(m, ...)     MAKER_ADD(m, DRAFT_CUE, __VA_ARGS__)
#define SILENCE(m, ...) MAKER_ADD(m, DRAFT_SILENCE, __VA_ARGS__)
#define INFO(m, ...)    MAKER_ADD(m, DRAFT_INFO, __VA_ARGS__)
#define NOTE(m, ...)    MAKER_ADD(m, DRAFT_NOTE, __VA_ARGS__)
#define TODO(m, ...)    MAKER_ADD(m, DRAFT_TODO, __VA_ARGS__)
#define SET(m, ...)     MAKER_ADD(m, DRAFT_SET, __VA_ARGS__)
#define MOOD(m, ...)    MAKER_ADD(m, DRAFT_MOOD, __VA_ARGS__)
/* The options are "option=words", the right one "answer=1". */
#define NOTICE(m, ...)  MAKER_ADD(m, DRAFT_NOTICE, __VA_ARGS__)
#define YOU(m, ...)     MAKER_ADD(m, DRAFT_REPLY, __VA_ARGS__)
#define HOLD(m, ...)    MAKER_ADD(m, DRAFT_HOLD, __VA_ARGS__)
#define VISIT(m, ...)   MAKER_ADD(m, DRAFT_VISIT, __VA_ARGS__)
#define GO(m, ...)      MAKER_ADD(m, DRAFT_GO, __VA_ARGS__)
#define SCREEN(m, ...)  MAKER_ADD(m, DRAFT_SCREEN, __VA_ARGS__) /* "Row=value" */
#define DEBRIEF(m, ...) MAKER_ADD(m, DRAFT_DEBRIEF, __VA_ARGS__)

#endif
