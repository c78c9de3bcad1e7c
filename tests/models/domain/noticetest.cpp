// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/noticetexts.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace oshaq;

namespace {

qint64 at(const char *zone, const char *text)
{
    const QDateTime local = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    return QDateTime(local.date(), local.time(), QTimeZone(QByteArray(zone))).toMSecsSinceEpoch();
}

} // namespace

class NoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesGoBothWays();
    void quietHours_data();
    void quietHours();
    void everyTextIsThereAndFits();
    void fillingBringsNothingElseIn();
    void wrongTemplatesAreRefused_data();
    void wrongTemplatesAreRefused();
    void addresses_data();
    void addresses();
    void recipientsAreChecked();
    void masksTellLittle();
};

void NoticeTest::namesGoBothWays()
{
    for (const NoticeEvent event : allNoticeEvents)
        QCOMPARE(noticeEventFromText(noticeEventText(event)), std::optional(event));
    for (const NoticeChannel channel : allNoticeChannels)
        QCOMPARE(noticeChannelFromText(noticeChannelText(channel)), std::optional(channel));
    for (const NoticeState state : allNoticeStates)
        QCOMPARE(noticeStateFromText(noticeStateText(state)), std::optional(state));
    QVERIFY(!noticeEventFromText(u"order_eaten"));
    QVERIFY(!noticeChannelFromText(u""));
}

void NoticeTest::quietHours_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("until"); // empty: it is not quiet
    const auto row = [](const char *name, int from, int to, const char *zone, const char *now, const char *until) {
        QTest::newRow(name) << from << to << QByteArray(zone) << QByteArray(now) << QByteArray(until);
    };
    constexpr int ten = 22 * 60;
    constexpr int eight = 8 * 60;
    row("none", ten, ten, "Asia/Almaty", "2026-01-15T23:00:00", "");
    row("before", ten, eight, "Asia/Almaty", "2026-01-15T21:59:00", "");
    row("in the evening", ten, eight, "Asia/Almaty", "2026-01-15T22:00:00", "2026-01-16T08:00:00");
    row("in the night", ten, eight, "Asia/Almaty", "2026-01-16T03:30:00", "2026-01-16T08:00:00");
    row("at its end", ten, eight, "Asia/Almaty", "2026-01-16T08:00:00", "");
    row("at noon", 13 * 60, 15 * 60, "Asia/Almaty", "2026-01-16T14:59:00", "2026-01-16T15:00:00");
    row("until midnight", 21 * 60, 0, "Asia/Almaty", "2026-01-16T21:30:00", "2026-01-17T00:00:00");
    row("the shorter night", ten, eight, "Europe/Berlin", "2026-03-28T23:00:00", "2026-03-29T08:00:00");
}

void NoticeTest::quietHours()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, now);
    QFETCH(const QByteArray, until);
    const auto end = quietUntil({from, to}, QString::fromLatin1(zone), at(zone.constData(), now.constData()));
    if (until.isEmpty())
        QVERIFY(!end);
    else
        QCOMPARE(end, std::optional(at(zone.constData(), until.constData())));
}

void NoticeTest::everyTextIsThereAndFits()
{
    for (const NoticeEvent event : allNoticeEvents) {
        for (const NoticeChannel channel : allNoticeChannels) {
            if (!reaches(channel, audienceOf(event)))
                continue;
            QStringList bodies;
            for (const QString &language : noticeLanguages()) {
                const NoticeText text = defaultNoticeText(event, channel, language);
                const auto fits = checkNoticeText(event, channel, text);
                QVERIFY2(fits,
                         qPrintable(noticeEventText(event) + u' ' + noticeChannelText(channel) + u' ' + language));
                const NoticeText filled = fillNotice(text, exampleNoticeValues(event, language));
                QVERIFY(!filled.body.isEmpty());
                QVERIFY(!filled.body.contains(u'{') && !filled.subject.contains(u'{'));
                QCOMPARE(filled.subject.isEmpty(), !hasSubject(channel));
                bodies.append(text.body);
            }
            // No language got another one's words.
            QCOMPARE(bodies.removeDuplicates(), 0);
        }
    }
}

void NoticeTest::fillingBringsNothingElseIn()
{
    const NoticeText text{QStringLiteral("{business}: {number}"), QStringLiteral("Hello {name}. {reason}\nBye")};
    const NoticeText filled = fillNotice(text, {{QStringLiteral("business"), QStringLiteral("A\r\nBcc: x")},
                                                {QStringLiteral("number"), QStringLiteral("{name}")},
                                                {QStringLiteral("name"), QStringLiteral("{number}")}});
    QCOMPARE(filled.subject, QStringLiteral("A Bcc: x: {name}"));
    QCOMPARE(filled.body, QStringLiteral("Hello {number}.\nBye"));
}

