// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogplan.h"

#include "models/domain/problems.h"
#include "models/hub/catalogrules.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <tuple>

namespace oshaq {

using namespace editrules;

namespace {

using catalogstore::ItemKey;

constexpr std::size_t maxReported = 100;

template <typename Row> const Row *findRow(const std::vector<Row> &rows, qint64 id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

template <typename Row> QHash<qint64, const Row *> byId(const std::vector<Row> &rows)
{
    QHash<qint64, const Row *> index;
    for (const Row &row : rows)
        index.insert(row.id, &row);
    return index;
}

/// Where a row stands among its neighbours.
struct Place
{
    int position = 0;
    bool moved = false; ///< the change says where it stands
    int order = 0;      ///< of what was moved: in the list
    qint64 id = 0;      ///< of a new row: behind all that there are
    int *target = nullptr;

    auto wish() const { return std::tuple(position, !moved, moved ? qint64{order} : id, id); }
};

/// Rows are shown by position and id. What was moved comes before others of its position, and the others make room.
void makeRoom(std::vector<Place> *places)
{
    std::sort(places->begin(), places->end(), [](const Place &a, const Place &b) { return a.wish() < b.wish(); });
    for (std::size_t i = 1; i < places->size(); ++i) {
        const Place &before = (*places)[i - 1];
        Place &place = (*places)[i];
        if (std::tie(place.position, place.id) > std::tie(before.position, before.id))
            continue;
        place.position = before.position + 1;
        *place.target = place.position;
    }
}

class Planner
{
public:
    Planner(WriteContext &context, const CatalogChange &change)
        : m_context(context)
        , m_change(change)
    {}

    Result<CatalogPlan> make()
    {
        if (m_change.categories.size() + m_change.items.size() > std::size_t(maxCatalogChanges)) {
            return invalid("items", QStringLiteral("At most %1 rows change at once.").arg(maxCatalogChanges));
        }
        if (auto loaded = load(); !loaded)
            return loaded.error();
        takeCategories();
        takeItems();
        checkNames();
        checkRemovals();
        if (m_problems.any())
            return m_problems.take();
        if (auto placed = place(); !placed)
            return placed.error();
        return std::move(m_plan);
    }

private:
    qint64 businessId() const { return m_context.principal.businessId; }

    void problem(const QString &place, const Error &error)
    {
        if (error.details.empty())
            return problem(place, error.code, {}, error.message);
        for (const ErrorDetail &detail : error.details)
            problem(place, error.code, detail.path, detail.issue);
    }

    void problem(const QString &place, ErrorCode code, const QString &field, const QString &issue)
    {
        if (m_problems.error().details.size() < maxReported)
            m_problems.add(code, field.isEmpty() ? place : place + u'.' + field, issue);
    }

    template <typename SlotType> void refuse(SlotType *slot, const Error &error)
    {
        slot->sound = false;
        problem(slot->place, error);
    }

    Result<void> load()
    {
        auto stations = catalogstore::stations(m_context.database, businessId());
        if (!stations)
            return stations.error();
        for (const Station &station : *stations)
            m_stations.insert(station.id);
        auto categories = catalogstore::categories(m_context.database, businessId());
        if (!categories)
            return categories.error();
        m_allCategories = std::move(*categories);
        if (m_change.items.empty() && m_change.categories.empty())
            return {};

        bool needsKeys = false;
        std::vector<qint64> removedCategories;
        for (const CategoryChange &change : m_change.categories) {
            needsKeys |= change.act == RowAct::Remove;
            if (change.act == RowAct::Restore)
                removedCategories.push_back(change.id);
        }
        std::vector<qint64> items;
        std::vector<qint64> removedItems;
        for (const ItemChange &change : m_change.items) {
            const ItemEdit &edit = change.edit;
            needsKeys |= change.act == RowAct::Make || change.act == RowAct::Restore || edit.name || edit.categoryId ||
                         edit.externalId || edit.position;
            if (change.id != 0)
                items.push_back(change.id);
            if (change.act == RowAct::Restore)
                removedItems.push_back(change.id);
        }
        if (auto read = fill(&m_goneCategories, removedCategories, catalogstore::removedCategories); !read)
            return read;
        if (auto read = fill(&m_knownItems, items, catalogstore::itemsById); !read)
            return read;
        if (auto read = fill(&m_goneItems, removedItems, catalogstore::removedItems); !read)
            return read;
        if (!needsKeys)
            return {};
        auto keys = catalogstore::itemKeys(m_context.database, businessId());
        if (!keys)
            return keys.error();
        m_keys = std::move(*keys);
        return {};
    }

    template <typename Row, typename Read>
    Result<void> fill(std::vector<Row> *rows, const std::vector<qint64> &ids, Read read)
    {
        if (ids.empty())
            return {};
        auto found = read(m_context.database, businessId(), ids);
        if (!found)
            return found.error();
        *rows = std::move(*found);
        return {};
    }

    /// Finds the row that a change means; an Error when there is none, or not of that version.
    template <typename SlotType, typename Row>
    Result<void> meet(SlotType *slot, const Row *there, const Row *gone, const char *what)
    {
        const Row *found = there ? there : slot->change->act == RowAct::Restore ? gone : nullptr;
        const QString idField = QLatin1String(what) + QStringLiteral("_id");
        if (!found) {
            const Error error = noSuch(what);
            return Error{error.code, error.message, {{idField, error.message}}};
        }
        if (const auto checked = checkVersion(slot->change->version, found->version); !checked) {
            return Error{
                checked.error().code, checked.error().message, {{QStringLiteral("version"), checked.error().message}}};
        }
        slot->isThere = there != nullptr;
        slot->before = *found;
        slot->row = *found;
        return {};
    }

    Result<void> checkStation(const std::optional<std::optional<qint64>> &wanted) const
    {
        if (wanted && *wanted && !m_stations.contains(**wanted))
            return invalid("station_id", QStringLiteral("There is no such station."));
        return {};
    }

    /// It was made at a station that is gone since: at its category's then, else at the first one.
    template <typename Row> void forgetGoneStation(Row *row) const
    {
        if (row->stationId && !m_stations.contains(*row->stationId))
            row->stationId.reset();
    }

    /// The same for both lists: a row is in a change once.
    template <typename SlotType> bool isNamedOnce(SlotType *slot, QSet<qint64> *seen, const char *idField)
    {
        const qint64 id = slot->change->id;
        if (slot->change->act == RowAct::Make)
            return true;
        if (!seen->contains(id)) {
            seen->insert(id);
            return true;
        }
        refuse(slot, invalid(idField, QStringLiteral("It is in this change already.")));
        return false;
    }

    // Categories

    void takeCategories()
    {
        int next = 0;
        for (const Category &category : m_allCategories)
            next = std::max(next, category.position + 1);
        QSet<qint64> seen;
        m_plan.categories.reserve(m_change.categories.size());
        for (std::size_t i = 0; i < m_change.categories.size(); ++i) {
            CategorySlot &slot = m_plan.categories.emplace_back();
            slot.change = &m_change.categories[i];
            slot.place = QStringLiteral("categories[%1]").arg(i);
            if (!isNamedOnce(&slot, &seen, "category_id"))
                continue;
            if (const auto taken = takeCategory(&slot, &next); !taken)
                refuse(&slot, taken.error());
        }
    }

    Result<void> takeCategory(CategorySlot *slot, int *nextPosition)
    {
        const CategoryChange &change = *slot->change;
        if (change.act == RowAct::Make) {
            if (!change.edit.name)
                return invalid("name", QStringLiteral("is required"));
            slot->row.position = (*nextPosition)++;
        } else {
            auto met =
                meet(slot, findRow(m_allCategories, change.id), findRow(m_goneCategories, change.id), "category");
            if (!met || change.act == RowAct::Remove)
                return met;
        }
        if (!slot->isThere)
            forgetGoneStation(&slot->row);
        if (auto checked = checkStation(change.edit.stationId); !checked)
            return checked;
        return catalogrules::apply(change.edit, &slot->row);
    }

    // Items

    void takeItems()
    {
        QSet<qint64> categories;
        for (const Category &category : m_allCategories)
            categories.insert(category.id);
        for (const CategorySlot &slot : m_plan.categories) {
            if (slot.change->act == RowAct::Restore && slot.sound)
                categories.insert(slot.row.id);
        }
        int next = 0;
        for (const ItemKey &key : m_keys)
            next = std::max(next, key.position + 1);
        const auto known = byId(m_knownItems);
        const auto gone = byId(m_goneItems);
        QSet<qint64> seen;
        m_plan.items.reserve(m_change.items.size());
        for (std::size_t i = 0; i < m_change.items.size(); ++i) {
            ItemSlot &slot = m_plan.items.emplace_back();
            slot.change = &m_change.items[i];
            slot.place = QStringLiteral("items[%1]").arg(i);
            if (!isNamedOnce(&slot, &seen, "item_id"))
                continue;
            const qint64 id = slot.change->id;
            if (slot.change->act != RowAct::Make) {
                if (const auto met = meet(&slot, known.value(id), gone.value(id), "item"); !met) {
                    refuse(&slot, met.error());
                    continue;
                }
            } else {
                slot.row.position = next++;
            }
            if (slot.change->act == RowAct::Remove)
                continue;
            if (const auto taken = takeItem(&slot, categories); !taken)
                refuse(&slot, taken.error());
        }
    }

    Result<void> takeItem(ItemSlot *slot, const QSet<qint64> &categories)
    {
        const ItemEdit &edit = slot->change->edit;
        if (slot->change->act == RowAct::Make) {
            if (!edit.name)
                return invalid("name", QStringLiteral("is required"));
            if (!edit.categoryId)
                return invalid("category_id", QStringLiteral("is required"));
            if (!edit.priceMinor)
                return invalid("price", QStringLiteral("is required"));
        }
        if (!slot->isThere)
            forgetGoneStation(&slot->row);
        if (auto checked = checkStation(edit.stationId); !checked)
            return checked;
        if (auto applied = catalogrules::apply(edit, m_context.nowMs, &slot->row); !applied)
            return applied;
        if (!categories.contains(slot->row.categoryId))
            return invalid("category_id", QStringLiteral("There is no such category."));
        if (catalogrules::sameGroups(slot->row.optionGroups, slot->before.optionGroups))
            slot->row.optionGroups = slot->before.optionGroups;
        return {};
    }

    // What rows must not have in common, as they are in the end

    void checkNames()
    {
        checkCategoryNames();
        if (!m_plan.items.empty())
            checkItemNames();
    }

    void checkCategoryNames()
    {
        QHash<QString, int> names;
        QHash<QString, int> externalIds;
        for (const Category *category : visibleCategories()) {
            ++names[category->name];
            ++externalIds[category->externalId];
        }
        for (CategorySlot &slot : m_plan.categories) {
            const Category &row = slot.row;
            const bool differs =
                !slot.isThere || row.name != slot.before.name || row.externalId != slot.before.externalId;
            if (!slot.staysVisible() || !differs)
                continue;
            if (names.value(row.name) > 1)
                refuse(&slot, taken("name", QStringLiteral("Another category has this name.")));
            else if (!row.externalId.isEmpty() && externalIds.value(row.externalId) > 1)
                refuse(&slot, taken("external_id", QStringLiteral("Another category has this external id.")));
        }
    }

    std::vector<const Category *> visibleCategories() const
    {
        QSet<qint64> changed;
        std::vector<const Category *> visible;
        for (const CategorySlot &slot : m_plan.categories) {
            changed.insert(slot.change->id);
            if (slot.staysVisible())
                visible.push_back(&slot.row);
        }
        for (const Category &category : m_allCategories) {
            if (!changed.contains(category.id))
                visible.push_back(&category);
        }
        return visible;
    }

    /// Of all items as they are in the end.
    std::vector<ItemKey> visibleKeys() const
    {
        QSet<qint64> changed;
        std::vector<ItemKey> visible;
        visible.reserve(m_keys.size() + m_plan.items.size());
        for (const ItemSlot &slot : m_plan.items) {
            changed.insert(slot.change->id);
            const Item &row = slot.row;
            if (slot.staysVisible())
                visible.push_back({row.id, row.categoryId, row.name, row.externalId, row.position});
        }
        for (const ItemKey &key : m_keys) {
            if (!changed.contains(key.id))
                visible.push_back(key);
        }
        return visible;
    }

    void checkItemNames()
    {
        // Two of one name are different things when both have keys.
        struct Count
        {
            int all = 0;
            int keyless = 0;
        };
        QHash<std::pair<qint64, QString>, Count> names;
        QHash<QString, int> externalIds;
        for (const ItemKey &key : visibleKeys()) {
            Count &count = names[std::pair(key.categoryId, key.name)];
            ++count.all;
            count.keyless += key.externalId.isEmpty() ? 1 : 0;
            ++externalIds[key.externalId];
        }
        for (ItemSlot &slot : m_plan.items) {
            const Item &row = slot.row;
            const bool differs = !slot.isThere || row.name != slot.before.name ||
                                 row.categoryId != slot.before.categoryId || row.externalId != slot.before.externalId;
            if (!slot.staysVisible() || !differs)
                continue;
            const bool hasKey = !row.externalId.isEmpty();
            const Count count = names.value(std::pair(row.categoryId, row.name));
            if (hasKey && externalIds.value(row.externalId) > 1)
                refuse(&slot, taken("external_id", QStringLiteral("Another item has this external id.")));
            else if (hasKey ? count.keyless > 0 : count.all > 1)
                refuse(&slot, taken("name", QStringLiteral("This category has an item of this name.")));
        }
    }

    void checkRemovals()
    {
        const bool removes = std::any_of(m_plan.categories.begin(), m_plan.categories.end(),
                                         [](const CategorySlot &slot) { return slot.change->act == RowAct::Remove; });
        if (!removes)
            return;
        QHash<qint64, int> items;
        for (const ItemKey &key : visibleKeys())
            ++items[key.categoryId];
        for (CategorySlot &slot : m_plan.categories) {
            const int count = items.value(slot.change->id);
            if (slot.sound && slot.change->act == RowAct::Remove && count > 0) {
                refuse(&slot,
                       Error{ErrorCode::StillInUse,
                             QStringLiteral("This category still has %1 items: move or delete them first.").arg(count),
                             {}});
            }
        }
    }

    // Order

    Result<void> place()
    {
        placeCategories();
        return placeItems();
    }

    void placeCategories()
    {
        if (std::none_of(m_plan.categories.begin(), m_plan.categories.end(),
                         [](const CategorySlot &slot) { return slot.isMoved(); }))
            return;
        std::vector<Place> places;
        QSet<qint64> changed;
        for (std::size_t i = 0; i < m_plan.categories.size(); ++i) {
            CategorySlot &slot = m_plan.categories[i];
            changed.insert(slot.change->id);
            if (slot.staysVisible())
                places.push_back(placeOf(&slot, int(i)));
        }
        m_plan.shiftedCategories = m_allCategories;
        for (Category &category : m_plan.shiftedCategories) {
            if (!changed.contains(category.id))
                places.push_back({category.position, false, 0, category.id, &category.position});
        }
        makeRoom(&places);
        std::erase_if(m_plan.shiftedCategories, [this, &changed](const Category &category) {
            return changed.contains(category.id) || category == *findRow(m_allCategories, category.id);
        });
    }

    /// In each category that something is moved in.
    Result<void> placeItems()
    {
        QSet<qint64> categories;
        for (const ItemSlot &slot : m_plan.items) {
            if (slot.isMoved())
                categories.insert(slot.row.categoryId);
        }
        if (categories.isEmpty())
            return {};
        QHash<qint64, std::vector<Place>> places;
        QSet<qint64> changed;
        for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
            ItemSlot &slot = m_plan.items[i];
            changed.insert(slot.change->id);
            if (slot.staysVisible() && categories.contains(slot.row.categoryId))
                places[slot.row.categoryId].push_back(placeOf(&slot, int(i)));
        }
        std::vector<ItemKey> neighbours = m_keys;
        for (ItemKey &key : neighbours) {
            if (categories.contains(key.categoryId) && !changed.contains(key.id))
                places[key.categoryId].push_back({key.position, false, 0, key.id, &key.position});
        }
        for (auto &inCategory : places)
            makeRoom(&inCategory);

        QHash<qint64, int> shifted;
        std::vector<qint64> ids;
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            if (neighbours[i].position != m_keys[i].position) {
                shifted.insert(m_keys[i].id, neighbours[i].position);
                ids.push_back(m_keys[i].id);
            }
        }
        if (auto read = fill(&m_plan.shiftedItems, ids, catalogstore::itemsById); !read)
            return read;
        for (Item &item : m_plan.shiftedItems)
            item.position = shifted.value(item.id);
        return {};
    }

    template <typename SlotType> static Place placeOf(SlotType *slot, int order)
    {
        const bool isNew = slot->change->act == RowAct::Make;
        constexpr qint64 behindAll = std::numeric_limits<qint64>::max() - maxCatalogChanges;
        return {slot->row.position, slot->isMoved(), order, isNew ? behindAll + order : slot->row.id,
                &slot->row.position};
    }

    WriteContext &m_context;
    const CatalogChange &m_change;
    CatalogPlan m_plan;
    QSet<qint64> m_stations;
    std::vector<Category> m_allCategories; ///< that can be seen before the change
    std::vector<Category> m_goneCategories;
    std::vector<Item> m_knownItems; ///< that the change names
    std::vector<Item> m_goneItems;
    std::vector<ItemKey> m_keys; ///< of all items before the change; only when something asks for them
    Problems m_problems;
};

} // namespace

Result<CatalogPlan> catalogplan::make(WriteContext &context, const CatalogChange &change)
{
    return Planner(context, change).make();
}

} // namespace oshaq
