"""Small neural networks in ONNX's file format, written field by field.

ONNX files are protocol buffers (github.com/onnx/onnx, onnx.proto); the few messages that a network
of a dozen steps needs are simple enough to be written here without a library for them.
"""

import struct
from collections.abc import Sequence

FLOAT, INT64 = 1, 7  # TensorProto.DataType
_VARINT, _BYTES = 0, 2
_OPSET, _IR = 17, 8


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _whole(field: int, value: int) -> bytes:
    return _number(field << 3 | _VARINT) + _number(value)


def _part(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return _number(field << 3 | _BYTES) + _number(len(data)) + data


def constant(name: str, value: float | Sequence[int]) -> bytes:
    """A TensorProto: one float, or a row of whole numbers."""
    if isinstance(value, float):
        return _whole(2, FLOAT) + _part(8, name) + _part(9, struct.pack("<f", value))
    data = struct.pack(f"<{len(value)}q", *value)
    return _whole(1, len(value)) + _whole(2, INT64) + _part(8, name) + _part(9, data)


def node(kind: str, takes: Sequence[str], gives: str, **whole: int) -> bytes:
    """A NodeProto: one step, and its attributes that are whole numbers."""
    attributes = [
        _part(5, _part(1, name) + _whole(3, value) + _whole(20, 2)) for name, value in whole.items()
    ]
    names = b"".join(_part(1, one) for one in takes) + _part(2, gives)
    return names + _part(4, kind) + b"".join(attributes)


def _value(name: str, kind: int, dimensions: Sequence[str | int]) -> bytes:
    shape = b"".join(
        _part(1, _part(2, one) if isinstance(one, str) else _whole(1, one)) for one in dimensions
    )
    return _part(1, name) + _part(2, _part(1, _whole(1, kind) + _part(2, shape)))


def network(
    nodes: Sequence[bytes],
    constants: Sequence[bytes],
    takes: Sequence[tuple[str, int, Sequence[str | int]]],
    gives: Sequence[tuple[str, int, Sequence[str | int]]],
) -> bytes:
    """A ModelProto: what stands in a `.onnx` file."""
    graph = b"".join(_part(1, one) for one in nodes) + _part(2, "made by a test")
    graph += b"".join(_part(5, one) for one in constants)
    graph += b"".join(_part(11, _value(*one)) for one in takes)
    graph += b"".join(_part(12, _value(*one)) for one in gives)
    return _whole(1, _IR) + _part(7, graph) + _part(8, _whole(2, _OPSET))
