// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/settings.h"
#include "models/hub/hublook.h"
#include "models/runtime/clock.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// One thing that was looked at.
struct Finding
{
    enum class State
    {
        Good,
        Skipped, ///< there is nothing to look at, or something before it failed
        Warning, ///< it works, and somebody should look
        Bad      ///< it does not work, or will not for long
    };

    QString about; ///< "disk", "printer Kitchen"
    State state = State::Good;
    QString what;   ///< what was seen
    QString advice; ///< what to do; empty: nothing
};

/// "good", "skipped", "warning", "bad".
QString findingStateText(Finding::State state);

struct DoctorRequest
{
    QString directory;
    Settings::Sources sources;
};

/// Looks at everything that a hub needs, as this user, also beside a running hub: configuration, directory, disk,
/// database, clock, port, certificate, printers, integrations, copies. Blocks, for some seconds where something does
/// not answer. Changes nothing.
std::vector<Finding> examine(const DoctorRequest &request, const Clock &clock);

namespace doctor {

// What each of them makes of what it sees; apart for tests.

Finding disk(qint64 freeBytes, qint64 totalBytes, qint64 databaseBytes);
/// `synchronized`: the system's clock is kept right by another one; nothing when that cannot be known.
Finding clock(qint64 nowMs, qint64 lastWrittenAtMs, std::optional<bool> synchronized);
/// `name`: whose certificate it is. From its PEM.
Finding certificate(const QByteArray &pem, const QString &name, bool isRenewedByItself, qint64 nowMs);
/// Not whether it can be reached.
Finding integration(const Integration &integration);
/// A place with so many files of backups, the newest of which reaches up to `newestMs`.
Finding backup(const QString &place, int files, qint64 newestMs, qint64 lastWrittenAtMs);
/// Looks into every place of the configuration; one finding each.
std::vector<Finding> backups(const Settings &settings, const QString &directory, qint64 lastWrittenAtMs);

} // namespace doctor

} // namespace oshaq
