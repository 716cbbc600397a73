#ifndef EARSHOT_JAIL_SEAL_H
#define EARSHOT_JAIL_SEAL_H

#include <stddef.h>
#include <stdint.h>

/* What of the seal holds; old kernels lack some of it. */
typedef enum jail_seal_bits {
    JAIL_SEAL_LIMITS = 1,    /* RLIMIT_AS CPU FSIZE NPROC NOFILE CORE */
    JAIL_SEAL_PARENT = 2,    /* dies with the thread that started it */
    JAIL_SEAL_PRIVILEGE = 4, /* no new privileges */
    JAIL_SEAL_FILES = 8,     /* Landlock: no file, no socket */
    JAIL_SEAL_CALLS = 16,    /* seccomp: ten calls, anything else is the end */
    JAIL_SEAL_ALL = 31
} jail_seal_bits;

typedef struct jail_seal_limits {
    size_t memory;        /* bytes of address space; 0: as it is */
    unsigned cpu_seconds; /* of the whole process */
} jail_seal_limits;

/*
 * Closes this process for good: afterwards it can read descriptor 0, write descriptor 1,
 * ask for memory, set its timer and end. A kernel that lacks a part of it leaves that
 * part out; returns the jail_seal_bits that hold. Only for the helper's main().
 */
uint32_t jail_seal(const jail_seal_limits *limits);

/* Closes every descriptor above 2, whatever the engine had open. */
void jail_close_inherited(void);

#endif
