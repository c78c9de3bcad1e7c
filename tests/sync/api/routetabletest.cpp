// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routetable.h"
#include "sync/server/middleware.h"

#include "tests/support/apiharness.h"

#include <QSet>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Who may call what, written down a second time and by hand: O owner (the business's token), M manager, K kitchen, C
/// counter, D courier, G guest, I integration, - everybody without a token.
struct Expected
{
    const char *method;
    const char *pattern;
    const char *callers;
    bool terminalsOnly = false;
};

static const Expected expectedRoutes[] = {
    {"POST", "/api/v1/auth/guest", "OMKCDGI-"},
    {"POST", "/api/v1/auth/otp", "OMKCDGI-"},
    {"POST", "/api/v1/auth/otp/verify", "OMKCDGI-"},
    {"GET", "/api/v1/business/tables", "OMC"},
    {"POST", "/api/v1/business/tables", "OM"},
    {"GET", "/api/v1/business/tables/{id}", "OMC"},
    {"PATCH", "/api/v1/business/tables/{id}", "OM"},
    {"DELETE", "/api/v1/business/tables/{id}", "OM"},
    {"POST", "/api/v1/business/tables/{id}/code", "OMC"},
    {"GET", "/api/v1/business/tokens", "OM"},
    {"POST", "/api/v1/business/tokens", "OM"},
    {"GET", "/api/v1/business/tokens/{id}", "OM"},
    {"DELETE", "/api/v1/business/tokens/{id}", "OM"},
    {"POST", "/api/v1/business/tokens/{id}/rotate", "OM"},
    {"POST", "/api/v1/business/terminals/pairing", "OM"},
    {"GET", "/api/v1/business/terminals/pairing", "OM"},
    {"DELETE", "/api/v1/business/terminals/pairing", "OM"},
    {"POST", "/api/v1/business/terminals/pairing/answer", "OM"},
    {"POST", "/api/v1/admin/replica/certificate", "OMS"},
    {"POST", "/api/v1/auth/pair", "OMKCDGI-"},
    {"GET", "/api/v1/auth/pair/authority", "OMKCDGI-"},
    {"POST", "/api/v1/auth/pair/code", "OMKCDGI-"},
    {"POST", "/api/v1/auth/pair/digits", "OMKCDGI-"},
    {"POST", "/api/v1/auth/pair/digits/reveal", "OMKCDGI-"},
    {"POST", "/api/v1/auth/pair/digits/claim", "OMKCDGI-"},
    {"POST", "/api/v1/auth/pair/digits/cancel", "OMKCDGI-"},
    {"GET", "/api/v1/user/profile", "G"},
    {"PATCH", "/api/v1/user/profile", "G"},
    {"GET", "/api/v1/user/addresses", "G"},
    {"POST", "/api/v1/user/addresses", "G"},
    {"GET", "/api/v1/user/addresses/{id}", "G"},
    {"PATCH", "/api/v1/user/addresses/{id}", "G"},
    {"DELETE", "/api/v1/user/addresses/{id}", "G"},
    {"POST", "/api/v1/auth/staff", "OMKCDGI-"},
    {"POST", "/api/v1/auth/refresh", "OMKCDGI-"},
    {"GET", "/api/v1/auth/sessions", "OMKCDGI"},
    {"DELETE", "/api/v1/auth/sessions/{id}", "OMKCDGI"},
    {"POST", "/api/v1/auth/totp", "OM"},
    {"POST", "/api/v1/auth/totp/confirm", "OM"},
    {"POST", "/api/v1/auth/totp/remove", "OM"},
    {"GET", "/api/v1/business/staff", "OM"},
    {"POST", "/api/v1/business/staff", "OM"},
    {"GET", "/api/v1/business/staff/{id}", "OM"},
    {"PATCH", "/api/v1/business/staff/{id}", "OM"},
    {"DELETE", "/api/v1/business/staff/{id}", "OM"},
    {"PUT", "/api/v1/business/staff/{id}/pin", "OM"},
    {"DELETE", "/api/v1/business/staff/{id}/pin", "OM"},
    {"PUT", "/api/v1/business/staff/{id}/password", "OM"},
    {"DELETE", "/api/v1/business/staff/{id}/password", "OM"},
    {"GET", "/api/v1/business/staff/{id}/sessions", "OM"},
    {"POST", "/api/v1/business/operator/sign-in", "OMKCD", true},
    {"POST", "/api/v1/business/operator/sign-out", "OMKCD", true},
    {"GET", "/api/v1/business/operator", "OMKCD", true},
    {"GET", "/api/v1/business/shifts", "OM"},
    {"PATCH", "/api/v1/business/shifts/{id}", "OM"},
    {"GET", "/api/v1/business/permissions", "OMKCD"},
    {"GET", "/api/v1/business/orders", "OMKCD"},
    {"POST", "/api/v1/business/orders", "OMC"},
    {"GET", "/api/v1/business/orders/stats", "OMKC"},
    {"POST", "/api/v1/business/orders/{id}/priority", "OMKC"},
    {"GET", "/api/v1/business/orders/{id}", "OMKCD"},
    {"PATCH", "/api/v1/business/orders/{id}/status", "OMKCD"},
    {"POST", "/api/v1/business/orders/{id}/status", "OMKCD"},
    {"PATCH", "/api/v1/business/orders/{id}/lines", "OMKC"},
    {"PATCH", "/api/v1/business/orders/{id}", "OMC"},
    {"POST", "/api/v1/business/orders/{id}/split", "OMC"},
    {"POST", "/api/v1/business/orders/{id}/join", "OMC"},
    {"GET", "/api/v1/business/orders/{id}/history", "OMC"},
    {"POST", "/api/v1/business/orders/bulk/status", "OMKCD"},
    {"GET", "/api/v1/business/guests", "OMC"},
    {"GET", "/api/v1/business/guests/{id}", "OMC"},
    {"GET", "/api/v1/business/guests/{id}/export", "OM"},
    {"DELETE", "/api/v1/business/guests/{id}", "OM"},
    {"GET", "/api/v1/admin/guests/retention", "OM"},
    {"GET", "/api/v1/admin/audit", "OM"},
    {"GET", "/api/v1/admin/settings", "OM"},
    {"PUT", "/api/v1/admin/settings", "OM"},
    {"GET", "/api/v1/admin/flags", "OM"},
    {"GET", "/api/v1/admin/system", "OM"},
    {"POST", "/api/v1/admin/system/alarms/{id}/confirm", "OM"},
    {"GET", "/api/v1/admin/hub", "OM"},
    {"PUT", "/api/v1/admin/flags", "OM"},
    {"GET", "/api/v1/admin/backups", "OM"},
    {"POST", "/api/v1/admin/backups", "OM"},
    {"GET", "/api/v1/admin/replica", "OM"},
    {"PUT", "/api/v1/admin/replica", "OM"},
    {"POST", "/api/v1/admin/replica/token", "OM"},
    {"POST", "/api/v1/admin/replica/solo", "OM"},
    {"DELETE", "/api/v1/admin/replica/solo", "OM"},
    {"POST", "/api/v1/admin/replica/promote", "OM"},
    {"GET", "/api/v1/replica/base", "S"},
    {"GET", "/api/v1/replica/changes", "S"},
    {"GET", "/api/v1/replica/keys", "S"},
    {"POST", "/api/v1/replica/ack", "S"},
    {"DELETE", "/api/v1/admin/orders/cleanup", "O"},
    {"GET", "/api/v1/admin/orders/analytics", "OM"},
    {"GET", "/api/v1/admin/orders/analytics/orders", "OM"},
    {"GET", "/api/v1/admin/orders/reports", "OM"},
    {"GET", "/api/v1/admin/orders/export", "OM"},
    {"GET", "/api/v1/admin/day-ends", "OM"},
    {"POST", "/api/v1/admin/day-ends", "OM"},
    {"GET", "/api/v1/admin/day-ends/{id}", "OM"},
    {"GET", "/api/v1/admin/day-ends/{id}/file", "OM"},
    {"POST", "/api/v1/admin/day-ends/{id}/print", "OM"},
    {"POST", "/api/v1/business/orders/{id}/recall", "OMKC"},
    {"GET", "/api/v1/business/categories", "OMKCD"},
    {"POST", "/api/v1/business/categories", "OM"},
    {"GET", "/api/v1/business/categories/{id}", "OMKCD"},
    {"PATCH", "/api/v1/business/categories/{id}", "OM"},
    {"DELETE", "/api/v1/business/categories/{id}", "OM"},
    {"GET", "/api/v1/business/items", "OMKCD"},
    {"POST", "/api/v1/business/items", "OM"},
    {"GET", "/api/v1/business/items/{id}", "OMKCD"},
    {"PATCH", "/api/v1/business/items/{id}", "OM"},
    {"DELETE", "/api/v1/business/items/{id}", "OM"},
    {"PATCH", "/api/v1/business/items/{id}/availability", "OMKC"},
    {"GET", "/api/v1/business/items/{id}/image", "OMKCD"},
    {"PUT", "/api/v1/business/items/{id}/image", "OM"},
    {"DELETE", "/api/v1/business/items/{id}/image", "OM"},
    {"GET", "/api/v1/business/categories/{id}/image", "OMKCD"},
    {"PUT", "/api/v1/business/categories/{id}/image", "OM"},
    {"DELETE", "/api/v1/business/categories/{id}/image", "OM"},
    {"GET", "/api/v1/menu/images/{image_name}", "OMKCDGI-"},
    {"POST", "/api/v1/business/catalog/changes", "OM"},
    {"POST", "/api/v1/business/items/import", "OM"},
    {"GET", "/api/v1/business/items/export", "OM"},
    {"GET", "/api/v1/business/stations", "OMKCD"},
    {"POST", "/api/v1/business/stations", "OM"},
    {"GET", "/api/v1/business/stations/{id}", "OMKCD"},
    {"PATCH", "/api/v1/business/stations/{id}", "OM"},
    {"DELETE", "/api/v1/business/stations/{id}", "OM"},
    {"GET", "/api/v1/business/terminals", "OM"},
    {"POST", "/api/v1/business/terminals", "OM"},
    {"GET", "/api/v1/business/terminals/{id}", "OM"},
    {"PATCH", "/api/v1/business/terminals/{id}", "OM"},
    {"DELETE", "/api/v1/business/terminals/{id}", "OM"},
    {"POST", "/api/v1/business/terminals/{id}/token", "OM"},
    {"POST", "/api/v1/business/terminals/report", "OMKCD", true},
    {"POST", "/api/v1/business/painted", "OMKCD", true},
    {"GET", "/api/v1/business/snapshot", "OMKCD"},
    {"GET", "/api/v1/business/changes", "OMKCD"},
    {"GET", "/api/v1/business/live", "OMKCD"},
    {"GET", "/api/v1/user/live", "G"},
    {"GET", "/api/v1/menu", "OMKCDGI-"},
    {"GET", "/api/v1/user/orders", "G"},
    {"GET", "/api/v1/user/orders/active", "G"},
    {"GET", "/api/v1/user/orders/{id}", "G"},
    {"POST", "/api/v1/user/orders/create", "G"},
    {"POST", "/api/v1/user/orders/{id}/cancel", "G"},
    {"GET", "/api/v1/business/webhooks", "OM"},
    {"POST", "/api/v1/business/webhooks", "OM"},
    {"GET", "/api/v1/business/webhooks/{id}", "OM"},
    {"PATCH", "/api/v1/business/webhooks/{id}", "OM"},
    {"DELETE", "/api/v1/business/webhooks/{id}", "OM"},
    {"POST", "/api/v1/business/webhooks/{id}/secret", "OM"},
    {"POST", "/api/v1/business/webhooks/{id}/test", "OM"},
    {"GET", "/api/v1/business/webhooks/{id}/deliveries", "OM"},
    {"POST", "/api/v1/business/webhooks/{id}/deliveries/{deliveryId}/replay", "OM"},
    {"GET", "/api/v1/business/couriers", "OMC"},
    {"GET", "/api/v1/business/couriers/orders", "OMCD"},
    {"PATCH", "/api/v1/business/orders/{id}/delivery", "OMCD"},
    {"GET", "/api/v1/business/orders/{id}/dispatch", "OMC"},
    {"POST", "/api/v1/business/orders/{id}/dispatch", "OMC"},
    {"POST", "/api/v1/business/orders/{id}/dispatch/confirm", "OMC"},
    {"DELETE", "/api/v1/business/orders/{id}/dispatch", "OMC"},
    {"GET", "/api/v1/business/delivery/zones", "OMCD"},
    {"POST", "/api/v1/business/delivery/zones", "OM"},
    {"PATCH", "/api/v1/business/delivery/zones/{id}", "OM"},
    {"DELETE", "/api/v1/business/delivery/zones/{id}", "OM"},
    {"GET", "/api/v1/user/delivery/zones", "G"},
    {"GET", "/api/v1/user/delivery/fee", "OMCG"},
    {"POST", "/api/v1/outside/{id}/{source}/orders", "OMKCDGI-"},
    {"POST", "/api/v1/outside/{id}/{source}/cancel", "OMKCDGI-"},
    {"POST", "/api/v1/delivery/webhooks/{id}", "OMKCDGI-"},
    {"GET", "/api/v1/admin/integrations", "OM"},
    {"GET", "/api/v1/admin/integrations/{kind}", "OM"},
    {"PUT", "/api/v1/admin/integrations/{kind}", "OM"},
    {"POST", "/api/v1/admin/integrations/{kind}/test", "OM"},
    {"GET", "/api/v1/admin/notifications", "OM"},
    {"POST", "/api/v1/admin/notifications/{id}/retry", "OM"},
    {"GET", "/api/v1/admin/notifications/rules", "OM"},
    {"PUT", "/api/v1/admin/notifications/rules", "OM"},
    {"GET", "/api/v1/admin/notifications/templates", "OM"},
    {"PUT", "/api/v1/admin/notifications/templates", "OM"},
    {"GET", "/api/v1/admin/notifications/recipients", "OM"},
    {"POST", "/api/v1/admin/notifications/recipients", "OM"},
    {"PUT", "/api/v1/admin/notifications/recipients/{id}", "OM"},
    {"DELETE", "/api/v1/admin/notifications/recipients/{id}", "OM"},
    {"GET", "/api/v1/user/notifications", "G"},
    {"PUT", "/api/v1/user/notifications", "G"},
    {"PUT", "/api/v1/user/push-subscriptions", "G"},
    {"POST", "/api/v1/user/push-subscriptions/remove", "G"},
    {"PUT", "/api/v1/business/push-subscriptions", "OMKCD"},
    {"POST", "/api/v1/business/push-subscriptions/remove", "OMKCD"},
    {"GET", "/api/v1/business/printers", "OMKC"},
    {"POST", "/api/v1/business/printers", "OM"},
    {"GET", "/api/v1/business/printers/{id}", "OMKC"},
    {"PATCH", "/api/v1/business/printers/{id}", "OM"},
    {"DELETE", "/api/v1/business/printers/{id}", "OM"},
    {"POST", "/api/v1/business/printers/{id}/test", "OM"},
    {"POST", "/api/v1/business/printers/{id}/drawer", "OMC"},
    {"GET", "/api/v1/business/print-jobs", "OMKC"},
    {"POST", "/api/v1/business/print-jobs/{id}/retry", "OMKC"},
    {"POST", "/api/v1/business/print-jobs/{id}/cancel", "OMKC"},
    {"POST", "/api/v1/business/orders/{id}/print", "OMKC"},
    {"GET", "/api/v1/business/orders/{id}/print/preview", "OMKC"},
    {"POST", "/api/v1/payment/orders/direct", "OMC"},
    {"POST", "/api/v1/payment/orders/halyk", "OMCG"},
    {"POST", "/api/v1/payment/orders/saved", "OMCG"},
    {"GET", "/api/v1/payment/orders/{id}", "OMCG"},
    {"GET", "/api/v1/payment/orders/{id}/cards", "OMC"},
    {"POST", "/api/v1/payment/webhooks/halyk", "OMKCDGI-"},
    {"GET", "/api/v1/payment/pages/{key}", "OMKCDGI-"},
    {"GET", "/api/v1/payment/pages/{key}/state", "OMKCDGI-"},
    {"GET", "/api/v1/payment/reconciliation", "OM"},
    {"POST", "/api/v1/payment/reconciliation", "OM"},
    {"GET", "/pay/{key}", "OMKCDGI-"},
    {"GET", "/pay/page/pay.css", "OMKCDGI-"},
    {"GET", "/pay/page/pay.js", "OMKCDGI-"},
    {"POST", "/api/v1/payment/{id}/refund", "OMC"},
    {"PATCH", "/api/v1/payment/{id}/status", "OM"},
    {"GET", "/api/v1/business/drawers", "OMC"},
    {"POST", "/api/v1/business/drawers", "OMC"},
    {"GET", "/api/v1/business/drawers/{id}", "OMC"},
    {"POST", "/api/v1/business/drawers/{id}/moves", "OMC"},
    {"POST", "/api/v1/business/drawers/{id}/counts", "OMC"},
    {"POST", "/api/v1/business/drawers/{id}/close", "OMC"},
    {"GET", "/api/v1/payment/cards", "G"},
    {"DELETE", "/api/v1/payment/cards/{id}", "G"},
    {"GET", "/health/live", "OMKCDGI-"},
    {"GET", "/health/ready", "OMKCDGI-"},
    {"GET", "/metrics", "OMI"},
    {"GET", "/version", "OMKCDGI-"},
    {"GET", "/openapi.json", "OMKCDGI-"},
    {"GET", "/docs", "OMKCDGI-"},
    {"GET", "/docs/docs.css", "OMKCDGI-"},
    {"GET", "/docs/docs.js", "OMKCDGI-"},
    // Last: it signs the guest of the site out.
    {"POST", "/api/v1/auth/logout", "OMKCDGI"},
};

