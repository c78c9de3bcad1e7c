// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/lockscreen.h"

#include "ui/common/accessible.h"
#include "ui/common/icons.h"
#include "ui/common/painting.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/pinpad.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFontMetrics>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace oshaq {

namespace {

constexpr double cardWidth = 380;
constexpr double markSize = 56;
constexpr int padStaysMs = 20'000;

} // namespace

LockScreen::LockScreen(OperatorPort &port, const Look &look, QWidget *window, std::function<qint64()> clock)
    : QWidget(window)
    , m_port(port)
    , m_look(look)
    , m_card(new QFrame(this))
    , m_title(new QLabel(m_card))
    , m_who(new QLabel(m_card))
    , m_pad(new PinPad(port, look, m_card, std::move(clock)))
    , m_back(new TouchButton(look, m_card))
    , m_layout(new QVBoxLayout(m_card))
{
    setObjectName(QStringLiteral("lockScreen"));
    setAccessibleRole(this, QAccessible::Dialog);
    m_card->setObjectName(QStringLiteral("lockCard"));
    m_card->setProperty("card", true);
    m_title->setProperty("role", QStringLiteral("title"));
    m_who->setProperty("role", QStringLiteral("muted"));
    m_who->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_title, m_who}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        m_layout->addWidget(label);
    }
    m_back->setObjectName(QStringLiteral("lockBack"));
    m_back->setTakesFocus(true);
    m_layout->addWidget(m_pad);
    m_layout->addWidget(m_back, 0, Qt::AlignHCenter);
    m_padTimer.setSingleShot(true);
    m_padTimer.setInterval(padStaysMs);
    connect(&m_padTimer, &QTimer::timeout, this, [this] { showPad(false); });
    connect(m_back, &TouchButton::clicked, this, [this] { showPad(false); });
    window->installEventFilter(this);
    hide();
    retranslate();
    setLook(look);
}

LockScreen::~LockScreen()
{
    close();
}

void LockScreen::setLook(const Look &look)
{
    m_look = look;
    applyLook(look);
    arrange();
    update();
}

void LockScreen::applyLook(const Look &look)
{
    m_card->setStyleSheet(styleFor(look));
    m_pad->setLook(look);
    m_back->setLook(look);
    m_layout->setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16));
    m_layout->setSpacing(look.px(8));
    m_fitted = look;
}

void LockScreen::open(bool seeThrough, int left)
{
    m_seeThrough = seeThrough;
    m_left = left;
    m_pad->clear();
    retranslate();
    if (isHidden()) {
        // Menus stand over everything, and would be a way around.
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        qApp->installEventFilter(this);
        show();
    }
    raise();
    showPad(!seeThrough);
}

void LockScreen::close()
{
    qApp->removeEventFilter(this);
    m_padTimer.stop();
    m_pad->clear();
    hide();
}

bool LockScreen::isPadShown() const
{
    return !m_card->isHidden();
}

void LockScreen::showPad(bool shown)
{
    m_card->setVisible(shown);
    m_back->setVisible(m_seeThrough);
    m_padTimer.stop();
    if (shown && m_seeThrough)
        m_padTimer.start();
    if (!shown)
        m_pad->clear();
    arrange();
    if (shown)
        m_pad->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
    update();
}

QString LockScreen::text() const
{
    return m_seeThrough ? m_bandText : m_title->text();
}

void LockScreen::retranslate()
{
    const std::optional<ScreenOperator> last = m_port.current();
    m_title->setText(tr("This screen is locked"));
    m_who->setText(last ? tr("%1 was here last.").arg(last->name) : tr("Nobody is signed in."));
    m_bandText = tr("Locked: tickets stay in sight. Touch the screen or type your PIN to go on.");
    m_back->setText(tr("Back to the tickets"));
    //: Key on the keyboard
    m_back->setKeys({tr("Esc")});
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_seeThrough ? m_bandText : m_who->text());
    arrange();
    update();
}

void LockScreen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// ---- what people try

void LockScreen::handleKey(QKeyEvent *event)
{
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && m_seeThrough && m_pad->typed() == 0)
        showPad(false);
    else if (isEscape)
        m_pad->clear();
    else if (m_pad->handleKey(*event) && m_seeThrough && !isPadShown())
        showPad(true);
    if (m_seeThrough && isPadShown())
        m_padTimer.start();
    event->accept();
}

void LockScreen::keyPressEvent(QKeyEvent *event)
{
    handleKey(event);
}

