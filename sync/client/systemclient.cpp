// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/systemclient.h"

#include "sync/protocol/backupjson.h"
#include "sync/protocol/systemjson.h"

namespace oshaq {

namespace {

const QByteArray systemPath = QByteArrayLiteral("/api/v1/admin/system");
const QByteArray backupsPath = QByteArrayLiteral("/api/v1/admin/backups");

} // namespace

SystemClient::SystemClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent)
    : SystemPort(parent)
    , m_calls(endpoint, transport)
{}

PortCall SystemClient::overview(PortDone<SystemOverview> done)
{
    return m_calls.ask<SystemOverview>(
        {"GET", systemPath}, [](const Answer &answer) { return readSystem(answer.data); }, std::move(done));
}

PortCall SystemClient::confirmAlarm(const QString &key, qint64 alarmId, PortDone<SystemAlarm> done)
{
    return m_calls.ask<SystemAlarm>(
        {"POST", systemPath + "/alarms/" + QByteArray::number(alarmId) + "/confirm", "{}", key},
        [](const Answer &answer) { return readSystemAlarm(answer.data); }, std::move(done));
}

PortCall SystemClient::backups(PortDone<BackupFacts> done)
{
    return m_calls.ask<BackupFacts>(
        {"GET", backupsPath}, [](const Answer &answer) { return readBackups(answer.data); }, std::move(done));
}

PortCall SystemClient::beginBackup(const QString &key, BackupAct act, PortDone<BackupFacts> done)
{
    const QByteArray body = act == BackupAct::Check ? "{\"do\":\"check\"}" : "{\"do\":\"full\"}";
    return m_calls.ask<BackupFacts>(
        {"POST", backupsPath, body, key}, [](const Answer &answer) { return readBackups(answer.data); },
        std::move(done));
}

void SystemClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void SystemClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq
