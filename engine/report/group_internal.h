#ifndef EARSHOT_REPORT_GROUP_INTERNAL_H
#define EARSHOT_REPORT_GROUP_INTERNAL_H

/* A group while rows come in. Private to report. */

#include "report/group.h"

/* A learner with a scenario, waiting for the second run. */
typedef struct group_pair {
    uint32_t runs;
    bool strong[2];
    int32_t ease[2];
    int64_t csat[2];
} group_pair;

typedef struct group_maker {
    report_group group; /* first: report_group_free() frees the maker */
    report_names texts; /* everything that is kept as text */
    report_names learners, ending_keys, choice_keys, option_keys, sign_keys, pair_keys;
    report_option_sum *options; /* owned */
    size_t option_count, option_room;
    group_pair *pairs; /* owned */
    size_t pair_count, pair_room;
    size_t ending_room, choice_room, sign_room;
    const report_option_sum **order; /* owned: options by choice */
    bool failed;
} group_maker;

/* The text, kept; never NULL. */
const char *group_text(group_maker *maker, const char *text);
/* group_again.c */
void group_find_again(group_maker *maker);

#endif
