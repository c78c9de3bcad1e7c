// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"
#include "models/hub/apitokenservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Tokens of the business and of other programs: made, rotated, ended.
class TokenApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstTokenIsListed();
    void secretsAreShownOnce();
    void anIntegrationMayLittle();
    void aBusinessTokenMayWhatAnOwnerMay();
    void onlyOwnersDealWithOwners();
    void tokensEndByThemselves();
    void rotationOverlaps();
    void rotationAtOnce();
    void anExpiredTokenComesBackWithAnotherEnd();
    void deletedTokensEndAtOnce();
    void theLastWayInStays();
    void namesGoIntoNoJournal();
    void othersAreNotFound();

private:
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body, const QByteArray &token)
    {
        return m_api->call(method, "/api/v1/" + path, token, body);
    }
    ApiAnswer make(const QByteArray &kind, const QByteArray &more = {})
    {
        return send("POST", "business/tokens", "{\"name\":\"Web shop\",\"kind\":\"" + kind + "\"" + more + "}",
                    m_owner);
    }
    static QByteArray secret(const ApiAnswer &answer)
    {
        return answer.data().value(QLatin1String("access_token")).toString().toUtf8();
    }
    static QByteArray id(const ApiAnswer &answer)
    {
        return QByteArray::number(
            answer.data().value(QLatin1String("token")).toObject().value(QLatin1String("token_id")).toInteger());
    }
    QByteArray verdict(const QByteArray &token, const QByteArray &path = "business/tokens")
    {
        return send("GET", path, {}, token).verdict();
    }
    QByteArray at(qint64 ms) const { return isoUtc(m_clock.nowMs() + ms).toUtf8(); }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_owner;
    QByteArray m_manager;
};

void TokenApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_owner = m_site->business().token;
    m_manager = m_site->business().terminalTokens.at(Role::Manager);
}

void TokenApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void TokenApiTest::theFirstTokenIsListed()
{
    const auto list = send("GET", "business/tokens", {}, m_manager);
    QVERIFY2(list.status == 200, list.body);
    QCOMPARE(list.list().size(), 1);
    const QJsonObject first = list.list().first().toObject();
    QCOMPARE(first.value(QLatin1String("kind")).toString(), QStringLiteral("business"));
    QCOMPARE(first.value(QLatin1String("active")).toBool(), true);
    QVERIFY(first.value(QLatin1String("expires_at")).isNull());
    QVERIFY(!list.body.contains(m_owner));
}

void TokenApiTest::secretsAreShownOnce()
{
    const auto made = make("integration");
    QVERIFY2(made.status == 201, made.body);
    QVERIFY(secret(made).startsWith("oit_"));
    QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(made.header("Location"), "/api/v1/business/tokens/" + id(made));
    const auto shown = send("GET", "business/tokens/" + id(made), {}, m_manager);
    QCOMPARE(shown.status, 200);
    QVERIFY(!shown.body.contains(secret(made)));
    QByteArray kept;
    for (QDirIterator files(m_site->hub().directory()); files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            kept += file.readAll();
    }
    QVERIFY(kept.contains("Web shop"));
    QVERIFY(!kept.contains(secret(made)) && !kept.contains(secret(made).mid(4)));
    for (const QByteArray &line : m_api->log())
        QVERIFY(!line.contains(secret(made)));
}

void TokenApiTest::anIntegrationMayLittle()
{
    const QByteArray token = secret(make("integration"));
    QCOMPARE(verdict(token, "auth/sessions"), QByteArray("200"));
    QCOMPARE(verdict(token), QByteArray("403 FORBIDDEN"));
    QCOMPARE(send("POST", "business/tokens", "{\"name\":\"X\",\"kind\":\"integration\"}", token).status, 403);
    QCOMPARE(verdict(token, "business/staff"), QByteArray("403 FORBIDDEN"));
}

void TokenApiTest::aBusinessTokenMayWhatAnOwnerMay()
{
    const QByteArray token = secret(make("business"));
    QVERIFY(token.startsWith("obt_"));
    QCOMPARE(send("POST", "business/terminals", "{\"name\":\"Office\",\"role\":\"owner\"}", token).status, 201);
    QCOMPARE(send("POST", "business/tokens", "{\"name\":\"X\",\"kind\":\"business\"}", token).status, 201);
}

