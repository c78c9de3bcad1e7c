// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/setupreview.h"

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

/// Where dishes of the sample menu come from: their external ids begin like this.
constexpr QLatin1String sampleMark("sample-");

bool hasOwnMenu(const Catalog &catalog)
{
    return std::any_of(catalog.items.begin(), catalog.items.end(),
                       [](const Item &item) { return !item.externalId.startsWith(sampleMark); });
}

} // namespace

SetupReview::SetupReview(const Ports &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
{
    connect(&m_ports.catalog, &CatalogPort::catalogChanged, this, [this] {
        m_facts.ownMenu = hasOwnMenu(m_ports.catalog.catalog());
        Q_EMIT changed();
    });
}

SetupReview::~SetupReview()
{
    for (const PortCall call : std::as_const(m_settingsCalls))
        m_ports.settings.cancel(call);
    if (m_staffCall != 0)
        m_ports.staff.cancel(m_staffCall);
    if (m_printerCall != 0)
        m_ports.printers.cancel(m_printerCall);
}

bool SetupReview::isAsking() const
{
    return m_open > 0;
}

void SetupReview::refresh()
{
    if (isAsking())
        return;
    m_failure.reset();
    m_facts.ownMenu = hasOwnMenu(m_ports.catalog.catalog());
    m_facts.onNetwork = m_ports.setup.isOpenToNetwork();
    m_open = 5;
    const auto ask = [this]<typename T>(PortCall (SettingsPort::*question)(PortDone<T>), auto take) {
        const auto call = std::make_shared<PortCall>(0);
        *call = (m_ports.settings.*question)([this, call, take](const PortAnswer<T> &answer) {
            m_settingsCalls.remove(*call);
            if (answer)
                take(*answer.value);
            else
                m_failure = answer.failure;
            answered();
        });
        m_settingsCalls.insert(*call);
    };
    ask(&SettingsPort::settings, [this](const SiteSettings &settings) {
        const auto name = settings.values.find(QLatin1String(settingkeys::businessName));
        m_facts.ownName = name != settings.values.end() && name->second != SettingValue(QString(newRestaurantName));
        const auto tax = settings.values.find(QLatin1String(settingkeys::taxRate));
        m_facts.taxSaid = tax != settings.values.end() && tax->second != SettingValue(qint64{0});
    });
    ask(&SettingsPort::terminals,
        [this](const std::vector<ListedTerminal> &terminals) { m_facts.otherScreens = terminals.size() > 1; });
    ask(&SettingsPort::tables, [this](const std::vector<DiningTable> &tables) { m_facts.tables = !tables.empty(); });
    m_staffCall = m_ports.staff.staff([this](const PortAnswer<std::vector<StaffMember>> &answer) {
        m_staffCall = 0;
        if (answer) {
            m_facts.managerPin = std::any_of(answer.value->begin(), answer.value->end(), [](const StaffMember &member) {
                return member.active && member.hasPin && (member.role == Role::Owner || member.role == Role::Manager);
            });
        } else {
            m_failure = answer.failure;
        }
        answered();
    });
    m_printerCall = m_ports.printers.printers([this](const PortAnswer<std::vector<ListedPrinter>> &answer) {
        m_printerCall = 0;
        if (answer)
            m_facts.printer = !answer.value->empty();
        else
            m_failure = answer.failure;
        answered();
    });
}

void SetupReview::answered()
{
    if (--m_open == 0)
        Q_EMIT changed();
}

} // namespace oshaq
