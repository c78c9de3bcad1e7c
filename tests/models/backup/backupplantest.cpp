// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which files make a moment, and which nobody needs any more. Nothing but names.

#include "models/backup/backupplan.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace oshaq;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 hour = 3'600 * second;
constexpr qint64 day = 24 * hour;
constexpr qint64 start = 1'768'435'200'000; ///< 2026-01-15T00:00:00Z

const QString chainA = QStringLiteral("aaaaaaaaaaaaaaaa");
const QString chainB = QStringLiteral("bbbbbbbbbbbbbbbb");

BackupName full(qint64 n, qint64 atMs, const QString &chain = chainA)
{
    return {BackupHead::Kind::Full, chain, n, n, atMs};
}

BackupName increment(qint64 first, qint64 last, qint64 atMs, const QString &chain = chainA)
{
    return {BackupHead::Kind::Increment, chain, first, last, atMs};
}

Result<RestorePlan> plan(const std::vector<BackupName> &files, std::optional<qint64> at)
{
    return planRestore(files, {at});
}

} // namespace

class BackupPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadBack()
    {
        for (const BackupName &name : {full(42, start + 123), increment(43, 57, start + 5'999, chainB)})
            QCOMPARE(BackupName::fromText(name.text()).value(), name);
        QCOMPARE(full(42, 1'768'471'200'123).text(),
                 QStringLiteral("oshaq-20260115T100000123Z-aaaaaaaaaaaaaaaa-full-42.obk"));
        for (const char *foreign : {"", "hub.db", "oshaq-20260115T100000123Z-aaaaaaaaaaaaaaaa-full-42.obk.partial",
                                    "oshaq-20260115T100000123Z-aaaaaaaaaaaaaaaa-incr-58-57.obk",
                                    "oshaq-20269915T100000123Z-aaaaaaaaaaaaaaaa-full-42.obk",
                                    "../oshaq-20260115T100000123Z-aaaaaaaaaaaaaaaa-full-42.obk"})
            QVERIFY2(!BackupName::fromText(QLatin1String(foreign)), foreign);
    }

    void momentsNeedAZone()
    {
        QCOMPARE(momentFromText(QStringLiteral("2026-01-15T00:00:00Z")).value(), start);
        QCOMPARE(momentFromText(QStringLiteral("2026-01-15T05:00:00+05:00")).value(), start);
        QVERIFY(!momentFromText(QStringLiteral("2026-01-15T00:00:00")));
        QVERIFY(!momentFromText(QStringLiteral("yesterday")));
    }

    void aMomentTakesTheNewestFullCopyAndWhatFollows()
    {
        const std::vector<BackupName> files{full(10, start), increment(11, 20, start + 10 * second),
                                            full(18, start + 9 * second), increment(21, 30, start + 20 * second),
                                            increment(31, 40, start + 30 * second)};
        auto made = plan(files, start + 15 * second);
        QVERIFY(made.ok());
        QCOMPARE(made->full, files[2]);
        QCOMPARE(made->increments, (std::vector{files[1], files[3]}));
        made = plan(files, start + 5 * second);
        QVERIFY(made.ok());
        QCOMPARE(made->full, files[0]);
        QCOMPARE(made->increments, std::vector{files[1]});
        made = plan(files, std::nullopt);
        QVERIFY(made.ok());
        QCOMPARE(made->increments.size(), size_t(3));
        made = plan(files, start + 30 * second);
        QVERIFY(made.ok());
    }

    void whatIsNotKnownIsRefused()
    {
        const std::vector<BackupName> files{full(10, start), increment(11, 20, start + 10 * second)};
        QVERIFY(!plan({}, std::nullopt).ok());
        QVERIFY(!plan({files[1]}, std::nullopt).ok());
        const auto before = plan(files, start - 1);
        QVERIFY(!before.ok());
        QVERIFY(before.error().message.contains(QStringLiteral("Nothing reaches back")));
        const auto after = plan(files, start + 11 * second);
        QVERIFY(!after.ok());
        QVERIFY(after.error().message.contains(QStringLiteral("know of nothing after 2026-01-15T00:00:10.000Z")));
    }

    void aCopyOfTheSamePositionProvesThatNothingHappened()
    {
        std::vector<BackupName> files{full(10, start), increment(11, 20, start + 10 * second),
                                      full(20, start + 5 * hour)};
        const auto made = plan(files, start + hour);
        QVERIFY(made.ok());
        QCOMPARE(made->full, files[0]);
        // Another chain says nothing: between the two somebody may have written.
        files[2].chain = chainB;
        const auto refused = plan(files, start + hour);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(QStringLiteral("was not recorded whole")),
                 qPrintable(refused.error().message));
        QVERIFY(plan(files, start + 5 * hour).ok());
    }

    void nothingGoesAcrossAGap()
    {
        const std::vector<BackupName> files{full(10, start), increment(11, 20, start + 10 * second),
                                            increment(23, 30, start + 30 * second)};
        QVERIFY(plan(files, start + 10 * second).ok());
        for (const qint64 at : {11, 29, 30}) {
            const auto refused = plan(files, start + at * second);
            QVERIFY(!refused.ok());
            QVERIFY2(refused.error().message.contains(QStringLiteral("21 to 22 are missing")),
                     qPrintable(refused.error().message));
        }
        QVERIFY(!plan(files, std::nullopt).ok());
        // The last files are missing, and a copy tells that there were some.
        const std::vector<BackupName> lost{full(10, start), full(30, start + hour)};
        QVERIFY(!plan(lost, start + second).ok());
        QVERIFY(plan(lost, start + hour).ok());
    }

    void anyMissingIncrementIsSeen()
    {
        // Whatever file goes, a moment behind it is refused and never restored to something else.
        QRandomGenerator random(11);
        for (int round = 0; round < 300; ++round) {
            std::vector<BackupName> files{full(0, start)};
            qint64 n = 0;
            qint64 at = start;
            const int count = random.bounded(2, 30);
            for (int i = 0; i < count; ++i) {
                const qint64 first = n + 1;
                n += random.bounded(1, 20);
                at += random.bounded(1, 60) * second;
                files.push_back(increment(first, n, at));
            }
            const qint64 end = at;
            QVERIFY(plan(files, end).ok());
            const auto gone = files.begin() + random.bounded(1, int(files.size()));
            const bool wasLast = gone + 1 == files.end();
            const qint64 before = std::prev(gone)->toMs;
            files.erase(gone);
            std::shuffle(files.begin(), files.end(), random);
            QVERIFY(!plan(files, end).ok());
            QVERIFY(plan(files, before).ok());
            QCOMPARE(plan(files, std::nullopt).ok(), wasLast);
        }
    }

    void theNewestOfEachHourDayAndMonthAreKept()
    {
        std::vector<BackupName> files;
        const int hours = 24 * 500;
        for (int i = 0; i <= hours; ++i)
            files.push_back(full(i, start + i * hour, i % 2 == 0 ? chainA : chainB));
        const qint64 now = start + hours * hour;
        const RetentionRule rule{2, 48, 31, 12};
        const auto gone = outdated(files, now, rule);
        std::set<QString> kept;
        for (const BackupName &file : files)
            kept.insert(file.text());
        for (const BackupName &file : gone)
            kept.erase(file.text());
        // 48 hours, 31 days of which the first two are among them, 12 months likewise.
        QVERIFY2(kept.size() >= 48 + 28 && kept.size() <= 48 + 31 + 12, qPrintable(QString::number(kept.size())));
        for (int i = 0; i < 48; ++i)
            QVERIFY(kept.contains(files[size_t(hours - i)].text()));
        const auto again = outdated(
            [&] {
                std::vector<BackupName> left;
                for (const BackupName &file : files) {
                    if (kept.contains(file.text()))
                        left.push_back(file);
                }
                return left;
            }(),
            now, rule);
        QCOMPARE(again.size(), size_t(0));
    }

    void everyMomentOfTheWindowStaysRestorable()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 40; ++round) {
            std::vector<BackupName> files;
            qint64 n = 0;
            qint64 at = start;
            QString chain = chainA;
            files.push_back(full(0, at, chain));
            const int count = random.bounded(50, 600);
            for (int i = 0; i < count; ++i) {
                at += random.bounded(1, 30) * 60 * second;
                files.push_back(increment(n + 1, n + 3, at, chain));
                n += 3;
                if (random.bounded(8) == 0)
                    files.push_back(full(n, at, chain));
            }
            const qint64 now = at;
            const RetentionRule rule{24, 5, 3, 2};
            const auto gone = outdated(files, now, rule);
            std::vector<BackupName> left;
            for (const BackupName &file : files) {
                if (std::find(gone.begin(), gone.end(), file) == gone.end())
                    left.push_back(file);
            }
            for (int i = 0; i < 20; ++i) {
                const qint64 moment = now - random.bounded(int(24 * hour / second)) * second;
                if (moment < start)
                    continue;
                const auto made = plan(left, moment);
                QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
            }
            QVERIFY(plan(left, std::nullopt).ok());
            QVERIFY(left.size() <= files.size());
        }
    }

    void anotherChainsIncrementsGoWithTheWindow()
    {
        const std::vector<BackupName> files{full(1, start), increment(2, 5, start + hour),
                                            full(9, start + 10 * day, chainB),
                                            increment(10, 12, start + 10 * day + hour, chainB)};
        const auto gone = outdated(files, start + 10 * day + 2 * hour, RetentionRule{24, 2, 30, 12});
        QCOMPARE(gone, std::vector{files[1]});
    }
};

QTEST_GUILESS_MAIN(BackupPlanTest)
#include "backupplantest.moc"
