// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two businesses on one hub: each tries to reach everything of the other's by its id.
#include "tests/support/apiharness.h"
#include "tests/support/contractcases.h"
#include "tests/support/pictures.h"

#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace oshaq;
using namespace oshaq::test;

/// Stands in every text of the second business.
static const QString marker = QStringLiteral("Zhuldyzmarker");

class TenantTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyIdOfTheOtherIsNotFound();
    void idsOfTheOtherInBodiesAreRefused();
    void listsHoldNothingOfTheOther();
    void feedsHoldNothingOfTheOther();

private:
    struct Attempt
    {
        QByteArray method;
        QByteArray target;
        QByteArray body;
        QByteArray contentType;
        QByteArray token;
    };
    QByteArray tokenOf(const TestBusiness &business, const QString &role, bool terminalsOnly) const;
    std::optional<qint64> idOf(const QString &sql, qint64 businessId) const;
    bool write(const TestBusiness &business, const QString &sql, const QVariantList &values);
    bool furnish(const TestBusiness &business, const QByteArray &mark);
    QString rowsOf(qint64 businessId) const;
    ApiAnswer send(const Attempt &attempt);
    ApiAnswer post(const QByteArray &target, const QByteArray &token, const QByteArray &body);
    const TestBusiness &ours() const { return m_site->business(); }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    const TestBusiness *m_other = nullptr;
};

/// Where a path's `{id}` comes from: one row of the business that is to be reached. The longest start wins.
struct Resource
{
    const char *start;
    const char *sql; ///< with the business for `?`
};

static const Resource resources[] = {
    {"/business/orders/", "SELECT order_id FROM orders WHERE business_id = ?"},
    {"/user/orders/", "SELECT order_id FROM orders WHERE business_id = ?"},
    {"/payment/orders/", "SELECT order_id FROM orders WHERE business_id = ?"},
    {"/payment/cards/", "SELECT card_id FROM saved_cards WHERE business_id = ?"},
    {"/payment/", "SELECT payment_id FROM payments WHERE business_id = ?"},
    {"/business/categories/", "SELECT category_id FROM categories WHERE business_id = ?"},
    {"/business/items/", "SELECT item_id FROM items WHERE business_id = ?"},
    {"/business/stations/", "SELECT station_id FROM stations WHERE business_id = ?"},
    {"/business/terminals/", "SELECT terminal_id FROM terminals WHERE business_id = ?"},
    {"/business/staff/", "SELECT staff_id FROM staff WHERE business_id = ?"},
    {"/business/webhooks/", "SELECT webhook_id FROM webhook_endpoints WHERE business_id = ?"},
    {"/business/tokens/", "SELECT token_id FROM api_tokens WHERE business_id = ?"},
    {"/business/printers/", "SELECT printer_id FROM printers WHERE business_id = ?"},
    {"/business/print-jobs/", "SELECT job_id FROM print_jobs WHERE business_id = ?"},
    {"/business/shifts/", "SELECT shift_id FROM staff_shifts WHERE business_id = ?"},
    {"/admin/notifications/", "SELECT notification_id FROM notifications WHERE business_id = ?"},
    {"/admin/notifications/recipients/", "SELECT recipient_id FROM notification_recipients WHERE business_id = ?"},
    {"/admin/system/alarms/", "SELECT alarm_id FROM system_alarms WHERE business_id = ?"},
    {"/admin/day-ends/", "SELECT day_end_id FROM day_ends WHERE business_id = ?"},
    {"/business/drawers/", "SELECT drawer_session_id FROM drawer_sessions WHERE business_id = ?"},
    {"/business/guests/", "SELECT user_id FROM users WHERE business_id = ?"},
    {"/business/tables/", "SELECT table_id FROM dining_tables WHERE business_id = ?"},
    {"/business/delivery/zones/", "SELECT zone_id FROM delivery_zones WHERE business_id = ?"},
    {"/user/addresses/", "SELECT address_id FROM user_addresses WHERE business_id = ?"},
    {"/auth/sessions/", "SELECT session_id FROM sessions WHERE business_id = ? AND kind = 'guest'"},
};

static const Resource *resourceOf(const QByteArray &path)
{
    const Resource *found = nullptr;
    for (const Resource &one : resources) {
        const bool longer = !found || qstrlen(one.start) > qstrlen(found->start);
        if (path.startsWith(QByteArray("/api/v1") + one.start) && longer)
            found = &one;
    }
    return found;
}

