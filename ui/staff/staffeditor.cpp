// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/staffeditor.h"

#include "models/domain/credentials.h"
#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/locktext.h"
#include "ui/staff/abilities.h"
#include "ui/staff/secretform.h"
#include "ui/staff/stafftext.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int longestName = 80;
constexpr int longestLogin = 80;

int placeOf(Role role)
{
    const auto &roles = Abilities::staffRoles;
    const auto found = std::find(roles.begin(), roles.end(), role);
    return found == roles.end() ? -1 : int(found - roles.begin());
}

} // namespace

StaffEditor::StaffEditor(StaffPort &port, const Look &look, QWidget *parent)
    : QFrame(parent)
    , m_port(port)
    , m_look(look)
    , m_back(new TouchButton(look, this))
    , m_title(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_band(new Band(look, this))
    , m_conflict(new QLabel(this))
    , m_nameEdit(new QLineEdit(this))
    , m_roleChoice(new ChoiceRow(look, this))
    , m_stationChoice(new QComboBox(this))
    , m_loginEdit(new QLineEdit(this))
    , m_activeChoice(new ChoiceRow(look, this))
    , m_pin(new SecretForm(SecretForm::Kind::Pin, look, this))
    , m_password(new SecretForm(SecretForm::Kind::Password, look, this))
    , m_totp(new QLabel(this))
    , m_buttons(new FlowRow(this))
    , m_dismiss(new TouchButton(look, this))
    , m_keep(new TouchButton(look, this))
    , m_save(new TouchButton(look, this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("staffEditor"));
    setProperty("card", true);
    m_back->setObjectName(QStringLiteral("staffBack"));
    m_back->setIconName(QStringLiteral("previous"));
    m_back->setTakesFocus(true);
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_band->setObjectName(QStringLiteral("staffBand"));
    m_conflict->setObjectName(QStringLiteral("staffConflict"));
    m_conflict->setTextFormat(Qt::PlainText);
    m_conflict->setWordWrap(true);
    m_nameEdit->setObjectName(QStringLiteral("staffName"));
    m_nameEdit->setMaxLength(longestName);
    m_roleChoice->setObjectName(QStringLiteral("staffRole"));
    m_stationChoice->setObjectName(QStringLiteral("staffStation"));
    m_loginEdit->setObjectName(QStringLiteral("staffLogin"));
    m_loginEdit->setMaxLength(longestLogin);
    m_activeChoice->setObjectName(QStringLiteral("staffActive"));
    m_totp->setProperty("role", QStringLiteral("caption"));
    m_totp->setWordWrap(true);

    auto *content = new QWidget(m_scroll);
    m_body = new QVBoxLayout(content);
    const auto field = [this, content](QWidget *editor) {
        auto *made = new Field(editor, content);
        m_body->addWidget(made);
        return made;
    };
    m_body->addWidget(m_conflict);
    m_name = field(m_nameEdit);
    m_role = field(m_roleChoice);
    m_body->addWidget(m_pin);
    m_station = field(m_stationChoice);
    m_active = field(m_activeChoice);
    m_login = field(m_loginEdit);
    m_body->addWidget(m_password);
    m_body->addWidget(m_totp);
    m_body->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    m_dismiss->setObjectName(QStringLiteral("staffDismiss"));
    m_dismiss->setKind(TouchButton::Kind::Danger);
    m_keep->setObjectName(QStringLiteral("staffKeep"));
    m_save->setObjectName(QStringLiteral("staffSave"));
    m_save->setKind(TouchButton::Kind::Primary);
    for (TouchButton *button : {m_dismiss, m_keep, m_save}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_back, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    m_layout->addLayout(head);
    m_layout->addWidget(m_band);
    m_layout->addWidget(m_scroll, 1);
    m_layout->addWidget(m_buttons);

    connect(m_back, &TouchButton::clicked, this, &StaffEditor::backAsked);
    connect(m_roleChoice, &ChoiceRow::picked, this, &StaffEditor::updateRole);
    connect(m_nameEdit, &QLineEdit::textEdited, this, [this] {
        m_nameWrong = false;
        m_name->setError(QString());
    });
    connect(m_loginEdit, &QLineEdit::textEdited, this, [this] {
        m_loginTaken = false;
        m_login->setError(QString());
    });
    for (QLineEdit *line : {m_nameEdit, m_loginEdit})
        connect(line, &QLineEdit::returnPressed, this, &StaffEditor::save);
    connect(m_pin, &SecretForm::submitted, this, [this](const QString &pin) { setSecret(m_pin, pin); });
    connect(m_pin, &SecretForm::removalAsked, this, [this] { setSecret(m_pin, QString()); });
    connect(m_password, &SecretForm::submitted, this, [this](const QString &text) { setSecret(m_password, text); });
    connect(m_password, &SecretForm::removalAsked, this, [this] { setSecret(m_password, QString()); });
    connect(m_save, &TouchButton::clicked, this, [this] {
        if (m_question == Question::Losing) {
            const std::function<void()> then = std::exchange(m_then, {});
            edit(m_member, m_isSelf);
            if (then)
                then();
        } else if (m_question == Question::Conflict) {
            // Mine, over theirs.
            m_member.version = m_theirs->version;
            m_theirs.reset();
            ask(Question::None);
            save();
        } else {
            save();
        }
    });
    connect(m_keep, &TouchButton::clicked, this, [this] {
        if (m_question == Question::Conflict && m_theirs) {
            const StaffMember theirs = *m_theirs;
            edit(theirs, m_isSelf);
            Q_EMIT saved(theirs);
            return;
        }
        m_then = {};
        ask(Question::None);
    });
    connect(m_dismiss, &TouchButton::clicked, this, [this] {
        if (m_question == Question::Dismissal)
            dismiss();
        else
            ask(Question::Dismissal);
    });
    // What has the keyboard is in sight.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_scroll->widget()->isAncestorOf(now))
            QMetaObject::invokeMethod(this, &StaffEditor::showFocus, Qt::QueuedConnection);
    });
    edit(StaffMember(), false);
    setBackVisible(false);
    setLook(look);
}

