// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/backupstanding.h"
#include "models/domain/result.h"
#include "models/hub/bank.h"
#include "models/hub/hub.h"
#include "models/hub/messagesender.h"
#include "models/hub/secrethash.h"
#include "models/runtime/tracer.h"
#include "sync/server/addresslist.h"
#include "sync/server/httpserver.h"
#include "sync/server/requesthandler.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

/// When a version of the API ends; 0: not known yet.
struct VersionEnd
{
    int version = 1;
    qint64 deprecatedAtMs = 0; ///< UTC; clients should move on
    qint64 sunsetAtMs = 0;     ///< UTC; may be gone from then on
};

struct ApiOptions
{
    HttpServerOptions http;
    QString version = QStringLiteral(OSHAQ_VERSION); ///< of this program, as screens are told
    bool rateLimit = true;                           ///< limits.rate
    int ratePerSecond = 50;                          ///< sustained requests a second of one address
    int rateBurst = 200;
    AddressList allow;                   ///< http.allow; empty: everybody
    AddressList deny;                    ///< http.deny; before `allow`
    AddressList trustedProxies;          ///< http.trusted_proxies: believed when they say whom they speak for
    QList<QByteArray> corsOrigins;       ///< http.cors_origins: "https://orders.example"
    std::vector<VersionEnd> versionEnds; ///< versions that go, with their days
    bool privateWebhooks = false;        ///< webhooks.private_addresses
    bool loopbackPrinters = false;       ///< for tests: printers on this machine
    /// Thread-safe; never null.
    std::shared_ptr<Bank> bank = std::make_shared<NoBank>();
    /// Likewise.
    std::shared_ptr<MessageSender> messages = std::make_shared<NoMessageSender>();
    HashCost hashCost = HashCost::interactive(); ///< of PINs and passwords
    /// One JSON line for each request: time, request id, method, path without query, status, ms, bytes, principal,
    /// error code. Thread-safe; may be empty.
    std::function<void(const QByteArray &line)> accessLog;
    /// Likewise, of requests that somebody was not let do: who signs in with what is wrong, tokens, rights, limits, and
    /// what is no request.
    std::function<void(const QByteArray &line)> securityLog = {};
    /// How the backups stand, for metrics; nothing: there are none. Thread-safe; may be empty.
    std::function<std::optional<BackupStanding>()> backups = {};
    /// Gets what every request did and what came of it; null: nobody looks.
    std::shared_ptr<Tracer> tracer = {};
    /// Lines that the log had to drop. Thread-safe; may be empty.
    std::function<qint64()> droppedLogLines = {};
};

/// The restaurant's API over a Hub: route table, middleware, real-time. Made by the composition roots.
class ApiServer
{
    Q_DISABLE_COPY_MOVE(ApiServer)

public:
    static Result<std::unique_ptr<ApiServer>> start(Hub &hub, const ApiOptions &options);
    ~ApiServer();

    quint16 port() const;
    /// How work is handed to each of its threads, for whoever watches them. Good as long as this is.
    std::vector<PostToThread> threads() const;
    /// Whether new screens find this hub by itself: said to those who let one in. Any thread.
    void setAnnounced(bool announced);

private:
    class Impl;
    explicit ApiServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace oshaq
