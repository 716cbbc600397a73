#include "model/terms.h"

const char *const model_channel_terms[] = {
    [MODEL_CHAT] = "chat",
    [MODEL_PHONE] = "phone",
    [MODEL_IN_PERSON] = "in-person",
    [MODEL_CHANNEL_NONE] = NULL,
};

const char *const model_rating_terms[] = {
    [MODEL_WEAK] = "weak",
    [MODEL_MIXED] = "mixed",
    [MODEL_STRONG] = "strong",
    [MODEL_RATINGS] = NULL,
};

const char *const model_shows_terms[] = {
    [MODEL_SHOWS_NOTHING] = "nothing", [MODEL_SHOWS_TENSION] = "tension",
    [MODEL_SHOWS_WARMTH] = "warmth",   [MODEL_SHOWS_ENGAGEMENT] = "engagement",
    [MODEL_SHOWS_COUNT] = NULL,
};

const char *const model_pick_terms[] = {
    [MODEL_CYCLE] = "cycle", [MODEL_ONCE] = "once", [MODEL_SHUFFLE] = "shuffle",
    [MODEL_FIRST] = "first", [MODEL_PICKS] = NULL,
};
