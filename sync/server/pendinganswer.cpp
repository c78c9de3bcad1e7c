// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/pendinganswer.h"

#include "sync/server/httpconnection.h"

#include <QLoggingCategory>

#include <utility>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcAnswer, "oshaq.http.answer")

HttpConnection *findConnection(const std::weak_ptr<ConnectionTable> &weakTable, quint64 id)
{
    const std::shared_ptr<ConnectionTable> table = weakTable.lock();
    if (!table)
        return nullptr;
    const auto found = table->byId.find(id);
    return found == table->byId.end() ? nullptr : found->second.get();
}

} // namespace

PendingAnswer::PendingAnswer(std::weak_ptr<ConnectionTable> table, std::shared_ptr<ThreadDoor> door,
                             quint64 connectionId, quint64 sequence)
    : m_table(std::move(table))
    , m_door(std::move(door))
    , m_connectionId(connectionId)
    , m_sequence(sequence)
{}

PendingAnswer::~PendingAnswer()
{
    if (m_given.load(std::memory_order_acquire))
        return;
    // Always through the door: the last copy may go in the middle of the connection's own work.
    m_door->post([table = m_table, id = m_connectionId, sequence = m_sequence] {
        if (HttpConnection *connection = findConnection(table, id))
            connection->answerLost(sequence);
    });
}

void PendingAnswer::give(HttpResponse response)
{
    if (m_given.exchange(true, std::memory_order_acq_rel)) {
        qCWarning(lcAnswer, "A request was answered twice; the second answer is dropped.");
        return;
    }
    if (m_door->isThisThread()) {
        if (HttpConnection *connection = findConnection(m_table, m_connectionId))
            connection->answer(m_sequence, response);
        return;
    }
    m_door->post([table = m_table, id = m_connectionId, sequence = m_sequence, response = std::move(response)] {
        if (HttpConnection *connection = findConnection(table, id))
            connection->answer(sequence, response);
    });
}

Respond PendingAnswer::makeRespond(std::weak_ptr<ConnectionTable> table, std::shared_ptr<ThreadDoor> door,
                                   quint64 connectionId, quint64 sequence)
{
    auto answer = std::make_shared<PendingAnswer>(std::move(table), std::move(door), connectionId, sequence);
    return [answer = std::move(answer)](HttpResponse response) { answer->give(std::move(response)); };
}

} // namespace oshaq
