// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/staffclient.h"
#include "fakewire.h"
#include "sync/client/operatorclient.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/staffjson.h"

#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::testing;

using Kind = PortFailure::Kind;

/// Questions about the staff and about who stands at a screen, over a scripted transport. What failures become is
/// archiveclienttest's.
class StaffClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsTheStaff();
    void savesPeople();
    void setsSecrets();
    void readsAndEndsShifts();
    void readsPermissions();
    void namesWhoAsks();
    void screensAskForThemselves();
    void unreadable_data();
    void unreadable();

private:
    void answer(const QByteArray &data, int status = 200)
    {
        m_wire->queued.push_back(answered(status, successJson(data, QStringLiteral("OK"), {})));
    }
    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &told) { got = told; });
        while (m_wire->deliverOne()) {
        }
        QCoreApplication::processEvents();
        return got ? *got : PortAnswer<T>::failed({Kind::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
    }
    const WireRequest &last() const { return m_wire->requests.back(); }
    bool has(const char *header, const char *value) const { return last().headers.contains({header, value}); }

    HubEndpoint m_endpoint;
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<StaffClient> m_client;
    std::unique_ptr<OperatorClient> m_screen;
};

namespace {

const QByteArray base = "http://hub.test:8787/api/v1/business/";

StaffMember aliya()
{
    StaffMember member;
    member.id = 7;
    member.name = QStringLiteral("Әлия");
    member.role = Role::Counter;
    member.login = QStringLiteral("aliya");
    member.stationId = 2;
    member.active = false;
    member.hasPin = true;
    member.hasTotp = true;
    member.version = 4;
    return member;
}

QByteArray textOf(const StaffMember &member)
{
    JsonWriter json;
    writeStaff(json, member);
    return json.take();
}

StaffShift evening()
{
    StaffShift shift;
    shift.id = 31;
    shift.staffId = 7;
    shift.staffName = QStringLiteral("Әлия");
    shift.terminalId = 3;
    shift.terminalName = QStringLiteral("Till");
    shift.beganAtMs = 1'768'473'000'000;
    shift.endedAtMs = 1'768'483'000'000;
    shift.endedByOther = true;
    return shift;
}

QByteArray textOf(const StaffShift &shift)
{
    JsonWriter json;
    writeShift(json, shift);
    return json.take();
}

} // namespace

void StaffClientTest::init()
{
    auto endpoint = HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    QVERIFY(endpoint.ok());
    m_endpoint = *endpoint;
    m_wire = std::make_unique<FakeTransport>();
    m_client = std::make_unique<StaffClient>(m_endpoint, *m_wire);
    m_screen = std::make_unique<OperatorClient>(m_endpoint, *m_wire);
}

void StaffClientTest::cleanup()
{
    m_screen.reset();
    m_client.reset();
    m_wire.reset();
}

void StaffClientTest::readsTheStaff()
{
    StaffMember plain;
    plain.id = 8;
    plain.name = QStringLiteral("Dana");
    plain.role = Role::Owner;
    answer('[' + textOf(aliya()) + ',' + textOf(plain) + ']');
    const auto staff = wait<std::vector<StaffMember>>([&](auto done) { return m_client->staff(done); });
    QVERIFY(staff.value.has_value());
    QCOMPARE(*staff.value, (std::vector<StaffMember>{aliya(), plain}));
    QCOMPARE(last().url, base + "staff");
}

