// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/timetext.h"
#include "models/hub/catalogedits.h"
#include "models/hub/catalogservice.h"
#include "sync/protocol/catalogchangejson.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

#include <memory>

namespace oshaq::routes {

namespace {

constexpr qint64 maxChangeBytes = 4 * 1024 * 1024;

/// As the row is now, also after a replay: what is said of it is never older than what the caller was told before.
Result<void> answerCategory(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto category = catalogreads::category(**database, exchange.principal->businessId, id);
    if (!category)
        return category.error();
    JsonWriter json;
    writeCategoryRow(json, *category);
    conditional::tagVersion(exchange, category->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Result<void> answerItem(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto item = catalogreads::item(**database, exchange.principal->businessId, id);
    if (!item)
        return item.error();
    const auto currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    JsonWriter json;
    writeItemRow(json, *item, *currency);
    conditional::tagVersion(exchange, item->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

using AnswerRow = Result<void> (*)(ApiThread &, Exchange &, qint64, int, const QString &);

/// A write whose answer is the row.
Flow submitEdit(ApiThread &thread, const ExchangePtr &exchange, ApiThread::Run run, AnswerRow answer,
                const QString &message)
{
    return thread.submit(
        exchange, std::move(run),
        [answer, message](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            return answer(owner, done, outcome.entityId, outcome.code, message);
        });
}

Flow submitMaking(ApiThread &thread, const ExchangePtr &exchange, ApiThread::Run run, AnswerRow answer,
                  const QByteArray &place, const QString &message)
{
    return thread.submit(
        exchange, std::move(run),
        [answer, place, message](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1" + place + '/' + QByteArray::number(outcome.entityId));
            return answer(owner, done, outcome.entityId, outcome.code, message);
        });
}

Flow submitRemoval(ApiThread &thread, const ExchangePtr &exchange, ApiThread::Run run, const QString &message)
{
    return thread.submit(exchange, std::move(run),
                         [message](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
                             apijson::succeed(done, 200, "{}", message);
                             return {};
                         });
}

// Categories

Flow listCategories(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto categories = catalogreads::categories(**database, exchange->principal->businessId);
    if (!categories)
        return refuse(*exchange, categories.error());
    JsonWriter json;
    json.beginArray();
    for (const Category &category : *categories)
        writeCategoryRow(json, category);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow oneCategory(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerCategory(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK"));
        !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow createCategory(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto edit = readCategoryEdit(exchange->body);
    if (!edit)
        return refuse(*exchange, edit.error());
    return submitMaking(
        thread, exchange,
        [edit = *edit](WriteContext &context) { return catalogwrites::createCategory(context, edit); }, answerCategory,
        "/business/categories", QStringLiteral("Category created"));
}

Flow editCategory(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto edit = readCategoryEdit(exchange->body);
    if (!edit)
        return refuse(*exchange, edit.error());
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return submitEdit(
        thread, exchange,
        [id = exchange->rowId(), edit = *edit, version = *version](WriteContext &context) {
            return catalogwrites::editCategory(context, id, edit, version);
        },
        answerCategory, QStringLiteral("Category updated"));
}

Flow removeCategory(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return submitRemoval(
        thread, exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return catalogwrites::removeCategory(context, id, version);
        },
        QStringLiteral("Category deleted"));
}

// Items

Flow listItems(ApiThread &thread, const ExchangePtr &exchange)
{
    ItemFilter filter;
    const QueryValues &query = exchange->query;
    if (const QString text = queryValue(query, u"category_id"); !text.isNull())
        filter.categoryId = text.toLongLong();
    if (const QString text = queryValue(query, u"available"); !text.isNull())
        filter.available = text == u"true";
    if (const QString text = queryValue(query, u"limit"); !text.isNull())
        filter.limit = text.toInt();
    filter.text = queryValue(query, u"q");
    filter.cursor = queryValue(query, u"cursor");

    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto page = catalogreads::items(**database, exchange->principal->businessId, filter);
    if (!page)
        return refuse(*exchange, page.error());
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    JsonWriter json;
    json.beginArray();
    for (const Item &item : page->items)
        writeItemRow(json, item, *currency);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta(page->nextCursor));
    return Flow::Answer;
}

Flow oneItem(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerItem(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Result<ItemEdit> itemEditOf(ApiThread &thread, const Exchange &exchange)
{
    const auto currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    return readItemEdit(exchange.body, *currency);
}

Flow createItem(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto edit = itemEditOf(thread, *exchange);
    if (!edit)
        return refuse(*exchange, edit.error());
    return submitMaking(
        thread, exchange, [edit = *edit](WriteContext &context) { return catalogwrites::createItem(context, edit); },
        answerItem, "/business/items", QStringLiteral("Item created"));
}

Flow editItem(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto edit = itemEditOf(thread, *exchange);
    if (!edit)
        return refuse(*exchange, edit.error());
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return submitEdit(
        thread, exchange,
        [id = exchange->rowId(), edit = *edit, version = *version](WriteContext &context) {
            return catalogwrites::editItem(context, id, edit, version);
        },
        answerItem, QStringLiteral("Item updated"));
}

Flow removeItem(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return submitRemoval(
        thread, exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return catalogwrites::removeItem(context, id, version);
        },
        QStringLiteral("Item deleted"));
}

/// Carries no version: whoever saw the last portion go knows what they say, whatever else was edited meanwhile.
Flow setAvailability(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    catalogwrites::Availability wanted;
    wanted.available = body[u"available"].boolean();
    wanted.backAtMs = fromIso(body[u"back_at"].string()).value_or(0);
    if (const JsonValue &acted = body[u"acted_at"]; acted.isString())
        wanted.actedAtMs = fromIso(acted.string());
    return submitEdit(
        thread, exchange,
        [id = exchange->rowId(), wanted](WriteContext &context) {
            return catalogwrites::setAvailable(context, id, wanted);
        },
        answerItem, QStringLiteral("Availability updated"));
}

// Several rows

Flow changeCatalog(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    auto read = readCatalogChange(exchange->body, *currency);
    if (!read)
        return refuse(*exchange, read.error());
    const auto change = std::make_shared<const CatalogChange>(std::move(*read));
    return thread.submit(
        exchange, [change](WriteContext &context) { return catalogwrites::change(context, *change); },
        [change, currency = *currency](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto changed = catalogreads::changed(**database, done.principal->businessId, *change, outcome);
            if (!changed)
                return changed.error();
            JsonWriter json;
            writeCatalogChanged(json, *changed, currency);
            apijson::succeed(done, 200, json.take(), QStringLiteral("Menu changed"));
            return {};
        });
}

} // namespace

std::vector<Route> catalogRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission staff = only(staffRoles);
    const Permission edit = only(managers);
    const Output category = answers("Category", outputs::category());
    const Output item = answers("Item", outputs::item());
    const Output nothing = answers("Nothing", outputs::nothing());
    const std::vector<QueryField> itemQuery{
        queryField("category_id", Schema::id()),
        queryField("available", Schema::oneOf({QStringLiteral("true"), QStringLiteral("false")})),
        queryField("q", Schema::string(100, 1).described(QStringLiteral(
                            "Part of the name, the description or the external id, whatever the case."))),
        limitField(), cursorField()};
    return {
        summed(get("/business/categories", "business.categories.list", staff, {},
                   answersList("CategoryList", outputs::category()), listCategories),
               "The categories of the menu"),
        summed(write("POST", "/business/categories", "business.categories.create", edit, needed, newCategorySchema(),
                     created(category), createCategory),
               "Adds a category"),
        summed(get("/business/categories/{id}", "business.categories.one", staff, {}, category, oneCategory),
               "One category"),
        summed(write("PATCH", "/business/categories/{id}", "business.categories.edit", edit, needed,
                     categoryChangeSchema(), category, editCategory),
               "Changes a category"),
        summed(remove("/business/categories/{id}", "business.categories.remove", edit, nothing, removeCategory),
               "Deletes a category that has no items"),
        summed(get("/business/items", "business.items.list", staff, itemQuery, answersList("ItemList", outputs::item()),
                   listItems),
               "Finds items of the menu"),
        summed(write("POST", "/business/items", "business.items.create", edit, needed, newItemSchema(), created(item),
                     createItem),
               "Adds an item"),
        summed(get("/business/items/{id}", "business.items.one", staff, {}, item, oneItem), "One item"),
        summed(write("PATCH", "/business/items/{id}", "business.items.edit", edit, needed, itemChangeSchema(), item,
                     editItem),
               "Changes an item"),
        summed(remove("/business/items/{id}", "business.items.remove", edit, nothing, removeItem), "Deletes an item"),
        summed(arrivesLate(write("PATCH", "/business/items/{id}/availability", "business.items.availability",
                                 only(kitchenRoles), needed, availabilitySchema(), item, setAvailability)),
               "Takes an item off the menu (\"86\"), or puts it back"),
        summed(withMaxBody(write("POST", "/business/catalog/changes", "business.catalog.change", edit, needed,
                                 catalogChangeSchema(), answers("CatalogChanged", outputs::catalogChanged()),
                                 changeCatalog),
                           maxChangeBytes),
               "Changes several categories and items, all of them or none"),
    };
}

} // namespace oshaq::routes
