// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/settings/sitesettingsdesk.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class ChoiceRow;
class FlowRow;
class TouchButton;

/// One setting of the site: what it does, what it is set to, what it is by default. A choice is saved when it is made,
/// a line when Enter is pressed or the focus leaves it; what is wrong stands under it and stays as typed; Esc takes it
/// back to what is saved. After a change one press puts back what was there before.
class RuleRow final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleRow)

public:
    /// The rule and the desk must outlive it.
    RuleRow(const SettingRule &rule, SiteSettingsDesk &desk, const Look &look, QWidget *parent = nullptr);

    QString key() const;
    void setLook(const Look &look);
    /// Outlined, as what somebody looks for.
    void setFound(bool found);
    QWidget *editor() const;
    QString error() const;
    QString note() const;
    TouchButton *backButton() const { return m_back; }
    TouchButton *defaultButton() const { return m_default; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void write();
    void forget();
    QString failureWords(const PortFailure &failure, const SettingValue &wanted) const;
    void commit();
    void save(const SettingValue &value);
    bool hasDefault() const;

    const SettingRule &m_rule;
    SiteSettingsDesk &m_desk;
    Look m_look;
    bool m_found = false;
    bool m_saving = false;
    bool m_justSaved = false;
    bool m_typed = false;                 ///< the line holds what nobody has saved
    std::function<QString()> m_problem;   ///< in the language of now; none: nothing is wrong
    std::optional<SettingValue> m_shown;
    std::optional<SettingValue> m_before; ///< what this person changed it from
    QLabel *m_title;
    QLabel *m_meaning;
    QLineEdit *m_line = nullptr;
    ChoiceRow *m_choice = nullptr;
    QLabel *m_wrong;
    QLabel *m_note;
    FlowRow *m_buttons;
    TouchButton *m_back;
    TouchButton *m_default;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
