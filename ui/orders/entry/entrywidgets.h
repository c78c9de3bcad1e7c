// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QScrollArea;

namespace oshaq {

class ChoiceRow;
class TouchButton;

/// Small things that several sheets of this folder need.
namespace entry {

/// A label that wraps, in a role of the style sheet.
QLabel *label(const QString &role, QWidget *parent);
/// Restyles only what changes.
void setRole(QLabel *label, const QString &role);
/// A scroll area without a frame that grows and shrinks with its place, for fingers too.
void makePlain(QScrollArea *area, QWidget *content);
/// Scrolls every area around the widget so that it is seen.
void reveal(QWidget *widget);
void click(TouchButton *button);

} // namespace entry

/// Figures for fingers: they go into the field as if they were typed. Takes no focus.
class NumberPad final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumberPad)

public:
    /// `withPoint`: a decimal sign of the language; else "00".
    NumberPad(const Look &look, bool withPoint, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Where the figures go; none: they are lost.
    void setTarget(QLineEdit *target) { m_target = target; }
    QLineEdit *target() const { return m_target; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void type(int key, const QString &text);

    bool m_withPoint;
    QLineEdit *m_target = nullptr;
    std::vector<TouchButton *> m_buttons;
};

/// An allergy in words, with the common ones as switches: what is in the words is what counts, a switch only writes it.
class AllergyField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AllergyField)

public:
    explicit AllergyField(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// The words of the kitchen's own menu; empty: the usual ones.
    void setCommon(const QStringList &words);
    QString text() const;
    void setText(const QString &text);
    QLineEdit *edit() const { return m_edit; }
    ChoiceRow *choices() const { return m_choices; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showChosen();
    QStringList offered() const;

    QStringList m_common;
    class Field *m_field;
    QLineEdit *m_edit;
    ChoiceRow *m_choices;
};

/// When it is promised: in so many minutes, at a time, or not at all.
class PromiseField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromiseField)

public:
    explicit PromiseField(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// 0: see text().
    int minutes() const;
    QString text() const;
    void setPromise(int minutes, const QString &text);
    void setProblem(const QString &text);
    QString problem() const;
    /// What the choice comes to: "at 20:17".
    void setMeaning(const QString &text);
    QLineEdit *edit() const { return m_edit; }
    ChoiceRow *choices() const { return m_choices; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_label;
    ChoiceRow *m_choices;
    class Field *m_field;
    QLineEdit *m_edit;
};

/// "Keep as draft?": what stands in the foot of a sheet instead of its buttons while it asks whether something may be
/// lost. Its first answer has the focus.
class LeaveStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeaveStrip)

public:
    explicit LeaveStrip(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTexts(const QString &question, const QString &keep, const QString &discard, const QString &goOn);
    void ask();

    TouchButton *keepButton() const { return m_keep; }
    TouchButton *discardButton() const { return m_discard; }
    TouchButton *goOnButton() const { return m_goOn; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Without the question and the keys where there is no room for them: the buttons say what they do.
    void arrange();

    Look m_look;
    QLabel *m_question;
    TouchButton *m_keep;
    TouchButton *m_discard;
    TouchButton *m_goOn;
};

} // namespace oshaq
