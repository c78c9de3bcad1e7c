// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routetable.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QSet>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Who stands at a screen: sign-in and shifts, what a person may do there, and whose name is in the record.
class OperatorApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void neverWiderThanTheScreen();
    void everyRouteAsksBoth_data();
    void everyRouteAsksBoth();
    void orderRulesAskBoth();
    void theRecordNamesThePerson();
    void strangersAreWrongValues();
    void whoLeftCountsForWhatArrivesLate();
    void keysStayTheScreens();
    void listsDoNotMix();
    void answersToCommandsAreTheScreens();
    void signsInAndOut();
    void wrongPinsLockTheScreen();
    void screensWithoutAHubTellLater();
    void pinsAreStoredNowhere();
    void managersSeeAndEndShifts();
    void screensAskWhoCould();
    void permissionsAreTheTable();

private:
    static Headers as(qint64 staffId) { return {{"oshaq-operator", QByteArray::number(staffId)}}; }
    ApiAnswer send(const char *method, const QByteArray &path, const QByteArray &body, const QByteArray &token,
                   const Headers &headers = {})
    {
        return m_api->call(method, "/api/v1/" + path, token, body, headers);
    }
    QByteArray screen(Role role) const { return m_site->business().terminalTokens.at(role); }
    qint64 hire(const QByteArray &name, Role role, const QByteArray &pin = {})
    {
        const auto made = send("POST", "business/staff",
                               "{\"name\":\"" + name + "\",\"role\":\"" + roleText(role).toLatin1() + "\"}", m_owner);
        const qint64 id = made.data().value(QLatin1String("staff_id")).toInteger();
        if (!pin.isEmpty())
            send("PUT", "business/staff/" + QByteArray::number(id) + "/pin", "{\"pin\":\"" + pin + "\"}", m_owner);
        return id;
    }
    QByteArray place()
    {
        const auto placed =
            send("POST", "business/orders",
                 "{\"fulfilment\":\"pickup\",\"guest_name\":\"Marat\",\"guest_phone\":\"+77015554102\",\"items\":["
                 "{\"item_id\":" +
                     QByteArray::number(m_site->business().item("Soup")) + ",\"quantity\":1}]}",
                 screen(Role::Counter));
        return QByteArray::number(placed.data().value(QLatin1String("order_id")).toInteger());
    }
    ApiAnswer setStatus(const QByteArray &order, int status, Role screenRole, const Headers &headers)
    {
        return send("PATCH", "business/orders/" + order + "/status",
                    "{\"status\":" + QByteArray::number(status) + ",\"reason\":\"spilled\"}", screen(screenRole),
                    headers);
    }
    ApiAnswer byPin(const QByteArray &pin, Role role = Role::Kitchen)
    {
        return send("POST", "business/operator/sign-in", "{\"pin\":\"" + pin + "\"}", screen(role));
    }
    QJsonArray shifts() { return send("GET", "business/shifts", {}, m_owner).list(); }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    QByteArray m_owner;
};

void OperatorApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_owner = m_site->business().token;
}

void OperatorApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

static constexpr std::array staffRolesOfAll{Role::Owner, Role::Manager, Role::Kitchen, Role::Counter, Role::Courier};

void OperatorApiTest::neverWiderThanTheScreen()
{
    for (const Role terminal : staffRolesOfAll) {
        for (const Role staff : staffRolesOfAll) {
            const Role both = narrower(terminal, staff);
            QVERIFY(both == terminal || both == staff);
            for (const Route &route : RouteTable::routes()) {
                Principal narrow;
                narrow.kind = Principal::Kind::Terminal;
                narrow.role = both;
                Principal alone = narrow;
                alone.role = terminal;
                QVERIFY2(!route.permission.allows(narrow) || route.permission.allows(alone), route.name);
            }
        }
    }
    QCOMPARE(narrower(Role::Manager, Role::Owner), Role::Manager);
    QCOMPARE(narrower(Role::Owner, Role::Manager), Role::Manager);
    QCOMPARE(narrower(Role::Manager, Role::Kitchen), Role::Kitchen);
    QCOMPARE(narrower(Role::Kitchen, Role::Manager), Role::Kitchen);
    QCOMPARE(narrower(Role::Counter, Role::Courier), Role::Counter);
}

void OperatorApiTest::everyRouteAsksBoth_data()
{
    QTest::addColumn<int>("terminal");
    for (const Role role : staffRolesOfAll)
        QTest::newRow(qPrintable(roleText(role))) << int(role);
}

