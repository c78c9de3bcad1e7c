// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/screenstate.h"
#include "models/domain/programversion.h"

#include <QTest>

#include <functional>
#include <optional>
#include <vector>

Q_DECLARE_METATYPE(std::optional<qint64>)

using namespace oshaq;

/// When a screen is what, and which programs fit together.
class ScreenStateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowAScreenIs_data();
    void saysHowAScreenIs();
    void readsItsOwnNames();
    void asksForSomebody();
    void measuresClocks_data();
    void measuresClocks();
    void tellsOnlyWhatIsNew();
    void readsVersions_data();
    void readsVersions();
    void programsFit_data();
    void programsFit();
};

void ScreenStateTest::saysHowAScreenIs_data()
{
    QTest::addColumn<qint64>("sinceSeen");
    QTest::addColumn<qint64>("lag");
    QTest::addColumn<qint64>("unpainted");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, qint64 since, qint64 lag, qint64 unpainted, qint64 offset,
                        const char *state) {
        QTest::newRow(name) << since << lag << unpainted << offset << QString::fromLatin1(state);
    };
    row("well", 0, 0, 0, 0, "live");
    row("two reports missing", 29'000, 5'000, 0, 0, "live");
    row("just not away", screens::awayMs - 1, 0, 0, 0, "live");
    row("away", screens::awayMs, 0, 0, 0, "away");
    row("away says more than all else", screens::awayMs, 90'000, 90'000, 90'000, "away");
    row("just not behind", 0, screens::behindMs - 1, 0, 0, "live");
    row("behind", 0, screens::behindMs, 0, 0, "stale");
    row("just drawn", 0, 0, screens::unpaintedMs - 1, 0, "live");
    row("does not draw", 0, 0, screens::unpaintedMs, 0, "stale");
    row("behind and does not draw", 0, 60'000, 60'000, 0, "stale");
    row("two seconds are right enough", 0, 0, 0, 2'000, "live");
    row("ahead", 0, 0, 0, 2'001, "skewed");
    row("behind by its clock", 0, 0, 0, -10'800'000, "skewed");
    row("a wrong clock is the least", 0, screens::behindMs, 0, 10'800'000, "stale");
}

void ScreenStateTest::saysHowAScreenIs()
{
    QFETCH(qint64, sinceSeen);
    QFETCH(qint64, lag);
    QFETCH(qint64, unpainted);
    QFETCH(qint64, offset);
    QFETCH(QString, state);
    QCOMPARE(screenStateText(screens::stateOf({sinceSeen, lag, unpainted, offset})), state);
}

void ScreenStateTest::readsItsOwnNames()
{
    for (const ScreenState state : {ScreenState::Live, ScreenState::Skewed, ScreenState::Stale, ScreenState::Away})
        QCOMPARE(screenStateFrom(screenStateText(state)), std::optional(state));
    QVERIFY(!screenStateFrom(QStringLiteral("asleep")));
}

void ScreenStateTest::asksForSomebody()
{
    constexpr qint64 now = 1'768'473'000'000;
    ScreenFacts screen;
    screen.lastSeenAtMs = now - 40'000;
    screen.state = ScreenState::Away;
    QVERIFY(screens::needsSomebody(screen, now));
    screen.lastSeenAtMs = now - screens::rememberedMs; // switched off for the night
    QVERIFY(!screens::needsSomebody(screen, now));
    screen.state = ScreenState::Stale;
    QVERIFY(screens::needsSomebody(screen, now));
    for (const ScreenState state : {ScreenState::Live, ScreenState::Skewed}) {
        screen.state = state;
        QVERIFY(!screens::needsSomebody(screen, now));
    }
}

void ScreenStateTest::measuresClocks_data()
{
    QTest::addColumn<qint64>("sent");
    QTest::addColumn<qint64>("arrived");
    QTest::addColumn<std::optional<qint64>>("estimate");
    QTest::addColumn<std::optional<qint64>>("offset");
    constexpr qint64 t = 1'768'473'000'000;
    constexpr qint64 hours3 = 3LL * 3600 * 1000;
    using Maybe = std::optional<qint64>;
    QTest::newRow("right") << t << t + 20 << Maybe(3) << Maybe(3);
    QTest::newRow("the way took long") << t << t + 6'000 << Maybe(0) << Maybe(0);
    QTest::newRow("three hours ahead") << t + hours3 << t + 20 << Maybe(hours3 + 4) << Maybe(hours3 + 4);
    QTest::newRow("three hours behind") << t - hours3 << t + 20 << Maybe(-hours3) << Maybe(-hours3);
    QTest::newRow("no estimate") << t + hours3 << t + 20 << Maybe() << Maybe(hours3 - 20);
    QTest::newRow("it does not know better") << t + hours3 << t << Maybe(0) << Maybe(hours3);
    QTest::newRow("it says too much") << t << t + 10 << Maybe(hours3) << Maybe(-10);
    QTest::newRow("does not say when") << qint64{0} << t << Maybe(-7) << Maybe(-7);
    QTest::newRow("says nothing") << qint64{0} << t << Maybe() << Maybe();
}

void ScreenStateTest::measuresClocks()
{
    QFETCH(qint64, sent);
    QFETCH(qint64, arrived);
    QFETCH(std::optional<qint64>, estimate);
    QFETCH(std::optional<qint64>, offset);
    QCOMPARE(screens::clockOffset(sent, arrived, estimate), offset);
}

void ScreenStateTest::tellsOnlyWhatIsNew()
{
    ScreenFacts screen;
    screen.terminalId = 3;
    screen.name = QStringLiteral("Grill");
    screen.state = ScreenState::Live;
    const QString before = screens::signature({screen});
    screen.lastSeenAtMs += 10'000;
    screen.paintedP95Ms = 80;
    screen.lagMs = 4'000;
    screen.clockOffsetMs = 12;
    QCOMPARE(screens::signature({screen}), before);
    for (const auto &change : std::vector<std::function<void(ScreenFacts &)>>{
             [](ScreenFacts &one) { one.state = ScreenState::Stale; },
             [](ScreenFacts &one) { one.name = QStringLiteral("Гриль"); },
             [](ScreenFacts &one) { one.version = QStringLiteral("0.2.0"); },
             [](ScreenFacts &one) { one.stationId = 7; }}) {
        ScreenFacts other = screen;
        change(other);
        QVERIFY(screens::signature({other}) != before);
    }
    screen.state = ScreenState::Stale;
    screen.lagMs = 20'000;
    const QString behind = screens::signature({screen});
    screen.lagMs = 24'000;
    QCOMPARE(screens::signature({screen}), behind);
    screen.lagMs = 30'000;
    QVERIFY(screens::signature({screen}) != behind);
}

void ScreenStateTest::readsVersions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *text, const char *read) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(read);
    };
    row("0.1.0", "0.1");
    row("0.1", "0.1");
    row("1.12.3", "1.12");
    row("2.0.0-rc1", "2.0");
    row("2.0+git", "2.0");
    row("", "");
    row("1", "");
    row("1.", "");
    row("v1.2", "");
    row("1.2.3.4", "");
    row("-1.2", "");
    row("1.2\n", "");
    row("99999999999.1", "");
}

