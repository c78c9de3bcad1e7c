// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/exportsheet.h"

#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/statisticsfiles.h"
#include "ui/statistics/statisticstext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace oshaq {

namespace {

bool isOfOrders(ExportSheet::What what)
{
    return what == ExportSheet::What::OrdersCsv || what == ExportSheet::What::LinesCsv ||
           what == ExportSheet::What::OrdersJson;
}

} // namespace

QString exportSuffix(ExportSheet::What what)
{
    switch (what) {
    case ExportSheet::What::Xlsx:
        return QStringLiteral("xlsx");
    case ExportSheet::What::Pdf:
        return QStringLiteral("pdf");
    case ExportSheet::What::Png:
        return QStringLiteral("png");
    case ExportSheet::What::OrdersJson:
        return QStringLiteral("jsonl");
    case ExportSheet::What::Csv:
    case ExportSheet::What::OrdersCsv:
    case ExportSheet::What::LinesCsv:
        break;
    }
    return QStringLiteral("csv");
}

ExportSheet::ExportSheet(const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, 720, parent)
    , m_what(new ChoiceRow(look))
    , m_words(new QLabel)
    , m_personal(new QCheckBox)
    , m_name(new QLineEdit)
    , m_nameField(new Field(m_name))
    , m_back(new TouchButton(look))
    , m_save(new TouchButton(look))
{
    setObjectName(QStringLiteral("exportSheet"));
    m_what->setObjectName(QStringLiteral("exportWhat"));
    m_what->setChosen(0);
    m_words->setProperty("role", QStringLiteral("muted"));
    m_words->setWordWrap(true);
    m_personal->setObjectName(QStringLiteral("exportPersonal"));
    m_name->setObjectName(QStringLiteral("exportName"));
    m_name->setMaxLength(120);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setKind(TouchButton::Kind::Primary);
    m_save->setKeys({QStringLiteral("Ctrl"), QStringLiteral("Enter")});
    m_back->setKeys({QStringLiteral("Esc")});
    m_back->setTakesFocus(true);
    m_save->setTakesFocus(true);
    body()->addWidget(m_what);
    body()->addWidget(m_words);
    body()->addWidget(m_personal);
    body()->addWidget(m_nameField);
    footer()->addWidget(m_back);
    footer()->addStretch(1);
    footer()->addWidget(m_save);
    connect(m_back, &TouchButton::clicked, this, &Sheet::close);
    connect(m_save, &TouchButton::clicked, this, &ExportSheet::save);
    connect(m_what, &ChoiceRow::picked, this, [this] {
        propose();
        describe();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isTyped = true;
        m_nameField->setError(QString());
    });
    setLook(look);
    retranslate();
}

void ExportSheet::setLook(const Look &look)
{
    m_what->setLook(look);
    m_back->setLook(look);
    m_save->setLook(look);
    Sheet::setLook(look);
}

ExportSheet::What ExportSheet::what() const
{
    return What(std::max(0, m_what->chosen()));
}

void ExportSheet::retranslate()
{
    Sheet::retranslate();
    m_what->setTexts({tr("Figures, Excel"), tr("Figures, CSV"), tr("Figures, PDF"), tr("Charts, picture"),
                      tr("Orders, CSV"), tr("Dishes of orders, CSV"), tr("Orders, JSON lines")});
    if (m_what->chosen() < 0)
        m_what->setChosen(0);
    m_what->setAccessibleName(tr("What goes into the file"));
    m_personal->setText(tr("With names, phones and addresses"));
    m_nameField->setLabel(tr("Name of the file"));
    m_back->setText(tr("Back"));
    m_save->setText(tr("Save"));
    setTitle(tr("Export"));
    describe();
}

void ExportSheet::begin(const DayRange &range, const QDate &today)
{
    m_range = range;
    m_today = today;
    m_isTyped = false;
    m_personal->setChecked(false);
    m_nameField->setError(QString());
    propose();
    describe();
    open(m_what->button(int(what())));
}

void ExportSheet::propose()
{
    if (m_isTyped)
        return;
    m_name->setText(StatisticsText::fileStem(what() == What::Png  ? QStringLiteral("charts")
                                             : isOfOrders(what()) ? QStringLiteral("orders")
                                                                  : QStringLiteral("sales"),
                                             m_range));
}

void ExportSheet::describe()
{
    const QString days = StatisticsText::days(m_range, m_today);
    QString words;
    switch (what()) {
    case What::Xlsx:
    case What::Csv:
    case What::Pdf:
        words = tr("%1: all figures of this page.").arg(days);
        break;
    case What::Png:
        words = tr("%1: the charts as they are on the screen.").arg(days);
        break;
    case What::OrdersCsv:
    case What::OrdersJson:
        words = tr("%1: every order.").arg(days);
        break;
    case What::LinesCsv:
        words = tr("%1: every dish of every order.").arg(days);
        break;
    }
    m_words->setText(m_range.isValid() ? words : QString());
    m_personal->setVisible(isOfOrders(what()));
    m_nameField->setHint(tr("In the folder %1, with the ending .%2.").arg(filesFolder(), exportSuffix(what())));
}

void ExportSheet::save()
{
    const QString stem = plainFileStem(m_name->text());
    if (stem.isEmpty()) {
        m_nameField->setError(tr("Give the file a name."));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    close();
    Q_EMIT saveAsked(what(), isOfOrders(what()) && m_personal->isChecked(), stem);
}

void ExportSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && ((event->modifiers() & Qt::ControlModifier) || m_name->hasFocus())) {
        save();
        event->accept();
        return;
    }
    Sheet::keyPressEvent(event);
}

} // namespace oshaq
