#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs what is built, twice, and looks at the packages as Debian's own tools and a careful administrator do: the same bytes
both times, what is in them, the unit, the manual pages, the desktop's data, the scripts, the bill of materials, the
configurations that come along. Exit code 77: the tools to pack are not there."""
import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

problems = []
figures = {}


def complain(text):
    problems.append(text)
    print(f"FAILED: {text}", file=sys.stderr)


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)


def passes(what, *command, **more):
    """The command has to end well; a tool that is not installed is said and passed over."""
    if not shutil.which(str(command[0])):
        print(f"skipped: {command[0]} is not installed")
        return None
    done = run(*command, **more)
    if done.returncode != 0:
        complain(f"{what}: {done.stdout}{done.stderr}")
    return done


def pack(build, out):
    done = run("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", out,
               # Its contents are what is compared; this takes a tenth of the time.
               "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip")
    if done.returncode != 0:
        complain(f"cpack: {done.stdout[-3000:]}{done.stderr[-3000:]}")
        sys.exit(1)
    return {path.name.split("_")[0]: path for path in pathlib.Path(out).glob("*.deb")}


def check_same(first, second):
    for name, path in first.items():
        digests = [hashlib.sha256(p.read_bytes()).hexdigest() for p in (path, second[name])]
        figures[f"{name}.deb"] = {"kB": path.stat().st_size // 1024, "sha256": digests[0]}
        if digests[0] != digests[1]:
            complain(f"{path.name} is another one the second time")


def check_contents(name, deb, expected):
    listing = run("dpkg-deb", "--contents", deb).stdout
    for line in listing.splitlines():
        mode, owner, rest = line.split(None, 2)
        if owner != "root/root":
            complain(f"{name}: not root's: {line}")
        if "w" in mode[4:] and not mode.startswith("l"):
            complain(f"{name}: others may write: {line}")
    files = {line.split(None, 5)[5].split(" -> ")[0].lstrip(".") for line in listing.splitlines()}
    for path in expected:
        if path not in files:
            complain(f"{name}: {path} is missing")
    control = run("dpkg-deb", "--field", deb).stdout
    for wanted in ("libsqlite3-0", "libqt6core6", "libsodium23"):
        if wanted not in control:
            complain(f"{name} does not depend on {wanted}")
    # What draws is loaded late, and its libraries have to be there all the same.
    for wanted in ("libjemalloc2", "libqt6gui6", "libpango-1.0-0", "libcairo2") if name == "oshaqd" else ():
        if wanted not in control:
            complain(f"{name} does not depend on {wanted}")
    if name == "oshaqd" and "libqt6widgets6" in control:
        complain("the hub without a screen depends on widgets")


def check_sbom(path, name):
    """The rules of SPDX 2.3 that a document of packages and relationships has to keep."""
    document = json.loads(path.read_text(encoding="utf-8"))
    known = {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo", "packages", "relationships"}
    package_known = {"SPDXID", "name", "versionInfo", "supplier", "downloadLocation", "filesAnalyzed", "licenseConcluded",
                     "licenseDeclared", "copyrightText", "primaryPackagePurpose", "checksums", "sourceInfo", "comment",
                     "externalRefs", "homepage"}
    if set(document) != known:
        complain(f"{name}: the bill has other fields: {set(document) ^ known}")
    if document["spdxVersion"] != "SPDX-2.3" or document["dataLicense"] != "CC0-1.0" or document["SPDXID"] != "SPDXRef-DOCUMENT":
        complain(f"{name}: no SPDX 2.3")
    if not re.fullmatch(r"https://[^#\s]+", document["documentNamespace"]):
        complain(f"{name}: a namespace is an address without a fragment")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["creationInfo"]["created"]):
        complain(f"{name}: created is no time")
    if not all(re.match(r"(Tool|Organization|Person): ", who) for who in document["creationInfo"]["creators"]):
        complain(f"{name}: a creator is a tool, an organization or a person")
    ids = ["SPDXRef-DOCUMENT"]
    for package in document["packages"]:
        ids.append(package["SPDXID"])
        if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]):
            complain(f"{name}: {package['SPDXID']} is no id")
        if set(package) - package_known or not {"name", "downloadLocation", "SPDXID"} <= set(package):
            complain(f"{name}: {package['name']} has wrong fields")
        for reference in package.get("externalRefs", []):
            if reference["referenceCategory"] != "PACKAGE-MANAGER" or not re.fullmatch(
                    r"pkg:deb/debian/[a-z0-9.+-]+@[^?\s]+\?arch=[a-z0-9]+", reference["referenceLocator"]):
                complain(f"{name}: {reference['referenceLocator']} is no package address")
    if len(ids) != len(set(ids)):
        complain(f"{name}: an id twice")
    for relation in document["relationships"]:
        if relation["spdxElementId"] not in ids or relation["relatedSpdxElement"] not in ids:
            complain(f"{name}: a relationship with nobody")
        if relation["relationshipType"] not in ("DESCRIBES", "DYNAMIC_LINK", "DEPENDS_ON", "STATIC_LINK"):
            complain(f"{name}: {relation['relationshipType']} is no relationship")
    names = {package["name"] for package in document["packages"]}
    # Pango is behind what the hub loads when it draws.
    for wanted in ("libqt6core6", "libsqlite3-0", "libsodium23", "libssl3", "libpango-1.0-0", "rapidjson-dev"):
        if wanted not in names:
            complain(f"{name}: the bill does not know {wanted}")
    if name == "oshaqd":
        if "libjemalloc2" not in names:
            complain("oshaqd: the bill does not know its allocator")
        if not any(re.search(r"liboshaq_drawing\.so sha256:[0-9a-f]{64}", package.get("comment", "")) for package in document["packages"]):
            complain("oshaqd: the bill does not know the library that draws")
    figures[f"{name}.spdx.json"] = {"packages": len(document["packages"])}
    return document


def check_unit(root, folder):
    unit = root / "usr/lib/systemd/system/oshaqd.service"
    if not shutil.which("systemd-analyze"):
        print("skipped: systemd-analyze is not installed")
        return
    # It wants the program where the unit says.
    copy = folder / "oshaqd.service"
    copy.write_text(unit.read_text().replace("/usr/bin/oshaqd", str(root / "usr/bin/oshaqd")))
    verified = run("systemd-analyze", "verify", "--man=no", copy)
    complaints = [line for line in (verified.stdout + verified.stderr).splitlines() if "oshaqd" in line]
    if verified.returncode != 0 or complaints:
        complain(f"systemd-analyze verify: {verified.returncode} {complaints}")
    scored = run("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=20", unit)
    match = re.search(r"Overall exposure level for \S+: ([0-9.]+) (\w+)", scored.stdout)
    if not match or scored.returncode != 0:
        complain(f"systemd-analyze security: {scored.stdout[-1500:]}{scored.stderr}")
    else:
        figures["systemd-analyze security"] = f"{match[1]} {match[2]}"


def check_completions(root):
    for name in ("oshaq", "oshaqd"):
        path = root / f"usr/share/bash-completion/completions/{name}"
        passes(f"completion of {name}", "bash", "-n", path)
    script = f"""PATH={root}/usr/bin:$PATH; . {root}/usr/share/bash-completion/completions/oshaqd
