// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QString>
#include <QWidget>

namespace oshaq {

/// Types any letters; QTest's own keys are those of ASCII only.
inline void typeText(QWidget *into, const QString &text)
{
    for (const QChar letter : text) {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, 0, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(into, &event);
        }
    }
    QApplication::processEvents();
}

} // namespace oshaq
