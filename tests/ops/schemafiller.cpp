// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ops/schemafiller.h"

#include <QRegularExpression>

namespace oshaq::test {

namespace {

enum class Extent
{
    Everything,
    NeverNull, ///< and what has a default
    Needed
};

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

/// What a check asks of a column, as the first group; nothing when no check does.
QString asked(const QString &declaration, const QString &column, const QString &pattern)
{
    const QRegularExpression expression(pattern.arg(QRegularExpression::escape(column)));
    return expression.match(declaration).captured(1);
}

} // namespace

SchemaFiller::SchemaFiller(sql::Database &database)
    : m_database(database)
{}

QMap<QString, QString> SchemaFiller::fill(int rows)
{
    QMap<QString, QString> refused;
    QStringList waiting = tables();
    // A table whose parents are empty yet comes again.
    for (bool isMoving = true; isMoving && !waiting.isEmpty();) {
        isMoving = false;
        QStringList again;
        for (const QString &table : qAsConst(waiting)) {
            QString problem;
            int made = 0;
            for (int number = 1; number <= rows; ++number) {
                if (const QString why = insert(table, number); why.isEmpty())
                    ++made;
                else
                    problem = why;
            }
            if (made > 0 || hasRows(table)) {
                refused.remove(table);
                isMoving = true;
            } else {
                refused[table] = problem;
                again << table;
            }
        }
        waiting = again;
    }
    return refused;
}

bool SchemaFiller::hasRows(const QString &table)
{
    auto row = m_database.query(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(quoted(table)));
    return row && row->next();
}

QStringList SchemaFiller::tables()
{
    QStringList names;
    auto found = m_database.query(
        QStringLiteral("SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND m.sql LIKE 'CREATE TABLE%'"
                       " AND m.name NOT LIKE 'sqlite%' AND m.name <> 'schema_migrations' ORDER BY m.rowid"));
    while (found && found->next())
        names << found->text(0);
    // Those that a search index keeps for itself.
    static const QRegularExpression shadow(QStringLiteral("_(data|idx|content|docsize|config)$"));
    names.erase(
        std::remove_if(names.begin(), names.end(), [](const QString &name) { return shadow.match(name).hasMatch(); }),
        names.end());
    return names;
}

QString SchemaFiller::declarationOf(const QString &table)
{
    auto found =
        m_database.query(QStringLiteral("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"), {table});
    return found && found->next() ? found->text(0) : QString();
}

QList<SchemaFiller::Column> SchemaFiller::columns(const QString &table)
{
    QList<Column> list;
    auto found = m_database.query(QStringLiteral("SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk"
                                                 " FROM pragma_table_xinfo(?) WHERE hidden = 0"),
                                  {table});
    while (found && found->next()) {
        Column column;
        column.name = found->text(0);
        column.type = found->text(1);
        column.isNullable = found->integer(2) == 0;
        column.hasDefault = found->integer(3) != 0;
        column.isKey = found->integer(4) != 0;
        list << column;
    }
    auto references = m_database.query(
        QStringLiteral("SELECT \"from\", \"table\", \"to\", id FROM pragma_foreign_key_list(?)"), {table});
    while (references && references->next()) {
        for (Column &column : list) {
            if (column.name != references->text(0))
                continue;
            column.parent = references->text(1);
            column.parentColumn = references->text(2);
            column.group = references->text(3);
        }
    }
    return list;
}

QVariant SchemaFiller::value(const QString &table, const QString &declaration, const Column &column, int number)
{
    // One of two, never both: the first.
    if (!asked(declaration, column.name, QStringLiteral("(IS NULL\\) <> \\(%1 IS NULL)")).isEmpty())
        return {};
    if (!column.parent.isEmpty()) {
        const QString to = column.parentColumn.isEmpty() ? QStringLiteral("rowid") : quoted(column.parentColumn);
        auto parent =
            m_database.query(QStringLiteral("SELECT %1 FROM %2 ORDER BY 1 LIMIT 1 OFFSET %3")
                                 .arg(to, quoted(column.parent))
                                 .arg(column.isKey || declaration.contains(QStringLiteral("UNIQUE")) ? number - 1 : 0));
        if (parent && parent->next())
            return parent->isNull(0)           ? QVariant()
                   : column.type == u"INTEGER" ? QVariant(parent->integer(0))
                                               : QVariant(parent->text(0));
        return {};
    }
    // "isCanceled = (status = 7)", and it is not 7; "ends_by > began_at".
    if (!asked(declaration, column.name, QStringLiteral("(\\(%1 = \\()")).isEmpty())
        return 0;
    if (!asked(declaration, column.name, QStringLiteral("\\b%1 > ([a-z_]+)")).isEmpty())
        return 100 + number;
    const bool isNumber = column.type == QLatin1String("INTEGER");
    if (const QString choice = asked(declaration, column.name, QStringLiteral("\\b%1 IN \\(([^,)]+)"));
        !choice.isEmpty())
        return isNumber ? QVariant(choice.toLongLong()) : QVariant(choice.mid(1, choice.size() - 2));
    if (const QString least = asked(declaration, column.name, QStringLiteral("\\b%1 BETWEEN (\\d+)")); !least.isEmpty())
        return least.toLongLong();
    int length = asked(declaration, column.name, QStringLiteral("length\\(%1\\) >?=? ?(\\d+)")).toInt();
    if (declaration.contains(QStringLiteral("length(%1) >").arg(column.name)))
        length += 8;
    if (column.type == QLatin1String("BLOB"))
        return QByteArray(length > 0 ? length : 32, char('a' + number % 26));
    if (length > 0)
        return QStringLiteral("%1").arg(number, length, 10, QLatin1Char('0'));
    if (!asked(declaration, column.name, QStringLiteral("(substr\\(%1, 1, 1\\))")).isEmpty())
        return QStringLiteral("[]");
    if (!isNumber) {
        if (column.name == QLatin1String("config") || column.name.endsWith(QLatin1String("payload")) ||
            column.name.endsWith(QLatin1String("_json")))
            return QStringLiteral("{}");
        return QStringLiteral("%1-%2-%3").arg(table.left(3), column.name.left(4)).arg(number);
    }
    if (column.name == QLatin1String("total_cost"))
        return 2 * number;
    if (column.name == QLatin1String("refunded") || column.name == QLatin1String("cleaned"))
        return 0;
    return number;
}

QString SchemaFiller::insert(const QString &table, int number)
{
    const QString declaration = declarationOf(table);
    const QList<Column> all = columns(table);
    // With everything that may be there; if that does not fit, with less.
    QString why;
    for (const Extent extent : {Extent::Everything, Extent::NeverNull, Extent::Needed}) {
        QStringList names;
        QStringList marks;
        QVariantList values;
        for (const Column &column : all) {
            const bool isOwnKey =
                column.isKey && column.parent.isEmpty() && column.type == u"INTEGER" && column.name == all.front().name;
            const bool isLess = (extent != Extent::Everything && column.isNullable && !column.isKey) ||
                                (extent == Extent::Needed && column.hasDefault);
            if (isLess)
                continue;
            if (isOwnKey && declaration.contains(QStringLiteral("PRIMARY KEY,")) && column.name != u"id")
                continue; // the rowid
            const QVariant what = value(table, declaration, column, number);
            if (!what.isValid())
                continue;
            names << quoted(column.name);
            marks << QStringLiteral("?");
            values << what;
        }
        const auto done =
            m_database.run(names.isEmpty() ? QStringLiteral("INSERT INTO %1 DEFAULT VALUES").arg(quoted(table))
                                           : QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                                 .arg(quoted(table), names.join(u','), marks.join(u',')),
                           values);
        if (done)
            return {};
        why += done.error().message + u' ';
    }
    return why;
}

} // namespace oshaq::test
