// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/reportxlsx.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <cmath>

namespace oshaq {

namespace {

/// Names and numbers of a row stand in columns of about this width.
constexpr double firstWidth = 34;
constexpr double otherWidth = 15;
/// What Excel takes as the name of a sheet, and which characters it does not.
constexpr qsizetype maxSheetName = 31;
constexpr QLatin1String notInSheetNames("[]:*?/\\");
/// What Excel takes in one cell.
constexpr qsizetype maxText = 32'767;

struct Formats
{
    lxw_format *title = nullptr;
    lxw_format *header = nullptr;
    lxw_format *money = nullptr;
    lxw_format *quantity = nullptr;
};

Formats makeFormats(lxw_workbook *workbook, const Currency &currency)
{
    Formats formats;
    formats.title = workbook_add_format(workbook);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    formats.header = workbook_add_format(workbook);
    format_set_bold(formats.header);
    format_set_bottom(formats.header, LXW_BORDER_THIN);
    formats.money = workbook_add_format(workbook);
    const QByteArray places(currency.exponent(), '0');
    format_set_num_format(formats.money, places.isEmpty() ? "#,##0" : QByteArray("#,##0." + places).constData());
    formats.quantity = workbook_add_format(workbook);
    format_set_num_format(formats.quantity, "#,##0.###");
    return formats;
}

/// A title as a sheet may be called, another one for each.
QString sheetName(const QString &title, QStringList *taken)
{
    QString clean;
    for (const QChar c : title)
        clean += notInSheetNames.contains(c) ? QChar(u' ') : c;
    QString name = clean.left(maxSheetName).trimmed();
    for (int number = 2; name.isEmpty() || taken->contains(name, Qt::CaseInsensitive); ++number) {
        const QString ending = QStringLiteral(" %1").arg(number);
        name = clean.left(maxSheetName - ending.size()).trimmed() + ending;
    }
    taken->append(name);
    return name;
}

lxw_error writeText(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format)
{
    return worksheet_write_string(sheet, row, column, text.left(maxText).toUtf8().constData(), format);
}

lxw_error writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const ReportCell &cell,
                    const Currency &currency, const Formats &formats)
{
    switch (cell.type) {
    case ReportCell::Type::Empty:
        return LXW_NO_ERROR;
    case ReportCell::Type::Text:
        return cell.text.isEmpty() ? LXW_NO_ERROR : writeText(sheet, row, column, cell.text, nullptr);
    case ReportCell::Type::Number:
        return worksheet_write_number(sheet, row, column, double(cell.number), nullptr);
    case ReportCell::Type::Money:
        // The nearest number that a spreadsheet has; it shows the exact amount up to 15 digits.
        return worksheet_write_number(sheet, row, column, double(cell.number) / std::pow(10, currency.exponent()),
                                      formats.money);
    case ReportCell::Type::Quantity:
        return worksheet_write_number(sheet, row, column, double(cell.number) / 1000, formats.quantity);
    }
    return LXW_NO_ERROR;
}

lxw_error writeSection(lxw_worksheet *sheet, const Report &report, const ReportSection &section, const Formats &formats)
{
    lxw_row_t row = 0;
    lxw_error error = writeText(sheet, row++, 0, report.title, formats.title);
    if (error == LXW_NO_ERROR)
        error = writeText(sheet, row++, 0, report.subtitle, nullptr);
    ++row;
    for (qsizetype i = 0; error == LXW_NO_ERROR && i < section.columns.size(); ++i)
        error = writeText(sheet, row, lxw_col_t(i), section.columns[i], formats.header);
    ++row;
    worksheet_freeze_panes(sheet, row, 1);
    worksheet_set_column(sheet, 0, 0, firstWidth, nullptr);
    worksheet_set_column(sheet, 1, lxw_col_t(section.columns.size()), otherWidth, nullptr);
    for (const auto &cells : section.rows) {
        for (std::size_t i = 0; error == LXW_NO_ERROR && i < cells.size(); ++i)
            error = writeCell(sheet, row, lxw_col_t(i), cells[i], report.currency, formats);
        ++row;
    }
    return error;
}

} // namespace

Result<QByteArray> reportXlsx(const Report &report)
{
    const auto failed = [](lxw_error error) {
        return Error{ErrorCode::Internal, QString::fromLatin1(lxw_strerror(error)), {}};
    };
    // The library writes to a file only; it goes with its directory.
    QTemporaryDir directory;
    if (!directory.isValid())
        return Error{ErrorCode::StorageUnavailable, directory.errorString(), {}};
    const QString path = directory.filePath(QStringLiteral("report.xlsx"));
    const QByteArray encoded = QFile::encodeName(path);
    QByteArray temporary = QFile::encodeName(directory.path());
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    lxw_workbook *workbook = workbook_new_opt(encoded.constData(), &options);
    if (!workbook)
        return failed(LXW_ERROR_MEMORY_MALLOC_FAILED);
    const Formats formats = makeFormats(workbook, report.currency);
    lxw_error error = LXW_NO_ERROR;
    QStringList names;
    for (const ReportSection &section : report.sections) {
        lxw_worksheet *sheet = workbook_add_worksheet(workbook, sheetName(section.title, &names).toUtf8().constData());
        if (error == LXW_NO_ERROR)
            error = sheet ? writeSection(sheet, report, section, formats) : LXW_ERROR_PARAMETER_VALIDATION;
    }
    // Closing frees the workbook, also after an error.
    const lxw_error closed = workbook_close(workbook);
    if (error != LXW_NO_ERROR || closed != LXW_NO_ERROR)
        return failed(error != LXW_NO_ERROR ? error : closed);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageUnavailable, file.errorString(), {}};
    return file.readAll();
}

} // namespace oshaq
