// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/common/sheet.h"
#include "ui/common/zoneclock.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace oshaq {

class Band;
class DigitsView;
class Field;
class FlowRow;
class QrPicture;
class StateView;
class TouchButton;

/// Letting a new screen in: what it will be, the picture that it scans, and the six digits of one that found this hub
/// by itself. Asks every second who stands there while it is open; closing it closes the door.
class PairingSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PairingSheet)

public:
    static constexpr int askEveryMs = 1'000;

    enum class State
    {
        Asking,   ///< what the new screen may do
        Shown,    ///< a picture, or a code where there is no TLS
        Compare,  ///< somebody is there: the same digits?
        Agreed,   ///< here they are; the other side has not said so yet
        Paired,
        Refused,
        Expired
    };

    struct Site
    {
        std::function<qint64()> hubNowMs;
        std::function<QString()> timeZone;
    };

    /// The port must outlive it.
    PairingSheet(SettingsPort &port, Site site, const Look &look, QWidget *parent);
    ~PairingSheet() override;

    void begin(const std::vector<Station> &stations);
    void setStations(const std::vector<Station> &stations);
    State state() const { return m_state; }
    /// In place of the timer's: asks who is there.
    void askDoor();

    void setLook(const Look &look) override;

    TouchButton *goOnButton() const { return m_goOn; }
    TouchButton *differButton() const { return m_differ; }

protected:
    bool mayClose() override;
    void retranslate() override;

private:
    void askForCode();
    void answer(bool same);
    void takeDoor(const ScreenDoor &door);
    void setState(State state);
    void showState();
    void goOn();
    void forget();
    QString until(qint64 atMs) const;

    SettingsPort &m_port;
    Site m_site;
    State m_state = State::Asking;
    std::optional<PairingCode> m_code;
    ScreenDoor m_door;
    std::optional<PortFailure> m_failure;
    PortCall m_call = 0;     ///< of something that a person asked for
    PortCall m_doorCall = 0; ///< of askDoor()
    QTimer m_timer;
    Band *m_band;
    QComboBox *m_role;
    QComboBox *m_station;
    Field *m_roleField;
    Field *m_stationField;
    QrPicture *m_picture;
    QLabel *m_pictureText;
    QLineEdit *m_link;
    Field *m_linkField;
    QLabel *m_orDigits;
    QLabel *m_question;
    DigitsView *m_digits;
    QLabel *m_advice;
    StateView *m_end;
    FlowRow *m_buttons;
    TouchButton *m_differ;
    TouchButton *m_goOn;
};

} // namespace oshaq
