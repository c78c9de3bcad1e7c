// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/settings.h"
#include "models/domain/result.h"
#include "models/hub/daykeeper.h"
#include "models/hub/hub.h"
#include "models/hub/menukeeper.h"
#include "models/hub/unpaintedwatch.h"
#include "sync/integrations/integrationsthread.h"
#include "sync/integrations/printing/printingthread.h"
#include "sync/server/apiserver.h"
#include "sync/server/tlsidentity.h"

#include <functional>
#include <memory>
#include <optional>

namespace oshaq {

struct SiteHubOptions
{
    HubOptions hub;
    ApiOptions api;
    WebhookOptions webhooks;
    PrintOptions printing;
    std::optional<TlsOptions> tls; ///< server.tls
    bool plainHttp = false;        ///< server.plain_http

    static SiteHubOptions fromSettings(const Settings &settings, const QString &directory);
};

/// The hub of a site with its API, as both programs run it: opens the record, then the doors; closes them in reverse.
class SiteHub
{
    Q_DISABLE_COPY_MOVE(SiteHub)

public:
    /// What Hub::open and ApiServer::start refuse, and Forbidden for plain HTTP on an address that other machines reach
    /// unless server.plain_http is on. When it returns, connections are accepted. TLS that is asked for and cannot be
    /// had is refused before anything is opened.
    static Result<std::unique_ptr<SiteHub>> open(const SiteHubOptions &options, const Clock &clock);

    Hub &hub() { return *m_hub; }
    quint16 port() const { return m_server->port(); }
    /// The CA to trust with an https URL; empty: those that the system trusts.
    QString caFile() const { return m_tls ? m_tls->caFile() : QString(); }
    /// "http://127.0.0.1:8787": where this machine reaches it, with the real port.
    QString url() const;

private:
    SiteHub(std::unique_ptr<Hub> hub, std::unique_ptr<ApiServer> server, const SiteHubOptions &options);

    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<MenuKeeper> m_menu;
    std::unique_ptr<UnpaintedWatch> m_unpainted;
    std::unique_ptr<DayKeeper> m_days;
    std::unique_ptr<IntegrationsThread> m_integrations;
    std::unique_ptr<PrintingThread> m_printing;
    std::unique_ptr<ApiServer> m_server; ///< last: it goes before the hub does
    QHostAddress m_address;
    std::shared_ptr<TlsIdentity> m_tls; ///< null: plain HTTP
};

/// Raises the limit of open files to the hard limit: each connection is one. Returns the limit that holds.
quint64 raiseOpenFileLimit();

} // namespace oshaq
