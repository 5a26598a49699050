"""Checks that each header includes only what the layers of the design page allow: layers_test.py

With --breaches, breaks each rule once in memory, and checks that the breach is found."""

import pathlib
import re
import sys

include = pathlib.Path(__file__).resolve().parent.parent / "include"
library = "linode/personal_access_token"

values = {"token", "page", "timestamp", "expiry", "scopes", "decode_error", "members"}
operations = {"read", "stream", "write", "request", "print"}
adapters = {"nlohmann", "format", "fmt"}
others = {"fwd", "version", "src"}

readers = {"detail/json/reader.hpp", "detail/json/fast_reader.hpp", "detail/codec/text_reader.hpp", "detail/codec/nlohmann_reader.hpp"}

# What a layer of detail/ may include of the library.
layers = {
    "config": set(),
    "fields": set(),
    "text": {"config", "text"},
    "time": {"config", "text", "time"},
    "json": {"config", "text", "json", "decode_error"},
    "error": {"config", "text", "json", "error", "decode_error"},
    "codec": {"config", "fields", "text", "time", "json", "error", "codec"} | values,
}
# What a file may not include although its layer may, and why.
forbidden = {
    "detail/json/reader.hpp": ({"detail/json/fast_reader.hpp"}, "the general reader must not know the fast one"),
    "detail/codec/decoder.hpp": (readers, "the decoder works with any reader"),
    **dict.fromkeys(["detail/codec/value_types.hpp", "detail/codec/time_types.hpp", "detail/codec/list_and_object.hpp"],
                    (readers | {"detail/codec/decoder.hpp", "detail/codec/encoder.hpp"},
                     "a type of member works with any reader")),
    **dict.fromkeys(["detail/error/path_finder.hpp", "detail/error/api_errors.hpp", "detail/error/error_maker.hpp"],
                    (readers, "errors are made with any reader")),
}
# The headers that read or write text.
text_side = {"read.hpp", "write.hpp", "stream.hpp", "detail/json/reader.hpp", "detail/json/fast_reader.hpp", "detail/json/writer.hpp"}
# Headers that work for any object with a field table: they name no object, member or type of a member.
generic = {"detail/fields.hpp"} | {"detail/codec/%s.hpp" % name for name in (
    "list_and_object", "document_kind", "decoder", "document_sink", "encoder", "fast_members", "nlohmann_reader", "read_documents",
    "text_reader")}
schema = {name + ".hpp" for name in values - {"decode_error", "members"}}
names_of_schema = re.compile(r"PersonalAccessToken\w*|Expiry|Timestamp|\"(?:created|expiry|id|label|scopes|token|page|pages|results)\"")
# The most lines of `detail` in a public header; more belong in a file of their own.
max_detail_lines = 30
# Other libraries, and the only headers that may include them.
foreign = {
    "nlohmann/": {"nlohmann.hpp", "detail/codec/nlohmann_reader.hpp"},
    "fmt/": {"fmt.hpp"},
    "format": {"format.hpp"},
}


def read_includes():
    """The includes of each file, by its path from the library's folder; the facade is '.hpp'."""
    files = {}
    for path in sorted(include.rglob("*")):
        if path.is_file():
            name = str(path.relative_to(include)).replace(library, "", 1).lstrip("/")
            # A name with spaces is an error message of config.hpp.
            files[name] = re.findall(r'^\s*#\s*include\s*[<"]([^>"\s]+)[>"]', path.read_text(encoding="utf-8"), re.MULTILINE)
    return files


def layer_of(name):
    """The layer of a file: a folder or a file of detail/, impl, or the name of a public header."""
    parts = pathlib.PurePosixPath(name).with_suffix("").parts
    if parts[:1] == ("detail",):
        return parts[1] if len(parts) > 1 else ""
    return "impl" if parts[:1] == ("impl",) else "facade" if name == ".hpp" else parts[0]


def detail_lines(text):
    """How many lines of `namespace detail` a public header has before its implementation."""
    return sum(block.count("\n") for block in re.findall(r"^namespace detail \{\n(.*?)^\}  // namespace detail", text, re.MULTILINE | re.DOTALL))


