// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/pageaccess.h"

namespace oshaq {

bool mayManage(Role role)
{
    return role == Role::Owner || role == Role::Manager;
}

bool pageAllowed(QStringView pageKey, Role role)
{
    if (role == Role::Guest || role == Role::Integration)
        return false;
    if (pageKey == u"kitchen" || pageKey == u"settings")
        return true;
    if (pageKey == u"orders")
        return mayManage(role) || role == Role::Counter || role == Role::Courier;
    return mayManage(role);
}

bool sectionAllowed(QStringView sectionKey, Role role)
{
    return sectionKey == u"display" || sectionKey == u"shortcuts" || mayManage(role);
}

} // namespace oshaq
