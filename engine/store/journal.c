/*
 * The journal as whoever plays sees it: lines go into a queue, a thread puts them on the
 * disk. Everything that both touch is under the lock; `file`, `first` and `going` are the
 * thread's alone from its start to its end.
 */
#include "store/journal.h"

#include "base/fail.h"
#include "store/journal_file.h"
#include "store/journal_lines.h"
#include "store/run.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct store_journal {
    /* the player's */
    size_t n; /* of the last line */
    /* the thread's */
    journal_file file;
    base_bytes first; /* how the file begins: store_line_start_rest() */
    base_bytes going; /* lines on their way */
    /* both */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    pthread_t thread;
    base_bytes queue; /* lines added since */
    uint64_t added, tried;
    ear_error trouble; /* status EAR_OK: none */
    bool told;
    bool broken; /* a line could not be made: none after it would fit */
    bool closing;
    store_run_id id;
};

/* --- the thread --------------------------------------------------------------------- */

/* The file is made with the first lines, and begins with the start. */
static ear_status make(store_journal *j, ear_error *err)
{
    base_bytes all = {0};
    ear_status status = journal_file_make(&j->file, err);

    if (status != EAR_OK)
        return status;
    store_line_start(&all, &j->first, j->file.id.text);
    base_bytes_add(&all, base_bytes_string(&j->going), j->going.length);
    if (all.failed) {
        base_bytes_release(&all);
        journal_file_unmake(&j->file);
        return base_fail_memory(err);
    }
    base_bytes_release(&j->going);
    j->going = all;
    return EAR_OK;
}

static ear_status put(store_journal *j, ear_error *err)
{
    ear_status status = EAR_OK;

    if (j->file.fd < 0)
        status = make(j, err);
    if (status == EAR_OK)
        status = journal_file_add(&j->file, &j->going, err);
    if (status == EAR_OK)
        base_bytes_clear(&j->going);
    return status;
}

/* Under the lock: what is new joins what is still on its way. False: no memory; what is
 * whole stays in the queue. */
static bool take(store_journal *j)
{
    if (j->queue.failed)
        j->broken = true;
    j->queue.failed = false;
    if (base_bytes_add(&j->going, base_bytes_string(&j->queue), j->queue.length))
        base_bytes_clear(&j->queue);
    else
        j->going.failed = false;
    return j->queue.length == 0 && !j->broken;
}

/* Under the lock. */
static void settle(store_journal *j, uint64_t upto, ear_status status,
                   const ear_error *err)
{
    j->tried = upto;
    if (j->file.named)
        j->id = j->file.id;
    if (status == EAR_OK) {
        j->told = false;
        j->trouble = (ear_error){.status = EAR_OK};
    } else if (!j->told) {
        j->trouble = *err;
    }
    pthread_cond_broadcast(&j->changed);
}

static void *work(void *user)
{
    store_journal *j = user;

    pthread_mutex_lock(&j->lock);
    for (;;) {
        ear_error err = {.status = EAR_OK};

        while (j->added == j->tried && !j->closing)
            pthread_cond_wait(&j->changed, &j->lock);
        if (j->added == j->tried)
            break;

        const uint64_t upto = j->added;
        const bool whole = take(j);
        pthread_mutex_unlock(&j->lock);
        ear_status status = j->going.length ? put(j, &err) : EAR_OK;
        if (status == EAR_OK && !whole)
            status = base_fail_memory(&err);
        pthread_mutex_lock(&j->lock);
        settle(j, upto, status, &err);
    }
    pthread_mutex_unlock(&j->lock);
    return NULL;
}

/* Signals are the playing thread's. */
static bool start_thread(store_journal *j)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const bool started = pthread_create(&j->thread, NULL, work, j) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

/* --- beginning ---------------------------------------------------------------------- */

static store_journal *make_journal(void)
{
    store_journal *j = calloc(1, sizeof *j);

    if (!j)
        return NULL;
    pthread_mutex_init(&j->lock, NULL);
    pthread_cond_init(&j->changed, NULL);
    j->file.fd = -1;
    return j;
}

static void drop(store_journal *j)
{
    if (j->file.fd >= 0 && !j->file.named)
        journal_file_unmake(&j->file); /* nothing of it could be kept */
    journal_file_close(&j->file);
    base_bytes_release(&j->first);
    base_bytes_release(&j->going);
    base_bytes_release(&j->queue);
    pthread_cond_destroy(&j->changed);
    pthread_mutex_destroy(&j->lock);
    free(j);
}

static ear_status give(store_journal **out, store_journal *j, ear_status status,
                       ear_error *err)
{
    if (status == EAR_OK && !start_thread(j))
        status = base_fail(err, EAR_E_NOMEM, "no thread can be started");
    if (status == EAR_OK)
        *out = j;
    else
        drop(j);
    return status;
}