void LockScreen::mousePressEvent(QMouseEvent *event)
{
    if (m_seeThrough)
        showPad(true);
    event->accept();
}

bool LockScreen::focusNextPrevChild(bool next)
{
    Q_UNUSED(next)
    // Between the pad and the way back, and nowhere else.
    if (m_seeThrough && isPadShown() && m_pad->hasFocus())
        m_back->setFocus(Qt::TabFocusReason);
    else if (isPadShown())
        m_pad->setFocus(Qt::TabFocusReason);
    return true;
}

bool LockScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        arrange();
    if (isHidden() || !watched->isWidgetType())
        return QWidget::eventFilter(watched, event);
    const auto *widget = static_cast<const QWidget *>(watched);
    const bool isBehind = widget != this && !isAncestorOf(widget) && widget->window() == window();
    switch (event->type()) {
    case QEvent::KeyPress:
        // The focus may have gone to a page behind: what people type belongs here all the same.
        if (!isBehind)
            break;
        (isPadShown() ? static_cast<QWidget *>(m_pad) : this)->setFocus(Qt::OtherFocusReason);
        handleKey(static_cast<QKeyEvent *>(event));
        return true;
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
        return isBehind;
    default:
        break;
    }
    if (m_seeThrough && isPadShown() && event->type() == QEvent::MouseButtonPress)
        m_padTimer.start();
    return QWidget::eventFilter(watched, event);
}

// ---- what is seen

int LockScreen::bandHeight() const
{
    const QFontMetrics metrics(m_look.font(TextRole::BodyBold));
    const int room = qMax(1, width() - m_left - m_look.px(96));
    const int words = metrics.boundingRect(QRect(0, 0, room, 10'000), Qt::TextWordWrap, m_bandText).height();
    // The bar of what can be done is under it.
    return qMax(words + m_look.px(24), m_look.metrics().buttonHeight() + m_look.px(28));
}

int LockScreen::cardHeight(int wide) const
{
    return m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(wide) : m_layout->sizeHint().height();
}

void LockScreen::arrange()
{
    if (isHidden())
        return; // open() arranges it
    if (!parentWidget())
        return;
    setGeometry(parentWidget()->rect());
    const int edge = m_look.px(16);
    int wide = 0;
    const int room = height() - 2 * edge - (m_seeThrough ? bandHeight() : 0);
    // All keys at once: letters get smaller before anybody has to look for a digit.
    constexpr int leastPercent = 50;
    for (int percent = 100; percent >= leastPercent; percent -= 10) {
        const Look look = m_look.withText(percent);
        if (!(look == m_fitted) || percent == 100)
            applyLook(look);
        wide = qMin(look.px(cardWidth), width() - 2 * edge);
        if (cardHeight(wide) <= room)
            break;
    }
    const int high = qMin(cardHeight(wide), room);
    const int left = m_seeThrough ? width() - wide - edge : (width() - wide) / 2;
    const int mark = m_seeThrough ? 0 : m_look.px(markSize + 16);
    const int spare = room - high - mark;
    const int top = edge + (spare > 0 ? mark + spare / 2 : qMax(0, room - high) / 2);
    m_card->setGeometry(left, m_seeThrough ? height() - bandHeight() - edge - high : top, wide, high);
}

void LockScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (!m_seeThrough) {
        painter.fillRect(rect(), theme.background);
        const int mark = m_look.px(markSize);
        if (m_card->y() >= mark + m_look.px(24)) {
            painter.drawPixmap((width() - mark) / 2, m_card->y() - mark - m_look.px(16),
                               iconPixmap(QStringLiteral("mark"), mark, theme.muted, devicePixelRatioF()));
        }
        return;
    }
    // Pages cannot be changed now.
    QColor veil = theme.surface;
    veil.setAlpha(220);
    painter.fillRect(QRect(0, 0, m_left, height()), veil);
    const QRect band(m_left, height() - bandHeight(), width() - m_left, bandHeight());
    painter.fillRect(band, theme.text);
    const int icon = m_look.px(28);
    painter.drawPixmap(m_left + m_look.px(24), band.center().y() - icon / 2,
                       iconPixmap(QStringLiteral("lock"), icon, theme.background, devicePixelRatioF()));
    painter.setPen(theme.background);
    painter.setFont(m_look.font(TextRole::BodyBold));
    painter.drawText(band.adjusted(m_look.px(24) + icon + m_look.px(14), 0, -m_look.px(24), 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_bandText);
}

} // namespace oshaq
