// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/entrysheet.h"

#include "ui/common/touchbutton.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace oshaq {

EntrySheet::EntrySheet(const Look &look, Place place, int designWidth, QWidget *parent)
    : Sheet(look, place, designWidth, parent)
    , m_message(entry::label(QStringLiteral("muted"), this))
    , m_done(new TouchButton(look, this))
    , m_leave(new LeaveStrip(look, this))
{
    m_message->setObjectName(QStringLiteral("sheetMessage"));
    m_done->setObjectName(QStringLiteral("sheetDone"));
    m_done->setKind(TouchButton::Kind::Primary);
    m_done->setKeys({QStringLiteral("Ctrl"), QStringLiteral("Enter")});
    m_done->setTakesFocus(true);
    footer()->addWidget(m_message, 1);
    footer()->addWidget(m_done);
    footer()->addWidget(m_leave, 1);
    connect(m_done, &TouchButton::clicked, this, [this] { submit(); });
    connect(m_leave->keepButton(), &TouchButton::clicked, this, [this] {
        stopAsking();
        if (keep())
            close();
    });
    connect(m_leave->discardButton(), &TouchButton::clicked, this, [this] {
        stopAsking();
        discard();
        close();
    });
    connect(m_leave->goOnButton(), &TouchButton::clicked, this, [this] {
        stopAsking();
        if (m_focusBeforeAsking)
            m_focusBeforeAsking->setFocus(Qt::OtherFocusReason);
    });
}

void EntrySheet::setLook(const Look &look)
{
    m_done->setLook(look);
    m_leave->setLook(look);
    Sheet::setLook(look);
}

QString EntrySheet::message() const
{
    return m_message->text();
}

bool EntrySheet::isAsking() const
{
    return !m_leave->isHidden();
}

void EntrySheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_message->setText(m_words ? m_words() : QString());
    Sheet::changeEvent(event);
}

void EntrySheet::say(const std::function<QString()> &words, bool isProblem)
{
    say(words(), isProblem);
    m_words = words;
}

void EntrySheet::say(const QString &text, bool isProblem)
{
    m_words = nullptr;
    m_message->setText(text);
    entry::setRole(m_message, isProblem ? QStringLiteral("error") : QStringLiteral("muted"));
    if (isProblem && !text.isEmpty()) {
        QAccessibleEvent alert(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

bool EntrySheet::mayClose()
{
    if (isAsking() || !mayLeave())
        return false;
    if (!wouldLose())
        return true;
    m_focusBeforeAsking = QApplication::focusWidget();
    m_message->hide();
    m_done->hide();
    m_leave->ask();
    return false;
}

void EntrySheet::stopAsking()
{
    m_leave->hide();
    m_message->show();
    m_done->show();
}

void EntrySheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isAsking() && event->key() == Qt::Key_Escape) {
        entry::click(m_leave->goOnButton());
    } else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (!isAsking() && !event->isAutoRepeat())
            entry::click(m_done);
    } else {
        Sheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