def faults_of(name, includes, names):
    layer = layer_of(name)
    own = [path.replace(library, "", 1).lstrip("/") for path in includes if path.startswith("linode/")]
    forbidden_here, why = forbidden.get(name, (set(), ""))
    for target in sorted(forbidden_here & set(own)):
        yield "%s includes %s, but %s" % (name, target, why)
    for target in sorted(schema & set(own)) if name in generic else ():
        yield "%s includes %s, but works for any object" % (name, target)
    for path in includes:
        for start, places in foreign.items():
            is_foreign = path.startswith(start) if start.endswith("/") else path == start
            if is_foreign and name not in places:
                yield "%s includes <%s>, which only %s may include" % (name, path, " and ".join(sorted(places)))
        if not path.startswith(("linode/", "nlohmann/", "fmt/")) and re.search(r"[./]", path):
            yield "%s includes <%s>, which is not in the standard library" % (name, path)
    for target in own:
        if target not in names:
            yield "%s includes %s, which does not exist" % (name, target)
            continue
        to = layer_of(target)
        if to == "impl":
            if target != "impl/" + layer + ".ipp" and name != "src.hpp":
                yield "%s includes %s, which only its own header may include" % (name, target)
        elif name.startswith("detail/"):
            if to not in layers[layer]:
                yield "%s includes %s, but %s/ may include only %s" % (
                    name, target, layer, ", ".join(sorted(layers[layer])) or "the standard library")
        elif layer in ("token", "page") and target.startswith("detail/") and to not in ("fields", "config"):
            yield "%s includes %s, but of detail/ it may include only fields.hpp and config.hpp" % (name, target)
        elif layer in values and target.startswith("detail/") and to == "codec":
            yield "%s includes %s, but a value must not know codec/" % (name, target)
        elif layer in values and to in operations | adapters:
            yield "%s includes %s, but a value must not know its operations" % (name, target)
        elif layer == "impl" and to == "codec" and pathlib.PurePosixPath(name).stem in values:
            yield "%s includes %s, but a value must not know codec/" % (name, target)
        elif to in adapters:
            yield "%s includes %s, but only users include adapters" % (name, target)
    if layer == "facade" and set(own) != {header + ".hpp" for header in values | operations | {"version"}}:
        yield "the facade must include exactly the headers of the core"
    if "/" not in name and name != ".hpp" and layer not in values | operations | adapters | others:
        yield "%s is not on the design page" % name


def circles(files):
    """Headers that include each other. An implementation counts as part of its header."""
    done, open_ = set(), []

    def visit(name):
        if name in open_:
            yield "a circle: " + " -> ".join(open_[open_.index(name):] + [name])
        elif name not in done and name in files:
            open_.append(name)
            for path in files[name]:
                target = path.replace(library, "", 1).lstrip("/")
                if path.startswith("linode/") and layer_of(target) != "impl":
                    yield from visit(target)
            done.add(open_.pop())

    for name in files:
        yield from visit(name)


def text_faults(name, text):
    """The faults in the text of a file, apart from its includes."""
    code = re.sub(r"//[^\n]*", "", text)
    for found in sorted(set(names_of_schema.findall(code))) if name in generic else ():
        yield "%s names %s, but works for any object" % (name, found)
    if "/" not in name and detail_lines(text) > max_detail_lines:
        yield "%s has %d lines of detail, which belong in detail/" % (name, detail_lines(text))


def text_of(name):
    return (include / (library + ("/" if name != ".hpp" else "") + name)).read_text(encoding="utf-8")


def reached_from(name, files):
    """The files that a header includes, directly or not."""
    reached, open_ = set(), [name]
    while open_:
        name = open_.pop()
        if name not in reached:
            reached.add(name)
            open_ += [path.replace(library, "", 1).lstrip("/") for path in files.get(name, []) if path.startswith("linode/")]
    return reached


def faults_in(files):
    faults = []
    for name, includes in files.items():
        if name.startswith("detail/") and layer_of(name) not in layers:
            faults.append("%s is in no layer" % name)
        else:
            faults += faults_of(name, includes, files)
    faults += circles(files)
    return faults or ["nlohmann.hpp reaches %s, but users of parsed documents must not compile code for text" % name
                      for name in sorted(text_side & reached_from("nlohmann.hpp", files))]


