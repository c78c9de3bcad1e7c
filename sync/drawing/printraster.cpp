// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/printraster.h"

#include "sync/drawing/cairotypes.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

using Kind = PrintBlock::Kind;

/// Height of the letters in dots, 8 to a millimetre, by PrintBlock::size. What is cooked is read at arm's length, with
/// wet hands and in bad light; the number across the kitchen.
constexpr std::array<int, maxPrintSize + 1> fontDots{0, 20, 26, 34, 46, 128};
constexpr int smallestFontDots = 20;
constexpr int columnGap = 16;
constexpr int indentDots = 24;
constexpr int inversePadding = 6;
constexpr int ruleDots = 3;
constexpr int ruleMargin = 9;
constexpr int spaceDots = 14;
constexpr int lineGap = 4;
constexpr int sideMargin = 4; ///< some heads do not reach the last dots
constexpr int numberMargin = 14;
constexpr int dotsPerInch = 203;
constexpr int blackFrom = 128;
/// Longer than any text that we take, shorter than what Cairo can draw.
constexpr int maxBlockDots = 16'000;

/// One text where it goes within its block.
struct Placed
{
    Layout layout;
    int x = 0;
    int y = 0;
};

PangoAlignment alignmentOf(PrintBlock::Align align)
{
    switch (align) {
    case PrintBlock::Align::Left:
        return PANGO_ALIGN_LEFT;
    case PrintBlock::Align::Center:
        return PANGO_ALIGN_CENTER;
    case PrintBlock::Align::Right:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

class Plotter
{
public:
    explicit Plotter(int width)
        : m_scratch(cairo_image_surface_create(CAIRO_FORMAT_A8, 8, 8))
        , m_measure(cairo_create(m_scratch.get()))
    {
        m_raster.width = width;
    }

    void add(const PrintBlock &block)
    {
        switch (block.kind) {
        case Kind::Text:
            addText(block);
            break;
        case Kind::Columns:
            addColumns(block);
            break;
        case Kind::Item:
            addItem(block);
            break;
        case Kind::Rule:
            addRule();
            break;
        case Kind::Space:
            addBlank(block.size * spaceDots);
            break;
        case Kind::Cut:
        case Kind::Drawer:
            break;
        }
    }

    PrintRaster take() { return std::move(m_raster); }

private:
    Layout layoutOf(const QString &text, const PrintBlock &block, int dots)
    {
        Layout layout(pango_cairo_create_layout(m_measure.get()));
        PangoFontDescription *font = pango_font_description_new();
        pango_font_description_set_family_static(font, "Noto Sans,Sans");
        pango_font_description_set_absolute_size(font, double(dots) * PANGO_SCALE);
        pango_font_description_set_weight(font, block.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        cairo_font_options_t *options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
        pango_cairo_context_set_font_options(pango_layout_get_context(layout.get()), options);
        cairo_font_options_destroy(options);
        pango_layout_context_changed(layout.get());
        if (block.struck) {
            PangoAttrList *attributes = pango_attr_list_new();
            pango_attr_list_insert(attributes, pango_attr_strikethrough_new(TRUE));
            pango_layout_set_attributes(layout.get(), attributes);
            pango_attr_list_unref(attributes);
        }
        const QByteArray utf8 = text.toUtf8();
        pango_layout_set_text(layout.get(), utf8.constData(), int(utf8.size()));
        return layout;
    }

    static void wrap(PangoLayout *layout, int width, PrintBlock::Align align = PrintBlock::Align::Left)
    {
        pango_layout_set_width(layout, std::max(width, 8) * PANGO_SCALE);
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout, alignmentOf(align));
    }

    static int widthOf(PangoLayout *layout)
    {
        int width = 0;
        pango_layout_get_pixel_size(layout, &width, nullptr);
        return width;
    }

    static int heightOf(PangoLayout *layout)
    {
        int height = 0;
        pango_layout_get_pixel_size(layout, nullptr, &height);
        return height;
    }

    static int dotsOf(const PrintBlock &block)
    {
        return fontDots[std::size_t(std::clamp(block.size, 1, maxPrintSize))];
    }

    void addText(const PrintBlock &block)
    {
        const int padding = block.inverse ? inversePadding : 0;
        const int left = block.indent * indentDots + padding + sideMargin;
        const int room = m_raster.width - left - padding - sideMargin;
        Layout layout = layoutOf(block.text, block, dotsOf(block));
        // The number is called out as one word: it grows smaller rather than break.
        for (int dots = dotsOf(block);
             block.size == maxPrintSize && widthOf(layout.get()) > room && dots > smallestFontDots;)
            layout = layoutOf(block.text, block, dots -= 4);
        wrap(layout.get(), room, block.align);
        std::vector<Placed> placed;
        int height = heightOf(layout.get()) + 2 * padding;
        int top = padding;
        if (block.size == maxPrintSize) {
            // Letters this large have half a line of nothing around them; paper is not for nothing.
            PangoRectangle inked{};
            pango_layout_get_pixel_extents(layout.get(), &inked, nullptr);
            height = inked.height + 2 * numberMargin;
            top = numberMargin - inked.y;
        }
        placed.push_back({std::move(layout), left, top});
        draw(placed, height, block.inverse);
    }

    void addColumns(const PrintBlock &block)
    {
        Layout right = layoutOf(block.side, block, dotsOf(block));
        const int full = m_raster.width - 2 * sideMargin;
        const int widest = full * 3 / 5;
        if (widthOf(right.get()) > widest)
            wrap(right.get(), widest, PrintBlock::Align::Right);
        const int rightWidth = std::min(widthOf(right.get()), widest);
        Layout left = layoutOf(block.text, block, dotsOf(block));
        wrap(left.get(), full - rightWidth - columnGap);
        const int height = std::max(heightOf(left.get()), heightOf(right.get()));
        // The amount stands beside the last line of what it is for.
        const int rightTop = heightOf(left.get()) > heightOf(right.get()) ? height - heightOf(right.get()) : 0;
        std::vector<Placed> placed;
        placed.push_back({std::move(left), sideMargin, 0});
        placed.push_back({std::move(right), sideMargin + full - rightWidth, rightTop});
        draw(placed, height, block.inverse);
    }

    void addItem(const PrintBlock &block)
    {
        PrintBlock plainBlock = block;
        plainBlock.struck = false;
        Layout quantity = layoutOf(block.side, plainBlock, dotsOf(block));
        const int gutter = std::max(widthOf(quantity.get()), dotsOf(block) * 3 / 4) + columnGap;
        Layout name = layoutOf(block.text, block, dotsOf(block));
        wrap(name.get(), m_raster.width - 2 * sideMargin - gutter);
        const int height = std::max(heightOf(name.get()), heightOf(quantity.get()));
        std::vector<Placed> placed;
        placed.push_back({std::move(quantity), sideMargin, 0});
        placed.push_back({std::move(name), sideMargin + gutter, 0});
        draw(placed, height, block.inverse);
    }

    void addBlank(int rows)
    {
        m_raster.bits.append(qsizetype(rows) * (m_raster.width / 8), '\0');
        m_raster.height += rows;
    }

    void addRule()
    {
        addBlank(ruleMargin);
        m_raster.bits.append(qsizetype(ruleDots) * (m_raster.width / 8), '\xff');
        m_raster.height += ruleDots;
        addBlank(ruleMargin);
    }

    void draw(const std::vector<Placed> &texts, int height, bool inverse)
    {
        height = std::clamp(height, 1, maxBlockDots);
        const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, m_raster.width, height));
        {
            const Context cairo(cairo_create(surface.get()));
            if (inverse) {
                cairo_paint(cairo.get());
                cairo_set_operator(cairo.get(), CAIRO_OPERATOR_DEST_OUT);
            }
            for (const Placed &one : texts) {
                pango_cairo_update_layout(cairo.get(), one.layout.get());
                cairo_move_to(cairo.get(), one.x, one.y);
                pango_cairo_show_layout(cairo.get(), one.layout.get());
            }
        }
        cairo_surface_flush(surface.get());
        const unsigned char *data = cairo_image_surface_get_data(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        QByteArray rows(qsizetype(height) * (m_raster.width / 8), '\0');
        for (int y = 0; data && y < height; ++y) {
            const unsigned char *from = data + qsizetype(y) * stride;
            char *to = rows.data() + qsizetype(y) * (m_raster.width / 8);
            for (int x = 0; x < m_raster.width; ++x) {
                if (from[x] >= blackFrom)
                    to[x / 8] = char(static_cast<unsigned char>(to[x / 8]) | (0x80U >> (x % 8)));
            }
        }
        m_raster.bits += rows;
        m_raster.height += height;
        addBlank(lineGap);
    }

    const Surface m_scratch;
    const Context m_measure;
    PrintRaster m_raster;
};

/// The dots on a surface that Cairo can write: white paper, black dots.
Surface surfaceOf(const PrintRaster &raster)
{
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.width, std::max(raster.height, 1)));
    unsigned char *data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; data && y < std::max(raster.height, 1); ++y) {
        unsigned char *row = data + qsizetype(y) * stride;
        for (int x = 0; x < raster.width; ++x)
            std::fill_n(row + qsizetype(x) * 4, 4, y < raster.height && raster.isBlack(x, y) ? 0x00 : 0xff);
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

} // namespace

Result<PrintRaster> printRaster(const PrintDocument &document, int width)
{
    Plotter plotter(width / 8 * 8);
    for (const PrintBlock &block : document.blocks)
        plotter.add(block);
    return plotter.take();
}

Result<QByteArray> rasterPng(const PrintRaster &raster)
{
    QByteArray png;
    const Surface surface = surfaceOf(raster);
    cairo_surface_write_to_png_stream(surface.get(), appendBytes, &png);
    return png;
}

Result<QByteArray> rasterPdf(const PrintRaster &raster)
{
    QByteArray pdf;
    constexpr double pointsPerDot = 72.0 / dotsPerInch;
    const Surface page(cairo_pdf_surface_create_for_stream(appendBytes, &pdf, raster.width * pointsPerDot,
                                                           std::max(raster.height, 1) * pointsPerDot));
    {
        const Surface picture = surfaceOf(raster);
        const Context cairo(cairo_create(page.get()));
        cairo_scale(cairo.get(), pointsPerDot, pointsPerDot);
        cairo_set_source_surface(cairo.get(), picture.get(), 0, 0);
        // Dots stay dots.
        cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_NEAREST);
        cairo_paint(cairo.get());
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(page.get());
    return pdf;
}

} // namespace oshaq
