// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/orderhistory.h"

#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/columnmap.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

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
        {"price", false, {"unit_price"}},
        {"total", false, {"line_total", "amount", "money", "sum"}},
        {"options", false, {"choice_description", "modifiers", "size"}},
        {"covers", false, {"people", "guests", "party_size"}},
        {"fulfilment", false, {"dining", "order_type", "service"}},
        {"table", false, {"table_no", "table_number"}},
        {"paid", false, {"amount_paid", "paid_amount"}},
        {"payment_method", false, {"payment_type", "tender_type"}},
        {"tip", false, {"tips", "tip_amount", "gratuity"}},
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

const QRegularExpression &twoNumbersFirst()
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$"));
    return shape;
}

QDate dateFromText(const QString &text, DateOrder dateOrder)
{
    static const QRegularExpression yearFirst(QStringLiteral("^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$"));
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (const auto match = twoNumbersFirst().match(text); match.hasMatch()) {
        const bool dayFirst = dateOrder == DateOrder::DayFirst;
        return QDate(match.captured(3).toInt(), match.captured(dayFirst ? 2 : 1).toInt(),
                     match.captured(dayFirst ? 1 : 2).toInt());
    }
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
    OrdersReader(const ColumnMap &columns, DateOrder dateOrder, HistoryFile *history)
        : m_columns(columns)
        , m_dateOrder(dateOrder)
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
                noteDamage(row);
                return;
            }
        }
        if (const QString quantity = text("quantity"); !quantity.isEmpty()) {
            const Result<qint64> parsed = parseQuantity(quantity.toUtf8());
            if (!parsed) {
                problem(row, "quantity", QStringLiteral("\"%1\": %2").arg(quantity.left(40), parsed.error().message));
                noteDamage(row);
                return;
            }
            line.quantity = *parsed;
        }
        line.price = text("price");
        line.total = text("total");
        line.options = isNothing(text("options")) ? QString() : text("options");
        HistoricOrder *order = orderOf(row, at);
        if (!order)
            return;
        if (line.externalId.isEmpty() && line.name.isEmpty())
            ++order->linesWithoutItem;
        else
            order->lines.push_back(std::move(line));
    }

    void markDamaged()
    {
        for (HistoricOrder &order : m_history->orders)
            order.damaged = m_damaged.contains(order.id);
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
            return historicTime(value.section(u' ', 0, 0), value.section(u' ', 1), m_dateOrder);
        }
        return historicTime(text("date"), text("time"), m_dateOrder);
    }

    const char *timeField() const
    {
        return m_columns.has("unix") ? "unix" : m_columns.has("datetime") ? "datetime" : "date";
    }

    void problem(const CsvRow &row, const char *field, const QString &reason)
    {
        m_history->problems.push_back({row.line, m_columns.columnOf(field), reason});
    }

    void noteDamage(const CsvRow &row)
    {
        if (m_columns.has("order"))
            m_damaged.insert(m_columns.text(row.fields, "order"));
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
        order.fileLine = row.line;
        order.covers = m_columns.text(row.fields, "covers");
        order.fulfilment = m_columns.text(row.fields, "fulfilment");
        order.table = m_columns.text(row.fields, "table");
        const auto paymentText = [&](const char *field) {
            const QString text = m_columns.text(row.fields, field);
            return isNothing(text) ? QString() : text;
        };
        order.paid = paymentText("paid");
        order.paymentMethod = paymentText("payment_method");
        order.tip = paymentText("tip");
        m_history->orders.push_back(std::move(order));
        return &m_history->orders.back();
    }

    const ColumnMap &m_columns;
    const DateOrder m_dateOrder;
    HistoryFile *m_history;
    QHash<QString, std::size_t> m_index;
    QSet<QString> m_damaged;
};

} // namespace

std::optional<qint64> historicTime(const QString &date, const QString &time, DateOrder dateOrder)
{
    const QDate day = dateFromText(date, dateOrder);
    const QTime clock = time.isEmpty() ? QTime(0, 0) : timeFromText(time);
    if (!day.isValid() || !clock.isValid())
        return std::nullopt;
    return QDateTime(day, clock, Qt::UTC).toMSecsSinceEpoch();
}

