// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/workpanel.h"

#include "ui/common/touchbutton.h"
#include "ui/common/workcard.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace oshaq {

WorkPanel::WorkPanel(WorkList &works, OpenFile openFile, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, 560, parent)
    , m_works(works)
    , m_openFile(std::move(openFile))
    , m_empty(new QLabel(this))
    , m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("workPanel"));
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_problem->setObjectName(QStringLiteral("workProblem"));
    m_problem->setProperty("role", QStringLiteral("error"));
    for (QLabel *label : {m_problem, m_empty}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        body()->addWidget(label);
    }
    body()->addStretch(1);
    connect(&m_works, &WorkList::changed, this, &WorkPanel::refresh);
    connect(this, &Sheet::closed, this, [this] {
        m_gone.clear();
        refresh();
    });
    WorkPanel::retranslate();
    refresh();
}

void WorkPanel::setLook(const Look &look)
{
    for (WorkCard *card : m_cards)
        card->setLook(look);
    Sheet::setLook(look);
}

void WorkPanel::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("Files and long work"));
    m_empty->setText(tr("Nothing is under way. Reports, exports and imports show here how far they are."));
    m_problem->setText(m_gone.isEmpty() ? QString() : tr("%1 is not there any more.").arg(m_gone));
}

WorkCard *WorkPanel::cardOf(quint64 id)
{
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [id](const WorkCard *card) { return card->work().id == id; });
    return found == m_cards.end() ? nullptr : *found;
}

WorkCard *WorkPanel::makeCard()
{
    auto *card = new WorkCard(look(), bool(m_openFile), this);
    connect(card->cancel, &TouchButton::clicked, this, [this, card] { m_works.cancel(card->work().id); });
    connect(card->dismiss, &TouchButton::clicked, this, [this, card] { m_works.dismiss(card->work().id); });
    connect(card->open, &TouchButton::clicked, this, [this, card] { openPath(card->work().id, false); });
    connect(card->folder, &TouchButton::clicked, this, [this, card] { openPath(card->work().id, true); });
    return card;
}

void WorkPanel::openPath(quint64 id, bool isFolder)
{
    const auto work = m_works.work(id);
    if (!work || !m_openFile)
        return;
    const QFileInfo file(work->file);
    const bool isThere = isFolder ? file.dir().exists() : file.exists();
    m_gone = isThere ? QString() : isFolder ? file.absolutePath() : file.fileName();
    retranslate();
    refresh();
    if (isThere)
        m_openFile(isFolder ? file.absolutePath() : file.absoluteFilePath());
}

void WorkPanel::refresh()
{
    std::vector<WorkCard *> cards;
    for (const Work &work : m_works.works()) {
        WorkCard *card = cardOf(work.id);
        if (!card)
            card = makeCard();
        card->setWork(work);
        cards.push_back(card);
    }
    const std::vector<WorkCard *> before = std::exchange(m_cards, cards);
    const QWidget *focus = QApplication::focusWidget();
    bool hadFocus = false;
    for (WorkCard *card : before) {
        // A button that was pressed may be gone now, and so may its whole card.
        hadFocus = hadFocus || (focus && card->isAncestorOf(focus));
        if (std::find(m_cards.begin(), m_cards.end(), card) == m_cards.end()) {
            body()->removeWidget(card);
            card->hide();
            card->deleteLater();
        }
    }
    if (before != m_cards) {
        // After the two labels; the stretch stays last.
        constexpr int first = 2;
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            body()->removeWidget(m_cards[i]);
            body()->insertWidget(first + int(i), m_cards[i]);
            m_cards[i]->show();
        }
    }
    m_empty->setVisible(m_cards.empty());
    m_problem->setVisible(!m_gone.isEmpty());
    // Qt has taken the focus somewhere else by then, to the cross maybe.
    const QWidget *now = QApplication::focusWidget();
    const bool isInACard =
        now && now->isVisible() &&
        std::any_of(m_cards.begin(), m_cards.end(), [now](const WorkCard *card) { return card->isAncestorOf(now); });
    if (hadFocus && isOpen() && !isInACard) {
        if (m_cards.empty())
            findChild<QWidget *>(QStringLiteral("sheetClose"))->setFocus(Qt::OtherFocusReason);
        else if (m_cards.front()->cancel->isVisibleTo(this))
            m_cards.front()->cancel->setFocus(Qt::OtherFocusReason);
        else
            m_cards.front()->dismiss->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace oshaq
