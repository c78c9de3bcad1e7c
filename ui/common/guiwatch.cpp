// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/guiwatch.h"

#include <QMetaEnum>
#include <QThread>

#include <ctime>
#include <utility>

namespace oshaq {

qint64 threadCpuNs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

QString GuiWatch::Delivery::text() const
{
    QString said = QString::fromLatin1(receiver);
    if (!name.isEmpty())
        said += QStringLiteral(" '%1'").arg(name);
    if (*owner)
        said += QStringLiteral(" of ") + QString::fromLatin1(owner);
    const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1, %2: %3 ms")
        .arg(said, key ? QString::fromLatin1(key) : QString::number(int(type)))
        .arg(double(cpuNs) / 1e6, 0, 'f', 1);
}

GuiWatch::GuiWatch(qint64 fromNs, Told told, CpuClock cpuNs)
    : m_fromNs(fromNs)
    , m_told(std::move(told))
    , m_cpuNs(std::move(cpuNs))
{}

void GuiWatch::begin(const QObject &receiver, const QEvent &event, int loopLevel)
{
    Frame frame;
    // Now, because it may be gone when the delivery ends.
    frame.delivery.receiver = receiver.metaObject()->className();
    frame.delivery.owner = receiver.parent() ? receiver.parent()->metaObject()->className() : "";
    frame.delivery.name = receiver.objectName();
    frame.delivery.type = event.type();
    frame.loopLevel = loopLevel;
    frame.beganNs = m_cpuNs();
    m_frames.push_back(std::move(frame));
}

void GuiWatch::end()
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    const qint64 tookNs = m_cpuNs() - frame.beganNs;
    frame.delivery.cpuNs = tookNs;
    Delivery own = frame.delivery;
    own.cpuNs = tookNs - frame.insideNs;
    Delivery &dearest = own.cpuNs >= frame.dearest.cpuNs ? own : frame.dearest;
    if (!m_frames.empty() && m_frames.back().loopLevel == frame.loopLevel) {
        Frame &around = m_frames.back();
        around.insideNs += tookNs;
        if (dearest.cpuNs > around.dearest.cpuNs)
            around.dearest = std::move(dearest);
        return;
    }
    for (Frame &waiting : m_frames)
        waiting.beganNs += tookNs;
    if (tookNs >= m_fromNs)
        m_told(frame.delivery, dearest);
}

WatchedApplication::WatchedApplication(int &argc, char **argv, GuiWatch *watch)
    : QApplication(argc, argv)
    , m_watch(watch)
{}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events of other threads come this way too.
    if (!m_watch || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    m_watch->begin(*receiver, *event, QThread::currentThread()->loopLevel());
    const bool handled = QApplication::notify(receiver, event);
    m_watch->end();
    return handled;
}

} // namespace oshaq
