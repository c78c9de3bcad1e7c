// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "ui/catalog/catalogfiles.h"
#include "ui/catalog/managersheet.h"

#include <optional>

namespace oshaq {

/// The menu as a file that can be edited as a table and imported again: asks the hub for it, asks where it goes, and
/// says where it is.
class MenuExportSheet final : public ManagerSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuExportSheet)

public:
    enum class Step
    {
        Asking, ///< the hub
        Ready,  ///< the person: where to
        Writing,
        Saved,
        Failed ///< the hub did not answer
    };

    /// Port and files must outlive the sheet.
    MenuExportSheet(CatalogPort &port, CatalogFiles &files, const Look &look, QWidget *parent);
    ~MenuExportSheet() override;

    void setLook(const Look &look) override;
    void begin();
    Step step() const { return m_step; }
    QString text() const;

protected:
    void retranslate() override;

private:
    void ask();
    void chooseTarget();
    void write(const QString &path);
    void showStep();

    CatalogPort &m_port;
    CatalogFiles &m_files;
    Step m_step = Step::Asking;
    PortCall m_call = 0;
    QByteArray m_bytes;
    QString m_path;
    std::optional<PortFailure> m_failure;
    FileTrouble m_trouble = FileTrouble::None;
    QLabel *m_text;
    TouchButton *m_folder;
    TouchButton *m_primary;
};

} // namespace oshaq
