"""Word tables: WordNet's, cut to what comparison needs, and our own. See ``build.py`` for how they are made."""
