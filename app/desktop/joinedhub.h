// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oshaq {

/// That this computer is a screen of another one's hub, as its data directory remembers it: "screen.ini" with the
/// address, and a terminal of its own under "screen/". The record that may have been begun here is not touched.
namespace joinedhub {

/// Nothing: this computer keeps the record itself.
std::optional<QString> url(const QString &dataDirectory);
QString terminalDirectory(const QString &dataDirectory);
/// Where it keeps the standby's copy, when it is one: "standby/".
QString standbyDirectory(const QString &dataDirectory);
/// The CA that this screen trusts, as libraries want it: in a file beside the terminal. Written anew at every start, so
/// that what counts is what the terminal keeps. Empty: those of the system.
Result<QString> writeAuthority(const QString &dataDirectory, const QByteArray &pem);
/// Written whole or not at all.
Result<void> remember(const QString &dataDirectory, const QString &url);

} // namespace joinedhub

} // namespace oshaq
