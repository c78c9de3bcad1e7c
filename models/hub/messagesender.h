// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QtGlobal>

namespace oshaq {

/// A code that goes to a phone. The words around it are the sender's.
struct CodeMessage
{
    qint64 businessId = 0;
    QString businessName;
    QString phone; ///< E.164
    QString code;
};

/// Whoever brings messages to phones: a port, whose clients live in sync/integrations. Thread-safe. Never writes a
/// phone or a code to a log.
class MessageSender
{
public:
    virtual ~MessageSender() = default;

    /// NotConfigured unless this business can send.
    virtual Result<void> ready(qint64 businessId) const = 0;
    /// On a worker: may take as long as a network does. An error has no phone and no code in its text.
    virtual Result<void> send(const CodeMessage &message) = 0;
};

/// The default: nobody sends anything.
class NoMessageSender final : public MessageSender
{
public:
    Result<void> ready(qint64 businessId) const override;
    Result<void> send(const CodeMessage &message) override;
};

} // namespace oshaq
