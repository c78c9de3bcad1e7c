// SPDX-License-Identifier: GPL-3.0-or-later
//
// What providers of SMS and Telegram are asked and answer, in the shapes that they document.
#include "sync/integrations/messages/httpchannels.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace oshaq;
using Kind = MessageOutcome::Kind;

namespace {

IntegrationAccess smsOf(const char *provider)
{
    IntegrationAccess access;
    access.integration.kind = IntegrationKind::Sms;
    access.integration.config[QStringLiteral("provider")] = QString::fromLatin1(provider);
    access.integration.config[QStringLiteral("sender")] = QStringLiteral("OSHAQ");
    access.secrets[QStringLiteral("api_key")] = QStringLiteral("key&1");
    return access;
}

WireReply answer(int status, const char *body, WireHeaders headers = {})
{
    WireReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = std::move(headers);
    return reply;
}

QString field(const WireRequest &request, const char *name)
{
    return QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

} // namespace

class MessageProvidersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mobizonIsAsked();
    void smscIsAsked();
    void anyProviderIsAsked();
    void aTextBringsNoFieldIn();
    void providersAnswer_data();
    void providersAnswer();
    void telegramIsAsked();
    void telegramAnswers_data();
    void telegramAnswers();
};

void MessageProvidersTest::mobizonIsAsked()
{
    const auto request =
        smsprovider::request(smsOf("mobizon"), QStringLiteral("+77011234567"), QStringLiteral("Сәлем & +"));
    QVERIFY(request);
    QCOMPARE(request->method, QByteArray("POST"));
    QCOMPARE(request->url,
             QByteArray("https://api.mobizon.kz/service/message/sendsmsmessage?output=json&api=v1&apiKey=key%261"));
    QCOMPARE(field(*request, "recipient"), QStringLiteral("77011234567"));
    QCOMPARE(field(*request, "text"), QStringLiteral("Сәлем & +"));
    QCOMPARE(field(*request, "from"), QStringLiteral("OSHAQ"));
    QVERIFY(request->onlyOnce);
}

void MessageProvidersTest::smscIsAsked()
{
    IntegrationAccess access = smsOf("smsc");
    access.integration.config[QStringLiteral("login")] = QStringLiteral("oshaq");
    auto request = smsprovider::request(access, QStringLiteral("+77011234567"), QStringLiteral("Привет"));
    QVERIFY(request);
    QCOMPARE(request->url, QByteArray("https://smsc.kz/sys/send.php"));
    QCOMPARE(field(*request, "phones"), QStringLiteral("+77011234567"));
    QCOMPARE(field(*request, "mes"), QStringLiteral("Привет"));
    QCOMPARE(field(*request, "fmt"), QStringLiteral("3"));
    QCOMPARE(field(*request, "login"), QStringLiteral("oshaq"));
    QCOMPARE(field(*request, "psw"), QStringLiteral("key&1"));
    access.integration.config.erase(QStringLiteral("login"));
    request = smsprovider::request(access, QStringLiteral("+77011234567"), QStringLiteral("Привет"));
    QCOMPARE(field(*request, "apikey"), QStringLiteral("key&1"));
}

void MessageProvidersTest::anyProviderIsAsked()
{
    IntegrationAccess access = smsOf("generic");
    QVERIFY(!smsprovider::request(access, QStringLiteral("+77011234567"), QStringLiteral("x")));
    access.integration.config[QStringLiteral("url")] = QStringLiteral("https://sms.test/send");
    auto request = smsprovider::request(access, QStringLiteral("+77011234567"), QStringLiteral("Сәлем"));
    QVERIFY(request);
    QJsonObject body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.value(QLatin1String("to")).toString(), QStringLiteral("+77011234567"));
    QCOMPARE(body.value(QLatin1String("text")).toString(), QStringLiteral("Сәлем"));
    QVERIFY(request->headers.contains({"Authorization", "Bearer key&1"}));
    access.integration.config[QStringLiteral("body")] = QStringLiteral(R"({"msisdn":"{phone}","m":{"t":"{text}"}})");
    request = smsprovider::request(access, QStringLiteral("+77011234567"), QStringLiteral("Сәлем"));
    body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.value(QLatin1String("m")).toObject().value(QLatin1String("t")).toString(), QStringLiteral("Сәлем"));
    access.integration.config[QStringLiteral("body")] = QStringLiteral("{\"to\":{phone}");
    QVERIFY(!smsprovider::request(access, QStringLiteral("+77011234567"), QStringLiteral("x")));
}

void MessageProvidersTest::aTextBringsNoFieldIn()
{
    IntegrationAccess access = smsOf("generic");
    access.integration.config[QStringLiteral("url")] = QStringLiteral("https://sms.test/send");
    const QString text = QStringLiteral("\",\"to\":\"+7000\" {phone} \\ \n {sender}");
    const auto request = smsprovider::request(access, QStringLiteral("+77011234567"), text);
    QVERIFY(request);
    const QJsonObject body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.value(QLatin1String("text")).toString(), text);
    QCOMPARE(body.value(QLatin1String("to")).toString(), QStringLiteral("+77011234567"));
}

