// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hub notices by itself that its database was replaced (docs/adr/0005): the epoch changes then, and only then.

#include "models/domain/epoch.h"
#include "models/hub/accessservice.h"
#include "models/hub/hub.h"
#include "models/runtime/clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

class IncarnationTest final : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

    std::unique_ptr<Hub> open(const QString &directory)
    {
        auto hub = Hub::open({directory}, m_clock);
        return hub ? std::move(*hub) : nullptr;
    }

    bool addTerminal(Hub &hub, const QString &name)
    {
        WriteCommand command;
        command.principal.businessId = 1;
        command.run = [name](WriteContext &context) {
            return accesswrites::createTerminal(context, 1, name, Role::Kitchen, std::nullopt);
        };
        return hub.writer().submitAndWait(std::move(command)).ok();
    }

    bool addBusiness(Hub &hub)
    {
        WriteCommand command;
        command.run = [](WriteContext &context) {
            Business business;
            business.name = QStringLiteral("Test");
            return accesswrites::createBusiness(context, business);
        };
        return hub.writer().submitAndWait(std::move(command)).ok();
    }

private Q_SLOTS:
    void aRestartKeepsTheEpoch()
    {
        QTemporaryDir directory;
        QString epoch;
        for (int run = 0; run < 3; ++run) {
            const auto hub = open(directory.filePath(QStringLiteral("site")));
            QVERIFY(hub);
            if (run == 0)
                QVERIFY(addBusiness(*hub));
            else
                QCOMPARE(hub->epoch(), epoch);
            epoch = hub->epoch();
            QVERIFY(addTerminal(*hub, QStringLiteral("Terminal %1").arg(run)));
        }
    }

    void aCopyOfAnEarlierRunBeginsANewEpoch()
    {
        QTemporaryDir directory;
        const QString site = directory.filePath(QStringLiteral("site"));
        const QString file = site + QStringLiteral("/hub.db");
        const QString copy = directory.filePath(QStringLiteral("copy.db"));
        QString epoch;
        {
            const auto hub = open(site);
            QVERIFY(hub && addBusiness(*hub));
            epoch = hub->epoch();
        }
        QVERIFY(QFile::copy(file, copy));
        {
            const auto hub = open(site);
            QVERIFY(hub);
            QCOMPARE(hub->epoch(), epoch);
        }
        QVERIFY(QFile::remove(file) && QFile::copy(copy, file));
        QString renewed;
        {
            const auto hub = open(site);
            QVERIFY(hub);
            renewed = hub->epoch();
            QVERIFY(renewed != epoch);
        }
        const auto hub = open(site);
        QVERIFY(hub);
        QCOMPARE(hub->epoch(), renewed);
    }

    void anOldCopyGoesAboveEveryTermThatRanHere()
    {
        QTemporaryDir directory;
        const QString site = directory.filePath(QStringLiteral("site"));
        const QString file = site + QStringLiteral("/hub.db");
        const QString copy = directory.filePath(QStringLiteral("copy.db"));
        {
            const auto hub = open(site);
            QVERIFY(hub && addBusiness(*hub));
            QCOMPARE(termOf(hub->epoch()), 1);
        }
        QVERIFY(QFile::copy(file, copy)); // of term 1
        QVERIFY(Hub::renewEpoch(site, m_clock).ok());
        QVERIFY(Hub::renewEpoch(site, m_clock).ok());
        {
            const auto hub = open(site);
            QVERIFY(hub);
            QCOMPARE(termOf(hub->epoch()), 3);
        }
        QVERIFY(QFile::remove(file) && QFile::copy(copy, file));
        const auto hub = open(site);
        QVERIFY(hub);
        QCOMPARE(termOf(hub->epoch()), 4);
    }

    void aCopyOfTheSameRunIsKnownByItsSeqs()
    {
        QTemporaryDir directory;
        const QString site = directory.filePath(QStringLiteral("site"));
        const QString file = site + QStringLiteral("/hub.db");
        const QString copy = directory.filePath(QStringLiteral("copy.db"));
        QString epoch;
        {
            const auto hub = open(site);
            QVERIFY(hub && addBusiness(*hub));
        }
        {
            const auto hub = open(site);
            QVERIFY(hub);
            epoch = hub->epoch();
            // Nothing was written since the start, so the log holds nothing that the file lacks but the new word.
            auto connection = sql::Database::open({file, sql::Access::ReadWrite}); // a reader is query_only
            QVERIFY(connection.ok());
            QVERIFY((*connection)->run(QStringLiteral("VACUUM INTO '%1'").arg(copy)).ok());
            QVERIFY(addTerminal(*hub, QStringLiteral("Later")));
        }
        QVERIFY(QFile::remove(file) && QFile::copy(copy, file));
        const auto hub = open(site);
        QVERIFY(hub);
        QVERIFY(hub->epoch() != epoch);
    }

    void aMissingNoteBeginsANewEpoch()
    {
        QTemporaryDir directory;
        const QString site = directory.filePath(QStringLiteral("site"));
        QString epoch;
        {
            const auto hub = open(site);
            QVERIFY(hub && addBusiness(*hub));
            epoch = hub->epoch();
        }
        QVERIFY(QFile::remove(site + QStringLiteral("/hub.incarnation")));
        const auto hub = open(site);
        QVERIFY(hub);
        QVERIFY(hub->epoch() != epoch);
    }
};

QTEST_GUILESS_MAIN(IncarnationTest)
#include "incarnationtest.moc"
