// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QEvent>
#include <QWidget>

namespace oshaq {

/// One question of the first start. Each can be skipped; what was answered before stays answered.
class FirstStartStep : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstStartStep)

public:
    using QWidget::QWidget;

    /// Stable: "restaurant".
    virtual QString key() const = 0;
    // Translated.
    virtual QString title() const = 0;
    virtual QString text() const = 0;
    virtual QString nextText() const { return tr("Next"); }
    virtual bool mayBeSkipped() const { return true; }

    virtual void setLook(const Look &look) = 0;
    /// Somebody sees it now.
    virtual void enter() {}
    /// Does what was answered: done() when it is so, else it stays and says why.
    virtual void commit() { Q_EMIT done(); }

Q_SIGNALS:
    void done();
    /// Something is on its way to the hub.
    void busyChanged(bool busy);
    /// title(), text() or nextText() are others now.
    void wordsChanged();

protected:
    /// Sets every text that depends on the language. Called when the language changes; call it in the constructor too.
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        QWidget::changeEvent(event);
    }
};

} // namespace oshaq
