// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/messagesender.h"

#include <mutex>
#include <vector>

namespace oshaq::test {

/// Keeps what would have gone to phones. Thread-safe.
class FakeMessages final : public MessageSender
{
public:
    Result<void> ready(qint64) const override { return {}; }

    Result<void> send(const CodeMessage &message) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_broken)
            return Error{ErrorCode::Overloaded, QStringLiteral("The messages do not go out now."), {}};
        m_sent.push_back(message);
        return {};
    }

    void setBroken(bool broken)
    {
        const std::lock_guard lock(m_mutex);
        m_broken = broken;
    }
    std::vector<CodeMessage> sent() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent;
    }
    /// The newest code.
    QByteArray code() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent.empty() ? QByteArray() : m_sent.back().code.toLatin1();
    }

private:
    mutable std::mutex m_mutex;
    std::vector<CodeMessage> m_sent;
    bool m_broken = false;
};

} // namespace oshaq::test
