// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "ui/common/look.h"

#include <QEvent>
#include <QStringList>
#include <QWidget>

#include <utility>
#include <vector>

class QSettings;

namespace oshaq {

/// A key of a page and what it does, for the page of shortcuts.
struct Shortcut
{
    QStringList keys; ///< as printed on the keyboard: "Ctrl", "N"
    QString meaning;
};

/// One entry of the rail and all that it shows. The window shows one page at a time and gives each its look.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    using QWidget::QWidget;

    /// Stable: "kitchen", "orders". What --page and the settings call it.
    virtual QString key() const = 0;
    virtual QString iconName() const = 0;
    /// Translated.
    virtual QString title() const = 0;
    virtual std::vector<Shortcut> shortcuts() const { return {}; }
    /// Dark unless somebody wants all pages light: a bright screen blinds in a kitchen.
    virtual bool prefersDark() const { return false; }
    /// At the foot of the rail, apart from what people work on.
    virtual bool standsAtFoot() const { return false; }

    /// While the screen is locked, its content is still seen (and nothing can be done with it).
    virtual bool staysInSight() const { return false; }

    /// Sizes or colours are others now.
    virtual void setLook(const Look &look) = 0;
    /// What the page remembers between starts; called once, before it is shown. The settings outlive the page.
    virtual void useSettings(QSettings &settings) { Q_UNUSED(settings) }
    /// Who is at this screen may do other things now. Not called where nobody signs in.
    virtual void setRole(Role role) { Q_UNUSED(role) }
    /// It is the shown page now: the focus goes to what people begin with.
    virtual void enter() { setFocus(Qt::OtherFocusReason); }

    /// The style that waits for the page to be seen, now: cheap while nothing in it is styled.
    void takeStyle()
    {
        if (!m_styleSheet.isNull())
            setStyleSheet(std::exchange(m_styleSheet, QString()));
    }

protected:
    /// Sets every text that depends on the language. Called when the language changes; call it in the constructor too.
    virtual void retranslate() {}

    /// setStyleSheet() at once where it is seen, else before it is: Qt styles every widget of a page again when the
    /// page comes into its window, and most pages are not looked at for a while.
    void useStyle(const QString &styleSheet)
    {
        if (testAttribute(Qt::WA_WState_Polished))
            setStyleSheet(styleSheet);
        else
            m_styleSheet = styleSheet;
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Polish)
            takeStyle();
        return QWidget::event(event);
    }

    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        QWidget::changeEvent(event);
    }

private:
    QString m_styleSheet; ///< waits for the page to be seen
};

} // namespace oshaq
