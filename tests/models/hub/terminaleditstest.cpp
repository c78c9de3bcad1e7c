// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/terminalservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// The screens of a business after they were made.
class TerminalEditsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rolesHoldAtOnce();
    void removedOnesAreGone();
    void tokensRotate();
    void managersStayBelowOwners();
    void othersDoNotExist();
    void wrongValues();

private:
    Result<WriteOutcome> make(const Principal &who, const QString &name, Role role)
    {
        return m_hub->run(who, [&](WriteContext &context) {
            return accesswrites::createTerminal(context, who.businessId, name, role, std::nullopt);
        });
    }
    Result<WriteOutcome> edit(const Principal &who, qint64 id, const TerminalEdit &wanted,
                              std::optional<qint64> version = std::nullopt)
    {
        return m_hub->run(who,
                          [&](WriteContext &context) { return terminalwrites::edit(context, id, wanted, version); });
    }
    Result<WriteOutcome> remove(const Principal &who, qint64 id, std::optional<qint64> version = std::nullopt)
    {
        return m_hub->run(who, [&](WriteContext &context) { return terminalwrites::remove(context, id, version); });
    }
    Result<WriteOutcome> rotate(const Principal &who, qint64 id, qint64 seconds)
    {
        return m_hub->run(who,
                          [&](WriteContext &context) { return terminalwrites::rotateToken(context, id, seconds); });
    }
    Result<Principal> authenticate(const QString &token)
    {
        return accessreads::authenticate(m_hub->database(), token, m_hub->nowMs);
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

#define VERIFY_CODE(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY(!verified.ok());                                                                                       \
        QCOMPARE(errorCodeText(verified.error().code), errorCodeText(expected));                                       \
    } while (false)

void TerminalEditsTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void TerminalEditsTest::rolesHoldAtOnce()
{
    const auto made = make(m_business.owner(), QStringLiteral("Hot line"), Role::Kitchen);
    QVERIFY(made.ok());
    TerminalEdit change;
    change.role = Role::Counter;
    change.name = QStringLiteral(" Till ");
    change.stationId = std::optional(m_business.station(u"Hot"));
    VERIFY_CODE(edit(m_business.owner(), made->entityId, change, 9), ErrorCode::VersionStale);
    QVERIFY(edit(m_business.owner(), made->entityId, change, 1).ok());
    const TerminalRecord row = *terminalreads::one(m_hub->database(), m_business.id, made->entityId);
    QCOMPARE(row.name, QStringLiteral("Till"));
    QCOMPARE(row.role, Role::Counter);
    QCOMPARE(row.stationId, std::optional(m_business.station(u"Hot")));
    QCOMPARE(row.version, 2);
    QCOMPARE(authenticate(made->secret)->role, Role::Counter);
    // Nothing new, nothing written.
    QVERIFY(edit(m_business.owner(), made->entityId, change, 2).ok());
    QCOMPARE(terminalreads::one(m_hub->database(), m_business.id, made->entityId)->version, 2);
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id).ok());
}

void TerminalEditsTest::removedOnesAreGone()
{
    const auto one = make(m_business.owner(), QStringLiteral("One"), Role::Kitchen);
    const QString letter = terminalreads::one(m_hub->database(), m_business.id, one->entityId)->letter;
    const Cursor before = *feedreads::cursor(m_hub->database(), m_business.id);
    VERIFY_CODE(remove(m_business.owner(), one->entityId, 9), ErrorCode::VersionStale);
    QVERIFY(remove(m_business.owner(), one->entityId).ok());
    VERIFY_CODE(authenticate(one->secret), ErrorCode::TokenExpired);
    VERIFY_CODE(terminalreads::one(m_hub->database(), m_business.id, one->entityId), ErrorCode::NotFound);
    VERIFY_CODE(remove(m_business.owner(), one->entityId), ErrorCode::NotFound);
    QVERIFY(terminalreads::list(m_hub->database(), m_business.id)->empty());
    const auto page = feedreads::changes(m_hub->database(), m_business.id, before, 10);
    QCOMPARE(page->changes.size(), std::size_t(1));
    QVERIFY(page->changes.front().change.deleted);
    // Numbers of the one that went may still be called out.
    const auto two = make(m_business.owner(), QStringLiteral("Two"), Role::Kitchen);
    QVERIFY(terminalreads::one(m_hub->database(), m_business.id, two->entityId)->letter != letter);
    QCOMPARE(terminalreads::list(m_hub->database(), m_business.id)->size(), std::size_t(1));
}