void TenantTest::init()
{
    m_api.reset();
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    m_other = m_site->addBusiness(marker + QStringLiteral(" Cafe"));
    QVERIFY2(m_other, qPrintable(m_site->problem()));
    QVERIFY(furnish(ours(), "Ordinary"));
    QVERIFY(furnish(*m_other, marker.toUtf8()));
}

ApiAnswer TenantTest::post(const QByteArray &target, const QByteArray &token, const QByteArray &body)
{
    const ApiAnswer answer = m_api->call("POST", "/api/v1" + target, token, body);
    if (answer.status != 200 && answer.status != 201)
        qWarning().noquote() << target << answer.status << answer.body.left(300);
    return answer;
}

bool TenantTest::write(const TestBusiness &business, const QString &sql, const QVariantList &values)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = business.id;
    command.principal.id = business.id;
    command.requestId = QStringLiteral("test");
    command.run = [sql, values](WriteContext &context) -> Result<WriteOutcome> {
        if (auto done = context.database.run(sql, values); !done)
            return done.error();
        return WriteOutcome();
    };
    const auto done = m_site->hub().writer().submitAndWait(std::move(command));
    if (!done)
        qWarning().noquote() << sql << done.error().message;
    return bool(done);
}

/// One row of everything.
bool TenantTest::furnish(const TestBusiness &business, const QByteArray &mark)
{
    const QByteArray soup = QByteArray::number(business.item("Soup"));
    const QString text = QString::fromUtf8(mark);
    const QByteArray guestOrder =
        "{\"fulfilment\":\"pickup\",\"note\":\"" + mark + "\",\"items\":[{\"item_id\":" + soup + ",\"quantity\":1}]}";
    bool ok = post("/business/webhooks", business.token,
                   "{\"url\":\"https://example.com/" + mark + "\",\"events\":[\"order.created\"]}")
                  .status == 201;
    ok = post("/business/printers", business.token,
              "{\"name\":\"" + mark + "\",\"kind\":\"network\",\"address\":\"192.168.1.50\"}")
                 .status == 201 &&
         ok;
    ok = post("/user/orders/create", business.guestToken, guestOrder).status == 201 && ok;
    ok =
        post("/business/staff", business.token, "{\"name\":\"" + mark + "\",\"role\":\"kitchen\"}").status == 201 && ok;
    ok = post("/business/categories", business.token, "{\"name\":\"" + mark + "\"}").status == 201 && ok;
    ok = post("/business/delivery/zones", business.token, "{\"name\":\"" + mark + "\",\"fee\":1}").status == 201 && ok;
    ok = post("/business/stations", business.token, "{\"name\":\"" + mark + "\"}").status == 201 && ok;
    ok = post("/business/drawers", business.terminalTokens.at(Role::Counter), "{\"float\":50}").status == 201 && ok;
    const auto drawer =
        idOf(QStringLiteral("SELECT drawer_session_id FROM drawer_sessions WHERE business_id = ?"), business.id);
    ok = drawer &&
         post("/business/drawers/" + QByteArray::number(*drawer) + "/moves", business.token,
              "{\"kind\":\"pay_in\",\"amount\":1,\"reason\":\"" + mark + "\"}")
                 .status == 201 &&
         ok;
    const auto order = idOf(QStringLiteral("SELECT order_id FROM orders WHERE business_id = ?"), business.id);
    ok = order &&
         post("/business/orders/" + QByteArray::number(*order) + "/print", business.token, "{\"kind\":\"ticket\"}")
                 .status == 201 &&
         ok;
    ok = order &&
         post("/payment/orders/direct", business.terminalTokens.at(Role::Counter),
              "{\"order_id\":" + QByteArray::number(*order) + ",\"method\":\"cash\",\"amount\":12.95,\"tendered\":100}")
                 .status == 201 &&
         ok;
    ok = write(business,
               QStringLiteral("INSERT INTO saved_cards (business_id, user_id, bank_token, mask, created_at)"
                              " VALUES (?, ?, 'card', ?, 1)"),
               {business.id, business.guestId, text}) &&
         ok;
    ok = write(business,
               QStringLiteral("INSERT INTO user_addresses (business_id, user_id, address, created_at)"
                              " VALUES (?, ?, oshaq_seal('user_addresses.address', ?), 1)"),
               {business.id, business.guestId, text}) &&
         ok;
    ok = write(business,
               QStringLiteral("INSERT INTO dining_tables (business_id, name, created_at, updated_at)"
                              " VALUES (?, ?, 1, 1)"),
               {business.id, text}) &&
         ok;
    ok =
        write(business,
              QStringLiteral("INSERT INTO webhook_deliveries (business_id, webhook_id, uuid, event, state, next_at,"
                             " give_up_at, created_at) SELECT business_id, webhook_id, ?, 'order.created', 'failed', 1,"
                             " 1, 1 FROM webhook_endpoints WHERE business_id = ?"),
              {QStringLiteral("01a20b81-8c3a-7ff9-97de-%1").arg(business.id, 12, 10, QLatin1Char('0')), business.id}) &&
        ok;
    ok = write(business,
               QStringLiteral("INSERT INTO staff_shifts (business_id, staff_id, terminal_id, began_at, ends_by)"
                              " SELECT s.business_id, s.staff_id, min(t.terminal_id), 1, 2 FROM staff s"
                              " JOIN terminals t ON t.business_id = s.business_id WHERE s.business_id = ?"),
               {business.id}) &&
         ok;
    ok = write(business,
               QStringLiteral("INSERT INTO notifications (business_id, uuid, event, channel, target_kind, target_id,"
                              " language, state, next_at, give_up_at, error, created_at)"
                              " VALUES (?, ?, 'day_end', 'email', 'recipient', 1, 'en', 'failed', 1, 1, ?, 1)"),
               {business.id, QStringLiteral("01a20b81-8c3a-7ff9-97df-%1").arg(business.id, 12, 10, QLatin1Char('0')),
                text}) &&
         ok;
    ok = post("/admin/notifications/recipients", business.token,
              "{\"name\":\"" + mark + "\",\"channel\":\"email\",\"address\":\"office@example.kz\"}")
                 .status == 201 &&
         ok;
    ok = post("/admin/day-ends", business.token, "{\"day\":\"2026-01-15\"}").status == 201 && ok;
    ok = write(business,
               QStringLiteral("INSERT INTO system_alarms (business_id, code, subject, severity, began_at)"
                              " VALUES (?, 'outbox_stuck', 'printing', 'warning', 1)"),
               {business.id}) &&
         ok;
    ok = write(business,
               QStringLiteral("INSERT INTO api_tokens (business_id, name, kind, created_at)"
                              " VALUES (?, ?, 'integration', 1)"),
               {business.id, text}) &&
         ok;
    return ok;
}

