// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/apishared.h"

#include "sync/server/tlsidentity.h"

#include <QFile>

namespace oshaq {

std::unique_ptr<SocketCounter::Slot> SocketCounter::take(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    int &count = m_counts[key];
    if (count >= maxPerToken)
        return nullptr;
    ++count;
    return std::make_unique<Slot>(*this, key);
}

int SocketCounter::total() const
{
    const std::lock_guard lock(m_mutex);
    int total = 0;
    for (const auto &[key, count] : m_counts)
        total += count;
    return total;
}

void SocketCounter::release(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(key);
    if (found != m_counts.end() && --found->second == 0)
        m_counts.erase(found);
}

ApiWorkers::ApiWorkers(Hub &hub)
    : m_hub(hub)
    , m_pool(threads, limits, [this](int worker) { m_readers[static_cast<size_t>(worker)].reset(); })
{}

bool ApiWorkers::post(std::function<void(Result<sql::Database *>)> task)
{
    return m_pool.post([this, task = std::move(task)](int worker) {
        auto &reader = m_readers[static_cast<size_t>(worker)];
        if (!reader) {
            auto opened = m_hub.openReader();
            if (!opened)
                return task(opened.error());
            reader = std::move(opened).value();
        }
        task(reader.get());
    });
}

namespace {

/// The CA that the hub made for itself; nothing with a given certificate or without TLS.
QByteArray ownAuthority(const ApiOptions &options)
{
    if (!options.http.tls || options.http.tls->caFile().isEmpty())
        return {};
    QFile file(options.http.tls->caFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ApiShared::ApiShared(Hub &theHub, ApiOptions theOptions)
    : hub(theHub)
    , options(std::move(theOptions))
    , addressLimiter(options.ratePerSecond, options.rateBurst)
    , tokenLimiter(options.ratePerSecond, options.rateBurst)
    , workers(theHub)
    , pairing(ownAuthority(options))
    , startedAtMs(theHub.clock().nowMs())
{}

} // namespace oshaq
