// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statisticsbar.h"

#include "ui/common/touchbutton.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace oshaq {

StatisticsBar::StatisticsBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_range(new TouchButton(look, this))
    , m_comparison(new QComboBox(this))
    , m_asOf(new QLabel(this))
    , m_refresh(new TouchButton(look, this))
    , m_export(new TouchButton(look, this))
    , m_dayEnd(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("statisticsBar"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_title->setProperty("role", QStringLiteral("title"));
    m_asOf->setProperty("role", QStringLiteral("caption"));
    m_asOf->setObjectName(QStringLiteral("statisticsAsOf"));
    m_range->setObjectName(QStringLiteral("statisticsRange"));
    m_range->setKind(TouchButton::Kind::Chosen);
    m_range->setKeys({QStringLiteral("D")});
    m_comparison->setObjectName(QStringLiteral("statisticsComparison"));
    m_comparison->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_comparison->setFocusPolicy(Qt::StrongFocus);
    m_comparison->installEventFilter(this);
    m_refresh->setObjectName(QStringLiteral("statisticsRefresh"));
    m_refresh->setKeys({QStringLiteral("F5")});
    m_export->setObjectName(QStringLiteral("statisticsExport"));
    m_export->setKeys({QStringLiteral("E")});
    m_dayEnd->setObjectName(QStringLiteral("statisticsDayEnd"));
    m_dayEnd->setKeys({QStringLiteral("Z")});
    for (TouchButton *button : {m_range, m_refresh, m_export, m_dayEnd})
        button->setTakesFocus(true);
    connect(m_comparison, qOverload<int>(&QComboBox::currentIndexChanged), this, &StatisticsBar::comparisonPicked);
    retranslate();
}

void StatisticsBar::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : {m_range, m_refresh, m_export, m_dayEnd})
        button->setLook(look);
    rearrange();
}

void StatisticsBar::retranslate()
{
    m_comparison->setAccessibleName(tr("Compared with"));
    m_refresh->setText(tr("Refresh"));
    m_export->setText(tr("Export"));
    m_dayEnd->setText(tr("Day-end report"));
    rearrange();
}

void StatisticsBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void StatisticsBar::setRange(const QString &words)
{
    m_range->setText(words);
    m_range->setAccessibleName(tr("Days: %1").arg(words));
    rearrange();
}

void StatisticsBar::setComparisons(const QStringList &words, int chosen)
{
    const QSignalBlocker quiet(m_comparison);
    while (m_comparison->count() < words.size())
        m_comparison->addItem(QString());
    for (int i = 0; i < words.size(); ++i)
        m_comparison->setItemText(i, words[i]);
    m_comparison->setCurrentIndex(chosen);
    rearrange();
}

void StatisticsBar::setAsOf(const QString &words)
{
    if (words == m_asOf->text())
        return;
    m_asOf->setText(words);
    m_asOf->setVisible(!words.isEmpty());
    rearrange();
}

QString StatisticsBar::asOf() const
{
    return m_asOf->text();
}

std::array<QWidget *, 3> StatisticsBar::left() const
{
    return {m_title, m_range, m_comparison};
}

std::array<QWidget *, 4> StatisticsBar::right() const
{
    return {m_asOf, m_refresh, m_export, m_dayEnd};
}

int StatisticsBar::place(int width, bool apply) const
{
    const int gap = m_look.px(12);
    const int high = m_look.metrics().buttonHeight();
    const auto sizeOf = [&](QWidget *widget) {
        widget->ensurePolished();
        return std::min(widget->sizeHint().width(), std::max(1, width));
    };
    int sum = -gap;
    int rightSum = 0;
    for (QWidget *widget : left())
        sum += sizeOf(widget) + gap;
    for (QWidget *widget : right())
        rightSum += widget->isHidden() ? 0 : sizeOf(widget) + gap;
    // The rail says what the page is: its title is the first that goes.
    const bool hasTitle = sum + rightSum <= width;
    const bool isOneLine = hasTitle || sum - sizeOf(m_title) - gap + rightSum <= width;
    if (apply)
        m_title->setVisible(hasTitle);

    int x = 0;
    int y = 0;
    const auto put = [&](QWidget *widget) {
        if (widget == m_title ? !hasTitle : widget->isHidden())
            return;
        const int wide = sizeOf(widget);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += high + m_look.px(8);
        }
        if (apply)
            widget->setGeometry(x, y, wide, high);
        x += wide + gap;
    };
    for (QWidget *widget : left())
        put(widget);
    if (isOneLine)
        x = width - (rightSum - gap);
    for (QWidget *widget : right())
        put(widget);
    // What scrolls below it keeps away from its buttons.
    return y + high + m_look.px(6);
}

int StatisticsBar::heightForWidth(int width) const
{
    return place(width, false);
}

QSize StatisticsBar::sizeHint() const
{
    const int wide = std::max(width(), m_look.px(400));
    return QSize(wide, place(wide, false));
}

QSize StatisticsBar::minimumSizeHint() const
{
    return QSize(1, m_look.metrics().buttonHeight());
}

void StatisticsBar::rearrange()
{
    updateGeometry();
    place(width(), true);
}

void StatisticsBar::resizeEvent(QResizeEvent *)
{
    // A layout may remember a height from before some of it was polished.
    if (place(width(), true) != height())
        updateGeometry();
}

bool StatisticsBar::eventFilter(QObject *watched, QEvent *event)
{
    // A list with larger letters does not tell that it needs more room.
    if (watched == m_comparison && (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange))
        QMetaObject::invokeMethod(this, &StatisticsBar::rearrange, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

bool StatisticsBar::event(QEvent *event)
{
    // The style sheet has other sizes now.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {
        rearrange();
    }
    return QWidget::event(event);
}

} // namespace oshaq
