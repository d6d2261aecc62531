"""The files of the neural voice: which there must be, and where they come from."""

from pathlib import Path
from typing import NamedTuple

# PyThaiTTS 0.8.0, `pretrained/fastthaig2p/tts.py`: FastThaiG2P's release v0.3.0.
SOURCE = "https://github.com/awslabs/FastThaiG2P/releases/tag/v0.3.0"
MODEL, SPEAKER, SIGNS = "kokoro_thai.onnx", "thai_som.npy", "config.json"


class NeuralFiles(NamedTuple):
    """The model's network, its speaker, and the numbers of its phoneme signs."""

    model: Path
    speaker: Path
    signs: Path


def files_in(folder: Path) -> NeuralFiles:
    """Return where the files of the voice are in `folder`."""
    return NeuralFiles(folder / MODEL, folder / SPEAKER, folder / SIGNS)


def what_is_missing(folder: Path | None) -> str:
    """Return a sentence that says what to put where; "" where every file is there."""
    where = f"from {SOURCE} (330 MB)"
    if folder is None:
        return (
            f"The neural voice needs its weights: put {MODEL}, {SPEAKER} and {SIGNS} {where} into "
            "a folder and set NEURAL_VOICE_DIR to it."
        )
    missing = [path.name for path in files_in(folder) if not path.is_file()]
    if not missing:
        return ""
    return f"The neural voice needs its weights: put {' and '.join(missing)} {where} into {folder}."
