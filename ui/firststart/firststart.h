// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/setupport.h"
#include "ui/common/look.h"
#include "ui/firststart/firststartstep.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace oshaq {

class FlowRow;
class TouchButton;

/// The first minutes with a new installation: some questions one after another, over the whole window. Each may be
/// skipped, and so may the rest at any point; the record works all the while.
class FirstStart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstStart)

public:
    using Steps = std::vector<std::unique_ptr<FirstStartStep>>;

    /// Takes the steps over, at least one. It covers its parent.
    FirstStart(SetupPort &setup, Steps steps, const Look &look, QWidget *parent);

    void setLook(const Look &look);
    /// Over its parent from now on.
    void begin();

    FirstStartStep *currentStep() const;
    FirstStartStep *step(const QString &key) const;
    int currentIndex() const;
    TouchButton *nextButton() const { return m_next; }
    TouchButton *skipButton() const { return m_skip; }
    TouchButton *backButton() const { return m_back; }
    TouchButton *leaveButton() const { return m_leave; }

Q_SIGNALS:
    /// Done, or the rest was skipped; it is hidden.
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void show(int index);
    void goOn();
    void finish();
    void retranslate();
    void arrange();

    SetupPort &m_setup;
    Look m_look;
    std::vector<FirstStartStep *> m_steps;
    bool m_busy = false;
    QLabel *m_mark;
    QLabel *m_place;
    QLabel *m_title;
    QLabel *m_text;
    QScrollArea *m_scroll;
    QStackedWidget *m_stack;
    FlowRow *m_buttons;
    TouchButton *m_next;
    TouchButton *m_skip;
    TouchButton *m_back;
    TouchButton *m_leave;
    QVBoxLayout *m_content = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
