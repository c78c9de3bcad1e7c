// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>

#include <cstddef>
#include <utility>

namespace oshaq {

/// Collects everything that is wrong with a request: the first problem gives the code and the message, the details name
/// all of them.
class Problems
{
public:
    void add(ErrorCode code, const QString &path, const QString &issue)
    {
        if (m_error.details.empty()) {
            m_error.code = code;
            m_error.message = issue;
        }
        m_error.details.push_back({path, issue});
    }

    bool any() const { return !m_error.details.empty(); }
    const Error &error() const { return m_error; }

    /// The error with how many more there are in its message. Only when there is any.
    Error take()
    {
        if (const std::size_t more = m_error.details.size() - 1; more > 0)
            m_error.message += QStringLiteral(" (and %1 more)").arg(more);
        return std::move(m_error);
    }

private:
    Error m_error;
};

} // namespace oshaq