std::optional<qint64> TenantTest::idOf(const QString &sql, qint64 businessId) const
{
    const auto reader = m_site->hub().openReader();
    if (!reader)
        return {};
    auto row = (*reader)->query(sql, {businessId});
    return row && row->next() ? std::optional(row->integer(0)) : std::nullopt;
}

/// Every row of every table that belongs to a business, as text.
QString TenantTest::rowsOf(qint64 businessId) const
{
    const auto reader = m_site->hub().openReader();
    if (!reader)
        return {};
    auto tables = (*reader)->query(
        QStringLiteral("SELECT m.name, (SELECT group_concat('quote(' || c.name || ')', ' || '','' || ')"
                       " FROM pragma_table_info(m.name) c) FROM sqlite_master m WHERE m.type = 'table'"
                       " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'business_id')"
                       " ORDER BY m.name"));
    QString all;
    int count = 0;
    while (tables && tables->next()) {
        auto rows = (*reader)->query(
            QStringLiteral("SELECT group_concat(row, char(10)) FROM (SELECT %1 AS row FROM %2 WHERE business_id = ?"
                           " ORDER BY 1)")
                .arg(tables->text(1), tables->text(0)),
            {businessId});
        if (!rows || !rows->next())
            return {};
        all += tables->text(0) + u':' + rows->text(0) + u'\n';
        ++count;
    }
    return count >= 15 ? all : QString();
}

QByteArray TenantTest::tokenOf(const TestBusiness &business, const QString &role, bool terminalsOnly) const
{
    if (role == QLatin1String("owner"))
        return terminalsOnly ? QByteArray() : business.token;
    if (role == QLatin1String("guest"))
        return business.guestToken;
    for (const auto &[one, token] : business.terminalTokens) {
        if (roleText(one) == role)
            return token;
    }
    return {};
}

