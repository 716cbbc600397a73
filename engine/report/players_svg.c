#include "report/html.h"
#include "report/players_picture.h"

static void head(base_bytes *out, const report_players *picture)
{
    base_bytes_print(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%u\" "
        "height=\"%u\" viewBox=\"0 0 %u %u\" font-family=\"Inter, 'Noto "
        "Sans', 'Open Sans', 'DejaVu Sans', sans-serif\" font-size=\"14\" "
        "fill=\"#1b2130\">\n<title>",
        picture->width, picture->height, picture->width, picture->height);
    report_html_text(out, picture->title);
    base_bytes_print(out,
                     ": how it ends, by player</title>\n"
                     "<rect width=\"%u\" height=\"%u\" fill=\"#fff\"/>\n",
                     picture->width, picture->height);
}

static void stroke(base_bytes *out, const report_stroke *it)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    static const char *const letters[] = {"", "", " font-weight=\"600\"",
                                          " font-size=\"24\" font-weight=\"600\""};

    if (it->letters == REPORT_BOX) {
        base_bytes_print(out,
                         "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" "
                         "fill=\"#%06x\"/>\n",
                         it->x, it->y, it->width, it->height, (unsigned)it->ink);
        return;
    }
    base_bytes_print(out, "<text x=\"%u\" y=\"%u\" text-anchor=\"%s\" fill=\"#%06x\"%s>",
                     it->x, it->y, anchors[it->anchor], (unsigned)it->ink,
                     letters[it->letters]);
    report_html_text(out, it->words);
    base_bytes_text(out, "</text>\n");
}

bool report_players_svg(base_bytes *out, const report_players *picture)
{
    head(out, picture);
    for (size_t i = 0; i < picture->count; i++)
        stroke(out, &picture->strokes[i]);
    base_bytes_text(out, "</svg>\n");
    return !out->failed;
}