/// Through the whole middleware, for each of the staff at this screen and each route.
void OperatorApiTest::everyRouteAsksBoth()
{
    QFETCH(int, terminal);
    const QByteArray token = m_site->addTerminal(m_site->business(), QStringLiteral("Screen"), Role(terminal));
    QVERIFY(!token.isEmpty());
    for (const Role staff : staffRolesOfAll) {
        const qint64 person = hire("Person", staff);
        QVERIFY(person > 0);
        Principal expected;
        expected.kind = Principal::Kind::Terminal;
        expected.role = narrower(Role(terminal), staff);
        for (const Route &route : RouteTable::routes()) {
            // Those of auth/ end the session of this screen.
            if (route.permission.isPublic || route.isWebSocket || route.name.startsWith("auth."))
                continue;
            const QByteArray target = QByteArray(route.fullPattern).replace("{id}", "999999").replace("{deliveryId}", "999999");
            const int status = m_api->call(route.method, target, token, {}, as(person)).status;
            const QByteArray where =
                route.name + " as " + roleText(staff).toLatin1() + ": " + QByteArray::number(status);
            QVERIFY2(status != 401 && status != 0 && status < 500, where);
            QVERIFY2((status != 403) == route.permission.allows(expected), where);
        }
    }
}

void OperatorApiTest::orderRulesAskBoth()
{
    const qint64 cook = hire("Aliya", Role::Kitchen);
    const qint64 manager = hire("Dana", Role::Manager);
    const QByteArray order = place();
    QCOMPARE(setStatus(order, 3, Role::Manager, as(cook)).status, 200);
    // Only a manager cancels what is being made.
    const auto refused = setStatus(order, 7, Role::Manager, as(cook));
    QCOMPARE(refused.verdict(), QByteArray("403 FORBIDDEN"));
    const auto details =
        refused.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
    QCOMPARE(details.size(), 1);
    QCOMPARE(details[0].toObject().value(QLatin1String("path")).toString(), QStringLiteral("Oshaq-Operator"));
    // At a screen for cooks a manager is a cook, and the screen itself is what refuses.
    const auto atTheGrill = setStatus(order, 7, Role::Kitchen, as(manager));
    QCOMPARE(atTheGrill.status, 403);
    QVERIFY(
        atTheGrill.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray().isEmpty());
    QCOMPARE(setStatus(order, 7, Role::Manager, as(manager)).status, 200);
}

void OperatorApiTest::theRecordNamesThePerson()
{
    const qint64 cook = hire("Aliya", Role::Kitchen);
    const QByteArray order = place();
    QCOMPARE(setStatus(order, 2, Role::Kitchen, as(cook)).status, 200);
    QCOMPARE(setStatus(order, 3, Role::Kitchen, {}).status, 200);
    const auto history = send("GET", "business/orders/" + order + "/history", {}, m_owner);
    QStringList actors;
    const QJsonArray events = history.data().value(QLatin1String("events")).toArray();
    for (const auto &event : events)
        actors << event.toObject().value(QLatin1String("actor_name")).toString();
    QVERIFY2(actors.size() >= 3, history.body);
    QCOMPARE(actors[1], QStringLiteral("Aliya"));
    QVERIFY2(!actors.mid(2).contains(QStringLiteral("Aliya")) && !actors.last().isEmpty(), history.body);
    const auto audit = send("GET", "admin/audit", {}, m_owner);
    bool found = false;
    const QJsonArray rows = audit.list();
    for (const auto &row : rows) {
        const QJsonObject one = row.toObject();
        if (one.value(QLatin1String("actor")).toString() != QStringLiteral("staff:%1").arg(cook))
            continue;
        found = true;
        QCOMPARE(one.value(QLatin1String("terminal_id")).toInteger(), m_site->business().terminalIds.at(Role::Kitchen));
    }
    QVERIFY2(found, audit.body);
}