ApiAnswer TenantTest::send(const Attempt &attempt)
{
    Headers headers;
    if (!attempt.contentType.isEmpty())
        headers.append({"content-type", attempt.contentType});
    return m_api->call(attempt.method, attempt.target, attempt.token, attempt.body, headers);
}

void TenantTest::everyIdOfTheOtherIsNotFound()
{
    const QString before = rowsOf(m_other->id);
    QVERIFY(!before.isEmpty());
    int attempts = 0;
    int routes = 0;
    QStringList wrong;
    for (const int version : {1, 2}) {
        const QJsonObject document = m_api->get("/openapi.json?version=" + QByteArray::number(version)).json;
        for (const ContractCase &one : contractCases(document)) {
            if (!one.path.contains("{id}") || !one.name.endsWith("as the example says"))
                continue;
            QByteArray path = one.path;
            path.replace("/api/v2", "/api/v1");
            // The id is a business's, and who may is said by a signature that no token replaces.
            if (path.startsWith("/api/v1/outside/") || path.startsWith("/api/v1/delivery/webhooks/")) {
                for (const QByteArray &token : {QByteArray(), ours().token}) {
                    Attempt attempt{one.method, one.path, one.body, one.contentType, token};
                    attempt.target.replace("{id}", QByteArray::number(m_other->id)).replace("{source}", "glovo");
                    const ApiAnswer answer = send(attempt);
                    ++attempts;
                    QVERIFY2(answer.status == 401, one.path + ": " + QByteArray::number(answer.status));
                }
                continue;
            }
            const Resource *resource = resourceOf(path);
            QVERIFY2(resource, "no row in `resources` for " + one.path);
            const auto id = idOf(QString::fromLatin1(resource->sql), m_other->id);
            QVERIFY2(id, resource->sql);
            ++routes;
            QList<QByteArray> ids{QByteArray::number(*id)};
            if (QByteArray(resource->sql).contains("FROM orders")) {
                const auto reader = m_site->hub().openReader();
                auto row = (*reader)->query(QStringLiteral("SELECT order_uuid FROM orders WHERE order_id = ?"), {*id});
                QVERIFY(row && row->next());
                ids.append(row->text(0).toLatin1());
            }
            QList<QByteArray> tokens{QByteArray()};
            const bool terminalsOnly =
                !one.operation.value(QLatin1String("x-callers")).toArray().isEmpty() &&
                !one.operation.value(QLatin1String("x-callers")).toArray().contains(QStringLiteral("business"));
            for (const QJsonValue &role : one.operation.value(QLatin1String("x-roles")).toArray()) {
                const QByteArray token = tokenOf(ours(), role.toString(), terminalsOnly);
                if (!token.isEmpty())
                    tokens.append(token);
            }
            for (const QByteArray &theirs : ids) {
                for (const QByteArray &token : tokens) {
                    Attempt attempt{one.method, one.path, one.body, one.contentType, token};
                    attempt.target.replace("{id}", theirs);
                    const auto delivery =
                        idOf(QStringLiteral("SELECT delivery_id FROM webhook_deliveries WHERE business_id = ?"),
                             m_other->id);
                    QVERIFY(delivery);
                    attempt.target.replace("{deliveryId}", QByteArray::number(*delivery));
                    // Bodies that pass every check but the one that counts here.
                    if (attempt.contentType.startsWith("image/")) {
                        attempt.contentType = "image/png";
                        attempt.body = fileOf(twoHalves(64, 64), "PNG");
                    }
                    if (attempt.method == "PUT" && path.endsWith("/pin"))
                        attempt.body = "{\"pin\":\"8264\"}";
                    if (attempt.method == "PUT" && path.endsWith("/password"))
                        attempt.body = "{\"password\":\"a hearth that burns\"}";
                    if (path.endsWith("/orders/{id}/print"))
                        attempt.body = "{\"kind\":\"ticket\"}";
                    if (attempt.method == "PATCH" && path.endsWith("/printers/{id}"))
                        attempt.body = "{\"active\":false,\"version\":1}";
                    if (attempt.method == "PATCH" && path.endsWith("/webhooks/{id}"))
                        attempt.body = "{\"active\":false,\"version\":1}";
                    const ApiAnswer answer = send(attempt);
                    ++attempts;
                    if (answer.status != (token.isEmpty() ? 401 : 404) || answer.body.contains(marker.toUtf8()))
                        wrong.append(QString::fromUtf8(attempt.method + ' ' + attempt.target + ": " +
                                                       QByteArray::number(answer.status) + ' ' +
                                                       answer.body.left(200)));
                }
            }
        }
    }
    qInfo("%d routes with ids, %d attempts to reach another business's rows", routes, attempts);
    for (const QString &one : wrong)
        qWarning().noquote() << one;
    QCOMPARE(wrong.size(), 0);
    QVERIFY(attempts > 200);
    QVERIFY(rowsOf(m_other->id) == before);
}

