// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/importsite.h"
#include "app/server/pastorders.h"

#include "sync/protocol/columnmap.h"
#include "sync/protocol/json.h"

#include <QFileInfo>

#include <algorithm>

namespace oshaq {

namespace {

/// Orders of one transaction: what a stopped import loses at most, and what a screen waits for at most.
constexpr std::size_t batchOrders = 500;

struct Counts
{
    bool dryRun = false;
    qint64 orders = 0;
    qint64 known = 0;
    qint64 lines = 0;
    qint64 totalMinor = 0;
    qint64 dishes = 0;
    qint64 payments = 0;
    qint64 paidMinor = 0;
    qint64 tipMinor = 0;
};

Result<CsvTable> joinedTable(const QString &file, const CommandOptions &options)
{
    const QString encoding = options.value("encoding");
    CsvTable table = readCsvFile(file, maxOrdersBytes, encoding);
    for (const QString &with : options.values("with")) {
        const qsizetype colon = with.lastIndexOf(u':');
        if (colon <= 0 || colon + 1 == with.size()) {
            return Error{ErrorCode::ValidationFailed,
                         QStringLiteral("--with %1: write FILE:COLUMN or FILE:COLUMN=COLUMN.").arg(with),
                         {}};
        }
        const QString key = with.mid(colon + 1).section(u'=', 0, 0);
        const QString otherKey = with.contains(u'=') ? with.mid(colon + 1).section(u'=', 1) : key;
        const QString path = with.first(colon);
        CsvTable other = readCsvFile(path, maxOrdersBytes, encoding);
        if (other.header.isEmpty()) {
            table.problems = other.problems;
            table.header.clear();
            return table;
        }
        auto joined = joinTables(table, other, key, otherKey);
        if (!joined) {
            return Error{joined.error().code,
                         QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), joined.error().message),
                         {}};
        }
        table = std::move(*joined);
    }
    return table;
}

/// Nothing: it was said what is wrong.
std::optional<DateOrder> chosenDateOrder(const CsvTable &table, const QMap<QString, QString> &wishes,
                                         const CommandOptions &options)
{
    const QString wanted = options.value("date-order");
    if (wanted == u"dmy")
        return DateOrder::DayFirst;
    if (wanted == u"mdy")
        return DateOrder::MonthFirst;
    if (!wanted.isEmpty()) {
        sayError(QStringLiteral("--date-order is dmy or mdy."));
        return std::nullopt;
    }
    const auto order = dateOrderOf(table, wishes);
    if (!order) {
        sayError(order.error().message);
        return std::nullopt;
    }
    if (!*order)
        sayError(QStringLiteral("Every date of the file can be read both ways; say --date-order dmy or mdy."));
    return *order;
}

void printOutcome(const PastOrders &plan, const Counts &counts, int rows, const Currency &currency, bool imported,
                  bool json)
{
    const QByteArray total = formatMajorUnits(counts.totalMinor, currency);
    if (!json) {
        printLine(
            QStringLiteral("%1%2 orders with %3 lines, %4 %5; %6 were there already; %7 left out; %8 rows without "
                           "a dish; %9 dishes that the menu does not have.")
                .arg(counts.dryRun ? QStringLiteral("Dry run, nothing was written. ") : QString())
                .arg(counts.orders)
                .arg(counts.lines)
                .arg(QString::fromLatin1(total), currency.code())
                .arg(counts.known)
                .arg(plan.refused)
                .arg(plan.rowsWithoutItem)
                .arg(counts.dishes)
                .toUtf8());
        if (counts.payments > 0) {
            printLine(QStringLiteral("%1 payments of %2 %4, and tips of %3 %4.")
                          .arg(counts.payments)
                          .arg(QString::fromLatin1(formatMajorUnits(counts.paidMinor, currency)),
                               QString::fromLatin1(formatMajorUnits(counts.tipMinor, currency)), currency.code())
                          .toUtf8());
        }
        return;
    }
    JsonWriter writer;
    writer.beginObject();
    writer.key("imported").value(imported);
    writer.key("dry_run").value(counts.dryRun);
    writer.key("rows").value(qint64{rows});
    writer.key("orders").value(counts.orders);
    writer.key("lines").value(counts.lines);
    writer.key("total").raw(total);
    writer.key("currency").value(currency.code());
    writer.key("already_there").value(counts.known);
    writer.key("orders_refused").value(qint64{plan.refused});
    writer.key("orders_without_lines").value(qint64{plan.withoutLines});
    writer.key("rows_without_item").value(qint64{plan.rowsWithoutItem});
    writer.key("dishes_made").value(counts.dishes);
    writer.key("payments").value(counts.payments);
    writer.key("paid").raw(formatMajorUnits(counts.paidMinor, currency));
    writer.key("tips").raw(formatMajorUnits(counts.tipMinor, currency));
    writer.key("problems").beginArray();
    for (const FileProblem &problem : plan.problems) {
        writer.beginObject();
        writer.key("line").value(qint64{problem.line});
        writer.key("column").value(problem.column);
        writer.key("reason").value(problem.reason);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    printLine(writer.take());
}

Result<Counts> writeOrders(ImportSite &site, const std::vector<PastOrder> &orders)
{
    Counts counts;
    std::size_t told = 0;
    for (std::size_t begin = 0; begin < orders.size(); begin += batchOrders) {
        const auto end = std::min(begin + batchOrders, orders.size());
        const std::vector<PastOrder> batch(orders.begin() + std::ptrdiff_t(begin),
                                           orders.begin() + std::ptrdiff_t(end));
        WriteCommand command;
        command.principal.kind = Principal::Kind::Business;
        command.principal.role = Role::Owner;
        command.principal.businessId = site.business.id;
        command.principal.id = site.business.id;
        command.principal.label = QStringLiteral("import");
        command.run = [batch](WriteContext &context) { return historywrites::import(context, batch); };
        const auto written = site.hub->writer().submitAndWait(std::move(command));
        if (!written)
            return written.error();
        counts.orders += written->values.at(0);
        counts.known += written->values.at(1);
        counts.lines += written->values.at(2);
        counts.totalMinor += written->values.at(3);
        counts.dishes += written->values.at(4);
        counts.payments += written->values.at(5);
        counts.paidMinor += written->values.at(6);
        counts.tipMinor += written->values.at(7);
        const std::size_t percent = end * 100 / orders.size();
        if (percent >= told + 10 && end < orders.size()) {
            told = percent;
            sayNote(QStringLiteral("%1 of %2 orders").arg(end).arg(orders.size()));
        }
    }
    return counts;
}

Counts countOf(const std::vector<PastOrder> &orders)
{
    Counts counts;
    counts.dryRun = true;
    for (const PastOrder &order : orders) {
        ++counts.orders;
        counts.lines += qint64(order.lines.size());
        for (const PastLine &line : order.lines) {
            if (const auto total = lineTotalMinor(line.priceMinor, line.quantity))
                counts.totalMinor += *total;
        }
        if (order.payment) {
            ++counts.payments;
            counts.paidMinor += order.payment->amountMinor;
            counts.tipMinor += order.payment->tipMinor;
        }
    }
    return counts;
}

} // namespace

