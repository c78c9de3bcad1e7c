// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oshaq {

/// One mail of plain text.
struct MailMessage
{
    QString from; ///< an address, see isEmailAddress()
    QString fromName;
    QString to;
    QString toName;
    QString subject;
    QString body;
    QString id; ///< the same for each attempt, so that a mailbox can tell a second copy
    qint64 atMs = 0;
};

/// The mail as RFC 5322 and MIME have it: lines of at most 76 bytes, ended by CRLF, nothing but ASCII. Names and
/// subject cannot bring a header in.
QByteArray mimeMessage(const MailMessage &mail);

} // namespace oshaq