void TenantTest::idsOfTheOtherInBodiesAreRefused()
{
    const auto theirs = [this](const char *sql) {
        return QByteArray::number(idOf(QString::fromLatin1(sql), m_other->id).value_or(-1));
    };
    const QByteArray item = theirs("SELECT item_id FROM items WHERE business_id = ?");
    const QByteArray category = theirs("SELECT category_id FROM categories WHERE business_id = ?");
    const QByteArray station = theirs("SELECT station_id FROM stations WHERE business_id = ?");
    const QByteArray order = theirs("SELECT order_id FROM orders WHERE business_id = ?");
    const QByteArray address = theirs("SELECT address_id FROM user_addresses WHERE business_id = ?");
    const QByteArray guest = theirs("SELECT user_id FROM users WHERE business_id = ?");
    const QByteArray card = theirs("SELECT card_id FROM saved_cards WHERE business_id = ?");
    const QByteArray soup = QByteArray::number(ours().item("Soup"));
    const QByteArray ourOrder = QByteArray::number(
        idOf(QStringLiteral("SELECT order_id FROM orders WHERE business_id = ?"), ours().id).value_or(-1));
    const QByteArray line = theirs("SELECT order_item_id FROM orders_items WHERE business_id = ?");
    const QByteArray manager = ours().terminalTokens.at(Role::Manager);
    const QByteArray counter = ours().terminalTokens.at(Role::Counter);
    // One that nobody has paid for: only whose the other ids are may stand in the way.
    const QByteArray freeOrder =
        QByteArray::number(post("/business/orders", counter,
                                "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + soup + ",\"quantity\":2}]}")
                               .data()
                               .value(QLatin1String("order_id"))
                               .toInteger());
    const Attempt attempts[] = {
        {"POST",
         "/user/orders/create",
         "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + item + ",\"quantity\":1}]}",
         {},
         ours().guestToken},
        {"POST",
         "/user/orders/create",
         "{\"fulfilment\":\"delivery\",\"address_id\":" + address + ",\"items\":[{\"item_id\":" + soup +
             ",\"quantity\":1}]}",
         {},
         ours().guestToken},
        {"POST",
         "/business/orders",
         "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + item + ",\"quantity\":1}]}",
         {},
         counter},
        {"POST",
         "/business/orders",
         "{\"fulfilment\":\"pickup\",\"user_id\":" + guest + ",\"items\":[{\"item_id\":" + soup + ",\"quantity\":1}]}",
         {},
         counter},
        {"POST",
         "/business/orders",
         "{\"fulfilment\":\"delivery\",\"address_id\":" + address + ",\"items\":[{\"item_id\":" + soup +
             ",\"quantity\":1}]}",
         {},
         counter},
        {"PATCH",
         "/business/orders/" + ourOrder + "/lines",
         "{\"action\":\"add\",\"items\":[{\"item_id\":" + item + ",\"quantity\":1}]}",
         {},
         counter},
        {"POST", "/business/orders/" + freeOrder + "/join", "{\"into\":" + order + "}", {}, counter},
        {"POST",
         "/business/orders/" + freeOrder + "/split",
         "{\"items\":[{\"order_item_id\":" + line + "}]}",
         {},
         counter},
        {"PATCH",
         "/business/orders/" + freeOrder + "/lines",
         "{\"action\":\"done\",\"line_ids\":[" + line + "]}",
         {},
         counter},
        {"POST", "/business/items", "{\"category_id\":" + category + ",\"name\":\"Ours\",\"price\":1}", {}, manager},
        {"PATCH", "/business/items/" + soup, "{\"category_id\":" + category + ",\"version\":1}", {}, manager},
        {"POST",
         "/business/staff",
         "{\"name\":\"Ours\",\"role\":\"kitchen\",\"station_id\":" + station + "}",
         {},
         manager},
        {"POST",
         "/business/terminals",
         "{\"name\":\"Ours\",\"role\":\"kitchen\",\"station_id\":" + station + "}",
         {},
         manager},
        {"POST",
         "/payment/orders/direct",
         "{\"order_id\":" + order + ",\"method\":\"cash\",\"amount\":12.95,\"tendered\":100}",
         {},
         counter},
        {"POST",
         "/payment/orders/saved",
         "{\"order_id\":" + order + ",\"card_id\":" + card + "}",
         {},
         ours().guestToken},
        {"POST",
         "/payment/orders/saved",
         "{\"order_id\":" + ourOrder + ",\"card_id\":" + card + "}",
         {},
         ours().guestToken},
        {"POST", "/payment/orders/halyk", "{\"order_id\":" + order + "}", {}, ours().guestToken},
        {"POST",
         "/business/orders/bulk/status",
         "{\"orders\":[{\"order_id\":" + ourOrder + ",\"status\":2},{\"order_id\":" + order +
             ",\"status\":2}],\"all_or_nothing\":true}",
         {},
         manager},
    };
    const QString before = rowsOf(m_other->id);
    const QString oursBefore = rowsOf(ours().id);
    QStringList wrong;
    for (Attempt attempt : attempts) {
        attempt.target.prepend("/api/v1");
        const ApiAnswer answer = send(attempt);
        if (answer.status < 400 || answer.status >= 500 || answer.body.contains(marker.toUtf8()))
            wrong.append(QString::fromUtf8(attempt.target + ' ' + attempt.body + ": " +
                                           QByteArray::number(answer.status) + ' ' + answer.body.left(200)));
    }
    for (const QString &one : wrong)
        qWarning().noquote() << one;
    QCOMPARE(wrong.size(), 0);
    QVERIFY(rowsOf(m_other->id) == before);
    QVERIFY(rowsOf(ours().id) == oursBefore);
}

