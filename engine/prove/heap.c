#include "prove/heap.h"

#include "base/pages.h"

#define FIRST ((size_t)64 << 10)
#define MOST  ((size_t)4 << 20)

struct prove_piece {
    struct prove_piece *next;
    size_t bytes; /* all of it */
};

static size_t aligned(size_t bytes)
{
    return (bytes + 7) / 8 * 8;
}

/* Pieces grow, so that a small search takes little. */
static size_t next_bytes(const prove_heap *heap, size_t wanted)
{
    size_t bytes = heap->pieces ? heap->pieces->bytes * 2 : FIRST;

    if (bytes > MOST)
        bytes = MOST;
    return bytes < wanted ? wanted : bytes;
}

void *prove_heap_take(prove_heap *heap, size_t bytes)
{
    const size_t head = aligned(sizeof(struct prove_piece));

    bytes = aligned(bytes);
    if (bytes > heap->left) {
        const size_t all = next_bytes(heap, head + bytes);
        struct prove_piece *piece = base_pages_take(all);

        if (!piece)
            return NULL;
        *piece = (struct prove_piece){heap->pieces, all};
        heap->pieces = piece;
        heap->at = (char *)piece + head;
        heap->left = all - head;
    }

    void *taken = heap->at;

    heap->at += bytes;
    heap->left -= bytes;
    return taken;
}

void prove_heap_release(prove_heap *heap)
{
    while (heap->pieces) {
        struct prove_piece *piece = heap->pieces;

        heap->pieces = piece->next;
        base_pages_give(piece, piece->bytes);
    }
    *heap = (prove_heap){0};
}
