// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menukeeper.h"

#include "models/hub/accessservice.h"
#include "models/hub/catalogedits.h"
#include "models/hub/catalogservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// What is off the menu until a time comes back by itself, at that time of the hub's clock.
class MenuKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void putsBackInTime();
    void alsoAfterAStart();
    void eachBusiness();
    void leavesOthersAlone();

private:
    static constexpr qint64 hourMs = 3'600'000;
    static constexpr int patienceMs = 20'000;

    bool setOff(const TestBusiness &business, const char *name, qint64 backAtMs)
    {
        WriteCommand command;
        command.principal.kind = Principal::Kind::Business;
        command.principal.role = Role::Owner;
        command.principal.businessId = business.id;
        command.run = [id = business.item(name), backAtMs](WriteContext &context) {
            return catalogwrites::setAvailable(context, id, {false, backAtMs});
        };
        return m_site->hub().writer().submitAndWait(std::move(command)).ok();
    }
    bool isOn(const TestBusiness &business, const char *name)
    {
        const auto reader = m_site->hub().openReader();
        const auto item = catalogreads::item(**reader, business.id, business.item(name));
        return item && item->available && item->backAtMs == 0;
    }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
};

void MenuKeeperTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

void MenuKeeperTest::putsBackInTime()
{
    MenuKeeper keeper(m_site->hub());
    const TestBusiness &business = m_site->business();
    QVERIFY(setOff(business, "Soup", m_clock.nowMs() + hourMs));
    QVERIFY(setOff(business, "Bread", m_clock.nowMs() + 2 * hourMs));
    keeper.look();
    QVERIFY(!isOn(business, "Soup"));
    m_clock.advance(hourMs);
    keeper.look();
    QTRY_VERIFY_WITH_TIMEOUT(isOn(business, "Soup"), patienceMs);
    QVERIFY(!isOn(business, "Bread"));
    // Somebody changes their mind: the commit is what the keeper hears.
    QVERIFY(setOff(business, "Bread", m_clock.nowMs() + hourMs / 2));
    m_clock.advance(hourMs / 2);
    keeper.look();
    QTRY_VERIFY_WITH_TIMEOUT(isOn(business, "Bread"), patienceMs);
}

void MenuKeeperTest::alsoAfterAStart()
{
    QVERIFY(setOff(m_site->business(), "Soup", m_clock.nowMs() + hourMs));
    m_clock.advance(5 * hourMs);
    MenuKeeper keeper(m_site->hub());
    QTRY_VERIFY_WITH_TIMEOUT(isOn(m_site->business(), "Soup"), patienceMs);
}

void MenuKeeperTest::eachBusiness()
{
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QVERIFY(setOff(m_site->business(), "Soup", m_clock.nowMs() + hourMs));
    QVERIFY(setOff(*other, "Plov", m_clock.nowMs() + hourMs));
    m_clock.advance(hourMs);
    MenuKeeper keeper(m_site->hub());
    QTRY_VERIFY_WITH_TIMEOUT(isOn(m_site->business(), "Soup") && isOn(*other, "Plov"), patienceMs);
}

void MenuKeeperTest::leavesOthersAlone()
{
    MenuKeeper keeper(m_site->hub());
    QVERIFY(setOff(m_site->business(), "Soup", m_clock.nowMs() + hourMs));
    m_clock.advance(hourMs);
    keeper.look();
    QTRY_VERIFY_WITH_TIMEOUT(isOn(m_site->business(), "Soup"), patienceMs);
    QVERIFY(!isOn(m_site->business(), "Oyster"));
}

QTEST_GUILESS_MAIN(MenuKeeperTest)
#include "menukeepertest.moc"
