// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/staffport.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// StaffPort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class StaffClient final : public StaffPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaffClient)

public:
    StaffClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent = nullptr);

    PortCall staff(PortDone<std::vector<StaffMember>> done) override;
    PortCall save(const QString &key, const StaffMember &member, PortDone<StaffMember> done) override;
    PortCall remove(qint64 staffId, qint64 version, PortDone<PortNothing> done) override;
    PortCall setPin(const QString &key, qint64 staffId, const QString &pin, PortDone<PortNothing> done) override;
    PortCall setPassword(const QString &key, qint64 staffId, const QString &password,
                         PortDone<PortNothing> done) override;
    PortCall shifts(QDate from, QDate to, PortDone<std::vector<StaffShift>> done) override;
    PortCall endShift(const QString &key, qint64 shiftId, qint64 endedAtMs, PortDone<StaffShift> done) override;
    PortCall permissions(PortDone<PermissionTable> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    /// PUT, or DELETE without a secret. Both repeat safely without a key.
    PortCall setSecret(const QByteArray &path, const QByteArray &body, PortDone<PortNothing> done);

    HubCalls m_calls;
};

} // namespace oshaq
