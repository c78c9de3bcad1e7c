// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/common/pill.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QBoxLayout;

namespace oshaq {

class TouchButton;

/// The clock, in figures that do not dance.
class ClockFace final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockFace)

public:
    explicit ClockFace(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTime(const QString &time);
    QString time() const { return m_time; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_time;
};

/// Which station, how many tickets, how the connection is, what time it is.
class TopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    explicit TopBar(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);

    TouchButton *title;
    Pill *open;
    Pill *late;
    Pill *promise;
    Pill *connection;
    ClockFace *clock;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    QStringList texts() const;
    void arrange();
    /// Smaller letters, then fewer facts, where there is no room for all of them.
    void fit();
    void fitOnce();

    Look m_look;
    Look m_fitted;
    QStringList m_fittedTo; ///< what stood here when it was fitted
    bool m_isFitting = false;
    bool m_isFitStale = false;
    QBoxLayout *m_layout = nullptr;
};

/// Keys and what they do, quietly; shows as many as there is room for.
class KeyHints final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyHints)

public:
    struct Hint
    {
        QStringList keys;
        QString meaning;

        bool operator==(const Hint &) const = default;
    };

    explicit KeyHints(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setHints(const std::vector<Hint> &hints);
    /// Stands at the end when there is room for it.
    void setStatus(const QString &text);
    QString status() const { return m_status; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    std::vector<Hint> m_hints;
    QString m_status;
};

/// What works on the whole page, and the pages.
class BottomBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BottomBar)

public:
    explicit BottomBar(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// With one page there is nothing to turn and nothing is shown.
    void setPages(int page, int pages, const QString &words);
    QString pageWords() const;
    /// Those for which there is no room are left out: their keys work all the same, and "More" has them.
    void offer(bool expoView);

    TouchButton *recall;
    TouchButton *undo;
    TouchButton *priority;
    TouchButton *out;
    TouchButton *expo;
    TouchButton *more;
    TouchButton *previous;
    TouchButton *next;
    KeyHints *hints;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void retranslate();

    Look m_look;
    Look m_fitted;
    QBoxLayout *m_layout = nullptr;
    Pill *m_pageWords;
    bool m_hasExpo = false;
};

} // namespace oshaq
