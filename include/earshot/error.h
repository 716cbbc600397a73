#ifndef EARSHOT_ERROR_H
#define EARSHOT_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Every function that can fail returns an ear_status and takes an ear_error as its LAST
 * parameter; NULL: only the status is wanted. The caller owns the ear_error (usually on
 * its stack); nothing in it needs freeing, so reporting a failure never allocates and
 * never touches global or thread-local state. On success it is left as it was. A call
 * that failed has changed nothing.
 */

typedef enum ear_status {
    EAR_OK = 0,
    EAR_E_NOMEM = -1,     /* an allocation was refused */
    EAR_E_ARG = -2,       /* the caller passed something the contract forbids */
    EAR_E_STATE = -3,     /* a valid call at the wrong moment (after the outcome) */
    EAR_E_NOT_FOUND = -4, /* a named moment, reply or file does not exist */
    EAR_E_SCRIPT = -5,    /* a pack's Lua failed, or gave back what does not fit */
    EAR_E_LIMIT = -6,     /* a pack passed one of its limits */
    EAR_E_STUCK = -7,     /* the conversation leads no further: dead end, circle */
    EAR_E_FORMAT = -8,    /* bytes that are not what they should be */
    EAR_E_IO = -9,        /* a file or device refused */
} ear_status;

typedef struct ear_error {
    ear_status status;
    char message[512]; /* UTF-8, one line: which thing, what was wrong, what to do */
    char file[256];    /* where, as the author knows the file; "": there is no place */
    int line;          /* from 1; 0: there is no place */
} ear_error;

/* Stable upper-case name ("EAR_E_LIMIT"); static storage, never NULL. */
const char *ear_status_name(ear_status status);

#ifdef __cplusplus
}
#endif

#endif