void OperatorApiTest::strangersAreWrongValues()
{
    const QByteArray order = place();
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Next door"));
    QVERIFY(other);
    const auto theirs = send("POST", "business/staff", R"({"name":"Far","role":"manager"})", other->token);
    const QByteArray foreign = QByteArray::number(theirs.data().value(QLatin1String("staff_id")).toInteger());
    for (const QByteArray &value : {QByteArray("999999"), foreign, QByteArray("0"), QByteArray("-1"),
                                    QByteArray("Aliya"), QByteArray("1 2"), QByteArray("99999999999999999999")}) {
        const auto answer = setStatus(order, 2, Role::Kitchen, {{"oshaq-operator", value}});
        QCOMPARE(answer.verdict(), QByteArray("422 VALIDATION_FAILED"));
        const auto details =
            answer.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
        QCOMPARE(details.at(0).toObject().value(QLatin1String("path")).toString(), QStringLiteral("Oshaq-Operator"));
    }
    // Only a screen has somebody who stands at it.
    const qint64 cook = hire("Aliya", Role::Kitchen);
    QCOMPARE(send("GET", "business/orders", {}, m_owner, as(cook)).status, 422);
    QCOMPARE(send("GET", "menu?business=" + QByteArray::number(m_site->business().id), {}, {}, as(cook)).status, 200);
}

void OperatorApiTest::whoLeftCountsForWhatArrivesLate()
{
    const qint64 manager = hire("Dana", Role::Manager);
    const QByteArray order = place();
    QCOMPARE(setStatus(order, 3, Role::Kitchen, {}).status, 200);
    QCOMPARE(send("GET", "business/staff", {}, screen(Role::Manager), as(manager)).status, 200);
    QCOMPARE(send("DELETE", "business/staff/" + QByteArray::number(manager), {}, m_owner).status, 200);
    // What they did before, as what they were; and nothing else.
    QCOMPARE(setStatus(order, 7, Role::Manager, as(manager)).status, 200);
    const auto gone = send("GET", "business/staff", {}, screen(Role::Manager), as(manager));
    QCOMPARE(gone.verdict(), QByteArray("403 FORBIDDEN"));
    QVERIFY(gone.body.contains("Oshaq-Operator"));
}

void OperatorApiTest::keysStayTheScreens()
{
    const qint64 cook = hire("Aliya", Role::Kitchen);
    const qint64 other = hire("Timur", Role::Kitchen);
    const QByteArray order = place();
    Headers first = as(cook);
    first.append(qMakePair(QByteArray("idempotency-key"), QByteArray("bump-1")));
    Headers again = as(other);
    again.append(qMakePair(QByteArray("idempotency-key"), QByteArray("bump-1")));
    QCOMPARE(setStatus(order, 2, Role::Kitchen, first).status, 200);
    const qint64 rows = m_site->rowCount("journal");
    QCOMPARE(setStatus(order, 2, Role::Kitchen, again).status, 200);
    QCOMPARE(m_site->rowCount("journal"), rows);
    QCOMPARE(m_site->rowCount("idempotency_keys"), qint64(1));
}

void OperatorApiTest::listsDoNotMix()
{
    const qint64 cook = hire("Aliya", Role::Kitchen);
    const qint64 manager = hire("Dana", Role::Manager);
    place();
    for (int round = 0; round < 2; ++round) {
        QVERIFY(!send("GET", "business/orders", {}, screen(Role::Manager), as(cook)).body.contains("+7701"));
        QVERIFY(send("GET", "business/orders", {}, screen(Role::Manager), as(manager)).body.contains("+7701"));
        QCOMPARE(send("GET", "business/staff", {}, screen(Role::Manager), as(cook)).status, 403);
        QCOMPARE(send("GET", "business/staff", {}, screen(Role::Manager)).status, 200);
    }
    // A promotion holds at once.
    QCOMPARE(send("PATCH", "business/staff/" + QByteArray::number(cook), R"({"role":"manager","version":1})", m_owner)
                 .status,
             200);
    QVERIFY(send("GET", "business/orders", {}, screen(Role::Manager), as(cook)).body.contains("+7701"));
}

/// A screen folds them into its cache, where another person finds them.
void OperatorApiTest::answersToCommandsAreTheScreens()
{
    const qint64 cook = hire("Aliya", Role::Kitchen);
    const auto answer = setStatus(place(), 2, Role::Manager, as(cook));
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains("+7701"), answer.body);
    QVERIFY(!setStatus(place(), 2, Role::Kitchen, as(cook)).body.contains("+7701"));
}

