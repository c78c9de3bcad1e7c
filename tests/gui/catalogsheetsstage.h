// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catalogsample.h"
#include "tests/support/fakecatalogfiles.h"
#include "ui/catalog/bulksheet.h"
#include "ui/catalog/catalogdesk.h"
#include "ui/catalog/importsheet.h"
#include "ui/catalog/managersheets.h"
#include "ui/catalog/pricesheet.h"
#include "ui/common/application.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/touchbutton.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <memory>
#include <vector>

namespace oshaq::test {

inline constexpr qint64 tenge = 100;
inline const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};
inline const QString menuPath = QStringLiteral("/menus/summer.csv");
inline const QByteArray menuFile("name,category,price,notes\nPlov,Main dishes,3600,x\nSorpa,Soups,1900,y\n");

inline PortFailure refusal(const char *code, std::vector<ErrorDetail> details = {})
{
    return {PortFailure::Kind::Refused, QString::fromLatin1(code), QStringLiteral("No."), std::move(details)};
}

/// The sheets of a manager over a catalog of the test.
class CatalogSheetsStage
{
protected:
    void prepare();
    void close();
    void settle()
    {
        for (int turn = 0; turn < 4; ++turn)
            QApplication::processEvents();
    }
    template <typename T> T *find(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    TouchButton *button(const char *name) const { return find<TouchButton>(name); }
    void click(const char *name)
    {
        QVERIFY2(button(name) && button(name)->isVisible() && button(name)->isEnabled(), name);
        button(name)->click();
        settle();
    }
    void pick(ChoiceRow *row, int index)
    {
        QVERIFY(row && row->button(index)->isVisible());
        row->button(index)->click();
        settle();
    }
    void pick(const char *name, int index) { pick(find<ChoiceRow>(name), index); }
    void type(const char *name, const QString &text)
    {
        auto *line = find<QLineEdit>(name);
        QVERIFY(line && line->isVisible());
        line->selectAll();
        QTest::keyClicks(line, text);
        settle();
    }
    void choose(const char *name, const QString &text)
    {
        auto *combo = find<QComboBox>(name);
        const int index = combo->findText(text, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(text));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
        settle();
    }
    QString errorOf(const char *name) const
    {
        const auto *field = qobject_cast<Field *>(find<QWidget>(name)->parentWidget());
        return field ? field->error() : QString();
    }
    qint64 id(const char *name) const { return catalogsample::itemId(m_port->atHub(), QString::fromUtf8(name)); }
    qint64 priceOf(const char *name) const { return m_port->atHub().findItem(id(name))->priceMinor; }
    std::vector<qint64> soups() const;
    void elsewhere(qint64 itemId, const ItemEdit &edit)
    {
        CatalogChange change;
        change.items.push_back({RowAct::Edit, itemId, std::nullopt, edit});
        QVERIFY(m_port->changeElsewhere(change));
        settle();
    }
    void toColumns();
    void toChecked();
    PriceSheet *prices() const { return m_sheets->priceSheet(); }
    BulkSheet *bulk() const { return m_sheets->bulkSheet(); }
    ImportSheet *import() const { return m_sheets->importSheet(); }

    std::unique_ptr<FakeCatalogPort> m_port;
    std::unique_ptr<CatalogDesk> m_desk;
    std::unique_ptr<FakeCatalogFiles> m_files;
    std::unique_ptr<QWidget> m_page;
    std::unique_ptr<ManagerSheets> m_sheets;
};

} // namespace oshaq::test
