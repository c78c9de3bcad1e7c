// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/stuckend.h"

#include "app/common/logging.h"

#include <QFile>
#include <QList>
#include <QLoggingCategory>

#include <memory>
#include <vector>

#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcStuck, "oshaq.threadwatch")

/// The thread that writes the log may be what is stuck, or its disk.
constexpr unsigned long flushPatienceMs = 2'000;

class Flusher final : public QThread
{
public:
    explicit Flusher(Logging &log)
        : m_log(log)
    {}

protected:
    void run() override { m_log.flush(); }

private:
    Logging &m_log;
};

} // namespace

void stuckend::tell(Logging *log, const QString &what)
{
    const QString line = what + QStringLiteral(" - the program ends here; what was acknowledged is stored");
    const QByteArray plain = "oshaq: " + line.toUtf8() + '\n';
    static_cast<void>(::write(STDERR_FILENO, plain.constData(), std::size_t(plain.size())));
    qCCritical(lcStuck).noquote() << line;
    if (!log)
        return;
    // Left behind when it does not come back: the process ends anyway.
    auto flusher = std::make_unique<Flusher>(*log);
    flusher->start();
    if (!flusher->wait(flushPatienceMs))
        static_cast<void>(flusher.release());
}

EndWatch::EndWatch(std::chrono::milliseconds patience, std::function<void()> late)
    : m_patience(patience)
    , m_late(std::move(late))
{
    start();
}

EndWatch::~EndWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_changed.notify_all();
    }
    wait();
}

void EndWatch::run()
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, m_patience, [this] { return m_isOver; }))
        m_late();
}

void stuckend::startAnew()
{
    // As they were given: Qt takes its own ones out of what it has.
    QFile file(QStringLiteral("/proc/self/cmdline"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QList<QByteArray> texts = file.readAll().split('\0');
    texts.removeLast(); // each ends with a zero
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    file.close();
    // Descriptors close with it: locks, sockets and files are free for the next one.
    ::execv("/proc/self/exe", pointers.data());
}

} // namespace oshaq
