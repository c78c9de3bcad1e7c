// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/attemptlock.h"
#include "models/hub/shiftservice.h"
#include "models/hub/staffservice.h"
#include "tests/support/hubfixture.h"

#include <QDateTime>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Who was at work when.
class HubShiftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsMovesAndEnds();
    void oneOpenShiftForEachPerson();
    void endsWithItsBusinessDay_data();
    void endsWithItsBusinessDay();
    void theEndOfTheDayIsWrittenLater();
    void screensThatWereAwayTellLater();
    void aSignOutThatComesLateIsBelieved();
    void managersEndForgottenOnes();
    void whoLeavesGoesHome();
    void whoLeftMeanwhileWasAtWork();
    void theJournalNamesNobody();
    void othersDoNotExist();

private:
    qint64 hire(const QString &name, Role role)
    {
        StaffEdit edit;
        edit.name = name;
        edit.role = role;
        const auto made =
            m_hub->run(m_business.owner(), [&](WriteContext &context) { return staffwrites::create(context, edit); });
        if (!made)
            return 0;
        const QByteArray pin = pinOf(made->entityId);
        const auto set = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return staffwrites::setPin(context, made->entityId, pin);
        });
        return set ? made->entityId : 0;
    }
    static QByteArray pinOf(qint64 staffId) { return QByteArray(32, char(staffId)); }
    qint64 screen(const QString &name, Role role)
    {
        const auto made = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return accesswrites::createTerminal(context, m_business.id, name, role, std::nullopt);
        });
        return made ? made->entityId : 0;
    }
    Principal at(qint64 terminalId) const { return m_business.terminal(Role::Kitchen, terminalId); }
    Result<WriteOutcome> signIn(qint64 terminalId, qint64 staffId)
    {
        SignInProof proof;
        proof.businessId = m_business.id;
        proof.staffId = staffId;
        proof.pinHash = pinOf(staffId);
        proof.deviceSubject = attemptlock::subject(QStringLiteral("a screen"));
        return m_hub->run(at(terminalId), [&](WriteContext &context) { return shiftwrites::signIn(context, proof); });
    }
    Result<WriteOutcome> away(qint64 terminalId, qint64 staffId, qint64 atMs)
    {
        return m_hub->run(at(terminalId),
                          [&](WriteContext &context) { return shiftwrites::signedInAway(context, staffId, atMs); });
    }
    Result<WriteOutcome> signOut(qint64 terminalId, qint64 staffId, std::optional<qint64> atMs = std::nullopt)
    {
        return m_hub->run(at(terminalId),
                          [&](WriteContext &context) { return shiftwrites::signOut(context, staffId, atMs); });
    }
    Result<WriteOutcome> end(qint64 shiftId, qint64 atMs)
    {
        return m_hub->run(m_business.owner(),
                          [&](WriteContext &context) { return shiftwrites::end(context, shiftId, atMs); });
    }
    /// Newest first.
    std::vector<StaffShift> shifts(std::optional<qint64> staffId = std::nullopt)
    {
        const auto read =
            shiftreads::list(m_hub->database(), m_business.id, QString(), QString(), staffId, m_hub->nowMs);
        return read ? *read : std::vector<StaffShift>();
    }
    static qint64 utc(const char *text)
    {
        return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
    }

    static constexpr qint64 minute = 60'000;
    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    qint64 m_grill = 0;
    qint64 m_till = 0;
    qint64 m_aliya = 0;
};

#define VERIFY_CODE(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY(!verified.ok());                                                                                       \
        QCOMPARE(errorCodeText(verified.error().code), errorCodeText(expected));                                       \
    } while (false)

void HubShiftTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_grill = screen(QStringLiteral("Grill"), Role::Kitchen);
    m_till = screen(QStringLiteral("Till"), Role::Counter);
    m_aliya = hire(QStringLiteral("Aliya"), Role::Kitchen);
    QVERIFY(m_grill > 0 && m_till > 0 && m_aliya > 0);
}

