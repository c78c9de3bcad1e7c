// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// A message of the outbox as an open page or a screen hears it: in words, in the language that the outbox chose.
struct ScreenNotice
{
    QString uuid; ///< of the message: the same one may be heard more than once
    std::optional<qint64> orderId;
    QString title; ///< may be empty
    QString text;
    qint64 atMs = 0; ///< hub time

    bool operator==(const ScreenNotice &) const = default;
};

} // namespace oshaq
