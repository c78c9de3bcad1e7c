// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace oshaq {

/// Rows as a file for spreadsheets: RFC 4180, UTF-8 with a byte order mark (without it some read the system's old code
/// page), lines ended by CRLF. Whatever a spreadsheet would run as a formula gets an apostrophe in front.
QByteArray csvLines(const std::vector<QStringList> &rows);

/// Rows as a spreadsheet takes them from the clipboard: columns parted by tabs, with the same care.
QString clipboardLines(const std::vector<QStringList> &rows);

} // namespace oshaq
