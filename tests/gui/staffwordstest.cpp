// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of people, hours and locks; files for spreadsheets; who may see which page.
#include "models/domain/credentials.h"
#include "ui/common/csvlines.h"
#include "ui/common/formats.h"
#include "ui/lock/idlewatch.h"
#include "ui/lock/locktext.h"
#include "ui/lock/pageaccess.h"
#include "ui/staff/stafftext.h"
#include "ui/staff/suggestion.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

class StaffWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void filesAreForSpreadsheets();
    void formulasAreTexts_data();
    void formulasAreTexts();
    void suggestionsAreTaken();
    void weakPinsAreTold();
    void lengthsAndRanges();
    void spansSayWhatIsUnusual();
    void waysToSignIn();
    void initials();
    void waitsAreRead();
    void pagesFollowTheRole();
    void sectionsFollowTheRole();
    void idleIsNoticed();
    void touchesPutItOff();
    void neverIsNever();
};

void StaffWordsTest::filesAreForSpreadsheets()
{
    const QByteArray file = csvLines({{QStringLiteral("Name"), QStringLiteral("Hours")},
                                      {QStringLiteral("Ibraeva, \"Aika\""), QStringLiteral("8:05")},
                                      {QStringLiteral("two\nlines"), QString()}});
    QCOMPARE(file, QByteArray("\xEF\xBB\xBF"
                              "Name,Hours\r\n\"Ibraeva, \"\"Aika\"\"\",8:05\r\n\"two\nlines\",\r\n"));
    QCOMPARE(clipboardLines({{QStringLiteral("a\tb"), QStringLiteral("c\nd")}}), QStringLiteral("a b\tc d\n"));
    QCOMPARE(csvLines({}), QByteArray("\xEF\xBB\xBF"));
}

void StaffWordsTest::formulasAreTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"=1+1", "+7 701", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void StaffWordsTest::formulasAreTexts()
{
    QFETCH(QString, text);
    QString line = QString::fromUtf8(csvLines({{text}}).mid(3));
    if (line.startsWith(u'"'))
        line = line.mid(1);
    QVERIFY2(line.startsWith(u'\''), qPrintable(line));
    if (text.front() != u'\t' && text.front() != u'\r')
        QVERIFY(clipboardLines({{text}}).startsWith(u'\''));
}

void StaffWordsTest::suggestionsAreTaken()
{
    QRandomGenerator random(7);
    QSet<QString> pins;
    for (int i = 0; i < 300; ++i) {
        const QString pin = suggestedPin(random);
        QVERIFY2(checkPin(pin), qPrintable(pin));
        QCOMPARE(pin.size(), 6);
        pins.insert(pin);
        const QString password = suggestedPassword(random);
        QVERIFY2(checkPassword(password), qPrintable(password));
    }
    QVERIFY(pins.size() > 290);
}

void StaffWordsTest::weakPinsAreTold()
{
    QCOMPARE(StaffText::pinProblem(QStringLiteral("4821")), QString());
    QVERIFY(StaffText::pinProblem(QStringLiteral("482")).contains(QStringLiteral("4 to 8 digits")));
    QVERIFY(StaffText::pinProblem(QStringLiteral("12a4")).contains(QStringLiteral("digits")));
    QVERIFY(StaffText::pinProblem(QStringLiteral("1234")).contains(QStringLiteral("anybody tries")));
    QCOMPARE(StaffText::passwordProblem(QStringLiteral("long enough!")), QString());
    QVERIFY(StaffText::passwordProblem(QStringLiteral("short")).contains(QStringLiteral("10")));
    QVERIFY(!StaffText::passwordProblem(QStringLiteral("aaaaaaaaaaaa")).isEmpty());
}