Result<std::optional<DateOrder>> dateOrderOf(const CsvTable &table, const QMap<QString, QString> &wishes)
{
    const auto columns = ColumnMap::make(table.header, orderFields(), wishes);
    if (!columns)
        return columns.error();
    const char *field = columns->has("unix") ? nullptr : columns->has("datetime") ? "datetime" : "date";
    if (!field || !columns->has(field))
        return std::optional(DateOrder::DayFirst);
    int dayFirstLine = 0;
    int monthFirstLine = 0;
    bool open = false;
    for (const CsvRow &row : table.rows) {
        const QString date = columns->text(row.fields, field).replace(u'T', u' ').section(u' ', 0, 0);
        const auto match = twoNumbersFirst().match(date);
        if (!match.hasMatch())
            continue;
        open = true;
        if (match.captured(1).toInt() > 12)
            dayFirstLine = dayFirstLine == 0 ? row.line : dayFirstLine;
        else if (match.captured(2).toInt() > 12)
            monthFirstLine = monthFirstLine == 0 ? row.line : monthFirstLine;
    }
    if (dayFirstLine > 0 && monthFirstLine > 0) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("The date of line %1 begins with the day, that of line %2 with the month.")
                         .arg(QString::number(dayFirstLine), QString::number(monthFirstLine)),
                     {}};
    }
    if (!open || dayFirstLine > 0)
        return std::optional(DateOrder::DayFirst);
    if (monthFirstLine > 0)
        return std::optional(DateOrder::MonthFirst);
    return std::optional<DateOrder>();
}

Result<CsvTable> joinTables(const CsvTable &table, const CsvTable &other, const QString &key, const QString &otherKey)
{
    const auto place = [](const CsvTable &one, const QString &name) { return one.header.indexOf(name); };
    const qsizetype keyAt = place(table, key);
    const qsizetype otherKeyAt = place(other, otherKey);
    if (keyAt < 0 || otherKeyAt < 0) {
        return Error{
            ErrorCode::ValidationFailed,
            QStringLiteral("There is no column \"%1\" to join by; there are: %2.")
                .arg(keyAt < 0 ? key : otherKey, (keyAt < 0 ? table : other).header.join(QStringLiteral(", "))),
            {}};
    }
    QList<qsizetype> taken;
    for (qsizetype column = 0; column < other.header.size(); ++column) {
        if (!table.header.contains(other.header[column]))
            taken.append(column);
    }
    QHash<QString, const CsvRow *> byKey;
    for (const CsvRow &row : other.rows) {
        const QString value = row.fields.at(otherKeyAt).trimmed();
        if (byKey.contains(value)) {
            return Error{ErrorCode::ValidationFailed,
                         QStringLiteral("Line %1: \"%2\" was there before; what is joined has each key once.")
                             .arg(QString::number(row.line), value.left(60)),
                         {}};
        }
        byKey.insert(value, &row);
    }
    CsvTable joined = table;
    joined.problems.insert(joined.problems.end(), other.problems.begin(), other.problems.end());
    for (const qsizetype column : taken)
        joined.header.append(other.header[column]);
    for (CsvRow &row : joined.rows) {
        const CsvRow *partner = byKey.value(row.fields.at(keyAt).trimmed());
        for (const qsizetype column : taken)
            row.fields.append(partner ? partner->fields.at(column) : QString());
    }
    return joined;
}

HistoryFile readOrders(const CsvTable &table, const QMap<QString, QString> &wishes, DateOrder dateOrder)
{
    HistoryFile history;
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
    history.priced = columns->has("price") || columns->has("total");
    history.isUtc = columns->has("unix");
    OrdersReader reader(*columns, dateOrder, &history);
    for (const CsvRow &row : table.rows)
        reader.take(row);
    reader.markDamaged();
    std::stable_sort(history.orders.begin(), history.orders.end(),
                     [](const HistoricOrder &a, const HistoricOrder &b) { return a.atMs < b.atMs; });
    return history;
}

} // namespace oshaq
