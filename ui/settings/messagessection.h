// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/messagesport.h"
#include "ui/settings/listsection.h"

#include <map>
#include <vector>

namespace oshaq {

class FormSheet;

/// Others that the site talks to: what each is set up with, how it is doing, and a test that says the real reason when
/// it does not work. As "Messages" the ways by which guests and staff are told, as "Services" all others: the bank, the
/// delivery service, and services that take orders for us.
class MessagesSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagesSection)

public:
    enum class Of
    {
        Messages,
        Services
    };

    /// The port must outlive it.
    MessagesSection(MessagesPort &port, Of of, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override
    {
        return m_of == Of::Messages ? QStringLiteral("messages") : QStringLiteral("services");
    }
    QString iconName() const override
    {
        return m_of == Of::Messages ? QStringLiteral("phone") : QStringLiteral("cash");
    }
    QString title() const override { return m_of == Of::Messages ? tr("Messages") : tr("Bank and delivery"); }
    QString summary() const override
    {
        return m_of == Of::Messages ? tr("How guests and staff are told what happens to orders.")
                                    : tr("Who takes cards, who brings orders, and who sends them here.");
    }
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
    void hintSecret(IntegrationKind kind, const QString &field);
    void save(IntegrationKind kind);
    void openTest(IntegrationKind kind);
    void test(IntegrationKind kind, const QString &to);
    QString known(const Integration &channel) const;

    MessagesPort &m_port;
    Of m_of;
    std::vector<Integration> m_rows;
    std::map<IntegrationKind, ChannelTrial> m_trials; ///< the last one of each, until the list is asked anew
    std::map<IntegrationKind, FormSheet *> m_sheets;
    std::map<IntegrationKind, Integration> m_edited;
    FormSheet *m_testSheet = nullptr;
    IntegrationKind m_tested = IntegrationKind::Smtp;
    QString m_testKey;
};

} // namespace oshaq