int importOrders(const QString &file, const CommandOptions &options)
{
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const auto wishes = parseColumnWishes(options.values("map"));
    if (!wishes) {
        sayError(wishes.error().message);
        return exitcode::usage;
    }
    std::optional<QDate> day;
    if (options.has("date")) {
        day = QDate::fromString(options.value("date"), Qt::ISODate);
        if (!day->isValid()) {
            sayError(QStringLiteral("--date is written YYYY-MM-DD."));
            return exitcode::usage;
        }
    }
    auto site = openImportSite(*directory, options);
    if (!site)
        return exitcode::failed;

    const auto table = joinedTable(file, options);
    if (!table) {
        sayError(table.error().message);
        return exitcode::usage;
    }
    DateOrder dateOrder = DateOrder::DayFirst;
    if (!table->header.isEmpty()) {
        const auto chosen = chosenDateOrder(*table, *wishes, options);
        if (!chosen)
            return exitcode::usage;
        dateOrder = *chosen;
    }
    const HistoryFile history = readOrders(*table, *wishes, dateOrder);
    const QString name = QFileInfo(file).fileName();
    if (!history.usable) {
        sayProblems(name, history.problems);
        return exitcode::badFile;
    }
    if (!history.priced) {
        sayError(QStringLiteral("No column for the price; name it with --map price=COLUMN or total=COLUMN, or join the "
                                "menu with --with FILE:COLUMN."));
        return exitcode::usage;
    }
    if (!history.timed && !day) {
        sayError(QStringLiteral("The file has no times; say of which day its orders are with --date YYYY-MM-DD."));
        return exitcode::usage;
    }

    PastOrders plan = planPastOrders(history, site->currency, site->business.timeZone, day);
    std::stable_sort(plan.problems.begin(), plan.problems.end(),
                     [](const FileProblem &a, const FileProblem &b) { return a.line < b.line; });
    const bool json = options.has("json");
    if (!plan.problems.empty())
        sayProblems(name, plan.problems);
    const bool refused = !plan.problems.empty() && !options.has("skip-bad");
    if (refused || options.has("dry-run")) {
        printOutcome(plan, countOf(plan.orders), history.rows, site->currency, false, json);
        if (refused)
            sayError(QStringLiteral("Nothing was imported. Correct the rows above, or leave their orders out with "
                                    "--skip-bad."));
        return refused ? exitcode::badFile : exitcode::ok;
    }
    const auto counts = writeOrders(*site, plan.orders);
    if (!counts) {
        sayError(QStringLiteral("%1 What was written stays; run the import again for the rest.")
                     .arg(counts.error().message));
        return exitcode::failed;
    }
    printOutcome(plan, *counts, history.rows, site->currency, true, json);
    return exitcode::ok;
}

} // namespace oshaq
