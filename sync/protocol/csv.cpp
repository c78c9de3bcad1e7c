// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/csv.h"

#include "models/domain/result.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <array>

#include <iconv.h>

namespace oshaq {

namespace {

/// Splits bytes into rows. Every problem is noted and reading goes on behind it, so that one run shows all of them.
class CsvScanner
{
public:
    CsvScanner(const QByteArray &bytes, const CsvOptions &options)
        : m_bytes(bytes)
        , m_options(options)
    {}

    CsvTable scan()
    {
        if (m_bytes.startsWith("\xFF\xFE") || m_bytes.startsWith("\xFE\xFF")) {
            wholeFile(QStringLiteral("The file is UTF-16; save it as UTF-8."));
            return std::move(m_table);
        }
        if (m_bytes.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        while (m_at < m_bytes.size())
            scanRow();
        if (!m_hasHeader)
            wholeFile(QStringLiteral("The file is empty; its first line must name the columns."));
        return std::move(m_table);
    }

private:
    void wholeFile(const QString &reason) { m_table.problems.push_back({0, {}, reason}); }

    QString columnName(qsizetype index) const
    {
        if (index < m_table.header.size() && !m_table.header.at(index).isEmpty())
            return m_table.header.at(index);
        return QString::number(index + 1);
    }

    void problem(int line, qsizetype column, const QString &reason)
    {
        m_rowSound = false;
        if (m_table.problems.size() >= m_options.maxProblems)
            m_table.problemsCut = true;
        else
            m_table.problems.push_back({line, columnName(column), reason});
    }

    void scanRow()
    {
        m_rowSound = true;
        const int firstLine = m_line;
        QStringList fields;
        qsizetype count = 0;
        bool blank = true;
        bool more = true;
        while (more) {
            const int line = m_line;
            bool quoted = false;
            const QByteArray raw = scanField(count, &quoted, &more);
            blank = blank && !more && count == 0 && raw.isEmpty() && !quoted;
            if (count < m_options.maxColumns)
                fields.append(decoded(raw, line, count));
            ++count;
        }
        if (blank && m_rowSound)
            return;
        if (count > m_options.maxColumns)
            problem(firstLine, m_options.maxColumns, QStringLiteral("More than %1 columns.").arg(m_options.maxColumns));
        if (!m_hasHeader) {
            m_hasHeader = true;
            m_table.header = fields;
            m_width = count;
            return;
        }
        if (count != m_width) {
            problem(firstLine, std::min(count, m_width),
                    QStringLiteral("The row has %1 fields, the first line has %2.").arg(count).arg(m_width));
        }
        if (m_rowSound)
            m_table.rows.push_back({firstLine, std::move(fields)});
    }

    QString decoded(const QByteArray &raw, int line, qsizetype column)
    {
        if (raw.contains('\0'))
            problem(line, column, QStringLiteral("The field contains a NUL byte."));
        QStringDecoder decoder(QStringDecoder::Utf8,
                               QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        QString text = decoder.decode(raw);
        if (decoder.hasError()) {
            problem(line, column, QStringLiteral("The field is not UTF-8; save the file as UTF-8."));
            return {};
        }
        return text;
    }

    /// One field; consumes the delimiter or the end of the row behind it.
    QByteArray scanField(qsizetype column, bool *quoted, bool *more)
    {
        QByteArray field;
        if (m_at < m_bytes.size() && m_bytes.at(m_at) == '"') {
            *quoted = true;
            field = scanQuoted(column);
        }
        const int line = m_line;
        const qsizetype begin = m_at;
        bool strayQuote = false;
        bool strayReturn = false;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes.at(m_at);
            if (c == m_options.delimiter || c == '\n')
                break;
            if (c == '\r') {
                if (m_at + 1 == m_bytes.size() || m_bytes.at(m_at + 1) == '\n')
                    break;
                strayReturn = true;
            }
            strayQuote |= c == '"';
            ++m_at;
        }
        const qsizetype length = m_at - begin;
        if (*quoted && length > 0)
            problem(line, column, QStringLiteral("There is text behind the closing quote."));
        else if (strayQuote)
            problem(line, column, QStringLiteral("There is a quote inside a field that does not begin with one."));
        if (strayReturn)
            problem(line, column, QStringLiteral("There is a carriage return without a line feed."));
        if (!*quoted)
            field = limited(m_bytes.sliced(begin, length), line, column);
        endField(more);
        return field;
    }

    void endField(bool *more)
    {
        *more = false;
        if (m_at >= m_bytes.size())
            return;
        if (m_bytes.at(m_at) == m_options.delimiter) {
            ++m_at;
            *more = true;
            return;
        }
        if (m_bytes.at(m_at) == '\r')
            ++m_at;
        if (m_at < m_bytes.size() && m_bytes.at(m_at) == '\n')
            ++m_at;
        ++m_line;
    }

    QByteArray scanQuoted(qsizetype column)
    {
        const int firstLine = m_line;
        QByteArray field;
        ++m_at;
        while (true) {
            const qsizetype quote = m_bytes.indexOf('"', m_at);
            const qsizetype end = quote < 0 ? m_bytes.size() : quote;
            m_line += int(QByteArrayView(m_bytes).sliced(m_at, end - m_at).count('\n'));
            field.append(m_bytes.constData() + m_at, end - m_at);
            m_at = end;
            if (quote < 0) {
                problem(firstLine, column, QStringLiteral("The quote is never closed."));
                return {};
            }
            ++m_at;
            if (m_at >= m_bytes.size() || m_bytes.at(m_at) != '"')
                break;
            field.append('"');
            ++m_at;
        }
        return limited(field, firstLine, column);
    }

    QByteArray limited(const QByteArray &field, int line, qsizetype column)
    {
        if (field.size() <= m_options.maxFieldBytes)
            return field;
        problem(line, column, QStringLiteral("The field is longer than %1 bytes.").arg(m_options.maxFieldBytes));
        return {};
    }

    const QByteArray &m_bytes;
    const CsvOptions &m_options;
    CsvTable m_table;
    qsizetype m_at = 0;
    qsizetype m_width = 0;
    int m_line = 1;
    bool m_hasHeader = false;
    bool m_rowSound = true;
};

/// What a spreadsheet takes for the beginning of a formula; the full-width forms count in East Asian settings.
bool beginsFormula(QChar c)
{
    switch (c.unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
        return true;
    default:
        return false;
    }
}

/// The first character behind any apostrophes begins a formula. Those behind apostrophes count too, so that putting one
/// in front can always be taken back.
bool isGuarded(const QString &text, qsizetype from)
{
    while (from < text.size() && text.at(from) == u'\'')
        ++from;
    return from < text.size() && beginsFormula(text.at(from));
}

/// "-12.5"
bool isNegativeNumber(const QString &text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.size() < 2 || text.at(0) != u'-' || !isDigit(text.at(1)) || !isDigit(text.back()))
        return false;
    const auto rest = QStringView(text).sliced(1);
    return rest.count(u'.') <= 1 &&
           std::all_of(rest.begin(), rest.end(), [&](QChar c) { return isDigit(c) || c == u'.'; });
}

} // namespace

QString problemText(const QString &fileName, const FileProblem &problem)
{
    QString text = fileName;
    if (problem.line > 0)
        text += QStringLiteral(":%1").arg(problem.line);
    if (!problem.column.isEmpty())
        text += QStringLiteral(": %1").arg(problem.column);
    return text + QStringLiteral(": ") + problem.reason;
}

CsvTable parseCsv(const QByteArray &bytes, const CsvOptions &options)
{
    return CsvScanner(bytes, options).scan();
}

namespace {

/// The bytes in UTF-8, or why not.
Result<QByteArray> toUtf8(QByteArray bytes, const QString &encoding)
{
    const iconv_t handle = iconv_open("UTF-8", encoding.toLatin1().constData());
    // The only way to tell that iconv knows none; it is no pointer that anybody follows.
    if (handle == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr)
        return Error{ErrorCode::ValidationFailed, QStringLiteral("There is no encoding \"%1\".").arg(encoding), {}};
    QByteArray utf8(bytes.size() * 4 + 16, Qt::Uninitialized);
    char *from = bytes.data();
    auto left = size_t(bytes.size());
    char *to = utf8.data();
    auto room = size_t(utf8.size());
    const bool ok = iconv(handle, &from, &left, &to, &room) != static_cast<size_t>(-1);
    iconv_close(handle);
    if (!ok) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("The file is not %1: byte %2 means nothing there.")
                         .arg(encoding, QString::number(from - bytes.constData() + 1)),
                     {}};
    }
    utf8.truncate(to - utf8.constData());
    return utf8;
}

} // namespace

