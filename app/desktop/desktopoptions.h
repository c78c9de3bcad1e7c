// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace oshaq {

/// What the command line of `oshaq` says.
struct DesktopOptions
{
    QString dataDirectory;  ///< hub.db, terminal.db, logs and the window's place
    QString hubUrl;         ///< empty: this computer is the hub
    QString hubToken;       ///< from OSHAQ_TOKEN, never from the command line
    QString page;           ///< "kitchen", "orders", "settings"; empty: the one of last time
    QString screenshotFile; ///< not empty: show, save a picture, end
    QSize size;             ///< of the window; empty: as last time
    QString language;       ///< "en", "ru", "kk"; empty: the system's
    QString configFile;
    QStringList assignments; ///< of --set
    QString helpText;        ///< not empty: print it and end
};

/// ValidationFailed with what to write instead.
Result<DesktopOptions> readDesktopOptions(const QStringList &arguments);

} // namespace oshaq
