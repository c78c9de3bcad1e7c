// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/lab.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace oshaq::drill {

struct SiteReply
{
    int status = 0; ///< 0: none
    QByteArray body;
};

/// One question to a hub or a standby with curl, which reads the token and the body: a command line can be read by
/// everybody on the machine.
SiteReply ask(const QStringList &wrapper, const QString &url, const QByteArray &token, const char *method,
              const QByteArray &body = {});

/// Asks the hub or standby at this node, from there.
SiteReply askSite(const Lab &lab, const QString &node, const QByteArray &token, const char *method, const char *path,
                  const QByteArray &body = {});

} // namespace oshaq::drill
