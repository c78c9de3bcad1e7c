// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/staffclient.h"

#include "sync/protocol/staffjson.h"

namespace oshaq {

namespace {

const QByteArray staffPath = QByteArrayLiteral("/api/v1/business/staff");
const QByteArray shiftsPath = QByteArrayLiteral("/api/v1/business/shifts");

QByteArray personPath(qint64 staffId, const char *rest = "")
{
    return staffPath + '/' + QByteArray::number(staffId) + rest;
}

template <typename T> Result<std::vector<T>> readList(const Answer &answer, Result<T> (*readOne)(const JsonValue &))
{
    if (!answer.data.isArray()) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("This is not a list."),
                     {{QStringLiteral("data"), QStringLiteral("must be an array")}}};
    }
    std::vector<T> list;
    list.reserve(answer.data.items().size());
    for (const JsonValue &item : answer.data.items()) {
        Result<T> one = readOne(item);
        if (!one)
            return one.error();
        list.push_back(std::move(*one));
    }
    return list;
}

Result<PortNothing> readNothing(const Answer &)
{
    return PortNothing();
}

} // namespace

StaffClient::StaffClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent)
    : StaffPort(parent)
    , m_calls(endpoint, transport)
{}

PortCall StaffClient::staff(PortDone<std::vector<StaffMember>> done)
{
    return m_calls.ask<std::vector<StaffMember>>(
        {"GET", staffPath}, [](const Answer &answer) { return readList<StaffMember>(answer, readStaff); },
        std::move(done));
}

PortCall StaffClient::save(const QString &key, const StaffMember &member, PortDone<StaffMember> done)
{
    const bool isNew = member.id == 0;
    return m_calls.ask<StaffMember>(
        {isNew ? "POST" : "PATCH", isNew ? staffPath : personPath(member.id), staffBody(member), key},
        [](const Answer &answer) { return readStaff(answer.data); }, std::move(done));
}

PortCall StaffClient::remove(qint64 staffId, qint64 version, PortDone<PortNothing> done)
{
    HubCalls::Request request{"DELETE", personPath(staffId)};
    request.ifMatch = version;
    return m_calls.ask<PortNothing>(request, readNothing, std::move(done));
}

PortCall StaffClient::setSecret(const QByteArray &path, const QByteArray &body, PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>({body.isEmpty() ? "DELETE" : "PUT", path, body}, readNothing, std::move(done));
}

PortCall StaffClient::setPin(const QString &, qint64 staffId, const QString &pin, PortDone<PortNothing> done)
{
    return setSecret(personPath(staffId, "/pin"), pin.isEmpty() ? QByteArray() : pinBody(pin), std::move(done));
}

PortCall StaffClient::setPassword(const QString &, qint64 staffId, const QString &password, PortDone<PortNothing> done)
{
    return setSecret(personPath(staffId, "/password"), password.isEmpty() ? QByteArray() : passwordBody(password),
                     std::move(done));
}

PortCall StaffClient::shifts(QDate from, QDate to, PortDone<std::vector<StaffShift>> done)
{
    const QByteArray query =
        "?from=" + from.toString(Qt::ISODate).toLatin1() + "&to=" + to.toString(Qt::ISODate).toLatin1();
    return m_calls.ask<std::vector<StaffShift>>(
        {"GET", shiftsPath + query}, [](const Answer &answer) { return readList<StaffShift>(answer, readShift); },
        std::move(done));
}

PortCall StaffClient::endShift(const QString &key, qint64 shiftId, qint64 endedAtMs, PortDone<StaffShift> done)
{
    return m_calls.ask<StaffShift>(
        {"PATCH", shiftsPath + '/' + QByteArray::number(shiftId), shiftEndBody(endedAtMs), key},
        [](const Answer &answer) { return readShift(answer.data); }, std::move(done));
}

PortCall StaffClient::permissions(PortDone<PermissionTable> done)
{
    return m_calls.ask<PermissionTable>(
        {"GET", QByteArrayLiteral("/api/v1/business/permissions")},
        [](const Answer &answer) { return readPermissions(answer.data); }, std::move(done));
}

void StaffClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void StaffClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq
