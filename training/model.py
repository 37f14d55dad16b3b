"""The network: MiniLM-L6 with word-shape marks, and one small head a task.

Shapes: B windows, P word pieces, W words.
"""

from __future__ import annotations

from training.pytorch import F, Tensor, nn, torch

HIDDEN, ARC, REL, JOIN = 384, 256, 64, 128
MARKS = 10  # five word shapes, each with and without "begins a paragraph": see rashomon.language.pieces


class Arcs(nn.Module):
    """Biaffine scores of every word (row) against every word as its head (column), Dozat and Manning 2017."""

    def __init__(self, size: int):
        super().__init__()
        self.child, self.parent = nn.Linear(HIDDEN, size), nn.Linear(HIDDEN, size)
        self.weight = nn.Parameter(torch.empty(size + 1, size))
        nn.init.xavier_uniform_(self.weight)
        self.drop = nn.Dropout(0.15)

    def forward(self, x: Tensor) -> Tensor:
        child, parent = self.drop(F.gelu(self.child(x))), self.drop(F.gelu(self.parent(x)))
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        return child @ self.weight.to(child.dtype) @ parent.transpose(1, 2)


class Labels(nn.Module):
    """Relation labels of (word, head) pairs: bilinear plus linear terms."""

    def __init__(self, labels: int):
        super().__init__()
        self.child, self.parent = nn.Linear(HIDDEN, REL), nn.Linear(HIDDEN, REL)
        self.bilinear = nn.Parameter(torch.empty(REL, labels * REL))
        nn.init.xavier_uniform_(self.bilinear)
        self.linear = nn.Linear(2 * REL, labels)

    def forward(self, x: Tensor, head: Tensor) -> Tensor:
        child, parent = F.gelu(self.child(x)), F.gelu(self.parent(x))
        parent = parent.gather(1, head.clamp(min=0).unsqueeze(-1).expand(-1, -1, REL))
        pair = (child @ self.bilinear.to(child.dtype)).view(*child.shape[:2], -1, REL) @ parent.unsqueeze(-1)
        return pair.squeeze(-1) + self.linear(torch.cat([child, parent], -1))


class Network(nn.Module):
    """All heads over the first word piece of every word."""

    def __init__(self, base: str, sizes: dict[str, int]):
        from transformers import AutoModel

        super().__init__()
        # no dropout inside attention: fused attention then runs on a CPU, twice as fast a step
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="sdpa", attention_probs_dropout_prob=0.0)
        bert = self.encoder.embeddings
        marks = nn.Embedding(MARKS, HIDDEN)
        with torch.no_grad():  # every mark begins as BERT's first segment
            marks.weight.copy_(
                bert.token_type_embeddings.weight[:1].expand(MARKS, -1) + torch.randn(MARKS, HIDDEN) * 0.01
            )
        bert.token_type_embeddings = marks
        self.encoder.config.type_vocab_size = MARKS
        self.drop = nn.Dropout(0.15)
        self.tags = nn.ModuleDict({k: nn.Linear(HIDDEN, n) for k, n in sizes.items() if k != "dep"})
        self.links = nn.Parameter(torch.zeros(sizes["attr"], sizes["attr"]))  # from, to
        self.fact = nn.Linear(HIDDEN, 1)
        self.tree, self.dep = Arcs(ARC), Labels(sizes["dep"])
        self.join, self.ante = Arcs(JOIN), Arcs(JOIN)
        self.vector = nn.Linear(HIDDEN, HIDDEN)

    def words(self, ids: Tensor, marks: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """(B, P) pieces -> (B, W, 384) vectors of the words' first pieces."""
        x = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=marks).last_hidden_state
        return x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.size(-1)))

    def sentences(self, x: Tensor, sid: Tensor) -> Tensor:
        """(B, W, 384) and sentence numbers (B, W) -> unit vectors of all sentences in turn (S, 384)."""
        keys = (sid + torch.arange(len(sid)).unsqueeze(1) * 1000).masked_fill(sid < 0, -1).reshape(-1)
        unique, place = torch.unique(keys, return_inverse=True)
        flat = x.reshape(-1, x.size(-1)).float()
        total = torch.zeros(len(unique), x.size(-1)).index_add(0, place, flat)
        count = torch.zeros(len(unique)).index_add(0, place, torch.ones(len(flat)))
        mean = (total / count.unsqueeze(1))[unique >= 0]
        return F.normalize(self.vector(mean).float(), dim=-1)


def chain_loss(score: Tensor, links: Tensor, gold: Tensor) -> Tensor:
    """Negative log-likelihood a word of tag paths (B, W; negative where unlabelled) in a linear-chain CRF.

    *score* (B, W, tags), *links* (tags, tags) from, to. An unlabelled word is skipped as if it were not there.
    """
    known = gold >= 0
    gold = gold.clamp(min=0)
    own = score.gather(-1, gold.unsqueeze(-1)).squeeze(-1)
    path = torch.where(known[:, 0], own[:, 0], 0.0)
    alpha = torch.where(known[:, :1], score[:, 0], 0.0)
    last, begun = gold[:, 0], known[:, 0]
    for i in range(1, score.size(1)):
        on = known[:, i]
        first = on & ~begun
        grown = torch.logsumexp(alpha.unsqueeze(-1) + links, 1) + score[:, i]
        alpha = torch.where(on.unsqueeze(-1), torch.where(first.unsqueeze(-1), score[:, i], grown), alpha)
        step = own[:, i] + torch.where(first, 0.0, links[last, gold[:, i]])
        path = path + torch.where(on, step, 0.0)
        last, begun = torch.where(on, gold[:, i], last), begun | on
    return (torch.where(begun, alpha.logsumexp(-1), 0.0) - path).sum() / known.sum()