static char letterOf(Role role)
{
    switch (role) {
    case Role::Owner:
        return 'O';
    case Role::Manager:
        return 'M';
    case Role::Kitchen:
        return 'K';
    case Role::Counter:
        return 'C';
    case Role::Courier:
        return 'D';
    case Role::Guest:
        return 'G';
    case Role::Integration:
        return 'I';
    case Role::Standby:
        return 'S';
    }
    return '?';
}

class RouteTableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_site.reset(); }
    void hasExactlyTheExpectedRoutes();
    void permissionsAreAsExpected();
    void rolesMeetTheirAnswers_data();
    void rolesMeetTheirAnswers();
    void declaresEachRouteOnce();
    void everyWriteHasASchema();
    void secretsAreNotIdempotent();
    void readsIds_data();
    void readsIds();
    void stepsStandInOrder();

private:
    std::unique_ptr<TestSite> m_site;
};

void RouteTableTest::initTestCase()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
}

static const Route *findRoute(const Expected &expected)
{
    for (const Route &route : RouteTable::routes()) {
        if (route.method == expected.method && route.fullPattern == expected.pattern)
            return &route;
    }
    return nullptr;
}

void RouteTableTest::hasExactlyTheExpectedRoutes()
{
    for (const Expected &expected : expectedRoutes)
        QVERIFY2(findRoute(expected), expected.pattern);
    QCOMPARE(RouteTable::routes().size(), std::size(expectedRoutes));
}

