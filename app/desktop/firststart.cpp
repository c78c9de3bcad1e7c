// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firststart.h"

#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/terminalservice.h"
#include "sync/protocol/csv.h"
#include "sync/server/menufile.h"

#include <QFile>
#include <QTimeZone>

namespace oshaq {

namespace {

/// What the desktop may do at its own hub: it is the restaurant's main computer, whoever sits at it can read the record
/// anyway, and the restaurant is set up at it. With PINs it may no more than the person who stands at it. Its kitchen
/// page shows first names only, whatever the role is told.
constexpr Role ownRole = Role::Owner;

/// Named value of terminal.db: this terminal has been given ownRole once. Whoever gives it another one later is obeyed.
QString roleGivenKey()
{
    return QStringLiteral("own.role.given");
}

WriteCommand setUpCommand(std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.label = QStringLiteral("first start");
    command.run = std::move(run);
    return command;
}

Result<void> importSample(Hub &hub, qint64 businessId, const Currency &currency)
{
    QFile file(QStringLiteral(":/sample/menu.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, QStringLiteral("the sample menu is missing from this program"), {}};
    const MenuFile menu = readMenu(parseCsv(file.readAll()), {}, currency);
    if (!menu.problems.empty())
        return Error{ErrorCode::Internal, problemText(QStringLiteral("sample menu"), menu.problems.front()), {}};
    auto imported = importMenu(hub, businessId, menu.items, false);
    if (!imported)
        return imported.error();
    return {};
}

/// A desktop of an earlier version was a kitchen screen, later a manager's: it becomes the main computer, once.
Result<Role> ownRoleOf(Hub &hub, Terminal &terminal, const Principal &principal)
{
    const QString given = terminal.database().meta(roleGivenKey());
    const bool asItWasGiven = given.isEmpty() ? principal.role == Role::Kitchen : given == roleText(principal.role);
    if (!given.isEmpty() && (given == roleText(ownRole) || !asItWasGiven))
        return principal.role;
    if (asItWasGiven) {
        auto command = setUpCommand([id = principal.id](WriteContext &context) {
            TerminalEdit edit;
            edit.role = ownRole;
            return terminalwrites::edit(context, id, edit, std::nullopt);
        });
        command.principal.businessId = principal.businessId;
        if (const auto edited = hub.writer().submitAndWait(std::move(command)); !edited)
            return edited.error();
    }
    if (auto kept = terminal.database().setMeta(roleGivenKey(), roleText(ownRole)); !kept)
        return kept.error();
    return asItWasGiven ? ownRole : principal.role;
}

} // namespace

Result<QString> ensureHub(const QString &directory, const QString &timeZone, const Clock &clock)
{
    if (Hub::exists(directory))
        return QString();
    HubOptions options;
    options.directory = directory;
    auto hub = Hub::open(options, clock);
    if (!hub)
        return hub.error();

    Business business;
    business.name = QStringLiteral("Oshaq");
    if (QTimeZone::isTimeZoneIdAvailable(timeZone.toLatin1()))
        business.timeZone = timeZone;
    auto created = (*hub)->writer().submitAndWait(
        setUpCommand([business](WriteContext &context) { return accesswrites::createBusiness(context, business); }));
    if (!created)
        return created.error();
    const auto currency = Currency::fromCode(business.currency);
    if (!currency)
        return currency.error();
    if (auto imported = importSample(**hub, created->entityId, *currency); !imported)
        return imported.error();
    return created->secret;
}

Result<void> ensureOwnTerminal(Hub &hub, Terminal &terminal, const QString &url, const QString &name)
{
    auto reader = hub.openReader();
    if (!reader)
        return reader.error();
    const HubCredentials known = terminal.credentials();
    if (!known.token.isEmpty()) {
        const auto principal = accessreads::authenticate(**reader, known.token, hub.clock().nowMs());
        // The port may be another one than last time.
        if (principal && principal->kind == Principal::Kind::Terminal) {
            auto role = ownRoleOf(hub, terminal, *principal);
            if (!role)
                return role.error();
            return terminal.setCredentials({url, known.token, *role});
        }
    }
    const auto business = catalogreads::onlyBusiness(**reader);
    if (!business)
        return business.error();
    auto command = setUpCommand([id = business->id, name](WriteContext &context) {
        return accesswrites::createTerminal(context, id, name, ownRole, std::nullopt);
    });
    command.principal.businessId = business->id;
    const auto created = hub.writer().submitAndWait(std::move(command));
    if (!created)
        return created.error();
    if (auto kept = terminal.setCredentials({url, created->secret, ownRole}); !kept)
        return kept;
    return terminal.database().setMeta(roleGivenKey(), roleText(ownRole));
}

} // namespace oshaq
