// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"
#include "app/server/importsite.h"

#include "sync/protocol/columnmap.h"
#include "sync/protocol/json.h"
#include "sync/server/menufile.h"

#include <QFileInfo>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 maxMenuBytes = 64'000'000;

struct Outcome
{
    bool dryRun = false;
    MenuImportCounts counts;
};

QByteArray asJson(const MenuFile &menu, const std::optional<Outcome> &outcome)
{
    JsonWriter json;
    json.beginObject();
    json.key("imported").value(outcome && !outcome->dryRun);
    json.key("dry_run").value(outcome && outcome->dryRun);
    json.key("rows").value(qint64{menu.rows});
    json.key("items").value(outcome ? qint64(menu.items.size()) : 0);
    json.key("categories").value(outcome ? qint64{menu.categories} : 0);
    const MenuImportCounts counts = outcome ? outcome->counts : MenuImportCounts();
    json.key("categories_created").value(qint64{counts.categoriesCreated});
    json.key("items_created").value(qint64{counts.itemsCreated});
    json.key("items_updated").value(qint64{counts.itemsUpdated});
    json.key("items_unchanged").value(qint64{counts.itemsUnchanged});
    json.key("ignored_columns").beginArray();
    for (const QString &column : menu.ignoredColumns)
        json.value(column);
    json.endArray();
    json.key("problems").beginArray();
    for (const FileProblem &problem : menu.problems) {
        json.beginObject();
        json.key("line").value(qint64{problem.line});
        json.key("column").value(problem.column);
        json.key("reason").value(problem.reason);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

QByteArray asText(const MenuFile &menu, const Outcome &outcome)
{
    const MenuImportCounts &counts = outcome.counts;
    return QStringLiteral("%1%2 items in %3 categories: %4 new, %5 changed, %6 as they were; %7 new categories.")
        .arg(outcome.dryRun ? QStringLiteral("Dry run, nothing was written. ") : QString())
        .arg(menu.items.size())
        .arg(menu.categories)
        .arg(counts.itemsCreated)
        .arg(counts.itemsUpdated)
        .arg(counts.itemsUnchanged)
        .arg(counts.categoriesCreated)
        .toUtf8();
}

int refuse(const QString &file, MenuFile menu, bool json)
{
    std::stable_sort(menu.problems.begin(), menu.problems.end(),
                     [](const FileProblem &a, const FileProblem &b) { return a.line < b.line; });
    sayProblems(QFileInfo(file).fileName(), menu.problems);
    if (menu.problemsCut)
        sayNote(QStringLiteral("The file has more problems than are listed."));
    sayError(QStringLiteral("Nothing was imported. Correct the %1 above and import the file again.")
                 .arg(menu.problems.size() == 1 ? QStringLiteral("problem")
                                                : QStringLiteral("%1 problems").arg(menu.problems.size())));
    if (json)
        printLine(asJson(menu, std::nullopt));
    return exitcode::badFile;
}

int importMenuFile(const QString &file, const CommandOptions &options)
{
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const auto wishes = parseColumnWishes(options.values("map"));
    if (!wishes) {
        sayError(wishes.error().message);
        return exitcode::usage;
    }
    const auto site = openImportSite(*directory, options);
    if (!site)
        return exitcode::failed;

    MenuFile menu = readMenu(readCsvFile(file, maxMenuBytes), *wishes, site->currency);
    const bool json = options.has("json");
    if (!menu.problems.empty())
        return refuse(file, std::move(menu), json);

    Outcome outcome;
    outcome.dryRun = options.has("dry-run");
    const Result<MenuImportCounts> counts = importMenu(*site->hub, site->business.id, menu.items, outcome.dryRun);
    if (!counts && counts.error().code == ErrorCode::ValidationFailed) {
        menu.problems = placesInFile(counts.error(), menu);
        return refuse(file, std::move(menu), json);
    }
    if (!counts) {
        sayError(QStringLiteral("%1 Nothing was imported.").arg(counts.error().message));
        return exitcode::failed;
    }
    outcome.counts = *counts;
    if (!menu.ignoredColumns.isEmpty() && !json)
        sayNote(QStringLiteral("Columns that are not used: %1.").arg(menu.ignoredColumns.join(QStringLiteral(", "))));
    return printLine(json ? asJson(menu, outcome) : asText(menu, outcome)) ? exitcode::ok : exitcode::failed;
}

} // namespace

int runImport(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral(
            "import menu|orders FILE.csv --data DIR [--map name=item_name,price=cost,...] [--dry-run] [--json]"),
        QStringLiteral(
            "Brings a menu, or orders of the past, into a hub that is not running: one wrong row and nothing is "
            "imported. Columns with usual names are found without --map.\n"
            "Fields of a menu: name, category, price, description, quantity_step, station, prep_seconds, external_id, "
            "options.\n"
            "Fields of orders: order, item, name, quantity, price (of one) or total (of the line), options, covers, "
            "fulfilment, table, and unix, datetime, or date and time. Orders that are there already are passed over: "
            "an "
            "import that was stopped is run again."));
    options.addValue("data", "DIR", "Directory of the hub.");
    options.addValue("map", "FIELD=COLUMN",
                     "Which column holds which field; several with commas, or the option again.");
    options.addValue("business-id", "NUMBER", "Whose menu it is, where the hub has several businesses.");
    options.addValue("with", "FILE:COLUMN[=COLUMN]",
                     "Orders: a second table to be joined by this column (and what it is called there); may be given "
                     "again.");
    options.addValue("date", "YYYY-MM-DD", "Orders: their day, when the file has no times.");
    options.addValue("date-order", "dmy|mdy", "Orders: how 1/2/2015 is meant, when the file does not tell.");
    options.addValue("encoding", "NAME", "Orders: of the files, when it is not UTF-8; for example windows-1252.");
    options.addSwitch("skip-bad", "Orders: leave those with a wrong row out and import the others.");
    options.addSwitch("dry-run", "Check and count, write nothing.");
    options.addSwitch("json", "Print the outcome as JSON.");
    if (const auto code = options.parse(arguments, 2, "What to import (menu FILE.csv or orders FILE.csv)"))
        return *code;
    const QStringList loose = options.positionals();
    if (loose.at(0) == QLatin1String("orders"))
        return importOrders(loose.at(1), options);
    if (loose.at(0) != QLatin1String("menu")) {
        sayError(QStringLiteral("\"%1\" cannot be imported; write \"oshaqd import menu|orders FILE.csv --data DIR\".")
                     .arg(loose.at(0).left(60)));
        return exitcode::usage;
    }
    return importMenuFile(loose.at(1), options);
}

} // namespace oshaq
