// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogedits.h"
#include "models/hub/catalogplan.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"

#include <QJsonObject>

namespace oshaq {

namespace {

QJsonObject payloadOf(const Item &item)
{
    return {{QStringLiteral("price"), item.priceMinor}, {QStringLiteral("available"), item.available}};
}

QJsonObject payloadOf(const Category &)
{
    return {};
}

/// Writes what was planned, each changed row with its line in the journal.
class PlanWriter
{
public:
    PlanWriter(WriteContext &context, CatalogPlan plan)
        : m_context(context)
        , m_plan(std::move(plan))
    {}

    Result<void> write()
    {
        if (auto hidden = hideFirst(); !hidden)
            return hidden;
        for (CategorySlot &slot : m_plan.categories) {
            if (slot.change->act == RowAct::Remove)
                continue;
            if (auto written = writeCategory(&slot); !written)
                return written;
        }
        for (Category &category : m_plan.shiftedCategories) {
            if (auto written = update(&category); !written)
                return written;
        }
        for (ItemSlot &slot : m_plan.items) {
            if (auto written = writeItem(&slot); !written)
                return written;
        }
        for (Item &item : m_plan.shiftedItems) {
            if (auto written = update(&item, false); !written)
                return written;
        }
        for (CategorySlot &slot : m_plan.categories) {
            if (slot.change->act != RowAct::Remove)
                continue;
            if (auto noted = note(EntityKind::Category, slot.row, "category.deleted", {}); !noted)
                return noted;
        }
        return {};
    }

    WriteOutcome outcome() const
    {
        WriteOutcome outcome;
        outcome.entity = EntityKind::Business;
        // The first row of the journal finds the new rows again when the answer is rendered once more.
        outcome.entityId = m_firstSeq;
        for (const CategorySlot &slot : m_plan.categories)
            outcome.values.push_back(slot.row.id);
        for (const ItemSlot &slot : m_plan.items)
            outcome.values.push_back(slot.row.id);
        return outcome;
    }

private:
    qint64 businessId() const { return m_context.principal.businessId; }

    /// Rows may take each other's names, and the names of what goes: until all are written none of them has its own.
    Result<void> hideFirst()
    {
        const bool alone = m_plan.categories.size() + m_plan.items.size() == 1;
        for (CategorySlot &slot : m_plan.categories) {
            const bool goes = slot.change->act == RowAct::Remove;
            const bool renamed = slot.isThere && slot.row.name != slot.before.name;
            if (!goes && (alone || !renamed))
                continue;
            slot.row.version += goes ? 1 : 0;
            if (auto done = catalogstore::hideCategory(m_context.database, businessId(), slot.row, m_context.nowMs);
                !done)
                return done;
        }
        for (ItemSlot &slot : m_plan.items) {
            const bool goes = slot.change->act == RowAct::Remove;
            const bool renamed = slot.isThere && slot.row.externalId != slot.before.externalId;
            if (!goes && (alone || !renamed))
                continue;
            slot.row.version += goes ? 1 : 0;
            if (auto done = catalogstore::hideItem(m_context.database, businessId(), slot.row, m_context.nowMs); !done)
                return done;
        }
        return {};
    }

    Result<void> writeCategory(CategorySlot *slot)
    {
        Category &row = slot->row;
        if (slot->change->act != RowAct::Make)
            return slot->isThere && row == slot->before ? Result<void>() : update(&row, slot->isThere);
        if (auto inserted = catalogstore::insertCategory(m_context.database, businessId(), &row, m_context.nowMs);
            !inserted)
            return inserted;
        return note(EntityKind::Category, row, "category.created", payloadOf(row));
    }

    Result<void> writeItem(ItemSlot *slot)
    {
        Item &row = slot->row;
        switch (slot->change->act) {
        case RowAct::Make:
            if (auto inserted = catalogstore::insertItem(m_context.database, businessId(), &row, m_context.nowMs);
                !inserted)
                return inserted;
            return note(EntityKind::Item, row, "item.created", payloadOf(row));
        case RowAct::Remove:
            return note(EntityKind::Item, row, "item.deleted", {});
        case RowAct::Edit:
        case RowAct::Restore:
            break;
        }
        if (slot->isThere && row == slot->before)
            return {};
        return update(&row, row.optionGroups != slot->before.optionGroups, slot->isThere);
    }

    Result<void> update(Category *category, bool isThere = true)
    {
        ++category->version;
        if (auto updated = catalogstore::updateCategory(m_context.database, businessId(), *category, m_context.nowMs);
            !updated)
            return updated;
        return note(EntityKind::Category, *category, isThere ? "category.updated" : "category.restored",
                    payloadOf(*category));
    }

    Result<void> update(Item *item, bool withOptions, bool isThere = true)
    {
        ++item->version;
        if (auto updated =
                catalogstore::updateItem(m_context.database, businessId(), item, withOptions, m_context.nowMs);
            !updated)
            return updated;
        return note(EntityKind::Item, *item, isThere ? "item.updated" : "item.restored", payloadOf(*item));
    }

    template <typename Row> Result<void> note(EntityKind kind, const Row &row, const char *type, QJsonObject payload)
    {
        const auto seq = journalstore::append(
            m_context, businessId(),
            {kind, row.id, row.version, QString::fromLatin1(type), std::move(payload), catalogstore::digest(row)});
        if (!seq)
            return seq.error();
        if (m_firstSeq == 0)
            m_firstSeq = *seq;
        return {};
    }

    WriteContext &m_context;
    CatalogPlan m_plan;
    qint64 m_firstSeq = 0;
};

} // namespace

Result<WriteOutcome> catalogwrites::change(WriteContext &context, const CatalogChange &change)
{
    auto plan = catalogplan::make(context, change);
    if (!plan)
        return plan.error();
    PlanWriter writer(context, std::move(*plan));
    if (const auto written = writer.write(); !written)
        return written.error();
    return writer.outcome();
}

} // namespace oshaq
