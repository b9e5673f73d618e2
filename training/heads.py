"""What is read off a text by whoever learns from it, teacher or pupil: roles and their links, and what a reader of the whole notes."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from briefing.nlp import labels
from briefing.nlp.decode import label_grammar
from briefing.nlp.reading import COLUMNS, OUTPUTS
from training.chains import FAR, cross_entropy, log_partition, marginals, steps_of
from training.material import ROLES, Batch
from training.reading import HOLDER, POSITION_KINDS, WEIGHTS
from training.windows import IGNORE

#: how much the beginning of a stretch counts
_BEGINS = 2.0
_TAGS = ("step", "content", "actor")


def _means(hidden: Tensor, at: Tensor, start: Tensor, end: Tensor) -> Tensor:
    """The means of stretches of ``hidden`` (windows, pieces, width)."""
    sums = torch.cat((torch.zeros_like(hidden[:, :1]), hidden.cumsum(1)), dim=1)
    return (sums[at, end] - sums[at, start]) / (end - start).unsqueeze(-1)


def _mean(lost: Tensor, weights: Tensor) -> Tensor:
    """The mean of losses that count so much; nothing where none counts."""
    return (lost * weights).sum() / weights.sum().clamp(min=1)


class RoleHeads(nn.Module):
    """Scores of roles and links, named as in `training.model.NewsModel`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.linear = nn.ModuleDict({"roles": nn.Linear(width, ROLES)})
        names = [f"{x}_{side}" for x in labels.LINKS for side in ("query", "key")]
        self.projected = nn.ModuleDict({name: nn.Linear(width, labels.LINK) for name in names})
        self.none = nn.ParameterDict({x: nn.Parameter(torch.zeros(labels.LINK)) for x in labels.LINKS})
        self.bias = nn.ParameterDict({x: nn.Parameter(torch.zeros(labels.LINK_BUCKETS)) for x in labels.LINKS})
        self.moves = nn.ParameterDict({"roles": nn.Parameter(torch.zeros(ROLES, ROLES))})
        self.register_buffer("grammar", torch.from_numpy(label_grammar(labels.ROLE_LABELS)), persistent=False)

    def chain(self, hidden: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """The chain of roles over the words of each window (`chains.steps_of`)."""
        scores = self.scores(hidden, batch)
        return steps_of(scores, self.moves["roles"] + self.grammar, batch.sizes)

    def scores(self, hidden: Tensor, batch: Batch) -> Tensor:
        at = torch.arange(len(hidden), device=hidden.device).unsqueeze(1)
        found: Tensor = self.linear["roles"](hidden[at, batch.words])
        return found

    def links(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """For each kind the scores of what a content may be linked to (contents, candidates + 1); the first is none."""
        found = {}
        window, start, end = batch.links.unbind(1)
        contents = _means(hidden, window, start, end)
        for kind in labels.LINKS:
            places, buckets, there, _, _ = batch.pairs[kind]
            queries = self.projected[f"{kind}_query"](contents)
            keys = self.projected[f"{kind}_key"](_means(hidden, window.unsqueeze(1), places[..., 0], places[..., 1]))
            pairs = (keys @ queries.unsqueeze(2)).squeeze(2) / labels.LINK**0.5 + self.bias[kind][buckets]
            none = (queries @ self.none[kind]).unsqueeze(1) / labels.LINK**0.5
            found[kind] = torch.cat((none, pairs.masked_fill(~there, FAR)), dim=1)
        return found

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """How badly what is known is told."""
        scores = self.scores(hidden, batch)
        moves = self.moves["roles"] + self.grammar
        both = torch.cat((scores, scores.masked_fill(~batch.allowed, FAR)))
        every, right = log_partition(*steps_of(both, moves, batch.sizes.repeat(2))).chunk(2)
        loss = every - right
        # an annotation that the grammar cannot write says nothing
        sound = (loss < -FAR / 2) & batch.has_roles
        losses = {"roles": (loss * sound).sum() / (batch.sizes * sound).sum().clamp(min=1)}
        total, count = hidden.sum() * 0, hidden.sum() * 0
        if len(batch.links):
            for kind, of in self.links(hidden, batch).items():
                *_, right_ones, known = batch.pairs[kind]
                lost = of.logsumexp(1) - of.masked_fill(~right_ones, FAR).logsumexp(1)
                total, count = total + (lost * known).sum(), count + known.sum()
        return losses | {"links": 0.3 * total / count.clamp(min=1)}

    def follow(self, hidden: Tensor, batch: Batch, taught: RoleWord) -> dict[str, Tensor]:
        """How badly what a teacher finds is told."""
        losses = {"roles": cross_entropy(*self.chain(hidden, batch), taught.roles).sum() / batch.sizes.sum()}
        if len(batch.links):
            own = self.links(hidden, batch)
            lost = [(-taught.links[kind] * of.log_softmax(-1)).sum(-1).mean() for kind, of in own.items()]
            losses["links"] = 0.3 * torch.stack(lost).mean()
        return losses

    @torch.no_grad()
    def word(self, hidden: Tensor, batch: Batch) -> RoleWord:
        """What this one finds, for another to follow."""
        links = {kind: of.softmax(-1) for kind, of in self.links(hidden, batch).items()} if len(batch.links) else {}
        return RoleWord(marginals(*self.chain(hidden, batch)), links)


class RoleWord(NamedTuple):
    """How likely a teacher finds each role, each step from one to the next, and each link."""

    roles: tuple[Tensor, Tensor]
    links: dict[str, Tensor]


class ReadingHeads(nn.Module):
    """Scores of steps, contents, actors, kinds and holders, named as in `training.export.Whole` where they are exported."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.read = nn.Linear(width, OUTPUTS)
        self.kind = nn.Linear(width, len(POSITION_KINDS))
        self.query, self.key = nn.Linear(width, HOLDER), nn.Linear(width, HOLDER)
        self.nobody = nn.Parameter(torch.zeros(HOLDER))

    def all(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """The scores of each task."""
        rows = self.read(hidden)
        found = {name: rows[..., COLUMNS[name]] for name in _TAGS}
        if len(batch.held):
            at, start, end, _ = batch.held.unbind(1)
            found["kind"] = self.kind(_means(hidden, at, start, end))
            query = _means(self.query(hidden), at, start, end) / HOLDER**0.5
            pairs = (self.key(hidden)[at] @ query.unsqueeze(2)).squeeze(2).masked_fill(~batch.mask[at], FAR)
            found["holder"] = torch.cat((pairs, (query @ self.nobody).unsqueeze(1)), dim=1)
        if len(batch.ahead):
            at, start, end, _ = batch.ahead.unbind(1)
            found["step_kind"] = _means(rows[..., COLUMNS["step_kind"]], at, start, end)
        return found

    def loss(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """How badly what is known is told; nothing where nothing is."""
        if not batch.any_read:
            return {}
        scores = self.all(hidden, batch)
        weight = torch.tensor([1.0, _BEGINS, 1.0], device=hidden.device)
        losses = {}
        for name in _TAGS:
            known = batch.tags[name] != IGNORE
            weighed = weight[batch.tags[name].clamp(min=0)] * known
            lost = nn.functional.cross_entropy(
                scores[name].flatten(0, 1), batch.tags[name].flatten(), ignore_index=IGNORE, reduction="none"
            )
            losses[name] = _mean(lost, weighed.flatten())
        if len(batch.held):
            told = batch.held[:, 3] >= 0
            losses["kind"] = _mean(nn.functional.cross_entropy(scores["kind"], batch.held[:, 3].clamp(min=0), reduction="none"), told)
            of = scores["holder"]
            lost = of.logsumexp(1) - of.masked_fill(~batch.holders, FAR).logsumexp(1)
            losses["holder"] = _mean(lost, batch.holders.any(1))
        if len(batch.ahead):
            losses["step_kind"] = nn.functional.cross_entropy(scores["step_kind"], batch.ahead[:, 3])
        return {name: WEIGHTS[name] * loss for name, loss in losses.items()}

    def follow(self, hidden: Tensor, batch: Batch, taught: dict[str, Tensor]) -> dict[str, Tensor]:
        """How badly what a teacher finds is told."""
        losses = {}
        for name, of in self.all(hidden, batch).items():
            lost = -(taught[name] * of.log_softmax(-1)).sum(-1)
            if name in _TAGS:
                words = torch.zeros_like(batch.mask).scatter_(1, batch.words, True) & batch.mask
                losses[name] = WEIGHTS[name] * _mean(lost, words)
            else:
                losses[name] = WEIGHTS[name] * lost.mean()
        return losses

    @torch.no_grad()
    def word(self, hidden: Tensor, batch: Batch) -> dict[str, Tensor]:
        """What this one finds, for another to follow."""
        return {name: of.softmax(-1) for name, of in self.all(hidden, batch).items()}
