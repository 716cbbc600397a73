#include "sdl/watch.h"
#include "base/fail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define PADS        16
#define QUIET_MS    60  /* of quiet that end a burst of changes */
#define PAD_WAIT_MS 400 /* until a new device may be opened */
#define DEVICES     "/dev/input"
#define CHANGES     (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE)

typedef struct watched {
    int folder; /* inotify's number */
    char *name;
} watched;

struct sdl_watch {
    pthread_t thread;
    void (*tell)(void *user, sdl_news news);
    void *user;
    int inotify, signals;
    int stop[2]; /* a byte ends the thread; another byte makes it look again */
    int devices; /* inotify's number of the folder of devices; -1 */
    sigset_t before;
    pthread_mutex_t lock; /* over what follows */
    watched *files;
    size_t count;
    int pads[PADS];
    int pad_count;
};

bool sdl_watch_sees_pads(void)
{
    DIR *dir = opendir(DEVICES);
    struct dirent *entry;
    bool found = false;

    while (dir && !found && (entry = readdir(dir)))
        found = strncmp(entry->d_name, "js", 2) == 0;
    if (dir)
        closedir(dir);
    return found;
}

static bool is_watched(sdl_watch *w, const struct inotify_event *event)
{
    bool found = false;

    pthread_mutex_lock(&w->lock);
    for (size_t i = 0; i < w->count && !found && event->len; i++)
        found =
            w->files[i].folder == event->wd && strcmp(w->files[i].name, event->name) == 0;
    pthread_mutex_unlock(&w->lock);
    return found;
}

/* Adds to *files, *pads what the changes that are waiting mean. */
static void read_changes(sdl_watch *w, bool *files, bool *pads)
{
    _Alignas(struct inotify_event) char room[4096];
    ssize_t n;

    while ((n = read(w->inotify, room, sizeof room)) > 0)
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *e =
                (const struct inotify_event *)(const void *)(room + at);
            if (e->wd == w->devices && e->len && strncmp(e->name, "js", 2) == 0)
                *pads = true;
            else if (is_watched(w, e))
                *files = true;
            at += (ssize_t)sizeof *e + (ssize_t)e->len;
        }
}

/* What a device says is read by SDL; here it is only thrown away. A device that is gone
 * is forgotten. */
static void read_pad(sdl_watch *w, int device)
{
    char room[1024];
    ssize_t n;

    do
        n = read(device, room, sizeof room);
    while (n == (ssize_t)sizeof room);
    if (n >= 0 || errno == EAGAIN)
        return;
    pthread_mutex_lock(&w->lock);
    for (int i = 0; i < w->pad_count; i++)
        if (w->pads[i] == device) {
            close(device);
            w->pads[i] = w->pads[--w->pad_count];
            break;
        }
    pthread_mutex_unlock(&w->lock);
}

static int list_polls(sdl_watch *w, struct pollfd *polls)
{
    int n = 3;

    polls[0] = (struct pollfd){w->stop[0], POLLIN, 0};
    polls[1] = (struct pollfd){w->inotify, POLLIN, 0};
    polls[2] = (struct pollfd){w->signals, POLLIN, 0};
    pthread_mutex_lock(&w->lock);
    for (int i = 0; i < w->pad_count; i++)
        polls[n++] = (struct pollfd){w->pads[i], POLLIN, 0};
    pthread_mutex_unlock(&w->lock);
    return n;
}

/* False: the thread is to end. */
static bool read_orders(sdl_watch *w)
{
    char order = 0;

    return read(w->stop[0], &order, 1) != 1 || order != 'x';
}

static void read_signal(sdl_watch *w)
{
    struct signalfd_siginfo info;

    if (read(w->signals, &info, sizeof info) == (ssize_t)sizeof info)
        w->tell(w->user, SDL_NEWS_SIGNAL);
}

typedef struct pending {
    bool files, pads;
} pending;

/* One sleep and what woke it. False: the thread is to end. */
static bool wait_once(sdl_watch *w, pending *p)
{
    struct pollfd polls[3 + PADS];
    const int count = list_polls(w, polls);
    const int wait = p->pads ? PAD_WAIT_MS : p->files ? QUIET_MS : -1;
    const int ready = poll(polls, (nfds_t)count, wait);

    if (ready == 0) {
        if (p->files)
            w->tell(w->user, SDL_NEWS_FILES);
        if (p->pads)
            w->tell(w->user, SDL_NEWS_PADS);
        *p = (pending){false, false};
        return true;
    }
    if (polls[0].revents && !read_orders(w))
        return false;
    if (polls[1].revents)
        read_changes(w, &p->files, &p->pads);
    if (polls[2].revents)
        read_signal(w);
    for (int i = 3; i < count; i++)
        if (polls[i].revents) {
            read_pad(w, polls[i].fd);
            w->tell(w->user, SDL_NEWS_PADS);
        }
    return true;
}

