// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq {

/// Something that is wrong at one place of a file.
struct FileProblem
{
    int line = 0;   ///< from 1, as an editor counts; 0: the file as a whole
    QString column; ///< name of the column, or its number where there is no name; may be empty
    QString reason;

    bool operator==(const FileProblem &) const = default;
};

/// "menu.csv:12: price: ...", for people.
QString problemText(const QString &fileName, const FileProblem &problem);

struct CsvRow
{
    int line = 0; ///< where the row begins
    QStringList fields;
};

/// A file with a header row. Only rows that are sound and as wide as the header are in `rows`; all others are in
/// `problems`.
struct CsvTable
{
    QStringList header;
    std::vector<CsvRow> rows;
    std::vector<FileProblem> problems;
    bool problemsCut = false; ///< there were more than `CsvOptions::maxProblems`
};

struct CsvOptions
{
    char delimiter = ',';
    qsizetype maxFieldBytes = 64 * 1024;
    qsizetype maxColumns = 1000;
    std::size_t maxProblems = 10'000;
};

/// Strict RFC 4180 over UTF-8 with or without a byte order mark; rows end with LF or CRLF, also inside quotes. Blank
/// lines are skipped. Refused, with a place: bytes that are not UTF-8, NUL, a quote inside an unquoted field, text
/// behind a closing quote, a quote that is never closed, a lone carriage return, fields that are too long, rows of
/// another width. Never throws; needs time and memory in proportion to the input.
CsvTable parseCsv(const QByteArray &bytes, const CsvOptions &options = {});

/// What a person saved from a spreadsheet program: bytes that are not UTF-8 are read as windows-1251, in which those of
/// Russian and Kazakh systems save, and the columns are separated by what the first line has most of: commas,
/// semicolons or tabs.
CsvTable parseSpreadsheet(const QByteArray &bytes);

/// Reads a file of at most `maxBytes`; ".tsv" and ".tab" are tab-separated. `encoding`: as iconv calls it; empty:
/// UTF-8. A file that cannot be read is a problem of line 0.
CsvTable readCsvFile(const QString &path, qint64 maxBytes, const QString &encoding = {});

/// Goes before the first row of a file that is meant for spreadsheets, which otherwise read it in the system's old code
/// page.
inline constexpr char csvByteOrderMark[] = "\xEF\xBB\xBF";

/// Appends one row of RFC 4180, UTF-8, ended by CRLF. Texts that a spreadsheet would run as a formula go through
/// csvSafe(); quotes stand only where they are needed.
void writeCsvRow(QByteArray &out, const QStringList &fields, char delimiter = ',');

/// A text that begins with = + - @, a tab or a line end (or their full-width forms) gets an apostrophe in front, so
/// that a spreadsheet shows it instead of running it. Plain negative numbers stay: they are no formula, and sums need
/// them.
QString csvSafe(const QString &text);
/// Takes back what csvSafe() put in front.
QString csvUnsafe(const QString &text);

} // namespace oshaq
