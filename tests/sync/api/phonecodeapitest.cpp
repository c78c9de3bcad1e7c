// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/guestservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakemessages.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// Guests who sign in by a code on their phone.
class PhoneCodeApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutASenderThereIsNone();
    void thePhoneIsTheAccount();
    void contactsAreNobodysAccount();
    void theAnswerTellsNothing();
    void oneCodeAMinute();
    void fewCodesAnHour();
    void fewCodesForAnAddress();
    void fiveTries();
    void codesEnd();
    void codesAreGoodOnce();
    void wrongPhones();
    void businessesDoNotMeet();
    void aSenderMayFail();
    void nothingIsLoggedOrStored();

private:
    ApiAnswer ask(const QByteArray &phone, const QByteArray &more = {}, const Headers &headers = {})
    {
        return m_api->call("POST", "/api/v1/auth/otp", {}, "{\"phone\":\"" + phone + "\"" + more + "}", headers);
    }
    static QByteArray proof(const QByteArray &phone, const QByteArray &code, const QByteArray &more = {})
    {
        return "{\"phone\":\"" + phone + "\",\"code\":\"" + code + "\"" + more + "}";
    }
    ApiAnswer verify(const QByteArray &phone, const QByteArray &code, const QByteArray &more = {})
    {
        return m_api->call("POST", "/api/v1/auth/otp/verify", {}, proof(phone, code, more));
    }
    QByteArray wrongCode() const { return m_messages->code() == "000000" ? "000001" : "000000"; }
    ApiAnswer profileOf(const ApiAnswer &in)
    {
        return m_api->get("/api/v1/user/profile", in.data().value(QLatin1String("access_token")).toString().toLatin1());
    }
    static qint64 userOf(const ApiAnswer &answer) { return answer.data().value(QLatin1String("user_id")).toInteger(); }

    FakeClock m_clock;
    std::shared_ptr<FakeMessages> m_messages;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

static const QByteArray phone = "+77011234567";

void PhoneCodeApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_messages = std::make_shared<FakeMessages>();
    ApiOptions api = ApiHarness::withoutLimits();
    const auto proxies = AddressList::fromText(QStringLiteral("127.0.0.1"));
    QVERIFY(proxies);
    api.trustedProxies = *proxies;
    api.messages = m_messages;
    m_api = std::make_unique<ApiHarness>(*m_site, api);
}

void PhoneCodeApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void PhoneCodeApiTest::withoutASenderThereIsNone()
{
    m_api = std::make_unique<ApiHarness>(*m_site);
    QCOMPARE(ask(phone).verdict(), QByteArray("503 NOT_CONFIGURED"));
    QCOMPARE(verify(phone, "123456").verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(m_site->rowCount("phone_codes"), qint64{0});
}

void PhoneCodeApiTest::thePhoneIsTheAccount()
{
    const auto asked = ask("8 (701) 123-45-67");
    QVERIFY2(asked.status == 200, asked.body);
    QCOMPARE(asked.data().value(QLatin1String("expires_in_seconds")).toInteger(), qint64{300});
    QCOMPARE(m_messages->sent().size(), size_t{1});
    QCOMPARE(m_messages->sent().front().phone.toLatin1(), phone);
    QCOMPARE(m_messages->sent().front().businessId, m_site->business().id);
    QVERIFY(!m_messages->sent().front().businessName.isEmpty());
    QCOMPARE(m_messages->code().size(), 6);

    const auto in = verify("7 701 123 45 67", m_messages->code(), ",\"name\":\"Aru\"");
    QVERIFY2(in.status == 200, in.body);
    const auto profile = profileOf(in);
    QCOMPARE(userOf(profile), userOf(in));
    QCOMPARE(profile.data().value(QLatin1String("name")).toString(), QStringLiteral("Aru"));
    QCOMPARE(profile.data().value(QLatin1String("phone")).toString().toLatin1(), phone);
    QVERIFY(profile.data().value(QLatin1String("phone_verified")).toBool());

    m_clock.advance(phoneCodePauseMs);
    QCOMPARE(ask(phone).status, 200);
    const auto again = verify(phone, m_messages->code(), ",\"name\":\"Somebody\"");
    QCOMPARE(userOf(again), userOf(in));
    // The name that is there stays, and so does the other session.
    QCOMPARE(profileOf(again).data().value(QLatin1String("name")).toString(), QStringLiteral("Aru"));
    QCOMPARE(profileOf(in).status, 200);
}

void PhoneCodeApiTest::contactsAreNobodysAccount()
{
    const QByteArray contact = m_site->addGuest(m_site->business(), QStringLiteral("Aru"), QString::fromLatin1(phone));
    const qint64 contactId = userOf(m_api->get("/api/v1/user/profile", contact));
    ask(phone);
    const auto in = verify(phone, m_messages->code());
    QVERIFY2(in.status == 200, in.body);
    QVERIFY(userOf(in) != contactId);
    QCOMPARE(profileOf(in).data().value(QLatin1String("name")).toString(), QString());
    // A name may come later.
    m_clock.advance(phoneCodePauseMs);
    ask(phone);
    const auto named = verify(phone, m_messages->code(), ",\"name\":\"Aru\"");
    QCOMPARE(userOf(named), userOf(in));
    QCOMPARE(profileOf(named).data().value(QLatin1String("name")).toString(), QStringLiteral("Aru"));
}

void PhoneCodeApiTest::theAnswerTellsNothing()
{
    ask(phone);
    QCOMPARE(verify(phone, m_messages->code()).status, 200);
    m_clock.advance(phoneCodePauseMs);
    const auto known = ask(phone);
    const auto unknown = ask("+77017654321");
    QCOMPARE(known.status, 200);
    QCOMPARE(known.body, unknown.body);
    QCOMPARE(ask(phone).body.size(), ask("+77017654321").body.size());
    // Neither does a refusal say why.
    const QByteArray wrong = verify(phone, wrongCode()).verdict();
    QCOMPARE(wrong, QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(verify("+77019999999", "123456").verdict(), wrong);
}

void PhoneCodeApiTest::oneCodeAMinute()
{
    QCOMPARE(ask(phone).status, 200);
    const auto soon = ask("87011234567");
    QCOMPARE(soon.verdict(), QByteArray("429 RATE_LIMITED"));
    QCOMPARE(soon.header("Retry-After"), QByteArray("60"));
    QCOMPARE(m_messages->sent().size(), size_t{1});
    m_clock.advance(phoneCodePauseMs - 1'000);
    QCOMPARE(ask(phone).header("Retry-After"), QByteArray("1"));
    m_clock.advance(1'000);
    const QByteArray first = m_messages->code();
    QCOMPARE(ask(phone).status, 200);
    // The newer code takes the place of the older one, unless chance made them equal.
    if (first != m_messages->code())
        QCOMPARE(verify(phone, first).status, 401);
    QCOMPARE(verify(phone, m_messages->code()).status, 200);
}

void PhoneCodeApiTest::fewCodesAnHour()
{
    for (int i = 0; i < maxCodesPerPhone; ++i) {
        QCOMPARE(ask(phone).status, 200);
        m_clock.advance(phoneCodePauseMs);
    }
    const auto enough = ask(phone);
    QCOMPARE(enough.verdict(), QByteArray("429 RATE_LIMITED"));
    QCOMPARE(enough.header("Retry-After"), QByteArray::number(3600 - maxCodesPerPhone * 60));
    // A code that was used does not make room, and neither does a new handler.
    QCOMPARE(verify(phone, m_messages->code()).status, 200);
    ApiOptions api = ApiHarness::withoutLimits();
    api.messages = m_messages;
    m_api = std::make_unique<ApiHarness>(*m_site, api);
    QCOMPARE(ask(phone).status, 429);
    QCOMPARE(ask("+77017654321").status, 200);
    m_clock.advance(60 * 60 * 1000);
    QCOMPARE(ask(phone).status, 200);
    QCOMPARE(m_site->rowCount("phone_code_requests"), qint64{2});
}

void PhoneCodeApiTest::fewCodesForAnAddress()
{
    const Headers here{{"x-forwarded-for", "203.0.113.9"}};
    for (int i = 0; i < maxCodesPerAddress; ++i)
        QCOMPARE(ask("+770112345" + QByteArray::number(10 + i), {}, here).status, 200);
    QCOMPARE(ask("+77011234599", {}, here).verdict(), QByteArray("429 RATE_LIMITED"));
    QCOMPARE(ask("+77011234599").status, 200);
}

void PhoneCodeApiTest::fiveTries()
{
    ask(phone);
    for (int i = 0; i < maxPhoneCodeTries; ++i)
        QCOMPARE(verify(phone, wrongCode()).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    QCOMPARE(verify(phone, m_messages->code()).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    m_clock.advance(phoneCodePauseMs);
    ask(phone);
    for (int i = 0; i < maxPhoneCodeTries - 1; ++i)
        QCOMPARE(verify(phone, wrongCode()).status, 401);
    QCOMPARE(verify(phone, m_messages->code()).status, 200);
}

void PhoneCodeApiTest::codesEnd()
{
    ask(phone);
    m_clock.advance(phoneCodeLifetimeMs - 1);
    QCOMPARE(verify(phone, wrongCode()).status, 401);
    m_clock.advance(1);
    QCOMPARE(verify(phone, m_messages->code()).verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    // What is over is not kept.
    ask("+77017654321");
    QCOMPARE(m_site->rowCount("phone_codes"), qint64{1});
}

void PhoneCodeApiTest::codesAreGoodOnce()
{
    ask(phone);
    const auto users = m_site->rowCount("users");
    // Both are on their way before either is answered.
    const QByteArray body = proof(phone, m_messages->code());
    const int first = m_api->start("POST", "/api/v1/auth/otp/verify", {}, body);
    const int second = m_api->start("POST", "/api/v1/auth/otp/verify", {}, body);
    QList<int> statuses{m_api->wait(first).status, m_api->wait(second).status};
    std::sort(statuses.begin(), statuses.end());
    QCOMPARE(statuses, (QList<int>{200, 401}));
    QCOMPARE(verify(phone, m_messages->code()).status, 401);
    QCOMPARE(m_site->rowCount("users"), users + 1);
    QCOMPARE(m_site->rowCount("phone_codes"), qint64{0});
}

void PhoneCodeApiTest::wrongPhones()
{
    for (const char *wrong : {"12345", "+1234567", "212 555 01 00", "+7 701 123 45", "+0 701 123 45 67"}) {
        const auto answer = ask(wrong);
        QCOMPARE(answer.verdict(), QByteArray("422 VALIDATION_FAILED"));
        QVERIFY(!answer.body.contains(wrong));
        QCOMPARE(verify(wrong, "123456").status, 422);
    }
    QVERIFY(m_messages->sent().empty());
}

void PhoneCodeApiTest::businessesDoNotMeet()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const QByteArray here = ",\"business\":" + QByteArray::number(m_site->business().id);
    const QByteArray there = ",\"business\":" + QByteArray::number(other->id);
    QCOMPARE(ask(phone).status, 404);
    QCOMPARE(ask(phone, ",\"business\":999999").status, 404);
    QCOMPARE(ask(phone, here).status, 200);
    const QByteArray ours = m_messages->code();
    QCOMPARE(verify(phone, ours, there).status, 401);
    const auto in = verify(phone, ours, here);
    QCOMPARE(in.status, 200);
    QCOMPARE(ask(phone, there).status, 200);
    QCOMPARE(m_messages->sent().back().businessName, QStringLiteral("Other"));
    const auto second = verify(phone, m_messages->code(), there);
    QCOMPARE(second.status, 200);
    QVERIFY(userOf(second) != userOf(in));
}

void PhoneCodeApiTest::aSenderMayFail()
{
    m_messages->setBroken(true);
    const auto failed = ask(phone);
    QCOMPARE(failed.verdict(), QByteArray("503 OVERLOADED"));
    m_messages->setBroken(false);
    QCOMPARE(ask(phone).status, 429);
    m_clock.advance(phoneCodePauseMs);
    QCOMPARE(ask(phone).status, 200);
}

void PhoneCodeApiTest::nothingIsLoggedOrStored()
{
    ask("8 701 123 45 67");
    const QByteArray code = m_messages->code();
    QCOMPARE(verify("+77011234567", wrongCode()).status, 401);
    // Of a phone that nobody proved there is a hash, and of its code a slow one.
    const auto files = [this] {
        QByteArray all;
        for (QDirIterator names(m_site->hub().directory()); names.hasNext();) {
            QFile file(names.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    };
    const QByteArray kept = files();
    QVERIFY(kept.contains("$argon2id$"));
    QVERIFY(!kept.contains("7011234567"));
    QCOMPARE(verify("+77011234567", code).status, 200);
    for (const QByteArray &line : m_api->log()) {
        QVERIFY(!line.contains("1234567") && !line.contains("123 45 67"));
        QVERIFY(!line.contains('"' + code + '"'));
    }
}

QTEST_GUILESS_MAIN(PhoneCodeApiTest)
#include "phonecodeapitest.moc"