void RouteTableTest::permissionsAreAsExpected()
{
    for (const Expected &expected : expectedRoutes) {
        const Route *route = findRoute(expected);
        QVERIFY2(route, expected.pattern);
        const QByteArray callers(expected.callers);
        QCOMPARE(route->permission.isPublic, callers.contains('-'));
        for (const Role role : allRoles) {
            Principal principal;
            principal.role = role;
            principal.kind = role == Role::Guest         ? Principal::Kind::Guest
                             : role == Role::Integration ? Principal::Kind::Integration
                                                         : Principal::Kind::Terminal;
            QVERIFY2(route->permission.allows(principal) == callers.contains(letterOf(role)),
                     qPrintable(QStringLiteral("%1 as %2").arg(QLatin1String(expected.pattern), roleText(role))));
        }
        Principal business;
        business.kind = Principal::Kind::Business;
        business.role = Role::Owner;
        QCOMPARE(route->permission.allows(business), callers.contains('O') && !expected.terminalsOnly);
        // A guest's token stays a guest's, whatever role a broken row gave it.
        Principal promoted;
        promoted.kind = Principal::Kind::Guest;
        promoted.role = Role::Guest;
        QCOMPARE(route->permission.allows(promoted), callers.contains('G'));
    }
}

void RouteTableTest::rolesMeetTheirAnswers_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(expectedRoutes)); ++i)
        QTest::addRow("%s %s", expectedRoutes[i].method, expectedRoutes[i].pattern) << i;
}

