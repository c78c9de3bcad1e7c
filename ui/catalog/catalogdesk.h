// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "ui/catalog/ownrows.h"

#include <QObject>

#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace oshaq {

/// What undo is called, in whatever language the screen speaks by then.
class ChangeWords
{
public:
    ChangeWords() = default;
    ChangeWords(const QString &fixed) // NOLINT(google-explicit-constructor): words that are the same in all
        : m_words([fixed] { return fixed; })
    {}
    template <typename Words>
    requires std::is_invocable_r_v<QString, Words>
    ChangeWords(Words words) // NOLINT(google-explicit-constructor): a lambda says what it is
        : m_words(std::move(words))
    {}

    QString operator()() const { return m_words ? m_words() : QString(); }

private:
    std::function<QString()> m_words;
};

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

    /// The port's menu, with what the hub answered here and this terminal's copy does not show yet.
    Catalog catalog() const;

    /// Waits behind those that are on their way. `words` is what undo is called: "Price of 12 dishes".
    /// `done` is not called after the desk went. `key`: of somebody who tries the same again, whose first try may have
    /// reached the hub; empty: a new one. What fails is dropped: whoever asked keeps what was typed.
    void apply(const ChangeWords &words, const CatalogChange &change, Done done = {}, const QString &key = {});

    /// A row as the hub answered to something else that was done here, such as another picture.
    void noteRow(const Item &row);

    bool canUndo() const { return !m_undo.empty() && !busy(); }
    bool canRedo() const { return !m_redo.empty() && !busy(); }
    /// What undo() and redo() would take back or do again; empty: nothing. They are refused as stale when somebody else
    /// changed a row since, whatever we did with it ourselves meanwhile; an 86 is no such change.
    QString undoWords() const;
    QString redoWords() const;
    void undo(Done done = {});
    void redo(Done done = {});

    /// Something is on its way to the hub.
    bool busy() const { return !m_queue.empty(); }

Q_SIGNALS:
    /// busy(), canUndo() or canRedo().
    void stateChanged();
    /// catalog(). Also when the port says so.
    void catalogChanged();
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
        ChangeWords words;
        CatalogChange change;
        Done done;
        QString key;
        CatalogChanged before;
    };
    struct Step
    {
        ChangeWords words;
        CatalogChange change; ///< what to apply
    };

    void enqueue(Task task);
    void startNext();
    void handleAnswer(const PortAnswer<CatalogChanged> &answer);
    void handleCatalogChanged();
    void remember(const Task &task, const CatalogChanged &after);
    void noteRows(const Task &task, const CatalogChanged &after);
    void forgetRows(const CatalogChange &change);
    /// In everything that waits or can be taken back: where somebody meant the row as it was, they mean it as it is.
    template <typename Change> void moveOn(qint64 id, qint64 from, qint64 to, bool onlyAvailability = false);

    CatalogPort &m_port;
    OwnRows<Category> m_categories;
    OwnRows<Item> m_items;
    std::vector<Task> m_queue; ///< the first one is on its way
    std::vector<Step> m_undo;
    std::vector<Step> m_redo;
    PortCall m_call = 0;
};

} // namespace oshaq
