// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/firststart/firststartstep.h"
#include "ui/firststart/setupreview.h"

class QLabel;
class QVBoxLayout;

namespace oshaq {

/// What is set up and what is left; the same list stays in the settings.
class DoneStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoneStep)

public:
    DoneStep(const SetupReview::Ports &ports, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("done"); }
    QString title() const override { return tr("Ready for the first order"); }
    QString text() const override { return tr("What is left can be done at any time: the settings keep this list."); }
    QString nextText() const override { return tr("Begin"); }
    void setLook(const Look &look) override;
    void enter() override;

protected:
    void retranslate() override;

private:
    SetupReview m_review;
    QLabel *m_list;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