void HubShiftTest::beginsMovesAndEnds()
{
    const qint64 began = m_hub->nowMs;
    const auto in = signIn(m_grill, m_aliya);
    QVERIFY(in.ok());
    QCOMPARE(in->values.size(), size_t(3));
    QCOMPARE(Role(in->values[1]), Role::Kitchen);
    m_hub->nowMs += 10 * minute;
    const auto moved = signIn(m_till, m_aliya);
    QVERIFY(moved.ok());
    QCOMPARE(moved->values[0], in->values[0]);
    auto known = shifts();
    QCOMPARE(known.size(), size_t(1));
    QCOMPARE(known[0].terminalName, QStringLiteral("Till"));
    QCOMPARE(known[0].staffName, QStringLiteral("Aliya"));
    QCOMPARE(known[0].beganAtMs, began);
    QVERIFY(!known[0].endedAtMs);

    // Not from where they no longer are.
    VERIFY_CODE(signOut(m_grill, m_aliya), ErrorCode::NotFound);
    m_hub->nowMs += 10 * minute;
    QVERIFY(signOut(m_till, m_aliya).ok());
    known = shifts();
    QCOMPARE(known[0].endedAtMs, std::optional(m_hub->nowMs));
    QVERIFY(!known[0].endedByOther);
    VERIFY_CODE(signOut(m_till, m_aliya), ErrorCode::NotFound);
    m_hub->nowMs += 10 * minute;
    QVERIFY(signIn(m_till, m_aliya).ok());
    QCOMPARE(shifts().size(), size_t(2));
}

void HubShiftTest::oneOpenShiftForEachPerson()
{
    const qint64 marat = hire(QStringLiteral("Marat"), Role::Manager);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(signIn(m_grill, m_aliya).ok());
        QVERIFY(signIn(m_grill, marat).ok());
        QVERIFY(signIn(m_till, m_aliya).ok());
        m_hub->nowMs += minute;
    }
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM staff_shifts WHERE ended_at IS NULL")), qint64(2));
    QCOMPARE(shifts(marat).size(), size_t(1));
    // A PIN that is another one by now.
    SignInProof stale;
    stale.businessId = m_business.id;
    stale.staffId = marat;
    stale.pinHash = QByteArray(32, 'x');
    VERIFY_CODE(m_hub->run(at(m_grill), [&](WriteContext &context) { return shiftwrites::signIn(context, stale); }),
                ErrorCode::CredentialsWrong);
}

void HubShiftTest::endsWithItsBusinessDay_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("dayStart");
    QTest::addColumn<QString>("began");
    QTest::addColumn<QString>("ended");
    const auto row = [](const char *name, const char *zone, int start, const char *began, const char *ended) {
        QTest::newRow(name) << QString::fromLatin1(zone) << start << QString::fromLatin1(began)
                            << QString::fromLatin1(ended);
    };
    row("evening", "Asia/Almaty", 240, "2026-01-15T14:00:00Z", "2026-01-15T23:00:00Z");
    row("after midnight", "Asia/Almaty", 240, "2026-01-15T21:00:00Z", "2026-01-15T23:00:00Z");
    // Clocks go forward at 01:00 UTC on 29 March: the day that begins at 04:00 on the 28th has 23 hours.
    row("spring", "Europe/Berlin", 240, "2026-03-28T18:00:00Z", "2026-03-29T02:00:00Z");
    row("spring before", "Europe/Berlin", 240, "2026-03-27T18:00:00Z", "2026-03-28T03:00:00Z");
    // And back at 01:00 UTC on 25 October: 25 hours.
    row("autumn", "Europe/Berlin", 240, "2026-10-24T18:00:00Z", "2026-10-25T03:00:00Z");
    row("midnight", "America/New_York", 0, "2026-11-01T12:00:00Z", "2026-11-02T05:00:00Z");
}

void HubShiftTest::endsWithItsBusinessDay()
{
    QFETCH(QString, zone);
    QFETCH(int, dayStart);
    QFETCH(QString, began);
    QFETCH(QString, ended);
    QVERIFY(
        m_hub->execute(QStringLiteral("UPDATE businesses SET time_zone = ?, day_start_minutes = ?"), {zone, dayStart}));
    const qint64 endMs = utc(ended.toLatin1());
    m_hub->nowMs = utc(began.toLatin1());
    QVERIFY(signIn(m_grill, m_aliya).ok());
    m_hub->nowMs = endMs - 1;
    QVERIFY(!shifts()[0].endedAtMs);
    m_hub->nowMs = endMs;
    const StaffShift shift = shifts()[0];
    QCOMPARE(shift.endedAtMs, std::optional(endMs));
    QVERIFY(shift.endedByOther);
}

