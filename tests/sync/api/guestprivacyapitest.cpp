// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a guest may ask of a restaurant, over the API, and what the hub does by itself.
#include "models/hub/fieldrotation.h"
#include "models/hub/privacykeeper.h"
#include "tests/support/apiharness.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class GuestPrivacyApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onlyTheOfficeMayAsk();
    void exportsAndErases();
    void previewsRetention();
    void theHubErasesByItself();
    void theHubSealsAnewByItself();
    void logsHoldNobody();

private:
    const TestBusiness &business() const { return m_site->business(); }
    const QByteArray &manager() const { return business().terminalTokens.at(Role::Manager); }
    qint64 place(const QByteArray &name, const QByteArray &phone);
    qint64 guestOf(qint64 orderId) const;
    bool write(const QString &sql, const QVariantList &values = {});

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void GuestPrivacyApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void GuestPrivacyApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

qint64 GuestPrivacyApiTest::place(const QByteArray &name, const QByteArray &phone)
{
    const ApiAnswer answer = m_api->call(
        "POST", "/api/v1/business/orders", manager(),
        "{\"fulfilment\":\"pickup\",\"guest_name\":\"" + name + "\",\"guest_phone\":\"" + phone + "\",\"note\":\"for " +
            name + "\",\"items\":[{\"item_id\":" + QByteArray::number(business().item("Soup")) + ",\"quantity\":1}]}");
    return answer.data().value(QLatin1String("order_id")).toInteger();
}

qint64 GuestPrivacyApiTest::guestOf(qint64 orderId) const
{
    const auto reader = m_site->hub().openReader();
    auto row = (*reader)->query(QStringLiteral("SELECT user_id FROM orders WHERE order_id = ?"), {orderId});
    return row && row->next() ? row->integer(0) : 0;
}

bool GuestPrivacyApiTest::write(const QString &sql, const QVariantList &values)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = business().id;
    command.requestId = QStringLiteral("test");
    command.run = [sql, values](WriteContext &context) -> Result<WriteOutcome> {
        if (auto done = context.database.run(sql, values); !done)
            return done.error();
        return WriteOutcome();
    };
    return bool(m_site->hub().writer().submitAndWait(std::move(command)));
}

void GuestPrivacyApiTest::onlyTheOfficeMayAsk()
{
    const QByteArray guest = "/api/v1/business/guests/" + QByteArray::number(business().guestId);
    for (const Role role : {Role::Counter, Role::Kitchen, Role::Courier}) {
        const QByteArray &token = business().terminalTokens.at(role);
        QCOMPARE(m_api->get(guest + "/export", token).status, 403);
        QCOMPARE(m_api->call("DELETE", guest, token).status, 403);
        QCOMPARE(m_api->get("/api/v1/admin/guests/retention", token).status, 403);
    }
    QCOMPARE(m_api->get(guest + "/export", business().guestToken).status, 403);
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(m_api->get(guest + "/export", other->token).status, 404);
    QCOMPARE(m_api->call("DELETE", guest, other->token).status, 404);
    QCOMPARE(m_api->get("/api/v1/business/guests/999999/export", manager()).status, 404);
}

