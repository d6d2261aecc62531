"""Making a classifier from examples. Only the worker and the benchmark do it; pages never do."""

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

import numpy as np

from webapp.complaints.rules.routing import RoutingModel, features

# So many features at most, the most frequent: a model of 40 topics then takes 5 MB.
MOST_FEATURES = 30_000
# How closely the weights follow the examples (scikit-learn's C).
CLOSENESS = 10.0
FEWEST_TOPICS = 3


class Example(NamedTuple):
    """A text and the topic that it is about."""

    text: str
    topic: str


def train(examples: Sequence[Example]) -> RoutingModel:
    """A model that has learned from `examples`. The same examples give the same model.

    Raises `ValueError` where they have fewer than three topics.
    """
    if len({example.topic for example in examples}) < FEWEST_TOPICS:
        raise ValueError("examples of at least three topics are needed")
    # Loaded here alone: it takes a second and a hundred megabytes, which no page should cost.
    counting = import_module("sklearn.feature_extraction.text")
    linear = import_module("sklearn.linear_model")
    counter = counting.TfidfVectorizer(
        analyzer=features, sublinear_tf=True, max_features=MOST_FEATURES, dtype=np.float32
    )
    seen = counter.fit_transform([example.text for example in examples])
    learner = linear.LogisticRegression(C=CLOSENESS, max_iter=300)
    learner.fit(seen, [example.topic for example in examples])
    return RoutingModel(
        topics=tuple(str(topic) for topic in learner.classes_),
        places={str(name): int(place) for name, place in counter.vocabulary_.items()},
        idf=counter.idf_.astype(np.float32),
        weights=learner.coef_.astype(np.float32),
        biases=learner.intercept_.astype(np.float32),
    )
