// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordercaller.h"

#include "models/domain/searchtext.h"
#include "models/hub/userstore.h"

#include <algorithm>

namespace oshaq {

namespace {

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{path, issue}}};
}

/// Whom staff take an order for, as far as the request names a row of users: its user, or the owner of its address.
Result<std::optional<UserRow>> knownGuest(WriteContext &context, const NewOrder &request)
{
    const qint64 businessId = context.principal.businessId;
    std::optional<UserRow> known;
    if (request.userId) {
        auto user = userstore::find(context.database, businessId, *request.userId);
        if (!user && user.error().code == ErrorCode::NotFound)
            return invalid(QStringLiteral("user_id"), QStringLiteral("There is no such guest."));
        if (!user)
            return user.error();
        known = std::move(*user);
    }
    if (!request.addressId)
        return known;
    const auto address = userstore::findAddress(context.database, businessId, *request.addressId);
    if (!address && address.error().code != ErrorCode::NotFound)
        return address.error();
    const QString issue = QStringLiteral("There is no such address.");
    if (!address)
        return invalid(QStringLiteral("address_id"), issue);
    if (!known) {
        auto owner = userstore::find(context.database, businessId, address->userId);
        if (!owner)
            return owner.error();
        return std::optional(std::move(*owner));
    }
    const auto person = userstore::samePerson(context.database, businessId, known->id);
    if (!person)
        return person.error();
    if (std::find(person->begin(), person->end(), address->userId) == person->end())
        return invalid(QStringLiteral("address_id"), issue);
    return known;
}

/// Sets user, name and phone of an order that staff take: a guest whom the business knows, unless another name or phone
/// was given; then, and for somebody new, a row of users of its own. Nobody's account is changed by staff.
Result<void> setContact(WriteContext &context, const NewOrder &request, const std::optional<UserRow> &known,
                        Order *order)
{
    order->guestName = request.guestName.trimmed();
    order->guestPhone = request.guestPhone.trimmed();
    if (known) {
        const bool sameName = order->guestName.isEmpty() || order->guestName == known->name;
        const bool samePhone =
            order->guestPhone.isEmpty() || phoneDigits(order->guestPhone) == phoneDigits(known->phone);
        if (sameName)
            order->guestName = known->name;
        if (samePhone)
            order->guestPhone = known->phone;
        if (sameName && samePhone) {
            order->userId = known->id;
            return {};
        }
    }
    // Who lives at an address is somebody, also without a name.
    if (order->guestName.isEmpty() && order->guestPhone.isEmpty() && order->address.isEmpty())
        return {};
    UserRow contact{0, context.principal.businessId, order->guestName, order->guestPhone};
    if (const auto inserted = userstore::insert(context.database, &contact, context.nowMs); !inserted)
        return inserted;
    order->userId = contact.id;
    return {};
}

/// The typed address of an order is kept among the guest's, once.
Result<void> keepAddress(WriteContext &context, const std::optional<UserRow> &known, Order *order)
{
    auto person = userstore::samePerson(context.database, order->businessId, order->userId);
    if (!person)
        return person.error();
    if (known) {
        const auto more = userstore::samePerson(context.database, order->businessId, known->id);
        if (!more)
            return more.error();
        person->insert(person->end(), more->begin(), more->end());
    }
    const auto addresses = userstore::addressesOf(context.database, order->businessId, *person);
    if (!addresses)
        return addresses.error();
    const QString folded = foldForSearch(order->address);
    for (const AddressRow &one : *addresses) {
        if (foldForSearch(one.address) != folded)
            continue;
        order->addressId = one.id;
        order->address = one.address;
        return {};
    }
    AddressRow address;
    address.businessId = order->businessId;
    address.userId = order->userId;
    address.address = order->address;
    if (const auto inserted = userstore::insertAddress(context.database, &address, context.nowMs); !inserted)
        return inserted;
    order->addressId = address.id;
    return {};
}

/// Sets user, name, phone and address of an order that staff take.
Result<void> setCaller(WriteContext &context, const NewOrder &request, Order *order)
{
    NewOrder wanted = request;
    // priceOrder() has dropped an address that nobody drives to.
    wanted.addressId = order->addressId;
    const auto known = knownGuest(context, wanted);
    if (!known)
        return known.error();
    if (const auto set = setContact(context, request, *known, order); !set)
        return set;
    if (!order->address.isEmpty())
        return keepAddress(context, *known, order);
    if (!order->addressId)
        return {};
    const auto address = userstore::findAddress(context.database, order->businessId, *order->addressId);
    if (!address)
        return address.error();
    order->address = address->address;
    return {};
}

} // namespace

Result<void> ordercaller::set(WriteContext &context, const NewOrder &request, Order *order)
{
    if (context.principal.kind != Principal::Kind::Guest)
        return setCaller(context, request, order);
    const qint64 businessId = context.principal.businessId;
    order->userId = context.principal.id;
    order->address.clear();
    if (order->fulfilment == Fulfilment::Delivery && !order->addressId)
        return Error{ErrorCode::AddressRequired, QStringLiteral("A delivery order needs an address."), {}};
    if (order->addressId) {
        const auto address = userstore::findAddress(context.database, businessId, *order->addressId);
        if (!address && address.error().code != ErrorCode::NotFound)
            return address.error();
        if (!address || address->userId != order->userId)
            return invalid(QStringLiteral("address_id"), QStringLiteral("There is no such address."));
        order->address = address->address;
    }
    const auto user = userstore::find(context.database, businessId, order->userId);
    if (!user)
        return user.error();
    order->guestName = user->name;
    order->guestPhone = user->phone;
    return {};
}

} // namespace oshaq
