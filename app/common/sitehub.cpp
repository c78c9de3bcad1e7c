// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/sitehub.h"

#include "app/common/backupsettings.h"
#include "app/common/standbycertificate.h"

#include "models/hub/catalogservice.h"
#include "models/hub/integrationservice.h"
#include "sync/integrations/messages/codesender.h"

#include <QDir>
#include <QLoggingCategory>
#include <QSysInfo>

#include <algorithm>
#include <atomic>

#include <sys/resource.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcSite, "oshaq.site")

quint64 openFileLimit()
{
    rlimit limit{};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : RLIM_INFINITY;
}

} // namespace

SiteHubOptions SiteHubOptions::fromSettings(const Settings &settings, const QString &directory)
{
    SiteHubOptions options;
    options.hub.directory = directory;
    options.hub.maxBatch = int(settings.number("writer.max_batch"));
    const ListenAddress listen = settings.address("server.listen");
    options.api.http.address = listen.address;
    options.api.http.port = listen.port;
    options.api.http.threads = int(settings.number("server.threads"));
    options.api.http.limits.maxConnections = int(settings.number("server.max_connections"));
    options.api.http.limits.maxBodyBytes = settings.number("server.max_body_kb") * 1024;
    options.api.rateLimit = settings.isOn("limits.rate");
    options.api.ratePerSecond = int(settings.number("limits.rate_per_second"));
    options.api.rateBurst = int(settings.number("limits.rate_burst"));
    options.api.allow = settings.networks("http.allow");
    options.api.deny = settings.networks("http.deny");
    options.api.trustedProxies = settings.networks("http.trusted_proxies");
    options.api.corsOrigins = settings.origins("http.cors_origins");
    const VersionEnd v1{1, settings.dayMs("api.v1_deprecated"), settings.dayMs("api.v1_sunset")};
    if (v1.deprecatedAtMs > 0 || v1.sunsetAtMs > 0)
        options.api.versionEnds.push_back(v1);
    options.api.privateWebhooks = settings.isOn("webhooks.private_addresses");
    options.webhooks.privateAddresses = options.api.privateWebhooks;
    BankTiming &timing = options.bank.timing;
    timing.firstPollMs = settings.number("bank.poll_ms");
    timing.pageLifeMs = settings.number("bank.page_s") * 1000;
    timing.waitingLifeMs = std::max(timing.waitingLifeMs * timing.pageLifeMs / BankTiming().pageLifeMs, qint64{1000});
    timing.arrivesWithinMs = settings.number("bank.arrival_s") * 1000;
    timing.refundShowsWithinMs = 10 * timing.arrivesWithinMs;
    if (settings.isOn("server.tls")) {
        TlsOptions tls;
        tls.directory = QDir(directory).filePath(QStringLiteral("tls"));
        tls.certificateFile = settings.text("tls.certificate");
        tls.keyFile = settings.text("tls.key");
        tls.names = settings.words("tls.names");
        tls.allowTls12 = settings.text("tls.oldest") == QLatin1String("1.2");
        options.tls = tls;
    }
    options.plainHttp = settings.isOn("server.plain_http");
    options.ownUrl = settings.text("server.url");
    options.announce = settings.isOn("server.announce");
    if (auto backup = backupsettings::options(settings))
        options.backup = *backup;
    else
        options.backupProblem = backup.error().message;
    options.hub.archived = options.backup.isOn();
    options.threads.patience = int(settings.number("server.watchdog_s"));
    options.watch.escalateAfterMs = settings.number("alerts.escalate_minutes") * 60'000;
    if (settings.isOn("tracing.export")) {
        TraceExporterOptions tracing;
        tracing.endpoint = settings.text("tracing.endpoint").toUtf8();
        while (tracing.endpoint.endsWith('/'))
            tracing.endpoint.chop(1);
        tracing.token = settings.text("tracing.token").toUtf8();
        tracing.resource.version = QStringLiteral(OSHAQ_VERSION);
        tracing.resource.instance = QSysInfo::machineHostName();
        options.tracing = tracing;
        options.tracer.samplePercent = int(settings.number("tracing.sample_percent"));
        options.tracer.maxQueue = std::size_t(settings.number("tracing.queue"));
    }
    return options;
}

Result<std::unique_ptr<SiteHub>> SiteHub::open(const SiteHubOptions &options, const Clock &clock)
{
    const QHostAddress &address = options.api.http.address;
    if (!address.isLoopback() && !options.tls && !options.plainHttp) {
        return Error{
            ErrorCode::Forbidden,
            QStringLiteral("%1 can be reached by other machines and tokens would cross the network in plain HTTP. Set "
                           "server.tls=on, listen on 127.0.0.1 behind a proxy with TLS, or set server.plain_http=on "
                           "where the network "
                           "is your own.")
                .arg(address.toString()),
            {}};
    }
    SiteHubOptions effective = options;
    if (options.tls) {
        if (options.standbyOf) {
            if (const auto fetched = fetchStandbyCertificate(*options.tls, *options.standbyOf); !fetched)
                return fetched.error();
        }
        auto tls = TlsIdentity::open(*options.tls, clock);
        if (!tls)
            return tls.error();
        effective.api.http.tls = std::move(tls).value();
    }
    const auto peer = peerfile::read(options.hub.directory);
    if (!peer)
        return peer.error();
    const bool isNewStandby = options.standbyOf && !*peer;
    effective.hub.standby = options.standbyOf || *peer;
    effective.hub.followedUrl = options.standbyOf ? options.standbyOf->url : *peer ? (*peer)->url : QString();
    auto hub = Hub::open(effective.hub, clock);
    if (!hub)
        return hub.error();
    if (isNewStandby && (*hub)->replica().role() == ReplicaRole::Hub) {
        return Error{ErrorCode::AlreadyExists,
                     QStringLiteral("%1 holds the record of a hub. A standby begins with an empty directory.")
                         .arg(options.hub.directory),
                     {}};
    }
    // What was promoted, or follows another one by now, knows better than a command line that did not change.
    if (!options.backupProblem.isEmpty()) {
        qCCritical(lcSite).noquote() << "no backups are made:" << options.backupProblem;
        (*hub)->backups().update([&](BackupState &state) {
            state.problem = options.backupProblem;
            state.problemSinceMs = clock.nowMs();
        });
    }
    const bool isPeerNews =
        options.standbyOf && (*hub)->replica().role() == ReplicaRole::Standby && *peer != options.standbyOf;
    if (isPeerNews) {
        if (auto written = peerfile::write((*hub)->directory(), *options.standbyOf); !written)
            return written.error();
    }
    const auto bank = std::make_shared<BankDoor>([&record = **hub](sql::Database &database, qint64 businessId) {
        const auto access = integrationreads::access(database, record.secrets(), businessId, IntegrationKind::Halyk);
        if (access)
            return Result<void>();
        const bool isMissing = access.error().code == ErrorCode::NotConfigured;
        return Result<void>(isMissing ? Error{ErrorCode::PaymentMethodNotConfigured, access.error().message, {}}
                                      : access.error());
    });
    effective.api.bank = bank;
    effective.bankDoor = bank;
    effective.api.messages = std::make_shared<SmsCodeSender>(**hub);
    effective.api.backups = [&record = **hub]() -> std::optional<BackupStanding> {
        const BackupState state = record.backups().state();
        if (!state.isOn)
            return {};
        const bool isAny = state.lastFullMs > 0 || state.lastIncrementMs > 0;
        BackupStanding standing;
        standing.lastGoodAtMs = !isAny ? 0 : state.firstMissingMs > 0 ? state.firstMissingMs : record.clock().nowMs();
        standing.lastCheckedAtMs = state.lastCheckMs;
        standing.isLastCheckGood = state.lastCheckMs == 0 || state.lastCheckOk;
        return standing;
    };
    effective.watch.backups = effective.api.backups;
    effective.watch.board = &(*hub)->notices();
    if (effective.tracing)
        effective.api.tracer = std::make_shared<Tracer>(effective.tracer);
    const int connections =
        connectionsWithin(openFileLimit(), effective.api.http.threads, effective.api.http.limits.maxConnections);
    if (connections < effective.api.http.limits.maxConnections)
        qCWarning(lcSite) << "connections of each HTTP thread are at most" << connections
                          << "- the limit of open files allows no more";
    effective.api.http.limits.maxConnections = connections;
    auto server = ApiServer::start(**hub, effective.api);
    if (!server)
        return server.error();
    return std::unique_ptr<SiteHub>(new SiteHub(std::move(*hub), std::move(*server), effective));
}

SiteHub::Services::Services(Hub &hub, const SiteHubOptions &options)
    : backups(hub, options.backup)
    , menu(hub)
    , unpainted(hub)
    , days(hub)
    , privacy(hub)
    , integrations(hub, options.webhooks, options.bank, options.bankDoor)
    , printing(hub, options.printing)
    , system(hub, options.watch)
{}

