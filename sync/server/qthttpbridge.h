// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace oshaq {

class ConnectionGuard;
class Listener;
class RequestHandler;

/// Lets QtHttpServer read the requests of a listener and gives them to the handler as values. This file pair is the
/// only place that knows QtHttpServer: its virtual functions change in Qt 6.5 and 6.8.
///
/// Takes the listener over, which must be listening. Delete it on its thread, before the guard and the handler.
std::unique_ptr<QObject> makeQtHttpBridge(std::unique_ptr<Listener> listener, ConnectionGuard &guard,
                                          RequestHandler &handler);

} // namespace oshaq
