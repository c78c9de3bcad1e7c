// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartlegend.h"

#include "ui/common/accessible.h"
#include "ui/common/painting.h"
#include "ui/statistics/chartcolours.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace oshaq {

ChartLegend::ChartLegend(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleRole(this, QAccessible::StaticText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void ChartLegend::setChart(const Chart &chart, const QString &unit)
{
    m_chart = chart;
    m_unit = unit;
    QStringList names{unit};
    for (const QString &name : chart.legend)
        names << name;
    names.removeAll(QString());
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(!names.isEmpty());
    updateGeometry();
    update();
}

int ChartLegend::place(int width, QPainter *painter) const
{
    const QFont font = m_look.font(TextRole::Caption);
    const QFontMetrics metrics(font);
    const ChartColours colours = chartColours(m_look, m_chart.colour);
    const int line = std::max(metrics.height(), m_look.px(24));
    const int side = m_look.px(16);
    int x = 0;
    int y = 0;
    const auto put = [&](const QString &text, int sign) {
        const int wide = metrics.horizontalAdvance(text) + (sign >= 0 ? side + m_look.px(8) : 0);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            const QRectF box(x, y + (line - side) / 2.0, side, side);
            const qreal radius = m_look.px(4);
            if (sign == 0) {
                painting::fillRounded(*painter, box, radius, colours.main);
            } else if (sign == 1 && m_chart.shape == Chart::Shape::Lines) {
                painter->setPen(QPen(colours.outline, m_look.px(2), Qt::DashLine));
                painter->drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
            } else if (sign == 1) {
                painting::fillRounded(*painter, box, radius, colours.second);
                painting::outlineRounded(*painter, box, radius, colours.outline);
            } else if (sign == 2) {
                painter->fillRect(QRectF(box.center().x() - m_look.px(1.5), box.top(), m_look.px(3), side),
                                  m_look.theme().text);
            }
            painter->setFont(font);
            painter->setPen(m_look.theme().muted);
            const int shift = sign >= 0 ? side + m_look.px(8) : 0;
            painter->drawText(QRect(x + shift, y, wide - shift + 1, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        }
        x += wide + m_look.px(16);
    };
    if (!m_unit.isEmpty())
        put(m_unit, -1);
    for (size_t i = 0; i < m_chart.legend.size(); ++i) {
        if (!m_chart.legend[i].isEmpty())
            put(m_chart.legend[i], int(i));
    }
    return y + line;
}

int ChartLegend::heightForWidth(int width) const
{
    return place(width, nullptr);
}

QSize ChartLegend::sizeHint() const
{
    return QSize(m_look.px(200), place(std::max(width(), m_look.px(200)), nullptr));
}

QSize ChartLegend::minimumSizeHint() const
{
    return QSize(1, m_look.px(24));
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    place(width(), &painter);
}

} // namespace oshaq
