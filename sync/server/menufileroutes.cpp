// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/catalogservice.h"
#include "sync/protocol/columnmap.h"
#include "sync/protocol/menucolumns.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/menufile.h"
#include "sync/server/routebuilder.h"

#include <algorithm>

namespace oshaq::routes {

namespace {

constexpr std::size_t maxReported = 100;

/// "line 12, price", as somebody who has the file open looks for it.
QString placeOf(const FileProblem &problem)
{
    const QString line = problem.line > 0 ? QStringLiteral("line %1").arg(problem.line) : QStringLiteral("file");
    return problem.column.isEmpty() ? line : line + QStringLiteral(", ") + problem.column.left(100);
}

Error badFile(std::vector<FileProblem> problems)
{
    std::stable_sort(problems.begin(), problems.end(),
                     [](const FileProblem &a, const FileProblem &b) { return a.line < b.line; });
    Error error{ErrorCode::ValidationFailed,
                QStringLiteral("%1 places of the file are wrong; nothing was imported.").arg(problems.size()),
                {}};
    for (std::size_t i = 0; i < std::min(problems.size(), maxReported); ++i)
        error.details.push_back({placeOf(problems[i]), problems[i].reason});
    return error;
}

struct Import
{
    bool dryRun = false;
    MenuFile menu;
};

Result<void> answerImport(Exchange &exchange, const Import &import, const WriteOutcome &outcome)
{
    const auto counts = importCounts(outcome);
    if (!counts && !outcome.replayed)
        return counts.error();
    JsonWriter json;
    const auto number = [&](const char *name, int MenuImportCounts::*member) {
        // A replay wrote nothing and has nothing to count.
        json.key(name);
        counts ? json.value((*counts).*member) : json.null();
    };
    json.beginObject();
    json.key("dry_run").value(import.dryRun);
    json.key("rows").value(import.menu.rows);
    number("categories_created", &MenuImportCounts::categoriesCreated);
    number("items_created", &MenuImportCounts::itemsCreated);
    number("items_updated", &MenuImportCounts::itemsUpdated);
    number("items_unchanged", &MenuImportCounts::itemsUnchanged);
    json.key("ignored_columns").beginArray();
    for (const QString &column : import.menu.ignoredColumns)
        json.value(column.left(200));
    json.endArray();
    json.endObject();
    apijson::succeed(exchange, 200, json.take(),
                     import.dryRun ? QStringLiteral("Dry run: nothing was written") : QStringLiteral("Menu imported"));
    return {};
}

Flow importItems(ApiThread &thread, const ExchangePtr &exchange)
{
    QMap<QString, QString> wishes;
    if (const QString map = queryValue(exchange->query, u"map"); !map.isNull()) {
        const auto parsed = parseColumnWishes({map});
        if (!parsed)
            return refuse(
                *exchange,
                Error{parsed.error().code, parsed.error().message, {{QStringLiteral("map"), parsed.error().message}}});
        wishes = *parsed;
    }
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const bool dryRun = queryValue(exchange->query, u"dry_run") == u"true";
    // A key is for what is written: the same file under the same key may follow without dry_run.
    if (dryRun)
        exchange->claim.reset();
    return thread.offload(
        exchange,
        [bytes = exchange->request.body, wishes, currency = *currency,
         dryRun](const Result<sql::Database *> &) -> ApiThread::Continue {
            auto import = std::make_shared<Import>(Import{dryRun, readMenu(parseSpreadsheet(bytes), wishes, currency)});
            return [import = std::shared_ptr<const Import>(import)](ApiThread &owner, const ExchangePtr &done) {
                if (!import->menu.problems.empty())
                    return refuse(*done, badFile(import->menu.problems));
                return owner.submit(
                    done,
                    [import](WriteContext &context) -> Result<WriteOutcome> {
                        auto outcome = catalogwrites::importMenu(context, import->menu.items, import->dryRun);
                        if (!outcome && outcome.error().code == ErrorCode::ValidationFailed)
                            return badFile(placesInFile(outcome.error(), import->menu));
                        return outcome;
                    },
                    [import](ApiThread &, Exchange &finished, const WriteOutcome &outcome) {
                        return answerImport(finished, *import, outcome);
                    });
            };
        });
}

Flow exportItems(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    return thread.offload(exchange,
                          [businessId = exchange->principal->businessId,
                           currency = *currency](Result<sql::Database *> database) -> ApiThread::Continue {
                              Result<Catalog> catalog = database ? catalogreads::catalog(**database, businessId)
                                                                 : Result<Catalog>(database.error());
                              if (!catalog) {
                                  return [error = catalog.error()](ApiThread &, const ExchangePtr &done) {
                                      return refuse(*done, error);
                                  };
                              }
                              return [csv = menuCsv(*catalog, currency)](ApiThread &, const ExchangePtr &done) {
                                  done->response.contentType = "text/csv; charset=utf-8";
                                  done->addHeader("Content-Disposition", "attachment; filename=\"menu.csv\"");
                                  done->response.body = csv;
                                  return Flow::Answer;
                              };
                          });
}

} // namespace

std::vector<Route> menuFileRoutes()
{
    using namespace routing;
    const Schema mapping = Schema::string(2000, 1).described(
        QStringLiteral("Which column holds which field: name=item_name,price=cost. A column whose name has commas, "
                       "quotes or spaces at its ends stands in quotes, which are doubled within: "
                       "name=\"Dish, hot\",price=\"5\"\" price\"."));
    return {
        summed(withQuery(takesRaw(write("POST", "/business/items/import", "business.items.import", only(managers),
                                        Route::Body::Required, Schema::any(),
                                        answers("MenuImport", outputs::menuImport()), importItems),
                                  {"text/csv"}, maxMenuFileBytes),
                         {queryField("dry_run", Schema::oneOf({QStringLiteral("false"), QStringLiteral("true")})),
                          queryField("map", mapping)}),
               "Brings a menu in from a spreadsheet, whole or not at all"),
        summed(get("/business/items/export", "business.items.export", only(managers), {},
                   answersWith("MenuFile", "text/csv"), exportItems),
               "The menu for a spreadsheet; it can be imported again"),
    };
}

} // namespace oshaq::routes
