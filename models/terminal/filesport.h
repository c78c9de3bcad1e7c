// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"

#include <QDate>
#include <QMap>
#include <QObject>
#include <QString>

#include <vector>

namespace oshaq {

/// Which orders go into a file.
struct OrderFileRequest
{
    enum class Form
    {
        OrdersCsv,
        LinesCsv,
        JsonLines
    };

    QDate from; ///< business days, both included
    QDate to;
    Form form = Form::OrdersCsv;
    bool personal = false; ///< with names, phones and addresses

    bool operator==(const OrderFileRequest &) const = default;
};

/// Codes of failures that are this computer's own and not the hub's, in PortFailure::errorCode of a Refused one.
namespace filefailures {

inline constexpr char diskFull[] = "FILE_DISK_FULL";
inline constexpr char notWritable[] = "FILE_NOT_WRITABLE"; ///< no such directory, or no right to write there
inline constexpr char tooLarge[] = "FILE_TOO_LARGE";

} // namespace filefailures

/// Files that the hub makes and that come here while people go on working. Each call begins a Work in the list that the
/// port was made with and returns its id; the file is complete or it is not there. Implemented in sync/client; faked in
/// GUI tests. GUI thread; nothing blocks, nothing is kept in memory whole.
class FilesPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class ReportFormat
    {
        Csv,
        Xlsx,
        Pdf
    };

    /// The figures of the statistics page, in `language` ("en", "ru", "kk").
    virtual quint64 saveReport(QDate from, QDate to, ReportFormat format, const QString &language,
                               const QString &fileName) = 0;
    virtual quint64 saveOrders(const OrderFileRequest &request, const QString &fileName) = 0;
    /// A kept day-end report, as PDF.
    virtual quint64 saveDayEnd(qint64 dayEndId, QDate day, const QString &language, const QString &fileName) = 0;
};

} // namespace oshaq
