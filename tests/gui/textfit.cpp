// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/textfit.h"

#include "ui/common/band.h"
#include "ui/common/pill.h"
#include "ui/common/railentry.h"
#include "ui/common/sheet.h"
#include "ui/common/touchbutton.h"
#include "ui/firststart/firststart.h"
#include "ui/kitchen/dishbutton.h"
#include "ui/kitchen/ticketview.h"
#include "ui/lock/lockscreen.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTextDocument>

namespace oshaq {

namespace {

/// A pixel more or less is rounding.
constexpr int slack = 2;

QString nameOf(const QWidget *widget, const QString &text)
{
    QString name = QLatin1String(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        name += u' ' + widget->objectName();
    return name + QStringLiteral(" \"") + text.left(60) + u'"';
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text().isEmpty() ? button->accessibleName() : button->text();
    if (const auto *pill = qobject_cast<const Pill *>(widget))
        return pill->text();
    if (const auto *band = qobject_cast<const Band *>(widget))
        return band->message();
    return {};
}

QString labelComplaint(const QLabel *label)
{
    if (label->text().isEmpty())
        return {};
    const QRect room = label->contentsRect();
    if (label->textFormat() == Qt::RichText) {
        // Its marks take no room, and its own measure counts the bold of some words.
        const int needed = label->heightForWidth(label->width());
        return needed <= label->height() + slack ? QString()
                                                 : QStringLiteral("%1 needs %2 px in height and has %3")
                                                       .arg(nameOf(label, label->text()))
                                                       .arg(needed)
                                                       .arg(label->height());
    }
    const QFontMetrics metrics(label->font());
    const int flags = label->wordWrap() ? int(Qt::TextWordWrap) : 0;
    const QRect needed =
        metrics.boundingRect(QRect(0, 0, label->wordWrap() ? room.width() : 100'000, 100'000), flags, label->text());
    if (needed.width() > room.width() + slack)
        return QStringLiteral("%1 needs %2 px in width and has %3")
            .arg(nameOf(label, label->text()))
            .arg(needed.width())
            .arg(room.width());
    if (needed.height() > room.height() + slack)
        return QStringLiteral("%1 needs %2 px in height and has %3")
            .arg(nameOf(label, label->text()))
            .arg(needed.height())
            .arg(room.height());
    return {};
}

/// Painted widgets of ours know what they need.
QString paintedComplaint(const QWidget *widget)
{
    const bool painted = qobject_cast<const TouchButton *>(widget) || qobject_cast<const Pill *>(widget) ||
                         qobject_cast<const RailEntry *>(widget);
    if (painted) {
        QSize needed = widget->sizeHint();
        if (const auto *button = qobject_cast<const TouchButton *>(widget))
            needed.setWidth(button->leastWidth());
        if (needed.width() > widget->width() + slack || needed.height() > widget->height() + slack) {
            return QStringLiteral("%1 needs %2x%3 px and has %4x%5")
                .arg(nameOf(widget, textOf(widget)))
                .arg(needed.width())
                .arg(needed.height())
                .arg(widget->width())
                .arg(widget->height());
        }
    }
    if (const auto *band = qobject_cast<const Band *>(widget);
        band && band->height() + slack < band->heightForWidth(band->width()))
        return nameOf(widget, band->message()) + QStringLiteral(" is too low for its text");
    return {};
}

QString listComplaint(const QListWidget *list)
{
    const QFontMetrics metrics(list->font());
    for (int row = 0; row < list->count(); ++row) {
        if (list->isRowHidden(row))
            continue;
        const QRect rect = list->visualItemRect(list->item(row));
        if (row != list->currentRow() && !list->viewport()->rect().intersects(rect.adjusted(0, slack, 0, -slack)))
            continue; // scrolled away
        const int room = rect.width() - (list->item(row)->icon().isNull() ? 0 : list->iconSize().width());
        if (metrics.horizontalAdvance(list->item(row)->text()) > room)
            return nameOf(list, list->item(row)->text()) + QStringLiteral(" is cut in its list");
        if (!list->viewport()->rect().adjusted(0, 0, slack, slack).contains(rect))
            return nameOf(list, list->item(row)->text()) + QStringLiteral(" is not wholly in its list");
    }
    return {};
}

/// Whether laying one over the other is what is meant: sheets, what stands before the whole window, and a notice that
/// goes away by itself and does not move the page for that.
bool mayCover(const QWidget *widget)
{
    return qobject_cast<const Sheet *>(widget) || qobject_cast<const LockScreen *>(widget) ||
           qobject_cast<const FirstStart *>(widget) || widget->objectName() == u"workNotice";
}

void collect(const QWidget *widget, QStringList &complaints)
{
    QString complaint;
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        complaint = labelComplaint(label);
    else if (const auto *list = qobject_cast<const QListWidget *>(widget))
        complaint = listComplaint(list);
    else
        complaint = paintedComplaint(widget);
    if (!complaint.isEmpty())
        complaints << complaint;

    // Insides of Qt's own fields are Qt's business.
    if (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget))
        return;

    QList<const QWidget *> children;
    for (const QObject *child : widget->children()) {
        const auto *one = qobject_cast<const QWidget *>(child);
        if (one && one->isVisible() && !one->isWindow() && !one->size().isEmpty())
            children << one;
    }
    const bool isViewport = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()) != nullptr;
    for (const QWidget *child : children) {
        if (!isViewport && !widget->rect().adjusted(-slack, -slack, slack, slack).contains(child->geometry())) {
            complaints
                << QStringLiteral("%1 hangs out of %2").arg(nameOf(child, textOf(child)), nameOf(widget, QString()));
        }
        collect(child, complaints);
    }
    for (int i = 0; i < children.size(); ++i) {
        for (int j = i + 1; j < children.size(); ++j) {
            const QRect common = children[i]->geometry().intersected(children[j]->geometry());
            if (common.width() > slack && common.height() > slack && !mayCover(children[i]) && !mayCover(children[j])) {
                complaints << QStringLiteral("%1 and %2 lie over each other")
                                  .arg(nameOf(children[i], textOf(children[i])),
                                       nameOf(children[j], textOf(children[j])));
            }
        }
    }
}

} // namespace

QStringList textComplaints(const QWidget *window)
{
    QStringList complaints;
    collect(window, complaints);
    complaints.removeDuplicates();
    return complaints;
}

} // namespace oshaq
