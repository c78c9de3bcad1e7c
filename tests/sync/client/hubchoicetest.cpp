// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/hubchoice.h"

#include "manualtime.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;

namespace {
const QString one = QStringLiteral("http://one:8787");
const QString two = QStringLiteral("http://two:8787");
} // namespace

class HubChoiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        auto opened = TerminalDatabase::open(m_directory->path(), m_clock);
        QVERIFY(opened);
        m_database = std::move(opened).value();
    }
    void cleanup() { m_database.reset(); }

    void whoKnowsNoOtherStays()
    {
        HubChoice choice(*m_database);
        choice.begin(one);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!choice.failed());
        QVERIFY(!choice.turnedAway({}));
        QCOMPARE(choice.url(), one);
    }

    void aRestartIsNoReasonToGo()
    {
        HubChoice choice(*m_database);
        choice.begin(one);
        choice.follows(two);
        QVERIFY(!choice.failed());
        choice.follows(two);
        QVERIFY(!choice.failed());
        QVERIFY(choice.failed());
        QCOMPARE(choice.url(), two);
        QVERIFY(!choice.failed());
        QVERIFY(choice.failed());
        QCOMPARE(choice.url(), one);
    }

    void whoIsTurnedAwayGoesAtOnce()
    {
        HubChoice choice(*m_database);
        choice.begin(one);
        QVERIFY(choice.turnedAway(two));
        QCOMPARE(choice.url(), two);
        QVERIFY(!choice.turnedAway(two)); // says of itself that it is another
        QCOMPARE(choice.url(), two);
    }

    void theOtherIsKnownAfterAStart()
    {
        {
            HubChoice choice(*m_database);
            choice.begin(one);
            choice.follows(two);
        }
        HubChoice choice(*m_database);
        choice.begin(one);
        choice.failed();
        QVERIFY(choice.failed());
        QCOMPARE(choice.url(), two);
    }

    void ofAnotherSiteItIsNotTaken()
    {
        {
            HubChoice choice(*m_database);
            choice.begin(one);
            choice.follows(two);
        }
        HubChoice choice(*m_database);
        choice.begin(QStringLiteral("http://elsewhere:8787"));
        choice.failed();
        QVERIFY(!choice.failed());
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TerminalDatabase> m_database;
};

QTEST_GUILESS_MAIN(HubChoiceTest)
#include "hubchoicetest.moc"
