// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemssheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/catalog/managertext.h"
#include "ui/common/band.h"
#include "ui/common/touchbutton.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

/// In a busy service an 86 may come between each try and the next; somebody else's script could do it for ever.
constexpr int maxRounds = 5;

} // namespace

ItemsSheet::ItemsSheet(CatalogDesk &desk, const Look &look, int designWidth, QWidget *parent)
    : ManagerSheet(look, Place::Right, designWidth, parent)
    , m_desk(desk)
    , m_stale(new StaleRows(desk.port(), this))
{
    connect(&desk, &CatalogDesk::catalogChanged, this, &ItemsSheet::handleCatalog);
    connect(this, &Sheet::closed, this, [this] { m_stale->forget(); });
    band()->actionButton()->setTakesFocus(true);
    connect(band()->actionButton(), &TouchButton::clicked, this, [this] {
        if (m_trouble == Trouble::Failed)
            write();
        else
            takeFresh();
    });
}

void ItemsSheet::retranslate()
{
    ManagerSheet::retranslate();
    showTrouble();
}

void ItemsSheet::setItems(const std::vector<Item> &items)
{
    m_items = items;
    m_key.clear();
    m_fresh.clear();
    m_gone.clear();
    m_trouble = Trouble::None;
    showTrouble();
}

Item *ItemsSheet::find(qint64 itemId)
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [itemId](const Item &item) { return item.id == itemId; });
    return found == m_items.end() ? nullptr : &*found;
}

const ItemEdit *ItemsSheet::editOf(const CatalogChange &change, qint64 itemId) const
{
    const auto found = std::find_if(change.items.begin(), change.items.end(),
                                    [itemId](const ItemChange &row) { return row.id == itemId; });
    return found == change.items.end() ? nullptr : &found->edit;
}

// ---- writing

void ItemsSheet::write()
{
    if (m_busy || hasStale())
        return;
    const CatalogChange change = wanted();
    if (change.isEmpty() || int(change.items.size()) > maxCatalogChanges)
        return;
    m_trouble = Trouble::None;
    m_gone.clear();
    m_rounds = 0;
    m_words = words(int(change.items.size()));
    setBusy(true);
    send(change);
}

void ItemsSheet::send(const CatalogChange &change)
{
    // The same once more, whose first try may have reached the hub, is the same change.
    if (m_key.isEmpty() || !(change == m_change))
        m_key = newIdempotencyKey();
    m_change = change;
    // The desk may outlive the sheet.
    m_desk.apply(
        m_words, change,
        [self = QPointer<ItemsSheet>(this)](const PortAnswer<CatalogChanged> &answer) {
            if (self)
                self->handleAnswer(answer);
        },
        m_key);
}

void ItemsSheet::handleAnswer(const PortAnswer<CatalogChanged> &answer)
{
    if (answer) {
        finish();
        return;
    }
    const bool isMoved = answer.failure.errorCode == u"VERSION_STALE" || answer.failure.errorCode == u"NOT_FOUND";
    const std::vector<qint64> ids = isMoved ? refusedItems(answer.failure, m_change) : std::vector<qint64>();
    if (ids.empty() || ++m_rounds > maxRounds) {
        fail(answer.failure);
        return;
    }
    m_stale->ask(ids, [this](const StaleRows::Rows &rows, const std::optional<PortFailure> &failure) {
        handleRows(rows, failure);
    });
}

