// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/worklist.h"

#include <QTimer>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int keptOver = 20;

} // namespace

quint64 WorkList::begin(Work::Kind kind, const QString &subject, qint64 nowMs, std::function<void()> cancel)
{
    Work work;
    work.id = ++m_last;
    work.kind = kind;
    work.subject = subject;
    work.startedAtMs = nowMs;
    m_works.insert(m_works.begin(), work);
    m_cancels.emplace(work.id, std::move(cancel));
    tell();
    return work.id;
}

void WorkList::progress(quint64 id, qint64 done, qint64 total)
{
    Work *work = runningOne(id);
    if (!work)
        return;
    work->done = done;
    work->total = total;
    tell();
}

void WorkList::finish(quint64 id, const QString &file)
{
    Work *work = runningOne(id);
    if (!work)
        return;
    work->state = Work::State::Done;
    work->file = file;
    end(id);
    Q_EMIT finished(id);
}

void WorkList::fail(quint64 id, const PortFailure &failure)
{
    Work *work = runningOne(id);
    if (!work)
        return;
    work->state = Work::State::Failed;
    work->failure = failure;
    end(id);
    Q_EMIT finished(id);
}

void WorkList::cancel(quint64 id)
{
    Work *work = runningOne(id);
    if (!work)
        return;
    work->state = Work::State::Cancelled;
    const auto cancel = m_cancels.extract(id);
    end(id);
    if (cancel && cancel.mapped())
        cancel.mapped()();
}

void WorkList::dismiss(quint64 id)
{
    if (std::erase_if(m_works, [id](const Work &work) { return work.id == id && work.state != Work::State::Running; }))
        tell();
}

std::optional<Work> WorkList::work(quint64 id) const
{
    const auto found = std::find_if(m_works.begin(), m_works.end(), [id](const Work &one) { return one.id == id; });
    return found == m_works.end() ? std::nullopt : std::optional(*found);
}

int WorkList::running() const
{
    return int(std::count_if(m_works.begin(), m_works.end(),
                             [](const Work &work) { return work.state == Work::State::Running; }));
}

Work *WorkList::runningOne(quint64 id)
{
    const auto found = std::find_if(m_works.begin(), m_works.end(), [id](const Work &work) {
        return work.id == id && work.state == Work::State::Running;
    });
    return found == m_works.end() ? nullptr : &*found;
}

void WorkList::end(quint64 id)
{
    m_cancels.erase(id);
    int over = 0;
    std::erase_if(m_works,
                  [&over](const Work &work) { return work.state != Work::State::Running && ++over > keptOver; });
    tell();
}

void WorkList::tell()
{
    if (m_told)
        return;
    m_told = true;
    QTimer::singleShot(0, this, [this] {
        m_told = false;
        Q_EMIT changed();
    });
}

} // namespace oshaq
