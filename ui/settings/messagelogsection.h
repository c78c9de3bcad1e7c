// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/messagesport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

/// What guests and staff were told, newest first: where it went, how it ended and why, and one more try.
class MessageLogSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageLogSection)

public:
    /// The port must outlive it.
    MessageLogSection(MessagesPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("messagelog"); }
    QString iconName() const override { return QStringLiteral("clock"); }
    QString title() const override { return tr("Sent messages"); }
    QString summary() const override { return tr("What guests and staff were told in the last 30 days, newest first."); }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    MessagesPort &m_port;
    std::vector<Notice> m_rows;
    QString m_key;
};

} // namespace oshaq
