"""The encoder and its heads as learning computes them; ``assets.claims.context`` computes the same without torch."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import nn

from assets.claims.context.pieces import Ints
from tests.quality.training.context.base import SPECIAL
from tests.quality.training.context.questions import SLOTS, Asked, Question

LAYERS, WIDTH, INNER, HEADS = 6, 384, 1536, 12
"""Of the base's twelve layers the first six: half the time, and what they cannot tell learning makes up for."""
_HIDDEN = 192
_DROPPED = 0.1
_STANDINGS, _GAPS = 40, 12
_GROUPS = 3  # windows of like length are read together
_NEVER = -1e4

Numbers = Mapping[str, Mapping[str, int]]
"""By kind (``metrics``, ``kinds``, ``datings``) the number of each name, from one."""


class Layer(nn.Module):
    """A layer of a Transformer encoder (Vaswani et al. 2017), normalised behind each part."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.aln, self.oln = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.fi, self.fo = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, _ = x.shape
        q, k, v = (part(x).view(rows, length, HEADS, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        heeded = torch.softmax(torch.matmul(q, k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5) + mask, -1).to(v.dtype)
        told = self.ao(torch.matmul(heeded, v).transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.aln(x + told).to(told.dtype)
        told = self.fo(nn.functional.gelu(self.fi(x)))
        return self.oln(x + nn.functional.dropout(told, _DROPPED, self.training)).to(told.dtype)


class Encoder(nn.Module):
    """The first layers of the base, over the pieces that are kept."""

    def __init__(self, tensors: Mapping[str, np.ndarray], rows: Sequence[int]) -> None:
        super().__init__()
        told = {name: torch.from_numpy(tensor) for name, tensor in tensors.items()}
        words = told["emb.word"].view(-1, WIDTH)[torch.tensor([*SPECIAL, *rows])]
        self.word = nn.Embedding.from_pretrained(words.clone(), freeze=True)
        self.places = nn.Parameter(told["emb.pos"].view(-1, WIDTH) + told["emb.type"].view(-1, WIDTH)[0])
        self.ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        with torch.no_grad():
            self.ln.weight.copy_(told["emb.ln.w"])
            self.ln.bias.copy_(told["emb.ln.b"])
            for number, layer in enumerate(self.layers):
                for name, part in layer.named_children():
                    part.weight.copy_(told[f"l{number}.{name}.w"].view(part.weight.shape))
                    part.bias.copy_(told[f"l{number}.{name}.b"])

    def forward(self, vectors: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = nn.functional.dropout(self.ln(vectors + self.places[: vectors.shape[1]]), _DROPPED, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, numbers: Numbers) -> None:
        super().__init__()
        self.encoder, self.numbers = encoder, numbers
        ends = 2 * WIDTH
        self.metric_in, self.metric_out = nn.Linear(ends, _HIDDEN), nn.Linear(_HIDDEN, len(numbers["metrics"]) + 2)
        self.subject_figure, self.subject_named = nn.Linear(ends, _HIDDEN), nn.Linear(ends, _HIDDEN)
        self.subject_outside, self.subject_both = nn.Linear(ends, _HIDDEN), nn.Linear(_HIDDEN, _HIDDEN)
        self.subject_out = nn.Linear(_HIDDEN, 1)
        self.subject_unnamed = nn.Parameter(torch.zeros(_HIDDEN))
        self.period_figure, self.period_said = nn.Linear(ends, _HIDDEN), nn.Linear(ends, _HIDDEN)
        self.period_both, self.period_out = nn.Linear(_HIDDEN, _HIDDEN), nn.Linear(_HIDDEN, 1)
        self.period_unsaid = nn.Parameter(torch.zeros(_HIDDEN))
        sizes = {
            "subject_standing": _STANDINGS,
            "subject_kind": len(numbers["kinds"]) + 2,
            "subject_adjective": 2,
            "period_kind": len(numbers["datings"]) + 2,
            "period_gap": _GAPS,
        }
        for name, size in sizes.items():
            table = nn.Embedding(size, _HIDDEN)
            nn.init.normal_(table.weight, std=0.05)
            setattr(self, name, table)

    def forward(self, articles: Sequence[Asked]) -> dict[str, tuple[torch.Tensor, torch.Tensor, list[Question]]]:
        """By slot the score of every option of every question, the number of its question, and the questions."""
        windows = [window for article in articles for window in article.windows]
        vectors, begins = self._read(windows)
        asked: dict[str, list[tuple[Question, int]]] = {slot: [] for slot in SLOTS}
        before = 0
        for article in articles:
            for question in article.questions:
                asked[question.slot].append((question, begins[before + question.window]))
            before += len(article.windows)
        scored = {"metric": self._metrics, "subject": self._subjects, "period": self._periods}
        found = {}
        for slot, told in asked.items():
            if told:
                of_question = [number for number, (question, _) in enumerate(told) for _ in question.options]
                figures = _ends(vectors, [(question.figure, begin) for question, begin in told])
                number = torch.tensor(of_question)
                scores = scored[slot](vectors, told, figures, number).float()
                found[slot] = (scores, number, [question for question, _ in told])
        return found

    def _read(self, windows: Sequence[Ints]) -> tuple[torch.Tensor, list[int]]:
        lengths = np.array([len(window) for window in windows])
        begins, parts, total = [0] * len(windows), [], 0
        for group in np.array_split(np.argsort(lengths, kind="stable"), min(len(windows), _GROUPS)):
            longest = int(lengths[group].max())
            ids = np.zeros((len(group), longest), dtype=np.int64)
            for row, number in enumerate(group):
                ids[row, : lengths[number]] = windows[number]
                begins[number] = total + row * longest
            is_padding = torch.from_numpy(np.arange(longest)[None] >= lengths[group][:, None])
            mask = torch.zeros(is_padding.shape).masked_fill(is_padding, _NEVER)[:, None, None, :]
            words = self.encoder.word(torch.from_numpy(ids))
            parts.append(self.encoder(words, mask.to(torch.get_autocast_dtype("cpu"))).reshape(-1, WIDTH))
            total += len(group) * longest
        return torch.cat(parts), begins

    def _metrics(
        self, _: torch.Tensor, asked: Sequence[tuple[Question, int]], figures: torch.Tensor, number: torch.Tensor
    ) -> torch.Tensor:
        known = self.numbers["metrics"]
        hidden = nn.functional.dropout(nn.functional.gelu(self.metric_in(figures)), _DROPPED, self.training)
        offered = torch.tensor([known.get(metric, 0) for question, _ in asked for metric in question.options])
        return self.metric_out(hidden)[number, offered]

    def _subjects(
        self, vectors: torch.Tensor, asked: Sequence[tuple[Question, int]], figures: torch.Tensor, number: torch.Tensor
    ) -> torch.Tensor:
        own = self.subject_figure(figures)
        kinds = self.numbers["kinds"]
        offered = [(option, begin) for question, begin in asked for option in question.options]
        kind = self.subject_kind(torch.tensor([kinds.get(name, 0) for (name, _), _ in offered]))
        scores = self._out(self.subject_out, own[number] + kind + self.subject_unnamed).float()
        named = [(place, mention, begin) for place, ((_, told), begin) in enumerate(offered) for mention in told]
        if not named:
            return scores
        place = torch.tensor([option for option, _, _ in named])
        inside = [(mention.span if mention.is_inside else (0, 0), begin) for _, mention, begin in named]
        outside = [((0, 0) if mention.is_inside else mention.span, 0) for _, mention, _ in named]
        is_inside = torch.tensor([mention.is_inside for _, mention, _ in named])[:, None]
        name = torch.where(
            is_inside,
            self.subject_named(_ends(vectors, inside)),
            self.subject_outside(_ends(self.encoder.word.weight, outside)),
        )
        figure = own[number[place]]
        standing = self.subject_standing(torch.tensor([mention.standing for _, mention, _ in named]))
        adjective = self.subject_adjective(torch.tensor([int(mention.is_adjective) for _, mention, _ in named]))
        hidden = figure + name + self.subject_both(figure * name) + standing + kind[place] + adjective
        each = self._out(self.subject_out, hidden).float()
        is_named = torch.zeros(len(offered), dtype=torch.bool)
        is_named[place] = True
        return torch.where(is_named, log_sums(each, place, len(offered)), scores)

    def _periods(
        self, vectors: torch.Tensor, asked: Sequence[tuple[Question, int]], figures: torch.Tensor, number: torch.Tensor
    ) -> torch.Tensor:
        own = self.period_figure(figures)[number]
        offered = [(dating, begin) for question, begin in asked for dating in question.options]
        said = self.period_said(_ends(vectors, [(dating.span or (0, 0), begin) for dating, begin in offered]))
        is_said = torch.tensor([dating.span is not None for dating, _ in offered])[:, None]
        said = torch.where(is_said, said, self.period_unsaid.to(said.dtype))
        known = self.numbers["datings"]
        kinds = [(place, known.get(name, 0)) for place, (dating, _) in enumerate(offered) for name in dating.kinds]
        each = self.period_kind(torch.tensor([kind for _, kind in kinds], dtype=torch.long))
        kind = torch.zeros(len(offered), _HIDDEN).index_add(
            0, torch.tensor([place for place, _ in kinds], dtype=torch.long), each
        )
        gap = self.period_gap(torch.tensor([dating.gap for dating, _ in offered]))
        return self._out(self.period_out, own + said + self.period_both(own * said) + kind + gap)

    def _out(self, last: nn.Module, hidden: torch.Tensor) -> torch.Tensor:
        return last(nn.functional.dropout(nn.functional.gelu(hidden), _DROPPED, self.training)).squeeze(-1)


def _ends(vectors: torch.Tensor, spans: Sequence[tuple[tuple[int, int], int]]) -> torch.Tensor:
    first = torch.tensor([span[0] + begin for span, begin in spans])
    last = torch.tensor([span[1] + begin for span, begin in spans])
    return torch.cat([vectors[first], vectors[last]], -1)


def log_sums(scores: torch.Tensor, number: torch.Tensor, count: int) -> torch.Tensor:
    """The logarithm of the sum of exponentials of the scores that share a number."""
    top = torch.full((count,), _NEVER).scatter_reduce(0, number, scores.detach(), "amax")
    return top + torch.log(torch.zeros(count).index_add(0, number, torch.exp(scores - top[number])).clamp_min(1e-20))


def loss(scores: torch.Tensor, number: torch.Tensor, questions: Sequence[Question]) -> torch.Tensor:
    """How unlikely the accepted options are, weighed by what each question is worth."""
    accepted = torch.tensor([right for question in questions for right in question.accepted])
    count = len(questions)
    wanted = log_sums(torch.where(accepted, scores, torch.full_like(scores, _NEVER)), number, count)
    worth = torch.tensor([question.worth for question in questions])
    return ((log_sums(scores, number, count) - wanted) * worth).sum()