void StaffClientTest::savesPeople()
{
    answer(textOf(aliya()));
    const auto saved =
        wait<StaffMember>([&](auto done) { return m_client->save(QStringLiteral("k1"), aliya(), done); });
    QCOMPARE(*saved.value, aliya());
    QCOMPARE(last().method, QByteArray("PATCH"));
    QCOMPARE(last().url, base + "staff/7");
    QVERIFY(has("Idempotency-Key", "k1"));
    QVERIFY2(last().body.contains("\"version\":4") && last().body.contains("\"login\":\"aliya\""), last().body);
    StaffMember fresh = aliya();
    fresh.id = 0;
    answer(textOf(aliya()), 201);
    QVERIFY(wait<StaffMember>([&](auto done) {
                return m_client->save(QStringLiteral("k2"), fresh, done);
            }).value.has_value());
    QCOMPARE(last().method, QByteArray("POST"));
    QVERIFY(!last().body.contains("version"));
    // What is sent is what the hub's schema takes.
    for (const StaffMember &member : {aliya(), fresh}) {
        const auto body = parseJson(staffBody(member));
        QVERIFY(validate(member.id > 0 ? staffChangeSchema() : newStaffSchema(), *body).ok());
    }
    answer("{}");
    QVERIFY(wait<PortNothing>([&](auto done) { return m_client->remove(7, 4, done); }).value.has_value());
    QCOMPARE(last().method, QByteArray("DELETE"));
    QVERIFY(has("If-Match", "\"4\""));
}

void StaffClientTest::setsSecrets()
{
    const auto pin = [&](const QString &text) {
        answer(textOf(aliya()));
        return wait<PortNothing>([&](auto done) { return m_client->setPin(QStringLiteral("k"), 7, text, done); });
    };
    QVERIFY(pin(QStringLiteral("7391")).value.has_value());
    QCOMPARE(last().method, QByteArray("PUT"));
    QCOMPARE(last().url, base + "staff/7/pin");
    QCOMPARE(last().body, QByteArray(R"({"pin":"7391"})"));
    QVERIFY(pin(QString()).value.has_value());
    QCOMPARE(last().method, QByteArray("DELETE"));
    QVERIFY(last().body.isEmpty());
    m_wire->queued.push_back(answered(
        409, errorJson({ErrorCode::AlreadyExists, QStringLiteral("Choose another PIN."), {{QStringLiteral("pin"), {}}}},
                       "r1")));
    const auto taken = wait<PortNothing>(
        [&](auto done) { return m_client->setPin(QStringLiteral("k"), 7, QStringLiteral("7391"), done); });
    QCOMPARE(taken.failure.kind, Kind::Refused);
    QCOMPARE(taken.failure.errorCode, QStringLiteral("ALREADY_EXISTS"));
    answer(textOf(aliya()));
    QVERIFY(wait<PortNothing>([&](auto done) {
                return m_client->setPassword(QStringLiteral("k"), 7, QStringLiteral("a long enough one"), done);
            }).value.has_value());
    QCOMPARE(last().url, base + "staff/7/password");
}

void StaffClientTest::readsAndEndsShifts()
{
    StaffShift open = evening();
    open.id = 32;
    open.endedAtMs.reset();
    open.endedByOther = false;
    open.terminalId = 0;
    open.terminalName.clear();
    answer('[' + textOf(open) + ',' + textOf(evening()) + ']');
    const auto shifts = wait<std::vector<StaffShift>>(
        [&](auto done) { return m_client->shifts(QDate(2026, 1, 1), QDate(2026, 1, 31), done); });
    QVERIFY(shifts.value.has_value());
    QCOMPARE(*shifts.value, (std::vector<StaffShift>{open, evening()}));
    QCOMPARE(last().url, base + "shifts?from=2026-01-01&to=2026-01-31");
    answer(textOf(evening()));
    const auto ended = wait<StaffShift>(
        [&](auto done) { return m_client->endShift(QStringLiteral("k3"), 31, 1'768'483'000'000, done); });
    QCOMPARE(*ended.value, evening());
    QCOMPARE(last().method, QByteArray("PATCH"));
    QCOMPARE(last().body, QByteArray(R"({"ended_at":"2026-01-15T13:16:40.000Z"})"));
    QVERIFY(has("Idempotency-Key", "k3"));
}

