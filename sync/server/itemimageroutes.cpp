// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/catalogedits.h"
#include "models/hub/itemimages.h"
#include "sync/imaging/picture.h"
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

Flow refuse(Exchange &exchange, const Error &error)
{
    exchange.error = error;
    return Flow::Answer;
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

Result<void> answerItem(ApiThread &thread, Exchange &exchange, qint64 id, const QString &message)
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
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

Flow putItemImage(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    const QByteArray mediaType = exchange->request.header("content-type").split(';').front().trimmed().toLower();
    const qint64 itemId = exchange->rowId();
    const qint64 businessId = exchange->principal->businessId;
    // Decoding takes as long as thousands of other requests: not on this thread, and not for an item that is not there.
    return thread.offload(exchange,
                          [bytes = exchange->request.body, mediaType, itemId, businessId,
                           version = *version](Result<sql::Database *> database) -> ApiThread::Continue {
                              std::optional<Error> problem;
                              auto image = std::make_shared<ItemImage>();
                              const auto item = database ? catalogreads::item(**database, businessId, itemId)
                                                         : Result<Item>(database.error());
                              if (!item) {
                                  problem = item.error();
                              } else if (auto picture = imaging::makePicture(bytes, mediaType); !picture) {
                                  problem = picture.error();
                              } else {
                                  *image = {picture->name, picture->mediaType, picture->list, picture->detail};
                              }
                              return [problem, image = std::shared_ptr<const ItemImage>(image), itemId,
                                      version](ApiThread &owner, const ExchangePtr &done) {
                                  if (problem)
                                      return refuse(*done, *problem);
                                  return owner.submit(
                                      done,
                                      [itemId, image, version](WriteContext &context) {
                                          return catalogwrites::setItemImage(context, itemId, image, version);
                                      },
                                      [](ApiThread &last, Exchange &finished, const WriteOutcome &outcome) {
                                          return answerItem(last, finished, outcome.entityId,
                                                            QStringLiteral("Picture updated"));
                                      });
                              };
                          });
}

Flow removeItemImage(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), version = *version](WriteContext &context) {
            return catalogwrites::removeItemImage(context, id, version);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerItem(owner, done, outcome.entityId, QStringLiteral("Picture deleted"));
        });
}

Flow itemImage(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto image =
        catalogreads::itemImage(**database, exchange->principal->businessId, exchange->rowId(), sizeOf(*exchange));
    return answerImage(*exchange, image, "private, no-cache");
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

std::vector<Route> itemImageRoutes()
{
    using namespace routing;
    const std::vector<QueryField> size{
        queryField("size", Schema::oneOf({QStringLiteral("detail"), QStringLiteral("list")}))};
    const Output item = answers("Item", outputs::item());
    const Output image = answersWith("Image", "image/*");
    return {
        summed(get("/business/items/{id}/image", "business.items.image", only(staffRoles), size, image, itemImage),
               "The picture of an item"),
        summed(takesRaw(write("PUT", "/business/items/{id}/image", "business.items.image.put", only(managers),
                              Route::Body::Required, Schema::any(), item, putItemImage),
                        imaging::mediaTypes(), maxImageBytes),
               "Gives an item a picture; it is made anew in two sizes"),
        summed(
            remove("/business/items/{id}/image", "business.items.image.remove", only(managers), item, removeItemImage),
            "Takes the picture of an item away"),
        summed(get("/menu/images/{image_name}", "menu.image", everybody(), size, image, menuImage),
               "A picture of the menu, as an item's \"image\" says"),
    };
}

} // namespace oshaq::routes
