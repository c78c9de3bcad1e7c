// SPDX-License-Identifier: GPL-3.0-or-later
//
// kill -9 of the hub at random moments under load. Afterwards every acknowledged order and status is there exactly
// once, with its lines and its total, and a terminal that was connected all the time shows what the hub has.

#include "tests/support/hubreader.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"
#include "tests/support/terminalrig.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <random>

using namespace oshaq::test;

namespace {

constexpr int clients = 8;

} // namespace

class KillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedWorkSurvivesKill()
    {
        const bool full = qEnvironmentVariableIsSet("OSHAQ_LONG");
        const int rounds = 50;
        // The same moments every time, unless a long run looks for new ones; the seed is printed so that a run can be
        // repeated.
        const unsigned given = qEnvironmentVariableIntValue("OSHAQ_SEED");
        const unsigned seed = given ? given : full ? std::random_device{}() : 1u;
        qInfo("%d rounds, seed %u", rounds, seed);
        std::mt19937 random(seed);

        QTemporaryDir directory;
        OshaqdProcess hub(directory.filePath(QStringLiteral("site")));
        QCOMPARE(hub.init(), QString());
        QCOMPARE(hub.importSampleMenu(), QString());
        QCOMPARE(hub.start(), QString());
        const auto items = menuItemIds(hub.port(), hub.businessToken());
        QVERIFY(!items.empty());

        TerminalRig terminal(directory.filePath(QStringLiteral("terminal")));
        QCOMPARE(terminal.connectTo(hub.baseUrl(), hub.businessToken()), QString());

        LoadBoard board;
        std::vector<std::unique_ptr<LoadClient>> load;
        for (int i = 0; i < clients; ++i) {
            load.push_back(std::make_unique<LoadClient>(board, hub.port(), hub.businessToken(), items, random()));
            load.back()->start();
        }
        struct Ending
        {
            LoadBoard &board;
            std::vector<std::unique_ptr<LoadClient>> &load;
            ~Ending()
            {
                board.end();
                for (auto &client : load)
                    client->wait();
            }
        } ending{board, load};

        BlockingHttp http(hub.port(), hub.businessToken());
        for (int round = 1; round <= rounds; ++round) {
            QVERIFY2(board.waitForAcknowledgements(5 + random() % 60, 60'000),
                     qPrintable(QStringLiteral("round %1: no acknowledgements; unexpected: %2")
                                    .arg(round)
                                    .arg(QString::fromUtf8(board.unexpected().join(' ')))));
            // The moment within a batch is what matters: spin a random number of microseconds.
            const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 4000);
            while (std::chrono::steady_clock::now() < until) {
            }
            hub.kill();
            board.pause();
            QCOMPARE(hub.start(), QString());
            http.disconnect();

            // Clients are held: what the hub has now is what survived.
            const HubOrders stored = readHubOrders(http);
            QVERIFY2(stored.problem.isEmpty(), qPrintable(stored.problem));
            const Comparison comparison = compare(board.attempts(), stored);
            QCOMPARE(comparison.lost, 0);
            QCOMPARE(comparison.differing, 0);
            QCOMPARE(stored.doubled, 0);

            const QString difference = terminal.waitUntilEqual(hub.port(), hub.businessToken());
            QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(difference)));
            board.resumeAfterRestart();
        }

        board.end();
        for (auto &client : load)
            client->wait();
        QCOMPARE(board.unexpected(), QList<QByteArray>());

        const HubOrders stored = readHubOrders(http);
        QVERIFY2(stored.problem.isEmpty(), qPrintable(stored.problem));
        const auto attempts = board.attempts();
        const Comparison comparison = compare(attempts, stored);
        qInfo("rounds %d, orders acknowledged %d, in the hub %zu, acknowledgements %lld, lost %d, doubled %d, "
              "differing %d",
              rounds, comparison.acknowledged, stored.byUuid.size(), board.acknowledgements(), comparison.lost,
              stored.doubled, comparison.differing);
        QCOMPARE(comparison.lost, 0);
        QCOMPARE(comparison.differing, 0);
        QCOMPARE(stored.doubled, 0);
        // Nobody made an order that nobody asked for.
        QVERIFY(stored.byUuid.size() <= attempts.size());
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
