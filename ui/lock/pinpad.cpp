// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/pinpad.h"

#include "models/domain/credentials.h"
#include "ui/common/accessible.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/locktext.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include <memory>

namespace oshaq {

namespace {

constexpr double keyMillimetres = 15;
constexpr double gap = 8;
constexpr double dot = 14;

std::function<qint64()> steadyClock()
{
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return timer->elapsed(); };
}

} // namespace

/// One digit, as large as a thumb.
class PinKey final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinKey)

public:
    PinKey(int digit, const Look &look, QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
    {
        setText(QString::number(digit));
        setObjectName(QStringLiteral("pin%1").arg(digit));
        setFocusPolicy(Qt::NoFocus);
    }

    void setLook(const Look &look)
    {
        m_look = look;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        painting::fillRounded(painter, rect(), m_look.px(10), isDown() ? theme.line : theme.raised);
        painting::outlineRounded(painter, rect(), m_look.px(10), theme.line);
        painter.setFont(m_look.font(TextRole::Title));
        painter.setPen(isEnabled() ? theme.text : theme.faint);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    Look m_look;
};

PinPad::PinPad(OperatorPort &port, const Look &look, QWidget *parent, std::function<qint64()> clock)
    : QWidget(parent)
    , m_port(port)
    , m_look(look)
    , m_clock(clock ? std::move(clock) : steadyClock())
    , m_message(new QLabel(this))
    , m_erase(new TouchButton(look, this))
    , m_enter(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("pinPad"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::EditableText);
    m_message->setObjectName(QStringLiteral("pinMessage"));
    m_message->setProperty("role", QStringLiteral("caption"));
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
    m_message->setTextFormat(Qt::PlainText);
    setAccessibleRole(m_message, QAccessible::AlertMessage);
    for (int digit = 0; digit < int(m_keys.size()); ++digit) {
        auto *key = new PinKey(digit, look, this);
        connect(key, &PinKey::clicked, this, [this, digit] { addDigit(digit); });
        m_keys[size_t(digit)] = key;
    }
    m_erase->setObjectName(QStringLiteral("pinErase"));
    m_erase->setIconName(QStringLiteral("erase"));
    m_enter->setObjectName(QStringLiteral("pinEnter"));
    m_enter->setKind(TouchButton::Kind::Primary);
    m_enter->setIconName(QStringLiteral("check"));
    connect(m_erase, &TouchButton::clicked, this, &PinPad::erase);
    connect(m_enter, &TouchButton::clicked, this, &PinPad::submit);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &PinPad::tick);
    retranslate();
    setLook(look);
}

PinPad::~PinPad()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void PinPad::setLook(const Look &look)
{
    m_look = look;
    for (PinKey *key : m_keys)
        key->setLook(look);
    m_erase->setLook(look);
    m_enter->setLook(look);
    updateGeometry();
    arrange();
    update();
}

void PinPad::clear()
{
    if (m_call != 0)
        m_port.cancel(m_call);
    m_call = 0;
    m_digits.clear();
    m_failure.reset();
    m_wrong = 0;
    updateState();
}

QAbstractButton *PinPad::digitButton(int digit) const
{
    return m_keys.at(size_t(digit));
}

QString PinPad::message() const
{
    return m_message->text();
}

// ---- typing

void PinPad::addDigit(int digit)
{
    if (isWaiting() || m_call != 0 || m_digits.size() >= maxPin)
        return;
    m_digits += QChar(u'0' + digit);
    m_failure.reset();
    updateState();
}

void PinPad::erase()
{
    m_digits.chop(1);
    updateState();
}

bool PinPad::handleKey(const QKeyEvent &event)
{
    if ((event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != 0)
        return false;
    if (event.key() == Qt::Key_Backspace) {
        erase();
    } else if (event.key() == Qt::Key_Delete) {
        m_digits.clear();
        updateState();
    } else if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (!event.isAutoRepeat())
            submit();
    } else if (const QString text = event.text(); text.size() == 1 && text[0] >= u'0' && text[0] <= u'9') {
        if (!event.isAutoRepeat())
            addDigit(text[0].digitValue());
    } else {
        return false;
    }
    return true;
}

void PinPad::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        event->ignore();
}

void PinPad::submit()
{
    if (isWaiting() || m_call != 0 || m_digits.size() < minPin)
        return;
    m_failure.reset();
    m_call = m_port.signIn(m_digits, [this](const PortAnswer<ScreenOperator> &answer) {
        m_call = 0;
        m_digits.clear();
        if (!answer) {
            handleRefused(answer.failure);
            return;
        }
        m_wrong = 0;
        const ScreenOperator who = *answer.value;
        updateState();
        Q_EMIT signedIn(who);
    });
    updateState();
}