StaffEditor::~StaffEditor()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void StaffEditor::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : {m_back, m_dismiss, m_keep, m_save})
        button->setLook(look);
    for (ChoiceRow *row : {m_roleChoice, m_activeChoice})
        row->setLook(look);
    for (SecretForm *form : {m_pin, m_password})
        form->setLook(look);
    m_band->setLook(look);
    m_buttons->setSpacing(look.px(10));
    m_layout->setContentsMargins(look.px(20), look.px(16), look.px(16), look.px(16));
    m_layout->setSpacing(look.px(10));
    m_body->setContentsMargins(0, 0, look.px(6), 0);
    m_body->setSpacing(look.px(14));
}

void StaffEditor::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void StaffEditor::setStations(const std::vector<Station> &stations)
{
    if (stations == m_stations)
        return;
    const StaffMember now = read();
    m_stations = stations;
    retranslate();
    write(now);
}

void StaffEditor::showFocus()
{
    QWidget *now = QApplication::focusWidget();
    if (now && m_scroll->widget()->isAncestorOf(now))
        m_scroll->ensureWidgetVisible(now, 0, now->height() * 2);
}

void StaffEditor::focusFirst()
{
    m_nameEdit->setFocus(Qt::OtherFocusReason);
}

// ---- what is edited

void StaffEditor::edit(const StaffMember &member, bool isSelf)
{
    if (m_call != 0)
        m_port.cancel(m_call);
    m_call = 0;
    m_member = member;
    m_isSelf = isSelf;
    m_theirs.reset();
    m_failure.reset();
    m_then = {};
    m_question = Question::None;
    m_nameWrong = false;
    m_loginTaken = false;
    m_pinTaken = false;
    m_key = newIdempotencyKey();
    m_secretKey = newIdempotencyKey();
    m_pin->setPartOfNew(isNew());
    m_pin->setHas(member.hasPin);
    if (isNew()) {
        m_pin->first()->clear();
        m_pin->second()->clear();
    }
    m_password->setHas(member.hasPassword);
    setBusy(false);
    retranslate();
    write(member);
    m_scroll->ensureVisible(0, 0);
}

void StaffEditor::meet(const StaffMember &latest)
{
    if (latest.id != m_member.id || isNew() || m_call != 0)
        return;
    StaffMember same = latest;
    same.version = m_member.version;
    same.hasPin = m_member.hasPin;
    same.hasPassword = m_member.hasPassword;
    same.hasTotp = m_member.hasTotp;
    if (same == m_member) {
        // A PIN was given, here or elsewhere: what is being typed about them is not stale by that.
        const StaffMember before = std::exchange(m_member, latest);
        if (before.hasPin != latest.hasPin && !m_pin->isTyped())
            m_pin->setHas(latest.hasPin);
        if (before.hasPassword != latest.hasPassword && !m_password->isTyped())
            m_password->setHas(latest.hasPassword);
        if (before.hasTotp != latest.hasTotp)
            retranslate();
    } else if (!isChanged() && m_question == Question::None) {
        edit(latest, m_isSelf);
    }
}

