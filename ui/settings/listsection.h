// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"
#include "ui/common/zoneclock.h"
#include "ui/settings/rowcard.h"
#include "ui/settings/settingssection.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QVBoxLayout;

namespace oshaq {

class Band;
class StateView;
class TouchButton;

/// A list that the hub keeps: asks when somebody looks, shows what is known while the hub is away and how old it is,
/// and says why there is nothing. A subject of the settings that is a list says what its rows are.
class ListSection : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListSection)

public:
    /// What a section needs to know of its site.
    struct Site
    {
        std::function<qint64()> hubNowMs;
        std::function<QString()> timeZone;
    };

    /// `forget`: cancels a call of the port that the section asks.
    ListSection(Site site, std::function<void(PortCall)> forget, const Look &look, QWidget *parent = nullptr);
    ~ListSection() override;

    void setLook(const Look &look) override;
    void refresh();

    const std::vector<RowCard *> &cards() const { return m_cards; }
    TouchButton *addButton() const { return m_add; }
    StateView *stateView() const { return m_state; }
    Band *band() const { return m_band; }

protected:
    struct ListWords
    {
        QString unknownTitle; ///< "The stations are not known"
        QString askingTitle;
        QString emptyTitle;
        QString emptyText;
        QString add; ///< empty: nothing can be added here
    };
    virtual ListWords listWords() const = 0;
    /// Asks the hub; calls `done` once with why there is no answer, or nothing after the rows were taken over.
    virtual PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) = 0;
    virtual int rowCount() const = 0;
    virtual RowCard::Words rowWords(int row) const = 0;
    virtual void act(int row, int action) = 0;
    /// "Add" was pressed.
    virtual void addRow() {}

    /// What the rows say changes by itself: asks so often while somebody looks. May be called again.
    void refreshEvery(int ms) { m_again.start(ms); }
    /// After what rowCount() and rowWords() say has changed.
    void rebuild();
    /// What a person did was refused; nothing: it was not.
    void tell(const std::optional<PortFailure> &failure);
    void tellNotice(const QString &text);
    /// Of something that a person asked for: it is forgotten with the section.
    void remember(PortCall call) { m_calls.insert(call); }
    void over(PortCall call) { m_calls.remove(call); }
    /// The page, over which sheets open.
    QWidget *pageOf();

    const Look &look() const { return m_look; }
    qint64 nowMs() const { return m_site.hubNowMs(); }
    QString timeZone() const { return m_site.timeZone(); }
    ZoneClock clock() const { return ZoneClock(m_site.timeZone()); }

    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Site m_site;
    std::function<void(PortCall)> m_forget;
    Look m_look;
    bool m_known = false;
    qint64 m_knownAtMs = 0;
    std::optional<PortFailure> m_failure;
    std::optional<PortFailure> m_told;
    QString m_notice;
    PortCall m_call = 0;
    QTimer m_again;
    QSet<PortCall> m_calls;
    Band *m_band;
    StateView *m_state;
    TouchButton *m_add;
    QVBoxLayout *m_cardLayout;
    QVBoxLayout *m_layout;
    std::vector<RowCard *> m_cards;
};

} // namespace oshaq
