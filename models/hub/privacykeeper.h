// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/hubreader.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

namespace oshaq {

struct PrivacyKeeperOptions
{
    std::chrono::milliseconds rest = std::chrono::minutes(1); ///< between two looks at the keys and the clock
    std::chrono::milliseconds retention = std::chrono::hours(1);
    /// Persons of one look for those who are kept too long; the next look takes the rest.
    int most = 200;
};

/// Keeps what a restaurant promised its guests: erases those who were kept as long as settingkeys::guestMonths says,
/// and seals fields anew while there is a key from before. Its own thread with its own read-only connection; it writes
/// by commands of one person or a few hundred rows and waits for each, so that it never fills the writer's queue. What
/// it cannot do now it does after a rest.
class PrivacyKeeper final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivacyKeeper)

public:
    /// Starts at once. The hub must outlive it.
    explicit PrivacyKeeper(Hub &hub, PrivacyKeeperOptions options = {});
    ~PrivacyKeeper() override;

    /// Waits until it has looked once more at everything. For tests.
    void waitUntilKept();

protected:
    void run() override;

private:
    struct Shared;

    Result<void> pass(bool alsoRetention);
    Result<void> erase();
    Result<WriteOutcome> write(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> command);
    bool isStopping() const;

    Hub &m_hub;
    const PrivacyKeeperOptions m_options;
    const std::shared_ptr<Shared> m_shared; ///< also with the writer's answers, which may outlive it
    HubReader m_reader;                     ///< the thread's own
};

/// Seals everything anew that is under a key from before, and forgets that key when nothing needs it any more.
/// `write` runs a command and waits for it. Returns how many values cannot be opened, for whose sake the key stays.
Result<qint64> resealFields(
    Hub &hub, sql::Database &reader,
    const std::function<Result<WriteOutcome>(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)>)>
        &write,
    const std::function<void(qint64 rows)> &progress = {});

} // namespace oshaq
