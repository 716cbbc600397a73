#include "session_trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void put(trace *t, ear_text text)
{
    /* Every text ends with a NUL that does not count. */
    if (text.at)
        assert_int_equal(text.at[text.length], '\0');
    if (text.at)
        base_bytes_add(&t->text, text.at, text.length);
}

static void put_if(trace *t, const char *before, ear_text text, const char *after)
{
    if (!text.at)
        return;
    base_bytes_text(&t->text, before);
    put(t, text);
    base_bytes_text(&t->text, after);
}

static void put_cause(trace *t, const ear_event *e)
{
    static const char *const names[] = {"reply", "intent", "rule", "drift", "statement"};

    base_bytes_print(&t->text, " %s", names[e->cause]);
    if (e->cause == EAR_CAUSE_RULE)
        base_bytes_print(&t->text, ":%u", e->rule);
}

static void put_list(trace *t, const ear_event *e, const char *between)
{
    for (size_t i = 0; i < e->count; i++) {
        base_bytes_text(&t->text, i ? between : " ");
        put_if(t, "", e->list[i].label, "=");
        put(t, e->list[i].text);
    }
}

static void said(trace *t, const ear_event *e)
{
    switch (e->kind) {
    case EAR_EVENT_LINE:
        put(t, e->who);
        put_if(t, " (", e->tone, ")");
        put_if(t, ": ", e->text, "");
        break;
    case EAR_EVENT_CUE:
        put_if(t, "cue ", e->text, "");
        put_if(t, " (", e->word, ")");
        break;
    case EAR_EVENT_SILENCE:
        base_bytes_print(&t->text, "silence %u", (unsigned)e->tenths);
        break;
    case EAR_EVENT_INFO:
        put_if(t, "info ", e->text, "");
        put_if(t, " [", e->word, "]");
        break;
    case EAR_EVENT_SCREEN:
        base_bytes_text(&t->text, "screen");
        put_list(t, e, ", ");
        break;
    case EAR_EVENT_NOTICE:
        put_if(t, "notice ", e->text, "");
        put_list(t, e, " | ");
        break;
    case EAR_EVENT_NOTE:
        put_if(t, "note ", e->text, "");
        break;
    default:
        base_bytes_text(&t->text, "?");
    }
}

static void done(trace *t, const ear_event *e)
{
    switch (e->kind) {
    case EAR_EVENT_REPLY:
        base_bytes_print(&t->text, "reply %u ", e->turn);
        put(t, e->id);
        put_if(t, " {", e->thinks, "}");
        put_if(t, " <", e->why, ">");
        break;
    case EAR_EVENT_RULE:
        put_if(t, "rule ", e->text, "");
        put_if(t, " {", e->thinks, "}");
        put_if(t, " <", e->why, ">");
        break;
    case EAR_EVENT_MOOD:
        put(t, e->id);
        base_bytes_print(&t->text, " %d>%d", e->from, e->to);
        put_cause(t, e);
        break;
    case EAR_EVENT_FLAG:
        put_if(t, "flag ", e->id, "");
        base_bytes_print(&t->text, " %d", e->to);
        put_cause(t, e);
        break;
    case EAR_EVENT_SKILL:
        put_if(t, "skill ", e->id, "");
        base_bytes_print(&t->text, " %+d", e->to);
        put_cause(t, e);
        break;
    default:
        said(t, e);
    }
}

static void told(void *user, const ear_event *e)
{
    trace *t = user;

    switch (e->kind) {
    case EAR_EVENT_START:
        base_bytes_text(&t->text, "start");
        break;
    case EAR_EVENT_MOMENT:
        put_if(t, "moment ", e->id, "");
        put_if(t, " '", e->text, "'");
        break;
    case EAR_EVENT_CHOICE:
        base_bytes_text(&t->text, "choice");
        put_list(t, e, " | ");
        break;
    case EAR_EVENT_OUTCOME:
        put_if(t, "outcome ", e->id, " ");
        put(t, e->word);
        put_if(t, " '", e->text, "'");
        break;
    case EAR_EVENT_DEBRIEF:
        put_if(t, "debrief ", e->text, "");
        break;
    case EAR_EVENT_KPI:
        put_if(t, "kpi ", e->id, "");
        base_bytes_print(&t->text, " %g", e->number);
        break;
    case EAR_EVENT_END:
        base_bytes_print(&t->text, "end %u %u", e->turn, (unsigned)e->tenths);
        break;
    default:
        done(t, e);
    }
    base_bytes_char(&t->text, '\n');
}

ear_sink trace_sink(trace *t)
{
    return (ear_sink){.event = told, .user = t};
}

/* Keeps the lines that begin with one of the words of `only`. */
static void keep_only(trace *t)
{
    char *to = t->text.at;

    for (char *from = t->text.at; from && *from;) {
        const size_t length = strcspn(from, "\n") + 1;
        const size_t word = strcspn(from, " :\n");
        const char *found = t->only;

        for (; (found = strstr(found, " ")) != NULL; found++)
            if (strncmp(found + 1, from, word) == 0 && found[1 + word] == ' ')
                break;
        if (found) {
            memmove(to, from, length);
            to += length;
        }
        from += length;
    }
    if (to)
        *to = '\0';
}

const char *trace_take(trace *t)
{
    base_bytes_char(&t->text, '\0'); /* so that there is text */
    if (t->only)
        keep_only(t);
    t->text.length = 0;
    return t->text.at;
}

void trace_end(trace *t)
{
    base_bytes_release(&t->text);
}

ear_session *trace_session(const ear_scenario *scenario, trace *t)
{
    const ear_options options = {.seed = 1, .history = true};
    const ear_sink sink = trace_sink(t);
    ear_session *session = NULL;
    ear_error err = {0};

    if (ear_session_new(&session, scenario, &options, &err) != EAR_OK ||
        ear_session_begin(session, &sink, &err) != EAR_OK)
        fail_msg("%s", err.message);
    return session;
}

void trace_choose(ear_session *session, const char *words, trace *t)
{
    const ear_sink sink = trace_sink(t);
    ear_error err = {0};
    size_t index = 0;

    if (ear_session_find(session, words, &index, &err) != EAR_OK ||
        ear_session_choose(session, index, &sink, &err) != EAR_OK)
        fail_msg("%s", err.message);
}
