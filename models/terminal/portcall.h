// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>
#include <QtGlobal>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

/// Why a question to the hub has no answer.
struct PortFailure
{
    enum class Kind
    {
        Unreachable, ///< no network, no hub, or it took too long: ask again later
        SignIn,      ///< the hub refuses the token (401) or the role (403)
        Refused,     ///< the hub said no: errorCode says why
        Broken       ///< an answer that nobody expected, or 5xx
    };

    Kind kind = Kind::Unreachable;
    QString errorCode; ///< the hub's, for example PAYMENT_EXCEEDS_DUE; ui translates it
    QString message;   ///< English, for logs and the page of details
    std::vector<ErrorDetail> details;

    bool operator==(const PortFailure &) const = default;
};

/// What the hub answered, or why it did not.
template <typename T> struct PortAnswer
{
    std::optional<T> value;
    PortFailure failure; ///< when there is no value

    static PortAnswer of(T value) { return {std::move(value), {}}; }
    static PortAnswer failed(PortFailure failure) { return {std::nullopt, std::move(failure)}; }
    explicit operator bool() const { return value.has_value(); }
};

/// Called once, on the GUI thread, from the event loop and never inside the call that asked; not at all after
/// cancel().
template <typename T> using PortDone = std::function<void(const PortAnswer<T> &)>;

/// Names a question that is on its way; never 0.
using PortCall = quint64;

/// Of a success that says nothing more.
struct PortNothing
{
    bool operator==(const PortNothing &) const = default;
};

} // namespace oshaq
