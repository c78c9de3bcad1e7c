// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace oshaq {

/// Widgets side by side, on as many lines as they need: buttons of a card whose words are long in some languages. Those
/// that are hidden take no room.
class FlowRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowRow)

public:
    explicit FlowRow(QWidget *parent = nullptr);

    /// Takes it over.
    void addWidget(QWidget *widget);
    void setSpacing(int pixels);
    /// A widget was shown, hidden or given other words.
    void rearrange();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int place(int width, bool apply) const;

    std::vector<QWidget *> m_widgets;
    int m_spacing = 8;
};

} // namespace oshaq
