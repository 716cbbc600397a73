/*
 * earshot-pack: the helper in which a pack's Lua runs. Reads frames from descriptor 0,
 * writes frames to descriptor 1, and is sealed before the first of them is read. It knows
 * the pack's files, runs one scenario and answers calls until its input ends or a limit
 * is passed; a limit ends the process, because Lua cannot be trusted to be whole after
 * one.
 */

#include "base/pages.h"
#include "jail/frame.h"
#include "jail/pack_io.h"
#include "jail/seal.h"
#include "script/script.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define FILES_MOST    4096
#define FINDINGS_MOST 100000u /* what the engine takes */

/* CPU time. The process as a whole may take long, in many calls. */
#define LOAD_SECONDS       5
#define LOAD_SECONDS_LARGE 60
#define CALL_MICROSECONDS  250000
#define PROCESS_SECONDS    3600
/* Address space: what Lua may hold, the draft and the image beside it, and the program.
 */
#define ADDRESS_NORMAL ((size_t)1536 << 20)
#define ADDRESS_LARGE  ((size_t)8 << 30)

/* Of these, what the heap lies in from the beginning. */
#define HEAP_NORMAL ((size_t)128 << 20)
#define HEAP_LARGE  ((size_t)1 << 30)

typedef struct pack_file {
    char *name;
    base_bytes bytes;
    bool library;
} pack_file;

typedef struct pack_helper {
    bool large;
    pack_file files[FILES_MOST];
    size_t count;
    script_host *host; /* of the scenario that was loaded last; NULL before */
    base_bytes out;
    base_bytes state; /* of the call that is arriving */
    bool calling;
    volatile sig_atomic_t busy;
    volatile sig_atomic_t writing; /* a frame is half written */
} pack_helper;

/*
 * The only mutable variable at file scope: a signal handler has no other argument.
 * It is set once, before the timer runs for the first time.
 */
static pack_helper *volatile alarmed;

static _Noreturn void end(int status)
{
    _exit(status);
}

/* Says which limit was passed, without allocating, and ends. */
static _Noreturn void say_over(script_place place, const char *message)
{
    pack_write_over(place.file ? place.file : "", place.line, message);
    end(5);
}

static void on_over(void *user, script_place place, const char *message)
{
    (void)user;
    say_over(place, message);
}

static const char *time_message(const pack_helper *helper)
{
    if (helper->calling)
        return "a function call took more than 0.25 s of CPU time";
    return helper->large ? "loading took more than 60 s of CPU time (--limits large)"
                         : "loading took more than 5 s of CPU time";
}

/*
 * Time is up: says where, if that can be said. The handler is reset before it runs, so
 * that the timer's next tick, a tenth of a second later, ends the process whatever the
 * state it is in.
 */
static void on_time(int number)
{
    const pack_helper *helper = alarmed;

    (void)number;
    if (!helper || !helper->busy || helper->writing)
        return; /* between two frames is no place for a third */

    const script_place place =
        helper->host ? script_where(helper->host) : (script_place){.file = ""};
    say_over(place, time_message(helper));
}

static void set_timer(long seconds, long microseconds)
{
    const struct itimerval timer = {
        .it_interval = {.tv_usec = seconds || microseconds ? 100000 : 0},
        .it_value = {.tv_sec = seconds, .tv_usec = microseconds},
    };

    setitimer(ITIMER_PROF, &timer, NULL);
}

static void begin(pack_helper *helper, bool calling)
{
    helper->calling = calling;
    helper->busy = true;
    if (calling)
        set_timer(0, CALL_MICROSECONDS);
    else
        set_timer(helper->large ? LOAD_SECONDS_LARGE : LOAD_SECONDS, 0);
}

static void finish(pack_helper *helper)
{
    set_timer(0, 0);
    helper->busy = false;
}

static void send_out(pack_helper *helper)
{
    if (helper->out.failed)
        say_over((script_place){.file = ""}, "the pack used more memory than it may");
    helper->writing = true;
    if (!pack_write(helper->out.at, helper->out.length))
        end(0);
    helper->writing = false;
    base_bytes_clear(&helper->out);
}