/// Through the whole middleware: without a token 401, with the wrong role 403, with a right one anything but those.
void RouteTableTest::rolesMeetTheirAnswers()
{
    QFETCH(int, index);
    const Expected &expected = expectedRoutes[index];
    ApiHarness api(*m_site);

    const QByteArray callers(expected.callers);
    const QByteArray target = QByteArray(expected.pattern).replace("{id}", "999999").replace("{image_name}", "none");
    const bool isSocket = target.endsWith("/live") && target.startsWith("/api");
    const TestBusiness &business = m_site->business();

    std::map<char, QByteArray> tokens{{'O', business.token}, {'G', business.guestToken}, {'-', QByteArray()}};
    for (const auto &[role, token] : business.terminalTokens)
        tokens[letterOf(role)] = token;
    for (const auto &[letter, token] : tokens) {
        int status = 0;
        if (isSocket) {
            const UpgradeDecision decision = api.upgrade(target, token);
            status = decision.session ? 101 : decision.refusal.status;
        } else {
            status = api.call(expected.method, target, token).status;
        }
        const QByteArray where = QByteArray(expected.pattern) + " as " + letter + ": " + QByteArray::number(status);
        QVERIFY2(status > 0, where);
        const bool allowed = callers.contains(letter) && !(expected.terminalsOnly && letter == 'O');
        if (allowed)
            QVERIFY2(status != 401 && status != 403 && status < 500, where);
        else
            QVERIFY2(status == (letter == '-' ? 401 : 403), where);
    }
}

