"""Checks that the module exports exactly the public names of the facade's headers, and that tests/consumer/module.cpp
uses each of them that is not deprecated: module_test.py

With --breach, removes each name from the module once, in memory, and checks that this is found."""

import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parent.parent
include = project / "include"


def namespace_text(text):
    """The text in `namespace linode {`, without comments, directives and inner braces."""
    text = re.sub(r"//[^\n]*|^\s*#.*?(?<!\\)$", "", text, flags=re.MULTILINE)
    kept, stack = "", []
    for part in re.split(r"([{}])", text):
        if part == "{":
            stack.append(re.search(r"namespace ([\w:]+)\s*$", previous))
        elif part == "}":
            stack.pop()
            kept += ";" if len(stack) == 1 else ""
        elif len(stack) == 1 and stack[0] and stack[0][1] == "linode":
            kept += part
        previous = part
    return kept


def declared_names(text):
    """The public names of a header, and whether each is deprecated. A declaration of an unknown kind is its own name,
    which makes it a fault."""
    for declaration in namespace_text(text).split(";"):
        is_deprecated = "deprecated" in "".join(re.findall(r"\[\[.*?\]\]", declaration, re.DOTALL))
        declaration = re.sub(r"^template\s*<[^<>]*(<[^<>]*>[^<>]*)*>|\[\[.*?\]\]", "", declaration.strip()).strip()
        if not declaration or declaration.startswith("namespace") or re.match(r"struct detail::", declaration):
            continue
        found = (re.match(r"(?:enum )?(?:class|struct) (?:LINODE_PAT_EXPORT )?(\w+)", declaration) or re.match(r"using (\w+) =", declaration) or
                 re.search(r"\b(operator\s*[^\s\w(]+|\w+)\s*\(", declaration) or
                 re.match(r"inline constexpr \w+ (\w+)$", declaration))
        yield found[1] if found else declaration, is_deprecated


def read(path):
    return path.read_text(encoding="utf-8")


facade = re.findall(r"#include <(linode/[^>]+)>", read(include / "linode/personal_access_token.hpp"))
declared = {declaration for header in facade for declaration in declared_names(read(include / header))}
public = {name for name, _ in declared}
deprecated = public - {name for name, is_deprecated in declared if not is_deprecated}
module = read(project / "cmake/module.cppm")
consumer = read(project / "tests/consumer/module.cpp")


def faults_of(module, consumer):
    exported = set(re.findall(r"^using linode::([^;]+);", module, re.MULTILINE))
    yield from ("%s is public, but not exported" % name for name in sorted(public - exported))
    yield from ("%s is exported, but not public" % name for name in sorted(exported - public))
    for name in sorted(exported - deprecated):
        use = re.escape(name[len("operator"):]) + r" " if name.startswith("operator") else r"\blinode::%s\b" % name
        if not re.search(use, consumer):
            yield "%s is not used in tests/consumer/module.cpp" % name


faults = list(faults_of(module, consumer))
if sys.argv[1:] == ["--breach"]:
    faults = []
    for name in sorted(public):
        broken = module.replace("using linode::%s;\n" % name, "")
        if list(faults_of(broken, consumer)) != ["%s is public, but not exported" % name]:
            faults.append("without %s no fault is found" % name)
for fault in faults:
    print(fault)
print("%d names, %d faults" % (len(public), len(faults)))
sys.exit(1 if faults or not public else 0)
