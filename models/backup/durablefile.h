// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// Files that are there, whole, after the power went, or are not.
namespace durablefile {

/// What is in the file is on the disk when it returns.
Result<void> sync(const QString &file);
/// The names in it are.
Result<void> syncDirectory(const QString &directory);
/// Replaces `to` by `from` on the same file system, durable when it returns. `from` was synced before.
Result<void> rename(const QString &from, const QString &to);
/// A copy beside its final name, synced and then renamed.
Result<void> copy(const QString &from, const QString &to);
/// 0600. AlreadyExists when there is one.
Result<void> writeNew(const QString &file, const QByteArray &content);
/// 0600, by way of a file beside it.
Result<void> replace(const QString &file, const QByteArray &content);
/// Nothing when there is none.
Result<void> remove(const QString &file);
/// With its parents, 0700.
Result<void> makeDirectory(const QString &directory);

} // namespace durablefile

} // namespace oshaq
