# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server on loopback for mailtest: prints what it got, decoded by Python's own parser, as lines of JSON.

mailserver.py MODE [CERTIFICATE KEY]

MODE: plain | starttls | tls, with signing in as oshaq / right-password; "greylist" refuses the first try of each mail
with 451, "refuse" each recipient with 550, "open" takes mail from everybody, "silent" never greets.
"""
import asyncio
import email
import email.policy
import json
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def say(**what):
    print(json.dumps(what, ensure_ascii=True), flush=True)


class Handler:
    def __init__(self, mode):
        self.mode = mode
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode == "refuse":
            return "550 5.1.1 <%s>: no such mailbox here" % address
        if self.mode == "greylist" and address not in self.seen:
            self.seen.add(address)
            say(event="greylisted")
            return "451 4.7.1 Greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(
            event="mail",
            tls=server.transport.get_extra_info("ssl_object") is not None,
            signed_in=bool(session.authenticated),
            mail_from=envelope.mail_from,
            rcpt_to=envelope.rcpt_tos,
            sender=str(message["From"]),
            to=str(message["To"]),
            subject=str(message["Subject"]),
            id=str(message["Message-ID"]),
            body=message.get_content(),
            longest=max(len(line) for line in envelope.content.split(b"\r\n")),
            ascii=all(byte < 128 for byte in envelope.content),
            defects=[str(one) for one in message.defects],
        )
        return "250 Taken"


def sign_in(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data.login == b"oshaq" and data.password == b"right-password"
    return AuthResult(success=right, handled=False)


async def main():
    mode = sys.argv[1]
    context = None
    if len(sys.argv) > 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    handler = Handler(mode)
    loop = asyncio.get_running_loop()

    def protocol():
        if mode == "silent":
            return asyncio.Protocol()
        must = mode in ("plain", "starttls", "tls")
        return SMTP(
            handler,
            authenticator=sign_in if must else None,
            auth_required=must,
            auth_require_tls=mode == "starttls",
            tls_context=context if mode == "starttls" else None,
            require_starttls=mode == "starttls",
            loop=loop,
            hostname="mail.test",
        )

    server = await loop.create_server(protocol, sock=listener, ssl=context if mode == "tls" else None)
    say(event="ready", port=listener.getsockname()[1])
    async with server:
        await server.serve_forever()


asyncio.run(main())
