#include "cli/level.h"
#include "cli/open.h"
#include "cli/window.h"

#define SCREENS                                                                          \
    "home|brief|conversation|debrief|room|presenter|settings|graph|question|log|menu|"   \
    "help|end|check|simulate|welcome"

static const cli_option shot_options[] = {
    {"screen", SCREENS, "which one (conversation)", 0},
    {"moment", "ID", "begin at this moment", 0},
    {"play", "REPLIES",
     "replies given before, by their beginnings: \"Hi there, You did\"", 0},
    {"size", "WxH", "px (1280x720)", 0},
    {"theme", "paper|evening|contrast", "colours", 0},
    {"text-size", "N", "100 to 200 percent", 0},
    CLI_OPTION_LEVEL,
    {"focus", "N", "the reply that has the focus ring, from 1", 0},
    {"seed", "N", "the same chances every time (1)", 0},
    {"output", "FILE", "the picture (shot.png)", 'o'},
    CLI_OPTION_LIMITS,
    {0}};

const cli_command cli_command_shot = {
    .name = "shot",
    .argument = "PATH",
    .help = "any screen as a picture, without a display",
    .examples = "  earshot shot scripts/packs/birthday-bike -o chat.png\n"
                "  earshot shot my-pack --screen brief --theme evening --size 1920x1080\n"
                "  earshot shot my-pack --play \"Hi there, You did\" --text-size 150\n",
    .options = shot_options,
    .least = 1,
    .most = 1,
    .run = cli_window_shot,
};
