// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every change of state, right and money is in the journal: each route of the document that may change something is
// called as its example says, and where a row of the record changed, the journal has a row more. What is no business of
// the journal's is named here with its reason.
#include "models/hub/journalstore.h"
#include "tests/support/apiharness.h"
#include "tests/support/contractcases.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

#include <map>
#include <set>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// Tables whose rows are no state of the business, as DESIGN and docs/adr say: the journal itself and what is made of
/// it, who is signed in, what was tried, seen, sent or printed, and numbers that were given out.
const std::set<QString> notState{
    QStringLiteral("journal"),           QStringLiteral("order_search"),
    QStringLiteral("search_parts"),      QStringLiteral("search_names"),
    QStringLiteral("kept_days"),         QStringLiteral("day_counts"),
    QStringLiteral("search_blocks"),     QStringLiteral("sessions"),
    QStringLiteral("refresh_tokens"),    QStringLiteral("sign_in_attempts"),
    QStringLiteral("phone_codes"),       QStringLiteral("phone_code_requests"),
    QStringLiteral("idempotency_keys"),  QStringLiteral("painted_acks"),
    QStringLiteral("unpainted_tickets"), QStringLiteral("webhook_deliveries"),
    QStringLiteral("notifications"),     QStringLiteral("print_jobs"),
    QStringLiteral("order_numbers"),     QStringLiteral("invoice_numbers"),
    QStringLiteral("hub_state"),         QStringLiteral("replica_state"),
    QStringLiteral("replica_position"),  QStringLiteral("pairing_codes"),
    QStringLiteral("schema_migrations"), QStringLiteral("privacy_state"),
};

/// Routes that change rows of the record without a row of the journal.
const std::map<QByteArray, const char *> silent{
    {"POST /api/v1/auth/guest", "a guest is written down: who they are is personal and outlives no erasure"},
    {"PATCH /api/v1/user/profile", "a guest's own name and phone: personal"},
    {"POST /api/v1/user/addresses", "a guest's own address: personal"},
    {"PATCH /api/v1/user/addresses/{id}", "a guest's own address: personal"},
    {"DELETE /api/v1/user/addresses/{id}", "a guest's own address: personal"},
    {"PUT /api/v1/user/notifications", "a guest's own wish: personal"},
    {"POST /api/v1/business/terminals/report", "how a screen does, every ten seconds: seen, not decided"},
};

