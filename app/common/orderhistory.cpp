// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/orderhistory.h"

#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/columnmap.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace oshaq {

namespace {

const std::vector<ColumnField> &orderFields()
{
    static const std::vector<ColumnField> fields{
        {"order", false, {"order_id", "order_number", "order_no", "invoice_uuid", "invoice_id", "receipt"}},
        {"item", false, {"item_id", "menu_item_id", "item_uuid", "product_id", "pizza_id", "sku"}},
        {"name", false, {"item_name", "product_name", "coffee_name", "dish"}},
        {"quantity", false, {"qty", "count"}},
        {"unix", false, {"epoch"}},
        {"datetime", false, {"order_datetime", "placed_at", "created_at", "timestamp"}},
        {"date", false, {"order_date"}},
        {"time", false, {"order_time"}},
    };
    return fields;
}

bool isNothing(const QString &text)
{
    return text.isEmpty() || text.compare(QLatin1String("NULL"), Qt::CaseInsensitive) == 0;
}

QDate dateFromText(const QString &text)
{
    static const QRegularExpression yearFirst(QStringLiteral("^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$"));
    static const QRegularExpression dayFirst(QStringLiteral("^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$"));
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (const auto match = dayFirst.match(text); match.hasMatch())
        return QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return {};
}

QTime timeFromText(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?(?: ?([AaPp])[Mm])?$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return {};
    int hour = match.captured(1).toInt();
    if (const QString half = match.captured(5).toUpper(); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (half == QLatin1String("P") ? 12 : 0);
    }
    const int ms = match.captured(4).leftJustified(3, u'0').left(3).toInt();
    return QTime(hour, match.captured(2).toInt(), match.captured(3).toInt(), ms);
}

std::optional<qint64> unixTime(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,11}$"));
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    return text.toLongLong() * 1000;
}

class OrdersReader
{
public:
    OrdersReader(const ColumnMap &columns, OrderHistory *history)
        : m_columns(columns)
        , m_history(history)
    {}

    void take(const CsvRow &row)
    {
        const auto text = [this, &row](const char *field) { return m_columns.text(row.fields, field); };
        HistoricLine line;
        line.fileLine = row.line;
        const QString item = text("item");
        const QString name = text("name");
        line.externalId = isNothing(item) ? QString() : item;
        line.name = isNothing(name) ? QString() : name;

        std::optional<qint64> at;
        if (m_history->timed) {
            at = timeOf(text);
            if (!at) {
                problem(row, timeField(), QStringLiteral("The time of the order cannot be read."));
                return;
            }
        }
        if (const QString quantity = text("quantity"); !quantity.isEmpty()) {
            const Result<qint64> parsed = parseQuantity(quantity.toUtf8());
            if (!parsed) {
                problem(row, "quantity", QStringLiteral("\"%1\": %2").arg(quantity.left(40), parsed.error().message));
                return;
            }
            line.quantity = *parsed;
        }
        HistoricOrder *order = orderOf(row, at);
        if (!order)
            return;
        if (line.externalId.isEmpty() && line.name.isEmpty())
            ++order->linesWithoutItem;
        else
            order->lines.push_back(std::move(line));
    }

private:
    template <typename Text> std::optional<qint64> timeOf(const Text &text) const
    {
        if (m_columns.has("unix"))
            return unixTime(text("unix"));
        if (m_columns.has("datetime")) {
            QString value = text("datetime");
            if (const auto iso = fromIso(value))
                return iso;
            value.replace(u'T', u' ');
            return historicTime(value.section(u' ', 0, 0), value.section(u' ', 1));
        }
        return historicTime(text("date"), text("time"));
    }

    const char *timeField() const
    {
        return m_columns.has("unix") ? "unix" : m_columns.has("datetime") ? "datetime" : "date";
    }

    void problem(const CsvRow &row, const char *field, const QString &reason)
    {
        m_history->problems.push_back({row.line, m_columns.columnOf(field), reason});
    }

    HistoricOrder *orderOf(const CsvRow &row, std::optional<qint64> at)
    {
        QString id = QStringLiteral("line %1").arg(row.line);
        if (m_columns.has("order")) {
            id = m_columns.text(row.fields, "order");
            if (id.isEmpty()) {
                problem(row, "order", QStringLiteral("The row does not say which order it belongs to."));
                return nullptr;
            }
        }
        const auto known = m_index.constFind(id);
        if (known != m_index.constEnd())
            return &m_history->orders[*known];
        m_index.insert(id, m_history->orders.size());
        HistoricOrder order;
        order.id = id;
        order.atMs = at;
        m_history->orders.push_back(std::move(order));
        return &m_history->orders.back();
    }

    const ColumnMap &m_columns;
    OrderHistory *m_history;
    QHash<QString, std::size_t> m_index;
};

} // namespace

std::optional<qint64> historicTime(const QString &date, const QString &time)
{
    const QDate day = dateFromText(date);
    const QTime clock = time.isEmpty() ? QTime(0, 0) : timeFromText(time);
    if (!day.isValid() || !clock.isValid())
        return std::nullopt;
    return QDateTime(day, clock, Qt::UTC).toMSecsSinceEpoch();
}

OrderHistory readOrders(const CsvTable &table, const QMap<QString, QString> &wishes)
{
    OrderHistory history;
    history.problems = table.problems;
    if (table.header.isEmpty()) {
        history.usable = false;
        return history;
    }
    Result<ColumnMap> columns = ColumnMap::make(table.header, orderFields(), wishes);
    if (columns && !columns->has("item") && !columns->has("name")) {
        columns = Error{ErrorCode::ValidationFailed,
                        QStringLiteral("No column for the item; name it with --map item=COLUMN (the menu's external "
                                       "id) or --map name=COLUMN."),
                        {}};
    }
    if (!columns) {
        history.usable = false;
        history.problems.insert(history.problems.begin(), {1, {}, columns.error().message});
        return history;
    }
    history.timed = columns->has("unix") || columns->has("datetime") || columns->has("date");
    history.ignoredColumns = columns->unused();
    history.rows = int(table.rows.size());
    OrdersReader reader(*columns, &history);
    for (const CsvRow &row : table.rows)
        reader.take(row);
    std::stable_sort(history.orders.begin(), history.orders.end(),
                     [](const HistoricOrder &a, const HistoricOrder &b) { return a.atMs < b.atMs; });
    return history;
}

} // namespace oshaq
