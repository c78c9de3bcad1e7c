// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the window of a running program as a screen reader does, over AT-SPI, and prints the tree:
//   atspiwalk --process PID [--wait SECONDS]
// Ends with 1 when a control has no name, with 2 when the program is not on the accessibility bus in time.
#include <atspi/atspi.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <string>

#include <unistd.h>

namespace {

std::string taken(char *text)
{
    std::string copy = text ? text : "";
    g_free(text);
    return copy;
}

/// Roles that a person acts on, or that say something: without a name they are a hole for who cannot see them.
const std::set<AtspiRole> mustHaveName{
    ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX,    ATSPI_ROLE_RADIO_BUTTON,
    ATSPI_ROLE_COMBO_BOX,   ATSPI_ROLE_ENTRY,         ATSPI_ROLE_TEXT,         ATSPI_ROLE_SPIN_BUTTON,
    ATSPI_ROLE_SLIDER,      ATSPI_ROLE_LIST,          ATSPI_ROLE_TABLE,        ATSPI_ROLE_TREE,
    ATSPI_ROLE_PAGE_TAB,    ATSPI_ROLE_MENU_ITEM,     ATSPI_ROLE_LINK,         ATSPI_ROLE_IMAGE,
    ATSPI_ROLE_FRAME,       ATSPI_ROLE_DIALOG,        ATSPI_ROLE_PROGRESS_BAR, ATSPI_ROLE_TABLE_COLUMN_HEADER};

struct Walk
{
    int controls = 0;
    int unnamed = 0;
    int nodes = 0;
};

constexpr int deepest = 40;
/// A list of years is read while somebody looks at it; its first rows say how all of them are.
constexpr int mostChildren = 60;

void walk(AtspiAccessible *node, int depth, Walk *result)
{
    if (!node || depth > deepest)
        return;
    AtspiStateSet *states = atspi_accessible_get_state_set(node);
    const bool showing = states && atspi_state_set_contains(states, ATSPI_STATE_SHOWING);
    if (states)
        g_object_unref(states);
    const AtspiRole role = atspi_accessible_get_role(node, nullptr);
    // What is hidden is no hole; the application and its window are where it begins.
    if (!showing && depth > 1)
        return;
    const std::string name = taken(atspi_accessible_get_name(node, nullptr));
    const std::string description = taken(atspi_accessible_get_description(node, nullptr));
    const std::string roleName = taken(atspi_accessible_get_role_name(node, nullptr));
    ++result->nodes;
    const bool isControl = mustHaveName.count(role) > 0;
    const bool isHole = isControl && name.find_first_not_of(" \t\n") == std::string::npos;
    result->controls += isControl ? 1 : 0;
    result->unnamed += isHole ? 1 : 0;
    std::printf("%s%*s%s \"%s\"%s%s%s\n", isHole ? "UNNAMED " : "", depth * 2, "", roleName.c_str(), name.c_str(),
                description.empty() ? "" : " (", description.c_str(), description.empty() ? "" : ")");
    const int children = atspi_accessible_get_child_count(node, nullptr);
    for (int i = 0; i < children && i < mostChildren; ++i) {
        AtspiAccessible *child = atspi_accessible_get_child_at_index(node, i, nullptr);
        walk(child, depth + 1, result);
        if (child)
            g_object_unref(child);
    }
}

AtspiAccessible *applicationOf(unsigned process)
{
    AtspiAccessible *desktop = atspi_get_desktop(0);
    AtspiAccessible *found = nullptr;
    const int count = desktop ? atspi_accessible_get_child_count(desktop, nullptr) : 0;
    for (int i = 0; i < count && !found; ++i) {
        AtspiAccessible *application = atspi_accessible_get_child_at_index(desktop, i, nullptr);
        if (!application)
            continue;
        const bool hasWindow = atspi_accessible_get_child_count(application, nullptr) > 0;
        if (hasWindow && atspi_accessible_get_process_id(application, nullptr) == process)
            found = application;
        else
            g_object_unref(application);
    }
    if (desktop)
        g_object_unref(desktop);
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    unsigned process = 0;
    int seconds = 20;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--process") == 0)
            process = unsigned(std::strtoul(argv[i + 1], nullptr, 10));
        else if (std::strcmp(argv[i], "--wait") == 0)
            seconds = std::atoi(argv[i + 1]);
    }
    if (process == 0) {
        std::fprintf(stderr, "usage: atspiwalk --process PID [--wait SECONDS]\n");
        return 2;
    }
    if (atspi_init() > 1) {
        std::fprintf(stderr, "atspiwalk: there is no accessibility bus\n");
        return 2;
    }
    AtspiAccessible *application = nullptr;
    for (int tries = 0; tries < seconds * 5 && !application; ++tries) {
        application = applicationOf(process);
        if (!application)
            usleep(200'000);
    }
    if (!application) {
        std::fprintf(stderr, "atspiwalk: process %u does not show itself\n", process);
        return 2;
    }
    Walk result;
    walk(application, 0, &result);
    g_object_unref(application);
    std::printf("%d nodes, %d controls, %d without a name\n", result.nodes, result.controls, result.unnamed);
    // A window without controls was not read at all.
    if (result.controls == 0)
        return 2;
    return result.unnamed == 0 ? 0 : 1;
}