void GuestPrivacyApiTest::exportsAndErases()
{
    const qint64 orderId = place("Zhuldyz", "+77019998877");
    QVERIFY(orderId > 0);
    const QByteArray guest = "/api/v1/business/guests/" + QByteArray::number(guestOf(orderId));
    const ApiAnswer all = m_api->get(guest + "/export", manager());
    QCOMPARE(all.status, 200);
    QCOMPARE(all.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(all.data().value(QLatin1String("phone")).toString(), QStringLiteral("+77019998877"));
    QCOMPARE(all.data().value(QLatin1String("orders")).toArray().size(), 1);
    QCOMPARE(all.data().value(QLatin1String("records")).toArray().size(), 1);

    const ApiAnswer refused = m_api->call("DELETE", guest, manager());
    QCOMPARE(refused.verdict(), QByteArray("409 STILL_IN_USE"));
    QVERIFY(write(QStringLiteral("UPDATE orders SET status = 6")));
    const ApiAnswer erased = m_api->call("DELETE", guest, manager());
    QCOMPARE(erased.status, 200);
    QCOMPARE(erased.data().value(QLatin1String("orders")).toInt(), 1);
    const ApiAnswer after = m_api->get("/api/v1/business/orders/" + QByteArray::number(orderId), manager());
    QCOMPARE(after.status, 200);
    QVERIFY(!after.body.contains("Zhuldyz") && !after.body.contains("9998877"));
    QCOMPARE(m_api->get("/api/v1/business/guests?q=8877", manager()).list().size(), 0);
    const ApiAnswer audit = m_api->get("/api/v1/admin/audit?type=guest.erased", business().token);
    QCOMPARE(audit.list().size(), 1);
    QVERIFY(!audit.body.contains("Zhuldyz"));
    // Asked once more it is done already.
    QCOMPARE(m_api->call("DELETE", guest, manager()).status, 200);
}

void GuestPrivacyApiTest::previewsRetention()
{
    const qint64 orderId = place("Marat", "+77019998866");
    QVERIFY(write(QStringLiteral("UPDATE orders SET status = 6, placed_at = 1000 WHERE order_id = ?"), {orderId}));
    const ApiAnswer off = m_api->get("/api/v1/admin/guests/retention", manager());
    QCOMPARE(off.status, 200);
    QCOMPARE(off.data().value(QLatin1String("months")).toInt(), 0);
    QCOMPARE(off.data().value(QLatin1String("guests")).toInt(), 0);
    const ApiAnswer preview = m_api->get("/api/v1/admin/guests/retention?months=12", manager());
    QCOMPARE(preview.data().value(QLatin1String("guests")).toInt(), 1);
    QCOMPARE(preview.data().value(QLatin1String("orders")).toInt(), 1);
    QCOMPARE(m_api->get("/api/v1/admin/guests/retention?months=601", manager()).status, 422);
    // Nothing was done.
    QCOMPARE(m_api->get("/api/v1/business/guests?q=8866", manager()).list().size(), 1);
}

void GuestPrivacyApiTest::theHubErasesByItself()
{
    const qint64 old = place("Marat", "+77019998866");
    const qint64 fresh = place("Dana", "+77019998855");
    QVERIFY(write(QStringLiteral("UPDATE orders SET status = 6")));
    QVERIFY(write(QStringLiteral("UPDATE orders SET placed_at = 1000 WHERE order_id = ?"), {old}));
    PrivacyKeeper keeper(m_site->hub());
    keeper.waitUntilKept();
    QCOMPARE(m_api->get("/api/v1/business/guests?q=8866", manager()).list().size(), 1);
    QCOMPARE(m_api->call("PUT", "/api/v1/admin/settings", business().token,
                         "{\"version\":1,\"settings\":{\"guests.retention_months\":24}}")
                 .status,
             200);
    keeper.waitUntilKept();
    QCOMPARE(m_api->get("/api/v1/business/guests?q=8866", manager()).list().size(), 0);
    QCOMPARE(m_api->get("/api/v1/business/guests?q=8855", manager()).list().size(), 1);
    QVERIFY(fresh > 0);
    const ApiAnswer audit = m_api->get("/api/v1/admin/audit?type=guest.erased", business().token);
    QCOMPARE(audit.list().size(), 1);
    QVERIFY(audit.body.contains("retention"));
}

void GuestPrivacyApiTest::theHubSealsAnewByItself()
{
    QVERIFY(place("Dana", "+77019998855") > 0);
    sql::FieldKeys beside(m_site->hub().fieldKeys().file()); // as another process has it
    QVERIFY(beside.add());
    PrivacyKeeper keeper(m_site->hub());
    keeper.waitUntilKept();
    QCOMPARE(*beside.count(), 1);
    const auto reader = m_site->hub().openReader();
    QVERIFY(reader);
    QCOMPARE(*fieldrotation::countStale(**reader), 0);
    QCOMPARE(m_api->get("/api/v1/business/guests?q=%2B77019998855", manager()).list().size(), 1);
}

void GuestPrivacyApiTest::logsHoldNobody()
{
    QVERIFY(place("Dana", "+77019998855") > 0);
    m_api->get("/api/v1/business/guests?q=87019998855", manager());
    m_api->get("/api/v1/business/guests/+77019998855", manager());
    m_api->get("/api/v1/business/guests/dana@example.com", manager());
    m_api->get("/api/v1/business/orders?q=9998855", manager());
    const QByteArray log = m_api->log().join('\n');
    QVERIFY(log.contains("/api/v1/business/guests/+***55"));
    for (const char *trace : {"9998855", "Dana", "dana@"})
        QVERIFY2(!log.contains(trace), trace);
}

QTEST_GUILESS_MAIN(GuestPrivacyApiTest)
#include "guestprivacyapitest.moc"
