// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace oshaq::test {

/// Puts rows into every table of whatever schema a database has: it reads the tables' own declarations, follows their
/// references and fits their checks. So that each schema that was ever released can be upgraded with data in it.
class SchemaFiller
{
    Q_DISABLE_COPY_MOVE(SchemaFiller)

public:
    explicit SchemaFiller(sql::Database &database);

    /// Up to `rows` in each table that is empty. Tables that got none, each with the reason.
    QMap<QString, QString> fill(int rows);

private:
    struct Column
    {
        QString name;
        QString type;
        bool isNullable = true;
        bool hasDefault = false;
        bool isKey = false;
        QString parent; ///< table, of a reference
        QString parentColumn;
        QString group; ///< of a reference over several columns
    };

    QStringList tables();
    bool hasRows(const QString &table);
    QList<Column> columns(const QString &table);
    QVariant value(const QString &table, const QString &declaration, const Column &column, int number);
    QString insert(const QString &table, int number);
    QString declarationOf(const QString &table);

    sql::Database &m_database;
};

} // namespace oshaq::test
