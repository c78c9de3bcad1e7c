// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rulerow.h"

#include "ui/common/choicerow.h"
#include "ui/common/flowrow.h"
#include "ui/common/linktext.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/settingtext.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStringList>
#include <QTimeZone>

namespace oshaq {

namespace {

QStringList timeZones()
{
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(id);
    return zones;
}

} // namespace

RuleRow::RuleRow(const SettingRule &rule, SiteSettingsDesk &desk, const Look &look, QWidget *parent)
    : QFrame(parent)
    , m_rule(rule)
    , m_desk(desk)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_wrong(new QLabel(this))
    , m_note(new QLabel(this))
    , m_buttons(new FlowRow(this))
    , m_back(new TouchButton(look, this))
    , m_default(new TouchButton(look, this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rule.") + key());
    m_title->setProperty("role", QStringLiteral("strong"));
    m_meaning->setProperty("role", QStringLiteral("muted"));
    m_wrong->setProperty("role", QStringLiteral("error"));
    m_note->setProperty("role", QStringLiteral("muted"));
    for (QLabel *label : {m_title, m_meaning, m_wrong, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_meaning);
    if (rule.type == SettingRule::Type::Boolean) {
        m_choice = new ChoiceRow(look, this);
        m_layout->addWidget(m_choice);
        connect(m_choice, &ChoiceRow::picked, this, [this](int index) { save(index == 0); });
    } else {
        m_line = new QLineEdit(this);
        m_line->installEventFilter(this);
        if (rule.type == SettingRule::Type::TimeZone) {
            auto *completer = new QCompleter(timeZones(), m_line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setFilterMode(Qt::MatchContains);
            m_line->setCompleter(completer);
        }
        m_layout->addWidget(m_line);
        connect(m_line, &QLineEdit::editingFinished, this, &RuleRow::commit);
        connect(m_line, &QLineEdit::textEdited, this, [this] {
            m_problem = nullptr;
            m_typed = true;
            m_justSaved = false;
            write();
        });
    }
    editor()->setObjectName(QStringLiteral("setting.") + key());
    m_layout->addWidget(m_wrong);
    m_layout->addWidget(m_note);
    for (TouchButton *button : {m_back, m_default}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    m_layout->addWidget(m_buttons);
    connect(m_back, &TouchButton::clicked, this, [this] {
        if (m_before)
            save(*m_before);
    });
    connect(m_default, &TouchButton::clicked, this, [this] { save(settingFallback(m_rule)); });
    connect(&m_desk, &SiteSettingsDesk::changed, this, &RuleRow::read);
    read();
    setLook(look);
}

QString RuleRow::key() const
{
    return QString::fromLatin1(m_rule.key);
}

QWidget *RuleRow::editor() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_choice;
}

QString RuleRow::error() const
{
    return m_problem ? m_problem() : QString();
}

QString RuleRow::note() const
{
    return m_note->text();
}

/// A name or a zone has no value that would be right for everybody.
bool RuleRow::hasDefault() const
{
    const SettingValue fallback = settingFallback(m_rule);
    const QString *text = std::get_if<QString>(&fallback);
    return !text || m_rule.minimum == 0;
}

/// What the hub has now. A line that somebody is typing into stays.
void RuleRow::read()
{
    const auto now = m_desk.value(key());
    if (now && !m_typed && !m_saving) {
        m_shown = now;
        if (m_line)
            m_line->setText(SettingText::edited(m_rule, *now, m_desk.currency()));
        else
            m_choice->setChosen(std::get<bool>(*now) ? 0 : 1);
    }
    write();
}

void RuleRow::write()
{
    const QString title = SettingText::title(key());
    const QString meaning = SettingText::meaning(key());
    m_title->setText(title);
    m_meaning->setText(meaning);
    if (m_choice)
        m_choice->setTexts({tr("Yes"), tr("No")});
    const auto now = m_desk.value(key());
    const Currency currency = m_desk.currency();

    QString note;
    if (m_saving)
        note = tr("Saving …");
    else if (m_justSaved)
        note = tr("Saved.");
    if (hasDefault()) {
        const SettingValue fallback = settingFallback(m_rule);
        const QString words = tr("By default: %1.").arg(SettingText::value(m_rule, fallback, currency));
        note = note.isEmpty() ? words : note + u' ' + words;
        m_default->setVisible(now && *now != fallback && !m_saving && (!m_before || *m_before != fallback));
        m_default->setText(tr("Back to the default"));
        m_default->setAccessibleName(tr("%1: back to the default").arg(title));
    } else {
        m_default->setVisible(false);
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const QString wrong = error();
    m_wrong->setText(wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    const bool canGoBack = m_before && now && *m_before != *now && !m_saving;
    m_back->setVisible(canGoBack);
    if (canGoBack) {
        const QString before = SettingText::value(m_rule, *m_before, currency);
        m_back->setText(tr("Put back: %1").arg(before));
        m_back->setAccessibleName(tr("%1: put back %2").arg(title, before));
    }
    m_buttons->setVisible(!m_default->isHidden() || !m_back->isHidden());
    m_buttons->rearrange();
    editor()->setAccessibleName(title);
    editor()->setAccessibleDescription(wrong.isEmpty() ? meaning : wrong);
}

/// What was typed goes; what the hub has stands there again.
void RuleRow::forget()
{
    m_typed = false;
    m_problem = nullptr;
    read();
}

QString RuleRow::failureWords(const PortFailure &failure, const SettingValue &wanted) const
{
    if (failure.errorCode == u"VERSION_STALE") {
        return tr("Somebody else changed this meanwhile: it is %1 now.")
            .arg(SettingText::value(m_rule, m_desk.value(key()).value_or(wanted), m_desk.currency()));
    }
    return failure.details.empty() ? LinkText::failure(failure)
                                   : LinkText::refusal(failure.errorCode, failure.details.front().issue);
}

void RuleRow::commit()
{
    if (!m_line || !m_shown || m_saving)
        return;
    if (m_line->text() == SettingText::edited(m_rule, *m_shown, m_desk.currency())) {
        m_typed = false;
        return;
    }
    const auto value = SettingText::read(m_rule, m_line->text(), m_desk.currency());
    if (!value || !checkSetting(m_rule, *value)) {
        m_problem = [this] { return SettingText::wanted(m_rule, m_desk.currency()); };
        write();
        return;
    }
    save(*value);
}

void RuleRow::save(const SettingValue &value)
{
    const auto before = m_desk.value(key());
    if (m_saving || (before && *before == value)) {
        // The same in other words, such as 4:00 and 04:00.
        forget();
        return;
    }
    m_saving = true;
    m_problem = nullptr;
    write();
    m_desk.save(key(), value, [this, before, value](const std::optional<PortFailure> &failure) {
        m_saving = false;
        if (failure) {
            m_problem = [this, value, failed = *failure] { return failureWords(failed, value); };
            if (m_choice && before)
                m_choice->setChosen(std::get<bool>(*before) ? 0 : 1);
            write();
            return;
        }
        m_before = before;
        m_justSaved = true;
        forget();
    });
}

bool RuleRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Escape && m_typed) {
            forget();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void RuleRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        read();
    QFrame::changeEvent(event);
}

void RuleRow::setFound(bool found)
{
    m_found = found;
    update();
}

void RuleRow::setLook(const Look &look)
{
    m_look = look;
    if (m_choice)
        m_choice->setLook(look);
    for (TouchButton *button : {m_back, m_default})
        button->setLook(look);
    if (m_line)
        m_line->setMaximumWidth(look.px(m_rule.type == SettingRule::Type::Text ? 520 : 320));
    m_buttons->setSpacing(look.px(8));
    m_layout->setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(16));
    m_layout->setSpacing(look.px(8));
    update();
}

void RuleRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painting::fillRounded(painter, rect(), m_look.px(10), theme.surface);
    const bool wrong = m_problem != nullptr;
    painting::outlineRounded(painter, rect(), m_look.px(10),
                             wrong     ? theme.errorText
                             : m_found ? theme.text
                                       : theme.line,
                             wrong || m_found ? m_look.px(2) : 1);
}

} // namespace oshaq
