#ifndef EARSHOT_PROVE_HEAP_H
#define EARSHOT_PROVE_HEAP_H

/* What one thread keeps until a search is released, in large pieces: many small lists of
 * many threads ask the machine for memory a few times only. Private to prove. */

#include <stddef.h>

/* Zeroed is empty. */
typedef struct prove_heap {
    struct prove_piece *pieces; /* owned */
    char *at;                   /* what is free of the newest */
    size_t left;
} prove_heap;

/* Not zeroed, for anything up to 8 bytes wide; NULL: out of memory. */
void *prove_heap_take(prove_heap *heap, size_t bytes);
void prove_heap_release(prove_heap *heap);

#endif
