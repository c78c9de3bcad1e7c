// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/ticket.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace oshaq {

/// How much of each dish is still to be made, most first. What does not fit is counted, not scrolled.
class AllDayPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AllDayPanel)

public:
    explicit AllDayPanel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `isKnown` false: nothing has been heard from the site yet, which is not the same as nothing to make.
    /// With `stations`, the counts are grouped by where the dishes are made.
    void setCounts(const QString &stationName, const std::vector<AllDayCount> &counts,
                   const std::vector<Station> &stations, bool isKnown);
    /// Names of dishes that cannot be had, in a quiet line at the foot.
    void setOut(const QStringList &names);
    /// "Out: Plov, Nan"; empty: everything can be had.
    QString outLine() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void speak();

    Look m_look;
    QString m_station;
    std::vector<AllDayCount> m_counts;
    std::vector<Station> m_stations;
    QStringList m_out;
    bool m_isKnown = false;
};

/// The last tickets that left the screen; a touch on one that can come back recalls it.
class CompletedPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletedPanel)

public:
    explicit CompletedPanel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTickets(const std::vector<CompletedTicket> &tickets, const ZoneClock &clock, bool isKnown);
    /// How many rows it may use.
    void setMostRows(int rows);
    QRect rowRect(int row) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void recallRequested(qint64 orderId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void speak();
    int rowHeight() const;
    int rowCount() const;
    int rowAt(const QPoint &point) const;

    Look m_look;
    ZoneClock m_clock;
    std::vector<CompletedTicket> m_tickets;
    bool m_isKnown = false;
    int m_mostRows = 3;
    int m_pressed = -1;
};

} // namespace oshaq
