"""A chain as GraphML and as DOT, for drawing programs."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

__all__ = ["to_dot", "to_graphml"]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = ("number", "date", "subject", "state", "kind", "issuer", "depth")


def to_graphml(chain: dict[str, Any]) -> str:
    """The chain (published shape) as GraphML; letters keep their ids."""
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(f"{{{_NAMESPACE}}}graphml")
    for name in _NODE_KEYS:
        _key(root, f"n_{name}", "node", name, "int" if name == "depth" else "string")
    _key(root, "e_kind", "edge", "kind", "string")
    graph = ElementTree.SubElement(root, f"{{{_NAMESPACE}}}graph", id="chain", edgedefault="directed")
    for letter in chain["letters"]:
        node = ElementTree.SubElement(graph, f"{{{_NAMESPACE}}}node", id=letter["id"])
        for name in _NODE_KEYS:
            _data(node, f"n_{name}", letter.get(name))
    for bond in chain["links"]:
        edge = ElementTree.SubElement(graph, f"{{{_NAMESPACE}}}edge", source=bond["from"], target=bond["to"])
        _data(edge, "e_kind", bond["kind"])
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _key(root: ElementTree.Element, key: str, target: str, name: str, kind: str) -> None:
    attributes = {"id": key, "for": target, "attr.name": name, "attr.type": kind}
    ElementTree.SubElement(root, f"{{{_NAMESPACE}}}key", attributes)


def _data(parent: ElementTree.Element, key: str, value: Any) -> None:
    if value is not None:
        ElementTree.SubElement(parent, f"{{{_NAMESPACE}}}data", key=key).text = str(value)


def to_dot(chain: dict[str, Any]) -> str:
    """The chain (published shape) as a directed graph in the DOT language; letters not held are dashed.

    >>> to_dot({"letters": [], "links": []})
    'digraph chain {\\n  rankdir=BT;\\n  node [shape=box];\\n}\\n'
    """
    lines = ["digraph chain {", "  rankdir=BT;", "  node [shape=box];"]
    for letter in chain["letters"]:
        label = "\\n".join(
            _escaped(letter[name]) for name in ("number", "date", "subject") if letter.get(name)
        )
        style = "" if letter["state"] == "held" else ", style=dashed"
        lines.append(f'  "{_escaped(letter["id"])}" [label="{label}"{style}];')
    for bond in chain["links"]:
        lines.append(
            f'  "{_escaped(bond["from"])}" -> "{_escaped(bond["to"])}" [label="{_escaped(bond["kind"])}"];'
        )
    return "\n".join([*lines, "}"]) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
