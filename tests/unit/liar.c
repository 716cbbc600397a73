/*
 * A helper that lies, hangs and dies, in the place of earshot-pack: what it does is the
 * name of the file that it is told to load, or, in a call, the number of the function.
 * Test program; it is not sealed.
 */
#include "jail/pack_io.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

typedef struct liar {
    base_bytes name;  /* of the file that arrives */
    base_bytes image; /* contents of "image" */
    base_bytes once;  /* contents of "once": a path; there is a file when it has died */
} liar;

static void send_frame(jail_frame_type type, const void *bytes, size_t length)
{
    base_bytes out = {0};

    jail_put_frame(&out, type, bytes, length);
    if (!pack_write(out.at, out.length))
        _exit(0);
    base_bytes_release(&out);
}

static void send_finding(const char *code, const char *message)
{
    const model_finding finding = {
        .code = code, .file = "a.lua", .line = 3, .message = message, .hint = ""};
    base_bytes inside = {0};

    jail_put_finding(&inside, &finding);
    send_frame(JAIL_FINDING, inside.at, inside.length);
    base_bytes_release(&inside);
}

static void send_image(const liar *self)
{
    base_bytes out = {0};

    jail_put_stream(&out, JAIL_IMAGE, self->image.at, self->image.length);
    pack_write(out.at, out.length);
    base_bytes_release(&out);
}

static void die_of(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

static void drip(void)
{
    const struct timespec pause = {.tv_nsec = 20000000};

    pack_write("i\xff\xff\x00\x00", 5);
    for (;;) {
        pack_write("x", 1);
        nanosleep(&pause, NULL);
    }
}

static void endless(jail_frame_type type, size_t length)
{
    char *bytes = malloc(length);

    memset(bytes, 'a', length);
    for (;;)
        send_frame(type, bytes, length);
}

static void lie_while_loading(const char *how)
{
    const struct rlimit no_core = {0, 0};

    setrlimit(RLIMIT_CORE, &no_core);
    if (strcmp(how, "hang") == 0)
        pause();
    if (strcmp(how, "drip") == 0)
        drip();
    if (strcmp(how, "exit") == 0)
        _exit(0);
    if (strcmp(how, "five") == 0)
        _exit(5);
    if (strcmp(how, "crash") == 0)
        die_of(SIGSEGV);
    if (strcmp(how, "time") == 0)
        die_of(SIGPROF);
    if (strcmp(how, "forbidden") == 0)
        die_of(SIGSYS);
    if (strcmp(how, "nonsense") == 0)
        pack_write("Zzzz", 4);
    if (strcmp(how, "too long") == 0)
        pack_write("i\x01\x00\x10\x00", 5);
    if (strcmp(how, "endless image") == 0)
        endless(JAIL_IMAGE, JAIL_FRAME_MAX);
    if (strcmp(how, "endless print") == 0)
        endless(JAIL_PRINT, 1000);
    if (strcmp(how, "over") == 0) {
        pack_write_over("b.lua", 12, "loading took more than 200 million steps");
        _exit(5);
    }
}

static void lie_in_frames(const liar *self, const char *how)
{
    if (strcmp(how, "wrong finding") == 0)
        send_frame(JAIL_FINDING, "abc", 3);
    if (strcmp(how, "wrong seal") == 0)
        send_frame(JAIL_SEALED, "abc", 3);
    if (strcmp(how, "answer unasked") == 0)
        send_frame(JAIL_ANSWER, "abc", 3);
    if (strcmp(how, "twice") == 0)
        send_image(self);
    if (strcmp(how, "endless findings") == 0)
        for (int i = 0;; i++) {
            char message[32];

            snprintf(message, sizeof message, "%d", i);
            send_finding("W170", message);
        }
    if (strcmp(how, "print") == 0)
        send_frame(JAIL_PRINT, "\x1b[2Jhello\xff\n", 11);
    if (strcmp(how, "error") == 0)
        send_finding("E101", "no such name");
    else if (strcmp(how, "nothing") != 0 && strcmp(how, "unclosed") != 0)
        send_image(self);
    if (strcmp(how, "nothing") == 0 || strcmp(how, "error") == 0)
        send_frame(JAIL_IMAGE, "", 0);
    send_frame(JAIL_DONE, "", 0);
}

static void send_words(const char *words)
{
    const ear_answer answer = {.random = 1, .text = {words, strlen(words)}};
    base_bytes inside = {0};

    jail_put_answer(&inside, EAR_CALL_WORDS, &answer);
    send_frame(JAIL_ANSWER, inside.at, inside.length);
    base_bytes_release(&inside);
}

static void fail(const char *message)
{
    base_bytes inside = {0};

    jail_put_u32(&inside, 9);
    jail_put_text(&inside, "a.lua", 5);
    jail_put_text(&inside, message, strlen(message));
    send_frame(JAIL_FAILED, inside.at, inside.length);
    base_bytes_release(&inside);
}

/* Dies if it has not died before: a file remembers. */
static void die_once(const liar *self)
{
    const int fd = open(self->once.at, O_CREAT | O_EXCL | O_WRONLY, 0600);

    if (fd >= 0)
        _exit(1);
    send_words("risen");
}

static void answer(const liar *self, uint32_t function, uint32_t length)
{
    char words[32];

    switch (function) {
    case 1:
        snprintf(words, sizeof words, "got %u", (unsigned)length);
        send_words(words);
        break;
    case 2:
        die_once(self);
        break;
    case 3:
        _exit(1);
    case 4:
        fail("c.nothing is no meter");
        break;
    case 5:
        send_frame(JAIL_ANSWER, "abc", 3);
        break;
    case 6:
        pack_write_over("a.lua", 4, "a function call took more than 100,000 steps");
        _exit(5);
    case 7:
        pause();
        break;
    case 8:
        send_words("a\x1b[2Jb");
        break;
    default:
        send_frame(JAIL_DONE, "", 0);
    }
}

static void take_file(liar *self, const jail_frame *frame)
{
    const char *name = base_bytes_string(&self->name);

    if (strcmp(name, "image") == 0)
        base_bytes_add(&self->image, frame->at, frame->length);
    if (strcmp(name, "once") == 0)
        base_bytes_add(&self->once, frame->at, frame->length);
}

int main(void)
{
    liar self = {{0}, {0}, {0}};
    pack_input in = {{0}, 0};
    jail_frame frame;
    uint32_t arrived = 0;

    while (pack_read(&in, &frame)) {
        jail_cursor from = jail_cursor_of(&frame);

        if (frame.type == JAIL_NAME || frame.type == JAIL_LOAD) {
            jail_get_u8(&from);
            const jail_span rest = jail_get_rest(&from);
            base_bytes_clear(&self.name);
            base_bytes_add(&self.name, rest.at, rest.length);
        }
        if (frame.type == JAIL_FILE)
            take_file(&self, &frame);
        if (frame.type == JAIL_LOAD) {
            lie_while_loading(self.name.at);
            lie_in_frames(&self, self.name.at);
        }
        if (frame.type == JAIL_CALL) {
            const uint32_t function = jail_get_u32(&from);
            jail_get_u32(&from);
            const uint32_t length = jail_get_u32(&from);

            arrived += (uint32_t)from.left;
            if (arrived == length) {
                arrived = 0;
                answer(&self, function, length);
            }
        }
    }
    return 0;
}