void OperatorApiTest::signsInAndOut()
{
    const qint64 cook = hire("Aliya", Role::Kitchen, "7391");
    const auto in = byPin("7391");
    QVERIFY2(in.status == 200, in.body);
    QCOMPARE(in.data().value(QLatin1String("staff_id")).toInteger(), cook);
    QCOMPARE(in.data().value(QLatin1String("name")).toString(), QStringLiteral("Aliya"));
    QCOMPARE(in.data().value(QLatin1String("role")).toString(), QStringLiteral("kitchen"));
    QVERIFY(in.data().value(QLatin1String("shift_id")).toInteger() > 0);
    QVERIFY(!in.body.contains("token"));
    const auto moved = byPin("7391", Role::Counter);
    QCOMPARE(moved.data().value(QLatin1String("shift_id")), in.data().value(QLatin1String("shift_id")));
    const QByteArray body = "{\"staff_id\":" + QByteArray::number(cook) + "}";
    QCOMPARE(send("POST", "business/operator/sign-out", body, screen(Role::Kitchen)).status, 404);
    QCOMPARE(send("POST", "business/operator/sign-out", body, screen(Role::Counter)).status, 200);
    QCOMPARE(send("POST", "business/operator/sign-out", body, screen(Role::Counter)).status, 404);
    // The business has no screen, and neither has a guest.
    QCOMPARE(send("POST", "business/operator/sign-in", R"({"pin":"7391"})", m_owner).status, 403);
    for (const char *wrong : {"{}", R"({"pin":"7391","staff_id":1,"acted_at":"2026-01-15T10:00:00Z"})",
                              R"({"staff_id":1})", R"({"acted_at":"2026-01-15T10:00:00Z"})"})
        QCOMPARE(send("POST", "business/operator/sign-in", wrong, screen(Role::Kitchen)).status, 422);
}

