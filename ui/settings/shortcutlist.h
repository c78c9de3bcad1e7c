// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/common/page.h"

#include <QWidget>

#include <vector>

namespace oshaq {

/// Keys and what they do, under the name of their page, in as many columns as there is room for.
class ShortcutList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutList)

public:
    struct Group
    {
        QString title;
        std::vector<Shortcut> shortcuts;
    };

    explicit ShortcutList(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setGroups(std::vector<Group> groups);
    const std::vector<Group> &groups() const { return m_groups; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        int group = 0;
        int shortcut = -1; ///< -1: the title of the group
        QRect rect;
    };

    std::vector<Row> rowsFor(int width) const;
    int capsWidth() const;
    int capsWidthOf(const Shortcut &shortcut) const;

    Look m_look;
    std::vector<Group> m_groups;
};

} // namespace oshaq
