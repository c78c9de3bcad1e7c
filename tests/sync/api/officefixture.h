// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/catalogservice.h"
#include "tests/support/apiharness.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

namespace oshaq::test {

/// A site without a server whose clock only the test moves, and the few calls that tests of the office share.
class OfficeSite
{
public:
    bool start()
    {
        TestSiteOptions options;
        options.server = false;
        options.clock = &clock;
        site = std::make_unique<TestSite>(options);
        if (!site->start())
            return false;
        api = std::make_unique<ApiHarness>(*site);
        return true;
    }
    void stop()
    {
        api.reset();
        site.reset();
    }

    const TestBusiness &business() const { return site->business(); }
    QByteArray owner() const { return business().token; }
    QByteArray manager() const { return business().terminalTokens.at(Role::Manager); }
    QByteArray kitchen() const { return business().terminalTokens.at(Role::Kitchen); }
    QByteArray counter() const { return business().terminalTokens.at(Role::Counter); }
    QByteArray courier() const { return business().terminalTokens.at(Role::Courier); }

    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run)
    {
        WriteCommand command;
        command.principal.kind = Principal::Kind::Business;
        command.principal.role = Role::Owner;
        command.principal.businessId = business().id;
        command.principal.id = business().id;
        command.requestId = QStringLiteral("test");
        command.run = std::move(run);
        return site->hub().writer().submitAndWait(std::move(command));
    }

    /// One more item of the menu; its id.
    qint64 addItem(const QString &name, qint64 priceMinor)
    {
        MenuImportItem item;
        item.category = QStringLiteral("Food");
        item.name = name;
        item.priceMinor = priceMinor;
        const auto added = write([item](WriteContext &context) { return catalogwrites::importMenu(context, {item}); });
        return added ? number(QStringLiteral("SELECT item_id FROM items WHERE name = ?"), {name}) : 0;
    }

    /// A pickup order that staff types in; its id, or 0.
    qint64 place(const QString &guest, const QString &phone, qint64 itemId, const QByteArray &quantity = "1",
                 const QByteArray &more = {})
    {
        QJsonObject body{{QStringLiteral("fulfilment"), QStringLiteral("pickup")}};
        if (!guest.isEmpty())
            body.insert(QStringLiteral("guest_name"), guest);
        if (!phone.isEmpty())
            body.insert(QStringLiteral("guest_phone"), phone);
        QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
        text.chop(1);
        text += more + ",\"items\":[{\"item_id\":" + QByteArray::number(itemId) + ",\"quantity\":" + quantity + "}]}";
        const auto answer = api->call("POST", "/api/v1/business/orders", counter(), text);
        if (answer.status != 201)
            qWarning().noquote() << answer.body;
        return answer.data().value(QLatin1String("order_id")).toInteger();
    }
    qint64 place() { return place({}, {}, business().item("Soup")); }

    ApiAnswer setStatus(qint64 orderId, int status, const QByteArray &reason = {})
    {
        return api->call("PATCH", "/api/v1/business/orders/" + QByteArray::number(orderId) + "/status", owner(),
                         "{\"status\":" + QByteArray::number(status) +
                             (reason.isEmpty() ? QByteArray() : ",\"reason\":\"" + reason + "\"") + "}");
    }
    bool move(qint64 orderId, std::initializer_list<int> path, const QByteArray &reason = {})
    {
        return std::all_of(path.begin(), path.end(),
                           [&](int status) { return setStatus(orderId, status, reason).status == 200; });
    }

    /// One value, read past the API.
    qint64 number(const QString &sql, const QVariantList &values = {})
    {
        const auto reader = site->hub().openReader();
        if (!reader)
            return -1;
        auto row = (*reader)->query(sql, values);
        return row && row->next() ? row->integer(0) : -1;
    }
    QString text(const QString &sql, const QVariantList &values = {})
    {
        const auto reader = site->hub().openReader();
        if (!reader)
            return {};
        auto row = (*reader)->query(sql, values);
        return row && row->next() ? row->text(0) : QString();
    }

    FakeClock clock;
    std::unique_ptr<TestSite> site;
    std::unique_ptr<ApiHarness> api;
};

inline QList<qint64> orderIds(const ApiAnswer &answer)
{
    QList<qint64> ids;
    for (const QJsonValue &value : answer.list())
        ids.append(value.toObject().value(QLatin1String("order_id")).toInteger());
    return ids;
}

inline QByteArray nextCursor(const ApiAnswer &answer)
{
    return answer.meta().value(QLatin1String("next_cursor")).toString().toUtf8().toPercentEncoding();
}

} // namespace oshaq::test
