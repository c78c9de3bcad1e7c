// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accessible.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace oshaq {

namespace {

constexpr const char *roleProperty = "oshaqAccessibleRole";

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    const QVariant role = widget->property(roleProperty);
    if (!role.isValid())
        return nullptr;
    return new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()));
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    // Qt keeps one list of makers for the whole program; a second of ours would only repeat the first.
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
    widget->setProperty(roleProperty, static_cast<int>(role));
}

} // namespace oshaq