/* As many frames as it takes, and the empty one, from where the bytes lie. */
static void send_stream(pack_helper *helper, jail_frame_type type,
                        const base_bytes *bytes)
{
    const char *at = bytes->at;

    for (size_t left = bytes->length, part; left > 0; at += part, left -= part) {
        part = left < JAIL_FRAME_MAX ? left : JAIL_FRAME_MAX;
        jail_put_frame_head(&helper->out, type, part);
        send_out(helper);
        helper->writing = true;
        if (!pack_write(at, part))
            end(0);
        helper->writing = false;
    }
    jail_put_frame(&helper->out, type, "", 0);
}

static void on_print(void *user, const char *text, size_t length)
{
    pack_helper *helper = user;

    jail_put_frame(&helper->out, JAIL_PRINT, text, length);
    send_out(helper);
}

static void out_of_memory(void)
{
    say_over((script_place){.file = ""}, "the pack used more memory than it may");
}

static void add_file(pack_helper *helper, const jail_frame *frame)
{
    jail_cursor from = jail_cursor_of(frame);
    const bool library = jail_get_u8(&from) != 0;
    const jail_span name = jail_get_rest(&from);

    if (helper->count == FILES_MOST)
        say_over((script_place){.file = ""}, "the pack has more than 4,096 files");

    pack_file *file = &helper->files[helper->count];
    file->library = library;
    file->name = strndup(name.at, name.length);
    if (!file->name)
        out_of_memory();
    helper->count++;
}

static void add_bytes(pack_helper *helper, const jail_frame *frame)
{
    if (helper->count > 0 && !base_bytes_add(&helper->files[helper->count - 1].bytes,
                                             frame->at, frame->length))
        out_of_memory();
}

/* A fresh host with every file of the pack. */
static void open_host(pack_helper *helper)
{
    const script_limits limits =
        helper->large ? SCRIPT_LIMITS_LARGE : SCRIPT_LIMITS_NORMAL;
    const script_hooks hooks = {.print = on_print, .over = on_over, .user = helper};
    script_host *host = NULL;
    ear_error err;

    script_free(helper->host);
    helper->host = NULL;
    if (script_new(&host, limits, &hooks, &err) != EAR_OK)
        say_over((script_place){.file = ""}, err.message);
    for (size_t i = 0; i < helper->count; i++) {
        const pack_file *file = &helper->files[i];

        if (script_add_file(host, file->name, base_bytes_string(&file->bytes),
                            file->bytes.length, file->library, &err) != EAR_OK)
            say_over((script_place){.file = file->name}, err.message);
    }
    helper->host = host;
}

static void put_findings(base_bytes *out, const model_findings *findings)
{
    base_bytes inside = {0};

    for (size_t i = 0; i < findings->count && i < FINDINGS_MOST; i++) {
        base_bytes_clear(&inside);
        jail_put_finding(&inside, &findings->at[i]);
        jail_put_frame(out, JAIL_FINDING, inside.at, inside.length);
    }
    if (findings->failed || inside.failed)
        out->failed = true;
    base_bytes_release(&inside);
}

static void load(pack_helper *helper, const jail_frame *frame)
{
    jail_cursor from = jail_cursor_of(frame);
    const bool pack = jail_get_u8(&from) == JAIL_WHAT_PACK;
    const jail_span span = jail_get_rest(&from);
    char *name = strndup(span.at, span.length);
    model_findings findings = {0};
    base_bytes result = {0};
    ear_error err;

    begin(helper, false);
    open_host(helper);
    if (!name)
        out_of_memory();
    const ear_status status =
        pack ? script_load_pack(helper->host, name, &result, &findings, &err)
             : script_load(helper->host, name, &result, &findings, &err);
    if (status != EAR_OK)
        say_over((script_place){.file = name}, err.message);
    put_findings(&helper->out, &findings);
    model_findings_release(&findings);
    free(name);
    finish(helper);
    send_stream(helper, pack ? JAIL_PACK : JAIL_IMAGE, &result);
    base_bytes_release(&result);
    jail_put_frame(&helper->out, JAIL_DONE, "", 0);
    send_out(helper);
}

