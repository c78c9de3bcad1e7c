// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/sitehub.h"

#include <sys/resource.h>

namespace oshaq {

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
    const VersionEnd v1{1, settings.dayMs("api.v1_deprecated"), settings.dayMs("api.v1_sunset")};
    if (v1.deprecatedAtMs > 0 || v1.sunsetAtMs > 0)
        options.api.versionEnds.push_back(v1);
    options.plainHttp = settings.isOn("server.plain_http");
    return options;
}

Result<std::unique_ptr<SiteHub>> SiteHub::open(const SiteHubOptions &options, const Clock &clock)
{
    const QHostAddress &address = options.api.http.address;
    if (!address.isLoopback() && !options.plainHttp) {
        return Error{
            ErrorCode::Forbidden,
            QStringLiteral(
                "%1 can be reached by other machines and tokens would cross the network in plain HTTP. Listen on "
                "127.0.0.1 behind a proxy with TLS, or set server.plain_http=on where the network is your own.")
                .arg(address.toString()),
            {}};
    }
    auto hub = Hub::open(options.hub, clock);
    if (!hub)
        return hub.error();
    auto server = ApiServer::start(**hub, options.api);
    if (!server)
        return server.error();
    return std::unique_ptr<SiteHub>(new SiteHub(std::move(*hub), std::move(*server), address));
}

SiteHub::SiteHub(std::unique_ptr<Hub> hub, std::unique_ptr<ApiServer> server, const QHostAddress &address)
    : m_hub(std::move(hub))
    , m_server(std::move(server))
    , m_address(address)
{}

QString SiteHub::url() const
{
    ListenAddress reachable{m_address, m_server->port()};
    if (m_address == QHostAddress(QHostAddress::AnyIPv4))
        reachable.address = QHostAddress(QHostAddress::LocalHost);
    else if (m_address == QHostAddress(QHostAddress::AnyIPv6))
        reachable.address = QHostAddress(QHostAddress::LocalHostIPv6);
    return QStringLiteral("http://") + reachable.text();
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
