// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/totp.h"
#include "models/hub/signinservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/fakeclock.h"
#include "tests/support/liveclient.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Who works here, how they sign in, and how that ends.
class SignInApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theVectorsOfTheRfc();
    void pinsAndPasswords();
    void failuresLock();
    void refreshTokensAreGoodOnce();
    void endedSessionsDieAtOnce();
    void managersStayBelow();
    void oneOwnerStays();
    void editsTellTheirVersion();
    void aSecondFactorCountsOnceConfirmed();
    void newSecretsEndSessions();
    void sessionsEndByThemselves();
    void locksOutliveTheServer();
    void secretsAreStoredNowhere();
    void revocationClosesOpenSockets();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call(method, "/api/v1/" + path, token, body);
    }
    QByteArray make(const QByteArray &role, const QByteArray &pin)
    {
        const auto made = send("POST", "business/staff",
                               "{\"name\":\"Aliya\",\"role\":\"" + role + "\",\"login\":\"" + role + "\"}", m_owner);
        const QByteArray id = QByteArray::number(made.data().value(QLatin1String("staff_id")).toInteger());
        send("PUT", "business/staff/" + id + "/pin", "{\"pin\":\"" + pin + "\"}", m_owner);
        return id;
    }
    ApiAnswer byPin(const QByteArray &pin) { return send("POST", "auth/staff", "{\"pin\":\"" + pin + "\"}", m_screen); }
    static QByteArray text(const ApiAnswer &answer, const char *name)
    {
        return answer.data().value(QLatin1String(name)).toString().toLatin1();
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_owner;
    QByteArray m_screen;
};

void SignInApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_owner = m_site->business().token;
    m_screen = m_site->business().terminalTokens.at(Role::Kitchen);
}

void SignInApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void SignInApiTest::theVectorsOfTheRfc()
{
    const QByteArray secret = "12345678901234567890";
    QCOMPARE(totp::code(secret, totp::stepAt(59'000), 8), QStringLiteral("94287082"));
    QCOMPARE(totp::code(secret, totp::stepAt(qint64{1'111'111'109} * 1000), 8), QStringLiteral("07081804"));
    QCOMPARE(totp::code(secret, totp::stepAt(qint64{20'000'000'000} * 1000), 8), QStringLiteral("65353130"));
}

void SignInApiTest::pinsAndPasswords()
{
    const QByteArray id = make("counter", "7391");
    for (const char *trivial : {"0000", "1234", "4321", "1212"})
        QCOMPARE(
            send("PUT", "business/staff/" + id + "/pin", "{\"pin\":\"" + QByteArray(trivial) + "\"}", m_owner).status,
            422);
    const auto in = byPin("7391");
    QVERIFY2(in.status == 200, in.body);
    QCOMPARE(text(in, "role"), QByteArray("counter"));
    QCOMPARE(send("GET", "business/orders", {}, text(in, "access_token")).status, 200);
    // Not away from a paired device, and not twice in one business.
    QCOMPARE(send("POST", "auth/staff", "{\"pin\":\"7391\"}", {}).status, 401);
    const QByteArray other = make("kitchen", "8204");
    QCOMPARE(send("PUT", "business/staff/" + other + "/pin", "{\"pin\":\"7391\"}", m_owner).status, 409);
    QCOMPARE(send("PUT", "business/staff/" + id + "/password", "{\"password\":\"short\"}", m_owner).status, 422);
    QCOMPARE(send("PUT", "business/staff/" + id + "/password", "{\"password\":\"a long enough one\"}", m_owner).status,
             200);
    const QByteArray body = "{\"login\":\"Counter\",\"password\":\"a long enough one\"}";
    QCOMPARE(send("POST", "auth/staff", body, {}).status, 200);
    QCOMPARE(send("POST", "auth/staff", "{\"login\":\"nobody\",\"password\":\"whatever it is\"}", {}).verdict(),
             QByteArray("401 CREDENTIALS_WRONG"));
    for (const QByteArray &line : m_api->log())
        QVERIFY(!line.contains("7391") && !line.contains("long enough"));
}

void SignInApiTest::failuresLock()
{
    make("counter", "7391");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(byPin("9999").verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    const auto locked = byPin("7391");
    QCOMPARE(locked.verdict(), QByteArray("429 SIGN_IN_LOCKED"));
    QCOMPARE(locked.header("Retry-After"), QByteArray("30"));
    m_clock.advance(30'000);
    QCOMPARE(byPin("9999").status, 401);
    QCOMPARE(byPin("7391").header("Retry-After"), QByteArray("60"));
    m_clock.advance(60'000);
    QCOMPARE(byPin("7391").status, 200);
}

void SignInApiTest::refreshTokensAreGoodOnce()
{
    make("counter", "7391");
    const auto in = byPin("7391");
    const QByteArray old = "{\"refresh_token\":\"" + text(in, "refresh_token") + "\"}";
    const auto next = send("POST", "auth/refresh", old, {});
    QVERIFY2(next.status == 200, next.body);
    QCOMPARE(send("GET", "business/orders", {}, text(in, "access_token")).status, 401);
    QCOMPARE(send("GET", "business/orders", {}, text(next, "access_token")).status, 200);
    QCOMPARE(send("POST", "auth/refresh", old, {}).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(send("GET", "business/orders", {}, text(next, "access_token")).status, 401);
}

void SignInApiTest::endedSessionsDieAtOnce()
{
    const QByteArray id = make("counter", "7391");
    const QByteArray token = text(byPin("7391"), "access_token");
    QCOMPARE(send("GET", "business/staff/" + id + "/sessions", {}, m_owner).list().size(), 1);
    QCOMPARE(send("POST", "auth/logout", {}, token).status, 200);
    QCOMPARE(send("GET", "business/orders", {}, token).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    const QByteArray again = text(byPin("7391"), "access_token");
    QCOMPARE(send("DELETE", "business/staff/" + id, {}, m_owner).status, 200);
    QCOMPARE(send("GET", "business/orders", {}, again).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(byPin("7391").status, 401);
}

void SignInApiTest::managersStayBelow()
{
    const QByteArray manager = m_site->business().terminalTokens.at(Role::Manager);
    const QByteArray id = make("owner", "7391");
    QCOMPARE(send("PUT", "business/staff/" + id + "/pin", "{\"pin\":\"8204\"}", manager).status, 403);
    QCOMPARE(send("DELETE", "business/staff/" + id, {}, manager).status, 403);
    QCOMPARE(send("POST", "business/staff", "{\"name\":\"X\",\"role\":\"manager\"}", manager).status, 403);
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QCOMPARE(send("GET", "business/staff/" + id, {}, other->token).status, 404);
}

void SignInApiTest::oneOwnerStays()
{
    const QByteArray only = "business/staff/" + make("owner", "7391");
    QCOMPARE(send("DELETE", only, {}, m_owner).verdict(), QByteArray("409 STILL_IN_USE"));
    for (const char *loss : {"\"role\":\"manager\"", "\"active\":false"})
        QCOMPARE(send("PATCH", only, "{\"version\":2," + QByteArray(loss) + "}", m_owner).verdict(),
                 QByteArray("409 STILL_IN_USE"));
    QCOMPARE(byPin("7391").status, 200);
    // With a second one, either may go.
    const auto second = send("POST", "business/staff", "{\"name\":\"Dana\",\"role\":\"owner\"}", m_owner);
    QCOMPARE(second.status, 201);
    QCOMPARE(send("DELETE", only, {}, m_owner).status, 200);
    const QByteArray id = QByteArray::number(second.data().value(QLatin1String("staff_id")).toInteger());
    QCOMPARE(send("DELETE", "business/staff/" + id, {}, m_owner).verdict(), QByteArray("409 STILL_IN_USE"));
}

void SignInApiTest::editsTellTheirVersion()
{
    const QByteArray path = "business/staff/" + make("counter", "7391");
    QCOMPARE(send("PATCH", path, "{\"version\":1,\"name\":\"Late\"}", m_owner).status, 412);
    QCOMPARE(send("PATCH", path, "{\"version\":2,\"name\":\"In time\"}", m_owner).status, 200);
    const QJsonObject now = send("GET", path, {}, m_owner).data();
    QCOMPARE(now.value(QLatin1String("name")).toString(), QStringLiteral("In time"));
    QCOMPARE(now.value(QLatin1String("version")).toInteger(), 3);
}

void SignInApiTest::aSecondFactorCountsOnceConfirmed()
{
    const QByteArray id = make("owner", "7391");
    QCOMPARE(send("PUT", "business/staff/" + id + "/password", "{\"password\":\"a long enough one\"}", m_owner).status,
             200);
    const auto signIn = [this](const QByteArray &totp) {
        return send("POST", "auth/staff",
                    "{\"login\":\"owner\",\"password\":\"a long enough one\"" +
                        (totp.isEmpty() ? QByteArray() : ",\"totp\":\"" + totp + '"') + "}",
                    {});
    };
    const QByteArray token = text(signIn({}), "access_token");
    QCOMPARE(send("POST", "auth/totp", "{\"password\":\"another long one\"}", token).status, 401);
    const auto shown = send("POST", "auth/totp", "{\"password\":\"a long enough one\"}", token);
    QVERIFY2(shown.status == 201, shown.body);
    const QByteArray base32 = text(shown, "secret");
    QByteArray secret;
    quint32 bits = 0;
    int count = 0;
    for (const char letter : base32) {
        bits = (bits << 5) | static_cast<quint32>(letter >= 'A' ? letter - 'A' : letter - '2' + 26);
        count += 5;
        if (count >= 8) {
            count -= 8;
            secret.append(static_cast<char>((bits >> count) & 0xff));
        }
    }
    const auto codeNow = [&] { return totp::code(secret, totp::stepAt(m_clock.nowMs())).toLatin1(); };
    // Shown is not confirmed.
    QCOMPARE(signIn({}).status, 200);
    const QByteArray wrong = codeNow() == "000000" ? "000001" : "000000";
    QVERIFY(send("POST", "auth/totp/confirm", "{\"code\":\"" + wrong + "\"}", token).status >= 400);
    QCOMPARE(send("POST", "auth/totp/confirm", "{\"code\":\"" + codeNow() + "\"}", token).status, 200);
    const auto without = signIn({});
    QVERIFY2(without.status == 401, without.body);
    QVERIFY2(signIn(codeNow()).status == 401, "the code that confirmed is used up");
    m_clock.advance(totp::stepMs);
    QCOMPARE(signIn(wrong).status, 401);
    QCOMPARE(signIn(codeNow()).status, 200);
    QVERIFY2(signIn(codeNow()).status == 401, "no code is taken twice");
    for (const QByteArray &line : m_api->log())
        QVERIFY(!line.contains(base32));
}

void SignInApiTest::newSecretsEndSessions()
{
    const QByteArray path = "business/staff/" + make("counter", "7391");
    const QByteArray first = text(byPin("7391"), "access_token");
    QCOMPARE(send("PUT", path + "/pin", "{\"pin\":\"8204\"}", m_owner).status, 200);
    QCOMPARE(send("GET", "business/orders", {}, first).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    const QByteArray second = text(byPin("8204"), "access_token");
    QCOMPARE(send("GET", "business/orders", {}, second).status, 200);
    QCOMPARE(send("PUT", path + "/password", "{\"password\":\"a long enough one\"}", m_owner).status, 200);
    QCOMPARE(send("GET", "business/orders", {}, second).verdict(), QByteArray("401 TOKEN_EXPIRED"));
}

void SignInApiTest::sessionsEndByThemselves()
{
    make("counter", "7391");
    const auto refresh = [this](const ApiAnswer &from) {
        return send("POST", "auth/refresh", "{\"refresh_token\":\"" + text(from, "refresh_token") + "\"}", {});
    };
    // A token ends; its session may go on.
    auto now = byPin("7391");
    m_clock.advance(staffTokenMs);
    QCOMPARE(send("GET", "business/orders", {}, text(now, "access_token")).verdict(), QByteArray("401 TOKEN_EXPIRED"));
    now = refresh(now);
    QCOMPARE(now.status, 200);
    // Left alone for too long.
    m_clock.advance(staffIdleMs + 1);
    QCOMPARE(refresh(now).status, 401);
    // However busy, it ends.
    now = byPin("7391");
    const qint64 end = m_clock.nowMs() + staffSessionMs;
    while (m_clock.nowMs() + staffTokenMs < end) {
        m_clock.advance(staffTokenMs);
        now = refresh(now);
        QVERIFY2(now.status == 200, now.body);
    }
    m_clock.advance(staffTokenMs);
    QCOMPARE(refresh(now).status, 401);
    QCOMPARE(send("GET", "business/orders", {}, text(now, "access_token")).status, 401);
}

void SignInApiTest::locksOutliveTheServer()
{
    make("counter", "7391");
    for (int i = 0; i < 5; ++i)
        byPin("9999");
    m_api.reset();
    m_api = std::make_unique<ApiHarness>(*m_site);
    QCOMPARE(byPin("7391").verdict(), QByteArray("429 SIGN_IN_LOCKED"));
}

void SignInApiTest::secretsAreStoredNowhere()
{
    m_api.reset();
    const QTemporaryDir directory;
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    options.directory = directory.path();
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_owner = m_site->business().token;
    m_screen = m_site->business().terminalTokens.at(Role::Kitchen);
    const QByteArray id = make("owner", "73915028");
    send("PUT", "business/staff/" + id + "/password", "{\"password\":\"a long enough one\"}", m_owner);
    const auto in = byPin("73915028");
    QCOMPARE(in.status, 200);
    const auto shown = send("POST", "auth/totp", "{\"password\":\"a long enough one\"}", text(in, "access_token"));
    QVERIFY2(shown.status == 201, shown.body);
    const auto next = send("POST", "auth/refresh", "{\"refresh_token\":\"" + text(in, "refresh_token") + "\"}", {});
    QCOMPARE(next.status, 200);
    const QList<QByteArray> secrets{"73915028",
                                    "a long enough one",
                                    text(shown, "secret"),
                                    text(in, "access_token"),
                                    text(in, "refresh_token"),
                                    text(next, "access_token"),
                                    text(next, "refresh_token"),
                                    m_owner,
                                    m_screen};
    int files = 0;
    QDirIterator each(directory.path(), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &secret : secrets)
            QVERIFY2(secret.size() >= 8 && !bytes.contains(secret), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 2); // hub.db and its log
    for (const QByteArray &line : m_api->log()) {
        for (const QByteArray &secret : secrets)
            QVERIFY(!line.contains(secret));
    }
    m_api.reset();
    m_site.reset();
}

void SignInApiTest::revocationClosesOpenSockets()
{
    make("counter", "7391");
    const QByteArray token = text(byPin("7391"), "access_token");
    QVERIFY(m_site->startServer());
    LiveClient client(m_site->port(), token);
    LiveClient other(m_site->port(), m_owner);
    QVERIFY(client.waitForHello() && other.waitForHello());
    BlockingHttp http(m_site->port(), token);
    const auto out = http.request("POST", "/api/v1/auth/logout");
    QVERIFY(out);
    QCOMPARE(out->status, 200);
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(static_cast<int>(client.socket().closeCode()), 4401);
    QCOMPARE(other.socket().state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(SignInApiTest)
#include "signinapitest.moc"
