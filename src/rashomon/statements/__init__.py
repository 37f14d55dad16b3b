"""How the parts of a statement become one: quotations tied together, speakers found."""