void RouteTableTest::declaresEachRouteOnce()
{
    QSet<QByteArray> places;
    QSet<QByteArray> names;
    for (const Route &route : RouteTable::routes()) {
        const QByteArray place = route.method + ' ' + route.fullPattern;
        QVERIFY2(!places.contains(place), place);
        QVERIFY2(!names.contains(route.name), route.name);
        places.insert(place);
        names.insert(route.name);
        QVERIFY2(route.handler, place);
        QVERIFY2(!route.output.name.isEmpty(), place);
        QVERIFY2(route.permission.isPublic || route.permission.roles != 0, place);
    }
}

void RouteTableTest::everyWriteHasASchema()
{
    for (const Route &route : RouteTable::routes()) {
        const bool writes = route.method != "GET";
        const bool takesBody = writes && route.method != "DELETE";
        QVERIFY2(takesBody == (route.input.has_value() || !route.rawTypes.isEmpty()), route.name);
        QVERIFY2(takesBody == (route.body != Route::Body::None), route.name);
    }
}

void RouteTableTest::secretsAreNotIdempotent()
{
    for (const Route &route : RouteTable::routes()) {
        const bool writes = route.method == "POST" || route.method == "PATCH";
        static const QSet<QByteArray> secrets{"TerminalToken",  "WebhookSecret",     "TableCode",
                                              "ApiTokenSecret", "PairingCode",       "OperatorSignIn",
                                              "ScreenDoor",     "SignedCertificate", "ReplicaToken"};
        // Said again they change nothing, and some change the very record that keys are kept in.
        static const QSet<QByteArray> saidAgain{"business.terminals.report", "admin.replica.solo",
                                                "admin.replica.promote", "replica.ack",
                                                "admin.backups.request"};
        const bool handsOutSecrets = route.pattern.startsWith("/auth/") || secrets.contains(route.output.name);
        const bool saysItAgain = saidAgain.contains(route.name);
        QVERIFY2(route.idempotent == (writes && !handsOutSecrets && !saysItAgain), route.name);
    }
}

