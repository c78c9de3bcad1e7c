// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workhours.h"
#include "models/terminal/operatorport.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/staffport.h"
#include "ui/common/look.h"

#include <QDate>
#include <QStringList>
#include <QWidget>

#include <map>
#include <optional>
#include <utility>
#include <vector>

class QDateEdit;
class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class EndShiftSheet;
class FlowRow;
class StaffTable;
class StateView;
class TouchButton;

/// Who worked when: a week by person and day, or a range of one's own by person. By business days of the site.
class HoursView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HoursView)

public:
    /// `site`: whose clock, days and time zone. All must outlive the view.
    HoursView(StaffPort &port, const OperatorPort &screen, const OrdersPort &site, const Look &look, QWidget *page);
    ~HoursView() override;

    void setLook(const Look &look);
    void setWords(const QString &words);
    void refresh();
    /// The days that are shown.
    std::pair<QDate, QDate> range() const { return {m_from, m_to}; }
    void setRange(QDate from, QDate to);
    /// Where files go; none: the person's documents.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// As a file has them: a head, then a row for each part of a shift.
    std::vector<QStringList> fileRows() const;
    /// The file, or nothing when it could not be written; says so in either case.
    QString saveFile();

    StaffTable *table() const { return m_table; }
    StateView *stateView() const { return m_state; }
    Band *band() const { return m_band; }
    Band *notice() const { return m_notice; }
    EndShiftSheet *sheet() const { return m_sheet; }
    TouchButton *previousButton() const { return m_previous; }
    TouchButton *nextButton() const { return m_next; }
    TouchButton *thisWeekButton() const { return m_thisWeek; }
    TouchButton *ownButton() const { return m_own; }
    TouchButton *copyButton() const { return m_copy; }
    TouchButton *fileButton() const { return m_file; }
    QDateEdit *fromEdit() const { return m_fromEdit; }
    QDateEdit *toEdit() const { return m_toEdit; }
    QString sumText() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What the notice says, so that it can be said in another language.
    struct Notice
    {
        enum class Kind
        {
            None,
            Copied,
            Saved,
            NotSaved
        };
        Kind kind = Kind::None;
        QString detail;
    };

    void forget();
    QDate today() const;
    std::vector<WorkedPerson> people() const;
    void rebuild();
    void showWeek(const std::vector<WorkedPerson> &people);
    void showList(const std::vector<WorkedPerson> &people);
    void updateState(bool isEmpty);
    void tell(Notice::Kind kind, const QString &detail = {});
    void openShift(qint64 key, int column);
    void endShift(qint64 shiftId);
    bool mayEnd() const;
    void handleOwnRange();
    void retranslate();

    StaffPort &m_port;
    const OperatorPort &m_screen;
    const OrdersPort &m_site;
    Look m_look;
    QDate m_from;
    QDate m_to;
    bool m_isOwn = false; ///< a range of one's own, not a week
    QString m_words;
    QString m_folder;
    std::optional<std::vector<StaffShift>> m_known;
    std::pair<QDate, QDate> m_knownRange;
    std::optional<PortFailure> m_failure;
    qint64 m_knownAtMs = 0;
    PortCall m_call = 0;
    Notice m_told;
    std::map<std::pair<qint64, int>, qint64> m_openAt; ///< key and column -> an open shift
    qint64 m_forgotten = 0;                            ///< the first one that was left open
    int m_rowCount = 0;

    FlowRow *m_bar;
    QLabel *m_range;
    TouchButton *m_previous;
    TouchButton *m_next;
    TouchButton *m_thisWeek;
    TouchButton *m_own;
    QDateEdit *m_fromEdit;
    QDateEdit *m_toEdit;
    TouchButton *m_copy;
    TouchButton *m_file;
    Band *m_band;     ///< what could not be asked
    Band *m_leftOpen; ///< who has not signed out
    Band *m_notice;
    QLabel *m_sum;
    StaffTable *m_table;
    StateView *m_state;
    EndShiftSheet *m_sheet;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
