// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/terminal/terminalfixture.h"

#include <QSignalSpy>

#include <functional>
#include <optional>

using namespace oshaq;

namespace {

using Failure = PortFailure::Kind;

/// The hub as a screen hears it: people by their PINs, and what it was told. Answers from the event loop.
class FakeOperatorHub final : public OperatorHub
{
public:
    struct Told
    {
        bool isSignIn = false;
        qint64 staffId = 0;
        qint64 atMs = 0;

        bool operator==(const Told &) const = default;
    };

    bool up = true;
    std::map<QString, HubOperator> people;
    std::vector<Told> told;
    QStringList asked;                  ///< PINs
    std::optional<PortFailure> refusal; ///< of sign-ins, whatever the PIN

    PortCall signIn(const QString &pin, PortDone<HubOperator> done) override
    {
        asked << pin;
        const auto found = people.find(pin);
        if (!up)
            return later(PortAnswer<HubOperator>::failed(away()), std::move(done));
        if (refusal)
            return later(PortAnswer<HubOperator>::failed(*refusal), std::move(done));
        if (found == people.end() || !found->second.worksHere) {
            return later(PortAnswer<HubOperator>::failed(
                             {Failure::SignIn, QStringLiteral("CREDENTIALS_WRONG"), QStringLiteral("Nobody."), {}}),
                         std::move(done));
        }
        return later(PortAnswer<HubOperator>::of(found->second), std::move(done));
    }
    PortCall reportSignIn(qint64 staffId, qint64 actedAtMs, PortDone<HubOperator> done) override
    {
        if (!up)
            return later(PortAnswer<HubOperator>::failed(away()), std::move(done));
        told.push_back({true, staffId, actedAtMs});
        if (const HubOperator *person = find(staffId))
            return later(PortAnswer<HubOperator>::of(*person), std::move(done));
        return later(PortAnswer<HubOperator>::failed(
                         {Failure::Refused, QStringLiteral("VALIDATION_FAILED"), QStringLiteral("Nobody."), {}}),
                     std::move(done));
    }
    PortCall reportSignOut(qint64 staffId, qint64 actedAtMs, PortDone<PortNothing> done) override
    {
        if (!up)
            return later(PortAnswer<PortNothing>::failed(away()), std::move(done));
        told.push_back({false, staffId, actedAtMs});
        return later(PortAnswer<PortNothing>::of({}), std::move(done));
    }
    PortCall facts(qint64 staffId, PortDone<HubOperatorFacts> done) override
    {
        if (!up)
            return later(PortAnswer<HubOperatorFacts>::failed(away()), std::move(done));
        HubOperatorFacts facts;
        for (const auto &[pin, one] : people) {
            if (one.worksHere && (one.person.role == Role::Manager || one.person.role == Role::Owner))
                ++facts.managersWithPin;
        }
        if (const HubOperator *person = find(staffId))
            facts.person = *person;
        return later(PortAnswer<HubOperatorFacts>::of(facts), std::move(done));
    }
    void cancel(PortCall call) override { m_calls.erase(call); }

    static PortFailure away() { return {Failure::Unreachable, {}, QStringLiteral("No network."), {}}; }

private:
    const HubOperator *find(qint64 staffId) const
    {
        for (const auto &[pin, one] : people) {
            if (one.person.staffId == staffId)
                return &one;
        }
        return nullptr;
    }
    template <typename T> PortCall later(PortAnswer<T> answer, PortDone<T> done)
    {
        const PortCall call = ++m_last;
        m_calls.insert(call);
        QMetaObject::invokeMethod(
            &m_loop,
            [this, call, answer = std::move(answer), done = std::move(done)] {
                if (m_calls.erase(call) > 0)
                    done(answer);
            },
            Qt::QueuedConnection);
        return call;
    }

    QObject m_loop;
    std::set<PortCall> m_calls;
    PortCall m_last = 0;
};

} // namespace

/// Who stands at this screen: PINs with and without a hub, waiting, and whose name is on what is done.
class TerminalOperatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyIsAskedAtFirst();
    void switchingOnNeedsAManager();
    void policiesAreChecked();
    void startsLocked();
    void peopleComeAndGo();
    void theRoleIsWhatBothMay();
    void knownPeopleGetInWithoutAHub();
    void aTokenThatIsRefusedIsNoHub();
    void sevenDays();
    void wrongPinsWait();
    void waitingOutlivesARestart();
    void theHubsLockIsTold();
    void whoLeftIsForgotten();
    void anotherRoleIsTaken();
    void actsKeepTheirPerson();
    void damagedFilesKeepThePerson();
    void anotherTokenForgetsEverybody();
    void cancelledQuestionsStaySilent();
    void atMostFifty();

