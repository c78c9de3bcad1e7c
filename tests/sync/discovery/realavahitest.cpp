// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discovery/hubannouncer.h"
#include "sync/discovery/hubfinder.h"
#include "tests/support/fakeavahi.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <atomic>
#include <memory>

#include <unistd.h>

using namespace oshaq;
using namespace oshaq::test;

/// The real avahi-daemon, on a bus and in a network of its own. Needs root and avahi-daemon; skipped without.
class RealAvahiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void aHubIsFound();
    void twoOfOneNameAreTwoHubs();

private:
    static constexpr int patienceMs = 60'000;

    PrivateBus m_bus;
    QProcess m_avahi;
};

void RealAvahiTest::initTestCase()
{
    if (geteuid() != 0 || QStandardPaths::findExecutable(QStringLiteral("avahi-daemon")).isEmpty() ||
        QStandardPaths::findExecutable(QStringLiteral("ip")).isEmpty())
        QSKIP("needs root, ip and avahi-daemon");
    QVERIFY(m_bus.start());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), m_bus.address());
    m_avahi.setProcessEnvironment(environment);
    m_avahi.setProcessChannelMode(QProcess::MergedChannels);
    m_avahi.start(QStringLiteral("unshare"),
                  {QStringLiteral("--mount"), QStringLiteral("--net"), QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon && "
                                  "ip link set lo up && ip link add card0 type veth peer name card1 && "
                                  "ip addr add 10.99.0.1/24 dev card0 && ip link set card0 up && ip link set card1 up && "
                                  "exec avahi-daemon --no-drop-root --no-chroot --no-rlimits")});
    QVERIFY(m_avahi.waitForStarted());
    if (m_avahi.waitForFinished(500))
        QSKIP(m_avahi.readAll());
}

void RealAvahiTest::cleanupTestCase()
{
    if (m_avahi.state() == QProcess::NotRunning)
        return;
    m_avahi.terminate();
    QVERIFY(m_avahi.waitForFinished(patienceMs));
}

void RealAvahiTest::aHubIsFound()
{
    std::atomic<bool> announced{false};
    auto announcer = std::make_unique<HubAnnouncer>(
        HubAnnouncement{QStringLiteral("Дастархан"), QStringLiteral("0.1.0"), 8787},
        [&announced](bool now) { announced = now; }, m_bus.address());
    HubFinder finder(m_bus.address());
    finder.start();
    QTRY_VERIFY_WITH_TIMEOUT(announced, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(1), patienceMs);
    const FoundHub expected{QStringLiteral("Дастархан"), QStringLiteral("https://10.99.0.1:8787")};
    QCOMPARE(finder.search().hubs.front(), expected);
    announcer.reset();
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(0), patienceMs);
    QVERIFY(finder.search().works);
}

void RealAvahiTest::twoOfOneNameAreTwoHubs()
{
    std::atomic<int> announced{0};
    const auto count = [&announced](bool now) { announced += now ? 1 : -1; };
    const HubAnnouncer one({QStringLiteral("Cafe"), QStringLiteral("0.1.0"), 8787}, count, m_bus.address());
    const HubAnnouncer two({QStringLiteral("Cafe"), QStringLiteral("0.1.0"), 8788}, count, m_bus.address());
    HubFinder finder(m_bus.address());
    finder.start();
    QTRY_COMPARE_WITH_TIMEOUT(announced.load(), 2, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(finder.search().hubs.size(), size_t(2), patienceMs);
    QCOMPARE(finder.search().hubs[0].name, QStringLiteral("Cafe"));
    QCOMPARE(finder.search().hubs[1].name, QStringLiteral("Cafe #2"));
}

QTEST_GUILESS_MAIN(RealAvahiTest)
#include "realavahitest.moc"
