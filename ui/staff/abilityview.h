// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/staffport.h"
#include "ui/common/look.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class StaffTable;
class StateView;

/// What each role may do, from the hub's own table of permissions: abilities in rows, roles in columns. Where there is
/// no room for all roles, one at a time.
class AbilityView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AbilityView)

public:
    /// The port must outlive the view.
    AbilityView(StaffPort &port, const Look &look, QWidget *parent = nullptr);
    ~AbilityView() override;

    void setLook(const Look &look);
    void setWords(const QString &words);
    void refresh();

    StaffTable *table() const { return m_table; }
    StateView *stateView() const { return m_state; }
    ChoiceRow *roleChoice() const { return m_role; }
    Band *band() const { return m_band; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void forget();
    void rebuild();
    void retranslate();

    StaffPort &m_port;
    Look m_look;
    std::optional<PermissionTable> m_known;
    std::optional<PortFailure> m_failure;
    PortCall m_call = 0;
    QString m_words;
    ChoiceRow *m_role;
    QLabel *m_intro;
    Band *m_band;
    StaffTable *m_table;
    StateView *m_state;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