void PinPad::handleRefused(const PortFailure &failure)
{
    m_failure = failure;
    if (failure.errorCode == u"CREDENTIALS_WRONG")
        ++m_wrong;
    if (const int seconds = LockText::waitSeconds(failure); seconds > 0) {
        m_waitUntilMs = m_clock() + qint64(seconds) * 1000;
        m_timer.start();
    }
    tick();
    updateState();
    QAccessibleEvent spoken(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void PinPad::tick()
{
    if (m_waitUntilMs == 0)
        return;
    const qint64 left = m_waitUntilMs - m_clock();
    m_waitSeconds = int(qMax<qint64>(0, (left + 999) / 1000));
    if (m_waitSeconds == 0) {
        m_waitUntilMs = 0;
        m_timer.stop();
        m_failure.reset();
    }
    updateState();
}

// ---- what is seen

void PinPad::updateState()
{
    QString text;
    bool isWrong = true;
    if (isWaiting()) {
        text = LockText::waiting(m_waitSeconds);
    } else if (m_failure) {
        text = LockText::refusal(*m_failure, m_wrong);
    } else {
        isWrong = false;
        text = m_call != 0 ? tr("Looking who that is…") : tr("Type your PIN.");
    }
    m_message->setText(text);
    if (const QString role = isWrong ? QStringLiteral("error") : QStringLiteral("caption");
        m_message->property("role").toString() != role) {
        m_message->setProperty("role", role);
        m_message->style()->unpolish(m_message);
        m_message->style()->polish(m_message);
    }
    const bool mayType = !isWaiting() && m_call == 0;
    for (PinKey *key : m_keys)
        key->setEnabled(mayType && m_digits.size() < maxPin);
    m_erase->setEnabled(mayType && !m_digits.isEmpty());
    m_enter->setEnabled(mayType && m_digits.size() >= minPin);
    // How many, never which.
    setAccessibleName(m_digits.isEmpty()     ? tr("PIN, nothing typed yet")
                      : m_digits.size() == 1 ? tr("PIN, 1 digit typed")
                                             : tr("PIN, %n digits typed", nullptr, int(m_digits.size())));
    arrange();
    update();
}

void PinPad::retranslate()
{
    m_erase->setAccessibleName(tr("Take the last digit away"));
    m_enter->setAccessibleName(tr("This is my PIN"));
    updateState();
}

void PinPad::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// ---- room

int PinPad::keySize() const
{
    return qMax(m_look.mm(keyMillimetres), m_look.px(60));
}

int PinPad::padWidth() const
{
    return 3 * (keySize() + m_look.px(16)) + 2 * m_look.px(gap);
}

int PinPad::dotsHeight() const
{
    return m_look.px(dot + 22);
}

int PinPad::messageHeight(int width) const
{
    // Three lines are always there: the keys must not jump away under a finger.
    const QFontMetrics metrics(m_look.font(TextRole::CaptionBold));
    const int words = metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, m_message->text()).height();
    return qMax(words, 3 * metrics.lineSpacing()) + m_look.px(4);
}

int PinPad::heightForWidth(int width) const
{
    return messageHeight(qMax(width, padWidth())) + dotsHeight() + 4 * keySize() + 3 * m_look.px(gap);
}

QSize PinPad::sizeHint() const
{
    return QSize(padWidth(), heightForWidth(qMax(width(), padWidth())));
}

void PinPad::arrange()
{
    const int high = messageHeight(width());
    m_message->setGeometry(0, 0, width(), high);
    const int step = m_look.px(gap);
    const QSize key(keySize() + m_look.px(16), keySize());
    const int left = (width() - padWidth()) / 2;
    const int top = high + dotsHeight();
    const auto place = [&](QWidget *button, int column, int row) {
        button->setGeometry(
            QRect(QPoint(left + column * (key.width() + step), top + row * (key.height() + step)), key));
    };
    for (int digit = 1; digit <= 9; ++digit)
        place(m_keys[size_t(digit)], (digit - 1) % 3, (digit - 1) / 3);
    place(m_erase, 0, 3);
    place(m_keys[0], 1, 3);
    place(m_enter, 2, 3);
}

void PinPad::resizeEvent(QResizeEvent *)
{
    arrange();
}

void PinPad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const int size = m_look.px(dot);
    const int step = size + m_look.px(8);
    // As many places as a PIN has at least; more when more is typed.
    const int places = qMax(minPin, int(m_digits.size()));
    int x = (width() - (places * step - m_look.px(8))) / 2;
    const int y = m_message->height() + (dotsHeight() - size) / 2 - m_look.px(4);
    for (int i = 0; i < places; ++i) {
        const QRectF place(x, y, size, size);
        if (i < m_digits.size())
            painting::fillRounded(painter, place, size / 2.0, theme.text);
        else
            painting::outlineRounded(painter, place, size / 2.0, theme.muted, m_look.px(2));
        x += step;
    }
    if (hasFocus()) {
        const QRect around((width() - padWidth()) / 2, m_message->height(), padWidth(), dotsHeight() - m_look.px(6));
        painting::outlineRounded(painter, around, m_look.px(8), theme.focus, m_look.px(2));
    }
}

} // namespace oshaq

#include "pinpad.moc"