void TenantTest::listsHoldNothingOfTheOther()
{
    int lists = 0;
    const QJsonObject paths = m_api->get("/openapi.json").json.value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        if (path.key().contains(u'{') || !path.value().toObject().contains(QLatin1String("get")))
            continue;
        const QJsonObject operation = path.value().toObject().value(QLatin1String("get")).toObject();
        for (const QJsonValue &role : operation.value(QLatin1String("x-roles")).toArray()) {
            for (const QByteArray query : {"", "?q=", "?station=", "?user=", "?from=2020-01-01T00:00:00Z"}) {
                QByteArray target = path.key().toUtf8() + query;
                if (query == "?q=")
                    target += marker.toUtf8();
                if (query == "?user=")
                    target += QByteArray::number(m_other->guestId);
                if (query == "?station=")
                    target += QByteArray::number(
                        idOf(QStringLiteral("SELECT max(station_id) FROM stations WHERE business_id = ?"), m_other->id)
                            .value_or(-1));
                const ApiAnswer answer = m_api->get(target, tokenOf(ours(), role.toString(), false));
                // The answer may name the query's own word only in an error.
                if (answer.status < 400)
                    QVERIFY2(!answer.body.contains(marker.toUtf8()), target + ' ' + answer.body.left(400));
                lists += answer.status == 200 ? 1 : 0;
            }
        }
    }
    qInfo("%d lists read", lists);
    QVERIFY(lists > 40);
}

void TenantTest::feedsHoldNothingOfTheOther()
{
    for (const auto &[role, token] : ours().terminalTokens) {
        const ApiAnswer snapshot = m_api->get("/api/v1/business/snapshot", token);
        QCOMPARE(snapshot.status, 200);
        QVERIFY(!snapshot.body.contains(marker.toUtf8()));
        const QString cursor = snapshot.data().value(QLatin1String("cursor")).toString();
        const QByteArray start = cursor.left(cursor.lastIndexOf(u'.')).toLatin1() + ".0";
        const ApiAnswer changes = m_api->get("/api/v1/business/changes?since=" + start, token);
        QVERIFY2(changes.status == 200, changes.body);
        QVERIFY(!changes.list().isEmpty());
        QVERIFY(!changes.body.contains(marker.toUtf8()));
    }
}

QTEST_GUILESS_MAIN(TenantTest)
#include "tenanttest.moc"