void HubShiftTest::theEndOfTheDayIsWrittenLater()
{
    QVERIFY(signIn(m_grill, m_aliya).ok());
    const qint64 endsBy = m_hub->number(QStringLiteral("SELECT ends_by FROM staff_shifts"));
    m_hub->nowMs = endsBy + 3 * 60 * minute;
    QVERIFY(signIn(m_grill, m_aliya).ok());
    const auto known = shifts();
    QCOMPARE(known.size(), size_t(2));
    QVERIFY(!known[0].endedAtMs);
    QCOMPARE(known[1].endedAtMs, std::optional(endsBy));
    QVERIFY(known[1].endedByOther);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT ended_at FROM staff_shifts ORDER BY shift_id LIMIT 1")), endsBy);
}

void HubShiftTest::screensThatWereAwayTellLater()
{
    const qint64 now = m_hub->nowMs;
    const auto told = away(m_grill, m_aliya, now - 120 * minute);
    QVERIFY(told.ok());
    QCOMPARE(told->values[2], qint64(1));
    QCOMPARE(shifts()[0].beganAtMs, now - 120 * minute);
    // Told twice is told once; inside of it is it.
    QCOMPARE(away(m_grill, m_aliya, now - 120 * minute)->values[0], told->values[0]);
    QCOMPARE(away(m_grill, m_aliya, now - 60 * minute)->values[0], told->values[0]);
    QCOMPARE(shifts().size(), size_t(1));

    // What was before an open one ends where that begins, and leaves it where it is.
    QVERIFY(away(m_till, m_aliya, now - 180 * minute).ok());
    const auto known = shifts();
    QCOMPARE(known.size(), size_t(2));
    QCOMPARE(known[1].endedAtMs, std::optional(now - 120 * minute));
    QCOMPARE(known[0].terminalId, m_grill);
    QVERIFY(!known[0].endedAtMs);

    // Believed for a day, and never in the future.
    const qint64 marat = hire(QStringLiteral("Marat"), Role::Manager);
    QVERIFY(away(m_grill, marat, now + 60 * minute).ok());
    QCOMPARE(shifts(marat)[0].beganAtMs, now);
    const qint64 dana = hire(QStringLiteral("Dana"), Role::Counter);
    QVERIFY(away(m_grill, dana, now - 50 * 60 * minute).ok());
    QCOMPARE(shifts(dana)[0].beganAtMs, now - 24 * 60 * minute);
    QVERIFY(shifts(dana)[0].endedAtMs);
    VERIFY_CODE(away(m_grill, 999, now), ErrorCode::ValidationFailed);
}

void HubShiftTest::aSignOutThatComesLateIsBelieved()
{
    const qint64 began = m_hub->nowMs;
    QVERIFY(signIn(m_grill, m_aliya).ok());
    const qint64 endsBy = m_hub->number(QStringLiteral("SELECT ends_by FROM staff_shifts"));
    m_hub->nowMs = endsBy + minute;
    QVERIFY(signOut(m_grill, m_aliya, began + 30 * minute).ok());
    const auto known = shifts();
    QCOMPARE(known.size(), size_t(1));
    QCOMPARE(known[0].endedAtMs, std::optional(began + 30 * minute));
    QVERIFY(!known[0].endedByOther);
}

void HubShiftTest::managersEndForgottenOnes()
{
    const qint64 began = m_hub->nowMs;
    const qint64 shift = signIn(m_grill, m_aliya)->values[0];
    m_hub->nowMs += 60 * minute;
    VERIFY_CODE(end(shift, began - 1), ErrorCode::ValidationFailed);
    VERIFY_CODE(end(shift, m_hub->nowMs + 1), ErrorCode::ValidationFailed);
    VERIFY_CODE(end(shift + 100, began), ErrorCode::NotFound);
    QVERIFY(end(shift, began + 20 * minute).ok());
    QCOMPARE(shifts()[0].endedAtMs, std::optional(began + 20 * minute));
    QVERIFY(shifts()[0].endedByOther);
    // A second look at the clock.
    QVERIFY(end(shift, began + 30 * minute).ok());
    QVERIFY(signIn(m_grill, m_aliya).ok());
    m_hub->nowMs += 10 * minute;
    VERIFY_CODE(end(shift, m_hub->nowMs), ErrorCode::ValidationFailed);
    QVERIFY(signOut(m_grill, m_aliya).ok());
    VERIFY_CODE(end(shifts()[0].id, m_hub->nowMs), ErrorCode::ValidationFailed);
}

