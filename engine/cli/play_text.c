/* `play --text`: a conversation in the terminal, or down a pipe. */

#include "base/fail.h"
#include "cli/lines.h"
#include "cli/runs.h"
#include "cli/say.h"
#include "cli/text_after.h"
#include "cli/text_again.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LONGEST_LINE 4096

typedef struct teller {
    cli_talk talk;
    ear_sink sink;
    bool prompt; /* both ends are a terminal */
    bool stands; /* a run came back in part, and nothing was done since */
} teller;

/* The output cannot be written. A closed pipe needs no words. */
static int closed(void)
{
    if (errno == EPIPE)
        return CLI_DONE;
    cli_say("the conversation cannot be written: %s", strerror(errno));
    return CLI_UNREADABLE;
}

/* Writes what was collected; -1 to go on. */
static int flush(teller *t)
{
    return cli_flush(&t->talk.out, stdout) ? -1 : closed();
}

static void prompt(const teller *t)
{
    if (t->prompt) {
        fputs("\n> ", stdout);
        fflush(stdout);
    }
}

/* One word, at the level that has it. */
static void say_mood(cli_talk *talk)
{
    if (talk->playing->level == VIEW_HINTS && *cli_talk_mood(talk))
        base_bytes_print(&talk->out, "\n  (seems: %s)\n", cli_talk_mood(talk));
}

/* After a call that played on. */
static int settle(teller *t, ear_status status, const ear_error *err)
{
    cli_talk *talk = &t->talk;
    int code;

    cli_record_settle(talk->playing->record, status);
    cli_record_wait_said(talk->playing->record);
    if (status == EAR_OK && talk->ended && !cli_text_after(talk, t->prompt))
        return closed();
    if (status == EAR_OK)
        say_mood(talk);
    code = flush(t);
    if (code != -1 || status == EAR_OK)
        return code;
    cli_failed(err);
    return CLI_SCRIPT;
}

/* Something that cannot be done: said, and the choice stands as before. */
static int refuse(teller *t, const char *message)
{
    cli_talk_plain(&t->talk, "", 2, message);
    return flush(t);
}

static int choose(teller *t, size_t index)
{
    ear_error err = {0};
    const ear_status status =
        ear_session_choose(t->talk.playing->session, index, &t->sink, &err);

    t->stands = false;
    return settle(t, status, &err);
}

static int choose_words(teller *t, const char *words)
{
    size_t index;
    ear_error err = {0};

    if (ear_session_find(t->talk.playing->session, words, &index, &err) != EAR_OK)
        return refuse(t, err.message);
    return choose(t, index);
}

static int choose_number(teller *t, const char *digits)
{
    const size_t offered = ear_session_offered(t->talk.playing->session);
    const unsigned long number = strtoul(digits, NULL, 10);
    char message[96];

    if (number >= 1 && number <= offered)
        return choose(t, number - 1);
    snprintf(message, sizeof message, "There is no reply %s. Take one from 1 to %zu.",
             strlen(digits) < 12 ? digits : "with that number", offered);
    return refuse(t, message);
}

static int answer_notice(teller *t, const char *digits)
{
    cli_talk *talk = &t->talk;
    const unsigned long number = strtoul(digits, NULL, 10);
    ear_error err = {0};
    ear_status status;

    if (talk->notice == MODEL_NONE)
        return refuse(t, "There is no question to answer now.");
    if (number < 1 || number > talk->options)
        return refuse(t, "That question has no such answer.");
    status = ear_session_notice(talk->playing->session, number - 1, &t->sink, &err);
    if (status != EAR_OK)
        return refuse(t, err.message);
    cli_record_noticed(talk->playing->record, number - 1);
    cli_record_settle(talk->playing->record, status);
    cli_record_wait_said(talk->playing->record);
    cli_talk_noticed(talk, number - 1);
    say_mood(talk);
    return flush(t);
}

static int back(teller *t)
{
    ear_error err = {0};
    ear_status status;

    cli_talk_took_back(&t->talk);
    status = ear_session_back(t->talk.playing->session, &t->sink, &err);
    if (status == EAR_OK)
        cli_record_took_back(t->talk.playing->record);
    return settle(t, status, &err);
}

static int take_back(teller *t)
{
    if (t->talk.playing->assess)
        return refuse(t, "Nothing can be taken back in this run.");
    if (ear_session_turn(t->talk.playing->session) == 0)
        return refuse(t, "There is nothing to take back yet.");
    return back(t);
}

/* A run that came back, but not all of it, may begin the moment where it stands anew. */
static int start_the_moment_again(teller *t)
{
    const cli_playing *playing = t->talk.playing;
    uint32_t count = cli_resume_in_moment(playing->resume, playing->session);
    int code = -1;

    t->stands = false;
    if (count == 0)
        return refuse(t, "This moment has only just begun: it is as new.");
    while (code == -1 && count-- > 0)
        code = back(t);
    return code;
}

static int show_choice(teller *t)
{
    ear_error err = {.status = EAR_OK};

    return settle(t, ear_session_show(t->talk.playing->session, &t->sink, &err), &err);
}

static int show_log(teller *t)
{
    base_bytes_text(&t->talk.out, "\n---- so far ----\n");
    base_bytes_add(&t->talk.out, base_bytes_string(&t->talk.log), t->talk.log.length);
    base_bytes_text(&t->talk.out, "----------------\n");
    return show_choice(t);
}

static int show_screen(teller *t)
{
    if (t->talk.screen.length == 0)
        return refuse(t, "There is nothing on your screen.");
    base_bytes_add(&t->talk.out, t->talk.screen.at, t->talk.screen.length);
    return flush(t);
}

static int show_help(teller *t)
{
    base_bytes_text(&t->talk.out, "\n"
                                  "  1, 2, ...  say that reply (or type how it begins)\n"
                                  "  n1, n2     answer the question with a ? before it\n"
                                  "  b          take your last reply back\n"
                                  "  l          the conversation so far\n"
                                  "  o          what is on your screen\n"
                                  "  q          stop here\n"
                                  "  Enter      the replies again\n");
    return flush(t);
}

static bool all_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

/* Returns -1 to go on. `line` has no spaces around it. */
static int obey(teller *t, const char *line)
{
    const char *after_n = line + 1 + (line[0] ? strspn(line + 1, " ") : 0);

    if (!*line)
        return show_choice(t);
    if (all_digits(line))
        return choose_number(t, line);
    if ((line[0] == 'n' || line[0] == 'N') && all_digits(after_n))
        return answer_notice(t, after_n);
    if (line[1])
        return choose_words(t, line);
    if (t->stands && tolower((unsigned char)line[0]) == 'm')
        return start_the_moment_again(t);
    switch (tolower((unsigned char)line[0])) {
    case 'b':
        return take_back(t);
    case 'l':
        return show_log(t);
    case 'o':
        return show_screen(t);
    case 'q':
        return CLI_DONE;
    case '?':
    case 'h':
        return show_help(t);
    default:
        return choose_words(t, line);
    }
}

static const char *trimmed(base_bytes *line)
{
    char *text = line->length ? line->at : NULL;

    if (!text)
        return "";
    while (line->length > 0 && isspace((unsigned char)text[line->length - 1]))
        text[--line->length] = '\0';
    return text + strspn(text, " \t");
}

static int take_lines(teller *t)
{
    base_bytes line = {0};
    int code = -1;

    while (code == -1 && !t->talk.ended) {
        cli_line got;

        prompt(t);
        got = cli_line_read(&line, stdin, LONGEST_LINE);
        if (got == CLI_LINES_END)
            break;
        code = got == CLI_LINE_LONG ? refuse(t, "That is more than a reply can be.")
                                    : obey(t, trimmed(&line));
    }
    base_bytes_release(&line);
    return code;
}

static int leave(teller *t, int code)
{
    if ((code == -1 || code == CLI_DONE) && !t->talk.ended) {
        base_bytes_text(&t->talk.out, "\nYou left the conversation here.\n");
        code = flush(t);
    }
    return code == -1 ? CLI_DONE : code;
}

/* Replies are told like new ones; what else the trainee did leaves its traces here. */
static void before(void *user, const store_event *event)
{
    teller *t = user;

    if (event->kind == STORE_EVENT_BACK)
        cli_talk_took_back(&t->talk);
    else if (event->kind == STORE_EVENT_NOTICE && event->option < t->talk.options)
        cli_talk_noticed(&t->talk, event->option);
}

static void say_how_it_came_back(teller *t)
{
    base_bytes words = {0};

    cli_resume_words(t->talk.playing->resume, &words);
    if (words.length)
        cli_talk_plain(&t->talk, "\n", 0, base_bytes_string(&words));
    base_bytes_release(&words);
}

static ear_status resume(teller *t, ear_error *err)
{
    const cli_playing *playing = t->talk.playing;
    const cli_resumed into = {playing->loaded, playing->session, playing->record};
    const store_follow follow = {t->sink, before, t};
    const ear_status status = cli_resume_play(playing->resume, &into, &follow, err);

    if (status != EAR_OK)
        return status;
    say_how_it_came_back(t);
    if (!playing->resume->replay.diverged)
        return status;
    t->stands = !playing->assess;
    cli_talk_plain(&t->talk, "", 0,
                   t->stands ? "Carry on from here with a reply, start this moment again "
                               "with m, or stop with q."
                             : "Carry on from here with a reply, or stop with q.");
    return ear_session_show(playing->session, &t->sink, err);
}

/* The same talk up to one of its replies, and another one there. */
static int again(teller *t, const cli_acts *acts)
{
    ear_error err = {0};
    size_t index = 0;
    const ear_status status = cli_again_play(&t->talk, &t->sink, acts, &index, &err);

    if (status == EAR_OK)
        return choose(t, index);
    cli_failed(&err);
    return status == EAR_E_NOT_FOUND ? show_choice(t) : CLI_SCRIPT;
}

static int begin(teller *t, ear_error *err)
{
    const cli_playing *playing = t->talk.playing;
    ear_status status = ear_session_begin(playing->session, &t->sink, err);

    if (status == EAR_OK && playing->again->count > 0) {
        cli_acts acts = *playing->again;
        int code;

        *playing->again = (cli_acts){.at = NULL};
        code = again(t, &acts);
        cli_acts_release(&acts);
        return code;
    }

    if (status == EAR_OK && playing->resume) {
        status = resume(t, err);
        if (status == EAR_E_STATE || status == EAR_E_IO)
            return cli_failed(err);
    }
    return settle(t, status, err);
}

static void open_page(teller *t)
{
    const cli_playing *playing = t->talk.playing;
    char *next =
        playing->record && !playing->resume ? cli_history_next(playing->learner) : NULL;

    cli_talk_opening(&t->talk, next);
    free(next);
}

int cli_play_text(const cli_playing *playing)
{
    teller t = {.stands = false};
    ear_error err = {0};
    int code;

    cli_talk_begin(&t.talk, playing);
    t.sink = cli_record_sink(playing->record, cli_talk_sink(&t.talk));
    t.prompt = t.talk.page.terminal && isatty(STDIN_FILENO);
    if (playing->again->count == 0)
        open_page(&t);
    code = begin(&t, &err);
    if (code == -1)
        code = leave(&t, take_lines(&t));
    cli_talk_release(&t.talk);
    return code;
}
