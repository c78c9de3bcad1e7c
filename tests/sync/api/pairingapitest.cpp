// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/pairingservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// A new screen comes in by a code that somebody typed.
class PairingApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCodeMakesOneTerminal();
    void codesAreTypedByPeople();
    void codesEnd();
    void theCodeSaysWhatTheTerminalMay();
    void onlyOwnersMakeOwners();
    void whatIsWrongIsSaidBeforeTheCodeIsUsed();
    void wrongCodesLockTheirAddress();
    void everyWrongCodeIsRefusedAlike();
    void manyAtOnceGetOneTerminal();
    void codesAreKeptNowhere();
    void theCodeSaysWhichBusiness();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body, const QByteArray &token,
                   const Headers &headers = {})
    {
        return m_api->call(method, "/api/v1/" + path, token, body, headers);
    }
    QByteArray makeCode(const QByteArray &body = "{\"role\":\"kitchen\"}", const QByteArray &token = {})
    {
        const auto made = send("POST", "business/terminals/pairing", body, token.isEmpty() ? m_manager : token);
        return made.data().value(QLatin1String("code")).toString().toUtf8();
    }
    ApiAnswer pair(const QByteArray &code, const Headers &headers = {})
    {
        return send("POST", "auth/pair", "{\"code\":\"" + code + "\",\"name\":\"Grill\"}", {}, headers);
    }
    static QByteArray tokenOf(const ApiAnswer &answer)
    {
        return answer.data().value(QLatin1String("access_token")).toString().toUtf8();
    }
    static QJsonObject terminalOf(const ApiAnswer &answer)
    {
        return answer.data().value(QLatin1String("terminal")).toObject();
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_owner;
    QByteArray m_manager;
};

void PairingApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    ApiOptions api = ApiHarness::withoutLimits();
    const auto proxies = AddressList::fromText(QStringLiteral("127.0.0.1"));
    QVERIFY(proxies);
    api.trustedProxies = *proxies;
    m_api = std::make_unique<ApiHarness>(*m_site, api);
    m_owner = m_site->business().token;
    m_manager = m_site->business().terminalTokens.at(Role::Manager);
}

void PairingApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void PairingApiTest::aCodeMakesOneTerminal()
{
    const auto made = send("POST", "business/terminals/pairing", "{\"role\":\"kitchen\"}", m_manager);
    QVERIFY2(made.status == 201, made.body);
    QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
    const QByteArray code = made.data().value(QLatin1String("code")).toString().toUtf8();
    QCOMPARE(code.size(), 9);
    const auto before = m_site->rowCount("terminals");
    const auto paired = pair(code);
    QVERIFY2(paired.status == 201, paired.body);
    QCOMPARE(paired.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(m_site->rowCount("terminals"), before + 1);
    QCOMPARE(terminalOf(paired).value(QLatin1String("name")).toString(), QStringLiteral("Grill"));
    QVERIFY(terminalOf(paired).value(QLatin1String("letter")).toString() > QStringLiteral("A"));
    QCOMPARE(send("GET", "business/snapshot", {}, tokenOf(paired)).status, 200);
    QCOMPARE(pair(code).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(m_site->rowCount("terminals"), before + 1);
}

void PairingApiTest::codesAreTypedByPeople()
{
    QCOMPARE(pair(" " + makeCode().toLower().replace("-", " ") + " ").status, 201);
    QCOMPARE(pair(makeCode().replace("0", "o").replace("1", "l")).status, 201);
}

void PairingApiTest::codesEnd()
{
    const QByteArray one = makeCode();
    const QByteArray two = makeCode();
    m_clock.advance(pairingCodeLifetimeMs - 1);
    QCOMPARE(pair(one).status, 201);
    m_clock.advance(1);
    QCOMPARE(pair(two).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    // Old ones are cleared away when somebody makes the next, some time later.
    m_clock.advance(pairingCodeKeptMs);
    makeCode();
    QCOMPARE(m_site->rowCount("pairing_codes"), qint64{1});
}

void PairingApiTest::theCodeSaysWhatTheTerminalMay()
{
    const QByteArray station = QByteArray::number(m_site->business().catalog.stations.front().id);
    const auto kitchen = pair(makeCode("{\"role\":\"kitchen\",\"station_id\":" + station + "}"));
    QCOMPARE(terminalOf(kitchen).value(QLatin1String("role")).toString(), QStringLiteral("kitchen"));
    QCOMPARE(terminalOf(kitchen).value(QLatin1String("station_id")).toInteger(), station.toLongLong());
    QCOMPARE(send("GET", "business/terminals", {}, tokenOf(kitchen)).status, 403);
    QCOMPARE(send("GET", "business/terminals", {}, tokenOf(pair(makeCode("{\"role\":\"manager\"}")))).status, 200);
}

void PairingApiTest::onlyOwnersMakeOwners()
{
    const QByteArray body = "{\"role\":\"owner\"}";
    QCOMPARE(send("POST", "business/terminals/pairing", body, m_manager).verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(pair(makeCode(body, m_owner)).status, 201);
    for (const Role role : {Role::Kitchen, Role::Counter, Role::Courier}) {
        const QByteArray token = m_site->business().terminalTokens.at(role);
        QCOMPARE(send("POST", "business/terminals/pairing", "{\"role\":\"kitchen\"}", token).status, 403);
    }
}

void PairingApiTest::whatIsWrongIsSaidBeforeTheCodeIsUsed()
{
    QCOMPARE(send("POST", "business/terminals/pairing", "{\"role\":\"guest\"}", m_manager).status, 422);
    QCOMPARE(send("POST", "business/terminals/pairing", "{\"role\":\"kitchen\",\"station_id\":999}", m_manager).status,
             422);
    const QByteArray code = makeCode();
    QCOMPARE(send("POST", "auth/pair", "{\"code\":\"" + code + "\"}", {}).status, 422);
    QCOMPARE(send("POST", "auth/pair", "{\"code\":\"" + code + "\",\"name\":\" \"}", {}).status, 422);
    QCOMPARE(pair(code).status, 201);
}

void PairingApiTest::wrongCodesLockTheirAddress()
{
    const QByteArray code = makeCode();
    const Headers thief{{"x-forwarded-for", "203.0.113.9"}};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(pair(i % 2 == 0 ? "K7QM-01XA" : "nonsense?", thief).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    const auto locked = pair(code, thief);
    QCOMPARE(locked.verdict(), QByteArray("429 SIGN_IN_LOCKED"));
    QCOMPARE(locked.header("Retry-After"), QByteArray("30"));
    QCOMPARE(pair(code).status, 201);
}

void PairingApiTest::everyWrongCodeIsRefusedAlike()
{
    const QByteArray used = makeCode();
    pair(used);
    const QByteArray old = makeCode();
    m_clock.advance(pairingCodeLifetimeMs);
    QList<QByteArray> answers;
    for (const QByteArray &code : {QByteArray("K7QM-01XA"), used, old, QByteArray("K7QM-01XA-93RT-VB5C")}) {
        const auto refused = pair(code);
        QCOMPARE(refused.status, 401);
        answers.append(
            refused.json.value(QLatin1String("error")).toObject().value(QLatin1String("message")).toString().toUtf8());
    }
    for (const QByteArray &one : answers)
        QCOMPARE(one, answers.first());
    QVERIFY(!answers.first().isEmpty());
}

void PairingApiTest::manyAtOnceGetOneTerminal()
{
    const QByteArray code = makeCode();
    QList<int> running;
    for (int i = 0; i < 4; ++i) {
        running.append(
            m_api->start("POST", "/api/v1/auth/pair", {}, "{\"code\":\"" + code + "\",\"name\":\"Grill\"}", {}));
    }
    int paired = 0;
    for (const int one : running)
        paired += m_api->wait(one).status == 201 ? 1 : 0;
    QCOMPARE(paired, 1);
}

void PairingApiTest::codesAreKeptNowhere()
{
    const QByteArray code = makeCode();
    const QByteArray plain = QByteArray(code).replace("-", "");
    const auto paired = pair(code);
    QCOMPARE(paired.status, 201);
    QByteArray kept;
    for (QDirIterator files(m_site->hub().directory()); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            kept += file.readAll();
    }
    QVERIFY(kept.contains("Grill"));
    for (const QByteArray &hidden : {code, plain, tokenOf(paired)}) {
        QVERIFY(!kept.contains(hidden));
        for (const QByteArray &line : m_api->log())
            QVERIFY(!line.contains(hidden));
    }
    const auto audit = send("GET", "admin/audit?limit=100", {}, m_owner);
    QVERIFY(audit.body.contains("business.pairing_code") && audit.body.contains("terminal.created"));
    QVERIFY(!audit.body.contains(code) && !audit.body.contains("Grill"));
}

void PairingApiTest::theCodeSaysWhichBusiness()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const auto paired = pair(makeCode("{\"role\":\"manager\"}", other->token));
    QCOMPARE(paired.status, 201);
    const QByteArray id = QByteArray::number(terminalOf(paired).value(QLatin1String("terminal_id")).toInteger());
    QCOMPARE(send("GET", "business/terminals/" + id, {}, tokenOf(paired)).status, 200);
    QCOMPARE(send("GET", "business/terminals/" + id, {}, m_owner).status, 404);
    const QByteArray station = QByteArray::number(other->catalog.stations.front().id);
    QCOMPARE(
        send("POST", "business/terminals/pairing", "{\"role\":\"kitchen\",\"station_id\":" + station + "}", m_manager)
            .status,
        422);
}

QTEST_GUILESS_MAIN(PairingApiTest)
#include "pairingapitest.moc"
