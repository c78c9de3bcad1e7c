// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/navigationrail.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"
#include "ui/common/railentry.h"
#include "ui/common/touchbutton.h"
#include "ui/common/operatorchip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr double railWidth = 84;
constexpr double markSize = 44;
constexpr double edge = 8;
constexpr int leastPercent = 50;

QString fullScreenKey()
{
    //: Key on the keyboard
    return NavigationRail::tr("F11");
}

} // namespace

NavigationRail::NavigationRail(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_work(new RailEntry(QStringLiteral("work"), {}, look, this))
    , m_fullScreen(new TouchButton(look, this))
    , m_chip(new OperatorChip(look, this))
{
    setObjectName(QStringLiteral("navigationRail"));
    m_work->setObjectName(QStringLiteral("workEntry"));
    m_work->setAutoExclusive(false);
    m_work->setCheckable(false);
    m_work->setFocusPolicy(Qt::TabFocus);
    m_work->hide();
    connect(m_work, &RailEntry::clicked, this, &NavigationRail::workChosen);
    m_fullScreen->setObjectName(QStringLiteral("fullScreenButton"));
    m_fullScreen->setKind(TouchButton::Kind::Glyph);
    m_fullScreen->setIconName(QStringLiteral("fullscreen"));
    m_chip->installEventFilter(this);
    m_plan = planFor(look, true, true);
    retranslate();
}

NavigationRail::~NavigationRail() = default;

void NavigationRail::setLook(const Look &look)
{
    m_look = look;
    arrange();
    update();
}

void NavigationRail::addPage(const QString &iconName, const QString &key, bool atFoot)
{
    const int index = count();
    auto *entry = new RailEntry(iconName, key, m_look, this);
    entry->setChecked(index == m_current);
    entry->setFocusPolicy(index == m_current ? Qt::TabFocus : Qt::NoFocus);
    connect(entry, &RailEntry::clicked, this, [this, index] {
        setCurrentPage(index);
        Q_EMIT pageChosen(index);
    });
    m_entries.push_back(entry);
    m_atFoot.push_back(atFoot);
    m_isVisible.push_back(true);
    entry->show();
    setTabOrder(entry, m_work);
    arrange();
}

void NavigationRail::setText(int index, const QString &text)
{
    if (entry(index)->text() == text)
        return;
    entry(index)->setText(text);
    entry(index)->setAccessibleName(text);
    namePages();
}

void NavigationRail::namePages()
{
    QStringList names;
    for (int i = 0; i < count(); ++i) {
        if (m_isVisible[size_t(i)])
            names << entry(i)->text();
    }
    setAccessibleName(tr("Pages: %1").arg(names.join(QStringLiteral(", "))));
    arrange();
    update();
}

void NavigationRail::setWork(const QString &text, int percent)
{
    m_work->setPercent(percent);
    if (m_work->text() == text)
        return;
    m_work->setText(text);
    m_work->setVisible(!text.isEmpty());
    retranslate();
}

void NavigationRail::setPageVisible(int index, bool visible)
{
    if (m_isVisible[size_t(index)] == visible)
        return;
    m_isVisible[size_t(index)] = visible;
    entry(index)->setVisible(visible);
    namePages();
}

int NavigationRail::visibleCount() const
{
    return int(std::count(m_isVisible.begin(), m_isVisible.end(), true));
}

void NavigationRail::setCurrentPage(int index)
{
    m_current = index;
    for (int i = 0; i < count(); ++i) {
        entry(i)->setChecked(i == index);
        // One stop for Tab; the arrow keys do the rest.
        entry(i)->setFocusPolicy(i == index ? Qt::TabFocus : Qt::NoFocus);
    }
}

void NavigationRail::takeFocus()
{
    for (int i = 0; i < count(); ++i) {
        const int index = (m_current + i) % count();
        if (!m_isVisible[size_t(index)])
            continue;
        entry(index)->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

// ---- room

NavigationRail::Plan NavigationRail::planFor(const Look &look, bool hasMark, bool hasKeys) const
{
    Plan plan;
    plan.look = look;
    plan.hasMark = hasMark;
    plan.hasKeys = hasKeys;
    plan.gap = look.px(hasKeys ? 6 : 4);
    plan.headHeight = hasMark ? look.px(markSize + 30) : look.px(edge);
    plan.footHeight = look.metrics().buttonHeight() + look.px(edge);
    if (hasKeys)
        plan.footHeight += painting::keyCapSize(look, fullScreenKey()).height() + look.px(4);
    plan.entryHeight = RailEntry::heightFor(look, hasKeys);
    if (!m_chip->isHidden()) {
        // The name goes where the mark goes: people know their initials.
        plan.chipHeight = OperatorChip::heightFor(look, hasMark) + plan.gap;
        plan.footHeight += plan.chipHeight;
    }
    return plan;
}

int NavigationRail::heightOf(const Plan &plan) const
{
    return plan.headHeight + rows() * (plan.entryHeight + plan.gap) + plan.footHeight;
}

int NavigationRail::rows() const
{
    return visibleCount() + (m_work->isHidden() ? 0 : 1);
}

int NavigationRail::widthFor(const Look &look) const
{
    int width = look.px(railWidth);
    if (!m_work->isHidden())
        width = qMax(width, m_work->wantedWidth(look, false) + 2 * look.px(edge));
    for (const RailEntry *one : m_entries)
        width = qMax(width, one->wantedWidth(look, m_plan.hasKeys) + 2 * look.px(edge));
    return width;
}

void NavigationRail::arrange()
{
    // Everything, then without keys, then without the mark, then smaller: the names of the pages stay whole.
    m_plan = planFor(m_look, true, true);
    if (heightOf(m_plan) > height())
        m_plan = planFor(m_look, true, false);
    if (heightOf(m_plan) > height())
        m_plan = planFor(m_look, false, false);
    for (int percent = 95; heightOf(m_plan) > height() && percent >= leastPercent; percent -= 5)
        m_plan = planFor(m_look.withText(percent), false, false);

    const int width = widthFor(m_plan.look);
    setFixedWidth(width);
    const int side = m_plan.look.px(edge);
    int top = m_plan.headHeight;
    int bottom = height() - m_plan.footHeight;
    for (int i = 0; i < count(); ++i) {
        entry(i)->setLook(m_plan.look, m_plan.hasKeys);
        if (m_isVisible[size_t(i)] && !m_atFoot[size_t(i)]) {
            entry(i)->setGeometry(side, top, width - 2 * side, m_plan.entryHeight);
            top += m_plan.entryHeight + m_plan.gap;
        }
    }
    for (int i = count() - 1; i >= 0; --i) {
        if (m_isVisible[size_t(i)] && m_atFoot[size_t(i)]) {
            bottom -= m_plan.entryHeight + m_plan.gap;
            entry(i)->setGeometry(side, bottom, width - 2 * side, m_plan.entryHeight);
        }
    }
    bottom -= m_plan.entryHeight + m_plan.gap;
    m_work->setLook(m_plan.look, false);
    m_work->setGeometry(side, bottom, width - 2 * side, m_plan.entryHeight);
    m_fullScreen->setLook(m_plan.look);
    const QSize size = m_fullScreen->sizeHint();
    m_fullScreen->setGeometry((width - size.width()) / 2, height() - m_plan.footHeight + m_plan.chipHeight,
                              size.width(), size.height());
    if (m_plan.chipHeight > 0) {
        m_chip->setLook(m_plan.look, m_plan.hasMark);
        m_chip->setGeometry(side, height() - m_plan.footHeight, width - 2 * side, m_plan.chipHeight - m_plan.gap);
    }
}

QSize NavigationRail::sizeHint() const
{
    return QSize(widthFor(m_plan.look), m_look.px(400));
}

QSize NavigationRail::minimumSizeHint() const
{
    return QSize(widthFor(m_plan.look), 0);
}

void NavigationRail::resizeEvent(QResizeEvent *)
{
    arrange();
}

// ---- painting and keys

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look &look = m_plan.look;
    const Theme &theme = look.theme();
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.line);
    if (m_plan.hasMark) {
        const int mark = look.px(markSize);
        painter.drawPixmap(
            (width() - mark) / 2, look.px(18),
            iconPixmap(QStringLiteral("mark"), mark, theme.isDark ? theme.text : theme.muted, devicePixelRatioF()));
    }
    if (m_plan.hasKeys) {
        const QString key = fullScreenKey();
        const QSize cap = painting::keyCapSize(look, key);
        painting::drawKeyCap(painter, look,
                             QRect(QPoint((width() - cap.width()) / 2, height() - cap.height() - look.px(edge)), cap),
                             key, false);
    }
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    const auto focused = std::find(m_entries.begin(), m_entries.end(), QApplication::focusWidget());
    const bool forward = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right;
    const bool back = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else if (focused != m_entries.end() && (forward || back)) {
        const int step = forward ? 1 : -1;
        int to = int(focused - m_entries.begin()) + step;
        while (to >= 0 && to < count() && !m_isVisible[size_t(to)])
            to += step;
        if (to >= 0 && to < count())
            entry(to)->setFocus(Qt::OtherFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool NavigationRail::eventFilter(QObject *watched, QEvent *event)
{
    const bool isChip = watched == m_chip;
    if (isChip && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)) {
        arrange();
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void NavigationRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NavigationRail::retranslate()
{
    m_work->setAccessibleName(tr("Files and long work: %1").arg(m_work->text()));
    m_fullScreen->setAccessibleName(tr("Full screen"));
    m_fullScreen->setToolTip(tr("Full screen (F11)"));
    arrange();
    update();
}

} // namespace oshaq
