// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "models/domain/notice.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// What somebody changes of a channel; what is not named stays. Holds secrets: never logged.
struct ChannelEdit
{
    std::optional<bool> enabled;
    std::map<QString, QString> config;
    std::map<QString, QString> secrets; ///< empty: forgotten
};

/// What came of a test: what was reached, or the real reason why not, as the other side has it.
struct ChannelTrial
{
    bool ok = false;
    QString message;

    bool operator==(const ChannelTrial &) const = default;
};

/// Others that the site talks to, how guests and staff are told, and what was told. Implemented in sync/client; faked
/// in GUI tests. GUI thread; nothing blocks.
class MessagesPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Everybody that the site can talk to, set up or not; of secrets only which there are.
    virtual PortCall channels(PortDone<std::vector<Integration>> done) = 0;
    /// `version`: the one that the person saw.
    virtual PortCall saveChannel(IntegrationKind kind, const ChannelEdit &edit, qint64 version,
                                 PortDone<Integration> done) = 0;
    /// `to`: where the test message goes; empty: the channel decides.
    virtual PortCall testChannel(const QString &key, IntegrationKind kind, const QString &to,
                                 PortDone<ChannelTrial> done) = 0;

    /// The newest 50; none named: of every state.
    virtual PortCall log(std::optional<NoticeState> state, PortDone<std::vector<Notice>> done) = 0;
    virtual PortCall sendAgain(const QString &key, qint64 noticeId, PortDone<Notice> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq
