// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractButton>
#include <QString>

class QBoxLayout;
class QLabel;

namespace oshaq {

/// A text of several lines that can be pressed: it looks like a field. Checkable: one of two to choose from.
class SummaryButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryButton)

public:
    explicit SummaryButton(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Before the text, muted: "Yours".
    void setHead(const QString &head);
    /// A mark that says that it opens something.
    void setChevron(bool shown, bool open);
    void setSummary(const QString &text);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect textRect(int width) const;
    void arrange();

    Look m_look;
    QString m_head;
    bool m_hasChevron = false;
    bool m_open = false;
};

/// A label, what stands in a part of a form in a few words, and that part itself under it once it is opened.
class FoldedField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoldedField)

public:
    /// Takes the content over.
    FoldedField(QWidget *content, const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setLabel(const QString &label);
    void setSummary(const QString &text);
    /// Empty: nothing is wrong. What is wrong is seen: it opens.
    void setError(const QString &error);
    QString error() const;
    bool isOpen() const;
    void setOpen(bool open);
    SummaryButton *button() const { return m_button; }

private:
    QWidget *m_content;
    QLabel *m_label;
    SummaryButton *m_button;
    QLabel *m_error;
};

} // namespace oshaq
