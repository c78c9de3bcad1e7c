// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/columnmap.h"

#include <algorithm>

namespace oshaq {

namespace {

Error wrong(const QString &message)
{
    return {ErrorCode::ValidationFailed, message, {}};
}

/// "Item Name" and "item-name" are item_name.
QString plainName(const QString &column)
{
    QString plain = column.trimmed().toLower();
    plain.replace(u' ', u'_').replace(u'-', u'_');
    return plain;
}

QStringList plainNames(const QStringList &header)
{
    QStringList plain;
    for (const QString &column : header)
        plain << plainName(column);
    return plain;
}

/// The first column with one of the field's names that is not used yet; -1: there is none.
qsizetype columnLike(const ColumnField &field, const QStringList &plain, const QList<bool> &used)
{
    std::vector<const char *> candidates{field.name};
    candidates.insert(candidates.end(), field.synonyms.begin(), field.synonyms.end());
    for (const char *candidate : candidates) {
        const qsizetype column = plain.indexOf(QString::fromUtf8(candidate));
        if (column >= 0 && !used.at(column))
            return column;
    }
    return -1;
}

QString quotedList(const QStringList &words)
{
    QStringList shown;
    for (const QString &word : words.mid(0, 20))
        shown << u'"' + word.left(60) + u'"';
    if (words.size() > shown.size())
        shown << QStringLiteral("...");
    return shown.join(QStringLiteral(", "));
}

QString quoted(const QString &column)
{
    const bool plain = !column.contains(u',') && !column.contains(u'"') && column == column.trimmed();
    return plain ? column : u'"' + QString(column).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// As it is where it is not in quotes from its first character to its last.
QString unquoted(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return text;
    return text.mid(1, text.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
}

/// At the commas of "a=b,c=d". Only a quote right behind an equals sign opens.
QStringList splitOutsideQuotes(const QString &text)
{
    QStringList parts;
    qsizetype begin = 0;
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool doubled = inQuotes && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"';
        if (doubled)
            ++i;
        else if (c == u'"' && (inQuotes || (i > begin && text.at(i - 1) == u'=')))
            inQuotes = !inQuotes;
        else if (c == u',' && !inQuotes) {
            parts << text.mid(begin, i - begin);
            begin = i + 1;
        }
    }
    return parts << text.mid(begin);
}

int distance(QStringView a, QStringView b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a.at(i) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    // The distance takes time in proportion to both lengths; nobody means something with a word this long.
    if (word.size() > 100)
        return {};
    QString best;
    int bestDistance = std::max(2, int(word.size()) / 3) + 1;
    for (const QString &candidate : known) {
        const int d = distance(word.toLower(), candidate);
        if (d < bestDistance) {
            best = candidate;
            bestDistance = d;
        }
    }
    return best;
}

Result<ColumnMap> ColumnMap::make(const QStringList &header, const std::vector<ColumnField> &fields,
                                  const QMap<QString, QString> &wanted)
{
    ColumnMap map;
    map.m_header = header;
    QStringList names;
    const QStringList plain = plainNames(header);
    for (const ColumnField &field : fields)
        names << QString::fromLatin1(field.name);

    QList<bool> used(header.size(), false);
    const auto use = [&map, &used](const QString &field, qsizetype column) {
        map.m_columns.insert(field, column);
        used[column] = true;
    };

    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!names.contains(it.key()))
            return wrong(QStringLiteral("There is no field \"%1\" to map; the fields are %2.")
                             .arg(it.key().left(60), quotedList(names)));
        qsizetype column = header.indexOf(it.value());
        if (column < 0)
            column = plain.indexOf(plainName(it.value()));
        if (column < 0) {
            return wrong(QStringLiteral("The file has no column \"%1\"; its columns are %2.")
                             .arg(it.value().left(60), quotedList(header)));
        }
        if (header.count(header.at(column)) > 1)
            return wrong(QStringLiteral("The file has two columns \"%1\".").arg(header.at(column).left(60)));
        use(it.key(), column);
    }

    for (const ColumnField &field : fields) {
        const QString name = QString::fromLatin1(field.name);
        if (map.m_columns.contains(name))
            continue;
        if (const qsizetype column = columnLike(field, plain, used); column >= 0) {
            if (plain.count(plain.at(column)) > 1) {
                return wrong(QStringLiteral("The file has two columns \"%1\"; say which one with --map %2=COLUMN.")
                                 .arg(header.at(column).left(60), name));
            }
            use(name, column);
        }
        if (field.required && !map.m_columns.contains(name)) {
            return wrong(
                QStringLiteral("No column for \"%1\"; name it with --map %1=COLUMN. The file's columns are %2.")
                    .arg(name, quotedList(header)));
        }
    }
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (!used.at(i))
            map.m_unused << header.at(i);
    }
    return map;
}

QMap<QString, QString> guessColumns(const QStringList &header, const std::vector<ColumnField> &fields)
{
    const QStringList plain = plainNames(header);
    QList<bool> used(header.size(), false);
    QMap<QString, QString> guessed;
    for (const ColumnField &field : fields) {
        const qsizetype column = columnLike(field, plain, used);
        if (column < 0 || plain.count(plain.at(column)) > 1)
            continue;
        guessed.insert(QString::fromLatin1(field.name), header.at(column));
        used[column] = true;
    }
    return guessed;
}

QString ColumnMap::text(const QStringList &row, const char *field) const
{
    const auto it = m_columns.constFind(QString::fromLatin1(field));
    return it == m_columns.constEnd() ? QString() : row.value(*it).trimmed();
}

QString ColumnMap::columnOf(const char *field) const
{
    const auto it = m_columns.constFind(QString::fromLatin1(field));
    return it == m_columns.constEnd() ? QString::fromLatin1(field) : m_header.value(*it);
}

Result<QMap<QString, QString>> parseColumnWishes(const QStringList &texts)
{
    QMap<QString, QString> wishes;
    for (const QString &text : texts) {
        for (const QString &part : splitOutsideQuotes(text)) {
            const qsizetype equals = part.indexOf(u'=');
            const QString field = part.left(equals).trimmed();
            const QString column = unquoted(part.mid(equals + 1).trimmed());
            if (equals < 1 || field.isEmpty() || column.isEmpty()) {
                return wrong(QStringLiteral("\"%1\" is not a column mapping; write --map name=item_name,price=cost.")
                                 .arg(part.left(60)));
            }
            if (wishes.contains(field))
                return wrong(QStringLiteral("\"%1\" is mapped twice.").arg(field.left(60)));
            wishes.insert(field, column);
        }
    }
    return wishes;
}

QString columnWishesText(const QMap<QString, QString> &wishes)
{
    QStringList parts;
    for (auto it = wishes.begin(); it != wishes.end(); ++it)
        parts << it.key() + u'=' + quoted(it.value());
    return parts.join(u',');
}

} // namespace oshaq
