#ifndef EARSHOT_STORE_JOURNAL_FILE_H
#define EARSHOT_STORE_JOURNAL_FILE_H

/* The file under a journal: made, locked, and added to so that what is there is safe. */

#include "base/bytes.h"
#include "store/file.h"
#include "store/journal.h"

typedef struct journal_file {
    char folder[STORE_PATH_MOST];
    char path[STORE_PATH_MOST]; /* "" until it has a name */
    store_run_id id;
    int fd;     /* -1: not open yet */
    off_t safe; /* bytes that are on the disk for certain */
    bool named; /* its name in the folder is, too */
} journal_file;

/* The name for a run that begins now: later than every other in the folder. */
ear_status journal_file_name(journal_file *file, ear_error *err);
/* Makes it, and locks it for this program. */
ear_status journal_file_make(journal_file *file, ear_error *err);
/* Takes it away again: nothing was put into it. */
void journal_file_unmake(journal_file *file);
/* Opens one that is there, of which `good` bytes hold. What comes after them is cut off;
 * `damaged`: kept beside it first. EAR_E_STATE: another program has it. */
ear_status journal_file_open(journal_file *file, const char *path, off_t good,
                             bool damaged, ear_error *err);
/* Writes behind what is safe, and makes it safe. */
ear_status journal_file_add(journal_file *file, const base_bytes *lines, ear_error *err);
void journal_file_close(journal_file *file);

#endif