SiteHub::SiteHub(std::unique_ptr<Hub> hub, std::unique_ptr<ApiServer> server, const SiteHubOptions &options)
    : m_options(options)
    , m_door(std::make_shared<Door>())
    , m_hub(std::move(hub))
    , m_server(std::move(server))
    , m_address(options.api.http.address)
    , m_tls(options.api.http.tls)
{
    m_door->mailbox = &m_mailbox;
    m_hub->replica().addListener([this, door = m_door] {
        const std::lock_guard lock(door->mutex);
        if (door->mailbox)
            door->mailbox->post([this] { settle(); });
    });
    settle();
    if (options.tracing && options.api.tracer)
        m_traces = std::make_unique<TraceExporter>(options.api.tracer, *options.tracing);
    if (options.auditLog)
        m_audit = std::make_unique<AuditTrail>(*m_hub, options.auditLog);
    StandbyOptions standby;
    standby.ownUrl = options.ownUrl.isEmpty() ? url() : options.ownUrl;
    standby.caFile = caFile();
    m_standby = std::make_unique<StandbyThread>(*m_hub, standby);
    watchThreads();
}

void SiteHub::watchThreads()
{
    std::vector<ThreadWatch::Watched> threads;
    // Asked for an empty transaction at every look: it has to do its work and not only to be there.
    threads.push_back({QStringLiteral("the writer"),
                       [writer = &m_hub->writer(), isAsked = std::make_shared<std::atomic<bool>>(false)] {
                           if (!isAsked->exchange(true)) {
                               WriteCommand nothing;
                               nothing.withoutStandby = true;
                               nothing.run = [](WriteContext &) -> Result<WriteOutcome> { return WriteOutcome{}; };
                               nothing.done = [isAsked](const Result<WriteOutcome> &) { *isAsked = false; };
                               writer->submit(std::move(nothing));
                           }
                           return writer->pulse();
                       }});
    int number = 0;
    for (const PostToThread &post : m_server->threads())
        threads.push_back({QStringLiteral("HTTP thread %1").arg(++number), LoopPulse(post)});
    m_watch = std::make_unique<ThreadWatch>(m_options.threads, std::move(threads));
}

void SiteHub::askThreads(std::function<void(bool)> answered)
{
    m_watch->ask(std::move(answered));
}

SiteHub::~SiteHub()
{
    m_watch.reset(); // threads that end are not stuck
    const std::lock_guard lock(m_door->mutex);
    m_door->mailbox = nullptr;
}

void SiteHub::settle()
{
    const bool isHub = m_hub->replica().role() == ReplicaRole::Hub;
    if (isHub && !m_services)
        m_services = std::make_unique<Services>(*m_hub, m_options);
    else if (!isHub)
        m_services.reset();
    // Screens that find a hub pair over TLS with its own CA: without one, or on a standby, there is nothing to find.
    const bool isFound = isHub && m_options.announce && m_tls && !m_tls->caFile().isEmpty() && !m_address.isLoopback();
    if (isFound && !m_announcer) {
        announce();
    } else if (!isFound && m_announcer) {
        m_announcer.reset();
        m_server->setAnnounced(false);
    }
}

void SiteHub::announce()
{
    HubAnnouncement what;
    what.name = QSysInfo::machineHostName();
    if (const auto reader = m_hub->openReader()) {
        if (const auto business = catalogreads::onlyBusiness(**reader))
            what.name = business->name;
    }
    what.version = QStringLiteral(OSHAQ_VERSION);
    what.port = m_server->port();
    const bool isAny = m_address == QHostAddress(QHostAddress::AnyIPv4) ||
                       m_address == QHostAddress(QHostAddress::AnyIPv6) || m_address == QHostAddress(QHostAddress::Any);
    if (!isAny)
        what.address = m_address;
    m_announcer = std::make_unique<HubAnnouncer>(
        what, [server = m_server.get()](bool announced) { server->setAnnounced(announced); });
}

QString SiteHub::url() const
{
    ListenAddress reachable{m_address, m_server->port()};
    if (m_address == QHostAddress(QHostAddress::AnyIPv4))
        reachable.address = QHostAddress(QHostAddress::LocalHost);
    else if (m_address == QHostAddress(QHostAddress::AnyIPv6))
        reachable.address = QHostAddress(QHostAddress::LocalHostIPv6);
    return (m_tls ? QStringLiteral("https://") : QStringLiteral("http://")) + reachable.text();
}

int connectionsWithin(quint64 openFiles, int threads, int wanted)
{
    // The record, its readers, logs, event loops, printers and services outside.
    constexpr quint64 reserved = 128;
    const auto shares = quint64(threads > 0 ? threads : std::max(1, QThread::idealThreadCount()));
    // With a limit so low half of it has to do.
    const quint64 left = openFiles > 2 * reserved ? openFiles - reserved : openFiles / 2;
    return int(std::clamp<quint64>(left / shares, 1, quint64(std::max(wanted, 1))));
}

quint64 raiseOpenFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    if (limit.rlim_cur < limit.rlim_max) {
        const rlim_t before = limit.rlim_cur;
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
            return before;
    }
    return limit.rlim_cur;
}

} // namespace oshaq