own = library + "/"
text_breaches = [
    ("detail/codec/decoder.hpp", "PersonalAccessToken unset;"),
    ("detail/codec/encoder.hpp", "inline void write(Expiry);"),
    ("detail/codec/list_and_object.hpp", 'if (name == "expiry") return;'),
    ("detail/codec/nlohmann_reader.hpp", "using T = Timestamp;"),
    ("stream.hpp", "namespace detail {\n" + 31 * "inline int x;\n" + "}  // namespace detail"),
]
breaches = [
    ("detail/text/utf8.hpp", own + "decode_error.hpp"),
    ("detail/text/utf8.hpp", own + "detail/json/cursor.hpp"),
    ("detail/time/calendar.hpp", own + "timestamp.hpp"),
    ("detail/time/calendar.hpp", own + "detail/json/cursor.hpp"),
    ("detail/json/reader.hpp", own + "token.hpp"),
    ("detail/json/reader.hpp", own + "detail/fields.hpp"),
    ("detail/json/reader.hpp", own + "detail/codec/decoder.hpp"),
    ("detail/error/path_finder.hpp", own + "detail/codec/decoder.hpp"),
    ("detail/error/path_finder.hpp", own + "page.hpp"),
    ("detail/fields.hpp", own + "detail/text/utf8.hpp"),
    ("detail/config.hpp", own + "detail/text/utf8.hpp"),
    ("detail/codec/decoder.hpp", own + "read.hpp"),
    ("token.hpp", own + "detail/text/utf8.hpp"),
    ("page.hpp", own + "detail/codec/decoder.hpp"),
    ("timestamp.hpp", own + "detail/codec/encoder.hpp"),
    ("impl/token.ipp", own + "detail/codec/encoder.hpp"),
    ("scopes.hpp", own + "print.hpp"),
    ("read.hpp", own + "nlohmann.hpp"),
    ("read.hpp", own + "impl/write.ipp"),
    ("read.hpp", own + "no_such_header.hpp"),
    (".hpp", own + "fwd.hpp"),
    ("detail/codec/encoder.hpp", "nlohmann/json.hpp"),
    ("print.hpp", "fmt/format.hpp"),
    ("nlohmann.hpp", "format"),
    ("detail/text/utf8.hpp", "boost/json.hpp"),
    ("detail/json/reader.hpp", own + "detail/json/fast_reader.hpp"),
    ("detail/codec/decoder.hpp", own + "detail/codec/text_reader.hpp"),
    ("detail/error/path_finder.hpp", own + "detail/json/reader.hpp"),
    ("detail/codec/value_types.hpp", own + "detail/codec/decoder.hpp"),
    ("detail/codec/time_types.hpp", own + "detail/codec/decoder.hpp"),
    ("nlohmann.hpp", own + "read.hpp"),
    ("detail/codec/nlohmann_reader.hpp", own + "detail/json/writer.hpp"),
    ("detail/codec/value_types.hpp", own + "detail/json/fast_reader.hpp"),
    ("detail/codec/list_and_object.hpp", own + "detail/json/reader.hpp"),
    ("detail/codec/decoder.hpp", own + "token.hpp"),
    ("detail/codec/fast_members.hpp", own + "expiry.hpp"),
    ("detail/stray.hpp", "string"),
    ("detail/stray/stray.hpp", "string"),
    ("stray.hpp", "string"),
    ("expiry.hpp", own + "token.hpp"),  # a circle
]


def main():
    files = read_includes()
    if "--breaches" not in sys.argv:
        faults = faults_in(files) + [fault for name in files for fault in text_faults(name, text_of(name))]
        print("\n".join(faults))
        print("%d headers, %d faults" % (len(files), len(faults)))
        return 1 if faults or len(files) < 40 else 0
    missed = 0
    for name, path in breaches:
        broken = dict(files, **{name: files.get(name, []) + [path]})
        faults = faults_in(broken)
        print("%s with <%s>:" % (name or "the facade", path))
        print("".join("  %s\n" % fault for fault in faults) or "  NOT FOUND\n", end="")
        is_circle = [fault.startswith("a circle") for fault in faults]
        missed += not (any(is_circle) if path.endswith("/token.hpp") and name == "expiry.hpp" else False in is_circle)
    for name, line in text_breaches:
        faults = list(text_faults(name, text_of(name) + "\n" + line + "\n"))
        print("%s with %s:" % (name, line.split("\n")[0]))
        print("".join("  %s\n" % fault for fault in faults) or "  NOT FOUND\n", end="")
        missed += not faults
    print("%d breaches, %d missed" % (len(breaches) + len(text_breaches), missed))
    return 1 if missed else 0


sys.exit(main())