void TerminalEditsTest::tokensRotate()
{
    const auto made = make(m_business.owner(), QStringLiteral("One"), Role::Kitchen);
    const auto second = rotate(m_business.owner(), made->entityId, 60);
    QVERIFY(second.ok());
    QCOMPARE(second->code, 201);
    QCOMPARE(second->values, std::vector<qint64>{m_hub->nowMs + 60'000});
    QVERIFY(second->secret != made->secret);
    QVERIFY(authenticate(made->secret).ok());
    QCOMPARE(authenticate(second->secret)->id, made->entityId);
    m_hub->nowMs += 60'000;
    VERIFY_CODE(authenticate(made->secret), ErrorCode::TokenExpired);
    QVERIFY(authenticate(second->secret).ok());
    // Without an overlap the old one ends now; a shorter end is never made longer.
    const auto third = rotate(m_business.owner(), made->entityId, 0);
    VERIFY_CODE(authenticate(second->secret), ErrorCode::TokenExpired);
    QVERIFY(third->values.empty());
    QVERIFY(rotate(m_business.owner(), made->entityId, 10).ok());
    QVERIFY(rotate(m_business.owner(), made->entityId, 1000).ok());
    m_hub->nowMs += 10'000;
    VERIFY_CODE(authenticate(third->secret), ErrorCode::TokenExpired);
    VERIFY_CODE(rotate(m_business.owner(), made->entityId, -1), ErrorCode::ValidationFailed);
    VERIFY_CODE(rotate(m_business.owner(), made->entityId, 90'000), ErrorCode::ValidationFailed);
}

void TerminalEditsTest::managersStayBelowOwners()
{
    const Principal manager = m_business.terminal(Role::Manager, 77);
    VERIFY_CODE(make(manager, QStringLiteral("Office"), Role::Owner), ErrorCode::Forbidden);
    const auto owners = make(m_business.owner(), QStringLiteral("Office"), Role::Owner);
    const auto kitchen = make(manager, QStringLiteral("Hot line"), Role::Kitchen);
    QVERIFY(owners.ok() && kitchen.ok());
    TerminalEdit promote;
    promote.role = Role::Owner;
    VERIFY_CODE(edit(manager, kitchen->entityId, promote), ErrorCode::Forbidden);
    VERIFY_CODE(edit(manager, owners->entityId, {}), ErrorCode::Forbidden);
    VERIFY_CODE(remove(manager, owners->entityId), ErrorCode::Forbidden);
    VERIFY_CODE(rotate(manager, owners->entityId, 0), ErrorCode::Forbidden);
    QVERIFY(edit(m_business.owner(), kitchen->entityId, promote).ok());
}

void TerminalEditsTest::othersDoNotExist()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const auto theirs = make(other.owner(), QStringLiteral("Theirs"), Role::Kitchen);
    VERIFY_CODE(edit(m_business.owner(), theirs->entityId, {}), ErrorCode::NotFound);
    VERIFY_CODE(remove(m_business.owner(), theirs->entityId), ErrorCode::NotFound);
    VERIFY_CODE(rotate(m_business.owner(), theirs->entityId, 0), ErrorCode::NotFound);
    QVERIFY(terminalreads::list(m_hub->database(), m_business.id)->empty());
    QVERIFY(authenticate(theirs->secret).ok());
}

void TerminalEditsTest::wrongValues()
{
    const auto made = make(m_business.owner(), QStringLiteral("One"), Role::Kitchen);
    TerminalEdit blank;
    blank.name = QStringLiteral(" ");
    VERIFY_CODE(edit(m_business.owner(), made->entityId, blank), ErrorCode::ValidationFailed);
    TerminalEdit nowhere;
    nowhere.stationId = std::optional<qint64>(999'999);
    VERIFY_CODE(edit(m_business.owner(), made->entityId, nowhere), ErrorCode::ValidationFailed);
}

QTEST_GUILESS_MAIN(TerminalEditsTest)
#include "terminaleditstest.moc"
