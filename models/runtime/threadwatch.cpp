// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/threadwatch.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <atomic>
#include <utility>

#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcWatch, "oshaq.threadwatch")

/// A pulse may say that its thread waits for the disk where the kernel sees it waiting for something else.
constexpr int diskFactor = 10;
constexpr int tellEvery = 30;
/// A look may come in the middle of something.
constexpr int livingLooks = 2;

/// As of proc(5): R, S, D, ...; 0: it does not say.
char stateOf(qint64 threadId)
{
    QFile file(QStringLiteral("/proc/self/task/%1/stat").arg(threadId));
    if (threadId == 0 || !file.open(QIODevice::ReadOnly))
        return 0;
    // The name before it is in brackets, and may hold any of them.
    const QByteArray text = file.read(512);
    const qsizetype end = text.lastIndexOf(')');
    return end < 0 || end + 2 >= text.size() ? char(0) : text[end + 2];
}

} // namespace

struct LoopPulse::Shared
{
    std::atomic<quint64> answered{0};
    std::atomic<qint64> threadId{0};
    quint64 asked = 0; ///< the watch's alone
};

LoopPulse::LoopPulse(Post post)
    : m_post(std::move(post))
    , m_shared(std::make_shared<Shared>())
{}

ThreadPulse LoopPulse::operator()() const
{
    const quint64 answered = m_shared->answered;
    if (answered == m_shared->asked) {
        ++m_shared->asked;
        m_post([shared = m_shared] {
            shared->threadId = ::gettid();
            ++shared->answered;
        });
    }
    return {answered, false, false, m_shared->threadId};
}

ThreadWatch::ThreadWatch(Options options, std::vector<Watched> threads)
    : m_options(std::move(options))
    , m_threads(std::move(threads))
    , m_seen(m_threads.size())
{
    setObjectName(QStringLiteral("thread watch"));
    start();
}

ThreadWatch::~ThreadWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
    }
    wait();
    // QThread::wait() hands over inside Qt, where ThreadSanitizer cannot see it; this lock makes it visible.
    const std::lock_guard lock(m_mutex);
}

void ThreadWatch::ask(std::function<void(bool)> answered)
{
    const std::lock_guard lock(m_mutex);
    m_questions.push_back(std::move(answered));
}

void ThreadWatch::run()
{
    bool isTold = false;
    for (;;) {
        std::vector<std::function<void(bool)>> questions;
        {
            std::unique_lock lock(m_mutex);
            if (m_changed.wait_for(lock, m_options.tick, [this] { return m_stopping; }))
                return;
            questions = std::exchange(m_questions, {});
        }
        const QString stuck = look();
        for (const auto &answered : questions)
            answered(allLive());
        if (!stuck.isEmpty() && !std::exchange(isTold, true) && m_options.stuck)
            m_options.stuck(stuck);
    }
}

bool ThreadWatch::allLive() const
{
    return std::all_of(m_seen.begin(), m_seen.end(), [](const Seen &seen) { return seen.silent <= livingLooks; });
}

QString ThreadWatch::look()
{
    QString stuck;
    for (std::size_t i = 0; i < m_threads.size(); ++i) {
        const QString said = lookAt(m_threads[i], &m_seen[i]);
        if (stuck.isEmpty())
            stuck = said;
    }
    return stuck;
}

QString ThreadWatch::lookAt(const Watched &thread, Seen *seen) const
{
    const ThreadPulse pulse = thread.pulse();
    if (pulse.isWaiting || pulse.beats != std::exchange(seen->beats, pulse.beats)) {
        *seen = {pulse.beats, 0, 0};
        return {};
    }
    const char state = stateOf(pulse.threadId);
    if (state == 'D' || pulse.waitsForDisk) {
        ++seen->stored;
        if (seen->stored % tellEvery == 0)
            qCWarning(lcWatch).noquote() << "the disk keeps" << thread.name << "waiting: looks without progress"
                                         << seen->stored;
        if (state == 'D' || m_options.patience <= 0 || seen->stored < diskFactor * m_options.patience)
            return {};
    } else if (++seen->silent < m_options.patience || m_options.patience <= 0) {
        return {};
    }
    return QStringLiteral("%1 is stuck: looks without progress %2, each after %3 ms; state %4")
        .arg(thread.name)
        .arg(seen->silent + seen->stored)
        .arg(m_options.tick.count())
        .arg(state == 0 ? QStringLiteral("unknown") : QString(QLatin1Char(state)));
}

} // namespace oshaq