void RouteTableTest::readsIds_data()
{
    QTest::addColumn<QString>("segment");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("uuid");
    QTest::newRow("number") << QStringLiteral("123") << qint64(123) << QString();
    QTest::newRow("largest") << QStringLiteral("9223372036854775807") << qint64(9223372036854775807) << QString();
    QTest::newRow("too large") << QStringLiteral("9223372036854775808") << qint64(-1) << QString();
    QTest::newRow("zero") << QStringLiteral("0") << qint64(-1) << QString();
    QTest::newRow("negative") << QStringLiteral("-1") << qint64(-1) << QString();
    QTest::newRow("signed") << QStringLiteral("+1") << qint64(-1) << QString();
    QTest::newRow("other digits") << QStringLiteral("١٢٣") << qint64(-1) << QString();
    QTest::newRow("empty") << QString() << qint64(-1) << QString();
    QTest::newRow("word") << QStringLiteral("stats") << qint64(-1) << QString();
    QTest::newRow("uuid") << QStringLiteral("0192F0C1-2345-7abc-8def-0123456789ab") << qint64(0)
                          << QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab");
    QTest::newRow("cut uuid") << QStringLiteral("0192f0c1-2345-7abc-8def-0123456789a") << qint64(-1) << QString();
}

void RouteTableTest::readsIds()
{
    QFETCH(QString, segment);
    QFETCH(qint64, id);
    QFETCH(QString, uuid);
    const auto ref = orderRefFrom(segment);
    QCOMPARE(ref.has_value(), id >= 0);
    if (ref) {
        QCOMPARE(ref->id, id);
        QCOMPARE(ref->uuid, uuid);
    }
}

void RouteTableTest::stepsStandInOrder()
{
    QList<QByteArray> names;
    for (const middleware::Step &step : middleware::steps()) {
        names.append(step.name);
        QVERIFY2(qstrlen(step.reason) > 20, step.name);
    }
    const QList<QByteArray> expected{"request id",
                                     "access log",
                                     "errors",
                                     "security headers",
                                     "addresses",
                                     "origins",
                                     "version",
                                     "program",
                                     "rate limit by address",
                                     "match",
                                     "authentication",
                                     "rate limit by token",
                                     "operator",
                                     "authorization",
                                     "validation",
                                     "idempotency",
                                     "route"};
    QCOMPARE(names, expected);
}

QTEST_GUILESS_MAIN(RouteTableTest)
#include "routetabletest.moc"
