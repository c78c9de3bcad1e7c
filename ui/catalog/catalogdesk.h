// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"

#include <QObject>

#include <functional>
#include <vector>

namespace oshaq {

/// Changes of the menu one after another, with undo and redo of those made here. Everything on the catalog page changes
/// the menu through it. GUI thread.
class CatalogDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogDesk)

public:
    /// So many changes can be taken back.
    static constexpr int maxHistory = 100;

    using Done = std::function<void(const PortAnswer<CatalogChanged> &)>;

    /// The port must outlive it.
    explicit CatalogDesk(CatalogPort &port, QObject *parent = nullptr);
    ~CatalogDesk() override;

    CatalogPort &port() const { return m_port; }

    /// Waits behind those that are on their way. `words` is what undo is called: "Price of 12 dishes". Translated.
    /// `done` is not called after the desk went.
    void apply(const QString &words, const CatalogChange &change, Done done = {});

    bool canUndo() const { return !m_undo.empty() && !busy(); }
    bool canRedo() const { return !m_redo.empty() && !busy(); }
    /// What undo() and redo() would take back or do again; empty: nothing.
    QString undoWords() const;
    QString redoWords() const;
    void undo(Done done = {});
    void redo(Done done = {});

    /// Something is on its way to the hub.
    bool busy() const { return !m_queue.empty(); }

Q_SIGNALS:
    /// busy(), canUndo() or canRedo().
    void stateChanged();
    /// After `done` of it.
    void refused(const oshaq::PortFailure &failure);

private:
    enum class Way
    {
        Do,
        Undo,
        Redo
    };
    struct Task
    {
        Way way = Way::Do;
        QString words;
        CatalogChange change;
        Done done;
        QString key;
        CatalogChanged before;
    };
    struct Step
    {
        QString words;
        CatalogChange change; ///< what to apply
    };

    void enqueue(Task task);
    void startNext();
    void handleAnswer(const PortAnswer<CatalogChanged> &answer);
    void remember(const Task &task, const CatalogChanged &after);

    CatalogPort &m_port;
    std::vector<Task> m_queue; ///< the first one is on its way
    std::vector<Step> m_undo;
    std::vector<Step> m_redo;
    PortCall m_call = 0;
};

} // namespace oshaq
