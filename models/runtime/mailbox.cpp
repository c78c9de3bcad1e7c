// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace oshaq {

namespace {
QEvent::Type wakeEventType()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}
} // namespace

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
{}

Mailbox::~Mailbox() = default;

void Mailbox::post(Task task)
{
    // Posted under the lock, so that a sender can never touch a mailbox whose owner saw the task already.
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
    if (m_wakePosted)
        return;
    m_wakePosted = true;
    QCoreApplication::postEvent(this, new QEvent(wakeEventType()));
}

bool Mailbox::event(QEvent *event)
{
    if (event->type() != wakeEventType())
        return QObject::event(event);

    std::deque<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
        m_wakePosted = false;
    }
    for (Task &task : tasks)
        task();
    return true;
}

} // namespace oshaq
