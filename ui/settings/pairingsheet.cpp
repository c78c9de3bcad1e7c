// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pairingsheet.h"

#include "ui/common/band.h"
#include "ui/common/digitsview.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/linktext.h"
#include "ui/common/qrpicture.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/settingtext.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr int sheetWidth = 600;

} // namespace

PairingSheet::PairingSheet(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, sheetWidth, parent)
    , m_port(port)
    , m_site(std::move(site))
    , m_band(new Band(look, this))
    , m_role(new QComboBox(this))
    , m_station(new QComboBox(this))
    , m_picture(new QrPicture(look, this))
    , m_pictureText(new QLabel(this))
    , m_link(new QLineEdit(this))
    , m_orDigits(new QLabel(this))
    , m_question(new QLabel(this))
    , m_digits(new DigitsView(look, this))
    , m_advice(new QLabel(this))
    , m_end(new StateView(look, this))
    , m_buttons(new FlowRow(this))
    , m_differ(new TouchButton(look, this))
    , m_goOn(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("pairing"));
    m_role->setObjectName(QStringLiteral("pairing.role"));
    m_station->setObjectName(QStringLiteral("pairing.station_id"));
    m_picture->setObjectName(QStringLiteral("pairing.picture"));
    m_link->setObjectName(QStringLiteral("pairing.code"));
    m_digits->setObjectName(QStringLiteral("pairing.digits"));
    m_end->setObjectName(QStringLiteral("pairing.end"));
    m_goOn->setObjectName(QStringLiteral("pairing.save"));
    m_differ->setObjectName(QStringLiteral("pairing.differ"));
    m_link->setReadOnly(true);
    m_roleField = new Field(m_role, this);
    m_stationField = new Field(m_station, this);
    m_linkField = new Field(m_link, this);
    for (QLabel *label : {m_pictureText, m_orDigits, m_question, m_advice})
        label->setWordWrap(true);
    for (QLabel *label : {m_orDigits, m_advice})
        label->setProperty("role", QStringLiteral("muted"));
    m_question->setProperty("role", QStringLiteral("strong"));
    m_goOn->setKind(TouchButton::Kind::Primary);
    m_differ->setKind(TouchButton::Kind::Danger);
    body()->addWidget(m_band);
    body()->addWidget(m_roleField);
    body()->addWidget(m_stationField);
    body()->addWidget(m_pictureText);
    body()->addWidget(m_picture, 0, Qt::AlignHCenter);
    body()->addWidget(m_linkField);
    body()->addWidget(m_orDigits);
    body()->addWidget(m_question);
    body()->addWidget(m_digits);
    body()->addWidget(m_advice);
    body()->addWidget(m_end, 1);
    body()->addStretch(1);
    for (TouchButton *button : {m_differ, m_goOn}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);
    m_timer.setInterval(askEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &PairingSheet::askDoor);
    connect(m_goOn, &TouchButton::clicked, this, &PairingSheet::goOn);
    connect(m_differ, &TouchButton::clicked, this, [this] { answer(false); });
    connect(this, &Sheet::closed, this, &PairingSheet::forget);
    PairingSheet::retranslate();
    PairingSheet::setLook(look);
}

PairingSheet::~PairingSheet()
{
    for (const PortCall call : {m_call, m_doorCall}) {
        if (call != 0)
            m_port.cancel(call);
    }
}

void PairingSheet::begin(const std::vector<Station> &stations)
{
    forget();
    setStations(stations);
    m_station->setCurrentIndex(0);
    setState(State::Asking);
    open(m_role);
}

void PairingSheet::setStations(const std::vector<Station> &stations)
{
    const qint64 chosen = m_station->currentData().toLongLong();
    m_station->clear();
    m_station->addItem(tr("All stations"), qint64{0});
    for (const Station &station : stations)
        m_station->addItem(station.name, station.id);
    m_station->setCurrentIndex(std::max(0, m_station->findData(chosen)));
}

/// Nothing that was shown is shown again.
void PairingSheet::forget()
{
    m_timer.stop();
    for (PortCall *call : {&m_call, &m_doorCall}) {
        if (*call != 0)
            m_port.cancel(std::exchange(*call, 0));
    }
    const bool isOpen = m_code && m_code->link.size() > 0 && m_state != State::Paired && m_state != State::Expired;
    // The answer is of no interest: a door that stays open closes by itself in some minutes.
    if (isOpen)
        m_port.closeDoor([](const PortAnswer<PortNothing> &) {});
    m_code.reset();
    m_door = {};
    m_failure.reset();
    m_picture->setText(QString());
    m_link->clear();
    m_state = State::Asking;
}

bool PairingSheet::mayClose()
{
    return true;
}

// ---- asking

void PairingSheet::goOn()
{
    switch (m_state) {
    case State::Asking:
    case State::Shown:
    case State::Refused:
    case State::Expired:
        askForCode();
        break;
    case State::Compare:
        answer(true);
        break;
    case State::Agreed:
        break;
    case State::Paired:
        close();
        break;
    }
}

void PairingSheet::askForCode()
{
    if (m_call != 0)
        return;
    const auto role = SettingText::screenRoles().at(size_t(std::max(0, m_role->currentIndex())));
    const qint64 station = m_station->currentData().toLongLong();
    m_failure.reset();
    m_call = m_port.makePairingCode(role, station == 0 ? std::nullopt : std::optional(station),
                                    [this](const PortAnswer<PairingCode> &answer) {
                                        m_call = 0;
                                        if (!answer) {
                                            m_failure = answer.failure;
                                            showState();
                                            return;
                                        }
                                        m_code = *answer.value;
                                        m_door = {};
                                        m_picture->setText(m_code->link);
                                        m_link->setText(m_code->link.isEmpty() ? m_code->code : m_code->link);
                                        m_link->setCursorPosition(0);
                                        setState(State::Shown);
                                        if (!m_code->link.isEmpty()) {
                                            m_timer.start();
                                            askDoor();
                                        } else {
                                            m_link->setFocus(Qt::OtherFocusReason);
                                            m_link->selectAll();
                                        }
                                    });
    showState();
}

void PairingSheet::askDoor()
{
    if (m_doorCall != 0 || m_call != 0)
        return;
    m_doorCall = m_port.screenDoor([this](const PortAnswer<ScreenDoor> &answer) {
        m_doorCall = 0;
        m_failure = answer ? std::nullopt : std::optional(answer.failure);
        if (answer)
            takeDoor(*answer.value);
        else
            showState();
    });
}

void PairingSheet::answer(bool same)
{
    if (m_call != 0 || !m_door.screen)
        return;
    // What was asked before says what was true before.
    if (m_doorCall != 0)
        m_port.cancel(std::exchange(m_doorCall, 0));
    m_call = m_port.answerScreen(m_door.screen->id, same, [this](const PortAnswer<ScreenDoor> &answer) {
        m_call = 0;
        m_failure.reset();
        if (answer)
            return takeDoor(*answer.value);
        const QString &code = answer.failure.errorCode;
        if (code == u"PAIRING_REFUSED")
            return setState(State::Refused);
        if (code == u"PAIRING_EXPIRED")
            return setState(State::Expired);
        m_failure = answer.failure;
        showState();
    });
    showState();
}

void PairingSheet::takeDoor(const ScreenDoor &door)
{
    m_door = door;
    if (door.screen) {
        switch (door.screen->state) {
        case KnockingScreen::State::Compare:
            return setState(State::Compare);
        case KnockingScreen::State::Agreed:
            return setState(State::Agreed);
        case KnockingScreen::State::Paired:
            m_timer.stop();
            return setState(State::Paired);
        case KnockingScreen::State::Refused:
            return setState(State::Refused);
        }
    }
    if (door.openUntilMs == 0) {
        m_timer.stop();
        return setState(State::Expired);
    }
    setState(State::Shown);
}

// ---- states

void PairingSheet::setState(State state)
{
    const bool isNew = state != m_state;
    m_state = state;
    showState();
    if (!isNew)
        return;
    // A safe place for a key that was pressed in haste.
    if (state == State::Compare)
        m_differ->setFocus(Qt::OtherFocusReason);
    else if (state != State::Asking)
        m_goOn->setFocus(Qt::OtherFocusReason);
}

QString PairingSheet::until(qint64 atMs) const
{
    return ZoneClock(m_site.timeZone()).moment(atMs, m_site.hubNowMs());
}

