// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/messagesport.h"
#include "ui/settings/listsection.h"

#include <map>
#include <vector>

namespace oshaq {

class FormSheet;

/// The ways by which guests and staff are told: what each is set up with, how it is doing, and a test that says the
/// real reason when it does not work.
class MessagesSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesSection)

public:
    /// The port must outlive it.
    MessagesSection(MessagesPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("messages"); }
    QString iconName() const override { return QStringLiteral("phone"); }
    QString title() const override { return tr("Messages"); }
    QString summary() const override { return tr("How guests and staff are told what happens to orders."); }
    void setLook(const Look &look) override;

    /// Of a channel, once it was opened; null before.
    FormSheet *sheet(IntegrationKind kind) const;
    FormSheet *testSheet() const { return m_testSheet; }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    enum Action
    {
        SetUp,
        Test
    };
    void openSheet(const Integration &channel);
    FormSheet *makeSheet(IntegrationKind kind);
    void save(IntegrationKind kind);
    void openTest(IntegrationKind kind);
    void test(IntegrationKind kind, const QString &to);
    QString known(const Integration &channel) const;

    MessagesPort &m_port;
    std::vector<Integration> m_rows;
    std::map<IntegrationKind, ChannelTrial> m_trials; ///< the last one of each, until the list is asked anew
    std::map<IntegrationKind, FormSheet *> m_sheets;
    std::map<IntegrationKind, Integration> m_edited;
    FormSheet *m_testSheet = nullptr;
    IntegrationKind m_tested = IntegrationKind::Smtp;
    QString m_testKey;
};

} // namespace oshaq