private:
    OperatorService &service() { return m_fixture->terminal->operators(); }
    void open()
    {
        if (m_fixture->terminal)
            m_fixture->terminal->operators().setHub(nullptr);
        VERIFY_OK(m_fixture->open());
        service().setHub(&m_hub);
    }
    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &answer) { got = answer; });
        if (got)
            qFatal("answered inside the call");
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return PortAnswer<T>::failed({Failure::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return *got;
    }
    PortAnswer<ScreenOperator> signIn(const char *pin)
    {
        return wait<ScreenOperator>([&](auto done) { return service().signIn(QString::fromLatin1(pin), done); });
    }
    PortAnswer<PortNothing> signOut()
    {
        return wait<PortNothing>([&](auto done) { return service().signOut(done); });
    }
    PortAnswer<PortNothing> setPolicy(const LockPolicy &policy)
    {
        return wait<PortNothing>([&](auto done) { return service().setPolicy(policy, done); });
    }
    /// Asks for PINs from now on.
    void switchOn() { QVERIFY(setPolicy({true, 60}).value.has_value()); }
    void setOffline(bool offline)
    {
        m_hub.up = !offline;
        LinkStatus::Facts facts = m_fixture->terminal->link().facts();
        facts.state = offline ? LinkStatus::State::Offline : LinkStatus::State::Live;
        m_fixture->terminal->link().update(facts);
        if (!offline)
            service().catchUp();
    }
    void become(Role role)
    {
        VERIFY_OK(m_fixture->terminal->setCredentials(
            {QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_screen"), role}));
    }

    std::unique_ptr<TerminalFixture> m_fixture;
    FakeOperatorHub m_hub;
};

void TerminalOperatorTest::init()
{
    m_hub.up = true;
    m_hub.told.clear();
    m_hub.asked.clear();
    m_hub.refusal.reset();
    m_hub.people = {{QStringLiteral("7391"), {{7, QStringLiteral("Aliya"), Role::Kitchen}, true}},
                    {QStringLiteral("8264"), {{8, QStringLiteral("Dana"), Role::Manager}, true}}};
    m_fixture = std::make_unique<TerminalFixture>();
    open();
    become(Role::Manager);
    VERIFY_OK(m_fixture->snapshot());
}

void TerminalOperatorTest::cleanup()
{
    service().setHub(nullptr);
    m_fixture.reset();
}

void TerminalOperatorTest::nobodyIsAskedAtFirst()
{
    QCOMPARE(service().policy(), LockPolicy());
    QVERIFY(!service().isLocked());
    QVERIFY(!service().current());
    QCOMPARE(service().effectiveRole(), Role::Manager);
    service().lock();
    QVERIFY(!service().isLocked());
    QCOMPARE(signIn("7391").failure.errorCode, QStringLiteral("FORBIDDEN"));
    QVERIFY(m_hub.asked.isEmpty());
}

void TerminalOperatorTest::switchingOnNeedsAManager()
{
    const HubOperator dana = m_hub.people[QStringLiteral("8264")];
    m_hub.people.erase(QStringLiteral("8264"));
    const auto refused = setPolicy({true, 0});
    QVERIFY(!refused);
    QCOMPARE(refused.failure.kind, Failure::Refused);
    QCOMPARE(refused.failure.errorCode, QStringLiteral("FORBIDDEN"));
    QVERIFY(!service().policy().asksForPin);
    m_hub.up = false;
    QCOMPARE(setPolicy({true, 0}).failure.kind, Failure::Unreachable);
    m_hub.up = true;
    m_hub.people[QStringLiteral("8264")] = dana;
    QSignalSpy changed(&service(), &OperatorPort::changed);
    QVERIFY(setPolicy({true, 60}).value.has_value());
    QVERIFY(service().isLocked());
    QVERIFY(!changed.isEmpty());
    // Who is outside does not switch it off.
    QCOMPARE(setPolicy({false, 0}).failure.errorCode, QStringLiteral("FORBIDDEN"));
    QVERIFY(signIn("8264").value.has_value());
    QVERIFY(setPolicy({false, 0}).value.has_value());
    QVERIFY(!service().current());
    QVERIFY(!service().isLocked());
    // A manager who was here lately is enough without a hub.
    m_hub.up = false;
    QVERIFY(setPolicy({true, 0}).value.has_value());
}

void TerminalOperatorTest::policiesAreChecked()
{
    for (const int seconds : {-1, 1, 9, 3601})
        QCOMPARE(setPolicy({false, seconds}).failure.errorCode, QStringLiteral("VALIDATION_FAILED"));
    for (const int seconds : {0, 10, 3600})
        QVERIFY(setPolicy({false, seconds}).value.has_value());
    open();
    QCOMPARE(service().policy(), (LockPolicy{false, 3600}));
}

void TerminalOperatorTest::startsLocked()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    QVERIFY(!service().isLocked());
    open();
    QVERIFY(service().isLocked());
    QCOMPARE(service().policy(), (LockPolicy{true, 60}));
    // The last one here, who may have gone for a coffee.
    QCOMPARE(service().current()->name, QStringLiteral("Aliya"));
    QCOMPARE(service().effectiveRole(), Role::Kitchen);
    QVERIFY(signIn("7391").value.has_value());
    QVERIFY(!service().isLocked());
}

void TerminalOperatorTest::peopleComeAndGo()
{
    switchOn();
    const auto in = signIn("7391");
    QVERIFY(in.value.has_value());
    QCOMPARE(*in.value, (ScreenOperator{7, QStringLiteral("Aliya"), Role::Kitchen}));
    service().lock();
    QVERIFY(service().isLocked());
    QCOMPARE(signIn("8264").value->name, QStringLiteral("Dana"));
    QCOMPARE(service().current()->staffId, qint64(8));
    QVERIFY(signOut().value.has_value());
    QVERIFY(service().isLocked());
    QVERIFY(!service().current());
    QTRY_COMPARE(m_hub.told.size(), size_t(1));
    QCOMPARE(m_hub.told[0], (FakeOperatorHub::Told{false, 8, m_fixture->clock.nowMs()}));
    QVERIFY(signOut().value.has_value());
    QCOMPARE(m_hub.told.size(), size_t(1));
}

void TerminalOperatorTest::theRoleIsWhatBothMay()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    QCOMPARE(service().effectiveRole(), Role::Kitchen);
    QCOMPARE(m_fixture->terminal->orders().role(), Role::Kitchen);
    QVERIFY(signIn("8264").value.has_value());
    QCOMPARE(service().effectiveRole(), Role::Manager);
    become(Role::Counter);
    QCOMPARE(service().effectiveRole(), Role::Counter);
    QVERIFY(signIn("7391").value.has_value());
    QCOMPARE(service().effectiveRole(), Role::Counter);
}

void TerminalOperatorTest::knownPeopleGetInWithoutAHub()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    service().lock();
    setOffline(true);
    m_hub.asked.clear();
    const qint64 at = m_fixture->clock.nowMs();
    QCOMPARE(signIn("7391").value->staffId, qint64(7));
    QVERIFY(m_hub.asked.isEmpty()); // nobody waits for a time-out
    QVERIFY(!service().isLocked());
    const auto stranger = signIn("8264");
    QCOMPARE(stranger.failure.kind, Failure::Unreachable);
    QVERIFY(stranger.failure.message.contains(QStringLiteral("seven days")));
    QCOMPARE(service().current()->staffId, qint64(7));
    m_fixture->clock.advance(60'000);
    QVERIFY(signOut().value.has_value());
    QVERIFY(m_hub.told.empty());

    open();
    setOffline(false);
    QTRY_COMPARE(m_hub.told.size(), size_t(2));
    QCOMPARE(m_hub.told[0], (FakeOperatorHub::Told{true, 7, at}));
    QCOMPARE(m_hub.told[1], (FakeOperatorHub::Told{false, 7, at + 60'000}));
    service().catchUp();
    QCoreApplication::processEvents();
    QCOMPARE(m_hub.told.size(), size_t(2));
}

void TerminalOperatorTest::aTokenThatIsRefusedIsNoHub()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    service().lock();
    m_hub.refusal = PortFailure{Failure::SignIn, QStringLiteral("TOKEN_EXPIRED"), QStringLiteral("Revoked."), {}};
    QVERIFY(signIn("7391").value.has_value());
    QCOMPARE(signIn("8264").failure.kind, Failure::SignIn);
}

void TerminalOperatorTest::sevenDays()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    setOffline(true);
    m_fixture->clock.advance(OperatorStore::knownForMs - 1);
    QVERIFY(signIn("7391").value.has_value());
    m_fixture->clock.advance(1);
    QCOMPARE(signIn("7391").failure.kind, Failure::Unreachable);
}

void TerminalOperatorTest::wrongPinsWait()
{
    switchOn();
    const auto fail = [this](int times) {
        for (int i = 0; i < times; ++i) {
            const auto wrong = signIn("0001");
            QCOMPARE(wrong.failure.kind, Failure::Refused);
            QCOMPARE(wrong.failure.errorCode, QStringLiteral("CREDENTIALS_WRONG"));
        }
    };
    fail(4);
    QVERIFY(signIn("7391").value.has_value()); // in a row, that is
    fail(5);
    const auto locked = signIn("7391");
    QCOMPARE(locked.failure.errorCode, QStringLiteral("SIGN_IN_LOCKED"));
    QVERIFY(locked.failure.message.contains(QStringLiteral("30 seconds")));
    m_hub.asked.clear();
    m_fixture->clock.advance(29'000);
    QCOMPARE(signIn("7391").failure.errorCode, QStringLiteral("SIGN_IN_LOCKED"));
    QVERIFY(m_hub.asked.isEmpty());
    for (const qint64 wait : {60, 120, 240, 300, 300}) {
        m_fixture->clock.advance(OperatorService::longestWaitMs);
        fail(1);
        const QString message = signIn("7391").failure.message;
        QVERIFY2(message.contains(QStringLiteral("%1 seconds").arg(wait)), qPrintable(message));
    }
    m_fixture->clock.advance(OperatorService::longestWaitMs);
    QVERIFY(signIn("7391").value.has_value());
    fail(1);
    QVERIFY(signIn("7391").value.has_value());
}

void TerminalOperatorTest::waitingOutlivesARestart()
{
    switchOn();
    setOffline(true);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(signIn("0001").failure.kind, Failure::Unreachable);
    open();
    setOffline(true);
    QCOMPARE(signIn("7391").failure.errorCode, QStringLiteral("SIGN_IN_LOCKED"));
    // Setting the clock back makes nobody wait for hours.
    m_fixture->clock.setWallMs(m_fixture->clock.nowMs() - 10 * 3'600'000);
    QVERIFY(signIn("7391").failure.message.contains(QStringLiteral("30 seconds")));
    m_fixture->clock.setWallMs(m_fixture->clock.nowMs() + 11 * 3'600'000);
    setOffline(false);
    QVERIFY(signIn("7391").value.has_value());
}

void TerminalOperatorTest::theHubsLockIsTold()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    service().lock();
    m_hub.refusal = PortFailure{Failure::Unreachable,
                                QStringLiteral("SIGN_IN_LOCKED"),
                                QStringLiteral("Too many failures; try again in 12 seconds."),
                                {}};
    const auto locked = signIn("7391");
    QCOMPARE(locked.failure.kind, Failure::Refused);
    QCOMPARE(locked.failure.errorCode, QStringLiteral("SIGN_IN_LOCKED"));
    QVERIFY(locked.failure.message.contains(QStringLiteral("12 seconds")));
    QVERIFY(service().isLocked());
}

void TerminalOperatorTest::whoLeftIsForgotten()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    // The hub says that something about the staff is different.
    m_hub.people[QStringLiteral("7391")].worksHere = false;
    service().catchUp();
    QTRY_VERIFY(service().isLocked());
    QVERIFY(!service().current());
    setOffline(true);
    QCOMPARE(signIn("7391").failure.kind, Failure::Unreachable);

    // Somebody who is told so at the keypad.
    setOffline(false);
    m_hub.people[QStringLiteral("7391")].worksHere = true;
    QVERIFY(signIn("7391").value.has_value());
    QVERIFY(signOut().value.has_value());
    m_hub.people.erase(QStringLiteral("7391"));
    QCOMPARE(signIn("7391").failure.errorCode, QStringLiteral("CREDENTIALS_WRONG"));
    setOffline(true);
    QCOMPARE(signIn("7391").failure.kind, Failure::Unreachable);
}

void TerminalOperatorTest::anotherRoleIsTaken()
{
    switchOn();
    QVERIFY(signIn("8264").value.has_value());
    m_hub.people[QStringLiteral("8264")].person.role = Role::Counter;
    service().catchUp();
    QTRY_COMPARE(service().effectiveRole(), Role::Counter);
    QVERIFY(!service().isLocked());
    setOffline(true);
    QCOMPARE(signIn("8264").value->role, Role::Counter);
}

void TerminalOperatorTest::actsKeepTheirPerson()
{
    m_fixture->hub.put(testOrder(1, m_fixture->clock.nowMs()));
    m_fixture->hub.put(testOrder(2, m_fixture->clock.nowMs()));
    VERIFY_OK(m_fixture->follow());
    VERIFY_OK(m_fixture->kitchen().start(1));
    switchOn();
    QVERIFY(signIn("8264").value.has_value());
    VERIFY_OK(m_fixture->terminal->orders().setStatus(1, OrderStatus::Cancelled, QStringLiteral("spilled")));
    QVERIFY(signIn("7391").value.has_value());
    // Nobody but a manager cancels what is being made, and what a manager did stays done while it waits for the hub.
    VERIFY_OK(m_fixture->kitchen().start(2));
    VERIFY_REFUSED(m_fixture->terminal->orders().setStatus(2, OrderStatus::Cancelled, QStringLiteral("spilled")),
                   ErrorCode::Forbidden);
    QCOMPARE(m_fixture->visible(1).status, OrderStatus::Cancelled);
    open();
    QCOMPARE(m_fixture->visible(1).status, OrderStatus::Cancelled);
    QCOMPARE(m_fixture->visible(2).status, OrderStatus::Preparing);
    std::map<qint64, std::pair<qint64, std::optional<Role>>> last;
    for (const OutboxCommand &command : m_fixture->terminal->outbox().recent()) {
        if (last.count(command.orderId) == 0)
            QCOMPARE(command.operatorId, command.orderId == 1 ? qint64(0) : qint64(7));
        last[command.orderId] = {command.operatorId, command.role};
    }
    QCOMPARE(last[1].first, qint64(8));
    QCOMPARE(last[1].second, std::optional(Role::Manager));
    QCOMPARE(last[2].first, qint64(7));
    QCOMPARE(last[2].second, std::optional(Role::Kitchen));
}

void TerminalOperatorTest::damagedFilesKeepThePerson()
{
    m_fixture->hub.put(testOrder(1, m_fixture->clock.nowMs()));
    VERIFY_OK(m_fixture->follow());
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    setOffline(true);
    QVERIFY(signIn("7391").value.has_value());
    VERIFY_OK(m_fixture->kitchen().start(1));
    qint64 page = 0;
    {
        auto row = m_fixture->terminal->database().connection().query(
            QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'orders'"));
        QVERIFY(row.ok() && row->next());
        page = row->integer(0);
    }
    QVERIFY(page > 1);
    service().setHub(nullptr);
    m_fixture->terminal.reset();
    {
        QFile file(m_fixture->databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((page - 1) * 4096));
        QCOMPARE(file.write(QByteArray(4096, '\xee')), qint64(4096));
    }
    open();
    QVERIFY(!m_fixture->terminal->openingNote().isEmpty());
    QVERIFY(!m_fixture->terminal->outbox().recent().empty());
    for (const OutboxCommand &command : m_fixture->terminal->outbox().recent())
        QCOMPARE(command.operatorId, qint64(7));
    setOffline(false);
    QTRY_COMPARE(m_hub.told.size(), size_t(1));
}

void TerminalOperatorTest::anotherTokenForgetsEverybody()
{
    switchOn();
    QVERIFY(signIn("7391").value.has_value());
    VERIFY_OK(m_fixture->terminal->setCredentials(
        {QStringLiteral("http://other.test:8787"), QStringLiteral("ott_other"), Role::Manager}));
    QVERIFY(service().isLocked());
    QVERIFY(!service().current());
    setOffline(true);
    QCOMPARE(signIn("7391").failure.kind, Failure::Unreachable);
}

void TerminalOperatorTest::cancelledQuestionsStaySilent()
{
    switchOn();
    bool called = false;
    const PortCall call =
        service().signIn(QStringLiteral("7391"), [&called](const PortAnswer<ScreenOperator> &) { called = true; });
    QVERIFY(call != 0);
    service().cancel(call);
    // Another one after it went all the way.
    QVERIFY(signIn("8264").value.has_value());
    QVERIFY(!called);
    QCOMPARE(service().current()->staffId, qint64(8));
}

void TerminalOperatorTest::atMostFifty()
{
    OperatorStore store(m_fixture->terminal->database());
    const qint64 now = m_fixture->clock.nowMs();
    for (int i = 1; i <= OperatorStore::maxKnown + 5; ++i) {
        const KnownOperator one{{i, QStringLiteral("Person"), Role::Kitchen}, QByteArray(32, char(i)), now + i};
        VERIFY_OK(store.remember(one));
    }
    QVERIFY(!store.find(QByteArray(32, char(5)), now));
    QVERIFY(store.find(QByteArray(32, char(6)), now).has_value());
    QVERIFY(store.find(QByteArray(32, char(OperatorStore::maxKnown + 5)), now).has_value());
    // A PIN that changed hands is the new one's alone.
    VERIFY_OK(store.remember({{200, QStringLiteral("New"), Role::Counter}, QByteArray(32, char(6)), now + 100}));
    QCOMPARE(store.find(QByteArray(32, char(6)), now)->person.staffId, qint64(200));
}

QTEST_GUILESS_MAIN(TerminalOperatorTest)
#include "terminaloperatortest.moc"
