// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogdesk.h"

#include "models/terminal/idempotencykey.h"

#include <algorithm>

namespace oshaq {

namespace {

std::vector<ItemChange> &rowsIn(CatalogChange &change, const ItemChange *)
{
    return change.items;
}

std::vector<CategoryChange> &rowsIn(CatalogChange &change, const CategoryChange *)
{
    return change.categories;
}

bool namesAvailability(const ItemChange &change)
{
    return change.edit.available || change.edit.backAtMs;
}

bool namesAvailability(const CategoryChange &)
{
    return false;
}

/// An 86 or its end, and nothing else.
bool isOnlyAvailability(Item before, const Item &after)
{
    before.available = after.available;
    before.backAtMs = after.backAtMs;
    before.version = after.version;
    return before == after;
}

} // namespace

CatalogDesk::CatalogDesk(CatalogPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
    connect(&port, &CatalogPort::catalogChanged, this, &CatalogDesk::handleCatalogChanged);
}

CatalogDesk::~CatalogDesk()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

Catalog CatalogDesk::catalog() const
{
    Catalog catalog = m_port.catalog();
    catalog.categories = m_categories.over(std::move(catalog.categories));
    catalog.items = m_items.over(std::move(catalog.items));
    return catalog;
}

void CatalogDesk::apply(const ChangeWords &words, const CatalogChange &change, Done done, const QString &key)
{
    Task task;
    task.key = key;
    task.words = words;
    task.change = change;
    task.done = std::move(done);
    enqueue(std::move(task));
}

QString CatalogDesk::undoWords() const
{
    return m_undo.empty() ? QString() : m_undo.back().words();
}

QString CatalogDesk::redoWords() const
{
    return m_redo.empty() ? QString() : m_redo.back().words();
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
    if (task.key.isEmpty())
        task.key = newIdempotencyKey();
    m_queue.push_back(std::move(task));
    if (m_queue.size() == 1)
        startNext();
    Q_EMIT stateChanged();
}

void CatalogDesk::startNext()
{
    Task &task = m_queue.front();
    task.before = rowsOf(task.change, catalog());
    m_call =
        m_port.apply(task.key, task.change, [this](const PortAnswer<CatalogChanged> &answer) { handleAnswer(answer); });
}

void CatalogDesk::handleAnswer(const PortAnswer<CatalogChanged> &answer)
{
    m_call = 0;
    const Task task = std::move(m_queue.front());
    m_queue.erase(m_queue.begin());
    if (answer) {
        noteRows(task, *answer.value);
        remember(task, *answer.value);
    } else if (answer.failure.kind == PortFailure::Kind::Refused) {
        // What cannot be taken back any more would stand before all that can.
        if (task.way == Way::Undo)
            m_undo.pop_back();
        else if (task.way == Way::Redo)
            m_redo.pop_back();
        if (answer.failure.errorCode == u"NOT_FOUND")
            forgetRows(task.change);
    }
    if (!m_queue.empty())
        startNext();
    Q_EMIT stateChanged();
    if (answer)
        Q_EMIT catalogChanged();
    if (task.done)
        task.done(answer);
    if (!answer)
        Q_EMIT refused(answer.failure);
}

void CatalogDesk::handleCatalogChanged()
{
    const Catalog shown = m_port.catalog();
    for (const Item &row : shown.items) {
        Item *own = m_items.known(row.id);
        if (!own || row.version <= own->version || !isOnlyAvailability(*own, row))
            continue;
        moveOn<ItemChange>(row.id, own->version, row.version, true);
        *own = row;
    }
    m_categories.catchUp(shown.categories);
    m_items.catchUp(shown.items);
    Q_EMIT catalogChanged();
}

template <typename Change> void CatalogDesk::moveOn(qint64 id, qint64 from, qint64 to, bool onlyAvailability)
{
    const auto moveRows = [&](CatalogChange &change) {
        for (Change &row : rowsIn(change, static_cast<const Change *>(nullptr))) {
            if (row.id == id && row.version == from && !(onlyAvailability && namesAvailability(row)))
                row.version = to;
        }
    };
    for (Step &step : m_undo)
        moveRows(step.change);
    for (Step &step : m_redo)
        moveRows(step.change);
    for (size_t i = m_call != 0 ? 1 : 0; i < m_queue.size(); ++i)
        moveRows(m_queue[i].change);
}

void CatalogDesk::noteRows(const Task &task, const CatalogChanged &after)
{
    const auto note = [this](const auto &changes, const auto &before, const auto &rows, auto &own) {
        using Change = std::decay_t<decltype(changes.front())>;
        const size_t count = std::min({changes.size(), before.size(), rows.size()});
        for (size_t i = 0; i < count; ++i) {
            const Change &change = changes[i];
            auto row = rows[i];
            if (change.act == RowAct::Remove && before[i].id == change.id)
                row.version = change.version.value_or(before[i].version);
            if (change.act == RowAct::Edit) {
                // Without a version the hub may have put it over a change of somebody else, which undo must not hide.
                const qint64 from = change.version.value_or(before[i].version);
                if (change.version || row.version <= from + 1)
                    moveOn<Change>(row.id, from, row.version);
            } else if (change.act == RowAct::Restore) {
                if (const auto from = own.removedVersion(change.id))
                    moveOn<Change>(change.id, *from, row.version);
            }
            own.note(row, change.act == RowAct::Remove);
        }
    };
    note(task.change.categories, task.before.categories, after.categories, m_categories);
    note(task.change.items, task.before.items, after.items, m_items);
}

void CatalogDesk::noteRow(const Item &row)
{
    // The copy of this terminal may have it already: what counts is what we made of it last.
    const Item *before = m_items.known(row.id);
    if (before && row.version <= before->version + 1)
        moveOn<ItemChange>(row.id, before->version, row.version);
    m_items.note(row, false);
    Q_EMIT catalogChanged();
}

void CatalogDesk::forgetRows(const CatalogChange &change)
{
    for (const CategoryChange &row : change.categories)
        m_categories.forget(row.id);
    for (const ItemChange &row : change.items)
        m_items.forget(row.id);
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
