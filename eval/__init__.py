"""Scores of Rashomon against people's annotations, beside a rule baseline: `python -m eval TASK --data FILE`.

A task is a module of this package with four functions, and one line in `eval.tasks.TASKS`:

    gold(path, limit) -> list[Case]            reads the file; at most *limit* documents (None: all). Raises
                                               rashomon.errors.ReadError(path, reason, line) for a wrong format
    predict(cases) -> list[Prediction]         what Rashomon says, one prediction a case, in the order of the cases
    baseline(cases, train) -> list[Prediction] what simple rules say; *train* is a file of the same format to count
                                               words in, None where there is none
    score(cases, predictions) -> Result        figures (`Score`) and faults (`Fault`), both from `eval.metrics`

Case and Prediction are the task's own frozen dataclasses. A task that reads raw text sends it through
`eval.raw.annotated`, which gives spans back as offsets into the corpus file's text. Modules here are light to import:
whatever loads numpy, spaCy or the model is imported inside `predict`. A fault holds a document id, offsets and labels,
never words: reports may be kept and passed on where the corpora may not.
"""
