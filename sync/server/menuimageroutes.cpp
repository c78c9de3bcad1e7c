// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/catalogedits.h"
#include "models/hub/menuimages.h"
#include "sync/drawing/picture.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr qint64 maxImageBytes = 8 * 1024 * 1024;

QList<QByteArray> mediaTypes()
{
    return {imaging::mediaTypes.begin(), imaging::mediaTypes.end()};
}

ImageSize sizeOf(const Exchange &exchange)
{
    return queryValue(exchange.query, u"size") == u"list" ? ImageSize::List : ImageSize::Detail;
}

Flow answerImage(Exchange &exchange, const Result<ImageBytes> &image, const QByteArray &cacheControl)
{
    if (!image)
        return refuse(exchange, image.error());
    const QByteArray size = sizeOf(exchange) == ImageSize::List ? "list" : "detail";
    const QByteArray etag = '"' + image->name.toLatin1() + '-' + size + '"';
    if (conditional::answerNotModified(exchange, etag, cacheControl))
        return Flow::Answer;
    exchange.response.contentType = image->mediaType;
    // Nothing in a picture of ours runs; should somebody open it as a page, nothing would either.
    exchange.addHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    exchange.response.body = image->bytes;
    return Flow::Answer;
}

/// As the row is now: the owner's, with its version.
Result<void> answerOwner(ApiThread &thread, Exchange &exchange, const ImageOwner &owner, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    JsonWriter json;
    const qint64 businessId = exchange.principal->businessId;
    if (owner.kind == ImageOwner::Kind::Category) {
        const auto category = catalogreads::category(**database, businessId, owner.id);
        if (!category)
            return category.error();
        writeCategoryRow(json, *category);
        conditional::tagVersion(exchange, category->version);
    } else {
        const auto item = catalogreads::item(**database, businessId, owner.id);
        if (!item)
            return item.error();
        const auto currency = thread.currencyOf(exchange);
        if (!currency)
            return currency.error();
        writeItemRow(json, *item, *currency);
        conditional::tagVersion(exchange, item->version);
    }
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

template <ImageOwner::Kind kind> Flow putImage(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    const QByteArray mediaType = exchange->request.header("content-type").split(';').front().trimmed().toLower();
    const ImageOwner owner{kind, exchange->rowId()};
    const qint64 businessId = exchange->principal->businessId;
    // Decoding takes as long as thousands of other requests: not on this thread, and not for an owner that is not
    // there.
    return thread.offload(
        exchange,
        [bytes = exchange->request.body, mediaType, owner, businessId,
         version = *version](Result<sql::Database *> database) -> ApiThread::Continue {
            std::optional<Error> problem;
            auto image = std::make_shared<MenuImage>();
            const auto found =
                database ? catalogreads::imageOwner(**database, businessId, owner) : Result<void>(database.error());
            if (!found) {
                problem = found.error();
            } else if (auto picture = imaging::makePicture(bytes, mediaType); !picture) {
                problem = picture.error();
            } else {
                *image = {picture->name, picture->mediaType, picture->list, picture->detail};
            }
            return [problem, image = std::shared_ptr<const MenuImage>(image), owner, version](ApiThread &waiting,
                                                                                              const ExchangePtr &done) {
                if (problem)
                    return refuse(*done, *problem);
                return waiting.submit(
                    done,
                    [owner, image, version](WriteContext &context) {
                        return catalogwrites::setImage(context, owner, image, version);
                    },
                    [](ApiThread &last, Exchange &finished, const WriteOutcome &outcome) {
                        return answerOwner(last, finished, {kind, outcome.entityId}, QStringLiteral("Picture updated"));
                    });
            };
        });
}

template <ImageOwner::Kind kind> Flow removeImage(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [owner = ImageOwner{kind, exchange->rowId()}, version = *version](WriteContext &context) {
            return catalogwrites::removeImage(context, owner, version);
        },
        [](ApiThread &waiting, Exchange &done, const WriteOutcome &outcome) {
            return answerOwner(waiting, done, {kind, outcome.entityId}, QStringLiteral("Picture deleted"));
        });
}

template <ImageOwner::Kind kind> Flow image(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto found =
        catalogreads::image(**database, exchange->principal->businessId, {kind, exchange->rowId()}, sizeOf(*exchange));
    return answerImage(*exchange, found, "private, no-cache");
}

Flow menuImage(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    // The name is that of the content: whatever it shows once it shows for ever.
    return answerImage(*exchange, catalogreads::imageByName(**database, exchange->pathText, sizeOf(*exchange)),
                       "public, max-age=31536000, immutable");
}

} // namespace

std::vector<Route> menuImageRoutes()
{
    using namespace routing;
    const std::vector<QueryField> size{
        queryField("size", Schema::oneOf({QStringLiteral("detail"), QStringLiteral("list")}))};
    constexpr auto item = ImageOwner::Kind::Item;
    constexpr auto category = ImageOwner::Kind::Category;
    const Output itemRow = answers("Item", outputs::item());
    const Output categoryRow = answers("Category", outputs::category());
    const Output picture = answersWith("Image", "image/*");
    return {
        summed(get("/business/items/{id}/image", "business.items.image", only(staffRoles), size, picture, image<item>),
               "The picture of an item"),
        summed(takesRaw(write("PUT", "/business/items/{id}/image", "business.items.image.put", only(managers),
                              Route::Body::Required, Schema::any(), itemRow, putImage<item>),
                        mediaTypes(), maxImageBytes),
               "Gives an item a picture; it is made anew in two sizes"),
        summed(remove("/business/items/{id}/image", "business.items.image.remove", only(managers), itemRow,
                      removeImage<item>),
               "Takes the picture of an item away"),
        summed(get("/business/categories/{id}/image", "business.categories.image", only(staffRoles), size, picture,
                   image<category>),
               "The picture of a category"),
        summed(takesRaw(write("PUT", "/business/categories/{id}/image", "business.categories.image.put", only(managers),
                              Route::Body::Required, Schema::any(), categoryRow, putImage<category>),
                        mediaTypes(), maxImageBytes),
               "Gives a category a picture; it is made anew in two sizes"),
        summed(remove("/business/categories/{id}/image", "business.categories.image.remove", only(managers),
                      categoryRow, removeImage<category>),
               "Takes the picture of a category away"),
        summed(get("/menu/images/{image_name}", "menu.image", everybody(), size, picture, menuImage),
               "A picture of the menu, as \"image\" of an item or a category says"),
    };
}

} // namespace oshaq::routes
