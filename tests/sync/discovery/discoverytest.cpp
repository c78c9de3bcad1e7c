// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/avahibrowser.h"
#include "sync/discovery/hubannouncer.h"
#include "sync/discovery/hubfinder.h"
#include "tests/support/fakeavahi.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>

using namespace oshaq;
using namespace oshaq::test;

/// Hubs that announce themselves and screens that find them, over a real bus; Avahi comes, goes and is not there.
class DiscoveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aHubIsAnnounced();
    void anotherOfThatNameGetsANumber_data();
    void anotherOfThatNameGetsANumber();
    void itIsAnnouncedAgainAfterAvahiCameBack();
    void aHubThatIsGoneIsAnnouncedNoLonger();
    void namesFit_data();
    void namesFit();

    void hubsAreFound();
    void oneHubOnTwoCardsIsOneHub();
    void hubsThatGoAreForgotten();
    void whatIsNoHubIsNotShown_data();
    void whatIsNoHubIsNotShown();
    void namesAreCleaned();
    void aFloodIsCut();
    void nothingIsFoundTwiceAfterAvahiCameBack();

    void withoutAvahiNothingHappens();
    void withoutABusNothingHappens();

private:
    static constexpr int patienceMs = 20'000;

    std::unique_ptr<HubAnnouncer> announce(const QString &name)
    {
        m_announced = false;
        return std::make_unique<HubAnnouncer>(HubAnnouncement{name, QStringLiteral("0.1.0"), 8787},
                                              [this](bool announced) { m_announced = announced; }, m_bus->address());
    }
    static FakeAvahi::Service dastarkhan()
    {
        return {QStringLiteral("Дастархан"), QStringLiteral("192.168.1.10"), 8787};
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeAvahi> m_avahi;
    std::atomic<bool> m_announced{false};
};

void DiscoveryTest::initTestCase()
{
    PrivateBus bus;
    QVERIFY2(bus.start(), "dbus-daemon does not start");
}

void DiscoveryTest::init()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(m_bus->start());
    m_avahi = std::make_unique<FakeAvahi>(m_bus->address());
}

void DiscoveryTest::cleanup()
{
    m_avahi.reset();
    m_bus.reset();
}

// ---- announcing

void DiscoveryTest::aHubIsAnnounced()
{
    QVERIFY(m_avahi->appear());
    const auto announcer = announce(QStringLiteral("Дастархан"));
    QTRY_VERIFY_WITH_TIMEOUT(m_announced, patienceMs);
    QCOMPARE(m_avahi->announcedName(), QStringLiteral("Дастархан"));
    const FakeAvahi::Group group = m_avahi->groups().begin()->second;
    QCOMPARE(group.port, quint16(8787));
    QCOMPARE(group.facts, (QList<QByteArray>{"v=0.1.0", "tls=1"}));
}

void DiscoveryTest::anotherOfThatNameGetsANumber_data()
{
    QTest::addColumn<bool>("onlyOnCommit");
    QTest::newRow("here") << false;
    QTest::newRow("on the network") << true;
}

void DiscoveryTest::anotherOfThatNameGetsANumber()
{
    QFETCH(bool, onlyOnCommit);
    m_avahi->setTaken(QStringLiteral("Cafe"), onlyOnCommit);
    QVERIFY(m_avahi->appear());
    const auto announcer = announce(QStringLiteral("Cafe"));
    QTRY_VERIFY_WITH_TIMEOUT(m_announced, patienceMs);
    QCOMPARE(m_avahi->announcedName(), QStringLiteral("Cafe #2"));
}

void DiscoveryTest::itIsAnnouncedAgainAfterAvahiCameBack()
{
    const auto announcer = announce(QStringLiteral("Cafe"));
    QVERIFY(m_avahi->appear(1)); // it has begun and is not ready yet
    QTest::qWait(0);
    QVERIFY(m_avahi->groups().empty());
    m_avahi->setState(2);
    QTRY_VERIFY_WITH_TIMEOUT(m_announced, patienceMs);
    m_avahi->vanish();
    QTRY_VERIFY_WITH_TIMEOUT(!m_announced, patienceMs);
    QVERIFY(m_avahi->appear());
    QTRY_VERIFY_WITH_TIMEOUT(m_announced, patienceMs);
    QCOMPARE(m_avahi->announcedName(), QStringLiteral("Cafe"));
}

