// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsite.h"

#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"

#include <array>

namespace oshaq::test {

namespace {

constexpr std::array terminalRoles{Role::Manager, Role::Kitchen, Role::Counter, Role::Courier};

// Everything that the API can write to.
constexpr std::array writtenTables{
    "users",        "user_addresses", "dining_tables",    "phone_codes",       "phone_code_requests",
    "orders",       "order_status",   "orders_cost",      "orders_items",      "journal",
    "painted_acks", "sessions",       "terminals",        "stations",          "idempotency_keys",
    "categories",   "items",          "order_search",     "settings",          "feature_flags",
    "payments",     "refunds",        "saved_cards",      "webhook_endpoints", "webhook_deliveries",
    "printers",     "print_jobs",     "unpainted_tickets",
    "integrations", "secrets",        "bank_attempts",    "payment_lines", "delivery_zones", "dispatches", "outside_orders"};

std::vector<MenuImportItem> sampleMenu()
{
    const auto item = [](const char *category, const char *name, qint64 price, const char *station) {
        MenuImportItem made;
        made.category = QString::fromLatin1(category);
        made.name = QString::fromLatin1(name);
        made.priceMinor = price;
        made.externalId = QString::fromLatin1(name);
        made.station = QString::fromLatin1(station);
        return made;
    };
    std::vector<MenuImportItem> menu{item("Food", "Soup", 1295, "Kitchen"), item("Food", "Bread", 50, "Kitchen"),
                                     item("Food", "Plov", 2500, "Kitchen"), item("Fruit", "Apples", 400, "Cold"),
                                     item("Food", "Oyster", 3000, "Kitchen")};
    menu[2].optionGroups = {
        OptionGroup{0,
                    QStringLiteral("Size"),
                    1,
                    1,
                    {Option{0, QStringLiteral("Small"), 0}, Option{0, QStringLiteral("Large"), 550}}}};
    menu[3].quantityStep = 250;
    return menu;
}

Principal ownerOf(qint64 businessId)
{
    Principal owner;
    owner.kind = Principal::Kind::Business;
    owner.role = Role::Owner;
    owner.businessId = businessId;
    owner.id = businessId;
    return owner;
}

} // namespace

qint64 TestBusiness::item(const char *name) const
{
    const auto found = itemIds.find(QString::fromLatin1(name));
    return found == itemIds.end() ? 0 : found->second;
}

qint64 TestBusiness::option(const char *name) const
{
    const auto found = optionIds.find(QString::fromLatin1(name));
    return found == optionIds.end() ? 0 : found->second;
}

TestSite::TestSite(TestSiteOptions options)
    : m_options(std::move(options))
{}

TestSite::~TestSite()
{
    stopServer();
}

bool TestSite::start()
{
    if (!openHub() || !makeBusiness(QStringLiteral("Test Kitchen")))
        return false;
    return !m_options.server || startServer();
}

bool TestSite::restart()
{
    m_server.reset();
    m_hub.reset();
    return openHub() && (!m_options.server || startServer());
}

bool TestSite::openHub()
{
    HubOptions options;
    options.directory = m_options.directory.isEmpty() ? m_temporary.path() : m_options.directory;
    options.synchronous = m_options.synchronous;
    auto hub = Hub::open(options, m_options.clock ? *m_options.clock : m_systemClock);
    if (!hub)
        return fail(QStringLiteral("the hub does not open"), hub.error());
    m_hub = std::move(hub).value();
    return true;
}

quint16 TestSite::port() const
{
    return m_server ? m_server->port() : 0;
}

const TestBusiness *TestSite::addBusiness(const QString &name)
{
    return makeBusiness(name) ? &m_businesses.back() : nullptr;
}

QByteArray TestSite::addTerminal(const TestBusiness &business, const QString &name, Role role)
{
    const Principal owner = ownerOf(business.id);
    const auto made = write(owner, [id = business.id, name, role](WriteContext &context) {
        return accesswrites::createTerminal(context, id, name, role, std::nullopt);
    });
    if (!made) {
        fail(QStringLiteral("no terminal"), made.error());
        return {};
    }
    return made->secret.toLatin1();
}

QByteArray TestSite::addGuest(const TestBusiness &business, const QString &name, const QString &phone)
{
    const Principal owner = ownerOf(business.id);
    const auto made =
        write(owner, [name, phone](WriteContext &context) { return accesswrites::createGuest(context, name, phone); });
    if (!made) {
        fail(QStringLiteral("no guest"), made.error());
        return {};
    }
    return made->secret.toLatin1();
}

qint64 TestSite::rowCount(const char *table) const
{
    const auto reader = m_hub->openReader();
    if (!reader)
        return -1;
    auto row = (*reader)->query(QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table)));
    return row && row->next() ? row->integer(0) : -1;
}

