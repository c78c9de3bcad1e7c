// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopsetup.h"

#include "app/common/settings.h"
#include "app/desktop/joinedhub.h"
#include "sync/protocol/pairingjson.h"

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
    , m_pairing(transport, m_facts.dataDirectory)
{
    connect(&m_finder, &HubFinder::changed, this, &SetupPort::hubsChanged);
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

const HubSearch &DesktopSetup::foundHubs()
{
    m_finder.start();
    return m_finder.search();
}

PortDone<PairedHub> DesktopSetup::keeping(PortDone<PortNothing> done)
{
    return [this, done = std::move(done)](const PortAnswer<PairedHub> &answer) {
        if (!answer)
            return done(PortAnswer<PortNothing>::failed(answer.failure));
        const PairedHub &hub = *answer.value;
        if (const auto kept = keep({hub.url, hub.token, hub.role, hub.authorityPem}); !kept)
            return done(PortAnswer<PortNothing>::failed(failureOf(kept.error())));
        done(PortAnswer<PortNothing>::of(PortNothing()));
    };
}

PortCall DesktopSetup::joinByLink(const PairingLink &link, const QString &name, PortDone<PortNothing> done)
{
    return ofPairing(m_pairing.byLink(link, name, keeping(std::move(done))));
}

PortCall DesktopSetup::compareDigits(const QString &url, const QString &name, PortDone<QString> done)
{
    return ofPairing(m_pairing.compare(url, name, std::move(done)));
}

PortCall DesktopSetup::agreeDigits(PortDone<PortNothing> done)
{
    return ofPairing(m_pairing.agree(keeping(std::move(done))));
}

void DesktopSetup::refuseDigits()
{
    m_pairing.refuse();
}

PortCall DesktopSetup::join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done)
{
    const auto endpoint = HubEndpoint::make(url, QString());
    if (!endpoint)
        return ofJoin(m_calls->tell(PortAnswer<PortNothing>::failed(failureOf(endpoint.error())), std::move(done)));
    m_endpoint = *endpoint;
    JsonWriter body;
    body.beginObject();
    body.key("code").value(code);
    body.key("name").value(name);
    body.endObject();
    return ofJoin(m_calls->ask<PortNothing>(
        {"POST", "/api/v1/auth/pair", body.take()},
        [this, url](const Answer &answer) -> Result<PortNothing> {
            const auto paired = readPairedTerminal(answer.data);
            if (!paired)
                return paired.error();
            if (const auto kept = keep({url, paired->token, paired->role}); !kept)
                return kept.error();
            return PortNothing();
        },
        std::move(done)));
}

Result<void> DesktopSetup::keep(const HubCredentials &credentials)
{
    if (m_facts.screen) {
        if (const auto kept = m_facts.screen->setCredentials(credentials); !kept)
            return kept;
        return joinedhub::remember(m_facts.dataDirectory, credentials.url);
    }
    auto terminal = Terminal::open(joinedhub::terminalDirectory(m_facts.dataDirectory), m_clock);
    if (!terminal)
        return terminal.error();
    if (const auto kept = (*terminal)->setCredentials(credentials); !kept)
        return kept;
    return joinedhub::remember(m_facts.dataDirectory, credentials.url);
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
    if (call % 2 == 0)
        m_pairing.cancel(call / 2);
    else
        m_calls->cancel(call / 2);
}

} // namespace oshaq