static void put_failure(base_bytes *out, const ear_error *err, const ear_answer *given)
{
    base_bytes inside = {0};

    jail_put_u32(&inside, (uint32_t)err->line);
    jail_put_text(&inside, err->file, strlen(err->file));
    jail_put_text(&inside, err->message, strlen(err->message));
    jail_put_reads(&inside, given);
    jail_put_frame(out, JAIL_FAILED, inside.at, inside.length);
    out->failed |= inside.failed;
    base_bytes_release(&inside);
}

static void answer(pack_helper *helper, uint32_t function, ear_call_kind kind)
{
    ear_answer given = {.count = 0};
    ear_error err = {.status = EAR_OK};

    begin(helper, true);
    const ear_call asked = {function, kind, helper->state.at, helper->state.length};
    const ear_status status =
        helper->host ? script_call(helper->host, &asked, &given, &err) : EAR_E_STATE;
    finish(helper);

    if (status != EAR_OK) {
        put_failure(&helper->out, &err, &given);
    } else {
        base_bytes inside = {0};

        jail_put_answer(&inside, kind, &given);
        jail_put_frame(&helper->out, JAIL_ANSWER, inside.at, inside.length);
        helper->out.failed |= inside.failed;
        base_bytes_release(&inside);
    }
    send_out(helper);
}

static void call(pack_helper *helper, const jail_frame *frame)
{
    jail_cursor from = jail_cursor_of(frame);
    const uint32_t function = jail_get_u32(&from);
    const uint32_t kind = jail_get_u32(&from);
    const uint32_t bytes = jail_get_u32(&from);
    const jail_span part = jail_get_rest(&from);

    if (from.bad || kind > EAR_CALL_WORDS)
        end(2);
    if (!base_bytes_add(&helper->state, part.at, part.length))
        out_of_memory();
    if (helper->state.length < bytes)
        return;
    answer(helper, function, (ear_call_kind)kind);
    base_bytes_clear(&helper->state);
}

static void serve(pack_helper *helper, const jail_frame *frame)
{
    switch (frame->type) {
    case JAIL_NAME:
        add_file(helper, frame);
        break;
    case JAIL_FILE:
        add_bytes(helper, frame);
        break;
    case JAIL_LOAD:
        load(helper, frame);
        break;
    case JAIL_CALL:
        call(helper, frame);
        break;
    default:
        end(2);
    }
}

static void say_sealed(pack_helper *helper, uint32_t held)
{
    base_bytes inside = {0};

    jail_put_u32(&inside, held);
    jail_put_frame(&helper->out, JAIL_SEALED, inside.at, inside.length);
    base_bytes_release(&inside);
    send_out(helper);
}

static int by_value(const void *a, const void *b)
{
    return *(const int *)a < *(const int *)b ? -1 : *(const int *)a > *(const int *)b;
}

/* What the C library asks the kernel once and then remembers, asked before the seal: a
 * large qsort() wants to know how much memory the machine has. */
static void ask_early(void)
{
    int numbers[1024];

    for (int i = 0; i < 1024; i++)
        numbers[i] = i ^ 0x155;
    qsort(numbers, 1024, sizeof *numbers, by_value);
}

int main(int argc, char **argv)
{
    if (argc == 2)
        base_pages_heap(strcmp(argv[1], "large") == 0 ? HEAP_LARGE : HEAP_NORMAL);

    pack_helper *helper = calloc(1, sizeof *helper);
    pack_input in = {{0}, 0};
    jail_frame frame;

    if (!helper || argc != 2) {
        fprintf(stderr, "earshot-pack is started by earshot, not by hand\n");
        free(helper);
        return 2;
    }
    helper->large = strcmp(argv[1], "large") == 0;
    alarmed = helper;
    jail_close_inherited();
    ask_early();

    const struct sigaction ring = {.sa_handler = on_time, .sa_flags = (int)SA_RESETHAND};
    sigaction(SIGPROF, &ring, NULL);
    const jail_seal_limits limits = {
        .memory = helper->large ? ADDRESS_LARGE : ADDRESS_NORMAL,
        .cpu_seconds = PROCESS_SECONDS,
    };
    say_sealed(helper, jail_seal(&limits));
    while (pack_read(&in, &frame))
        serve(helper, &frame);
    end(0);
}
