"""Learns the encoder and its heads from the labelled articles: ``python -m tests.quality.training.context.learn``."""

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import nn

from assets.claims.context import pieces
from assets.claims.context.pieces import WEIGHTS
from tests.quality.training.context.base import fetch, needed, write_pieces
from tests.quality.training.context.network import WIDTH, Encoder, Network, Numbers, loss
from tests.quality.training.context.questions import Asked, Question, questions_of
from tests.quality.training.marked import marked_articles
from tests.quality.training.train import corpus

ROUNDS = 3.5
_AT_ONCE = 4  # articles
_RATES = (2e-4, 1e-3)  # of the encoder, of the heads
_WARMING = 100  # steps
_LEAST = 0.02  # of the rates, at the end
_SCALE = 60.0  # questions, about as many as four articles put
_LARGE = 1024  # weights, from which a tensor is stored in half precision
_SEED = 1
_OFTEN = 5  # options of a kind from which it is learned
_TABLES = ("subject_standing", "subject_kind", "subject_adjective", "period_kind", "period_gap")


def main(arguments: Sequence[str] = ()) -> int:
    """Learn and write the weights.

    Args:
        arguments: A folder for the packages that carry the base; a number of rounds, to try less than all.
    """
    folder = Path(arguments[0]) if arguments else Path("tests/quality/training/context/.base")
    rounds = float(arguments[1]) if len(arguments) > 1 else ROUNDS
    base = fetch(folder)
    articles = [*corpus(is_held=False), *marked_articles()]
    rows = needed(base, (f"{known.article.title or ''}\n{known.article.text}" for known in articles))
    write_pieces(base, rows, WEIGHTS / "pieces.model")
    pieces._model.cache_clear()
    asked = list(questions_of(articles))
    _tell(f"{len(asked)} articles, {sum(len(one.questions) for one in asked)} questions, {len(rows)} pieces")
    torch.manual_seed(_SEED)
    network = Network(Encoder(base.tensors, rows), numbers_of(asked))
    learn(network, asked, rounds)
    network.eval()
    for slot, (right, count) in sorted(right_alone(network, list(questions_of(corpus(is_held=True)))).items()):
        _tell(f"{slot}: held back {right / count:.3f} right without the rankers")
    write(network)
    return 0


def numbers_of(asked: Iterable[Asked]) -> Numbers:
    """The number of each metric, class of subjects and kind of periods that is not rare, by name."""
    names: dict[str, Counter[str]] = {"metrics": Counter(), "kinds": Counter(), "datings": Counter()}
    for article in asked:
        for question in article.questions:
            kind = {"metric": "metrics", "subject": "kinds", "period": "datings"}[question.slot]
            for option in question.options:
                names[kind].update(_names(question, option))
    return {
        kind: {name: place for place, name in enumerate((name for name in sorted(found) if found[name] >= _OFTEN), 1)}
        for kind, found in names.items()
    }


def _names(question: Question, option: Any) -> Sequence[str]:
    return {"metric": lambda: [option], "subject": lambda: [option[0]], "period": lambda: option.kinds}[question.slot]()


def learn(network: Network, asked: Sequence[Asked], rounds: float) -> None:
    """AdamW (Loshchilov and Hutter 2019) with warming up and a cosine; two rates, for heads start from nothing."""
    encoder = [one for one in network.encoder.parameters() if one.requires_grad]
    inside = {id(one) for one in network.encoder.parameters()}
    heads = [one for one in network.parameters() if id(one) not in inside]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": _RATES[0]}, {"params": heads, "lr": _RATES[1]}], weight_decay=0.01
    )
    steps = max(1, math.ceil(rounds * len(asked) / _AT_ONCE))
    order = random.Random(_SEED)
    queue: list[Asked] = []
    network.train()
    for step in range(steps):
        if len(queue) < _AT_ONCE:
            queue += order.sample(asked, len(asked))
        batch, queue = queue[:_AT_ONCE], queue[_AT_ONCE:]
        share = min(1.0, (step + 1) / _WARMING) * max(_LEAST, (1 + math.cos(math.pi * step / steps)) / 2)
        for group, rate in zip(optimiser.param_groups, _RATES, strict=True):
            group["lr"] = rate * share
        with torch.autocast("cpu", torch.bfloat16):
            found = network(batch)
        total = sum(loss(*told) for told in found.values()) / _SCALE
        optimiser.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
        optimiser.step()
        if step % 50 == 0:
            _tell(f"step {step} of {steps}: loss {float(total.detach()):.2f}")


def right_alone(network: Network, asked: Sequence[Asked]) -> dict[str, tuple[int, int]]:
    """By slot, how many questions the encoder answers rightly alone, and of how many."""
    found: dict[str, tuple[int, int]] = {}
    for article in asked:
        with torch.no_grad():
            answers = network([article])
        for slot, (scores, number, questions) in answers.items():
            for place, question in enumerate(questions):
                best = int(torch.argmax(scores[number == place]))
                right, count = found.get(slot, (0, 0))
                found[slot] = (right + question.accepted[best], count + 1)
    return found


class _Alone(nn.Module):
    """The encoder for one window, whose pieces are looked up outside."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        return self.encoder(vectors, torch.zeros(1))


def write(network: Network, folder: Path = WEIGHTS) -> None:
    """Keep encoder and heads in half precision, pieces in 8 bits."""
    plain = folder / "encoder.plain.onnx"
    torch.onnx.export(
        _Alone(network).eval(), (torch.zeros(1, 100, WIDTH),), str(plain), input_names=["pieces"],
        output_names=["vectors"], dynamic_axes={"pieces": {1: "count"}, "vectors": {1: "count"}}, dynamo=False,
        opset_version=17,
    )  # fmt: skip
    halved(onnx.load(plain), folder / "encoder.onnx")
    plain.unlink()
    words = network.encoder.word.weight.detach().numpy()
    scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-6) / 127
    np.savez_compressed(
        folder / "pieces.npz", whole=np.round(words / scale).astype(np.int8), scale=scale.astype(np.float16)
    )
    heads = {}
    for name, tensor in network.state_dict().items():
        head, _, part = name.partition(".")
        if head != "encoder":
            kept = head if head in _TABLES or not part else f"{head}.{part}"
            heads[kept.replace("_", ".", 1)] = tensor.numpy().astype(np.float16)
    np.savez_compressed(folder / "heads.npz", **heads)
    names = {kind: list(network.numbers[kind]) for kind in ("metrics", "kinds", "datings")}
    (folder / "options.json").write_text(json.dumps(names, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def halved(model: onnx.ModelProto, path: Path) -> None:
    """Keep a model with its large tensors in half precision, to be widened when it is loaded.

    Sums stay in single precision: in 8 bits they would be twice as fast, but differ from machine to machine.
    """
    for tensor in model.graph.initializer:
        values = onnx.numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size >= _LARGE:
            name = tensor.name
            tensor.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
            widen = onnx.helper.make_node("Cast", [f"{name}.half"], [name], f"{name}.widen", to=onnx.TensorProto.FLOAT)
            model.graph.node.insert(0, widen)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _tell(step: str) -> None:
    sys.stderr.write(f"{step}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
