// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that must stay secret is told to a real hub, and then looked for, byte by byte, in every file that it
// keeps and in all that it said: its database, the log of the database, its own log.

#include "tests/support/blockinghttp.h"
#include "tests/support/fakebank.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <map>
#include <memory>

using namespace oshaq::test;

namespace {

constexpr char cardNumber[] = "4405639704015096";
constexpr char pin[] = "73914628";

QJsonObject dataOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String("data")).toObject();
}

/// The bytes that a text of RFC 4648 base32 (without padding) stands for.
QByteArray ofBase32(const QString &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar letter : text) {
        bits = (bits << 5) | quint32(QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(letter));
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(char(bits >> count & 0xff));
        }
    }
    return bytes;
}

} // namespace

class SecretScanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSecretIsKeptOrSaid();

private:
    WireAnswer send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                    const QByteArray &token = {});
    /// `name` says what it is when it is found.
    void plant(const QByteArray &name, const QByteArray &secret) { m_planted[name] = secret; }
    void setUp(const char *kind, const QByteArray &config, const QByteArray &secrets);
    void payByCard(FakeBank &bank);
    static QByteArray everythingIn(const QString &directory);

    std::unique_ptr<OshaqdProcess> m_hub;
    std::unique_ptr<BlockingHttp> m_http;
    std::map<QByteArray, QByteArray> m_planted;
    QByteArray m_guest;
};

WireAnswer SecretScanTest::send(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                const QByteArray &token)
{
    m_http->setToken(token.isEmpty() ? m_hub->businessToken() : token);
    const auto answer = m_http->request(method, "/api/v1/" + path, body,
                                        {{"Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)}});
    return answer.value_or(WireAnswer());
}

void SecretScanTest::setUp(const char *kind, const QByteArray &config, const QByteArray &secrets)
{
    const QByteArray path = QByteArray("admin/integrations/") + kind;
    const auto answer =
        send("PUT", path, "{\"enabled\":true,\"version\":0,\"config\":" + config + ",\"secrets\":" + secrets + '}');
    QVERIFY2(answer.status == 200, kind + QByteArray(": ") + answer.body);
    // A failure has a reason, and the reason is written down.
    QVERIFY(send("POST", path + "/test", "{\"to\":\"+77010000001\"}").status > 0);
}

void SecretScanTest::payByCard(FakeBank &bank)
{
    const auto items = menuItemIds(m_hub->port(), m_hub->businessToken());
    QVERIFY(!items.empty());
    const QByteArray order = "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + QByteArray::number(items.front()) +
                             ",\"quantity\":1}]}";
    const auto place = [&] {
        return QByteArray::number(dataOf(send("POST", "user/orders/create", order, m_guest).body)
                                      .value(QLatin1String("order_id"))
                                      .toInteger());
    };
    const QByteArray first = place();
    const QJsonObject begun =
        dataOf(send("POST", "payment/orders/halyk", "{\"order_id\":" + first + ",\"save_card\":true}", m_guest).body);
    const QJsonObject page = begun.value(QLatin1String("page")).toObject();
    QVERIFY2(!page.isEmpty(), QJsonDocument(begun).toJson());
    const QJsonObject parameters = page.value(QLatin1String("parameters")).toObject();
    plant(
        "token of a payment page",
        parameters.value(QLatin1String("auth")).toObject().value(QLatin1String("access_token")).toString().toLatin1());
    QVERIFY(bank.atPage(QJsonDocument(parameters).toJson(), FakeBank::GuestAct::Pays));
    qint64 card = 0;
    const auto kept = [&] {
        const QJsonArray cards = QJsonDocument::fromJson(send("GET", "payment/cards", {}, m_guest).body)
                                     .object()
                                     .value(QLatin1String("data"))
                                     .toArray();
        card = cards.isEmpty() ? 0 : cards.first().toObject().value(QLatin1String("card_id")).toInteger();
        return card > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(kept(), 60'000);
    for (const BankEntry &entry : bank.book()) {
        if (!entry.cardId.isEmpty())
            plant("the bank's name of a card", entry.cardId.toLatin1());
    }
    QVERIFY(m_planted.contains("the bank's name of a card"));
    QVERIFY(send("POST", "payment/orders/saved",
                 "{\"order_id\":" + place() + ",\"card_id\":" + QByteArray::number(card) + '}', m_guest)
                .status < 300);
    // A bank that says more than it should: the whole number of a card.
    const QByteArray callback = "{\"invoiceId\":\"000001\",\"code\":\"ok\",\"cardMask\":\"" + QByteArray(cardNumber) +
                                "\",\"pan\":\"" + cardNumber + "\",\"amount\":1,\"reason\":\"" + cardNumber + "\"}";
    QVERIFY(send("POST", "payment/webhooks/halyk", callback).status > 0);
}

QByteArray SecretScanTest::everythingIn(const QString &directory)
{
    QByteArray all;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

void SecretScanTest::nothingSecretIsKeptOrSaid()
{
    FakeBank bank;
    QVERIFY(bank.start());
    QTemporaryDir directory;
    m_hub = std::make_unique<OshaqdProcess>(directory.filePath(QStringLiteral("site")));
    QCOMPARE(m_hub->init(), QString());
    QCOMPARE(m_hub->importSampleMenu(), QString());
    QCOMPARE(m_hub->start({}, {QStringLiteral("--set"), QStringLiteral("webhooks.private_addresses=on"),
                               QStringLiteral("--set"), QStringLiteral("log.level=debug"), QStringLiteral("--set"),
                               QStringLiteral("bank.poll_ms=100")}),
             QString());
    m_http = std::make_unique<BlockingHttp>(m_hub->port(), m_hub->businessToken());
    plant("business token", m_hub->businessToken());

    const auto taken = send("PUT", "admin/integrations/halyk",
                            bank.integrationBody(0, QString::fromLatin1(m_hub->baseUrl()) +
                                                        QStringLiteral("/api/v1/payment/webhooks/halyk")));
    QVERIFY2(taken.status == 200, taken.body);
    plant("secret of the bank", bank.secrets().begin()->second.toLatin1());
    // Somebody who answers and is none of these services.
    const QByteArray nowhere = bank.url().toLatin1() + "/nowhere";
    for (const char *name : {"mail password", "key of SMS", "token of the bot", "key of deliveries", "signing secret",
                             "signing secret of orders"})
        plant(name, QByteArray("planted-") + QByteArray(name).replace(' ', '-') + "-Zq9");
    setUp("smtp",
          "{\"host\":\"127.0.0.1\",\"port\":\"" + QByteArray::number(bank.port()) +
              "\",\"security\":\"none\",\"user\":\"kitchen\",\"from\":\"kitchen@oshaq.test\"}",
          "{\"password\":\"" + m_planted["mail password"] + "\"}");
    setUp("sms", "{\"provider\":\"mobizon\",\"url\":\"" + nowhere + "\"}",
          "{\"api_key\":\"" + m_planted["key of SMS"] + "\"}");
    setUp("telegram", "{\"api_url\":\"" + nowhere + "\",\"staff_chat\":\"-1\"}",
          "{\"bot_token\":\"" + m_planted["token of the bot"] + "\"}");
    setUp("delivery", "{\"url\":\"" + nowhere + "\"}",
          "{\"api_key\":\"" + m_planted["key of deliveries"] + "\",\"webhook_secret\":\"" +
              m_planted["signing secret"] + "\"}");
    setUp("outside", "{}", "{\"hmac_secret\":\"" + m_planted["signing secret of orders"] + "\"}");

    const auto staff =
        send("POST", "business/staff", "{\"name\":\"Aigerim\",\"role\":\"manager\",\"login\":\"aigerim\"}");
    const QByteArray id = QByteArray::number(dataOf(staff.body).value(QLatin1String("staff_id")).toInteger());
    const auto pinned = send("PUT", "business/staff/" + id + "/pin", "{\"pin\":\"" + QByteArray(pin) + "\"}");
    QVERIFY2(pinned.status == 200, pinned.body);
    plant("PIN", pin);
    plant("password", "planted hearth that burns Zq9");
    QVERIFY(
        send("PUT", "business/staff/" + id + "/password", "{\"password\":\"" + m_planted["password"] + "\"}").status ==
        200);
    const auto entered =
        send("POST", "auth/staff", "{\"login\":\"aigerim\",\"password\":\"" + m_planted["password"] + "\"}");
    QVERIFY2(entered.status == 200, entered.body);
    plant("token of a manager", dataOf(entered.body).value(QLatin1String("access_token")).toString().toLatin1());
    plant("refresh token", dataOf(entered.body).value(QLatin1String("refresh_token")).toString().toLatin1());
    const auto factor = send("POST", "auth/totp", "{\"password\":\"" + m_planted["password"] + "\"}",
                             m_planted["token of a manager"]);
    const QString factorText = dataOf(factor.body).value(QLatin1String("secret")).toString();
    plant("second factor", factorText.toLatin1());
    plant("second factor, as bytes", ofBase32(factorText));
    const auto token = send("POST", "business/tokens", "{\"name\":\"Till\",\"kind\":\"integration\"}");
    plant("token of a program", dataOf(token.body).value(QLatin1String("access_token")).toString().toLatin1());
    const auto webhook =
        send("POST", "business/webhooks", "{\"url\":\"" + nowhere + "\",\"events\":[\"order.created\"]}");
    plant("secret of a webhook", dataOf(webhook.body).value(QLatin1String("secret")).toString().toLatin1());
    const auto guest = send("POST", "auth/guest", "{\"name\":\"Dana\"}");
    m_guest = dataOf(guest.body).value(QLatin1String("access_token")).toString().toLatin1();
    plant("token of a guest", m_guest);
    plant("card number", cardNumber);
    payByCard(bank);
    // Wrong ones are said to the hub as well, and must not be repeated by it.
    const QByteArray wrong = "planted-wrong-token-Zq9";
    plant("wrong token", wrong);
    QCOMPARE(send("GET", "business/orders", {}, wrong).status, 401);
    QVERIFY(send("GET", "menu?token=" + wrong, {}, wrong).status > 0);

    m_http->disconnect();
    QVERIFY(m_hub->stop());
    const QByteArray kept = everythingIn(m_hub->directory());
    const QByteArray said = m_hub->errorOutput();
    QVERIFY(kept.size() > 100'000);
    // What is looked for is found where it is allowed to be: the search itself works.
    QVERIFY(kept.contains("Aigerim"));
    QVERIFY(QFile(QDir(m_hub->directory()).filePath(QStringLiteral("log/access.log"))).size() > 1'000);
    for (const auto &[name, secret] : m_planted) {
        QVERIFY2(secret.size() >= 8, name);
        QByteArray turned = secret;
        std::reverse(turned.begin(), turned.end());
        for (const QByteArray &form : {secret, secret.toBase64().chopped(4), secret.toHex(), turned}) {
            QVERIFY2(!kept.contains(form), name + " is kept");
            QVERIFY2(!said.contains(form), name + " is in the log");
        }
    }
    qInfo("%zu secrets in %lld bytes kept and %lld said: none found", m_planted.size(),
          static_cast<long long>(kept.size()), static_cast<long long>(said.size()));
}

QTEST_GUILESS_MAIN(SecretScanTest)
#include "secretscantest.moc"
