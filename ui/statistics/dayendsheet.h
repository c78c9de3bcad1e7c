// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/filesport.h"
#include "models/terminal/statisticsport.h"
#include "ui/common/sheet.h"

#include <QHash>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class DayEndRow;
class TouchButton;

/// Closes a business day with a report that is kept: what it will say, making it, printing it, saving it, and those
/// that there are.
class DayEndSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayEndSheet)

public:
    /// Ports must outlive it.
    DayEndSheet(StatisticsPort &port, FilesPort &files, const Look &look, QWidget *parent);
    ~DayEndSheet() override;

    void setLook(const Look &look) override;
    void begin(const QDate &today);
    void setDay(const QDate &day);
    QDate day() const { return m_day; }

    QLabel *figuresLabel() const { return m_figures; }
    /// What came of making one: why not, or its number.
    QLabel *toldLabel() const { return m_told; }
    Band *openBand() const { return m_open; }
    TouchButton *makeButton() const { return m_make; }
    TouchButton *bankButton() const { return m_bank; }
    TouchButton *beforeButton() const { return m_before; }
    TouchButton *afterButton() const { return m_after; }
    const std::vector<DayEndRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    /// A file is on its way: the work's id.
    void fileBegun(quint64 workId);
    /// The day's payments are to be compared with the bank's.
    void bankRequested(const QDate &day);

protected:
    void retranslate() override;

private:
    void forget();
    void askFigures();
    void askKept();
    void make();
    void print(const DayEnd &report);
    void savePdf(const DayEnd &report);
    void showAll();
    void rebuildRows();
    void showRows();
    QString figuresText() const;

    StatisticsPort &m_port;
    FilesPort &m_files;
    QDate m_today;
    QDate m_day;
    std::optional<Analytics> m_analytics; ///< of m_day
    std::optional<PortFailure> m_figuresFailure;
    std::optional<std::vector<DayEnd>> m_kept;
    std::optional<PortFailure> m_keptFailure;
    PortCall m_figuresCall = 0;
    PortCall m_keptCall = 0;
    PortCall m_makeCall = 0;
    QString m_makeKey; ///< the same while a question without an answer is tried again
    std::optional<PortFailure> m_makeFailure;
    std::optional<DayEnd> m_made;

    /// Of one kept report.
    struct Printing
    {
        PortCall call = 0;
        QString key;
        bool isDone = false;
        std::optional<PortFailure> failure;
    };
    QHash<qint64, Printing> m_printing;

    TouchButton *m_before;
    QLabel *m_dayLabel;
    TouchButton *m_after;
    QLabel *m_figures;
    Band *m_open;
    QLabel *m_told;
    QLabel *m_keptTitle;
    QLabel *m_keptState;
    QVBoxLayout *m_list;
    std::vector<DayEndRow *> m_rows;
    TouchButton *m_bank;
    TouchButton *m_back;
    TouchButton *m_make;
};

} // namespace oshaq
