// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace oshaq {

/// One setting on its card: what it is called, what it does, and what it is set with.
class SettingRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingRow)

public:
    /// Takes the editor over.
    SettingRow(QWidget *editor, const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Both are told to screen readers as the editor's name and description.
    void setTexts(const QString &title, const QString &meaning);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QWidget *m_editor;
    QLabel *m_title;
    QLabel *m_meaning;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
