"""How well a network reads what it was not trained on: roles of PolNeAR dev, contents, steps, kinds and holders of readers."""

from __future__ import annotations

from collections import Counter

import torch

from briefing.nlp import labels
from training.chains import marginals
from training.material import IGNORE, collate, cut


@torch.no_grad()
def judge(model, roles, reading, dev, articles, device) -> dict[str, str]:  # noqa: ANN001
    """Figures in percent; ``roles`` or ``reading`` may be None."""
    model.eval()
    tally: Counter[str] = Counter()
    for name, texts in (("dev", dev), ("news", articles)):
        windows = [w for forms in texts for w in cut(forms[0], 382)]
        windows.sort(key=lambda w: len(w.first))
        for at in range(0, len(windows), 24):
            batch = collate(windows[at : at + 24]).to(device)
            with torch.autocast(device, torch.bfloat16):
                hidden = model(batch)
            hidden = hidden.float()
            if roles is not None:
                _roles(tally, name, roles, hidden, batch)
                for kind, of in roles.links(hidden, batch).items() if len(batch.links) else ():
                    *_, right, known = batch.pairs[kind]
                    tally[f"{name} {kind} links right"] += int((right.gather(1, of.argmax(1, keepdim=True))[:, 0] & known).sum())
                    tally[f"{name} {kind} links all"] += int(known.sum())
            if reading is not None and bool(batch.has_read.any()):
                scores = reading.all(hidden, batch)
                for task in ("step", "content"):
                    inside, wanted = scores[task].argmax(-1) > 0, batch.tags[task] > 0
                    ok = (batch.tags[task] != IGNORE) & batch.has_read[:, None]
                    _count(tally, f"{task} words", inside & ok, wanted & ok)
                ok = batch.tags["actor"] != IGNORE
                _count(tally, "actor", (scores["actor"].argmax(-1) == 1) & ok, (batch.tags["actor"] == 1) & ok)
                if "kind" in scores:
                    known = batch.held[:, 3] >= 0
                    tally["kinds right"] += int(((scores["kind"].argmax(-1) == batch.held[:, 3]) & known).sum())
                    tally["kinds all"] += int(known.sum())
                    told = batch.holders.any(1)
                    tally["holders right"] += int((batch.holders.gather(1, scores["holder"].argmax(1, keepdim=True))[:, 0] & told).sum())
                    tally["holders all"] += int(told.sum())
    model.train()
    shown = {}
    for key in sorted({k.rsplit(" ", 1)[0] for k in tally}):
        if f"{key} all" in tally:
            shown[key] = f"{100 * tally[f'{key} right'] / max(1, tally[f'{key} all']):.1f}"
        else:
            p, r = (100 * tally[f"{key} right"] / max(1, tally[f"{key} {x}"]) for x in ("given", "wanted"))
            shown[key] = f"{p:.1f} {r:.1f} {2 * p * r / max(1e-9, p + r):.1f}"
    return shown


def _count(tally, name, given, wanted) -> None:  # noqa: ANN001
    tally[f"{name} right"] += int((given & wanted).sum())
    tally[f"{name} given"] += int(given.sum())
    tally[f"{name} wanted"] += int(wanted.sum())


def _roles(tally, name, roles, hidden, batch) -> None:  # noqa: ANN001
    first, steps = marginals(*roles.chain(hidden, batch))
    each = torch.cat((first.unsqueeze(1), steps.sum(2)), dim=1).argmax(-1)
    words = torch.arange(each.shape[1], device=each.device) < batch.sizes[:, None]
    words &= batch.has_roles[:, None]
    wanted_all = batch.allowed.float().argmax(-1)
    for number, role in enumerate(labels.ROLES):
        if name == "news" and role != "content":
            continue
        own = (1 + 2 * number, 2 + 2 * number)
        given = ((each == own[0]) | (each == own[1])) & words
        if name == "news":
            wanted = batch.allowed[..., list(own)].any(-1) & words
        else:
            wanted = ((wanted_all == own[0]) | (wanted_all == own[1])) & words
        _count(tally, f"{name} {role}", given, wanted)
    if name == "news":
        # where a content begins
        _count(tally, "news begins", (each == own[0]) & words, (batch.allowed[..., own[0]] & ~batch.allowed[..., 0]) & words)