static void *run(void *arg)
{
    sdl_watch *w = arg;
    pending p = {false, false};

    while (wait_once(w, &p)) {
    }
    return NULL;
}

static void release(sdl_watch *w)
{
    for (size_t i = 0; i < w->count; i++)
        free(w->files[i].name);
    free(w->files);
    for (int i = 0; i < w->pad_count; i++)
        close(w->pads[i]);
    if (w->inotify >= 0)
        close(w->inotify);
    if (w->signals >= 0)
        close(w->signals);
    for (int i = 0; i < 2; i++)
        if (w->stop[i] >= 0)
            close(w->stop[i]);
    pthread_sigmask(SIG_SETMASK, &w->before, NULL);
    pthread_mutex_destroy(&w->lock);
    free(w);
}

static bool open_all(sdl_watch *w)
{
    sigset_t ours;

    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ours, &w->before);
    w->signals = signalfd(-1, &ours, SFD_NONBLOCK | SFD_CLOEXEC);
    w->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (w->signals < 0 || w->inotify < 0 || pipe(w->stop))
        return false;
    fcntl(w->stop[0], F_SETFD, FD_CLOEXEC);
    fcntl(w->stop[1], F_SETFD, FD_CLOEXEC);
    w->devices = inotify_add_watch(w->inotify, DEVICES, IN_CREATE);
    return true;
}

ear_status sdl_watch_start(sdl_watch **out, void (*tell)(void *user, sdl_news news),
                           void *user, ear_error *err)
{
    sdl_watch *w = calloc(1, sizeof *w);

    if (!w)
        return base_fail_memory(err);
    w->tell = tell;
    w->user = user;
    w->inotify = w->signals = w->stop[0] = w->stop[1] = -1;
    pthread_mutex_init(&w->lock, NULL);
    if (!open_all(w) || pthread_create(&w->thread, NULL, run, w)) {
        release(w);
        return base_fail(err, EAR_E_IO,
                         "the watcher of files and signals does not start");
    }
    *out = w;
    return EAR_OK;
}

static void order(sdl_watch *w, char what)
{
    if (write(w->stop[1], &what, 1) != 1)
        return; /* full: the thread is about to look anyway */
}

void sdl_watch_stop(sdl_watch *watch)
{
    if (!watch)
        return;
    order(watch, 'x');
    pthread_join(watch->thread, NULL);
    release(watch);
}

static bool add_file(sdl_watch *w, const char *path)
{
    const char *slash = strrchr(path, '/');
    char folder[4096];
    watched *more;
    watched file;

    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path + 1) : 1,
             slash ? path : ".");
    file.folder = inotify_add_watch(w->inotify, folder, CHANGES);
    if (file.folder < 0)
        return true;
    file.name = strdup(slash ? slash + 1 : path);
    more = realloc(w->files, (w->count + 1) * sizeof *more);
    if (more)
        w->files = more;
    if (!more || !file.name) {
        free(file.name);
        return false;
    }
    w->files[w->count++] = file;
    return true;
}

bool sdl_watch_files(sdl_watch *watch, const char *const *paths)
{
    bool ok = true;

    pthread_mutex_lock(&watch->lock);
    for (size_t i = 0; i < watch->count; i++) {
        inotify_rm_watch(watch->inotify, watch->files[i].folder);
        free(watch->files[i].name);
    }
    watch->count = 0;
    for (; ok && paths && *paths; paths++)
        ok = add_file(watch, *paths);
    pthread_mutex_unlock(&watch->lock);
    return ok;
}

void sdl_watch_pad(sdl_watch *watch, const char *device)
{
    const int fd = device ? open(device, O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1;

    if (fd < 0)
        return;
    pthread_mutex_lock(&watch->lock);
    if (watch->pad_count < PADS)
        watch->pads[watch->pad_count++] = fd;
    else
        close(fd);
    pthread_mutex_unlock(&watch->lock);
    order(watch, 'l');
}
