// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <map>
#include <vector>

namespace oshaq {

class FormSheet;

/// Where integrations hear of events: addresses, what they hear, how the last deliveries went.
class WebhooksSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhooksSection)

public:
    /// The port must outlive it.
    WebhooksSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("webhooks"); }
    QString iconName() const override { return QStringLiteral("link"); }
    QString title() const override { return tr("Events to programs"); }
    QString summary() const override { return tr("Addresses that hear of what happens here, each event signed."); }
    void setLook(const Look &look) override;

    FormSheet *sheet() const { return m_sheet; }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;
    void addRow() override;

private:
    enum Action
    {
        Edit,
        Test,
        Deliveries
    };
    void openSheet(const WebhookEndpoint &endpoint);
    void save();
    void remove();
    void test(const WebhookEndpoint &endpoint);
    void askForDeliveries(const WebhookEndpoint &endpoint);
    QString deliveryWords(const std::vector<WebhookDelivery> &deliveries) const;

    SettingsPort &m_port;
    std::vector<WebhookEndpoint> m_rows;
    std::map<qint64, std::vector<WebhookDelivery>> m_deliveries; ///< by webhook: the last ones, where somebody asked
    WebhookEndpoint m_edited;
    QString m_key;
    QString m_testKey;
    bool m_made = false;
    FormSheet *m_sheet = nullptr;
};

} // namespace oshaq