void PairingSheet::showState()
{
    const bool isPicture = m_code && !m_code->link.isEmpty();
    const bool shows = m_state == State::Shown;
    const bool compares = m_state == State::Compare || m_state == State::Agreed;
    const bool ends = m_state == State::Paired || m_state == State::Refused || m_state == State::Expired;
    m_roleField->setVisible(m_state == State::Asking);
    m_stationField->setVisible(m_state == State::Asking);
    m_pictureText->setVisible(shows && isPicture);
    m_picture->setVisible(shows && isPicture);
    m_linkField->setVisible(shows);
    m_orDigits->setVisible(shows && isPicture);
    m_question->setVisible(compares);
    m_digits->setVisible(compares);
    m_advice->setVisible(compares);
    m_end->setVisible(ends);
    m_band->setMessage(m_failure ? LinkText::failure(*m_failure) : QString(), Band::Tone::Alarm);

    if (shows && m_code) {
        m_pictureText->setText(tr("Scan this with the new screen until %1. It lets one screen in.")
                                   .arg(until(m_code->expiresAtMs)));
        m_linkField->setLabel(isPicture ? tr("The same as text") : tr("Code"));
        m_linkField->setHint(isPicture ? tr("For a screen without a camera: copy it there.")
                                       : tr("Type it on the new screen until %1. It lets one screen in.")
                                             .arg(until(m_code->expiresAtMs)));
        QString other = tr("Without a camera: choose this hub on the new screen and compare six digits, until %1.")
                            .arg(until(m_door.openUntilMs));
        if (m_door.openUntilMs > 0 && !m_door.isAnnounced)
            other = tr("Without a camera: type the address %1 on the new screen and compare six digits, until %2. It "
                       "does not find this hub by itself: Avahi does not run on this computer.")
                        .arg(m_door.url, until(m_door.openUntilMs));
        m_orDigits->setText(m_door.openUntilMs > 0 ? other : QString());
    }
    if (m_door.screen) {
        const KnockingScreen &screen = *m_door.screen;
        m_question->setText(tr("%1 at %2 wants to come in. Does it show the same six digits?")
                                .arg(screen.name, screen.address));
        m_digits->setDigits(screen.digits);
        if (m_state == State::Agreed)
            m_advice->setText(tr("Here they are the same. It comes in when that is confirmed on it too."));
        else if (screen.screenAgreed)
            m_advice->setText(tr("On the new screen somebody has said that they are the same."));
        else
            m_advice->setText(tr("Look at the new screen itself. If they differ, somebody may sit between the two "
                                 "computers."));
    }
    switch (m_state) {
    case State::Asking:
        setTitle(tr("A new screen"));
        m_goOn->setText(tr("Let it in"));
        break;
    case State::Shown:
        setTitle(tr("A new screen"));
        m_goOn->setText(tr("Another code"));
        break;
    case State::Compare:
    case State::Agreed:
        setTitle(tr("The same digits?"));
        m_goOn->setText(tr("They are the same"));
        break;
    case State::Paired:
        setTitle(tr("A new screen"));
        m_goOn->setText(tr("Done"));
        m_end->setState(QStringLiteral("check"),
                        m_door.screen ? tr("%1 has come in").arg(m_door.screen->name) : tr("The screen has come in"),
                        tr("It stands in the list now. There it can be renamed and signed out."));
        break;
    case State::Refused:
        setTitle(tr("A new screen"));
        m_goOn->setText(tr("Begin again"));
        m_end->setState(QStringLiteral("warning"), tr("Nobody was let in"),
                        tr("Here or on the new screen somebody said that the digits differ. If they really differed, "
                           "somebody may sit between the two computers: use a cable or another network."));
        break;
    case State::Expired:
        setTitle(tr("A new screen"));
        m_goOn->setText(tr("Begin again"));
        m_end->setState(QStringLiteral("clock"), tr("No screen can come in any more"),
                        tr("One screen has come in by the code, or it took too long. Whoever came in stands in the "
                           "list."));
        break;
    }
    m_differ->setText(tr("They differ"));
    m_differ->setVisible(m_state == State::Compare);
    m_goOn->setEnabled(m_call == 0 && m_state != State::Agreed);
    m_differ->setEnabled(m_call == 0);
    m_buttons->rearrange();
}

void PairingSheet::retranslate()
{
    Sheet::retranslate();
    m_roleField->setLabel(tr("May do"));
    m_stationField->setLabel(tr("Station"));
    m_picture->setAccessibleName(tr("A picture for the camera of the new screen"));
    const int chosen = m_role->currentIndex();
    m_role->clear();
    for (const Role role : SettingText::screenRoles())
        m_role->addItem(SettingText::role(role));
    m_role->setCurrentIndex(std::max(0, chosen));
    if (m_station->count() > 0)
        m_station->setItemText(0, tr("All stations"));
    showState();
}

void PairingSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_band->setLook(look);
    m_picture->setLook(look);
    m_digits->setLook(look);
    m_end->setLook(look);
    m_end->setMinimumHeight(look.px(280));
    for (TouchButton *button : {m_differ, m_goOn})
        button->setLook(look);
    m_buttons->setSpacing(look.px(8));
}

} // namespace oshaq