void HubShiftTest::whoLeavesGoesHome()
{
    const qint64 dana = hire(QStringLiteral("Dana"), Role::Counter);
    QVERIFY(signIn(m_grill, m_aliya).ok());
    QVERIFY(signIn(m_till, dana).ok());
    m_hub->nowMs += minute;
    StaffEdit off;
    off.active = false;
    QVERIFY(m_hub
                ->run(m_business.owner(),
                      [&](WriteContext &context) { return staffwrites::edit(context, dana, off, std::nullopt); })
                .ok());
    QVERIFY(m_hub
                ->run(m_business.owner(),
                      [&](WriteContext &context) { return staffwrites::remove(context, m_aliya, std::nullopt); })
                .ok());
    const auto known = shifts();
    QCOMPARE(known.size(), size_t(2));
    for (const StaffShift &shift : known) {
        QCOMPARE(shift.endedAtMs, std::optional(m_hub->nowMs));
        QVERIFY(shift.endedByOther);
    }
    const auto row = shiftreads::operatorRow(m_hub->database(), m_business.id, m_aliya);
    QVERIFY(row.ok());
    QVERIFY(!row->worksHere);
    QCOMPARE(row->role, Role::Kitchen);
}

void HubShiftTest::whoLeftMeanwhileWasAtWork()
{
    const qint64 left = m_hub->nowMs;
    QVERIFY(m_hub
                ->run(m_business.owner(),
                      [&](WriteContext &context) { return staffwrites::remove(context, m_aliya, std::nullopt); })
                .ok());
    m_hub->nowMs += 60 * minute;
    const auto told = away(m_grill, m_aliya, left - 90 * minute);
    QVERIFY(told.ok());
    QCOMPARE(told->values[2], qint64(0));
    QCOMPARE(shifts()[0].beganAtMs, left - 90 * minute);
    QCOMPARE(shifts()[0].endedAtMs, std::optional(left));
    // After they had left there is nothing to write down.
    const auto late = away(m_grill, m_aliya, left + minute);
    QVERIFY(late.ok());
    QCOMPARE(late->values[0], qint64(0));
    QCOMPARE(shifts().size(), size_t(1));
}

void HubShiftTest::theJournalNamesNobody()
{
    QVERIFY(signIn(m_grill, m_aliya).ok());
    m_hub->nowMs += minute;
    QVERIFY(signIn(m_till, m_aliya).ok());
    QVERIFY(signOut(m_till, m_aliya).ok());
    const QString actor = QStringLiteral("staff:%1").arg(m_aliya);
    for (const char *type : {"staff.shift_began", "staff.shift_moved", "staff.shift_ended"}) {
        QCOMPARE(m_hub->text(QStringLiteral("SELECT actor FROM journal WHERE type = ?"), {QLatin1String(type)}), actor);
        QVERIFY(m_hub->number(QStringLiteral("SELECT terminal_id FROM journal WHERE type = ?"), {QLatin1String(type)}) >
                0);
    }
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE payload LIKE '%Aliya%'")), qint64(0));
}

void HubShiftTest::othersDoNotExist()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Next door"));
    const qint64 shift = signIn(m_grill, m_aliya)->values[0];
    VERIFY_CODE(m_hub->run(other.owner(),
                           [&](WriteContext &context) { return shiftwrites::end(context, shift, m_hub->nowMs); }),
                ErrorCode::NotFound);
    VERIFY_CODE(shiftreads::operatorRow(m_hub->database(), other.id, m_aliya), ErrorCode::NotFound);
    const auto read = shiftreads::list(m_hub->database(), other.id, QString(), QString(), std::nullopt, m_hub->nowMs);
    QVERIFY(read.ok());
    QVERIFY(read->empty());
}

QTEST_GUILESS_MAIN(HubShiftTest)
#include "hubshifttest.moc"
