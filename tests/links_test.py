"""Checks that the links in the tables of three built pages lead to the right declarations: links_test.py HTML

The overloads for nlohmann_json have the same names as the functions for text, whose links must not lead to them."""

import html.parser
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
# By the text of a link: what its declaration must contain, and what it must not.
declarations = {name: ("string_view", "class J") for name in ("from_json", "page_from_json", "read_tokens", "try_from_json", "check_json",
                                                            "read_api_errors")}
declarations.update({name: ("class J", "string_view") for name in ("to_dict", "from_dict", "page_from_dict")}, to_json=("PersonalAccessToken", "class J"))


def declaration_at(page, anchor):
    """The declaration at an anchor, without tags."""
    text = page.read_text(encoding="utf-8")
    at = re.search(r'(?:id|name)="%s"' % re.escape(anchor), text).start()
    start = text.find('class="memproto"', at) if not anchor.startswith("text_") else text.rfind('class="memproto"', 0, at)
    return re.sub(r"<[^>]*>", " ", text[start:text.find('class="memdoc"', start)])


class Links(html.parser.HTMLParser):
    """The links within tables, with their texts."""

    def __init__(self):
        super().__init__()
        self.depth, self.href, self.found = 0, None, []

    def handle_starttag(self, tag, attributes):
        self.depth += tag == "table"
        if tag == "a" and self.depth:
            self.href = dict(attributes).get("href")

    def handle_endtag(self, tag):
        self.depth -= tag == "table"
        self.href = None if tag == "a" else self.href

    def handle_data(self, data):
        if self.href and data.strip():
            self.found.append((data.strip(), self.href))


def links_of(page):
    links = Links()
    links.feed((folder / page).read_text(encoding="utf-8"))
    return links.found


faults, seen = [], set()
for page in "index.html", "coming_from_python.html", "pitfalls.html":
    for text, target in links_of(page):
        name = text.replace("()", "").split("::")[-1]
        file, _, anchor = target.partition("#")
        path = folder / file
        if not path.exists() or (anchor and not re.search(r'(?:id|name)="%s"' % re.escape(anchor), path.read_text(encoding="utf-8"))):
            faults.append("%s: %s leads nowhere: %s" % (page, text, target))
        elif name in declarations:
            seen.add(name)
            declaration = declaration_at(path, anchor)
            has, has_not = declarations[name]
            if has not in declaration or has_not in declaration or not re.search(r"\b%s\b" % name, declaration):
                faults.append("%s: %s leads to %s" % (page, text, " ".join(declaration.split())))
faults += ["no link to %s was seen" % name for name in sorted(set(declarations) - seen)]
print("\n".join(faults))
print("%d names, %d faults" % (len(seen), len(faults)))
sys.exit(1 if faults else 0)
