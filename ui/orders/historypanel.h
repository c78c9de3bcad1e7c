// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class TouchButton;

/// What happened to an order, newest first, or why it is not known.
class HistoryPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryPanel)

public:
    explicit HistoryPanel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setClock(const ZoneClock &clock, qint64 nowMs, const Currency &currency);
    void setTimeline(const OrderTimeline &timeline);
    /// Instead of the events, or under those that are known from before.
    void setStatus(const QString &words);
    /// Nothing is known, and nothing is said.
    void clear();
    /// As shown, one event a line.
    QStringList texts() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Look m_look;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
    Currency m_currency;
    std::vector<TimelineEvent> m_events;
    QLabel *m_title;
    QLabel *m_status;
    QVBoxLayout *m_list;
    std::vector<QLabel *> m_labels;
};

/// A guest as the counter sees them: what they ordered, what they must not eat, where they live.
class GuestPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuestPanel)

public:
    explicit GuestPanel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `order`: the one whose guest it is; what it says is shown while nothing more is known.
    void setGuest(const Order &order, const std::optional<GuestCard> &card, const QString &status,
                  const ZoneClock &clock, qint64 nowMs);
    QString text() const;

Q_SIGNALS:
    void orderRequested(qint64 orderId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Look m_look;
    Order m_order;
    std::optional<GuestCard> m_card;
    QString m_statusText;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
    QLabel *m_title;
    QLabel *m_name;
    QLabel *m_allergy;
    QLabel *m_addresses;
    QLabel *m_status;
    QLabel *m_pastTitle;
    QVBoxLayout *m_pastList;
    std::vector<TouchButton *> m_past;
};

} // namespace oshaq