void DiscoveryTest::aHubThatIsGoneIsAnnouncedNoLonger()
{
    QVERIFY(m_avahi->appear());
    auto announcer = announce(QStringLiteral("Cafe"));
    QTRY_VERIFY_WITH_TIMEOUT(m_announced, patienceMs);
    announcer.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_avahi->announcedName(), QString(), patienceMs);
}

void DiscoveryTest::namesFit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("announced");
    QTest::newRow("short") << QStringLiteral("Cafe") << 1 << QStringLiteral("Cafe");
    QTest::newRow("none") << QStringLiteral("  ") << 1 << QStringLiteral("Oshaq");
    QTest::newRow("lines") << QStringLiteral("A\nB") << 1 << QStringLiteral("A B");
    QTest::newRow("long") << QString(80, u'x') << 1 << QString(63, u'x');
    QTest::newRow("two bytes each") << QString(40, u'ж') << 1 << QString(31, u'ж');
    QTest::newRow("with a number") << QString(40, u'ж') << 12 << QString(29, u'ж') + QStringLiteral(" #12");
    QString pairs;
    for (int i = 0; i < 20; ++i)
        pairs += QStringLiteral("🍲");
    QTest::newRow("surrogates") << pairs << 1 << pairs.left(30);
}

void DiscoveryTest::namesFit()
{
    QFETCH(QString, name);
    QFETCH(int, number);
    QFETCH(QString, announced);
    QCOMPARE(AvahiPublisher::nameWith(name, number), announced);
    QVERIFY(AvahiPublisher::nameWith(name, number).toUtf8().size() <= AvahiPublisher::longestName);
}

// ---- finding

void DiscoveryTest::hubsAreFound()
{
    m_avahi->add(dastarkhan());
    QVERIFY(m_avahi->appear());
    HubFinder finder(m_bus->address());
    QVERIFY(!finder.search().works);
    finder.start();
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    QVERIFY(finder.search().works);
    const FoundHub expected{QStringLiteral("Дастархан"), QStringLiteral("https://192.168.1.10:8787")};
    QCOMPARE(finder.search().hubs.front(), expected);
    m_avahi->add({QStringLiteral("Another"), QStringLiteral("192.168.1.11"), 9000});
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(2), patienceMs);
    QCOMPARE(finder.search().hubs.front().url, QStringLiteral("https://192.168.1.11:9000"));
}

void DiscoveryTest::oneHubOnTwoCardsIsOneHub()
{
    QVERIFY(m_avahi->appear());
    HubFinder finder(m_bus->address());
    finder.start();
    QTRY_VERIFY_WITH_TIMEOUT(finder.search().works, patienceMs);
    FakeAvahi::Service second = dastarkhan();
    second.interface = 3;
    m_avahi->add(dastarkhan());
    m_avahi->add(second);
    QTRY_COMPARE_WITH_TIMEOUT(m_avahi->resolved(), 2, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    // One way less leads there, and it is still there.
    m_avahi->remove(second);
    m_avahi->add({QStringLiteral("Mark"), QStringLiteral("192.168.1.20"), 1});
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(2), patienceMs);
}

void DiscoveryTest::hubsThatGoAreForgotten()
{
    m_avahi->add(dastarkhan());
    QVERIFY(m_avahi->appear());
    HubFinder finder(m_bus->address());
    finder.start();
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    m_avahi->remove(dastarkhan());
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(0), patienceMs);
    QVERIFY(finder.search().works);
}

void DiscoveryTest::whatIsNoHubIsNotShown_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("fact");
    QTest::newRow("plain http") << QStringLiteral("192.168.1.10") << 8787 << QByteArray("tls=0");
    QTest::newRow("no port") << QStringLiteral("192.168.1.10") << 0 << QByteArray("tls=1");
    QTest::newRow("no address") << QStringLiteral("evil.example") << 8787 << QByteArray("tls=1");
    QTest::newRow("nowhere") << QStringLiteral("0.0.0.0") << 8787 << QByteArray("tls=1");
    QTest::newRow("this computer itself") << QStringLiteral("127.0.0.1") << 8787 << QByteArray("tls=1");
    QTest::newRow("everybody") << QStringLiteral("224.0.0.251") << 8787 << QByteArray("tls=1");
}

