// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/messagesport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <algorithm>

namespace oshaq {

/// A MessagesPort without a hub (see ScriptedAnswers): nothing is set up until furnish().
class FakeMessagesPort final : public MessagesPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeMessagesPort)

public:
    FakeMessagesPort()
    {
        for (const IntegrationKind kind : allIntegrationKinds) {
            Integration channel;
            channel.kind = kind;
            known.push_back(channel);
        }
    }

    std::vector<Integration> known;
    std::vector<Notice> notices;
    ChannelTrial trial{true, QStringLiteral("A test message went to manager@example.kz.")};
    qint64 nowMs = 1'768'488'420'000;

    Integration &channel(IntegrationKind kind)
    {
        return *std::find_if(known.begin(), known.end(), [kind](const Integration &one) { return one.kind == kind; });
    }

    /// Mail that works, SMS that does not, and a log of every state.
    void furnish()
    {
        Integration &mail = channel(IntegrationKind::Smtp);
        mail.enabled = true;
        mail.version = 3;
        mail.config = {{QStringLiteral("host"), QStringLiteral("smtp.example.kz")},
                       {QStringLiteral("port"), QStringLiteral("587")},
                       {QStringLiteral("security"), QStringLiteral("starttls")},
                       {QStringLiteral("user"), QStringLiteral("kitchen")},
                       {QStringLiteral("from"), QStringLiteral("kitchen@example.kz")}};
        mail.secretsSet = QStringList{QStringLiteral("password")};
        mail.state = IntegrationState::Working;
        mail.stateAtMs = nowMs - 3'600'000;
        Integration &sms = channel(IntegrationKind::Sms);
        sms.enabled = true;
        sms.version = 1;
        sms.config = {{QStringLiteral("provider"), QStringLiteral("mobizon")},
                      {QStringLiteral("sender"), QStringLiteral("OSHAQ")}};
        sms.secretsSet = QStringList{QStringLiteral("api_key")};
        sms.state = IntegrationState::Failing;
        sms.stateReason = QStringLiteral("Mobizon says 8: Wrong key");
        sms.stateAtMs = nowMs - 600'000;
        Integration &bank = channel(IntegrationKind::Halyk);
        bank.enabled = true;
        bank.version = 2;
        bank.config = {{QStringLiteral("client_id"), QStringLiteral("OSHAQ.KZ")},
                       {QStringLiteral("terminal_id"), QStringLiteral("67e34d63-102f-4bd1-898e-370781d0074d")}};
        bank.secretsSet = QStringList{QStringLiteral("client_secret")};
        bank.state = IntegrationState::Working;
        bank.stateAtMs = nowMs - 60'000;
        add(NoticeEvent::OrderReady, NoticeChannel::Sms, NoticeState::Failed, QStringLiteral("+7********67"),
            QStringLiteral("Mobizon says 8: Wrong key"));
        add(NoticeEvent::OrderCancelled, NoticeChannel::Email, NoticeState::Waiting, QStringLiteral("a***@example.kz"),
            QStringLiteral("The mail server says: another time. 451 4.7.1 Greylisted, come back later"));
        add(NoticeEvent::OrderRefunded, NoticeChannel::Email, NoticeState::Sent, QStringLiteral("d***@example.kz"), {});
        add(NoticeEvent::OutOfStock, NoticeChannel::Telegram, NoticeState::Skipped, {},
            QStringLiteral("It is not off the menu any more."));
        add(NoticeEvent::DayEnd, NoticeChannel::Email, NoticeState::Sent, QStringLiteral("m***@example.kz"), {});
    }

    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }

    QStringList calls; ///< "channels", "save smtp host=...", "test sms +7...", "log", "again 3"

    PortCall channels(PortDone<std::vector<Integration>> done) override
    {
        calls << QStringLiteral("channels");
        return m_answers.ask<std::vector<Integration>>(
            this, std::move(done), [this] { return PortAnswer<std::vector<Integration>>::of(known); });
    }
    PortCall saveChannel(IntegrationKind kind, const ChannelEdit &edit, qint64 version,
                         PortDone<Integration> done) override
    {
        QString call = QStringLiteral("save %1 v%2").arg(integrationKindText(kind)).arg(version);
        for (const auto &[key, value] : edit.config)
            call += u' ' + key + u'=' + value;
        for (const auto &[key, value] : edit.secrets)
            call += u' ' + key + QStringLiteral("=(secret of %1)").arg(value.size());
        calls << call;
        return m_answers.ask<Integration>(this, std::move(done), [this, kind, edit] {
            Integration &row = channel(kind);
            row.enabled = edit.enabled.value_or(row.enabled);
            for (const auto &[key, value] : edit.config)
                row.config[key] = value;
            for (const auto &[key, value] : edit.secrets) {
                if (!row.secretsSet.contains(key))
                    row.secretsSet.append(key);
            }
            ++row.version;
            return PortAnswer<Integration>::of(row);
        });
    }
    PortCall testChannel(const QString &, IntegrationKind kind, const QString &to, PortDone<ChannelTrial> done) override
    {
        calls << QStringLiteral("test %1 %2").arg(integrationKindText(kind), to);
        return m_answers.ask<ChannelTrial>(this, std::move(done),
                                           [this] { return PortAnswer<ChannelTrial>::of(trial); });
    }
    PortCall log(std::optional<NoticeState>, PortDone<std::vector<Notice>> done) override
    {
        calls << QStringLiteral("log");
        return m_answers.ask<std::vector<Notice>>(this, std::move(done),
                                                  [this] { return PortAnswer<std::vector<Notice>>::of(notices); });
    }
    PortCall sendAgain(const QString &, qint64 noticeId, PortDone<Notice> done) override
    {
        calls << QStringLiteral("again %1").arg(noticeId);
        return m_answers.ask<Notice>(this, std::move(done), [this, noticeId] {
            for (Notice &notice : notices) {
                if (notice.id != noticeId)
                    continue;
                notice.state = NoticeState::Waiting;
                notice.nextAtMs = nowMs;
                return PortAnswer<Notice>::of(notice);
            }
            return PortAnswer<Notice>::failed({PortFailure::Kind::Refused, QStringLiteral("NOT_FOUND"), {}, {}});
        });
    }
    void cancel(PortCall call) override { m_answers.cancel(call); }

private:
    void add(NoticeEvent event, NoticeChannel channel, NoticeState state, const QString &hint, const QString &error)
    {
        Notice notice;
        notice.id = qint64(notices.size()) + 1;
        notice.event = event;
        notice.channel = channel;
        notice.state = state;
        notice.hint = hint;
        notice.error = error;
        notice.attempts = state == NoticeState::Skipped ? 0 : int(notice.id);
        notice.orderNumber = QStringLiteral("A-04%1").arg(notice.id);
        notice.createdAtMs = nowMs - notice.id * 900'000;
        notice.lastAtMs = notice.createdAtMs + 5'000;
        notice.nextAtMs = nowMs + 60'000;
        notices.push_back(notice);
    }

    ScriptedAnswers m_answers;
};

} // namespace oshaq
