// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/sqlscript.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::sql;

class SqlScriptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("expected"); // "line:statement"

        QTest::newRow("empty") << QString() << QStringList();
        QTest::newRow("only comments") << QStringLiteral("-- a; b\n/* c; d */\n ;;\n") << QStringList();
        QTest::newRow("two on a line") << QStringLiteral("SELECT 1; SELECT 2;")
                                       << QStringList{QStringLiteral("1:SELECT 1"), QStringLiteral("1:SELECT 2")};
        QTest::newRow("lines are counted") << QStringLiteral("-- head\n\nSELECT\n 1;\n/* two\nlines */ SELECT 2;\n")
                                           << QStringList{QStringLiteral("3:SELECT\n 1"), QStringLiteral("6:SELECT 2")};
        QTest::newRow("strings") << QStringLiteral("SELECT ';', 'it''s; -- no', '/*';SELECT 2;")
                                 << QStringList{QStringLiteral("1:SELECT ';', 'it''s; -- no', '/*'"),
                                                QStringLiteral("1:SELECT 2")};
        QTest::newRow("names") << QStringLiteral("SELECT \"a;b\", `c;d`, [e;f];")
                               << QStringList{QStringLiteral("1:SELECT \"a;b\", `c;d`, [e;f]")};
        QTest::newRow("comments inside") << QStringLiteral("CREATE TABLE t ( -- it's; fine\n x INTEGER /* ; ' */\n);")
                                         << QStringList{QStringLiteral(
                                                "1:CREATE TABLE t ( -- it's; fine\n x INTEGER /* ; ' */\n)")};
        QTest::newRow("trigger")
            << QStringLiteral("create  trigger x AFTER INSERT ON t\nBEGIN\n SELECT CASE WHEN 1 THEN 'END' END;\n"
                              " SELECT ';END'; SELECT 2 AS the_end;\nend ;SELECT 3;")
            << QStringList{QStringLiteral("1:create  trigger x AFTER INSERT ON t\nBEGIN\n SELECT CASE WHEN 1 THEN"
                                          " 'END' END;\n SELECT ';END'; SELECT 2 AS the_end;\nend"),
                           QStringLiteral("5:SELECT 3")};
        QTest::newRow("minus is not a comment")
            << QStringLiteral("SELECT 3 - 1;") << QStringList{QStringLiteral("1:SELECT 3 - 1")};
    }

    void splits()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, expected);
        auto statements = splitScript(script);
        QVERIFY2(statements.ok(), statements.ok() ? "" : qPrintable(statements.error().message));
        QStringList found;
        for (const ScriptStatement &statement : *statements)
            found << QStringLiteral("%1:%2").arg(QString::number(statement.line), statement.sql);
        QCOMPARE(found, expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("reason");

        QTest::newRow("string") << QStringLiteral("SELECT 1;\nSELECT 'a;\n")
                                << QStringLiteral("line 2: a ' that never ends");
        QTest::newRow("name") << QStringLiteral("SELECT \"a;") << QStringLiteral("line 1: a \" that never ends");
        QTest::newRow("comment") << QStringLiteral("\n/* SELECT 1;")
                                 << QStringLiteral("line 2: a comment that never ends");
        QTest::newRow("no end") << QStringLiteral("SELECT 1;\n\nSELECT 2\n")
                                << QStringLiteral("line 3: the last statement has no ';'");
        QTest::newRow("trigger without its end")
            << QStringLiteral("create  trigger x AFTER INSERT ON t BEGIN SELECT 1;\n")
            << QStringLiteral("line 1: the last statement has no ';'");
    }

    void refuses()
    {
        QFETCH(QString, script);
        QFETCH(QString, reason);
        auto statements = splitScript(script);
        QVERIFY(!statements.ok());
        QCOMPARE(statements.error().code, ErrorCode::ValidationFailed);
        QVERIFY2(statements.error().message.startsWith(reason), qPrintable(statements.error().message));
    }
};

QTEST_GUILESS_MAIN(SqlScriptTest)
#include "sqlscripttest.moc"
