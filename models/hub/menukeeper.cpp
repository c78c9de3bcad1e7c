// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menukeeper.h"

#include "models/hub/catalogservice.h"
#include "models/hub/catalogstore.h"
#include "models/runtime/threadrank.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcKeeper, "oshaq.hub.menu")

constexpr qint64 retryStorageMs = 1'000;

Principal keeperOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::System;
    principal.role = Role::Manager;
    principal.businessId = businessId;
    principal.label = QStringLiteral("menu");
    return principal;
}

} // namespace

void MenuKeeper::Bell::ring()
{
    const std::lock_guard lock(mutex);
    ringing = true;
    rung.notify_one();
}

MenuKeeper::MenuKeeper(Hub &hub)
    : m_hub(hub)
    , m_reader(hub)
{
    setObjectName(QStringLiteral("menu"));
    m_listener = m_hub.addCommitListener([bell = m_bell](const CommitNotice &notice) {
        if (notice.touched.catalog)
            bell->ring();
    });
    start();
}

MenuKeeper::~MenuKeeper()
{
    m_hub.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_bell->mutex);
        m_bell->ending = true;
        m_bell->rung.notify_one();
    }
    wait();
}

void MenuKeeper::look()
{
    m_bell->ring();
}

void MenuKeeper::run()
{
    setThreadRank(ThreadRank::Background);
    qint64 sleepMs = 0;
    while (true) {
        {
            std::unique_lock lock(m_bell->mutex);
            m_bell->rung.wait_for(lock, std::chrono::milliseconds(sleepMs),
                                  [this] { return m_bell->ringing || m_bell->ending; });
            if (m_bell->ending)
                break;
            m_bell->ringing = false;
        }
        sleepMs = std::clamp<qint64>(putBack(), 0, longestSleepMs);
        m_reader.close();
    }
}

qint64 MenuKeeper::putBack()
{
    const auto database = m_reader.open();
    const auto first = database ? catalogstore::firstBackAt(**database) : database.error();
    if (!first) {
        qCWarning(lcKeeper).noquote() << "cannot read:" << first.error().message;
        return retryStorageMs;
    }
    const qint64 nowMs = m_hub.clock().nowMs();
    qint64 soonestMs = longestSleepMs;
    for (const auto &[businessId, backAtMs] : *first) {
        if (backAtMs > nowMs) {
            soonestMs = std::min(soonestMs, backAtMs - nowMs);
            continue;
        }
        // Its commit rings; until then nothing else happens for this business.
        submit(businessId);
        soonestMs = std::min(soonestMs, retryStorageMs);
    }
    return soonestMs;
}

void MenuKeeper::submit(qint64 businessId)
{
    WriteCommand command;
    command.principal = keeperOf(businessId);
    command.run = [](WriteContext &context) { return catalogwrites::putBack(context); };
    command.done = [](const Result<WriteOutcome> &outcome) {
        if (!outcome)
            qCWarning(lcKeeper).noquote() << "cannot put back what is due:" << outcome.error().message;
    };
    m_hub.writer().submit(std::move(command));
}

} // namespace oshaq
