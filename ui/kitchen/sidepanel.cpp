// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/sidepanel.h"

#include "ui/common/painting.h"
#include "ui/common/textblock.h"
#include "ui/kitchen/tickettext.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr double sidePadding = 18;
constexpr int mostOutLines = 4;

int headingHeight(const Look &look)
{
    return look.px(44);
}

void paintHeading(QPainter &painter, const Look &look, int width, const QString &text)
{
    const QRect rect(look.px(sidePadding), 0, width - 2 * look.px(sidePadding), headingHeight(look));
    painter.setFont(look.font(TextRole::CaptionBold));
    painter.setPen(look.theme().muted);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rect.width()));
}

/// " · 2 held"; empty: nothing waits.
QString heldWords(const AllDayCount &count)
{
    return count.held == 0 ? QString()
                           : QStringLiteral(" · ") + AllDayPanel::tr("%1 held").arg(TicketText::quantity(count.held));
}

} // namespace

AllDayPanel::AllDayPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("allDayPanel"));
    speak();
}

void AllDayPanel::setLook(const Look &look)
{
    m_look = look;
    update();
}

void AllDayPanel::setCounts(const QString &stationName, const std::vector<AllDayCount> &counts,
                            const std::vector<Station> &stations, bool isKnown)
{
    std::vector<AllDayCount> sorted = counts;
    const auto place = [&stations](const AllDayCount &count) {
        const auto found = std::find_if(stations.begin(), stations.end(),
                                        [&count](const Station &station) { return station.id == count.stationId; });
        return found - stations.begin();
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&place](const AllDayCount &a, const AllDayCount &b) {
        return std::pair(place(a), b.quantity) < std::pair(place(b), a.quantity);
    });
    if (m_station == stationName && m_counts == sorted && m_stations == stations && m_isKnown == isKnown)
        return;
    m_stations = stations;
    m_isKnown = isKnown;
    m_station = stationName;
    m_counts = std::move(sorted);
    speak();
    update();
}

void AllDayPanel::setOut(const QStringList &names)
{
    if (names == m_out)
        return;
    m_out = names;
    speak();
    update();
}

QString AllDayPanel::outLine() const
{
    //: Dishes that cannot be had: "Out: Plov, Nan"
    return m_out.isEmpty() ? QString() : tr("Out: %1").arg(m_out.join(QStringLiteral(", ")));
}

void AllDayPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        speak();
        update();
    }
    QWidget::changeEvent(event);
}

