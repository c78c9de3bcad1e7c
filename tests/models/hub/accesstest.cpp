// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/sessionstore.h"
#include "models/hub/terminalstore.h"
#include "tests/support/hubfixture.h"

#include <QSet>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Tokens and who they are.
class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theBusinessTokenIsTheOwner();
    void tokensAreStoredHashed();
    void tokensDiffer();
    void aTerminalHasItsRoleAndLetter();
    void lettersGoOnAfterZ();
    void aGuestExpires();
    void guestsAreAlwaysNew();
    void unknownTokens();
    void revokedTokensDie();
    void nobodyRevokesForOthers();
    void wrongInput();
    void aBusinessHasAStation();

private:
    Result<WriteOutcome> terminal(const QString &name, Role role, std::optional<qint64> station = std::nullopt)
    {
        return m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return accesswrites::createTerminal(context, m_business.id, name, role, station);
        });
    }
    Result<WriteOutcome> guest(const QString &name, const QString &phone = {})
    {
        return m_hub->run(m_business.owner(),
                          [&](WriteContext &context) { return accesswrites::createGuest(context, name, phone); });
    }
    Result<WriteOutcome> revoke(const Principal &who, qint64 session)
    {
        return m_hub->run(who, [&](WriteContext &context) { return accesswrites::revokeSession(context, session); });
    }
    Result<Principal> authenticate(const QString &token)
    {
        return accessreads::authenticate(m_hub->database(), token, m_hub->nowMs);
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void AccessTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void AccessTest::theBusinessTokenIsTheOwner()
{
    QVERIFY(m_business.token.startsWith(QLatin1String("obt_")));
    QCOMPARE(m_business.token.size(), 4 + 43);
    const auto who = authenticate(m_business.token);
    QVERIFY(who);
    QCOMPARE(who->kind, Principal::Kind::Business);
    QCOMPARE(who->role, Role::Owner);
    QCOMPARE(who->businessId, m_business.id);
    QCOMPARE(who->id, m_business.id);
    QCOMPARE(who->label, QStringLiteral("Oshaq"));
    QCOMPARE(who->expiresAtMs, 0);
    QVERIFY(who->sessionId > 0);
}

void AccessTest::tokensAreStoredHashed()
{
    auto rows = m_hub->database().query(
        QStringLiteral("SELECT token FROM businesses UNION ALL SELECT token_hash FROM sessions"));
    QVERIFY(rows);
    int seen = 0;
    while (rows->next()) {
        QCOMPARE(rows->bytes(0), sessionstore::hashOf(m_business.token));
        ++seen;
    }
    QCOMPARE(seen, 2);
}

void AccessTest::tokensDiffer()
{
    QSet<QString> tokens;
    for (int i = 0; i < 50; ++i)
        tokens.insert(guest(QStringLiteral("G"))->secret);
    QCOMPARE(tokens.size(), 50);
}

void AccessTest::aTerminalHasItsRoleAndLetter()
{
    const qint64 station = m_business.station(u"Tandoor");
    const auto made = terminal(QStringLiteral(" Tandoor screen "), Role::Kitchen, station);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(made->code, 201);
    QVERIFY(made->secret.startsWith(QLatin1String("ott_")));
    const auto who = authenticate(made->secret);
    QVERIFY(who);
    QCOMPARE(who->kind, Principal::Kind::Terminal);
    QCOMPARE(who->role, Role::Kitchen);
    QCOMPARE(who->id, made->entityId);
    QCOMPARE(who->label, QStringLiteral("Tandoor screen"));
    const auto row = terminalstore::find(m_hub->database(), m_business.id, made->entityId);
    QVERIFY(row);
    QCOMPARE(row->letter, QStringLiteral("B"));
    QCOMPARE(row->stationId, std::optional(station));
    QCOMPARE(
        m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'terminal.created' AND entity_id = ?"),
                      {made->entityId}),
        1);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(terminalstore::find(m_hub->database(), other.id, made->entityId).error().code, ErrorCode::NotFound);
}

void AccessTest::lettersGoOnAfterZ()
{
    QStringList letters;
    for (int i = 0; i < 27; ++i) {
        const auto made = terminal(QStringLiteral("T"), Role::Counter);
        QVERIFY(made);
        letters.append(terminalstore::find(m_hub->database(), m_business.id, made->entityId)->letter);
    }
    QCOMPARE(letters.first(), QStringLiteral("B"));
    QCOMPARE(letters[24], QStringLiteral("Z"));
    QCOMPARE(letters[25], QStringLiteral("AA"));
    QCOMPARE(letters[26], QStringLiteral("AB"));
}

void AccessTest::aGuestExpires()
{
    const auto made = guest(QStringLiteral("Aigerim"), QStringLiteral("+7701"));
    QVERIFY(made);
    QVERIFY(made->secret.startsWith(QLatin1String("ogt_")));
    QCOMPARE(made->values, std::vector<qint64>{m_hub->nowMs + guestTokenLifetimeMs});
    const auto who = authenticate(made->secret);
    QVERIFY(who);
    QCOMPARE(who->kind, Principal::Kind::Guest);
    QCOMPARE(who->role, Role::Guest);
    QCOMPARE(who->id, made->entityId);
    QCOMPARE(who->expiresAtMs, made->values.front());
    QVERIFY2(who->label.isEmpty(), "labels go into logs, a guest's name is personal");
    m_hub->nowMs += guestTokenLifetimeMs - 1;
    QVERIFY(authenticate(made->secret));
    m_hub->nowMs += 1;
    QCOMPARE(authenticate(made->secret).error().code, ErrorCode::TokenExpired);
}

void AccessTest::guestsAreAlwaysNew()
{
    const auto one = guest(QStringLiteral("Aigerim"), QStringLiteral("+77010000001"));
    const auto two = guest(QStringLiteral("Aigerim"), QStringLiteral("+77010000001"));
    QVERIFY(one && two);
    QVERIFY(one->entityId != two->entityId);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT max(phone_verified) FROM users")), 0);
}

void AccessTest::unknownTokens()
{
    for (const QString &token :
         {QString(), QStringLiteral("obt_"), m_business.token.chopped(1), m_business.token + QLatin1Char('A'),
          m_business.token.toUpper(), QString(100'000, QLatin1Char('x')), QStringLiteral("\u0416")})
        QCOMPARE(authenticate(token).error().code, ErrorCode::Unauthenticated);
}

void AccessTest::revokedTokensDie()
{
    const auto made = terminal(QStringLiteral("T"), Role::Counter);
    const qint64 session = authenticate(made->secret)->sessionId;
    QVERIFY(revoke(m_business.owner(), session));
    QCOMPARE(authenticate(made->secret).error().code, ErrorCode::TokenExpired);
    m_hub->nowMs += 1000;
    QVERIFY(revoke(m_business.owner(), session)); // again is no error and changes nothing
    QCOMPARE(m_hub->number(QStringLiteral("SELECT revoked_at FROM sessions WHERE session_id = ?"), {session}),
             m_hub->nowMs - 1000);

    const qint64 own = authenticate(m_business.token)->sessionId;
    QVERIFY(revoke(m_business.owner(), own));
    QCOMPARE(authenticate(m_business.token).error().code, ErrorCode::TokenExpired);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM businesses WHERE token IS NULL")), 1);
}

void AccessTest::nobodyRevokesForOthers()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const qint64 session = authenticate(m_business.token)->sessionId;
    QCOMPARE(revoke(other.owner(), session).error().code, ErrorCode::NotFound);
    QCOMPARE(revoke(m_business.owner(), 9999).error().code, ErrorCode::NotFound);
    const auto made = guest(QStringLiteral("Aigerim"));
    const auto who = authenticate(made->secret);
    QCOMPARE(revoke(*who, session).error().code, ErrorCode::NotFound);
    QVERIFY(authenticate(m_business.token));
    QVERIFY(revoke(*who, who->sessionId));
    QCOMPARE(authenticate(made->secret).error().code, ErrorCode::TokenExpired);
}

void AccessTest::wrongInput()
{
    const auto business = [this](const std::function<void(Business &)> &set) {
        Business wanted;
        wanted.name = QStringLiteral("B");
        set(wanted);
        const auto made =
            m_hub->run({}, [&](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
        return made ? QString() : made.error().details.front().path;
    };
    QCOMPARE(business([](Business &) {}), QString());
    QCOMPARE(business([](Business &b) { b.name = QStringLiteral("  "); }), QStringLiteral("name"));
    QCOMPARE(business([](Business &b) { b.currency = QStringLiteral("kzt"); }), QStringLiteral("currency"));
    QCOMPARE(business([](Business &b) { b.timeZone = QStringLiteral("Mars/Olympus"); }), QStringLiteral("time_zone"));
    QCOMPARE(business([](Business &b) { b.dayStartMinutes = 1440; }), QStringLiteral("day_start_minutes"));
    QCOMPARE(business([](Business &b) { b.deliveryCostMinor = -1; }), QStringLiteral("delivery_cost"));

    QCOMPARE(terminal(QString(), Role::Kitchen).error().details.front().path, QStringLiteral("name"));
    QCOMPARE(terminal(QStringLiteral("T"), Role::Guest).error().details.front().path, QStringLiteral("role"));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(terminal(QStringLiteral("T"), Role::Kitchen, other.station(u"Hot")).error().details.front().path,
             QStringLiteral("station_id"));
    const auto foreign = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return accesswrites::createTerminal(context, other.id, QStringLiteral("T"), Role::Kitchen, std::nullopt);
    });
    QCOMPARE(foreign.error().code, ErrorCode::NotFound);
    QCOMPARE(guest(QStringLiteral(" ")).error().code, ErrorCode::ValidationFailed);
    QCOMPARE(guest(QStringLiteral("A"), QString(51, QLatin1Char('1'))).error().details.front().path,
             QStringLiteral("phone"));
}

void AccessTest::aBusinessHasAStation()
{
    Business wanted;
    wanted.name = QStringLiteral("Empty");
    const auto made =
        m_hub->run({}, [&](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    QVERIFY(made);
    QCOMPARE(made->entity, EntityKind::Business);
    const auto catalog = catalogreads::catalog(m_hub->database(), made->entityId);
    QCOMPARE(catalog->stations.size(), std::size_t(1));
    QCOMPARE(catalog->stations.front().name, QStringLiteral("Kitchen"));
}

QTEST_GUILESS_MAIN(AccessTest)
#include "accesstest.moc"