void StaffClientTest::readsPermissions()
{
    answer(R"({"business.staff.list":["owner","manager"],"menu":["guest","somebody new"],"nobody":[]})");
    const auto table = wait<PermissionTable>([&](auto done) { return m_client->permissions(done); });
    QVERIFY(table.value.has_value());
    QCOMPARE(table.value->value(QStringLiteral("business.staff.list")),
             (std::vector<Role>{Role::Owner, Role::Manager}));
    QCOMPARE(table.value->value(QStringLiteral("menu")), (std::vector<Role>{Role::Guest}));
    QVERIFY(table.value->contains(QStringLiteral("nobody")));
}

void StaffClientTest::namesWhoAsks()
{
    answer("[]");
    wait<std::vector<StaffMember>>([&](auto done) { return m_client->staff(done); });
    for (const auto &[name, value] : last().headers)
        QVERIFY(name != operatorHeader);
    m_endpoint.setOperator(7);
    answer("[]");
    wait<std::vector<StaffMember>>([&](auto done) { return m_client->staff(done); });
    QVERIFY(has(operatorHeader, "7"));
}

/// Whoever stands there may be just who has left.
void StaffClientTest::screensAskForThemselves()
{
    m_endpoint.setOperator(7);
    const QByteArray person = R"({"staff_id":8,"name":"Dana","role":"manager","shift_id":31,"active":true})";
    answer(person);
    const auto in = wait<HubOperator>([&](auto done) { return m_screen->signIn(QStringLiteral("8264"), done); });
    QVERIFY(in.value.has_value());
    QCOMPARE(in.value->person, (ScreenOperator{8, QStringLiteral("Dana"), Role::Manager}));
    QVERIFY(in.value->worksHere);
    QCOMPARE(last().url, base + "operator/sign-in");
    QVERIFY(!has(operatorHeader, "7"));
    answer(QByteArray(person).replace("true", "false"));
    const auto told = wait<HubOperator>([&](auto done) { return m_screen->reportSignIn(8, 1'768'473'000'000, done); });
    QVERIFY(!told.value->worksHere);
    QVERIFY(validate(operatorSignInSchema(), *parseJson(last().body)).ok());
    QVERIFY(!has(operatorHeader, "7"));
    answer("{}");
    QVERIFY(wait<PortNothing>([&](auto done) {
                return m_screen->reportSignOut(8, 1'768'473'000'000, done);
            }).value.has_value());
    QVERIFY(validate(operatorSignOutSchema(), *parseJson(last().body)).ok());
    answer(R"({"with_pin":2,"managers_with_pin":1,"person":)" + person + '}');
    const auto facts = wait<HubOperatorFacts>([&](auto done) { return m_screen->facts(8, done); });
    QCOMPARE(last().url, base + "operator?staff_id=8");
    QCOMPARE(facts.value->managersWithPin, 1);
    QCOMPARE(facts.value->person->person.staffId, qint64(8));
    answer(R"({"with_pin":0,"managers_with_pin":0})");
    QVERIFY(!wait<HubOperatorFacts>([&](auto done) { return m_screen->facts(0, done); }).value->person);
}

void StaffClientTest::unreadable_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("no object") << QByteArray("[7]");
    QTest::newRow("no role") << QByteArray(R"([{"staff_id":7,"name":"A","role":"king","version":1}])");
    QTest::newRow("no name") << QByteArray(R"([{"staff_id":7,"role":"owner","version":1}])");
    QTest::newRow("no id") << QByteArray(R"([{"staff_id":"7","name":"A","role":"owner","version":1}])");
}

void StaffClientTest::unreadable()
{
    QFETCH(QByteArray, data);
    answer(data);
    const auto staff = wait<std::vector<StaffMember>>([&](auto done) { return m_client->staff(done); });
    QCOMPARE(staff.failure.kind, Kind::Broken);
}

QTEST_GUILESS_MAIN(StaffClientTest)
#include "staffclienttest.moc"
