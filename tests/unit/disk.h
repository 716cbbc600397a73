#ifndef EARSHOT_TESTS_DISK_H
#define EARSHOT_TESTS_DISK_H

/*
 * Disks that refuse. A test that is linked to earshot_disk has open, read, write, fsync,
 * rename and their like in the place of the C library's, for its own code, the engine's
 * and SQLite's, on every thread. What is synced is not: no test waits for a disk.
 */

#include <stddef.h>

/* From now on the n-th call (from 1) fails, once: a write after half of it is done,
 * because the disk is full; anything else with EIO. 0: none fails any more. */
void disk_refuse(size_t n);
/* The same for calls of one name only: "fsync". NULL: any. */
void disk_refuse_only(const char *call);
/* Calls since disk_refuse(n). */
size_t disk_asked(void);
/* Which call was refused; "": none was. */
const char *disk_refused(void);

#endif