void OperatorApiTest::wrongPinsLockTheScreen()
{
    hire("Aliya", Role::Kitchen, "7391");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(byPin("8264").verdict(), QByteArray("401 CREDENTIALS_WRONG"));
    const auto locked = byPin("7391");
    QCOMPARE(locked.errorCode(), QByteArray("SIGN_IN_LOCKED"));
    QVERIFY(locked.header("Retry-After").toInt() > 0);
    // Other screens go on, and this one after a while.
    QCOMPARE(byPin("7391", Role::Counter).status, 200);
    m_clock.advance(31'000);
    QCOMPARE(byPin("7391").status, 200);
    QCOMPARE(shifts().size(), 1);
}

void OperatorApiTest::screensWithoutAHubTellLater()
{
    const qint64 cook = hire("Aliya", Role::Kitchen);
    m_clock.advance(60'000);
    const QByteArray body = "{\"staff_id\":" + QByteArray::number(cook) + R"(,"acted_at":"2026-01-15T10:30:30.000Z"})";
    const auto in = send("POST", "business/operator/sign-in", body, screen(Role::Kitchen));
    QVERIFY2(in.status == 200, in.body);
    QVERIFY(in.data().value(QLatin1String("active")).toBool());
    QCOMPARE(shifts()[0].toObject().value(QLatin1String("began_at")).toString(),
             QStringLiteral("2026-01-15T10:30:30.000Z"));
    QCOMPARE(send("POST", "business/operator/sign-out", body, screen(Role::Kitchen)).status, 200);
    QCOMPARE(shifts()[0].toObject().value(QLatin1String("ended_at")).toString(),
             QStringLiteral("2026-01-15T10:30:30.000Z"));
    const auto stranger = send("POST", "business/operator/sign-in",
                               R"({"staff_id":999999,"acted_at":"2026-01-15T10:30:30.000Z"})", screen(Role::Kitchen));
    QCOMPARE(stranger.verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void OperatorApiTest::pinsAreStoredNowhere()
{
    hire("Aliya", Role::Kitchen, "7391");
    const qint64 keys = m_site->rowCount("idempotency_keys");
    const qint64 sessions = m_site->rowCount("sessions");
    Headers headers{{"idempotency-key", "once"}};
    QCOMPARE(send("POST", "business/operator/sign-in", R"({"pin":"7391"})", screen(Role::Kitchen), headers).status,
             200);
    // A fast hash of a few digits is no secret, and nobody gets a token.
    QCOMPARE(m_site->rowCount("idempotency_keys"), keys);
    QCOMPARE(m_site->rowCount("sessions"), sessions);
}

void OperatorApiTest::managersSeeAndEndShifts()
{
    const qint64 cook = hire("Aliya", Role::Kitchen, "7391");
    QCOMPARE(byPin("7391").status, 200);
    const QJsonObject shift = shifts()[0].toObject();
    QCOMPARE(shift.value(QLatin1String("staff_name")).toString(), QStringLiteral("Aliya"));
    QVERIFY(shift.value(QLatin1String("ended_at")).isNull());
    const QByteArray id = QByteArray::number(shift.value(QLatin1String("shift_id")).toInteger());
    QCOMPARE(send("GET", "business/shifts", {}, screen(Role::Kitchen)).status, 403);
    QCOMPARE(send("GET", "business/shifts?from=2026-01-15&to=2026-01-15", {}, m_owner).list().size(), 1);
    QCOMPARE(send("GET", "business/shifts?from=2026-01-16&to=2026-01-16", {}, m_owner).list().size(), 0);
    QCOMPARE(send("GET", "business/shifts?staff_id=" + QByteArray::number(cook + 1), {}, m_owner).list().size(), 0);
    QCOMPARE(send("GET", "business/shifts?from=tomorrow", {}, m_owner).status, 422);
    m_clock.advance(600'000);
    const QByteArray path = "business/shifts/" + id;
    QCOMPARE(send("PATCH", path, R"({"ended_at":"2026-01-15T09:00:00.000Z"})", m_owner).status, 422);
    QCOMPARE(send("PATCH", path, R"({"ended_at":"2026-01-15T12:00:00.000Z"})", m_owner).status, 422);
    QCOMPARE(send("PATCH", path, R"({"ended_at":"2026-01-15T10:35:00.000Z"})", screen(Role::Counter)).status, 403);
    const auto ended = send("PATCH", path, R"({"ended_at":"2026-01-15T10:35:00.000Z"})", screen(Role::Manager));
    QVERIFY2(ended.status == 200, ended.body);
    QCOMPARE(ended.data().value(QLatin1String("ended_at")).toString(), QStringLiteral("2026-01-15T10:35:00.000Z"));
    QVERIFY(ended.data().value(QLatin1String("ended_by_other")).toBool());
    QVERIFY(send("GET", "admin/audit", {}, m_owner).body.contains("staff.shift_ended"));
}

void OperatorApiTest::screensAskWhoCould()
{
    const auto facts = [this](const QByteArray &query = {}) {
        return send("GET", "business/operator" + query, {}, screen(Role::Kitchen)).data();
    };
    hire("Timur", Role::Manager);
    const qint64 cook = hire("Aliya", Role::Kitchen, "7391");
    QCOMPARE(facts().value(QLatin1String("with_pin")).toInteger(), qint64(1));
    QCOMPARE(facts().value(QLatin1String("managers_with_pin")).toInteger(), qint64(0));
    const qint64 manager = hire("Dana", Role::Manager, "8264");
    QCOMPARE(facts().value(QLatin1String("managers_with_pin")).toInteger(), qint64(1));
    const QByteArray query = "?staff_id=" + QByteArray::number(manager);
    QVERIFY(facts(query).value(QLatin1String("person")).toObject().value(QLatin1String("active")).toBool());
    QCOMPARE(send("DELETE", "business/staff/" + QByteArray::number(manager), {}, m_owner).status, 200);
    QVERIFY(!facts(query).value(QLatin1String("person")).toObject().value(QLatin1String("active")).toBool(true));
    QCOMPARE(facts().value(QLatin1String("managers_with_pin")).toInteger(), qint64(0));
    QCOMPARE(send("GET", "business/operator?staff_id=999999", {}, screen(Role::Kitchen)).status, 404);
    QVERIFY(cook > 0);
}

void OperatorApiTest::permissionsAreTheTable()
{
    const QJsonObject table = send("GET", "business/permissions", {}, screen(Role::Courier)).data();
    QCOMPARE(send("GET", "business/permissions", {}, m_site->business().guestToken).status, 403);
    int routes = 0;
    for (const Route &route : RouteTable::routes()) {
        if (route.root != Route::Root::Api)
            continue;
        ++routes;
        QSet<QString> told;
        const QJsonArray roles = table.value(QString::fromLatin1(route.name)).toArray();
        for (const auto &role : roles)
            told.insert(role.toString());
        for (const Role role : allRoles) {
            const bool may = route.permission.isPublic || (route.permission.roles & roleBit(role)) != 0;
            QVERIFY2(told.contains(roleText(role)) == may, route.name);
        }
    }
    QCOMPARE(table.size(), routes);
}

QTEST_GUILESS_MAIN(OperatorApiTest)
#include "operatorapitest.moc"
