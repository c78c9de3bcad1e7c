// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/profileservice.h"

#include "models/domain/phone.h"
#include "models/hub/editrules.h"
#include "models/hub/tablestore.h"

#include <QRegularExpression>

namespace oshaq {

namespace {

constexpr double maxLatitude = 90;
constexpr double maxLongitude = 180;

WriteOutcome outcomeOf(EntityKind entity, qint64 id, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = entity;
    outcome.entityId = id;
    outcome.code = code;
    return outcome;
}

/// "43.2389,76.8897": degrees, as maps give them.
Result<void> checkCoordinates(const QString &text)
{
    if (text.isEmpty())
        return {};
    static const QRegularExpression shape(QStringLiteral(R"(\A(-?\d{1,3}(?:\.\d{1,9})?),(-?\d{1,3}(?:\.\d{1,9})?)\z)"),
                                          QRegularExpression::NoPatternOption);
    const auto match = shape.match(text);
    if (match.hasMatch() && qAbs(match.captured(1).toDouble()) <= maxLatitude &&
        qAbs(match.captured(2).toDouble()) <= maxLongitude)
        return {};
    return editrules::invalid("coordinates", QStringLiteral("Latitude and longitude, such as 43.2389,76.8897."));
}

Result<void> apply(const AddressEdit &edit, AddressRow *address)
{
    if (edit.address) {
        address->address = edit.address->trimmed();
        if (address->address.isEmpty())
            return editrules::invalid("address", QStringLiteral("An address is not empty."));
    }
    if (edit.label)
        address->label = edit.label->trimmed();
    if (edit.coordinates) {
        QString coordinates = *edit.coordinates;
        address->coordinates = coordinates.remove(u' ');
        if (const auto checked = checkCoordinates(address->coordinates); !checked)
            return checked.error();
    }
    if (edit.selected)
        address->selected = *edit.selected;
    return {};
}

Result<AddressRow> ownAddress(WriteContext &context, qint64 addressId)
{
    return profilereads::address(context.database, context.principal.businessId, context.principal.id, addressId);
}

} // namespace

Result<WriteOutcome> profilewrites::edit(WriteContext &context, const ProfileEdit &edit)
{
    const auto known = userstore::find(context.database, context.principal.businessId, context.principal.id);
    if (!known)
        return known.error();
    UserRow user = *known;
    if (edit.name) {
        const auto name = editrules::checkedName(*edit.name);
        if (!name)
            return name.error();
        user.name = *name;
    }
    if (edit.phone) {
        const QString phone = edit.phone->trimmed();
        if (!user.phoneVerified) {
            user.phone = phone;
        } else if (normalPhone(phone) != user.phone) {
            return editrules::invalid(
                "phone", QStringLiteral("This phone is verified; sign in with another one to have an account for it."));
        }
    }
    if (user.name != known->name || user.phone != known->phone) {
        if (const auto updated = userstore::update(context.database, user, context.nowMs); !updated)
            return updated.error();
    }
    return outcomeOf(EntityKind::Guest, user.id);
}

Result<WriteOutcome> profilewrites::addAddress(WriteContext &context, const AddressEdit &edit)
{
    const Principal &guest = context.principal;
    const auto all = userstore::addresses(context.database, guest.businessId, guest.id);
    if (!all)
        return all.error();
    if (all->size() >= size_t{maxAddresses})
        return editrules::invalid("$", QStringLiteral("A guest has at most %1 addresses.").arg(maxAddresses));
    AddressRow address;
    address.businessId = guest.businessId;
    address.userId = guest.id;
    if (const auto applied = apply(edit, &address); !applied)
        return applied.error();
    if (const auto inserted = userstore::insertAddress(context.database, &address, context.nowMs); !inserted)
        return inserted.error();
    return outcomeOf(EntityKind::Address, address.id, 201);
}

Result<WriteOutcome> profilewrites::editAddress(WriteContext &context, qint64 addressId, const AddressEdit &edit)
{
    const auto known = ownAddress(context, addressId);
    if (!known)
        return known.error();
    AddressRow address = *known;
    if (const auto applied = apply(edit, &address); !applied)
        return applied.error();
    if (address == *known)
        return outcomeOf(EntityKind::Address, addressId);
    const bool moves = address.address != known->address || address.coordinates != known->coordinates;
    const auto used = moves ? userstore::isAddressUsed(context.database, address) : Result<bool>(false);
    if (!used)
        return used.error();
    if (*used) {
        if (const auto hidden = userstore::removeAddress(context.database, *known, context.nowMs); !hidden)
            return hidden.error();
        if (const auto inserted = userstore::insertAddress(context.database, &address, context.nowMs); !inserted)
            return inserted.error();
    } else if (const auto updated = userstore::updateAddress(context.database, address); !updated) {
        return updated.error();
    }
    return outcomeOf(EntityKind::Address, address.id);
}

Result<WriteOutcome> profilewrites::removeAddress(WriteContext &context, qint64 addressId)
{
    const auto known = ownAddress(context, addressId);
    if (!known)
        return known.error();
    if (const auto removed = userstore::removeAddress(context.database, *known, context.nowMs); !removed)
        return removed.error();
    return outcomeOf(EntityKind::Address, addressId);
}

Result<Profile> profilereads::profile(sql::Database &database, qint64 businessId, qint64 userId)
{
    const auto user = userstore::find(database, businessId, userId);
    if (!user)
        return user.error();
    Profile profile{*user, {}};
    if (!user->tableId)
        return profile;
    const auto table = tablestore::find(database, businessId, *user->tableId);
    if (table)
        profile.table = table->name;
    else if (table.error().code != ErrorCode::NotFound)
        return table.error();
    return profile;
}

Result<std::vector<AddressRow>> profilereads::addresses(sql::Database &database, qint64 businessId, qint64 userId)
{
    return userstore::addresses(database, businessId, userId);
}

Result<AddressRow> profilereads::address(sql::Database &database, qint64 businessId, qint64 userId, qint64 addressId)
{
    auto address = userstore::findAddress(database, businessId, addressId);
    // That somebody else has it is nobody's business either.
    if (address && address->userId != userId)
        return editrules::noSuch("address");
    return address;
}

} // namespace oshaq
