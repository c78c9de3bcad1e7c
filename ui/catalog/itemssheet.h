// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogdesk.h"
#include "ui/catalog/managersheet.h"
#include "ui/catalog/stalerows.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// A sheet that writes one change of several dishes. It keeps the rows as the person saw them: what somebody else
/// changed meanwhile is said by name and taken over only when the person wants it; what did not touch the change (an 86
/// beside new prices) is taken over silently. A change whose answer got lost is not made twice.
class ItemsSheet : public ManagerSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemsSheet)

public:
    /// The desk must outlive the sheet.
    ItemsSheet(CatalogDesk &desk, const Look &look, int designWidth, QWidget *parent);

    bool isBusy() const { return m_busy; }
    const std::vector<Item> &items() const { return m_items; }

Q_SIGNALS:
    /// It was written, and the sheet is closed. `words` is what undo is called.
    void written(const QString &words);

protected:
    CatalogDesk &desk() const { return m_desk; }
    CatalogPort &port() const { return m_desk.port(); }
    /// Begins with rows as they are now.
    void setItems(const std::vector<Item> &items);
    /// What pressing the sheet's button would write now.
    virtual CatalogChange wanted() const = 0;
    /// The rows, the change or its state are others now.
    virtual void refresh() = 0;
    /// What undo is called.
    virtual ChangeWords words(int items) const = 0;

    /// Writes what is wanted.
    void write();
    /// Rows changed meanwhile: nothing may be written before the person has looked.
    bool hasStale() const { return !m_fresh.empty(); }
    /// Nothing may be typed while an answer is on its way.
    bool mayClose() override { return !m_busy; }
    void retranslate() override;

private:
    enum class Trouble
    {
        None,
        Failed,
        Stale,
        Gone
    };

    void send(const CatalogChange &change);
    void handleAnswer(const PortAnswer<CatalogChanged> &answer);
    void handleRows(const StaleRows::Rows &rows, const std::optional<PortFailure> &failure);
    void handleCatalog();
    void takeFresh();
    void finish();
    void fail(const PortFailure &failure);
    void showTrouble();
    void setBusy(bool busy);
    Item *find(qint64 itemId);
    const ItemEdit *editOf(const CatalogChange &change, qint64 itemId) const;

    CatalogDesk &m_desk;
    StaleRows *m_stale;
    std::vector<Item> m_items;      ///< as the person saw them
    std::map<qint64, Item> m_fresh; ///< as they are now, where that matters
    QStringList m_gone;             ///< names
    CatalogChange m_change;         ///< on its way
    QString m_key;                  ///< of it
    ChangeWords m_words;
    Trouble m_trouble = Trouble::None;
    PortFailure m_failure;
    int m_rounds = 0;
    bool m_busy = false;
};

} // namespace oshaq
