// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/webpush.h"
#include "models/runtime/clock.h"
#include "sync/client/curltransport.h"
#include "sync/integrations/messages/httpchannels.h"
#include "tests/sync/integrations/lineserver.h"

#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int patienceMs = 60'000;

QByteArray decoded(const char *text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

} // namespace

class WebPushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheRfc();
    void keysBelongTogether();
    void keysOfAStrangerAreRefused();
    void aRecordHasItsLimit();
    void aBrowserReadsIt();
    void aBrowserThatIsGoneIsForgotten_data();
    void aBrowserThatIsGoneIsForgotten();

private:
    MessageOutcome push(const LineServer &service, const webpush::VapidKeys &keys);
};

void WebPushTest::theExampleOfTheRfc()
{
    // RFC 8291, section 5 and appendix A.
    const auto body = webpush::encryptWith(
        "When I grow up, I want to be a watermelon",
        decoded("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        decoded("BTBZMqHH6r4Tts7J_aSIgg"), decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
        decoded("DGv6ra1nlYgDCS1FRnbzlw"));
    QVERIFY(body);
    QCOMPARE(
        *body,
        decoded("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tl"
                "zAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"));
}

void WebPushTest::keysBelongTogether()
{
    const auto keys = webpush::makeKeys();
    const auto others = webpush::makeKeys();
    QVERIFY(keys && others);
    QVERIFY(keys->publicKey != others->publicKey);
    QCOMPARE(decoded(keys->publicKey.toLatin1().constData()).size(), qsizetype{65});
    QCOMPARE(decoded(keys->privateKey.toLatin1().constData()).size(), qsizetype{32});
    QVERIFY(webpush::checkKeys(*keys));
    QVERIFY(!webpush::checkKeys({keys->publicKey, others->privateKey}));
    QVERIFY(!webpush::checkKeys({keys->publicKey, QString()}));
    QVERIFY(!webpush::authorization({keys->publicKey, others->privateKey}, "https://push.test/x", QString(), 1));
}

void WebPushTest::keysOfAStrangerAreRefused()
{
    PushSubscription subscription;
    subscription.p256dh = decoded(webpush::makeKeys()->publicKey.toLatin1().constData());
    subscription.auth = QByteArray(16, 'a');
    QVERIFY(webpush::checkSubscription(subscription));
    // A point beside the curve.
    PushSubscription beside = subscription;
    beside.p256dh[40] = char(beside.p256dh.at(40) ^ 1);
    QVERIFY(!webpush::checkSubscription(beside));
    QVERIFY(!webpush::encrypt("x", beside.p256dh, beside.auth));
    PushSubscription shorter = subscription;
    shorter.auth.chop(1);
    QVERIFY(!webpush::checkSubscription(shorter));
    shorter = subscription;
    shorter.p256dh.clear();
    QVERIFY(!webpush::checkSubscription(shorter));
}

void WebPushTest::aRecordHasItsLimit()
{
    const QByteArray point = decoded(webpush::makeKeys()->publicKey.toLatin1().constData());
    const QByteArray auth(16, 'a');
    const auto longest = webpush::encrypt(QByteArray(webpush::longestPlain, 'x'), point, auth);
    QVERIFY(longest);
    QCOMPARE(longest->size(), qsizetype{4096});
    QVERIFY(!webpush::encrypt(QByteArray(webpush::longestPlain + 1, 'x'), point, auth));
}

MessageOutcome WebPushTest::push(const LineServer &service, const webpush::VapidKeys &keys)
{
    SystemClock clock;
    WireThread wire;
    CurlTransport transport(wire);
    WebPushChannel channel([&transport](qint64) -> HttpTransport & { return transport; }, clock);
    IntegrationAccess access;
    access.integration.kind = IntegrationKind::WebPush;
    access.integration.config[QStringLiteral("subject")] = QStringLiteral("mailto:kitchen@oshaq.test");
    access.integration.config[QStringLiteral("public_key")] = keys.publicKey;
    access.secrets[QStringLiteral("private_key")] = keys.privateKey;
    PushSubscription subscription;
    const auto said = [&service](const char *key) { return service.ready().value(QLatin1String(key)).toString(); };
    subscription.endpoint = said("endpoint");
    subscription.p256dh = decoded(said("p256dh").toLatin1().constData());
    subscription.auth = decoded(said("auth").toLatin1().constData());
    OutgoingMessage message;
    message.businessId = 1;
    message.uuid = QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab");
    message.event = NoticeEvent::OrderReady;
    message.orderNumber = QStringLiteral("A-042");
    message.giveUpAtMs = clock.nowMs() + 600'500;
    message.content.subscription = subscription;
    message.content.text = {QStringLiteral("Тапсырыс дайын"),
                            QStringLiteral("A-042 тапсырысыңыз дайын. Әлия, асыңыз дәмді болсын!")};
    std::optional<MessageOutcome> outcome;
    channel.send(access, message, [&outcome](const MessageOutcome &came) { outcome = came; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patienceMs))
        return {MessageOutcome::Kind::Held, QStringLiteral("no outcome"), 0, false};
    return *outcome;
}

void WebPushTest::aBrowserReadsIt()
{
    LineServer service;
    QVERIFY(service.start(QStringLiteral("pushservice.py"), {}));
    const auto keys = webpush::makeKeys();
    const MessageOutcome outcome = push(service, *keys);
    QTRY_VERIFY_WITH_TIMEOUT(
        !service.said(QStringLiteral("push")).empty() || !service.said(QStringLiteral("wrong")).empty(), patienceMs);
    QVERIFY2(service.said(QStringLiteral("wrong")).empty(),
             QJsonDocument(service.said(QStringLiteral("wrong")).empty()
                               ? QJsonObject()
                               : service.said(QStringLiteral("wrong")).front())
                 .toJson()
                 .constData());
    QVERIFY2(outcome.kind == MessageOutcome::Kind::Sent, qPrintable(outcome.error));
    const QJsonObject said = service.said(QStringLiteral("push")).front();
    const QJsonObject text = QJsonDocument::fromJson(said.value(QLatin1String("text")).toString().toUtf8()).object();
    QCOMPARE(text.value(QLatin1String("title")).toString(), QStringLiteral("Тапсырыс дайын"));
    QCOMPARE(text.value(QLatin1String("body")).toString(),
             QStringLiteral("A-042 тапсырысыңыз дайын. Әлия, асыңыз дәмді болсын!"));
    QCOMPARE(text.value(QLatin1String("order")).toString(), QStringLiteral("A-042"));
    QCOMPARE(said.value(QLatin1String("subject")).toString(), QStringLiteral("mailto:kitchen@oshaq.test"));
    QCOMPARE(said.value(QLatin1String("key")).toString(), keys->publicKey);
    QCOMPARE(said.value(QLatin1String("urgency")).toString(), QStringLiteral("high"));
    QVERIFY(said.value(QLatin1String("ttl")).toInt() > 500);
    QVERIFY(said.value(QLatin1String("topic")).toString().size() <= 32);
}

void WebPushTest::aBrowserThatIsGoneIsForgotten_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("forgotten");
    QTest::newRow("gone") << "410" << int(MessageOutcome::Kind::GiveUp) << true;
    QTest::newRow("never was") << "404" << int(MessageOutcome::Kind::GiveUp) << true;
    QTest::newRow("too many") << "429" << int(MessageOutcome::Kind::TryLater) << false;
    QTest::newRow("ill") << "503" << int(MessageOutcome::Kind::TryLater) << false;
    QTest::newRow("too large") << "413" << int(MessageOutcome::Kind::GiveUp) << false;
}

void WebPushTest::aBrowserThatIsGoneIsForgotten()
{
    QFETCH(const QString, status);
    QFETCH(const int, kind);
    QFETCH(const bool, forgotten);
    LineServer service;
    QVERIFY(service.start(QStringLiteral("pushservice.py"), {status}));
    const MessageOutcome outcome = push(service, *webpush::makeKeys());
    QCOMPARE(int(outcome.kind), kind);
    QCOMPARE(outcome.forgetSubscription, forgotten);
    QVERIFY(!outcome.error.isEmpty());
}

QTEST_GUILESS_MAIN(WebPushTest)
#include "webpushtest.moc"
