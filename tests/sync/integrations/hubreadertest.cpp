// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/hubreader.h"

#include "models/hub/businessstore.h"
#include "sync/integrations/deskreader.h"
#include "tests/support/testsite.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace oshaq;
using namespace oshaq::test;

/// Whoever reads the record now and then has a connection only while it does.
class HubReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensWhenAsked();
    void opensAgainAfterItWasClosed();
    void aDeskClosesWhenNobodyAsks();
    void aDeskThatIsAskedStaysOpen();
    void whatCannotBeOpenedIsAnError();

private:
    qsizetype businesses(sql::Database *database) const
    {
        const auto found = businessstore::list(*database, std::numeric_limits<int>::max());
        return found ? qsizetype(found->size()) : -1;
    }
    /// Connections to the record that have read something.
    int connections() const
    {
        int count = 0;
        for (const QFileInfo &one : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::System | QDir::Files))
            count += one.symLinkTarget().endsWith(QLatin1String("hub.db-wal")) ? 1 : 0;
        return count;
    }

    std::unique_ptr<TestSite> m_site;
};

void HubReaderTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

void HubReaderTest::opensWhenAsked()
{
    HubReader reader(m_site->hub());
    QVERIFY(!reader.isOpen());
    const auto opened = reader.open();
    QVERIFY(opened && reader.isOpen());
    QCOMPARE(businesses(*opened), 1);
    QCOMPARE(*reader.open(), *opened);
    QCOMPARE(&*reader, *opened);
}

void HubReaderTest::opensAgainAfterItWasClosed()
{
    HubReader reader(m_site->hub());
    const int before = connections();
    QCOMPARE(businesses(*reader.open()), 1);
    QCOMPARE(connections(), before + 1);
    reader.close();
    QVERIFY(!reader.isOpen());
    QCOMPARE(connections(), before);
    QCOMPARE(businesses(*reader.open()), 1);
}

void HubReaderTest::aDeskClosesWhenNobodyAsks()
{
    DeskReader desk(m_site->hub(), lcIntegrations, std::chrono::milliseconds(1));
    const int before = connections();
    QCOMPARE(businesses(desk.get()), 1);
    QCOMPARE(connections(), before + 1);
    QTRY_COMPARE(connections(), before);
    QCOMPARE(businesses(desk.get()), 1);
}

void HubReaderTest::aDeskThatIsAskedStaysOpen()
{
    DeskReader desk(m_site->hub(), lcIntegrations, std::chrono::milliseconds(1));
    QCOMPARE(businesses(desk.get()), 1);
    const int open = connections();
    // Long enough for its timer to come many times, and asked before each of them.
    for (QDeadlineTimer soon(20); !soon.hasExpired(); QCoreApplication::processEvents()) {
        QCOMPARE(connections(), open);
        QCOMPARE(businesses(desk.get()), 1);
    }
}

void HubReaderTest::whatCannotBeOpenedIsAnError()
{
    HubReader reader(m_site->hub());
    DeskReader desk(m_site->hub());
    const QString record = m_site->hub().directory() + QStringLiteral("/hub.db");
    QVERIFY(QFile::rename(record, record + QStringLiteral(".away")));
    QVERIFY(!reader.open());
    QVERIFY(!reader.isOpen());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot read")));
    QVERIFY(!desk.get());
    QVERIFY(QFile::rename(record + QStringLiteral(".away"), record));
    QVERIFY(reader.open());
    QVERIFY(desk.get());
}

QTEST_GUILESS_MAIN(HubReaderTest)
#include "hubreadertest.moc"