std::map<QString, qint64> TestSite::allRowCounts() const
{
    std::map<QString, qint64> counts;
    for (const char *table : writtenTables)
        counts[QString::fromLatin1(table)] = rowCount(table);
    return counts;
}

QList<QByteArray> TestSite::accessLog() const
{
    const std::lock_guard lock(m_log->mutex);
    return m_log->lines;
}

void TestSite::stopServer()
{
    m_server.reset();
}

bool TestSite::startServer()
{
    ApiOptions options;
    options.http.threads = m_options.threads;
    options.http.liveTickMs = m_options.liveTickMs;
    options.rateLimit = m_options.rateLimit;
    options.hashCost = HashCost::least();
    options.ratePerSecond = m_options.ratePerSecond;
    options.rateBurst = m_options.rateBurst;
    options.accessLog = [log = m_log](const QByteArray &line) {
        const std::lock_guard lock(log->mutex);
        log->lines.append(line);
    };
    if (m_options.configure)
        m_options.configure(options);
    auto server = ApiServer::start(*m_hub, options);
    if (!server)
        return fail(QStringLiteral("the server does not start"), server.error());
    m_server = std::move(server).value();
    return true;
}

Result<WriteOutcome> TestSite::write(const Principal &principal,
                                     std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal = principal;
    command.requestId = QStringLiteral("testsite");
    command.run = std::move(run);
    return m_hub->writer().submitAndWait(std::move(command));
}

bool TestSite::makeBusiness(const QString &name)
{
    TestBusiness made;
    Business row;
    row.name = name;
    const auto created = write({}, [row](WriteContext &context) { return accesswrites::createBusiness(context, row); });
    if (!created)
        return fail(QStringLiteral("no business"), created.error());
    made.id = created->entityId;
    made.token = created->secret.toLatin1();

    const Principal owner = ownerOf(made.id);
    const auto imported =
        write(owner, [](WriteContext &context) { return catalogwrites::importMenu(context, sampleMenu()); });
    if (!imported)
        return fail(QStringLiteral("no menu"), imported.error());

    for (const Role role : terminalRoles) {
        const QString label = QStringLiteral("%1 %2").arg(name, roleText(role));
        const auto terminal = write(owner, [id = made.id, label, role](WriteContext &context) {
            return accesswrites::createTerminal(context, id, label, role, std::nullopt);
        });
        if (!terminal)
            return fail(QStringLiteral("no terminal"), terminal.error());
        made.terminalTokens[role] = terminal->secret.toLatin1();
        made.terminalIds[role] = terminal->entityId;
    }
    const auto guest = write(owner, [](WriteContext &context) {
        return accesswrites::createGuest(context, QStringLiteral("Aigerim Serikova"), QStringLiteral("+77010000001"));
    });
    if (!guest)
        return fail(QStringLiteral("no guest"), guest.error());
    made.guestToken = guest->secret.toLatin1();
    made.guestId = guest->entityId;

    const auto reader = m_hub->openReader();
    if (!reader)
        return fail(QStringLiteral("no reader"), reader.error());
    auto catalog = catalogreads::catalog(**reader, made.id);
    if (!catalog)
        return fail(QStringLiteral("no catalog"), catalog.error());
    made.catalog = std::move(catalog).value();
    for (const Item &item : made.catalog.items) {
        made.itemIds[item.name] = item.id;
        for (const OptionGroup &group : item.optionGroups) {
            for (const Option &option : group.options)
                made.optionIds[option.name] = option.id;
        }
    }
    const auto gone = write(owner, [id = made.item("Oyster")](WriteContext &context) {
        return catalogwrites::setAvailable(context, id, {false});
    });
    if (!gone)
        return fail(QStringLiteral("the oyster cannot be taken off"), gone.error());
    m_businesses.push_back(std::move(made));
    return true;
}

bool TestSite::fail(const QString &what, const Error &error)
{
    m_problem = QStringLiteral("%1: %2 (%3)").arg(what, error.message, errorCodeText(error.code));
    return false;
}

} // namespace oshaq::test