namespace {

/// Of the first line, outside of quotes; a comma when there is none at all.
char delimiterOf(const QByteArray &bytes)
{
    constexpr std::array candidates{',', ';', '\t'};
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : bytes) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n')
            break;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    return candidates[std::size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(bytes);
    return !decoder.hasError() && !decoded.isNull();
}

} // namespace

CsvTable parseSpreadsheet(const QByteArray &bytes)
{
    QByteArray text = bytes;
    const bool isUtf16 = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    if (!bytes.isEmpty() && !isUtf16 && !isUtf8(bytes)) {
        // What is no text of that code page either is for the parser to refuse, with its place.
        if (auto utf8 = toUtf8(bytes, QStringLiteral("WINDOWS-1251")))
            text = std::move(*utf8);
    }
    CsvOptions options;
    options.delimiter = delimiterOf(text);
    return parseCsv(text, options);
}

CsvTable readCsvFile(const QString &path, qint64 maxBytes, const QString &encoding)
{
    CsvTable failed;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        failed.problems.push_back({0, {}, QStringLiteral("The file cannot be read: %1.").arg(file.errorString())});
        return failed;
    }
    const QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.isEmpty() && file.error() != QFileDevice::NoError) {
        failed.problems.push_back({0, {}, QStringLiteral("The file cannot be read: %1.").arg(file.errorString())});
        return failed;
    }
    if (bytes.size() > maxBytes) {
        failed.problems.push_back({0, {}, QStringLiteral("The file is larger than %1 MB.").arg(maxBytes / 1'000'000)});
        return failed;
    }
    CsvOptions options;
    if (path.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive) ||
        path.endsWith(QLatin1String(".tab"), Qt::CaseInsensitive))
        options.delimiter = '\t';
    if (encoding.isEmpty())
        return parseCsv(bytes, options);
    const auto utf8 = toUtf8(bytes, encoding);
    if (!utf8) {
        failed.problems.push_back({0, {}, utf8.error().message});
        return failed;
    }
    return parseCsv(*utf8, options);
}

void writeCsvRow(QByteArray &out, const QStringList &fields, char delimiter)
{
    bool first = true;
    for (const QString &text : fields) {
        if (!first)
            out += delimiter;
        QByteArray field = csvSafe(text).toUtf8();
        const bool quoted = field.contains(delimiter) || field.contains('"') || field.contains('\n') ||
                            field.contains('\r') || field.startsWith(' ') || field.endsWith(' ') ||
                            // One empty field would be a blank line, which readers skip.
                            (field.isEmpty() && fields.size() == 1) || (first && field.startsWith(csvByteOrderMark));
        if (quoted)
            out += '"' + field.replace("\"", "\"\"") + '"';
        else
            out += field;
        first = false;
    }
    out += "\r\n";
}

QString csvSafe(const QString &text)
{
    return isGuarded(text, 0) && !isNegativeNumber(text) ? u'\'' + text : text;
}

QString csvUnsafe(const QString &text)
{
    return text.startsWith(u'\'') && isGuarded(text, 1) ? text.sliced(1) : text;
}

} // namespace oshaq