void MessageProvidersTest::providersAnswer_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *provider, int status, const char *body, Kind kind) {
        QTest::newRow(name) << QByteArray(provider) << status << QByteArray(body) << int(kind);
    };
    row("Mobizon takes it", "mobizon", 200,
        R"({"code":0,"data":{"campaignId":"1","messageId":"2","status":2},"message":""})", Kind::Sent);
    row("Mobizon: the number is none", "mobizon", 200,
        R"({"code":1,"data":{"recipient":"wrong"},"message":"Validation failed"})", Kind::GiveUp);
    row("Mobizon: the key is none", "mobizon", 200, R"({"code":8,"data":[],"message":"Wrong key"})", Kind::TryLater);
    row("Mobizon is ill", "mobizon", 502, "<html>", Kind::TryLater);
    row("Mobizon says nothing", "mobizon", 200, "<html>", Kind::TryLater);
    row("SMSC takes it", "smsc", 200, R"({"id":1234,"cnt":1})", Kind::Sent);
    row("SMSC: no money", "smsc", 200, R"({"error":"no money","error_code":3})", Kind::TryLater);
    row("SMSC: the number is none", "smsc", 200, R"({"error":"invalid number","error_code":7,"id":9})", Kind::GiveUp);
    row("SMSC is ill", "smsc", 503, "", Kind::TryLater);
    row("another takes it", "generic", 202, "", Kind::Sent);
    row("another wants it never", "generic", 400, "", Kind::GiveUp);
    row("another has a wrong key", "generic", 401, "", Kind::TryLater);
    row("another has too many", "generic", 429, "", Kind::TryLater);
}

void MessageProvidersTest::providersAnswer()
{
    QFETCH(const QByteArray, provider);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, kind);
    const MessageOutcome outcome =
        smsprovider::outcome(smsOf(provider.constData()), answer(status, body.constData(), {{"retry-after", "7"}}));
    QCOMPARE(int(outcome.kind), kind);
    QCOMPARE(outcome.error.isEmpty(), outcome.kind == Kind::Sent);
    QVERIFY(!outcome.error.contains(QLatin1String("key&1")));
}

void MessageProvidersTest::telegramIsAsked()
{
    IntegrationAccess access;
    access.integration.kind = IntegrationKind::Telegram;
    access.secrets[QStringLiteral("bot_token")] = QStringLiteral("123:AA-b_c");
    QVERIFY(!telegrambot::request(access, QString(), QStringLiteral("x")));
    access.integration.config[QStringLiteral("staff_chat")] = QStringLiteral("-100200");
    auto request = telegrambot::request(access, QString(), QStringLiteral("Заказ опаздывает"));
    QVERIFY(request);
    QCOMPARE(request->url, QByteArray("https://api.telegram.org/bot123:AA-b_c/sendMessage"));
    QJsonObject body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.value(QLatin1String("chat_id")).toString(), QStringLiteral("-100200"));
    QCOMPARE(body.value(QLatin1String("text")).toString(), QStringLiteral("Заказ опаздывает"));
    request = telegrambot::request(access, QStringLiteral("77"), QStringLiteral("x"));
    body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.value(QLatin1String("chat_id")).toString(), QStringLiteral("77"));
}

void MessageProvidersTest::telegramAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("retryInMs");
    const auto row = [](const char *name, int status, const char *body, Kind kind, qint64 retryInMs = 0) {
        QTest::newRow(name) << status << QByteArray(body) << int(kind) << retryInMs;
    };
    row("takes it", 200, R"({"ok":true,"result":{"message_id":1}})", Kind::Sent);
    row("too many", 429, R"({"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":11}})",
        Kind::TryLater, 11'000);
    row("threw the bot out", 403, R"({"ok":false,"error_code":403,"description":"Forbidden: bot was kicked"})",
        Kind::GiveUp);
    row("no such chat", 400, R"({"ok":false,"error_code":400,"description":"Bad Request: chat not found"})",
        Kind::GiveUp);
    row("wrong token", 401, R"({"ok":false,"error_code":401,"description":"Unauthorized"})", Kind::TryLater);
    row("somebody else", 200, "<html>", Kind::TryLater);
}

void MessageProvidersTest::telegramAnswers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, kind);
    QFETCH(const qint64, retryInMs);
    const MessageOutcome outcome = telegrambot::outcome(answer(status, body.constData()));
    QCOMPARE(int(outcome.kind), kind);
    QCOMPARE(outcome.retryInMs, retryInMs);
    const QString description = QJsonDocument::fromJson(body).object().value(QLatin1String("description")).toString();
    QVERIFY2(outcome.error.contains(description), qPrintable(outcome.error));
}

QTEST_GUILESS_MAIN(MessageProvidersTest)
#include "messageproviderstest.moc"
