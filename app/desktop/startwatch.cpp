// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/startwatch.h"

#include <QEvent>
#include <QFile>
#include <QLoggingCategory>
#include <QTimer>

#include <ctime>

#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcStart, "oshaq.start")

/// Since the kernel made this process; -1 where it does not say. The 22nd field of /proc/self/stat is in ticks since
/// the boot.
qint64 processAgeMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray stat = file.readAll();
    // The name, which comes second, may hold blanks and brackets.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr int startField = 22 - 3;
    timespec now{};
    if (fields.size() <= startField || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    const qint64 ticks = sysconf(_SC_CLK_TCK);
    const qint64 startedMs = fields.at(startField).toLongLong() * 1000 / ticks;
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - startedMs;
}

} // namespace

StartWatch::StartWatch(QWidget &window, const LinkStatus &link, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_link(link)
{
    m_window.installEventFilter(this);
    connect(&m_link, &LinkStatus::changed, this, [this] {
        if (m_link.facts().state != LinkStatus::State::Connecting)
            m_window.update();
    });
}

bool StartWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool known = m_link.facts().state != LinkStatus::State::Connecting;
    if (watched == &m_window && event->type() == QEvent::Paint && known && !m_asked) {
        m_asked = true;
        // After everything in the window was drawn.
        QTimer::singleShot(0, this, &StartWatch::tell);
    }
    return QObject::eventFilter(watched, event);
}

void StartWatch::tell()
{
    m_window.removeEventFilter(this);
    disconnect(&m_link, nullptr, this, nullptr);
    qCInfo(lcStart, "usable %lld ms after the start of the process", static_cast<long long>(processAgeMs()));
}

} // namespace oshaq
