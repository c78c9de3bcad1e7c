#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hub and standby behind the proxies' own configurations, all of them real, on loopback: guests order through the proxy,
the hub is killed, a manager promotes the standby, the old hub comes back. No acknowledged order is lost, none is
doubled. Prints figures. Exit code 77: the proxy is not installed."""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

PATIENCE = 60


def fail(message):
    raise SystemExit(f"FAILED: {message}")


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def wait_for(what, condition, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    fail(f"waited {patience} s for {what}")


def ask(port, token, method, path, body=None, timeout=10):
    """(status, data); (0, None) when nobody answers."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method,
                                     data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return answer.status, json.load(answer).get("data")
    except urllib.error.HTTPError as error:
        return error.code, None
    except (OSError, ValueError):
        return 0, None


class Site:
    def __init__(self, program, source, folder):
        self.program = program
        self.source = source
        self.folder = pathlib.Path(folder)
        self.processes = {}
        self.ports = {"hub": free_port(), "standby": free_port(), "proxy": free_port()}
        made = subprocess.run([program, "init", "--data", self.folder / "hub", "--business", "Proxies", "--json"],
                              check=True, capture_output=True, text=True)
        self.token = json.loads(made.stdout)["business_token"]
        self.token_file = self.folder / "token"
        self.token_file.write_text(self.token)
        subprocess.run([program, "import", "menu", source / "resources/sample/menu.csv", "--data", self.folder / "hub"],
                       check=True, capture_output=True)

    def serve(self, name, *more):
        log = open(self.folder / f"{name}.log", "ab")
        self.processes[name] = subprocess.Popen(
            [self.program, "serve", "--data", self.folder / name, "--listen", f"127.0.0.1:{self.ports[name]}",
             "--set", "limits.rate=off", "--set", "http.trusted_proxies=127.0.0.1", *more],
            stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        wait_for(f"{name} to listen", lambda: ask(self.ports[name], None, "GET", "/health/live")[0] == 200)

    def pair(self):
        self.serve("hub")
        status, data = ask(self.ports["hub"], self.token, "POST", "/api/v1/admin/replica/token", {})
        if status not in (200, 201):
            fail(f"no token for a standby: {status}")
        standby_token = self.folder / "standby-token"
        standby_token.write_text(data["access_token"])
        status, _ = ask(self.ports["hub"], self.token, "PUT", "/api/v1/admin/replica",
                        {"mode": "sync", "standby_name": "office"})
        if status != 200:
            fail(f"sync mode was refused: {status}")
        self.serve("standby", "--standby-of", f"http://127.0.0.1:{self.ports['hub']}", "--standby-token-file",
                   standby_token)

        def in_step():
            _, state = ask(self.ports["hub"], self.token, "GET", "/api/v1/admin/replica")
            return state and state["in_step"] and not state["solo"] and state["mode"] == "sync"
        wait_for("hub and standby to be in step", in_step)

    def stop(self):
        for process in self.processes.values():
            if process.poll() is None:
                process.terminate()
        for process in self.processes.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def nginx(site):
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        return None
    text = (site.source / "installer/proxy/nginx.conf").read_text()
    text = text.replace("192.168.1.10:8787", f"127.0.0.1:{site.ports['hub']}")
    text = text.replace("192.168.1.11:8787", f"127.0.0.1:{site.ports['standby']}")
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{site.ports['proxy']};")
    text = re.sub(r"^\s*ssl_.*\n", "", text, flags=re.M)
    text = text.replace("/var/cache/nginx/oshaq", f"{site.folder}/cache")
    whole = site.folder / "nginx.conf"
    user = "user root;" if os.getuid() == 0 else ""
    whole.write_text(f"""daemon off;
{user}
worker_processes 2;
pid {site.folder}/nginx.pid;
error_log {site.folder}/nginx.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {site.folder}/body;
    proxy_temp_path {site.folder}/temp;
    fastcgi_temp_path {site.folder}/fastcgi;
    uwsgi_temp_path {site.folder}/uwsgi;
    scgi_temp_path {site.folder}/scgi;
{text}
}}
""")
    subprocess.run([program, "-t", "-q", "-c", whole, "-e", site.folder / "nginx.log"], check=True)
    return [program, "-c", str(whole), "-e", str(site.folder / "nginx.log")]


def haproxy(site):
    program = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if not program:
        return None
    text = (site.source / "installer/proxy/haproxy.cfg").read_text()
    text = text.replace("192.168.1.10:8787", f"127.0.0.1:{site.ports['hub']}")
    text = text.replace("192.168.1.11:8787", f"127.0.0.1:{site.ports['standby']}")
    text = re.sub(r"bind :443 .*", f"bind 127.0.0.1:{site.ports['proxy']}", text)
    whole = site.folder / "haproxy.cfg"
    whole.write_text(text)
    subprocess.run([program, "-c", "-q", "-f", whole], check=True)
    return [program, "-db", "-f", str(whole)]


def write_orders(path, count):
    """A file as a till exports it: two orders a second."""
    items = ["sample-soup-sorpa", "sample-soup-lagman", "sample-soup-lentil", "sample-soup-chalop"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("order,item,quantity,unix\n")
        for number in range(count):
            for line in range(1 + number % 3):
                file.write(f"{number + 1},{items[(number + line) % len(items)]},{1 + line},{1700000000 + number // 2}\n")


class Watch(threading.Thread):
    """Asks the menu through the proxy, ten times a second: for how long does nobody answer?"""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port = port
        self.longest = 0.0
        self.is_over = threading.Event()

    def run(self):
        last = time.monotonic()
        while not self.is_over.wait(0.1):
            if ask(self.port, None, "GET", "/health/ready", timeout=2)[0] == 200:
                now = time.monotonic()
                self.longest = max(self.longest, now - last)
                last = now


def orders_in(directory):
    with sqlite3.connect(f"file:{directory}/hub.db?mode=ro", uri=True) as database:
        return [row[0] for row in database.execute("SELECT order_uuid FROM orders")]


def run(options, folder):
    site = Site(options.program, pathlib.Path(options.source), folder)
    try:
        site.pair()
        command = {"nginx": nginx, "haproxy": haproxy}[options.proxy](site)
        if not command:
            print(f"{options.proxy} is not installed")
            sys.exit(77)
        with open(site.folder / "proxy.out", "wb") as out:
            site.processes["proxy"] = subprocess.Popen(command, stdout=out, stderr=out)
        wait_for("the proxy to find the hub",
                 lambda: ask(site.ports["proxy"], None, "GET", "/health/ready")[0] == 200)
        epoch = ask(site.ports["proxy"], None, "GET", "/health/ready")[1]["epoch"]

        orders = site.folder / "orders.csv"
        acks = site.folder / "acks"
        write_orders(orders, options.orders)
        watch = Watch(site.ports["proxy"])
        watch.start()
        began = time.monotonic()
        replay = subprocess.Popen(
            [options.program, "replay", orders, "--url", f"http://127.0.0.1:{site.ports['proxy']}", "--token-file",
             site.token_file, "--speed", str(options.speed), "--acks", acks, "--json"],
            stdout=subprocess.PIPE, stderr=open(site.folder / "replay.log", "wb"))

        def taken():
            return acks.read_bytes().count(b"\n") if acks.exists() else 0
        wait_for("a third of the orders", lambda: taken() >= options.orders // 3 or replay.poll() is not None)
        if replay.poll() is not None:
            fail("the replay ended before the hub was killed")
        before = taken()
        site.processes["hub"].send_signal(signal.SIGKILL)
        site.processes["hub"].wait()
        killed = time.monotonic()
        # The manager needs a moment to understand.
        time.sleep(options.hesitation)
        wait_for("the promotion", lambda: ask(site.ports["standby"], site.token, "POST",
                                              "/api/v1/admin/replica/promote", {"insist": True})[0] == 200)
        wait_for("an order after the promotion", lambda: taken() > before or replay.poll() is not None)
        back = time.monotonic()
        # The old hub comes back and finds that it was replaced, while guests go on ordering.
        site.serve("hub")
        output, _ = replay.communicate(timeout=300)
        ended = time.monotonic()
        watch.is_over.set()
        watch.join()
        outcome = json.loads(output)

        status, ready = ask(site.ports["proxy"], None, "GET", "/health/ready")
        if status != 200 or ready["epoch"] == epoch:
            fail(f"the proxy does not lead to the promoted one: {status} {ready}")
        old = ask(site.ports["hub"], None, "GET", "/health/ready")[0]
        if old == 200:
            fail("the old hub says that it is ready")
        stored = orders_in(site.folder / "standby")
        acknowledged = [json.loads(line)["order_uuid"] for line in acks.read_text().splitlines()]
        lost = set(acknowledged) - set(stored)
        figures = {
            "proxy": options.proxy,
            "orders": options.orders,
            "acknowledged": len(acknowledged),
            "acknowledged_before_the_kill": before,
            "stored": len(stored),
            "lost": len(lost),
            "doubled": len(stored) - len(set(stored)) + max(0, len(set(stored)) - options.orders),
            "refused": outcome["orders_refused"],
            "unanswered": outcome["orders_unanswered"],
            "seconds_until_orders_went_on": round(back - killed, 2),
            "of_which_the_manager_hesitated": options.hesitation,
            "longest_without_a_ready_hub": round(watch.longest, 2),
            "seconds": round(ended - began, 1),
        }
        print(json.dumps(figures))
        if lost or figures["doubled"] or figures["unanswered"] or figures["refused"]:
            fail("orders were lost or doubled")
        if len(set(acknowledged)) != options.orders or len(stored) != options.orders:
            fail("not every order is there once")
    finally:
        site.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("proxy", choices=["nginx", "haproxy"])
    parser.add_argument("--program", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--orders", type=int, default=5000 if os.environ.get("OSHAQ_LONG") == "1" else 300)
    parser.add_argument("--speed", type=float, default=20)
    parser.add_argument("--hesitation", type=float, default=1.0)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="oshaq-proxies-")
    try:
        run(options, folder)
    except SystemExit as end:
        if isinstance(end.code, str):
            for log in sorted(pathlib.Path(folder).glob("*.log")):
                print(f"--- {log.name}", log.read_text(errors="replace")[-2000:], sep="\n", file=sys.stderr)
        raise
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


main()
