// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/messagelogsection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/settings/messagetext.h"

#include <memory>

namespace oshaq {

MessageLogSection::MessageLogSection(MessagesPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
    , m_key(newIdempotencyKey())
{
    MessageLogSection::retranslate();
    MessageLogSection::setLook(look);
}

MessageLogSection::ListWords MessageLogSection::listWords() const
{
    return {tr("The sent messages are not known"), tr("Asking for the sent messages"),
            tr("Nobody was told anything yet"), tr("Set up a way under \"Messages\"; what goes out then stands here."),
            QString()};
}

PortCall MessageLogSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.log(std::nullopt, [this, done = std::move(done)](const PortAnswer<std::vector<Notice>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words MessageLogSection::rowWords(int row) const
{
    const Notice &notice = m_rows[size_t(row)];
    const QString title = MessageText::event(notice);
    const QString at = clock().moment(notice.lastAtMs.value_or(notice.createdAtMs), nowMs());
    const QString way = MessageText::way(notice.channel);
    QStringList facts{notice.hint.isEmpty() ? way : tr("%1 to %2").arg(way, notice.hint)};
    QString trouble;
    switch (notice.state) {
    case NoticeState::Sent:
        facts << tr("Sent %1").arg(at);
        break;
    case NoticeState::Waiting:
        facts << tr("Waits until %1, tried %n times", nullptr, notice.attempts)
                     .arg(clock().moment(notice.nextAtMs, nowMs()));
        if (!notice.error.isEmpty())
            facts << notice.error;
        break;
    case NoticeState::Skipped:
        facts << tr("Left out %1: %2").arg(at, notice.error);
        break;
    case NoticeState::Failed:
        trouble = tr("Given up %1 after %n tries: %2", nullptr, notice.attempts).arg(at, notice.error);
        break;
    }
    const bool again = notice.state == NoticeState::Failed || notice.state == NoticeState::Skipped;
    return {title, facts.join(u'\n'), trouble, again ? QStringList{tr("Send again")} : QStringList(),
            again ? QStringList{tr("Send again: %1").arg(title)} : QStringList()};
}

void MessageLogSection::act(int row, int)
{
    const qint64 id = m_rows[size_t(row)].id;
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.sendAgain(m_key, id, [this, call](const PortAnswer<Notice> &answer) {
        over(*call);
        m_key = newIdempotencyKey();
        if (!answer) {
            tell(answer.failure);
            return;
        }
        for (Notice &notice : m_rows) {
            if (notice.id == answer.value->id)
                notice = *answer.value;
        }
        rebuild();
    });
    remember(*call);
}

} // namespace oshaq
