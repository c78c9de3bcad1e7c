// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/writer.h"

#include "models/hub/writerworker.h"

#include <condition_variable>
#include <mutex>

namespace oshaq {

Result<std::unique_ptr<Writer>> Writer::start(const WriterOptions &options, const Clock &clock, QString epoch,
                                              Listener listener)
{
    auto worker = std::make_unique<Worker>(options, clock, std::move(epoch), std::move(listener));
    if (auto opened = worker->startAndOpen(); !opened)
        return opened.error();
    return std::unique_ptr<Writer>(new Writer(std::move(worker)));
}

Writer::Writer(std::unique_ptr<Worker> worker)
    : m_worker(std::move(worker))
{}

Writer::~Writer() = default;

void Writer::submit(WriteCommand command)
{
    m_worker->submit(std::move(command));
}

Result<WriteOutcome> Writer::submitAndWait(WriteCommand command)
{
    if (m_worker->isOwnThread())
        return Error{ErrorCode::Internal, QStringLiteral("the writer cannot wait for itself"), {}};

    struct Answer
    {
        std::mutex mutex;
        std::condition_variable arrived;
        std::optional<Result<WriteOutcome>> result;
    };
    // Shared, so that the notification below never touches a condition variable that the waiting caller has left.
    auto answer = std::make_shared<Answer>();
    command.done = [answer, done = std::move(command.done)](Result<WriteOutcome> result) {
        if (done)
            done(result);
        const std::lock_guard lock(answer->mutex);
        answer->result = std::move(result);
        answer->arrived.notify_one();
    };
    submit(std::move(command));
    std::unique_lock lock(answer->mutex);
    answer->arrived.wait(lock, [&answer] { return answer->result.has_value(); });
    return *std::move(answer->result);
}

ThreadPulse Writer::pulse() const
{
    return m_worker->pulse();
}

void Writer::suspectDamage()
{
    m_worker->suspectDamage();
}

WriterStats Writer::stats() const
{
    return m_worker->stats();
}

} // namespace oshaq
