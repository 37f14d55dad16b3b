"""English grammar that annotators share: phrases over a dependency tree, cues and stances, people and their offices."""