void StaffEditor::write(const StaffMember &member)
{
    m_nameEdit->setText(member.name);
    m_roleChoice->setChosen(placeOf(member.role));
    const auto station = std::find_if(m_stations.begin(), m_stations.end(),
                                      [&](const Station &one) { return member.stationId == one.id; });
    m_stationChoice->setCurrentIndex(station == m_stations.end() ? 0 : int(station - m_stations.begin()) + 1);
    m_loginEdit->setText(member.login);
    m_activeChoice->setChosen(member.active ? 0 : 1);
    updateRole();
}

StaffMember StaffEditor::read() const
{
    StaffMember member = m_member;
    member.name = m_nameEdit->text().simplified();
    if (const int role = m_roleChoice->chosen(); role >= 0)
        member.role = Abilities::staffRoles.at(size_t(role));
    const int station = m_stationChoice->currentIndex();
    const bool isKnown = station > 0 && station <= int(m_stations.size());
    member.stationId = isKnown ? std::optional(m_stations[size_t(station - 1)].id) : std::nullopt;
    member.login = cleanLogin(m_loginEdit->text());
    member.active = m_activeChoice->chosen() != 1;
    return member;
}

bool StaffEditor::isChanged() const
{
    StaffMember before = m_member;
    before.name = before.name.simplified();
    before.login = cleanLogin(before.login);
    // A station that is gone is shown as none; nobody has changed that.
    const bool isGone = std::none_of(m_stations.begin(), m_stations.end(),
                                     [&](const Station &one) { return before.stationId == one.id; });
    if (isGone)
        before.stationId.reset();
    return read() != before || m_pin->isTyped() || m_password->isTyped();
}

void StaffEditor::leave(std::function<void()> then)
{
    if (!isChanged()) {
        then();
        return;
    }
    m_then = std::move(then);
    ask(Question::Losing);
    m_keep->setFocus(Qt::OtherFocusReason);
}

bool StaffEditor::check(const StaffMember &member)
{
    m_nameWrong = member.name.isEmpty();
    m_name->setError(m_nameWrong ? tr("Give them a name.") : QString());
    if (m_nameWrong)
        m_nameEdit->setFocus(Qt::OtherFocusReason);
    const bool isPinRight = !isNew() || m_pin->check();
    return !m_nameWrong && isPinRight;
}

// ---- saving

void StaffEditor::save()
{
    const StaffMember member = read();
    if (m_call != 0 || !check(member))
        return;
    m_failure.reset();
    ask(Question::None);
    setBusy(true);
    m_call = m_port.save(m_key, member, [this](const PortAnswer<StaffMember> &answer) {
        m_call = 0;
        setBusy(false);
        if (!answer) {
            handleRefused(answer.failure);
            return;
        }
        const StaffMember made = *answer.value;
        if (isNew() && m_pin->isTyped()) {
            finishNew(made);
            return;
        }
        if (m_password->isTyped() || m_pin->isTyped()) {
            // What was typed there is not saved by this, and stays.
            m_member = made;
            m_key = newIdempotencyKey();
        } else {
            edit(made, m_isSelf);
        }
        Q_EMIT saved(made);
    });
}

void StaffEditor::finishNew(const StaffMember &made)
{
    setBusy(true);
    m_call = m_port.setPin(m_secretKey, made.id, m_pin->secret(), [this, made](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        setBusy(false);
        if (answer) {
            StaffMember member = made;
            member.hasPin = true;
            edit(member, m_isSelf);
            Q_EMIT saved(member);
            Q_EMIT secretChanged(member.id);
            return;
        }
        // They work here now; only the PIN is missing, and stays as it was typed.
        const QString pin = m_pin->secret();
        edit(made, m_isSelf);
        m_pin->changeButton()->click();
        m_pin->first()->setText(pin);
        m_pin->second()->setText(pin);
        m_pinTaken = answer.failure.errorCode == u"ALREADY_EXISTS";
        if (m_pinTaken)
            m_pin->setError(tr("Somebody else has this PIN. Choose another one."));
        else
            handleRefused(answer.failure);
        Q_EMIT saved(made);
    });
}

