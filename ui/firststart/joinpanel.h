// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/setupport.h"
#include "ui/common/look.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;
class DigitsView;
class Field;
class StateView;
class TouchButton;

/// Joining another computer's hub: which one, comparing six digits with it, or why it did not let this screen in. A
/// scanner that types, or a paste, puts what the other screen shows into the address.
class JoinPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinPanel)

public:
    enum class State
    {
        Asking,
        Comparing,
        Waiting, ///< here they are the same; nobody has said so there
        Refused
    };

    JoinPanel(SetupPort &setup, const Look &look, QWidget *parent = nullptr);
    ~JoinPanel() override;

    void setLook(const Look &look);
    State state() const { return m_state; }
    /// What the button that goes on says now.
    QString nextText() const;
    /// Somebody sees it now: looks for hubs.
    void enter();
    /// That button was pressed.
    void goOn();
    /// Nobody goes on with this: the hub is told, what was typed stays.
    void leave();

Q_SIGNALS:
    void joined();
    void busyChanged(bool busy);
    void wordsChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void setState(State state);
    void showState();
    void showHubs();
    void handleTyped();
    void showTyped();
    void join();
    void call(PortCall call, bool isBusy);
    void fail(const PortFailure &failure);
    void differ();
    bool checkFields(bool needsCode);

    SetupPort &m_setup;
    State m_state = State::Asking;
    PortCall m_call = 0;
    std::optional<PortFailure> m_failure; ///< why it is refused, or what stands in the band
    QString m_asked;                      ///< the hub's address that was asked last
    HubSearch m_shown;
    bool m_looks = false;
    QWidget *m_form;
    Band *m_band;
    Field *m_hubsField;
    ChoiceRow *m_hubs;
    Field *m_urlField;
    QLineEdit *m_url;
    Field *m_codeField;
    QLineEdit *m_code;
    Field *m_nameField;
    QLineEdit *m_name;
    QWidget *m_comparing;
    QLabel *m_question;
    DigitsView *m_digits;
    QLabel *m_advice;
    TouchButton *m_differ;
    StateView *m_refusal;
    QVBoxLayout *m_formLayout;
    QVBoxLayout *m_comparingLayout;
};

} // namespace oshaq
