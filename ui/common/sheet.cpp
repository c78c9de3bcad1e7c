// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sheet.h"

#include "ui/common/painting.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>

#include <utility>

namespace oshaq {

Sheet::Sheet(const Look &look, Place place, int designWidth, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_place(place)
    , m_designWidth(designWidth)
    , m_panel(new QWidget(this))
    , m_title(new QLabel(m_panel))
    , m_close(new TouchButton(look, m_panel))
    , m_scroll(new QScrollArea(m_panel))
    , m_footerBar(new QWidget(m_panel))
{
    setObjectName(QStringLiteral("sheet"));
    m_panel->setObjectName(QStringLiteral("sheetPanel"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("sheetClose"));
    m_close->setKind(TouchButton::Kind::Glyph);
    m_close->setIconName(QStringLiteral("close"));
    m_close->setTakesFocus(true);
    connect(m_close, &TouchButton::clicked, this, [this] {
        if (mayClose())
            close();
    });

    auto *content = new QWidget(m_scroll);
    m_body = new QVBoxLayout(content);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_footer = new QHBoxLayout(m_footerBar);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(m_panel);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_footerBar);

    parent->installEventFilter(this);
    content->installEventFilter(this);
    hide();
    Sheet::setLook(look);
    Sheet::retranslate();
}

Sheet::~Sheet() = default;

void Sheet::retranslate()
{
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
}

void Sheet::setLook(const Look &look)
{
    m_look = look;
    m_close->setLook(look);
    if (m_isOpening || !isHidden())
        useStyle();
    else
        m_adopted = look;
    const int edge = look.px(20);
    m_panel->layout()->setContentsMargins(edge, look.px(14), edge, look.px(16));
    m_panel->layout()->setSpacing(look.px(12));
    m_body->setContentsMargins(0, 0, look.px(4), 0);
    m_body->setSpacing(look.px(12));
    m_footer->setContentsMargins(0, 0, 0, 0);
    m_footer->setSpacing(look.px(10));
    arrange();
    update();
}

/// Over a page of the same look nothing is to be styled again: its rules hold for all that is in it.
void Sheet::useStyle()
{
    const QString style = styleFor(m_look);
    const auto isStyled = [&style](const QWidget *around) { return around->styleSheet().startsWith(style); };
    const QWidget *around = parentWidget();
    while (around && !isStyled(around))
        around = around->isWindow() ? nullptr : around->parentWidget();
    const QString own = around ? QString() : style;
    // Even no style instead of none would style everything in it again.
    if (m_panel->styleSheet() != own)
        m_panel->setStyleSheet(own);
}

void Sheet::prepare()
{
    if (!isHidden())
        return;
    if (const std::optional<Look> adopted = std::exchange(m_adopted, std::nullopt)) {
        m_isOpening = true;
        setLook(*adopted);
        m_isOpening = false;
    }
}

void Sheet::adoptLook(const Look &look)
{
    if (isHidden())
        m_adopted = look;
    else
        setLook(look);
}

void Sheet::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString Sheet::title() const
{
    return m_title->text();
}

void Sheet::open(QWidget *first)
{
    m_focusBefore = QApplication::focusWidget();
    if (m_focusBefore && isAncestorOf(m_focusBefore))
        m_focusBefore = nullptr;
    m_footerBar->setVisible(m_footer->count() > 0);
    prepare();
    show();
    raise();
    arrange();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    else
        m_close->setFocus(Qt::OtherFocusReason);
}

void Sheet::close()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
    Q_EMIT closed();
}

void Sheet::arrange()
{
    const QWidget *page = parentWidget();
    if (!page)
        return;
    setGeometry(page->rect());
    const int edge = m_place == Place::Center ? m_look.px(24) : 0;
    const int wide = qMin(m_look.px(m_designWidth), width() - 2 * edge);
    if (m_place == Place::Right) {
        m_panel->setGeometry(width() - wide, 0, wide, height());
        return;
    }
    // As high as the content wants, and no higher than the window.
    const QMargins margins = m_panel->layout()->contentsMargins();
    const int inner = wide - margins.left() - margins.right() - m_look.px(4);
    const QWidget *content = m_scroll->widget();
    const int wanted = qMax(content->layout()->hasHeightForWidth() ? content->layout()->totalHeightForWidth(inner)
                                                                   : content->sizeHint().height(),
                            content->minimumSizeHint().height());
    int high = margins.top() + margins.bottom() + m_close->sizeHint().height() + m_panel->layout()->spacing() + wanted;
    if (m_footer->count() > 0)
        high += m_panel->layout()->spacing() + m_footerBar->sizeHint().height();
    high = qMin(high + m_look.px(4), height() - 2 * edge);
    m_panel->setGeometry((width() - wide) / 2, qMax(edge, (height() - high) / 2), wide, high);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(0, 0, 0, m_look.theme().isDark ? 140 : 90));
    const Theme &theme = m_look.theme();
    if (m_place == Place::Right) {
        painter.fillRect(m_panel->geometry(), theme.surface);
        painter.fillRect(QRect(m_panel->x() - 1, 0, 1, height()), theme.line);
    } else {
        painting::fillRounded(painter, m_panel->geometry(), m_look.px(12), theme.surface);
        painting::outlineRounded(painter, m_panel->geometry(), m_look.px(12), theme.line);
    }
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    // On the veil: whoever wanted to go on with the page gets it back.
    if (!m_panel->geometry().contains(event->position().toPoint()) && mayClose())
        close();
    event->accept();
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (mayClose())
            close();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               (event->modifiers() & ~Qt::KeypadModifier) == 0) {
        // On some platforms only Space presses a button.
        auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        if (button && isAncestorOf(button) && !event->isAutoRepeat())
            button->click();
    }
    // Nothing reaches the page behind.
    event->accept();
}

void Sheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        arrange();
    }
    QWidget::changeEvent(event);
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        arrange();
    // Its content was polished, or is more or less than before.
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest && m_place == Place::Center)
        arrange();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    // Round and round inside the sheet.
    QWidget *from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from))
        from = m_close;
    QWidget *at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool takesTab = (at->focusPolicy() & Qt::TabFocus) != 0 && at->isEnabled() && at->isVisibleTo(this);
        if (at != this && isAncestorOf(at) && takesTab && !at->focusProxy()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            for (QWidget *around = at->parentWidget(); around && around != this; around = around->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(around))
                    area->ensureWidgetVisible(at);
            }
            return true;
        }
    } while (at != from);
    return false;
}

} // namespace oshaq