void DiscoveryTest::whatIsNoHubIsNotShown()
{
    QFETCH(QString, address);
    QFETCH(int, port);
    QFETCH(QByteArray, fact);
    QVERIFY(m_avahi->appear());
    HubFinder finder(m_bus->address());
    finder.start();
    QTRY_VERIFY_WITH_TIMEOUT(finder.search().works, patienceMs);
    m_avahi->add({QStringLiteral("A"), address, quint16(port), {fact}});
    m_avahi->add({QStringLiteral("B"), QStringLiteral("192.168.1.10"), 8787});
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    QCOMPARE(finder.search().hubs.front().name, QStringLiteral("B"));
}

void DiscoveryTest::namesAreCleaned()
{
    const auto named = [](const QString &name) {
        const auto hub = AvahiBrowser::hubOf({2, 0, name, QString(), QString(), QString(), 0,
                                              QStringLiteral("192.168.1.10"), QVariant::fromValue(ushort(8787)),
                                              QVariant::fromValue(QList<QByteArray>{"tls=1", "a=192.168.1.99"}), 0U});
        return hub ? hub->name + u'|' + hub->url : QString();
    };
    QCOMPARE(named(QStringLiteral("Cafe\n\u202eevil")), QStringLiteral("Cafeevil|https://192.168.1.99:8787"));
    QCOMPARE(named(QStringLiteral("\u202e\n")), QString());
    QCOMPARE(named(QStringLiteral("🍲")), QStringLiteral("🍲|https://192.168.1.99:8787"));
    QVERIFY(!AvahiBrowser::hubOf({}));
    QVERIFY(!AvahiBrowser::hubOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

void DiscoveryTest::aFloodIsCut()
{
    QVERIFY(m_avahi->appear());
    HubFinder finder(m_bus->address());
    finder.start();
    QTRY_VERIFY_WITH_TIMEOUT(finder.search().works, patienceMs);
    for (int i = 0; i < 3 * AvahiBrowser::maxServices; ++i)
        m_avahi->add({QStringLiteral("Hub %1").arg(i), QStringLiteral("192.168.2.%1").arg(i), 8787});
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(AvahiBrowser::maxServices), patienceMs);
    QCOMPARE(m_avahi->resolved(), AvahiBrowser::maxServices);
}

void DiscoveryTest::nothingIsFoundTwiceAfterAvahiCameBack()
{
    m_avahi->add(dastarkhan());
    QVERIFY(m_avahi->appear());
    HubFinder finder(m_bus->address());
    finder.start();
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    m_avahi->vanish();
    QTRY_VERIFY_WITH_TIMEOUT(!finder.search().works, patienceMs);
    QVERIFY(finder.search().hubs.empty());
    QVERIFY(m_avahi->appear());
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    QCOMPARE(m_avahi->resolved(), 2);
}

// ---- neither

void DiscoveryTest::withoutAvahiNothingHappens()
{
    const auto announcer = announce(QStringLiteral("Cafe"));
    HubFinder finder(m_bus->address());
    finder.start();
    QSignalSpy spy(&finder, &HubFinder::changed);
    // Once it comes all of it works, so it was waited for and not given up.
    QVERIFY(m_avahi->appear());
    QTRY_VERIFY_WITH_TIMEOUT(m_announced && finder.search().works, patienceMs);
    QVERIFY(!spy.isEmpty());
}

void DiscoveryTest::withoutABusNothingHappens()
{
    m_avahi.reset();
    m_bus->stop();
    const auto announcer = announce(QStringLiteral("Cafe"));
    {
        HubFinder finder(m_bus->address());
        finder.start();
        QVERIFY(!finder.search().works);
    }
    QVERIFY(!m_announced);
}

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "discoverytest.moc"
