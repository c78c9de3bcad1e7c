// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogdesk.h"

#include <QUuid>

namespace oshaq {

CatalogDesk::CatalogDesk(CatalogPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{}

CatalogDesk::~CatalogDesk()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void CatalogDesk::apply(const QString &words, const CatalogChange &change, Done done)
{
    Task task;
    task.words = words;
    task.change = change;
    task.done = std::move(done);
    enqueue(std::move(task));
}

QString CatalogDesk::undoWords() const
{
    return m_undo.empty() ? QString() : m_undo.back().words;
}

QString CatalogDesk::redoWords() const
{
    return m_redo.empty() ? QString() : m_redo.back().words;
}

void CatalogDesk::undo(Done done)
{
    if (!canUndo())
        return;
    const Step step = m_undo.back();
    enqueue({Way::Undo, step.words, step.change, std::move(done), {}, {}});
}

void CatalogDesk::redo(Done done)
{
    if (!canRedo())
        return;
    const Step step = m_redo.back();
    enqueue({Way::Redo, step.words, step.change, std::move(done), {}, {}});
}

void CatalogDesk::enqueue(Task task)
{
    task.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_queue.push_back(std::move(task));
    if (m_queue.size() == 1)
        startNext();
    Q_EMIT stateChanged();
}

void CatalogDesk::startNext()
{
    Task &task = m_queue.front();
    task.before = rowsOf(task.change, m_port.catalog());
    m_call =
        m_port.apply(task.key, task.change, [this](const PortAnswer<CatalogChanged> &answer) { handleAnswer(answer); });
}

void CatalogDesk::handleAnswer(const PortAnswer<CatalogChanged> &answer)
{
    m_call = 0;
    const Task task = std::move(m_queue.front());
    m_queue.erase(m_queue.begin());
    if (answer)
        remember(task, *answer.value);
    if (!m_queue.empty())
        startNext();
    Q_EMIT stateChanged();
    if (task.done)
        task.done(answer);
    if (!answer)
        Q_EMIT refused(answer.failure);
}

void CatalogDesk::remember(const Task &task, const CatalogChanged &after)
{
    const Step back{task.words, inverseOf(task.change, task.before, after)};
    switch (task.way) {
    case Way::Do:
        m_redo.clear();
        m_undo.push_back(back);
        break;
    case Way::Undo:
        m_undo.pop_back();
        m_redo.push_back(back);
        break;
    case Way::Redo:
        m_redo.pop_back();
        m_undo.push_back(back);
        break;
    }
    if (m_undo.size() > std::size_t(maxHistory))
        m_undo.erase(m_undo.begin());
}

} // namespace oshaq
