// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/courierport.h"
#include "models/terminal/ordersport.h"
#include "ui/orders/entry/entrysheet.h"

#include <optional>
#include <set>
#include <vector>

class QVBoxLayout;

namespace oshaq {

class ChoiceCard;
class ChoiceRow;

/// Who brings an order to its guest: one of the house's couriers, or the delivery service after a yes to its price; and
/// the zone that the fee goes by. Only the hub can say that; the same choice keeps its key however often it is tried.
class CourierSheet final : public EntrySheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CourierSheet)

public:
    /// Both ports must outlive it.
    CourierSheet(OrdersPort &port, CourierPort &couriers, const Look &look, QWidget *parent);
    ~CourierSheet() override;

    void setLook(const Look &look) override;
    void begin(qint64 orderId);

    const std::vector<ChoiceCard *> &cards() const { return m_cards; }
    ChoiceRow *zoneRow() const { return m_zoneRow; }
    bool isFinished() const { return m_finished; }

protected:
    void submit() override;
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    /// What a card stands for.
    struct Choice
    {
        enum class Kind
        {
            Courier,
            Nobody,
            Service
        };
        Kind kind = Kind::Nobody;
        qint64 courierId = 0;

        bool operator==(const Choice &) const = default;
    };

    void ask();
    void askDispatch();
    void showChoices();
    void showZones();
    void addCard(const Choice &choice, const QString &title, const QString &below, const QString &figure = {});
    void choose(const Choice &choice);
    void showButton();
    QString serviceText() const;
    bool serviceHasIt() const;
    QString key();
    void orderDone(const PortAnswer<Order> &answer);
    void dispatchDone(const PortAnswer<Dispatch> &answer);
    void failed(const PortFailure &failure);
    void forget();

    OrdersPort &m_port;
    CourierPort &m_couriers;
    Order m_order;
    bool m_known = false; ///< the hub has said who there is
    std::vector<Courier> m_all;
    std::vector<DeliveryZone> m_zones;
    std::optional<Dispatch> m_dispatch;
    Choice m_choice;
    Choice m_before; ///< when the sheet opened
    QLabel *m_about;
    QLabel *m_who;
    QVBoxLayout *m_list;
    QLabel *m_zoneName;
    ChoiceRow *m_zoneRow;
    std::vector<ChoiceCard *> m_cards;
    std::vector<Choice> m_offered; ///< beside m_cards
    QString m_key;
    std::set<PortCall> m_asked;
    std::optional<PortCall> m_call; ///< of what the person wants
    bool m_finished = false;
};

} // namespace oshaq
