// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/operatorport.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/staffport.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class StaffEditor;
class StaffTable;
class StateView;

/// Who works here, with those who are here now first, and the chosen one beside the list. In a narrow window the chosen
/// one stands alone. Asks again while it is seen, and never while it is not.
class PeopleView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeopleView)

public:
    enum class Show
    {
        Everybody,
        HereNow,
        Away
    };

    /// `site`: whose stations, clock and time zone. All must outlive the view.
    PeopleView(StaffPort &port, const OperatorPort &screen, const OrdersPort &site, const Look &look,
               QWidget *parent = nullptr);
    ~PeopleView() override;

    void setLook(const Look &look);
    void setWords(const QString &words);
    void refresh();
    void addPerson();
    void save();
    /// Back to the list, or out of what is typed. False: there was nothing to leave.
    bool leave();
    void focusList();
    /// What the list has besides headings.
    int shownCount() const { return m_shown; }
    std::optional<int> knownCount() const;

    StaffTable *table() const { return m_table; }
    StaffEditor *editor() const { return m_editor; }
    StateView *stateView() const { return m_state; }
    Band *band() const { return m_band; }
    /// Who is shown; the page puts it where it has room.
    ChoiceRow *filter() const { return m_filter; }
    /// The editor has all the room, because there is little.
    bool isAlone() const { return m_isAlone; }

Q_SIGNALS:
    /// How many are known has changed, or whether the editor stands alone.
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void forget();
    void rebuild();
    void updateState();
    void retranslate();
    void arrange();
    void choose(qint64 staffId);
    void openEditor(const StaffMember &member);
    void closeEditor();
    const StaffMember *find(qint64 staffId) const;
    bool isSelf(qint64 staffId) const;

    StaffPort &m_port;
    const OperatorPort &m_screen;
    const OrdersPort &m_site;
    Look m_look;
    std::optional<std::vector<StaffMember>> m_known;
    std::map<qint64, StaffShift> m_here; ///< open shifts by person
    std::optional<PortFailure> m_failure;
    qint64 m_knownAtMs = 0;
    PortCall m_staffCall = 0;
    PortCall m_shiftsCall = 0;
    QString m_words;
    Show m_show = Show::Everybody;
    qint64 m_chosen = 0;   ///< in the editor; 0: nobody, or somebody new
    bool m_isOpen = false; ///< the editor shows somebody
    QString m_told;        ///< who was dismissed just now
    int m_shown = 0;
    bool m_isAlone = false;
    bool m_wantsFocus = false; ///< as soon as there is a list
    QTimer m_timer;

    ChoiceRow *m_filter;
    Band *m_band;
    StaffTable *m_table;
    StateView *m_state;
    QWidget *m_list;
    StaffEditor *m_editor;
    StateView *m_nobody; ///< where the editor would be
    QBoxLayout *m_layout;
};

} // namespace oshaq
