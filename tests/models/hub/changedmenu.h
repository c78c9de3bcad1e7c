// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/catalogedits.h"
#include "models/hub/feedservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

#include <memory>

namespace oshaq::test {

/// A menu and the ways to change several rows of it at once.
class ChangedMenu
{
protected:
    void open()
    {
        m_hub = std::make_unique<HubFixture>();
        QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
        m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
        QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    }
    Result<WriteOutcome> change(const CatalogChange &wanted)
    {
        return m_hub->run(m_business.owner(),
                          [&](WriteContext &context) { return catalogwrites::change(context, wanted); });
    }
    Result<WriteOutcome> setAvailable(const catalogwrites::Availability &wanted)
    {
        return m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return catalogwrites::setAvailable(context, m_business.item(u"Soup"), wanted);
        });
    }
    Item item(qint64 id) { return *catalogreads::item(m_hub->database(), m_business.id, id); }
    Item item(QStringView name) { return item(m_business.item(name)); }
    Category category(qint64 id) { return *catalogreads::category(m_hub->database(), m_business.id, id); }
    qint64 categoryOf(QStringView name) { return m_business.catalog.findItem(m_business.item(name))->categoryId; }
    bool isThere(qint64 itemId) { return catalogreads::item(m_hub->database(), m_business.id, itemId).ok(); }
    Catalog catalog() { return *catalogreads::catalog(m_hub->database(), m_business.id); }
    qint64 journalRows() { return m_hub->number(QStringLiteral("SELECT count(*) FROM journal")); }
    QStringList journalTypes(qint64 after)
    {
        QStringList types;
        const auto page = feedreads::changes(m_hub->database(), m_business.id, {m_hub->epoch, after}, 100);
        for (const FeedChange &one : page ? page->changes : std::vector<FeedChange>())
            types << one.change.type;
        return types;
    }
    qint64 lastSeq() { return m_hub->number(QStringLiteral("SELECT max(seq) FROM journal")); }
    ItemChange make(const QString &name, qint64 categoryId)
    {
        ItemChange row;
        row.act = RowAct::Make;
        row.edit.name = name;
        row.edit.categoryId = categoryId;
        row.edit.priceMinor = 100;
        return row;
    }
    ItemChange renamed(QStringView name, const QString &to)
    {
        ItemChange row;
        row.id = m_business.item(name);
        row.edit.name = to;
        return row;
    }
    ItemChange removed(QStringView name) { return {RowAct::Remove, m_business.item(name), {}, {}}; }
    static CategoryChange newCategory(const QString &name)
    {
        CategoryChange row;
        row.act = RowAct::Make;
        row.edit.name = name;
        return row;
    }
    CatalogChanged after(const CatalogChange &wanted, const WriteOutcome &outcome)
    {
        return *catalogreads::changed(m_hub->database(), m_business.id, wanted, outcome);
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

} // namespace oshaq::test

#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY2(verified.ok(), qPrintable(verified.ok() ? QString() : verified.error().message));                     \
    } while (false)

#define VERIFY_REFUSED(result, expected, place)                                                                        \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY(!verified.ok());                                                                                       \
        QCOMPARE(errorCodeText(verified.error().code), errorCodeText(expected));                                       \
        QVERIFY(!verified.error().details.empty());                                                                    \
        QCOMPARE(verified.error().details.front().path, QString(place));                                               \
    } while (false)
