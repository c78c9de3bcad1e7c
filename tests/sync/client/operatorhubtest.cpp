// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blockinghttp.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::test;

using Failure = PortFailure::Kind;

/// Two people at one screen, through a real terminal, a real hub and real sockets.
class OperatorHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void historyNamesBoth();
    void whatWasDoneOfflineHasItsPeople();
    void aDismissedPersonsActsCount();
    void aStrangersActsAreParked();
    void dismissalLocksTheScreen();
    void portsAskAsThePerson();
    void nobodyToManageNoLock();

private:
    static constexpr int patienceMs = 20'000;

    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs))
            return PortAnswer<T>::failed({Failure::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return *got;
    }
    OperatorPort &screen() { return m_rig->client().operators(); }
    PortAnswer<ScreenOperator> signIn(const char *pin)
    {
        return wait<ScreenOperator>([&](auto done) { return screen().signIn(QString::fromLatin1(pin), done); });
    }
    PortAnswer<PortNothing> switchOn()
    {
        return wait<PortNothing>([&](auto done) { return screen().setPolicy({true, 0}, done); });
    }
    QJsonObject command(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        BlockingHttp http(m_site->port(), m_site->business().token);
        const auto answer = http.request(method, "/api/v1/business/" + path, body);
        if (!answer || answer->status > 299) {
            qWarning() << method << path << (answer ? answer->body : QByteArray("no answer"));
            return {};
        }
        const QJsonValue data = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data"));
        return data.isArray() ? QJsonObject{{QStringLiteral("list"), data}} : data.toObject();
    }
    qint64 hire(const QByteArray &name, const QByteArray &role, const QByteArray &pin)
    {
        const qint64 id = command("POST", "staff", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}")
                              .value(QLatin1String("staff_id"))
                              .toInteger();
        command("PUT", "staff/" + QByteArray::number(id) + "/pin", "{\"pin\":\"" + pin + "\"}");
        return id;
    }
    /// Placed at the hub and seen here.
    qint64 place()
    {
        const qint64 id =
            command("POST", "orders",
                    "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" +
                        QByteArray::number(m_site->business().item("Soup")) + ",\"quantity\":1},{\"item_id\":" +
                        QByteArray::number(m_site->business().item("Apples")) + ",\"quantity\":1}]}")
                .value(QLatin1String("order_id"))
                .toInteger();
        const bool seen =
            QTest::qWaitFor([&] { return m_rig->terminal().kitchen().ticket(id).has_value(); }, patienceMs);
        return seen ? id : 0;
    }
    Result<void> toggle(qint64 orderId, size_t line)
    {
        const auto ticket = m_rig->terminal().kitchen().ticket(orderId);
        if (!ticket || ticket->lines.size() <= line)
            return Error{ErrorCode::NotFound, QStringLiteral("no line"), {}};
        return m_rig->terminal().kitchen().toggleLines(orderId, {ticket->lines[line].id});
    }
    /// Who did something to the order, in its order, without repeats behind each other.
    QStringList actors(qint64 orderId)
    {
        const QJsonArray events = command("GET", "orders/" + QByteArray::number(orderId) + "/history")
                                      .value(QLatin1String("events"))
                                      .toArray();
        QStringList names;
        for (const auto &event : events) {
            const QString name = event.toObject().value(QLatin1String("actor_name")).toString();
            if (names.isEmpty() || names.last() != name)
                names << name;
        }
        return names;
    }
    bool sent()
    {
        return QTest::qWaitFor([&] { return m_rig->terminal().outbox().pendingCount() == 0; }, patienceMs);
    }
    /// The program ends and starts again; without a connection first.
    void restartOffline()
    {
        m_rig->close();
        QCOMPARE(m_rig->openOffline(), QString());
    }
    PortAnswer<ScreenOperator> signInOffline(const char *pin)
    {
        return wait<ScreenOperator>(
            [&](auto done) { return m_rig->terminal().operators().signIn(QString::fromLatin1(pin), done); });
    }
    QJsonArray shifts() { return command("GET", "shifts").value(QLatin1String("list")).toArray(); }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<TerminalRig> m_rig;
    std::unique_ptr<QTemporaryDir> m_screenDirectory;
    qint64 m_aliya = 0;
    qint64 m_dana = 0;
};

void OperatorHubTest::init()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_aliya = hire("Aliya", "kitchen", "7391");
    m_dana = hire("Dana", "manager", "8264");
    QVERIFY(m_aliya > 0 && m_dana > 0);
    m_screenDirectory = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<TerminalRig>(m_screenDirectory->path());
    QCOMPARE(m_rig->connectTo("http://127.0.0.1:" + QByteArray::number(m_site->port()),
                              m_site->business().terminalTokens.at(Role::Manager), Role::Manager),
             QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().link().facts().state, LinkStatus::State::Live, patienceMs);
}

