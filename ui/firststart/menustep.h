// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "ui/firststart/firststartstep.h"

#include <QSet>

#include <functional>
#include <map>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class ChoiceRow;

/// With which menu it begins: the sample that is there, a file, or nothing. The sample goes only when the file's dishes
/// are in.
class MenuStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuStep)

public:
    using ImportMenu = std::function<void(QWidget *over, std::function<void()> imported)>;

    MenuStep(CatalogPort &port, ImportMenu importMenu, const Look &look, QWidget *parent = nullptr);
    ~MenuStep() override;

    QString key() const override { return QStringLiteral("menu"); }
    QString title() const override { return tr("Your menu"); }
    QString text() const override { return tr("Everything can be changed later, also while guests order."); }
    QString nextText() const override;
    void setLook(const Look &look) override;
    void enter() override;
    void commit() override;

protected:
    void retranslate() override;

private:
    enum Choice
    {
        Sample,
        File,
        Empty
    };
    /// Once, as soon as this screen knows the menu; goes on with what waited for it.
    void noteSample();
    void importFile();
    /// What was there at the beginning and nobody touched since.
    CatalogChange withoutSample() const;
    void removeSample();

    CatalogPort &m_port;
    ImportMenu m_importMenu;
    std::optional<std::map<qint64, qint64>> m_sampleItems; ///< id -> version
    std::map<qint64, qint64> m_sampleCategories;
    bool m_imported = false;
    bool m_isWaiting = false; ///< to know the sample before anything comes or goes
    QString m_key;
    PortCall m_call = 0;
    Band *m_band;
    ChoiceRow *m_choice;
    QLabel *m_meaning;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
