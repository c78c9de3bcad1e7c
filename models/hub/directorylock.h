// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <memory>

namespace oshaq {

/// Exclusive hold of a hub's data directory by the file hub.lock. The kernel holds it for the process, so a killed hub
/// leaves no lock behind; children do not inherit it.
class DirectoryLock final
{
    Q_DISABLE_COPY_MOVE(DirectoryLock)

public:
    /// StorageUnavailable, naming the directory and the holder, when somebody else has it.
    static Result<std::unique_ptr<DirectoryLock>> take(const QString &directory);
    ~DirectoryLock();

    /// Somebody has it now. Writes nothing.
    static bool isHeld(const QString &directory);

private:
    explicit DirectoryLock(int descriptor)
        : m_descriptor(descriptor)
    {}
    int m_descriptor;
};

} // namespace oshaq
