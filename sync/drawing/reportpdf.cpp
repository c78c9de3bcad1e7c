// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/reportpdf.h"

#include "sync/drawing/cairotypes.h"

#include <cairo-pdf.h>

#include <algorithm>

namespace oshaq {

namespace {

// Points, A4.
constexpr double pageWidth = 595.28;
constexpr double pageHeight = 841.89;
constexpr double margin = 48;
constexpr double rowHeight = 15;
constexpr double gap = 6;          ///< between columns
constexpr double firstShare = 1.8; ///< the first column is this much wider than the others

constexpr char titleFont[] = "Sans Bold 16";
constexpr char sectionFont[] = "Sans Bold 11";
constexpr char headerFont[] = "Sans Bold 8";
constexpr char textFont[] = "Sans 8";

class Pages
{
public:
    Pages(cairo_t *cairo, const Report &report)
        : m_cairo(cairo)
        , m_report(report)
        , m_layout(pango_cairo_create_layout(cairo))
    {
        pango_layout_set_single_paragraph_mode(m_layout.get(), TRUE);
        pango_layout_set_ellipsize(m_layout.get(), PANGO_ELLIPSIZE_END);
    }

    void print()
    {
        constexpr double width = pageWidth - 2 * margin;
        text(m_report.title, titleFont, margin, m_y, width, false);
        m_y += 26;
        text(m_report.subtitle, textFont, margin, m_y, width, false);
        m_y += 24;
        for (const ReportSection &section : m_report.sections)
            print(section);
        endPage();
    }

private:
    void print(const ReportSection &section)
    {
        // A heading does not stand alone at the foot of a page.
        if (m_y + 4 * rowHeight > pageHeight - margin)
            nextPage();
        text(section.title, sectionFont, margin, m_y, pageWidth - 2 * margin, false);
        m_y += 18;
        heading(section);
        for (const auto &row : section.rows) {
            if (m_y + rowHeight > pageHeight - margin) {
                nextPage();
                heading(section);
            }
            for (std::size_t i = 0; i < row.size(); ++i)
                cell(section, i, cellText(row[i], m_report.currency), textFont, isNumber(row[i]));
            m_y += rowHeight;
        }
        m_y += rowHeight;
    }

    static bool isNumber(const ReportCell &cell)
    {
        return cell.type != ReportCell::Type::Text && cell.type != ReportCell::Type::Empty;
    }

    void heading(const ReportSection &section)
    {
        for (qsizetype i = 0; i < section.columns.size(); ++i) {
            // A heading stands over its numbers.
            const bool right = !section.rows.empty() && isNumber(section.rows.front()[std::size_t(i)]);
            cell(section, std::size_t(i), section.columns[i], headerFont, right);
        }
        m_y += rowHeight;
        cairo_set_line_width(m_cairo, 0.5);
        cairo_move_to(m_cairo, margin, m_y - 2);
        cairo_line_to(m_cairo, pageWidth - margin, m_y - 2);
        cairo_stroke(m_cairo);
    }

    void cell(const ReportSection &section, std::size_t column, const QString &content, const char *font, bool right)
    {
        const double unit = (pageWidth - 2 * margin) / (firstShare + double(section.columns.size() - 1));
        const double left = column == 0 ? margin : margin + unit * (firstShare + double(column) - 1);
        const double width = (column == 0 ? unit * firstShare : unit) - gap;
        text(content, font, left, m_y, width, right);
    }

    void text(const QString &content, const char *font, double left, double top, double width, bool right)
    {
        if (content.isEmpty())
            return;
        PangoFontDescription *description = pango_font_description_from_string(font);
        pango_layout_set_font_description(m_layout.get(), description);
        pango_font_description_free(description);
        pango_layout_set_width(m_layout.get(), int(width * PANGO_SCALE));
        pango_layout_set_alignment(m_layout.get(), right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        const QByteArray utf8 = content.toUtf8();
        pango_layout_set_text(m_layout.get(), utf8.constData(), int(utf8.size()));
        cairo_move_to(m_cairo, left, top);
        pango_cairo_show_layout(m_cairo, m_layout.get());
    }

    void endPage()
    {
        text(QString::number(++m_pages), textFont, margin, pageHeight - margin + 12, pageWidth - 2 * margin, true);
        cairo_show_page(m_cairo);
    }

    void nextPage()
    {
        endPage();
        m_y = margin;
    }

    cairo_t *m_cairo;
    const Report &m_report;
    Layout m_layout;
    double m_y = margin;
    int m_pages = 0;
};

} // namespace

Result<QByteArray> reportPdf(const Report &report)
{
    QByteArray pdf;
    const Surface surface(cairo_pdf_surface_create_for_stream(appendBytes, &pdf, pageWidth, pageHeight));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, report.title.toUtf8().constData());
    {
        const Context cairo(cairo_create(surface.get()));
        Pages(cairo.get(), report).print();
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return Error{ErrorCode::Internal, QString::fromLatin1(cairo_status_to_string(status)), {}};
    return pdf;
}

} // namespace oshaq
