#ifndef EARSHOT_TESTS_SESSION_TRACE_H
#define EARSHOT_TESTS_SESSION_TRACE_H

/*
 * What a sink was told, one short line for each event, so that a test can say what it
 * expects as text:
 *
 *     start                          moment a 'Title'
 *     Sam (flat): Hello.             cue sighs (kind)
 *     silence 30                     info Order 4471 [late]
 *     screen Order=4471, Due=Tue     notice Why? yes | no
 *     note Ask the room.             choice Yes. | No.
 *     reply 1 a/yes {thinks} <why>   rule name {thinks} <why>
 *     calm 50>55 reply               flag called 1 intent
 *     skill listen +2 rule:0         outcome kept strong 'Title'
 *     debrief words                  kpi csat 3.5
 *     end 6 1410
 */

#include "base/bytes.h"

#include <earshot/session.h>

typedef struct trace {
    base_bytes text;
    const char *only; /* kinds of events that are kept, by first word; NULL: all */
} trace;

/* Borrows `t`; whoever owns it calls trace_end(). */
ear_sink trace_sink(trace *t);
/* What was told since the last time. */
const char *trace_take(trace *t);
void trace_end(trace *t);

/* Starts a session with seed 1, every count and history, and begins it. */
ear_session *trace_session(const ear_scenario *scenario, trace *t);
/* Gives the reply that `words` finds, and fails the test if that does not work. */
void trace_choose(ear_session *session, const char *words, trace *t);

#define assert_told(t, expected) assert_string_equal(trace_take(t), expected)

#endif
