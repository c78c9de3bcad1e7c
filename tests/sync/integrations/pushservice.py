# SPDX-License-Identifier: GPL-3.0-or-later
"""A push service and the browser behind it, on loopback: RFC 8030, 8188, 8291 and 8292 written anew, over Python's
cryptography. Prints a subscription first, then each message as the browser reads it, as lines of JSON.

pushservice.py [STATUS ...]: the answers in order, the last one for ever; 201 without any.
"""
import base64
import http.server
import json
import sys
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, hmac, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
import os

BROWSER = ec.generate_private_key(ec.SECP256R1())
AUTH = os.urandom(16)
STATUSES = [int(text) for text in sys.argv[1:]] or [201]


def say(**what):
    print(json.dumps(what, ensure_ascii=True), flush=True)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def point(key):
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def hkdf(salt, material, info, length):
    return HKDF(hashes.SHA256(), length, salt, info).derive(material)


def decrypt(body):
    salt, size, id_length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
    sender = body[21 : 21 + id_length]
    record = body[21 + id_length :]
    if id_length != 65 or len(record) > size:
        raise ValueError("no single record of RFC 8291")
    shared = BROWSER.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
    info = b"WebPush: info\x00" + point(BROWSER.public_key()) + sender
    material = hkdf(AUTH, shared, info, 32)
    key = hkdf(salt, material, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = hkdf(salt, material, b"Content-Encoding: nonce\x00", 12)
    plain = AESGCM(key).decrypt(nonce, record, None).rstrip(b"\x00")
    if plain[-1:] != b"\x02":
        raise ValueError("no last record")
    return plain[:-1].decode()


def check_token(header, origin):
    scheme, _, rest = header.partition(" ")
    fields = dict(part.strip().split("=", 1) for part in rest.split(","))
    if scheme != "vapid" or set(fields) != {"t", "k"}:
        raise ValueError("no vapid header")
    head, claims, signature = fields["t"].split(".")
    raw = unb64(signature)
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unb64(fields["k"]))
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(der, (head + "." + claims).encode(), ec.ECDSA(hashes.SHA256()))
    told = json.loads(unb64(claims))
    if json.loads(unb64(head)) != {"typ": "JWT", "alg": "ES256"} or told["aud"] != origin:
        raise ValueError("a token for somebody else")
    if not 0 < told["exp"] - time.time() <= 24 * 3600:
        raise ValueError("a token for the wrong time")
    return told["sub"], fields["k"]


class Service(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = STATUSES.pop(0) if len(STATUSES) > 1 else STATUSES[0]
        try:
            subject, key = check_token(self.headers["Authorization"], "http://127.0.0.1:%d" % self.server.server_port)
            if self.headers["Content-Encoding"] != "aes128gcm" or not self.headers["TTL"].isdigit():
                raise ValueError("headers of RFC 8030 are missing")
            text = decrypt(body)
        except (InvalidSignature, ValueError, KeyError, TypeError) as error:
            say(event="wrong", why=repr(error))
            status = 400
        else:
            say(
                event="push",
                status=status,
                text=text,
                subject=subject,
                key=key,
                ttl=int(self.headers["TTL"]),
                urgency=self.headers["Urgency"],
                topic=self.headers["Topic"],
                path=self.path,
            )
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
say(
    event="ready",
    port=server.server_port,
    endpoint="http://127.0.0.1:%d/push/a-browser" % server.server_port,
    p256dh=b64(point(BROWSER.public_key())),
    auth=b64(AUTH),
)
server.serve_forever()