void OperatorHubTest::cleanup()
{
    m_rig.reset();
    m_site.reset();
    m_screenDirectory.reset();
}

void OperatorHubTest::historyNamesBoth()
{
    const qint64 order = place();
    QVERIFY(order > 0);
    QVERIFY(switchOn().value.has_value());
    QVERIFY(screen().isLocked());
    QCOMPARE(signIn("7391").value->name, QStringLiteral("Aliya"));
    QVERIFY(toggle(order, 0).ok());
    QVERIFY(sent());
    QCOMPARE(signIn("8264").value->name, QStringLiteral("Dana"));
    QVERIFY(toggle(order, 1).ok());
    QVERIFY(sent());
    const QStringList names = actors(order);
    QCOMPARE(names.mid(1), (QStringList{QStringLiteral("Aliya"), QStringLiteral("Dana")}));
    QCOMPARE(shifts().size(), 2);
    QVERIFY(wait<PortNothing>([&](auto done) { return screen().signOut(done); }).value.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!shifts()[0].toObject().value(QLatin1String("ended_at")).isNull(), patienceMs);
    QVERIFY(shifts()[1].toObject().value(QLatin1String("ended_at")).isNull());
}

void OperatorHubTest::whatWasDoneOfflineHasItsPeople()
{
    const qint64 order = place();
    const qint64 other = place();
    QVERIFY(order > 0 && other > 0);
    QVERIFY(switchOn().value.has_value());
    QVERIFY(signIn("7391").value.has_value());
    QVERIFY(signIn("8264").value.has_value());
    QVERIFY(wait<PortNothing>([&](auto done) { return screen().signOut(done); }).value.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!shifts()[0].toObject().value(QLatin1String("ended_at")).isNull(), patienceMs);

    restartOffline();
    OperatorPort &alone = m_rig->terminal().operators();
    QVERIFY(alone.isLocked());
    QCOMPARE(signInOffline("0407").failure.kind, Failure::Unreachable);
    QCOMPARE(signInOffline("7391").value->name, QStringLiteral("Aliya"));
    QVERIFY(toggle(order, 0).ok());
    QCOMPARE(signInOffline("8264").value->name, QStringLiteral("Dana"));
    QVERIFY(toggle(order, 1).ok());
    // Only a manager may, and the screen belongs to a cook when the hub hears of it.
    QVERIFY(m_rig->terminal().orders().setStatus(other, OrderStatus::Accepted, {}).ok());
    QVERIFY(m_rig->terminal().orders().setStatus(other, OrderStatus::Preparing, {}).ok());
    QVERIFY(m_rig->terminal().orders().setStatus(other, OrderStatus::Cancelled, QStringLiteral("spilled")).ok());
    QCOMPARE(signInOffline("7391").value->name, QStringLiteral("Aliya"));

    QCOMPARE(m_rig->goOnline(), QString());
    QVERIFY(sent());
    QVERIFY(m_rig->terminal().outbox().parked().empty());
    QCOMPARE(actors(order).mid(1), (QStringList{QStringLiteral("Aliya"), QStringLiteral("Dana")}));
    QCOMPARE(actors(other).mid(1), (QStringList{QStringLiteral("Dana")}));
    QCOMPARE(m_rig->waitUntilEqual(m_site->port(), m_site->business().token), QString());
    // Dana's second time at work was told later.
    QTRY_COMPARE_WITH_TIMEOUT(shifts().size(), 3, patienceMs);
}

void OperatorHubTest::aDismissedPersonsActsCount()
{
    const qint64 order = place();
    QVERIFY(order > 0);
    QVERIFY(switchOn().value.has_value());
    QVERIFY(signIn("7391").value.has_value());
    restartOffline();
    QVERIFY(signInOffline("7391").value.has_value());
    QVERIFY(toggle(order, 0).ok());
    command("DELETE", "staff/" + QByteArray::number(m_aliya));
    QCOMPARE(m_rig->goOnline(), QString());
    QVERIFY(sent());
    QVERIFY(m_rig->terminal().outbox().parked().empty());
    QCOMPARE(actors(order).mid(1), (QStringList{QStringLiteral("Aliya")}));
    // And here they are nobody any more.
    QTRY_VERIFY_WITH_TIMEOUT(screen().isLocked(), patienceMs);
    QVERIFY(!screen().current());
    QCOMPARE(signIn("7391").failure.errorCode, QStringLiteral("CREDENTIALS_WRONG"));
}

void OperatorHubTest::aStrangersActsAreParked()
{
    const qint64 order = place();
    const qint64 other = place();
    QVERIFY(order > 0 && other > 0);
    m_rig->terminal().outbox().setOperator(999'999, Role::Manager);
    QVERIFY(toggle(order, 0).ok());
    m_rig->terminal().outbox().setOperator(0, std::nullopt);
    QVERIFY(toggle(other, 0).ok());
    QVERIFY(sent());
    const auto parked = m_rig->terminal().outbox().parked();
    QCOMPARE(parked.size(), size_t(1));
    QCOMPARE(parked[0].orderId, order);
    QCOMPARE(parked[0].errorCode, QStringLiteral("VALIDATION_FAILED"));
    QCOMPARE(m_rig->terminal().link().facts().state, LinkStatus::State::Live);

    // A right that was taken away is the person's matter and not the screen's.
    m_rig->terminal().outbox().setOperator(m_aliya, Role::Manager);
    VisibleOrders &visible = m_rig->terminal().visibleOrders();
    visible.setOperatorRole(Role::Manager);
    QVERIFY(m_rig->terminal().orders().setStatus(other, OrderStatus::Cancelled, QStringLiteral("spilled")).ok());
    QVERIFY(sent());
    QCOMPARE(m_rig->terminal().outbox().parked().size(), size_t(2));
    QCOMPARE(m_rig->terminal().outbox().parked()[0].errorCode, QStringLiteral("FORBIDDEN"));
    QCOMPARE(m_rig->terminal().link().facts().state, LinkStatus::State::Live);
}

void OperatorHubTest::dismissalLocksTheScreen()
{
    QVERIFY(switchOn().value.has_value());
    QVERIFY(signIn("7391").value.has_value());
    command("DELETE", "staff/" + QByteArray::number(m_aliya));
    QTRY_VERIFY_WITH_TIMEOUT(screen().isLocked(), patienceMs);
    QVERIFY(!screen().current());
    QVERIFY(signIn("8264").value.has_value());
}

void OperatorHubTest::portsAskAsThePerson()
{
    StaffPort &staff = m_rig->client().staff();
    const auto everybody = [&] { return wait<std::vector<StaffMember>>([&](auto done) { return staff.staff(done); }); };
    QCOMPARE(everybody().value->size(), size_t(2));
    QVERIFY(switchOn().value.has_value());
    QVERIFY(signIn("7391").value.has_value());
    QCOMPARE(everybody().failure.kind, Failure::SignIn);
    QVERIFY(signIn("8264").value.has_value());
    QCOMPARE(everybody().value->size(), size_t(2));

    // What the office does with it.
    StaffMember timur;
    timur.name = QStringLiteral("Timur");
    timur.role = Role::Courier;
    const auto made = wait<StaffMember>([&](auto done) { return staff.save(QStringLiteral("key-1"), timur, done); });
    QVERIFY(made.value.has_value());
    const auto pin = wait<PortNothing>(
        [&](auto done) { return staff.setPin(QStringLiteral("key-2"), made.value->id, QStringLiteral("7391"), done); });
    QCOMPARE(pin.failure.errorCode, QStringLiteral("ALREADY_EXISTS"));
    const auto removed =
        wait<PortNothing>([&](auto done) { return staff.remove(made.value->id, made.value->version + 1, done); });
    QCOMPARE(removed.failure.errorCode, QStringLiteral("VERSION_STALE"));
    QVERIFY(wait<PortNothing>([&](auto done) {
                return staff.remove(made.value->id, made.value->version, done);
            }).value.has_value());
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const auto worked = wait<std::vector<StaffShift>>(
        [&](auto done) { return staff.shifts(today.addDays(-1), today.addDays(1), done); });
    QCOMPARE(worked.value->size(), size_t(2));
    const auto table = wait<PermissionTable>([&](auto done) { return staff.permissions(done); });
    QCOMPARE(table.value->value(QStringLiteral("business.staff.list")),
             (std::vector<Role>{Role::Owner, Role::Manager}));
}

void OperatorHubTest::nobodyToManageNoLock()
{
    command("DELETE", "staff/" + QByteArray::number(m_dana) + "/pin");
    const auto refused = switchOn();
    QCOMPARE(refused.failure.errorCode, QStringLiteral("FORBIDDEN"));
    QVERIFY(!screen().isLocked());
}

QTEST_GUILESS_MAIN(OperatorHubTest)
#include "operatorhubtest.moc"