void ItemsSheet::handleRows(const StaleRows::Rows &rows, const std::optional<PortFailure> &failure)
{
    if (failure) {
        fail(*failure);
        return;
    }
    CatalogChange rest = m_change;
    for (const auto &[id, now] : rows) {
        Item *seen = find(id);
        const ItemEdit *edit = editOf(m_change, id);
        if (!seen || !edit)
            continue;
        const auto drop = [&rest, id = id] {
            std::erase_if(rest.items, [id](const ItemChange &row) { return row.id == id; });
        };
        if (!now) {
            m_gone << seen->name;
            drop();
            std::erase_if(m_items, [id = id](const Item &item) { return item.id == id; });
        } else if (isAlready(*edit, *now)) {
            // Written by a try whose answer got lost: once more would raise prices twice.
            drop();
            std::erase_if(m_items, [id = id](const Item &item) { return item.id == id; });
        } else if (isUntouched(*edit, *seen, *now)) {
            *seen = *now;
            for (ItemChange &row : rest.items) {
                if (row.id == id)
                    row.version = now->version;
            }
        } else {
            m_fresh.insert_or_assign(id, *now);
        }
    }
    if (!m_fresh.empty() || !m_gone.isEmpty()) {
        m_trouble = m_fresh.empty() ? Trouble::Gone : Trouble::Stale;
        setBusy(false);
    } else if (rest.isEmpty()) {
        finish();
    } else {
        send(rest);
    }
}

void ItemsSheet::finish()
{
    m_busy = false;
    const QString said = m_words();
    close();
    Q_EMIT written(said);
}

void ItemsSheet::fail(const PortFailure &failure)
{
    m_trouble = Trouble::Failed;
    m_failure = failure;
    setBusy(false);
}

void ItemsSheet::setBusy(bool busy)
{
    m_busy = busy;
    showTrouble();
    refresh();
}

// ---- what others do meanwhile

void ItemsSheet::handleCatalog()
{
    // While an answer is on its way the change itself arrives.
    if (!isOpen() || m_busy)
        return;
    const Catalog catalog = m_desk.catalog();
    const CatalogChange change = wanted();
    std::vector<qint64> dropped;
    bool isGone = false;
    bool isDone = false;
    for (Item &seen : m_items) {
        const Item *now = catalog.findItem(seen.id);
        if (!now) {
            dropped.push_back(seen.id);
            m_gone << seen.name;
            isGone = true;
            continue;
        }
        // A copy that lags behind what the hub said is no news.
        if (now->version < seen.version)
            continue;
        const ItemEdit *edit = editOf(change, seen.id);
        if (!edit || isUntouched(*edit, seen, *now)) {
            seen = *now;
        } else if (m_trouble == Trouble::Failed && isAlready(*edit, *now)) {
            // It was written after all; only the answer got lost.
            dropped.push_back(seen.id);
            isDone = true;
        } else {
            m_fresh.insert_or_assign(seen.id, *now);
        }
    }
    std::erase_if(m_items, [&dropped](const Item &item) {
        return std::find(dropped.begin(), dropped.end(), item.id) != dropped.end();
    });
    refresh();
    if (isDone && wanted().isEmpty()) {
        finish();
        return;
    }
    if (!m_fresh.empty())
        m_trouble = Trouble::Stale;
    else if (isGone)
        m_trouble = Trouble::Gone;
    showTrouble();
    refresh();
}

void ItemsSheet::takeFresh()
{
    for (const auto &[id, now] : std::exchange(m_fresh, {})) {
        if (Item *seen = find(id))
            *seen = now;
    }
    m_gone.clear();
    m_trouble = Trouble::None;
    showTrouble();
    refresh();
}

void ItemsSheet::showTrouble()
{
    QStringList names;
    for (const auto &[id, now] : m_fresh)
        names << now.name;
    switch (m_trouble) {
    case Trouble::None:
        band()->setAction(QString(), QString());
        band()->setMessage(QString(), Band::Tone::Alarm);
        return;
    case Trouble::Failed:
        band()->setMessage(ManagerText::failure(m_failure), Band::Tone::Alarm);
        band()->setAction(tr("Try again"), QString());
        break;
    case Trouble::Stale:
        band()->setMessage(tr("Somebody else changed this meanwhile: %1. Nothing was written.")
                               .arg(ManagerText::names(names + m_gone)),
                           Band::Tone::Warning);
        band()->setAction(tr("Take the new values"), QString());
        break;
    case Trouble::Gone:
        band()->setMessage(
            tr("This is not on the menu any more: %1. The rest is as it was.").arg(ManagerText::names(m_gone)),
            Band::Tone::Warning);
        band()->setAction(tr("Go on"), QString());
        break;
    }
}

} // namespace oshaq