void StaffEditor::handleRefused(const PortFailure &failure)
{
    if (failure.errorCode == u"VERSION_STALE") {
        askForTheirs();
        return;
    }
    bool said = false;
    const bool isTaken = failure.errorCode == u"ALREADY_EXISTS";
    for (const ErrorDetail &detail : failure.details) {
        if (detail.path.endsWith(u"name")) {
            m_nameWrong = true;
            m_name->setError(tr("The site does not take this name."));
            said = true;
        } else if (detail.path.endsWith(u"login")) {
            m_loginTaken = isTaken;
            m_login->setError(isTaken ? tr("Somebody else has this login.") : detail.issue);
            said = true;
        }
    }
    if (said)
        return;
    m_failure = failure;
    showQuestion();
}

void StaffEditor::askForTheirs()
{
    setBusy(true);
    m_call = m_port.staff([this](const PortAnswer<std::vector<StaffMember>> &answer) {
        m_call = 0;
        setBusy(false);
        if (!answer) {
            m_failure = answer.failure;
            showQuestion();
            return;
        }
        const auto found = std::find_if(answer.value->begin(), answer.value->end(),
                                        [this](const StaffMember &one) { return one.id == m_member.id; });
        if (found == answer.value->end()) {
            m_failure = PortFailure{PortFailure::Kind::Refused, QStringLiteral("NOT_FOUND"), {}, {}};
            showQuestion();
            return;
        }
        m_theirs = *found;
        m_key = newIdempotencyKey();
        ask(Question::Conflict);
        m_keep->setFocus(Qt::OtherFocusReason);
    });
}

void StaffEditor::setSecret(SecretForm *form, const QString &secret)
{
    if (m_call != 0 || isNew())
        return;
    m_failure.reset();
    showQuestion();
    setBusy(true);
    const bool isPin = form == m_pin;
    const auto done = [this, form, isPin, has = !secret.isEmpty()](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        setBusy(false);
        if (answer) {
            m_secretKey = newIdempotencyKey();
            (isPin ? m_member.hasPin : m_member.hasPassword) = has;
            form->setHas(has);
            form->changeButton()->setFocus(Qt::OtherFocusReason);
            Q_EMIT secretChanged(m_member.id);
        } else if (isPin && answer.failure.errorCode == u"ALREADY_EXISTS") {
            m_secretKey = newIdempotencyKey();
            m_pinTaken = true;
            form->setError(tr("Somebody else has this PIN. Choose another one."));
        } else {
            if (answer.failure.kind != PortFailure::Kind::Unreachable)
                m_secretKey = newIdempotencyKey();
            m_failure = answer.failure;
            showQuestion();
        }
    };
    m_call = isPin ? m_port.setPin(m_secretKey, m_member.id, secret, done)
                   : m_port.setPassword(m_secretKey, m_member.id, secret, done);
}

void StaffEditor::dismiss()
{
    if (m_call != 0)
        return;
    m_failure.reset();
    setBusy(true);
    m_call = m_port.remove(m_member.id, m_member.version, [this](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        setBusy(false);
        if (!answer) {
            ask(Question::None);
            handleRefused(answer.failure);
            return;
        }
        const StaffMember gone = m_member;
        edit(StaffMember(), false);
        Q_EMIT dismissed(gone.id, gone.name);
    });
}

// ---- what is asked

void StaffEditor::ask(Question question)
{
    m_question = question;
    showQuestion();
}

