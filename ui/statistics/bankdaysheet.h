// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/statisticsport.h"
#include "ui/common/sheet.h"

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class TouchButton;

/// The payments of a business day that went through the bank, here and as the bank has them: what agrees, what does
/// not, and asking the bank again.
class BankDaySheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BankDaySheet)

public:
    /// The port must outlive it.
    BankDaySheet(StatisticsPort &port, const Look &look, QWidget *parent);
    ~BankDaySheet() override;

    void setLook(const Look &look) override;
    void begin(const QDate &day, const QDate &today);
    void setDay(const QDate &day);
    QDate day() const { return m_day; }

    QString sumsText() const;
    Band *verdictBand() const { return m_verdict; }
    /// "title: facts: difference" of each row that is shown.
    QStringList rows() const;
    ChoiceRow *filter() const { return m_filter; }
    TouchButton *askButton() const { return m_ask; }
    TouchButton *beforeButton() const { return m_before; }
    TouchButton *afterButton() const { return m_after; }
    QString toldText() const;

protected:
    void retranslate() override;

private:
    struct Row
    {
        QWidget *box;
        QLabel *title;
        QLabel *facts;
        QLabel *difference;
    };

    void read();
    void askBank();
    void forget();
    void showAll();
    void showRows();
    int differences() const;

    StatisticsPort &m_port;
    QDate m_today;
    QDate m_day;
    std::optional<BankDay> m_known;
    std::optional<PortFailure> m_failure;
    PortCall m_call = 0;
    PortCall m_askCall = 0;
    QString m_key; ///< of asking the bank; the same while a question without an answer is tried again
    std::optional<PortFailure> m_askFailure;
    bool m_asked = false;

    TouchButton *m_before;
    QLabel *m_dayLabel;
    TouchButton *m_after;
    QLabel *m_sums;
    Band *m_verdict;
    QLabel *m_told;
    ChoiceRow *m_filter;
    QLabel *m_none;
    QVBoxLayout *m_list;
    std::vector<Row> m_rows;
    TouchButton *m_back;
    TouchButton *m_ask;
};

} // namespace oshaq
