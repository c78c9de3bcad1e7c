// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/staffport.h"
#include "ui/common/look.h"

#include <QFrame>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class Field;
class FlowRow;
class SecretForm;
class TouchButton;

/// One person, new or known: who they are, what they may do, how they sign in. What is wrong stands beside its field;
/// what was typed stays until it is saved or somebody says that it may go.
class StaffEditor final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaffEditor)

public:
    /// The port must outlive the editor.
    StaffEditor(StaffPort &port, const Look &look, QWidget *parent = nullptr);
    ~StaffEditor() override;

    void setLook(const Look &look);
    void setStations(const std::vector<Station> &stations);
    /// `isSelf`: whoever is at this screen; they cannot dismiss themselves.
    void edit(const StaffMember &member, bool isSelf);
    /// The hub's latest of the person: taken when nothing of it is being changed here.
    void meet(const StaffMember &latest);
    qint64 memberId() const { return m_member.id; }
    bool isNew() const { return m_member.id == 0; }
    /// Something is not saved yet.
    bool isChanged() const;
    /// Goes on with `then`, once nothing is lost or somebody said that it may be.
    void leave(std::function<void()> then);
    void save();
    /// In a narrow window the editor stands alone, and leads back to the list.
    void setBackVisible(bool visible);
    void focusFirst();

    Band *band() const { return m_band; }
    TouchButton *backButton() const { return m_back; }
    TouchButton *saveButton() const { return m_save; }
    TouchButton *keepButton() const { return m_keep; }
    TouchButton *dismissButton() const { return m_dismiss; }
    SecretForm *pinForm() const { return m_pin; }
    SecretForm *passwordForm() const { return m_password; }
    Field *nameField() const { return m_name; }
    Field *loginField() const { return m_login; }
    ChoiceRow *roleChoice() const { return m_roleChoice; }
    QLabel *conflict() const { return m_conflict; }

Q_SIGNALS:
    void saved(const oshaq::StaffMember &member);
    /// How somebody signs in has changed.
    void secretChanged(qint64 staffId);
    void dismissed(qint64 staffId, const QString &name);
    void backAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What the buttons at the foot ask.
    enum class Question
    {
        None,
        Losing,    ///< something typed would be lost
        Dismissal, ///< of the person
        Conflict   ///< somebody else has saved the same person meanwhile
    };

    StaffMember read() const;
    void write(const StaffMember &member);
    bool check(const StaffMember &member);
    void handleRefused(const PortFailure &failure);
    void askForTheirs();
    void setSecret(SecretForm *form, const QString &secret);
    void finishNew(const StaffMember &made);
    void dismiss();
    void ask(Question question);
    void showQuestion();
    void setBusy(bool busy);
    void retranslate();
    void updateRole();
    void showFocus();

    StaffPort &m_port;
    Look m_look;
    StaffMember m_member;
    std::optional<StaffMember> m_theirs; ///< what somebody else has saved
    std::vector<Station> m_stations;
    bool m_isSelf = false;
    QString m_key;       ///< idempotency: the same until it is saved
    QString m_secretKey; ///< likewise, of a PIN or a password
    PortCall m_call = 0;
    Question m_question = Question::None;
    std::function<void()> m_then;
    std::optional<PortFailure> m_failure;
    bool m_nameWrong = false;
    bool m_loginTaken = false;
    bool m_pinTaken = false;

    TouchButton *m_back;
    QLabel *m_title;
    QScrollArea *m_scroll;
    Band *m_band;
    QLabel *m_conflict;
    QLineEdit *m_nameEdit;
    ChoiceRow *m_roleChoice;
    QComboBox *m_stationChoice;
    QLineEdit *m_loginEdit;
    ChoiceRow *m_activeChoice;
    Field *m_name;
    Field *m_role;
    Field *m_station;
    Field *m_login;
    Field *m_active;
    SecretForm *m_pin;
    SecretForm *m_password;
    QLabel *m_totp;
    FlowRow *m_buttons;
    TouchButton *m_dismiss;
    TouchButton *m_keep;
    TouchButton *m_save;
    QVBoxLayout *m_body;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
