"""How the files of weights are made. A script is run as `python -m training.NAME` and says what it reads and writes.

`train`, `average` and `export` make the language model, then `event_vectors` adds its last head and `coreference` its
network of antecedents; `event_pairs`, `factuality` and `plover` fit what weighs its numbers. `frequencies` and
`gazetteer` need no model. Those that say so need `pip install '.[train]'`.
"""