void AllDayPanel::speak()
{
    QStringList spoken{tr("Still to make")};
    for (const AllDayCount &count : m_counts)
        spoken << TicketText::quantity(count.quantity) + QLatin1Char(' ') + count.name + heldWords(count);
    if (!m_out.isEmpty())
        spoken << outLine();
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

void AllDayPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const QString heading = m_station.isEmpty() ? tr("ALL-DAY") : tr("ALL-DAY · %1").arg(m_station);
    paintHeading(painter, m_look, width(), heading);

    const int left = m_look.px(sidePadding);
    const int right = width() - m_look.px(sidePadding);
    int foot = height();
    if (!m_out.isEmpty()) {
        const TextBlock line(outLine(), m_look.font(TextRole::Caption), right - left,
                             m_look.lineSpacing(TextRole::Caption), mostOutLines);
        const int above = foot - line.height() - m_look.px(20);
        // Where the panel is low, what is to be made comes first.
        if (above >= headingHeight(m_look) + m_look.px(46)) {
            foot = above;
            painter.fillRect(QRect(left, foot, right - left, 1), theme.line);
            painter.setPen(theme.muted);
            line.draw(painter, QPoint(left, foot + m_look.px(10)));
        }
    }
    if (m_counts.empty()) {
        painter.setFont(m_look.font(TextRole::Body));
        painter.setPen(theme.muted);
        painter.drawText(QRect(left, headingHeight(m_look), right - left, height()),
                         Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                         m_isKnown ? tr("Nothing left to make.") : tr("Not known yet."));
        return;
    }

    const QFont quantityFont = m_look.font(TextRole::Dish);
    int quantityWidth = m_look.px(36);
    for (const AllDayCount &count : m_counts)
        quantityWidth =
            std::max(quantityWidth, painting::figuresWidth(TicketText::quantity(count.quantity), quantityFont));
    const int nameLeft = left + quantityWidth + m_look.px(14);
    const int least = m_look.px(46);

    int y = headingHeight(m_look);
    qint64 station = 0;
    for (size_t index = 0; index < m_counts.size(); ++index) {
        const AllDayCount &count = m_counts[index];
        if (m_stations.size() > 1 && count.stationId != station && y + 2 * least <= foot) {
            station = count.stationId;
            const auto found = std::find_if(m_stations.begin(), m_stations.end(),
                                            [station](const Station &one) { return one.id == station; });
            painter.setFont(m_look.font(TextRole::CaptionBold));
            painter.setPen(theme.muted);
            const QString where = found == m_stations.end() ? tr("Elsewhere") : found->name;
            const int row = m_look.px(34);
            painter.drawText(QRect(left, y, right - left, row), Qt::AlignBottom | Qt::AlignLeft,
                             QFontMetrics(painter.font()).elidedText(where, Qt::ElideRight, right - left));
            y += row;
        }
        const TextBlock name(count.name + heldWords(count), m_look.font(TextRole::BodyBold), right - nameLeft,
                             m_look.lineSpacing(TextRole::BodyBold), 5);
        const int rowHeight = std::max(least, name.height() + m_look.px(18));
        const bool isLast = index + 1 == m_counts.size();
        // The last row that fits says how many more there are.
        if (y + rowHeight + (isLast ? 0 : least) > foot) {
            painter.setFont(m_look.font(TextRole::Caption));
            painter.setPen(theme.muted);
            painter.drawText(QRect(left, y, right - left, least), Qt::AlignVCenter | Qt::AlignLeft,
                             tr("and %n more dishes", nullptr, int(m_counts.size() - index)));
            break;
        }
        painter.setPen(theme.text);
        painting::drawFigures(painter, QRect(left, y, quantityWidth, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                              TicketText::quantity(count.quantity), quantityFont);
        name.draw(painter, QPoint(nameLeft, y + (rowHeight - name.height()) / 2));
        painter.fillRect(QRect(left, y + rowHeight - 1, right - left, 1), theme.raised);
        y += rowHeight;
    }
}

CompletedPanel::CompletedPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("completedPanel"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    speak();
}

void CompletedPanel::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void CompletedPanel::setTickets(const std::vector<CompletedTicket> &tickets, const ZoneClock &clock, bool isKnown)
{
    m_clock = clock;
    if (m_tickets == tickets && m_isKnown == isKnown)
        return;
    m_isKnown = isKnown;
    m_tickets = tickets;
    m_pressed = -1;
    speak();
    updateGeometry();
    update();
}

void CompletedPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        speak();
        update();
    }
    QWidget::changeEvent(event);
}

