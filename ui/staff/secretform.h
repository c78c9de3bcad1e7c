// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class Field;
class FlowRow;
class TouchButton;

/// How somebody gets a PIN or a password: whether they have one, and a place to give another one or to take it away.
/// Typed twice, or once where it is shown. What is weak is told beside the field and not handed on.
class SecretForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretForm)

public:
    enum class Kind
    {
        Pin,
        Password
    };

    SecretForm(Kind kind, const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Closes the form and forgets what was typed.
    void setHas(bool has);
    /// For somebody new: the form is open, may stay empty, and is handed on with everything else.
    void setPartOfNew(bool isPart);
    void setBusy(bool busy);
    /// Why it was refused; what was typed stays. Empty: nothing is wrong.
    void setError(const QString &error);
    QString error() const;
    /// Whether something was typed that is not handed on yet.
    bool isTyped() const;
    /// Of somebody new: checks it and says beside the field what is wrong. An empty one is right.
    bool check();
    QString secret() const;
    void focusField();
    bool isFormOpen() const { return m_isOpen; }

    QLineEdit *first() const { return m_first; }
    QLineEdit *second() const { return m_second; }
    TouchButton *changeButton() const { return m_change; }
    TouchButton *removeButton() const { return m_remove; }
    TouchButton *showButton() const { return m_show; }
    TouchButton *suggestButton() const { return m_suggest; }
    TouchButton *setButton() const { return m_set; }
    TouchButton *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    /// It is strong enough and was typed as it should be.
    void submitted(const QString &secret);
    void removalAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void openForm(bool open);
    void suggest();
    void updateShown();
    void retranslate();
    bool complain();

    Kind m_kind;
    bool m_has = false;
    bool m_isPart = false;
    bool m_isOpen = false;
    bool m_isShown = false;
    bool m_isWrong = false; ///< told beside the field, by ourselves: said again in another language
    QLabel *m_title;
    QLabel *m_state;
    Field *m_firstField;
    Field *m_secondField;
    QLineEdit *m_first;
    QLineEdit *m_second;
    FlowRow *m_stateButtons;
    FlowRow *m_formButtons;
    TouchButton *m_change;
    TouchButton *m_remove;
    TouchButton *m_show;
    TouchButton *m_suggest;
    TouchButton *m_cancel;
    TouchButton *m_set;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