/// What a table holds, in the order of its rows.
QByteArray contentOf(sql::Database &database, const QString &table)
{
    QStringList columns;
    {
        auto info = database.query(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
        while (info && info->next())
            columns << QStringLiteral("quote(\"%1\")").arg(info->text(0));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    auto rows = database.query(QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1").arg(columns.join(u"||','||"), table));
    while (rows && rows->next())
        hash.addData(rows->text(0).toUtf8());
    return hash.result();
}

struct Record
{
    std::map<QString, QByteArray> tables;
    qint64 journal = 0;
};

Record read(TestSite &site)
{
    Record record;
    const auto reader = site.hub().openReader();
    if (!reader)
        return record;
    QStringList names;
    {
        auto rows = (*reader)->query(sql::dialect::listTables());
        while (rows && rows->next())
            names << rows->text(0);
    }
    for (const QString &name : names) {
        if (!notState.contains(name))
            record.tables[name] = contentOf(**reader, name);
    }
    auto count = (*reader)->query(QStringLiteral("SELECT count(*) FROM journal"));
    if (count && count->next())
        record.journal = count->integer(0);
    return record;
}

QStringList changed(const Record &before, const Record &after)
{
    QStringList names;
    for (const auto &[name, content] : after.tables) {
        const auto was = before.tables.find(name);
        if (was == before.tables.end() || was->second != content)
            names << name;
    }
    return names;
}

QByteArray tokenOf(const TestBusiness &business, const QByteArray &role)
{
    if (role == "guest")
        return business.guestToken;
    for (const auto &[one, token] : business.terminalTokens) {
        if (roleText(one).toLatin1() == role)
            return token;
    }
    return role == "nobody" ? QByteArray() : business.token;
}

} // namespace

class JournalApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsInTheJournal();
    void whatADayDoesIsInTheJournal();
};

void JournalApiTest::everyChangeIsInTheJournal()
{
    TestSiteOptions options;
    options.server = false;
    QList<ContractCase> cases;
    {
        TestSite site(options);
        QVERIFY2(site.start(), qPrintable(site.problem()));
        ApiHarness api(site);
        cases = contractCases(api.get("/openapi.json?version=1").json);
    }
    int walked = 0;
    int journalled = 0;
    std::set<QByteArray> silentSeen;
    QByteArrayList unmoved;
    QStringList wrong;
    for (const ContractCase &one : cases) {
        if (one.method == "GET" || one.operation.isEmpty() || !one.name.endsWith(": as the example says"))
            continue;
        TestSite site(options);
        QVERIFY2(site.start(), qPrintable(site.problem()));
        ApiHarness api(site);
        const QByteArray body = pickupBody(site.business().item("Soup"));
        QCOMPARE(api.call("POST", "/api/v1/user/orders/create", site.business().guestToken, body).status, 201);
        QCOMPARE(
            api.call("POST", "/api/v1/user/addresses", site.business().guestToken, "{\"address\":\"Abai 1\"}").status,
            201);
        const Record before = read(site);
        Headers headers;
        if (!one.contentType.isEmpty())
            headers.append({"content-type", one.contentType});
        const ApiAnswer answer =
            api.call(one.method, one.target, tokenOf(site.business(), one.role), one.body, headers);
        const Record after = read(site);
        const QByteArray route = one.method + ' ' + one.path;
        ++walked;
        const QStringList tables = changed(before, after);
        if (after.journal > before.journal)
            ++journalled;
        else if (tables.isEmpty())
            unmoved.append(route + " (" + QByteArray::number(answer.status) + ')');
        else if (silent.contains(route))
            silentSeen.insert(route);
        else
            wrong << QString::fromLatin1(route) +
                         QStringLiteral(" changed %1 and the journal says nothing").arg(tables.join(u", "));
        // What is refused changes nothing at all.
        if (answer.status >= 400 && (!tables.isEmpty() || after.journal > before.journal))
            wrong
                << QString::fromLatin1(route) +
                       QStringLiteral(" was refused with %1 and changed %2").arg(answer.status).arg(tables.join(u", "));
    }
    qInfo("%d routes that may change something: %d journalled a change, %d are silent by reason, %d changed nothing",
          walked, journalled, int(silentSeen.size()), int(unmoved.size()));
    for (const QByteArray &route : unmoved)
        qInfo().noquote() << "changed nothing:" << route;
    for (const QString &problem : wrong)
        qWarning().noquote() << problem;
    QCOMPARE(wrong, QStringList());
    QVERIFY(walked > 80);
    QVERIFY(journalled > 10);
}

/// The walk above tries every route with what the document says, which many refuse: nothing is there to change. This is
/// a working day: each step succeeds, and each of them is in the journal.
void JournalApiTest::whatADayDoesIsInTheJournal()
{
    TestSiteOptions options;
    options.server = false;
    TestSite site(options);
    QVERIFY2(site.start(), qPrintable(site.problem()));
    ApiHarness api(site);
    const QByteArray owner = site.business().token;
    const QByteArray counter = site.business().terminalTokens.at(Role::Counter);
    const QByteArray kitchen = site.business().terminalTokens.at(Role::Kitchen);
    const QByteArray guest = site.business().guestToken;
    QStringList wrong;
    int steps = 0;
    const auto does = [&](const QByteArray &method, const QByteArray &target, const QByteArray &body,
                          const QByteArray &token, const char *id = "") {
        const qint64 before = read(site).journal;
        const ApiAnswer answer = api.call(method, "/api/v1" + target, token, body);
        ++steps;
        if (answer.status < 200 || answer.status >= 300)
            wrong << QString::fromLatin1(method + ' ' + target + ": ") + QString::fromUtf8(answer.body.left(300));
        else if (read(site).journal <= before)
            wrong << QString::fromLatin1(method + ' ' + target + " is not in the journal");
        QJsonObject made = answer.data();
        for (const char *inner : {"token", "terminal"}) { // those that come with their secret
            if (const QJsonObject held = made.value(QLatin1String(inner)).toObject(); !held.isEmpty())
                made = held;
        }
        return QByteArray::number(made.value(QLatin1String(id)).toInteger());
    };
    const auto version = [&](const QByteArray &target) {
        return QByteArray::number(
            api.get("/api/v1" + target, owner).data().value(QLatin1String("version")).toInteger());
    };

    // Who may do what.
    const QByteArray staff =
        "/business/staff/" +
        does("POST", "/business/staff", R"({"name":"Aigerim","role":"manager","login":"aigerim"})", owner, "staff_id");
    does("PUT", staff + "/pin", R"({"pin":"73914628"})", owner);
    does("PUT", staff + "/password", R"({"password":"a hearth that burns Zq9"})", owner);
    does("PATCH", staff, R"({"role":"counter","version":)" + version(staff) + '}', owner);
    does("DELETE", staff + "/pin", {}, owner);
    does("DELETE", staff + "/password", {}, owner);
    does("DELETE", staff, {}, owner);
    const QByteArray token =
        does("POST", "/business/tokens", R"({"name":"Till","kind":"integration"})", owner, "token_id");
    does("POST", "/business/tokens/" + token + "/rotate", "{}", owner);
    does("DELETE", "/business/tokens/" + token, {}, owner);
    const QByteArray terminal =
        does("POST", "/business/terminals", R"({"name":"Bar","role":"kitchen"})", owner, "terminal_id");
    does("DELETE", "/business/terminals/" + terminal, {}, owner);

    // What is sold, and how the site is set up.
    const QByteArray category =
        "/business/categories/" + does("POST", "/business/categories", R"({"name":"Cakes"})", owner, "category_id");
    does("PATCH", category, R"({"name":"Pies","version":)" + version(category) + '}', owner);
    does("DELETE", category, {}, owner);
    const QByteArray item = "/business/items/" + QByteArray::number(site.business().item("Soup"));
    does("PATCH", item, R"({"price":13.5,"version":)" + version(item) + '}', owner);
    does("PATCH", item + "/availability", R"({"available":false})", kitchen);
    does("PATCH", item + "/availability", R"({"available":true})", kitchen);
    const QByteArray station =
        "/business/stations/" + does("POST", "/business/stations", R"({"name":"Bar"})", owner, "station_id");
    does("DELETE", station, {}, owner);
    does("POST", "/business/tables", R"({"name":"12"})", owner);
    does("POST", "/business/delivery/zones", R"({"name":"Near","fee":3,"reach_m":2000})", owner);
    does("POST", "/business/webhooks", R"({"url":"https://example.kz/orders","events":["order.created"]})", owner);
    does("PUT", "/admin/settings",
         R"({"version":)" + version("/admin/settings") + R"(,"settings":{"orders.auto_accept":false,"taxes.name":"VAT"}})",
         owner);
    does("PUT", "/admin/integrations/smtp",
         R"({"enabled":false,"config":{"host":"mail.example.kz"},"version":)" + version("/admin/integrations/smtp") +
             '}',
         owner);
    does("POST", "/admin/notifications/recipients",
         R"({"name":"Office","channel":"email","address":"office@example.kz"})", owner);

    // Orders and money.
    const QByteArray body = pickupBody(site.business().item("Soup"));
    const QByteArray order = does("POST", "/user/orders/create", body, guest, "order_id");
    const QByteArray path = "/business/orders/" + order;
    const QByteArray drawer =
        "/business/drawers/" + does("POST", "/business/drawers", R"({"float":100})", counter, "drawer_id");
    does("POST", drawer + "/moves", R"({"kind":"pay_in","amount":1,"reason":"Change"})", counter);
    for (const char *status : {"2", "3", "4"})
        does("PATCH", path + "/status", "{\"status\":" + QByteArray(status) + '}', kitchen);
    does("POST", path + "/recall", "{}", kitchen);
    const QByteArray payment = does("POST", "/payment/orders/direct",
                                    "{\"order_id\":" + order + R"(,"method":"cash","amount":13.5,"tendered":20})",
                                    counter, "payment_id");
    does("POST", "/payment/" + payment + "/refund", R"({"amount":5,"reason":"Cold"})", owner);
    does("POST", drawer + "/close", R"({"counted":101,"version":)" + version(drawer) + '}', counter);
    const QByteArray second = does("POST", "/user/orders/create", body, guest, "order_id");
    does("POST", "/user/orders/" + second + "/cancel", R"({"reason":"Too late"})", guest);
    for (const QString &problem : wrong)
        qWarning().noquote() << problem;
    QCOMPARE(wrong, QStringList());
    qInfo("%d steps, each of them journalled", steps);
    QVERIFY(steps > 30);
}

QTEST_GUILESS_MAIN(JournalApiTest)
#include "journalapitest.moc"
