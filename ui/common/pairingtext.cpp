// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pairingtext.h"

namespace oshaq {

std::optional<PairingText::Words> PairingText::refusal(const PortFailure &failure, const QString &url)
{
    const QString &code = failure.errorCode;
    if (code == u"CREDENTIALS_WRONG") {
        return Words{tr("This is not the code that is shown"),
                     tr("The main computer knows no such code. Have it show a new one, and scan that.")};
    }
    if (code == u"PAIRING_EXPIRED") {
        return Words{tr("This took too long"),
                     tr("What the main computer shows is good for some minutes. Have it show a new code, then begin "
                        "again.")};
    }
    if (code == u"PAIRING_USED") {
        return Words{tr("This code was used before"),
                     tr("It lets one screen in, and one has come in by it. If that was none of yours, look at the "
                        "screens in the settings of the main computer and remove the one that you do not know. Then "
                        "have a new code shown.")};
    }
    if (code == u"PAIRING_FOREIGN" || code == u"HUB_FOREIGN") {
        return Words{tr("Another computer answers there"),
                     tr("Who answers at %1 is not the main computer that made this code: its key is another one. It was "
                        "told nothing, and the code is still good. See whether this screen is on the right network, "
                        "then scan the code again.")
                         .arg(url)};
    }
    if (code == u"PAIRING_CLOSED") {
        return Words{tr("Nobody lets a new screen in there now"),
                     tr("On the main computer open the settings, then Screens, and press \"Let a new screen in\". Then "
                        "try again here.")};
    }
    if (code == u"PAIRING_BUSY") {
        return Words{tr("Another screen is coming in"),
                     tr("One comes in after the other. Wait until the main computer is done with it, then try again.")};
    }
    if (code == u"PAIRING_REFUSED") {
        return Words{tr("Somebody said that the digits differ"),
                     tr("So this screen was not let in. If they really differed, somebody may sit between the two "
                        "computers: use a cable or another network. Otherwise begin again on both.")};
    }
    if (code == u"SIGN_IN_LOCKED" || code == u"RATE_LIMITED") {
        return Words{tr("Too many tries"),
                     tr("The main computer answers this one no more for some minutes. Wait, then have a new code shown.")};
    }
    if (code == u"NOT_CONFIGURED") {
        return Words{tr("This main computer speaks no TLS of its own"),
                     tr("It cannot be recognized by a key. Whoever set it up knows its address and certificate.")};
    }
    return std::nullopt;
}

PairingText::Words PairingText::foreignHub(const QString &url)
{
    return {tr("Another computer answers in place of yours"),
            tr("At %1 answers a computer whose key is not the one that this screen was let in with. It is told nothing: "
               "no order, no token. Work goes on here as without a network, and what you do waits.\n\nThis happens when "
               "the screen is on another network, or when the main computer was set up anew. If it was set up anew, let "
               "this screen in again. If not, find out whose computer that is.")
                .arg(url)};
}

} // namespace oshaq
