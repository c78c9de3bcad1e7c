// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/worklist.h"
#include "ui/common/sheet.h"

#include <functional>
#include <vector>

class QLabel;

namespace oshaq {

class WorkCard;

/// Shows a file, or a folder, in whatever program is there for it.
using OpenFile = std::function<void(const QString &path)>;

/// What is under way on this screen and what came of it, newest first.
class WorkPanel final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkPanel)

public:
    /// `works` must outlive it. Without `openFile` nothing offers to open files.
    WorkPanel(WorkList &works, OpenFile openFile, const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    const std::vector<WorkCard *> &cards() const { return m_cards; }

protected:
    void retranslate() override;

private:
    void refresh();
    WorkCard *cardOf(quint64 id);
    WorkCard *makeCard();
    void openPath(quint64 id, bool isFolder);

    WorkList &m_works;
    OpenFile m_openFile;
    QLabel *m_empty;
    QLabel *m_problem;               ///< a file that is not there any more
    QString m_gone;                  ///< its name
    std::vector<WorkCard *> m_cards; ///< as m_works
};

} // namespace oshaq
