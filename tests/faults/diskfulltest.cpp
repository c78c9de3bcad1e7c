// SPDX-License-Identifier: GPL-3.0-or-later
//
// A disk that fills up in the middle of a rush: what was acknowledged is there, everything else was answered 503,
// reading goes on, and when there is space again the hub goes on by itself. The disk is a small tmpfs in a mount
// namespace of its own.

#include "tests/support/hubreader.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq::test;

namespace {
constexpr int clients = 8;

bool canMount(const QString &directory)
{
    QProcess probe;
    probe.start(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("mount"), QStringLiteral("-t"),
                                            QStringLiteral("tmpfs"), QStringLiteral("none"), directory});
    return probe.waitForFinished() && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0;
}
} // namespace

class DiskFullTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsUpUnderLoad()
    {
        QTemporaryDir directory;
        const QString site = directory.filePath(QStringLiteral("site"));
        const QString small = directory.filePath(QStringLiteral("small"));
        QVERIFY(QDir().mkpath(small));
        if (!canMount(small))
            QSKIP(
                "a tmpfs cannot be mounted here: the full disk was not tried (the writer's own test has SQLITE_FULL)");

        OshaqdProcess seed(site);
        QCOMPARE(seed.init(), QString());
        QCOMPARE(seed.importSampleMenu(), QString());

        OshaqdProcess hub(small);
        hub.setBusinessToken(seed.businessToken());
        // The ballast is what a person would delete to make space.
        const QString prepare = QStringLiteral("mount -t tmpfs -o size=8m none \"$0\" && cp -a \"$1\"/. \"$0\"/ && "
                                               "head -c 5000000 /dev/zero > \"$0/ballast\" && shift && exec \"$@\"");
        QCOMPARE(hub.start({QStringLiteral("unshare"), QStringLiteral("-rm"), QStringLiteral("sh"),
                            QStringLiteral("-c"), prepare, small, site}),
                 QString());

        LoadBoard board;
        const auto items = menuItemIds(hub.port(), hub.businessToken());
        QVERIFY(!items.empty());
        std::vector<std::unique_ptr<LoadClient>> load;
        for (int i = 0; i < clients; ++i) {
            load.push_back(
                std::make_unique<LoadClient>(board, hub.port(), hub.businessToken(), items, unsigned(i + 1)));
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

        QVERIFY2(board.waitForUnavailable(40, 120'000), "the disk never filled up");
        const qint64 before = board.acknowledgements();
        QVERIFY(before > 0);

        // Reading goes on, and nothing that was acknowledged is missing.
        BlockingHttp http(hub.port(), hub.businessToken());
        const HubOrders whileFull = readHubOrders(http);
        QVERIFY2(whileFull.problem.isEmpty(), qPrintable(whileFull.problem));

        QVERIFY(QFile::remove(QStringLiteral("/proc/%1/root%2/ballast").arg(hub.pid()).arg(small)));
        QVERIFY2(board.waitForAcknowledgements(100, 60'000), "the hub did not go on when there was space again");
        board.end();
        for (auto &client : load)
            client->wait();

        const HubOrders stored = readHubOrders(http);
        QVERIFY2(stored.problem.isEmpty(), qPrintable(stored.problem));
        const Comparison comparison = compare(board.attempts(), stored);
        qInfo("acknowledged before the disk was full %lld, answered 503 %lld, orders acknowledged in all %d, lost %d, "
              "doubled %d, differing %d",
              before, board.unavailable(), comparison.acknowledged, comparison.lost, stored.doubled,
              comparison.differing);
        QCOMPARE(comparison.lost, 0);
        QCOMPARE(comparison.differing, 0);
        QCOMPARE(stored.doubled, 0);
        QCOMPARE(board.unexpected(), QList<QByteArray>());
    }
};

QTEST_GUILESS_MAIN(DiskFullTest)
#include "diskfulltest.moc"
