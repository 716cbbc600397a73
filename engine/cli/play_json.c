#include "cli/lines.h"
#include "cli/play.h"
#include "cli/say.h"
#include "cli/stream.h"

#include "base/fail.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct player {
    cli_stream stream;
    ear_sink sink;
    cli_record *record;
    bool over; /* `end` was written: only quit is left */
} player;

/* A closed pipe means that nobody listens any more; that needs no words. */
static int flush(player *p)
{
    if (cli_flush(&p->stream.out, stdout))
        return -1;
    if (errno == EPIPE)
        return CLI_DONE;
    cli_say("the events cannot be written: %s", strerror(errno));
    return CLI_UNREADABLE;
}

/* A wrong command: said, and nothing has changed. */
static int refuse(player *p, const char *code, const ear_error *err)
{
    cli_stream_error(&p->stream, code, err);
    return flush(p);
}

/* After a call that played on: writes what it told; returns -1 to go on. */
static int settle(player *p, ear_status status, const ear_error *err)
{
    int code;

    cli_record_settle(p->record, status);
    if (status == EAR_OK && p->stream.ended && !p->over) {
        cli_stream_end(&p->stream);
        p->over = true;
    }
    if (status != EAR_OK)
        cli_stream_error(&p->stream, cli_stream_code(status), err);
    cli_record_wait_said(p->record);
    code = flush(p);
    if (code == -1 && status != EAR_OK)
        code = CLI_SCRIPT;
    return code;
}

static bool is_refusal(ear_status status)
{
    return status == EAR_E_ARG || status == EAR_E_STATE || status == EAR_E_NOT_FOUND;
}

static int choose(player *p, const cli_order *order)
{
    ear_session *session = p->stream.session;
    const size_t offered = ear_session_offered(session);
    size_t index = order->number - 1;
    ear_error err = {0};
    ear_status status = EAR_OK;

    if (order->words)
        status = ear_session_find(session, order->words, &index, &err);
    else if (index >= offered)
        status =
            base_fail(&err, EAR_E_ARG, "there is no reply %zu; on offer are 1 to %zu",
                      order->number, offered);
    if (status != EAR_OK)
        return refuse(p, CLI_E_OFFER, &err);
    status = ear_session_choose(session, index, &p->sink, &err);
    return settle(p, status, &err);
}

static int notice(player *p, const cli_order *order)
{
    ear_error err = {0};
    const ear_status status =
        ear_session_notice(p->stream.session, order->number - 1, &p->sink, &err);

    if (status == EAR_OK)
        cli_record_noticed(p->record, order->number - 1);
    if (is_refusal(status))
        return refuse(p, status == EAR_E_ARG ? CLI_E_OFFER : CLI_E_NOW, &err);
    return settle(p, status, &err);
}

static int back(player *p)
{
    ear_error err = {0};
    const ear_status status = ear_session_back(p->stream.session, &p->sink, &err);

    if (status == EAR_OK)
        cli_record_took_back(p->record);
    return is_refusal(status) ? refuse(p, CLI_E_NOW, &err) : settle(p, status, &err);
}

static int state(player *p)
{
    cli_stream_state(&p->stream);
    return flush(p);
}

/* Returns -1 to go on, else the exit code. */
static int obey(player *p, const cli_order *order, const ear_error *wrong)
{
    ear_error err = {0};

    if (order->kind == CLI_ORDER_QUIT)
        return CLI_DONE;
    if (order->kind == CLI_ORDER_WRONG)
        return refuse(p, CLI_E_COMMAND, wrong);
    if (p->over) {
        base_fail(&err, EAR_E_STATE, "the conversation is over; only quit is left");
        return refuse(p, CLI_E_NOW, &err);
    }
    switch (order->kind) {
    case CLI_ORDER_CHOOSE:
        return choose(p, order);
    case CLI_ORDER_NOTICE:
        return notice(p, order);
    case CLI_ORDER_BACK:
        return back(p);
    default:
        return state(p);
    }
}

static int take_commands(player *p)
{
    base_bytes line = {0};
    cli_line got;
    int code = -1;

    while (code == -1 &&
           (got = cli_line_read(&line, stdin, CLI_LINE_MAX)) != CLI_LINES_END) {
        ear_error wrong = {0};
        const size_t length = got == CLI_LINE_LONG ? CLI_LINE_MAX + 1 : line.length;
        cli_order order = cli_order_read(base_bytes_string(&line), length, &wrong);

        code = obey(p, &order, &wrong);
        free(order.words);
    }
    base_bytes_release(&line);
    return code == -1 ? CLI_DONE : code;
}

/* A run that was left comes back with all its events, as far as it goes. */
static ear_status resume(player *p, const cli_playing *playing, ear_error *err)
{
    cli_resume *back = playing->resume;
    const cli_resumed into = {playing->loaded, playing->session, playing->record};
    const store_follow follow = {.sink = p->sink};
    const ear_status status = cli_resume_play(back, &into, &follow, err);

    if (back->run->word)
        cli_say("%s", back->run->word);
    if (status != EAR_OK || !back->replay.diverged)
        return status;
    cli_stream_diverged(&p->stream, &back->replay);
    return ear_session_show(playing->session, &p->sink, err);
}

static int begin(player *p, const cli_playing *playing)
{
    ear_error err = {0};
    ear_status status = ear_session_begin(playing->session, &p->sink, &err);

    if (status == EAR_OK && playing->resume) {
        status = resume(p, playing, &err);
        if (status == EAR_E_STATE || status == EAR_E_IO)
            return cli_failed(&err);
    }
    return settle(p, status, &err);
}

int cli_play_json(const cli_playing *playing)
{
    const cli_pack *pack = playing->loaded->pack;
    const uint32_t none = 0;
    player p = {.stream = {.scenario = playing->loaded->scenario,
                           .session = playing->session,
                           .pack = pack->id,
                           .version = pack->version,
                           .seed = playing->seed},
                .record = playing->record};
    int code;

    if (playing->resuming)
        p.stream.resumed = playing->resume ? &playing->resume->run->replies : &none;
    p.sink = cli_record_sink(playing->record, cli_stream_sink(&p.stream));
    code = begin(&p, playing);
    if (code == -1)
        code = take_commands(&p);
    base_bytes_release(&p.stream.out);
    return code;
}