void ScreenStateTest::readsVersions()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto version = ProgramVersion::fromText(text);
    QCOMPARE(version ? version->text() : QString(), read);
}

void ScreenStateTest::programsFit_data()
{
    QTest::addColumn<QString>("hub");
    QTest::addColumn<QString>("terminal");
    QTest::addColumn<int>("fit");
    const auto row = [](const char *hub, const char *terminal, Compatibility fit) {
        QTest::addRow("%s with %s", hub, terminal)
            << QString::fromLatin1(hub) << QString::fromLatin1(terminal) << int(fit);
    };
    row("0.2.0", "0.2.0", Compatibility::Fits);
    row("0.2.0", "0.2.9", Compatibility::Fits);
    row("0.2.9", "0.2.0", Compatibility::Fits);
    row("0.2.0", "0.1.9", Compatibility::Fits);
    row("0.3.0", "0.1.0", Compatibility::ScreenTooOld);
    row("0.2.0", "0.3.0", Compatibility::HubTooOld);
    row("0.2.0", "1.2.0", Compatibility::HubTooOld);
    row("1.0.0", "0.9.0", Compatibility::ScreenTooOld);
    row("1.1.0", "0.0.0", Compatibility::ScreenTooOld);
    row("1.1.0", "1.0.0", Compatibility::Fits);
    row("2.1.0", "1.1.0", Compatibility::ScreenTooOld);
    row("1.0.0", "0.1.0", Compatibility::ScreenTooOld);
}

void ScreenStateTest::programsFit()
{
    QFETCH(QString, hub);
    QFETCH(QString, terminal);
    QFETCH(int, fit);
    const auto one = ProgramVersion::fromText(hub);
    const auto other = ProgramVersion::fromText(terminal);
    QVERIFY(one && other);
    QCOMPARE(int(compatibility(*one, *other)), fit);
    QCOMPARE(compatible(*one, *other), Compatibility(fit) == Compatibility::Fits);
}

QTEST_GUILESS_MAIN(ScreenStateTest)
#include "screenstatetest.moc"
