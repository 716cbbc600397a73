#ifndef EARSHOT_MODEL_SECTIONS_H
#define EARSHOT_MODEL_SECTIONS_H

/*
 * The sections of an image, once: X(section, member of ear_scenario, record). Sizes,
 * alignment and the pointers of an opened scenario all follow from this list.
 */
#define MODEL_SECTION_LIST(X)                                                            \
    X(MODEL_S_INFO, info, model_info)                                                    \
    X(MODEL_S_FILES, files, model_text)                                                  \
    X(MODEL_S_SPEAKERS, speakers, model_speaker)                                         \
    X(MODEL_S_METERS, meters, model_meter)                                               \
    X(MODEL_S_FLAGS, flags, model_flag)                                                  \
    X(MODEL_S_SKILLS, skills, model_skill)                                               \
    X(MODEL_S_INTENTS, intents, model_intent)                                            \
    X(MODEL_S_RULES, rules, model_rule)                                                  \
    X(MODEL_S_KPIS, kpis, model_kpi)                                                     \
    X(MODEL_S_STEPS, steps, model_step)                                                  \
    X(MODEL_S_MOMENTS, moments, model_moment)                                            \
    X(MODEL_S_STATEMENTS, statements, model_statement)                                   \
    X(MODEL_S_LINES, lines, model_line)                                                  \
    X(MODEL_S_CUES, cues, model_cue)                                                     \
    X(MODEL_S_INFOS, infos, model_information)                                           \
    X(MODEL_S_NOTICES, notices, model_notice)                                            \
    X(MODEL_S_REPLIES, replies, model_reply)                                             \
    X(MODEL_S_DETAILS, details, model_detail)                                            \
    X(MODEL_S_EFFECTS, effects, model_effect)                                            \
    X(MODEL_S_SETS, sets, model_set)                                                     \
    X(MODEL_S_MOODS, moods, model_mood)                                                  \
    X(MODEL_S_POINTS, points, model_points)                                              \
    X(MODEL_S_WORDS, words, model_words)                                                 \
    X(MODEL_S_PIECES, pieces, model_piece)                                               \
    X(MODEL_S_ROWS, rows, model_text)                                                    \
    X(MODEL_S_CELLS, cells, model_cell)                                                  \
    X(MODEL_S_SCREEN, screen, model_range)                                               \
    X(MODEL_S_REFLECTS, reflects, model_words)                                           \
    X(MODEL_S_TESTS, tests, model_test)                                                  \
    X(MODEL_S_CONDITIONS, conditions, model_condition)                                   \
    X(MODEL_S_RENAMED, renamed, model_renamed)                                           \
    X(MODEL_S_TEXTS, texts, model_text)                                                  \
    X(MODEL_S_INDEXES, indexes, uint32_t)                                                \
    X(MODEL_S_PAIRS, pairs, model_pair)                                                  \
    X(MODEL_S_IDS, ids, model_id)                                                        \
    X(MODEL_S_NUMBERS, numbers, base_number)                                             \
    X(MODEL_S_CODE, code, uint32_t)                                                      \
    X(MODEL_S_TEXT, text, char)

#define MODEL_SECTION_ALIGN 8u

#endif
