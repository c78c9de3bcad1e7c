// SPDX-License-Identifier: GPL-3.0-or-later
//
// Russian and Kazakh are complete: a copy of each file, updated from the sources, has nothing unfinished, and every
// plural has as many forms as the language needs.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("pluralForms");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("folders");
        const QStringList screens{QStringLiteral("ui"), QStringLiteral("app/desktop")};
        const QStringList papers{QStringLiteral("models/domain"), QStringLiteral("sync/server/report.cpp")};
        QTest::newRow("Russian") << "ru" << 3 << "oshaq" << screens;
        QTest::newRow("Kazakh") << "kk" << 2 << "oshaq" << screens;
        QTest::newRow("Russian papers") << "ru" << 3 << "paper" << papers;
        QTest::newRow("Kazakh papers") << "kk" << 2 << "paper" << papers;
    }
    void isComplete()
    {
        QFETCH(QString, language);
        QFETCH(int, pluralForms);
        QFETCH(QString, file);
        QFETCH(QStringList, folders);
        const QDir root(QStringLiteral(OSHAQ_SOURCE_DIR));
        QTemporaryDir scratch;
        const QString copy = scratch.filePath(QStringLiteral("%1_%2.ts").arg(file, language));
        QVERIFY(QFile::copy(root.filePath(QStringLiteral("translations/%1_%2.ts").arg(file, language)), copy));

        QProcess update;
        update.setWorkingDirectory(root.path());
        QStringList arguments{QStringLiteral("-silent"),      QStringLiteral("-I"),         QStringLiteral("."),
                              QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none")};
        arguments << folders << QStringLiteral("-ts") << copy;
        update.start(QStringLiteral(OSHAQ_LUPDATE), arguments);
        QVERIFY(update.waitForFinished());
        QCOMPARE(update.exitCode(), 0);

        QFile updated(copy);
        QVERIFY(updated.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&updated);
        int messages = 0;
        int forms = 0;
        bool numerus = false;
        QString source;
        QStringList wrong;
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::StartElement && xml.name() == u"message") {
                ++messages;
                forms = 0;
                numerus = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
            } else if (token == QXmlStreamReader::StartElement && xml.name() == u"source") {
                source = xml.readElementText();
            } else if (token == QXmlStreamReader::StartElement && xml.name() == u"translation") {
                if (xml.attributes().value(QStringLiteral("type")) == QStringLiteral("unfinished"))
                    wrong << QStringLiteral("unfinished: ") + source;
                else if (!numerus && xml.readElementText().isEmpty())
                    wrong << QStringLiteral("empty: ") + source;
            } else if (token == QXmlStreamReader::StartElement && xml.name() == u"numerusform") {
                if (!xml.readElementText().isEmpty())
                    ++forms;
            } else if (token == QXmlStreamReader::EndElement && xml.name() == u"message" && numerus &&
                       forms != pluralForms) {
                wrong << QStringLiteral("%1 plural forms instead of %2: %3").arg(forms).arg(pluralForms).arg(source);
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 20);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translationstest.moc"
