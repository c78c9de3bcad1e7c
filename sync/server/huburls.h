// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/apishared.h"

#include <QString>
#include <QStringList>

namespace oshaq {

/// Where this hub answers. Of a server that listens on every address, those by which other machines reach it.
QStringList hubUrls(const ApiShared &shared);

/// The one to tell a new screen: IPv4 first, which people can read to each other.
QString hubUrlForScreens(const ApiShared &shared);

} // namespace oshaq
