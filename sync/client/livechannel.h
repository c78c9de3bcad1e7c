// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QUrl>

namespace oshaq {

/// One stream of text messages from the hub. Implemented by WebSocketChannel, faked in tests. GUI thread.
class LiveChannel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends what was open (quietly) and connects. Nothing is signalled before the event loop runs again.
    virtual void open(const QUrl &url, const QByteArray &authorization) = 0;
    /// Quietly: closed() is not emitted.
    virtual void close() = 0;

Q_SIGNALS:
    void textReceived(const QByteArray &utf8);
    /// It ended, or could not be opened; once for each open(). `reason` is English and for logs.
    void closed(const QString &reason);
};

} // namespace oshaq
