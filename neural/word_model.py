"""A recurrent language model of words: how likely each word is after all those before it.

One LSTM between an embedding and the same embedding as output (Press and Wolf 2017; Inan et al.
2017), with the dropouts of Merity et al. 2018: of whole words, of the same channels at all times,
and of recurrent weights. The words are told in two steps, as in Grave et al. 2017: one of the
frequent words or "a rare one", then which; the probabilities are exact, and a frequent word costs
a tenth of what the whole list would. What a word is made of (its ending, its parts of speech) adds
to its embedding (Alexandrescu and Kirchhoff 2006): in small texts most words are rare.
"""

from __future__ import annotations

import dataclasses

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError

END, OTHER, FIRST_WORD = 0, 1, 2
"""Tokens: the end of a text (and what comes before its first word), every word that is not in the
list, and the first word of the list."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WordModelConfig:
    """Hyper-parameters; they travel inside the model file.

    Parameters
    ----------
    tokens
        Size of the list with the two that are no words, the most frequent ones first.
    frequent
        Tokens of the first step.
    features
        Things that a word may be made of.
    word_dropout, input_dropout, output_dropout, weight_dropout
        Shares dropped in training: of whole words, of channels of the embedding, of channels of
        what the network says, of recurrent weights.
    """

    tokens: int = 15_000
    frequent: int = 1500
    embedding: int = 128
    hidden: int = 256
    features: int = 1
    word_dropout: float = 0.08
    input_dropout: float = 0.2
    output_dropout: float = 0.2
    weight_dropout: float = 0.2

    def __post_init__(self) -> None:
        if not FIRST_WORD < self.frequent < self.tokens:
            raise SyrinxError("The word model needs frequent words and rare ones.")


class WordModel(nn.Module):
    """Log probabilities of words after words.

    Parameters
    ----------
    config
        Sizes.
    features
        ``(tokens, n_features)``: how much of each thing a word is made of; None: nothing.
    log_share
        ``(tokens,)`` log probability of each token without context: where the biases begin.
    """

    def __init__(
        self,
        config: WordModelConfig,
        features: Tensor | None = None,
        log_share: Tensor | None = None,
    ) -> None:
        super().__init__()
        self.config = config
        size = config.embedding
        if features is None:
            features = torch.zeros(config.tokens, config.features)
        if features.shape != (config.tokens, config.features):
            raise SyrinxError("The features do not fit the list of words.")
        self.register_buffer("features", features.to_sparse().coalesce(), persistent=False)
        self.own = nn.Parameter(0.05 * torch.randn(config.tokens, size))
        self.made_of = nn.Parameter(0.05 * torch.randn(config.features, size))
        self.bias = nn.Parameter(torch.zeros(config.tokens))
        self.rare = nn.Linear(size, 1)
        self.lstm = nn.LSTM(size, config.hidden, batch_first=True)
        self.out = nn.Linear(config.hidden, size)
        with torch.no_grad():
            self.lstm.bias_ih_l0[config.hidden : 2 * config.hidden] = 1.0  # forget little at first
            if log_share is not None:
                self.bias.copy_(log_share)
                self.rare.bias.fill_(float(torch.logsumexp(log_share[config.frequent :], 0)))

    def table(self) -> Tensor:
        """Embedding of each token ``(tokens, embedding)``."""
        return self.own + torch.sparse.mm(self.features, self.made_of)

    def states(self, tokens: Tensor, table: Tensor) -> Tensor:
        """What is expected after each of ``tokens (B, T)``: ``(B, T, embedding)``."""
        config = self.config
        x = F.embedding(tokens, table)
        if not self.training:
            return self.out(self.lstm(x)[0])
        x = x * _kept(tokens[..., None].to(x.dtype), config.word_dropout)
        x = x * _kept(x[:, :1], config.input_dropout)
        recurrent = self.lstm.weight_hh_l0
        weights = {"weight_hh_l0": F.dropout(recurrent, config.weight_dropout)}
        hidden = torch.func.functional_call(self.lstm, weights, (x,))[0]
        y = self.out(hidden)
        return y * _kept(y[:, :1], config.output_dropout)

    def log_probs(self, states: Tensor, targets: Tensor, table: Tensor) -> Tensor:
        """Log probability of each target ``(N,)`` given states ``(N, embedding)``."""
        frequent = self.config.frequent
        scores = F.linear(states, table[:frequent], self.bias[:frequent])
        # The rare words share one more place at the end of the first step.
        first = torch.cat([scores, self.rare(states)], 1).log_softmax(1)
        found = first.gather(1, targets.clamp(max=frequent)[:, None])[:, 0]
        at = torch.nonzero(targets >= frequent)[:, 0]
        second = F.linear(states[at], table[frequent:], self.bias[frequent:]).log_softmax(1)
        which = second.gather(1, (targets[at] - frequent)[:, None])[:, 0]
        return found.index_add(0, at, which)

    def forward(self, tokens: Tensor, targets: Tensor) -> Tensor:
        """Log probability of each of ``targets (B, T)`` after ``tokens (B, T)``."""
        table = self.table()
        states = self.states(tokens, table)
        found = self.log_probs(states.flatten(0, 1), targets.flatten(), table)
        return found.view(targets.shape)


def _kept(like: Tensor, dropout: float) -> Tensor:
    """Factors of what is kept and of what is dropped, in the shape of ``like``."""
    return F.dropout(torch.ones_like(like), dropout)
