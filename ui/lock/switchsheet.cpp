// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/switchsheet.h"

#include "ui/common/band.h"
#include "ui/common/flowrow.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/locktext.h"
#include "ui/lock/pinpad.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace oshaq {

namespace {

constexpr int sheetWidth = 440;

} // namespace

SwitchSheet::SwitchSheet(OperatorPort &port, const Look &look, QWidget *window, std::function<qint64()> clock)
    : Sheet(look, Place::Center, sheetWidth, window)
    , m_port(port)
    , m_band(new Band(look, this))
    , m_who(new QLabel(this))
    , m_pad(new PinPad(port, look, this, std::move(clock)))
    , m_buttons(new FlowRow(this))
    , m_signOut(new TouchButton(look, this))
    , m_lock(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("switchSheet"));
    m_band->setObjectName(QStringLiteral("switchBand"));
    m_who->setProperty("role", QStringLiteral("muted"));
    m_who->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    body()->addWidget(m_band);
    body()->addWidget(m_who);
    body()->addWidget(m_pad);
    m_signOut->setObjectName(QStringLiteral("signOutButton"));
    m_lock->setObjectName(QStringLiteral("lockButton"));
    m_lock->setIconName(QStringLiteral("lock"));
    for (TouchButton *button : {m_lock, m_signOut}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);
    connect(m_pad, &PinPad::signedIn, this, [this] { close(); });
    connect(m_lock, &TouchButton::clicked, this, [this] {
        close();
        m_port.lock();
    });
    connect(m_signOut, &TouchButton::clicked, this, &SwitchSheet::signOut);
    connect(this, &Sheet::closed, m_pad, &PinPad::clear);
    SwitchSheet::retranslate();
    SwitchSheet::setLook(look);
}

SwitchSheet::~SwitchSheet()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void SwitchSheet::setLook(const Look &look)
{
    // All keys at once: letters get smaller before anybody has to look for a digit.
    constexpr int leastPercent = 50;
    for (int percent = 100; percent >= leastPercent; percent -= 10) {
        const Look fitted = look.withText(percent);
        m_pad->setLook(fitted);
        m_signOut->setLook(fitted);
        m_lock->setLook(fitted);
        m_band->setLook(fitted);
        m_buttons->setSpacing(fitted.px(10));
        const int words = 2 * fitted.lineSpacing(TextRole::Title) + 3 * fitted.lineSpacing(TextRole::Body);
        const int high =
            m_pad->heightForWidth(fitted.px(sheetWidth - 48)) + words + fitted.px(140) + m_lock->sizeHint().height();
        if (high <= parentWidget()->height() || percent == leastPercent) {
            Sheet::setLook(fitted);
            break;
        }
    }
}

void SwitchSheet::ask()
{
    m_failure.reset();
    m_pad->clear();
    retranslate();
    open(m_pad);
}

void SwitchSheet::retranslate()
{
    Sheet::retranslate();
    const std::optional<ScreenOperator> who = m_port.current();
    setTitle(tr("Who is here?"));
    m_who->setText(
        who ? tr("Now: %1, %2. Whoever comes next types their PIN.").arg(who->name, LockText::roleName(who->role))
            : tr("Whoever is here types their PIN."));
    m_lock->setText(tr("Lock"));
    //: Keys on the keyboard
    m_lock->setKeys({tr("Ctrl L")});
    m_signOut->setText(tr("Sign out"));
    m_signOut->setToolTip(tr("Ends the shift and locks the screen"));
    m_signOut->setVisible(who.has_value());
    m_band->setMessage(m_failure ? LinkText::failure(*m_failure) : QString(), Band::Tone::Alarm);
    m_buttons->rearrange();
}

void SwitchSheet::keyPressEvent(QKeyEvent *event)
{
    // Digits are meant for the pad, wherever the focus is.
    if (m_pad->handleKey(*event))
        event->accept();
    else
        Sheet::keyPressEvent(event);
}

void SwitchSheet::signOut()
{
    if (m_call != 0)
        return;
    m_signOut->setEnabled(false);
    m_call = m_port.signOut([this](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        m_signOut->setEnabled(true);
        m_failure = answer ? std::nullopt : std::optional(answer.failure);
        retranslate();
        if (answer)
            close();
    });
}

} // namespace oshaq
