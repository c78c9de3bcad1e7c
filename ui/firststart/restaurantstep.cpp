// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/restaurantstep.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/field.h"
#include "ui/common/linktext.h"
#include "ui/firststart/checklist.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

namespace {

/// Those that restaurants here and around are most likely to have; any other one is set in the settings.
const QStringList commonCurrencies{
    QStringLiteral("KZT"), QStringLiteral("KGS"), QStringLiteral("UZS"), QStringLiteral("RUB"), QStringLiteral("USD"),
    QStringLiteral("EUR"), QStringLiteral("TRY"), QStringLiteral("GEL"), QStringLiteral("AZN"), QStringLiteral("AMD"),
    QStringLiteral("MNT"), QStringLiteral("CNY"), QStringLiteral("AED"), QStringLiteral("GBP")};

QString textAt(const SiteSettings &settings, const char *key)
{
    const auto found = settings.values.find(QLatin1String(key));
    const QString *text = found == settings.values.end() ? nullptr : std::get_if<QString>(&found->second);
    return text ? *text : QString();
}

} // namespace

RestaurantStep::RestaurantStep(SettingsPort &port, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_port(port)
    , m_band(new Band(look, this))
    , m_name(new QLineEdit(this))
    , m_currency(new QComboBox(this))
    , m_zone(new QLineEdit(this))
    , m_layout(new QVBoxLayout(this))
{
    m_name->setObjectName(QStringLiteral("firstRestaurant"));
    m_currency->setObjectName(QStringLiteral("firstCurrency"));
    m_zone->setObjectName(QStringLiteral("firstZone"));
    m_name->setMaxLength(200);
    m_currency->addItems(commonCurrencies);
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(id);
    auto *completer = new QCompleter(zones, m_zone);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_zone->setCompleter(completer);
    m_nameField = new Field(m_name, this);
    m_currencyField = new Field(m_currency, this);
    m_zoneField = new Field(m_zone, this);
    m_layout->addWidget(m_band);
    for (Field *field : {m_nameField, m_currencyField, m_zoneField})
        m_layout->addWidget(field);
    m_layout->addStretch(1);
    for (const auto &[line, field] : {std::pair(m_name, m_nameField), {m_zone, m_zoneField}}) {
        connect(line, &QLineEdit::textEdited, this, [field = field] { field->setError(QString()); });
        connect(line, &QLineEdit::returnPressed, this, &RestaurantStep::commit);
    }
    RestaurantStep::retranslate();
    RestaurantStep::setLook(look);
}

RestaurantStep::~RestaurantStep()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void RestaurantStep::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_currencyField->setLabel(tr("Currency"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zoneField->setHint(tr("The clock that the restaurant lives by, such as Asia/Almaty."));
}

void RestaurantStep::enter()
{
    if (!m_known)
        ask();
}

void RestaurantStep::ask(std::function<void()> then)
{
    if (m_call != 0)
        return;
    m_call = m_port.settings([this, then = std::move(then)](const PortAnswer<SiteSettings> &answer) {
        m_call = 0;
        if (!answer) {
            fail(answer.failure);
            return;
        }
        const bool first = !m_known;
        m_known = *answer.value;
        if (first) {
            const QString name = textAt(*m_known, settingkeys::businessName);
            // Nobody calls their restaurant as new ones are called.
            if (m_name->text().isEmpty() && name != newRestaurantName)
                m_name->setText(name);
            if (m_zone->text().isEmpty())
                m_zone->setText(textAt(*m_known, settingkeys::timeZone));
            if (m_currency->findText(m_known->currency) < 0)
                m_currency->insertItem(0, m_known->currency);
            m_currency->setCurrentText(m_known->currency);
        }
        if (then)
            then();
    });
}

void RestaurantStep::commit()
{
    m_band->setMessage(QString(), Band::Tone::Alarm);
    if (m_call != 0)
        return;
    if (!m_known) {
        Q_EMIT busyChanged(true);
        ask([this] {
            Q_EMIT busyChanged(false);
            commit();
        });
        return;
    }
    for (Field *field : {m_nameField, m_zoneField})
        field->setError(QString());
    if (m_name->text().trimmed().isEmpty())
        m_nameField->setProblem([] { return tr("Give it a name, or skip this step."); });
    const auto zone =
        checkSetting(*findSettingRule(QString::fromLatin1(settingkeys::timeZone)), m_zone->text().trimmed());
    if (!zone)
        m_zoneField->setProblem([] { return tr("A time zone such as Asia/Almaty: part of the earth, slash, city."); });
    for (Field *field : {m_nameField, m_zoneField}) {
        if (!field->error().isEmpty()) {
            field->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    send(true);
}

void RestaurantStep::send(bool again)
{
    std::map<QString, SettingValue> changes;
    const auto change = [&](const char *key, const QString &value) {
        if (textAt(*m_known, key) != value)
            changes[QLatin1String(key)] = value;
    };
    change(settingkeys::businessName, m_name->text().trimmed());
    change(settingkeys::currency, m_currency->currentText());
    change(settingkeys::timeZone, m_zone->text().trimmed());
    if (changes.empty()) {
        Q_EMIT done();
        return;
    }
    Q_EMIT busyChanged(true);
    m_call = m_port.save(newIdempotencyKey(), changes, m_known->version,
                         [this, again](const PortAnswer<SiteSettings> &answer) {
                             m_call = 0;
                             Q_EMIT busyChanged(false);
                             if (answer) {
                                 m_known = *answer.value;
                                 Q_EMIT done();
                             } else if (again && answer.failure.errorCode == u"VERSION_STALE") {
                                 ask([this] { send(false); });
                             } else {
                                 fail(answer.failure);
                             }
                         });
}

void RestaurantStep::fail(const PortFailure &failure)
{
    Q_EMIT busyChanged(false);
    for (const ErrorDetail &detail : failure.details) {
        if (detail.path.endsWith(QLatin1String(settingkeys::currency))) {
            m_currencyField->setError(LinkText::refusal(failure.errorCode, detail.issue));
            return;
        }
    }
    m_band->setMessage(LinkText::failure(failure), Band::Tone::Alarm);
}

void RestaurantStep::setLook(const Look &look)
{
    m_band->setLook(look);
    m_currency->setMaximumWidth(look.px(220));
    m_zone->setMaximumWidth(look.px(420));
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(16));
}

} // namespace oshaq
