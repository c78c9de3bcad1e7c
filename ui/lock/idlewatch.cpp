// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/idlewatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>

#include <memory>

namespace oshaq {

namespace {

constexpr qint64 atMostEveryMs = 1000;

bool isTouch(QEvent::Type type)
{
    // Not that a pointer moved: tables shake, and a cloth over a screen is no person who reads it.
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::Wheel:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(std::function<qint64()> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    if (!m_clock) {
        auto timer = std::make_shared<QElapsedTimer>();
        timer->start();
        m_clock = [timer] { return timer->elapsed(); };
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
}

IdleWatch::~IdleWatch()
{
    setSeconds(0);
}

void IdleWatch::setSeconds(int seconds)
{
    m_seconds = seconds;
    m_lastMs = m_clock();
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    if (seconds <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(seconds * 1000);
}

void IdleWatch::check()
{
    if (m_seconds <= 0)
        return;
    const qint64 left = m_lastMs + qint64(m_seconds) * 1000 - m_clock();
    if (left > 0) {
        m_timer.start(int(left));
        return;
    }
    setSeconds(0);
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouch(event->type())) {
        const qint64 now = m_clock();
        if (now - m_lastMs >= atMostEveryMs)
            m_lastMs = now;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace oshaq
