// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopsetup.h"

#include "app/common/settings.h"
#include "app/desktop/joinedhub.h"
#include "models/terminal/terminal.h"

#include <QFile>

namespace oshaq {

namespace {

constexpr QLatin1String firstStartKey("firstStart/open");
constexpr QLatin1String listenKey("server/listen");
constexpr QLatin1String tlsKey("server/tls");
constexpr QLatin1String everywhere("0.0.0.0:8787");

PortFailure failureOf(const Error &error)
{
    return {PortFailure::Kind::Broken, errorCodeText(error.code), error.message, error.details};
}

} // namespace

DesktopSetup::DesktopSetup(Facts facts, QSettings &settings, HttpTransport &transport, const Clock &clock,
                           std::function<void()> restart)
    : m_facts(std::move(facts))
    , m_settings(settings)
    , m_transport(transport)
    , m_clock(clock)
    , m_restart(std::move(restart))
    , m_calls(std::make_unique<HubCalls>(m_endpoint, m_transport))
{
    if (m_facts.madeNow)
        m_settings.setValue(firstStartKey, true);
}

DesktopSetup::~DesktopSetup() = default;

bool DesktopSetup::isFirstStart() const
{
    return m_facts.keepsRecord && m_settings.value(firstStartKey).toBool();
}

void DesktopSetup::finishFirstStart()
{
    m_settings.remove(firstStartKey);
    m_settings.sync();
}

PortCall DesktopSetup::join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done)
{
    const auto endpoint = HubEndpoint::make(url, QString());
    if (!endpoint)
        return m_calls->tell(PortAnswer<PortNothing>::failed(failureOf(endpoint.error())), std::move(done));
    m_endpoint = *endpoint;
    JsonWriter body;
    body.beginObject();
    body.key("code").value(code);
    body.key("name").value(name);
    body.endObject();
    return m_calls->ask<PortNothing>(
        {"POST", "/api/v1/auth/pair", body.take()},
        [this, url](const Answer &answer) -> Result<PortNothing> {
            if (const auto kept = keep(url, answer.data); !kept)
                return kept.error();
            return PortNothing();
        },
        std::move(done));
}

Result<void> DesktopSetup::keep(const QString &url, const JsonValue &data)
{
    const QString token = data[u"access_token"].string();
    const auto role = roleFromText(data[u"terminal"][u"role"].string());
    if (token.isEmpty() || !role)
        return Error{ErrorCode::Internal, QStringLiteral("the answer to the pairing has no token"), {}};
    auto terminal = Terminal::open(joinedhub::terminalDirectory(m_facts.dataDirectory), m_clock);
    if (!terminal)
        return terminal.error();
    if (const auto kept = (*terminal)->setCredentials({url, token, *role}); !kept)
        return kept.error();
    return joinedhub::remember(m_facts.dataDirectory, url);
}

bool DesktopSetup::isOpenToNetwork() const
{
    if (!QFile::exists(m_facts.configFile))
        return false;
    const QSettings file(m_facts.configFile, QSettings::IniFormat);
    const auto listen = listenAddressFromText(file.value(listenKey).toString());
    return listen && !listen->address.isLoopback();
}

Result<void> DesktopSetup::setOpenToNetwork(bool open)
{
    QSettings file(m_facts.configFile, QSettings::IniFormat);
    if (open) {
        file.setValue(listenKey, QString(everywhere));
        file.setValue(tlsKey, QStringLiteral("on"));
    } else {
        file.remove(listenKey);
        file.remove(tlsKey);
    }
    file.sync();
    if (file.status() != QSettings::NoError) {
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be written").arg(m_facts.configFile), {}};
    }
    return {};
}

void DesktopSetup::cancel(PortCall call)
{
    m_calls->cancel(call);
}

} // namespace oshaq
