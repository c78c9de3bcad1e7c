// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/bank/halykwords.h"
#include "models/domain/bankcallback.h"
#include "tests/sync/client/fakewire.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace oshaq;
using namespace oshaq::testing;
using Outcome = BankReply::Outcome;

/// What ePay is told, and how its answers are understood.
class HalykWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invoicesAreDigits();
    void callbacksAreKnownAgain();
    void asksForATokenOfThePayment();
    void tokens_data();
    void tokens();
    void pageParameters();
    void cardPayments();
    void payments_data();
    void payments();
    void statuses_data();
    void statuses();
    void readsATransaction();
    void readsAmountsAndTimes_data();
    void readsAmountsAndTimes();
    void readsRefunds_data();
    void readsRefunds();
    void refusesAnotherInvoice();
    void operations_data();
    void operations();
    void cutsBetweenLetters();
    void reasonsHoldNoSecret();

private:
    static HalykAccount account()
    {
        HalykAccount account;
        account.apiUrl = QStringLiteral("https://bank.example");
        account.scriptUrl = QStringLiteral("https://bank.example/pay.js");
        account.clientId = QStringLiteral("SHOP.KZ");
        account.clientSecret = QStringLiteral("s3cret&more");
        account.terminalId = QStringLiteral("67e34d63");
        account.postLink = QStringLiteral("https://hub.example/hook");
        account.backLink = QStringLiteral("https://hub.example/back");
        return account;
    }
    static BankOrder order()
    {
        BankOrder order;
        order.businessId = 1;
        order.invoice = 10'042;
        order.amountMinor = 129'550;
        order.description = QStringLiteral("A-042");
        order.accountId = QStringLiteral("7");
        order.language = QStringLiteral("kk");
        return order;
    }
    static QByteArray transaction(const QByteArray &more = {})
    {
        return R"({"resultCode":"100","resultMessage":"success","transaction":{"id":"t-1","invoiceID":"010042",)"
               R"("amount":1295.5,"currency":"KZT","terminal":"67e34d63","statusName":"CHARGE",)"
               R"("createdDate":"2026-01-15T16:30:00.123456+06:00")" +
               more + "}}";
    }
};

void HalykWordsTest::invoicesAreDigits()
{
    QCOMPARE(bankInvoiceText(7), QStringLiteral("000007"));
    QCOMPARE(bankInvoiceText(1'234'567), QStringLiteral("1234567"));
    QCOMPARE(bankInvoiceFromText(u"000007"), 7);
    for (const char16_t *wrong : {u"", u"12345", u"12-345678", u"1234567890123456", u"12345x", u"٠١٢٣٤٥"})
        QCOMPARE(bankInvoiceFromText(wrong), 0);
}

void HalykWordsTest::callbacksAreKnownAgain()
{
    const QByteArray hash = bankCallbackHash(QStringLiteral("s"), 10'042);
    QCOMPARE(hash.size(), 64);
    QVERIFY(isBankCallbackHash(hash, QStringLiteral("s"), 10'042));
    QVERIFY(!isBankCallbackHash(hash, QStringLiteral("s"), 10'043));
    QVERIFY(!isBankCallbackHash(hash, QStringLiteral("t"), 10'042));
    QVERIFY(!isBankCallbackHash(hash.chopped(1), QStringLiteral("s"), 10'042));
    QVERIFY(!isBankCallbackHash({}, QStringLiteral("s"), 10'042));
}

void HalykWordsTest::asksForATokenOfThePayment()
{
    const BankOrder wanted = order();
    const QByteArray form = halyk::tokenForm(account(), &wanted);
    for (const char *part :
         {"grant_type=client_credentials", "client_id=SHOP.KZ", "client_secret=s3cret%26more", "terminal=67e34d63",
          "invoiceID=010042", "amount=1295.5", "currency=KZT", "postLink=https%3A%2F%2Fhub.example%2Fhook",
          "failurePostLink=https%3A%2F%2Fhub.example%2Fhook"})
        QVERIFY2(form.split('&').contains(part), part);
    QVERIFY(form.contains("secret_hash=" + bankCallbackHash(account().clientSecret, 10'042)));
    const QByteArray bare = halyk::tokenForm(account(), nullptr);
    QVERIFY(!bare.contains("invoiceID") && bare.contains("terminal=67e34d63"));
    HalykAccount silent = account();
    silent.postLink.clear();
    QVERIFY(!halyk::tokenForm(silent, &wanted).contains("ostLink"));
}

void HalykWordsTest::tokens_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("reason");
    QTest::newRow("good") << 200 << QByteArray(R"({"access_token":"T","expires_in":"7200"})") << QStringLiteral("T")
                          << QString();
    QTest::newRow("empty") << 200 << QByteArray(R"({"access_token":""})") << QString() << QStringLiteral("no token");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << QString() << QStringLiteral("HTTP 200");
    QTest::newRow("refused") << 401 << QByteArray(R"({"error":"invalid_client"})") << QString()
                             << QStringLiteral("invalid_client");
    QTest::newRow("ill") << 502 << QByteArray() << QString() << QStringLiteral("HTTP 502");
}

void HalykWordsTest::tokens()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, token);
    QFETCH(QString, reason);
    const auto read = halyk::readToken(account(), answered(status, body));
    QCOMPARE(bool(read), !token.isEmpty());
    if (read)
        QCOMPARE(*read, token);
    else
        QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
}

void HalykWordsTest::pageParameters()
{
    BankOrder wanted = order();
    wanted.keepCard = true;
    wanted.description = QString(100, u'Ж');
    const QByteArray text = halyk::pageParameters(account(), wanted, R"({"access_token":"T"})");
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QCOMPARE(json.value(QLatin1String("invoiceId")).toString(), QStringLiteral("010042"));
    QCOMPARE(json.value(QLatin1String("language")).toString(), QStringLiteral("kaz"));
    QCOMPARE(json.value(QLatin1String("description")).toString(), QString(62, u'Ж')); // 124 bytes
    QCOMPARE(json.value(QLatin1String("auth")).toObject().value(QLatin1String("access_token")).toString(),
             QStringLiteral("T"));
    QCOMPARE(json.value(QLatin1String("cardSave")).toBool(), true);
    QCOMPARE(json.value(QLatin1String("backLink")).toString(), account().backLink);
    QVERIFY2(text.contains("\"amount\":1295.5,"), text);
    QVERIFY(!text.contains("s3cret"));
    // Nobody to keep it for.
    wanted.accountId.clear();
    wanted.backUrl = QStringLiteral("https://guest.example/");
    const QByteArray other = halyk::pageParameters(account(), wanted, "{}");
    QVERIFY(other.contains("\"cardSave\":false") && other.contains("\"backLink\":\"https://guest.example/\""));
}

void HalykWordsTest::cardPayments()
{
    const QByteArray text = halyk::cardBody(account(), order(), QStringLiteral("card-1"));
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QCOMPARE(json.value(QLatin1String("paymentType")).toString(), QStringLiteral("cardId"));
    QCOMPARE(json.value(QLatin1String("cardId")).toObject().value(QLatin1String("id")).toString(),
             QStringLiteral("card-1"));
    QCOMPARE(json.value(QLatin1String("terminalId")).toString(), QStringLiteral("67e34d63"));
    QVERIFY(text.contains("\"amount\":1295.5,"));
}

void HalykWordsTest::payments_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *name, int status, const char *body, Outcome outcome) {
        QTest::newRow(name) << status << QByteArray(body) << int(outcome);
    };
    // Taken is not yet charged: the status tells.
    row("taken", 200, R"({"id":"t","code":0,"status":"AUTH","secure3D":null})", Outcome::Lost);
    row("3-D Secure", 200, R"({"id":"t","code":0,"status":"3D","secure3D":{"action":"x"}})", Outcome::Told);
    row("declined", 400, R"({"code":462,"message":"Declined"})", Outcome::Declined);
    row("declined in a 200", 200, R"({"code":"466","message":"Declined"})", Outcome::Declined);
    row("no such card", 400, R"({"code":472})", Outcome::Declined);
    row("not final", 400, R"({"code":454,"message":"not final"})", Outcome::Lost);
    row("documents disagree", 400, R"({"code":459})", Outcome::Lost);
    row("may be blocked", 400, R"({"code":460})", Outcome::Lost);
    row("system error", 400, R"({"code":461})", Outcome::Lost);
    row("unknown code", 400, R"({"code":999})", Outcome::Lost);
    row("no code", 400, R"({})", Outcome::Lost);
    row("no JSON", 200, "<html>", Outcome::Lost);
    row("empty", 200, "", Outcome::Lost);
    row("ill", 500, R"({"code":462})", Outcome::Lost);
    row("gateway", 504, "", Outcome::Lost);
    row("unknown path", 404, "", Outcome::Lost);
    row("token refused", 401, "", Outcome::NotSent);
    row("too many", 429, "", Outcome::NotSent);
}

void HalykWordsTest::payments()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    const BankReply reply = halyk::readPayment(account(), answered(status, body));
    QCOMPARE(int(reply.outcome), outcome);
    if (reply.outcome == Outcome::Told)
        QCOMPARE(reply.transaction.state, BankState::Waiting);
    else
        QVERIFY(!reply.reason.isEmpty());

    // No answer: it depends on whether the bank may have it.
    WireReply lost = noNetwork();
    QCOMPARE(halyk::readPayment(account(), lost).outcome, Outcome::Lost);
    lost.mayHaveArrived = false;
    QCOMPARE(halyk::readPayment(account(), lost).outcome, Outcome::NotSent);
}

void HalykWordsTest::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("state");
    const auto row = [](const QByteArray &name, int status, const QByteArray &body, Outcome outcome,
                        BankState state = BankState::New) {
        QTest::newRow(name) << status << body << int(outcome) << int(state);
    };
    const std::pair<const char *, BankState> names[] = {
        {"NEW", BankState::New},         {"3D", BankState::Waiting},       {"AUTH", BankState::Authorised},
        {"CHARGE", BankState::Charged},  {"CANCEL", BankState::Cancelled}, {"CANCEL_OLD", BankState::Cancelled},
        {"REFUND", BankState::Refunded}, {"REJECT", BankState::Rejected},  {"FAILED", BankState::Rejected}};
    for (const auto &[name, state] : names)
        row(name, 200, transaction().replace("CHARGE", name), Outcome::Told, state);
    row("rejected", 200, transaction().replace("CHARGE", "REJECT").replace("\"100\"", "101"), Outcome::Told,
        BankState::Rejected);
    row("never heard of", 200, R"({"resultCode":"102","resultMessage":"not found"})", Outcome::NotFound);
    row("ill", 200, R"({"resultCode":103})", Outcome::Lost);
    row("later", 200, R"({"resultCode":"107"})", Outcome::Lost);
    row("no terminal", 200, R"({"resultCode":"104"})", Outcome::NotSent);
    row("another's terminal", 200, R"({"resultCode":"109"})", Outcome::NotSent);
    row("unknown state", 200, transaction().replace("CHARGE", "PONDERING"), Outcome::Lost);
    row("no amount", 200, transaction().replace("1295.5", "null"), Outcome::Lost);
    row("foreign money", 200, transaction().replace("KZT", "XXQ"), Outcome::Lost);
    row("no transaction", 200, R"({"resultCode":"100"})", Outcome::Lost);
    row("no JSON", 200, "ok", Outcome::Lost);
    row("500", 500, "", Outcome::Lost);
    row("token refused", 401, "", Outcome::NotSent);
}

void HalykWordsTest::statuses()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    QFETCH(int, state);
    const BankReply reply = halyk::readStatus(account(), 10'042, answered(status, body));
    QCOMPARE(int(reply.outcome), outcome);
    QCOMPARE(int(reply.transaction.state), state);
}

void HalykWordsTest::readsATransaction()
{
    const BankTransaction read =
        halyk::readStatus(account(), 10'042,
                          answered(200, transaction(R"(,"cardID":"c-9","cardMask":"440564...1111","cardType":"VISA",)"
                                                    R"("reference":"109","terminalID":"other")")))
            .transaction;
    QCOMPARE(read.id, QStringLiteral("t-1"));
    QCOMPARE(read.invoice, 10'042);
    QCOMPARE(read.amountMinor, 129'550);
    QCOMPARE(read.refundedMinor, 0);
    QCOMPARE(read.currency, QStringLiteral("KZT"));
    QCOMPARE(read.terminalId, QStringLiteral("67e34d63"));
    QCOMPARE(read.createdAtMs, 1'768'473'000'123);
    QCOMPARE(read.cardId, QStringLiteral("c-9"));
    QCOMPARE(read.cardMask, QStringLiteral("440564...1111"));
    QCOMPARE(read.reference, QStringLiteral("109"));
    // The terminal is told under two names; a foreign one stays one.
    const auto foreign = halyk::readStatus(
        account(), 10'042, answered(200, transaction(R"(,"terminalID":"theirs")").replace("67e34d63", "88888888")));
    QCOMPARE(foreign.transaction.terminalId, QStringLiteral("theirs"));
    const auto second = halyk::readStatus(
        account(), 10'042,
        answered(200,
                 transaction(R"(,"terminalID":"67e34d63")").replace("\"terminal\":\"67e34d63\"", "\"terminal\":\"\"")));
    QCOMPARE(second.transaction.terminalId, QStringLiteral("67e34d63"));
}

void HalykWordsTest::readsAmountsAndTimes_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<qint64>("ms");
    const qint64 at = 1'768'473'000'000;
    QTest::newRow("whole") << QByteArray("100") << qint64{10'000} << QByteArray("2026-01-15T10:30:00Z") << at;
    QTest::newRow("places") << QByteArray("12.22") << qint64{1'222} << QByteArray("2026-01-15T15:30:00+05:00") << at;
    QTest::newRow("zeros") << QByteArray("100.000") << qint64{10'000} << QByteArray("2026-01-15T16:30:00+06:00") << at;
    QTest::newRow("text") << QByteArray("\"100.50\"") << qint64{10'050} << QByteArray("2026-01-15T10:30:00")
                          << qint64{0};
    QTest::newRow("no time") << QByteArray("1") << qint64{100} << QByteArray("yesterday") << qint64{0};
}

void HalykWordsTest::readsAmountsAndTimes()
{
    QFETCH(QByteArray, amount);
    QFETCH(qint64, minor);
    QFETCH(QByteArray, time);
    QFETCH(qint64, ms);
    const QByteArray body = transaction().replace("1295.5", amount).replace("2026-01-15T16:30:00.123456+06:00", time);
    const BankReply reply = halyk::readStatus(account(), 10'042, answered(200, body));
    QCOMPARE(reply.outcome, Outcome::Told);
    QCOMPARE(reply.transaction.amountMinor, minor);
    QCOMPARE(reply.transaction.createdAtMs, ms);
}

void HalykWordsTest::readsRefunds_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<qint64>("amountMinor");
    QTest::addColumn<qint64>("refundedMinor");
    QTest::newRow("in part") << QByteArray("60") << QByteArray("100") << qint64{10'000} << qint64{4'000};
    QTest::newRow("whole, nothing left") << QByteArray("0") << QByteArray("100") << qint64{10'000} << qint64{10'000};
    QTest::newRow("whole, amount kept") << QByteArray("100") << QByteArray("100") << qint64{10'000} << qint64{10'000};
    QTest::newRow("no original") << QByteArray("100") << QByteArray("null") << qint64{10'000} << qint64{10'000};
}

void HalykWordsTest::readsRefunds()
{
    QFETCH(QByteArray, amount);
    QFETCH(QByteArray, original);
    QFETCH(qint64, amountMinor);
    QFETCH(qint64, refundedMinor);
    const QByteArray body =
        transaction(",\"orgAmount\":" + original).replace("1295.5", amount).replace("CHARGE", "REFUND");
    const BankTransaction read = halyk::readStatus(account(), 10'042, answered(200, body)).transaction;
    QCOMPARE(read.state, BankState::Refunded);
    QCOMPARE(read.amountMinor, amountMinor);
    QCOMPARE(read.refundedMinor, refundedMinor);
}

void HalykWordsTest::refusesAnotherInvoice()
{
    QCOMPARE(halyk::readStatus(account(), 10'043, answered(200, transaction())).outcome, Outcome::Lost);
    QCOMPARE(halyk::readStatus(account(), 10'042, answered(200, transaction().replace("010042", "x"))).outcome,
             Outcome::Lost);
}

void HalykWordsTest::operations_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *name, int status, const char *body, Outcome outcome) {
        QTest::newRow(name) << status << QByteArray(body) << int(outcome);
    };
    row("done", 200, "", Outcome::Told);
    row("refused", 400, R"({"code":100,"message":"the status is not CHARGE"})", Outcome::Declined);
    row("refused without words", 400, "", Outcome::Lost);
    row("ill", 500, R"({"code":100})", Outcome::Lost);
    row("token refused", 401, "", Outcome::NotSent);
    row("too many", 429, "", Outcome::NotSent);
}

void HalykWordsTest::operations()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    BankTransaction after;
    after.id = QStringLiteral("t-1");
    after.state = BankState::Refunded;
    after.refundedMinor = 500;
    const BankReply reply = halyk::readOperation(account(), answered(status, body), after);
    QCOMPARE(int(reply.outcome), outcome);
    QCOMPARE(reply.transaction.refundedMinor, reply.outcome == Outcome::Told ? 500 : 0);
}

void HalykWordsTest::cutsBetweenLetters()
{
    QCOMPARE(halyk::cutToBytes(QStringLiteral("abc"), 3), QStringLiteral("abc"));
    QCOMPARE(halyk::cutToBytes(QStringLiteral("abcd"), 3), QStringLiteral("abc"));
    QCOMPARE(halyk::cutToBytes(QStringLiteral("aЖЖ"), 4), QStringLiteral("aЖ"));
    QCOMPARE(halyk::cutToBytes(QString::fromUtf8("😀😀"), 7), QString::fromUtf8("😀"));
    QCOMPARE(halyk::cutToBytes(QStringLiteral("Ж"), 1), QString());
}

void HalykWordsTest::reasonsHoldNoSecret()
{
    const QByteArray told = R"({"code":462,"error":"bad s3cret&more","message":"client_secret s3cret&more is wrong"})";
    QVERIFY(!halyk::readToken(account(), answered(401, told)).error().message.contains(QStringLiteral("s3cret")));
    const BankReply payment = halyk::readPayment(account(), answered(400, told));
    QVERIFY(!payment.reason.contains(QStringLiteral("s3cret")) &&
            !payment.transaction.reason.contains(QStringLiteral("s3cret")));
    QVERIFY(payment.reason.contains(QStringLiteral("462")));
    QVERIFY(!halyk::readOperation(account(), answered(400, told), {}).reason.contains(QStringLiteral("s3cret")));
}

QTEST_GUILESS_MAIN(HalykWordsTest)
#include "halykwordstest.moc"