void StaffWordsTest::lengthsAndRanges()
{
    QCOMPARE(StaffText::length(35 * 60'000), QStringLiteral("35 min"));
    QCOMPARE(StaffText::length(485 * 60'000), QStringLiteral("8 h 05 min"));
    QCOMPARE(StaffText::hours(485 * 60'000), QStringLiteral("8:05"));
    QCOMPARE(StaffText::hours(0), QStringLiteral("0:00"));
    QCOMPARE(StaffText::range(QDate(2026, 1, 12), QDate(2026, 1, 18)), QStringLiteral("12–18 January 2026"));
    QCOMPARE(StaffText::range(QDate(2026, 1, 26), QDate(2026, 2, 1)), QStringLiteral("26 Jan – 1 Feb 2026"));
    QCOMPARE(StaffText::range(QDate(2025, 12, 29), QDate(2026, 1, 4)), QStringLiteral("29 Dec 2025 – 4 Jan 2026"));
    QCOMPARE(StaffText::range(QDate(2026, 1, 12), QDate(2026, 1, 12)), QStringLiteral("12 January 2026"));
}

void StaffWordsTest::spansSayWhatIsUnusual()
{
    const ZoneClock clock(QStringLiteral("Asia/Almaty"));
    WorkPart part;
    part.beginMs = 1'768'449'720'000; // 09:02
    part.endMs = part.beginMs + 8 * 3600 * 1000LL;
    QCOMPARE(StaffText::span(part, clock), QStringLiteral("09:02–17:02"));
    QCOMPARE(StaffText::remark(part), QString());
    part.fromDayBefore = true;
    part.intoNextDay = true;
    QCOMPARE(StaffText::span(part, clock), QStringLiteral("→ 09:02–17:02 →"));
    part.open = true;
    QCOMPARE(StaffText::span(part, clock), QStringLiteral("→ 09:02–now"));
    part.endedByOther = true;
    QCOMPARE(StaffText::remark(part), QStringLiteral("did not sign out"));
    part.forgotten = true;
    QCOMPARE(StaffText::remark(part), QStringLiteral("not signed out?"));
}

void StaffWordsTest::waysToSignIn()
{
    StaffMember member;
    QCOMPARE(StaffText::signsInBy(member), QStringLiteral("No PIN yet"));
    member.hasPin = true;
    QCOMPARE(StaffText::signsInBy(member), QStringLiteral("PIN"));
    member.hasPassword = true;
    QCOMPARE(StaffText::signsInBy(member), QStringLiteral("PIN, password"));
    member.stationId = 9;
    QCOMPARE(StaffText::stationName(member, {}), QStringLiteral("A station that is gone"));
}

void StaffWordsTest::initials()
{
    QCOMPARE(formats::initials(QStringLiteral("Aigerim Ibraeva")), QStringLiteral("AI"));
    QCOMPARE(formats::initials(QStringLiteral(" әсем ")), QStringLiteral("Ә"));
    QCOMPARE(formats::initials(QString()), QString());
}

void StaffWordsTest::waitsAreRead()
{
    PortFailure failure{PortFailure::Kind::Refused,
                        QStringLiteral("SIGN_IN_LOCKED"),
                        QStringLiteral("Too many failures; try again in 45 seconds."),
                        {}};
    QCOMPARE(LockText::waitSeconds(failure), 45);
    failure.details.push_back({QStringLiteral("retry_after_seconds"), QStringLiteral("30")});
    QCOMPARE(LockText::waitSeconds(failure), 30);
    failure.details.front().issue = QStringLiteral("99999999");
    QCOMPARE(LockText::waitSeconds(failure), 24 * 3600);
    failure.details.front().issue = QStringLiteral("-5");
    QCOMPARE(LockText::waitSeconds(failure), 0);
    failure.errorCode = QStringLiteral("CREDENTIALS_WRONG");
    QCOMPARE(LockText::waitSeconds(failure), 0);
    QVERIFY(LockText::refusal(failure, 1) != LockText::refusal(failure, 2));
    QCOMPARE(LockText::waiting(28), QStringLiteral("Too many wrong PINs. Wait 0:28."));
    QVERIFY(LockText::refusal(PortFailure(), 0).contains(QStringLiteral("only people who were here lately")));
}

void StaffWordsTest::pagesFollowTheRole()
{
    for (const Role role : {Role::Owner, Role::Manager}) {
        for (const char16_t *key : {u"kitchen", u"orders", u"catalog", u"statistics", u"staff", u"settings"})
            QVERIFY(pageAllowed(key, role));
    }
    for (const Role role : {Role::Kitchen, Role::Counter, Role::Courier}) {
        QVERIFY(pageAllowed(u"kitchen", role));
        QVERIFY(pageAllowed(u"settings", role));
        QCOMPARE(pageAllowed(u"orders", role), role != Role::Kitchen);
        for (const char16_t *key : {u"catalog", u"statistics", u"staff", u"something new"})
            QVERIFY(!pageAllowed(key, role));
    }
    for (const Role role : {Role::Guest, Role::Integration})
        QVERIFY(!pageAllowed(u"kitchen", role));
}

void StaffWordsTest::sectionsFollowTheRole()
{
    QVERIFY(sectionAllowed(u"display", Role::Courier));
    QVERIFY(sectionAllowed(u"shortcuts", Role::Kitchen));
    QVERIFY(!sectionAllowed(u"printers", Role::Kitchen));
    QVERIFY(!sectionAllowed(u"locks", Role::Counter));
    QVERIFY(sectionAllowed(u"locks", Role::Manager));
}

void StaffWordsTest::idleIsNoticed()
{
    qint64 now = 1000;
    IdleWatch watch([&now] { return now; });
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setSeconds(30);
    QCOMPARE(watch.timerMs(), 30'000);
    now += 29'999;
    watch.check();
    QCOMPARE(idle.count(), 0);
    QCOMPARE(watch.timerMs(), 1);
    now += 1;
    watch.check();
    QCOMPARE(idle.count(), 1);
    watch.check();
    QCOMPARE(idle.count(), 1);
}

void StaffWordsTest::touchesPutItOff()
{
    qint64 now = 1000;
    IdleWatch watch([&now] { return now; });
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setSeconds(30);
    QObject anything;
    const auto touch = [&anything] {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&anything, &event);
    };
    now += 20'000;
    touch();
    // The touch moves no timer; it looks again when it would have been time.
    QCOMPARE(watch.timerMs(), 30'000);
    now += 10'000;
    watch.check();
    QCOMPARE(idle.count(), 0);
    QCOMPARE(watch.timerMs(), 20'000);
    // Less than a second after the last one: not written down.
    now = 1000 + 20'500;
    touch();
    now = 1000 + 50'000;
    watch.check();
    QCOMPARE(idle.count(), 1);
    // That something is drawn or moves is no touch.
    watch.setSeconds(30);
    now += 20'000;
    QEvent paint(QEvent::Paint);
    QCoreApplication::sendEvent(&anything, &paint);
    QEvent move(QEvent::MouseMove);
    QCoreApplication::sendEvent(&anything, &move);
    now += 10'000;
    watch.check();
    QCOMPARE(idle.count(), 2);
}

void StaffWordsTest::neverIsNever()
{
    qint64 now = 0;
    IdleWatch watch([&now] { return now; });
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setSeconds(0);
    QCOMPARE(watch.timerMs(), 0);
    now += 1'000'000'000;
    watch.check();
    QCOMPARE(idle.count(), 0);
}

QTEST_MAIN(StaffWordsTest)
#include "staffwordstest.moc"
