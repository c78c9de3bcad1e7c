// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "ui/common/look.h"
#include "ui/common/pill.h"

#include <QStringList>
#include <QWidget>

#include <optional>
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

private:
    void arrange();

    Look m_look;
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

    TouchButton *recall;
    TouchButton *stations;
    TouchButton *previous;
    TouchButton *next;
    KeyHints *hints;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QBoxLayout *m_layout = nullptr;
    Pill *m_pageWords;
};

/// The stations as large buttons, each with its digit; one touch or one key picks. Not modal: tickets stay as they are.
class StationStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StationStrip)

public:
    explicit StationStrip(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setStations(const std::vector<Station> &stations, std::optional<qint64> chosen);
    /// 0 for the key "1"; the key "0" is 9 and means all stations. False: there is no such button.
    bool pickSlot(int slot);

Q_SIGNALS:
    void stationPicked(std::optional<qint64> stationId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    Look m_look;
    std::vector<Station> m_stations;
    std::vector<TouchButton *> m_buttons; ///< first: all stations
};

} // namespace oshaq
