// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/livechannel.h"

class QWebSocket;

namespace oshaq {

/// LiveChannel over a QWebSocket.
class WebSocketChannel final : public LiveChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketChannel)

public:
    /// `caFile`: trust this CA and no other; empty: those of the system.
    /// `version`: of the program that asks.
    explicit WebSocketChannel(const QString &caFile = {}, QByteArray version = OSHAQ_VERSION,
                              QObject *parent = nullptr);
    ~WebSocketChannel() override;

    void open(const QUrl &url, const QByteArray &authorization) override;
    void close() override;

private:
    void handleEnded();

    const QString m_caFile;
    const QByteArray m_version;
    QWebSocket *m_socket = nullptr; // child of this
};

} // namespace oshaq
