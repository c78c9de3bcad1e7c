// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/menuexportsheet.h"

#include "ui/catalog/managertext.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QDate>
#include <QDir>
#include <QLabel>
#include <QPointer>

#include <utility>

namespace oshaq {

namespace {

constexpr int sheetWidth = 640;

} // namespace

MenuExportSheet::MenuExportSheet(CatalogPort &port, CatalogFiles &files, const Look &look, QWidget *parent)
    : ManagerSheet(look, Place::Center, sheetWidth, parent)
    , m_port(port)
    , m_files(files)
    , m_text(makeLabel(QStringLiteral("")))
    , m_folder(addButton(QStringLiteral("exportFolder")))
    , m_primary(addButton(QStringLiteral("exportPrimary"), true))
{
    setObjectName(QStringLiteral("exportSheet"));
    m_text->setObjectName(QStringLiteral("exportText"));
    body()->addWidget(m_text);
    body()->addStretch(1);
    connect(m_folder, &TouchButton::clicked, this, [this] { m_files.showFolder(m_path); });
    connect(m_primary, &TouchButton::clicked, this, [this] {
        if (m_step == Step::Failed)
            ask();
        else if (m_step == Step::Ready)
            chooseTarget();
        else if (m_step == Step::Saved)
            close();
    });
    connect(this, &Sheet::closed, this, [this] {
        if (m_call != 0)
            m_port.cancel(std::exchange(m_call, 0));
    });
    MenuExportSheet::setLook(look);
    MenuExportSheet::retranslate();
}

MenuExportSheet::~MenuExportSheet()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void MenuExportSheet::setLook(const Look &look)
{
    ManagerSheet::setLook(look);
    // A scroll area is never lower than its bar: the buttons would pay for it.
    m_text->setMinimumHeight(look.px(96));
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

QString MenuExportSheet::text() const
{
    return m_text->text();
}

void MenuExportSheet::retranslate()
{
    ManagerSheet::retranslate();
    setTitle(tr("Save the menu as a file"));
    m_folder->setText(tr("Open the folder"));
    showStep();
}

void MenuExportSheet::begin()
{
    if (m_step != Step::Writing) {
        m_trouble = FileTrouble::None;
        ask();
    }
    open(m_primary);
}

void MenuExportSheet::ask()
{
    if (m_call != 0)
        return;
    m_failure.reset();
    m_step = Step::Asking;
    showStep();
    m_call = m_port.exportMenu([this](const PortAnswer<QByteArray> &answer) {
        m_call = 0;
        if (!answer) {
            m_failure = answer.failure;
            m_step = Step::Failed;
            showStep();
            return;
        }
        m_bytes = *answer.value;
        m_step = Step::Ready;
        showStep();
        m_primary->setFocus(Qt::OtherFocusReason);
        chooseTarget();
    });
}

void MenuExportSheet::chooseTarget()
{
    const QString name = tr("menu %1").arg(QDate::currentDate().toString(Qt::ISODate)) + QStringLiteral(".csv");
    m_files.chooseTarget(window(), name, [self = QPointer<MenuExportSheet>(this)](const QString &path) {
        if (self && self->m_step == Step::Ready)
            self->write(path);
    });
}

void MenuExportSheet::write(const QString &path)
{
    m_path = path;
    m_trouble = FileTrouble::None;
    m_step = Step::Writing;
    showStep();
    m_files.write(path, m_bytes, [self = QPointer<MenuExportSheet>(this)](FileTrouble trouble) {
        if (!self)
            return;
        self->m_trouble = trouble;
        self->m_step = trouble == FileTrouble::None ? Step::Saved : Step::Ready;
        self->showStep();
        self->m_primary->setFocus(Qt::OtherFocusReason);
    });
}

void MenuExportSheet::showStep()
{
    QString primary = tr("Choose where…");
    switch (m_step) {
    case Step::Asking:
        m_text->setText(tr("The site writes the menu down…"));
        break;
    case Step::Failed:
        primary = tr("Try again");
        break;
    case Step::Ready:
        m_text->setText(tr("A table with every dish: its name, category, price, description, station, options and "
                           "allergens. Pictures and hours are not in it. It can be imported again."));
        break;
    case Step::Writing:
        m_text->setText(tr("Writing %1…").arg(QDir::toNativeSeparators(m_path)));
        break;
    case Step::Saved:
        m_text->setText(tr("The menu is in %1").arg(QDir::toNativeSeparators(m_path)));
        primary = tr("Close");
        break;
    }
    // In the words and not in a band: the card is small.
    const QString trouble = m_failure                        ? ManagerText::failure(*m_failure)
                            : m_trouble != FileTrouble::None ? FileText::writing(m_trouble, m_path)
                                                             : QString();
    if (!trouble.isEmpty() && m_step != Step::Writing)
        m_text->setText(trouble);
    setRole(m_text, trouble.isEmpty() ? QString() : QStringLiteral("error"));
    m_primary->setText(primary);
    m_primary->setEnabled(m_step != Step::Asking && m_step != Step::Writing);
    m_folder->setVisible(m_step == Step::Saved);
    rearrangeButtons();
}

} // namespace oshaq
