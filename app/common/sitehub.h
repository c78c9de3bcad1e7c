// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/settings.h"
#include "models/backup/backupkeeper.h"
#include "models/domain/result.h"
#include "models/hub/audittrail.h"
#include "models/hub/daykeeper.h"
#include "models/hub/hub.h"
#include "models/hub/menukeeper.h"
#include "models/hub/peerfile.h"
#include "models/hub/privacykeeper.h"
#include "models/hub/systemwatch.h"
#include "models/hub/unpaintedwatch.h"
#include "models/runtime/mailbox.h"
#include "models/runtime/threadwatch.h"
#include "sync/discovery/hubannouncer.h"
#include "sync/integrations/integrationsthread.h"
#include "sync/integrations/printing/printingthread.h"
#include "sync/integrations/standby/standbythread.h"
#include "sync/integrations/tracing/traceexporter.h"
#include "sync/server/apiserver.h"
#include "sync/server/tlsidentity.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace oshaq {

struct SiteHubOptions
{
    HubOptions hub;
    ApiOptions api;
    WebhookOptions webhooks;
    PrintOptions printing;
    BankDeskOptions bank;
    std::shared_ptr<BankDoor> bankDoor; ///< made by open()
    std::optional<TlsOptions> tls;      ///< server.tls
    bool plainHttp = false;             ///< server.plain_http
    QString ownUrl;                     ///< server.url
    /// Opens a standby of that hub. Without it a directory that was one goes on as one, or as what it became since.
    std::optional<PeerFile> standbyOf;
    bool announce = false; ///< server.announce
    BackupOptions backup;  ///< backup.*
    QString backupProblem; ///< why there are none although they are set up; empty: they are fine
    /// tracing.export; nothing: off.
    std::optional<TraceExporterOptions> tracing = {};
    Tracer::Options tracer = {};
    SystemWatchOptions watch = {};
    /// Of the writer's and the HTTP threads; its patience is server.watchdog_s, in looks of a second.
    ThreadWatch::Options threads = {};
    /// One JSON line for each change of the record, by ids; thread-safe, may be empty.
    std::function<void(const QByteArray &line)> auditLog = {};

    static SiteHubOptions fromSettings(const Settings &settings, const QString &directory);
};

/// The hub of a site with its API, or its standby, as both programs run it: opens the record, then the doors; closes
/// them in reverse. What only a hub does (printing, webhooks, keeping the menu and the days) runs while it is one; what
/// it is may change at any time. Made on a thread with an event loop.
class SiteHub
{
    Q_DISABLE_COPY_MOVE(SiteHub)

public:
    /// What Hub::open and ApiServer::start refuse, and Forbidden for plain HTTP on an address that other machines reach
    /// unless server.plain_http is on. When it returns, connections are accepted. TLS that is asked for and cannot be
    /// had is refused before anything is opened. AlreadyExists for a standby in the directory of a hub of its own.
    static Result<std::unique_ptr<SiteHub>> open(const SiteHubOptions &options, const Clock &clock);

    ~SiteHub();

    Hub &hub() { return *m_hub; }
    /// Asks whether the threads get on: answered from another thread, with its next look, or never.
    void askThreads(std::function<void(bool lives)> answered);
    quint16 port() const { return m_server->port(); }
    /// The CA to trust with an https URL; empty: those that the system trusts.
    QString caFile() const { return m_tls ? m_tls->caFile() : QString(); }
    /// "http://127.0.0.1:8787": where this machine reaches it, with the real port.
    QString url() const;

private:
    void announce();

    SiteHub(std::unique_ptr<Hub> hub, std::unique_ptr<ApiServer> server, const SiteHubOptions &options);
    /// Starts or ends what only a hub does.
    void settle();
    void watchThreads();

    /// In the order in which they start.
    struct Services
    {
        Services(Hub &hub, const SiteHubOptions &options);

        BackupKeeper backups; ///< first: it outlives who writes
        MenuKeeper menu;
        UnpaintedWatch unpainted;
        DayKeeper days;
        PrivacyKeeper privacy;
        IntegrationsThread integrations;
        PrintingThread printing;
        SystemWatch system;
    };
    /// What the threads hold that change what this is: it outlives this.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;
    };

    const SiteHubOptions m_options;
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Services> m_services; ///< null: this is no hub now
    std::unique_ptr<ApiServer> m_server;
    std::unique_ptr<TraceExporter> m_traces;  ///< null: nobody wants them
    std::unique_ptr<AuditTrail> m_audit;      ///< likewise
    std::unique_ptr<StandbyThread> m_standby; ///< last: all of them go before the hub does
    QHostAddress m_address;
    std::shared_ptr<TlsIdentity> m_tls;        ///< null: plain HTTP
    std::unique_ptr<ThreadWatch> m_watch;      ///< goes before those that it asks
    std::unique_ptr<HubAnnouncer> m_announcer; ///< tells the server; null: only who knows the address comes here
};

/// How many connections each of `threads` may take (0: one thread for each core), at most `wanted`, so that the limit
/// of open files leaves the record, logs, printers and services theirs: a hub without a descriptor cannot open its
/// record again.
int connectionsWithin(quint64 openFiles, int threads, int wanted);

/// Raises the limit of open files to the hard limit: each connection is one. Returns the limit that holds.
quint64 raiseOpenFileLimit();

} // namespace oshaq