void NoticeTest::wrongTemplatesAreRefused_data()
{
    QTest::addColumn<int>("channel");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, NoticeChannel channel, const QString &subject, const QString &body,
                        const char *path) {
        QTest::newRow(name) << int(channel) << subject << body << QString::fromLatin1(path);
    };
    const QString fine = QStringLiteral("{number}");
    row("no body", NoticeChannel::Email, fine, QStringLiteral(" \n"), "body");
    row("no subject", NoticeChannel::Email, QString(), fine, "subject");
    row("a subject of two lines", NoticeChannel::Email, QStringLiteral("a\nb"), fine, "subject");
    row("a subject of an SMS", NoticeChannel::Sms, fine, fine, "subject");
    row("another event's placeholder", NoticeChannel::Email, fine, QStringLiteral("{item}"), "body");
    row("a placeholder that is none", NoticeChannel::Email, fine, QStringLiteral("{}"), "body");
    row("open", NoticeChannel::Email, fine, QStringLiteral("a {number"), "body");
    row("closed", NoticeChannel::Email, fine, QStringLiteral("a } b"), "body");
    row("too long for an SMS", NoticeChannel::Sms, QString(), QString(336, u'a'), "body");
}

void NoticeTest::wrongTemplatesAreRefused()
{
    QFETCH(const int, channel);
    QFETCH(const QString, subject);
    QFETCH(const QString, body);
    QFETCH(const QString, path);
    const auto checked = checkNoticeText(NoticeEvent::OrderReady, NoticeChannel(channel), {subject, body});
    QVERIFY(!checked);
    QCOMPARE(checked.error().details.size(), std::size_t{1});
    QCOMPARE(checked.error().details.front().path, path);
}

void NoticeTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << "aliya@example.kz" << true;
    QTest::newRow("tag") << "a.b+oshaq@mail.example.kz" << true;
    QTest::newRow("no host") << "aliya@" << false;
    QTest::newRow("no name") << "@example.kz" << false;
    QTest::newRow("two") << "a@b.kz,c@d.kz" << false;
    QTest::newRow("blank") << "a b@c.kz" << false;
    QTest::newRow("line") << "a@c.kz\n" << false;
    QTest::newRow("header") << "a@c.kz\r\nBcc: d@e.kz" << false;
    QTest::newRow("brackets") << "<a@c.kz>" << false;
    QTest::newRow("Cyrillic") << QStringLiteral("әлия@мысал.қаз") << false;
}

void NoticeTest::addresses()
{
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    QCOMPARE(isEmailAddress(text), good);
}

void NoticeTest::recipientsAreChecked()
{
    NoticeRecipient recipient{0, QStringLiteral(" Serik "), NoticeChannel::Sms, QStringLiteral("8 701 123 45 67"), {},
                              {}};
    QVERIFY(checkRecipient(&recipient));
    QCOMPARE(recipient.address, QStringLiteral("+77011234567"));
    QCOMPARE(recipient.name, QStringLiteral("Serik"));
    QVERIFY(recipient.wants(NoticeEvent::OrderLate));
    QVERIFY(!recipient.wants(NoticeEvent::OrderReady)); // that is for guests
    recipient.events = {NoticeEvent::DayEnd};
    QVERIFY(checkRecipient(&recipient));
    QVERIFY(!recipient.wants(NoticeEvent::OrderLate));
    recipient.events = {NoticeEvent::OrderReady};
    QVERIFY(!checkRecipient(&recipient));
    NoticeRecipient chat{0, QStringLiteral("Kitchen"), NoticeChannel::Telegram, QStringLiteral("-1001234"), {}, {}};
    QVERIFY(checkRecipient(&chat));
    chat.address = QStringLiteral("https://t.me/x");
    QVERIFY(!checkRecipient(&chat));
    NoticeRecipient screen{0, QStringLiteral("Screen"), NoticeChannel::Screen, QStringLiteral("1"), {}, {}};
    QVERIFY(!checkRecipient(&screen));
}

void NoticeTest::masksTellLittle()
{
    QCOMPARE(maskedAddress(QStringLiteral("+77011234567")), QStringLiteral("+7********67"));
    QCOMPARE(maskedAddress(QStringLiteral("aliya@example.kz")), QStringLiteral("a***@example.kz"));
    QCOMPARE(maskedAddress(QStringLiteral("123")), QStringLiteral("***"));
}

QTEST_APPLESS_MAIN(NoticeTest)
#include "noticetest.moc"
