// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/listsection.h"

#include "ui/common/band.h"
#include "ui/common/linktext.h"
#include "ui/common/page.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>

namespace oshaq {

ListSection::ListSection(Site site, std::function<void(PortCall)> forget, const Look &look, QWidget *parent)
    : SettingsSection(parent)
    , m_site(std::move(site))
    , m_forget(std::move(forget))
    , m_look(look)
    , m_band(new Band(look, this))
    , m_state(new StateView(look, this))
    , m_add(new TouchButton(look, this))
    , m_cardLayout(new QVBoxLayout)
    , m_layout(new QVBoxLayout(this))
{
    m_add->setKind(TouchButton::Kind::Primary);
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setTakesFocus(true);
    m_add->setObjectName(QStringLiteral("rowAdd"));
    m_layout->addWidget(m_band);
    m_layout->addWidget(m_state, 1);
    m_layout->addLayout(m_cardLayout);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_layout->addStretch(1);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_add, &TouchButton::clicked, this, [this] { addRow(); });
    connect(m_state->actionButton(), &TouchButton::clicked, this, [this] {
        if (m_known)
            addRow();
        else
            refresh();
    });
    connect(m_band->actionButton(), &TouchButton::clicked, this, [this] {
        m_told.reset();
        m_notice.clear();
        rebuild();
        refresh();
    });
}

ListSection::~ListSection()
{
    if (m_call != 0)
        m_forget(m_call);
    for (const PortCall call : std::as_const(m_calls))
        m_forget(call);
}

// ---- asking

void ListSection::showEvent(QShowEvent *event)
{
    refresh();
    SettingsSection::showEvent(event);
}

void ListSection::hideEvent(QHideEvent *event)
{
    // Lists are asked for again when somebody looks; what was told was read.
    if (m_call != 0)
        m_forget(m_call);
    m_call = 0;
    m_told.reset();
    m_notice.clear();
    SettingsSection::hideEvent(event);
}

void ListSection::refresh()
{
    // A slow hub is not asked twice.
    if (m_call != 0)
        return;
    m_call = ask([this](const std::optional<PortFailure> &failure) {
        m_call = 0;
        m_failure = failure;
        if (!failure) {
            m_known = true;
            m_knownAtMs = m_site.hubNowMs();
        }
        rebuild();
    });
}

void ListSection::tell(const std::optional<PortFailure> &failure)
{
    m_told = failure;
    m_notice.clear();
    rebuild();
}

void ListSection::tellNotice(const QString &text)
{
    m_notice = text;
    m_told.reset();
    rebuild();
}

QWidget *ListSection::pageOf()
{
    QWidget *page = this;
    for (QWidget *at = this; at; at = at->parentWidget()) {
        if (qobject_cast<Page *>(at))
            page = at;
    }
    return page;
}

// ---- showing

void ListSection::rebuild()
{
    const ListWords words = listWords();
    if (!m_known && m_failure)
        m_state->setState(QStringLiteral("link"), words.unknownTitle, LinkText::failure(*m_failure), tr("Try again"));
    else if (!m_known)
        m_state->setState(iconName(), words.askingTitle, tr("One moment."));
    else
        m_state->setState(iconName(), words.emptyTitle, words.emptyText, words.add);
    const int count = m_known ? rowCount() : 0;
    m_state->setVisible(count == 0);
    m_add->setVisible(count > 0 && !words.add.isEmpty());
    m_add->setText(words.add);

    if (m_told)
        m_band->setMessage(LinkText::failure(*m_told), Band::Tone::Alarm);
    else if (m_known && m_failure)
        m_band->setMessage(
            tr("As it was at %1. %2").arg(clock().moment(m_knownAtMs, nowMs()), LinkText::failure(*m_failure)),
            Band::Tone::Warning);
    else
        m_band->setMessage(m_notice, Band::Tone::Notice);
    m_band->setAction(m_told || m_failure  ? tr("Try again")
                      : m_notice.isEmpty() ? QString()
                                           : tr("Dismiss"),
                      QString());

    while (m_cards.size() > size_t(count)) {
        m_cards.back()->hide();
        m_cards.back()->deleteLater(); // one of its buttons may be what was just pressed
        m_cards.pop_back();
    }
    while (m_cards.size() < size_t(count)) {
        auto *card = new RowCard(m_look, this);
        const int row = int(m_cards.size());
        connect(card, &RowCard::asked, this, [this, row](int action) { act(row, action); });
        m_cardLayout->addWidget(card);
        m_cards.push_back(card);
    }
    for (int row = 0; row < count; ++row)
        m_cards[size_t(row)]->setWords(rowWords(row));
}

void ListSection::setLook(const Look &look)
{
    m_look = look;
    m_band->setLook(look);
    m_state->setLook(look);
    m_add->setLook(look);
    for (RowCard *card : m_cards)
        card->setLook(look);
    m_state->setMinimumHeight(look.px(280));
    m_cardLayout->setSpacing(look.px(12));
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(24));
    m_layout->setSpacing(look.px(14));
}

void ListSection::retranslate()
{
    rebuild();
}

} // namespace oshaq
