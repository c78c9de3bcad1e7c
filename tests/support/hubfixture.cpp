// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubfixture.h"

#include "models/hub/accessservice.h"
#include "models/hub/userstore.h"
#include "models/sql/migrations.h"
#include "models/sql/transaction.h"

#include <QTest>

namespace oshaq::test {

namespace {

std::vector<MenuImportItem> testMenu()
{
    const QString food = QStringLiteral("Food");
    const QString grill = QStringLiteral("Grill");
    const QString hot = QStringLiteral("Hot");
    const QString tandoor = QStringLiteral("Tandoor");
    const OptionGroup size{
        0, QStringLiteral("Size"), 1, 1, {{0, QStringLiteral("Small"), 0}, {0, QStringLiteral("Large"), 550}}};
    return {
        {food, QStringLiteral("Soup"), {}, 1295, 0, {}, hot, 0, {}},
        {food, QStringLiteral("Bread"), {}, 50, 0, {}, hot, 0, {}},
        {food, QStringLiteral("Plov"), {}, 2500, 0, QStringLiteral("plov"), hot, 480, {size}},
        {grill, QStringLiteral("Shashlik"), {}, 9800, 100, {}, tandoor, 0, {}},
        {food, QStringLiteral("Oyster"), {}, 3000, 0, {}, hot, 0, {}},
    };
}

} // namespace

qint64 FixtureBusiness::item(QStringView name) const
{
    for (const Item &item : catalog.items) {
        if (item.name == name)
            return item.id;
    }
    return 0;
}

qint64 FixtureBusiness::option(QStringView itemName, QStringView optionName) const
{
    const Item *found = catalog.findItem(item(itemName));
    if (!found)
        return 0;
    for (const OptionGroup &group : found->optionGroups) {
        for (const Option &option : group.options) {
            if (option.name == optionName)
                return option.id;
        }
    }
    return 0;
}

qint64 FixtureBusiness::station(QStringView name) const
{
    for (const Station &station : catalog.stations) {
        if (station.name == name)
            return station.id;
    }
    return 0;
}

Principal FixtureBusiness::owner() const
{
    Principal principal;
    principal.kind = Principal::Kind::Business;
    principal.role = Role::Owner;
    principal.businessId = id;
    principal.id = id;
    return principal;
}

Principal FixtureBusiness::terminal(Role role, qint64 terminalId) const
{
    Principal principal;
    principal.kind = Principal::Kind::Terminal;
    principal.role = role;
    principal.businessId = id;
    principal.id = terminalId;
    return principal;
}

Principal FixtureBusiness::guest(qint64 userId) const
{
    Principal principal;
    principal.kind = Principal::Kind::Guest;
    principal.role = Role::Guest;
    principal.businessId = id;
    principal.id = userId;
    return principal;
}

bool HubFixture::open()
{
    sql::OpenOptions options{m_directory.filePath(QStringLiteral("hub.db")), sql::Access::ReadWrite,
                             sql::Synchronous::Off};
    options.keys = m_keys;
    auto opened = sql::Database::open(options);
    if (!opened) {
        m_problem = opened.error().message;
        return false;
    }
    m_database = std::move(*opened);
    if (const auto version = sql::migrate(*m_database, QStringLiteral(":/migrations/hub"), nowMs); !version) {
        m_problem = version.error().message;
        return false;
    }
    return execute(QStringLiteral("INSERT INTO hub_state (id, epoch, created_at) VALUES (1, ?, ?)"), {epoch, nowMs});
}

std::unique_ptr<sql::Database> HubFixture::openReader()
{
    sql::OpenOptions options{m_database->path(), sql::Access::ReadOnly};
    options.keys = m_keys;
    auto reader = sql::Database::open(options);
    if (!reader) {
        m_problem = reader.error().message;
        return nullptr;
    }
    return std::move(*reader);
}

Result<WriteOutcome> HubFixture::run(const Principal &principal,
                                     const std::function<Result<WriteOutcome>(WriteContext &)> &command)
{
    auto transaction = sql::Transaction::begin(*m_database, sql::Transaction::Kind::Immediate);
    if (!transaction)
        return transaction.error();
    WriteContext context{*m_database, nowMs, principal, QStringLiteral("request-1"), epoch};
    auto outcome = command(context);
    if (!outcome)
        return outcome;
    if (const auto committed = (*transaction)->commit(); !committed)
        return committed.error();
    return outcome;
}

FixtureBusiness HubFixture::makeBusiness(const QString &name)
{
    FixtureBusiness business;
    Business wanted;
    wanted.name = name;
    wanted.deliveryCostMinor = 700;
    const auto created = run({}, [&](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    if (!created) {
        m_problem = created.error().message;
        return {};
    }
    business.id = created->entityId;
    business.token = created->secret;
    const auto imported =
        run(business.owner(), [](WriteContext &context) { return catalogwrites::importMenu(context, testMenu()); });
    if (!imported) {
        m_problem = imported.error().message;
        return {};
    }
    auto catalog = catalogreads::catalog(*m_database, business.id);
    if (!catalog) {
        m_problem = catalog.error().message;
        return {};
    }
    business.catalog = std::move(*catalog);
    const qint64 oyster = business.item(u"Oyster");
    const auto off = run(business.owner(), [oyster](WriteContext &context) {
        return catalogwrites::setAvailable(context, oyster, {false});
    });
    if (!off) {
        m_problem = off.error().message;
        return {};
    }
    return business;
}

qint64 HubFixture::makeGuest(const FixtureBusiness &business, const QString &name, const QString &phone)
{
    const auto created =
        run(business.owner(), [&](WriteContext &context) { return accesswrites::createGuest(context, name, phone); });
    if (!created) {
        m_problem = created.error().message;
        return 0;
    }
    return created->entityId;
}

qint64 HubFixture::makeAddress(const FixtureBusiness &business, qint64 userId, const QString &address)
{
    AddressRow row{0, business.id, userId, address};
    if (const auto inserted = userstore::insertAddress(*m_database, &row, nowMs); !inserted) {
        m_problem = inserted.error().message;
        return 0;
    }
    return row.id;
}

qint64 HubFixture::number(const QString &sql, const QVariantList &values)
{
    auto rows = m_database->query(sql, values);
    if (!rows || !rows->next()) {
        QTest::qFail(qPrintable(QStringLiteral("no value: ") + sql), __FILE__, __LINE__);
        return -1;
    }
    return rows->integer(0);
}

QString HubFixture::text(const QString &sql, const QVariantList &values)
{
    auto rows = m_database->query(sql, values);
    if (!rows || !rows->next()) {
        QTest::qFail(qPrintable(QStringLiteral("no value: ") + sql), __FILE__, __LINE__);
        return {};
    }
    return rows->text(0);
}

QStringList HubFixture::plan(const QString &sql, const QVariantList &values)
{
    QStringList lines;
    auto rows = m_database->query(QStringLiteral("EXPLAIN QUERY PLAN ") + sql, values);
    if (!rows) {
        QTest::qFail(qPrintable(rows.error().message), __FILE__, __LINE__);
        return lines;
    }
    while (rows->next())
        lines.append(rows->text(3));
    return lines;
}

bool HubFixture::execute(const QString &sql, const QVariantList &values)
{
    const auto done = m_database->run(sql, values);
    if (!done)
        m_problem = done.error().message;
    return done.ok();
}

NewOrderLine line(qint64 itemId, qint64 thousandths, std::vector<qint64> optionIds)
{
    NewOrderLine wanted;
    wanted.itemId = itemId;
    wanted.quantity = thousandths;
    wanted.optionIds = std::move(optionIds);
    return wanted;
}

NewOrder pickup(std::vector<NewOrderLine> lines)
{
    NewOrder order;
    order.fulfilment = Fulfilment::Pickup;
    order.lines = std::move(lines);
    return order;
}

} // namespace oshaq::test
