// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace oshaq {

class TouchButton;

/// A task that is done beside the page and over it: a new order, a payment, a printer. It covers its parent with a
/// veil, stands at the right edge (or in the middle), keeps the focus inside, and goes away with Esc. Nothing is modal
/// to the program: orders go on arriving behind it.
class Sheet : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sheet)

public:
    enum class Place
    {
        Right, ///< full height at the right edge
        Center ///< a card in the middle, as high as its content
    };

    /// `designWidth` is in design pixels; on a narrow window the sheet takes all of it.
    Sheet(const Look &look, Place place, int designWidth, QWidget *parent);
    ~Sheet() override;

    /// Where it is not open, the dear part of it waits for open().
    virtual void setLook(const Look &look);
    /// setLook() at once when it is open, else when it opens: a page has many sheets.
    void adoptLook(const Look &look);
    /// What waits for open(), now: for whoever has time before somebody opens it.
    void prepare();
    void setTitle(const QString &title);
    QString title() const;

    /// Over its parent, with the focus on `first` (or on what comes first).
    void open(QWidget *first = nullptr);
    /// Hides it; the focus goes back to where it was. Emits closed().
    void close();
    bool isOpen() const { return isVisible(); }

    const Look &look() const { return m_look; }

Q_SIGNALS:
    void closed();

protected:
    /// Where the content goes; it scrolls when it is too high.
    QVBoxLayout *body() const { return m_body; }
    /// Buttons, from the left; the one that the sheet is for comes last.
    QHBoxLayout *footer() const { return m_footer; }
    /// Asked before Esc or the veil close it; false keeps it open (something would be lost).
    virtual bool mayClose() { return true; }

    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    /// Sets every text that depends on the language; called by the sheet when the language changes. Call it in the
    /// constructor too.
    virtual void retranslate();

private:
    void arrange();
    void useStyle();

    Look m_look;
    std::optional<Look> m_adopted; ///< waits for open()
    bool m_isOpening = false;
    Place m_place;
    int m_designWidth;
    QWidget *m_panel;
    QLabel *m_title;
    TouchButton *m_close;
    QScrollArea *m_scroll;
    QVBoxLayout *m_body;
    QWidget *m_footerBar;
    QHBoxLayout *m_footer;
    QPointer<QWidget> m_focusBefore;
};

} // namespace oshaq
