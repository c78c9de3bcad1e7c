// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/courierport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;

/// Where the house delivers to, and for how much.
class DeliverySection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliverySection)

public:
    /// The port must outlive it.
    DeliverySection(CourierPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("delivery"); }
    QString iconName() const override { return QStringLiteral("delivery"); }
    QString title() const override { return tr("Delivery zones"); }
    QString summary() const override
    {
        return tr(
            "Where couriers go and what a delivery costs there. Couriers themselves are on the page of the staff.");
    }
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
    void openSheet(const DeliveryZone &zone);
    bool read(DeliveryZone *zone);
    void save();
    void remove();

    CourierPort &m_port;
    std::vector<DeliveryZone> m_rows;
    DeliveryZone m_edited;
    QString m_key;
    FormSheet *m_sheet = nullptr;
};

} // namespace oshaq
