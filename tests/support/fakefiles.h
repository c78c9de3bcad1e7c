// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/filesport.h"
#include "models/terminal/worklist.h"

#include <QStringList>

#include <vector>

namespace oshaq {

/// A FilesPort without a hub and without files: each call begins a Work, which goes on as the test says through the
/// list that it was made with.
class FakeFilesPort final : public FilesPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeFilesPort)

public:
    explicit FakeFilesPort(WorkList &works, QObject *parent = nullptr)
        : FilesPort(parent)
        , m_works(works)
    {}

    // What was asked: "report 2026-11-16 2026-11-22 xlsx en", "orders 2026-11-16 2026-11-22 csv", "orders ...
    // personal", "dayEnd 3 2026-11-22 en", "cancelled 4".
    QStringList calls;
    QStringList fileNames;
    quint64 last = 0;

    quint64 saveReport(QDate from, QDate to, ReportFormat format, const QString &language,
                       const QString &fileName) override
    {
        const QString suffix = format == ReportFormat::Csv    ? QStringLiteral("csv")
                               : format == ReportFormat::Xlsx ? QStringLiteral("xlsx")
                                                              : QStringLiteral("pdf");
        return begin(Work::Kind::SalesReport, rangeText(from, to),
                     QStringLiteral("report %1 %2 %3").arg(rangeText(from, to), suffix, language), fileName);
    }

    quint64 saveOrders(const OrderFileRequest &request, const QString &fileName) override
    {
        const QString form = request.form == OrderFileRequest::Form::OrdersCsv  ? QStringLiteral("csv")
                             : request.form == OrderFileRequest::Form::LinesCsv ? QStringLiteral("lines")
                                                                                : QStringLiteral("jsonl");
        const QString range = rangeText(request.from, request.to);
        return begin(Work::Kind::OrderExport, range,
                     QStringLiteral("orders %1 %2").arg(range, form) +
                         (request.personal ? QStringLiteral(" personal") : QString()),
                     fileName);
    }

    quint64 saveDayEnd(qint64 dayEndId, QDate day, const QString &language, const QString &fileName) override
    {
        return begin(Work::Kind::DayEndFile, day.toString(Qt::ISODate),
                     QStringLiteral("dayEnd %1 %2 %3").arg(dayEndId).arg(day.toString(Qt::ISODate), language),
                     fileName);
    }

private:
    static QString rangeText(QDate from, QDate to)
    {
        return from.toString(Qt::ISODate) + QLatin1Char(' ') + to.toString(Qt::ISODate);
    }

    quint64 begin(Work::Kind kind, const QString &subject, const QString &call, const QString &fileName)
    {
        calls << call;
        fileNames << fileName;
        last = m_works.begin(kind, subject, 1, [this] { calls << QStringLiteral("cancelled %1").arg(last); });
        return last;
    }

    WorkList &m_works;
};

} // namespace oshaq