void TokenApiTest::onlyOwnersDealWithOwners()
{
    const auto business = make("business");
    const QByteArray path = "business/tokens/" + id(business);
    QCOMPARE(send("POST", "business/tokens", "{\"name\":\"X\",\"kind\":\"business\"}", m_manager).status, 403);
    QCOMPARE(send("POST", path + "/rotate", {}, m_manager).verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(send("DELETE", path, {}, m_manager).verdict(), QByteArray("403 FORBIDDEN"));
    QCOMPARE(verdict(secret(business)), QByteArray("200"));
    const auto other = send("POST", "business/tokens", "{\"name\":\"X\",\"kind\":\"integration\"}", m_manager);
    QCOMPARE(other.status, 201);
    QCOMPARE(send("DELETE", "business/tokens/" + id(other), {}, m_manager).status, 200);
}

void TokenApiTest::tokensEndByThemselves()
{
    const auto past = make("integration", ",\"expires_at\":\"" + at(0) + "\"");
    QCOMPARE(past.verdict(), QByteArray("422 VALIDATION_FAILED"));
    QVERIFY2(past.body.contains("expires_at"), past.body);
    const auto made = make("integration", ",\"expires_at\":\"" + at(5000) + "\"");
    QVERIFY2(made.status == 201, made.body);
    m_clock.advance(4999);
    QCOMPARE(verdict(secret(made), "auth/sessions"), QByteArray("200"));
    m_clock.advance(1);
    QCOMPARE(verdict(secret(made), "auth/sessions"), QByteArray("401 TOKEN_EXPIRED"));
    const auto shown = send("GET", "business/tokens/" + id(made), {}, m_owner);
    QCOMPARE(shown.data().value(QLatin1String("active")).toBool(), false);
}

void TokenApiTest::rotationOverlaps()
{
    const auto made = make("business");
    const QByteArray rotate = "business/tokens/" + id(made) + "/rotate";
    const auto second = send("POST", rotate, {}, m_owner);
    QVERIFY2(second.status == 201, second.body);
    QCOMPARE(id(second), id(made));
    QVERIFY(secret(second) != secret(made));
    QCOMPARE(second.data().value(QLatin1String("old_tokens_end_at")).toString().toUtf8(),
             at(usualApiTokenOverlapSeconds * 1000));
    // Again before the first one ended: nothing lengthens its life.
    m_clock.advance(1000);
    const auto third = send("POST", rotate, "{\"overlap_seconds\":604800}", m_owner);
    QCOMPARE(verdict(secret(made)), QByteArray("200"));
    QCOMPARE(verdict(secret(second)), QByteArray("200"));
    m_clock.advance(usualApiTokenOverlapSeconds * 1000 - 1000);
    QCOMPARE(verdict(secret(made)), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(verdict(secret(second)), QByteArray("200"));
    m_clock.advance(maxApiTokenOverlapSeconds * 1000);
    QCOMPARE(verdict(secret(second)), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(verdict(secret(third)), QByteArray("200"));
    QCOMPARE(send("POST", rotate, "{\"overlap_seconds\":604801}", m_owner).status, 422);
    QCOMPARE(send("POST", rotate, "{\"overlap_seconds\":-1}", m_owner).status, 422);
}

void TokenApiTest::rotationAtOnce()
{
    const auto made = make("integration");
    const auto next = send("POST", "business/tokens/" + id(made) + "/rotate", "{\"overlap_seconds\":0}", m_owner);
    QCOMPARE(next.status, 201);
    QVERIFY(next.data().value(QLatin1String("old_tokens_end_at")).isNull());
    QCOMPARE(verdict(secret(made), "auth/sessions"), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(verdict(secret(next), "auth/sessions"), QByteArray("200"));
}

void TokenApiTest::anExpiredTokenComesBackWithAnotherEnd()
{
    const auto made = make("integration", ",\"expires_at\":\"" + at(1000) + "\"");
    const QByteArray rotate = "business/tokens/" + id(made) + "/rotate";
    m_clock.advance(1000);
    QCOMPARE(send("POST", rotate, {}, m_owner).verdict(), QByteArray("422 VALIDATION_FAILED"));
    const auto next = send("POST", rotate, "{\"expires_at\":\"" + at(60'000) + "\"}", m_owner);
    QVERIFY2(next.status == 201, next.body);
    QCOMPARE(verdict(secret(made), "auth/sessions"), QByteArray("401 TOKEN_EXPIRED"));
    m_clock.advance(59'999);
    QCOMPARE(verdict(secret(next), "auth/sessions"), QByteArray("200"));
    m_clock.advance(1);
    QCOMPARE(verdict(secret(next), "auth/sessions"), QByteArray("401 TOKEN_EXPIRED"));
}

void TokenApiTest::deletedTokensEndAtOnce()
{
    const auto made = make("business");
    const auto rotated = send("POST", "business/tokens/" + id(made) + "/rotate", {}, m_owner);
    QCOMPARE(verdict(secret(made)), QByteArray("200"));
    QCOMPARE(send("DELETE", "business/tokens/" + id(made), {}, m_owner).status, 200);
    QCOMPARE(verdict(secret(made)), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(verdict(secret(rotated)), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(send("GET", "business/tokens/" + id(made), {}, m_owner).status, 404);
    QCOMPARE(send("DELETE", "business/tokens/" + id(made), {}, m_owner).status, 404);
    QCOMPARE(send("POST", "business/tokens/" + id(made) + "/rotate", {}, m_owner).status, 404);
    QCOMPARE(send("GET", "business/tokens", {}, m_owner).list().size(), 1);
}

void TokenApiTest::theLastWayInStays()
{
    const QByteArray first = QByteArray::number(send("GET", "business/tokens", {}, m_owner)
                                                    .list()
                                                    .first()
                                                    .toObject()
                                                    .value(QLatin1String("token_id"))
                                                    .toInteger());
    QCOMPARE(send("DELETE", "business/tokens/" + first, {}, m_owner).verdict(), QByteArray("409 STILL_IN_USE"));
    // One that ends by itself is no way in for long.
    make("business", ",\"expires_at\":\"" + at(1000) + "\"");
    make("integration");
    QCOMPARE(send("DELETE", "business/tokens/" + first, {}, m_owner).status, 409);
    const auto second = make("business");
    QCOMPARE(send("DELETE", "business/tokens/" + first, {}, secret(second)).status, 200);
    QCOMPARE(verdict(m_owner), QByteArray("401 TOKEN_EXPIRED"));
    QCOMPARE(send("DELETE", "business/tokens/" + id(second), {}, secret(second)).status, 409);
    const auto person =
        send("POST", "business/staff", "{\"name\":\"O\",\"role\":\"owner\",\"login\":\"o\"}", secret(second));
    QVERIFY2(person.status == 201, person.body);
    QCOMPARE(send("DELETE", "business/tokens/" + id(second), {}, secret(second)).status, 409);
    const QByteArray staff = QByteArray::number(person.data().value(QLatin1String("staff_id")).toInteger());
    const auto set =
        send("PUT", "business/staff/" + staff + "/password", "{\"password\":\"a long enough one\"}", secret(second));
    QVERIFY2(set.status == 200, set.body);
    QCOMPARE(send("DELETE", "business/tokens/" + id(second), {}, secret(second)).status, 200);
}

void TokenApiTest::namesGoIntoNoJournal()
{
    const auto made = make("integration");
    send("POST", "business/tokens/" + id(made) + "/rotate", {}, m_owner);
    send("DELETE", "business/tokens/" + id(made), {}, m_owner);
    const auto audit = send("GET", "admin/audit?limit=100", {}, m_owner);
    QVERIFY2(audit.status == 200, audit.body);
    for (const char *type : {"token.created", "token.rotated", "token.deleted"})
        QVERIFY2(audit.body.contains(type), type);
    QVERIFY(!audit.body.contains("Web shop") && !audit.body.contains(secret(made)));
}

void TokenApiTest::othersAreNotFound()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const auto theirs = send("POST", "business/tokens", "{\"name\":\"Theirs\",\"kind\":\"integration\"}", other->token);
    QCOMPARE(theirs.status, 201);
    for (const auto &[method, more] : {std::pair{"GET", ""}, std::pair{"DELETE", ""}, std::pair{"POST", "/rotate"}}) {
        QCOMPARE(send(method, "business/tokens/" + id(theirs) + more, {}, m_owner).verdict(),
                 QByteArray("404 NOT_FOUND"));
    }
    QCOMPARE(verdict(secret(theirs), "auth/sessions"), QByteArray("200"));
}

QTEST_GUILESS_MAIN(TokenApiTest)
#include "tokenapitest.moc"
