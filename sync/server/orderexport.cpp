// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/orderexport.h"

#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/csv.h"
#include "sync/protocol/orderjson.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr int ordersAtOnce = 200;

using Form = ExportRequest::Form;

QString timeText(qint64 ms)
{
    return ms == 0 ? QString() : isoUtc(ms);
}

QString idText(const std::optional<qint64> &id)
{
    return id ? QString::number(*id) : QString();
}

class Exporter
{
public:
    Exporter(const Business &business, const ExportRequest &request)
        : m_business(business)
        , m_request(request)
    {}

    void header()
    {
        if (m_request.form == Form::JsonLines)
            return;
        m_out += csvByteOrderMark;
        QStringList names;
        if (m_request.form == Form::OrdersCsv) {
            names =
                words("order_id order_uuid number business_day placed_at fulfilment table covers status status_name "
                      "status_at promised_at cancel_reason subtotal delivery_cost total_cost currency lines");
            if (m_request.personal)
                names += words("guest_name guest_phone address note allergy");
        } else {
            names =
                words("order_id number business_day placed_at order_status order_item_id item_id name quantity price "
                      "total currency state options course station_id added_at");
            if (m_request.personal)
                names += words("note");
        }
        writeCsvRow(m_out, names);
    }

    Result<void> add(const Order &order)
    {
        if (m_request.form == Form::JsonLines)
            addJson(order);
        else if (m_request.form == Form::OrdersCsv)
            addOrder(order);
        else
            return addLines(order);
        return {};
    }

    QByteArray take() { return std::move(m_out); }

private:
    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

    QString amount(const Order &order, qint64 minor) const
    {
        return QString::fromLatin1(formatMajorUnits(minor, order.cost.currency));
    }

    QString dayOf(const Order &order) const
    {
        return businessDay(order.placedAtMs, m_business.timeZone, m_business.dayStartMinutes).toString(Qt::ISODate);
    }

    void addJson(Order order)
    {
        if (!m_request.personal) {
            for (QString *text : {&order.guestName, &order.guestPhone, &order.address, &order.note, &order.allergy})
                text->clear();
            for (OrderLine &line : order.lines)
                line.note.clear();
        }
        JsonWriter json;
        writeOrder(json, order, OrderView::Full);
        m_out += json.take() + '\n';
    }

    void addOrder(const Order &order)
    {
        QStringList row{QString::number(order.id),
                        order.uuid,
                        order.number,
                        dayOf(order),
                        isoUtc(order.placedAtMs),
                        fulfilmentText(order.fulfilment),
                        order.table,
                        QString::number(order.covers),
                        QString::number(int(order.status)),
                        orderStatusName(order.status),
                        isoUtc(order.statusAtMs),
                        timeText(order.promisedAtMs),
                        order.cancelReason,
                        amount(order, order.cost.subtotalMinor),
                        amount(order, order.cost.deliveryMinor),
                        amount(order, order.cost.totalMinor),
                        order.cost.currency.code(),
                        QString::number(order.lines.size())};
        if (m_request.personal)
            row << order.guestName << order.guestPhone << order.address << order.note << order.allergy;
        writeCsvRow(m_out, row);
    }

    Result<void> addLines(const Order &order)
    {
        const QString day = dayOf(order);
        for (const OrderLine &line : order.lines) {
            const auto total = lineTotalMinor(line.priceMinor, line.quantity);
            if (!total)
                return total.error();
            QStringList options;
            for (const OrderLineOption &option : line.options)
                options.append(option.name);
            QStringList row{QString::number(order.id),
                            order.number,
                            day,
                            isoUtc(order.placedAtMs),
                            QString::number(int(order.status)),
                            QString::number(line.id),
                            QString::number(line.itemId),
                            line.name,
                            QString::fromLatin1(formatQuantity(line.quantity)),
                            amount(order, line.priceMinor),
                            amount(order, *total),
                            order.cost.currency.code(),
                            lineStatusText(line.status),
                            options.join(QStringLiteral("; ")),
                            QString::number(line.course),
                            idText(line.stationId),
                            isoUtc(line.addedAtMs)};
            if (m_request.personal)
                row << line.note;
            writeCsvRow(m_out, row);
        }
        return {};
    }

    const Business &m_business;
    const ExportRequest &m_request;
    QByteArray m_out;
};

} // namespace

Result<ExportPart> exportOrders(sql::Database &database, const Business &business, const ExportRequest &request)
{
    OrderFilter filter;
    filter.fromMs = request.fromMs;
    filter.toMs = request.toMs;
    filter.oldestFirst = true;
    filter.cursor = request.cursor;
    const int wanted = std::clamp(request.limit, 1, maxExportedOrders);
    Exporter exporter(business, request);
    exporter.header();
    ExportPart part;
    do {
        filter.limit = std::min(ordersAtOnce, wanted - part.orders);
        const auto page = orderreads::list(database, business.id, filter);
        if (!page)
            return page.error();
        for (const Order &order : page->orders) {
            if (const auto added = exporter.add(order); !added)
                return added.error();
        }
        part.orders += int(page->orders.size());
        filter.cursor = page->nextCursor;
    } while (!filter.cursor.isEmpty() && part.orders < wanted);
    part.nextCursor = filter.cursor;
    part.data = exporter.take();
    return part;
}

} // namespace oshaq