void StaffEditor::showQuestion()
{
    const bool isPlain = m_question == Question::None;
    m_conflict->setVisible(m_question == Question::Conflict);
    m_dismiss->setVisible(!isNew() && !m_isSelf && (isPlain || m_question == Question::Dismissal));
    m_keep->setVisible(!isPlain);
    m_save->setVisible(m_question != Question::Dismissal);
    m_save->setText(isNew() ? tr("Hire") : tr("Save"));
    //: Keys on the keyboard
    m_save->setKeys(isPlain ? QStringList{tr("Ctrl S")} : QStringList());
    m_dismiss->setText(tr("Dismiss…"));
    switch (m_question) {
    case Question::None:
        m_band->setMessage(m_failure ? StaffText::failure(*m_failure) : QString(), Band::Tone::Alarm);
        break;
    case Question::Losing:
        m_save->setText(tr("Throw away"));
        m_keep->setText(tr("Go on editing"));
        m_band->setMessage(tr("What you changed is not saved."), Band::Tone::Warning);
        break;
    case Question::Dismissal:
        m_dismiss->setText(tr("Dismiss them"));
        m_keep->setText(tr("Keep them"));
        m_band->setMessage(tr("%1 is signed out everywhere at once, and PIN and password work no more. What they did "
                              "and their hours stay. This cannot be taken back: to have them again, hire them anew.")
                               .arg(m_member.name),
                           Band::Tone::Warning);
        break;
    case Question::Conflict: {
        m_save->setText(tr("Keep mine"));
        m_keep->setText(tr("Take theirs"));
        m_band->setMessage(tr("Somebody else has changed %1 meanwhile.").arg(m_member.name), Band::Tone::Warning);
        const StaffMember mine = read();
        const StaffMember theirs = m_theirs.value_or(mine);
        QStringList lines;
        const auto compare = [&lines](const QString &what, const QString &their, const QString &my) {
            if (their != my)
                lines << tr("%1: theirs “%2”, mine “%3”").arg(what, their, my);
        };
        const auto active = [](const StaffMember &one) { return one.active ? tr("May sign in") : tr("Not now"); };
        compare(tr("Name"), theirs.name, mine.name);
        compare(tr("Role"), LockText::roleName(theirs.role), LockText::roleName(mine.role));
        compare(tr("Station"), StaffText::stationName(theirs, m_stations), StaffText::stationName(mine, m_stations));
        compare(tr("Sign-in"), active(theirs), active(mine));
        compare(tr("Login"), theirs.login, mine.login);
        m_conflict->setText(lines.isEmpty() ? tr("Both say the same.") : lines.join(u'\n'));
        break;
    }
    }
    m_buttons->rearrange();
    // While it was hidden it could not know its width.
    QMetaObject::invokeMethod(
        this, [this] { m_band->setLook(m_look); }, Qt::QueuedConnection);
}

void StaffEditor::setBusy(bool busy)
{
    for (TouchButton *button : {m_dismiss, m_keep, m_save})
        button->setEnabled(!busy);
    for (SecretForm *form : {m_pin, m_password})
        form->setBusy(busy);
}

// ---- words

void StaffEditor::updateRole()
{
    const int place = m_roleChoice->chosen();
    m_role->setHint(place >= 0 ? LockText::roleMeaning(Abilities::staffRoles.at(size_t(place))) : QString());
}

void StaffEditor::retranslate()
{
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_title->setText(isNew() ? tr("New person") : m_member.name);
    m_name->setLabel(tr("Name"));
    m_name->setHint(isNew() ? tr("As colleagues call them; it stands at screens and on receipts.") : QString());
    m_role->setLabel(tr("Role"));
    QStringList roles;
    for (const Role role : Abilities::staffRoles)
        roles << LockText::roleName(role);
    m_roleChoice->setTexts(roles);
    m_station->setLabel(tr("Station"));
    m_station->setHint(tr("Whose tickets they see first."));
    if (m_stationChoice->count() != int(m_stations.size()) + 1) {
        m_stationChoice->clear();
        m_stationChoice->addItem(QString());
        for (const Station &station : m_stations)
            m_stationChoice->addItem(station.name);
    }
    m_stationChoice->setItemText(0, tr("All stations"));
    for (int i = 0; i < int(m_stations.size()); ++i)
        m_stationChoice->setItemText(i + 1, m_stations[size_t(i)].name);
    m_active->setLabel(tr("Sign-in"));
    m_activeChoice->setTexts({tr("May sign in"), tr("Not now")});
    m_active->setHint(tr("“Not now” is for a long leave: nothing is lost, and nobody gets in."));
    m_login->setLabel(tr("Login"));
    m_login->setHint(tr("Only needed with a password."));
    m_login->setError(m_loginTaken ? tr("Somebody else has this login.") : QString());
    m_name->setError(m_nameWrong ? tr("Give them a name.") : QString());
    if (m_pinTaken)
        m_pin->setError(tr("Somebody else has this PIN. Choose another one."));
    m_totp->setText(m_member.hasTotp
                        ? tr("A second factor is on: with the password they type a code from their phone. They switch "
                             "it off themselves.")
                        : tr("No second factor. Owners and managers can switch one on for their own password."));
    m_password->setVisible(!isNew());
    m_totp->setVisible(!isNew());
    updateRole();
    showQuestion();
}

void StaffEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace oshaq
