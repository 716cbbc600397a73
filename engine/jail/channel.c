#include "jail/channel.h"
#include "base/clock.h"
#include "base/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 * 1024)

/* Two connected descriptors that no other child inherits. */
static bool make_pair(int ends[2])
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    for (int i = 0; i < 2; i++)
        if (fcntl(ends[i], F_SETFD, FD_CLOEXEC) != 0) {
            close(ends[0]);
            close(ends[1]);
            return false;
        }
    return true;
}

/* No signal blocked or ignored, so that the limits' signals do what they must; a process
 * group of its own, so that Ctrl-C in the terminal is the engine's affair. */
static int set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t none, all;

    sigemptyset(&none);
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setpgroup(attributes, 0);
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK |
                                                    POSIX_SPAWN_SETSIGDEF |
                                                    POSIX_SPAWN_SETPGROUP);
}

/* Descriptors 0 and 1 are the channel, 2 is nowhere; the helper itself closes whatever
 * else the engine may have left open. */
static int set_descriptors(posix_spawn_file_actions_t *actions, int end)
{
    int failed = posix_spawn_file_actions_adddup2(actions, end, 0);

    if (failed == 0)
        failed = posix_spawn_file_actions_adddup2(actions, end, 1);
    if (failed == 0)
        failed = posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
    return failed;
}

static int spawn(pid_t *pid, const char *program, const char *argument, int end)
{
    char *const words[] = {(char *)"earshot-pack", (char *)argument, NULL};
    char *const environment[] = {(char *)"LC_ALL=C", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    if (posix_spawn_file_actions_init(&actions) != 0)
        return ENOMEM;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return ENOMEM;
    }

    int failed = set_descriptors(&actions, end);
    if (failed == 0)
        failed = set_attributes(&attributes);
    if (failed == 0)
        failed = posix_spawn(pid, program, &actions, &attributes, words, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

ear_status jail_channel_open(jail_channel *out, const char *program, const char *argument,
                             ear_error *err)
{
    int ends[2];
    pid_t pid = 0;

    if (!make_pair(ends))
        return base_fail(err, EAR_E_IO, "no channel to the pack helper: %s",
                         strerror(errno));

    const int failed = spawn(&pid, program, argument, ends[1]);
    close(ends[1]);
    if (failed != 0) {
        close(ends[0]);
        return failed == ENOMEM ? base_fail_memory(err)
                                : base_fail(err, EAR_E_IO,
                                            "the pack helper '%s' cannot be started: %s; "
                                            "it is installed together with earshot",
                                            program, strerror(failed));
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *out = (jail_channel){.fd = ends[0], .pid = pid};
    return EAR_OK;
}

void jail_channel_allow(jail_channel *channel, int milliseconds)
{
    channel->deadline = base_now_ms() + milliseconds;
}

/* Waits until something can be done; the other end's death counts as something. */
static jail_arrival wait_for(jail_channel *channel, short what)
{
    struct pollfd one = {.fd = channel->fd, .events = what};

    for (;;) {
        const int64_t left = channel->deadline - base_now_ms();
        const int ready = poll(&one, 1, left > 0 ? (int)left : 0);

        if (ready > 0)
            return JAIL_ARRIVED;
        if (ready == 0)
            return JAIL_LATE;
        if (errno != EINTR)
            return JAIL_GONE;
    }
}

jail_arrival jail_channel_send(jail_channel *channel, const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        const ssize_t sent = send(channel->fd, at, length, MSG_NOSIGNAL);

        if (sent >= 0) {
            at += sent;
            length -= (size_t)sent;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            const jail_arrival waited = wait_for(channel, POLLOUT);
            if (waited != JAIL_ARRIVED)
                return waited;
        } else if (errno != EINTR) {
            return JAIL_GONE;
        }
    }
    return JAIL_ARRIVED;
}

static jail_arrival read_more(jail_channel *channel)
{
    const jail_arrival waited = wait_for(channel, POLLIN);
    if (waited != JAIL_ARRIVED)
        return waited;

    char *room = base_bytes_reserve(&channel->in, READ_BYTES);
    if (!room)
        return JAIL_NO_ROOM;

    const ssize_t got = recv(channel->fd, room, READ_BYTES, 0);
    if (got > 0) {
        channel->in.length += (size_t)got;
        return JAIL_ARRIVED;
    }
    const bool again = got < 0 && (errno == EAGAIN || errno == EINTR);
    return again ? JAIL_ARRIVED : JAIL_GONE;
}

jail_arrival jail_channel_receive(jail_channel *channel, jail_frame *out)
{
    for (;;) {
        const base_bytes *in = &channel->in;
        const size_t left = in->length - channel->taken;
        const char *at = base_bytes_string(in) + channel->taken;
        const long took = jail_take_frame(out, at, left);

        if (took < 0)
            return JAIL_NONSENSE;
        if (took > 0) {
            channel->taken += (size_t)took;
            return JAIL_ARRIVED;
        }
        base_bytes_drop(&channel->in, channel->taken); /* handed out already */
        channel->taken = 0;
        const jail_arrival more = read_more(channel);
        if (more != JAIL_ARRIVED)
            return more;
    }
}

int jail_channel_close(jail_channel *channel)
{
    int status = 0;

    if (channel->pid > 0) {
        /* One that is already dying keeps its own cause of death. */
        kill(channel->pid, SIGKILL);
        while (waitpid(channel->pid, &status, 0) < 0 && errno == EINTR)
            ;
        close(channel->fd);
    }
    base_bytes_release(&channel->in);
    *channel = (jail_channel){.fd = -1};
    return status;
}
