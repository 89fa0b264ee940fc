"""Raw page → articles, one module a stage."""