ear_status store_journal_begin(store_journal **out, const char *folder,
                               const store_start *start, ear_error *err)
{
    store_journal *j = make_journal();
    ear_status status = EAR_OK;

    if (!j)
        return base_fail_memory(err);
    if (snprintf(j->file.folder, sizeof j->file.folder, "%s", folder) >=
        (int)sizeof j->file.folder)
        status = base_fail(err, EAR_E_IO, "the folder's name is too long");
    store_line_start_rest(&j->first, start);
    if (status == EAR_OK && j->first.failed)
        status = base_fail_memory(err);
    j->n = 1;
    return give(out, j, status, err);
}

ear_status store_journal_continue(store_journal **out, const store_run *run, size_t keep,
                                  const store_start *start, ear_error *err)
{
    store_journal *j = make_journal();
    ear_status status;

    if (!j)
        return base_fail_memory(err);
    status = journal_file_open(&j->file, run->path, (off_t)run->good, run->damaged, err);
    j->n = run->lines;
    if (keep < run->lines || start)
        store_line_again(&j->queue, ++j->n, keep, start);
    snprintf(j->file.id.text, sizeof j->file.id.text, "%s", run->id);
    j->id = j->file.id;
    if (status == EAR_OK && j->queue.failed)
        status = base_fail_memory(err);
    return give(out, j, status, err);
}

/* --- lines -------------------------------------------------------------------------- */

/* Between these two a line is added to the queue. NULL: there is no journal. */
static base_bytes *begin_line(store_journal *j)
{
    if (!j)
        return NULL;
    pthread_mutex_lock(&j->lock);
    j->n++;
    j->queue.failed |= j->broken;
    return &j->queue;
}

static void end_line(store_journal *j)
{
    j->added++;
    pthread_cond_broadcast(&j->changed);
    pthread_mutex_unlock(&j->lock);
}

void store_journal_reply(store_journal *j, const store_reply *reply)
{
    base_bytes *line = begin_line(j);

    if (!line)
        return;
    store_line_reply(line, j->n, reply);
    end_line(j);
}

void store_journal_notice(store_journal *j, uint32_t option, uint64_t hash)
{
    base_bytes *line = begin_line(j);

    if (!line)
        return;
    store_line_notice(line, j->n, option, hash);
    end_line(j);
}

void store_journal_back(store_journal *j, uint64_t hash)
{
    base_bytes *line = begin_line(j);

    if (!line)
        return;
    store_line_back(line, j->n, hash);
    end_line(j);
}

void store_journal_end(store_journal *j, const store_end *end)
{
    base_bytes *line = begin_line(j);

    if (!line)
        return;
    store_line_end(line, j->n, end);
    end_line(j);
}

void store_journal_rated(store_journal *j, uint32_t heard)
{
    base_bytes *line = begin_line(j);

    if (!line)
        return;
    store_line_rated(line, j->n, heard);
    end_line(j);
}

void store_journal_next(store_journal *j, const char *words)
{
    base_bytes *line = begin_line(j);

    if (!line)
        return;
    store_line_next(line, j->n, words);
    end_line(j);
}

/* --- waiting and the end ------------------------------------------------------------ */

bool store_journal_wait(store_journal *j, ear_error *err)
{
    bool good = true;

    if (!j)
        return true;
    pthread_mutex_lock(&j->lock);
    while (j->tried < j->added)
        pthread_cond_wait(&j->changed, &j->lock);
    if (j->trouble.status != EAR_OK && !j->told) {
        j->told = true;
        good = false;
        if (err)
            *err = j->trouble;
    }
    pthread_mutex_unlock(&j->lock);
    return good;
}

bool store_journal_idle(store_journal *j)
{
    if (!j)
        return true;
    pthread_mutex_lock(&j->lock);
    const bool idle = j->tried == j->added;
    pthread_mutex_unlock(&j->lock);
    return idle;
}

store_run_id store_journal_id(store_journal *j)
{
    store_run_id id = {""};

    if (!j)
        return id;
    pthread_mutex_lock(&j->lock);
    id = j->id;
    pthread_mutex_unlock(&j->lock);
    return id;
}

bool store_journal_close(store_journal *j, ear_error *err)
{
    if (!j)
        return true;
    pthread_mutex_lock(&j->lock);
    j->added += j->trouble.status != EAR_OK; /* one more try */
    pthread_cond_broadcast(&j->changed);
    pthread_mutex_unlock(&j->lock);
    const bool good = store_journal_wait(j, err);
    pthread_mutex_lock(&j->lock);
    j->closing = true;
    pthread_cond_broadcast(&j->changed);
    pthread_mutex_unlock(&j->lock);
    pthread_join(j->thread, NULL);
    drop(j);
    return good;
}
