// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/messagesport.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// MessagesPort over the API. How failures show: see HubCalls. Destroying it forgets every question.
class MessagesClient final : public MessagesPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesClient)

public:
    MessagesClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent = nullptr);

    PortCall channels(PortDone<std::vector<Integration>> done) override;
    PortCall saveChannel(IntegrationKind kind, const ChannelEdit &edit, qint64 version,
                         PortDone<Integration> done) override;
    PortCall testChannel(const QString &key, IntegrationKind kind, const QString &to,
                         PortDone<ChannelTrial> done) override;
    PortCall log(std::optional<NoticeState> state, PortDone<std::vector<Notice>> done) override;
    PortCall sendAgain(const QString &key, qint64 noticeId, PortDone<Notice> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    HubCalls m_calls;
};

} // namespace oshaq
