"""Lists the pages that the kinds of pages are fitted on: path, site, kind, set, a line each.

    python3 tools/page-kinds/collect.py PAGES FOLDER > pages.tsv

Articles are the development pages in PAGES. The others are pages of real sites that packages carry, fetched into FOLDER
by the ordinary clients: of the Python package formasaurus pages with forms (shops, forums, contact pages, front pages),
told apart here by their addresses; of Debian's and Rust's packages documentation of a dozen generators. None of them is
part of the project: weights alone are made of them.
"""

import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import zipfile

FORMS = "formasaurus==0.10.0"
DEBIAN = {
    "python-django-doc": 14, "python-sqlalchemy-doc": 8, "python-flask-doc": 8, "git-doc": 8, "nodejs-doc": 8,
    "libcommons-lang3-java-doc": 8, "mkdocs-doc": 8, "libxml2-doc": 5, "debian-reference-en": 4,
}
RUST = {"std/**": 12, "error_codes": 4, "book": 8, "cargo/**": 6, "reference/**": 6, "nomicon": 4}
# Indices of a documentation are lists of links, and smaller files only send the reader elsewhere.
INDEX = re.compile(r"genindex|py-modindex|index-all|allclasses|search\.html|print\.html|help")
SMALLEST = 5000

# Pages with forms, by what their address says; the first that fits counts.
ADDRESSES = [
    ("", r"\.onion/"),
    ("service", r"login|log-ind|sign-?in|sign-?up|register|regist|passw|passrem|account|kundenkonto|contact|kontakt|contatt"
     r"|contato|feedback|forgot|auth|checkout|/cart|subscribe|lostpass|remind|belepes|/users?/|profile\.php|newthread"
     r"|newreply|sendmessage|posting\.php|ucp\.php|recuper|careers|join|makethread|callback|newsletter"),
    ("forum", r"//(ask|forums?)\.[^/]+/?$|forum|thread|viewtopic|discussion|bbs|/board"),
    ("listing", r"//[^/]+/?((index\.\w+|en/|int_en/.*|fr/|newindex/.*|main.*)?(\?.*)?)$"),
    ("product", r"product/|products/|/p/|/item/|detail|proddetail|product_|termek|-p\d+\.|carddisplay"),
    ("listing", r"categor|collection|catalog|search|/tag/|products|browse|sektion|department|suche|poisk|results"),
]
# Those whose addresses do not tell, looked at; articles and what is neither are left out.
BY_HAND = {
    "": [48, 44, 81, 86, 202, 221, 261, 298, 322, 398, 559, 719, 845],
    "listing": [5, 26, 36, 39, 43, 82, 170, 197, 210, 257, 266, 279, 317, 361, 364, 399, 401, 436, 441, 454, 467, 484, 505,
                509, 572, 583, 589, 590, 592, 616, 630, 631, 638, 639, 645, 650, 654, 658, 659, 725, 785, 802, 847],
    "product": [383, 428, 455, 466, 545, 575, 646, 709, 735, 776, 868],
    "forum": [154, 410, 430],
}
# Sign-in pages are alike: so many of a site are enough.
SERVICES_OF_SITE = 2


def form_pages(folder):
    target = folder / "forms"
    if not target.exists():
        subprocess.run(["pip", "download", "--quiet", "--no-deps", "--dest", folder, FORMS], check=True)
        zipfile.ZipFile(next(folder.glob("formasaurus*.whl"))).extractall(target)
    by_hand = {number: kind for kind, numbers in BY_HAND.items() for number in numbers}
    seen = collections.Counter()
    data = target / "formasaurus" / "data"
    for name, page in json.loads((data / "index.json").read_text()).items():
        number = int(re.sub(r"\D", "", name))
        address = page["url"].lower()
        # An order form tells a product whose address does not.
        told = next((kind for kind, form in ADDRESSES if re.search(form, address)), None)
        told = ("product" if "b" in page["forms"] else "service") if told is None else told
        kind = by_hand.get(number, told)
        site = ".".join(re.sub(r"^https?://([^/?:]+).*", r"\1", address).split(".")[-2:])
        seen[kind, site] += 1
        if kind and not (kind == "service" and seen[kind, site] > SERVICES_OF_SITE):
            yield data / name, site, kind, "forms"


def documentation(folder):
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip()
    sources = [(pathlib.Path(sysroot) / "share/doc/rust/html", f"{part}/*.html", count) for part, count in RUST.items()]
    for package, count in DEBIAN.items():
        target = folder / package
        if not target.exists():
            subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True)
            subprocess.run(["dpkg-deb", "-x", next(folder.glob(f"{package}_*.deb")), target], check=True)
        sources.append((target, "**/*.html", count))
    chosen = random.Random(5)
    for root, pattern, count in sources:
        files = [f for f in sorted(root.glob(pattern)) if f.stat().st_size > SMALLEST and not INDEX.search(str(f.name))]
        for file in chosen.sample(files, min(count, len(files))):
            yield file, f"{root.name} {pattern}", "documentation", "manuals"


def articles(pages):
    for name in ("fundus", "wcxb"):
        for page, facts in json.loads((pages / name / "truth.json").read_text()).items():
            host = re.sub(r"^https?://(www\.)?([^/]+).*", r"\2", facts.get("url", ""))
            yield pages / name / f"{page}.html.gz", host or re.split(r"_\d{4}_", page)[0], "article", name


def main():
    pages, folder = (pathlib.Path(argument).absolute() for argument in sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    for source in (articles(pages), form_pages(folder), documentation(folder)):
        for row in source:
            print(*row, sep="\t")


main()
