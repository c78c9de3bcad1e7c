// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/wherestep.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/languageswitch.h"
#include "ui/common/linktext.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int longestName = 60;
constexpr int longestUrl = 300;

/// As people copy it from the other screen: the scheme may be missing.
QString cleanUrl(const QString &typed)
{
    QString url = typed.trimmed();
    while (url.endsWith(u'/') && !url.endsWith(u"://"))
        url.chop(1);
    return url.isEmpty() || url.contains(u"://") ? url : QStringLiteral("http://") + url;
}

bool isUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    return parsed.isValid() && !parsed.host().isEmpty() && parsed.userInfo().isEmpty() && parsed.path().isEmpty() &&
           (parsed.scheme() == u"http" || parsed.scheme() == u"https");
}

} // namespace

WhereStep::WhereStep(DisplaySettings &display, SetupPort &setup, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_display(display)
    , m_setup(setup)
    , m_language(new ChoiceRow(look, this))
    , m_what(new ChoiceRow(look, this))
    , m_url(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_band(new Band(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_language->setObjectName(QStringLiteral("firstLanguage"));
    m_what->setObjectName(QStringLiteral("firstWhat"));
    m_url->setObjectName(QStringLiteral("firstUrl"));
    m_code->setObjectName(QStringLiteral("firstCode"));
    m_name->setObjectName(QStringLiteral("firstName"));
    m_url->setMaxLength(longestUrl);
    m_code->setMaxLength(20);
    m_name->setMaxLength(longestName);
    m_languageField = new Field(m_language, this);
    m_whatField = new Field(m_what, this);
    m_urlField = new Field(m_url, this);
    m_codeField = new Field(m_code, this);
    m_nameField = new Field(m_name, this);
    m_layout->addWidget(m_band);
    for (Field *field : {m_languageField, m_whatField, m_urlField, m_codeField, m_nameField})
        m_layout->addWidget(field);
    m_layout->addStretch(1);
    connect(m_language, &ChoiceRow::picked, this,
            [this](int index) { m_display.setLanguage(LanguageSwitch::languages().at(index)); });
    connect(m_what, &ChoiceRow::picked, this, [this] {
        update();
        Q_EMIT wordsChanged();
    });
    for (const auto &[line, field] : {std::pair(m_url, m_urlField), {m_code, m_codeField}, {m_name, m_nameField}}) {
        connect(line, &QLineEdit::textEdited, this, [field = field] { field->setError(QString()); });
        connect(line, &QLineEdit::returnPressed, this, &WhereStep::commit);
    }
    WhereStep::retranslate();
    m_what->setChosen(0);
    update();
    WhereStep::setLook(look);
}

WhereStep::~WhereStep()
{
    if (m_call != 0)
        m_setup.cancel(m_call);
}

bool WhereStep::joins() const
{
    return m_what->chosen() == 1;
}

QString WhereStep::nextText() const
{
    return joins() ? tr("Join") : tr("Next");
}

void WhereStep::retranslate()
{
    QStringList languages;
    for (const QString &code : LanguageSwitch::languages())
        languages << LanguageSwitch::nameOf(code);
    m_language->setTexts(languages);
    const qsizetype now = LanguageSwitch::languages().indexOf(QLocale().name().left(2));
    m_language->setChosen(int(std::max<qsizetype>(0, now)));
    m_languageField->setLabel(tr("Language"));
    m_what->setTexts({tr("A new restaurant"), tr("One more screen of a restaurant that has Oshaq")});
    m_whatField->setLabel(tr("This computer is for"));
    m_urlField->setLabel(tr("Address of the main computer"));
    m_urlField->setHint(tr("It stands there in the settings under \"This hub\", such as http://192.168.1.10:8787"));
    m_codeField->setLabel(tr("Code"));
    m_codeField->setHint(tr("Shown there in the settings under \"Screens\"."));
    m_nameField->setLabel(tr("What this screen is called"));
    m_nameField->setHint(tr("Such as Hot kitchen."));
    update();
}

void WhereStep::update()
{
    for (Field *field : {m_urlField, m_codeField, m_nameField})
        field->setVisible(joins());
    m_band->setMessage(QString(), Band::Tone::Alarm);
}

void WhereStep::commit()
{
    if (m_call != 0)
        return;
    if (!joins()) {
        Q_EMIT done();
        return;
    }
    const QString url = cleanUrl(m_url->text());
    const QString code = m_code->text().trimmed();
    const QString name = m_name->text().trimmed();
    for (Field *field : {m_urlField, m_codeField, m_nameField})
        field->setError(QString());
    if (!isUrl(url))
        m_urlField->setProblem([] { return tr("An address such as http://192.168.1.10:8787"); });
    if (code.isEmpty())
        m_codeField->setProblem([] { return tr("The main computer shows the code."); });
    if (name.isEmpty())
        m_nameField->setProblem([] { return tr("Give it a name."); });
    for (Field *field : {m_urlField, m_codeField, m_nameField}) {
        if (!field->error().isEmpty()) {
            field->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_band->setMessage(QString(), Band::Tone::Alarm);
    Q_EMIT busyChanged(true);
    m_call = m_setup.join(url, code, name, [this](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        Q_EMIT busyChanged(false);
        if (answer) {
            m_setup.finishFirstStart();
            m_setup.restart();
            return;
        }
        if (answer.failure.errorCode == u"CREDENTIALS_WRONG")
            m_codeField->setProblem(
                [] { return tr("This code lets nobody in: it was used, is too old, or is not the one shown."); });
        else
            m_band->setMessage(LinkText::failure(answer.failure), Band::Tone::Alarm);
    });
}

void WhereStep::setLook(const Look &look)
{
    m_band->setLook(look);
    m_language->setLook(look);
    m_what->setLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(16));
}

} // namespace oshaq