void CompletedPanel::speak()
{
    QStringList spoken{tr("Completed")};
    for (int row = 0; row < rowCount(); ++row)
        spoken << m_tickets[size_t(row)].number;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

void CompletedPanel::setMostRows(int rows)
{
    if (rows == m_mostRows)
        return;
    m_mostRows = rows;
    updateGeometry();
    update();
}

int CompletedPanel::rowHeight() const
{
    return std::max(m_look.px(66), m_look.metrics().lineHeight());
}

int CompletedPanel::rowCount() const
{
    return std::min(m_mostRows, int(m_tickets.size()));
}

QRect CompletedPanel::rowRect(int row) const
{
    return QRect(0, headingHeight(m_look) + row * rowHeight(), width(), rowHeight());
}

QSize CompletedPanel::sizeHint() const
{
    return QSize(m_look.px(200), headingHeight(m_look) + std::max(1, rowCount()) * rowHeight() + m_look.px(8));
}

void CompletedPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painter.fillRect(QRect(m_look.px(sidePadding), 0, width() - 2 * m_look.px(sidePadding), 1), theme.line);
    paintHeading(painter, m_look, width(), tr("COMPLETED"));
    const int padding = m_look.px(sidePadding);
    if (m_tickets.empty()) {
        painter.setFont(m_look.font(TextRole::Body));
        painter.setPen(theme.muted);
        painter.drawText(rowRect(0).adjusted(padding, 0, -padding, 0), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                         m_isKnown ? tr("Nothing handed over yet.") : tr("Not known yet."));
        return;
    }

    //: Key on the keyboard
    const QString key = tr("R");
    bool keyShown = false;
    for (int row = 0; row < rowCount(); ++row) {
        const CompletedTicket &ticket = m_tickets[size_t(row)];
        const QRect rect = rowRect(row);
        if (row == m_pressed)
            painting::fillRounded(painter, QRectF(rect).adjusted(6, 2, -6, -2), m_look.px(8), theme.raised);
        QRect text = rect.adjusted(padding, m_look.px(6), -padding, -m_look.px(6));
        const QRect upper(text.left(), text.top(), text.width(), text.height() / 2);
        const QRect lower(text.left(), text.top() + text.height() / 2, text.width(), text.height() / 2);

        int right = text.right() + 1;
        if (ticket.recallable) {
            // An arrow that turns back, beside every ticket that a touch brings back.
            const qreal size = m_look.px(18);
            const QRectF circle(right - size, rect.top() + (rect.height() - size) / 2.0, size, size);
            painter.setPen(QPen(theme.muted, m_look.px(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawArc(circle, -110 * 16, 250 * 16);
            const QPointF tip(circle.left() + size * 0.13, circle.top() + size * 0.24);
            painter.drawPolyline(
                QPolygonF{tip + QPointF(0, -size * 0.30), tip, tip + QPointF(size * 0.32, size * 0.02)});
            right -= int(size) + m_look.px(10);
        }
        if (ticket.recallable && !keyShown) {
            const QSize cap = painting::keyCapSize(m_look, key);
            painting::drawKeyCap(
                painter, m_look,
                QRect(QPoint(right - cap.width(), rect.top() + (rect.height() - cap.height()) / 2), cap), key, false);
            right -= cap.width() + m_look.px(8);
            keyShown = true;
        }

        const QFont number = m_look.font(TextRole::BodyBold);
        painter.setPen(theme.text);
        painting::drawFigures(painter, upper, Qt::AlignLeft | Qt::AlignVCenter, ticket.number, number);
        const int whereLeft = upper.left() + painting::figuresWidth(ticket.number, number) + m_look.px(10);
        painter.setPen(theme.muted);
        painter.setFont(m_look.font(TextRole::Caption));
        const QFontMetrics caption(painter.font());
        painter.drawText(
            QRect(whereLeft, upper.top(), right - whereLeft, upper.height()), Qt::AlignLeft | Qt::AlignVCenter,
            caption.elidedText(TicketText::where(ticket.fulfilment, ticket.table), Qt::ElideRight, right - whereLeft));
        QString when = m_clock.time(ticket.completedAtMs);
        if (ticket.status == OrderStatus::Cancelled)
            when += QStringLiteral(" · ") + tr("cancelled");
        else
            when += QStringLiteral(" · ") +
                    tr("took %1").arg(TicketText::duration(ticket.completedAtMs - ticket.placedAtMs));
        painting::drawFigures(painter, lower, Qt::AlignLeft | Qt::AlignVCenter,
                              caption.elidedText(when, Qt::ElideRight, right - lower.left()),
                              m_look.font(TextRole::Caption));
    }
}

int CompletedPanel::rowAt(const QPoint &point) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rowRect(row).contains(point))
            return row;
    }
    return -1;
}

void CompletedPanel::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    m_pressed = row >= 0 && m_tickets[size_t(row)].recallable ? row : -1;
    update();
}

void CompletedPanel::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    update();
    if (pressed >= 0 && pressed < rowCount() && rowAt(event->position().toPoint()) == pressed)
        Q_EMIT recallRequested(m_tickets[size_t(pressed)].orderId);
}

} // namespace oshaq