ask() {{ COMP_WORDS=("$@"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMPREPLY=(); _oshaqd; printf '%s ' "${{COMPREPLY[@]}}"; echo; }}
ask oshaqd do; ask oshaqd serve --sta; ask oshaqd config ch; ask oshaqd serve --set log.l"""
    said = run("bash", "-c", script).stdout.split("\n")
    expected = ["doctor ", "--standby-ca --standby-of --standby-token-file ", "check ", "log.level= "]
    if said[:4] != expected:
        complain(f"completion says {said[:4]}")


def check_scripts(deb, folder):
    control = folder / "control"
    run("dpkg-deb", "--control", deb, control, check=True)
    for script in ("postinst", "prerm", "postrm"):
        passes(script, "sh", "-n", control / script)
        if not os.access(control / script, os.X_OK):
            complain(f"{script} cannot be run")
    if (control / "conffiles").read_text().split() != ["/etc/oshaq/oshaqd.ini"]:
        complain("conffiles")


def check_manuals(root):
    for page in ("man1/oshaq.1.gz", "man8/oshaqd.8.gz"):
        done = passes(page, "mandoc", "-T", "lint", "-W", "warning", root / "usr/share/man" / page)
        del done
    # Every command is in it.
    text = run("gzip", "-dc", root / "usr/share/man/man8/oshaqd.8.gz").stdout
    for command in re.findall(r"^  ([a-z]+) +[A-Z]", run(root / "usr/bin/oshaqd", "--help").stdout, re.M):
        if f".It Cm {command}" not in text:
            complain(f"oshaqd(8) does not know {command}")


def check_configurations(root, source):
    oshaqd = root / "usr/bin/oshaqd"
    for path in [root / "etc/oshaq/oshaqd.ini", *sorted((source / "installer/config").glob("*.ini"))]:
        passes(path.name, oshaqd, "config", "check", "--config", path)
    manifest = (source / "installer/kubernetes/configmap.yaml").read_text()
    inside = manifest.split("oshaqd.ini: |\n")[1]
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as file:
        file.write("\n".join(line[4:] for line in inside.splitlines()))
        file.flush()
        passes("configmap.yaml", oshaqd, "config", "check", "--config", file.name)
    try:
        import yaml
    except ImportError:
        print("skipped: python3-yaml is not installed")
        return
    folder = source / "installer/container"
    for path in sorted(folder.glob("compose.*.yaml")):
        compose = yaml.safe_load(path.read_text())
        for name, service in compose["services"].items():
            for mount in service.get("volumes", []):
                place = mount.split(":")[0]
                if place.startswith("../") and not (folder / place).exists():
                    complain(f"{path.name}: {name} mounts {place}, which is not there")
                elif not place.startswith(".") and place not in compose["volumes"]:
                    complain(f"{path.name}: {name} mounts {place}, which nobody declares")
            for needed in service.get("depends_on", []):
                if needed not in compose["services"]:
                    complain(f"{path.name}: {name} waits for {needed}")
            if "command" in service and service["command"][0] == "serve" and name != "proxy":
                # What it is started with is understood.
                options = run(oshaqd, "serve", "--help").stdout
                for option in service["command"]:
                    if option.startswith("--") and option not in options:
                        complain(f"{path.name}: oshaqd knows no {option}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--source", required=True, type=pathlib.Path)
    parser.add_argument("--packages", type=pathlib.Path, help="keep the packages there")
    options = parser.parse_args()
    options.source = options.source.resolve()
    options.build = options.build.resolve()
    for tool in ("cpack", "dpkg-deb", "dpkg-shlibdeps"):
        if not shutil.which(tool):
            print(f"{tool} is not installed")
            sys.exit(77)
    for program in ("oshaq", "oshaqd"):
        if not (options.build / "bin" / program).exists():
            print(f"{program} is not built")
            sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="oshaq-packages-") as name:
        folder = pathlib.Path(name)
        first = pack(options.build, folder / "first")
        second = pack(options.build, folder / "second")
        if set(first) != {"oshaq", "oshaqd"}:
            complain(f"packages: {sorted(first)}")
        check_same(first, second)
        check_contents("oshaqd", first["oshaqd"], [
            "/usr/bin/oshaqd", "/usr/lib/oshaq/liboshaq_drawing.so", "/usr/lib/systemd/system/oshaqd.service", "/usr/lib/sysusers.d/oshaqd.conf", "/etc/oshaq/oshaqd.ini",
            "/usr/share/man/man8/oshaqd.8.gz", "/usr/share/bash-completion/completions/oshaqd",
            "/usr/share/doc/oshaqd/copyright", "/usr/share/doc/oshaqd/changelog.Debian.gz",
            "/usr/share/doc/oshaqd/oshaqd.spdx.json", "/usr/share/doc/oshaqd/examples/nginx.conf"])
        check_contents("oshaq", first["oshaq"], [
            "/usr/bin/oshaq", "/usr/share/applications/kz.oshaq.Oshaq.desktop",
            "/usr/share/metainfo/kz.oshaq.Oshaq.metainfo.xml",
            "/usr/share/icons/hicolor/scalable/apps/kz.oshaq.Oshaq.svg", "/usr/share/man/man1/oshaq.1.gz",
            "/usr/share/bash-completion/completions/oshaq", "/usr/share/doc/oshaq/oshaq.spdx.json"])
        root = folder / "root"
        for deb in first.values():
            run("dpkg-deb", "--extract", deb, root, check=True)
        for package in first:
            check_sbom(root / f"usr/share/doc/{package}/{package}.spdx.json", package)
        programs = run("strings", "-a", root / "usr/bin/oshaqd").stdout + run("strings", "-a", root / "usr/bin/oshaq").stdout
        if str(options.source) in programs:
            complain("the place where it was built is in the programs")
        passes("AppStream", "appstreamcli", "validate", "--no-net", root / "usr/share/metainfo/kz.oshaq.Oshaq.metainfo.xml")
        passes("desktop entry", "desktop-file-validate", root / "usr/share/applications/kz.oshaq.Oshaq.desktop")
        check_unit(root, folder)
        check_completions(root)
        check_scripts(first["oshaqd"], folder)
        check_manuals(root)
        check_configurations(root, options.source)
        if options.packages:
            options.packages.mkdir(parents=True, exist_ok=True)
            for deb in first.values():
                shutil.copy(deb, options.packages)
    print(json.dumps(figures, indent=1))
    sys.exit(1 if problems else 0)


main()
