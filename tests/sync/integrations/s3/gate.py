#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A door in front of an S3-compatible server that lets through only what is signed with Signature Version 4.

The server behind it (s3rver) does not look at these signatures; botocore computes each one anew from the request as it
came and the secret key, so it is another implementation than the one that is tested. It can also be told to fail:
POST /gate/fail?count=3 answers the next requests with 503.

usage: gate.py BACKEND_PORT ACCESS_KEY SECRET_KEY REGION; prints its port.
"""
import hashlib
import http.client
import http.server
import sys

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

backend_port = int(sys.argv[1])
credentials = Credentials(sys.argv[2], sys.argv[3])
region = sys.argv[4]
failures = 0


class Wrong(Exception):
    pass


def check(handler, body):
    """Raises Wrong when the request is not signed as it should be."""
    header = handler.headers.get("Authorization", "")
    if not header.startswith("AWS4-HMAC-SHA256 "):
        raise Wrong("AccessDenied")
    fields = dict(part.strip().split("=", 1) for part in header[len("AWS4-HMAC-SHA256 "):].split(","))
    scope = fields["Credential"].split("/")
    if scope[0] != credentials.access_key:
        raise Wrong("InvalidAccessKeyId")
    if scope[2:] != [region, "s3", "aws4_request"]:
        raise Wrong("AuthorizationHeaderMalformed")
    said = handler.headers.get("x-amz-content-sha256", "")
    if said != hashlib.sha256(body).hexdigest():
        raise Wrong("XAmzContentSHA256Mismatch")
    signed = fields["SignedHeaders"].split(";")
    if "host" not in signed or "x-amz-date" not in signed:
        raise Wrong("AccessDenied")
    request = AWSRequest(
        method=handler.command,
        url="http://%s%s" % (handler.headers["Host"], handler.path),
        headers={name: handler.headers[name] for name in signed},
    )
    request.context["timestamp"] = handler.headers["x-amz-date"]

    class Auth(S3SigV4Auth):
        def headers_to_sign(self, one):
            chosen = http.client.HTTPMessage()
            for name in signed:
                chosen[name] = handler.headers[name]
            return chosen

        def payload(self, one):
            return said

    auth = Auth(credentials, "s3", region)
    text = auth.string_to_sign(request, auth.canonical_request(request))
    if auth.signature(text, request) != fields["Signature"]:
        raise Wrong("SignatureDoesNotMatch")


class Door(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_one(self):
        global failures
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/gate/fail?count="):
            failures = int(self.path.split("=")[1])
            return self.answer(200, b"", {})
        if failures > 0:
            failures -= 1
            return self.answer(503, b"<Error><Code>SlowDown</Code></Error>", {})
        try:
            check(self, body)
        except Wrong as wrong:
            return self.answer(403, b"<Error><Code>" + str(wrong).encode() + b"</Code></Error>", {})
        backend = http.client.HTTPConnection("127.0.0.1", backend_port, timeout=30)
        # What is behind knows only its own, older signatures: it is asked without one.
        passed = {name: value for name, value in self.headers.items()
                  if name.lower() not in ("authorization", "connection", "x-amz-date", "x-amz-content-sha256")}
        backend.request(self.command, self.path, body, passed)
        reply = backend.getresponse()
        content = reply.read()
        self.answer(reply.status, content, {"Content-Type": reply.getheader("Content-Type", "text/plain")})

    do_GET = do_PUT = do_DELETE = do_POST = handle_one

    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(b"" if status == 204 else body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
print(server.server_address[1], flush=True)
server.serve_forever()
